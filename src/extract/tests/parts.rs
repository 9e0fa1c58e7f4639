//! Counts that are parts, shares or frames of others, and what a relative clause between a count and its verb leaves untouched.

use super::counts::{claims, english, french};
use crate::model::Kind;

#[test]
fn no_part_is_more_than_its_whole() {
    french("Le corps d'un homme a été retrouvé. Les deux autres corps sont ceux d'un couple.", &["killed men 1", "killed people 2"]);
}

#[test]
fn those_who_could_not_flee_were_killed() {
    french("Neuf villageois qui n'avaient pas pu fuir ont été tués.", &["killed civilians 9"]);
    french("Neuf villageois qui tentaient de fuir ont été tués.", &["killed civilians 9"]);
    english("Nine farmers who did not flee were killed.", &["killed civilians 9"]);
    english("Four men stand accused over the death of Rosa Kent, who died in her car.", &[]);
}

#[test]
fn those_among_the_dead_are_a_part_of_them() {
    french(
        "La crue a fait 35 morts. Huit enfants figurent parmi les 35 morts.",
        &["killed people 35", "killed children 8 of 3", "killed people 35"],
    );
    french("La crue a fait 35 morts. Une dizaine de femmes figurent parmi les victimes.", &["killed people 35", "killed women 10 of 1"]);
    english("The flood killed 35 people. Eight children were among the dead.", &["killed people 35", "killed children 8 of 1"]);
    english("The flood killed 35 people. Ten or more of the dead were children.", &["killed people 35", "killed children 10.. of 1"]);
    english(
        "The flood killed 35 people. Six women and nine children were among the dead.",
        &["killed people 35", "killed women 6 of 1", "killed children 9 of 1"],
    );
    english("The flood killed 35 people. Ana Roy, Tom Berg and Lea Sand were among the dead.", &["killed people 35"]);
    french("La crue a fait 35 morts. Ana Roy et Tom Berg figurent parmi les morts.", &["killed people 35"]);
}

#[test]
fn both_parts_belong_to_the_whole_that_is_told_before_them() {
    french(
        "Au moins 31 personnes, dont 20 civils et onze policiers, ont été tuées.",
        &["killed people 31..", "killed civilians 20 of 1", "killed police 11 of 1"],
    );
    french(
        "Le raid a fait 31 tués dont 20 civils et onze policiers, des blessés et des dégâts.",
        &["killed people 31", "killed civilians 20 of 1", "killed police 11 of 1"],
    );
    english(
        "The crash killed 12 people and hurt 40. Nine of the injured were in hospital.",
        &["killed people 12", "injured people 40", "injured people 9 of 2"],
    );
    english("Soldiers killed six marchers, four of them in the port.", &["killed people 6", "killed people 4 of 1"]);
    english("The crash killed 12 people. The remaining 3 bodies were found.", &["killed people 12", "killed people 3 of 1"]);
}

#[test]
fn a_frame_or_a_predicate_is_no_count_of_its_own() {
    french("Parmi les trente survivants, douze personnes ont été évacuées.", &["evacuated people 12"]);
    english("Among the thirty passengers, twelve people were injured.", &["injured people 12"]);
    french("21 personnes, pour la plupart des femmes, sont mortes.", &["killed people 21"]);
}

#[test]
fn a_rate_is_no_toll() {
    french("La faim tue 40 personnes par jour.", &[]);
    french("Les deux camps abritent 9.000 déplacés chacun.", &[]);
    english("Hunger kills 40 people every day.", &[]);
    english("The two camps hold 9,000 displaced people each.", &[]);
    english("Thousands of people die in fires every year.", &[]);
    english("The blast killed 40 people a day after the truce.", &["killed people 40"]);
}

#[test]
fn one_number_may_count_several_sorts_of_people() {
    french("Le raid a tué 94 civils, policiers et soldats.", &["killed people 94"]);
    english("The raid killed 94 civilians and soldiers.", &["killed people 94"]);
    english("The raid killed 94 civilians and nine soldiers.", &["killed civilians 94", "killed soldiers 9"]);
}

#[test]
fn whose_an_attack_is_is_no_victim() {
    french("Quinze gendarmes ont été tués lors de l'attaque rebelle.", &["killed police 15"]);
    english("Of three brothers shot, two fourteen years old, one nineteen, all survived.", &["injured men 3"]);
}

#[test]
fn what_was_destroyed_side_by_side_is_each_told() {
    let objects = |language: &str, text: &str| {
        let told = claims(language, text).into_iter().filter(|claim| claim.kind == Kind::Materiel);
        told.filter_map(|claim| claim.count.as_ref().and_then(|q| q.low())).collect::<Vec<_>>()
    };
    assert_eq!(objects("en", "Some 700 houses and 30 schools were damaged or destroyed."), [700.0, 30.0]);
    assert_eq!(objects("fr", "La tempête a détruit 700 maisons et 30 écoles."), [700.0, 30.0]);
}

#[test]
fn who_survived_is_not_dead_and_who_died_of_wounds_is() {
    english("Of the passengers 39 survived, and 27 died.", &["killed people 27"]);
    english("Two wounded soldiers died in hospital.", &["killed soldiers 2"]);
    french("Deux blessés sont morts à l'hôpital.", &["killed people 2"]);
}

#[test]
fn what_goes_on_with_a_verb_of_its_own_shares_nothing() {
    french("Les autorités ont évacué 2.000 habitants, 550 pompiers sont mobilisés.", &["evacuated people 2000"]);
    french("Douze personnes ont été blessées. La vie de l'un des policiers blessés est en danger.", &["injured people 12"]);
    english("In May 86 people were killed in an attack that included three soldiers.", &["killed people 86"]);
}
