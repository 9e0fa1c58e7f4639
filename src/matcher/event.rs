//! An event: the claims that speak of it, and why they were linked.

use serde::{Deserialize, Serialize};

use super::weights::Factor;
use crate::model::{ClaimId, EventId, Period, Place};

/// Claims that speak of one event, from one article or many.
///
/// ```
/// use crosscheck::matcher::link;
/// use crosscheck::model::{Claim, Kind, Span};
/// let event = &link(&[Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?])[0];
/// assert_eq!((event.id.as_str(), event.label.as_str()), ("event:a#1", "strike"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What, where and when, in a few words.
    pub label: String,
    /// Its claims, in order of their ids.
    pub claims: Vec<ClaimId>,
    /// When it happened: the most exact period that most claims agree on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Period>,
    /// Where it happened: the most exact place that most claims agree on; `where` in JSON.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The larger event that it belongs to: a raid inside an offensive.
    #[serde(default)]
    pub part_of: Option<EventId>,
    /// The pairs of claims that hold it together, each with its evidence.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// Why two claims were linked: a sum of weights that a reader can redo.
///
/// Between two articles it is the link of all that they tell of the event: an observation may then be of other claims than
/// the two that are named, and its detail names them.
///
/// ```
/// use crosscheck::matcher::explain;
/// use crosscheck::model::{Claim, Kind, Span};
/// let a = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
/// let b = Claim::new("b#1", "b", Kind::Strike, Span::new(0, 9)?)?;
/// let link = explain(&a, &b);
/// assert_eq!(link.score, link.evidence.iter().map(|e| e.weight).sum::<f64>());
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// The two claims, the lesser id first.
    pub claims: [ClaimId; 2],
    /// The sum of the weights, in bits.
    pub score: f64,
    /// What spoke for and against.
    pub evidence: Vec<Evidence>,
}

/// One thing that speaks for a link, or against it.
///
/// ```
/// use crosscheck::matcher::{Evidence, Factor};
/// let json = r#"{"factor": "same_place", "weight": 5.0, "detail": "sy/aleppo/aleppo"}"#;
/// assert_eq!(serde_json::from_str::<Evidence>(json).unwrap().factor, Factor::SamePlace);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What was observed, such as `same_place`.
    pub factor: Factor,
    /// Its weight in bits; negative against.
    pub weight: f64,
    /// What was compared.
    pub detail: String,
}
