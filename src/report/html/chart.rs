//! The figures of an event as intervals: a row a figure and its voice, in the order of the reports, a path where one replaced another.

use std::collections::HashMap;

use itertools::Itertools;

use super::Index;
use crate::conflict::{Finding, Verdict};
use crate::model::{ClaimId, Hedge, Quantity};
use crate::report::view::{Figure, View};
use crate::report::words::Words;

/// How high a row is, in pixels of the page.
const ROW: usize = 38;

/// The figures of one question: how many were killed, how many of them were civilians.
pub(super) struct Chart {
    pub topic: String,
    pub rows: Vec<Row>,
    pub ticks: Vec<Tick>,
    pub paths: Vec<Path>,
    pub height: usize,
}

impl Chart {
    /// Whether some of it is disputed or was revised.
    pub(super) fn is_telling(&self) -> bool {
        !self.paths.is_empty() || self.rows.iter().any(|row| row.tone.is_some())
    }
}

/// A figure and its voice. Places across are in percent of the width.
pub(super) struct Row {
    pub voice: String,
    pub figure: String,
    pub notes: String,
    /// The claim that gave it first.
    pub claim: usize,
    /// All claims that give it.
    pub claims: String,
    /// The side of a dispute that it is on.
    pub tone: Option<usize>,
    pub old: bool,
    pub y: usize,
    pub bar: Option<Bar>,
    pub at: Option<String>,
}

/// What the words leave open.
pub(super) struct Bar {
    pub from: String,
    pub width: String,
    pub open_low: bool,
    pub open_high: bool,
}

pub(super) struct Tick {
    pub at: String,
    pub text: String,
}

/// From a figure to the one that replaced it.
pub(super) struct Path {
    pub from: (String, usize),
    pub to: (String, usize),
}

/// The charts of an event, one a question.
pub(super) fn charts(figures: Vec<Figure>, findings: &[&Finding], view: &View, index: &Index) -> Vec<Chart> {
    let groups = figures.into_iter().chunk_by(|figure| (figure.topic.clone(), count(figure).map(|count| count.unit().to_owned())));
    let revisions: Vec<&&Finding> = findings.iter().filter(|finding| finding.verdict == Verdict::Revision).collect();
    groups.into_iter().map(|((topic, _), figures)| chart(topic, figures.collect(), &revisions, view, index)).collect()
}

fn chart(topic: String, mut figures: Vec<Figure>, revisions: &[&&Finding], view: &View, index: &Index) -> Chart {
    let words = view.words;
    figures.sort_by_cached_key(|figure| figure.claims.first().map(|claim| view.turn(claim)));
    let scale = Scale::of(&figures);
    let row = |(i, figure): (usize, &Figure)| Row {
        voice: figure.voice.clone(),
        figure: figure.figure.clone(),
        notes: figure.notes(words),
        claim: figure.claims.first().and_then(|claim| index.claims.get(&claim.id)).copied().unwrap_or_default(),
        claims: index.numbers(figure.claims.iter().map(|claim| &claim.id)),
        tone: figure.claims.iter().find_map(|claim| index.tones.get(&claim.id)).copied(),
        old: figure.revised,
        y: i * ROW + ROW / 2,
        bar: count(figure).and_then(|count| scale.bar(count)),
        at: count(figure).and_then(Quantity::value).map(|value| scale.at(value)),
    };
    let rows: Vec<Row> = figures.iter().enumerate().map(row).collect();
    let places: HashMap<&ClaimId, usize> =
        figures.iter().enumerate().flat_map(|(i, figure)| figure.claims.iter().map(move |claim| (&claim.id, i))).collect();
    let end = |row: &Row| Some((row.at.clone().or_else(|| Some(row.bar.as_ref()?.from.clone()))?, row.y));
    let paths = steps(revisions, &places, &figures).into_iter();
    let paths = paths.filter_map(|(a, b)| Some(Path { from: end(&rows[a])?, to: end(&rows[b])? })).collect();
    Chart { topic, height: rows.len() * ROW, rows, ticks: scale.ticks(words), paths }
}

