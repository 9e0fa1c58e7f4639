//! Tables from outside the crate: a third language, and names of one's own.

use std::path::Path;

use crosscheck::extract::extract;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::Detector;
use crosscheck::model::{Article, Claim, Harm, Hedge, Language};

/// The crate's tables and a little Spanish.
fn spanish() -> Lexicon {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/languages/es");
    Lexicon::bundled().clone().with_folder("es", folder).unwrap()
}

fn claims(text: &str, lexicon: &Lexicon) -> Vec<Claim> {
    let article = Article { language: Some("es".into()), ..Article::new("a", text).unwrap() };
    extract(&article.published("2024-03-04".parse().unwrap()), lexicon).claims
}

#[test]
fn a_folder_of_tables_makes_a_language() {
    let lexicon = spanish();
    let text = "Al menos cuarenta y dos mineros murieron el sábado en Oroya Chica, según la Defensoría del Pueblo.";
    let claims = claims(text, &lexicon);
    assert_eq!(claims.len(), 1, "{claims:#?}");
    let claim = &claims[0];
    let count = claim.count.as_ref().unwrap();
    assert_eq!((claim.harm, count.low(), count.hedge()), (Some(Harm::Killed), Some(42.0), Hedge::AtLeast));
    assert_eq!(claim.when.and_then(|when| when.from()), chrono::NaiveDate::from_ymd_opt(2024, 3, 2));
    assert_eq!(claim.place.as_ref().map(|place| place.id.as_str()), Some("pe/puno/sandia/oroya-chica"));
    assert_eq!(claim.attribution[0].source.as_str(), "defensoria-pe");
}

#[test]
fn what_is_counted_in_it_is_told_apart() {
    let lexicon = spanish();
    let text = "Más de mil personas resultaron heridas y una docena de niños murieron ayer, dijeron los bomberos.";
    let told: Vec<_> = claims(text, &lexicon).iter().map(|c| (c.harm.unwrap(), c.count.as_ref().unwrap().low())).collect();
    assert_eq!(told, [(Harm::Injured, Some(1001.0)), (Harm::Killed, Some(12.0))]);
}

#[test]
fn its_texts_are_known_by_themselves_and_no_others_are_read() {
    let text =
        "Los vecinos dijeron ayer que las lluvias se llevaron el puente y que la ciudad quedó sin agua ni electricidad durante horas.";
    assert_eq!(spanish().language_of(text), "es".parse().ok());
    assert_eq!(Lexicon::bundled().language_of(text), None);
    assert!(extract(&Article::new("a", text).unwrap(), Lexicon::bundled()).claims.is_empty());
}

#[test]
fn the_languages_that_were_there_read_as_before() {
    let text = "Cinq personnes ont été tuées samedi à Douala, selon la police.";
    let article = Article::new("a", text).unwrap();
    assert_eq!(extract(&article, &spanish()), extract(&article, Lexicon::bundled()));
}

#[test]
fn ones_own_places_are_read_with_what_they_lie_in() {
    let lexicon = Lexicon::bundled().clone().with_places("cd/ituri/djugu/lodjo\tLodjo\t1.9\t30.2\t0\tLodjo|Lodjo-Mines").unwrap();
    let found = Detector::new(&lexicon).language(Language::ENGLISH).places("A landslide buried a dozen diggers in Lodjo-Mines.");
    assert_eq!(found.iter().map(|place| place.id.as_str()).collect::<Vec<_>>(), ["cd/ituri/djugu/lodjo"]);
    assert_eq!(found[0].within.last().map(String::as_str), Some("DR Congo"));
}

#[test]
fn ones_own_actors_and_sources_have_all_their_names() {
    let rows = "\
        hill-wardens\tHill Wardens\tarmed_group\tHill Wardens|Gardiens des collines\n\
        toll-desk\tToll Desk\tmonitor\tToll Desk|Cellule bilans|TDK!\n";
    let lexicon = Lexicon::bundled().clone().with_actors(rows).unwrap();
    let voices = |text, language| {
        let found = Detector::new(&lexicon).language(language).voices(text);
        found.into_iter().filter_map(|voice| voice.id).map(|id| id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(voices("Neuf bergers ont été tués, selon la Cellule bilans.", Language::FRENCH), ["toll-desk"]);
    assert_eq!(voices("Nine herders were killed, according to the TDK.", Language::ENGLISH), ["toll-desk"]);
    let actors = Detector::new(&lexicon).language(Language::FRENCH).actors("Les Gardiens des collines ont pris le pont.");
    assert_eq!(actors[0].id.as_str(), "hill-wardens");
}

#[test]
fn an_actor_that_is_known_keeps_its_old_names() {
    let lexicon = Lexicon::bundled().clone().with_actors("sohr\tThe Observatory\tmonitor\tSOHR-UK").unwrap();
    let found = |text| Detector::new(&lexicon).language(Language::FRENCH).actors(text).remove(0);
    assert_eq!((found("selon l'OSDH").id.as_str(), found("selon l'OSDH").name.as_str()), ("sohr", "The Observatory"));
    assert_eq!(found("selon SOHR-UK").id.as_str(), "sohr");
}

#[test]
fn a_bad_row_is_named_by_table_and_line() {
    let check = |table, row: &str, expected: &str| {
        let err = Lexicon::bundled().clone().with_language("es", [(table, row)]).unwrap_err();
        assert!(err.is_lexicon() && err.to_string().starts_with(expected), "{err}");
    };
    check("numbers", "# form\ncien\tvalue", "table es/numbers, line 2: column 3 is missing");
    check("people", "niño\tchild", "table es/people, line 1: \"child\" is not known in column 2");
    check("verbos", "mata\tkilled", "table es/verbos, line 1: no rule reads a table named verbos");
    check("demonyms", "xx\txano\t", "table es/demonyms, line 1: \"xx\" is no place of the gazetteer");
    check("gazetteer", "pe/puno\tPuno", "table es/gazetteer, line 1: column 3 is missing");
    let err = Lexicon::bundled().clone().with_language("Spanish", [("people", "niño\tchildren")]).unwrap_err();
    assert!(err.is_invalid() && err.to_string().contains("ISO 639"), "{err}");
}
