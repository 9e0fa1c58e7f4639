//! Counts of people and what befell them, a family of sentences a test, in both languages: what must be read, and what must not.

use super::super::extract;
use super::brief;
use crate::lexicon::Lexicon;
use crate::model::{Article, Claim, Kind, Scope};

/// Reads a text published on Sunday 26 June 2016 and compares its counts of people: harm, group, count, `of` the whole, stance.
fn check(language: &str, text: &str, expected: &[&str]) {
    let people = |claim: &Claim| matches!(claim.kind, Kind::Casualties | Kind::Attendance);
    let told = |claim: &Claim| brief(&Claim { attribution: Vec::new(), ..claim.clone() }).replacen("casualties ", "", 1).replace("a#", "");
    let found: Vec<String> = claims(language, text).iter().filter(|claim| people(claim)).map(told).collect();
    assert_eq!(found, expected, "{text}");
}

pub(super) fn claims(language: &str, text: &str) -> Vec<Claim> {
    let article = Article::new("a", text).unwrap().published("2016-06-26".parse().unwrap());
    extract(&Article { language: Some(language.to_owned()), ..article }, Lexicon::bundled()).claims
}

pub(super) fn french(text: &str, expected: &[&str]) {
    check("fr", text, expected);
}

pub(super) fn english(text: &str, expected: &[&str]) {
    check("en", text, expected);
}

#[test]
fn the_others_are_the_rest_of_those_told_of() {
    french(
        "L'éboulement a fait 12 morts. Quatre sont des mineurs. Les autres sont cinq secouristes et trois riverains.",
        &["killed people 12", "killed children 4 of 1", "killed medics 5 of 1", "killed people 3 of 1"],
    );
    english(
        "The blast killed 40 people, 28 of them miners. The remaining 12 bodies were unidentified.",
        &["killed people 40", "killed people 28 of 1", "killed unidentified 12 of 1"],
    );
    french(
        "Le séisme a fait 30 morts. Les morts étaient 18 soldats et douze mineurs.",
        &["killed people 30", "killed soldiers 18 of 1", "killed children 12 of 1"],
    );
    english(
        "Twelve people drowned. The dead were seven soldiers and five women.",
        &["killed people 12", "killed soldiers 7 of 1", "killed women 5 of 1"],
    );
    english("Twelve people drowned. The others are five soldiers.", &["killed people 12", "killed soldiers 5 of 1"]);
    french("Les autres sont cinq soldats.", &[]);
    english("The others are five soldiers.", &[]);
}

#[test]
fn parts_that_add_up_to_a_count_are_its_parts() {
    french(
        "L'incendie a fait 19 morts, 12 employés et sept patients.",
        &["killed people 19", "killed people 12 of 1", "killed people 7 of 1"],
    );
    english(
        "The fire killed 19 people: 12 nurses and seven patients.",
        &["killed people 19", "killed medics 12 of 1", "killed people 7 of 1"],
    );
    english("The fire killed 19 people, 12 goats and seven cows.", &["killed people 19"]);
    english(
        "The toll rose to 31 dead: 18 rebels, ten soldiers and pro-government fighters, and three civilians.",
        &["killed people 31", "killed combatants 18 of 1", "killed soldiers 10 of 1", "killed civilians 3 of 1"],
    );
}

#[test]
fn counts_that_follow_and_add_up_are_a_breakdown() {
    french(
        "Les combats ont fait au moins 42 morts. Selon la mairie, 25 rebelles et 17 soldats ont été tués.",
        &["killed people 42..", "killed combatants 25 of 1", "killed soldiers 17 of 1"],
    );
    english(
        "The quake killed 42 people. Officials said 25 people died in the north. Rescuers counted 17 dead in the south.",
        &["killed people 42", "killed people 25 of 1", "killed people 17 of 1"],
    );
    english(
        "The quake killed 42 people. Officials said 25 people died in the north. Rescuers counted 19 dead in the south.",
        &["killed people 42", "killed people 25", "killed people 19"],
    );
    // Those who are told as a part already do not add up with others.
    english(
        "The raid killed 11 people including four children. A monitor said a raid killed seven people in Homs.",
        &["killed people 11", "killed children 4 of 1", "killed people 7"],
    );
    english(
        "Three people died on Monday. Two people died in Bend. One man died in Salem.",
        &["killed people 3", "killed people 2", "killed men 1"],
    );
}

