//! Times that are told by their distance: "il y a 18 mois", "ces trois derniers jours", "la semaine dernière".

use super::phrase::{Item, When, Year};
use super::words::{Read, Reader};
use crate::lexicon::{Cue, Joint, Link, Side, TimeCue, Unit, Word};
use crate::mention::number::joint;

impl Reader<'_, '_> {
    /// "il y a 18 mois", "dans deux jours", "three days ago", "two days later".
    pub fn away(&self, at: usize) -> Read<When> {
        let told = |cue, side| match cue {
            TimeCue::Ago(s) if s == side => Some((-1, false)),
            TimeCue::Ahead(s) if s == side => Some((1, false)),
            TimeCue::Earlier(s) if s == side => Some((-1, true)),
            TimeCue::Later(s) if s == side => Some((1, true)),
            _ => None,
        };
        let before = self.pick(at, |cue| told(cue, Side::Before));
        let (end, count) = self.count(before.map_or(at, |(end, _)| end))?;
        let (end, unit) = self.unit(end)?;
        let (end, (sign, told)) = match before {
            Some((_, told)) => (end, told),
            None => self.pick(end, |cue| told(cue, Side::After))?,
        };
        Some((end, When::Away { unit, count: count.map(|n| sign * n), told }))
    }

    /// "au cours des dernières 24 heures", "these past three days", "ces 48 heures", "ces derniers mois". Words that tell what the
    /// stretch is a part of make it none: "the last two weeks of July".
    pub fn window(&self, at: usize) -> Read<When> {
        let opened = self.link(at, Link::Window).map(|(end, ())| end);
        let (start, before) = self.shifted(opened.unwrap_or(at));
        let (end, count) = self.count(start).map_or((start, None), |(end, count)| (end, Some(count)));
        let (end, between) = self.shifted(end);
        let (end, (unit, several)) = self.units(end)?;
        let (end, after) = self.shifted_behind(end);
        let several = several || [before, between, after].iter().flatten().any(|(_, several)| *several);
        let number = count.flatten();
        let days = unit == Unit::Hour && number.is_some_and(|n| n % 24 == 0);
        let these = count.is_some() && (before.is_some_and(|(shift, _)| shift == 0) || opened.is_some() && days);
        let behind = between.or(after).filter(|_| opened.is_some() || count.is_none());
        let moved = [before, behind].into_iter().flatten().find(|(shift, _)| *shift != 0);
        let direction = i64::from(moved.map(|(shift, _)| shift).or(these.then_some(-1))?);
        let many = number.map_or(several, |n| n > 1);
        (many && !self.part_of(end)).then_some((end, When::Window { unit, count: number.map(|n| n * direction) }))
    }

    /// "la semaine dernière", "this month", "lundi prochain", "last June", "mardi de la semaine dernière".
    pub fn calendar(&self, at: usize) -> Read<When> {
        let (start, before) = self.shifted(self.skip(at, &[Link::The]));
        let shifted = |end| {
            let (end, after) = self.shifted_behind(end);
            (end, after.or(before).map(|(shift, _)| shift))
        };
        if let Some((end, (unit, several))) = self.units(start) {
            let (end, shift) = shifted(end);
            let shift = shift.or((unit == Unit::Weekend).then_some(0))?;
            let long = !several && !matches!(unit, Unit::Day | Unit::Hour);
            return (long && !self.part_of(end)).then_some((end, When::Calendar { unit, shift }));
        }
        if let Some((end, weekday)) = self.weekday(start) {
            let (end, shift) = shifted(end);
            let week = self.calendar(self.skip(end, &[Link::Of]));
            return Some(match week {
                Some((end, When::Calendar { unit: Unit::Week, shift: week })) => (end, When::WeekdayOf { weekday, week }),
                _ => (self.daytime(end), When::Weekday { weekday, shift }),
            });
        }
        if let Some((end, (month, sure))) = self.month(start) {
            let (end, shift) = shifted(end);
            let shift = shift.filter(|shift| sure || *shift != 0)?;
            return Some((end, When::Month { month, year: Year::Unknown, shift: Some(shift) }));
        }
        let (end, (month, _)) = self.season(start)?;
        let (end, shift) = shifted(end);
        Some((end, When::Season { month, year: Year::Unknown, shift: Some(shift?) }))
    }

    /// "l'année", "of the week": the unit that today lies in.
    pub fn unit_of(&self, at: usize) -> Read<Item> {
        let (end, unit) = self.unit(self.skip(at, &[Link::The]))?;
        let long = !matches!(unit, Unit::Day | Unit::Hour);
        long.then_some((end, (When::Calendar { unit, shift: 0 }.whole(), None)))
    }

    /// Whether what stands behind a stretch of time tells what it is a part of.
    fn part_of(&self, at: usize) -> bool {
        self.link(at, Link::Of).is_some_and(|(end, ())| {
            self.named(end, true).is_some() || self.year_alone(end, true).is_some() || self.calendar(end).is_some()
        })
    }

    /// Whether what follows says of what a day is told, so that it is not of what was told last: "la veille du vote" and, where an
    /// article can say so, "the day after the vote".
    pub fn of_something(&self, at: usize, article: bool) -> bool {
        let named = || self.link(at, Link::The).is_some() || joint(self.sentence, at, Joint::Article).is_some();
        let owned = || self.sentence.marks_at(at).iter().any(|m| m.cue == Cue::Word(Word::Possessive));
        self.link(at, Link::Of).is_some() || article && (named() || owned())
    }

    /// Behind a shift, and what it says.
    fn shifted(&self, at: usize) -> (usize, Option<(i32, bool)>) {
        self.shift(at).map_or((at, None), |(end, shift)| (end, Some(shift)))
    }

    fn shifted_behind(&self, at: usize) -> (usize, Option<(i32, bool)>) {
        self.shift_behind(at).map_or((at, None), |(end, shift)| (end, Some(shift)))
    }
}
