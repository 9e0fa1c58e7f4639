//! Independent voices say the same.

use std::collections::BTreeSet;

use super::Rule;
use crate::conflict::case::{Case, Told};
use crate::conflict::figure::{Figure, Stand};
use crate::conflict::side::{Draft, Position, grouped, groups, names};
use crate::conflict::voice::is_state;
use crate::conflict::{Dimension, Verdict};
use crate::model::{Kind, Role, SourceId, SourceKind, Stance};

pub(super) const RULE: Rule = Rule {
    id: "corroboration",
    holds: "Figures of one thing by independent voices that leave room for each other and differ by a tenth at most corroborate each \
            other, and so do independent voices that name the same perpetrator, target or holder. Where one calls civilians all whom the \
            other counts, they may still agree. Where one article gives one number by a party and by somebody else, it more often \
            tells it twice. Independence is counted by voice: outlets that cite one monitor, organs of one state and copied words are one, and \
            a figure that nobody is named for is nobody's.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut drafts = figures(case);
    drafts.extend(answers(case));
    drafts
}

/// Groups of figures that all agree with each other.
fn figures<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut figures: Vec<&Figure> = case.figures.iter().filter(|figure| figure.cited()).collect();
    figures.sort_by(|a, b| a.value.total_cmp(&b.value));
    let pairs = (0..figures.len()).flat_map(|a| (a + 1..figures.len()).map(move |b| (a, b)));
    let agreeing: BTreeSet<(usize, usize)> = pairs.filter(|&(a, b)| agree(figures[a], figures[b], case)).collect();
    // Two voices may also say it together.
    let alone = (0..figures.len()).filter(|i| !agreeing.iter().any(|(a, b)| a == i || b == i)).map(|i| vec![i]);
    let draft = |group: &Vec<usize>| {
        let told = group.iter().flat_map(|&i| figures[i].witnesses()).collect();
        let words: BTreeSet<String> = group.iter().map(|&i| figures[i].words()).collect();
        let side = Position::new(words.into_iter().collect::<Vec<_>>().join(" / "), told);
        backed(case, side, Dimension::Count, &figures[group[0]].thing())
    };
    groups(&agreeing).iter().chain(&alone.collect::<Vec<_>>()).filter_map(draft).collect()
}

/// The questions on actors that voices answer alike: who did it, at whom it was aimed, who holds the place.
fn answers<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let questions = [
        (Dimension::Responsibility, Role::Perpetrator, "who did it", &[Kind::Responsibility][..]),
        (Dimension::Target, Role::Target, "whom it was aimed at", &[Kind::Status, Kind::Motive][..]),
        (Dimension::Control, Role::Holder, "who holds it", &[Kind::Control][..]),
    ];
    let of = |(dimension, role, question, kinds): (Dimension, Role, &'static str, &'static [Kind])| {
        let said =
            move |told: &Told| kinds.contains(&told.claim.kind) && told.claim.stance == Stance::Asserted && !told.camps(role).is_empty();
        let told = case.told.iter().filter(move |told| told.cited && said(told));
        let place = move |told: &'a Told<'a>| (role == Role::Holder).then_some(told.claim.place.as_ref().map(|place| &place.id));
        let groups = grouped(told, |told| (place(told), told.camps(role)));
        groups.into_iter().filter_map(move |told| backed(case, Position::new(names(told[0].claim, role), told), dimension, question))
    };
    questions.into_iter().flat_map(of).collect()
}

fn agree(a: &Figure, b: &Figure, case: &Case) -> bool {
    let one_voice = a.same_voice(b) && a.same_value(b);
    let told_twice = || a.same_value(b) && a.only_beside(b) && (party(a, case) || party(b, case));
    let two = || case.voices.apart(a.first(), b.first()) == Some(1.0);
    let close = || two() && a.stand(b) == Stand::Agree && a.stood_with(b) && !told_twice();
    a.like(b) && (one_voice || close()) || a.calls_civilians(b, case) && close()
}

