//! Periods: "samedi", "dans la nuit de vendredi à samedi", "since March 2011", "il y a 18 mois".

mod dates;
mod phrase;
mod reckon;
mod relative;
mod words;

use std::ops::Range;

use chrono::NaiveDate;

pub(crate) use phrase::Reach;
use phrase::{Phrase, phrases};
use reckon::{Now, reckon};

use super::Sentence;
use crate::lexicon::{Cue, Link, TimeCue};
use crate::model::{Period, Precision};

/// What relative words are reckoned from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TimeContext {
    pub published: Option<NaiveDate>,
    /// What was told last: "la veille" is the day before it.
    pub last: Option<Period>,
    /// Whether what is told has happened, where no word beside a time says otherwise: "samedi" is then the last one.
    pub past: bool,
}

/// Words of a sentence that name a time.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PeriodMention {
    pub tokens: Range<usize>,
    /// With its span. Where the words need a date to be reckoned from and there is none, it is open.
    pub period: Period,
    pub reach: Reach,
}

/// The times that a sentence names, in order. Words that look back look to the time named before them in the sentence, else to the
/// context.
pub(crate) fn periods(sentence: &Sentence, context: &TimeContext) -> Vec<PeriodMention> {
    let mut now = Now { published: context.published, last: context.last, told: context.last.and_then(days), here: None, past: true };
    let read = |phrase: Phrase| {
        now.past = context.past && !to_come(sentence, &phrase.tokens);
        let period = reckon(&phrase, &now).spanning(sentence.span(phrase.tokens.clone()));
        now.here = days(period).or(now.here);
        now.told = now.here.or(now.told);
        now.last = Some(period).filter(|_| phrase.reach == Reach::At && !period.is_open()).or(now.last);
        let reach = if phrase.recent() { Reach::At } else { phrase.reach };
        PeriodMention { tokens: phrase.tokens, period, reach }
    };
    phrases(sentence).into_iter().map(read).collect()
}

/// The days of a period, if other days can be reckoned from them.
pub(super) fn days(period: Period) -> Option<(NaiveDate, NaiveDate)> {
    let few = period.precision() == Precision::Day && period.days().is_some_and(|n| n <= 3);
    period.from().zip(period.to()).filter(|_| few)
}

/// Whether a word that tells of what is to come stands a few tokens before a time, or right behind it.
fn to_come(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    const BEFORE: usize = 8;
    const BEHIND: usize = 4;
    let near = tokens.start.saturating_sub(BEFORE)..tokens.end + BEHIND;
    let mut cues = sentence.marks.iter().filter(|m| m.cue == Cue::Time(TimeCue::Link(Link::Future)));
    cues.any(|m| near.contains(&m.start) && !tokens.contains(&m.start))
}

/// The tokens of a sentence that tell a time.
pub(crate) fn dated(sentence: &Sentence) -> Vec<Range<usize>> {
    phrases(sentence).into_iter().map(|p| p.tokens).collect()
}

#[cfg(test)]
mod tests;
