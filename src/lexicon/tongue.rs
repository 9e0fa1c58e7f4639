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
    /// Reads the tables of a language: pairs of a name and a text. The name says what the table holds.
    pub(crate) fn new<'t>(tables: impl IntoIterator<Item = (&'t str, &'t str)>) -> Result<Self> {
        let mut tongue = Self::default();
        for (table, text) in tables {
            for row in rows(table, text) {
                tongue.add(&row)?;
            }
        }
        Ok(tongue)
    }

    fn add(&mut self, row: &Row<'_>) -> Result<()> {
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
        Ok(())
    }

    /// The word ids of every form that a pattern stands for.
    fn forms(&mut self, pattern: &str) -> Vec<Vec<u32>> {
        let forms = expand(pattern);
        forms.iter().map(|form| tokens(form, 0..form.len()).iter().map(|t| self.vocabulary.add(&fold(t.of(form)))).collect()).collect()
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
