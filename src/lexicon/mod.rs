//! Knowledge as data: a folder of tables a language, the gazetteer, the actors and sources that the world knows.
//!
//! [`Lexicon::bundled`] is what comes with the crate; `with_…` adds what is yours. How tables are written:
//!
#![doc = include_str!("GUIDE.md")]

mod cue;
mod gazetteer;
mod names;
mod number_cue;
mod place_cue;
mod runs;
mod table;
mod time_cue;
mod tongue;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

pub(crate) use cue::{Act, Cue, Form, Object, Speech, Word};
pub(crate) use gazetteer::{Gazetteer, PlaceKind};
pub(crate) use names::{Name, Names};
pub(crate) use number_cue::{Joint, NumberCue, Side};
pub(crate) use place_cue::{Direction, PlaceCue, PlaceNoun, PlaceWord, Turn};
pub(crate) use time_cue::{Link, Part, TimeCue, Unit};
pub(crate) use tongue::Tongue;

use crate::error::{Error, Result};
use crate::model::Language;
use crate::text;

/// The tables of a language's folder, by name.
macro_rules! folder {
    ($folder:literal: $($table:literal)+) => {
        [$(($table, include_str!(concat!($folder, "/", $table, ".tsv")))),+]
    };
}

/// All tables.
///
/// ```
/// use crosscheck::Crosscheck;
/// use crosscheck::lexicon::Lexicon;
/// let lexicon = Lexicon::bundled()
///     .clone()
///     .with_language("fr", [("people", "orpailleur(s)\tcivilians")])?
///     .with_actors("my-desk\tOur Desk\tmonitor\tOur Desk|Notre cellule")?
///     .with_places("ml/kayes/kayes/hamdal\tHamdal\t14.5\t-11.4\t0\tHamdal")?;
/// let front = Crosscheck::new().lexicon(&lexicon);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    tongues: BTreeMap<Language, Tongue>,
    pub(crate) names: Names,
}

