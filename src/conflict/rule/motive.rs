//! Why it was done: the doer says one thing, another voice says another.

use super::Rule;
use crate::conflict::camp;
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::meet;
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Kind, Role};

pub(super) const RULE: Rule = Rule {
    id: "motive",
    holds: "Where a doer says why, or whom it acts against, and another voice gives its acts another motive, they contradict each \
            other, unless both name the same target.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let (own, given): (Vec<&Told>, Vec<&Told>) = case.told.iter().filter(|told| aims(told)).partition(|told| speaks_of_itself(told));
    let disputed = |a: &Told, b: &Told| disputed(a, b) || disputed(b, a);
    disputes(vec![own, given], |_, _| false, disputed).into_iter().map(|group| draft(case, group)).collect()
}

/// A motive, or whom the attacks are against.
fn aims(told: &Told) -> bool {
    let target = told.claim.kind == Kind::Status && !told.camps(Role::Target).is_empty();
    (told.claim.kind == Kind::Motive || target) && told.held()
}

fn speaks_of_itself(told: &Told) -> bool {
    told.cited && told.by().iter().any(|camp| told.houses.iter().any(|house| camp.is_voice(house)))
}

/// Whether another voice gives the acts of a doer another motive than the doer does.
fn disputed(own: &Told, given: &Told) -> bool {
    let (a, b) = (own.camps(Role::Target), given.camps(Role::Target));
    let same_target = !a.is_empty() && !b.is_empty() && !camp::named_apart(a, b);
    speaks_of_itself(own)
        && !speaks_of_itself(given)
        && given.claim.kind == Kind::Motive
        && !same_target
        && !own.same_voice(given)
        && camp::share(own.by(), given.by())
        && meet(own, given)
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let names = ["as the doer says", "as others say"];
    let sides: Vec<Position> = names.into_iter().zip(group).map(|(name, told)| Position::new(name, told)).collect();
    let reason = format!("Why it was done: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Motive, sides, 0.5, reason, &[Reconciler::Both])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, check, claim, silent};

    fn why(id: &str, by: &str) -> Told {
        claim(id).by(by).kind(Kind::Motive).perpetrator("ru/air-force")
    }

    #[test]
    fn against_one_or_to_finish_another() {
        let own = claim("a#1").by("ru").kind(Kind::Status).perpetrator("ru").target("islamic-state");
        check(&RULE, &[own, why("a#2", "~fighter").target("sy/~rebels"), why("a#3", "us")], "conflict motive [a#1] [a#2 a#3]");
    }

    #[test]
    fn others_may_give_many_motives() {
        silent(&RULE, &[why("a#2", "~fighter").target("sy/~rebels"), why("a#3", "us")]);
        silent(&RULE, &[why("a#1", "ru").target("islamic-state"), why("a#2", "us").target("islamic-state")]);
    }
}
