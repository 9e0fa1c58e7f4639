//! The words that phrases of time are put together from.

use std::ops::Range;

use super::phrase::{When, Year};
use crate::lexicon::{Cue, Joint, Link, NumberCue, Side, TimeCue, Unit};
use crate::mention::Sentence;
use crate::mention::number::{Form, bound_before, numeral};
use crate::text::Shape;

/// The years that news speaks of in digits.
pub(super) const YEARS: Range<i32> = 1800..2101;

/// What was read, and the token behind it.
pub(super) type Read<T> = Option<(usize, T)>;

/// Reads words of time at a token.
pub(super) struct Reader<'s, 't> {
    pub sentence: &'s Sentence<'t>,
}

impl Reader<'_, '_> {
    /// A day of the month: "27", "1er", "3rd".
    pub fn day(&self, at: usize) -> Read<u32> {
        let token = self.sentence.tokens.get(at).filter(|t| t.shape == Shape::Digits && t.end - t.start <= 2)?;
        let day = self.sentence.word(at).parse().ok().filter(|day| (1..=31).contains(day))?;
        let next = self.sentence.tokens.get(at + 1).filter(|next| next.start == token.end);
        let suffix = self.link(at + 1, Link::Suffix).filter(|_| next.is_some()).map(|(end, ())| end);
        (suffix.is_some() || next.is_none_or(|next| next.shape == Shape::Sign)).then_some((suffix.unwrap_or(at + 1), day))
    }

    /// A month, with the full stop of its abbreviation, and whether it is surely one.
    pub fn month(&self, at: usize) -> Read<(u32, bool)> {
        let (end, found) = self.pick(at, |cue| match cue {
            TimeCue::Month(month, sure) => Some((month, sure)),
            _ => None,
        })?;
        Some((self.full_stop(end), found))
    }

    pub fn season(&self, at: usize) -> Read<(u32, bool)> {
        self.pick(at, |cue| match cue {
            TimeCue::Season(month, sure) => Some((month, sure)),
            _ => None,
        })
    }

    /// A weekday that needs no date beside it.
    pub fn weekday(&self, at: usize) -> Read<u32> {
        self.pick(at, |cue| match cue {
            TimeCue::Weekday(day, true) => Some(day),
            _ => None,
        })
    }

    /// A year of four digits.
    pub fn year(&self, at: usize) -> Read<i32> {
        let token = self.sentence.tokens.get(at).filter(|t| t.shape == Shape::Digits && t.end - t.start == 4)?;
        let year = self.sentence.word(at).parse().ok().filter(|year| YEARS.contains(year))?;
        let next = self.sentence.tokens.get(at + 1).filter(|next| next.start == token.end);
        let whole = next.is_none_or(|next| next.shape == Shape::Sign && !self.scaled(at + 1) && self.sentence.word(at + 1) != "/");
        let linked = self.hyphen(at) && (self.hyphen(at - 1) || self.year(at - 1).is_none());
        let behind = at > 0 && token.start == self.sentence.tokens[at - 1].end && bound_before(self.sentence, at);
        (whole && !linked && !behind).then_some((at + 1, year))
    }

    /// Whether a hyphen joins digits to the digits before them.
    pub fn hyphen(&self, at: usize) -> bool {
        let digits = |i: usize| self.sentence.tokens.get(i).filter(|t| t.shape == Shape::Digits);
        let before = at.checked_sub(1).and_then(digits);
        before.zip(digits(at)).is_some_and(|(before, token)| token.glued && token.start > before.end)
    }

    /// A year behind a month or a date, over "de", "of" or a comma: "2016", "last year".
    pub fn year_behind(&self, at: usize) -> (usize, Year) {
        let start = self.skip(self.comma(at), &[Link::Of]);
        if let Some((end, year)) = self.year(start).filter(|(end, _)| !self.scaled(*end)) {
            return (end, Year::Told(year));
        }
        match self.calendar(start) {
            Some((end, When::Calendar { unit: Unit::Year, shift })) => (end, Year::Shifted(shift)),
            _ => (at, Year::Unknown),
        }
    }

    /// How many, whatever hedges it: a number, or `None` for "quelques".
    pub fn count(&self, at: usize) -> Read<Option<i64>> {
        let Some(number) = numeral(self.sentence, at, true) else {
            let next = self.hedges(at);
            return if next > at { self.count(next) } else { None };
        };
        match number.form {
            Form::Vague | Form::Round => Some((number.end, None)),
            Form::Share => None,
            _ => Some((number.end, Some(number.value as i64).filter(|n| (1..10_000).contains(n)))),
        }
    }

