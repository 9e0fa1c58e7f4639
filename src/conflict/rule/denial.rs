//! The accused says that it was not so.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use crate::conflict::camp::Camp;
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::{one_act, pinned};
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Kind, Role};

pub(super) const RULE: Rule = Rule {
    id: "denial",
    holds: "A denial contradicts every other voice that names as the perpetrator whom it clears: the one it names, or, where it names \
            nobody, the one who denies. One of the two must say when or in what town: a general denial answers no one accusation.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let accused: BTreeSet<&Camp> = case.told.iter().flat_map(|told| told.by()).collect();
    let mut cleared: BTreeMap<&Camp, Vec<&Told>> = BTreeMap::new();
    for denial in case.told.iter().filter(|told| told.denied() && deed(told)) {
        let own = accused.iter().copied().filter(|camp| denial.by().is_empty() && denial.houses.iter().any(|house| camp.is_voice(house)));
        for camp in denial.by().iter().chain(own) {
            cleared.entry(camp).or_default().push(denial);
        }
    }
    cleared.into_iter().flat_map(|(camp, denials)| draft(case, camp, denials)).collect()
}

fn deed(told: &Told) -> bool {
    matches!(told.claim.kind, Kind::Responsibility | Kind::Strike | Kind::Operation | Kind::Casualties)
}

fn draft<'a>(case: &'a Case<'a>, camp: &Camp, denials: Vec<&'a Told<'a>>) -> Option<Draft<'a>> {
    let own = |told: &Told| told.houses.iter().any(|house| camp.is_voice(house));
    let accusations = case.told.iter().filter(|told| told.held() && deed(told) && told.by().contains(camp) && !own(told)).collect();
    let disputed =
        |a: &Told, b: &Told| a.denied() != b.denied() && !a.same_voice(b) && one_act(a, b) && (pinned(a.claim) || pinned(b.claim));
    let [accusations, denials] = disputes(vec![accusations, denials], |_, _| false, disputed).pop()?.try_into().ok()?;
    let name = accusations.first()?.claim.in_role(Role::Perpetrator).find(|actor| Camp::of(&actor.id) == *camp)?.name.clone();
    let sides = vec![Position::new(name.clone(), accusations), Position::new(format!("not {name}"), denials)];
    let reason = format!("Who did it: {}.", says(&sides, case, "or"));
    Some(Draft::conflict(Dimension::Responsibility, sides, 0.8, reason, &[Reconciler::TwoActs]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn the_accused_denies() {
        let claims = [
            claim("a#1").by("~residents").kind(Kind::Responsibility).perpetrator("m23").on("2022-11-29"),
            claim("b#1").by("m23/spokesman").kind(Kind::Responsibility).denied(),
        ];
        check(&RULE, &claims, "conflict responsibility [a#1] [b#1]");
    }

    #[test]
    fn a_denial_of_whatever_he_does_answers_no_one_accusation() {
        let claims = [
            claim("a#1").by("~residents").kind(Kind::Responsibility).perpetrator("m23"),
            claim("b#1").by("m23/spokesman").kind(Kind::Responsibility).denied(),
        ];
        silent(&RULE, &claims);
    }

    #[test]
    fn one_clears_another() {
        let claims = [
            claim("a#1").by("af/defence-ministry").kind(Kind::Responsibility).perpetrator("taliban").at("af/kunduz/kunduz"),
            claim("b#1").by("msf").kind(Kind::Responsibility).perpetrator("taliban").denied(),
        ];
        check(&RULE, &claims, "conflict responsibility [a#1] [b#1]");
    }

    #[test]
    fn who_says_it_of_himself_accuses_nobody() {
        let claims = [
            claim("a#1").by("~rebels").kind(Kind::Responsibility).perpetrator("~rebels").on("2022-11-29"),
            claim("b#1").by("sy/government").kind(Kind::Responsibility).perpetrator("~rebels").denied(),
        ];
        silent(&RULE, &claims);
    }

    #[test]
    fn a_denial_of_somebody_else_denies_nothing_here() {
        let claims = [
            claim("a#1").by("~residents").kind(Kind::Responsibility).perpetrator("m23").on("2022-11-29"),
            claim("b#1").by("rw/government").kind(Kind::Responsibility).denied(),
        ];
        silent(&RULE, &claims);
    }
}
