//! A sentence made ready for the detectors: its tokens, the cues and the names that stand in it.

use std::ops::Range;

use crate::lexicon::{Cue, Lexicon, Name, Names, Tongue, Word};
use crate::model::{Field, Span};
use crate::text::{Token, tokens};

/// A sentence: tokens, and what phrases of the tables stand at each.
#[derive(Debug)]
pub(crate) struct Sentence<'t> {
    pub text: &'t str,
    /// The part of the article that the text is.
    pub field: Field,
    pub lexicon: &'t Lexicon,
    pub tongue: &'t Tongue,
    pub tokens: Vec<Token>,
    /// The number that each token is looked up by.
    words: Vec<u64>,
    /// In order of their first token, the shortest first.
    pub marks: Vec<Mark>,
    /// Where the marks of each token begin, and behind the last where they end.
    mark_starts: Vec<u32>,
    /// The small words that begin at each token, and those that end right before it: most of what rules ask.
    small: Vec<(WordSet, WordSet)>,
    /// In order of their first token.
    pub names: Vec<NameMark>,
    /// The same of the names.
    name_starts: Vec<u32>,
}

/// A set of small words, a bit each.
#[derive(Debug, Clone, Copy, Default)]
struct WordSet(u128);

const _: () = assert!(Word::ALL.len() <= 128, "a set of small words has a bit for each");

impl WordSet {
    fn insert(&mut self, word: Word) {
        self.0 |= 1 << word as u32;
    }

    fn contains(self, word: Word) -> bool {
        self.0 & (1 << word as u32) != 0
    }
}

/// A phrase of a table: tokens `start..end` and what they stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    pub start: usize,
    pub end: usize,
    pub cue: Cue,
}

/// A name: tokens `start..end` and what they stand for. A name of several things makes several marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NameMark {
    pub start: usize,
    pub end: usize,
    pub name: Name,
    /// Whether it is a word or a person's name too.
    pub quiet: bool,
}

impl<'t> Sentence<'t> {
    /// Looks up the cues and the names of a range of the text.
    pub fn new(text: &'t str, range: Range<usize>, lexicon: &'t Lexicon, tongue: &'t Tongue) -> Self {
        let tokens = tokens(text, range);
        let words: Vec<u64> = tokens.iter().map(|t| Tongue::word(t.of(text))).collect();
        let (mut marks, mut mark_starts) = (Vec::with_capacity(words.len()), Vec::with_capacity(words.len() + 1));
        for start in 0..words.len() {
            mark_starts.push(marks.len() as u32);
            for (len, cues) in tongue.cues.at(words[start..].iter().copied()) {
                marks.extend(cues.map(|&cue| Mark { start, end: start + len, cue }));
            }
        }
        mark_starts.push(marks.len() as u32);
        let mut small = vec![(WordSet::default(), WordSet::default()); words.len() + 1];
        for mark in &marks {
            if let Cue::Word(word) = mark.cue {
                small[mark.start].0.insert(word);
                small[mark.end].1.insert(word);
            }
        }
        let (names, name_starts) = names(text, &tokens, &words, &lexicon.names);
        Self { text, field: Field::Text, lexicon, tongue, tokens, words, marks, mark_starts, small, names, name_starts }
    }

    /// The same, of that part of the article.
    pub fn of(self, field: Field) -> Self {
        Self { field, ..self }
    }

    /// The marks that begin at a token, the shortest first.
    pub fn marks_at(&self, token: usize) -> &[Mark] {
        &self.marks[run(&self.mark_starts, token)]
    }

    /// What the longest name that begins at a token stands for.
    pub fn names_at(&self, token: usize) -> &[NameMark] {
        &self.names[run(&self.name_starts, token)]
    }

    /// Whether a small word begins at a token.
    pub fn is(&self, token: usize, word: Word) -> bool {
        self.small.get(token).is_some_and(|(begin, _)| begin.contains(word))
    }

    /// Whether a small word ends right before a token.
    pub fn word_before(&self, token: usize, word: Word) -> bool {
        self.small.get(token).is_some_and(|(_, end)| end.contains(word))
    }

    /// The number that a token is looked up by.
    pub fn number_of(&self, token: usize) -> u64 {
        self.words[token]
    }

    /// Whether a table of the language holds the word at a token.
    pub fn knows(&self, token: usize) -> bool {
        self.words.get(token).is_some_and(|word| self.tongue.knows(*word))
    }

    /// The longest phrase at a token of which `pick` makes something: where it ends, and what was made.
    pub fn longest<T>(&self, token: usize, pick: impl Fn(Cue) -> Option<T>) -> Option<(usize, T)> {
        self.marks_at(token).iter().rev().find_map(|m| pick(m.cue).map(|x| (m.end, x)))
    }

