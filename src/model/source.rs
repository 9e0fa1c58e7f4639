//! Who is cited.

use serde::{Deserialize, Serialize};

use super::{SourceId, named};

named! {
    /// What sort of source it is.
    SourceKind {
        /// A newspaper, a broadcaster, a site.
        Outlet = "outlet",
        /// A news agency.
        Agency = "agency",
        /// A body that monitors a conflict or records casualties.
        Monitor = "monitor",
        /// A state, a ministry, a local authority.
        Government = "government",
        /// An army, its command or its spokesmen.
        Military = "military",
        /// Police, justice, fire and rescue services.
        Service = "service",
        /// An armed group that is not a state's.
        ArmedGroup = "armed_group",
        /// The United Nations or another body of states.
        International = "international",
        /// An association, a charity, a union, a party.
        Organisation = "organisation",
        /// Hospitals, doctors, health authorities.
        Medical = "medical",
        /// A named person.
        Person = "person",
        /// A witness, a resident, a survivor.
        Witness = "witness",
        /// Experts, analysts, scientists.
        Expert = "expert",
        /// Social networks, videos, leaflets.
        Social = "social",
        /// Anything else, also a source that is not named.
        Other = "other",
    }
}

/// A source that articles cite, or the outlet that speaks in its own voice.
///
/// ```
/// use crosscheck::model::{Source, SourceId, SourceKind};
/// let sohr = Source::new(SourceId::new("sohr")?, "Syrian Observatory for Human Rights", SourceKind::Monitor);
/// assert_eq!(sohr.speaks_for, None);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its id, the same in every article and language where it is a known source.
    pub id: SourceId,
    /// Its name as people know it.
    pub name: String,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// The body it speaks for: a spokesman's ministry, a director's monitor. Both are one voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<SourceId>,
}

impl Source {
    /// A source that speaks for itself.
    pub fn new(id: SourceId, name: impl Into<String>, kind: SourceKind) -> Self {
        Self { id, name: name.into(), kind, speaks_for: None }
    }
}
