//! Whom it was aimed at: one voice names one, another names another.

use super::Rule;
use crate::conflict::camp::{self, Camp};
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::{Fit, meet, places};
use crate::conflict::side::{Draft, Position, disputes, grouped, names, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Claim, Kind, Role, Stance};

pub(super) const RULE: Rule = Rule {
    id: "target",
    holds: "Voices contradict each other where they name targets that go by different names for the attacks of one perpetrator, and at \
            least one of them speaks of what the targets were or why they were hit: single raids may well have hit both. To say that \
            somebody was not the target contradicts whoever says that he was.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let told = case.told.iter().filter(|told| aims(told));
    let one = |a: &Told, b: &Told| a.denied() == b.denied() && camp::share(targets(a), targets(b));
    let groups = disputes(grouped(told, |told| (told.denied(), targets(told))), one, disputed);
    groups.into_iter().map(|group| draft(case, group)).collect()
}

fn targets<'t>(told: &'t Told) -> &'t [Camp] {
    if told.claim.kind == Kind::Status { &told.hit } else { told.camps(Role::Target) }
}

fn aims(told: &Told) -> bool {
    let kind = matches!(told.claim.kind, Kind::Status | Kind::Strike | Kind::Operation | Kind::Motive);
    kind && (told.held() || told.denied()) && !told.by().is_empty() && !targets(told).is_empty()
}

fn disputed(a: &Told, b: &Told) -> bool {
    let of_aims = |told: &Told| matches!(told.claim.kind, Kind::Status | Kind::Motive);
    let names = match (a.denied(), b.denied()) {
        (false, false) => camp::named_apart(targets(a), targets(b)),
        (true, true) => false,
        _ => camp::share(targets(a), targets(b)),
    };
    names
        && !a.same_voice(b)
        && (of_aims(a) || of_aims(b))
        && camp::share(a.by(), b.by())
        && meet(a, b)
        && (of_aims(a) && of_aims(b) || places(a.claim, b.claim) != Fit::Apart)
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let name = |claim: &Claim| {
        let role = if claim.in_role(Role::Target).next().is_some() { Role::Target } else { Role::Victim };
        let not = if claim.stance == Stance::Denied { "not " } else { "" };
        format!("{not}{}", names(claim, role))
    };
    let sides: Vec<Position> = group.into_iter().map(|told| Position::new(name(told[0].claim), told)).collect();
    let reason = format!("Whom the attacks were aimed at: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Target, sides, 0.8, reason, &[Reconciler::TwoActs, Reconciler::Both])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, check, claim, silent};

    fn aimed(id: &str, by: &str, kind: Kind, whom: &str) -> Told {
        claim(id).by(by).kind(kind).perpetrator("ru/air-force").target(whom)
    }

    #[test]
    fn the_ministry_and_the_rebels_name_two_targets() {
        let claims = [aimed("a#1", "ru", Kind::Status, "islamic-state"), aimed("a#2", "us", Kind::Status, "sy/~rebels")];
        check(&RULE, &claims, "conflict target [a#1] [a#2]");
    }

    #[test]
    fn somebody_says_that_it_was_not_them() {
        let claims = [aimed("a#1", "ru", Kind::Status, "islamic-state"), aimed("a#2", "~fighter", Kind::Status, "islamic-state").denied()];
        check(&RULE, &claims, "conflict target [a#1] [a#2]");
    }

    #[test]
    fn two_raids_may_hit_two_targets() {
        silent(&RULE, &[aimed("a#1", "ru", Kind::Strike, "islamic-state"), aimed("a#2", "us", Kind::Strike, "sy/~rebels")]);
        silent(&RULE, &[aimed("a#1", "ru", Kind::Status, "islamic-state"), aimed("a#2", "us", Kind::Status, "~militants")]);
    }
}
