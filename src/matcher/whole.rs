//! The larger event that an event belongs to: a raid inside an offensive, a day inside a war. Linked, never merged.

use rustc_hash::FxHashMap;

use super::event::{Event, Link};
use super::{record, summary};
use crate::model::{Claim, Kind, Period, Scope};

/// Times as long that the larger event lasts at least.
const TIMES: u64 = 4;

/// An event, and by what it is found to hold others or to be held.
pub(super) struct Piece {
    event: Event,
    /// The articles that tell of it, as whoever keeps them counts them.
    articles: Vec<u32>,
    /// Whether it is of a kind that holds others.
    large: bool,
}

impl Piece {
    /// The event of these claims of these articles.
    pub fn new(claims: Vec<&Claim>, links: Vec<Link>, articles: Vec<u32>) -> Self {
        Self { large: claims.iter().any(|claim| is_large(claim)), event: summary::event(claims, links), articles }
    }
}

/// All these events in the order of their first claims, each with the least event that holds it: one that an article tells
/// together with it, that lasts much longer, holds its days and its place, and is of a kind that holds others.
pub(super) fn nest(mut pieces: Vec<Piece>) -> Vec<Event> {
    pieces.sort_by(|x, y| record::order(&x.event.claims[0]).cmp(&record::order(&y.event.claims[0])));
    let mut large: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (i, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.large) {
        piece.articles.iter().for_each(|&article| large.entry(article).or_default().push(i));
    }
    let whole = |(i, piece): (usize, &Piece)| {
        let near = piece.articles.iter().filter_map(|article| large.get(article)).flatten().copied();
        let wholes = near.filter(|&w| w != i && holds(&pieces[w].event, &piece.event));
        let whole = wholes.min_by_key(|&w| (length(pieces[w].event.when), w))?;
        Some(pieces[whole].event.id.clone())
    };
    let wholes: Vec<_> = pieces.iter().enumerate().map(whole).collect();
    pieces.into_iter().zip(wholes).map(|(piece, part_of)| Event { part_of, ..piece.event }).collect()
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