    /// Whether a verb is denied: "did not kill", "n'a pas été tué", "n'ont pas réussi à tuer"; one word no table holds may stand before it
    /// ("not immediately").
    /// "N'a tué que" and "did not only kill" deny nothing, and neither does what another verb is denied: "those who did not flee were
    /// killed".
    pub fn negated(&self, verb: Range<usize>) -> bool {
        const LIGHT: [Word; 6] = [Word::Not, Word::Be, Word::Have, Word::Pronoun, Word::Reflexive, Word::Able];
        let adverb = usize::from(verb.start > 0 && self.is_plain(verb.start - 1));
        let light = |i: &usize| LIGHT.iter().any(|word| self.is(*i, *word) || self.word_before(*i + 1, *word));
        let group = (0..verb.start - adverb).rev().take_while(light);
        let group: Vec<usize> = group.collect();
        if group.iter().any(|i| self.is(*i, Word::NotOnly)) {
            return false;
        }
        let (halves, nots): (Vec<usize>, Vec<usize>) =
            group.into_iter().filter(|i| self.is(*i, Word::Not)).partition(|i| self.is(*i, Word::NotBut));
        let only = || (verb.end..self.tokens.len().min(verb.end + 3)).any(|i| self.is(i, Word::That));
        !nots.is_empty() || !halves.is_empty() && !only()
    }

    /// The token as it stands in the text.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].of(self.text)
    }

    /// The bytes of tokens `range`, which must not be empty.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::at(self.tokens[range.start].start, self.tokens[range.end - 1].end).within(self.field)
    }
}

/// The part of a list that belongs to a token, by where each token's part begins.
fn run(starts: &[u32], token: usize) -> Range<usize> {
    let start = |token: usize| starts.get(token).or(starts.last()).map_or(0, |start| *start as usize);
    start(token)..start(token + 1)
}

/// The longest name at each token, and where the names of each begin.
fn names(text: &str, tokens: &[Token], words: &[u64], names: &Names) -> (Vec<NameMark>, Vec<u32>) {
    let words: Vec<Option<u64>> = tokens.iter().zip(words).map(|(token, word)| names.word(text, token, *word)).collect();
    let (mut out, mut starts) = (Vec::new(), Vec::with_capacity(words.len() + 1));
    for start in 0..tokens.len() {
        starts.push(out.len() as u32);
        if let Some((len, found)) = names.at(text, &tokens[start..], &words[start..]) {
            out.extend(found.map(|(name, quiet)| NameMark { start, end: start + len, name, quiet }));
        }
    }
    starts.push(out.len() as u32);
    (out, starts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn check(text: &str, language: Language, expected: &[&str]) {
        let lexicon = Lexicon::bundled();
        let sentence = Sentence::new(text, 0..text.len(), lexicon, lexicon.tongue(language).expect("bundled"));
        let places = &lexicon.names.gazetteer;
        let shown = |mark: &NameMark| {
            let words = sentence.span(mark.start..mark.end).of(text).unwrap_or_default();
            match mark.name {
                Name::Place(place) => format!("{words}: {}", places.id(place)),
                Name::Demonym(place) => format!("{words}: of {}", places.id(place)),
                Name::Metonym(place) => format!("{words}: for {}", places.id(place)),
                Name::Actor(actor) => format!("{words}: {}", lexicon.names.actors[actor as usize].id),
            }
        };
        assert_eq!(sentence.names.iter().map(shown).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn names_are_read_with_all_that_they_stand_for() {
        check("Des renforts russes ont gagné le Tchad.", Language::FRENCH, &["russes: of ru", "Tchad: td"]);
        check("Selon l'OSDH, rien à signaler.", Language::FRENCH, &["OSDH: sohr"]);
        check(
            "Russian officers left Hasakah in silence.",
            Language::ENGLISH,
            &["Russian: of ru", "Hasakah: sy/al-hasakah", "Hasakah: sy/al-hasakah/al-hasakah"],
        );
    }

    #[test]
    fn a_name_is_written_large() {
        check("Let us go and tell them about it.", Language::ENGLISH, &[]);
        check("The US and the un are not alike.", Language::ENGLISH, &["US: us"]);
        check(
            "Ils vont à al-Qamishli.",
            Language::FRENCH,
            &["al-Qamishli: sy/al-hasakah/al-qamishli", "Qamishli: sy/al-hasakah/al-qamishli"],
        );
        check("Il a un niger de coton et un mali de trop.", Language::FRENCH, &[]);
    }
}
