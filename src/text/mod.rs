//! Text as it was given, cut into sentences and tokens; keys to compare words by.
//!
//! The source is never altered: tokens, sentences and quotations are byte ranges of it. Nothing here knows a language's words;
//! what needs them (abbreviations) is handed in.

mod fold;
mod hash;
mod language;
mod quotation;
mod sentence;
mod sound;
mod token;
mod wording;

pub use fold::{bare, fold, rough};
pub use language::language;
pub use quotation::quotations;
pub use sentence::sentences;
pub use token::{Shape, Token, tokens};
pub use wording::{likeness, wording};

pub(crate) use hash::{hash, join};
pub(crate) use sound::sound;
pub(crate) use wording::{rows, words};
