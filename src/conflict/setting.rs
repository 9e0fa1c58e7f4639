//! Settings: whether two claims of one event can be of one place and of one time.
//!
//! That they are of one event is settled before. Within an event there are still Paris and the whole country, a town and its quarters,
//! Thursday's toll and Friday's. What reading carried over from a sentence nearby is no witness of another place or day: only what the
//! words of a claim name tells it apart from another.

use super::case::Told;
use crate::model::{Basis, Claim, Kind, Period, Place, PlaceId, Published, Relation, Span};

/// How the places or the times of two claims fit each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// They are one.
    One,
    /// They may be one: it is not said of one of them, or not where it is claimed.
    Unsure,
    /// One of them lies in the other and may be a part of it.
    Nested,
    /// They are two.
    Apart,
}

/// How the places of two claims fit each other. A province stands for its town; a country or a town that the claim itself names does not
/// stand for what lies in it. An article that goes from one town to the next tells of two.
pub(super) fn places(a: &Claim, b: &Claim) -> Fit {
    let (x, y) = match (&a.place, &b.place) {
        (Some(x), Some(y)) => (x, y),
        (None, None) => return Fit::One,
        _ => return Fit::Unsure,
    };
    let province = |outer: &Place, inner: &Place| outer.id.as_str().matches('/').count() == 1 && outer.id.holds(&inner.id);
    match () {
        () if x.id == y.id || province(x, y) || province(y, x) => Fit::One,
        () if unsettled(x, y) => Fit::Unsure,
        () if x.id.holds(&y.id) => {
            if named(a, x) {
                Fit::Nested
            } else {
                Fit::Unsure
            }
        }
        () if y.id.holds(&x.id) => {
            if named(b, y) {
                Fit::Nested
            } else {
                Fit::Unsure
            }
        }
        () if a.article != b.article && one_province(x, y) && !(named(a, x) && named(b, y)) => Fit::Unsure,
        () => Fit::Apart,
    }
}

/// Whether two places lie in one province: reading slips to the next town, hardly to another land.
fn one_province(a: &Place, b: &Place) -> bool {
    let province = |place: &'_ Place| place.id.as_str().splitn(3, '/').take(2).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (province(a), province(b));
    a.len() == 2 && a == b
}

/// How the times of two claims fit each other: what happened on Thursday did not happen on Friday, and the toll of a day is a part of
/// that of a week. A night is of two days, and so may be what one voice dates to the first and another to the second. What is only known
/// to end by a day may be of any before, and spans that share some days may be told of one time.
pub(super) fn times(a: &Claim, b: &Claim) -> Fit {
    let known = |claim: &Claim| claim.when.filter(|when| !when.is_open());
    match (known(a), known(b)) {
        (Some(x), Some(y)) if (x.from(), x.to()) == (y.from(), y.to()) => Fit::One,
        (Some(x), Some(y)) if x.gap(&y) <= SLIP && (carried(x) || carried(y)) || night(x, y) || night(y, x) => Fit::Unsure,
        (Some(x), Some(y)) if x.meets(&y) && (x.days().is_none() || y.days().is_none()) => Fit::Unsure,
        (Some(x), Some(y)) if holds(x, y) || holds(y, x) => Fit::Nested,
        (Some(x), Some(y)) if x.meets(&y) || as_told(a, x, y) || as_told(b, y, x) => Fit::Unsure,
        (Some(_), Some(_)) => Fit::Apart,
        (Some(when), None) if a.article == b.article && long_past(when, b) => Fit::Apart,
        (None, Some(when)) if a.article == b.article && long_past(when, a) => Fit::Apart,
        _ => Fit::Unsure,
    }
}

/// Whether both are dated, to days that they do not share.
pub(super) fn dated_apart(a: &Claim, b: &Claim) -> bool {
    a.when.zip(b.when).is_some_and(|(x, y)| !x.meets(&y))
}

/// Whether a time was carried over from a sentence nearby.
pub(super) fn carried(when: Period) -> bool {
    matches!(when.basis(), Basis::Context | Basis::Anaphora)
}

/// Days by which a date that was carried over from a sentence nearby may miss: the day of the report, of the night before.
const SLIP: u64 = 2;

/// Whether the time of a toll, carried over from a sentence nearby or told of an earlier toll, is the day on which the toll was given, of
/// what happened in the days before: reading takes the one for the other.
fn as_told(toll: &Claim, when: Period, earlier: Period) -> bool {
    let given = |day: Published| when.from().is_some_and(|from| (0..=1).contains(&(day.date() - from).num_days()));
    let grows = when.from().zip(earlier.to()).is_some_and(|(day, last)| (1..=SPELL).contains(&(day - last).num_days()));
    let told = toll.earlier || carried(when) && toll.reported.is_some_and(given);
    toll.kind == Kind::Casualties && when.days() == Some(1) && told && grows
}

