//! Counted things: a number and the noun it counts.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::person::with_persons;
use crate::lexicon::{Cue, Form, Name, NumberCue, Object, Side, Word};
use crate::mention::{Number, NumberShape, Sentence};
use crate::model::{Group, Harm, Hedge, Kind, Quantity};
use crate::text::Shape;

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
    /// "un", "a", "the victim": a count only where the rest says so.
    pub article: bool,
    /// Whether a name tells of whom.
    pub name: bool,
    /// Whether no number tells of them at all: "the victim", "he", a name.
    pub known: bool,
    /// Whether it sums up persons who are named one by one: "a man and a woman".
    pub list: bool,
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

    /// Whether it is a share of others and no number of people: "more than half of them".
    pub fn is_share(&self) -> bool {
        self.low.or(self.high).is_some_and(|value| value > 0.0 && value < 1.0)
    }
}

/// The counted things of a sentence, in order.
pub(super) fn counted(sentence: &Sentence<'_>, numbers: &[Number], surnames: &FxHashSet<String>) -> Vec<Counted> {
    let aged = ages(sentence, numbers);
    let shape = |n: &Number| if aged.contains(&n.tokens.start) { NumberShape::Age } else { n.shape };
    let numbers: &[Number] = &numbers.iter().map(|n| Number { shape: shape(n), ..n.clone() }).collect::<Vec<_>>();
    let counts = |n: &&Number| !matches!(n.shape, NumberShape::Age | NumberShape::Money) && !year(sentence, n);
    let usable = numbers.iter().filter(counts);
    let read = usable.map(|number| read(sentence, number, numbers));
    let mut out: Vec<Counted> = read.filter(|counted| !numbers_a_name(sentence, counted)).collect();
    out.extend(somebody(sentence, numbers));
    with_persons(sentence, numbers, surnames, out)
}

/// Where numbers begin that are ages by what stands beside them: "ages 24, 25 and 38", "8- and 9-year-old", "Ana Roy, 24; and Tom
/// Berg, 31 all", "both 24 and from Lyon".
fn ages(sentence: &Sentence<'_>, numbers: &[Number]) -> FxHashSet<usize> {
    let mut out: FxHashSet<usize> = FxHashSet::default();
    let small = |n: &Number| {
        n.shape == NumberShape::Digits && n.hedge == Hedge::Exactly && n.low < Some(110.0) && noun(sentence, n.tokens.end).is_none()
    };
    let link = |i: usize| matches!(sentence.word(i), "," | ";") || sentence.is(i, Word::And);
    let capital = |i: usize| sentence.tokens[i].shape == Shape::Capital;
    let named = |n: &Number| {
        n.tokens.start > 2 && sentence.word(n.tokens.start - 1) == "," && (n.tokens.start - 3..n.tokens.start - 1).all(capital)
    };
    let row = |gap: Range<usize>, other: &Number| {
        let beside = !gap.is_empty() && gap.len() <= 2 && gap.clone().all(link);
        small(other) && (beside || named(other) && gap.clone().all(|i| link(i) || capital(i) || sentence.word(i) == "."))
    };
    // "two eighteen years old, one nineteen".
    let one = |n: &&Number| {
        let alone = matches!(n.shape, NumberShape::Digits | NumberShape::Spelled) && noun(sentence, n.tokens.end).is_none();
        let young = n.hedge == Hedge::Exactly && n.low < Some(110.0);
        alone && young && numbers.iter().any(|o| o.shape == NumberShape::One && o.tokens.end == n.tokens.start)
    };
    out.extend(numbers.iter().filter(one).map(|n| n.tokens.start));
    let both = |n: &&Number| {
        small(n)
            && sentence.word_before(n.tokens.start, Word::Both)
            && sentence.tokens.get(n.tokens.end).is_some_and(|_| link(n.tokens.end))
    };
    out.extend(numbers.iter().filter(both).map(|n| n.tokens.start));
    for pair in numbers.windows(2) {
        let [first, next] = pair else { continue };
        let gap = first.tokens.end..next.tokens.start;
        if (first.shape == NumberShape::Age || out.contains(&first.tokens.start)) && row(gap, next) {
            out.insert(next.tokens.start);
        }
    }
    for pair in numbers.windows(2).rev() {
        let [first, next] = pair else { continue };
        let gap = first.tokens.end..next.tokens.start;
        let shares = age_at(sentence, numbers, next.tokens.start).is_some() && gap.len() == 1 && sentence.is(gap.start, Word::And);
        if next.shape == NumberShape::Age && (shares || named(first)) && row(gap, first) {
            out.insert(first.tokens.start);
        }
    }
    out
}

