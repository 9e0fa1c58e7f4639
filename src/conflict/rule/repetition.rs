//! One voice, told again.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use crate::conflict::camp::Camp;
use crate::conflict::case::{Case, FEW, Told};
use crate::conflict::copy;
use crate::conflict::figure::Figure;
use crate::conflict::side::{Draft, Position};
use crate::conflict::{Dimension, Verdict};
use crate::model::{Claim, Harm, Kind, Role, SourceId};

pub(super) const RULE: Rule = Rule {
    id: "repetition",
    holds: "The same figure of one voice, the same statement of one voice, and the same words in whatever article are one voice told \
            again. It adds no weight, however many publish it.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let at: BTreeMap<_, usize> = case.told.iter().enumerate().map(|(i, told)| (&told.claim.id, i)).collect();
    let claims: Vec<&Claim> = case.told.iter().map(|told| told.claim).collect();
    let figures =
        case.figures.iter().filter(|figure| figure.cited()).map(|figure| figure.told.iter().map(|told| at[&told.claim.id]).collect());
    let across = case.figures.iter().enumerate().filter(|(_, a)| a.cited()).flat_map(|(i, a)| {
        let like = |b: &Figure| a.like(b) || a.value >= TELLING && a.widens(b);
        let same = case.figures[i + 1..].iter().filter(move |b| a.same_voice(b) && a.same_value(b) && like(b));
        same.map(|b| vec![at[&a.told[0].claim.id], at[&b.told[0].claim.id]])
    });
    let mut groups: Vec<Vec<usize>> = figures.chain(across).collect();
    groups.extend(statements(case.told));
    groups.extend(copy::groups(&claims));
    joined(case.told.len(), &groups).into_iter().map(|group| draft(case, group.into_iter().map(|i| &case.told[i]).collect())).collect()
}

/// The least number that one voice hardly gives for two things: "730 children" and "730 of the dead".
const TELLING: f64 = 13.0;

/// Statements that one voice makes more than once, by index. A demand is its speaker's, whoever tells of it.
fn statements(told: &[Told]) -> Vec<Vec<usize>> {
    let mut by_voice: BTreeMap<_, Vec<Vec<usize>>> = BTreeMap::new();
    for (i, said) in told.iter().enumerate().filter(|(_, told)| told.cited && !told.denied()) {
        let speakers = said.camps(Role::Speaker);
        let houses: &[SourceId] = if speakers.is_empty() { &said.houses } else { &[] };
        let groups = by_voice.entry((houses, speakers, said.claim.kind, said.claim.group)).or_default();
        match groups.iter().position(|group| same(&told[group[0]], said)) {
            Some(at) => groups[at].push(i),
            None if groups.len() < FEW => groups.push(vec![i]),
            None => {}
        }
    }
    by_voice.into_values().flatten().collect()
}

/// Whether two claims of one voice and kind say one thing: nothing is counted, and those who act and those who suffer are the same, as
/// far as both name them, as is the place, unless one is told more closely. "The victims" may be the dead.
fn same(a: &Told, b: &Told) -> bool {
    let counted = |told: &Told| told.claim.count.as_ref().is_some_and(|count| count.value().is_some());
    let one = |roles: &[Role]| {
        let of = |told: &Told| -> Vec<Camp> { roles.iter().flat_map(|&role| told.camps(role)).cloned().collect() };
        let (x, y) = (of(a), of(b));
        if x.is_empty() || y.is_empty() { None } else { Some(x.iter().any(|p| y.iter().any(|q| p.covers(q)))) }
    };
    let doers = one(&[Role::Perpetrator, Role::Holder, Role::Party, Role::Speaker, Role::Subject]);
    let others = one(&[Role::Target, Role::Victim, Role::Loser, Role::Addressee]);
    let left_out = a.camps(Role::Addressee).is_empty() != b.camps(Role::Addressee).is_empty();
    let place = a.claim.place.as_ref().zip(b.claim.place.as_ref()).map(|(x, y)| x.id.holds(&y.id) || y.id.holds(&x.id));
    let nothing_else = doers.is_none() && others.is_none() && a.claim.part_of.is_none();
    let harm = a.claim.harm == b.claim.harm || [a, b].iter().any(|told| told.claim.harm == Some(Harm::Casualties));
    !counted(a)
        && !counted(b)
        && harm
        && a.claim.stance == b.claim.stance
        && a.claim.part_of.as_ref().zip(b.claim.part_of.as_ref()).is_none_or(|(x, y)| x == y)
        && doers != Some(false)
        && (others != Some(false) || doers == Some(true) && left_out)
        && (place == Some(true) || !nothing_else && (place.is_none() || aims(a) && doers == Some(true) && others == Some(true)))
}

/// Whether it tells what somebody is after, which is so wherever he acts.
fn aims(told: &Told) -> bool {
    let target = told.claim.kind == Kind::Status && !told.camps(Role::Target).is_empty();
    target || matches!(told.claim.kind, Kind::Motive | Kind::Position)
}

