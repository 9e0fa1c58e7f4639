//! Words of time reckoned into days.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::phrase::{Phrase, Reach, Time, When, Year};
use crate::lexicon::{Part, Unit};
use crate::model::{Basis, Period, Precision};

/// What the words of one phrase are reckoned from.
pub(super) struct Now {
    pub published: Option<NaiveDate>,
    /// The time told last.
    pub last: Option<Period>,
    /// The days told last, and those told last in the same sentence.
    pub told: Option<(NaiveDate, NaiveDate)>,
    pub here: Option<(NaiveDate, NaiveDate)>,
    /// Whether what is told has happened.
    pub past: bool,
}

impl Now {
    /// The day that "two months later" is reckoned from: of the time told last, if that is exact enough.
    fn base(&self, unit: Unit) -> Option<NaiveDate> {
        match unit {
            Unit::Month | Unit::Year => self.last?.from(),
            _ => self.told.map(|(first, _)| first).filter(|day| self.last.and_then(|last| last.from()) == Some(*day)),
        }
    }

    /// What follows what was told cannot lie ahead of the day of publication where all has happened: then it follows something else.
    fn unless_ahead(&self, period: Period) -> Period {
        let ahead = self.past && self.published.zip(period.from()).is_some_and(|(p, from)| from > p);
        if ahead { Period::open(period.precision()) } else { period }
    }
}

/// The days that a phrase names, as far as they can be told.
pub(super) fn reckon(phrase: &Phrase, now: &Now) -> Period {
    let (first, last) = phrase.item;
    let period = match last {
        Some(last) => span(first, time(first, now), time(last, now)),
        None => time(first, now),
    };
    let period = if phrase.night { days(period.from(), period.to().and_then(|d| after(d, 1)), &period) } else { period };
    match (phrase.reach, phrase.beyond) {
        (Reach::At | Reach::Now, _) => period,
        (Reach::Since, false) if matches!(first.when, When::Away { count: None, .. }) => {
            now.published.map_or(period, |p| self::period(None, Some(p), period.precision(), Basis::Publication))
        }
        (Reach::Since, false) if phrase.recent() => days(period.from(), period.to().and_then(|d| after(d, 1)), &period),
        (Reach::Since, false) => days(period.from(), None, &period),
        (Reach::Since, true) => days(period.to().and_then(|d| after(d, 1)), None, &period),
        (Reach::Until, false) => days(None, period.to(), &period),
        (Reach::Until, true) => days(None, period.from().and_then(|d| after(d, -1)), &period),
    }
}

/// What one time or its part names.
fn time(time: Time, now: &Now) -> Period {
    let whole = named(time.when, now);
    time.part.map_or(whole, |part| cut(whole, part, now.published))
}

/// What a whole time names.
fn named(when: When, now: &Now) -> Period {
    let published = now.published;
    let open = Period::open(precision(when));
    let relative = |from: Option<NaiveDate>, to: Option<NaiveDate>| period(from, to, precision(when), Basis::Publication);
    match when {
        When::Day { day, month: Some(month), year: Year::Told(year), .. } => {
            NaiveDate::from_ymd_opt(year, month, day).map_or(open, |d| Period::day(d, Basis::Stated))
        }
        When::Day { day, month, year, weekday } => {
            let found = published.and_then(|p| match (month, year) {
                (Some(month), Year::Shifted(by)) => NaiveDate::from_ymd_opt(p.year() + by, month, day),
                (Some(month), _) => yearless(p, now.past, weekday, |year| NaiveDate::from_ymd_opt(year, month, day)),
                (None, _) => monthless(p, day, weekday),
            });
            found.map_or(open, |d| Period::day(d, Basis::Publication))
        }
        When::Month { month, year, shift } => year_of(now, month, year, shift)
            .map_or(open, |(year, basis)| period(first_of(year, month), last_of(year, month), Precision::Month, basis)),
        When::Season { month, year, shift } => year_of(now, month, year, shift).map_or(open, |(year, basis)| {
            let from = if month > 10 { first_of(year - 1, month) } else { first_of(year, month) };
            period(from, later(first_of(year, month), 3).and_then(|d| after(d, -1)), Precision::Month, basis)
        }),
        When::Year(year) => period(first_of(year, 1), last_of(year, 12), Precision::Year, Basis::Stated),
        When::Weekday { weekday, shift } => {
            let found = published.and_then(|p| weekday_near(p, weekday, shift, now.past));
            found.map_or(open, |d| Period::day(d, Basis::Publication))
        }
        When::WeekdayOf { weekday, week } => {
            let monday = published.and_then(|p| calendar(p, Unit::Week, week).0);
            let found = monday.and_then(|m| after(m, i64::from(weekday) - 1));
            found.map_or(open, |d| Period::day(d, Basis::Publication))
        }
        When::Days(from, to) => published.map_or(open, |p| relative(after(p, from), after(p, to))),
        When::Told(from, to) => match (now.told, published) {
            (Some((first, last)), _) => now.unless_ahead(period(after(first, from), after(last, to), Precision::Day, Basis::Anaphora)),
            (None, Some(p)) if to <= 0 => relative(after(p, from), after(p, to)),
            _ => open,
        },
        When::Here => match (now.here, published) {
            (Some((first, last)), _) => period(Some(first), Some(last), Precision::Day, Basis::Anaphora),
            (None, published) => published.map_or(open, |p| Period::day(p, Basis::Publication)),
        },
        When::Calendar { unit, shift } => published.map_or(open, |p| {
            let (from, to) = calendar(p, unit, shift);
            relative(from, to)
        }),
        When::Away { unit, count, told } => {
            let base = if told { now.base(unit) } else { published };
            let Some((base, count)) = base.zip(count) else { return open };
            let (from, to) = away(base, unit, count);
            match told {
                true => now.unless_ahead(period(from, to, precision(when), Basis::Anaphora)),
                false => period(from, to, precision(when), Basis::Publication),
            }
        }
        When::Window { unit, count } => match (published, count) {
            (Some(p), Some(count)) => {
                let other = moved(p, unit, count);
                if count < 0 { relative(other, Some(p)) } else { relative(Some(p), other) }
            }
            (Some(p), None) => relative(None, Some(p)),
            (None, _) => open,
        },
    }
}

