//! How many: an interval and the hedge that made it.

use serde::{Deserialize, Serialize, Serializer};

use super::{Span, named};
use crate::error::{Error, Result};

named! {
    /// How the words bound a number.
    Hedge {
        /// "47".
        Exactly = "exactly",
        /// "au moins 47", "47 or more".
        AtLeast = "at_least",
        /// "plus de 47", "over 47".
        MoreThan = "more_than",
        /// "au plus 47", "up to 47".
        AtMost = "at_most",
        /// "moins de 47", "fewer than 47".
        LessThan = "less_than",
        /// "environ 50", "une cinquantaine", "around 50".
        About = "about",
        /// "près de 50", "nearly 50".
        Nearly = "nearly",
        /// "de 10 à 50", "between 10 and 50".
        Between = "between",
        /// "des dizaines", "several".
        Vague = "vague",
    }
}

/// A hedged number: the interval that the words leave open, and its unit.
///
/// `low` and `high` are included; `None` is open. "More than ten people" is 11 and more, since people come whole; "more than 10 %"
/// is 10 and more. "About 20" keeps 20 on both sides, and [`Quantity::room`] says how far it may lie from there.
///
/// ```
/// use crosscheck::model::{Hedge, Quantity};
/// let toll = Quantity::new(Some(47.0), None, Hedge::AtLeast, "people")?;
/// assert!(toll.meets(&Quantity::exactly(82.0, "people")?));
/// assert!(!toll.meets(&Quantity::exactly(31.0, "people")?));
/// assert!(Quantity::new(Some(9.0), Some(3.0), Hedge::Between, "people").is_err());
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Raw")]
pub struct Quantity {
    #[serde(serialize_with = "number")]
    low: Option<f64>,
    #[serde(serialize_with = "number")]
    high: Option<f64>,
    hedge: Hedge,
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Raw {
    #[serde(default)]
    low: Option<f64>,
    #[serde(default)]
    high: Option<f64>,
    #[serde(default = "exactly")]
    hedge: Hedge,
    #[serde(default = "people")]
    unit: String,
    #[serde(default)]
    span: Option<Span>,
}

fn exactly() -> Hedge {
    Hedge::Exactly
}

fn people() -> String {
    "people".to_owned()
}

impl TryFrom<Raw> for Quantity {
    type Error = Error;
    fn try_from(raw: Raw) -> Result<Self> {
        Ok(Self { span: raw.span, ..Self::new(raw.low, raw.high, raw.hedge, raw.unit)? })
    }
}

/// A whole number is written without a decimal point.
pub(crate) fn number<S: Serializer>(value: &Option<f64>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    match value {
        None => serializer.serialize_none(),
        Some(x) if x.fract() == 0.0 && x.abs() < 9e15 => serializer.serialize_i64(*x as i64),
        Some(x) => serializer.serialize_f64(*x),
    }
}

impl Quantity {
    /// How far "about N" may lie from N, as a share of N. The tenth is a convention of this crate: no codebook states one.
    pub const ABOUT: f64 = 0.1;

    /// A quantity. Bounds that are not finite, negative or in the wrong order are errors.
    pub fn new(low: Option<f64>, high: Option<f64>, hedge: Hedge, unit: impl Into<String>) -> Result<Self> {
        if [low, high].into_iter().flatten().any(|x| !x.is_finite() || x < 0.0) {
            return Err(Error::invalid("count", "bounds must be finite and not negative"));
        }
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            return Err(Error::invalid("count", format!("low {low} is above high {high}")));
        }
        Ok(Self { low, high, hedge, unit: unit.into(), span: None })
    }

    /// Just this number.
    ///
    /// ```
    /// # use crosscheck::model::Quantity;
    /// assert_eq!(Quantity::exactly(31.0, "people")?.value(), Some(31.0));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn exactly(number: f64, unit: impl Into<String>) -> Result<Self> {
        Self::new(Some(number), Some(number), Hedge::Exactly, unit)
    }

    /// The same, read from those words.
    pub fn spanning(self, span: Span) -> Self {
        Self { span: Some(span), ..self }
    }

    /// The same, counted in that unit.
    pub fn counted_in(self, unit: impl Into<String>) -> Self {
        Self { unit: unit.into(), ..self }
    }

    /// The least it can be, as the words say.
    pub fn low(&self) -> Option<f64> {
        self.low
    }

    /// The most it can be, as the words say.
    pub fn high(&self) -> Option<f64> {
        self.high
    }

    /// How the words bound it.
    pub fn hedge(&self) -> Hedge {
        self.hedge
    }

    /// What is counted: `people`, `raids`, `km2`, `percent`, …
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The words it was read from.
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// The number it names, or `None` for "dozens" and the like. A range gives its lower end.
    ///
    /// ```
    /// # use crosscheck::model::{Hedge, Quantity};
    /// assert_eq!(Quantity::new(Some(24.0), None, Hedge::Vague, "people")?.value(), None);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn value(&self) -> Option<f64> {
        match self.hedge {
            Hedge::Vague => None,
            Hedge::MoreThan if self.whole() => self.low.map(|low| low - 1.0),
            Hedge::LessThan if self.whole() => self.high.map(|high| high + 1.0),
            _ => self.low.or(self.high),
        }
    }

    /// Whether its unit is counted in whole things.
    fn whole(&self) -> bool {
        !matches!(self.unit.as_str(), "percent" | "km2" | "magnitude") && self.low.or(self.high).is_none_or(|x| x.fract() == 0.0)
    }

    /// All that the hedge leaves room for: lowest and highest, open where the words are.
    ///
    /// ```
    /// # use crosscheck::model::{Hedge, Quantity};
    /// let about = Quantity::new(Some(20.0), Some(20.0), Hedge::About, "people")?;
    /// assert_eq!(about.room(), (18.0, 22.0));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn room(&self) -> (f64, f64) {
        let (low, high) = (self.low.unwrap_or(0.0), self.high.unwrap_or(f64::INFINITY));
        match self.hedge {
            Hedge::About => (low * (1.0 - Self::ABOUT), high * (1.0 + Self::ABOUT)),
            Hedge::Nearly => (self.low.unwrap_or(high * (1.0 - Self::ABOUT)), high),
            _ => (low, high),
        }
    }

    /// Whether some number satisfies both.
    ///
    /// ```
    /// # use crosscheck::model::{Hedge, Quantity};
    /// let nearly = Quantity::new(None, Some(50.0), Hedge::Nearly, "people")?;
    /// assert!(nearly.meets(&Quantity::exactly(47.0, "people")?) && !nearly.meets(&Quantity::exactly(12.0, "people")?));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn meets(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.room(), other.room());
        a <= d && c <= b
    }
}
