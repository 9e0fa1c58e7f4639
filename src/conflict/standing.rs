//! Who holds a place, asked of all claims of one article on it: that outlasts the incident with which each was told. Articles of other
//! days tell of other states of things.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, tell};
use super::rule::Rule;
use super::{Finding, Voices};
use crate::matcher::Event;
use crate::model::{ArticleId, Claim, ClaimId, EventId, Kind, PlaceId};

/// What a rule on control finds between claims of several events that one article makes on one place. Such a finding is told with the
/// first of the events.
pub(super) fn across(rule: &Rule, events: &[Event], claims: &BTreeMap<&ClaimId, &Claim>, voices: &Voices) -> Vec<Finding> {
    let mut held: BTreeMap<(&ArticleId, &PlaceId), BTreeMap<&EventId, Vec<&ClaimId>>> = BTreeMap::new();
    for event in events {
        for claim in event.claims.iter().filter_map(|id| claims.get(id)).filter(|claim| claim.kind == Kind::Control) {
            let Some(place) = &claim.place else { continue };
            held.entry((&claim.article, &place.id)).or_default().entry(&event.id).or_default().push(&claim.id);
        }
    }
    let several = held.into_values().filter(|events| events.len() > 1);
    several.flat_map(|events| between(rule, &events, claims, voices)).collect()
}

fn between(rule: &Rule, events: &BTreeMap<&EventId, Vec<&ClaimId>>, claims: &BTreeMap<&ClaimId, &Claim>, voices: &Voices) -> Vec<Finding> {
    let Some(first) = events.keys().next() else { return Vec::new() };
    let ids = events.values().flatten().map(|id| (*id).clone()).collect();
    let whole =
        Event { id: (*first).clone(), label: String::new(), claims: ids, when: None, place: None, part_of: None, links: Vec::new() };
    let voices = voices.among(whole.claims.iter().filter_map(|id| claims.get(id).copied()));
    let told = tell(&whole, claims, &voices);
    let of: BTreeMap<&ClaimId, &EventId> = events.iter().flat_map(|(event, ids)| ids.iter().map(move |id| (*id, *event))).collect();
    let apart = |finding: &Finding| {
        let told = finding.sides.iter().flat_map(|side| side.claims.iter().take(1));
        told.filter_map(|id| of.get(id)).collect::<BTreeSet<_>>().len() > 1
    };
    rule.apply(&Case::new(&whole, &told, &voices)).into_iter().filter(apart).collect()
}
