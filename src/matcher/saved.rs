//! A set of events as it is written and read: what was given, and what cannot be found again from it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, Serializer};

use super::history::{Change, History};
use super::ruling::Rulings;
use super::set::EventSet;
use super::weights::Weights;
use crate::error::{Error, Result};
use crate::model::Claim;

/// The version of what is written.
const VERSION: u32 = 2;

#[derive(Serialize, Deserialize)]
pub(super) struct Saved<'s> {
    version: u32,
    weights: Cow<'s, Weights>,
    rulings: Cow<'s, Rulings>,
    /// As they were read; what a person says of them stands in the rulings.
    claims: Vec<Cow<'s, Claim>>,
    history: Cow<'s, [Change]>,
}

impl Serialize for EventSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let saved = Saved {
            version: VERSION,
            weights: Cow::Borrowed(self.weights()),
            rulings: Cow::Borrowed(self.rulings()),
            claims: self.claims_as_read().map(Cow::Borrowed).collect(),
            history: Cow::Borrowed(self.history()),
        };
        saved.serialize(serializer)
    }
}

impl TryFrom<Saved<'_>> for EventSet {
    type Error = Error;
    fn try_from(saved: Saved<'_>) -> Result<Self> {
        if saved.version != VERSION {
            let why = format!("it is of version {}; this crate reads version {VERSION}", saved.version);
            return Err(Error::invalid("event set", why));
        }
        let claims = saved.claims.into_iter().map(Cow::into_owned).collect();
        Self::restored(saved.weights.into_owned(), saved.rulings.into_owned(), claims, History::from(saved.history.into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_another_version_is_refused() {
        let json = serde_json::to_string(&EventSet::default()).unwrap();
        assert!(serde_json::from_str::<EventSet>(&json).is_ok());
        let error = serde_json::from_str::<EventSet>(&json.replace("\"version\":2", "\"version\":9")).unwrap_err();
        assert!(error.to_string().contains("version 9"), "{error}");
    }
}
