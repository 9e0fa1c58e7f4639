//! A sentence as places see it: the names and the cues at each token, and what tells a place from a person.

use std::ops::Range;

use super::context::PlaceContext;
use super::spot::Spot;
use crate::lexicon::{Cue, Gazetteer, Name, Names, PlaceCue, PlaceKind, PlaceWord, Word};
use crate::mention::sentence::{NameMark, Sentence};
use crate::model::Relation;
use crate::text::Shape;

/// A place that was read.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The whole phrase, with what it is said to lie in.
    pub tokens: Range<usize>,
    /// The words that name it.
    pub named: Range<usize>,
    pub spot: Spot,
    pub relation: Relation,
    /// Whether a word stands before it that a place follows.
    pub cued: bool,
    /// Whether a noun or what it lies in says which place it is.
    pub firm: bool,
    /// Whether its name may stand for it again further on.
    pub mints: bool,
    /// Whether it is called by what it lies in alone: "un village de la province".
    pub nameless: bool,
}

/// What a name says of where the article plays.
pub(super) struct Ballot {
    /// The name, by the first of the places it stands for; a demonym by a number that no place has.
    pub name: u32,
    /// Whether it is a part of a person's name here.
    pub person: bool,
    /// Whether it stands for ground: not for a people or for a government by its seat.
    pub ground: bool,
    /// The places it may stand for, with the weight of each.
    pub places: Vec<(u32, f32)>,
}

/// The longest name at a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'s> {
    pub start: usize,
    pub end: usize,
    pub marks: &'s [NameMark],
}

impl Group<'_> {
    /// The places that it may stand for.
    pub fn places(&self) -> impl Iterator<Item = u32> + Clone {
        self.marks.iter().filter_map(|mark| if let Name::Place(place) = mark.name { Some(place) } else { None })
    }

    /// The first of its places, by which the name is known.
    pub fn key(&self) -> Option<u32> {
        self.places().next()
    }

    /// The countries that it is a demonym of.
    pub fn demonyms(&self) -> impl Iterator<Item = u32> {
        self.marks.iter().filter_map(|mark| if let Name::Demonym(place) = mark.name { Some(place) } else { None })
    }

    /// Whether it is a demonym and nothing else.
    pub fn is_demonym(&self) -> bool {
        self.marks.iter().all(|mark| matches!(mark.name, Name::Demonym(_)))
    }

    /// Whether an actor bears the name.
    pub fn is_actor(&self) -> bool {
        self.marks.iter().any(|mark| matches!(mark.name, Name::Actor(_)))
    }
}

/// What says that a name is a person's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Person {
    /// Nothing.
    No,
    /// A title or a first name before it.
    Before,
    /// A word written large behind it.
    After,
}

/// Reads the places of a sentence.
pub(super) struct Reader<'s, 't> {
    pub sentence: &'s Sentence<'t>,
    pub context: &'s PlaceContext,
    /// At each token, the marks of the longest name that begins there and not inside another.
    groups: Vec<Range<u32>>,
    /// At each token, the longest cue that begins there.
    cues: Vec<Option<(usize, PlaceCue)>>,
    /// Behind each token, the cue that ends there and where it begins.
    ends: Vec<Option<(usize, PlaceCue)>>,
    /// Whether most words are written large, so that a capital says nothing.
    headline: bool,
}

/// Whether a name is the end of another that is written as one: the "Markazi" of "Baghlan-e-Markazi".
fn compounded(sentence: &Sentence<'_>, at: usize) -> bool {
    const SHORT: usize = 3;
    let hyphen = |i: usize| sentence.tokens[i].glued && sentence.tokens[i - 1].end < sentence.tokens[i].start;
    let small = |i: usize| sentence.tokens[i].shape == Shape::Lower && sentence.word(i).len() <= SHORT;
    at > 1 && hyphen(at) && hyphen(at - 1) && small(at - 1) && sentence.tokens[at - 2].shape == Shape::Capital
}

