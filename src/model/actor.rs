//! Who did or suffered what a claim says.

use serde::{Deserialize, Serialize};

use super::{ActorId, Span, named};

named! {
    /// The part that an actor has in a claim.
    Role {
        /// Who did it.
        Perpetrator = "perpetrator",
        /// Whom or what it was aimed at.
        Target = "target",
        /// Whom it hit.
        Victim = "victim",
        /// Who holds, took or entered a place.
        Holder = "holder",
        /// From whom a place or a thing was taken.
        Loser = "loser",
        /// Who made, broke or keeps an agreement.
        Party = "party",
        /// Who demands, warns, vetoes.
        Speaker = "speaker",
        /// Whom a demand or a warning is addressed to.
        Addressee = "addressee",
        /// Whose strength, status or figure it is.
        Subject = "subject",
    }
}

/// An actor in its role.
///
/// ```
/// use crosscheck::model::{Actor, ActorId, Role};
/// let actor = Actor::new(Role::Perpetrator, ActorId::new("ru/air-force")?, "Russian Air Force");
/// assert_eq!(actor.role.name(), "perpetrator");
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Actor {
    /// Its part in the claim.
    pub role: Role,
    /// Its id, the same in every article and language where it is a known actor.
    pub id: ActorId,
    /// Its name as people know it.
    pub name: String,
    /// The words that name it, in this article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Actor {
    /// An actor that no words show yet.
    pub fn new(role: Role, id: ActorId, name: impl Into<String>) -> Self {
        Self { role, id, name: name.into(), span: None }
    }
}
