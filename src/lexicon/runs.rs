//! Runs of words, and what each stands for: found by the hash of their words, so that a hundred thousand names keep no word.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// What runs of words stand for; a run may stand for several things. Two runs of one hash are taken for one: with a million runs the
/// chance that there are two such is below one in ten million.
#[derive(Debug, Clone)]
pub struct Runs<T> {
    /// By the hash of a run: the place of its first value in `values`, [`NONE`] if it only begins longer ones.
    firsts: FxHashMap<u64, u32>,
    /// Each with the place of the next of the same run.
    values: Vec<(T, u32)>,
}

/// No place in the list of values.
const NONE: u32 = u32::MAX;

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Self { firsts: FxHashMap::default(), values: Vec::new() }
    }
}

/// The number that a word, an id or a name is known by.
pub(crate) fn hash(key: &str) -> u64 {
    FxBuildHasher.hash_one(key)
}

/// The hash of a run, from that of all its words but the last; 0 is the empty run.
fn longer(run: u64, word: u64) -> u64 {
    (run.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The hash of a run.
pub(crate) fn run(words: &[u64]) -> u64 {
    words.iter().fold(0, |run, word| longer(run, *word))
}

impl<T: PartialEq> Runs<T> {
    /// Makes room for that many more runs.
    pub(crate) fn reserve(&mut self, runs: usize) {
        self.firsts.reserve(runs);
        self.values.reserve(runs);
    }

    /// Lets a run stand for a value too; saying so twice changes nothing.
    pub(crate) fn insert(&mut self, words: &[u64], value: T) {
        let mut run = 0;
        let mut first = &mut 0;
        for word in words {
            run = longer(run, *word);
            first = self.firsts.entry(run).or_insert(NONE);
        }
        if words.is_empty() || values(&self.values, *first).any(|known| *known == value) {
            return;
        }
        let fresh = self.values.len() as u32;
        match last(&self.values, *first) {
            Some(last) => self.values[last as usize].1 = fresh,
            None => *first = fresh,
        }
        self.values.push((value, NONE));
    }

    /// Every run that begins with the first word, the shortest first: its length in words and what it stands for.
    pub(crate) fn at<'a>(
        &'a self,
        words: impl IntoIterator<Item = u64> + 'a,
    ) -> impl Iterator<Item = (usize, impl Iterator<Item = &'a T> + Clone)> {
        let firsts = words.into_iter().scan(0, |run, word| {
            *run = longer(*run, word);
            self.firsts.get(run).copied()
        });
        firsts.enumerate().filter(|(_, first)| *first != NONE).map(|(i, first)| (i + 1, values(&self.values, first)))
    }
}

/// The values from a place on that belong to one run.
fn values<T>(all: &[(T, u32)], first: u32) -> impl Iterator<Item = &T> + Clone {
    std::iter::successors(all.get(first as usize), |(_, next)| all.get(*next as usize)).map(|(value, _)| value)
}

/// The place of the last value of a run.
fn last<T>(all: &[(T, u32)], first: u32) -> Option<u32> {
    let next = |at: &u32| Some(all[*at as usize].1).filter(|next| *next != NONE);
    std::iter::successors(Some(first).filter(|first| *first != NONE), next).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_found_with_all_that_it_stands_for() {
        let words = |text: &str| text.split(' ').map(hash).collect::<Vec<u64>>();
        let mut runs = Runs::default();
        runs.insert(&words("deir ez zor"), 'a');
        runs.insert(&words("deir"), 'b');
        runs.insert(&words("deir"), 'c');
        runs.insert(&words("deir"), 'b');
        let found = |text| runs.at(words(text)).map(|(len, values)| (len, values.collect::<String>())).collect::<Vec<_>>();
        assert_eq!(found("deir ez zor"), [(1, "bc".to_owned()), (3, "a".to_owned())]);
        assert_eq!(found("ez deir"), []);
    }
}
