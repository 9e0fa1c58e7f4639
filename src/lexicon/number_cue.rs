//! Words of numbers.

use super::cue::value;
use super::table::Row;
use crate::error::Result;
use crate::model::{Hedge, named};

/// What a word of the table `numbers` says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberCue {
    /// `value N`: a spelled number: "quarante", "forty".
    Value(f64),
    /// `scale N`: a factor: "mille", "million".
    Scale(f64),
    /// `round N`: a round number that is meant roughly: "vingtaine", "dozen".
    Round(f64),
    /// `rounds N`: several of a round number, how many is left open: "dizaines", "hundreds".
    Rounds(f64),
    /// `vague N`: a word without a number; at least so many: "plusieurs".
    Vague(f64),
    /// `share N`: a part of a whole: "moitié", "half".
    Share(f64),
    /// `part N`: the whole is cut in so many: "tiers", "quarter".
    Part(f64),
    /// `ordinal N`: a place in a row, or a part of a whole: "troisième", "fifth".
    Ordinal(f64),
    /// `hedge H SIDE`: a hedge, and on which side of the number it stands.
    Hedge(Hedge, Side),
    /// `age SIDE`: the number is an age: "aged 30", "13 ans".
    Age(Side),
    /// `label SIDE`: the number counts nothing, it is a name, a time or a measure: "résolution 2254", "12.7 mm".
    Label(Side),
    /// A small word or a sign, by its name.
    Joint(Joint),
}

named! {
    /// On which side of a number a word stands.
    Side {
        /// "au moins 47".
        Before = "before",
        /// "47 au moins".
        After = "after",
    }
}

named! {
    /// The small words and the signs around numbers.
    Joint {
        /// The indefinite article, which may be a number: "un", "a".
        Article = "article",
        /// Joins the parts of one number: "vingt et un", "a hundred and five".
        And = "and",
        /// Joins tens and any ones: "cuarenta y dos".
        Ones = "ones",
        /// Joins the bounds of one number: "more than ten but fewer than twenty".
        But = "but",
        /// Between the ends of a range: "10 à 50", "10-50".
        To = "to",
        /// Between two guesses: "deux ou trois".
        Or = "or",
        /// Opens a range that "and" parts: "entre 10 et 50".
        Between = "between",
        /// What goes from one number to another changes and is no range: "est passé", "rose".
        Change = "change",
        /// Between a round number and what it multiplies or is taken of: "dizaines de milliers", "a third of".
        Of = "of",
        /// Between a part and its whole: "trois sur cinq", "3 out of 5".
        OutOf = "out-of",
        /// Between one and its whole: "one in five".
        OneOf = "one-of",
        /// Half of the last scale more: "deux millions et demi", "and a half".
        Half = "half",
        /// A share of a hundred: "%", "pour cent".
        Percent = "percent",
        /// The sign of a currency: "$".
        Money = "money",
        /// Parts whole digits from decimals: "," or ".".
        Decimal = "decimal",
        /// Looks like a number and counts nothing: "l'un", "no one".
        Never = "never",
    }
}

impl NumberCue {
    pub(crate) fn parse(row: &Row<'_>) -> Result<Self> {
        let number = || value(row, 2, |text| text.parse::<f64>().ok().filter(|x| x.is_finite()));
        let side = |column| value(row, column, Side::from_name);
        Ok(match row.column(1)? {
            "value" => Self::Value(number()?),
            "scale" => Self::Scale(number()?),
            "round" => Self::Round(number()?),
            "rounds" => Self::Rounds(number()?),
            "vague" => Self::Vague(number()?),
            "share" => Self::Share(number()?),
            "part" => Self::Part(number()?),
            "ordinal" => Self::Ordinal(number()?),
            "hedge" => Self::Hedge(value(row, 2, Hedge::from_name)?, side(3)?),
            "age" => Self::Age(side(2)?),
            "label" => Self::Label(side(2)?),
            _ => Self::Joint(value(row, 1, Joint::from_name)?),
        })
    }
}
