//! One language: its words and what its phrases stand for.

use rustc_hash::FxHashSet;

use super::cue::{Cue, Symbol};
use super::phrases::{Phrases, Vocabulary};
use super::table::{Row, expand, rows};
use crate::error::Result;
use crate::text::{fold, tokens};

/// The tables of one language, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Tongue {
    vocabulary: Vocabulary,
    abbreviations: FxHashSet<String>,
    symbols: Vec<String>,
    pub(crate) cues: Phrases<Cue>,
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
            let at = self.symbols.iter().position(|known| known == text).unwrap_or(self.symbols.len());
            if at == self.symbols.len() {
                self.symbols.push(text.to_owned());
            }
            Symbol(at as u16)
        })?;
        for words in self.forms(row.column(0)?) {
            self.cues.insert(&words, cue);
        }
        if let Some(one) = one(row) {
            for words in self.forms(&one) {
                self.cues.insert(&words, Cue::Person);
            }
        }
        Ok(())
    }

    /// The word ids of every form that a pattern stands for.
    fn forms(&mut self, pattern: &str) -> Vec<Vec<u32>> {
        expand(pattern).iter().map(|form| words(form).iter().map(|word| self.vocabulary.add(word)).collect()).collect()
    }

    /// Whether a column of some table says just that.
    pub(crate) fn holds(&self, text: &str) -> bool {
        self.symbols.iter().any(|known| known == text)
    }

    /// The string that a symbol stands for.
    pub(crate) fn text(&self, symbol: Symbol) -> &str {
        &self.symbols[usize::from(symbol.0)]
    }

    /// The number of a word as it stands in a text.
    pub(crate) fn word(&self, word: &str) -> u32 {
        self.vocabulary.id(&fold(word))
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

/// The words of a form. A letter is set behind an elided word at its end ("plus d'"), as a word follows it in a text.
fn words(form: &str) -> Vec<String> {
    let elided = form.ends_with('\'');
    let text = if elided { format!("{form}a") } else { form.to_owned() };
    let mut words: Vec<String> = tokens(&text, 0..text.len()).iter().map(|t| fold(t.of(&text)).into_owned()).collect();
    words.truncate(words.len() - usize::from(elided));
    words
}
