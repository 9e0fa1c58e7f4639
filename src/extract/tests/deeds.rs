//! Who did what, and who says so: responsibility, status, control, agreements, strikes.

use super::super::extract;
use crate::lexicon::Lexicon;
use crate::model::{Article, Claim, Kind, Stance};

/// Reads a text and compares its claims but those of casualties and positions, each as `kind group count stance role=actor @voice`.
fn check(language: &str, text: &str, expected: &[&str]) {
    let article = Article::new("a", text).unwrap().published("2023-06-11".parse().unwrap());
    let article = Article { language: Some(language.to_owned()), ..article };
    let claims = extract(&article, Lexicon::bundled()).claims;
    let told = claims.iter().filter(|claim| !matches!(claim.kind, Kind::Casualties | Kind::Position));
    assert_eq!(told.map(brief).collect::<Vec<_>>(), expected, "{text}");
}

fn brief(claim: &Claim) -> String {
    let mut parts = vec![claim.kind.to_string()];
    parts.extend(claim.group.map(|group| group.to_string()));
    parts.extend(claim.count.as_ref().and_then(|count| count.low()).map(|low| low.to_string()));
    parts.extend((claim.stance != Stance::Asserted).then(|| claim.stance.to_string()));
    parts.extend(claim.actors.iter().map(|actor| format!("{}={}", actor.role, actor.id)));
    parts.extend(claim.attribution.last().map(|link| format!("@{}", link.source)));
    parts.join(" ")
}

fn english(text: &str, expected: &[&str]) {
    check("en", text, expected);
}

fn french(text: &str, expected: &[&str]) {
    check("fr", text, expected);
}

#[test]
fn an_accusation_names_the_accused_and_is_told_by_the_accuser() {
    english("Sudan's army blamed the RSF for the shelling.", &["responsibility perpetrator=rsf @sd/army"]);
    english("Kyiv pointed the finger at Moscow.", &["responsibility perpetrator=ru @ua"]);
    english("Residents held the army responsible for the massacre.", &["responsibility perpetrator=~army @article:a/~residents"]);
    english("Tigrayan forces were accused by the UN of killing 20 farmers.", &["responsibility perpetrator=et/tigray/army @un"]);
    english("The attack was blamed on the RSF by the governor.", &["responsibility perpetrator=rsf"]);
    french("L'armée soudanaise a attribué l'attaque aux FSR.", &["responsibility perpetrator=rsf @sd/army"]);
    french("Bakou a imputé les tirs à l'armée arménienne.", &["responsibility perpetrator=am/army @az"]);
    french("L'ONU a reproché au M23 la mort de 12 civils.", &["responsibility perpetrator=m23 @un"]);
    french("Les FSR sont accusées par l'ONU d'avoir tué 40 civils.", &["responsibility perpetrator=rsf @un"]);
    french("Les habitants tiennent l'armée pour responsable du massacre.", &["responsibility perpetrator=~army @article:a/~habitants"]);
    english("Baku blamed the shelling on Armenia.", &["responsibility perpetrator=am @az"]);
    english("Baku said Yerevan had staged a provocation.", &["responsibility perpetrator=am @az"]);
    french("Pour Bakou, Erevan s'est livré à une « provocation ».", &["responsibility perpetrator=am @az"]);
    french("Le Hamas accuse Israël d'avoir visé un hôpital.", &["responsibility perpetrator=il @hamas"]);
    // Of no deed.
    english("The minister accused the opposition of lying about the budget.", &[]);
    french("Le syndicat accuse le gouvernement de mépris.", &[]);
}

#[test]
fn who_did_it_stands_where_the_words_say() {
    english("The massacre was the work of Boko Haram, the governor said.", &["responsibility perpetrator=boko-haram @article:a/~governor"]);
    english("Russia was behind the attack, Kyiv said.", &["responsibility perpetrator=ru @ua"]);
    english("The shelling came from Armenian positions, Baku said.", &["responsibility perpetrator=am/army @az"]);
    french("Trente villageois sont morts, victimes du M23.", &["responsibility perpetrator=m23"]);
    french("Les tirs venaient des positions arméniennes, selon Bakou.", &["responsibility perpetrator=am/army @az"]);
    english("Russia attacks Ukraine.", &["operation perpetrator=ru target=ua"]);
    english("The attacks shook Nairobi.", &[]);
    // Who answers for an office, who is hit, whose wheel it is.
    french("Le responsable de l'armée a parlé de 12 morts.", &[]);
    english("The authors of the attack against the Malian army fled.", &["operation target=ml/army"]);
    english("Police say the man was behind the wheel.", &[]);
    english("Police said they arrested a woman accused of killing two men.", &[]);
}

