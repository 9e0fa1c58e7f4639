//! When it was: the same figure, on two days.

use super::Rule;
use crate::conflict::case::Case;
use crate::conflict::figure::Figure;
use crate::conflict::setting::{Fit, places};
use crate::conflict::side::{Draft, Position, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Basis, Precision};

pub(super) const RULE: Rule = Rule {
    id: "date",
    holds: "Independent voices of one event that give the same exact number of people for one harm and place, each with a day that the \
            text names in full, contradict each other where the days differ. A day that had to be reckoned may be reckoned wrongly.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    for (i, a) in case.figures.iter().enumerate() {
        for b in &case.figures[i + 1..] {
            if let Some((x, y)) = day(a).zip(day(b)).filter(|(x, y)| x != y && same(a, b)) {
                let (first, last) = if x < y { (a, b) } else { (b, a) };
                let sides =
                    vec![Position::new(x.min(y).to_string(), first.told.clone()), Position::new(x.max(y).to_string(), last.told.clone())];
                let reason = format!("{} {} on one day: {}.", first.words(), first.thing(), says(&sides, case, "or"));
                drafts.push(Draft::conflict(Dimension::Date, sides, 0.4, reason, &[Reconciler::TwoActs]));
            }
        }
    }
    drafts
}

/// The day that the text names in full.
fn day(figure: &Figure) -> Option<chrono::NaiveDate> {
    let when = figure.told[0].claim.when?;
    (when.basis() == Basis::Stated && when.precision() == Precision::Day && when.from() == when.to()).then(|| when.from())?
}

fn same(a: &Figure, b: &Figure) -> bool {
    let placed = |figure: &Figure| figure.first().place.is_some();
    a.same_toll(b) && placed(a) && placed(b) && places(a.first(), b.first()) == Fit::One
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn one_toll_on_two_days() {
        let toll = |id, by, day| claim(id).by(by).at("sy/aleppo/aleppo").on(day).killed(47.0);
        check(&RULE, &[toll("a#1", "sohr", "2016-06-25"), toll("b#1", "sana", "2016-06-24")], "conflict date [b#1] [a#1]");
    }

    #[test]
    fn two_tolls_on_two_days() {
        let toll = |id, by, day, n| claim(id).by(by).at("sy/aleppo/aleppo").on(day).killed(n);
        silent(&RULE, &[toll("a#1", "sohr", "2016-06-25", 47.0), toll("b#1", "sana", "2016-06-24", 12.0)]);
    }
}
