//! Words of places.

use super::cue::value;
use super::table::Row;
use crate::error::Result;
use crate::model::{Relation, named};

/// What a word of the table `places` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceCue {
    /// A noun that names a kind of place, and whether it is in the plural: "village", "provinces".
    Noun(PlaceNoun, bool),
    /// A word of direction, and how it is used.
    Compass(Direction, Turn),
    /// Any other word.
    Small(PlaceWord),
}

named! {
    /// The kinds of place that nouns name.
    PlaceNoun {
        /// A town, a village.
        Settlement = "settlement",
        /// A quarter of a town: "neighborhood".
        Quarter = "quarter",
        /// A quarter of a town whose name may follow at once: "quartier".
        Ward = "ward",
        /// A district: a division in one country, a quarter in another.
        District = "district",
        /// A province, a county.
        Division = "division",
        /// A state, which may be a country or a division.
        State = "state",
        /// A country.
        Country = "country",
        /// The capital of a country.
        Capital = "capital",
        /// A building or a ground that is called by the town it stands in: "aéroport", "camp".
        Site = "site",
        /// What is called by the name of a place and is none itself: "rue", "treaty".
        Other = "other",
    }
}

impl PlaceNoun {
    /// Whether it names a quarter of a town.
    pub fn is_quarter(self) -> bool {
        matches!(self, Self::Quarter | Self::Ward)
    }

    /// Whether a name that no table has is one of a place beside it.
    pub fn mints(self) -> bool {
        self.is_quarter() || matches!(self, Self::Settlement | Self::District | Self::Division)
    }
}

named! {
    /// The directions.
    Direction {
        /// The middle.
        Center = "center",
        /// North.
        North = "north",
        /// North-east.
        NorthEast = "northeast",
        /// East.
        East = "east",
        /// South-east.
        SouthEast = "southeast",
        /// South.
        South = "south",
        /// South-west.
        SouthWest = "southwest",
        /// West.
        West = "west",
        /// North-west.
        NorthWest = "northwest",
    }
}

impl Direction {
    /// How a place lies to the one that it lies this way from.
    pub fn relation(self) -> Relation {
        match self {
            Self::Center => Relation::In,
            Self::North => Relation::North,
            Self::NorthEast => Relation::NorthEast,
            Self::East => Relation::East,
            Self::SouthEast => Relation::SouthEast,
            Self::South => Relation::South,
            Self::SouthWest => Relation::SouthWest,
            Self::West => Relation::West,
            Self::NorthWest => Relation::NorthWest,
        }
    }
}

named! {
    /// How a word of direction is used.
    Turn {
        /// A part, the whole follows: "le nord de", "the north of".
        Part = "part",
        /// A part, the whole follows at once: "northern", "East".
        Adjective = "adjective",
        /// Away from what follows: "au nord de", "north of".
        Off = "off",
        /// A part, the whole stands before it: "Alep-Est".
        Behind = "behind",
    }
}

named! {
    /// The other words that the rules of places need.
    PlaceWord {
        /// "à", "dans", "in": a place follows.
        In = "in",
        /// "basé à", "based in": where somebody has his seat follows, and nothing happens there.
        Seat = "seat",
        /// "près de", "near".
        Near = "near",
        /// "de", "of".
        Of = "of",
        /// "from": joins a distance and a place.
        From = "from",
        /// "'s": what belongs to the place before it follows.
        Owner = "owner",
        /// "le", "the", "cette".
        The = "the",
        /// "un", "a".
        A = "a",
        /// "et", "and".
        And = "and",
        /// "km", "miles".
        Unit = "unit",
        /// "M.", "colonel": a person follows.
        Title = "title",
        /// "chrétien", "Sunni": written large, yet no name.
        Describing = "describing",
    }
}

impl PlaceCue {
    pub(crate) fn parse(row: &Row<'_>) -> Result<Self> {
        Ok(match row.column(1)? {
            "noun" => {
                let many = |text: &str| ["one", "many"].iter().position(|known| *known == text).map(|at| at == 1);
                Self::Noun(value(row, 2, PlaceNoun::from_name)?, value(row, 3, many)?)
            }
            "compass" => Self::Compass(value(row, 2, Direction::from_name)?, value(row, 3, Turn::from_name)?),
            _ => Self::Small(value(row, 1, PlaceWord::from_name)?),
        })
    }
}