#[test]
fn all_who_are_named_before_a_verb_are_told_of() {
    french(
        "Douze policiers, trois membres de la milice et deux civils ont été tués.",
        &["killed police 12", "killed combatants 3", "killed civilians 2"],
    );
    english(
        "Twelve policemen, three members of allied groups and two civilians were killed.",
        &["killed police 12", "killed people 3", "killed civilians 2"],
    );
    english("Twelve policemen of the town left and two civilians were killed.", &["killed civilians 2"]);
}

#[test]
fn killed_or_wounded_alike_are_casualties() {
    french("Trente villageois ont été tués ou blessés.", &["casualties civilians 30"]);
    english("Thirty villagers were killed or wounded.", &["casualties civilians 30"]);
    french("L'avalanche a fait 30 morts ou blessés.", &["casualties people 30"]);
    french("L'avalanche a fait une vingtaine de morts et disparus.", &["casualties people 20"]);
    english("The avalanche left 30 dead and missing.", &["casualties people 30"]);
    english("Thirty villagers were killed and wounded in the raid.", &["casualties civilians 30"]);
    english("Thirty gunmen were killed and wounded others.", &["killed combatants 30"]);
    english("The avalanche left 30 dead and 12 missing.", &["killed people 30", "missing people 12"]);
    english("Thirty villagers were killed and ten wounded.", &["killed civilians 30", "injured people 10"]);
}

#[test]
fn a_rank_among_others_is_no_count() {
    french("C'est le deuxième séisme le plus meurtrier du siècle.", &[]);
    english("It is the third deadliest flood on record.", &[]);
    english("The third deadliest flood on record killed 85 people.", &["killed people 85"]);
}

#[test]
fn a_total_since_then_is_told_apart_from_what_never_was_since() {
    let scope = |language, text| claims(language, text)[0].scope;
    assert_eq!(scope("fr", "Depuis 2014, la guerre a fait 13.000 morts."), Scope::Cumulative);
    assert_eq!(scope("en", "Floods have killed 70 people since January 2014."), Scope::Cumulative);
    assert_eq!(scope("fr", "L'effondrement a tué 70 personnes, du jamais vu depuis 2014."), Scope::Incident);
    assert_eq!(scope("en", "Ten people were shot dead in overnight shootings."), Scope::Cumulative);
    assert_eq!(scope("en", "Ten people were shot dead in a mosque."), Scope::Incident);
    assert_eq!(scope("en", "Some 600 settlers including 136 children have been killed since May 2014."), Scope::Cumulative);
}

#[test]
fn those_taken_prisoner_are_captured_and_places_are_not() {
    french("L'armée a capturé 30 rebelles.", &["captured combatants 30"]);
    english("The army captured 30 rebels.", &["captured combatants 30"]);
    english("The army captured three villages.", &[]);
    french("L'armée a repris trois villages.", &[]);
}

#[test]
fn what_is_told_last_of_somebody_counts() {
    english("The cyclist was hit by a car and later died.", &["killed people 1"]);
    english("A farmer was shot in the chest but survived. His son was killed.", &["injured civilians 1", "killed people 1"]);
    english("Sixteen passengers were hurt, one fatally.", &["injured people 16", "killed people 1"]);
    english("Nine passengers were taken to Saint Luke's Hospital.", &["injured people 9"]);
    english("The mayor was taken to a school.", &[]);
    french("Neuf passagers ont été transportés au CHU de Rouen.", &["injured people 9"]);
}

#[test]
fn what_nearly_befell_or_did_not_befall_is_denied() {
    english("The diver was nearly killed.", &["killed people 1 denied"]);
    english("The diver is not dead.", &["killed people 1 denied"]);
    french("Personne n'a été blessé.", &[]);
    french("Le plongeur a failli mourir.", &[]);
    french("Le plongeur n'est pas mort.", &[]);
}

