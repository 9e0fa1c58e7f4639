//! Two voices give numbers of one thing that leave each other no room.

use std::collections::BTreeSet;

use super::Rule;
use crate::conflict::case::Case;
use crate::conflict::figure::{Figure, Stand, witnesses};
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::timing::Timing;
use crate::conflict::{Dimension, Reconciler};
use crate::model::Harm;

pub(super) const RULE: Rule = Rule {
    id: "count",
    holds: "Figures of two voices for the same harm, group, unit, scope, place and time are in conflict where their intervals \
            leave no room and they differ by more than a twentieth. A figure that a voice has replaced does not count. Figures of \
            different days are compared only where the event was as old, at the first, as the days between them: before that the \
            later may be an update, and so may that of midnight be one of noon's. A toll of the dead that is lower than an earlier one \
            is none. Where only an open bound leaves room ('at least 120' and '300'), they are in conflict once the event is that old \
            and a sixth lies between them. Of several figures that a voice leaves side by side in one article only the one that comes \
            nearest is compared, for the others may count something else. Voices without a name ('officials') may be any of their sort, and one person is told of \
            rather than counted.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let groups = disputes(positions(&case.figures), |_, _| false, |a, b| strength(a, b, case).is_some());
    groups.iter().map(|group| draft(case, group)).collect()
}

/// How surely two figures are in conflict; `None` where they are not.
fn strength(a: &Figure, b: &Figure, case: &Case) -> Option<f64> {
    if !a.like(b) || nearer(a, b, case) || nearer(b, a, case) || a.replaced_by(b, case) || b.replaced_by(a, case) {
        return None;
    }
    let sure = match (a.stand(b), a.timing(b, case)) {
        (Stand::NoRoom, Timing::Settled) => 0.9,
        (Stand::NoRoom, Timing::OneArticle) => 0.8,
        (Stand::NoRoom, Timing::OneDay) => 0.6,
        (Stand::NoRoom, Timing::Apart) if shrunk(a, b) && a.stood_with(b) => 0.6,
        (Stand::OnlyOpen, Timing::Settled) => 0.5,
        _ => return None,
    };
    Some(sure * a.comparable(b, case)?)
}

/// Whether the voice of the first gives another figure beside it that comes nearer to the second: that one then counts the same.
fn nearer(a: &Figure, b: &Figure, case: &Case) -> bool {
    let far = |figure: &Figure| (figure.value - b.value).abs();
    a.siblings.iter().map(|&i| &case.figures[i]).any(|own| own.like(b) && far(own) < far(a))
}

/// Whether the later figure says that fewer are dead: that no update does.
fn shrunk(a: &Figure, b: &Figure) -> bool {
    let (first, last) = if a.told[0].day() <= b.told[0].day() { (a, b) } else { (b, a) };
    first.counted.harm == Some(Harm::Killed) && first.told[0].day().is_some() && last.value < first.value
}

/// Figures that are close to each other: one position each, the lowest first.
fn positions<'f, 'a>(figures: &'f [Figure<'a>]) -> Vec<Vec<&'f Figure<'a>>> {
    let mut order: Vec<&Figure> = figures.iter().filter(|figure| figure.cited()).collect();
    order.sort_by(|a, b| a.value.total_cmp(&b.value));
    let mut positions: Vec<Vec<&Figure>> = Vec::new();
    for figure in order {
        match positions.iter_mut().rev().find(|group| group[0].like(figure) && group[0].near(figure)) {
            Some(group) => group.push(figure),
            None => positions.push(vec![figure]),
        }
    }
    positions
}

