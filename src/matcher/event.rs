//! An event: the claims that speak of it, and why they were linked.

use serde::{Deserialize, Serialize};

use crate::model::{ClaimId, EventId, Period, Place};

/// Claims that speak of one event, from one article or many.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What, where and when, in a few words.
    pub label: String,
    /// Its claims, in order of their ids.
    pub claims: Vec<ClaimId>,
    /// When it happened: where the claims' periods meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Period>,
    /// Where it happened: the most exact place that the claims agree on; `where` in JSON.
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The two claims, the lesser id first.
    pub claims: [ClaimId; 2],
    /// The sum of the weights, in bits.
    pub score: f64,
    /// What spoke for and against.
    pub evidence: Vec<Evidence>,
}

/// One thing that speaks for a link, or against it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its name, such as `same_place`.
    pub factor: String,
    /// Its weight in bits; negative against.
    pub weight: f64,
    /// What was compared.
    pub detail: String,
}