#[test]
fn a_relative_clause_tells_of_whom_it_follows() {
    english("Three nurses, including one who drowned, were hurt.", &["injured medics 3", "killed people 1"]);
    english("The mayor met a woman whose brother was killed.", &["killed men 1"]);
    french("Le maire a reçu une femme dont le frère a été tué.", &["killed men 1"]);
}

#[test]
fn some_of_them_are_a_part() {
    english("Forty villagers drowned, 12 of them children.", &["killed civilians 40", "killed children 12 of 1"]);
    english("Forty villagers drowned. Twelve of the dead were children.", &["killed civilians 40", "killed children 12 of 1"]);
    french("Quarante villageois se sont noyés. Douze des morts sont des enfants.", &["killed civilians 40", "killed children 12 of 1"]);
    english("One of the wounded died overnight.", &["killed people 1"]);
    french("Un des deux plongeurs est mort.", &["killed people 1"]);
    english("Four villagers, two of them children, drowned.", &["killed civilians 4", "killed children 2 of 1"]);
    english("Twelve of its crew of 20 drowned.", &["killed people 12"]);
    english("Most of the 200 passengers drowned.", &[]);
    english("It is not clear which of the three divers drowned.", &[]);
    english("She was one of three divers killed.", &["killed people 3"]);
}

#[test]
fn a_list_that_one_determiner_opens_is_one_count() {
    english(
        "The landslide killed a farmer, his wife and three children.",
        &["killed people 5", "killed civilians 1 of 1", "killed women 1 of 1", "killed children 3 of 1"],
    );
    english(
        "The fire killed his wife, son and daughter.",
        &["killed people 3", "killed women 1 of 1", "killed people 1 of 1", "killed people 1 of 1"],
    );
}

#[test]
fn ages_in_a_row_or_behind_a_name_count_nobody() {
    english("Ola Brandt, 32 of Bergen, drowned.", &["killed people 1"]);
    english(
        "Ola Brandt and Nils Dahl, both 24 and from Bergen, drowned.",
        &["killed people 2", "killed people 1 of 1", "killed people 1 of 1"],
    );
    english("The fire claimed the life of 20–year–old Ola Brandt.", &["killed people 1"]);
    english("The victims, who range in age from 19 to 34, drowned.", &[]);
}

#[test]
fn a_toll_stands_where_its_words_say_so() {
    french("Le nombre de blessés est passé de 30 à 45.", &["injured people 45"]);
    french("Le bilan a encore grimpé, à 250 morts.", &["killed people 250"]);
    french("Le bilan s'élève désormais à 63.", &["killed people 63"]);
    french("Le bilan a été revu à la baisse, à 31.", &["killed people 31"]);
    french("Le nombre de disparus a dépassé 200.", &["missing people 201.."]);
    french("Le bilan est désormais de 12 morts.", &["killed people 12"]);
    french("La mairie porte à 12 le nombre de morts.", &["killed people 12"]);
    french("L'institut a publié deux décomptes.", &[]);
    french("Le nombre de cas est passé à 4.512.", &[]);
    french("Les disparus ne sont plus que 21.", &["missing people 21"]);
    french("De 120 à 129, le nombre de disparus augmente.", &["missing people 129"]);
    english("The number of dead rose from 112 to 136.", &["killed people 136"]);
    english("The number of dead in the flood reached 57.", &["killed people 57"]);
    english("Deaths rose to 61.", &["killed people 61"]);
    english("The death toll has now sharply risen to 98.", &["killed people 98"]);
    english("A toll of the bridge was put up at kilometre 98.", &[]);
}

#[test]
fn a_figure_is_read_through_quotation_marks_and_a_million_by_its_determiner() {
    french("Le raid a coûté la vie à « autour de 300 » personnes.", &["killed people 300"]);
    french("On a dépassé le million de manifestants.", &["attendance 1000001.."]);
    french("Le million de dollars est perdu.", &[]);
}

