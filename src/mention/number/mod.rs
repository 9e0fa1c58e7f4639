//! Numbers with their hedges: "au moins 47", "près de 30 000", "entre 10 et 50", "une vingtaine", "several hundred".
//!
//! Out of scope, as news does not count people so: negative numbers, powers and exponents ("1e6"), decimals in words ("two point
//! five"), fractions of ordinals beyond a plain part ("three twenty-fifths") and mixed numbers ("one and a fourth"), a letter for a
//! scale that is also a unit ("10M"), ordinals as bounds ("between the tenth and the fifteenth"), mathematical signs ("< ="). Dates,
//! times, phone numbers, versions and numbers that are names are left out on purpose.

mod numeral;

use std::ops::Range;

pub(crate) use numeral::{Form, bound_before, joint, numeral};
use numeral::{Numeral, number_cue};

use super::sentence::NameMark;
use super::{Sentence, period};
use crate::lexicon::{Cue, Joint, Name, NumberCue, Side, Word};
use crate::model::{Hedge, Quantity};
use crate::text::Shape;

/// How a number is told, and what it cannot count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberShape {
    /// "47", "2,5 millions".
    Digits,
    /// "quarante-sept".
    Spelled,
    /// "une vingtaine", "two dozen".
    Round,
    /// "plusieurs", "des dizaines".
    Vague,
    /// The indefinite article alone: a count only where the sentence tells of one.
    One,
    /// "22 %".
    Percent,
    /// "la moitié": a share of one.
    Share,
    /// "13 ans", "aged 30".
    Age,
    /// "$20 million".
    Money,
}

/// A number of a sentence. Bounds are included; those of what is counted whole lie one beside the number where the hedge leaves it
/// out ("plus de dix": 11 and more).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// With its hedges, without the noun.
    pub tokens: Range<usize>,
    /// The bare number.
    pub digits: Range<usize>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub hedge: Hedge,
    pub shape: NumberShape,
}

/// The numbers of a sentence, in order. Dates, times, ordinals and numbers that are names are none. `dated`: the tokens that tell a
/// time, in order.
pub(crate) fn numbers(sentence: &Sentence, dated: &[Range<usize>]) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        if !begins(sentence, at) {
            at += 1;
            continue;
        }
        let next_dated = dated.get(dated.partition_point(|d| d.end <= at));
        if let Some(end) = next_dated.filter(|d| d.contains(&at)).map(|d| d.end).or_else(|| joint(sentence, at, Joint::Never)) {
            at = end;
            continue;
        }
        match hedged(sentence, at) {
            Some(number) => {
                at = number.tokens.end;
                let overlaps = next_dated.is_some_and(|d| d.start < number.tokens.end);
                if !overlaps && counts(sentence, &number) {
                    push(sentence, &mut out, number);
                }
            }
            None => at += 1,
        }
    }
    out
}

/// Whether a number can begin at a token: digits, or a word of numbers that is not one between them.
fn begins(sentence: &Sentence, at: usize) -> bool {
    let word = |cue| match cue {
        NumberCue::Joint(joint) => matches!(joint, Joint::Article | Joint::Between | Joint::Money | Joint::Never),
        NumberCue::Hedge(_, side) => side == Side::Before,
        NumberCue::Part(_) | NumberCue::Ordinal(_) | NumberCue::Age(_) | NumberCue::Label(_) => false,
        _ => true,
    };
    sentence.tokens[at].shape == Shape::Digits || sentence.marks_at(at).iter().any(|m| number_cue(m.cue).is_some_and(word))
}

/// The numbers of a sentence as the model has them, indefinite articles left out.
pub(super) fn quantities(sentence: &Sentence) -> Vec<Quantity> {
    let numbers = numbers(sentence, &period::dated(sentence)).into_iter().filter(|n| n.shape != NumberShape::One);
    let read = numbers.filter_map(|number| {
        let unit = match number.shape {
            NumberShape::Percent => "percent",
            NumberShape::Money => "money",
            NumberShape::Age => "years",
            _ => "",
        };
        let quantity = Quantity::new(number.low, number.high, number.hedge, unit).ok()?;
        Some(quantity.spanning(sentence.span(number.tokens)))
    });
    read.collect()
}

/// Adds a number, joined to the one before where the two bound one: "more than ten but fewer than twenty".
fn push(sentence: &Sentence, out: &mut Vec<Number>, number: Number) {
    if let Some(before) = out.last_mut() {
        let adjoin =
            before.tokens.end == number.tokens.start || joint(sentence, before.tokens.end, Joint::But) == Some(number.tokens.start);
        let bounds = match (before.low, before.high, number.low, number.high) {
            (Some(low), None, None, Some(high)) | (None, Some(high), Some(low), None) if low < high => Some((low, high)),
            _ => None,
        };
        let whole = |n: &Number| n.hedge != Hedge::Vague && n.hedge != Hedge::Nearly;
        if let Some((low, high)) = bounds.filter(|_| adjoin && whole(before) && whole(&number)) {
            before.tokens.end = number.tokens.end;
            before.digits.end = number.digits.end;
            (before.low, before.high, before.hedge) = (Some(low), Some(high), Hedge::Between);
            return;
        }
    }
    out.push(number);
}

