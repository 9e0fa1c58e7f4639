//! crosscheck

pub mod assess;
pub mod conflict;
pub mod error;
pub mod extract;
pub mod lexicon;
pub mod matcher;
pub mod mention;
pub mod model;
pub mod report;
pub mod text;

pub use error::{Error, Result};
