//! Whether an agreement was kept, and who broke it.

use super::Rule;
use crate::conflict::camp;
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::meet;
use crate::conflict::side::{Draft, Position, disputes, grouped, names, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Claim, Kind, Role, Stance};

pub(super) const RULE: Rule = Rule {
    id: "agreement",
    holds: "Voices contradict each other where one says that an agreement was broken by one and another that it was broken by another, \
            or where one says and another denies the same of it.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let told = case.told.iter().filter(|told| told.claim.kind == Kind::Agreement);
    let one = |a: &Told, b: &Told| a.denied() == b.denied() && camp::share(a.by(), b.by());
    let groups = disputes(grouped(told, |told| (told.denied(), told.by())), one, disputed);
    groups.into_iter().map(|group| draft(case, group)).collect()
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let sides: Vec<Position> = group.into_iter().map(|told| Position::new(name(told[0].claim), told)).collect();
    let reason = format!("On the agreement: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Agreement, sides, 0.6, reason, &[Reconciler::Both, Reconciler::TwoActs])
}

fn disputed(a: &Told, b: &Told) -> bool {
    let answer = match (a.claim.stance, b.claim.stance) {
        (Stance::Denied, Stance::Asserted) | (Stance::Asserted, Stance::Denied) => a.by() == b.by(),
        _ => a.held() && b.held() && camp::apart(a.by(), b.by()),
    };
    answer && !a.same_voice(b) && !camp::apart(a.camps(Role::Party), b.camps(Role::Party)) && meet(a, b)
}

fn name(claim: &Claim) -> String {
    let by = names(claim, Role::Perpetrator);
    let held = if by.is_empty() { "as agreed".to_owned() } else { format!("broken by {by}") };
    if claim.stance == Stance::Denied { format!("not {held}") } else { held }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, check, claim, silent};

    fn broken(id: &str, by: &str, who: &str) -> Told {
        claim(id).by(by).kind(Kind::Agreement).perpetrator(who)
    }

    #[test]
    fn each_says_that_the_other_broke_it() {
        check(&RULE, &[broken("a#1", "ru", "ua/army"), broken("b#1", "ua", "ru/army")], "conflict agreement [a#1] [b#1]");
    }

    #[test]
    fn one_says_and_another_denies_it() {
        let truce = |id, by| claim(id).by(by).kind(Kind::Agreement);
        check(&RULE, &[truce("a#1", "ru"), truce("b#1", "ua").denied()], "conflict agreement [a#1] [b#1]");
    }

    #[test]
    fn one_breaker_by_two_names() {
        silent(&RULE, &[broken("a#1", "un", "ua/army"), broken("b#1", "ru", "ua")]);
    }
}
