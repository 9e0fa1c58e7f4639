//! Sentences in, claims out: a family of sentences a test, in words of a wire.

mod counts;
mod deeds;
mod earlier;
mod english;
mod parts;
mod scopes;
mod stances;

use super::extract;
use crate::lexicon::Lexicon;
use crate::model::{Article, Claim, Quantity, Stance};

/// Reads a text published on Sunday 26 June 2016 and compares its claims, each as `kind harm group count @voice`.
fn check(text: &str, expected: &[&str]) {
    let article = Article::new("a", text).unwrap().published("2016-06-26".parse().unwrap());
    let article = Article { language: Some("fr".to_owned()), ..article };
    let found: Vec<String> = extract(&article, Lexicon::bundled()).claims.iter().map(brief).collect();
    assert_eq!(found, expected, "{text}");
}

fn brief(claim: &Claim) -> String {
    let bound = |x: Option<f64>| x.map_or_else(String::new, |x| x.to_string());
    let count = |q: &Quantity| match (q.low(), q.high()) {
        (low, high) if low == high => bound(low),
        (low, high) => format!("{}..{}", bound(low), bound(high)),
    };
    let parts = [
        Some(claim.kind.to_string()),
        claim.harm.map(|harm| harm.to_string()),
        claim.group.map(|group| group.to_string()),
        claim.count.as_ref().map(count),
        claim.part_of.as_ref().map(|whole| format!("of {whole}")),
        (claim.stance != Stance::Asserted).then(|| claim.stance.to_string()),
        claim.attribution.last().map(|link| format!("@{}", link.source)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_befell_people_is_told_by_noun_by_verb_and_by_deed() {
    check("Cinq soldats ont été tués.", &["casualties killed soldiers 5"]);
    check("L'explosion a fait douze morts et plus de trente blessés.", &["casualties killed people 12", "casualties injured people 31.."]);
    check("Un bombardement a tué neuf civils.", &["casualties killed civilians 9"]);
    check("La mort de 12 personnes a été confirmée.", &["casualties killed people 12"]);
    check("Dix mineurs ont péri.", &["casualties killed children 10"]);
}

#[test]
fn a_bare_count_counts_what_was_counted_last() {
    check(
        "On compte 30.000 manifestants à Lyon, 12.000 à Lille et 9.000 à Brest.",
        &["attendance 30000", "attendance 12000", "attendance 9000"],
    );
    check("Six personnes ont péri à Nice et deux à Cannes.", &["casualties killed people 6", "casualties killed people 2"]);
    check("Trois ponts se sont effondrés. La préfecture en recensait 5.", &[]);
}

#[test]
fn those_who_march_are_counted() {
    check("La marche a réuni 50.000 personnes.", &["attendance 50000"]);
    check("Près de 8.000 personnes ont défilé.", &["attendance ..8000"]);
    check("Un rassemblement de 400 personnes s'est tenu à Nice.", &["attendance 400"]);
    check("Trente personnes ont été arrêtées lors de la manifestation.", &["casualties detained people 30"]);
}

#[test]
fn a_part_belongs_to_its_whole() {
    check(
        "Au moins 47 personnes, dont 31 civils, ont été tuées.",
        &["casualties killed people 47..", "casualties killed civilians 31 of a#1"],
    );
    check(
        "On compte 82 morts. Trente d'entre eux sont des civils.",
        &["casualties killed people 82", "casualties killed civilians 30 of a#1"],
    );
}

#[test]
fn the_voice_stands_before_after_or_around() {
    check("Selon l'OSDH, dix civils ont été tués.", &["casualties killed civilians 10 @sohr"]);
    check("Dix civils ont été tués, a indiqué l'OSDH.", &["casualties killed civilians 10 @sohr"]);
    check("Dix civils ont été tués, écrit Sputnik, citant l'OSDH.", &["casualties killed civilians 10 @sohr"]);
    check("L'OSDH, pour qui dix civils ont été tués, réclame une enquête.", &["casualties killed civilians 10 @sohr", "position @sohr"]);
    check(
        "« Dix civils ont été tués. Vingt autres sont blessés », a déclaré l'OSDH.",
        &["casualties killed civilians 10 @sohr", "casualties injured people 20 @sohr"],
    );
}

#[test]
fn different_things_are_no_casualties() {
    check("Le tribunal a examiné 12 dossiers en 2015.", &[]);
    check("Un enfant de 13 ans a parlé aux journalistes.", &[]);
    check("Aucun mort n'est à déplorer.", &[]);
}

#[test]
fn other_kinds_are_told_by_their_deeds() {
    check("L'aviation russe a bombardé Alep.", &["strike"]);
    check("L'armée syrienne a repris le contrôle de Palmyre.", &["control"]);
    check("Les avions russes ciblent les rebelles syriens.", &["status combatants"]);
    check("La Russie et les Etats-Unis ont convenu d'un cessez-le-feu en Syrie.", &["agreement"]);
    check("Près de 30 000 personnes combattent dans les rangs de Daech.", &["strength ..30000"]);
    check("Le ministère de l'Intérieur a recensé 80 000 manifestants à Paris.", &["attendance 80000 @fr/interior-ministry"]);
    check("Le Kremlin accuse les rebelles syriens d'avoir rompu la trêve.", &["responsibility @ru"]);
}

#[test]
fn litter_yields_no_claim() {
    check("Lire aussi : 12 morts dans un attentat\n\nPhoto : deux soldats tués", &[]);
}

/// Reads a text published on Sunday 26 June 2016 and compares its claims, each as `count @voice from..to`.
fn told(language: &str, text: &str, expected: &[&str]) {
    let article = Article::new("a", text).unwrap().published("2016-06-26".parse().unwrap());
    let article = Article { language: Some(language.to_owned()), ..article };
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "?".to_owned(), |day| day.format("%m-%d").to_string());
    let brief = |claim: Claim| {
        let count = claim.count.and_then(|q| q.low().or(q.high())).map_or_else(|| "?".to_owned(), |n| n.to_string());
        let voice = claim.attribution.iter().map(|link| link.source.as_str()).collect::<Vec<_>>().join("<");
        let when = claim.when.map_or_else(|| "-".to_owned(), |when| format!("{}..{}", day(when.from()), day(when.to())));
        format!("{count} @{voice} {when}")
    };
    let found: Vec<String> = extract(&article, Lexicon::bundled()).claims.into_iter().map(brief).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_voice_is_kept_by_what_stands_for_it() {
    told("fr", "L'Unicef l'a confirmé. « Douze enfants ont péri », a-t-il ajouté.", &["12 @un/unicef -"]);
    told("fr", "Le préfet est sur place, a dit l'Unicef. La même source parle de 12 morts.", &["12 @un/unicef -"]);
    told("en", "Unicef confirmed it. Twelve children had died, it said.", &["12 @un/unicef -"]);
    told("en", "“Twelve children died. Four women were injured,” Unicef said.", &["12 @un/unicef -", "4 @un/unicef -"]);
    told(
        "fr",
        "Le coup de grisou a tué 12 mineurs, selon l'Unicef. Trente autres auraient été blessés.",
        &["12 @un/unicef -", "30 @un/unicef -"],
    );
    told("fr", "Le coup de grisou a tué 12 mineurs, selon l'Unicef. Trente autres ont été blessés.", &["12 @un/unicef -", "30 @ -"]);
    told(
        "fr",
        "Le coup de grisou a tué 12 mineurs, selon l'Unicef. Dix d'entre eux sont des enfants.",
        &["12 @un/unicef -", "10 @un/unicef -"],
    );
    told("fr", "Douze enfants ont péri, a dit l'Unicef. Son directeur parle de 30 blessés.", &["12 @un/unicef -", "30 @un/unicef -"]);
    told("fr", "L'Unicef, qui comptait 12 morts, parle de 30 blessés.", &["12 @un/unicef -", "30 @un/unicef -"]);
}

#[test]
fn who_speaks_for_whom_is_said_beside_the_name() {
    told("fr", "« Douze enfants ont péri », a dit Rana Nour, une porte-parole de l'Unicef.", &["12 @un/unicef -"]);
    told("en", "\"Twelve children died\", said Rana Nour, a spokeswoman for Unicef.", &["12 @un/unicef -"]);
    told("en", "Twelve people were killed by rebels, said the prefect, Rana Nour.", &["12 @~rana-nour -"]);
    told("fr", "Douze enfants ont péri, selon un bilan communiqué à l'AFP par l'Unicef.", &["12 @afp<un/unicef -"]);
    // Whom somebody told is not who says it, though it is not known who he is.
    told("en", "He told AFP that 15 people had died.", &["15 @ -"]);
    told("en", "Unicef confirmed it. It told AFP that 15 people had died.", &["15 @afp<un/unicef -"]);
    // A namesake is somebody else.
    told("en", "Amadou Macron, a nurse, said 15 people had died.", &["15 @~amadou-macron -"]);
    told("fr", "Emmanuel Macron a parlé de 15 morts.", &["15 @fr/macron -"]);
}

#[test]
fn who_is_told_of_in_brackets_or_in_a_list_speaks_for_himself() {
    told("fr", "L'Unicef a compté 12 morts (30 morts selon l'OMS).", &["12 @un/unicef -", "30 @who -"]);
    told("fr", "L'Unicef a compté 12 morts, l'OMS 30 morts.", &["12 @un/unicef -", "30 @who -"]);
}

#[test]
fn the_day_of_saying_so_is_not_the_day_of_what_is_said() {
    told("fr", "L'Unicef a annoncé samedi que 12 personnes avaient été tuées vendredi.", &["12 @un/unicef 06-24..06-24"]);
    told("fr", "L'Unicef a annoncé samedi que 12 personnes avaient été tuées.", &["12 @un/unicef ?..06-25"]);
    told("en", "Twelve people were killed, Unicef said on Saturday.", &["12 @un/unicef ?..06-25"]);
    told("en", "Unicef on Saturday said 12 people were killed.", &["12 @un/unicef ?..06-25"]);
    told("en", "Saturday's collapse killed 12 people, Unicef said.", &["12 @un/unicef 06-25..06-25"]);
    told("en", "A man who killed two women was sentenced on Friday.", &["2 @ ?..06-24"]);
}

#[test]
fn a_day_goes_on_until_another_is_told_of_the_same_story() {
    told("fr", "Le train a déraillé vendredi. Douze passagers sont morts.", &["12 @ 06-24..06-24"]);
    told(
        "fr",
        "Douze passagers sont morts vendredi. Le 3 mars 2014, une collision avait tué 30 personnes. Six autres ont été blessés.",
        &["12 @ 06-24..06-24", "30 @ 03-03..03-03", "6 @ -"],
    );
    told("en", "Posted: Sunday, June 26, 2016. Two men were killed on Friday.", &["2 @ 06-24..06-24"]);
}

#[test]
fn a_day_that_names_another_event_is_not_the_day_of_this_one() {
    told("fr", "La digue a cédé vendredi, deux ans après la crue du 3 mars. Douze habitants sont morts.", &["12 @ 06-24..06-24"]);
    told("en", "The dam burst on Friday, two years after the March 3 flood. Twelve villagers died.", &["12 @ 06-24..06-24"]);
}

#[test]
fn a_toll_that_stands_now_is_not_of_today() {
    told("fr", "Le train a déraillé vendredi. L'Unicef fait désormais état de 12 morts.", &["12 @un/unicef 06-24..06-24"]);
    told("fr", "L'Unicef fait désormais état de 12 morts.", &["12 @un/unicef -"]);
}

#[test]
fn how_things_stand_is_so_on_the_day_on_which_it_is_said() {
    told("fr", "L'Unicef a annoncé samedi que l'armée syrienne avait repris le contrôle de Palmyre.", &["? @un/unicef 06-25..06-25"]);
    told("fr", "Actuellement, Palmyre est contrôlée par l'armée syrienne.", &["? @ 06-26..06-26"]);
    told("fr", "L'Unicef a annoncé samedi que l'armée syrienne avait tué 12 civils.", &["12 @un/unicef ?..06-25"]);
}

#[test]
fn a_total_counts_from_when_what_it_counts_began() {
    told("fr", "Le conflit dure depuis mars 2016. Au total, cette guerre a fait 4.000 morts.", &["4000 @ 03-01..?"]);
    told("en", "The war has gone on since March 2016. The war has killed 4,000 people in total.", &["4000 @ 03-01..?"]);
    told("fr", "La route est fermée depuis mars 2016. Douze passagers sont morts vendredi.", &["12 @ 06-24..06-24"]);
}

#[test]
fn the_day_of_an_arrest_or_in_hospital_is_not_that_of_the_incident() {
    told("en", "A man was arrested Saturday in connection with the killing of two women.", &["1 @ 06-25..06-25", "2 @ ?..06-25"]);
    told("en", "Charges were unsealed Saturday against a man in the killing of two women.", &["2 @ ?..06-25"]);
    told(
        "en",
        "Two men were shot on Friday. They were in stable condition Saturday. Three others were injured.",
        &["2 @ 06-24..06-24", "3 @ 06-24..06-24"],
    );
    told("en", "Two women were killed on Saturday, and a man was arrested.", &["2 @ 06-25..06-25", "1 @ 06-25..06-25"]);
    told("fr", "Le toit a cédé vendredi : selon un bilan fourni samedi, 12 personnes sont mortes.", &["12 @ 06-24..06-24"]);
    told("en", "The toll of Friday's collapse was raised to 12 on Saturday.", &["12 @ 06-24..06-24"]);
    told("en", "The number of people killed since Friday rose to 12.", &["12 @ 06-24..?"]);
    told("fr", "Un homme a été interpellé samedi. Deux femmes ont été tuées.", &["1 @ 06-25..06-25", "2 @ -"]);
}

#[test]
fn what_is_told_before_the_text_says_when_is_of_the_day_told_for_it_first() {
    told(
        "en",
        "Two women were killed in a fire. Firemen came late. The roof fell in. Nobody was warned. The two women were killed on Friday.",
        &["2 @ 06-24..06-24", "2 @ 06-24..06-24"],
    );
    told(
        "en",
        "Two women were killed in a fire. Firemen came late. The roof fell in. Nobody was warned. On Friday, three men were injured.",
        &["2 @ -", "3 @ 06-24..06-24"],
    );
}

/// Reads a text and compares the places of its claims.
fn placed(language: &str, text: &str, expected: &[&str]) {
    let article = Article { language: Some(language.to_owned()), ..Article::new("a", text).unwrap() };
    let place = |claim: &Claim| claim.place.as_ref().map_or_else(|| "-".to_owned(), |place| place.id.to_string());
    let found: Vec<String> = extract(&article, Lexicon::bundled()).claims.iter().map(place).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn neither_end_of_a_way_is_where_something_happened() {
    placed("fr", "Un train a déraillé en Grèce, sur la ligne qui relie Athènes à Thessalonique : douze voyageurs sont morts.", &["gr"]);
    placed("en", "Twelve people died in Portugal, on a train from Porto to Lisbon.", &["pt"]);
}

#[test]
fn where_a_government_sits_is_not_where_something_happened() {
    placed("en", "Twelve people died while authorities in Kabul slept.", &["-"]);
    placed("en", "Twelve people died while authorities in Kabul and London slept.", &["-"]);
    placed("en", "Twelve people died in Kabul.", &["af/kabul/kabul"]);
    placed("en", "US planes were near. Twelve people died.", &["-"]);
}

#[test]
fn what_follows_whom_it_is_told_after_is_no_part_of_his_name() {
    placed("fr", "Selon la police, une bombe a tué douze personnes à Goma.", &["cd/north-kivu/goma"]);
    placed("en", "According to the police, a bomb killed 12 people in Goma.", &["cd/north-kivu/goma"]);
    placed("en", "According to the monitor, based in London, 12 people died.", &["-"]);
    placed("fr", "Douze personnes ont péri, selon l'ONG, qui a son siège à Londres et un réseau de bénévoles en Syrie.", &["-"]);
    let doer = |language: &str, text| {
        let article = Article { language: Some(language.to_owned()), ..Article::new("a", text).unwrap() };
        extract(&article, Lexicon::bundled()).claims.iter().flat_map(|claim| claim.actors.clone()).count()
    };
    assert_eq!(doer("fr", "Selon la police, une bombe a tué douze personnes."), 0, "who is cited did it");
    assert_eq!(doer("fr", "Selon la mairie, la police a tué douze personnes."), 1);
    assert_eq!(doer("en", "According to the mayor, police killed 12 people."), 1);
}

#[test]
fn what_explains_a_place_is_no_other_place() {
    placed("fr", "Douze personnes ont péri à Goma. Un obus a touché Zandoré, ville de la province du Nord-Kivu.", &["cd/north-kivu/goma"]);
    placed("en", "A shell hit a town in North Kivu province, killing 12 people.", &["cd/north-kivu/~settlement"]);
}

#[test]
fn what_is_told_of_two_countries_happened_in_neither_alone() {
    placed("en", "Floods in Germany and Belgium have killed 120 people.", &["-"]);
    placed("fr", "Les crues ont fait 120 morts en Allemagne et en Belgique.", &["-"]);
    placed("fr", "Quarante personnes ont péri dans la crue qui a ravagé l'est de la France et la Belgique voisine.", &["-"]);
    let article = Article::new("a", "Floods in Germany and Belgium have killed 120 people.").unwrap();
    assert!(extract(&article, Lexicon::bundled()).claims.iter().all(|claim| claim.actors.is_empty()), "a country is no flood");
}

#[test]
fn a_county_is_whose_office_it_is_and_a_place_that_opens_a_headline_says_nothing() {
    told("en", "Three people died near Bend, the Deschutes County sheriff said.", &["3 @~deschutes-county-sheriff -"]);
    told("fr", "Deir Ezzor : un raid a fait douze morts.", &["12 @ -"]);
}

#[test]
fn a_remark_in_brackets_is_of_another_place() {
    placed("en", "Twelve people died in Goma, he wrote on a network (banned in Russia since March).", &["cd/north-kivu/goma"]);
    placed("en", "Twelve people died, he wrote on a network (banned in Russia since March).", &["-"]);
    placed("en", "Twelve people died in Goma (Congo).", &["cd/north-kivu/goma"]);
}

#[test]
fn a_village_told_of_before_is_not_the_land_it_lies_in() {
    let met = |rest: &str| format!("The rebels attacked Saraqib. {rest}");
    placed("en", &met("Twelve people died in this town of Idlib province."), &["sy/idlib/saraqib", "sy/idlib/saraqib"]);
    placed("en", &met("Twelve people died in a town of Aleppo province."), &["sy/idlib/saraqib", "sy/aleppo/~settlement"]);
    placed(
        "fr",
        "Les rebelles ont attaqué Saraqeb. Douze personnes sont mortes dans cette localité de la province d'Idleb.",
        &["sy/idlib/saraqib", "sy/idlib/saraqib"],
    );
}

#[test]
fn a_town_elsewhere_is_no_closer_place_in_a_province() {
    placed("en", "CHICAGO — Twelve people died in Ohio.", &["us/ohio"]);
}
