//! Words of dates and periods.

use super::table::Row;
use crate::error::Result;

/// What a word of the table `times` says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TimeCue {}

impl TimeCue {
    pub(crate) fn parse(row: &Row<'_>) -> Result<Self> {
        Err(row.fault("no sort of time word"))
    }
}