/// How exact the words are.
fn precision(when: When) -> Precision {
    match when {
        When::Day { .. } | When::Weekday { .. } | When::WeekdayOf { .. } | When::Days(..) | When::Told(..) | When::Here => Precision::Day,
        When::Month { .. } | When::Season { .. } => Precision::Month,
        When::Year(_) => Precision::Year,
        When::Calendar { unit, .. } | When::Away { unit, .. } | When::Window { unit, .. } => match unit {
            Unit::Hour | Unit::Day | Unit::Weekend => Precision::Day,
            Unit::Week => Precision::Week,
            Unit::Month => Precision::Month,
            Unit::Year => Precision::Year,
        },
    }
}

/// The day of that weekday: the last one up to the day of publication, or the next one if what is told is to come.
fn weekday_near(published: NaiveDate, weekday: u32, shift: Option<i32>, past: bool) -> Option<NaiveDate> {
    let today = published.weekday().number_from_monday();
    let back = i64::from((today + 7 - weekday) % 7);
    let ahead = i64::from((weekday + 7 - today) % 7);
    let move_by = match shift {
        Some(shift) if shift < 0 => {
            if back == 0 {
                -7
            } else {
                -back
            }
        }
        Some(shift) if shift > 0 => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        _ if past => -back,
        _ => ahead,
    };
    after(published, move_by)
}

/// How far ahead a date without a year may lie, in days, before the one of the year before is meant.
const AHEAD: i64 = 14;

/// The date that words without a year mean: the nearest one that is past or not far ahead; the nearest of all where the words tell
/// of what is to come. A weekday beside it decides.
fn yearless(published: NaiveDate, past: bool, weekday: Option<u32>, date: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let years = published.year() - 6..=published.year() + 1;
    let fits = |d: &NaiveDate| weekday.is_none_or(|w| d.weekday().number_from_monday() == w);
    let far = |d: &NaiveDate| {
        let ahead = (*d - published).num_days();
        (past && ahead > AHEAD, ahead.abs())
    };
    let dates: Vec<NaiveDate> = years.filter_map(date).collect();
    dates.iter().copied().filter(fits).min_by_key(far).or_else(|| dates.iter().copied().min_by_key(far))
}

/// The last such day of a month up to the day of publication, or the next within a week.
fn monthless(published: NaiveDate, day: u32, weekday: Option<u32>) -> Option<NaiveDate> {
    let fits = |d: &NaiveDate| d.day() == day && weekday.is_none_or(|w| d.weekday().number_from_monday() == w);
    (-62..=7).rev().filter_map(|n| after(published, n)).find(fits)
}

/// The year of a month or season and what it rests on. Told without one it is the last that has begun; where the words tell of what
/// is to come, the nearest.
fn year_of(now: &Now, month: u32, told: Year, shift: Option<i32>) -> Option<(i32, Basis)> {
    if let Year::Told(year) = told {
        return Some((year, Basis::Stated));
    }
    let published = now.published?;
    let (year, this) = (published.year(), published.month());
    let (before, after) = (if month < this { year } else { year - 1 }, if month > this { year } else { year + 1 });
    let (ahead, back) = ((month + 12 - this) % 12, (this + 12 - month) % 12);
    let year = match (told, shift) {
        (Year::Shifted(by), _) => year + by,
        (_, Some(..0)) => before,
        (_, Some(1..)) => after,
        (_, Some(0)) => year,
        _ if ahead == 0 => year,
        _ if now.past || back < ahead => before,
        _ => after,
    };
    Some((year, Basis::Publication))
}