fn draft<'a>(case: &'a Case<'a>, group: &[Vec<&Figure<'a>>]) -> Draft<'a> {
    let side = |figures: &Vec<&Figure<'a>>| {
        let mut words: Vec<String> = figures.iter().map(|figure| figure.words()).collect();
        words.dedup();
        // Who gives one of these numbers elsewhere too, in vaguer terms, stands by it there as well.
        let again = |own: &&Figure| figures.iter().any(|figure| own.same_voice(figure) && own.same_value(figure) && own.like(figure));
        let others = case.figures.iter().filter(|own| figures.iter().all(|figure| !std::ptr::eq(*figure, *own)));
        Position::new(words.join(" / "), witnesses(figures.iter().copied().chain(others.filter(again))))
    };
    let sides: Vec<Position> = group.iter().map(side).collect();
    let others = |at: usize| group.iter().enumerate().filter(move |(other, _)| *other != at).flat_map(|(_, figures)| figures);
    let pairs = || group.iter().enumerate().flat_map(|(at, figures)| figures.iter().flat_map(move |&a| others(at).map(move |&b| (a, b))));
    let strength = pairs().filter_map(|(a, b)| strength(a, b, case)).fold(0.0, f64::max);
    let reconcile: BTreeSet<Reconciler> = pairs().flat_map(|(a, b)| a.reconcilers(b, case)).collect();
    let reconcile: Vec<Reconciler> = reconcile.into_iter().collect();
    let reason = format!("For {} one number cannot be all of these: {}.", group[0][0].thing(), says(&sides, case, "and"));
    Draft::conflict(Dimension::Count, sides, strength, reason, &reconcile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};
    use crate::model::{Group, Hedge};

    #[test]
    fn two_voices_of_one_day_leave_no_room() {
        let toll = |id, by, n| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(n);
        check(&RULE, &[toll("a#1", "sohr", 47.0), toll("b#1", "sana", 12.0)], "conflict count [b#1] [a#1]");
    }

    #[test]
    fn three_against_one_is_one_finding() {
        let toll = |id, by, n| claim(id).by(by).on("2022-11-29").reported("2022-12-08").killed(n);
        let claims =
            [toll("a#1", "un/monusco", 131.0), toll("b#1", "cd/government", 128.0), toll("c#1", "kst", 130.0), toll("d#1", "m23", 8.0)];
        check(&RULE, &claims, "conflict count [d#1] [b#1 c#1 a#1]");
    }

    #[test]
    fn a_toll_of_the_next_days_may_be_an_update() {
        let toll = |id, by, day, n| claim(id).by(by).on("2023-02-06").reported(day).killed(n);
        silent(&RULE, &[toll("a#1", "afad", "2023-02-06", 912.0), toll("b#1", "who", "2023-02-09", 20213.0)]);
    }

    #[test]
    fn a_lower_toll_of_the_dead_is_no_update() {
        let toll = |id, by, day, n| claim(id).by(by).on("2022-11-29").reported(day).killed(n);
        check(&RULE, &[toll("a#1", "residents", "2022-12-01", 120.0), toll("b#1", "m23", "2022-12-05", 8.0)], "conflict count [b#1] [a#1]");
    }

    #[test]
    fn an_old_event_no_longer_grows() {
        let toll = |id, by, day, n| claim(id).by(by).on("2017-09-24").reported(day).killed(n);
        check(
            &RULE,
            &[toll("a#1", "mm/army", "2017-12-10", 400.0), toll("b#1", "msf", "2017-12-14", 6700.0)],
            "conflict count [a#1] [b#1]",
        );
    }

    #[test]
    fn an_open_bound_far_passed_is_a_dispute_only_when_the_toll_has_settled() {
        let toll = |id, by, day| claim(id).by(by).on("2022-11-29").reported(day);
        let least = |day| toll("a#1", "un", day).killed(131.0).hedged(Hedge::AtLeast);
        check(&RULE, &[least("2022-12-08"), toll("b#1", "cd", "2022-12-08").killed(300.0)], "conflict count [a#1] [b#1]");
        silent(&RULE, &[least("2022-11-29"), toll("b#1", "cd", "2022-11-29").killed(300.0)]);
        silent(&RULE, &[least("2022-12-08"), toll("b#1", "cd", "2022-12-08").killed(140.0)]);
    }

    #[test]
    fn midnight_may_be_an_update_of_noon() {
        let toll = |id, by, hour, n| claim(id).by(by).on("2023-02-28").reported(hour).killed(n);
        silent(&RULE, &[toll("a#1", "ert", "2023-02-28T12:00:00Z", 29.0), toll("b#1", "fire-service", "2023-02-28T23:00:00Z", 38.0)]);
        check(
            &RULE,
            &[toll("a#1", "ert", "2023-02-28T20:00:00Z", 29.0), toll("b#1", "fire-service", "2023-02-28T23:00:00Z", 38.0)],
            "conflict count [a#1] [b#1]",
        );
    }

    #[test]
    fn dead_and_injured_days_and_groups_are_different_things() {
        let base = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-26");
        silent(&RULE, &[base("a#1", "sohr").killed(5.0), base("b#1", "sana").injured(64.0)]);
        silent(&RULE, &[base("a#1", "sohr").killed(47.0), base("b#1", "sana").killed(31.0).group(Group::Civilians)]);
        silent(&RULE, &[base("a#1", "sohr").killed(200.0), base("b#1", "sana").killed(400.0).on("2016-06-24")]);
        silent(&RULE, &[base("a#1", "sohr").killed(47.0), base("b#1", "sana").killed(16.0).part_of("a#1")]);
    }

    #[test]
    fn who_gives_a_number_twice_stands_on_its_side_with_both() {
        let toll = |id, by, n| claim(id).by(by).at("mm").on("2017-09-24").reported("2017-12-14").killed(n);
        let vaguer = claim("c#1").by("msf").at("mm").reported("2017-12-14").killed(1000.0);
        let claims = [toll("a#1", "mm/army", 400.0), toll("b#1", "msf", 1000.0), vaguer];
        check(&RULE, &claims, "conflict count [a#1] [b#1 c#1]");
    }

    #[test]
    fn an_article_goes_from_one_place_to_the_next() {
        let toll = |id, by, place, n| claim(id).by(by).at(place).on("2016-06-25").reported("2016-06-26").killed(n);
        let (town, nameless) = ("sy/aleppo/azaz", "sy/aleppo/~a-locality");
        check(&RULE, &[toll("a#1", "sohr", town, 47.0), toll("b#1", "sana", nameless, 12.0)], "conflict count [b#1] [a#1]");
        silent(&RULE, &[toll("a#1", "sohr", town, 47.0), toll("a#2", "sana", nameless, 12.0)]);
    }

    #[test]
    fn an_undated_figure_may_be_of_any_day_that_is_told_of() {
        let toll = |id, by, n| claim(id).by(by).reported("2023-03-28").killed(n);
        let (dated, undated) = (toll("a#1", "sohr", 47.0).on("2023-03-28"), toll("b#1", "sana", 12.0));
        check(&RULE, &[dated.clone(), undated.clone()], "conflict count [b#1] [a#1]");
        silent(&RULE, &[dated, undated, toll("c#1", "unicef", 5.0).on("2023-03-23")]);
    }

    #[test]
    fn a_replaced_figure_no_longer_counts() {
        let toll = |id, by, day, n| claim(id).by(by).on("2020-08-04").reported(day).killed(n);
        let claims = [
            toll("a#1", "lb/ministry", "2020-08-05", 80.0),
            toll("b#1", "lb/ministry", "2020-08-11", 171.0),
            toll("c#1", "red-cross", "2020-08-11", 170.0),
        ];
        silent(&RULE, &claims);
    }

    #[test]
    fn of_two_figures_side_by_side_the_nearer_is_compared() {
        let toll = |id, by, n| claim(id).by(by).on("2017-08-25").reported("2017-12-14").killed(n);
        let claims = [toll("a#1", "mm/army", 400.0), toll("b#1", "msf", 6700.0), toll("b#2", "msf", 9000.0)];
        check(&RULE, &claims, "conflict count [a#1] [b#1]");
        silent(&RULE, &[toll("a#1", "mm/army", 400.0), toll("b#1", "msf", 410.0), toll("b#2", "msf", 9000.0)]);
    }

    #[test]
    fn voices_without_a_name_may_be_any_of_their_sort() {
        let toll = |id, by, n| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(n);
        check(&RULE, &[toll("a#1", "~residents", 47.0), toll("b#1", "~officials", 12.0)], "conflict count [b#1] [a#1]");
        silent(&RULE, &[toll("a#1", "~john-smith", 47.0), toll("b#1", "~officials", 12.0)]);
        silent(&RULE, &[toll("a#1", "sy/government", 47.0), toll("b#1", "~officials", 12.0)]);
    }

    #[test]
    fn a_town_is_not_its_quarter_and_one_person_is_no_toll() {
        let toll = |id, by, place, n| claim(id).by(by).at(place).on("2016-06-25").reported("2016-06-26").killed(n);
        let (town, quarter) = ("sy/aleppo/aleppo", "sy/aleppo/aleppo/midan");
        check(&RULE, &[toll("a#1", "sohr", town, 47.0), toll("b#1", "sana", town, 12.0)], "conflict count [b#1] [a#1]");
        silent(&RULE, &[toll("a#1", "sohr", town, 47.0), toll("b#1", "sana", quarter, 12.0)]);
        silent(&RULE, &[toll("a#1", "sohr", town, 47.0), toll("b#1", "sana", town, 1.0)]);
    }

    #[test]
    fn organs_of_one_state_are_one_voice_and_nobody_is_none() {
        let toll = |id| claim(id).on("2022-04-08").reported("2022-04-08");
        silent(&RULE, &[toll("a#1").by("ua/police").killed(39.0), toll("b#1").by("ua/railways").killed(30.0)]);
        silent(&RULE, &[toll("a#1").killed(39.0), toll("b#1").by("ru").killed(10.0)]);
    }
}