impl<'s, 't> Reader<'s, 't> {
    pub fn new(sentence: &'s Sentence<'t>, context: &'s PlaceContext) -> Self {
        let count = sentence.tokens.len();
        let mut reader =
            Self { sentence, context, groups: vec![0..0; count], cues: vec![None; count], ends: vec![None; count + 1], headline: false };
        for mark in &sentence.marks {
            if let Cue::Place(cue) = mark.cue {
                reader.cues[mark.start] = Some((mark.end, cue));
                reader.ends[mark.end] = reader.ends[mark.end].or(Some((mark.start, cue)));
            }
        }
        let (mut from, mut free) = (0, 0);
        while let Some(first) = sentence.names.get(from) {
            let to = from + sentence.names_at(first.start).len();
            let article = sentence.tokens[first.start].shape == Shape::Lower;
            let inside = sentence.names[to..].iter().take_while(|mark| mark.start < first.end);
            let cuts = article && inside.clone().any(|mark| mark.end > first.end);
            if first.start >= free && !cuts && !compounded(sentence, first.start) {
                reader.groups[first.start] = from as u32..to as u32;
                free = first.end;
            }
            from = to;
        }
        const LONG: usize = 4;
        let long = || sentence.tokens.iter().filter(|t| t.is_word() && t.end - t.start >= LONG);
        let small = long().filter(|t| t.shape == Shape::Lower).count();
        reader.headline = small * 6 < long().count() && long().count() > 2;
        reader
    }

