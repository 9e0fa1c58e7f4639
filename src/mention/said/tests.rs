//! Sentences, and who is given which of their words.

use super::*;
use crate::lexicon::Lexicon;
use crate::mention::{TimeContext, actors, periods, sources};
use crate::model::Language;

/// Each scope as "who < who: words".
fn check(text: &str, language: Language, expected: &[&str]) {
    let lexicon = Lexicon::bundled();
    let sentence = Sentence::new(text, 0..text.len(), lexicon, lexicon.tongue(language).expect("bundled"));
    let periods = periods(&sentence, &TimeContext { published: None, last: None, past: true });
    let actors = actors(&sentence, lexicon);
    let sources = sources(&sentence, &actors, &periods);
    let name = |teller: &Teller| format!("{}{}", if teller.joint { "+" } else { "" }, sentence.words(teller.tokens.clone()));
    let show = |said: Said| format!("{}: {}", said.chain.iter().map(name).collect::<Vec<_>>().join(" < "), sentence.words(said.scope));
    let found: Vec<String> = said(&sentence, &sources, &periods).into_iter().map(show).collect();
    assert_eq!(found, expected, "{text}");
}

fn french(text: &str, expected: &[&str]) {
    check(text, Language::FRENCH, expected);
}

fn english(text: &str, expected: &[&str]) {
    check(text, Language::ENGLISH, expected);
}

#[test]
fn verbs_give_the_word_to_their_subject() {
    french("Le parquet avance que neuf passagers sont morts.", &["Le parquet: Le parquet avance que neuf passagers sont morts."]);
    french("La mairie, elle, en est toujours à six morts.", &["La mairie: La mairie, elle, en est toujours à six morts."]);
    french("Quant à la gendarmerie, elle compte dix blessés.", &["la gendarmerie: la gendarmerie, elle compte dix blessés."]);
    english(
        "Four miners are dead, the coroner said in a statement.",
        &["the coroner: Four miners are dead, the coroner said in a statement."],
    );
}

#[test]
fn accounts_are_told_by_whose_they_are() {
    french(
        "D'après un premier bilan communiqué par la préfecture, six ouvriers sont morts.",
        &["la préfecture: D'après un premier bilan communiqué par la préfecture, six ouvriers sont morts."],
    );
    french("Selon un dernier bilan, six ouvriers sont morts.", &[]);
    french("Selon elle, six ouvriers sont morts.", &["elle: Selon elle, six ouvriers sont morts."]);
    french(
        "Six ouvriers sont morts : c'est ce qui ressort d'une étude que l'Unicef a publiée.",
        &["l'Unicef: Six ouvriers sont morts : c'est ce qui ressort d'une étude que l'Unicef a publiée."],
    );
    english("By Unicef's reckoning, ten had drowned.", &["Unicef: By Unicef's reckoning, ten had drowned."]);
}

#[test]
fn voices_need_no_verb() {
    french("Police : 9 000 manifestants.", &["Police: : 9 000 manifestants."]);
    french("Liban : 9 000 manifestants.", &[]);
    english("Nine dead in mine collapse - Region - Gulf Courier", &[]);
    english("Death toll in mine collapse climbs to 31: ministry", &["ministry: Death toll in mine collapse climbs to 31"]);
    french("Ils étaient 9 000 (5 000 selon la police).", &["la police: 5 000 selon la police"]);
    french("Ils étaient 9 000 (police).", &["police: Ils étaient 9 000"]);
    french(
        "Ils étaient 9 000 pour les organisateurs, 5 000 pour la police.",
        &["les organisateurs: Ils étaient 9 000 pour les organisateurs", "la police: , 5 000 pour la police."],
    );
    french(
        "La préfecture en a compté 5 000, le syndicat 9 000.",
        &["La préfecture: La préfecture en a compté 5 000,", "le syndicat: le syndicat 9 000."],
    );
}

