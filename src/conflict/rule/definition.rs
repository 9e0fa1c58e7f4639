//! The same people under two names.

use super::Rule;
use crate::conflict::camp::{self, Camp};
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::one_act;
use crate::conflict::side::{Draft, Position, disputes, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::Kind;

pub(super) const RULE: Rule = Rule {
    id: "definition",
    holds: "Where one voice calls terrorists whom another names a party or the opposition, of one act of one perpetrator or where each \
            says that the other attacked, they may mean the same people and differ in the word: a dispute on what they are.",
    find,
};

/// The label that judges and names nobody.
const JUDGED: &str = "~terrorists";

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let told = || case.told.iter().filter(|told| acts(told));
    let named: Vec<&Told> = told().filter(|told| told.hit.iter().any(party)).collect();
    let called: Vec<&Told> = told().filter(|told| told.hit.iter().chain(told.by()).any(judged)).collect();
    let groups = disputes(vec![named, called], |_, _| false, |a, b| one_people(a, b) || one_people(b, a));
    groups.into_iter().filter_map(|group| draft(case, group)).collect()
}

/// Words for people under arms against a state that do not judge them.
const OPPOSED: [&str; 2] = ["~rebels", "~separatists"];

/// Those who are named as what they are to themselves.
fn party(camp: &Camp) -> bool {
    opposition(camp) || matches!(camp, Camp::Group(_))
}

/// A country's rebels, under whatever name.
fn opposition(camp: &Camp) -> bool {
    matches!(camp, Camp::Faction(_)) || matches!(camp, Camp::Loose(word) if OPPOSED.contains(&word.as_str()))
}

fn judged(camp: &Camp) -> bool {
    matches!(camp, Camp::Loose(word) if word == JUDGED)
}

fn acts(told: &Told) -> bool {
    use Kind::*;
    !told.denied() && matches!(told.claim.kind, Strike | Operation | Responsibility | Status | Casualties | Position | Motive)
}

/// Whether the two can mean the same people: both are hit by one perpetrator, or the ones hit here attack there.
fn one_people(a: &Told, b: &Told) -> bool {
    let both_hit = a.hit.iter().any(party) && b.hit.iter().any(judged) && camp::share(a.by(), b.by());
    // Each side strikes more than once: of one exchange are blows that one article sets against each other.
    let hit_back = a.claim.article == b.claim.article && a.hit.iter().any(opposition) && b.by().iter().any(judged);
    (both_hit || hit_back) && !a.same_voice(b) && one_act(a, b)
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Option<Draft<'a>> {
    let [named, called] = group.try_into().ok()?;
    let name = |told: &Told, fits: fn(&Camp) -> bool| Some(told.claim.actors.iter().find(|actor| fits(&Camp::of(&actor.id)))?.name.clone());
    let sides = vec![Position::new(name(named[0], party)?, named), Position::new(name(called[0], judged)?, called)];
    let reason = format!("What they are called: {}.", says(&sides, case, "or"));
    Some(Draft::conflict(Dimension::Definition, sides, 0.6, reason, &[Reconciler::Definition]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    #[test]
    fn opposition_to_one_and_terrorists_to_the_other() {
        let claims = [
            claim("a#1").by("us/state-department").kind(Kind::Operation).perpetrator("sy/army").target("sy/~rebels"),
            claim("a#2").by("ru").kind(Kind::Responsibility).perpetrator("~terrorists"),
        ];
        check(&RULE, &claims, "conflict definition [a#1] [a#2]");
    }

    #[test]
    fn blows_of_two_articles_are_of_two_exchanges() {
        let claims = [
            claim("a#1").by("us/state-department").kind(Kind::Operation).perpetrator("sy/army").target("sy/~rebels"),
            claim("b#1").by("ru").kind(Kind::Responsibility).perpetrator("~terrorists"),
        ];
        silent(&RULE, &claims);
    }

    #[test]
    fn of_others_nothing_is_said() {
        let claims = [
            claim("a#1").by("us/state-department").kind(Kind::Strike).perpetrator("sy/army").target("sy/~rebels"),
            claim("a#2").by("ru").kind(Kind::Strike).perpetrator("ru/air-force").target("~terrorists"),
        ];
        silent(&RULE, &claims);
    }

    #[test]
    fn rebels_of_no_country_are_an_opposition_too() {
        let claims = [
            claim("a#1").by("us/state-department").kind(Kind::Operation).perpetrator("sy/army").target("~rebels"),
            claim("a#2").by("ru").kind(Kind::Responsibility).perpetrator("~terrorists"),
        ];
        check(&RULE, &claims, "conflict definition [a#1] [a#2]");
    }

    #[test]
    fn a_loose_word_judges_nobody() {
        let claims = [
            claim("a#1").by("us/state-department").kind(Kind::Operation).perpetrator("sy/army").target("sy/~rebels"),
            claim("a#2").by("ru").kind(Kind::Responsibility).perpetrator("~militants"),
        ];
        silent(&RULE, &claims);
    }
}
