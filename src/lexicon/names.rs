//! Proper names of every language in one trie: places, demonyms, seats of governments, actors.
//!
//! What is given up: names are compared by [`bare`] keys, so that two names that differ in accents alone are one; a name is known by
//! how the tables write it, not by sound or by edit distance; and case is not asked of short words before others, so that
//! "al-Bab" and "Al-Bab" are one. At a word only the longest name is read: whoever wants "Syrian" out of "Syrian Observatory for
//! Human Rights" has to ask the actor.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cue::value;
use super::gazetteer::{Gazetteer, PlaceKind};
use super::runs::{self, Runs};
use super::table::{Row, rows};
use crate::error::Result;
use crate::model::SourceKind;
use crate::text::{Shape, Token, bare, rough, tokens};

/// What a name stands for. The numbers are those of the gazetteer and of the actors' table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Name {
    /// A place.
    Place(u32),
    /// A word for what belongs to that country: "syrien", "Syrian".
    Demonym(u32),
    /// A seat that is said for the government of that country: "Moscou", "the Kremlin".
    Metonym(u32),
    /// An actor.
    Actor(u32),
}

/// A row of the actors' table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ActorRow {
    /// Its id.
    pub id: Box<str>,
    /// Its name as people know it.
    pub name: Box<str>,
    /// What sort of source it is.
    pub kind: SourceKind,
}

/// All names, and the tables of what they stand for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    runs: Runs<Entry>,
    /// The words that may stand small in a text: a short list, so that most words of a text are looked up in little memory.
    small: FxHashSet<u64>,
    /// Names that must stand in the text as they stand here.
    exact: Vec<Box<str>>,
    /// Names of places that are words or people's names too.
    quiet: FxHashSet<u64>,
    /// The hash of every rough name of a place, and the place; made when first asked for.
    rough: OnceLock<Vec<(u64, u32)>>,
    /// The capital of a country.
    capitals: FxHashMap<u32, u32>,
    pub gazetteer: Gazetteer,
    pub actors: Vec<ActorRow>,
    actor_numbers: FxHashMap<Box<str>, u32>,
}

/// What a name stands for, and how it must be written.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Entry {
    name: Name,
    case: Case,
    quiet: bool,
}

/// How a name must be written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Case {
    /// The words of these bits, the first word the lowest, begin with a capital.
    Capitals(u8),
    /// As the string of that number.
    Exact(u16),
}

impl Names {
    /// Reads the tables that come with the crate.
    pub fn load() -> Result<Self> {
        let mut names = Self::default();
        names.add_quiet("gazetteer/quiet", include_str!("gazetteer/quiet.tsv"))?;
        names.add_places("gazetteer/regions", include_str!("gazetteer/regions.tsv").into(), PlaceKind::Region)?;
        names.add_places("gazetteer/countries", include_str!("gazetteer/countries.tsv").into(), PlaceKind::Country)?;
        names.add_places("gazetteer/divisions", include_str!("gazetteer/divisions.tsv").into(), PlaceKind::Division)?;
        names.add_places("gazetteer/cities", include_str!("gazetteer/cities.tsv").into(), PlaceKind::City)?;
        names.add_demonyms("gazetteer/demonyms", include_str!("gazetteer/demonyms.tsv"))?;
        names.add_seats("gazetteer/metonyms", include_str!("gazetteer/metonyms.tsv"))?;
        names.add_actors("actors", include_str!("actors.tsv"))?;
        Ok(names)
    }

    /// Adds places: id, name, latitude, longitude, population, names parted by `|`.
    pub fn add_places(&mut self, table: &str, text: Cow<'static, str>, kind: PlaceKind) -> Result<()> {
        self.rough = OnceLock::new();
        self.runs.reserve(text.matches('|').count() + text.matches('\n').count());
        let places = self.gazetteer.add(table, text, kind)?;
        let gazetteer = std::mem::take(&mut self.gazetteer);
        for place in places {
            gazetteer.names(place).for_each(|name| self.add(name, Name::Place(place)));
        }
        self.gazetteer = gazetteer;
        Ok(())
    }