#[test]
fn other_victims_met_what_was_told_last() {
    french("On compte 12 morts. Vingt-quatre autres victimes ont été retrouvées.", &["killed people 12", "killed people 24"]);
    french("Vingt-quatre autres victimes ont été retrouvées.", &["casualties people 24"]);
    french(
        "On compte 82 morts, dont 58 civils. Vingt-quatre autres victimes ont été retrouvées.",
        &["killed people 82", "killed civilians 58 of 1", "killed people 24 of 1"],
    );
}

#[test]
fn an_older_count_stands_against_a_new_one() {
    french("La mairie a compté 4.000 manifestants, contre 6.000 mardi.", &["attendance 4000", "attendance 6000"]);
    english("Rescuers confirmed 46 deaths, up from 36 on Wednesday.", &["killed people 46", "killed people 36"]);
    english("Rescuers fought against 36 fires.", &[]);
}

#[test]
fn a_march_that_is_told_of_is_counted_in_the_next_sentence() {
    french(
        "Deux chiffres circulent pour le cortège parisien. La préfecture l'évalue à 8.000 personnes et la CGT à 20.000.",
        &["attendance 8000", "attendance 20000"],
    );
    english("Unions put turnout at more than 20,000.", &[]);
    english(
        "Some 8,000 people turned out against retiring at 64. Unions put turnout at more than 20,000.",
        &["attendance 8000", "attendance 20001.."],
    );
    english("The rally drew 8,000 people. Unions put turnout at more than 20,000.", &["attendance 8000", "attendance 20001.."]);
}

#[test]
fn a_toll_is_put_at_its_figure_however_long_its_name() {
    english("Officials had put the dead of the raids on Bunia village, in Ituri province, at some 300.", &["killed people 300"]);
    english("The ministry put the number of dead in the attack on the market at 40.", &["killed people 40"]);
}

#[test]
fn those_at_another_place_are_counted_on() {
    english("Thirty-eight miners died, and twelve in hospital.", &["killed people 38", "killed people 12"]);
    french("La CGT est passée de 800 000 manifestants à 450 000.", &["attendance 800000", "attendance 450000"]);
}

#[test]
fn animals_bullets_and_what_is_named_by_a_number_are_no_people() {
    french("Le loup a tué 30 brebis.", &[]);
    french("Le berger a été tué de deux balles.", &["killed civilians 1"]);
    french("Huit des dix souris sont mortes.", &[]);
    french("La vallée a connu trois guerres, dont deux contre l'Autriche, et 200 morts.", &["killed people 200"]);
    french("Le chef du chantier de Nord Stream 1 et 2 est mort.", &["killed people 1"]);
    french("Le maire a pris des photos de villageois blessés.", &[]);
    french("La chasse a tué des phoques, et 40% des villageois morts étaient âgés.", &[]);
    english("Wolves killed 30 sheep.", &[]);
    english("A friend showed him pictures of murdered villagers.", &[]);
    english("The rally drew 20,000 people.", &["attendance 20000"]);
    english("Two of the four divers drowned.", &["killed people 2"]);
}

#[test]
fn what_another_verb_did_is_no_harm_to_those_it_met() {
    english("Cholera killed 312 people and infected more than 11,000.", &["killed people 312"]);
    french("La crue a tué 45 personnes et fait 200.000 sans-abri.", &["killed people 45", "displaced people 200000"]);
}

#[test]
fn a_day_may_part_a_verb_from_its_object() {
    french("Un obus a tué jeudi matin deux bergers.", &["killed civilians 2"]);
    french("Une mine a blessé mercredi une fillette.", &["injured children 1"]);
    french("Six pêcheurs ont été tués mardi. Deux barques ont coulé.", &["killed people 6"]);
}

#[test]
fn a_toll_is_what_it_is_said_to_be() {
    english("The death toll in the valley is at least 63, the governor said.", &["killed people 63.."]);
    english(
        "Doctors confirmed that the toll for Friday was 18, and that 30 people had been hurt.",
        &["killed people 18", "injured people 30"],
    );
    english("The toll road is closed, and there were 30 people in line.", &[]);
}

#[test]
fn brackets_count_what_happened_at_each_place() {
    english(
        "Deaths were reported in Leeds (6 fatalities), Hull (3) and York (1).",
        &["killed people 6", "killed people 3", "killed people 1"],
    );
    french(
        "On compte des victimes à Lille (5 morts), Roubaix (2) et Arras (1).",
        &["killed people 5", "killed people 2", "killed people 1"],
    );
    english("Two people died: Anna Berg (34) and Tom Okafor (7).", &["killed people 2"]);
}

