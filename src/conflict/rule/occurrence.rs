//! Whether it happened: one voice says so, another denies it.

use std::collections::BTreeMap;

use super::Rule;
use crate::conflict::camp::{self, Camp};
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::one_act;
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Kind, Role, Stance};

pub(super) const RULE: Rule = Rule {
    id: "occurrence",
    holds: "A voice that denies what another voice asserts contradicts it, if both speak of the same kind of thing, the same harm, people \
            and actors. A denial of who did it is another question, and so is one of what people were; a number that a voice takes back for \
            another is no denial.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut questions: BTreeMap<_, [Vec<&Told>; 2]> = BTreeMap::new();
    for told in
        case.told.iter().filter(|told| told.denied() && asked(told) && !corrects(told, case) || told.claim.stance == Stance::Asserted)
    {
        let group = told.claim.group.filter(|_| told.claim.kind == Kind::Casualties);
        questions.entry((told.claim.kind, told.claim.harm, group)).or_default()[usize::from(told.denied())].push(told);
    }
    let disputed = |a: &Told, b: &Told| contradicts(a, b) || contradicts(b, a);
    let found = questions.into_values().flat_map(|sides| disputes(sides.into(), |_, _| false, disputed));
    found.map(|group| draft(case, group)).collect()
}

/// Kinds of which a denial says that it did not happen. Control, agreements and who did it are asked by rules of their own.
fn asked(told: &Told) -> bool {
    let deed = matches!(told.claim.kind, Kind::Casualties | Kind::Strike | Kind::Operation | Kind::Control | Kind::Materiel);
    deed && told.by().is_empty()
}

/// Whether its voice only puts another number in the place of this one: "275, and not 288".
fn corrects(denial: &Told, case: &Case) -> bool {
    let claim = denial.claim;
    let such = |told: &&Told| (told.claim.kind, told.claim.harm) == (claim.kind, claim.harm) && told.claim.count != claim.count;
    let own = |told: &Told| !told.denied() && told.claim.article == claim.article && told.same_voice(denial);
    claim.count.is_some() && case.told.iter().filter(such).any(own)
}

fn contradicts(told: &Told, denial: &Told) -> bool {
    let (x, y) = (told.claim, denial.claim);
    let same = |a: &[Camp], b: &[Camp]| b.is_empty() || camp::share(a, b);
    denial.denied()
        && !told.denied()
        && (y.count.is_none() || x.count.as_ref().zip(y.count.as_ref()).is_some_and(|(x, y)| x.value() == y.value()))
        && !told.same_voice(denial)
        && same(&told.hit, &denial.hit)
        && same(told.camps(Role::Holder), denial.camps(Role::Holder))
        && one_act(told, denial)
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let names = ["it happened", "it did not"];
    let sides: Vec<Position> = names.into_iter().zip(group).map(|(name, told)| Position::new(name, told)).collect();
    let reason = format!("Whether it happened: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Occurrence, sides, 0.7, reason, &[Reconciler::TwoActs])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};
    use crate::model::Group;

    #[test]
    fn a_strike_is_denied() {
        let strike = |id, by| claim(id).by(by).kind(Kind::Strike).at("sy/aleppo");
        check(&RULE, &[strike("a#1", "sohr"), strike("b#1", "ru/defence-ministry").denied()], "conflict occurrence [a#1] [b#1]");
    }

    #[test]
    fn another_harm_or_group_is_another_question() {
        let no_civilians = claim("b#1").by("ru").harmless().group(Group::Civilians).denied();
        silent(&RULE, &[claim("a#1").by("sohr").killed(12.0).group(Group::Combatants), no_civilians.clone()]);
        silent(&RULE, &[claim("a#1").by("sohr").injured(12.0).group(Group::Civilians), no_civilians.clone()]);
        check(&RULE, &[claim("a#1").by("sohr").killed(12.0).group(Group::Civilians), no_civilians], "conflict occurrence [a#1] [b#1]");
    }
}
