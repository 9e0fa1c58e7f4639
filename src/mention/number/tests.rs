//! Numbers of both languages, as sentences tell them.

use super::*;
use crate::lexicon::Lexicon;
use crate::model::Language;

/// Each number as "bounds hedge shape: words".
fn read(text: &str, language: Language) -> Vec<String> {
    let sentence = Sentence::new(text, 0..text.len(), Lexicon::bundled(), Lexicon::bundled().tongue(language).expect("bundled"));
    let bound = |x: Option<f64>| x.map_or("?".to_owned(), |x| format!("{x}"));
    let told = |n: Number| {
        let words = sentence.span(n.tokens.clone()).of(text).unwrap_or_default();
        format!("{}..{} {} {:?}: {words}", bound(n.low), bound(n.high), n.hedge, n.shape)
    };
    numbers(&sentence, &period::dated(&sentence)).into_iter().map(told).collect()
}

fn french(text: &str, expected: &[&str]) {
    assert_eq!(read(text, Language::FRENCH), expected, "{text}");
}

fn english(text: &str, expected: &[&str]) {
    assert_eq!(read(text, Language::ENGLISH), expected, "{text}");
}

#[test]
fn digits_are_read_in_every_grouping() {
    french("250.000 morts", &["250000..250000 exactly Digits: 250.000"]);
    french("1 200 déplacés", &["1200..1200 exactly Digits: 1 200"]);
    french("1,12 million de fidèles", &["1120000..1120000 exactly Digits: 1,12 million"]);
    french("2,5 milliards", &["2500000000..2500000000 exactly Digits: 2,5 milliards"]);
    english("1,200,000 people fled", &["1200000..1200000 exactly Digits: 1,200,000"]);
    english("2.5 million voters", &["2500000..2500000 exactly Digits: 2.5 million"]);
    english("a budget of $20 million", &["1..1 exactly One: a", "20000000..20000000 exactly Money: $20 million"]);
}

#[test]
fn spelled_numbers_are_put_together() {
    french("quatre-vingt-dix-sept corps", &["97..97 exactly Spelled: quatre-vingt-dix-sept"]);
    french("septante-deux mineurs", &["72..72 exactly Spelled: septante-deux"]);
    french("trois cent mille trente et un votants", &["300031..300031 exactly Spelled: trois cent mille trente et un"]);
    french("deux millions et demi de réfugiés", &["2500000..2500000 exactly Spelled: deux millions et demi"]);
    english("twenty-three miners", &["23..23 exactly Spelled: twenty-three"]);
    english("a hundred and five houses", &["105..105 exactly Spelled: a hundred and five"]);
    english("half a million homes", &["500000..500000 exactly Spelled: half a million"]);
}

#[test]
fn round_and_vague_words_are_numbers_too() {
    french("une quarantaine de passagers", &["40..40 about Round: une quarantaine"]);
    french("des dizaines de milliers de manifestants", &["20000..? vague Vague: dizaines de milliers"]);
    french("plusieurs centaines de maisons", &["200..? vague Vague: plusieurs centaines"]);
    english("two dozen fishermen", &["24..24 about Round: two dozen"]);
    english("dozens were hurt", &["24..? vague Vague: dozens"]);
    english("several hundred farmers", &["200..? vague Vague: several hundred"]);
}

