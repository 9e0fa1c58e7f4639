//! One language: its words and what its phrases stand for.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cue::{Cue, Symbol};
use super::runs::{self, Runs};
use super::table::{Row, expand, rows};
use crate::error::Result;
use crate::text::{fold, tokens};

/// The tables of one language, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Tongue {
    /// Every word of every phrase.
    words: FxHashSet<u64>,
    abbreviations: FxHashSet<String>,
    symbols: Vec<Box<str>>,
    symbol_numbers: FxHashMap<Box<str>, u16>,
    pub(crate) cues: Runs<Cue>,
    /// The first word of each phrase of several words that gives somebody the word.
    speech_openers: FxHashSet<u64>,
}

impl Tongue {
    /// Adds the rows of a table. Its name says what they hold.
    pub(crate) fn add(&mut self, table: &str, text: &str) -> Result<()> {
        rows(table, text).try_for_each(|row| self.add_row(&row))
    }

    fn add_row(&mut self, row: &Row<'_>) -> Result<()> {
        if row.table.ends_with("abbreviations") {
            self.abbreviations.extend(expand(row.column(0)?).iter().map(|form| fold(form).into_owned()));
            return Ok(());
        }
        let cue = Cue::parse(row, &mut |text| {
            let number = self.symbol_numbers.get(text).copied().unwrap_or(self.symbols.len() as u16);
            if usize::from(number) == self.symbols.len() {
                self.symbols.push(text.into());
                self.symbol_numbers.insert(text.into(), number);
            }
            Symbol(number)
        })?;
        self.enter(row.column(0)?, cue);
        if let Some(one) = one(row) {
            self.enter(&one, Cue::Person);
        }
        Ok(())
    }

    /// Lets every form of a pattern stand for a cue.
    fn enter(&mut self, pattern: &str, cue: Cue) {
        for form in expand(pattern) {
            let words = words(&form);
            self.words.extend(&words);
            self.speech_openers.extend(words.first().filter(|_| words.len() > 1 && matches!(cue, Cue::Speech(_))));
            self.cues.insert(&words, cue);
        }
    }

    /// Whether a column of some table says just that.
    pub(crate) fn holds(&self, text: &str) -> bool {
        self.symbol_numbers.contains_key(text)
    }

    /// The string that a symbol stands for.
    pub(crate) fn text(&self, symbol: Symbol) -> &str {
        &self.symbols[usize::from(symbol.0)]
    }

    /// The number of a word as it stands in a text.
    pub(crate) fn word(word: &str) -> u64 {
        runs::hash(&fold(word))
    }

    /// Whether a phrase holds the word of that number.
    pub(crate) fn knows(&self, word: u64) -> bool {
        self.words.contains(&word)
    }

    /// Whether the word of that number begins a phrase of several words that gives somebody the word.
    pub(crate) fn opens_speech(&self, word: u64) -> bool {
        self.speech_openers.contains(&word)
    }

    /// Whether a word alone stands for a cue.
    pub(crate) fn stands_for(&self, word: &str, cue: Cue) -> bool {
        self.cues.at([Self::word(word)]).any(|(_, mut cues)| cues.any(|known| *known == cue))
    }

    /// Whether a word is written with a full stop behind it.
    pub(crate) fn abbreviates(&self, word: &str) -> bool {
        self.abbreviations.contains(&*fold(word))
    }
}

/// The pattern of the forms that name one person: those without a bracketed plural ending, and rows that say so themselves.
fn one(row: &Row<'_>) -> Option<String> {
    let pattern = row.columns.first().filter(|_| row.table.ends_with("people"))?;
    let bare = pattern.replace("(s)", "").replace("(es)", "");
    (bare != **pattern || row.columns.get(2) == Some(&"one")).then_some(bare)
}

/// The words of a form, by number. A letter is set behind an elided word at its end ("plus d'"), as a word follows it in a text.
fn words(form: &str) -> Vec<u64> {
    let elided = form.ends_with('\'');
    let text = if elided { format!("{form}a") } else { form.to_owned() };
    let mut words: Vec<u64> = tokens(&text, 0..text.len()).iter().map(|t| Tongue::word(t.of(&text))).collect();
    words.truncate(words.len() - usize::from(elided));
    words
}