#[test]
fn nobody_may_know_who_did_it() {
    english("It was not immediately clear who fired on the market.", &["responsibility doubted"]);
    english("The source of the shelling remains unknown.", &["responsibility doubted"]);
    french("On ignore d'où venaient les obus.", &["responsibility doubted"]);
    french("L'origine des tirs n'a pas été précisée.", &["responsibility doubted"]);
    // Nobody knows something else.
    english("It was not clear who would pay for the repairs.", &[]);
    french("L'origine du projet n'a pas été précisée.", &[]);
}

#[test]
fn a_claim_of_responsibility_is_of_a_deed() {
    english("Al Shabaab claimed responsibility for the bombing.", &["responsibility perpetrator=al-shabaab @al-shabaab"]);
    english("The attack was claimed by Islamic State.", &["responsibility perpetrator=islamic-state @islamic-state"]);
    english("No group has claimed responsibility for the attack.", &[]);
    french("L'attentat a été revendiqué par Boko Haram.", &["responsibility perpetrator=boko-haram @boko-haram"]);
    french("L'archipel est revendiqué par la Chine.", &[]);
    french("L'attaque n'a pas été revendiquée.", &[]);
}

#[test]
fn a_denial_clears_who_denies() {
    english("Armenia denied any involvement in the attack.", &["responsibility denied perpetrator=am @am"]);
    english("The RSF rejected the accusation.", &["responsibility denied perpetrator=rsf @rsf"]);
    english(
        "The army did not carry out the massacre, a spokesman said.",
        &["responsibility denied perpetrator=~army @article:a/~spokesman"],
    );
    english("Hezbollah said it was not behind the rocket fire.", &["responsibility denied perpetrator=hezbollah @hezbollah"]);
    english("Hezbollah said it did not kill the farmers.", &["responsibility denied perpetrator=hezbollah @hezbollah"]);
    english("Boko Haram said it did not carry out the massacre.", &["responsibility denied perpetrator=boko-haram @boko-haram"]);
    english("Armenia's army said it did not shell the market.", &["strike denied perpetrator=am/army @am/army"]);
    english("Police have not released the suspect.", &[]);
    french("Boko Haram affirme qu'il n'a pas commis de massacre.", &["responsibility denied perpetrator=boko-haram @boko-haram"]);
    french("Le M23 a nié toute implication dans l'attaque.", &["responsibility denied perpetrator=m23 @m23"]);
    french("Le Hezbollah a démenti avoir visé l'église.", &["responsibility denied perpetrator=hezbollah @hezbollah"]);
    french("Aucune frappe n'a été menée par l'armée, a assuré le ministre.", &["strike denied perpetrator=~army @article:a/~ministre"]);
    // What is denied is no deed.
    french("Le gouvernement a démenti la hausse des prix.", &[]);
    english("The minister denied that the dam was old.", &[]);
}

#[test]
fn what_nobody_meant_can_be_blamed() {
    english("The company blamed human error for the crash.", &["responsibility perpetrator=~human-error"]);
    french("La police attribue ces morts à un mouvement de foule.", &["responsibility perpetrator=~stampede @~police"]);
    english("Stray bullets killed eight villagers, the army said.", &["responsibility perpetrator=~stray-fire @~army"]);
    english("Stray bullets killed eight villagers.", &[]);
    english("Stray bullets, the army said, killed eight villagers.", &["responsibility perpetrator=~stray-fire @~army"]);
    english("Many of the dead were trampled, the army said.", &["responsibility perpetrator=~stampede @~army"]);
    english("The army reported a stampede in which 12 people died.", &["responsibility perpetrator=~stampede @~army"]);
    french("Selon la police, douze fidèles sont morts piétinés.", &["responsibility perpetrator=~stampede @~police"]);
    french("L'armée met en avant « une bousculade » où douze fidèles sont morts.", &["responsibility perpetrator=~stampede @~army"]);
    english("There was a stampede before the game, the army said; 12 people died later in a fire.", &[]);
}

