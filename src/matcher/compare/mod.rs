//! Two claims side by side: one observation at most of each kind. A file a kind of observation.

mod actors;
mod ages;
mod count;
mod kind;
mod names;
mod passage;
mod place;
mod time;
mod words;

pub(super) use count::size;
use itertools::Itertools;

use super::record::Record;
use super::telling::Telling;
use super::weights::{Factor, Weights};

/// The questions that two claims are compared on, in a fixed order.
const QUESTIONS: usize = 12;

/// The question of places among them.
const PLACE: usize = 0;

/// The question of names.
const NAMES: usize = QUESTIONS - 2;

/// The question of ages.
const AGES: usize = QUESTIONS - 1;

/// The question of what is done and what is only meant, of an incident and a war.
const REALITY: usize = 3;

/// The question of counts.
const COUNT: usize = 5;

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
            names::compare(a, b),
            ages::compare(a, b),
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
/// telling speak of one event. What one of two claims does not say counts only where no other two say it.
#[derive(Debug, Clone)]
pub(super) struct Meeting {
    /// What was observed on each question, and of which claims.
    best: [Option<(Factor, usize, usize)>; QUESTIONS],
    /// The pair of claims that alone speaks most for one event.
    pub pair: (usize, usize),
}

impl Meeting {
    /// Compares what two articles tell.
    pub fn of(x: &Telling, y: &Telling, weights: &Weights) -> Self {
        let mut best: [Option<(Factor, usize, usize)>; QUESTIONS] = [None; QUESTIONS];
        let mut top = (f64::NEG_INFINITY, (0, 0));
        let mut alike = false;
        for ((i, a), (j, b)) in x.records.iter().enumerate().cartesian_product(y.records.iter().enumerate()) {
            let comparison = Comparison::of(a, b);
            alike |= comparison.0[REALITY].is_none();
            for (best, factor) in best.iter_mut().zip(comparison.0) {
                let rank = |factor: Factor| (!silent(factor), weights.bits(factor));
                let better = |factor| best.is_none_or(|(old, ..)| rank(old) < rank(factor));
                if let Some(factor) = factor.filter(|&factor| better(factor)) {
                    *best = Some((factor, i, j));
                }
            }
            let score = comparison.score(weights);
            if score > top.0 {
                top = (score, (i, j));
            }
        }
        // A telling may hold both a day's toll and a war's: two of one sort are enough.
        if alike {
            best[REALITY] = None;
        }
        // Names and ages are those of all that is told together.
        // Figures too: two that are seldom met are no chance.
        if let Some((i, j)) = count::several(&x.records, &y.records) {
            best[COUNT] = Some((Factor::SameFigures, i, j));
        }
        best[NAMES] = names::shared(&x.names, &y.names).map(|factor| (factor, top.1.0, top.1.1));
        if let Some((place @ Factor::OtherPlace, ..)) = &mut best[PLACE]
            && names::one_story(&x.names, &y.names)
        {
            *place = Factor::LoosePlace;
        }
        best[AGES] = ages::shared(&x.ages, &y.ages).map(|factor| (factor, top.1.0, top.1.1));
        Self { best, pair: top.1 }
    }

    /// Whether they can never be one event: on some question all that is observed excludes, or a person says so. Where the names are
    /// those of one story, a place or a day that differs may have been misread: it speaks against, but does not exclude.
    pub fn excludes(x: &Telling, y: &Telling) -> bool {
        const QUESTIONS: [fn(&Record, &Record) -> Option<Factor>; 4] = [kind::compare, actors::compare, place::compare, time::between];
        let pairs = || x.records.iter().cartesian_product(y.records.iter());
        let ruled = || pairs().filter_map(|(a, b)| words::ruled(a, b));
        if let Some(ruled) = ruled().min_by_key(|&factor| factor != Factor::RuledApart) {
            return ruled == Factor::RuledApart;
        }
        let asked = if names::one_story(&x.names, &y.names) { &QUESTIONS[..2] } else { &QUESTIONS[..] };
        let unlike = pairs().all(|(a, b)| kind::reality(a, b).is_some());
        unlike
            || asked.iter().any(|compare| {
                let mut seen = pairs().filter_map(|(a, b)| compare(a, b));
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

/// Whether one of the two did not say. What another claim of its telling says of it then stands for both.
fn silent(factor: Factor) -> bool {
    matches!(factor, Factor::NoPlace)
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
    fn one_story_by_its_names_may_have_a_place_misread() {
        let told = |id, place, names: &[&str]| {
            let sample = killed(id, 2.0).place(place).on("2016-06-25");
            Telling::of(vec![names.iter().fold(sample, |sample, name| sample.name(name)).record()])
        };
        let names = ["Orlan Brandt", "Ada Quill", "Wexley Street"];
        let (ohio, virginia) = (told("a#1", "us/ohio/franklin", &names), told("b#1", "us/virginia/franklin", &names));
        assert!(!Meeting::excludes(&ohio, &virginia));
        let meeting = Meeting::of(&ohio, &virginia, &Weights::default());
        assert!(meeting.factors().any(|(factor, ..)| factor == Factor::LoosePlace));
        assert!(Meeting::excludes(&ohio, &told("b#1", "us/virginia/franklin", &names[..1])));
    }

    #[test]
    fn a_claim_without_a_place_does_not_hide_that_its_telling_is_elsewhere() {
        let told = |id: &str, place| Telling::of(vec![killed(id, 28.0).place(place).record(), killed(id, 61.0).record()]);
        let check = |y: &Telling, expected| {
            let meeting = Meeting::of(&told("a#1", "sy/homs/homs"), y, &Weights::default());
            assert_eq!(meeting.factors().next().map(|(factor, ..)| factor), Some(expected));
        };
        check(&told("b#1", "sy/idlib/idlib"), Factor::OtherPlace);
        check(&Telling::of(vec![killed("c#1", 28.0).record()]), Factor::NoPlace);
    }

    #[test]
    fn a_telling_of_a_day_and_of_a_war_meets_one_of_the_war() {
        let day = killed("a#1", 47.0).place("sy/homs").record();
        let war = |id| killed(id, 9000.0).place("sy/homs").total().record();
        let [both, one, other] = [vec![day.clone(), war("a#2")], vec![war("b#1")], vec![day]].map(Telling::of);
        let seen = |x, y| Meeting::of(x, y, &Weights::default()).factors().any(|(factor, ..)| factor == Factor::OtherScope);
        assert!(!seen(&both, &one) && seen(&other, &one));
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
        let [x, y] = [&records[..2], &records[2..]].map(|records| Telling::of(records.to_vec()));
        let meeting = Meeting::of(&x, &y, &Weights::default());
        let seen: Vec<Factor> = meeting.factors().map(|(factor, ..)| factor).collect();
        assert!(seen.contains(&Factor::SameRegion) && seen.contains(&Factor::SameDay));
    }
}