#[test]
fn those_who_were_taken_may_be_set_free_since() {
    french("Les 18 marins enlevés en mai par des pirates ont été libérés dimanche.", &["abducted people 18", "freed people 18"]);
    french(
        "Huit écoliers qui avaient été enlevés par des bandits dans le nord ont été relâchés.",
        &["abducted children 8", "freed children 8"],
    );
    english("Nine nurses kidnapped in March have been freed.", &["abducted medics 9", "freed medics 9"]);
    english("Nine nurses were kidnapped by men who were freed in March.", &["abducted medics 9"]);
    french("La libération de ses 21 otages a été saluée.", &["freed prisoners 21"]);
}

#[test]
fn those_told_among_the_hurt_are_no_sum_of_them() {
    french("Parmi les blessés figurent 12 gendarmes et un pompier.", &["injured police 12", "injured medics 1"]);
    english("Among the injured were seven officers and a cameraman.", &["injured police 7", "injured journalists 1"]);
}

#[test]
fn others_behind_a_comma_are_told_of_apart() {
    french("Il y a ici 40 étudiants, deux autres sont hospitalisés.", &["injured people 2"]);
    english("Officials said at least another 90 are missing.", &["missing people 90.."]);
    french("Le navire, avec plus de 60 rescapés, cherchait d'éventuels disparus.", &[]);
    french("Burundi : encore des pêcheurs tués", &["killed people 2.."]);
    english("Rescuers gave figures for the miners killed, Mr. Ade Obi said.", &[]);
}

#[test]
fn what_befell_a_part_befell_no_other() {
    french("Sur les 30 passagers, dont 4 sont décédés, aucun n'était attaché.", &["killed people 4"]);
    english("The cave held 30 miners, of whom six have died.", &["killed people 6"]);
    french("Quelque 30 marins, dont les six femmes, ont été secourus.", &["evacuated people 30", "evacuated women 6 of 1"]);
    english("Every year, some 40 climbers are killed there.", &[]);
    french("Chaque année, une trentaine de baigneurs se noient.", &[]);
}

#[test]
fn nobody_knows_how_many_some_of_them_are() {
    english("The tram carried 90 workers, and some of them were killed.", &[]);
    english("About 500 people were aboard when the barge sank, and many of them drowned.", &[]);
    english("Fifty miners, some of them boys, were killed.", &["killed people 50"]);
    english("Fifty miners, most of them burned alive, were killed.", &["killed people 50"]);
}

#[test]
fn of_two_verbs_that_share_an_object_neither_has_all_of_it() {
    english("The shells killed and wounded 60 villagers.", &["casualties civilians 60"]);
    french("La grenade a tué ou blessé une trentaine de personnes.", &["casualties people 30"]);
    english("The shells wounded 60 villagers and killed nine.", &["injured civilians 60", "killed people 9"]);
    english("Gunmen abducted and killed six people.", &["killed people 6"]);
}

#[test]
fn who_explains_a_voice_is_no_victim() {
    english("Ada Quill, a nurse, said eight people had died.", &["killed people 8"]);
    french("Selon Paul Vernay, un pompier, huit personnes sont mortes.", &["killed people 8"]);
    english("Ada Quill, a nurse, was killed on Friday.", &["killed people 1"]);
}

#[test]
fn those_who_are_added_share_what_befell_the_first() {
    english("In all 60 soldiers, in addition to 45 rebels, have been killed.", &["killed soldiers 60", "killed combatants 45"]);
    french("La crue a coûté la vie à des dizaines de fermiers.", &["killed civilians 20.."]);
    french("Six soldats du feu ont été blessés.", &["injured medics 6"]);
}

