//! Words of time as they are put together, before anything is reckoned.

use std::ops::Range;

use itertools::Itertools;

use super::words::{Read, Reader};
use crate::lexicon::{Cue, Form, Link, Part, PlaceCue, TimeCue, Unit, Word};
use crate::mention::Sentence;
use crate::text::Shape;

/// Which year a date is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Year {
    /// "27 février": the words do not say.
    Unknown,
    /// "27 février 2016".
    Told(i32),
    /// "in March last year": so many after the year of publication.
    Shifted(i32),
}

/// What words of time name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum When {
    /// "27 février 2016", "Tuesday, May 3", "le 5".
    Day { day: u32, month: Option<u32>, year: Year, weekday: Option<u32> },
    /// "mars 2011", "last June".
    Month { month: u32, year: Year, shift: Option<i32> },
    /// "l'été 2014": by its first month.
    Season { month: u32, year: Year, shift: Option<i32> },
    /// "2015".
    Year(i32),
    /// "samedi", "next Monday".
    Weekday { weekday: u32, shift: Option<i32> },
    /// "mardi de la semaine dernière".
    WeekdayOf { weekday: u32, week: i32 },
    /// "hier": days after the day of publication.
    Days(i64, i64),
    /// "la veille": days after what was told last.
    Told(i64, i64),
    /// "dans la soirée": the day told in the sentence, else the day of publication.
    Here,
    /// "la semaine dernière": a unit of the calendar.
    Calendar { unit: Unit, shift: i32 },
    /// "il y a 18 mois", "two days later": so many units away; how many may be left open.
    Away { unit: Unit, count: Option<i64>, told: bool },
    /// "ces trois derniers jours": so many units up to now, or from now on.
    Window { unit: Unit, count: Option<i64> },
}

/// A time, or a part of one: "fin mars".
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Time {
    pub when: When,
    pub part: Option<Part>,
}

/// A time and, of a range, its other end.
pub(super) type Item = (Time, Option<Time>);

/// Which side of what is named is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The time itself.
    At,
    /// From then on: "depuis mars 2011".
    Since,
    /// Up to then: "jusqu'en 2014".
    Until,
    /// What holds as one writes: "actuellement".
    Now,
}

/// A phrase of time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Phrase {
    pub tokens: Range<usize>,
    pub reach: Reach,
    /// The time named lies outside: "avant 2011", "after 2018".
    pub beyond: bool,
    pub item: Item,
    /// The night that begins on that day.
    pub night: bool,
}

impl Phrase {
    /// Whether it reaches from the day before up to now: what is told of since then is an incident, and no total ("depuis la veille").
    pub fn recent(&self) -> bool {
        let day_before = matches!(self.item.0.when, When::Days(-1, -1) | When::Told(-1, -1));
        self.reach == Reach::Since && !self.beyond && day_before
    }
}

/// The phrases of time of a sentence, in order.
pub(super) fn phrases(sentence: &Sentence) -> Vec<Phrase> {
    let reader = Reader { sentence };
    let mut out = Vec::new();
    let mut at = 0;
    for core in reader.cores() {
        at = at.max(core.saturating_sub(LEAD));
        while at <= core {
            let no_time = reader.link(at, Link::Never).map(|(end, ())| end);
            match reader.phrase(no_time.unwrap_or(at)) {
                Some(phrase) => {
                    at = phrase.tokens.end;
                    if no_time.is_none() {
                        out.push(phrase);
                    }
                }
                None => at = no_time.unwrap_or(at + 1),
            }
        }
    }
    out
}

/// How many tokens of a phrase of time may stand before the first of them that names one: "au cours des deux ou trois dernières".
const LEAD: usize = 8;

impl Reader<'_, '_> {
    /// The tokens without one of which no phrase of time can be: digits, months, days, units and words that are a time by themselves.
    fn cores(&self) -> Vec<usize> {
        let named = self.sentence.marks.iter().filter(|m| match m.cue {
            Cue::Time(TimeCue::Link(Link::Since)) => true,
            Cue::Time(TimeCue::Link(_) | TimeCue::Shift(..) | TimeCue::Part(_)) => false,
            Cue::Time(_) => true,
            _ => false,
        });
        let digits = self.sentence.tokens.iter().positions(|t| t.shape == Shape::Digits);
        named.map(|m| m.start).merge(digits).dedup().collect()
    }

