//! What is denied, doubted or left open is not asserted.

use super::super::extract;
use super::brief;
use crate::lexicon::Lexicon;
use crate::model::{Article, Kind};

/// Reads a text and compares the casualties and attendances it tells, each as `kind harm group count stance @voice`.
fn check(language: &str, text: &str, expected: &[&str]) {
    let article = Article::new("a", text).unwrap().published("2016-06-26".parse().unwrap());
    let article = Article { language: Some(language.to_owned()), ..article };
    let claims = extract(&article, Lexicon::bundled()).claims;
    let counted = claims.iter().filter(|claim| matches!(claim.kind, Kind::Casualties | Kind::Attendance));
    assert_eq!(counted.map(brief).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_verb_with_a_negation_denies() {
    check("fr", "La milice n'a pas tué quinze bergers.", &["casualties killed civilians 15 denied"]);
    check("fr", "Le tir n'a pas fait six blessés.", &["casualties injured people 6 denied"]);
    check("fr", "Aucun des neuf alpinistes n'a été tué.", &[]);
    check("fr", "La milice n'a pas réussi à tuer quinze bergers.", &["casualties killed civilians 15 denied"]);
    check("en", "The militia was unable to kill 15 villagers.", &["casualties killed civilians 15 denied"]);
    check("en", "There may still be three bodies in the pit.", &["casualties killed people 3 doubted"]);
    check("en", "The militia did not kill 15 villagers.", &["casualties killed civilians 15 denied"]);
    check("en", "The militia never killed 15 people.", &["casualties killed people 15 denied"]);
}

#[test]
fn what_another_verb_is_denied_is_not() {
    check("en", "Fifteen villagers who did not leave were killed.", &["casualties killed civilians 15"]);
    check("en", "Fifteen villagers were not immediately killed.", &["casualties killed civilians 15 denied"]);
}

#[test]
fn what_is_only_so_much_is_so() {
    check("fr", "Le tir n'a fait que six blessés.", &["casualties injured people 6"]);
    check("fr", "Le préfet n'a fait état que de six morts.", &["casualties killed people 6 @article:a/~prefet"]);
}

#[test]
fn who_does_not_say_it_leaves_it_open() {
    check("fr", "La police n'a pas dénombré 40 000 manifestants.", &["attendance 40000 doubted @~police"]);
    check("fr", "Le préfet n'a pas confirmé la mort de six randonneurs.", &["casualties killed people 6 doubted @article:a/~prefet"]);
    check("en", "Officials would not say whether six hikers had died.", &["casualties killed people 6 doubted @article:a/~officials"]);
    check("en", "The mayor did not know whether six hikers had died.", &["casualties killed people 6 doubted"]);
}

#[test]
fn a_second_verb_has_what_follows_it() {
    check("fr", "La milice récuse ces accusations et n'admet que six civils morts.", &["casualties killed civilians 6 @~militia"]);
    check("fr", "L'armée a démenti avoir visé le marché et a reconnu la mort de trois soldats.", &["casualties killed soldiers 3 @~army"]);
    check("en", "The militia rejected the charge and admitted only six civilian deaths.", &["casualties killed people 6 @~militia"]);
    check(
        "en",
        "The army said nine soldiers had been killed and denied killing 30 civilians.",
        &["casualties killed soldiers 9 @~army", "casualties killed civilians 30 denied @~army"],
    );
}

#[test]
fn a_place_that_somebody_holds_is_no_target_among_them() {
    let kinds = |text: &str| {
        let article = Article { language: Some("en".to_owned()), ..Article::new("a", text).unwrap() };
        extract(&article, Lexicon::bundled()).claims.iter().map(brief).collect::<Vec<_>>()
    };
    assert_eq!(kinds("Raids targeted a mill in rebel-held Saraqib."), [""; 0]);
    assert_eq!(kinds("Raids targeted the rebels in Saraqib."), ["status combatants"]);
}
