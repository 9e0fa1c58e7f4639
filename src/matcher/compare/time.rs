//! When: periods, and where they are unknown the days of publication.

use super::count;
use super::kind::{Aspect, aspect};
use crate::matcher::record::{Days, Record};
use crate::matcher::weights::Factor;
use crate::model::{Kind, Precision};

/// Days that one spell of news lasts: what is told of undated things within it may well be one.
const SPELL: i32 = 4;

/// Days up to which periods that meet still say much; a longer one says as much if both name just the same.
const SAME: i64 = 10;

/// Days that two beginnings take that may be one.
const NEIGHBOUR: i64 = 2;

/// Days for which a toll goes on being told anew.
const TOLLS: i64 = 10;

/// Days for which one that gives the same figure may be of the same toll.
const FIGURE: i64 = 21;

/// Days after which an article that gives the date looks back.
const RECENT: i32 = 10;

/// Days after which undated news is hardly the same.
const STALE: i32 = 21;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    match (a.when, b.when) {
        (Some(when), None) | (None, Some(when)) if a.article == b.article => recalled(when, a.reported?),
        // An article tells of many times on one day.
        (None, None) if a.article == b.article => None,
        // What reading carried from one sentence to the next is no second witness.
        (Some(x), Some(y)) if a.article == b.article && (x.carried || y.carried) => between(a, b)
            .filter(|factor| parts(*factor))
            .map(|factor| if matches!(factor, Factor::OtherTime | Factor::LaterToll) { Factor::LooseTime } else { factor }),
        _ => between(a, b),
    }
}

/// Whether a factor speaks against one event.
fn parts(factor: Factor) -> bool {
    matches!(factor, Factor::OtherTime | Factor::NextDay | Factor::LaterToll | Factor::SameWeeks | Factor::WithinPeriod)
}

/// Two claims as if of two articles.
pub(super) fn between(a: &Record, b: &Record) -> Option<Factor> {
    // How strong somebody is holds on whatever day it is told.
    if aspect(a) == Aspect::Figure && aspect(b) == Aspect::Figure {
        return None;
    }
    Some(match (a.when, b.when) {
        (Some(x), Some(y)) => relate(x, y, slack(a, x).max(slack(b, y)), if x.from > y.from { as_told(a, x, b) } else { as_told(b, y, a) }),
        (Some(when), None) => told(when, a, b),
        (None, Some(when)) => told(when, b, a),
        (None, None) => a.reported.zip(b.reported).map_or(Factor::Undated, |(x, y)| spell((x - y).abs())),
    })
}

/// A dated claim beside an undated one in an article of that day.
fn recalled(when: Days, day: i32) -> Option<Factor> {
    (day.saturating_sub(when.to) > RECENT).then_some(Factor::Recalled)
}

/// A dated claim against one of which only the day it was told on is known: nothing is told before it happens.
fn told(when: Days, dated: &Record, other: &Record) -> Factor {
    let Some(day) = other.reported else { return Factor::Undated };
    if when.from > day.saturating_add(1) && !dated.unreal() && !other.unreal() {
        return Factor::OtherTime;
    }
    if when.len() > i64::from(STALE) {
        return Factor::WithinPeriod;
    }
    spell(day.saturating_sub(when.to))
}

/// So many days between what happened or was told and the other telling.
fn spell(gap: i32) -> Factor {
    match gap {
        ..=SPELL => Factor::ToldTogether,
        STALE.. => Factor::ToldApart,
        _ => Factor::Undated,
    }
}

/// Two periods, which may miss each other by so many days; by `later` days where the later may be that of the telling.
fn relate(a: Days, b: Days, slack: i64, later: Option<i64>) -> Factor {
    let gap = i64::from(a.from.max(b.from)) - i64::from(a.to.min(b.to));
    if gap > 0 {
        return match gap {
            _ if later.is_some_and(|days| gap <= days) => Factor::LaterToll,
            _ if gap <= slack => Factor::NextDay,
            _ => Factor::OtherTime,
        };
    }
    let open = a.to == i32::MAX || b.to == i32::MAX;
    let begun = (i64::from(a.from) - i64::from(b.from)).abs() + 1;
    let length = match () {
        // A year has many events.
        _ if a.precision == Precision::Year || b.precision == Precision::Year => return Factor::WithinPeriod,
        _ if (a.from, a.to) == (b.from, b.to) => a.len().min(SAME),
        // What began on a day and goes on meets what happened then, and says nothing of what came later.
        _ if open && begun > NEIGHBOUR => return Factor::WithinPeriod,
        _ if open => begun,
        _ => a.len().max(b.len()),
    };
    match length {
        ..=2 => Factor::SameDay,
        3..=SAME => Factor::SameDays,
        11..=45 => Factor::SameWeeks,
        _ => Factor::WithinPeriod,
    }
}

/// The days by which a toll's day may be later than what it counts, where it may be the one on which the toll was given: the day
/// of the report or the one before.
fn as_told(record: &Record, when: Days, early: &Record) -> Option<i64> {
    let reckoned = when.precision == Precision::Day && record.reported.is_some_and(|day| when.to >= day - 1);
    // An article that dates both tells them apart.
    if record.article == early.article && !when.carried {
        return None;
    }
    let told = matches!(aspect(record), Aspect::Incident | Aspect::Aim)
        && record.kind != Kind::Strike
        && reckoned
        && count::may_grow(early, record);
    told.then_some(if count::one_figure(early, record) { FIGURE } else { TOLLS })
}