/// The number with its hedges and its range that begins at a token. What "has gone up to" a figure is that figure, not at most.
fn hedged(sentence: &Sentence, at: usize) -> Option<Number> {
    let (start, before) = hedges_before(sentence, at);
    // "at least another 400".
    let other = sentence
        .word_cue(start, Word::Other)
        .filter(|end| before.is_some() && sentence.tokens.get(*end).is_some_and(|t| t.shape == Shape::Digits));
    let start = other.unwrap_or(start);
    let grown = before == Some(Hedge::AtMost) && at > 0 && joint(sentence, at - 1, Joint::Change).is_some();
    let (at, before) = if grown { (start, None) } else { (at, before) };
    let (digits, low, high) = ranged(sentence, start).or_else(|| {
        let start = money(sentence, start).unwrap_or(start);
        numeral(sentence, start, true).map(|number| (start..number.end, number, number))
    })?;
    if high.form == Form::Article && before.is_some_and(|hedge| !bounds_one(sentence, digits.start, hedge)) {
        return None;
    }
    let percent = joint(sentence, digits.end, Joint::Percent);
    let end = percent.unwrap_or(digits.end);
    let (end, after) = match hedge_after(sentence, end) {
        Some((end, hedge)) => (end, Some(hedge)),
        None => (end, hedge_behind_noun(sentence, end)),
    };
    let own = match low.form {
        _ if low.value < high.value => Hedge::Between,
        Form::Vague => Hedge::Vague,
        Form::Round => Hedge::About,
        _ => Hedge::Exactly,
    };
    let said = before.filter(|h| *h != Hedge::About || after.is_none()).or(after);
    let hedge = said.filter(|h| own != Hedge::Vague && !(own == Hedge::Between && *h == Hedge::About)).unwrap_or(own);
    let shape = match high.form {
        _ if aged(sentence, at..end, &digits) => NumberShape::Age,
        _ if percent.is_some() => NumberShape::Percent,
        _ if is_money(sentence, digits.start) => NumberShape::Money,
        Form::Digits => NumberShape::Digits,
        Form::Spelled => NumberShape::Spelled,
        Form::Round => NumberShape::Round,
        Form::Vague => NumberShape::Vague,
        Form::Share => NumberShape::Share,
        Form::Article if hedge == Hedge::Exactly => NumberShape::One,
        Form::Article => NumberShape::Spelled,
    };
    let step = if percent.is_none() && low.value.fract() == 0.0 && high.value.fract() == 0.0 { 1.0 } else { 0.0 };
    let (low, high) = match hedge {
        Hedge::Exactly | Hedge::About | Hedge::Between => (Some(low.value), Some(high.value)),
        Hedge::AtLeast | Hedge::Vague => (Some(low.value), None),
        Hedge::MoreThan => (Some(low.value + step), None),
        Hedge::AtMost | Hedge::Nearly => (None, Some(high.value)),
        Hedge::LessThan => (None, Some((high.value - step).max(0.0))),
    };
    Some(Number { tokens: at..end, digits, low, high, hedge, shape })
}

/// Whether a hedge before an article makes it a number: "au moins un mort", but not "over a hill" or "près d'une ville".
fn bounds_one(sentence: &Sentence, at: usize, hedge: Hedge) -> bool {
    let value = sentence.longest(at, |cue| matches!(number_cue(cue)?, NumberCue::Value(_)).then_some(()));
    value.is_some() && !matches!(hedge, Hedge::About | Hedge::Nearly)
}

/// The hedge behind a number, unless it is the beginning of one before the next: "moins de 10 et plus | de 40".
fn hedge_after(sentence: &Sentence, at: usize) -> Option<(usize, Hedge)> {
    let (end, hedge) = sentence.longest(at, |cue| match number_cue(cue)? {
        NumberCue::Hedge(hedge, Side::After) => Some(hedge),
        _ => None,
    })?;
    let next = |from: usize| Some(hedges_before(sentence, from).0).filter(|to| *to >= end && numeral(sentence, *to, true).is_some());
    (at..end).all(|from| next(from).is_none()).then_some((end, hedge))
}

