//! What the rules look at: the claims of an event in order, and who says each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Voices;
use super::camp::Camp;
use super::figure::Figure;
use super::gather::figures;
use crate::matcher::Event;
use crate::model::{Actor, Claim, ClaimId, Period, Place, PlaceId, Relation, Role, SourceId, SourceKind, Stance};

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

impl<'a> Case<'a> {
    pub fn new(event: &'a Event, told: &'a [Told<'a>], voices: &'a Voices<'a>) -> Self {
        Self { event, told, figures: figures(told), voices }
    }

    /// The last day of the event, as far as a claim or the event says.
    pub fn end(&self, claim: &Claim) -> Option<NaiveDate> {
        let to = |period: Option<Period>| period.and_then(|period| period.to());
        to(claim.when).or_else(|| to(self.event.when))
    }
}

/// Whether two claims can speak of one place: the same, one in the other, or one is not said. With a country on one side only
/// nothing is known.
pub(super) fn one_place(a: Option<&Place>, b: Option<&Place>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(place), None) | (None, Some(place)) => !is_country(place),
        (Some(a), Some(b)) => {
            a.id == b.id || !is_country(a) && !is_country(b) && (a.id.holds(&b.id) || b.id.holds(&a.id) || unsettled(a, b))
        }
    }
}

fn is_country(place: &Place) -> bool {
    !place.id.as_str().contains('/') && place.relation == Relation::In
}

/// Whether two claims are of one spot: the same, or one of them only names the province. What happened in a town need not be what
/// happened in one of its quarters.
pub(super) fn one_spot(a: &Place, b: &Place) -> bool {
    let province = |place: &Place| place.id.as_str().matches('/').count() == 1;
    a.id == b.id || province(a) && a.id.holds(&b.id) || province(b) && b.id.holds(&a.id) || unsettled(a, b)
}

/// A place that is on no map may be any on it that lies in the same province.
fn unsettled(a: &Place, b: &Place) -> bool {
    let outer = |place: &'_ Place| {
        let (outer, own) = place.id.as_str().rsplit_once('/')?;
        (own.starts_with('~') && outer.matches('/').count() == 1).then(|| PlaceId::new(outer).ok())?
    };
    match (outer(a), outer(b)) {
        (Some(outer), None) => outer.holds(&b.id),
        (None, Some(outer)) => outer.holds(&a.id),
        _ => false,
    }
}

/// Whether two claims can speak of one time: the same days, or one is not said. What happened on Thursday did not happen on Friday,
/// and the toll of a day is not that of two.
pub(super) fn one_time(a: &Claim, b: &Claim) -> bool {
    let known = |claim: &Claim| claim.when.filter(|when| !when.is_open());
    match (known(a), known(b)) {
        (Some(a), Some(b)) => (a.from(), a.to()) == (b.from(), b.to()),
        _ => true,
    }
}

/// Days within which two things that are told, one of them or both undated, can be of one time.
const SPELL: i64 = 31;

/// Whether two claims can hold at one moment: their times meet or, where one is not said, they were told within a month.
pub(super) fn meet(a: &Told, b: &Told) -> bool {
    match (a.claim.when, b.claim.when) {
        (Some(x), Some(y)) => x.meets(&y),
        _ => a.day().zip(b.day()).is_none_or(|(x, y)| (x - y).num_days().abs() <= SPELL),
    }
}

/// Whether two claims can speak of one act: at one moment and, as far as both name a place, at one spot.
pub(super) fn one_act(a: &Told, b: &Told) -> bool {
    let (x, y) = (a.claim.place.as_ref(), b.claim.place.as_ref());
    meet(a, b) && one_place(x, y) && x.zip(y).is_none_or(|(x, y)| one_spot(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(a: &str, b: &str) -> bool {
        let place = |id: &str| Place::new(PlaceId::new(id).unwrap(), id);
        one_place(Some(&place(a)), Some(&place(b)))
    }

    #[test]
    fn a_town_lies_in_its_province_and_a_nameless_one_may_be_it() {
        assert!(one("sy/deir-ez-zor", "sy/deir-ez-zor/al-quriyah"));
        assert!(one("sy/deir-ez-zor/~a-locality", "sy/deir-ez-zor/al-quriyah"));
    }

    #[test]
    fn two_towns_and_two_nameless_ones_are_two_and_a_country_says_nothing() {
        assert!(!one("sy/deir-ez-zor/mayadin", "sy/deir-ez-zor/al-quriyah"));
        assert!(!one("sy/deir-ez-zor/~north", "sy/deir-ez-zor/~south"));
        assert!(!one("sy", "sy/deir-ez-zor/al-quriyah"));
    }
}