    /// Adds names of places that are words or people's names too: name, sort; those of the sort `case` are only so when they
    /// are not in capitals. They must be there before the places.
    fn add_quiet(&mut self, table: &str, text: &str) -> Result<()> {
        for row in rows(table, text).filter(|row| row.columns.get(1) != Some(&"case")) {
            self.quiet.insert(runs::run(&key(row.column(0)?)));
        }
        Ok(())
    }

    /// Adds demonyms: the id of a country, then forms parted by `|`, first those that may be written small, then those that may not.
    pub fn add_demonyms(&mut self, table: &str, text: &str) -> Result<()> {
        for row in rows(table, text) {
            let country = self.country(&row)?;
            for (column, bits) in [(1, 0), (2, 1)] {
                for form in row.column(column)?.split('|') {
                    self.enter(form, &tokens(form, 0..form.len()), Name::Demonym(country), Case::Capitals(bits));
                }
            }
        }
        Ok(())
    }

    /// Adds seats of governments: the id of a country, then their names, parted by `|`, the capital's first.
    fn add_seats(&mut self, table: &str, text: &str) -> Result<()> {
        for row in rows(table, text) {
            let country = self.country(&row)?;
            for name in row.column(1)?.split('|') {
                let town = |entry: &Entry| match entry.name {
                    Name::Place(place) => {
                        let city = self.gazetteer.kind(place) == PlaceKind::City;
                        (city && self.gazetteer.within(place).last() == Some(country)).then_some(place)
                    }
                    _ => None,
                };
                let town = self.runs.at(key(name)).last().and_then(|(_, mut entries)| entries.find_map(town));
                if let Some(town) = town {
                    self.capitals.entry(country).or_insert(town);
                }
                self.add(name, Name::Metonym(country));
            }
        }
        Ok(())
    }

    /// Adds actors: id, name, kind, aliases parted by `|`; one with a `!` behind it must stand in the text as in the table.
    pub fn add_actors(&mut self, table: &str, text: &str) -> Result<()> {
        for row in rows(table, text) {
            let kind = value(&row, 2, SourceKind::from_name)?;
            let fresh = self.actors.len() as u32;
            let number = *self.actor_numbers.entry(row.columns[0].into()).or_insert(fresh);
            let actor = Name::Actor(number);
            self.add(row.column(1)?, actor);
            for alias in row.column(3)?.split('|').filter(|alias| !alias.is_empty()) {
                match alias.strip_suffix('!') {
                    Some(exact) => self.add_exact(exact, actor),
                    None => self.add(alias, actor),
                }
            }
            let known = ActorRow { id: row.columns[0].into(), name: row.columns[1].into(), kind };
            match self.actors.get_mut(number as usize) {
                Some(old) => *old = known,
                None => self.actors.push(known),
            }
        }
        Ok(())
    }

    /// The country that a row begins with.
    fn country(&self, row: &Row<'_>) -> Result<u32> {
        let id = row.column(0)?;
        self.gazetteer.find(id).ok_or_else(|| row.fault(format!("{id:?} is no place of the gazetteer")))
    }

    /// Lets a name stand for something too. One that is written in capitals throughout must stand so in the text.
    fn add(&mut self, written: &str, name: Name) {
        if written.chars().filter(|c| c.is_alphabetic()).count() > 1 && !written.chars().any(char::is_lowercase) {
            return self.add_exact(written, name);
        }
        const LONG: usize = 4;
        let words = tokens(written, 0..written.len());
        let last = words.len().min(8).saturating_sub(1);
        let bits = |least: usize| {
            let long = |i: usize, t: &Token| i == last || t.of(written).chars().count() >= least;
            let large = words.iter().take(8).enumerate().filter(|(i, t)| t.shape == Shape::Capital && long(*i, t));
            large.map(|(i, _)| 1 << i).sum::<u8>()
        };
        let large = if bits(LONG) == 0 { bits(1) } else { bits(LONG) };
        self.enter(written, &words, name, Case::Capitals(large));
    }