/// Whether a time was over long before a claim that gives none was reported: an article dates its background and not its news.
fn long_past(when: Period, claim: &Claim) -> bool {
    when.to().zip(claim.reported).is_some_and(|(to, reported)| (reported.date() - to).num_days() > SPELL)
}

/// Whether the second is one of the two days of the first.
fn night(two: Period, one: Period) -> bool {
    two.days() == Some(2) && one.days() == Some(1) && two.meets(&one)
}

/// Whether the second lies in the first.
fn holds(outer: Period, inner: Period) -> bool {
    outer.from() <= inner.from() && inner.to() <= outer.to()
}

/// Whether the second claim is, in its own words, of a part in place or time of what the first is of.
pub(super) fn inside(outer: &Claim, inner: &Claim) -> bool {
    let places = outer.place.as_ref().zip(inner.place.as_ref());
    let place = places.is_some_and(|(x, y)| x.id != y.id && x.id.holds(&y.id) && named(inner, y));
    let time = times(outer, inner) == Fit::Nested && outer.when.zip(inner.when).is_some_and(|(x, y)| holds(x, y));
    place || time
}

/// Whether the second claim counts, in one article and by name, at a place that lies in the one that the first counts at.
pub(super) fn holds_place(outer: &Claim, inner: &Claim) -> bool {
    let places = outer.place.as_ref().zip(inner.place.as_ref());
    let nested = places.is_some_and(|(x, y)| x.id != y.id && x.id.holds(&y.id) && named(outer, x) && within(inner, y, SENTENCE));
    outer.article == inner.article && nested
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

/// Whether two claims can speak of one act: at one moment and, as far as both name a place, at one.
pub(super) fn one_act(a: &Told, b: &Told) -> bool {
    meet(a, b) && matches!(places(a.claim, b.claim), Fit::One | Fit::Unsure)
}

/// Whether a claim tells which act it speaks of: it says when, or names the town itself. One that does neither may speak of what somebody
/// does again and again.
pub(super) fn pinned(claim: &Claim) -> bool {
    let town = |place: &Place| place.id.as_str().matches('/').count() > 1 && named(claim, place);
    claim.when.is_some() || claim.place.as_ref().is_some_and(town)
}

/// Whether both claims name their places themselves.
pub(super) fn both_name(a: &Claim, b: &Claim) -> bool {
    a.place.as_ref().is_some_and(|place| named(a, place)) && b.place.as_ref().is_some_and(|place| named(b, place))
}

/// Bytes between the words of a claim and those of its place within which both are of one clause.
const CLAUSE: usize = 60;

/// Bytes between a place that opens a sentence and what the sentence counts there: "A Paris, où …, la police a compté …".
const SENTENCE: usize = 160;

/// Whether the claim itself names its place; one that no text was read for does.
fn named(claim: &Claim, place: &Place) -> bool {
    within(claim, place, CLAUSE)
}

/// Whether a claim's place is named within so many bytes of its words, or no text was read for it.
fn within(claim: &Claim, place: &Place, bytes: usize) -> bool {
    let near = |a: usize, b: usize| a < b + bytes;
    let beside =
        |span: Span| span.field() == claim.span.field() && near(span.start(), claim.span.end()) && near(claim.span.start(), span.end());
    place.relation == Relation::In && place.span.is_none_or(beside)
}

/// A place that is on no map may be any on it that lies in the same district or province or, where none is known, in the same country.
fn unsettled(a: &Place, b: &Place) -> bool {
    let outer = |place: &'_ Place| {
        let (outer, own) = place.id.as_str().rsplit_once('/')?;
        own.starts_with('~').then(|| PlaceId::new(outer).ok())?
    };
    match (outer(a), outer(b)) {
        (Some(outer), None) => outer.holds(&b.id),
        (None, Some(outer)) => outer.holds(&a.id),
        (Some(x), Some(y)) => x != y && (x.holds(&y) || y.holds(&x)),
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, claim};

    fn at(id: &str) -> Told {
        claim("a#1").at(id)
    }

    /// In another article.
    fn other(id: &str) -> Told {
        claim("b#1").at(id)
    }

    fn fit(a: Told, b: Told) -> Fit {
        let (a, b) = (a.claim(), b.claim());
        assert_eq!(places(&a, &b), places(&b, &a));
        places(&a, &b)
    }

    #[test]
    fn a_town_lies_in_its_province_and_a_nameless_one_may_be_it() {
        assert_eq!(fit(at("sy/deir-ez-zor"), at("sy/deir-ez-zor/al-quriyah")), Fit::One);
        assert_eq!(fit(at("sy/deir-ez-zor/~a-locality"), at("sy/deir-ez-zor/al-quriyah")), Fit::Unsure);
        assert_eq!(fit(at("sy/~east"), at("sy/deir-ez-zor/al-quriyah")), Fit::Unsure);
        assert_eq!(fit(at("sy/~east"), at("sy/deir-ez-zor/~a-locality")), Fit::Unsure);
    }

    #[test]
    fn two_towns_and_two_nameless_ones_are_two() {
        assert_eq!(fit(at("sy/deir-ez-zor/mayadin"), at("sy/deir-ez-zor/al-quriyah")), Fit::Apart);
        assert_eq!(fit(at("sy/deir-ez-zor/~north"), at("sy/deir-ez-zor/~south")), Fit::Apart);
    }

    #[test]
    fn a_country_and_a_town_hold_more_than_what_lies_in_them() {
        assert_eq!(fit(at("sy"), at("sy/deir-ez-zor/al-quriyah")), Fit::Nested);
        assert_eq!(fit(at("sy/aleppo/aleppo/midan"), at("sy/aleppo/aleppo")), Fit::Nested);
    }

    #[test]
    fn a_place_that_is_named_elsewhere_is_no_witness() {
        assert_eq!(fit(at("sy/aleppo/aleppo").named_at(900), other("sy/aleppo/azaz")), Fit::Unsure);
        assert_eq!(fit(at("sy/aleppo/aleppo").named_at(110), other("sy/aleppo/azaz")), Fit::Apart);
        assert_eq!(fit(at("sy/aleppo/aleppo").named_at(900), other("tr/hatay/antakya")), Fit::Apart);
        // An article goes from one to the next.
        assert_eq!(fit(at("sy/aleppo/aleppo").named_at(900), at("sy/aleppo/azaz")), Fit::Apart);
        assert_eq!(fit(at("sy/aleppo/aleppo/midan").named_at(900), other("sy/aleppo/aleppo/sheikh-maqsoud")), Fit::Unsure);
        assert_eq!(fit(at("sy/aleppo/aleppo/midan").named_at(110), other("sy/aleppo/aleppo/sheikh-maqsoud")), Fit::Apart);
    }

    #[test]
    fn a_day_that_was_carried_over_is_no_witness() {
        let on = |day: &str| claim("a#1").on(day);
        let carried = on("2016-06-26").carried().claim();
        assert_eq!(times(&on("2016-06-25").claim(), &on("2016-06-26").claim()), Fit::Apart);
        assert_eq!(times(&on("2016-06-25").claim(), &carried), Fit::Unsure);
        assert_eq!(times(&on("2016-06-23").claim(), &carried), Fit::Apart);
        assert_eq!(times(&on("2016-06-25").claim(), &claim("b#1").claim()), Fit::Unsure);
        // It may be the day on which the toll was given.
        let given = on("2016-06-30").carried().reported("2016-06-30").killed(9.0).claim();
        assert_eq!(times(&on("2016-06-25").claim(), &given), Fit::Unsure);
        assert_eq!(times(&on("2016-06-25").claim(), &on("2016-06-30").reported("2016-06-30").killed(9.0).claim()), Fit::Apart);
        // The article dates its background and not its news.
        assert_eq!(times(&on("2016-02-25").claim(), &claim("a#2").reported("2016-06-26").claim()), Fit::Apart);
    }

    #[test]
    fn a_day_lies_in_its_week_and_may_be_either_of_a_night() {
        let on = |from: &str, to: &str| claim("a#1").spanning(from, to).claim();
        assert_eq!(times(&on("2016-06-25", "2016-06-26"), &on("2016-06-26", "2016-06-26")), Fit::Unsure);
        assert_eq!(times(&on("2016-06-20", "2016-06-26"), &on("2016-06-26", "2016-06-26")), Fit::Nested);
        assert_eq!(times(&on("2016-06-20", "2016-06-26"), &on("2016-06-27", "2016-06-27")), Fit::Apart);
        // A month and thirty days from its end on.
        assert_eq!(times(&on("2016-06-01", "2016-06-30"), &on("2016-06-25", "2016-07-24")), Fit::Unsure);
    }
}