#[test]
fn hedges_stand_before_and_after() {
    french("au moins 47 et 12 au moins", &["47..? at_least Digits: au moins 47", "12..? at_least Digits: 12 au moins"]);
    french("plus de dix blessés", &["11..? more_than Spelled: plus de dix"]);
    french("plus d'une centaine de disparus", &["101..? more_than Round: plus d'une centaine"]);
    french("au moins un mort, près d'un pont", &["1..? at_least Spelled: au moins un", "1..1 exactly One: un"]);
    french("150 pompiers environ", &["150..150 about Digits: 150"]);
    french("moins de 10 et plus de 40", &["?..9 less_than Digits: moins de 10", "41..? more_than Digits: plus de 40"]);
    french("près de 30 000 sinistrés", &["?..30000 nearly Digits: près de 30 000"]);
    french("pas moins de 15 maisons", &["15..? at_least Digits: pas moins de 15"]);
    french("quelque 300 pompiers", &["300..300 about Digits: quelque 300"]);
    english("up to 70 passengers", &["?..70 at_most Digits: up to 70"]);
    english("no fewer than nine, fewer than 20", &["9..? at_least Spelled: no fewer than nine", "?..19 less_than Digits: fewer than 20"]);
    french(
        "au bas mot 300 sans-abri, 20 au grand maximum",
        &["300..? at_least Digits: au bas mot 300", "?..20 at_most Digits: 20 au grand maximum"],
    );
    french(
        "légèrement plus de 40 foyers, frôlant les 500",
        &["41..? more_than Digits: légèrement plus de 40", "?..500 nearly Digits: frôlant les 500"],
    );
    english("well in excess of 90 homes", &["91..? more_than Digits: well in excess of 90"]);
    english("some 300-odd goats, 20 if not more", &["300..300 about Digits: some 300-odd", "20..? at_least Digits: 20 if not more"]);
    english("12 or more were trapped", &["12..? at_least Digits: 12 or more"]);
    english("more than ten but fewer than 20 boats", &["11..19 between Spelled: more than ten but fewer than 20"]);
}

#[test]
fn ranges_are_one_number_and_changes_are_two() {
    french("de 10 à 50 victimes", &["10..50 between Digits: 10 à 50"]);
    french("entre 200 et 300 millions", &["200000000..300000000 between Digits: entre 200 et 300 millions"]);
    french("deux ou trois tireurs", &["2..3 between Spelled: deux ou trois"]);
    french("le bilan est passé de 10 à 50", &["10..10 exactly Digits: 10", "50..50 exactly Digits: 50"]);
    english("between 100 and 300 marchers", &["100..300 between Digits: between 100 and 300"]);
    english("10-15 gunmen", &["10..15 between Digits: 10-15"]);
    english("$3 billion to $5 billion", &["3000000000..5000000000 between Money: $3 billion to $5 billion"]);
    english("the toll rose from 10 to 50", &["10..10 exactly Digits: 10", "50..50 exactly Digits: 50"]);
}

#[test]
fn shares_ages_and_articles_are_told_apart() {
    french("22 % des foyers, soit plus de la moitié", &["22..22 exactly Percent: 22 %", "0.5..? more_than Share: plus de la moitié"]);
    french("un tiers des lits", &["0.3333333333333333..0.3333333333333333 exactly Share: un tiers"]);
    french("un pompier de 34 ans", &["1..1 exactly One: un", "34..34 exactly Age: 34"]);
    french(
        "trois sur cinq, un demi-million de foyers",
        &["0.6..0.6 exactly Share: trois sur cinq", "500000..500000 exactly Spelled: un demi-million"],
    );
    english("one in five homes", &["0.2..0.2 exactly Share: one in five"]);
    english("Ann Lee, 25, a nurse", &["25..25 exactly Age: 25", "1..1 exactly One: a"]);
    english("the 17-year-old", &["17..17 exactly Age: 17"]);
}

#[test]
fn dates_times_ordinals_names_and_scores_are_none() {
    french("le 1er mai, la 2e division et la résolution 2254", &[]);
    french("le 27 février 2016 à 14h30", &[]);
    french("l'un des deux pilotes", &["2..2 exactly Spelled: deux"]);
    english("the 3rd at 8 p.m. or 10:30", &[]);
    english("an F-16, a 3-1 win, call 555-1234", &["1..1 exactly One: an", "1..1 exactly One: a"]);
    english("at the 1200 block of Oak Street, the 3400 block Elm, a .40-caliber gun", &["1..1 exactly One: a"]);
    english("no one saw one of the 12.7 mm rounds", &[]);
    french("la vingt-cinquième victime, vol 370, obus de 12,7 mm", &[]);
    english("fought over a girl; the half-brother called 911", &["1..1 exactly One: a"]);
    english("call 305-471-TIPS about the case of 01/10/17", &[]);
    english("in 2015 300 died", &["300..300 exactly Digits: 300"]);
}
