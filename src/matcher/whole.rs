//! The larger event that an event belongs to: a raid inside an offensive, a day inside a war. Linked, never merged.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::event::Event;
use super::record;
use crate::model::{ArticleId, Claim, ClaimId, Kind, Period, Scope};

/// Times as long that the larger event lasts at least.
const TIMES: u64 = 4;

/// Gives each event the least event that holds it: one that an article tells together with it, that lasts much longer, holds
/// its days and its place, and is of a kind that holds others.
pub(super) fn nest(events: &mut [Event], claims: &[&Claim]) {
    let by_id: FxHashMap<&ClaimId, &Claim> = claims.iter().map(|claim| (&claim.id, *claim)).collect();
    let mut told: FxHashMap<&ArticleId, Vec<usize>> = FxHashMap::default();
    let mut articles: Vec<BTreeSet<&ArticleId>> = Vec::new();
    for (e, event) in events.iter().enumerate() {
        articles.push(event.claims.iter().map(|id| &by_id[id].article).collect());
        articles[e].iter().for_each(|article| told.entry(article).or_default().push(e));
    }
    let large: Vec<bool> = events.iter().map(|event| event.claims.iter().any(|id| is_large(by_id[id]))).collect();
    let wholes: Vec<Option<usize>> = events
        .iter()
        .enumerate()
        .map(|(e, event)| {
            let near = articles[e].iter().flat_map(|article| &told[article]).copied().filter(|&w| w != e && large[w]);
            near.filter(|&w| holds(&events[w], event)).min_by_key(|&w| (length(events[w].when), record::order(&events[w].claims[0])))
        })
        .collect();
    for (e, whole) in wholes.into_iter().enumerate() {
        events[e].part_of = whole.map(|w| events[w].id.clone());
    }
}

/// Whether a claim tells of something that holds incidents: a campaign, or a total.
fn is_large(claim: &Claim) -> bool {
    matches!(claim.kind, Kind::Operation | Kind::Control) || claim.scope == Scope::Cumulative
}

/// Whether `whole` lasts much longer than `part` and holds its days and its place.
fn holds(whole: &Event, part: &Event) -> bool {
    let (Some(outer), Some(inner)) = (whole.when, part.when) else { return false };
    let (Some(area), Some(place)) = (&whole.place, &part.place) else { return false };
    let begins = outer.from().zip(inner.from()).is_some_and(|(outer, inner)| outer <= inner);
    let ends = outer.to().is_none_or(|outer| inner.to().is_some_and(|inner| inner <= outer));
    begins && ends && area.id.holds(&place.id) && length(Some(outer)) / TIMES >= length(Some(inner))
}

/// The days of a period; an open one is the longest.
fn length(when: Option<Period>) -> u64 {
    when.and_then(|when| when.days()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use crate::matcher::link;
    use crate::matcher::sample::{Sample, claim, killed};
    use crate::model::Kind;

    fn wholes(samples: &[Sample]) -> Vec<Option<String>> {
        let events = link(&samples.iter().map(|sample| sample.0.clone()).collect::<Vec<_>>());
        events.into_iter().map(|event| event.part_of.map(String::from)).collect()
    }

    #[test]
    fn a_raid_belongs_to_the_offensive_told_beside_it() {
        let offensive = claim("a#1").kind(Kind::Operation).place("sy/aleppo").during("2016-06-01", "2016-07-30");
        let raid = killed("a#2", 12.0).place("sy/aleppo/aleppo").on("2016-06-25");
        assert_eq!(wholes(&[offensive, raid]), [None, Some("event:a#1".to_owned())]);
    }

    #[test]
    fn a_day_belongs_to_the_war_and_not_to_another_countrys() {
        let war = killed("a#1", 250_000.0).total().place("sy").during("2011-03-01", "");
        let day = killed("a#2", 12.0).place("sy/aleppo/aleppo").on("2016-06-25");
        let other = killed("a#3", 12.0).place("iq/baghdad").on("2016-06-25");
        assert_eq!(wholes(&[war, day, other]), [None, Some("event:a#1".to_owned()), None]);
    }
}