    /// The phrase that begins at a token.
    fn phrase(&self, at: usize) -> Option<Phrase> {
        let cues = self.sentence.marks_at(at);
        let opening = cues.iter().any(|m| matches!(m.cue, Cue::Time(TimeCue::Link(_))));
        let begins = opening || cues.iter().any(|m| matches!(m.cue, Cue::Time(_) | Cue::Number(_)));
        if !begins && self.sentence.tokens.get(at)?.shape != Shape::Digits {
            return None;
        }
        if let Some((end, ())) = self.pick(at, |cue| (cue == TimeCue::Now).then_some(())) {
            let item = (When::Days(0, 0).whole(), None);
            return Some(Phrase { tokens: at..end, reach: Reach::Now, beyond: false, item, night: false });
        }
        let phrase = |(end, item)| Phrase { tokens: at..end, reach: Reach::At, beyond: false, item, night: false };
        let opened = if opening { self.opened(at, phrase) } else { None };
        opened.or_else(|| self.item(at, self.cued(at)).map(phrase))
    }

    /// What begins with a small word: "depuis", "between", "dans la nuit de".
    fn opened(&self, at: usize, phrase: impl Fn((usize, Item)) -> Phrase) -> Option<Phrase> {
        let since = self.behind(at, Link::Since, |at| self.night(at).or_else(|| self.item(at, true)).or_else(|| self.length(at)));
        let until = || self.behind(at, Link::Until, |at| self.night(at).or_else(|| self.item(at, true)));
        let before = || self.behind(at, Link::Before, |at| self.long(at));
        let after = || self.behind(at, Link::After, |at| self.long(at));
        since
            .map(|read| Phrase { reach: Reach::Since, ..phrase(read) })
            .or_else(|| self.since_event(at).map(|read| Phrase { reach: Reach::Since, ..phrase(read) }))
            .or_else(|| until().map(|read| Phrase { reach: Reach::Until, ..phrase(read) }))
            .or_else(|| before().map(|read| Phrase { reach: Reach::Until, beyond: true, ..phrase(read) }))
            .or_else(|| after().map(|read| Phrase { reach: Reach::Since, beyond: true, ..phrase(read) }))
            .or_else(|| self.night(at).map(|read| Phrase { night: read.1.1.is_none(), ..phrase(read) }))
            .or_else(|| self.behind(at, Link::Between, |at| self.range(at, Link::And)).map(&phrase))
            .or_else(|| self.behind(at, Link::From, |at| self.range(at, Link::To)).map(&phrase))
    }

    /// What `read` makes of what stands behind that word.
    fn behind(&self, at: usize, link: Link, read: impl Fn(usize) -> Read<Item>) -> Read<Item> {
        read(self.link(at, link)?.0)
    }

    /// "dans la nuit de vendredi à samedi", "the night of March 3".
    fn night(&self, at: usize) -> Read<Item> {
        self.behind(at, Link::Night, |at| {
            let range = self.range(at, Link::To).or_else(|| self.range(at, Link::And));
            range.or_else(|| self.item(at, false).filter(|(_, (time, _))| matches!(time.when, When::Day { .. } | When::Weekday { .. })))
        })
    }

    /// "depuis trois jours": a length of time up to now, not up to a date beside it: "depuis trois ans en 2016".
    fn length(&self, at: usize) -> Read<Item> {
        let some = || self.link(at, Link::Of).filter(|(end, ())| self.units(*end).is_some_and(|(_, (_, several))| several));
        let (end, count) = self.count(at).or_else(|| some().map(|(end, ())| (end, None)))?;
        let (end, unit) = self.unit(end)?;
        let then = self.behind(end, Link::In, |at| self.item(at, true));
        then.is_none().then(|| (end, (When::Away { unit, count: count.map(|n| -n), told: false }.whole(), None)))
    }

    /// "depuis l'attaque", "since its beginning": from a day that is not told, unless it stands right behind what began then ("depuis le
    /// début de l'épidémie fin mai").
    fn since_event(&self, at: usize) -> Read<Item> {
        let since = self.sentence.word_cue(at, Word::Since).filter(|_| self.link(at, Link::Since).is_some())?;
        let noun = self.sentence.skip(since, &[Word::The, Word::Possessive]);
        let named = noun > since && self.sentence.tokens.get(noun).is_some_and(|t| t.shape == Shape::Lower);
        // "depuis le toit", "depuis un drone": from where, not since when.
        let other = |cue| match cue {
            Cue::Time(TimeCue::Part(_)) => false,
            Cue::Time(_) | Cue::Number(_) | Cue::Object(_) | Cue::Place(PlaceCue::Noun(..)) => true,
            _ => false,
        };
        let marks = || self.sentence.marks_at(noun).iter();
        let event = marks().any(|m| matches!(m.cue, Cue::Act(_, Form::Noun)));
        let time = !event && marks().any(|m| other(m.cue));
        let untold = (noun + 1, (When::Away { unit: Unit::Day, count: None, told: false }.whole(), None));
        (named && !time).then(|| self.begun(noun + 1).unwrap_or(untold))
    }

