//! What a count sums over, when it was and where: what is told of a war, of years, of another incident, of another place.

use super::counts::claims;
use crate::model::{Claim, Kind, Scope};

/// Reads a text published on Sunday 26 June 2016 and compares its counts: low, `all` where it sums over a time, first day, place.
fn check(language: &str, text: &str, expected: &[&str]) {
    let told = |claim: &Claim| {
        let low = claim.count.as_ref().and_then(|q| q.low()).map(|low| low.to_string());
        let scope = (claim.scope == Scope::Cumulative).then(|| "all".to_owned());
        let day = claim.when.and_then(|when| when.from()).map(|day| day.to_string());
        let place = claim.place.as_ref().map(|place| place.id.as_str().rsplit('/').next().unwrap_or_default().to_owned());
        [low, scope, day, place].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let counts = |claim: &&Claim| matches!(claim.kind, Kind::Casualties | Kind::Attendance) && claim.count.is_some();
    let found: Vec<String> = claims(language, text).iter().filter(counts).map(told).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn since_when_something_is_a_record_is_not_since_when_people_are_counted() {
    check("fr", "Treize personnes sont mortes samedi dans la crue, la plus grave depuis 1991.", &["13 2016-06-25"]);
    check("en", "Thirteen people died on Saturday in the worst flood since 1991.", &["13 2016-06-25"]);
    check("en", "A raid on Friday killed 13 people, the bloodiest since rebels took the town in March.", &["13 2016-06-24"]);
    check("en", "The flood has killed 13 people since 1991.", &["13 all 1991-01-01"]);
}

#[test]
fn since_yesterday_is_one_day() {
    check("fr", "Les frappes ont fait 24 morts depuis hier.", &["24 2016-06-25"]);
    check("en", "Raids have killed 24 people since yesterday.", &["24 2016-06-25"]);
    check("fr", "Les frappes ont fait 24 morts depuis mars.", &["24 all 2016-03-01"]);
}

#[test]
fn a_total_is_told_by_its_war_its_years_or_its_month() {
    check("fr", "Ces violences ont fait 2.000 morts en six ans et contraint 90.000 personnes à fuir.", &["2000 all", "90000 all"]);
    check("en", "Ten thousand people have been killed in the war.", &["10000 all"]);
    check("en", "A civil war that has killed 10,000 people goes on.", &["10000 all"]);
    check("en", "There have been 12 murders this month.", &["12 all 2016-06-01"]);
    check("fr", "Plus de 9.000 personnes ont été déplacées, selon l'ONU, depuis mars.", &["9001 all 2016-03-01"]);
    check("en", "A train crash killed 140 people in 2010.", &["140 2010-01-01"]);
    check("fr", "Un naufrage a fait 140 morts en 2010.", &["140 2010-01-01"]);
}

#[test]
fn a_place_belongs_to_the_count_that_stands_at_it() {
    check("en", "Police counted 1.2 million marchers across Italy, 80,000 in Rome.", &["1200000 it", "80000 rome"]);
    check("en", "Police counted 1.2 million marchers across France, 80,000 in Lyon.", &["1200000 fr", "80000 lyon"]);
    check("fr", "Le ministère a compté 900.000 manifestants en France, et 80.000 rien qu'à Lyon.", &["900000 fr", "80000 lyon"]);
    check("fr", "La police a compté 20.000 manifestants en Italie, dont 9.000 uniquement à Milan.", &["20000 it", "9000 milan"]);
    check("fr", "20.000 personnes ont défilé dans les rues de Madrid.", &["20000 madrid"]);
    check("en", "More than 20,000 people took to the streets of Spain.", &["20001 es"]);
    check("fr", "Les manifestants étaient 400.000 dans toute la France, 80.000 à Lyon.", &["400000 fr", "80000 lyon"]);
    check("en", "Thirty people were killed in Lyon and another nine were killed by fire in nearby Grenoble.", &["30 lyon", "9 grenoble"]);
    check("fr", "Trente personnes ont été tuées à Lyon et neuf autres dans un incendie à Grenoble.", &["30 lyon", "9 grenoble"]);
    check("en", "A raid hit a town in northern Mali, killing nine people.", &["9 ~settlement"]);
    check("fr", "Un raid a touché un village du nord du Mali, tuant neuf personnes.", &["9 ~settlement"]);
}

#[test]
fn where_somebody_came_to_is_no_scene() {
    check(
        "fr",
        "Un bateau a sombré au large de la Libye. Arrivés à Catane, les rescapés ont parlé de 30 disparus. Six corps ont été repêchés.",
        &["30 ly", "6 ly"],
    );
    check("en", "A boat sank off Libya. The survivors arrived in Catania. Six bodies were found.", &["6 ly"]);
}

#[test]
fn what_happened_long_before_leaves_no_place_behind() {
    check(
        "fr",
        "L'accident s'est produit vendredi à Bordeaux. C'est le plus grave depuis celui de 1982, qui avait tué 53 personnes à Beaune. Il a \
         fait quatre blessés.",
        &["53 1982-01-01 beaune", "4 bordeaux"],
    );
}

#[test]
fn who_says_so_between_commas_is_heard() {
    let voices = |language: &str, text: &str| {
        let told = claims(language, text);
        told.iter().map(|c| c.attribution.last().map_or("", |a| a.source.as_str()).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        voices("en", "A fire killed 46 people at a Khartoum market, local activists said, one of the worst this year."),
        ["article:a/~local-activists"]
    );
    assert_eq!(voices("fr", "Selon un premier bilan fourni par la sécurité civile, la crue a fait 13 morts."), ["~civil-protection"],);
}

#[test]
fn since_when_a_war_lasts_its_toll_sums_and_since_when_a_place_is_held_it_does_not() {
    check("fr", "Les raids ont fait 900 morts, à 70% des femmes, depuis le début de la guerre.", &["900 all"]);
    check(
        "fr",
        "Samedi quarante personnes ont été enlevées et emmenées dans la ville contrôlée par la milice depuis 2007.",
        &["40 2016-06-25"],
    );
}

#[test]
fn what_happened_in_several_accidents_is_a_sum() {
    check("fr", "Douze personnes sont mortes samedi dans trois accidents d'autocar.", &["12 all 2016-06-25"]);
    check("fr", "Douze personnes sont mortes samedi dans un accident d'autocar.", &["12 2016-06-25"]);
    check("en", "Two men were killed and six hurt in Saturday shootings across town.", &["2 all 2016-06-25", "6 all 2016-06-25"]);
    check("en", "Nine people were killed on Saturday in raids on two villages.", &["9 2016-06-25"]);
    check("en", "A man who killed three people on Saturday has been accused in other shootings.", &["3 2016-06-25"]);
}

#[test]
fn a_namesake_abroad_is_no_place_of_a_story() {
    let cameroon = "Le Cameroun est en deuil. Au moins neuf personnes sont mortes samedi à Yaoundé, a dit la radio camerounaise.";
    let text = format!("{cameroon} Neuf corps ont été retrouvés dans le quartier de Damas.");
    check("fr", &text, &["9 2016-06-25 yaounde", "9 2016-06-25 ~damas"]);
}
