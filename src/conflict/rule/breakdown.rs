//! Parts that do not fit into their whole.

use std::collections::BTreeMap;

use super::Rule;
use crate::conflict::case::{Case, Told};
use crate::conflict::figure::{FAR, Figure, Stand};
use crate::conflict::side::{Draft, Position};
use crate::conflict::timing::Timing;
use crate::conflict::{Dimension, Reconciler};
use crate::model::{ClaimId, Group, Hedge};

pub(super) const RULE: Rule = Rule {
    id: "breakdown",
    holds: "The parts of a whole that cannot overlap (civilians, fighters and unidentified; men, women and children) cannot be more \
            than it, and men, women and children together are all of it. Nor can the part that one voice gives be more than the whole \
            that another gives; one many times the whole counts something else.",
    find,
};

/// Groups of which nobody is in two.
const AXES: [&[Group]; 2] =
    [&[Group::Civilians, Group::Combatants, Group::Soldiers, Group::Unidentified], &[Group::Men, Group::Women, Group::Children]];

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut drafts = sums(case);
    drafts.extend(larger(case));
    drafts
}

/// Breakdowns that an article gives, where the sum is not the whole.
fn sums<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let by_id: BTreeMap<&ClaimId, &Told> = case.told.iter().map(|told| (&told.claim.id, told)).collect();
    let mut wholes: BTreeMap<&ClaimId, Vec<&Told>> = BTreeMap::new();
    for told in case.told.iter().filter(|told| exact(told).is_some()) {
        let whole = told.claim.part_of.as_ref().filter(|id| by_id.get(id).is_some_and(|whole| whole.claim.harm == told.claim.harm));
        if let Some(whole) = whole {
            wholes.entry(whole).or_default().push(told);
        }
    }
    let of =
        |(whole, parts): (&ClaimId, Vec<&'a Told<'a>>)| AXES.iter().filter_map(|axis| sum(by_id[whole], &parts, axis)).collect::<Vec<_>>();
    wholes.into_iter().flat_map(of).collect()
}

fn sum<'a>(whole: &'a Told<'a>, parts: &[&'a Told<'a>], axis: &[Group]) -> Option<Draft<'a>> {
    let high = whole.claim.count.as_ref()?.room().1;
    // One person has no parts.
    if high <= 1.0 {
        return None;
    }
    let mut told: BTreeMap<Group, &Told> = BTreeMap::new();
    for part in parts {
        let Some(group) = part.claim.group.filter(|group| axis.contains(group)) else { continue };
        let first = told.entry(group).or_insert(part);
        if exact(first) != exact(part) {
            return None;
        }
    }
    let total: f64 = told.values().filter_map(|part| exact(part)).sum();
    let complete = axis.iter().all(|group| told.contains_key(group)) && axis.contains(&Group::Men);
    if told.len() < 2 || total == 0.0 || total <= high && !(complete && exact(whole).is_some_and(|all| all != total)) {
        return None;
    }
    let of: Vec<String> = told.iter().map(|(group, part)| format!("{} {group}", exact(part).unwrap_or_default())).collect();
    let words = whole.claim.count.as_ref().and_then(|count| count.value())?;
    let reason = format!("The parts {} make {}, where the whole is {words}.", of.join(" + "), total);
    let sides = vec![
        Position::new(words.to_string(), vec![whole]),
        Position::new(format!("{} = {}", of.join(" + "), total), told.into_values().collect()),
    ];
    let reconcile = [if total > high { Reconciler::Overlap } else { Reconciler::OtherPeople }];
    Some(Draft::conflict(Dimension::Count, sides, 0.8, reason, &reconcile))
}

fn exact(told: &Told) -> Option<f64> {
    told.claim.count.as_ref().filter(|count| count.hedge() == Hedge::Exactly).and_then(|count| count.value())
}

/// Parts of one voice that are more than another's whole.
fn larger<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    // A voice that gives a whole of its own is answered there.
    let alone = |part: &&Figure| !case.figures.iter().any(|whole| whole.same_voice(part) && part.part_of(whole));
    for part in case.figures.iter().filter(alone) {
        for whole in &case.figures {
            let Some(comparable) = part.comparable(whole, case).filter(|_| exceeds(part, whole, case)) else { continue };
            let (a, b) = (Position::new(whole.words(), whole.witnesses()), Position::new(part.words(), part.witnesses()));
            let reason = format!("More {} than {} in all: {}, {}.", part.thing(), whole.thing(), b.says(case), a.says(case));
            let reconcile = part.reconcilers(whole, case);
            drafts.push(Draft::conflict(Dimension::Count, vec![a, b], 0.6 * comparable, reason, &reconcile));
        }
    }
    drafts
}

fn exceeds(part: &Figure, whole: &Figure, case: &Case) -> bool {
    let larger = part.value > whole.value && part.value <= whole.value * FAR;
    larger && part.part_of(whole) && part.stand(whole) == Stand::NoRoom && part.timing(whole, case) != Timing::Apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn more_civilians_and_fighters_than_dead() {
        let base = |id| claim(id).by("sohr").killed(47.0);
        let claims = [
            base("a#1"),
            base("a#2").killed(31.0).group(Group::Civilians).part_of("a#1"),
            base("a#3").killed(26.0).group(Group::Unidentified).part_of("a#1"),
        ];
        check(&RULE, &claims, "conflict count [a#1] [a#2 a#3]");
    }

    #[test]
    fn a_breakdown_that_adds_up() {
        let base = |id| claim(id).by("sohr").killed(47.0);
        silent(
            &RULE,
            &[
                base("a#1"),
                base("a#2").killed(31.0).group(Group::Civilians).part_of("a#1"),
                base("a#3").killed(16.0).group(Group::Unidentified).part_of("a#1"),
            ],
        );
        // Children are civilians too.
        silent(
            &RULE,
            &[
                base("a#1"),
                base("a#2").killed(40.0).group(Group::Civilians).part_of("a#1"),
                base("a#3").killed(16.0).group(Group::Children).part_of("a#1"),
            ],
        );
    }

    #[test]
    fn more_children_than_another_counts_dead() {
        let base = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-26");
        let children = base("b#1", "unicef").killed(25.0).group(Group::Children);
        check(&RULE, &[base("a#1", "sana").killed(12.0), children.clone()], "conflict count [a#1] [b#1]");
        silent(&RULE, &[base("a#1", "sohr").killed(47.0), children.clone()]);
        // Another incident, or "five more".
        silent(&RULE, &[base("a#1", "sohr").killed(5.0), children]);
    }
}
