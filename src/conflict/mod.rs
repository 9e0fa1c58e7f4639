//! An event's claims to findings.

mod finding;

pub use finding::{Dimension, Finding, Side, Verdict};

use crate::matcher::Event;
use crate::model::{Claim, Source};

/// What the voices of the events say to each other.
pub fn find(_claims: &[Claim], _events: &[Event], _sources: &[Source]) -> Vec<Finding> {
    Vec::new()
}