    pub fn unit(&self, at: usize) -> Read<Unit> {
        self.units(at).map(|(end, (unit, _))| (end, unit))
    }

    /// A unit, and whether more than one is meant.
    pub fn units(&self, at: usize) -> Read<(Unit, bool)> {
        self.pick(at, |cue| match cue {
            TimeCue::Unit(unit, several) => Some((unit, several)),
            _ => None,
        })
    }

    /// Behind "dernier", "this" or "next": what it says and whether of more than one.
    pub fn shift(&self, at: usize) -> Read<(i32, bool)> {
        self.pick(at, |cue| match cue {
            TimeCue::Shift(shift, several) => Some((shift, several)),
            _ => None,
        })
    }

    /// The same behind what it moves: "mardi dernier". Before another word that it can move it belongs to that: "June | last year".
    pub fn shift_behind(&self, at: usize) -> Read<(i32, bool)> {
        let moves = |at| self.unit(at).is_some() || self.month(at).is_some() || self.weekday(at).is_some();
        self.shift(at).filter(|(end, _)| !moves(*end))
    }

    /// Behind the hedges of a number.
    pub fn hedges(&self, at: usize) -> usize {
        let next = self.sentence.longest(at, |cue| matches!(cue, Cue::Number(NumberCue::Hedge(_, Side::Before))).then_some(()));
        next.map_or(at, |(end, ())| self.hedges(end))
    }

    /// Whether a hedge of a number ends before a token.
    pub fn hedged(&self, at: usize) -> bool {
        self.marked_before(at, |cue| matches!(cue, Cue::Number(NumberCue::Hedge(_, Side::Before))))
    }

    /// Whether a phrase with such a meaning ends before a token.
    pub fn marked_before(&self, at: usize, wanted: impl Fn(Cue) -> bool) -> bool {
        let near = at.saturating_sub(4)..at;
        near.into_iter().any(|i| self.sentence.marks_at(i).iter().any(|m| m.end == at && wanted(m.cue)))
    }

    /// Whether what stands behind a number shows that it counts.
    pub fn counts(&self, at: usize) -> bool {
        let counted = |cue| matches!(cue, Cue::People(_) | Cue::Harmed(_) | Cue::Object(_));
        self.scaled(at) || self.sentence.marks_at(at).iter().any(|m| counted(m.cue))
    }

    /// Whether a factor or a percent sign stands behind a number.
    pub fn scaled(&self, at: usize) -> bool {
        self.sentence.marks_at(at).iter().any(|m| matches!(m.cue, Cue::Number(NumberCue::Scale(_) | NumberCue::Joint(Joint::Percent))))
    }

    /// Whether nothing that could be counted stands behind a number: a sign, the end, or a small word.
    pub fn closed(&self, at: usize) -> bool {
        let clock = self.sentence.tokens.get(at + 1).is_some_and(|t| t.glued && t.shape == Shape::Digits);
        let parts = |sign: &str| sign.starts_with('/') || sign == ":" && clock;
        let sign = self.sentence.tokens.get(at).is_none_or(|t| t.shape == Shape::Sign && !parts(self.sentence.word(at)));
        sign || self.link(at, Link::To).is_some()
            || self.link(at, Link::And).is_some()
            || self.sentence.marks_at(at).iter().any(|m| m.cue.is_small())
    }

    /// Behind a part of the day: "samedi [matin]".
    pub fn daytime(&self, at: usize) -> usize {
        self.link(at, Link::Daytime).map_or(at, |(end, ())| end)
    }

    pub fn comma(&self, at: usize) -> usize {
        self.sign(at, ",")
    }

    /// Behind the full stop of an abbreviation.
    pub fn full_stop(&self, at: usize) -> usize {
        self.sign(at, ".")
    }

    fn sign(&self, at: usize, sign: &str) -> usize {
        let more = at + 1 < self.sentence.tokens.len();
        if more && self.sentence.word(at) == sign { at + 1 } else { at }
    }

    /// Behind those small words, in that order, each if it is there.
    pub fn skip(&self, at: usize, links: &[Link]) -> usize {
        links.iter().fold(at, |at, link| self.link(at, *link).map_or(at, |(end, ())| end))
    }

    pub fn link(&self, at: usize, wanted: Link) -> Read<()> {
        self.pick(at, |cue| matches!(cue, TimeCue::Link(link) if link == wanted).then_some(()))
    }

    pub fn pick<T>(&self, at: usize, pick: impl Fn(TimeCue) -> Option<T>) -> Read<T> {
        self.sentence.longest(at, |cue| match cue {
            Cue::Time(cue) => pick(cue),
            _ => None,
        })
    }
}
