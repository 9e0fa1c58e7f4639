//! Whom a count counts, and whether they are a part of those whom another counts.

use std::collections::BTreeMap;

use crate::model::{Claim, ClaimId, Group, Kind};

/// The people or things that are counted, as far as two counts can be set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// All of them.
    All,
    /// Those of a group, who are or may be a part of all.
    Only(Group),
    /// Some of them, of whom only their number is told ("16 others", "30 in the next village").
    Some,
}

/// What makes a count a part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing: it stands for itself.
    None,
    /// Its place lies in the other's: it counts all of those there.
    Place,
    /// Somebody else's adding up: it counts all that its own voice knows of.
    Sum,
    /// It counts some of them only.
    Some,
}

impl Part {
    /// What makes a claim a part, if it is one.
    pub fn of(claim: &Claim, by_id: &BTreeMap<&ClaimId, &Claim>) -> Self {
        let Some(id) = &claim.part_of else { return Self::None };
        let Some(whole) = by_id.get(id) else { return Self::Some };
        let voice = |claim: &Claim| claim.attribution.last().map(|link| link.source.clone());
        let own = voice(claim).is_some() && voice(claim) != voice(whole) && claim.article == whole.article;
        let place = |claim: &'_ Claim| claim.place.as_ref().map(|place| place.id.clone());
        let inside = |here| place(whole).is_none_or(|whole| whole != here && whole.holds(&here));
        match place(claim) {
            _ if own && claim.kind == Kind::Casualties && Class::named(claim.group) == Class::All => Self::Sum,
            Some(here) if inside(here.clone()) => Self::Place,
            _ => Self::Some,
        }
    }
}

impl Class {
    /// Whom a claim counts, given what makes it a part.
    pub fn of(claim: &Claim, part: Part) -> Self {
        match Class::named(claim.group) {
            Class::All if part == Part::Some => Class::Some,
            class => class,
        }
    }

    /// Those whom a group names.
    pub fn named(group: Option<Group>) -> Self {
        match group {
            None | Some(Group::People) => Class::All,
            Some(Group::Other) => Class::Some,
            Some(Group::Soldiers) => Class::Only(Group::Combatants),
            Some(group) => Class::Only(group),
        }
    }
}

pub(super) const CIVILIANS: Class = Class::Only(Group::Civilians);
pub(super) const FIGHTERS: Class = Class::Only(Group::Combatants);