/// The quantity that a figure tells.
fn count<'f>(figure: &'f Figure) -> Option<&'f Quantity> {
    figure.claims.first()?.count.as_ref()
}

/// The rows that replace each other: of each step of a revision those of one voice, or the first of either side.
fn steps(revisions: &[&&Finding], places: &HashMap<&ClaimId, usize>, figures: &[Figure]) -> Vec<(usize, usize)> {
    let rows = |claims: &[ClaimId]| claims.iter().filter_map(|claim| places.get(claim).copied()).unique().collect_vec();
    let pairs = revisions.iter().flat_map(|finding| finding.sides.iter().tuple_windows()).flat_map(|(old, new)| {
        let (old, new) = (rows(&old.claims), rows(&new.claims));
        let same = old.iter().filter_map(|&a| new.iter().find(|&&b| figures[a].voice == figures[b].voice).map(|&b| (a, b))).collect_vec();
        let first = old.first().copied().zip(new.first().copied()).filter(|_| same.is_empty());
        same.into_iter().chain(first)
    });
    pairs.unique().collect()
}

/// From figures to places across.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Room for every bound, from nought unless all are far from it.
    fn of(figures: &[Figure]) -> Self {
        let bounds = || figures.iter().filter_map(count).flat_map(|count| [count.low(), count.high()]).flatten();
        let (least, most) = (bounds().fold(f64::INFINITY, f64::min), bounds().fold(0.0, f64::max));
        let low = if least.is_finite() && least > 0.75 * most && least < most { (2.0 * least - most).max(0.0) } else { 0.0 };
        let step = step(most - low);
        Self { low: (low / step).floor() * step, high: ((most + step / 4.0) / step).ceil() * step }
    }

    fn place(&self, x: f64) -> f64 {
        ((x - self.low) / (self.high - self.low) * 100.0).clamp(0.0, 100.0)
    }

    fn at(&self, x: f64) -> String {
        format!("{:.2}", self.place(x))
    }

    /// The bar of a figure whose words leave room.
    fn bar(&self, count: &Quantity) -> Option<Bar> {
        let (low, high) = count.room();
        let open_low = count.low().is_none() && count.hedge() != Hedge::Nearly;
        let (from, to) = (self.place(low), self.place(high));
        let bar = Bar { from: format!("{from:.2}"), width: format!("{:.2}", to - from), open_low, open_high: high.is_infinite() };
        (low < high).then_some(bar)
    }

    fn ticks(&self, words: Words) -> Vec<Tick> {
        let step = step(self.high - self.low);
        let at = |i: usize| self.low + i as f64 * step;
        (0..=6).map(at).take_while(|x| *x <= self.high).map(|x| Tick { at: self.at(x), text: words.number(x) }).collect()
    }
}

/// A round step that parts a range in four or so: 1, 2 or 5 times a power of ten.
fn step(range: f64) -> f64 {
    let rough = (range / 4.0).max(f64::MIN_POSITIVE.sqrt());
    let power = 10f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| rough <= times * power).unwrap_or(10.0);
    if range > 0.0 { times * power } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (range, expected) in [(82.0, 50.0), (40.0, 10.0), (3.0, 1.0), (1_200_000.0, 500_000.0), (0.0, 1.0)] {
            assert_eq!(step(range), expected, "{range}");
        }
    }

    #[test]
    fn a_hedge_is_a_bar_and_an_open_end_reaches_the_edge() {
        let scale = Scale { low: 0.0, high: 100.0 };
        let bar = |low, high, hedge| {
            scale.bar(&Quantity::new(low, high, hedge, "people").unwrap()).map(|bar| (bar.from, bar.width, bar.open_high))
        };
        assert_eq!(bar(Some(47.0), Some(47.0), Hedge::Exactly), None);
        assert_eq!(bar(Some(47.0), None, Hedge::AtLeast), Some(("47.00".into(), "53.00".into(), true)));
        assert_eq!(bar(Some(20.0), Some(20.0), Hedge::About), Some(("18.00".into(), "4.00".into(), false)));
    }
}