/// The hedge behind what is counted: "150 pompiers environ".
fn hedge_behind_noun(sentence: &Sentence, at: usize) -> Option<Hedge> {
    let noun = sentence.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower);
    let sign = sentence.tokens.get(at + 1).is_none_or(|t| t.shape == Shape::Sign);
    if noun && !sign { hedge_after(sentence, at + 1).map(|(_, hedge)| hedge) } else { None }
}

/// The hedges that begin at a token: where they end and what they say. Of several the one that bounds counts: "at least about 20".
fn hedges_before(sentence: &Sentence, at: usize) -> (usize, Option<Hedge>) {
    let (mut end, mut said) = (at, None);
    while let Some((next, hedge)) = sentence.longest(end, |cue| match number_cue(cue)? {
        NumberCue::Hedge(hedge, Side::Before) => Some(hedge),
        _ => None,
    }) {
        end = next;
        said = said.filter(|_| hedge == Hedge::About).or(Some(hedge));
    }
    (end, said)
}

/// "10 à 50", "entre 10 et 50", "80 to 100", "10-15", "deux ou trois": the tokens of both ends, and both.
fn ranged(sentence: &Sentence, at: usize) -> Option<(Range<usize>, Numeral, Numeral)> {
    let Some(start) = joint(sentence, at, Joint::Between) else {
        let to = |end| {
            let link = |wanted| joint(sentence, end, wanted);
            link(Joint::To).or_else(|| link(Joint::Or)).or_else(|| hyphen(sentence, end))
        };
        return if changes(sentence, at) { None } else { ends(sentence, at, true, to) };
    };
    let and = |end| joint(sentence, end, Joint::And);
    ends(sentence, start, false, and).or_else(|| ends(sentence, start, true, and))
}

/// Two numbers in rising order and what parts them. A scale behind the second is meant for both: "2 à 3 millions".
fn ends(sentence: &Sentence, at: usize, joined: bool, parted: impl Fn(usize) -> Option<usize>) -> Option<(Range<usize>, Numeral, Numeral)> {
    let start = money(sentence, at).unwrap_or(at);
    let low = numeral(sentence, start, joined)?;
    let next = parted(joint(sentence, low.end, Joint::Percent).unwrap_or(low.end))?;
    let high = numeral(sentence, money(sentence, next).unwrap_or(next), true)?;
    let shared = low.scale < high.scale && low.value < high.value / high.scale;
    let low = Numeral { value: if shared { low.value * high.scale } else { low.value }, ..low };
    let counted = low.form != Form::Vague && !(low.form == Form::Article && high.form == Form::Digits);
    (counted && low.value < high.value).then_some((start..high.end, low, high))
}

/// Behind the hyphen of "10-15". More than two numbers, and a short one before one of four digits, are no range but a date or a phone
/// number.
fn hyphen(sentence: &Sentence, at: usize) -> Option<usize> {
    let digits = |i: usize| sentence.tokens.get(i).filter(|t| t.shape == Shape::Digits);
    let high = digits(at).filter(|t| t.glued && t.start > sentence.tokens[at - 1].end)?;
    digits(at - 1)?;
    let joined = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.glued && t.start > sentence.tokens[i - 1].end);
    let chained = joined(at + 1) || bound_before(sentence, at - 1) || joined(at - 1);
    let phone = sentence.word(at - 1).len() == 3 && high.end - high.start == 4;
    (!chained && !phone).then_some(at)
}

/// Whether words that tell of a change stand before a range's first word, or it opens a headline that tells of one: "De 120 à 129, le
/// nombre de morts grimpe". What follows are two numbers, the old and the new.
fn changes(sentence: &Sentence, at: usize) -> bool {
    const HEADLINE: usize = 16;
    let change = |i: usize| joint(sentence, i, Joint::Change).is_some();
    let opens = at == 1 || at > 1 && sentence.word(at - 2) == ":";
    let from = opens && [Word::Of, Word::At].iter().any(|word| sentence.is(at - 1, *word));
    let comma = || (at..sentence.tokens.len().min(at + 6)).find(|i| sentence.word(*i) == ",");
    let told = || comma().is_some_and(|from| (from..sentence.tokens.len().min(from + HEADLINE)).any(change));
    (at.saturating_sub(3)..at).any(change) || (from && told())
}

/// Behind the sign of a currency.
fn money(sentence: &Sentence, at: usize) -> Option<usize> {
    joint(sentence, at, Joint::Money)
}

fn is_money(sentence: &Sentence, at: usize) -> bool {
    at > 0 && money(sentence, at - 1) == Some(at)
}

/// Whether a number tells an age: its words say so, or it stands alone between commas behind a name.
fn aged(sentence: &Sentence, tokens: Range<usize>, digits: &Range<usize>) -> bool {
    let after = sentence.longest(tokens.end, |cue| (number_cue(cue)? == NumberCue::Age(Side::After)).then_some(()));
    after.is_some()
        || cued_before(sentence, tokens.start, NumberCue::Age(Side::Before))
        || cued_before(sentence, digits.start, NumberCue::Age(Side::Before))
        || apposed(sentence, digits)
}