#[test]
fn who_was_given_the_word_keeps_it_until_somebody_else_is() {
    french(
        "La mairie annonce six morts ; dix personnes sont blessées.",
        &["La mairie: La mairie annonce six morts ; dix personnes sont blessées."],
    );
    french(
        "La mairie annonce six morts ; selon la police, dix personnes sont blessées.",
        &["La mairie: La mairie annonce six morts", "la police: selon la police, dix personnes sont blessées."],
    );
    french(
        "La mairie annonce six morts quand la police affirme que neuf corps ont été trouvés.",
        &["La mairie: La mairie annonce six morts quand", "la police: la police affirme que neuf corps ont été trouvés."],
    );
}

#[test]
fn who_is_named_between_commas_before_the_verb_speaks() {
    english(
        "The head of the hospital, Ann Stone, said three miners were dead.",
        &["The head of the hospital, Ann Stone: The head of the hospital, Ann Stone, said three miners were dead."],
    );
}

#[test]
fn who_is_quoted_by_others_is_the_voice() {
    english(
        "A militia quoted by Russia's Sputnik agency gave another account, saying six miners were dead.",
        &[
            "Russia's Sputnik agency < A militia: A militia quoted by Russia's Sputnik agency gave another account, saying six miners were dead.",
        ],
    );
}

#[test]
fn a_figure_of_somebody_else_is_his() {
    english(
        "The ministry counted 80 marchers, against 400 claimed by the union.",
        &["The ministry: The ministry counted 80 marchers,", "the union: against 400 claimed by the union."],
    );
    french(
        "La mairie annonce six morts et neuf blessés, selon l'AFP.",
        &[
            "La mairie: La mairie annonce six morts et neuf blessés, selon l'AFP.",
            "l'AFP: La mairie annonce six morts et neuf blessés, selon l'AFP.",
        ],
    );
    french(
        "La police l'évalue à 8 000 personnes et la CGT à 20 000.",
        &["La police: La police l'évalue à 8 000 personnes et", "la CGT: la CGT à 20 000."],
    );
}

#[test]
fn whoever_was_told_stands_before_whoever_said_so() {
    french(
        "« J'ai vu dix corps, mais aussi des rescapés », a dit un médecin.",
        &["un médecin: « J'ai vu dix corps, mais aussi des rescapés », a dit un médecin."],
    );
    french("Six mineurs sont morts, a dit à l'AFP un médecin.", &["l'AFP < un médecin: Six mineurs sont morts, a dit à l'AFP un médecin."]);
    french(
        "Six mineurs sont morts, ont dit à l'AFP des habitants.",
        &["l'AFP < des habitants: Six mineurs sont morts, ont dit à l'AFP des habitants."],
    );
    french(
        "Six mineurs sont morts, a annoncé dans un communiqué le gouverneur.",
        &["le gouverneur: Six mineurs sont morts, a annoncé dans un communiqué le gouverneur."],
    );
    english(
        "Six miners are dead, local human rights groups said.",
        &["local human rights groups: Six miners are dead, local human rights groups said."],
    );
}

#[test]
fn what_a_relative_clause_names_says_nothing() {
    french("Le bilan du cyclone, qui a touché Fidji à la mi-mai, fait état de 34 morts.", &[]);
    english(
        "Iran Prison Rights Watch said 12 detainees died.",
        &["Iran Prison Rights Watch: Iran Prison Rights Watch said 12 detainees died."],
    );
}

#[test]
fn who_told_an_agency_and_who_is_told_of_are_kept_apart() {
    french(
        "La crue a fait neuf morts, a annoncé lundi à l'AFP le gouverneur.",
        &["l'AFP < le gouverneur: La crue a fait neuf morts, a annoncé lundi à l'AFP le gouverneur."],
    );
    english("Ali Sadiq, said the gunmen killed one guard.", &["Ali Sadiq: Ali Sadiq, said the gunmen killed one guard."]);
}

#[test]
fn a_hamlet_is_no_voice() {
    french("Le choc au lieu-dit Bellevue, près de Dole, a fait deux morts.", &[]);
    french("« C'est arrivé au lieu-dit Bellevue », a dit le maire.", &["le maire: « C'est arrivé au lieu-dit Bellevue », a dit le maire."]);
}
