//! Who holds the place: one voice says one, another says another, at one time.

use super::Rule;
use crate::conflict::camp::{self, Camp};
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::meet;
use crate::conflict::side::{Draft, Position, disputes, grouped, names, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Kind, Place, Role};

pub(super) const RULE: Rule = Rule {
    id: "control",
    holds: "Voices contradict each other where they name holders who cannot be the same for one town or quarter at one \
            time, or where one says that somebody holds it, took it or lost it and another denies it. In a province or a country \
            both may hold ground, a place that lies in another may be held by others than the rest of it, and a place that is taken \
            later changes hands.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let told = case.told.iter().filter(|told| told.claim.kind == Kind::Control && !answer(told).1.is_empty());
    let one = |a: &Told, b: &Told| answer(a).0 == answer(b).0 && camp::share(answer(a).1, answer(b).1);
    let groups = disputes(grouped(told, answer), one, disputed);
    groups.into_iter().map(|group| draft(case, group)).collect()
}

/// Who holds it, or who does not, as a claim says. Whoever is denied to have lost a place holds it.
fn answer<'t>(told: &'t Told) -> (bool, &'t [Camp]) {
    let holders = told.camps(Role::Holder);
    match () {
        () if told.held() => (true, holders),
        () if !told.denied() => (true, &[]),
        () if holders.is_empty() => (true, told.camps(Role::Loser)),
        () => (false, holders),
    }
}

fn disputed(a: &Told, b: &Told) -> bool {
    let (x, y) = (a.claim, b.claim);
    let town = |place: &Place| place.id.as_str().matches('/').count() >= 2;
    let place = x.place.as_ref().zip(y.place.as_ref()).is_some_and(|(x, y)| (&x.id, x.relation) == (&y.id, y.relation) && town(x));
    let time = x.when.zip(y.when).map_or(x.article == y.article || a.day().is_some() && a.day() == b.day(), |_| meet(a, b));
    let excluded = match (answer(a), answer(b)) {
        ((true, x), (true, y)) => camp::apart(x, y),
        ((false, _), (false, _)) => false,
        ((_, x), (_, y)) => x.iter().any(|x| y.iter().any(|y| x.covers(y))),
    };
    place && time && !a.same_voice(b) && excluded
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let sides: Vec<Position> = group.into_iter().map(|told| Position::new(name(told[0]), told)).collect();
    let place = sides[0].told[0].claim.place.as_ref().map_or("the place", |place| place.name.as_str());
    let reason = format!("Who holds {place}: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Control, sides, 0.6, reason, &[Reconciler::LaterState, Reconciler::Partly])
}

fn name(told: &Told) -> String {
    let holders = names(told.claim, if told.camps(Role::Holder).is_empty() { Role::Loser } else { Role::Holder });
    if answer(told).0 { holders } else { format!("not {holders}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, check, claim, silent};

    fn held(id: &str, by: &str, holder: &str, place: &str) -> Told {
        claim(id).by(by).kind(Kind::Control).holder(holder).at(place).on("2016-06-26")
    }

    #[test]
    fn both_hold_one_quarter() {
        let place = "sy/aleppo/aleppo/khaldieh";
        check(&RULE, &[held("a#1", "squadrons", "sy/army", place), held("a#2", "sohr", "hts", place)], "conflict control [a#1] [a#2]");
    }

    #[test]
    fn that_it_was_taken_is_denied() {
        let place = "sy/aleppo/aleppo";
        let taken = held("b#1", "sohr", "hts", place);
        check(&RULE, &[held("a#1", "sy/army", "~militants", place).denied(), taken.clone()], "conflict control [a#1] [b#1]");
        let kept = claim("a#1").by("sy/army").kind(Kind::Control).actor(Role::Loser, "sy/army").at(place).on("2016-06-26").denied();
        check(&RULE, &[kept, taken.clone()], "conflict control [a#1] [b#1]");
        silent(&RULE, &[held("a#1", "sy/army", "islamic-state", place).denied(), taken.clone()]);
        silent(&RULE, &[held("a#1", "sy/army", "hts", "sy/aleppo/aleppo/khaldieh").denied(), taken]);
    }

    #[test]
    fn a_quarter_is_not_the_city_and_later_is_not_now() {
        silent(&RULE, &[held("a#1", "squadrons", "sy/army", "sy/aleppo/aleppo/khaldieh"), held("a#2", "sohr", "hts", "sy/aleppo/aleppo")]);
        silent(&RULE, &[held("a#1", "squadrons", "sy/army", "sy/aleppo"), held("a#2", "sohr", "hts", "sy/aleppo")]);
        let place = "sy/aleppo/aleppo";
        silent(&RULE, &[held("a#1", "squadrons", "sy/army", place), held("b#1", "sohr", "hts", place).on("2016-06-28")]);
    }
}