/// Whether a number of four digits stands for a year before what happened in it: "the 2015 killings".
fn year(sentence: &Sentence<'_>, number: &Number) -> bool {
    let years = number.low.is_some_and(|low| (1900.0..2100.0).contains(&low)) && number.shape == NumberShape::Digits;
    let plain = sentence.word(number.digits.start).bytes().all(|b| b.is_ascii_digit());
    let happened = |cue| matches!(cue, Cue::Harmed(_) | Cue::Act(_, Form::Noun | Form::Of));
    years && plain && number.hedge == Hedge::Exactly && sentence.longest(number.tokens.end, |cue| happened(cue).then_some(())).is_some()
}

/// Whether a bare number is a part of a name: "4750 South", "22 North Third", or ends what stands before: "Image 1 of 10 The sheriff".
fn numbers_a_name(sentence: &Sentence<'_>, counted: &Counted) -> bool {
    let capital = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.shape == Shape::Capital);
    let name =
        |i: usize| capital(i) && sentence.marks_at(i).is_empty() && sentence.names_at(i).iter().all(|m| matches!(m.name, Name::Place(_)));
    let (start, end) = (counted.tokens.start, counted.tokens.end);
    let house = counted.low >= Some(1000.0) && sentence.word(start).bytes().all(|b| b.is_ascii_digit());
    let opens = sentence.is(end, Word::The) || sentence.is(end, Word::A) || sentence.is(end, Word::Person);
    let behind = capital(end) && (opens || house || name(end) && capital(end + 1));
    let within = start > 0 && name(start - 1) && (capital(start) || titled(sentence, start));
    let second = start > 2 && sentence.is(start - 1, Word::And) && titled(sentence, start - 2) && name(start - 3);
    let within = within || second;
    start > 0 && counted.noun == Noun::Bare && counted.hedge == Hedge::Exactly && !counted.other && (behind || within)
}

