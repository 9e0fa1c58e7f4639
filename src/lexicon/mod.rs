//! Knowledge as data: a folder of tables a language, the gazetteer, the actors and sources that the world knows.

mod cue;
mod gazetteer;
mod names;
mod number_cue;
mod phrases;
mod place_cue;
mod table;
mod time_cue;
mod tongue;

use std::sync::OnceLock;

pub(crate) use cue::{Act, Cue, Form, Object, Speech, Word};
pub(crate) use gazetteer::{Gazetteer, PlaceKind};
pub(crate) use names::{Name, Names};
pub(crate) use number_cue::{Joint, NumberCue, Side};
pub(crate) use place_cue::{Direction, PlaceCue, PlaceNoun, PlaceWord, Turn};
pub(crate) use time_cue::{Link, Part, TimeCue, Unit};
pub use tongue::Tongue;

use crate::error::Result;
use crate::model::Language;

/// The tables of a language's folder, by name.
macro_rules! folder {
    ($folder:literal: $($table:literal)+) => {
        [$((concat!($folder, "/", $table), include_str!(concat!($folder, "/", $table, ".tsv")))),+]
    };
}

/// All tables.
#[derive(Debug, Clone)]
pub struct Lexicon {
    french: Tongue,
    english: Tongue,
    pub(crate) names: Names,
}

impl Lexicon {
    /// The tables that come with the crate, loaded once.
    pub fn bundled() -> &'static Lexicon {
        static BUNDLED: OnceLock<Lexicon> = OnceLock::new();
        BUNDLED.get_or_init(|| Lexicon::load().expect("the crate's own tables are well formed: a test reads them all"))
    }

    fn load() -> Result<Self> {
        let french = Tongue::new(
            folder!("fr": "abbreviations" "acts" "harmed" "heads" "litter" "marchers" "numbers" "objects" "people" "places" "speakers" "speech" "stances" "times" "words"),
        )?;
        let english = Tongue::new(
            folder!("en": "abbreviations" "acts" "harmed" "heads" "litter" "marchers" "numbers" "objects" "people" "places" "speakers" "speech" "stances" "times" "words"),
        )?;
        Ok(Self { french, english, names: Names::load()? })
    }

    /// The same tables and places of one's own: rows of id, name, latitude, longitude, population (0: unknown) and names parted by
    /// `|`, with tabs between. The id is a path from the country down; one that is known already gets the new row and its names too.
    ///
    /// ```
    /// use crosscheck::lexicon::Lexicon;
    /// let mine = "sy/aleppo/aleppo/bani-zaid\tBani Zaid\t36.23\t37.15\t0\tBani Zaid|Bani Zeid";
    /// let lexicon = Lexicon::bundled().clone().with_places(mine)?;
    /// let err = lexicon.with_places("# mine\nsy/aleppo/aleppo/bani-zaid\tBani Zaid").unwrap_err();
    /// assert_eq!(err.to_string(), "table places, line 2: column 3 is missing");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn with_places(mut self, rows: &str) -> Result<Self> {
        self.names.add_places("places", rows.to_owned().into(), PlaceKind::City)?;
        Ok(self)
    }

    /// Whether a noun of an actor's id is one of armed people, who are no state's: `rebels`, `militants`.
    pub(crate) fn is_band(&self, noun: &str) -> bool {
        [&self.french, &self.english].iter().any(|tongue| tongue.holds(&format!("~{noun}")))
    }

    /// The tables of a language.
    pub fn tongue(&self, language: Language) -> &Tongue {
        match language {
            Language::French => &self.french,
            Language::English => &self.english,
        }
    }
}
