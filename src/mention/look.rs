//! Looking about in a sentence: the small words, phrases that are parted, words that no table holds.

use std::ops::Range;

use super::Sentence;
use crate::lexicon::{Cue, Name, Word};
use crate::text::Shape;

impl Sentence<'_> {
    /// The longest phrase behind some tokens that are left out, as if the others stood side by side.
    pub fn longest_without<T>(&self, token: usize, left_out: Range<usize>, pick: impl Fn(Cue) -> Option<T>) -> Option<(usize, T)> {
        let kept = |i: usize| if i < left_out.start { i } else { i + left_out.len() };
        let words = (token..).map(kept).take_while(|i| *i < self.tokens.len()).map(|i| self.number_of(i));
        let runs = self.tongue.cues.at(words);
        let found = runs.filter_map(|(len, mut cues)| Some((kept(token + len - 1), cues.find_map(|cue| pick(*cue))?)));
        found.last().filter(|(last, _)| *last >= left_out.end).map(|(last, picked)| (last + 1, picked))
    }

    /// The same for a phrase that one of these ranges parts, right behind its first word.
    pub fn longest_around<T>(
        &self,
        token: usize,
        parts: impl Iterator<Item = Range<usize>>,
        pick: impl Fn(Cue) -> Option<T> + Copy,
    ) -> Option<(usize, T)> {
        parts.filter(|part| part.start == token + 1).find_map(|part| self.longest_without(token, part, pick))
    }

    /// Where a small word ends that begins at a token.
    pub fn word_cue(&self, token: usize, word: Word) -> Option<usize> {
        let found = || self.longest(token, |cue| (cue == Cue::Word(word)).then_some(()));
        self.is(token, word).then(found).flatten().map(|(end, ())| end)
    }

    /// The first token behind any of these small words.
    pub fn skip(&self, token: usize, words: &[Word]) -> usize {
        let mut at = token;
        while let Some(end) = words.iter().find_map(|word| self.word_cue(at, *word)) {
            at = end;
        }
        at
    }

    /// Whether some tokens stand in a relative clause that commas set off from what follows it: "the toll of the storm, which hit Fiji, | rose".
    pub fn set_off(&self, tokens: Range<usize>, from: usize) -> bool {
        let comma = |i: &usize| self.word(*i) == ",";
        let open = (0..tokens.start).rev().find(comma);
        open.is_some_and(|open| self.is(open + 1, Word::Relative)) && (tokens.end..from).any(|i| comma(&i))
    }

    /// Whether what is glued to a word that ends here makes an adjective of it, which tells of no deed of theirs: "the rebel-held city",
    /// but not "the US-led coalition", "rebel-led strikes".
    pub fn describes(&self, end: usize) -> bool {
        let glued =
            end > 0 && self.tokens.get(end).is_some_and(|t| t.glued && t.shape == Shape::Lower && t.start > self.tokens[end - 1].end);
        let noun = || {
            self.longest(end + 1, |cue| matches!(cue, Cue::Head(..) | Cue::Act(..) | Cue::People(_) | Cue::Speaker(_)).then_some(()))
                .is_some()
        };
        glued && !noun() && self.names_at(end + 1).iter().all(|mark| !matches!(mark.name, Name::Actor(_)))
    }

    /// Whether a word is one that no table holds.
    pub fn is_plain(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.shape == Shape::Lower) && self.marks_at(token).is_empty()
    }

    /// The words of some tokens as they stand in the text.
    pub fn words(&self, tokens: Range<usize>) -> String {
        self.span(tokens).of(self.text).unwrap_or_default().to_owned()
    }
}