/// Days by which the words of a claim may miss those of another: an offensive is told day by day.
fn slack(record: &Record, when: Days) -> i64 {
    match when.precision {
        Precision::Day if aspect(record) == Aspect::Campaign => 3,
        Precision::Day => 1,
        Precision::Week => 2,
        Precision::Month => 5,
        Precision::Year => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};

    fn check(a: &Sample, b: &Sample, expected: Option<Factor>) {
        assert_eq!(compare(&a.record(), &b.record()), expected);
        assert_eq!(compare(&b.record(), &a.record()), expected);
    }

    #[test]
    fn the_closer_the_days_the_more_they_say() {
        let day = claim("a#1").on("2016-06-25");
        check(&day, &claim("b#1").on("2016-06-25"), Some(Factor::SameDay));
        check(&day, &claim("b#1").during("2016-06-24", "2016-06-26"), Some(Factor::SameDays));
        check(&day, &claim("b#1").during("2016-06-01", "2016-06-30"), Some(Factor::SameWeeks));
        check(&day, &claim("b#1").during("2016-01-01", "2016-12-31"), Some(Factor::WithinPeriod));
    }

    #[test]
    fn thursday_and_friday_are_two_days() {
        check(&claim("a#1").on("2016-06-23"), &claim("b#1").on("2016-06-24"), Some(Factor::NextDay));
        check(&claim("a#1").on("2016-06-23"), &claim("b#1").on("2016-06-25"), Some(Factor::OtherTime));
    }

    #[test]
    fn an_offensive_goes_on_for_days() {
        let advance = |id, day| claim(id).kind(Kind::Control).on(day);
        check(&advance("a#1", "2024-11-27"), &advance("b#1", "2024-11-29"), Some(Factor::NextDay));
        check(&advance("a#1", "2024-11-27"), &advance("b#1", "2024-12-07"), Some(Factor::OtherTime));
    }

    #[test]
    fn what_began_on_a_day_says_nothing_of_later_days() {
        let truce = claim("a#1").during("2016-02-27", "");
        check(&truce, &claim("b#1").on("2016-02-27"), Some(Factor::SameDay));
        check(&truce, &claim("b#1").on("2016-06-25"), Some(Factor::WithinPeriod));
        check(&truce, &claim("b#1").during("2016-02-27", ""), Some(Factor::SameDays));
        check(&truce, &claim("b#1").during("", "2016-06-25"), Some(Factor::WithinPeriod));
    }

    #[test]
    fn nothing_is_told_before_it_happens() {
        check(&claim("a#1").on("2016-06-25"), &claim("b#1").told("2016-06-20"), Some(Factor::OtherTime));
        check(&claim("a#1").on("2016-06-25"), &claim("b#1").told("2016-06-26"), Some(Factor::ToldTogether));
        check(&claim("a#1").on("2016-06-25"), &claim("b#1").told("2016-09-26"), Some(Factor::ToldApart));
    }

    #[test]
    fn a_toll_is_told_days_later_and_dated_then() {
        let mut late = killed("b#1", 154.0).on("2020-08-07").told("2020-08-07");
        check(&killed("a#1", 100.0).on("2020-08-04"), &late, Some(Factor::LaterToll));
        check(&killed("a#1", 200.0).on("2020-08-04"), &late, Some(Factor::OtherTime));
        check(&killed("a#1", 100.0).on("2020-07-04"), &late, Some(Factor::OtherTime));
        late.0.reported = Some("2020-09-30".parse().unwrap());
        check(&killed("a#1", 100.0).on("2020-08-04"), &late, Some(Factor::OtherTime));
    }

    #[test]
    fn without_dates_only_the_day_of_telling_is_left() {
        check(&claim("a#1").told("2016-06-25"), &claim("b#1").told("2016-06-26"), Some(Factor::ToldTogether));
        check(&claim("a#1"), &claim("b#1").told("2016-06-26"), Some(Factor::Undated));
        check(&claim("a#1").told("2016-06-25"), &claim("a#2").told("2016-06-25"), None);
    }

    #[test]
    fn what_was_over_when_it_was_told_has_no_date() {
        let told = claim("a#1").during("", "2016-06-25").told("2016-06-26");
        check(&told, &claim("b#1").told("2016-06-26"), Some(Factor::ToldTogether));
        check(&told, &claim("b#1").on("2016-06-24"), Some(Factor::ToldTogether));
        check(&told, &claim("b#1").on("2016-06-29"), Some(Factor::OtherTime));
    }

    #[test]
    fn an_old_date_beside_none_is_recalled() {
        let news = claim("a#1").told("2024-03-15");
        check(&news, &claim("a#2").on("2024-02-29").told("2024-03-15"), Some(Factor::Recalled));
        check(&news, &claim("a#2").on("2024-03-14").told("2024-03-15"), None);
    }

    #[test]
    fn strength_holds_whatever_the_day() {
        check(&claim("a#1").kind(Kind::Strength).on("2016-04-15"), &claim("b#1").kind(Kind::Strength).on("2016-06-26"), None);
    }
}
