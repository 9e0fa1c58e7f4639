//! The same for English.

use super::super::extract;
use super::brief;
use crate::lexicon::Lexicon;
use crate::model::Article;

/// Reads a text published on Sunday 26 June 2016 and compares its claims, each as `kind harm group count @voice`.
fn check(text: &str, expected: &[&str]) {
    let article = Article::new("a", text).unwrap().published("2016-06-26".parse().unwrap());
    let article = Article { language: Some("en".to_owned()), ..article };
    let found: Vec<String> = extract(&article, Lexicon::bundled()).claims.iter().map(brief).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn one_person_needs_no_number() {
    check("The driver drowned on Monday.", &["casualties killed people 1"]);
    check("Her son was shot dead outside the bakery.", &["casualties killed people 1"]);
    check("Anna Berger, 34, died at the scene.", &["casualties killed people 1"]);
    check("The miner was pulled out, but he died in hospital.", &["casualties killed people 1"]);
    check("A neighbour drove him to the clinic, where he was pronounced dead.", &["casualties killed people 1"]);
    check("Police found 16-year-old Tom Okafor dead in the yard.", &["casualties killed people 1"]);
    check("The boy's death shocked the village.", &["casualties killed children 1"]);
    check("Relatives mourned his death.", &["casualties killed people 1"]);
    check("Another passenger was killed.", &["casualties killed people 1"]);
}

#[test]
fn who_finds_the_dead_is_none_of_them() {
    check("The head of the hospital, Ann Stone, said three miners were killed.", &["casualties killed people 3 @~ann-stone"]);
    check("The guard says he found people dead in the cabin.", &[]);
    check("Three guards found people dead in the cabin.", &[]);
    check("Anna Berger spoke to us. Berger said others who were injured had left.", &[]);
    check("The guard was found dead in the cabin.", &["casualties killed people 1"]);
}

#[test]
fn persons_named_in_one_breath_are_one_count() {
    check(
        "A man and a woman were killed.",
        &["casualties killed people 2", "casualties killed men 1 of a#1", "casualties killed women 1 of a#1"],
    );
    check(
        "The landslide killed his wife and himself.",
        &["casualties killed people 2", "casualties killed women 1 of a#1", "casualties killed people 1 of a#1"],
    );
    check(
        "Three women and one man were injured.",
        &["casualties injured people 4", "casualties injured women 3 of a#1", "casualties injured men 1 of a#1"],
    );
    check(
        "The blast killed a shopkeeper and his two sons.",
        &["casualties killed people 3", "casualties killed civilians 1 of a#1", "casualties killed people 2 of a#1"],
    );
    check("Twelve soldiers and three civilians were killed.", &["casualties killed soldiers 12", "casualties killed civilians 3"]);
}

#[test]
fn whoever_is_shot_is_hurt_where_nobody_dies() {
    check("Four men were shot outside a cinema.", &["casualties injured men 4"]);
    check("One man was killed and three others were shot.", &["casualties killed men 1", "casualties injured people 3"]);
    check("Four men were shot. A guard died.", &["casualties casualties men 4", "casualties killed people 1"]);
    check("A guard died. He had been hit in the chest.", &["casualties killed people 1", "casualties casualties people 1"]);
}

#[test]
fn some_of_the_hurt_are_a_part_of_them() {
    check(
        "Six people were injured. Two remain in critical condition.",
        &["casualties injured people 6", "casualties injured people 2 of a#1"],
    );
}

#[test]
fn ages_years_and_addresses_count_nobody() {
    check("The victims, 26 and 31, died at the scene.", &[]);
    check("Three boys, ages 9, 11 and 14, were injured.", &["casualties injured children 3"]);
    check("A court opened the trial over the 2015 killings.", &[]);
    check("He lived at 4750 South Elm and was found dead.", &["casualties killed people 1"]);
}

#[test]
fn a_toll_stands_at_a_figure() {
    check("Governor: toll of the bridge collapse now 50", &["casualties killed people 50 @article:a/~governor"]);
    check("The toll of the landslide was raised to 57.", &["casualties killed people 57"]);
    check("The number of people hurt in the crash has gone up to 109.", &["casualties injured people 109"]);
    check(
        "The death toll from the floods has passed 200, with dozens still missing.",
        &["casualties killed people 200", "casualties missing people 24.."],
    );
    check("A guard died too, bringing the toll to eight.", &["casualties killed people 1", "casualties killed people 8"]);
    check("The outbreak has claimed 59 lives.", &["casualties killed people 59"]);
    check("Doctors put the number of wounded at 30.", &["casualties injured people 30 @article:a/~doctors"]);
    check("The mayor lifted to at least 182 the number of people who died.", &["casualties killed people 182.."]);
    check(
        "Ninety people were taken to hospital: 16 children, 46 women and 28 men.",
        &[
            "casualties injured people 90",
            "casualties injured children 16 of a#1",
            "casualties injured women 46 of a#1",
            "casualties injured men 28 of a#1",
        ],
    );
    check("Fifty are dead and five of them are children.", &["casualties killed people 50", "casualties killed children 5 of a#1"]);
}

#[test]
fn what_is_not_told_as_having_happened_is_no_casualty() {
    check("\"Do not let him die,\" she begged.", &[]);
    check("She is glad that no one was killed.", &[]);
    check("They feared that he would hurt her.", &[]);
    check("Two of the four hostages died.", &["casualties killed prisoners 2"]);
}
