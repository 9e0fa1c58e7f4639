//! Dates of the calendar: days, months, seasons, years.

use chrono::NaiveDate;

use super::phrase::{Item, When, Year};
use super::words::{Read, Reader, YEARS};
use crate::lexicon::{Cue, Link, TimeCue};
use crate::mention::number::bound_before;
use crate::text::Shape;

impl Reader<'_, '_> {
    /// A date with its day: "samedi 27 février 2016", "Tuesday, May 3-5", "27/02/2016", "le 5".
    pub fn dated(&self, at: usize) -> Read<Item> {
        let article = self.skip(at, &[Link::The]);
        let shifted = self.shift(article).map_or(article, |(end, _)| end);
        let weekday = self.pick(shifted, |cue| match cue {
            TimeCue::Weekday(n, _) => Some(n),
            _ => None,
        });
        let start = weekday.map_or(shifted, |(end, _)| self.skip(self.comma(self.full_stop(end)), &[Link::The]));
        let told = weekday.is_some() || article > at;
        let (end, (mut first, last)) = self
            .day_month(start)
            .or_else(|| self.month_day(start))
            .or_else(|| self.numeric(start))
            .or_else(|| self.day_alone(start).filter(|(end, _)| told && self.closed(*end)))?;
        if let (When::Day { weekday: of_day, .. }, Some((_, weekday))) = (&mut first.when, weekday) {
            *of_day = Some(weekday);
        }
        Some((self.daytime(end), (first, last)))
    }

    /// "27 février 2016", "29 et 30 novembre", "3rd of May".
    fn day_month(&self, at: usize) -> Read<Item> {
        let (mut end, first) = self.day(at)?;
        let mut last = first;
        loop {
            if let Some((end, (month, _))) = self.month(self.skip(end, &[Link::Of, Link::The])) {
                return self.days(end, first, last, month);
            }
            let next = self.joined(end).unwrap_or(self.comma(end));
            let parted = next > end || self.sentence.tokens.get(next).is_some_and(|t| t.glued);
            let (next, day) = self.day(self.skip(next, &[Link::The])).filter(|_| parted)?;
            (end, last) = (next, day);
        }
    }

    /// "February 27, 2016", "May 3-5", "Nov. 29 and 30", "the May 3 raid", but not "in May 3 raids".
    fn month_day(&self, at: usize) -> Read<Item> {
        let (end, (month, _)) = self.month(at)?;
        let free = |end: &usize| !self.cued(at) || !self.counts(*end);
        let (end, first) = self.day(self.skip(end, &[Link::The])).filter(|(end, _)| free(end))?;
        let next = self.day(self.joined(end).unwrap_or(end)).filter(|(end, day)| *day > first && free(end));
        let (end, last) = next.unwrap_or((end, first));
        self.days(end, first, last, month)
    }

    /// From one day of a month to another, with the year that may follow, if the calendar has them.
    fn days(&self, at: usize, first: u32, last: u32, month: u32) -> Read<Item> {
        let (end, year) = self.year_behind(at);
        let day = |day| When::Day { day, month: Some(month), year, weekday: None }.whole();
        let there = first <= last && exists(first, month, year) && exists(last, month, year);
        there.then(|| (end, (day(first), (last > first).then(|| day(last)))))
    }

    /// Behind what joins two days: "3 au 5", "29 et 30".
    fn joined(&self, at: usize) -> Option<usize> {
        self.link(at, Link::To).or_else(|| self.link(at, Link::And)).map(|(end, ())| end)
    }

    /// "27/02/2016", "27.02.2016", "2016-02-27".
    fn numeric(&self, at: usize) -> Read<Item> {
        let token = self.sentence.tokens.get(at).filter(|t| t.shape == Shape::Digits)?;
        if bound_before(self.sentence, at) || self.hyphen(at) {
            return None;
        }
        let run = |i: &usize| {
            self.sentence.tokens[*i].glued && (self.sentence.word(*i) == "/" || self.sentence.tokens[*i].shape == Shape::Digits)
        };
        let end = (at + 1..self.sentence.tokens.len()).take_while(run).last().map_or(at + 1, |last| last + 1);
        let text = &self.sentence.text[token.start..self.sentence.tokens[end - 1].end];
        let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
        let [a, b, c] = parts[..] else { return None };
        let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
        let (x, y, z) = (number(a)?, number(b)?, number(c)?);
        let (year, month, day) = match (a.len(), c.len()) {
            (4, 1..=2) => (x, y, z),
            (1..=2, 4) if y > 12 || (x <= 12 && self.month_first()) => (z, x, y),
            (1..=2, 4) => (z, y, x),
            _ => return None,
        };
        let year = Some(year as i32).filter(|y| YEARS.contains(y))?;
        let when = When::Day { day, month: Some(month), year: Year::Told(year), weekday: None };
        exists(day, month, Year::Told(year)).then_some((end, (when.whole(), None)))
    }

    /// Whether the language writes the month before the day in digits.
    fn month_first(&self) -> bool {
        self.sentence.tongue.stands_for("/", Cue::Time(TimeCue::Link(Link::MonthFirst)))
    }

    /// A day of the month whose month stands elsewhere, or nowhere.
    pub fn day_alone(&self, at: usize) -> Read<Item> {
        let (end, day) = self.day(self.skip(at, &[Link::The]))?;
        Some((end, (When::Day { day, month: None, year: Year::Unknown, weekday: None }.whole(), None)))
    }

    /// "mars 2011", "December", "summer of 2014". A day beside it that the calendar does not have makes it none.
    pub fn named(&self, at: usize, cued: bool) -> Read<When> {
        if let Some((end, (month, sure))) = self.month(at) {
            let (end, year) = self.year_behind(end);
            let day = at > 0 && self.day(at - 1).is_some() || self.day(end).is_some_and(|(end, _)| !self.counts(end));
            let alone = !day && (cued || sure);
            return (year != Year::Unknown || alone).then_some((end, When::Month { month, year, shift: None }));
        }
        let (end, (month, _)) = self.season(self.skip(at, &[Link::The]))?;
        let name = self.sentence.tokens.get(end).is_some_and(|t| t.shape == Shape::Capital);
        let (end, year) = self.year_behind(end);
        (year != Year::Unknown || cued && !name).then_some((end, When::Season { month, year, shift: None }))
    }

    /// A year: any behind a word that asks for one; else only one that nothing makes a count.
    pub fn year_alone(&self, at: usize, cued: bool) -> Read<When> {
        let (end, year) = self.year(at)?;
        let counts = self.counts(end) || self.hedged(at) || year % 100 == 0;
        (cued && !self.scaled(end) || !counts).then_some((end, When::Year(year)))
    }

    /// Whether a word before makes a lone month or year a time: "en", "in", "of".
    pub fn cued(&self, at: usize) -> bool {
        self.marked_before(at, |cue| cue == Cue::Time(TimeCue::Link(Link::In)))
    }
}

/// Whether the calendar has the day; of a year that is not told, whether a leap year has it.
fn exists(day: u32, month: u32, year: Year) -> bool {
    let year = if let Year::Told(year) = year { year } else { 2000 };
    NaiveDate::from_ymd_opt(year, month, day).is_some()
}