    /// Lets a name stand for something where it stands in the text as it is written here.
    fn add_exact(&mut self, written: &str, name: Name) {
        let number = self.exact.len() as u16;
        self.exact.push(written.into());
        self.enter(written, &tokens(written, 0..written.len()), name, Case::Exact(number));
    }

    /// Enters a name of these words. Those that need not stand large may stand small.
    fn enter(&mut self, written: &str, words: &[Token], name: Name, case: Case) {
        let small = |i: usize, word: &Token| match case {
            Case::Capitals(large) => i >= 8 || large & (1 << i) == 0,
            Case::Exact(_) => word.shape != Shape::Capital,
        };
        let key: Vec<u64> = words.iter().map(|word| runs::hash(&bare(word.of(written)))).collect();
        self.small.extend(words.iter().zip(&key).enumerate().filter(|(i, (word, _))| small(*i, word)).map(|(_, (_, key))| *key));
        let quiet = self.quiet.contains(&runs::run(&key));
        self.runs.insert(&key, Entry { name, case, quiet });
    }

    /// The capital of a country, if it is known.
    pub fn capital(&self, country: u32) -> Option<u32> {
        self.capitals.get(&country).copied()
    }

    /// Whether a place is the capital of its country.
    pub fn is_capital(&self, place: u32) -> bool {
        self.capital(self.gazetteer.root(place)) == Some(place)
    }

    /// The number of a token as it stands in a text, from that of its [`fold`](crate::text::fold), which is the same where nothing has an accent;
    /// `None` if no name is written with it so.
    pub fn word(&self, text: &str, token: &Token, folded: u64) -> Option<u64> {
        let word = token.of(text);
        let word = if word.is_ascii() { folded } else { runs::hash(&bare(word)) };
        (token.shape != Shape::Lower || self.small.contains(&word)).then_some(word)
    }

    /// The longest name that begins with the first token: how many tokens it has, what it stands for, and whether that is a
    /// word or a person's name too. `words` are the numbers of the tokens.
    pub fn at<'a>(
        &'a self,
        text: &'a str,
        tokens: &'a [Token],
        words: &'a [Option<u64>],
    ) -> Option<(usize, impl Iterator<Item = (Name, bool)> + 'a)> {
        let fits = move |len: usize, entry: &Entry| self.fits(entry.case, text, &tokens[..len]);
        let runs = self.runs.at(words.iter().map_while(|word| *word));
        let (len, entries) = runs.filter(|(len, entries)| entries.clone().any(|e| fits(*len, e))).last()?;
        Some((len, entries.filter(move |e| fits(len, e)).map(|e| (e.name, e.quiet))))
    }

    /// The places with a name that is written much like this one: [`rough`] makes them the same.
    pub fn alike(&self, name: &str) -> impl Iterator<Item = u32> + '_ {
        let hash = |name: &str| runs::hash(&rough(name));
        let all = self.rough.get_or_init(|| {
            let of = |place| self.gazetteer.names(place).map(move |name| (hash(name), place));
            let mut all: Vec<(u64, u32)> = self.gazetteer.all().flat_map(of).collect();
            all.sort_unstable();
            all.dedup();
            all
        });
        let hash = hash(name);
        let from = all.partition_point(|(other, _)| *other < hash);
        all[from..].iter().take_while(move |(other, _)| *other == hash).map(|(_, place)| *place)
    }

    /// Whether a name is written as it must be.
    fn fits(&self, case: Case, text: &str, tokens: &[Token]) -> bool {
        match case {
            Case::Capitals(bits) => tokens.iter().take(8).enumerate().all(|(i, t)| bits & (1 << i) == 0 || t.shape == Shape::Capital),
            Case::Exact(written) => tokens.last().is_some_and(|last| text[tokens[0].start..last.end] == *self.exact[usize::from(written)]),
        }
    }
}

/// The numbers of the words of a name.
fn key(name: &str) -> Vec<u64> {
    tokens(name, 0..name.len()).iter().map(|t| runs::hash(&bare(t.of(name)))).collect()
}
