//! Where it happened.

use serde::{Deserialize, Serialize};

use super::{PlaceId, Span, named};

named! {
    /// How the claim lies to the place it names.
    Relation {
        /// In it.
        In = "in",
        /// Near it, round it.
        Near = "near",
        /// North of it.
        North = "north_of",
        /// North-east of it.
        NorthEast = "north_east_of",
        /// East of it.
        East = "east_of",
        /// South-east of it.
        SouthEast = "south_east_of",
        /// South of it.
        South = "south_of",
        /// South-west of it.
        SouthWest = "south_west_of",
        /// West of it.
        West = "west_of",
        /// North-west of it.
        NorthWest = "north_west_of",
    }
}

/// A place and what it lies in.
///
/// ```
/// use crosscheck::model::{Place, PlaceId};
/// let province = PlaceId::new("sy/deir-ez-zor")?;
/// let town = Place::new(PlaceId::new("sy/deir-ez-zor/al-quriyah")?, "Al Quriyah");
/// assert!(province.holds(&town.id));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Its id: a path from the country down.
    pub id: PlaceId,
    /// Its name as maps give it, or as the text does where no map is known.
    pub name: String,
    /// The names of what it lies in, the nearest first.
    #[serde(default)]
    pub within: Vec<String>,
    /// How the claim lies to it.
    #[serde(default = "inside")]
    pub relation: Relation,
    /// The words that name it, in this article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

fn inside() -> Relation {
    Relation::In
}

impl Place {
    /// A place that no words show yet.
    pub fn new(id: PlaceId, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), within: Vec::new(), relation: Relation::In, span: None }
    }
}
