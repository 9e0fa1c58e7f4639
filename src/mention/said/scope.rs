//! Over which words of a sentence somebody is given the word.

use std::ops::Range;

use super::{Reader, Said};
use crate::lexicon::{Cue, NumberCue, Word};
use crate::mention::Sentence;
use crate::text::Shape;

/// What stands between quotation marks, by token; a quotation may have begun before the sentence and go on behind it.
pub(super) fn quotes(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    for at in 0..sentence.tokens.len() {
        match (sentence.word(at), open) {
            ("«" | "“" | "„", _) | ("\"", None) => open = Some(at + 1),
            ("»" | "”" | "\"", Some(start)) => {
                out.push(start..at);
                open = None;
            }
            ("»" | "”", None) if out.is_empty() => out.push(0..at),
            _ => {}
        }
    }
    out.extend(open.map(|start| start..sentence.tokens.len()));
    out
}

/// What stands between brackets, by token.
pub(super) fn brackets(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for at in 0..sentence.tokens.len() {
        match (sentence.word(at), open) {
            ("(", _) => open = Some(at + 1),
            (")", Some(start)) => {
                out.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    out
}

impl Reader<'_, '_> {
    /// The part of the sentence between semicolons and contrasts that a token lies in; inside a bracket that holds a number, and inside
    /// a quotation, no more than that.
    pub fn segment(&self, at: usize) -> Range<usize> {
        let s = self.sentence;
        let bracket = self.brackets.iter().find(|b| b.contains(&at) && self.counts((*b).clone()));
        if let Some(bracket) = bracket {
            return bracket.clone();
        }
        let quote = self.quotes.iter().find(|q| q.contains(&at)).cloned().unwrap_or(0..s.tokens.len());
        let quoted = |i: usize| self.quotes.iter().any(|q| q.contains(&i) && !q.contains(&at));
        let parts = |i: &usize| !quoted(*i) && (s.word(*i) == ";" || (s.is(*i, Word::But) && *i > 0));
        let start = (quote.start..at).rev().find(|i| parts(i)).map_or(quote.start, |i| i + 1);
        let end = (at..quote.end).find(|i| parts(i)).unwrap_or(quote.end);
        start..end
    }

    /// Whether some tokens hold a number that is no date.
    pub fn counts(&self, tokens: Range<usize>) -> bool {
        let s = self.sentence;
        let spelled = |i: usize| {
            let cue =
                |cue| matches!(cue, Cue::Number(NumberCue::Value(_) | NumberCue::Round(_) | NumberCue::Rounds(_) | NumberCue::Vague(_)));
            s.longest(i, |c| cue(c).then_some(())).is_some()
        };
        let dated = |i: usize| self.periods.iter().any(|p| p.tokens.contains(&i));
        tokens.into_iter().any(|i| !s.is(i, Word::A) && (s.tokens[i].shape == Shape::Digits || spelled(i)) && !dated(i))
    }

    /// What is told in brackets is told by whom they name alone: "(20 000 selon la police)"; and a bracket that holds nobody but a
    /// source names who tells what stands before it: "20 000 manifestants (police)".
    pub fn bracketed(&self, out: &mut Vec<Said>) {
        const NEAR: usize = 8;
        for bracket in self.brackets.iter().cloned() {
            for said in out.iter_mut().filter(|said| bracket.start <= said.scope.start && said.scope.end <= bracket.end) {
                said.apart = true;
            }
            let named = self.sources.iter().any(|source| source.tokens.end + 1 == bracket.start);
            let told = self.counts(bracket.start.saturating_sub(NEAR)..bracket.start);
            out.extend(self.signature(bracket).filter(|_| told && !named));
        }
    }

    /// Two sources that each stand behind what they say share no words: "A, selon X, ou B, comme l'annonce Y"; nor do two that each
    /// stand before it, where the first has told something before the second begins, nor one before and one behind where each has its
    /// figure: "X counted 80, against 400 claimed by Y".
    pub fn part(&self, said: &mut [Said]) {
        said.sort_by_key(|said| said.cue.start);
        for index in 1..said.len() {
            let (before, rest) = said.split_at_mut(index);
            let (first, second) = (&mut before[index - 1], &mut rest[0]);
            let end = first.chain.iter().map(|t| t.tokens.end).max().unwrap_or(first.cue.end).max(first.cue.end);
            let between = end..second.cue.start.max(end);
            let told = self.counts(between.clone()) || between.into_iter().any(|i| self.tells(i));
            let joint =
                || (end..second.cue.start).rev().find(|i| self.joins(*i) && self.counts(end..*i) && self.counts(*i..second.cue.start));
            let own = second.behind && !first.behind && !self.closes(second.cue.start.saturating_sub(1));
            if let Some(joint) = joint().filter(|_| own && first.scope.end == second.scope.end) {
                first.scope.end = joint;
                second.scope.start = joint;
            }
            if told && !second.behind && !first.behind && first.scope.contains(&second.scope.start) && second.scope.start > end {
                first.scope.end = second.scope.start;
            }
            if told && second.behind && first.behind && first.scope.end == second.scope.end && second.scope.start <= first.scope.start {
                first.scope.end = end;
                second.scope.start = end;
            }
        }
    }

    /// Who was given the word goes on behind a semicolon where nobody else is: "X fait état de 12 morts ; 30 ont été blessés".
    pub fn go_on(&self, out: &mut [Said]) {
        let s = self.sentence;
        for at in (0..s.tokens.len()).filter(|i| s.word(*i) == ";") {
            let next = self.segment(at + 1);
            let taken = out.iter().any(|said| next.contains(&said.cue.start));
            for said in out.iter_mut().filter(|said| !taken && !said.apart && said.scope.end == at && next.end > at) {
                said.scope.end = next.end;
            }
        }
    }

    /// Whether a word tells that something is or was done.
    pub fn tells(&self, at: usize) -> bool {
        self.sentence.longest(at, |cue| matches!(cue, Cue::Act(..) | Cue::Word(Word::Be)).then_some(())).is_some()
    }

    pub fn closes(&self, at: usize) -> bool {
        matches!(self.sentence.word(at), "," | "»" | "”" | "\"" | "?" | "!")
    }

    /// Whether a word sets one item of a list beside the one before it.
    pub fn joins(&self, at: usize) -> bool {
        let s = self.sentence;
        [Word::And, Word::Or, Word::But, Word::Against].iter().any(|word| s.is(at, *word))
    }

    /// The sign at a token, if it is one.
    pub fn sign(&self, at: usize) -> &str {
        self.sentence.tokens.get(at).filter(|t| t.shape == Shape::Sign).map_or("", |_| self.sentence.word(at))
    }

    pub fn comma_behind(&self, from: usize) -> usize {
        let s = self.sentence;
        (from..s.tokens.len()).find(|i| matches!(s.word(*i), "," | ";" | ".")).unwrap_or(s.tokens.len())
    }
}
