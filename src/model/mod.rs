//! Plain data: articles, sources, claims and what they are made of.
//!
//! Every type keeps its own rules, by its constructors and again when it is read from JSON, so that claims built by hand,
//! by another program or by [`extract`](crate::extract) can be trusted alike. Nothing here reads text.

mod actor;
mod article;
mod attribution;
mod claim;
mod id;
mod language;
mod period;
mod place;
mod quantity;
mod source;
mod span;

pub use actor::{Actor, Role};
pub use article::{Article, Published};
pub use attribution::Attribution;
pub use claim::{Claim, Group, Harm, Kind, Scope, Stance};
pub use id::{ActorId, ArticleId, ClaimId, EventId, PlaceId, SourceId};
pub use language::Language;
pub use period::{Basis, Period, Precision};
pub use place::{Place, Relation};
pub(crate) use quantity::number;
pub use quantity::{Hedge, Quantity};
pub use source::{Source, SourceKind};
pub use span::{Field, Span};

/// An enum whose variants have one fixed name each, in JSON as in print.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The name, as it stands in JSON and in lexicon tables.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The value of that name, if there is one.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|x| x.name() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
pub(crate) use named;
