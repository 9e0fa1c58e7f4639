//! What a sentence names, each with its span: numbers with their hedge, periods, places, actors, and the sources that it gives
//! the word to. A file a detector; each can be used alone.

mod sentence;

pub(crate) use sentence::{Mark, Sentence};
