//! What a sentence names, each with its span: numbers with their hedge, periods, places, actors, and the sources that it gives
//! the word to. A file a detector; each can be used alone.

mod actor;
mod look;
mod number;
mod period;
mod place;
mod said;
mod sentence;
mod source;

pub(crate) use actor::{ActorMention, Naming, actors};
pub use number::numbers_in;
pub(crate) use number::{Number, NumberShape, numbers};
pub use period::periods_in;
pub(crate) use period::{PeriodMention, Reach, TimeContext, periods};
pub use place::places_in;
pub(crate) use place::{PlaceContext, PlaceMention, PlaceRank, places};
pub(crate) use said::{Said, Teller, said};
pub(crate) use sentence::Sentence;
pub(crate) use source::{Who, sources};
