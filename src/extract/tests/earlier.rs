//! Figures that are told as given before, and those that are not.

use super::super::extract;
use crate::lexicon::Lexicon;
use crate::model::Article;

/// Reads a text and compares the figures that it tells as earlier ones.
#[track_caller]
fn check(language: &str, text: &str, expected: &[f64]) {
    let article = Article::new("a", text).unwrap().published("2021-03-18".parse().unwrap());
    let article = Article { language: Some(language.to_owned()), ..article };
    let claims = extract(&article, Lexicon::bundled()).claims;
    let earlier = claims.iter().filter(|claim| claim.earlier).filter_map(|claim| claim.count.as_ref()?.value());
    assert_eq!(earlier.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn what_had_been_said() {
    check("en", "The coast guard had earlier reported nine deaths in the ferry fire. It now counts 14.", &[9.0]);
    check("en", "A day earlier the mayor had spoken of 17 dead in the landslide.", &[17.0]);
    check("fr", "La préfecture avait d'abord annoncé six morts dans l'avalanche.", &[6.0]);
    check("fr", "La veille, les pompiers avaient fait état de 22 blessés.", &[22.0]);
}

#[test]
fn what_it_rose_from() {
    check("en", "The ministry reported 46 deaths, up from 36 on Wednesday.", &[36.0]);
    check("en", "A previous toll stood at 30 dead.", &[30.0]);
    check("fr", "Un précédent bilan faisait état de 12 morts.", &[12.0]);
    check("fr", "Un bilan initial faisait état de 12 morts.", &[12.0]);
    check("en", "An initial toll had put the dead at 30.", &[30.0]);
}

#[test]
fn what_had_happened_is_no_earlier_figure() {
    check("en", "The coast guard said the fire had killed nine people.", &[]);
    check("fr", "La préfecture a indiqué que six randonneurs avaient été tués.", &[]);
}
