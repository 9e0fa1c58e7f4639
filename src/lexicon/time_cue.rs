//! Words of dates and periods.

use super::cue::value;
use super::number_cue::Side;
use super::table::Row;
use crate::error::Result;
use crate::model::named;

/// What a word of the table `times` says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TimeCue {
    /// `month N`: a month; with `word` behind, one that is also another word and needs a day, a year or a preposition.
    Month(u32, Sure),
    /// `weekday N`: a day of the week, Monday is 1; with `word` behind, one that needs a date.
    Weekday(u32, Sure),
    /// `season N`: a season, by its first month; with `word` behind, one that needs a year or a preposition.
    Season(u32, Sure),
    /// `days A B`: from A to B days after the day of publication: "hier" is -1 to -1.
    Days(i64, i64),
    /// `now`: the day of publication, of what holds as one writes: "actuellement".
    Now,
    /// `told A B`: from A to B days after what was told last: "ce jour-là"; with `of` behind, what follows may say of what instead:
    /// "the day before | the attack".
    Told(i64, i64, bool),
    /// `here`: the day told in the sentence, else the day of publication: "dans la soirée".
    Here,
    /// `unit U`: a length of time; with `several` behind, more than one: "semaines".
    Unit(Unit, Several),
    /// `shift N`: so many units on: "dernier", "this", "next"; with `several` behind, of more than one: "derniers".
    Shift(i32, Several),
    /// `ago SIDE`: so long before the day of publication.
    Ago(Side),
    /// `ahead SIDE`: so long after the day of publication.
    Ahead(Side),
    /// `earlier SIDE`: so long before what was told last.
    Earlier(Side),
    /// `later SIDE`: so long after what was told last.
    Later(Side),
    /// `part P`: a part of the period that follows: "début", "mid".
    Part(Part),
    /// A small word or a sign, by its name.
    Link(Link),
}

/// Whether a word always names a time.
pub type Sure = bool;

/// Whether a word speaks of more than one.
pub type Several = bool;

named! {
    /// A length of time.
    Unit {
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// From Monday to Sunday.
        Week = "week",
        /// Saturday and Sunday.
        Weekend = "weekend",
        /// A month.
        Month = "month",
        /// A year.
        Year = "year",
    }
}

named! {
    /// A part of a period.
    Part {
        /// "début", "early".
        Begin = "begin",
        /// "mi-", "mid".
        Mid = "mid",
        /// "fin", "late".
        End = "end",
        /// "plus tôt", "earlier": what of it has passed.
        Earlier = "earlier",
        /// "plus tard", "later": what of it is to come.
        Later = "later",
    }
}

named! {
    /// The small words and the signs around dates.
    Link {
        /// From then on: "depuis".
        Since = "since",
        /// Up to then: "jusqu'à".
        Until = "until",
        /// Up to the day before: "avant 2011".
        Before = "before",
        /// From the day after: "après 2018".
        After = "after",
        /// Opens a range that "to" parts: "du 3 au 5 mai".
        From = "from",
        /// Opens a range that "and" parts: "entre 2012 et 2016".
        Between = "between",
        /// Between the ends of a range: "au".
        To = "to",
        /// Between the ends of a range or the days of a list: "et".
        And = "and",
        /// Opens a night: "dans la nuit de vendredi à samedi".
        Night = "night",
        /// The definite article.
        The = "the",
        /// Between a day, its month and its year: "de", "of".
        Of = "of",
        /// A lone month or year may follow: "en", "in".
        In = "in",
        /// Behind the digits of a day: "1er", "3rd".
        Suffix = "suffix",
        /// A stretch of time up to now may follow: "au cours des", "over the".
        Window = "window",
        /// A part of the day, behind the day: "matin", "night".
        Daytime = "daytime",
        /// What follows names no time: it comes again and again, or is a label: "tous les lundis", "copyright 2016".
        Never = "never",
        /// The sentence speaks of what is to come.
        Future = "future",
        /// What follows an incident before a court, at a grave: a day beside it is not the incident's: "sentenced", "obsèques".
        Aftermath = "aftermath",
        /// Numeric dates begin with the month.
        MonthFirst = "month-first",
    }
}

impl TimeCue {
    pub(crate) fn parse(row: &Row<'_>) -> Result<Self> {
        let number = |column| value(row, column, |text| text.parse::<i64>().ok().filter(|n| n.abs() < 100));
        let among = |last: u32| value(row, 2, |text| text.parse().ok().filter(|n| (1..=last).contains(n)));
        let remark = row.columns.get(3).copied();
        let (sure, several) = (remark != Some("word"), remark == Some("several"));
        let side = || value(row, 2, Side::from_name);
        Ok(match row.column(1)? {
            "month" => Self::Month(among(12)?, sure),
            "weekday" => Self::Weekday(among(7)?, sure),
            "season" => Self::Season(among(12)?, sure),
            "days" => Self::Days(number(2)?, number(3)?),
            "told" => Self::Told(number(2)?, number(3)?, row.columns.get(4) == Some(&"of")),
            "here" => Self::Here,
            "now" => Self::Now,
            "unit" => Self::Unit(value(row, 2, Unit::from_name)?, several),
            "shift" => Self::Shift(number(2)? as i32, several),
            "ago" => Self::Ago(side()?),
            "ahead" => Self::Ahead(side()?),
            "earlier" => Self::Earlier(side()?),
            "later" => Self::Later(side()?),
            "part" => Self::Part(value(row, 2, Part::from_name)?),
            _ => Self::Link(value(row, 1, Link::from_name)?),
        })
    }
}