#[test]
fn those_who_marched_are_not_those_arrested() {
    french(
        "À Angers où la marche a rassemblé 9.000 personnes selon la préfecture, 14.000 selon les syndicats, 12 personnes ont été interpellées.",
        &["detained people 12", "attendance 9000", "attendance 14000"],
    );
    french("La marche, à l'appel de plusieurs partis, a rassemblé 700 personnes.", &["attendance 700"]);
    french("Dix marins sont morts et 40 restent portés disparus.", &["killed people 10", "missing people 40"]);
}

#[test]
fn shares_and_firms_are_no_victims() {
    french("Les combats ont déplacé 4.000 personnes, dont plus de la moitié sont des enfants.", &["displaced people 4000"]);
    english("Kenya Cargo Airlines sent relatives of those killed home.", &[]);
}

#[test]
fn of_the_hurt_of_whom_some_died_nobody_knows_how_many_live() {
    english("All four hikers were taken to a hospital, where one of the women died.", &["casualties people 4", "killed women 1 of 1"]);
    english("Five divers were flown to hospital. Two of them died.", &["casualties people 5", "killed people 2 of 1"]);
}

#[test]
fn who_died_in_the_end_was_not_hurt_besides() {
    let told = ["casualties children 1", "killed children 1", "injured children 1"];
    english("A 9-year-old girl was badly hurt in the crash. The 9-year-old girl died on Sunday. A 12-year-old boy was injured.", &told);
    let told = ["casualties people 1", "injured people 1", "killed people 1"];
    english("Orlan Brandt was hurt in the crash. Tom Okafor, 40, was hurt too. Brandt died on Sunday.", &told);
}

#[test]
fn whoever_harms_others_is_none_of_them() {
    english("A 30-year-old guard fatally shot his cousin.", &["killed people 1"]);
    english(
        "He came back and shot and killed both Orlan Brandt, 34, and Tom Okafor, 40.",
        &["killed people 2", "killed people 1 of 1", "killed people 1 of 1"],
    );
}

#[test]
fn what_befell_people_goes_on_behind_those_who_are_among_them() {
    english("Nine farmers including three women were killed in the raid.", &["killed civilians 9", "killed women 3 of 1"]);
    french("Neuf villageois dont trois enfants ont été tués.", &["killed civilians 9", "killed children 3 of 1"]);
    french("Vingt passagers, pour la plupart des retraités mais aussi un bébé, sont morts.", &["killed people 20", "killed children 1"]);
    french(
        "Outre les 30 morts, dont dix membres d'une chorale, 12 personnes ont été blessées.",
        &["killed people 30", "killed people 10 of 1", "injured people 12"],
    );
    english("Four kidnapped Kenyan nurses have been shot dead.", &["killed medics 4"]);
    english("The 60 villagers being held captive were freed.", &["abducted civilians 60", "freed civilians 60"]);
}

#[test]
fn the_dead_of_a_memorial_are_not_counted() {
    french("Une messe a été dite en hommage à des mineurs tués en 1974.", &[]);
    english("A mass for those killed at sea was said in Vigo.", &[]);
}

#[test]
fn an_ordinal_parts_a_number_from_its_noun() {
    english("The first three climbers were killed.", &["killed people 3"]);
    french("Les deux premiers corps ont été évacués.", &["killed people 2"]);
}

#[test]
fn the_hurt_behind_a_list_of_the_dead_are_others() {
    let told = ["killed people 9", "killed women 2 of 1", "killed children 3 of 1", "injured people 20"];
    french("Neuf personnes ont péri, dont deux femmes âgées et trois enfants, et 20 autres ont été blessées.", &told);
    english("Nine people died, including two elderly women and three children, and 20 others were injured.", &told);
    english("Nine people died, including two women and three children, and 20 others were injured.", &told);
    english("By night the toll was at 30, and may rise as many of those wounded are in critical condition.", &["killed people 30"]);
    english("It stood at 30, including six girls, and may rise as many of those wounded are in critical condition.", &[]);
}

#[test]
fn how_many_die_of_so_many_is_no_toll() {
    french("La rougeole a fait 12 morts, soit 40 morts pour 100.000 habitants.", &["killed people 12"]);
    english("Roads cost 40 deaths per 100,000 people, or 40 deaths for every 100,000.", &[]);
    english("The crash killed 12 people per the mayor.", &["killed people 12"]);
}
