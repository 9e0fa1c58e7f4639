//! What the people were: civilians to one voice, fighters to another.

use std::collections::BTreeSet;

use super::Rule;
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::{Fit, one_act, times};
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Group, Kind, Role, SourceId};

pub(super) const RULE: Rule = Rule {
    id: "status",
    holds: "Voices contradict each other where one says that the dead or the targets were civilians and another that they were \
            fighters, also where the article doubts both. A count of civilians and a count of fighters are two counts and no dispute; \
            only a statement on what the people were makes one, and a count of the other sort then stands with its side.",
    find,
};

#[derive(Clone, Copy, PartialEq)]
enum Status {
    Civilian,
    Fighter,
}

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let voices = |status| -> BTreeSet<&SourceId> { stated(case, status).flat_map(|told| &told.houses).collect() };
    let (civilians, fighters) = (voices(Status::Civilian), voices(Status::Fighter));
    let positions = vec![side(case, Status::Civilian, &civilians, &fighters), side(case, Status::Fighter, &fighters, &civilians)];
    disputes(positions, |_, _| false, disputed).into_iter().map(|group| draft(case, group)).collect()
}

/// Who says that of them all.
fn stated<'a>(case: &'a Case<'a>, status: Status) -> impl Iterator<Item = &'a Told<'a>> {
    case.told.iter().filter(move |told| told.claim.kind == Kind::Status && said(told) == Some(status))
}

/// Who says that of them all, and who counts such people: if he says so too, or nobody does, and he does not say the other thing.
fn side<'a>(case: &'a Case<'a>, status: Status, sayers: &BTreeSet<&SourceId>, others: &BTreeSet<&SourceId>) -> Vec<&'a Told<'a>> {
    let among = |told: &Told, voices: &BTreeSet<&SourceId>| told.houses.iter().any(|house| voices.contains(house));
    let counts = |told: &&Told| told.claim.kind == Kind::Casualties && said(told) == Some(status);
    let joins = |told: &&Told| !among(told, others) && (sayers.is_empty() || among(told, sayers));
    case.told.iter().filter(counts).filter(joins).chain(stated(case, status)).collect()
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let stated = |side: &[&Told]| side.iter().any(|told| told.claim.kind == Kind::Status);
    let strength = if group.iter().all(|side| stated(side)) { 0.9 } else { 0.6 };
    let sides: Vec<Position> = ["civilians", "combatants"].into_iter().zip(group).map(|(name, told)| Position::new(name, told)).collect();
    let reason = format!("What they were: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Status, sides, strength, reason, &[Reconciler::Partly, Reconciler::Definition])
}

/// What a claim says that the people were. A status of some of them only is none of all.
fn said(told: &Told) -> Option<Status> {
    let of_all = told.claim.kind != Kind::Status || told.claim.count.is_none();
    match told.claim.group.filter(|_| of_all && told.held())? {
        Group::Civilians => Some(Status::Civilian),
        Group::Combatants | Group::Soldiers => Some(Status::Fighter),
        _ => None,
    }
}

fn disputed(a: &Told, b: &Told) -> bool {
    let status = |told: &Told| told.claim.kind == Kind::Status;
    let of_targets = |told: &Told| !told.camps(Role::Target).is_empty();
    // A count is of those of whom another article speaks only if both name the place and the time.
    let named = |told: &Told| told.claim.place.is_some() && told.claim.when.is_some();
    let same_people = a.claim.article == b.claim.article || named(a) && named(b) && times(a.claim, b.claim) == Fit::One;
    !a.same_voice(b)
        && said(a) != said(b)
        && (status(a) && status(b) || (status(a) || status(b)) && same_people)
        && of_targets(a) == of_targets(b)
        && one_act(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn civilians_to_the_monitor_and_fighters_to_the_militia() {
        let said = |id, by, group| claim(id).by(by).kind(Kind::Status).group(group).doubted();
        let claims = [
            said("a#2", "sohr", Group::Civilians),
            said("a#3", "squadrons", Group::Combatants),
            claim("a#1").by("sohr").killed(31.0).group(Group::Civilians),
        ];
        check(&RULE, &claims, "conflict status [a#1 a#2] [a#3]");
    }

    #[test]
    fn civilians_and_fighters_may_both_have_died() {
        let dead = |id, by, group| claim(id).by(by).killed(31.0).group(group);
        silent(&RULE, &[dead("a#1", "sohr", Group::Civilians), dead("a#2", "sana", Group::Combatants)]);
    }

    #[test]
    fn what_the_targets_were_says_nothing_of_the_dead() {
        let aimed = claim("a#1").by("ru").kind(Kind::Status).group(Group::Combatants).target("islamic-state");
        silent(&RULE, &[aimed, claim("a#2").by("sohr").killed(31.0).group(Group::Civilians)]);
    }

    #[test]
    fn one_voice_does_not_contradict_itself() {
        let said = |id, group| claim(id).by("sohr").kind(Kind::Status).group(group);
        silent(&RULE, &[said("a#1", Group::Civilians), said("a#2", Group::Combatants)]);
    }

    #[test]
    fn who_counts_eight_civilians_may_call_the_others_fighters() {
        let count = claim("a#1").by("m23").killed(8.0).group(Group::Civilians);
        let said = claim("a#2").by("m23").kind(Kind::Status).group(Group::Combatants);
        silent(&RULE, &[count, said]);
    }

    #[test]
    fn the_status_of_some_is_not_that_of_all() {
        let some = claim("a#1").by("squadrons").kind(Kind::Status).group(Group::Combatants).count(16.0);
        silent(&RULE, &[some, claim("a#2").by("sohr").kind(Kind::Status).group(Group::Civilians)]);
    }
}
