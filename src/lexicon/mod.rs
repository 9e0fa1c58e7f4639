//! Knowledge as data: a folder of tables a language, the gazetteer, the actors and sources that the world knows.

mod cue;
mod number_cue;
mod phrases;
mod table;
mod time_cue;
mod tongue;

use std::sync::OnceLock;

pub(crate) use cue::{Act, Cue, Form, Object, Speech, Symbol, Word};
pub(crate) use number_cue::{NumberCue, Side};
pub(crate) use phrases::{Phrases, UNKNOWN, Vocabulary};
pub(crate) use time_cue::TimeCue;
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
}

impl Lexicon {
    /// The tables that come with the crate, loaded once.
    pub fn bundled() -> &'static Lexicon {
        static BUNDLED: OnceLock<Lexicon> = OnceLock::new();
        BUNDLED.get_or_init(|| Lexicon::load().expect("the crate's own tables are well formed: a test reads them all"))
    }

    fn load() -> Result<Self> {
        let french = Tongue::new(
            folder!("fr": "abbreviations" "acts" "harmed" "heads" "litter" "numbers" "objects" "people" "speakers" "speech" "stances" "times" "words"),
        )?;
        let english = Tongue::new(
            folder!("en": "abbreviations" "acts" "harmed" "heads" "litter" "numbers" "objects" "people" "speakers" "speech" "stances" "times" "words"),
        )?;
        Ok(Self { french, english })
    }

    /// The tables of a language.
    pub fn tongue(&self, language: Language) -> &Tongue {
        match language {
            Language::French => &self.french,
            Language::English => &self.english,
        }
    }
}
