//! The match weights: how many bits each observation speaks for one event, or against it.
//!
//! After Fellegi and Sunter: the weight of an observation is log2(m / u), m being how often it is seen in pairs of claims of
//! one event and u how often in other pairs. A comparison makes at most one observation of each kind (place, time, what is
//! told, actors, count, words, voice, nearness in the text); the score of a pair is their sum.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::named;

macro_rules! factors {
    ($($(#[$meta:meta])* $variant:ident = $text:literal, $bits:literal;)+) => {
        named! {
            /// What was observed of two claims.
            ///
            /// ```
            /// use crosscheck::matcher::Factor;
            /// assert_eq!(Factor::from_name("same_place"), Some(Factor::SamePlace));
            /// ```
            Factor { $($(#[$meta])* $variant = $text,)+ }
        }

        impl Factor {
            /// The weight in bits that the crate gives it.
            const fn bits(self) -> f64 {
                match self { $(Factor::$variant => $bits),+ }
            }
        }
    };
}

factors! {
    /// One place, exact to a town or closer.
    SamePlace = "same_place", 4.0;
    /// One place, exact to a province or a city right below the country.
    SameRegion = "same_region", 2.5;
    /// One country, and neither says more.
    SameCountry = "same_country", 0.5;
    /// One place lies in the other, a town or closer.
    InsideTown = "inside_town", 3.5;
    /// One place lies in the other, a province.
    InsideRegion = "inside_region", -0.5;
    /// One place lies in the other, a country.
    InsideCountry = "inside_country", -1.5;
    /// Two places side by side, one of which is on no map: it may be the other.
    UnsettledPlace = "unsettled_place", 0.0;
    /// Two places of one province, one claim being told of the land round one of them.
    NearbyPlace = "nearby_place", -1.0;
    /// Two places of which one may have been misread: in one article, as one was named sentences away or both tell of thousands;
    /// in two articles, as the names are those of one story.
    LoosePlace = "loose_place", -2.0;
    /// Two towns of one country in which people took to the streets: a movement does so in many on one day.
    OneMovement = "one_movement", 2.0;
    /// Two parts of one town or district.
    OtherPart = "other_part", -4.0;
    /// In one of two articles nothing says where it was.
    NoPlace = "no_place", -2.0;
    /// Two places of which neither lies in the other. Excludes.
    OtherPlace = "other_place", -8.0;

    /// One day, or two days that cannot be told apart.
    SameDay = "same_day", 4.5;
    /// Periods of some days that meet.
    SameDays = "same_days", 2.5;
    /// Periods of some weeks that meet.
    SameWeeks = "same_weeks", -2.0;
    /// Long or open periods that meet: hardly says anything.
    WithinPeriod = "within_period", -2.0;
    /// Two days of which the later may be the one on which a toll was given rather than the one of what it counts.
    LaterToll = "later_toll", -3.5;
    /// A day apart, or as near as the precision can tell.
    NextDay = "next_day", -4.0;
    /// In one article, another time that was told sentences before.
    LooseTime = "loose_time", -3.0;
    /// Another time. Excludes.
    OtherTime = "other_time", -8.0;
    /// No two dates to compare, but told within the same few days.
    ToldTogether = "told_together", 0.5;
    /// No two dates to compare, and told weeks apart.
    ToldApart = "told_apart", -4.0;

    /// In one article, one of weeks before and one without a date: what has no date is news, the other is recalled.
    Recalled = "recalled", -3.0;
    /// Nothing that tells the time of one from the time of the other.
    Undated = "undated", -4.0;

    /// The same sort of thing is told, of casualties the same harm.
    SameKind = "same_kind", 1.0;
    /// Things that one incident or one operation brings with it.
    RelatedKind = "related_kind", 0.5;
    /// Things of one affair that are seldom one event: an incident and the campaign round it, a deed and what it aims at.
    OtherAspect = "other_aspect", -6.0;
    /// What was done and what was said of it or agreed on. Excludes.
    OtherKind = "other_kind", -8.0;
    /// One is meant or asked for, the other told as done. Excludes.
    NotDone = "not_done", -8.0;
    /// One counts an incident, the other a war, a year, an offensive. Excludes.
    OtherScope = "other_scope", -8.0;

    /// One actor in the same part.
    SameActor = "same_actor", 1.0;
    /// One set of two or more parties to an agreement.
    SameParties = "same_parties", 5.0;
    /// Actors of one state or group in the same part.
    SameSide = "same_side", 1.0;
    /// Others in the same part. Reports differ on who did it, so it says little.
    OtherActor = "other_actor", -0.5;
    /// Others advance, hold, aim or speak, as far as the words tell: who it is makes such a thing the one it is.
    OtherHand = "other_hand", -3.0;
    /// Who acts in one suffers in the other.
    Opposed = "opposed", -4.0;
    /// Others speak, agree, advance or hold: another statement, another truce, another front. Excludes.
    OtherParty = "other_party", -8.0;

    /// Two numbers or more that are seldom met by chance.
    SameFigures = "same_figures", 7.0;
    /// One number that is seldom met by chance.
    SameRareCount = "same_rare_count", 4.0;
    /// One number that is often met.
    SameCount = "same_count", 0.5;
    /// Large numbers of one size: large events are few.
    LargeCounts = "large_counts", 2.0;
    /// Thousands of people hurt: hardly any event has so many.
    HugeCounts = "huge_counts", 5.5;
    /// The later report counts more, within reason.
    TollGrows = "toll_grows", 0.5;
    /// Numbers with room for one another.
    CountsMeet = "counts_meet", 0.5;
    /// Numbers of which one is several times the other.
    CountsFar = "counts_far", -1.5;
    /// Numbers that do not count the same thing.
    CountsWorldsApart = "counts_worlds_apart", -5.0;

    /// The same words.
    SameWords = "same_words", 8.0;
    /// Much the same words.
    LikeWords = "like_words", 4.0;

    /// One word is shared that is written as a name and in no table.
    SharedWord = "shared_word", 0.5;
    /// One name is shared that no table holds: of somebody, a street, a school.
    SharedName = "shared_name", 3.0;
    /// Two such names.
    SharedNames = "shared_names", 5.0;
    /// Three or four such names.
    ManyNames = "many_names", 6.5;
    /// Five such names or more: one story.
    SameNames = "same_names", 9.0;
    /// Several such names on both sides, and none is shared.
    OtherNames = "other_names", -2.0;

    /// One age is shared of those hurt.
    SameAge = "same_age", 2.0;
    /// Two such ages or more.
    SameAges = "same_ages", 4.0;
    /// One age on each side, and it is another.
    OtherAge = "other_age", -3.0;

    /// The same voice.
    SameVoice = "same_voice", 0.5;

    /// A person says that they are of one event. Nothing excludes them.
    RuledSame = "ruled_same", 100.0;
    /// A person says that they are not. Excludes.
    RuledApart = "ruled_apart", -100.0;

    /// One count is said to be a part of the other, or both of a third: they belong together whatever else is said.
    PartOf = "part_of", 18.0;
    /// Clauses that share words.
    SameSentence = "same_sentence", 8.0;
    /// Clauses or sentences in a row.
    NextSentence = "next_sentence", 7.0;
    /// Sentences near each other.
    NearSentence = "near_sentence", 7.0;
    /// Two things that happened, told in one article, however far apart: most articles tell of one incident.
    OneStory = "one_story", 4.5;
    /// One passage of an article.
    SamePassage = "same_passage", 3.5;
    /// One article, far apart.
    SameArticle = "same_article", 2.0;
}

impl Factor {
    /// Whether two claims so observed are never put into one event, whatever speaks for it.
    ///
    /// ```
    /// use crosscheck::matcher::Factor;
    /// assert!(Factor::OtherTime.excludes() && !Factor::NextDay.excludes());
    /// ```
    pub const fn excludes(self) -> bool {
        matches!(
            self,
            Factor::OtherPlace
                | Factor::OtherTime
                | Factor::NotDone
                | Factor::OtherKind
                | Factor::OtherScope
                | Factor::OtherParty
                | Factor::RuledApart
        )
    }
}

/// The table of match weights, and what a link must reach.
///
/// The crate's own table suits news of conflicts, disasters and demonstrations. Replace what your material needs.
///
/// ```
/// use crosscheck::matcher::{Factor, Weights};
/// let strict = Weights::default().with(Factor::SameRegion, 1.0).with_threshold(8.0);
/// assert_eq!(strict.bits(Factor::SameRegion), 1.0);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Table", into = "Table")]
pub struct Weights {
    bits: [f64; Factor::ALL.len()],
    threshold: f64,
    /// The table for claims of one article, where it is another.
    within: Option<Box<Weights>>,
}

/// How the table is written: by name; what is left out is the crate's.
#[derive(Serialize, Deserialize)]
struct Table {
    #[serde(default = "threshold")]
    threshold: f64,
    #[serde(default)]
    bits: BTreeMap<Factor, f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<Box<Table>>,
}

fn threshold() -> f64 {
    6.0
}

impl Default for Weights {
    fn default() -> Self {
        Self { bits: std::array::from_fn(|i| Factor::ALL[i].bits()), threshold: threshold(), within: None }
    }
}

impl From<Table> for Weights {
    fn from(table: Table) -> Self {
        let within = table.within.map(|within| Box::new(Self::from(*within)));
        let all = Self { within, ..Self::default() }.with_threshold(table.threshold);
        table.bits.into_iter().fold(all, |all, (factor, bits)| all.with(factor, bits))
    }
}

impl From<Weights> for Table {
    fn from(weights: Weights) -> Self {
        let bits = Factor::ALL.iter().map(|&factor| (factor, weights.bits(factor))).collect();
        Self { threshold: weights.threshold, bits, within: weights.within.map(|within| Box::new(Self::from(*within))) }
    }
}

impl Weights {
    /// The weight of an observation.
    ///
    /// ```
    /// # use crosscheck::matcher::{Factor, Weights};
    /// assert!(Weights::default().bits(Factor::SamePlace) > 0.0);
    /// ```
    pub fn bits(&self, factor: Factor) -> f64 {
        self.bits[factor as usize]
    }

    /// What the sum must reach for a link.
    ///
    /// ```
    /// # use crosscheck::matcher::Weights;
    /// assert_eq!(Weights::default().threshold(), 6.0);
    /// ```
    pub fn threshold(&self) -> f64 {
        self.threshold
    }

    /// The same, with that weight.
    ///
    /// ```
    /// # use crosscheck::matcher::{Factor, Weights};
    /// assert_eq!(Weights::default().with(Factor::SameDay, 3.0).bits(Factor::SameDay), 3.0);
    /// ```
    pub fn with(mut self, factor: Factor, bits: f64) -> Self {
        self.bits[factor as usize] = bits;
        self
    }

    /// The same, with that threshold.
    ///
    /// ```
    /// # use crosscheck::matcher::Weights;
    /// assert_eq!(Weights::default().with_threshold(9.0).threshold(), 9.0);
    /// ```
    pub fn with_threshold(self, threshold: f64) -> Self {
        Self { threshold, ..self }
    }

    /// The same between articles, and another table for claims of one article.
    ///
    /// ```
    /// # use crosscheck::matcher::{Factor, Weights};
    /// let strict = Weights::default().with_threshold(9.0).with_within(Weights::default());
    /// assert_eq!(strict.within().threshold(), 6.0);
    /// ```
    pub fn with_within(self, within: Weights) -> Self {
        Self { within: Some(Box::new(within)), ..self }
    }

    /// The table for claims of one article: this one, unless there is another.
    ///
    /// ```
    /// # use crosscheck::matcher::Weights;
    /// assert_eq!(Weights::default().within(), &Weights::default());
    /// ```
    pub fn within(&self) -> &Weights {
        self.within.as_deref().unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_may_name_only_what_it_changes() {
        let weights: Weights = serde_json::from_str(r#"{"bits": {"same_day": 2.5}}"#).unwrap();
        assert_eq!(weights, Weights::default().with(Factor::SameDay, 2.5));
        let again: Weights = serde_json::from_str(&serde_json::to_string(&weights).unwrap()).unwrap();
        assert_eq!(again, weights);
        let two = Weights::default().with_within(weights);
        assert_eq!(serde_json::from_str::<Weights>(&serde_json::to_string(&two).unwrap()).unwrap(), two);
    }

    #[test]
    fn what_excludes_speaks_against() {
        assert!(Factor::ALL.iter().all(|&factor| !factor.excludes() || Weights::default().bits(factor) < 0.0));
    }
}
