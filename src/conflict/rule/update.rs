//! A later report of one toll gives a greater figure, and its voice may be the earlier one's.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Rule;
use super::revision::history;
use crate::conflict::case::Case;
use crate::conflict::figure::Figure;
use crate::conflict::setting::{Fit, places};
use crate::conflict::side::{Draft, list};
use crate::conflict::{Dimension, Verdict};
use crate::model::{Harm, Kind};

pub(super) const RULE: Rule = Rule {
    id: "update",
    holds: "While a toll still grows, the greater figure of a later report replaces the lower one of an earlier report where their voices \
            cannot surely be told apart: nobody is named for one of them, or only words that fit many ('officials', 'a source') or a person who may speak for the other. Of one day the \
            greater is the later. Only the missing become fewer. A toll that shrinks, or that grows to many times itself, is not replaced but another. \
            One number in several such reports is one toll told again.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut figures: Vec<&Figure> = case.figures.iter().filter(|figure| figure.counted.kind == Kind::Casualties).collect();
    figures.sort_by(|a, b| a.later(b));
    let mut chains: Vec<Vec<&Figure>> = Vec::new();
    for next in figures {
        let near = |chain: &Vec<&Figure>| chain.iter().map(|figure| (figure.value - next.value).abs()).fold(f64::INFINITY, f64::min);
        let takes = chains.iter_mut().filter(|chain| continues(chain, next, case));
        let elsewhere = |chain: &Vec<&Figure>| chain.iter().all(|figure| places(figure.first(), next.first()) != Fit::One);
        let untold = |chain: &Vec<&Figure>| !chain.iter().any(|figure| figure.told_before(next));
        let order = |chain: &Vec<&Figure>| (untold(chain), elsewhere(chain));
        match takes.min_by(|a, b| order(a).cmp(&order(b)).then(near(a).total_cmp(&near(b)))) {
            Some(chain) => chain.push(next),
            None => chains.push(vec![next]),
        }
    }
    chains.iter().filter_map(|chain| draft(case, chain)).collect()
}

/// Whether a figure goes on with a chain, or tells one of its figures again.
fn continues(chain: &[&Figure], next: &Figure, case: &Case) -> bool {
    let grows = chain.iter().all(|figure| figure.counted.harm == Some(Harm::Missing) || figure.value <= next.value);
    let before = chain.iter().any(|figure| figure.told_before(next));
    (grows || before || chain.iter().any(|figure| figure.same_value(next)))
        && chain.iter().any(|figure| figure.replaced_by(next, case))
        && chain.iter().all(|figure| places(figure.first(), next.first()) != Fit::Apart && figure.may_be_of_one_voice(next, case))
}

/// The finding, unless one voice alone gives all of them, which is a finding of its own. Those that are one number are told again, as far
/// as anybody can tell.
fn draft<'a>(case: &'a Case<'a>, figures: &[&Figure<'a>]) -> Option<Draft<'a>> {
    let sides = history(figures.iter().copied(), Figure::same_value);
    let one_voice = figures.iter().all(|figure| figure.cited() && figure.same_voice(figures[0]));
    let days: BTreeSet<Option<NaiveDate>> = figures.iter().map(|figure| figure.told[0].day()).collect();
    let order = if days.len() < sides.len() { "; figures of one day are put in the order of their size" } else { "" };
    let numbers: Vec<String> = sides.iter().map(|side| side.says(case)).collect();
    let thing = figures[0].thing();
    let (verdict, strength, reason) = match numbers.as_slice() {
        [one] => (Verdict::Repetition, 0.4, format!("For {thing} reports that may rest on one voice give one number: {one}.")),
        _ => {
            let strength = if order.is_empty() { 0.4 } else { 0.3 };
            (
                Verdict::Revision,
                strength,
                format!("For {thing} reports that may rest on one voice gave first {}{order}.", list(&numbers, "then")),
            )
        }
    };
    (figures.len() > 1 && !one_voice).then(|| Draft::harmless(verdict, Some(Dimension::Count), sides, strength, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, check, claim, silent};

    fn toll(id: &str, day: &str, n: f64) -> Told {
        claim(id).on("2021-07-14").reported(day).killed(n)
    }

    #[test]
    fn officials_count_on_in_another_paper() {
        let claims = [toll("a#1", "2021-07-15", 42.0).by("~officials"), toll("b#1", "2021-07-17", 93.0).by("~authorities")];
        check(&RULE, &claims, "revision count [a#1] [b#1]");
        check(&RULE, &[toll("a#1", "2021-07-15", 42.0), toll("b#1", "2021-07-17", 93.0).by("sohr")], "revision count [a#1] [b#1]");
    }

    #[test]
    fn of_one_day_the_greater_is_the_later() {
        let claims = [toll("a#1", "2021-07-15", 58.0).by("~officials"), toll("b#1", "2021-07-15", 42.0).by("~rescuers")];
        check(&RULE, &claims, "revision count [b#1] [a#1]");
    }

    #[test]
    fn a_toll_that_many_tell_is_one_history() {
        let claims = [
            toll("a#1", "2021-07-15", 42.0).by("~officials"),
            toll("b#1", "2021-07-15", 58.0),
            toll("c#1", "2021-07-16", 58.0).by("~authorities"),
            toll("d#1", "2021-07-17", 93.0).by("~authorities"),
        ];
        check(&RULE, &claims, "revision count [a#1] [b#1 c#1] [d#1]");
        check(&RULE, &claims[1..3], "repetition count [b#1 c#1]");
    }

    #[test]
    fn two_voices_that_are_known_apart_do_not_replace_each_other() {
        silent(&RULE, &[toll("a#1", "2021-07-15", 42.0).by("sohr"), toll("b#1", "2021-07-17", 93.0).by("sana")]);
        silent(&RULE, &[toll("a#1", "2021-07-15", 42.0).by("sohr"), toll("b#1", "2021-07-17", 93.0).by("sohr")]);
    }

    #[test]
    fn a_toll_that_shrinks_or_that_no_longer_grows_is_another() {
        silent(&RULE, &[toll("a#1", "2021-07-15", 93.0).by("~officials"), toll("b#1", "2021-07-17", 42.0).by("~authorities")]);
        silent(&RULE, &[toll("a#1", "2021-09-15", 93.0).by("~officials"), toll("b#1", "2021-09-17", 142.0).by("~authorities")]);
        silent(&RULE, &[toll("a#1", "2021-07-15", 42.0).by("~officials"), toll("a#2", "2021-07-15", 93.0).by("~rescuers")]);
    }
}
