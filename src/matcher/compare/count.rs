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
            _ if rare(m) => Factor::SameRareCount,
            LARGE.. => Factor::LargeCounts,
            _ => Factor::SameCount,
        });
    }
    // A part may be any share of its whole.
    if a.part_of.is_some() || b.part_of.is_some() || class(a) != class(b) {
        return None;
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
        check(&killed("a#1", 2000.0), &killed("b#1", 2000.0), Some(Factor::LargeCounts));
    }

    #[test]
    fn large_numbers_of_one_size_are_few() {
        check(&killed("a#1", 29_605.0), &killed("b#1", 20_213.0), Some(Factor::LargeCounts));
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
