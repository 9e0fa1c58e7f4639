//! How many: figures of one thing that may be one figure, a growing toll or figures of different things.

use crate::matcher::record::{Count, Record};
use crate::matcher::weights::Factor;
use crate::model::{Group, Kind};

/// Times that one figure may be another before it says something: reports of one event differ that much.
const FAR: f64 = 4.0;

/// Times that one figure is another where they hardly count the same thing.
const WORLDS: f64 = 20.0;

/// A number that few events reach.
const LARGE: f64 = 100.0;

/// A number of people hurt that hardly any event reaches: whatever has so many in one country on one day is one event.
const HUGE: f64 = 1000.0;

/// Times that one large number may be another of its size.
const ALIKE: f64 = 2.0;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    let (x, y) = (a.count?, b.count?);
    if x.unit != y.unit || a.kind != b.kind || a.harm != b.harm || x.vague || y.vague {
        return None;
    }
    let (m, n) = (x.value?, y.value?);
    if m == n {
        return Some(match m {
            _ if a.kind == Kind::Casualties && m >= HUGE => Factor::HugeCounts,
            _ if rare(m) => Factor::SameRareCount,
            LARGE.. => Factor::LargeCounts,
            _ => Factor::SameCount,
        });
    }
    // A part may be any share of its whole.
    if a.part_of.is_some() || b.part_of.is_some() || class(a) != class(b) {
        return None;
    }
    if a.kind == Kind::Casualties && m.min(n) >= HUGE {
        return Some(Factor::HugeCounts);
    }
    let times = m.max(n) / m.min(n).max(1.0);
    match times {
        _ if times > WORLDS => Some(Factor::CountsWorldsApart),
        _ if times <= ALIKE && m.min(n) >= LARGE => Some(Factor::LargeCounts),
        _ if meets(x, y) => Some(Factor::CountsMeet),
        _ if times > FAR || a.kind == Kind::Measure => Some(Factor::CountsFar),
        _ => grows(a, m, b, n).then_some(Factor::TollGrows),
    }
}

/// Whether both give one number of one thing that is seldom met by chance.
pub(super) fn one_figure(a: &Record, b: &Record) -> bool {
    let same = |x: Count, y: Count| x.unit == y.unit && x.value == y.value && x.value.is_some_and(|n| rare(n) || n >= LARGE);
    a.kind == b.kind && a.harm == b.harm && a.count.zip(b.count).is_some_and(|(x, y)| same(x, y))
}

/// The first pair of claims that share a figure which is seldom met by chance, where two such figures are shared.
pub(super) fn several(x: &[Record], y: &[Record]) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize, Option<f64>)> = None;
    for (i, a) in x.iter().enumerate().filter(|(_, a)| a.count.is_some()) {
        for (j, _) in y.iter().enumerate().filter(|(_, b)| one_figure(a, b)) {
            let value = a.count.and_then(|count| count.value);
            match found {
                None => found = Some((i, j, value)),
                Some((i, j, other)) if other != value => return Some((i, j)),
                Some(_) => {}
            }
        }
    }
    None
}

/// Whether the count of the one leaves room for it to be an earlier toll of what the other counts.
pub(super) fn may_grow(early: &Record, late: &Record) -> bool {
    let bounds = |x: &Record| x.count.filter(|count| !count.vague);
    let same = early.kind == Kind::Casualties && early.harm == late.harm && [Group::People, class(early)].contains(&class(late));
    !same || bounds(early).zip(bounds(late)).is_none_or(|(early, late)| early.low <= late.high)
}

/// Whether what was told later is more: the dead are found one by one.
fn grows(a: &Record, m: f64, b: &Record, n: f64) -> bool {
    let later = a.reported.zip(b.reported).map(|(x, y)| x.cmp(&y));
    a.kind == Kind::Casualties && later == m.partial_cmp(&n)
}

/// A number that two events seldom share: not small, and of more than one digit that is not nought.
fn rare(n: f64) -> bool {
    let unit = 10f64.powf(n.log10().floor());
    n > 12.0 && n % unit != 0.0
}

