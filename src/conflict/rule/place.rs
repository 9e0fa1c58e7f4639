//! Where it was: the same figure, at two places.

use super::Rule;
use crate::conflict::case::Case;
use crate::conflict::figure::Figure;
use crate::conflict::side::{Draft, Position, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Place, Relation};

pub(super) const RULE: Rule = Rule {
    id: "place",
    holds: "Independent voices of one event that give the same exact number of people for one harm and day contradict each other where \
            they name two places on the map of which neither lies in the other.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    for (i, a) in case.figures.iter().enumerate() {
        for b in case.figures[i + 1..].iter().filter(|b| differ(a, b)) {
            let name = |figure: &Figure| figure.told[0].claim.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            let mut sides = vec![Position::new(name(a), a.told.clone()), Position::new(name(b), b.told.clone())];
            sides.sort_by(|x, y| x.name.cmp(&y.name));
            let reason = format!("{} {} at one place: {}.", a.words(), a.thing(), says(&sides, case, "or"));
            drafts.push(Draft::conflict(Dimension::Place, sides, 0.4, reason, &[Reconciler::TwoActs]));
        }
    }
    drafts
}

fn differ(a: &Figure, b: &Figure) -> bool {
    let (x, y) = (a.told[0].claim, b.told[0].claim);
    let mapped = |p: &Place| p.relation == Relation::In && !p.id.as_str().contains('~');
    let places = x.place.as_ref().zip(y.place.as_ref()).filter(|(p, q)| mapped(p) && mapped(q));
    places.is_some_and(|(p, q)| !p.id.holds(&q.id) && !q.id.holds(&p.id))
        && x.when.zip(y.when).is_some_and(|(x, y)| x.days() == Some(1) && (x.from(), x.to()) == (y.from(), y.to()))
        && a.same_toll(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn one_toll_in_two_towns() {
        let toll = |id, by, place| claim(id).by(by).at(place).on("2016-06-25").killed(47.0);
        let claims = [toll("a#1", "sohr", "sy/deir-ez-zor/al-quriyah"), toll("b#1", "sana", "sy/deir-ez-zor/mayadin")];
        check(&RULE, &claims, "conflict place [a#1] [b#1]");
    }

    #[test]
    fn a_town_and_its_province() {
        let toll = |id, by, place| claim(id).by(by).at(place).on("2016-06-25").killed(47.0);
        silent(&RULE, &[toll("a#1", "sohr", "sy/deir-ez-zor/al-quriyah"), toll("b#1", "sana", "sy/deir-ez-zor")]);
    }
}
