//! Claims to events.

mod event;

pub use event::{Event, Evidence, Link};

use crate::model::Claim;

/// Links the claims that speak of one event.
pub fn link(_claims: &[Claim]) -> Vec<Event> {
    Vec::new()
}
