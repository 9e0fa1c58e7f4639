//! Time: when figures were told, which of them still stood, and whether that leaves them to be compared.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::case::{Case, Told};
use super::figure::Figure;
use crate::model::{Harm, Published};

/// Hours of one day within which figures are of one state of things: of noon and of midnight they are not.
const HOURS: TimeDelta = TimeDelta::hours(6);

/// Days after an event within which a toll still grows from hour to hour.
const GROWS: i64 = 31;

/// How the times of two figures leave them to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    /// Long enough after the event: neither is the younger state of a growing toll.
    Settled,
    /// Side by side in one article, of an event that may still unfold.
    OneArticle,
    /// Told on one day, of an event that may still unfold.
    OneDay,
    /// The later one may be an update of the earlier.
    Apart,
}

/// When a figure was told: the days, and the moments of each of which all are known.
pub(super) type Times = BTreeMap<NaiveDate, Option<BTreeSet<DateTime<Utc>>>>;

impl<'a> Figure<'a> {
    /// Whether both are told in one article and in no other.
    pub fn only_beside(&self, other: &Self) -> bool {
        let mut articles = self.told.iter().chain(&other.told).map(|told| &told.claim.article);
        articles.next().is_none_or(|first| articles.all(|article| article == first))
    }

    /// Whether one article tells both as they stood.
    pub fn beside(&self, other: &Self) -> bool {
        let articles: BTreeSet<_> = self.told.iter().filter(|told| self.stands_at(told)).map(|told| &told.claim.article).collect();
        other.told.iter().filter(|told| other.stands_at(told)).any(|told| articles.contains(&told.claim.article))
    }

    /// How the times of two figures of different voices leave them to be compared.
    pub fn timing(&self, other: &Self, case: &Case) -> Timing {
        let days = self.times.keys().flat_map(|&a| nearest(&other.times, a).map(move |b| (a.min(b), a.max(b))));
        let standing = days.filter(|&(_, later)| self.stands_on(later) && other.stands_on(later));
        let nearest = standing.min_by_key(|(first, last)| (*last - *first, *first));
        let gap = nearest.map(|(first, last)| (last - first).num_days());
        let end = [self, other].into_iter().filter_map(|figure| case.end(figure.first())).min();
        let age = nearest.zip(end).map_or(0, |((first, _), end)| (first - end).num_days());
        match gap {
            Some(gap) if gap < age => Timing::Settled,
            _ if self.beside(other) => Timing::OneArticle,
            Some(0) if self.one_hour(other, nearest) => Timing::OneDay,
            Some(gap) if gap > 0 && gap == age => Timing::OneDay,
            _ => Timing::Apart,
        }
    }

    /// Whether two figures of one day may be of one moment of it: unless all hours are known, and far apart.
    fn one_hour(&self, other: &Self, day: Option<(NaiveDate, NaiveDate)>) -> bool {
        let moments = |figure: &Self| day.and_then(|(day, _)| figure.times.get(&day).cloned().flatten());
        let (Some(a), Some(b)) = (moments(self), moments(other)) else { return true };
        let near = |moment: &DateTime<Utc>| b.range(*moment - HOURS..=*moment + HOURS).next().is_some();
        a.iter().any(near)
    }

    /// Whether that one is a later figure of the same thing by the same voice. What it says on one day of an event that ended long ago is
    /// of several things.
    pub fn follows(&self, next: &Self, end: Option<NaiveDate>) -> bool {
        let (first, last) = (self.told[0].day(), next.told[0].day());
        let over = first.zip(end).is_some_and(|(day, end)| first == last && (day - end).num_days() > GROWS);
        let before = self.told_before(next) || self.later(next) == Ordering::Less && !over && !next.told_before(self);
        self.same_voice(next) && self.like(next) && !self.one_figure(next) && before
    }

    /// Whether its voice gives that one too in one article, of what may be the same thing.
    pub fn stands_beside(&self, other: &Self) -> bool {
        self.same_voice(other) && self.like(other) && !self.one_figure(other) && self.beside(other)
    }

    /// Whether it was told while the toll could still grow.
    pub fn unfolds(&self, case: &Case) -> bool {
        self.told[0].day().zip(case.end(self.first())).is_none_or(|(day, end)| (day - end).num_days() <= GROWS)
    }

    /// Which of two figures of one voice was given first. One of an unknown day comes first, and of one day that which is told as an earlier
    /// one; else the greater comes later, since a toll grows and an article tells the newest first; only the missing become fewer, so there
    /// the order of the text holds.
    pub fn later(&self, other: &Self) -> Ordering {
        let (a, b) = (self.told[0], other.told[0]);
        let by_value = if self.counted.harm == Some(Harm::Missing) { Ordering::Equal } else { self.value.total_cmp(&other.value) };
        let text = |told: &'a Told<'a>| (&told.claim.article, told.claim.span.start(), &told.claim.id);
        let earlier = |figure: &Self| figure.told.iter().all(|told| told.claim.earlier);
        a.day().cmp(&b.day()).then_with(|| earlier(other).cmp(&earlier(self))).then(by_value).then_with(|| text(a).cmp(&text(b)))
    }

    /// Whether no later figure of the voice had replaced it when that was told.
    fn stands_at(&self, told: &Told) -> bool {
        self.replaced.is_none_or(|next| match (told.day(), next.day()) {
            (Some(day), Some(end)) => day < end,
            _ => told.claim.article != next.claim.article,
        })
    }

    /// Whether no later figure of the voice had replaced it on that day.
    fn stands_on(&self, day: NaiveDate) -> bool {
        self.replaced.is_none_or(|next| next.day().is_none_or(|end| day < end))
    }

    /// Whether there was a day on which neither voice had replaced its figure.
    pub fn stood_with(&self, other: &Self) -> bool {
        let last = self.told[0].day().max(other.told[0].day());
        last.is_none_or(|day| self.stands_on(day) && other.stands_on(day))
    }
}

/// The days on which a figure was told, and the moments where all of a day are known.
pub(super) fn times(told: &[&Told]) -> Times {
    let mut times = Times::new();
    for reported in told.iter().filter_map(|told| told.claim.reported) {
        let of_day = times.entry(reported.date()).or_insert_with(|| Some(BTreeSet::new()));
        match (reported, &mut *of_day) {
            (Published::Moment(moment), Some(moments)) => drop(moments.insert(moment.to_utc())),
            _ => *of_day = None,
        }
    }
    times
}

/// The days next to a day, on either side.
fn nearest(days: &Times, day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let (before, after) = (days.range(..day).next_back(), days.range(day..).next());
    before.into_iter().chain(after).map(|(day, _)| *day)
}