/// ", 25,": a number of years between commas behind a word, or in brackets behind a name; also the first of two, ", 26 and 21,".
fn apposed(sentence: &Sentence, digits: &Range<usize>) -> bool {
    let sign = |i: usize, signs: &[&str]| sentence.tokens.get(i).is_some_and(|_| signs.contains(&sentence.word(i)));
    let Some(comma) = digits.start.checked_sub(1).filter(|i| *i > 0 && sign(*i, &[",", "("])) else { return false };
    let before = sentence.tokens[comma - 1];
    let name = (before.shape == Shape::Capital || sign(comma - 1, &["."])) && !located(sentence, comma);
    let closes = |end: usize| match sentence.word(comma) {
        "(" => name && sign(end, &[")"]),
        _ if sign(end, &[",", ".", ";", "—", "–", ")"]) => before.is_word() || name,
        _ => name && comma > 1 && sentence.tokens[comma - 2].shape == Shape::Capital && comes_from(sentence, end),
    };
    let small = sentence.tokens[digits.start].shape == Shape::Digits && sentence.word(digits.start).len() < 3;
    let second = joint(sentence, digits.end, Joint::And).filter(|at| sentence.tokens.get(*at).is_some_and(|t| t.shape == Shape::Digits));
    digits.len() == 1 && small && (closes(digits.end) || second.is_some_and(|at| sentence.word(at).len() < 3 && closes(at + 1)))
}

/// Whether a bracket counts what happened at the place named before it: "Hull (2)"; or goes on counting: "Xai (7 deaths), Hull (2)".
fn located(sentence: &Sentence, bracket: usize) -> bool {
    let capital = |i: usize| sentence.tokens[i].shape == Shape::Capital;
    let place = |mark: &NameMark| !mark.quiet && mark.end == bracket && matches!(mark.name, Name::Place(_));
    let named = bracket == 1 || !capital(bracket - 2);
    let counted = |i: usize| sentence.word(i) == "(" && sentence.marks_at(i + 2).iter().any(|mark| matches!(mark.cue, Cue::Harmed(_)));
    sentence.word(bracket) == "(" && (named && sentence.names_at(bracket - 1).iter().any(place) || (0..bracket).any(counted))
}

/// "32 of Lyon": whence somebody is, behind an age.
fn comes_from(sentence: &Sentence, at: usize) -> bool {
    let of = [Word::Of, Word::At].iter().find_map(|word| sentence.word_cue(at, *word));
    let capital = |at: usize| sentence.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital);
    of.is_some_and(|at| capital(at) && !sentence.is(at + 1, Word::Possessive))
}

/// Whether a phrase with that meaning ends before a token.
fn cued_before(sentence: &Sentence, at: usize, wanted: NumberCue) -> bool {
    let near = at.saturating_sub(4)..at;
    near.into_iter().any(|i| sentence.marks_at(i).iter().any(|m| m.end == at && number_cue(m.cue) == Some(wanted)))
}

/// Whether a number counts something: it is no year, no label, no link of a chain of numbers.
fn counts(sentence: &Sentence, number: &Number) -> bool {
    let bare = number.hedge == Hedge::Exactly && matches!(number.shape, NumberShape::Digits | NumberShape::Spelled);
    let counted = sentence.marks_at(number.tokens.end).iter().any(|m| matches!(m.cue, Cue::People(_) | Cue::Harmed(_) | Cue::Object(_)));
    let labelled = cued_before(sentence, number.digits.start, NumberCue::Label(Side::Before)) && bare && !counted
        || sentence.longest(number.tokens.end, |cue| (number_cue(cue)? == NumberCue::Label(Side::After)).then_some(())).is_some();
    let chained = bare
        && [number.digits.start, number.digits.end].iter().any(|&i| {
            let digits = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.shape == Shape::Digits);
            i > 0 && digits(i - 1) && digits(i) && sentence.tokens[i].glued
        });
    !labelled && !chained && !ordinal(sentence, number)
}

/// Whether a spelled number is the beginning of an ordinal: "vingt-cinquième", "vingt et unième".
fn ordinal(sentence: &Sentence, number: &Number) -> bool {
    let end = joint(sentence, number.tokens.end, Joint::And).unwrap_or(number.tokens.end);
    let joined = end > number.tokens.end || sentence.tokens.get(end).is_some_and(|t| t.glued);
    let cue = sentence.longest(end, |cue| matches!(number_cue(cue)?, NumberCue::Ordinal(_)).then_some(()));
    number.shape == NumberShape::Spelled && joined && cue.is_some()
}

#[cfg(test)]
mod tests;
