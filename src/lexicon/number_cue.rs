//! Words of numbers.

use super::cue::value;
use super::table::Row;
use crate::error::Result;
use crate::model::{Hedge, named};

/// What a word of the table `numbers` says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberCue {
    /// A spelled number: "quarante", "forty".
    Value(f64),
    /// A factor: "mille", "million".
    Scale(f64),
    /// A round number that is meant roughly: "une vingtaine", "a dozen".
    Round(f64),
    /// A word without a number; at least so many: "plusieurs", "dozens".
    Vague(f64),
    /// A hedge, and on which side of the number it stands.
    Hedge(Hedge, Side),
}

named! {
    /// On which side of a number a hedge stands.
    Side {
        /// "au moins 47".
        Before = "before",
        /// "47 au moins".
        After = "after",
    }
}

impl NumberCue {
    pub(crate) fn parse(row: &Row<'_>) -> Result<Self> {
        let number = |column| value(row, column, |text| text.parse::<f64>().ok().filter(|x| x.is_finite()));
        Ok(match row.column(1)? {
            "value" => Self::Value(number(2)?),
            "scale" => Self::Scale(number(2)?),
            "round" => Self::Round(number(2)?),
            "vague" => Self::Vague(number(2)?),
            "hedge" => Self::Hedge(value(row, 2, Hedge::from_name)?, value(row, 3, Side::from_name)?),
            other => return Err(row.fault(format!("{other:?} is no sort of number word"))),
        })
    }
}
