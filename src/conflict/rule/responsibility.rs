//! Who did it: one voice names one, another names another, or each says that the other began.

use super::Rule;
use crate::conflict::camp::{self, Camp};
use crate::conflict::case::{Case, Told};
use crate::conflict::setting::{Fit, one_act, pinned, places, times};
use crate::conflict::side::{Draft, Position, disputes, grouped, names, says};
use crate::conflict::{Dimension, Reconciler};
use crate::model::{Claim, Harm, Kind, Role, Stance};

pub(super) const RULE: Rule = Rule {
    id: "responsibility",
    holds: "Voices contradict each other where they name perpetrators who cannot be the same for one act, and at least one of them \
            speaks of who did it; two accounts of two blows are none, and a blow is the act in question only at the same place and time. Accusations that say neither \
            when nor in what town are of no one act. Where the perpetrators of one are the targets of the other, \
            each says that the other attacked. An accused who names somebody or something else, however loosely, contradicts the \
            accusation. Where an article that cites an accusation says that it is not known who did it, that is \
            a dispute too.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let told = case.told.iter().filter(|told| accuses(told) || leaves_open(told));
    let groups = disputes(grouped(told, Told::by), |a, b| camp::share(a.by(), b.by()), rival);
    groups.into_iter().map(|group| draft(case, group)).collect()
}

/// A claim that names who did it. Who does not know whether it was somebody accuses nobody.
fn accuses(told: &Told) -> bool {
    let deed = matches!(told.claim.kind, Kind::Responsibility | Kind::Strike | Kind::Operation | Kind::Casualties);
    deed && told.claim.stance == Stance::Asserted && !told.by().is_empty()
}

/// A claim on who did it that names nobody and doubts.
fn leaves_open(told: &Told) -> bool {
    asked(told) && told.claim.stance == Stance::Doubted && told.by().is_empty()
}

/// A claim on who did it.
fn asked(told: &Told) -> bool {
    told.claim.kind == Kind::Responsibility
}

fn rival(a: &Told, b: &Told) -> bool {
    if a.same_voice(b) || !one_act(a, b) || !pinned(a.claim) && !pinned(b.claim) {
        return false;
    }
    if leaves_open(a) || leaves_open(b) {
        let accusation = if leaves_open(a) { b } else { a };
        return a.claim.article == b.claim.article && accusation.cited && asked(accusation) && accuses(accusation);
    }
    let one = asked(a) && asked(b) || asked(a) && blow(a.claim, b.claim) || asked(b) && blow(b.claim, a.claim);
    // Where each tells of a blow against others, both may be true.
    let others = one_place(a, b) && one && camp::apart(a.by(), b.by()) && !camp::apart(&a.hit, &b.hit);
    others && pinned(a.claim) && pinned(b.claim) || attacked(a, b) || attacked(b, a) || answers(a, b) || answers(b, a)
}

/// Whether both name one place: acts of two perpetrators are one only if they are known to be at one.
fn one_place(a: &Told, b: &Told) -> bool {
    a.claim.place.is_some() && places(a.claim, b.claim) == Fit::One
}

/// Whether the perpetrators of one are the targets of the other. In a battle both attack: only where one article sets the two voices
/// against each other need one of them not say that it speaks of who did it.
fn attacked(a: &Told, b: &Told) -> bool {
    let swapped = a.camps(Role::Target).iter().any(|target| b.by().iter().any(|camp| camp.covers(target)));
    let set_against = a.claim.article == b.claim.article && a.cited && b.cited && a.claim.kind == Kind::Operation;
    (asked(a) || set_against) && asked(b) && swapped && !camp::share(a.by(), b.by())
}

/// Whether one who is accused says that it was somebody or something else: in the article that accuses him, or where somebody is cited
/// who says that he did it or that he hit the people.
fn answers(accused: &Told, accuser: &Told) -> bool {
    let same = accused.claim.article == accuser.claim.article || asked(accuser) || accuser.cited && hits(accuser.claim);
    let own = |camp: &Camp| accused.houses.iter().any(|house| camp.is_voice(house));
    let of_one_act = asked(accuser) || (accuser.cited || one_place(accused, accuser)) && pinned(accuser.claim);
    same && of_one_act
        && asked(accused)
        && accuser.by().iter().any(own)
        && !accused.by().iter().any(own)
        && !camp::share(accused.by(), accuser.by())
}

/// Whether the second is a blow that the first can be about: at the same place on the same days, as far as both say.
fn blow(question: &Claim, blow: &Claim) -> bool {
    hits(blow)
        && question.place.is_some()
        && blow.place.is_some()
        && question.when.is_some()
        && blow.when.is_some()
        && times(question, blow) == Fit::One
}

/// Whether it tells of a blow: a strike, or people who were hurt.
fn hits(claim: &Claim) -> bool {
    claim.kind == Kind::Strike || matches!(claim.harm, Some(Harm::Killed | Harm::Injured | Harm::Casualties))
}