#[test]
fn what_is_set_off_by_commas_does_nothing() {
    english("Armenian forces, the governor said, shelled the market.", &["strike perpetrator=am/army @article:a/~governor"]);
    english("Armenian forces, in the night, shelled the market.", &["strike perpetrator=am/army"]);
    french("Les forces arméniennes, selon le gouverneur, ont bombardé le marché.", &["strike perpetrator=am/army @article:a/~gouverneur"]);
    // Who shells stands right before the verb.
    english("The mayor spoke, and Armenian forces shelled the market.", &["strike perpetrator=am/army"]);
}

#[test]
fn a_denial_is_of_the_place_of_what_it_answers() {
    let places = |language: &str, text: &str| {
        let article = Article { language: Some(language.to_owned()), ..Article::new("a", text).unwrap() };
        let claims = extract(&article, Lexicon::bundled()).claims;
        let denials = claims.into_iter().filter(|claim| claim.stance == Stance::Denied);
        denials.map(|claim| claim.place.map_or_else(String::new, |place| place.id.to_string())).collect::<Vec<_>>()
    };
    let met = "In Kinshasa, ministers met.";
    assert_eq!(places("en", &format!("The M23 killed 12 people in Goma. {met} The M23 denies it.")), ["cd/north-kivu/goma"]);
    assert_eq!(
        places("fr", "Le M23 a tué 12 personnes à Goma. À Kinshasa, les ministres se sont réunis. Le M23 dément."),
        ["cd/north-kivu/goma"]
    );
    // It says itself where.
    assert_eq!(places("en", "The M23 killed 12 people in Goma. The M23 denied any attack in Bukavu."), ["cd/south-kivu/bukavu"]);
}

#[test]
fn fighters_of_a_group_and_its_arms_are_the_group() {
    english("The village was hit by an Israeli missile.", &["strike perpetrator=il/army"]);
    english("A missile hit the village.", &[]);
    french("Le village a été touché par un missile israélien.", &["strike perpetrator=il/army"]);
    french("Des soldats soudanais ont ouvert le feu sur la foule.", &["strike perpetrator=sd/army"]);
    french(
        "Les rebelles du M23 ont attaqué Rutshuru. La rébellion a bombardé la ville.",
        &["operation perpetrator=m23", "strike perpetrator=m23"],
    );
}

#[test]
fn who_speaks_of_another_did_nothing() {
    english("Hamas said a man opened fire outside a bar.", &["strike @hamas"]);
    english("Pro-Russian separatists shelled a post.", &["strike perpetrator=~separatists"]);
    english("Israel said it struck a Hamas post.", &["status combatants target=hamas perpetrator=il @il"]);
}

#[test]
fn the_dead_were_civilians_or_fighters() {
    english("All the dead were civilians, the mayor said.", &["status civilians @article:a/~mayor"]);
    english("The army said those killed were Boko Haram fighters.", &["status combatants victim=boko-haram @~army"]);
    english("Forty people died, nearly all of them civilians.", &["status civilians"]);
    french(
        "Les morts n'étaient pas des combattants, disent leurs proches.",
        &["status combatants denied victim=~fighters @article:a/~proches"],
    );
    french("Quarante personnes ont péri, presque toutes civiles.", &["status civilians"]);
    french(
        "Les habitants tués dimanche dans le raid sur Goma étaient des combattants du M23, affirme l'armée.",
        &["status combatants victim=m23 @cd/army"],
    );
    english("Those wounded in the raid were cooperating with the police.", &[]);
    english("Those killed in the raid were there for a march.", &[]);
    english("The other dead belonged to rebel groups, the army said.", &["status combatants victim=~rebels @~army"]);
    english("The army said the other dead belonged to rebel groups.", &["status combatants victim=~rebels @~army"]);
}

#[test]
fn what_somebody_fails_to_take_he_does_not_hold() {
    english("The rebels failed to seize Bria.", &["control denied holder=~rebels"]);
    english("The rebels managed to seize Bria.", &["control holder=~rebels"]);
    english("The rebels had entered Bria but had not been able to hold positions there.", &["control denied holder=~rebels"]);
    english(
        "The rebels had entered parts of Bria. They had not been able to hold positions there.",
        &["control holder=~rebels", "control denied holder=~rebels"],
    );
    english("They captured the town of Bria.", &[]);
    french("Les rebelles n'ont pas réussi à s'emparer de Bria.", &["control denied holder=~rebels"]);
    french("Les rebelles sont entrés dans Bria mais n'ont pu s'y implanter.", &["control holder=~rebels", "control denied holder=~rebels"]);
}

