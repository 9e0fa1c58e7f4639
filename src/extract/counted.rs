//! Counted things: a number and the noun it counts.

use std::ops::Range;

use crate::lexicon::{Cue, Name, NumberCue, Object, Side, Word};
use crate::mention::{Number, NumberShape, Sentence};
use crate::model::{Group, Harm, Hedge, Kind, Quantity};

/// A number with the noun it counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted {
    /// From the hedge to the noun.
    pub tokens: Range<usize>,
    /// The number and its hedge.
    pub number: Range<usize>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub hedge: Hedge,
    pub noun: Noun,
    /// "16 autres": others than those that were told of.
    pub other: bool,
    /// "un", "a": a count only where the rest says so.
    pub article: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Noun {
    /// People of a group.
    People(Group),
    /// People by what befell them.
    Harmed(Harm),
    /// Something else.
    Object(Object),
    /// A share.
    Percent,
    /// A noun that no table holds.
    Unknown,
    /// Nothing: "64 autres", "dix ont péri".
    Bare,
}

impl Counted {
    /// The count, in that unit.
    pub fn quantity(&self, unit: &str, sentence: &Sentence<'_>) -> Option<Quantity> {
        let quantity = Quantity::new(self.low, self.high, self.hedge, unit).ok()?;
        Some(quantity.spanning(sentence.span(self.tokens.clone())))
    }
}

/// The counted things of a sentence, in order.
pub(super) fn counted(sentence: &Sentence<'_>, numbers: &[Number]) -> Vec<Counted> {
    let usable = numbers.iter().filter(|n| !matches!(n.shape, NumberShape::Age | NumberShape::Money));
    let mut out: Vec<Counted> = usable.map(|number| read(sentence, number, numbers)).collect();
    out.extend(aged(sentence, numbers));
    out.extend(somebody(sentence, numbers));
    out.sort_by_key(|c| (c.tokens.start, c.tokens.end));
    out
}

/// How many words may stand between a number and its noun.
const REACH: usize = 4;

fn read(sentence: &Sentence<'_>, number: &Number, numbers: &[Number]) -> Counted {
    let mut found = Counted {
        tokens: number.tokens.clone(),
        number: number.digits.clone(),
        low: number.low,
        high: number.high,
        hedge: number.hedge,
        noun: if number.shape == NumberShape::Percent { Noun::Percent } else { Noun::Bare },
        other: sentence.word_ending(number.tokens.start, Word::Other),
        article: number.shape == NumberShape::One,
    };
    let mut at = number.tokens.end;
    let mut limit = at + REACH;
    while found.noun != Noun::Percent && at < limit {
        if let Some(end) = age_at(sentence, numbers, at).filter(|_| number.shape == NumberShape::One) {
            (found.noun, found.tokens.end, at) = (Noun::People(Group::People), end, end);
            limit = end + REACH;
        } else if let Some(end) = sentence.word_cue(at, Word::Other) {
            (found.other, found.tokens.end, at) = (true, end, end);
        } else if let Some((end, noun)) = noun(sentence, at) {
            (found.tokens.end, found.noun) = (end, noun);
            break;
        } else if let Some(mark) = sentence.names_at(at).iter().rev().find(|m| matches!(m.name, Name::Demonym(_))) {
            (found.noun, found.tokens.end, at) = (Noun::People(Group::People), mark.end, mark.end);
        } else if sentence.is(at, Word::Of) || sentence.is(at, Word::The) {
            at += 1;
        } else if sentence.is_plain(at) {
            if matches!(found.noun, Noun::Bare) {
                (found.noun, found.tokens.end) = (Noun::Unknown, at + 1);
            }
            at += 1;
        } else {
            break;
        }
    }
    found
}

/// Where an age ends that begins at a token: "17-year-old".
fn age_at(sentence: &Sentence<'_>, numbers: &[Number], at: usize) -> Option<usize> {
    let age = numbers.iter().find(|n| n.shape == NumberShape::Age && n.tokens.start == at)?;
    sentence.longest(age.tokens.end, |cue| matches!(cue, Cue::Number(NumberCue::Age(Side::After))).then_some(())).map(|(end, ())| end)
}

/// A person by name and age: "John Smith, 34,".
fn aged(sentence: &Sentence<'_>, numbers: &[Number]) -> Vec<Counted> {
    let capital = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.shape == crate::text::Shape::Capital);
    let ages = numbers.iter().filter(|n| n.shape == NumberShape::Age && n.tokens.start >= 2);
    let named = ages.filter(|n| sentence.word(n.tokens.start - 1) == "," && capital(n.tokens.start - 2));
    let people = named.map(|n| {
        let mut start = n.tokens.start - 2;
        while start > 0 && capital(start - 1) {
            start -= 1;
        }
        Counted {
            tokens: start..n.tokens.end,
            number: start..n.tokens.end,
            low: Some(1.0),
            high: Some(1.0),
            hedge: Hedge::Exactly,
            noun: Noun::People(Group::People),
            other: false,
            article: true,
        }
    });
    people.collect()
}

/// People and things that an indefinite article shows without a number: "des enfants".
fn somebody(sentence: &Sentence<'_>, numbers: &[Number]) -> Vec<Counted> {
    let taken = |at: usize| numbers.iter().any(|n| n.tokens.contains(&at));
    let some = (0..sentence.tokens.len()).filter(|at| sentence.is(*at, Word::Some) && !taken(*at) && !taken(at + 1));
    let people = some.filter_map(|at| {
        let (end, noun) = noun(sentence, at + 1)?;
        let things = matches!(noun, Noun::People(_)) || matches!(noun, Noun::Object(o) if o.kind == Some(Kind::Materiel));
        things.then(|| Counted {
            tokens: at..end,
            number: at..at + 1,
            low: Some(2.0),
            high: None,
            hedge: Hedge::Vague,
            noun,
            other: false,
            article: true,
        })
    });
    people.collect()
}

fn noun(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Noun)> {
    sentence.longest(at, |cue| match cue {
        Cue::People(group) => Some(Noun::People(group)),
        Cue::Harmed(harm) => Some(Noun::Harmed(harm)),
        Cue::Object(object) => Some(Noun::Object(object)),
        _ => None,
    })
}