fn draft<'a>(case: &'a Case<'a>, group: Vec<Vec<&'a Told<'a>>>) -> Draft<'a> {
    let open = |told: &[&Told]| leaves_open(told[0]);
    let name = |told: &[&Told]| if open(told) { "not known".to_owned() } else { names(told[0].claim, Role::Perpetrator) };
    let sides: Vec<Position> = group.into_iter().map(|told| Position::new(name(&told), told)).collect();
    let reason = format!("Who did it: {}.", says(&sides, case, "or"));
    let cited = |side: &Position| side.told.iter().any(|told| told.cited);
    let strength = match () {
        () if sides.iter().any(|side| open(&side.told)) => 0.4,
        () if sides.iter().all(cited) => 0.8,
        () => 0.6,
    };
    Draft::conflict(Dimension::Responsibility, sides, strength, reason, &[Reconciler::TwoActs, Reconciler::Both])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};

    fn blamed(id: &str, by: &str, who: &str) -> crate::conflict::test::Told {
        claim(id).by(by).kind(Kind::Responsibility).perpetrator(who).at("sy/aleppo/aleppo")
    }

    #[test]
    fn each_state_names_the_other() {
        let claims = [blamed("a#1", "ua", "ru/army"), blamed("b#1", "ru", "ua/army"), blamed("c#1", "us", "ru")];
        check(&RULE, &claims, "conflict responsibility [a#1 c#1] [b#1]");
    }

    #[test]
    fn loose_words_and_organs_of_one_state_name_no_other() {
        silent(&RULE, &[blamed("a#1", "bf/government", "~jihadists"), blamed("b#1", "residents", "~gunmen")]);
        silent(&RULE, &[blamed("a#1", "sohr", "ru/air-force"), blamed("b#1", "us", "ru/army")]);
        silent(&RULE, &[blamed("a#1", "sohr", "ru/air-force"), blamed("b#1", "sohr/director", "sy/army")]);
    }

    #[test]
    fn what_is_undated_is_of_the_time_when_it_is_told() {
        let told = |id, by, who, day| blamed(id, by, who).reported(day);
        check(
            &RULE,
            &[told("a#1", "us", "ru", "2016-09-21"), told("b#1", "ru", "us", "2016-09-24")],
            "conflict responsibility [a#1] [b#1]",
        );
        silent(&RULE, &[told("a#1", "us", "ru", "2014-09-24"), told("b#1", "ru", "us", "2016-09-24")]);
    }

    #[test]
    fn a_monitor_does_nothing() {
        silent(&RULE, &[blamed("a#1", "us", "ru/army"), blamed("b#1", "ru", "hrw")]);
    }

    #[test]
    fn an_attack_or_an_answer_to_one() {
        let offensive = |id: &str| claim(id).by("us").kind(Kind::Operation).perpetrator("sy/army").target("sy/~rebels");
        let claims = [blamed("a#2", "opposition", "sy/army").target("sy/~rebels"), blamed("a#3", "ru", "~terrorists")];
        check(&RULE, &claims, "conflict responsibility [a#2] [a#3]");
        check(&RULE, &[offensive("a#1"), blamed("a#3", "ru", "~terrorists")], "conflict responsibility [a#1] [a#3]");
        // In a battle both attack.
        silent(&RULE, &[offensive("b#1"), blamed("a#3", "ru", "~terrorists")]);
    }

    #[test]
    fn a_blow_elsewhere_is_another_act() {
        let raid = |id: &str| claim(id).by("sohr").kind(Kind::Strike).perpetrator("ru/air-force").on("2016-12-07");
        let shells = || blamed("a#1", "sana", "hts").on("2016-12-07").at("sy/aleppo/aleppo");
        check(&RULE, &[shells(), raid("b#1").at("sy/aleppo/aleppo")], "conflict responsibility [a#1] [b#1]");
        silent(&RULE, &[shells(), raid("b#1")]);
        silent(&RULE, &[shells(), raid("b#1").at("sy/idlib/idlib")]);
        silent(&RULE, &[shells(), raid("b#1").at("sy/aleppo/aleppo/midan")]);
    }

    #[test]
    fn the_accused_names_something_else() {
        check(
            &RULE,
            &[blamed("a#1", "witnesses", "il/army"), blamed("b#1", "il/army", "~stampede")],
            "conflict responsibility [a#1] [b#1]",
        );
        silent(&RULE, &[blamed("a#1", "witnesses", "il/army"), blamed("b#1", "fr", "~stampede")]);
    }

    #[test]
    fn a_blow_elsewhere_that_nobody_is_cited_for_is_no_accusation() {
        let raid = |id, place| claim(id).perpetrator("us/coalition").on("2017-04-04").killed(10.0).at(place);
        let blames = blamed("a#2", "us", "sy/assad").on("2017-04-04").at("sy/idlib/khan-shaykhun");
        silent(&RULE, &[raid("a#1", "sy/idlib/~maaret-harmeh"), blames]);
    }

    #[test]
    fn accusations_of_no_one_act_are_no_dispute() {
        let of = |id, by, who| blamed(id, by, who).at("sy/aleppo");
        check(
            &RULE,
            &[of("a#1", "ua", "ru/army").on("2022-04-08"), of("b#1", "ru", "ua/army").on("2022-04-08")],
            "conflict responsibility [a#1] [b#1]",
        );
        silent(&RULE, &[of("a#1", "ua", "ru/army"), of("b#1", "ru", "ua/army")]);
    }

    #[test]
    fn two_blows_are_no_dispute() {
        let hit = |id, by, who, whom| claim(id).by(by).kind(Kind::Strike).perpetrator(who).target(whom);
        silent(&RULE, &[hit("a#1", "sana", "hts", "sy/army"), hit("b#1", "sohr", "sy/army", "hts")]);
    }

    #[test]
    fn the_article_says_that_nobody_knows() {
        let open = |id: &str| claim(id).kind(Kind::Responsibility).doubted();
        check(&RULE, &[blamed("a#1", "sana", "~militants"), open("a#2")], "conflict responsibility [a#1] [a#2]");
        silent(&RULE, &[blamed("a#1", "sana", "~militants"), open("b#2")]);
    }
}
