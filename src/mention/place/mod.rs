//! Places: which are named in a sentence, where they lie, and how what is told lies to them.
//!
//! A name is a place if a word before it, what follows it or the rest of the article says so; in doubt it is not, least of all where
//! it may be a person's. Which of several places of one name it is, what lies around it and the countries that the article names
//! decide, and only then their size. A place that no table has is minted where a noun calls it one ("le village de X").

mod context;
mod grammar;
mod minting;
mod naming;
mod reader;
mod spot;
mod votes;

use std::ops::Range;

pub(crate) use context::PlaceContext;
pub(crate) use spot::PlaceRank;

use super::Sentence;
use crate::model::Place;
use reader::Reader;

/// A place that a sentence names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlaceMention {
    /// The tokens of the whole phrase, with what the place is said to lie in.
    pub tokens: Range<usize>,
    /// The place; its span is that of the words that name it.
    pub place: Place,
    /// Whether a word stands before it that a place follows: "à", "near", "la ville de".
    pub cued: bool,
    /// How much ground it covers.
    pub rank: PlaceRank,
}

/// The places of a sentence, in its order. One phrase makes one place: "Tripoli, in northern Lebanon" is Tripoli.
pub(crate) fn places(sentence: &Sentence<'_>, context: &PlaceContext) -> Vec<PlaceMention> {
    let places = &sentence.lexicon.names.gazetteer;
    let found = Reader::new(sentence, context).read();
    let mention = |found: reader::Found| PlaceMention {
        rank: found.spot.rank,
        place: found.spot.place(places, found.relation, sentence.span(found.named)),
        tokens: found.tokens,
        cued: found.cued,
    };
    found.into_iter().map(mention).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::mention::Detector;
    use crate::model::Language;

    const FRENCH: Language = Language::FRENCH;
    const ENGLISH: Language = Language::ENGLISH;

    /// The places of a text: the words that name each, its id, and how what is told lies to it where that is not "in".
    fn read(text: &str, language: Language) -> Vec<String> {
        let shown = |place: &Place| {
            let words = place.span.and_then(|span| span.of(text)).unwrap_or_default();
            let relation = if place.relation == crate::model::Relation::In { String::new() } else { format!(", {}", place.relation) };
            format!("{words}: {}{relation}", place.id)
        };
        Detector::new(Lexicon::bundled()).language(language).places(text).iter().map(shown).collect()
    }

    fn check(text: &str, language: Language, expected: &[&str]) {
        assert_eq!(read(text, language), expected, "{text}");
    }

    #[test]
    fn what_lies_around_a_name_tells_which_place_it_is() {
        check("Un obus est tombé sur Tripoli, au Liban.", FRENCH, &["Tripoli: lb/north-lebanon/tripoli"]);
        check("Le Liban est en deuil. À Tripoli, l'armée libanaise veille.", FRENCH, &["Liban: lb", "Tripoli: lb/north-lebanon/tripoli"]);
        check("La Libye s'enfonce dans la crise. À Tripoli, on se bat.", FRENCH, &["Libye: ly", "Tripoli: ly/tripoli/tripoli"]);
        check("La Libye s'enfonce dans la crise. A Tripoli, on se bat.", FRENCH, &["Libye: ly", "Tripoli: ly/tripoli/tripoli"]);
        check("Two men were shot in Springfield, Ohio.", ENGLISH, &["Springfield: us/ohio/clark-county/springfield"]);
        check("Police in Athens, Georgia, said so.", ENGLISH, &["Athens: us/georgia/clarke-county/athens"]);
        check("A bomb went off in Athens on Monday.", ENGLISH, &["Athens: gr/attica/athens"]);
    }

    #[test]
    fn a_province_is_not_its_town() {
        check("La bataille d'Alep a débordé dans la province d'Alep.", FRENCH, &["Alep: sy/aleppo/aleppo", "Alep: sy/aleppo"]);
        check("Des combats dans les provinces de Hama et d'Idleb.", FRENCH, &["Hama: sy/hama", "Idleb: sy/idlib"]);
        check("Clashes in Homs and Hama provinces, not in Homs city.", ENGLISH, &["Homs: sy/homs", "Hama: sy/hama", "Homs: sy/homs/homs"]);
    }

    #[test]
    fn people_and_words_are_no_places() {
        check(
            "Mme Paris a rencontré le colonel Jordan et Lucie Brest, de Rennes.",
            FRENCH,
            &["Rennes: fr/brittany/ille-et-vilaine/rennes"],
        );
        check("Le chanteur George Washington est mort.", FRENCH, &[]);
        check("Jordan Price was shot. Georgia Lee and Chad Miller fled with Mr. Lima.", ENGLISH, &[]);
        check("The Jordanian army shelled the border, said Jordan.", ENGLISH, &["Jordan: jo"]);
        check("Rue de Paris, l'accord de Genève n'y change rien.", FRENCH, &[]);
        check("On Sunday in March, Mobile phones were seized on Orange Street.", ENGLISH, &[]);
    }

    #[test]
    fn a_hamlet_is_minted_inside_what_is_known_around_it() {
        let hamlet = "sy/hama/~barzuna";
        let text = "Des obus sont tombés sur le village de Barzouna, au nord-est de Hama. À Barzouna, on compte douze morts.";
        check(text, FRENCH, &[&format!("Barzouna: {hamlet}"), &format!("Barzouna: {hamlet}")]);
        check("Shells hit the village of Barzuna, near Hama.", ENGLISH, &[&format!("Barzuna: {hamlet}")]);
        check("Trois morts à Gossimbo, dans la région de Mopti.", FRENCH, &["Gossimbo: ml/mopti/~gusimbu"]);
        check("Three died in Gosimbo, a village in Mopti region.", ENGLISH, &["Gosimbo: ml/mopti/~gusimbu"]);
        check("TALLMERE, Ohio (AP) - Two people died there.", ENGLISH, &["TALLMERE: us/ohio/~talmir"]);
        check("The Syrian town of Zorbeha fell.", ENGLISH, &["Zorbeha: sy/~zurbiha"]);
    }

    #[test]
    fn a_quarter_is_minted_in_its_town() {
        let quarters = |first, second| [format!("{first}: sy/homs/homs/~zibdani"), format!("{second}: sy/homs/homs/~bab-shurta")];
        let expected = quarters("Zebdaniyé", "Bab Chorta");
        assert_eq!(read("Deux morts dans les quartiers Zebdaniyé et Bab Chorta de Homs.", FRENCH), expected);
        let expected = quarters("Zebdaniya", "Bab Shorta");
        assert_eq!(read("Two died in the Zebdaniya and Bab Shorta neighbourhoods of Homs.", ENGLISH), expected);
        check("They shelled Aleppo's Zorba district.", ENGLISH, &["Zorba: sy/aleppo/aleppo/~zurba"]);
    }

    #[test]
    fn a_place_may_be_called_by_what_it_lies_in_alone() {
        let french = "Une localité de la province de Raqa et plusieurs quartiers de Damas ont été visés.";
        let names = ["localité de la province de Raqa: sy/raqqa/~settlement", "quartiers de Damas: sy/damascus/damascus"];
        check(french, FRENCH, &names);
        let names = ["village in Raqqa province: sy/raqqa/~settlement", "neighbourhoods of Damascus: sy/damascus/damascus"];
        check("A village in Raqqa province and several neighbourhoods of Damascus were hit.", ENGLISH, &names);
    }

    #[test]
    fn a_direction_names_a_part_or_leads_away() {
        let french = "Dans le sud de la Somalie, à l'est du pays et au nord de Kismayo.";
        let kismayo = "so/lower-juba/kismayo, north_of";
        check(french, FRENCH, &["sud de la Somalie: so/~south", "à l'est du pays: so/~east", &format!("Kismayo: {kismayo}")]);
        let english = "In southern Somalia, in the east of the country and north of Kismayo.";
        check(english, ENGLISH, &["southern Somalia: so/~south", "the east of the country: so/~east", &format!("Kismayo: {kismayo}")]);
        check("Alep-Est est tombée.", FRENCH, &["Alep-Est: sy/aleppo/aleppo/~east"]);
        check("À 20 km au sud de Mossoul.", FRENCH, &["Mossoul: iq/nineveh/mosul, south_of"]);
        check("Some 12 miles from Mosul, near Erbil.", ENGLISH, &["Mosul: iq/nineveh/mosul, near", "Erbil: iq/erbil/erbil, near"]);
    }

    #[test]
    fn what_was_named_before_is_named_again() {
        let french = "On pleure à Bamako. Dans la capitale malienne, on prie. Dans la ville, des barrages; dans le pays, le deuil.";
        let town = "ml/bamako/bamako";
        let names = [format!("Bamako: {town}"), format!("capitale malienne: {town}"), format!("ville: {town}"), "pays: ml".into()];
        assert_eq!(read(french, FRENCH), names);
        let english = "A blast shook Beirut. In the Lebanese capital, people wept. Across the country, they pray.";
        check(english, ENGLISH, &["Beirut: lb/beirut/beirut", "capital: lb/beirut/beirut", "country: lb"]);
    }

    #[test]
    fn users_bring_their_own() {
        let row = "so/lower-juba/tallmere\tTallmere\t0\t42\t900\tTallmere|Talmeri";
        let lexicon = Lexicon::bundled().clone().with_places(row).unwrap();
        let found = Detector::new(&lexicon).language(FRENCH).places("Trois morts à Talmeri, en Somalie.");
        assert_eq!((found[0].id.as_str(), found[0].name.as_str(), found.len()), ("so/lower-juba/tallmere", "Tallmere", 1));
        assert_eq!(found[0].within, ["Lower Juba", "Somalia"]);
    }
}
