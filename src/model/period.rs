//! When: days from and to, how exact they are and what they rest on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Span, named};
use crate::error::{Error, Result};

named! {
    /// How exact the words are.
    Precision {
        /// To the day, or to a few days that are named.
        Day = "day",
        /// To the week.
        Week = "week",
        /// To the month.
        Month = "month",
        /// To the year.
        Year = "year",
    }
}

named! {
    /// What the days were reckoned from.
    Basis {
        /// The words name the date in full.
        Stated = "stated",
        /// The words are relative to the day of publication ("yesterday", "Saturday", "on 27 February").
        Publication = "publication",
        /// The words are relative to what was told before ("the day before").
        Anaphora = "anaphora",
        /// No words: the date was told in a sentence nearby, of the same thing.
        Context = "context",
    }
}

/// A period of whole days, both ends included. An end that is `None` is open ("since March 2011") or, where both are, unknown:
/// the words are shown, but there was nothing to reckon them from.
///
/// ```
/// use chrono::NaiveDate;
/// use crosscheck::model::{Basis, Period, Precision};
/// let day = |d| NaiveDate::from_ymd_opt(2016, 6, d);
/// let saturday = Period::new(day(25), day(25), Precision::Day, Basis::Publication)?;
/// assert!(saturday.meets(&Period::new(day(24), day(26), Precision::Day, Basis::Stated)?));
/// assert!(Period::new(day(26), day(24), Precision::Day, Basis::Stated).is_err());
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Raw")]
pub struct Period {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    precision: Precision,
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Raw {
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(default)]
    to: Option<NaiveDate>,
    #[serde(default = "day")]
    precision: Precision,
    #[serde(default = "stated")]
    basis: Basis,
    #[serde(default)]
    span: Option<Span>,
}

fn day() -> Precision {
    Precision::Day
}

fn stated() -> Basis {
    Basis::Stated
}

impl TryFrom<Raw> for Period {
    type Error = Error;
    fn try_from(raw: Raw) -> Result<Self> {
        Ok(Self { span: raw.span, ..Self::new(raw.from, raw.to, raw.precision, raw.basis)? })
    }
}

impl Period {
    /// A period. An end before the beginning is an error.
    pub fn new(from: Option<NaiveDate>, to: Option<NaiveDate>, precision: Precision, basis: Basis) -> Result<Self> {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            return Err(Error::invalid("period", format!("{from} to {to} ends before it begins")));
        }
        Ok(Self { from, to, precision, basis, span: None })
    }

    /// One day.
    ///
    /// ```
    /// # use crosscheck::model::{Basis, Period};
    /// let day = chrono::NaiveDate::from_ymd_opt(2016, 6, 25).unwrap();
    /// assert_eq!(Period::day(day, Basis::Stated).from(), Some(day));
    /// ```
    pub fn day(day: NaiveDate, basis: Basis) -> Self {
        Self { from: Some(day), to: Some(day), precision: Precision::Day, basis, span: None }
    }

    /// Words that name a time which cannot be reckoned here.
    ///
    /// ```
    /// # use crosscheck::model::{Period, Precision};
    /// assert!(Period::open(Precision::Day).is_open());
    /// ```
    pub fn open(precision: Precision) -> Self {
        Self { from: None, to: None, precision, basis: Basis::Stated, span: None }
    }

    /// The same, read from those words.
    pub fn spanning(self, span: Span) -> Self {
        Self { span: Some(span), ..self }
    }

    /// The same days on another basis.
    pub fn on(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// The first day.
    pub fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day.
    pub fn to(&self) -> Option<NaiveDate> {
        self.to
    }

    /// How exact the words are.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// What the days were reckoned from.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The words it was read from.
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// Whether neither end is known.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether some day may lie in both. An open end leaves room.
    pub fn meets(&self, other: &Self) -> bool {
        let before = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).is_none_or(|(a, b)| a <= b);
        before(self.from, other.to) && before(other.from, self.to)
    }

    /// The days between the two, 0 where they meet.
    ///
    /// ```
    /// # use crosscheck::model::{Basis, Period};
    /// let day = |d| Period::day(chrono::NaiveDate::from_ymd_opt(2016, 6, d).unwrap(), Basis::Stated);
    /// assert_eq!(day(25).gap(&day(28)), 3);
    /// ```
    pub fn gap(&self, other: &Self) -> u64 {
        let between = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).map_or(0, |(a, b)| (b - a).num_days().max(0) as u64);
        between(self.to, other.from).max(between(other.to, self.from))
    }

    /// How many days it spans, if both ends are known.
    ///
    /// ```
    /// # use crosscheck::model::{Basis, Period};
    /// let day = chrono::NaiveDate::from_ymd_opt(2016, 6, 25).unwrap();
    /// assert_eq!(Period::day(day, Basis::Stated).days(), Some(1));
    /// ```
    pub fn days(&self) -> Option<u64> {
        self.from.zip(self.to).map(|(from, to)| (to - from).num_days() as u64 + 1)
    }
}