impl Lexicon {
    /// The tables that come with the crate, loaded once.
    pub fn bundled() -> &'static Lexicon {
        static BUNDLED: OnceLock<Lexicon> = OnceLock::new();
        BUNDLED.get_or_init(|| Lexicon::load().expect("the crate's own tables are well formed: a test reads them all"))
    }

    fn load() -> Result<Self> {
        Self { names: Names::load()?, ..Self::default() }
            .with_language(
                "fr",
                folder!("fr": "abbreviations" "acts" "causes" "harmed" "heads" "litter" "marchers" "numbers" "objects" "people" "places" "speakers" "speech" "stances" "times" "words"),
            )?
            .with_language(
                "en",
                folder!("en": "abbreviations" "acts" "causes" "harmed" "heads" "litter" "marchers" "numbers" "objects" "people" "places" "speakers" "speech" "stances" "times" "words"),
            )
    }

    /// The same and a language: its code and its tables, each a name and a text. Rows for a language that is there are added to it.
    ///
    /// ```
    /// use crosscheck::lexicon::Lexicon;
    /// use crosscheck::mention::Detector;
    /// let numbers = "cuarenta\tvalue\t40\nal menos\thedge\tat_least\tbefore";
    /// let lexicon = Lexicon::bundled().clone().with_language("es", [("numbers", numbers)])?;
    /// let found = Detector::new(&lexicon).language("es".parse()?).quantities("al menos cuarenta heridos");
    /// assert_eq!(found[0].low(), Some(40.0));
    /// let err = lexicon.with_language("es", [("numbers", "# form\ncien\tvalue\tmany")]).unwrap_err();
    /// assert!(err.to_string().starts_with("table es/numbers, line 2: \"many\" is not known in column 3"));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn with_language<'t>(mut self, code: &str, tables: impl IntoIterator<Item = (&'t str, &'t str)>) -> Result<Self> {
        let language: Language = code.parse()?;
        let tongue = self.tongues.entry(language).or_default();
        for (table, rows) in tables {
            let path = format!("{language}/{table}");
            match table {
                "actors" => self.names.add_actors(&path, rows)?,
                "demonyms" => self.names.add_demonyms(&path, rows)?,
                "gazetteer" => self.names.add_places(&path, rows.to_owned().into(), PlaceKind::City)?,
                _ => tongue.add(&path, rows)?,
            }
        }
        Ok(self)
    }

    /// The same and a language whose tables are the `.tsv` files of a folder.
    ///
    /// ```
    /// use crosscheck::lexicon::Lexicon;
    /// let err = Lexicon::bundled().clone().with_folder("es", "no/such/folder").unwrap_err();
    /// assert!(err.is_io() && err.to_string().starts_with("no/such/folder: cannot be read"));
    /// ```
    pub fn with_folder(self, code: &str, folder: impl AsRef<Path>) -> Result<Self> {
        let folder = folder.as_ref();
        let io = |path: &Path| {
            let path = path.to_owned();
            move |cause| Error::io(&path, cause)
        };
        let mut tables: Vec<(String, String)> = Vec::new();
        for entry in fs::read_dir(folder).map_err(io(folder))? {
            let path = entry.map_err(io(folder))?.path();
            if path.extension().is_some_and(|extension| extension == "tsv") {
                let rows = String::from_utf8(fs::read(&path).map_err(io(&path))?);
                let rows = rows.map_err(|cause| Error::encoding(&path, cause.utf8_error().valid_up_to()))?;
                tables.push((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), rows));
            }
        }
        tables.sort();
        self.with_language(code, tables.iter().map(|(table, rows)| (table.as_str(), rows.as_str())))
    }

    /// The same and actors and sources of one's own: rows of id, name, kind and aliases parted by `|`, with tabs between. An alias with
    /// `!` behind it must stand in a text just so. A known id gets the new name and kind, and keeps its old aliases.
    ///
    /// ```
    /// use crosscheck::lexicon::Lexicon;
    /// use crosscheck::mention::Detector;
    /// use crosscheck::model::Language;
    /// let lexicon = Lexicon::bundled().clone().with_actors("lions\tLions of the Delta\tarmed_group\tLions of the Delta|Lions du Delta")?;
    /// let found = Detector::new(&lexicon).language(Language::FRENCH).actors("Les Lions du Delta ont revendiqué l'attaque.");
    /// assert_eq!(found[0].id.as_str(), "lions");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn with_actors(mut self, rows: &str) -> Result<Self> {
        self.names.add_actors("actors", rows)?;
        Ok(self)
    }

    /// The same and places of one's own: rows of id, name, latitude, longitude, population (0: unknown) and names parted by
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

    /// The languages that there are tables for.
    ///
    /// ```
    /// use crosscheck::lexicon::Lexicon;
    /// use crosscheck::model::Language;
    /// assert!(Lexicon::bundled().languages().any(|language| language == Language::FRENCH));
    /// ```
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.tongues.keys().copied()
    }

    /// Which of these languages a text is in, if there is enough of it to tell.
    ///
    /// ```
    /// use crosscheck::lexicon::Lexicon;
    /// use crosscheck::model::Language;
    /// let text = "At least five people were wounded when the roof of a market hall gave way.";
    /// assert_eq!(Lexicon::bundled().language_of(text), Some(Language::ENGLISH));
    /// ```
    pub fn language_of(&self, text: &str) -> Option<Language> {
        text::language(text, &self.languages().collect::<Vec<_>>())
    }

    /// The tables of a language, if there are any.
    pub(crate) fn tongue(&self, language: Language) -> Option<&Tongue> {
        self.tongues.get(&language)
    }

    /// Whether a noun of an actor's id is one of armed people, who are no state's: `rebels`, `militants`.
    pub(crate) fn is_band(&self, noun: &str) -> bool {
        self.tongues.values().any(|tongue| tongue.holds(&format!("~{noun}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Group, Harm, SourceKind};

    /// The guide names every value that may stand in a table.
    #[test]
    fn the_guide_is_whole() {
        let guide = include_str!("GUIDE.md");
        let names = [
            Act::ALL.iter().map(|x| x.name()).collect::<Vec<_>>(),
            Form::ALL.iter().map(|x| x.name()).collect(),
            Speech::ALL.iter().map(|x| x.name()).collect(),
            Word::ALL.iter().map(|x| x.name()).collect(),
            Joint::ALL.iter().map(|x| x.name()).collect(),
            Link::ALL.iter().map(|x| x.name()).collect(),
            Unit::ALL.iter().map(|x| x.name()).collect(),
            Part::ALL.iter().map(|x| x.name()).collect(),
            PlaceNoun::ALL.iter().map(|x| x.name()).collect(),
            Direction::ALL.iter().map(|x| x.name()).collect(),
            Turn::ALL.iter().map(|x| x.name()).collect(),
            PlaceWord::ALL.iter().map(|x| x.name()).collect(),
            Harm::ALL.iter().map(|x| x.name()).collect(),
            Group::ALL.iter().map(|x| x.name()).collect(),
            SourceKind::ALL.iter().map(|x| x.name()).collect(),
        ];
        let missing: Vec<_> = names.concat().into_iter().filter(|name| !guide.contains(&format!("`{name}`"))).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
