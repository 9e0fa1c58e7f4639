//! What an event says of itself: its id, label, place, time and links.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use itertools::Itertools;

use super::compare::{Comparison, Meeting};
use super::detail::detail;
use super::event::{Event, Evidence, Link};
use super::record::{self, Record};
use super::weights::Weights;
use crate::model::{Claim, ClaimId, EventId, Period, Place, PlaceId, Relation};

/// What the ids of events begin with.
pub(super) const EVENT: &str = "event:";

/// The id of the event whose least claim has that id.
pub(super) fn id(least: &ClaimId) -> EventId {
    EventId::new(format!("{EVENT}{least}")).expect("not empty")
}

/// The event of these claims.
pub(super) fn event(mut claims: Vec<&Claim>, mut links: Vec<Link>) -> Event {
    claims.sort_by_cached_key(|&claim| record::order(&claim.id));
    links.sort_by(|x, y| x.claims.each_ref().map(record::order).cmp(&y.claims.each_ref().map(record::order)));
    let (place, when) = (place(&claims), when(&claims));
    Event {
        id: id(&claims[0].id),
        label: label(&claims, place.as_ref(), when.as_ref()),
        claims: claims.iter().map(|claim| claim.id.clone()).collect(),
        when,
        place,
        part_of: None,
        links,
    }
}

/// The link of two claims, for themselves.
pub(super) fn pair(x: (&Claim, &Record), y: (&Claim, &Record), weights: &Weights) -> Link {
    let ((a, known_a), (b, known_b)) = if record::order(&x.0.id) <= record::order(&y.0.id) { (x, y) } else { (y, x) };
    let weights = if a.article == b.article { weights.within() } else { weights };
    let comparison = Comparison::of(known_a, known_b);
    let mut evidence: Vec<Evidence> =
        comparison.factors().map(|factor| Evidence { factor, weight: weights.bits(factor), detail: detail(factor, a, b) }).collect();
    evidence.shrink_to_fit();
    Link { claims: [a.id.clone(), b.id.clone()], score: comparison.score(weights), evidence }
}

/// The link of two tellings, under the two claims that alone speak most for it. `x` and `y` give the claims of each.
pub(super) fn outer<'c>(meeting: &Meeting, x: impl Fn(usize) -> &'c Claim, y: impl Fn(usize) -> &'c Claim, weights: &Weights) -> Link {
    let (a, b) = (x(meeting.pair.0), y(meeting.pair.1));
    let evidence = meeting.factors().map(|(factor, i, j)| {
        let (p, q) = (x(i), y(j));
        let detail = detail(factor, p, q);
        let named = if (i, j) == meeting.pair { detail } else { format!("{detail} ({} · {})", p.id, q.id) };
        Evidence { factor, weight: weights.bits(factor), detail: named }
    });
    let mut evidence: Vec<Evidence> = evidence.collect();
    evidence.shrink_to_fit();
    Link { claims: [a.id.clone(), b.id.clone()], score: meeting.score(weights), evidence }
}

/// What, where and when: names and days, and the kind that most claims are of.
fn label(claims: &[&Claim], place: Option<&Place>, when: Option<&Period>) -> String {
    let kind = claims.iter().counts_by(|claim| claim.kind).into_iter().max_by_key(|&(kind, claims)| (claims, Reverse(kind)));
    let day = when.and_then(|when| when.from().or(when.to()));
    [kind.map(|(kind, _)| kind.to_string()), place.map(|place| place.name.clone()), day.map(|day| day.to_string())]
        .iter()
        .flatten()
        .join(" · ")
}

/// The place that agrees with most claims; of those the closest; a place of a map before one that was only read.
fn place(claims: &[&Claim]) -> Option<Place> {
    let named = claims.iter().filter_map(|claim| claim.place.as_ref());
    let places: BTreeMap<(&PlaceId, &str, Relation), (&Place, usize)> = named.fold(BTreeMap::new(), |mut places, place| {
        places.entry((&place.id, &place.name, place.relation)).or_insert((place, 0)).1 += 1;
        places
    });
    let agree = |place: &Place| places.values().filter(|(other, _)| other.id.holds(&place.id)).map(|(_, claims)| claims).sum::<usize>();
    let depth = |place: &Place| place.id.as_str().split('/').take_while(|step| !step.starts_with('~')).count();
    let best = places.iter().max_by_key(|(key, (place, _))| (agree(place), depth(place), Reverse(*key)))?;
    Some(Place { span: None, ..best.1.0.clone() })
}

/// The period that agrees with most claims; of those the most exact.
fn when(claims: &[&Claim]) -> Option<Period> {
    let said = claims.iter().filter_map(|claim| claim.when).filter(|when| !when.is_open());
    let periods = said.counts_by(|when| (when.from(), when.to(), when.precision(), when.basis()));
    let periods =
        periods.into_iter().filter_map(|((from, to, precision, basis), n)| Some((Period::new(from, to, precision, basis).ok()?, n)));
    let periods: Vec<(Period, usize)> = periods.collect();
    let agree = |when: &Period| periods.iter().filter(|(other, _)| other.meets(when)).map(|(_, claims)| claims).sum::<usize>();
    let exact = |when: &Period| Reverse((when.precision(), when.days().unwrap_or(u64::MAX), when.from(), when.to(), when.basis()));
    periods.iter().map(|(when, _)| *when).max_by_key(|when| (agree(when), exact(when)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};

    fn of(samples: &[Sample]) -> Event {
        event(samples.iter().map(|sample| &sample.0).collect(), Vec::new())
    }

    #[test]
    fn the_label_says_what_where_and_when() {
        let event = of(&[
            killed("b#2", 31.0).place("sy/deir-ez-zor/al-quriyah").on("2016-06-25"),
            killed("a#10", 47.0).place("sy/deir-ez-zor").during("2016-06-24", "2016-06-26"),
            claim("a#9"),
        ]);
        assert_eq!(event.label, "casualties · sy/deir-ez-zor/al-quriyah · 2016-06-25");
        assert_eq!(event.id.as_str(), "event:a#9");
        assert_eq!(event.claims.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["a#9", "a#10", "b#2"]);
    }

    #[test]
    fn what_nobody_says_is_not_made_up() {
        let event = of(&[claim("a#1")]);
        assert_eq!((event.label.as_str(), event.place, event.when), ("strike", None, None));
    }

    #[test]
    fn one_odd_day_does_not_date_the_event() {
        let event = of(&[claim("a#1").on("2016-06-25"), claim("a#2").on("2016-06-25"), claim("a#3").on("2016-06-26")]);
        assert_eq!(event.when.unwrap().from().unwrap().to_string(), "2016-06-25");
    }
}
