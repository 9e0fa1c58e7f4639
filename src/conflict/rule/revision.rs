//! A voice gives a new figure of the same thing.

use std::collections::BTreeSet;

use super::Rule;
use crate::conflict::case::Case;
use crate::conflict::figure::Figure;
use crate::conflict::side::{Draft, Position, list};
use crate::conflict::{Dimension, Verdict};

pub(super) const RULE: Rule = Rule {
    id: "revision",
    holds: "Figures that one voice gives of one thing replace each other and do not contradict. They are told in the order of \
            their reports; of one day the greater is the later, since a toll grows. A later copy of an old figure stays with the old one. Within one article two figures \
            of a voice are more often of two things than of two states of one, unless it tells one of them as the earlier.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let figures = &case.figures;
    let mut left: BTreeSet<usize> = (0..figures.len()).filter(|&i| figures[i].cited()).collect();
    let mut drafts = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut of: Vec<usize> = vec![first];
        of.extend(left.iter().copied().filter(|&i| figures[i].same_voice(&figures[first]) && figures[i].like(&figures[first])));
        left.retain(|i| !of.contains(i));
        of.sort_by(|&a, &b| figures[a].later(&figures[b]));
        let sides = history(of.iter().map(|&i| &figures[i]), Figure::one_figure);
        let told_so = of.windows(2).any(|pair| figures[pair[0]].told_before(&figures[pair[1]]));
        if sides.len() > 1 && (told_so || in_several_articles(&sides)) {
            drafts.push(draft(case, &figures[first], sides));
        }
    }
    drafts
}

/// A side for each number, in the order of the figures; `one` says which are one number.
pub(super) fn history<'a: 'f, 'f>(
    figures: impl Iterator<Item = &'f Figure<'a>>,
    one: fn(&Figure<'a>, &Figure<'a>) -> bool,
) -> Vec<Position<'a>> {
    let mut sides: Vec<(&Figure, Position)> = Vec::new();
    for figure in figures {
        match sides.iter_mut().find(|(other, _)| one(other, figure)) {
            Some((_, side)) => side.told.extend(&figure.told),
            None => sides.push((figure, Position::new(figure.words(), figure.told.clone()))),
        }
    }
    sides.into_iter().map(|(_, side)| side).collect()
}

/// Whether they are told apart by more than one article: what one article gives may be figures of several things.
fn in_several_articles(sides: &[Position]) -> bool {
    let articles = |side: &Position| side.told.iter().map(|told| told.claim.article.clone()).collect::<BTreeSet<_>>();
    sides.windows(2).any(|pair| articles(&pair[0]) != articles(&pair[1]))
}

fn draft<'a>(case: &'a Case<'a>, figure: &Figure<'a>, sides: Vec<Position<'a>>) -> Draft<'a> {
    let day = |side: &Position| side.told.iter().filter_map(|told| told.day()).min();
    let numbers: Vec<String> = sides.iter().map(|side| side.name.clone()).collect();
    let one_day = sides.iter().any(|side| day(side).is_none()) || sides.windows(2).any(|pair| day(&pair[0]) == day(&pair[1]));
    let order = if one_day { "; figures of one day are put in the order of their size" } else { "" };
    let who = sides[0].who(case);
    let reason = format!("{who} gave for {} first {}{order}.", figure.thing(), list(&numbers, "then"));
    Draft::harmless(Verdict::Revision, Some(Dimension::Count), sides, if one_day { 0.5 } else { 0.9 }, reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn a_monitor_counts_on() {
        let toll = |id, day, n| claim(id).by("sohr").on("2016-06-25").reported(day).killed(n);
        let claims = [toll("b#1", "2016-06-27", 82.0), toll("a#1", "2016-06-26", 47.0), toll("c#1", "2016-06-28", 47.0)];
        check(&RULE, &claims, "revision count [a#1 c#1] [b#1]");
    }

    #[test]
    fn what_others_add_up_is_still_a_count_of_its_own() {
        let toll = |id, day, n| claim(id).by("sy/health-ministry").on("2023-02-06").reported(day).killed(n);
        let sum = claim("a#1").on("2023-02-06").reported("2023-02-06").killed(810.0);
        let claims = [sum, toll("a#2", "2023-02-06", 430.0).part_of("a#1"), toll("b#1", "2023-02-07", 593.0)];
        check(&RULE, &claims, "revision count [a#2] [b#1]");
        let some = [toll("a#1", "2023-02-06", 810.0), toll("a#2", "2023-02-06", 430.0).part_of("a#1"), toll("b#1", "2023-02-07", 593.0)];
        check(&RULE, &some, "revision count [a#1] [b#1]");
    }

    #[test]
    fn of_one_day_the_greater_is_the_later() {
        let toll = |id, n| claim(id).by("ua/police").on("2022-04-08").reported("2022-04-08").killed(n);
        check(&RULE, &[toll("a#1", 39.0), toll("b#1", 30.0)], "revision count [b#1] [a#1]");
        silent(&RULE, &[toll("a#1", 39.0), toll("a#2", 30.0)]);
    }

    #[test]
    fn one_article_tells_what_was_said_before() {
        let toll = |id, n| claim(id).by("gr/police").on("2023-02-28").reported("2023-03-02").killed(n);
        check(&RULE, &[toll("a#1", 46.0), toll("a#2", 36.0).earlier()], "revision count [a#2] [a#1]");
        check(&RULE, &[toll("a#1", 275.0), toll("a#2", 288.0).earlier()], "revision count [a#2] [a#1]");
        silent(&RULE, &[toll("a#1", 46.0), toll("a#2", 36.0)]);
    }

    #[test]
    fn a_town_and_its_district_are_two_counts() {
        let toll = |id, place, n| claim(id).by("fr/prefecture").at(place).on("2024-10-17").reported("2024-10-17").killed(n);
        let (district, town) = ("fr/occitanie/aude", "fr/occitanie/aude/trebes");
        let again = |n| toll("b#1", district, n).reported("2024-10-18");
        silent(&RULE, &[toll("a#1", district, 14.0), toll("a#2", town, 6.0), again(14.0)]);
        check(&RULE, &[toll("a#1", district, 14.0), toll("a#2", town, 6.0), again(15.0)], "revision count [a#1] [b#1]");
    }

    #[test]
    fn another_voice_does_not_revise() {
        let toll = |id, by, n| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(n);
        silent(&RULE, &[toll("a#1", "sohr", 47.0), toll("b#1", "sana", 82.0)]);
    }

    #[test]
    fn another_day_is_another_count() {
        let toll = |id, day, n| claim(id).by("ru").on(day).reported("2024-11-29").killed(n);
        silent(&RULE, &[toll("a#1", "2024-11-29", 200.0), toll("a#2", "2024-11-28", 400.0)]);
    }
}