/// Whether small digits stand behind a name of two words, as the number of it: "Nord Stream 2".
fn titled(sentence: &Sentence<'_>, at: usize) -> bool {
    let capital = |i: usize| sentence.tokens[i].shape == Shape::Capital;
    let digits = sentence.tokens[at].shape == Shape::Digits && sentence.word(at).len() < 3;
    digits && at > 1 && capital(at - 1) && capital(at - 2) && sentence.names_at(at - 1).is_empty()
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
        other: sentence.word_before(number.tokens.start, Word::Other)
            || (number.tokens.start + 1..=number.digits.start).any(|i| sentence.word_before(i, Word::Other)),
        article: number.shape == NumberShape::One,
        name: false,
        known: false,
        list: false,
    };
    let quoted = |i: usize| sentence.tokens.get(i).is_some_and(|_| matches!(sentence.word(i), "«" | "»" | "“" | "”" | "\""));
    let closes = number.tokens.start > 0 && quoted(number.tokens.start - 1) && quoted(number.tokens.end);
    let mut at = number.tokens.end + usize::from(closes);
    let mut limit = at + REACH;
    while found.noun != Noun::Percent && at < limit {
        if let Some(end) = age_at(sentence, numbers, at).filter(|_| number.shape == NumberShape::One) {
            (found.noun, found.tokens.end, at) = (Noun::People(Group::People), end, end);
            limit = end + REACH;
        } else if let Some(end) = sentence.word_cue(at, Word::Other) {
            (found.other, found.tokens.end, at) = (true, end, end);
        } else if let Some(end) = ordinal(sentence, at).filter(|_| found.article && found.noun == Noun::Bare) {
            (found.other, at) = (true, end);
        } else if let Some(end) = ordinal(sentence, at).filter(|_| at == number.tokens.end) {
            at = end;
        } else if let Some((end, noun)) = noun(sentence, at) {
            (found.tokens.end, found.noun) = (end, noun);
            break;
        } else if at == number.tokens.end && befalls_people(sentence, at) {
            at += 1;
        } else if let Some(mark) = sentence.names_at(at).iter().rev().find(|m| matches!(m.name, Name::Demonym(_))) {
            (found.noun, found.tokens.end, at) = (Noun::People(Group::People), mark.end, mark.end);
        } else if let Some(end) = head(sentence, at).filter(|_| matches!(found.noun, Noun::People(_))) {
            at = end;
        } else if sentence.is(at, Word::Part) || (sentence.is(at, Word::Of) && found.article && found.noun == Noun::Unknown) {
            break;
        } else if sentence.is(at, Word::Of)
            || (sentence.is(at, Word::Some) && at == number.tokens.end && !found.article)
            || (sentence.is(at - 1, Word::Of) && (sentence.is(at, Word::The) || sentence.is(at, Word::Possessive)))
        {
            at += 1;
        } else if let Some(of) = numbers.iter().find(|n| n.tokens.start == at && some_of(sentence, number.tokens.end, at)) {
            (at, limit) = (of.tokens.end, of.tokens.end + REACH);
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

/// Whether nothing but "of the" stands between two numbers: "two of the | four".
fn some_of(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    to > from && sentence.skip(from, &[Word::Of, Word::Some, Word::The]) == to
}

/// Where a noun ends that goes before another: "a Russian military helicopter".
fn head(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    sentence.longest(at, |cue| matches!(cue, Cue::Head(..)).then_some(())).map(|(end, ())| end)
}

/// Where an ordinal ends: "a third man".
fn ordinal(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    sentence.longest(at, |cue| matches!(cue, Cue::Number(NumberCue::Ordinal(_))).then_some(())).map(|(end, ())| end)
}

/// Where an age ends that begins at a token: "17-year-old".
pub(super) fn age_at(sentence: &Sentence<'_>, numbers: &[Number], at: usize) -> Option<usize> {
    let age = numbers.iter().find(|n| n.shape == NumberShape::Age && n.tokens.start == at)?;
    sentence.longest(age.tokens.end, |cue| matches!(cue, Cue::Number(NumberCue::Age(Side::After))).then_some(())).map(|(end, ())| end)
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
            name: false,
            known: false,
            list: false,
        })
    });
    people.collect()
}

/// Whether a participle goes before the people whom it tells of: "three | abducted Kenyan students".
fn befalls_people(sentence: &Sentence<'_>, at: usize) -> bool {
    let participle = sentence.longest(at, |cue| matches!(cue, Cue::Act(_, Form::Participle)).then_some(()));
    let Some((mut end, ())) = participle else { return false };
    if let Some(mark) = sentence.names_at(end).iter().find(|mark| matches!(mark.name, Name::Demonym(_))) {
        end = mark.end;
    }
    sentence.longest(end, |cue| matches!(cue, Cue::People(_)).then_some(())).is_some()
}

fn noun(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Noun)> {
    sentence.longest(at, |cue| match cue {
        Cue::People(group) => Some(Noun::People(group)),
        Cue::Harmed(harm) => Some(Noun::Harmed(harm)),
        Cue::Object(object) => Some(Noun::Object(object)),
        _ => None,
    })
}
