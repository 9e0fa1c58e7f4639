//! Who is given the word in a sentence, and over which of its words.
//!
//! "selon X, …", "X affirme que …", "…, a indiqué X", "écrit A, citant B", "X a déclaré à A". A smaller scope inside a larger one
//! is told by the larger: nesting makes the chain.

mod cues;
mod listed;
mod scope;
mod tellers;

use std::ops::Range;

use super::source::{SourceMention, Who};
use super::{PeriodMention, Sentence};
use crate::lexicon::Speech;

/// Words that give the word to somebody.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Said {
    /// The tokens that are said so.
    pub scope: Range<usize>,
    /// Who says so, the outermost first.
    pub chain: Vec<Teller>,
    /// How: said, denied, pretended.
    pub how: Speech,
    /// The words themselves: the verb, or the preposition.
    pub cue: Range<usize>,
    /// Whether it stands behind what is said.
    pub behind: bool,
    /// Whether whoever tells what stands around it does not tell this: "(20 000 selon la police)".
    pub apart: bool,
}

/// One link of a chain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Teller {
    /// The tokens that name it.
    pub tokens: Range<usize>,
    /// Who it is.
    pub who: Who,
    /// The person that the phrase names, if it does.
    pub name: Option<String>,
    /// Whether it speaks together with the link before it.
    pub joint: bool,
}

/// Everybody who is given the word in a sentence, in the order of the cues.
pub(crate) fn said(sentence: &Sentence<'_>, sources: &[SourceMention], periods: &[PeriodMention]) -> Vec<Said> {
    let reader = Reader { sentence, sources, periods, quotes: scope::quotes(sentence), brackets: scope::brackets(sentence) };
    let mut out: Vec<Said> = reader.openings();
    if out.is_empty() {
        out.extend(reader.heading());
    }
    let mut at = 0;
    while at < sentence.tokens.len() {
        at = reader.cue(at, &mut out);
    }
    out.extend(reader.signed());
    reader.bracketed(&mut out);
    reader.part(&mut out);
    reader.go_on(&mut out);
    reader.listed(&mut out);
    out
}

struct Reader<'s, 't> {
    sentence: &'s Sentence<'t>,
    sources: &'s [SourceMention],
    periods: &'s [PeriodMention],
    /// What stands between quotation marks.
    quotes: Vec<Range<usize>>,
    /// What stands between brackets.
    brackets: Vec<Range<usize>>,
}

fn teller(source: &SourceMention) -> Teller {
    Teller { tokens: source.tokens.clone(), who: source.who.clone(), name: source.name.clone(), joint: false }
}

#[cfg(test)]
mod tests;