/// Whether two tolls of one article can be those of one disaster on two sides of a border: thousands here, hundreds there at least.
pub(super) fn one_disaster(a: &Record, b: &Record) -> bool {
    let (x, y) = (size(a), size(b));
    x.max(y) == Size::Huge && x.min(y) >= Size::Large
}

/// How large a number of people hurt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::matcher) enum Size {
    /// One of many.
    Usual,
    /// One that few events reach.
    Large,
    /// One that hardly any event reaches.
    Huge,
}

/// The size of a toll.
pub(in crate::matcher) fn size(x: &Record) -> Size {
    match x.count.and_then(|count| count.value).filter(|_| x.kind == Kind::Casualties) {
        Some(HUGE..) => Size::Huge,
        Some(LARGE..) => Size::Large,
        _ => Size::Usual,
    }
}

/// Whether some number satisfies both.
fn meets(x: Count, y: Count) -> bool {
    x.low <= y.high && y.low <= x.high
}

/// The people counted, as far as one count can be set against another's.
fn class(x: &Record) -> Group {
    match x.group {
        None | Some(Group::Unidentified) => Group::People,
        Some(Group::Soldiers) => Group::Combatants,
        Some(group) => group,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};
    use crate::model::Quantity;

    fn check(a: &Sample, b: &Sample, expected: Option<Factor>) {
        assert_eq!(compare(&a.record(), &b.record()), expected);
        assert_eq!(compare(&b.record(), &a.record()), expected);
    }

    #[test]
    fn a_number_seldom_met_says_most() {
        check(&killed("a#1", 47.0), &killed("b#1", 47.0), Some(Factor::SameRareCount));
        check(&killed("a#1", 5.0), &killed("b#1", 5.0), Some(Factor::SameCount));
        check(&killed("a#1", 40.0), &killed("b#1", 40.0), Some(Factor::SameCount));
        check(&killed("a#1", 200.0), &killed("b#1", 200.0), Some(Factor::LargeCounts));
    }

    #[test]
    fn large_numbers_of_one_size_are_few() {
        check(&killed("a#1", 605.0), &killed("b#1", 413.0), Some(Factor::LargeCounts));
        check(&killed("a#1", 29_605.0), &killed("b#1", 2_213.0), Some(Factor::HugeCounts));
        check(&killed("a#1", 6_700.0), &killed("b#1", 6_700.0), Some(Factor::HugeCounts));
    }

    #[test]
    fn a_toll_only_grows() {
        let (first, second) = (killed("a#1", 47.0).told("2016-06-26"), killed("b#1", 82.0).told("2016-06-27"));
        check(&first, &second, Some(Factor::TollGrows));
        check(&killed("a#1", 82.0).told("2016-06-26"), &killed("b#1", 47.0).told("2016-06-27"), None);
    }

    #[test]
    fn far_numbers_count_other_things() {
        check(&killed("a#1", 5.0), &killed("b#1", 47.0), Some(Factor::CountsFar));
        check(&killed("a#1", 12.0), &killed("b#1", 250_000.0), Some(Factor::CountsWorldsApart));
    }

    #[test]
    fn two_rare_figures_say_more_than_one() {
        let records = |counts: [f64; 2]| counts.map(|n| killed("a#1", n).record());
        assert_eq!(several(&records([131.0, 17.0]), &records([17.0, 131.0])), Some((0, 1)));
        assert_eq!(several(&records([131.0, 17.0]), &records([17.0, 45.0])), None);
        assert_eq!(several(&records([131.0, 5.0]), &records([5.0, 131.0])), None);
    }

    #[test]
    fn a_part_or_another_class_says_nothing() {
        check(&killed("a#2", 5.0).part_of("a#1"), &killed("b#1", 250_000.0), None);
        check(&killed("a#1", 5.0).group(Group::Children), &killed("b#1", 250.0), None);
    }

    #[test]
    fn raids_and_dead_are_not_compared() {
        let raids = Sample(claim("a#1").0.count(Quantity::exactly(67.0, "raids").unwrap()));
        check(&raids, &killed("b#1", 67.0), None);
    }
}