#[test]
fn places_fall_and_truces_end() {
    english("The town of Bria fell to the rebels on Monday.", &["control holder=~rebels"]);
    english("The rebels controlled most of the city.", &["control holder=~rebels"]);
    english("Two villages were taken by the Taliban.", &["control 2 holder=taliban"]);
    english("Malian troops retook villages held by the rebels in Bria.", &["control holder=ml/army loser=~rebels"]);
    english("Malian troops are in villages held by the rebels in Bria.", &["control holder=~rebels"]);
    french(
        "L'armée malienne a pu entrer dans Bria, reprenant le contrôle de quartiers tenus par les rebelles.",
        &["control holder=ml/army", "control holder=ml/army loser=~rebels"],
    );
    french("La ville de Bria est tombée aux mains des rebelles lundi.", &["control holder=~rebels"]);
    english("Two women were taken by gunmen in Goma.", &[]);
    english("The truce between Israel and Hamas broke down.", &["agreement denied party=il party=hamas"]);
    french("Le cessez-le-feu a volé en éclats dimanche.", &["agreement denied"]);
}

#[test]
fn whose_another_attack_was_is_not_who_killed() {
    let doers = |language: &str, text: &str| {
        let article = Article::new("a", text).unwrap();
        let article = Article { language: Some(language.to_owned()), ..article };
        let claims = extract(&article, Lexicon::bundled()).claims;
        let dead = claims.iter().filter(|c| c.kind == Kind::Casualties);
        dead.flat_map(|c| c.actors.iter().map(|a| a.id.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(doers("en", "A blast killed 22 people in an attack similar to others carried out by Boko Haram."), [""; 0]);
    assert_eq!(doers("en", "An attack carried out by Boko Haram killed 22 people."), ["boko-haram"]);
    // Whom a relative clause meets is not the subject of the verb behind it.
    assert_eq!(doers("en", "A cyclone that hit Mozambique and Malawi left 200 people dead."), [""; 0]);
    assert_eq!(doers("fr", "Le séisme qui a frappé le Maroc et l'Algérie a tué 40 personnes."), [""; 0]);
    assert_eq!(doers("en", "The rebels who shelled the army killed 12 civilians."), ["~rebels"]);
}

#[test]
fn what_is_done_again_and_again_is_no_one_event() {
    english("The town is regularly shelled by the Sudanese army.", &[]);
    english("The province is regularly targeted in Sudanese air strikes.", &[]);
    english("The army shelled the town on Sunday.", &["strike perpetrator=~army"]);
    french("L'armée soudanaise bombarde régulièrement la ville.", &[]);
    french("Les rebelles attaquent souvent le village.", &[]);
}

#[test]
fn where_something_is_does_nothing() {
    french("Le crash au Chili qui a fait 12 morts a ému le pays.", &[]);
    french("Une bande armée a attaqué le village.", &["operation perpetrator=~armed-groups"]);
    english("MANILA (Reuters) - Gunmen attacked a church on Sunday.", &["operation perpetrator=~gunmen"]);
}

#[test]
fn a_second_verb_has_the_doer_of_the_first() {
    let actors = |text: &str| {
        let article = Article { language: Some("en".to_owned()), ..Article::new("a", text).unwrap() };
        let claims = extract(&article, Lexicon::bundled()).claims;
        let doers =
            |claim: &Claim| claim.actors.iter().filter(|a| a.role == crate::model::Role::Perpetrator).map(|a| a.id.to_string()).collect();
        claims.iter().filter(|claim| claim.kind == Kind::Casualties).map(doers).collect::<Vec<Vec<String>>>()
    };
    let none: Vec<String> = Vec::new();
    let army = vec!["sd/army".to_owned()];
    assert_eq!(actors("Sudan's army killed a police officer and wounded nine miners."), [army.clone(), army]);
    assert_eq!(actors("Looters killed a police officer and wounded nine miners."), [none.clone(), none]);
    assert_eq!(actors("Turkey struck Syria and Iraq, killing nine people."), [vec!["tr".to_owned()]]);
}

#[test]
fn whom_somebody_fights_does_nothing() {
    french("L'armée malienne combattant les rebelles touaregs a bombardé Kidal.", &["strike perpetrator=ml/army"]);
}