/// Groups that share a member, as one; only those of two and more.
fn joined(len: usize, groups: &[Vec<usize>]) -> Vec<BTreeSet<usize>> {
    let mut leader: Vec<usize> = (0..len).collect();
    fn root(leader: &mut [usize], mut i: usize) -> usize {
        while leader[i] != i {
            leader[i] = leader[leader[i]];
            i = leader[i];
        }
        i
    }
    for group in groups {
        for pair in group.windows(2) {
            let (a, b) = (root(&mut leader, pair[0]), root(&mut leader, pair[1]));
            leader[a.max(b)] = a.min(b);
        }
    }
    let mut joined: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for i in 0..len {
        joined.entry(root(&mut leader, i)).or_default().insert(i);
    }
    joined.into_values().filter(|group| group.len() > 1).collect()
}

fn draft<'a>(case: &'a Case<'a>, told: Vec<&'a Told<'a>>) -> Draft<'a> {
    let articles: BTreeSet<_> = told.iter().map(|told| &told.claim.article).collect();
    let counted = told.iter().all(|told| told.claim.count.is_some());
    let name = told[0]
        .claim
        .count
        .as_ref()
        .and_then(|count| count.value())
        .map_or_else(|| told[0].claim.kind.to_string(), |count| count.to_string());
    let side = Position::new(name, told);
    let reason = format!("One voice, told {} times in {} article(s): {}.", side.told.len(), articles.len(), side.says(case));
    Draft::harmless(Verdict::Repetition, counted.then_some(Dimension::Count), vec![side], 0.9, reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};
    use crate::model::{Group, Harm};

    #[test]
    fn one_monitor_in_two_papers() {
        let toll = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(47.0);
        check(&RULE, &[toll("a#1", "sohr"), toll("b#1", "sohr/director")], "repetition count [a#1 b#1]");
    }

    #[test]
    fn one_number_of_one_voice_under_two_names() {
        let toll = |id, group, n| claim(id).by("msf").group(group).killed(n);
        check(&RULE, &[toll("a#1", Group::Children, 730.0), toll("b#1", Group::People, 730.0)], "repetition count [a#1 b#1]");
        silent(&RULE, &[toll("a#1", Group::Children, 7.0), toll("b#1", Group::People, 7.0)]);
        silent(&RULE, &[toll("a#1", Group::Children, 730.0), toll("b#1", Group::Women, 730.0)]);
    }

    #[test]
    fn victims_who_may_be_the_dead() {
        let hurt = |id, harm| claim(id).by("sana").group(Group::Children).befell(harm).at("sy/aleppo/aleppo").part_of("a#9");
        check(&RULE, &[hurt("a#1", Harm::Killed), hurt("a#2", Harm::Casualties)], "repetition - [a#1 a#2]");
        silent(&RULE, &[hurt("a#1", Harm::Killed), hurt("a#2", Harm::Injured)]);
    }

    #[test]
    fn two_monitors_are_no_repetition() {
        let toll = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-26").killed(47.0);
        silent(&RULE, &[toll("a#1", "sohr"), toll("b#1", "snhr")]);
    }

    #[test]
    fn a_statement_told_first_indirectly_and_then_directly() {
        let said = |id| claim(id).by("squadrons").kind(Kind::Control).holder("sy/army").at("sy/aleppo/aleppo/khaldieh");
        check(&RULE, &[said("a#1"), said("a#2")], "repetition - [a#1 a#2]");
    }

    #[test]
    fn whom_somebody_is_after_is_so_wherever_he_acts() {
        let aimed = |id, kind, place| claim(id).by("ru").kind(kind).perpetrator("ru/air-force").target("islamic-state").at(place);
        let (aleppo, homs) = ("sy/aleppo/aleppo", "sy/homs/homs");
        check(&RULE, &[aimed("a#1", Kind::Status, aleppo), aimed("a#2", Kind::Status, homs)], "repetition - [a#1 a#2]");
        silent(&RULE, &[aimed("a#1", Kind::Strike, aleppo), aimed("a#2", Kind::Strike, homs)]);
    }

    #[test]
    fn another_holder_is_another_statement() {
        let said = |id, holder| claim(id).by("squadrons").kind(Kind::Control).holder(holder).at("sy/aleppo/aleppo/khaldieh");
        silent(&RULE, &[said("a#1", "sy/army"), said("a#2", "hts")]);
    }

    #[test]
    fn a_demand_is_its_speakers() {
        let asked = |id, by, to| claim(id).by(by).kind(Kind::Position).actor(Role::Speaker, "us").actor(Role::Addressee, to);
        check(&RULE, &[asked("a#1", "us/state-department", "ru"), asked("b#1", "bloomberg", "ru")], "repetition - [a#1 b#1]");
        silent(&RULE, &[asked("a#1", "us/state-department", "ru"), asked("b#1", "bloomberg", "tr")]);
    }

    #[test]
    fn copied_words_of_nobody() {
        let words = "Les frappes contre les groupes désignés par le Conseil se poursuivent néanmoins dans tout le pays";
        check(&RULE, &[claim("a#1").quote(words), claim("b#1").quote(words)], "repetition - [a#1 b#1]");
        silent(
            &RULE,
            &[
                claim("a#1").quote(words),
                claim("b#1").quote("Dans tout le pays, les raids contre ces groupes n'ont pas cessé malgré la trêve"),
            ],
        );
    }
}