/// Whether only a state as such or an armed group is named for it: whom a lead names beside a toll has more often made it than told it.
fn party(figure: &Figure, case: &Case) -> bool {
    let party = |voice: &SourceId| is_state(voice.as_str()) || case.voices.kind(voice) == Some(SourceKind::ArmedGroup);
    figure.told.iter().all(|told| told.claim.voices().iter().all(party))
}

/// The finding, if two independent voices stand behind it.
fn backed<'a>(case: &'a Case<'a>, side: Position<'a>, dimension: Dimension, on: &str) -> Option<Draft<'a>> {
    let voices = case.voices.independent(side.told.iter().map(|told| told.claim));
    let reason = format!("{} independent voices agree on {on}: {}.", voices.len(), side.says(case));
    let draft = || Draft::harmless(Verdict::Corroboration, Some(dimension), vec![side], 0.8, reason);
    (voices.len() > 1).then(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};
    use crate::model::{Group, Hedge};

    #[test]
    fn a_mission_and_residents_are_close() {
        let toll = |id, by, n| claim(id).by(by).on("2022-11-29").reported("2022-12-08").killed(n);
        let claims = [toll("a#1", "un/monusco", 131.0).hedged(Hedge::AtLeast), toll("b#1", "~residents", 129.0).hedged(Hedge::Nearly)];
        check(&RULE, &claims, "corroboration count [b#1 a#1]");
    }

    #[test]
    fn one_may_call_civilians_all_whom_the_other_counts() {
        let toll = |id, by, n| claim(id).by(by).on("2022-11-29").reported("2022-12-08").killed(n);
        let civilians = toll("b#1", "sohr", 131.0).group(Group::Civilians);
        let all = toll("a#1", "hrw", 128.0).hedged(Hedge::AtLeast);
        check(&RULE, &[all.clone(), civilians.clone()], "corroboration count [a#1 b#1]");
        silent(&RULE, &[all.clone(), civilians.clone().part_of("b#2")]);
        silent(&RULE, &[all, toll("a#2", "hrw", 60.0).group(Group::Civilians), civilians]);
    }

    #[test]
    fn voices_that_may_be_one_corroborate_nothing() {
        let toll = |id, by, n| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(n);
        let least = || toll("a#1", "sy/government", 47.0).hedged(Hedge::AtLeast);
        silent(&RULE, &[least(), toll("b#1", "~officials", 48.0)]);
        check(&RULE, &[least(), toll("b#1", "~residents", 48.0)], "corroboration count [a#1 b#1]");
    }

    #[test]
    fn two_outlets_on_one_monitor_are_one_voice() {
        let toll = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(47.0);
        silent(&RULE, &[toll("a#1", "sohr"), toll("b#1", "sohr/director")]);
        silent(&RULE, &[toll("a#1", "sohr"), claim("b#1").on("2016-06-25").reported("2016-06-26").killed(47.0)]);
    }

    #[test]
    fn a_state_and_a_mission_name_the_same_perpetrator() {
        let blamed = |id, by| claim(id).by(by).kind(Kind::Responsibility).perpetrator("m23");
        check(&RULE, &[blamed("a#1", "cd/government"), blamed("b#1", "un/monusco")], "corroboration responsibility [a#1 b#1]");
        silent(&RULE, &[blamed("a#1", "cd/government"), blamed("b#1", "cd/army")]);
    }

    #[test]
    fn a_lead_and_a_voice_further_down_are_one_telling() {
        let toll = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(47.0);
        silent(&RULE, &[toll("a#1", "sy"), toll("a#2", "sohr")]);
        silent(&RULE, &[toll("a#1", "sy/~rebels"), toll("a#2", "sohr")]);
        check(&RULE, &[toll("a#1", "sana"), toll("a#2", "sohr")], "corroboration count [a#1 a#2]");
        check(&RULE, &[toll("a#1", "sy"), toll("b#2", "sohr")], "corroboration count [a#1 b#2]");
    }

    #[test]
    fn far_figures_do_not_corroborate() {
        let toll = |id, by, n| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(n);
        silent(&RULE, &[toll("a#1", "sohr", 47.0).hedged(Hedge::AtLeast), toll("b#1", "unicef", 60.0)]);
    }
}
