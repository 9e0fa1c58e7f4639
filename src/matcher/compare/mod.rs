//! Two claims side by side: one observation at most of each kind. A file a kind of observation.

mod actors;
mod count;
mod kind;
mod passage;
mod place;
mod time;
mod words;

use itertools::Itertools;

use super::record::Record;
use super::weights::{Factor, Weights};

/// The questions that two claims are compared on, in a fixed order.
const QUESTIONS: usize = 10;

/// The observations of a pair.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Comparison([Option<Factor>; QUESTIONS]);

impl Comparison {
    /// Compares two claims.
    pub fn of(a: &Record, b: &Record) -> Self {
        Self([
            place::compare(a, b),
            time::compare(a, b),
            kind::compare(a, b),
            kind::reality(a, b),
            actors::compare(a, b),
            count::compare(a, b),
            words::compare(a, b),
            words::voice(a, b),
            passage::compare(a, b),
            words::ruled(a, b),
        ])
    }

    /// What was observed.
    pub fn factors(&self) -> impl Iterator<Item = Factor> {
        self.0.into_iter().flatten()
    }

    /// The sum of the weights.
    pub fn score(&self, weights: &Weights) -> f64 {
        self.factors().map(|factor| weights.bits(factor)).sum()
    }

    /// Whether the two can never be one event. A part and its whole are one, whatever else is said, and so is what a person joins.
    pub fn excludes(&self) -> bool {
        let seen = |wanted| self.factors().any(|factor| factor == wanted);
        seen(Factor::RuledApart) || self.factors().any(Factor::excludes) && !seen(Factor::PartOf) && !seen(Factor::RuledSame)
    }
}

/// The observations of two tellings: on each question the best that any two of their claims give, since all claims of a
/// telling speak of one event.
#[derive(Debug, Clone)]
pub(super) struct Meeting {
    /// What was observed on each question, and of which claims.
    best: [Option<(Factor, usize, usize)>; QUESTIONS],
    /// The pair of claims that alone speaks most for one event.
    pub pair: (usize, usize),
}

impl Meeting {
    /// Compares the claims `x` with the claims `y`.
    pub fn of(x: &[Record], y: &[Record], weights: &Weights) -> Self {
        let mut best: [Option<(Factor, usize, usize)>; QUESTIONS] = [None; QUESTIONS];
        let mut top = (f64::NEG_INFINITY, (0, 0));
        for ((i, a), (j, b)) in x.iter().enumerate().cartesian_product(y.iter().enumerate()) {
            let comparison = Comparison::of(a, b);
            for (best, factor) in best.iter_mut().zip(comparison.0) {
                let better = |factor| best.is_none_or(|(old, ..)| weights.bits(old) < weights.bits(factor));
                if let Some(factor) = factor.filter(|&factor| better(factor)) {
                    *best = Some((factor, i, j));
                }
            }
            let score = comparison.score(weights);
            if score > top.0 {
                top = (score, (i, j));
            }
        }
        Self { best, pair: top.1 }
    }

    /// Whether they can never be one event: on some question all that is observed excludes, or a person says so.
    pub fn excludes(x: &[Record], y: &[Record]) -> bool {
        const QUESTIONS: [fn(&Record, &Record) -> Option<Factor>; 5] =
            [place::compare, time::between, kind::compare, kind::reality, actors::compare];
        let ruled = || x.iter().cartesian_product(y).filter_map(|(a, b)| words::ruled(a, b));
        if let Some(ruled) = ruled().min_by_key(|&factor| factor != Factor::RuledApart) {
            return ruled == Factor::RuledApart;
        }
        QUESTIONS.iter().any(|compare| {
            let mut seen = x.iter().cartesian_product(y).filter_map(|(a, b)| compare(a, b));
            seen.next().is_some_and(|factor| factor.excludes() && seen.all(Factor::excludes))
        })
    }

    /// What was observed, and of which claims.
    pub fn factors(&self) -> impl Iterator<Item = (Factor, usize, usize)> {
        self.best.into_iter().flatten()
    }

    /// The sum of the weights.
    pub fn score(&self, weights: &Weights) -> f64 {
        self.factors().map(|(factor, ..)| weights.bits(factor)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, killed};

    #[test]
    fn what_excludes_is_not_outweighed() {
        let dead = |id, day| killed(id, 47.0).place("sy/deir-ez-zor/al-quriyah").on(day).record();
        assert!(Comparison::of(&dead("a#1", "2016-06-25"), &dead("b#1", "2016-06-28")).excludes());
    }

    #[test]
    fn tellings_meet_on_the_best_of_each_question() {
        let records: Vec<Record> = [
            killed("a#1", 47.0).place("sy/homs"),
            killed("a#2", 31.0).on("2016-06-25"),
            killed("b#1", 82.0).place("sy/homs").on("2016-06-25"),
        ]
        .iter()
        .map(Sample::record)
        .collect();
        let meeting = Meeting::of(&records[..2], &records[2..], &Weights::default());
        let seen: Vec<Factor> = meeting.factors().map(|(factor, ..)| factor).collect();
        assert!(seen.contains(&Factor::SameRegion) && seen.contains(&Factor::SameDay));
    }
}
