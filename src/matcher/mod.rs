//! Claims to events: which claims speak of one event, and why.
//!
//! ```
//! use crosscheck::matcher::link;
//! use crosscheck::model::{Basis, Claim, Harm, Group, Kind, Period, Place, PlaceId, Quantity, Span};
//!
//! let day = |d| Period::day(chrono::NaiveDate::from_ymd_opt(2016, 6, d).unwrap(), Basis::Stated);
//! let dead = |id, article, count, when| -> crosscheck::Result<Claim> {
//!     Ok(Claim::new(id, article, Kind::Casualties, Span::new(0, 40)?)?
//!         .harm(Harm::Killed, Group::People)
//!         .count(Quantity::exactly(count, "people")?)
//!         .at(Place::new(PlaceId::new("sy/deir-ez-zor/al-quriyah")?, "Al Quriyah"))
//!         .when(when))
//! };
//! let claims = [dead("a#1", "a", 47.0, day(25))?, dead("b#1", "b", 82.0, day(25))?, dead("c#1", "c", 9.0, day(28))?];
//! let events = link(&claims);
//! assert_eq!(events.len(), 2);
//! assert_eq!(events[0].label, "casualties · Al Quriyah · 2016-06-25");
//! assert!(events[0].links[0].evidence.iter().any(|e| e.factor.name() == "same_place"));
//! # Ok::<(), crosscheck::Error>(())
//! ```
//!
//! # How
//! 1. The claims of an article are grouped into *tellings*: what it tells of one event.
//! 2. *Blocking*: tellings of different articles that share a key (a place or what it lies in, with a day; an actor; a number;
//!    a wording) are compared, in crowded blocks only with their neighbours.
//! 3. Each comparison is a sum of [match weights](Weights), after Fellegi and Sunter: place, time, kind, actors, count, words, names,
//!    voice, nearness in the text.
//! 4. *Constrained clustering*: the strongest mean first, and never two that [exclude](Factor::excludes) each other in one event,
//!    not even through a chain of others. A wrong link costs more than a missing one.
//!
//! [`EventSet`] does the same for claims that come one at a time, [`Rulings`] put a person's word above the evidence, the table of
//! weights can be [learned](Weights::learn) from material of one's own, and [`partition`] gives the steps one by one for an archive
//! that no one machine holds.
//!
//! # What it does not
//! It compares ids, days, kinds, numbers and names, not languages: of the words only whether they are copied. It does not ask who
//! is right. It joins neither towns of one province nor days in a row unless more speaks for it. A toll dated by the day of its
//! report, and a place read in one of two articles that share many names, speak against but do not exclude. In a crowded block
//! tellings are compared with their neighbours only: two of one hot place and day whose figures lie far apart meet through others.

mod block;
mod cluster;
mod compare;
mod crowd;
mod detail;
mod each;
mod event;
mod group;
mod history;
mod key;
mod learn;
mod link;
mod living;
pub mod partition;
mod record;
mod ruling;
#[cfg(test)]
mod sample;
mod saved;
mod set;
mod summary;
mod telling;
mod web;
mod weights;
mod whole;

pub use event::{Event, Evidence, Link};
pub use history::Change;
pub use ruling::Rulings;
pub use set::EventSet;
pub use weights::{Factor, Weights};

use record::Record;

use crate::model::Claim;

/// Links the claims that speak of one event. Every claim is in one event; the events stand in the order of their first claims.
/// The order of the claims does not matter; of claims with the same id the first counts.
///
/// ```
/// assert!(crosscheck::matcher::link(&[]).is_empty());
/// ```
pub fn link(claims: &[Claim]) -> Vec<Event> {
    link_with(claims, &Weights::default())
}

/// The same, with a table of weights of one's own.
///
/// ```
/// use crosscheck::matcher::{Weights, link_with};
/// use crosscheck::model::{Claim, Kind, Span};
/// let claims = [Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?, Claim::new("a#2", "a", Kind::Strike, Span::new(10, 19)?)?];
/// assert_eq!(link_with(&claims, &Weights::default()).len(), 1);
/// assert_eq!(link_with(&claims, &Weights::default().with_threshold(20.0)).len(), 2);
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn link_with(claims: &[Claim], weights: &Weights) -> Vec<Event> {
    link::link(claims, weights, &ruling::Marks::default())
}

/// The same, with what a person has decided. Rejected claims are in no event.
///
/// ```
/// use crosscheck::matcher::{Rulings, Weights, link, link_ruled};
/// assert_eq!(link_ruled(&[], &Weights::default(), &Rulings::default()), link(&[]));
/// ```
pub fn link_ruled(claims: &[Claim], weights: &Weights, rulings: &Rulings) -> Vec<Event> {
    let claims: Vec<Claim> = claims.iter().filter_map(|claim| rulings.apply(claim)).collect();
    link::link(&claims, weights, &rulings.marks())
}

/// What speaks for and against two claims being of one event, linked or not. Only the two are looked at, not what their
/// articles say around them.
///
/// ```
/// use crosscheck::matcher::explain;
/// use crosscheck::model::{Claim, Kind, Place, PlaceId, Span};
/// let at = |id, article, place| -> crosscheck::Result<Claim> {
///     Ok(Claim::new(id, article, Kind::Strike, Span::new(0, 9)?)?.at(Place::new(PlaceId::new(place)?, place)))
/// };
/// let link = explain(&at("a#1", "a", "sy/idlib")?, &at("b#1", "b", "sy/homs")?);
/// assert!(link.evidence.iter().any(|e| e.factor.excludes() && e.detail == "sy/idlib · sy/homs"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn explain(a: &Claim, b: &Claim) -> Link {
    explain_with(a, b, &Weights::default())
}

/// The same, with a table of weights of one's own.
///
/// ```
/// use crosscheck::matcher::{Weights, explain, explain_with};
/// use crosscheck::model::{Claim, Kind, Span};
/// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
/// assert_eq!(explain_with(&claim, &claim, &Weights::default()), explain(&claim, &claim));
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn explain_with(a: &Claim, b: &Claim, weights: &Weights) -> Link {
    summary::pair((a, &Record::new(a)), (b, &Record::new(b)), weights)
}
