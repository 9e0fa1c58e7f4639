//! What the rules look at: the claims of an event in order, and who says each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Voices;
use super::camp::Camp;
use super::figure::Figure;
use super::gather::figures;
use crate::matcher::Event;
use crate::model::{Actor, Claim, ClaimId, Period, Role, SourceId, SourceKind, Stance};

/// Statements of one event that a rule compares with each other, at most. An event of news holds a few dozen different ones; where
/// there are more, those that come first are compared, so that a flood of claims costs no flood of pairs.
pub(super) const MOST: usize = 256;

/// Members of one position that are compared with another's, at most. Those who hold one position differ little.
pub(super) const FEW: usize = 32;

/// A claim of the event, and who says it.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub claim: &'a Claim,
    /// The voices that it counts as.
    pub houses: Vec<SourceId>,
    /// Whether the article names somebody who says it.
    pub cited: bool,
    camps: BTreeMap<Role, Vec<Camp>>,
    /// The camps that are hit: targets and victims.
    pub hit: Vec<Camp>,
}

impl<'a> Told<'a> {
    fn new(claim: &'a Claim, voices: &Voices) -> Self {
        let mut camps: BTreeMap<Role, Vec<Camp>> = BTreeMap::new();
        for actor in claim.actors.iter().filter(|actor| !tells(actor, voices)) {
            camps.entry(actor.role).or_default().push(Camp::of(&actor.id));
        }
        for camps in camps.values_mut() {
            camps.sort();
            camps.dedup();
        }
        let hit = [Role::Target, Role::Victim].iter().filter_map(|role| camps.get(role)).flatten().cloned().collect();
        Self { claim, houses: voices.houses(claim), cited: !claim.attribution.is_empty(), camps, hit }
    }

    /// The camps of its actors in that role, in order.
    pub fn camps(&self, role: Role) -> &[Camp] {
        self.camps.get(&role).map_or(&[], Vec::as_slice)
    }

    /// The camps that it says did it.
    pub fn by(&self) -> &[Camp] {
        self.camps(Role::Perpetrator)
    }

    /// Whether its voice holds that it is so, or at least may be.
    pub fn held(&self) -> bool {
        matches!(self.claim.stance, Stance::Asserted | Stance::Doubted)
    }

    /// Whether its voice denies it.
    pub fn denied(&self) -> bool {
        self.claim.stance == Stance::Denied
    }

    /// The day it was reported.
    pub fn day(&self) -> Option<NaiveDate> {
        self.claim.reported.map(|reported| reported.date())
    }

    /// Whether some voice stands behind both.
    pub fn same_voice(&self, other: &Self) -> bool {
        self.houses.iter().any(|house| other.houses.contains(house))
    }
}

/// The claims of an event in the order of their reports and of the text.
pub(super) fn tell<'a>(event: &Event, claims: &BTreeMap<&ClaimId, &'a Claim>, voices: &Voices) -> Vec<Told<'a>> {
    let mut told: Vec<Told> = event.claims.iter().filter_map(|id| claims.get(id)).map(|claim| Told::new(claim, voices)).collect();
    told.sort_by_cached_key(|told| {
        let claim = told.claim;
        (told.day(), claim.article.clone(), Reverse(claim.span.field()), claim.span.start(), claim.id.clone())
    });
    told
}

/// Whether an actor is one of those who tell of deeds and do none: a monitor that "killed" was read amiss.
fn tells(actor: &Actor, voices: &Voices) -> bool {
    use SourceKind::*;
    let does = matches!(actor.role, Role::Perpetrator | Role::Holder | Role::Loser);
    does && matches!(voices.kind(&actor.id.clone().into()), Some(Outlet | Agency | Monitor | Organisation | Medical | Expert | Social))
}

/// An event as the rules see it.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub event: &'a Event,
    /// Its claims in order.
    pub told: &'a [Told<'a>],
    /// What is counted, by whom, and how often it is told.
    pub figures: Vec<Figure<'a>>,
    pub voices: &'a Voices<'a>,
}

/// The last day of an event, as far as a claim or the event says.
pub(super) fn end(claim: &Claim, event: &Event) -> Option<NaiveDate> {
    let to = |period: Option<Period>| period.and_then(|period| period.to());
    to(claim.when).or_else(|| to(event.when))
}

impl<'a> Case<'a> {
    pub fn new(event: &'a Event, told: &'a [Told<'a>], voices: &'a Voices<'a>) -> Self {
        Self { event, told, figures: figures(told, event), voices }
    }

    /// The last day of the event, as far as a claim or the event says.
    pub fn end(&self, claim: &Claim) -> Option<NaiveDate> {
        end(claim, self.event)
    }
}
