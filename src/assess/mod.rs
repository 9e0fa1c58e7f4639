//! Recording policies: what the standards of those who record casualties make of an event.
//!
//! A [`Policy`] turns the accounts of an event into low, best and high by harm and group, and may grade how well the event is
//! established. The default, [`Spread`], shows the range and picks nothing. [`Ucdp`], [`Acled`], [`Airwars`] and [`Ibc`] follow rules of
//! public codebooks; each names its rule and says which claims it used and which it set aside, and why. UCDP and ACLED grade no event. None of them decides what is true.
//!
//! A policy of one's own is one trait:
//!
//! ```
//! use crosscheck::assess::{Dossier, Estimate, Policy, assess};
//! use crosscheck::conflict::Voices;
//! use crosscheck::matcher::Event;
//! use crosscheck::model::{Attribution, Claim, EventId, Group, Harm, Kind, Quantity, SourceId, Span};
//!
//! /// The highest figure that anybody gives.
//! struct Worst;
//!
//! impl Policy for Worst {
//!     fn name(&self) -> &str {
//!         "worst"
//!     }
//!
//!     fn rule(&self) -> &str {
//!         "the highest figure that anybody gives"
//!     }
//!
//!     fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
//!         let questions = dossier.questions().into_iter();
//!         questions.map(|question| question.estimate(self, None, question.high(), question.high())).collect()
//!     }
//! }
//!
//! let claim = Claim::new("a#1", "a", Kind::Casualties, Span::new(0, 40)?)?
//!     .harm(Harm::Killed, Group::People)
//!     .count(Quantity::exactly(47.0, "people")?)
//!     .said_by(Attribution::new(SourceId::new("sohr")?, None));
//! let claims = vec![claim.id.clone()];
//! let event = Event { id: EventId::new("e")?, label: String::new(), claims, when: None, place: None, part_of: None, links: vec![] };
//! let voices = Voices::default();
//! let dossier = Dossier::new(&event, [&claim], &voices, &[]);
//!
//! let (estimates, _) = assess(&dossier, &[&Worst]);
//! assert_eq!(estimates[0].best, Some(47.0));
//! assert_eq!(estimates[0].policy, "worst");
//! # Ok::<(), crosscheck::Error>(())
//! ```

mod acled;
mod airwars;
mod dossier;
mod ibc;
mod spread;
#[cfg(test)]
mod test;
mod ucdp;

use serde::{Deserialize, Serialize};

pub use acled::Acled;
pub use airwars::Airwars;
pub use dossier::{Dossier, Question};
pub use ibc::Ibc;
pub use spread::Spread;
pub use ucdp::Ucdp;

use crate::model::{ClaimId, Group, Harm, named, number};

/// How many were harmed, by one policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// What befell them.
    pub harm: Harm,
    /// Who they were.
    pub group: Group,
    /// The least; `None` where nothing is said.
    #[serde(serialize_with = "number")]
    pub low: Option<f64>,
    /// The figure to take; `None` where the policy picks none.
    #[serde(serialize_with = "number")]
    pub best: Option<f64>,
    /// The most that is said; `None` where nothing is said.
    #[serde(serialize_with = "number")]
    pub high: Option<f64>,
    /// The policy.
    pub policy: String,
    /// The rule that gave it, the claims it used and those it set aside.
    pub why: String,
    /// The claims that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub used: Vec<ClaimId>,
    /// The claims that count such people too and that it leaves out, by the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
}

/// Claims that an estimate leaves out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAside {
    /// The reason.
    pub reason: Reason,
    /// The claims.
    pub claims: Vec<ClaimId>,
}

named! {
    /// Why a policy leaves a figure out.
    Reason {
        /// Its voice gave a later figure.
        Replaced = "replaced",
        /// It counts only some of those whom another figure counts.
        Part = "part",
        /// It is a total over a longer time.
        Total = "total",
    }
}

/// How well an event is established, by one policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Grade {
    /// The policy.
    pub policy: String,
    /// The grade, in the policy's own words.
    pub grade: String,
    /// The rule that gave it.
    pub why: String,
}

/// A way to record an event.
pub trait Policy {
    /// Its name, as it stands in [`Estimate::policy`].
    fn name(&self) -> &str;

    /// The rule that it follows, and whose it is.
    fn rule(&self) -> &str;

    /// What it makes of the figures of an event.
    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate>;

    /// How well it holds the event to be established, if it grades.
    fn grade(&self, dossier: &Dossier) -> Option<Grade> {
        let _ = dossier;
        None
    }
}

/// What these policies make of an event, in their order.
pub fn assess(dossier: &Dossier, policies: &[&dyn Policy]) -> (Vec<Estimate>, Vec<Grade>) {
    let estimates = policies.iter().flat_map(|policy| policy.estimates(dossier)).collect();
    (estimates, policies.iter().filter_map(|policy| policy.grade(dossier)).collect())
}