    /// The date of what began, behind the words that name it.
    fn begun(&self, from: usize) -> Read<Item> {
        const WORDS: usize = 6;
        let s = self.sentence;
        let names = |at: usize| {
            s.tokens.get(at).is_some_and(|t| t.is_word() && t.shape != Shape::Digits) && !s.is(at, Word::Have) && !s.is(at, Word::Be)
        };
        let acts = |at: usize| s.longest(at, |cue| matches!(cue, Cue::Act(_, Form::Participle | Form::Befalls)).then_some(())).is_some();
        let reach = (from..from + WORDS).take_while(|at| *at == from || names(*at - 1) && !acts(*at - 1));
        reach.into_iter().find_map(|at| self.item(self.link(at, Link::In).map_or(at, |(end, ())| end), true))
    }

    /// A month or a year, which something can lie before or after.
    fn long(&self, at: usize) -> Read<Item> {
        self.item(at, true).filter(|(_, (time, last))| last.is_none() && matches!(time.when, When::Month { .. } | When::Year(_)))
    }

    /// A range whose ends that word parts.
    fn range(&self, at: usize, link: Link) -> Read<Item> {
        let (end, (first, last)) = self.time(at, true).or_else(|| self.day_alone(at))?;
        if last.is_some() {
            return Some((end, (first, last)));
        }
        let (next, ()) = self.link(end, link)?;
        let alone = || self.day_alone(next).filter(|_| self.link(next, Link::The).is_some());
        let (end, (last, _)) = self.time(next, true).or_else(alone)?;
        Some((end, (first.completed(last), Some(last))))
    }

    /// A time, or a range without a word before it: "Monday to Friday", "2011-2016", "Nov. 18-Dec. 19".
    fn item(&self, at: usize, cued: bool) -> Read<Item> {
        let (end, (first, last)) = self.time(at, cued)?;
        let glued = self.sentence.tokens.get(end).is_some_and(|t| t.glued && t.is_word()) || self.year(end).is_some() && self.hyphen(end);
        let next = self.link(end, Link::To).map(|(end, ())| end).or_else(|| glued.then_some(end));
        if last.is_none()
            && first.when.is_named()
            && let Some((end, (last, None))) = next.and_then(|next| self.time(next, true))
            && std::mem::discriminant(&last.when) == std::mem::discriminant(&first.when)
        {
            return Some((end, (first.completed(last), Some(last))));
        }
        Some((end, (first, last)))
    }

    /// One time or a part of it, or a run of days: `cued` says that a word before makes a lone month or year a time.
    fn time(&self, at: usize, cued: bool) -> Read<Item> {
        let start = self.skip(at, &[Link::The]);
        let part = self.pick(start, |cue| match cue {
            TimeCue::Part(part) => Some(part),
            _ => None,
        });
        if let Some((start, part)) = part {
            let start = self.skip(start, &[Link::Of]);
            let whole = || self.unit_of(start).filter(|_| start > at + 1);
            if let Some((end, (time, last))) = self.core(start, true).or_else(whole) {
                return Some((end, (Time { part: Some(part), ..time }, last)));
            }
        }
        self.core(at, cued)
    }

    fn core(&self, at: usize, cued: bool) -> Read<Item> {
        let alone = |(end, when): (usize, When)| (end, (when.whole(), None));
        let fixed = self.pick(at, |cue| match cue {
            TimeCue::Days(from, to) => Some((When::Days(from, to), false)),
            TimeCue::Told(from, to, of) => Some((When::Told(from, to), of)),
            TimeCue::Here => Some((When::Here, false)),
            _ => None,
        });
        let fixed = fixed.filter(|(end, (when, of))| matches!(when, When::Days(..)) || !self.of_something(*end, *of));
        fixed
            .map(|(end, (when, _))| alone((self.daytime(end), when)))
            .or_else(|| self.dated(at))
            .or_else(|| self.away(at).map(alone))
            .or_else(|| self.window(at).map(alone))
            .or_else(|| self.calendar(at).map(alone))
            .or_else(|| self.named(at, cued).map(alone))
            .or_else(|| self.year_alone(at, cued).map(alone))
    }
}

impl When {
    /// All of it.
    pub fn whole(self) -> Time {
        Time { when: self, part: None }
    }

    /// Whether it is told by a name or a number of the calendar.
    fn is_named(&self) -> bool {
        matches!(self, When::Day { .. } | When::Month { .. } | When::Year(_) | When::Weekday { .. })
    }
}

impl Time {
    /// The first end of a range, with the month and the year that only the last tells.
    fn completed(self, last: Time) -> Self {
        let when = match (self.when, last.when) {
            (When::Day { day, month: None, weekday, .. }, When::Day { month, year, .. }) => When::Day { day, month, year, weekday },
            (When::Day { day, month, year: Year::Unknown, weekday }, When::Day { year, .. }) => When::Day { day, month, year, weekday },
            (When::Month { month, year: Year::Unknown, shift }, When::Month { year, .. }) => When::Month { month, year, shift },
            (when, _) => when,
        };
        Time { when, ..self }
    }
}
