//! A sentence made ready for the detectors: its tokens and the cues that stand in it.

use std::ops::Range;

use crate::lexicon::{Cue, Tongue};
use crate::model::Span;
use crate::text::{Token, tokens};

/// A sentence: tokens, and what phrases of the tables stand at each.
#[derive(Debug)]
pub(crate) struct Sentence<'t> {
    pub text: &'t str,
    pub tongue: &'t Tongue,
    pub tokens: Vec<Token>,
    /// In order of their first token, the shortest first.
    pub marks: Vec<Mark>,
}

/// A phrase of a table: tokens `start..end` and what they stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    pub start: usize,
    pub end: usize,
    pub cue: Cue,
}

impl<'t> Sentence<'t> {
    /// Looks up the cues of a range of the text.
    pub fn new(text: &'t str, range: Range<usize>, tongue: &'t Tongue) -> Self {
        let tokens = tokens(text, range);
        let words: Vec<u32> = tokens.iter().map(|t| tongue.word(t.of(text))).collect();
        let mut marks = Vec::new();
        for start in 0..words.len() {
            for (len, cues) in tongue.cues.at(&words[start..]) {
                marks.extend(cues.iter().map(|&cue| Mark { start, end: start + len, cue }));
            }
        }
        Self { text, tongue, tokens, marks }
    }

    /// The marks that begin at a token, the shortest first.
    pub fn marks_at(&self, token: usize) -> &[Mark] {
        let from = self.marks.partition_point(|m| m.start < token);
        let to = self.marks.partition_point(|m| m.start <= token);
        &self.marks[from..to]
    }

    /// The longest phrase at a token of which `pick` makes something: where it ends, and what was made.
    pub fn longest<T>(&self, token: usize, pick: impl Fn(Cue) -> Option<T>) -> Option<(usize, T)> {
        self.marks_at(token).iter().rev().find_map(|m| pick(m.cue).map(|x| (m.end, x)))
    }

    /// The token as it stands in the text.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].of(self.text)
    }

    /// The bytes of tokens `range`, which must not be empty.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::at(self.tokens[range.start].start, self.tokens[range.end - 1].end)
    }
}