    pub fn names(&self) -> &'t Names {
        &self.sentence.lexicon.names
    }

    pub fn gazetteer(&self) -> &'t Gazetteer {
        &self.names().gazetteer
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// The longest name that begins at a token.
    pub fn group(&self, at: usize) -> Option<Group<'s>> {
        let range = self.groups.get(at)?;
        let marks = &self.sentence.names[range.start as usize..range.end as usize];
        let first = marks.first()?;
        Some(Group { start: first.start, end: first.end, marks })
    }

    /// The name that ends before a token.
    pub fn group_before(&self, at: usize) -> Option<Group<'s>> {
        const LONGEST: usize = 8;
        (at.saturating_sub(LONGEST)..at).rev().find_map(|start| self.group(start)).filter(|group| group.end == at)
    }

    /// The longest cue that begins at a token: where it ends, and what it is.
    pub fn cue(&self, at: usize) -> Option<(usize, PlaceCue)> {
        *self.cues.get(at)?
    }

    /// Where the small word that begins at a token ends, if it is this one.
    pub fn small(&self, at: usize, word: PlaceWord) -> Option<usize> {
        self.cue(at).filter(|(_, cue)| *cue == PlaceCue::Small(word)).map(|(end, _)| end)
    }

    /// The token behind any of these small words.
    pub fn past(&self, mut at: usize, words: &[PlaceWord]) -> usize {
        while let Some((end, PlaceCue::Small(word))) = self.cue(at)
            && words.contains(&word)
            && !(word == PlaceWord::The && self.group(at).is_some_and(|group| group.end > end && group.key().is_some()))
        {
            at = end;
        }
        at
    }

    /// Whether a token is this sign.
    pub fn sign(&self, at: usize, sign: &str) -> bool {
        at < self.len() && self.sentence.word(at) == sign
    }

    pub fn shape(&self, at: usize) -> Option<Shape> {
        self.sentence.tokens.get(at).map(|t| t.shape)
    }

    /// The text of a run of tokens.
    pub fn text(&self, range: Range<usize>) -> &'t str {
        self.sentence.span(range).of(self.sentence.text).unwrap_or_default()
    }

    /// Whether a name is a word or a person's name too.
    pub fn is_quiet(&self, group: &Group<'_>) -> bool {
        group.marks.iter().any(|mark| mark.quiet)
    }

    /// Whether a table of the language has the name for another use: a month, a direction, a title.
    pub fn is_cue(&self, group: &Group<'_>) -> bool {
        self.sentence.marks_at(group.start).iter().any(|mark| mark.end == group.end)
    }

    /// Whether most words are written large, so that a capital says nothing.
    pub fn is_headline(&self) -> bool {
        self.headline
    }

    /// Whether a word that a place follows stands before a token, with articles, demonyms and two other words at most between.
    pub fn cued(&self, at: usize) -> bool {
        let (mut at, mut skipped) = (at, 0);
        while at > 0 {
            if self.bare_accent(at - 1) {
                return true;
            }
            match self.ends[at] {
                Some((_, PlaceCue::Small(PlaceWord::In | PlaceWord::Near) | PlaceCue::Noun(..) | PlaceCue::Compass(..))) => return true,
                Some((start, PlaceCue::Small(PlaceWord::The | PlaceWord::A))) => at = start,
                Some((start, PlaceCue::Small(PlaceWord::Of))) => {
                    let noun = self.noun_before(start);
                    return noun;
                }
                _ if skipped < 1 && self.group_before(at).is_some_and(|g| g.is_demonym()) => {
                    at = self.group_before(at).map_or(0, |g| g.start);
                    skipped += 1;
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether a token is the "À" that begins a sentence, written large without its accent: the form of a verb, which begins none.
    fn bare_accent(&self, at: usize) -> bool {
        let first = at == 0 || self.shape(at - 1) == Some(Shape::Sign);
        first && self.sentence.word(at).len() == 1 && self.shape(at) != Some(Shape::Lower) && self.sentence.is(at, Word::Have)
    }

    /// Whether a noun of places stands before a token, with two words at most between.
    fn noun_before(&self, at: usize) -> bool {
        let small = |i: usize| self.shape(i) == Some(Shape::Lower) && self.cue(i).is_none();
        (at.saturating_sub(2)..=at)
            .rev()
            .find(|i| matches!(self.ends[*i], Some((_, PlaceCue::Noun(..)))))
            .is_some_and(|i| (i..at).all(small))
    }

    /// Whether a name is a person's, as far as the words beside it tell.
    pub fn person(&self, group: &Group<'_>) -> Person {
        let at = group.start;
        let titled = |i: usize| matches!(self.ends[i], Some((_, PlaceCue::Small(PlaceWord::Title))));
        let stop = at > 0 && self.sign(at - 1, ".");
        let short = |i: usize| self.sentence.word(i).chars().count() <= 2 && self.shape(i) == Some(Shape::Capital);
        let initial = stop && at > 1 && short(at - 2);
        if titled(at) || stop && titled(at - 1) || initial {
            return Person::Before;
        }
        if self.headline {
            return Person::No;
        }
        let large = |i: usize| self.shape(i) == Some(Shape::Capital);
        let before = self.group_before(at).filter(|other| !self.is_quiet(other));
        if at > 0 && large(at - 1) && self.ends[at].is_none() && before.is_none() {
            let first = self.group_before(at).is_some_and(|other| self.is_quiet(&other));
            let common = at == 1 && self.sentence.knows(0);
            if first || !common && (at > 1 || self.is_quiet(group) || !self.is_large(group)) {
                return Person::Before;
            }
        }
        let known = |i: usize| self.sentence.knows(i) || self.group(i).is_some_and(|g| !self.is_quiet(&g));
        if (large(group.end) || self.is_article(group.end)) && !known(group.end) { Person::After } else { Person::No }
    }

    /// Whether a token is a short word written small and joined to one written large: the article of an Arabic name.
    pub fn is_article(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let joined = self.sentence.tokens.get(at + 1).is_some_and(|next| next.glued && next.shape == Shape::Capital);
        joined && self.shape(at) == Some(Shape::Lower) && self.sentence.word(at).len() <= LONGEST && self.cue(at).is_none()
    }

    /// Whether a name is known far off: a country's, a seat of government's.
    pub fn is_large(&self, group: &Group<'_>) -> bool {
        let country = |place| matches!(self.gazetteer().kind(place), PlaceKind::Country | PlaceKind::Region);
        group.places().any(country) || group.marks.iter().any(|mark| matches!(mark.name, Name::Metonym(_)))
    }

    /// What the names of the sentence say of where the article plays.
    pub fn votes(&self) -> Vec<Ballot> {
        (0..self.len()).filter_map(|at| self.ballot(&self.group(at)?)).collect()
    }

    fn ballot(&self, group: &Group<'_>) -> Option<Ballot> {
        let places = self.gazetteer();
        let demonyms: Vec<u32> = group.demonyms().collect();
        let Some(name) = group.key() else {
            let weight = 1.0 / demonyms.len().max(1) as f32;
            let places = demonyms.iter().map(|country| (*country, weight)).collect();
            return demonyms.first().map(|first| Ballot { name: !first, person: false, ground: false, places });
        };
        if group.is_actor() {
            return None;
        }
        let cued = self.cued(group.start);
        let person = self.person(group);
        if person == Person::Before || person == Person::After && self.is_quiet(group) && !cued {
            return Some(Ballot { name, person: true, ground: false, places: Vec::new() });
        }
        let word = self.is_quiet(group) || self.is_cue(group) && !self.is_large(group);
        let weight = match (word, cued) {
            _ if person == Person::After && !self.is_large(group) => 0.1,
            (false, true) => 1.0,
            (true, false) => 0.0,
            _ => 0.3,
        };
        let countries: Vec<u32> = group.places().filter(|p| places.kind(*p) == PlaceKind::Country).collect();
        if let (&[country], false) = (countries.as_slice(), self.is_quiet(group)) {
            return Some(Ballot { name, person: false, ground: cued, places: vec![(country, 1.0)] });
        }
        let size = |place: u32| places.population(place) as f32 + 1000.0;
        let sum: f32 = group.places().map(size).sum();
        let ground = cued || !group.marks.iter().any(|mark| matches!(mark.name, Name::Metonym(_)));
        Some(Ballot { name, person: false, ground, places: group.places().map(|place| (place, weight * size(place) / sum)).collect() })
    }
}
