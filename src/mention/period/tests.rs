//! Times of both languages, as sentences tell them.

use super::*;
use crate::lexicon::Lexicon;
use crate::model::Language;

/// Each period as "from..to precision basis: words", read on Sunday 26 June 2016.
fn read(text: &str, language: Language, published: Option<NaiveDate>) -> Vec<String> {
    let sentence = Sentence::new(text, 0..text.len(), Lexicon::bundled(), Lexicon::bundled().tongue(language).expect("bundled"));
    let context = TimeContext { published, last: None, past: true };
    let end = |d: Option<NaiveDate>| d.map_or("?".to_owned(), |d| d.to_string());
    let told = |m: PeriodMention| {
        let words = sentence.span(m.tokens.clone()).of(text).unwrap_or_default();
        let basis = if m.period.is_open() { "open" } else { m.period.basis().name() };
        let days =
            if m.period.days() == Some(1) { end(m.period.from()) } else { format!("{}..{}", end(m.period.from()), end(m.period.to())) };
        format!("{days} {} {basis}: {words}", m.period.precision())
    };
    periods(&sentence, &context).into_iter().map(told).collect()
}

fn french(text: &str, expected: &[&str]) {
    assert_eq!(read(text, Language::FRENCH, NaiveDate::from_ymd_opt(2016, 6, 26)), expected, "{text}");
}

fn english(text: &str, expected: &[&str]) {
    assert_eq!(read(text, Language::ENGLISH, NaiveDate::from_ymd_opt(2016, 6, 26)), expected, "{text}");
}

#[test]
fn weekdays_are_the_last_or_the_next() {
    french("Le train a déraillé samedi matin", &["2016-06-25 day publication: samedi matin"]);
    french("le vote se tiendra mardi", &["2016-06-28 day publication: mardi"]);
    french(
        "Lundi, le maire a dit que le vote se tiendra mardi",
        &["2016-06-20 day publication: Lundi", "2016-06-28 day publication: mardi"],
    );
    french("dimanche, et dimanche dernier", &["2016-06-26 day publication: dimanche", "2016-06-19 day publication: dimanche dernier"]);
    french("dans la nuit de vendredi à samedi", &["2016-06-24..2016-06-25 day publication: dans la nuit de vendredi à samedi"]);
    english("on Saturday; next Monday", &["2016-06-25 day publication: Saturday", "2016-06-27 day publication: next Monday"]);
}

#[test]
fn dates_are_stated_or_lack_their_year() {
    french("le 27 février 2016", &["2016-02-27 day stated: le 27 février 2016"]);
    french("le 27 février et le 3 novembre", &["2016-02-27 day publication: le 27 février", "2015-11-03 day publication: le 3 novembre"]);
    french("du 3 au 5 mai", &["2016-05-03..2016-05-05 day publication: du 3 au 5 mai"]);
    french("le 31 février", &[]);
    english("Feb. 27, 2016 and 5/17/2015", &["2016-02-27 day stated: Feb. 27, 2016", "2015-05-17 day stated: 5/17/2015"]);
    english("from May 3 to 5", &["2016-05-03..2016-05-05 day publication: from May 3 to 5"]);
}

#[test]
fn months_and_years_are_whole_or_in_parts() {
    french("depuis mars 2011", &["2011-03-01..? month stated: depuis mars 2011"]);
    french("en 2014, fin mars", &["2014-01-01..2014-12-31 year stated: 2014", "2016-03-21..2016-03-31 week publication: fin mars"]);
    french("des mars de bronze et 2 000 soldats", &[]);
    english("in March, mid-2014", &["2016-03-01..2016-03-31 month publication: March", "2014-05-01..2014-08-31 month stated: mid-2014"]);
    english("they march on and he may go", &[]);
    english("between 2012 and 2016", &["2012-01-01..2016-12-31 year stated: between 2012 and 2016"]);
}

#[test]
fn relative_words_are_reckoned_from_the_publication() {
    french("hier soir, cette nuit", &["2016-06-25 day publication: hier soir", "2016-06-25..2016-06-26 day publication: cette nuit"]);
    french("il y a 18 mois", &["2014-12-01..2014-12-31 month publication: il y a 18 mois"]);
    french("au cours des dernières 24 heures", &["2016-06-25..2016-06-26 day publication: au cours des dernières 24 heures"]);
    french("la semaine dernière", &["2016-06-13..2016-06-19 week publication: la semaine dernière"]);
    english("three days ago", &["2016-06-23 day publication: three days ago"]);
    english("in the past 14 months", &["2015-04-26..2016-06-26 month publication: in the past 14 months"]);
}

#[test]
fn words_that_look_back_look_to_what_was_told() {
    french("vendredi, et la veille", &["2016-06-24 day publication: vendredi", "2016-06-23 day anaphora: la veille"]);
    french("la veille, le lendemain", &["2016-06-25 day publication: la veille", "2016-06-26 day anaphora: le lendemain"]);
    french("le lendemain", &["?..? day open: le lendemain"]);
    french("la veille du vote", &[]);
    french(
        "samedi à l'aube, puis dans la soirée",
        &["2016-06-25 day publication: samedi à l'aube", "2016-06-25 day anaphora: dans la soirée"],
    );
    english("on May 3 and two days later", &["2016-05-03 day publication: May 3", "2016-05-05 day anaphora: two days later"]);
}

#[test]
fn stretches_of_time_end_with_the_publication() {
    french("ces trois derniers jours", &["2016-06-23..2016-06-26 day publication: ces trois derniers jours"]);
    french("au cours des derniers mois", &["?..2016-06-26 month publication: au cours des derniers mois"]);
    french("depuis quelques semaines", &["?..2016-06-26 week publication: depuis quelques semaines"]);
    french("assiégé depuis trois ans en 2015", &["2015-01-01..2015-12-31 year stated: 2015"]);
    english("killed 30 last month", &["2016-05-01..2016-05-31 month publication: last month"]);
    english("in recent weeks", &["?..2016-06-26 week publication: in recent weeks"]);
    english("the last week of May", &["2016-05-01..2016-05-31 month publication: May"]);
}

#[test]
fn parts_and_sides_of_a_time_are_not_the_whole() {
    french("avant 2011, jusqu'en 2014", &["?..2010-12-31 year stated: avant 2011", "?..2014-12-31 year stated: jusqu'en 2014"]);
    french("entre 2007 et la fin de 2008", &["2007-01-01..2008-12-31 year stated: entre 2007 et la fin de 2008"]);
    french("mardi de la semaine dernière", &["2016-06-14 day publication: mardi de la semaine dernière"]);
    english("earlier this month", &["2016-06-01..2016-06-26 week publication: earlier this month"]);
    english("in March last year", &["2015-03-01..2015-03-31 month publication: March last year"]);
    english("after 2012, early on Sunday", &["2013-01-01..? year stated: after 2012", "2016-06-26 day publication: early on Sunday"]);
}

#[test]
fn what_comes_again_and_labels_are_no_times() {
    french("tous les lundis et chaque samedi", &[]);
    english("every Monday; on weekends; Copyright 2016", &[]);
    english("call 138-2010-2015", &[]);
    english("the August 4 explosion", &["2015-08-04 day publication: the August 4"]);
}

#[test]
fn nothing_is_invented_without_a_publication_date() {
    let open = read("samedi, en mars, il y a deux jours et en 2014", Language::FRENCH, None);
    let expected =
        ["?..? day open: samedi", "?..? month open: mars", "?..? day open: il y a deux jours", "2014-01-01..2014-12-31 year stated: 2014"];
    assert_eq!(open, expected);
}
