//! Camps: to whom an actor belongs, and whether two actors can be the same.

use super::voice::is_state;
use crate::model::{ActorId, SourceId};

/// To whom an actor belongs, told from the path of its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Camp {
    /// A state and whatever belongs to it: `ru/air-force`.
    State(String),
    /// A named group and whatever belongs to it: `islamic-state`.
    Group(String),
    /// People of a country that are no part of its state: `sy/~rebels`.
    Faction(String),
    /// A word that fits many: `~militants`.
    Loose(String),
}

impl Camp {
    /// The camp of an actor.
    pub fn of(id: &ActorId) -> Self {
        let root = id.root();
        if root.starts_with('~') {
            Camp::Loose(root.to_owned())
        } else if !is_state(root) {
            Camp::Group(root.to_owned())
        } else if id.as_str().contains("/~") {
            Camp::Faction(id.as_str().to_owned())
        } else {
            Camp::State(root.to_owned())
        }
    }

    /// Whether they are certainly two: no actor can be of both. A group may be among a country's rebels, and a loose word fits
    /// anybody.
    pub fn apart(&self, other: &Self) -> bool {
        use Camp::*;
        match (self, other) {
            (Loose(_), _) | (_, Loose(_)) | (Group(_), Faction(_)) | (Faction(_), Group(_)) => false,
            (Faction(a), Faction(b)) => a.split('/').next() != b.split('/').next(),
            _ => self != other,
        }
    }

    /// Whether they go by two names: certainly two, or a named group here and a country's rebels there.
    pub fn named_apart(&self, other: &Self) -> bool {
        use Camp::*;
        matches!((self, other), (Group(_), Faction(_)) | (Faction(_), Group(_))) || self.apart(other)
    }

    /// Whether a word can stand for the other: the same, or a loose word for people under arms who are no state's.
    pub fn covers(&self, other: &Self) -> bool {
        use Camp::*;
        self == other || matches!((self, other), (Loose(_), Loose(_) | Group(_) | Faction(_)) | (Group(_) | Faction(_), Loose(_)))
    }

    /// Whether a voice is of this camp.
    pub fn is_voice(&self, house: &SourceId) -> bool {
        let (Camp::State(id) | Camp::Group(id) | Camp::Faction(id) | Camp::Loose(id)) = self;
        house.as_str() == id
    }
}

/// Whether all of these are certainly others than all of those. Nobody is apart from nobody.
pub(super) fn apart(a: &[Camp], b: &[Camp]) -> bool {
    !a.is_empty() && !b.is_empty() && a.iter().all(|x| b.iter().all(|y| x.apart(y)))
}

/// Whether all of these go by other names than all of those.
pub(super) fn named_apart(a: &[Camp], b: &[Camp]) -> bool {
    !a.is_empty() && !b.is_empty() && a.iter().all(|x| b.iter().all(|y| x.named_apart(y)))
}

/// Whether some camp is among both.
pub(super) fn share(a: &[Camp], b: &[Camp]) -> bool {
    a.iter().any(|x| b.contains(x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camp(id: &str) -> Camp {
        Camp::of(&ActorId::new(id).unwrap())
    }

    #[test]
    fn states_and_groups_are_apart() {
        assert!(camp("ru/air-force").apart(&camp("sy/army")));
        assert!(camp("islamic-state").apart(&camp("sy/army")));
        assert!(camp("sy/~rebels").apart(&camp("sy/army")));
    }

    #[test]
    fn organs_of_one_state_and_loose_words_are_not() {
        assert!(!camp("ru/air-force").apart(&camp("ru/army")));
        assert!(!camp("~gunmen").apart(&camp("islamic-state")));
        assert!(!camp("sy/~rebels").apart(&camp("hts")));
    }

    #[test]
    fn a_group_and_the_rebels_are_two_names() {
        assert!(camp("islamic-state").named_apart(&camp("sy/~rebels")));
        assert!(!camp("islamic-state").named_apart(&camp("~militants")));
    }
}
