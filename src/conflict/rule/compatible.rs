//! Independent voices put one thing in different words that leave room for each other.

use super::Rule;
use crate::conflict::case::{Case, Told};
use crate::conflict::figure::{Figure, Stand};
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::timing::Timing;
use crate::conflict::{Dimension, Verdict};

pub(super) const RULE: Rule = Rule {
    id: "compatible",
    holds: "Figures of one thing by independent voices, told on one day or once the toll has settled, that are not close and yet \
            leave room for each other ('at least 40', '50') are no contradiction, however they look. Nor are words that give no figure \
            ('dozens') and a figure of that size, in one article or of one day.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut figures: Vec<&Figure> = case.figures.iter().filter(|figure| figure.cited()).collect();
    figures.sort_by(|a, b| a.value.total_cmp(&b.value));
    let figures: Vec<Vec<&Figure>> = figures.into_iter().map(|figure| vec![figure]).collect();
    let groups = disputes(figures, |_, _| false, |a, b| compatible(a, b, case));
    groups.into_iter().map(|group| draft(case, group.concat())).chain(vague(case)).collect()
}

/// How many times the least that "dozens" can be a figure may be and still be called so.
const SIZE: f64 = 10.0;

/// Words that give no figure ("dozens", not "several"), each with the nearest figure of another voice.
fn vague<'a>(case: &'a Case<'a>) -> impl Iterator<Item = Draft<'a>> {
    let bound = |told: &Told| told.claim.count.as_ref().filter(|count| count.value().is_none())?.low().filter(|low| *low >= SIZE);
    let told = case.told.iter().filter(|told| told.cited && told.held()).filter_map(move |told| Some((told, bound(told)?)));
    told.filter_map(move |(told, low)| {
        let fits = |figure: &&Figure| {
            figure.cited()
                && (low..=SIZE * low).contains(&figure.value)
                && figure.is_of(told)
                && case.voices.apart(told.claim, figure.first()).is_some()
        };
        let figure = case.figures.iter().filter(fits).min_by(|a, b| a.value.total_cmp(&b.value))?;
        let sides = vec![Position::new(format!("{low} or more"), vec![told]), Position::new(figure.words(), figure.witnesses())];
        let reason = format!("For {} the words leave room for each other: {}.", figure.thing(), says(&sides, case, "and"));
        Some(Draft::harmless(Verdict::Compatible, Some(Dimension::Count), sides, 0.3, reason))
    })
}

fn draft<'a>(case: &'a Case<'a>, figures: Vec<&Figure<'a>>) -> Draft<'a> {
    let sides: Vec<Position> = figures.iter().map(|figure| Position::new(figure.words(), figure.witnesses())).collect();
    let reason = format!("For {} the words leave room for each other: {}.", figures[0].thing(), says(&sides, case, "and"));
    Draft::harmless(Verdict::Compatible, Some(Dimension::Count), sides, 0.5, reason)
}

fn compatible(a: &Figure, b: &Figure, case: &Case) -> bool {
    case.voices.apart(a.first(), b.first()).is_some()
        && a.like(b)
        && !a.replaced_by(b, case)
        && !b.replaced_by(a, case)
        && match a.stand(b) {
            Stand::Room => a.timing(b, case) != Timing::Apart,
            Stand::OnlyOpen => matches!(a.timing(b, case), Timing::OneArticle | Timing::OneDay),
            Stand::Agree | Stand::NoRoom => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};
    use crate::model::{Harm, Hedge};

    #[test]
    fn at_least_forty_leaves_room_for_forty_five() {
        let toll = |id, by, n| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(n);
        let claims = [toll("a#1", "sohr", 40.0).hedged(Hedge::AtLeast), toll("b#1", "unicef", 45.0)];
        check(&RULE, &claims, "compatible count [a#1] [b#1]");
    }

    #[test]
    fn dozens_leave_room_for_a_hundred() {
        let toll = |id, by| claim(id).by(by).on("2024-11-30").reported("2024-12-01");
        let dozens = |by| toll("a#1", by).befell(Harm::Killed).vague(24.0);
        let others = [toll("b#1", "sohr").killed(137.0), toll("b#2", "sohr").injured(200.0)];
        check(&RULE, &[&[dozens("sy/army")][..], &others].concat(), "compatible count [a#1] [b#1]");
        silent(&RULE, &[dozens("sohr"), others[0].clone()]);
        silent(&RULE, &[dozens("sy/army"), toll("b#1", "sohr").killed(12.0)]);
    }

    #[test]
    fn an_update_of_days_later_tells_nothing() {
        let toll = |id, by, day, n| claim(id).by(by).on("2023-02-28").reported(day).killed(n);
        silent(&RULE, &[toll("a#1", "fire-service", "2023-03-01", 29.0).hedged(Hedge::AtLeast), toll("b#1", "ert", "2023-03-04", 57.0)]);
    }
}
