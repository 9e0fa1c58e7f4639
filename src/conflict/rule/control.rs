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
            time. In a province or a country both may hold ground, a place that lies in another may be held by others than the rest \
            of it, and a place that is taken later changes hands.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let told = case.told.iter().filter(|told| told.claim.kind == Kind::Control && told.held() && !holders(told).is_empty());
    let groups = disputes(grouped(told, holders), |a, b| camp::share(holders(a), holders(b)), disputed);
    groups.into_iter().map(|group| draft(case, group)).collect()
}

fn holders<'t>(told: &'t Told) -> &'t [Camp] {
    told.camps(Role::Holder)
}

fn disputed(a: &Told, b: &Told) -> bool {
    let (x, y) = (a.claim, b.claim);
    let town = |place: &Place| place.id.as_str().matches('/').count() >= 2;
    let place = x.place.as_ref().zip(y.place.as_ref()).is_some_and(|(x, y)| (&x.id, x.relation) == (&y.id, y.relation) && town(x));
    let time = x.when.zip(y.when).map_or(x.article == y.article || a.day().is_some() && a.day() == b.day(), |_| meet(a, b));
    place && time && !a.same_voice(b) && camp::apart(holders(a), holders(b))
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let sides: Vec<Position> = group.into_iter().map(|told| Position::new(names(told[0].claim, Role::Holder), told)).collect();
    let place = sides[0].told[0].claim.place.as_ref().map_or("the place", |place| place.name.as_str());
    let reason = format!("Who holds {place}: {}.", says(&sides, case, "or"));
    Draft::conflict(Dimension::Control, sides, 0.6, reason, &[Reconciler::LaterState, Reconciler::Partly])
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
    fn a_quarter_is_not_the_city_and_later_is_not_now() {
        silent(&RULE, &[held("a#1", "squadrons", "sy/army", "sy/aleppo/aleppo/khaldieh"), held("a#2", "sohr", "hts", "sy/aleppo/aleppo")]);
        silent(&RULE, &[held("a#1", "squadrons", "sy/army", "sy/aleppo"), held("a#2", "sohr", "hts", "sy/aleppo")]);
        let place = "sy/aleppo/aleppo";
        silent(&RULE, &[held("a#1", "squadrons", "sy/army", place), held("b#1", "sohr", "hts", place).on("2016-06-28")]);
    }
}
