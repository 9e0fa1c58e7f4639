//! What a sentence names, each with its span: numbers with their hedge, periods, places, actors, and the sources that it gives
//! the word to. A file a detector; [`Detector`] lets each be used alone.

mod actor;
mod detector;
mod look;
mod number;
mod period;
mod place;
mod said;
mod sentence;
mod source;

pub(crate) use actor::{ActorMention, Naming, actors};
pub use detector::{Detector, Named, Voice};
pub(crate) use number::{Number, NumberShape, numbers};
pub(crate) use period::{PeriodMention, Reach, TimeContext, periods};
pub(crate) use place::{PlaceContext, PlaceMention, PlaceRank, places};
pub(crate) use said::{Said, Teller, said};
pub(crate) use sentence::Sentence;
pub(crate) use source::{SourceMention, Who, sources};
