//! A finding: what voices say to each other on one question, and the claims that show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{ClaimId, EventId, SourceId, named};

named! {
    /// How the sides of a finding stand to each other.
    Verdict {
        /// They cannot all be true of the same thing.
        Conflict = "conflict",
        /// One voice, or one toll, replaces its own earlier figure. Sides: oldest first.
        Revision = "revision",
        /// Independent voices say the same. One side.
        Corroboration = "corroboration",
        /// One voice, told again. One side.
        Repetition = "repetition",
        /// One count is a part of the other. Sides: the whole, then its parts.
        PartWhole = "part_whole",
        /// Different words, no contradiction.
        Compatible = "compatible",
    }
}

named! {
    /// The question that the sides answer.
    Dimension {
        /// How many.
        Count = "count",
        /// What the people were.
        Status = "status",
        /// Who did it.
        Responsibility = "responsibility",
        /// At whom it was aimed.
        Target = "target",
        /// Who holds the place.
        Control = "control",
        /// Whether it happened.
        Occurrence = "occurrence",
        /// When.
        Date = "date",
        /// Where.
        Place = "place",
        /// Why.
        Motive = "motive",
        /// Whether the agreement was kept, and by whom it was broken.
        Agreement = "agreement",
        /// What the words mean: the same people under two names.
        Definition = "definition",
    }
}

named! {
    /// What would reconcile the sides of a conflict: were it so, all of them could be right.
    Reconciler {
        /// One of them tells a later state of things.
        LaterState = "later_state",
        /// They speak of other days, or of a shorter and a longer time.
        OtherTime = "other_time",
        /// They speak of other places, or of a place and a part of it.
        OtherPlace = "other_place",
        /// One counts people whom the other leaves out.
        OtherPeople = "other_people",
        /// One gives a bound only, and means more than it says.
        OpenBound = "open_bound",
        /// Somebody is counted in two parts.
        Overlap = "overlap",
        /// They are one voice, which has corrected itself.
        OneVoice = "one_voice",
        /// They mean the same by different words.
        Definition = "definition",
        /// They speak of two acts.
        TwoActs = "two_acts",
        /// It was both, or both did it.
        Both = "both",
        /// It is so of some, and not of others.
        Partly = "partly",
    }
}

/// What the voices of an event say to each other on one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Its id, the same whenever the same articles are read.
    pub id: String,
    /// The event it is about.
    pub event: EventId,
    /// The rule that made it.
    pub rule: String,
    /// How the sides stand to each other.
    pub verdict: Verdict,
    /// The question.
    pub dimension: Option<Dimension>,
    /// Who says what.
    pub sides: Vec<Side>,
    /// How sure the finding is, from 0 to 1.
    pub strength: f64,
    /// What would reconcile the sides, where they are in conflict, as far as the claims leave it open. Empty: nothing in the claims
    /// would; one of them has to give way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reconcile: Vec<Reconciler>,
    /// One sentence that a reader can check against the spans.
    pub reason: String,
}

/// One position and those who hold it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Side {
    /// The position in a few words.
    pub position: String,
    /// The claims that hold it.
    pub claims: Vec<ClaimId>,
    /// The bodies behind these claims.
    pub voices: Vec<SourceId>,
    /// Those of them that do not rest on each other; of those that are one voice the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub independent: Vec<SourceId>,
    /// The day on which the position was first told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<NaiveDate>,
    /// The day on which it was last told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<NaiveDate>,
}