/// The unit of the calendar that lies so many units from a day's own.
fn calendar(day: NaiveDate, unit: Unit, shift: i32) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let shift = i64::from(shift);
    let monday = after(day, -i64::from(day.weekday().num_days_from_monday()));
    let days = |first: i64, last: i64| (monday.and_then(|m| after(m, first)), monday.and_then(|m| after(m, last)));
    match unit {
        Unit::Hour | Unit::Day => (after(day, shift), after(day, shift)),
        Unit::Week => days(7 * shift, 7 * shift + 6),
        Unit::Weekend => {
            let on = day.weekday().num_days_from_monday() >= 5;
            let last = if on { 0 } else { -7 };
            let shift = if shift == 0 {
                last
            } else if shift < 0 && !on {
                -7
            } else {
                7 * shift
            };
            days(shift + 5, shift + 6)
        }
        Unit::Month => {
            let month = later(first_of(day.year(), day.month()), shift);
            (month, month.and_then(|m| last_of(m.year(), m.month())))
        }
        Unit::Year => {
            let year = day.year() + shift as i32;
            (first_of(year, 1), last_of(year, 12))
        }
    }
}

/// The day, week, month or year that lies so many units away; hours are days, begun ones whole.
fn away(base: NaiveDate, unit: Unit, count: i64) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let there = moved(base, unit, count);
    match unit {
        Unit::Hour => {
            if count < 0 {
                (there, Some(base))
            } else {
                (Some(base), there)
            }
        }
        Unit::Day | Unit::Weekend => (there, there),
        Unit::Week => (there.and_then(|d| after(d, -3)), there.and_then(|d| after(d, 3))),
        Unit::Month => (there.and_then(|d| first_of(d.year(), d.month())), there.and_then(|d| last_of(d.year(), d.month()))),
        Unit::Year => (there.and_then(|d| first_of(d.year(), 1)), there.and_then(|d| last_of(d.year(), 12))),
    }
}

/// The day that lies so many units away.
fn moved(day: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    match unit {
        Unit::Hour => after(day, count.signum() * (count.abs() + 23) / 24),
        Unit::Day => after(day, count),
        Unit::Week | Unit::Weekend => after(day, 7 * count),
        Unit::Month => later(Some(day), count),
        Unit::Year => later(Some(day), 12 * count),
    }
}

/// A part of a period: of a month its first ten days, its second ten or the rest, of a longer one a third, of a week half of it; of a
/// day it is the day. "Earlier this month" ends, and "later this month" begins, with the day of publication.
fn cut(period: Period, part: Part, published: Option<NaiveDate>) -> Period {
    let (Some(from), Some(to)) = (period.from(), period.to()) else { return period };
    let months = (to - from).num_days() / 30;
    let (first, last, precision) = match (to - from).num_days() + 1 {
        ..4 => return period,
        4..11 => (after(from, 3), after(from, 4), Precision::Day),
        11..32 => (after(from, 10), after(from, 20), Precision::Week),
        _ => (later(Some(from), months / 3), later(Some(from), 2 * months / 3), Precision::Month),
    };
    let now = published.filter(|p| (from..=to).contains(p));
    let (from, to) = match part {
        Part::Begin => (Some(from), first.and_then(|d| after(d, -1))),
        Part::Mid => (first, last.and_then(|d| after(d, -1))),
        Part::End => (last, Some(to)),
        Part::Earlier => (Some(from), now.or(Some(to))),
        Part::Later => (now.or(Some(from)), Some(to)),
    };
    self::period(from, to, precision, period.basis())
}

/// From the beginning of one to the end of the other. Where words that may name several days put the end first, the weekday or
/// the year of one of them is the one beside the other.
fn span(told: Time, first: Period, last: Period) -> Period {
    let precision = first.precision().max(last.precision());
    let basis = if first.basis() == last.basis() { first.basis() } else { Basis::Publication };
    let (from, to) = match (told.when, first.from(), last.to()) {
        (When::Weekday { shift, .. }, Some(from), Some(to)) if from > to => match shift {
            Some(1..) => (Some(from), after(to, 7)),
            _ => (after(from, -7), Some(to)),
        },
        (When::Day { .. } | When::Month { .. }, Some(from), Some(to)) if from > to => (later(Some(from), -12), Some(to)),
        (_, from, to) => (from, to),
    };
    period(from, to, precision, basis)
}

/// Other ends, all else the same.
fn days(from: Option<NaiveDate>, to: Option<NaiveDate>, like: &Period) -> Period {
    period(from, to, like.precision(), like.basis())
}

/// A period; one that would end before it begins is open.
fn period(from: Option<NaiveDate>, to: Option<NaiveDate>, precision: Precision, basis: Basis) -> Period {
    Period::new(from, to, precision, basis).unwrap_or_else(|_| Period::open(precision))
}

fn after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

fn later(day: Option<NaiveDate>, months: i64) -> Option<NaiveDate> {
    let by = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { day?.checked_sub_months(by) } else { day?.checked_add_months(by) }
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    later(first_of(year, month), 1).and_then(|d| after(d, -1))
}
