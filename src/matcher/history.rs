//! What became of events as their claims came, went and were corrected: old ids lead to new ones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::EventId;

/// What became of an event: merged into another, split into several, known under another id, or gone.
///
/// ```
/// use crosscheck::matcher::Change;
/// use crosscheck::model::EventId;
/// let merged = Change { event: EventId::new("event:b#1")?, became: vec![EventId::new("event:a#1")?] };
/// assert_eq!(merged.became.len(), 1);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The id that it had.
    pub event: EventId,
    /// The events that now hold its claims, in order; none where its claims are gone.
    pub became: Vec<EventId>,
}

/// All changes, the first in front.
#[derive(Debug, Default)]
pub(super) struct History {
    changes: Vec<Change>,
    /// The last change of each event, by its place among all.
    last: BTreeMap<EventId, usize>,
}

impl From<Vec<Change>> for History {
    fn from(changes: Vec<Change>) -> Self {
        let last = changes.iter().enumerate().map(|(i, change)| (change.event.clone(), i)).collect();
        Self { changes, last }
    }
}

impl History {
    /// All changes.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Writes changes down.
    pub fn note(&mut self, changes: &[Change]) {
        for change in changes {
            self.last.insert(change.event.clone(), self.changes.len());
            self.changes.push(change.clone());
        }
    }

    /// What an event became when it last changed.
    pub fn became(&self, event: &EventId) -> &[EventId] {
        self.last.get(event).map_or(&[], |&change| &self.changes[change].became)
    }
}
