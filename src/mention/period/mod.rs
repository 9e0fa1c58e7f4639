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
use crate::lexicon::{Cue, Lexicon, Link, TimeCue};
use crate::model::{Language, Period, Precision, Published};

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
        PeriodMention { tokens: phrase.tokens, period, reach: phrase.reach }
    };
    phrases(sentence).into_iter().map(read).collect()
}

/// The days of a period, if other days can be reckoned from them.
fn days(period: Period) -> Option<(NaiveDate, NaiveDate)> {
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

/// The periods that a text names, in order, each with its span. Without a publication date what hangs on it is open.
///
/// ```
/// use crosscheck::mention::periods_in;
/// use crosscheck::model::Language;
/// let text = "Les raids ont repris samedi, après une trêve entrée en vigueur le 27 février.";
/// let found = periods_in(text, Language::French, Some("2016-06-26".parse()?));
/// assert_eq!(found[0].from(), chrono::NaiveDate::from_ymd_opt(2016, 6, 25));
/// assert_eq!(found[1].span().and_then(|s| s.of(text)), Some("le 27 février"));
/// assert!(periods_in(text, Language::French, None)[0].is_open());
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn periods_in(text: &str, language: Language, published: Option<Published>) -> Vec<Period> {
    let tongue = Lexicon::bundled().tongue(language);
    let mut context = TimeContext { published: published.map(|p| p.date()), last: None, past: true };
    let mut out: Vec<Period> = Vec::new();
    for range in crate::text::sentences(text, |word| tongue.abbreviates(word)) {
        let sentence = Sentence::new(text, range, Lexicon::bundled(), tongue);
        out.extend(periods(&sentence, &context).into_iter().map(|mention| mention.period));
        context.last = out.iter().rev().copied().find(|period| days(*period).is_some());
    }
    out
}

#[cfg(test)]
mod tests;
