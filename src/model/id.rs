//! Ids: short strings, each of its own type so that they cannot be mixed up.
//!
//! Ids of places, actors and sources are paths: what stands before a slash holds what stands behind it
//! (`sy/deir-ez-zor/al-quriyah` lies in `sy/deir-ez-zor`; `ru/air-force` belongs to `ru`).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $what:literal) => {
        $(#[$meta])*
        ///
        /// ```
        #[doc = concat!("use crosscheck::model::", stringify!($name), ";")]
        #[doc = concat!("assert_eq!(", stringify!($name), "::new(\"a-1\")?.as_str(), \"a-1\");")]
        #[doc = concat!("assert!(", stringify!($name), "::new(\"\").is_err());")]
        /// # Ok::<(), crosscheck::Error>(())
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// An id; an empty one is an error.
            pub fn new(id: impl Into<String>) -> Result<Self> {
                let id = id.into();
                if id.is_empty() {
                    return Err(Error::invalid($what, "an id must not be empty"));
                }
                Ok(Self(id))
            }

            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;
            fn try_from(id: String) -> Result<Self> {
                Self::new(id)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

macro_rules! path {
    ($name:ident, $outer:literal, $inner:literal) => {
        impl $name {
            /// Whether `other` is this one or belongs to it.
            ///
            /// ```
            #[doc = concat!("use crosscheck::model::", stringify!($name), ";")]
            #[doc = concat!("let (outer, inner) = (", stringify!($name), "::new(\"", $outer, "\")?, ", stringify!($name), "::new(\"", $inner, "\")?);")]
            /// assert!(outer.holds(&inner) && !inner.holds(&outer));
            /// # Ok::<(), crosscheck::Error>(())
            /// ```
            pub fn holds(&self, other: &Self) -> bool {
                other.0.strip_prefix(self.0.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }

            /// The first step of the path: the country, the group.
            ///
            /// ```
            #[doc = concat!("use crosscheck::model::", stringify!($name), ";")]
            #[doc = concat!("assert_eq!(", stringify!($name), "::new(\"", $inner, "\")?.root(), \"", $outer, "\");")]
            /// # Ok::<(), crosscheck::Error>(())
            /// ```
            pub fn root(&self) -> &str {
                self.0.split_once('/').map_or(self.0.as_str(), |(root, _)| root)
            }
        }
    };
}

id! {
    /// The id of an article, given by whoever brings it.
    ArticleId, "article id"
}
id! {
    /// The id of a claim: `ARTICLE#N`, with N in the order of the text, where the crate made it.
    ClaimId, "claim id"
}
id! {
    /// The id of a source, a path such as `sohr` or `ru/defence-ministry`.
    SourceId, "source id"
}
id! {
    /// The id of a place, a path such as `sy/deir-ez-zor/al-quriyah`. A step that begins with `~` is on no map:
    /// it was minted from the words of a text, or names a region without firm bounds, which may meet its neighbours.
    PlaceId, "place id"
}
id! {
    /// The id of an actor, a path such as `ru/air-force` or `islamic-state`. A step that begins with `~` is generic
    /// ("the rebels").
    ActorId, "actor id"
}
id! {
    /// The id of an event, made from the least of its claims' ids.
    EventId, "event id"
}
path!(PlaceId, "sy", "sy/deir-ez-zor");
path!(ActorId, "ru", "ru/air-force");
path!(SourceId, "ru", "ru/defence-ministry");

impl From<ActorId> for SourceId {
    fn from(actor: ActorId) -> Self {
        Self(actor.0)
    }
}
