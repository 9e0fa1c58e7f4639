//! Phrases over word ids: what a run of words stands for.

use rustc_hash::FxHashMap;

/// The id of a word that no table holds.
pub const UNKNOWN: u32 = u32::MAX;

/// The words that the tables of one language hold, by number.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, u32>,
}

impl Vocabulary {
    /// The number of a word, given when it is new.
    pub(crate) fn add(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(word.into(), id);
        id
    }

    /// The number of a word, [`UNKNOWN`] where no table holds it.
    pub(crate) fn id(&self, word: &str) -> u32 {
        self.ids.get(word).copied().unwrap_or(UNKNOWN)
    }
}

/// What runs of words stand for: a trie over word ids. A phrase may stand for several things.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    /// The node of each word that a phrase begins with, 0 for none.
    roots: Vec<u32>,
    /// From a node by a word to the next.
    edges: FxHashMap<(u32, u32), u32>,
    /// What ends at each node.
    values: Vec<Vec<T>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { roots: Vec::new(), edges: FxHashMap::default(), values: vec![Vec::new()] }
    }
}

impl<T: PartialEq> Phrases<T> {
    /// Lets a phrase stand for a value too; saying so twice changes nothing.
    pub(crate) fn insert(&mut self, words: &[u32], value: T) {
        let Some((&first, rest)) = words.split_first() else { return };
        if self.roots.len() <= first as usize {
            self.roots.resize(first as usize + 1, 0);
        }
        if self.roots[first as usize] == 0 {
            self.roots[first as usize] = self.values.len() as u32;
            self.values.push(Vec::new());
        }
        let mut node = self.roots[first as usize];
        for &word in rest {
            let next = self.values.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.values.push(Vec::new());
            }
        }
        let values = &mut self.values[node as usize];
        if !values.contains(&value) {
            values.push(value);
        }
    }

    /// The node that a word leads to from another, from 0 at the beginning.
    fn step(&self, node: u32, word: u32) -> Option<u32> {
        match node {
            0 => self.roots.get(word as usize).copied().filter(|node| *node != 0),
            _ if word == UNKNOWN => None,
            _ => self.edges.get(&(node, word)).copied(),
        }
    }

    /// Every phrase that begins with the first word, the shortest first: its length in words and what it stands for.
    pub(crate) fn at<'a>(&'a self, words: impl IntoIterator<Item = u32> + 'a) -> impl Iterator<Item = (usize, &'a [T])> {
        let steps = words.into_iter().scan(0, |node, word| {
            *node = self.step(*node, word)?;
            Some(*node)
        });
        steps.enumerate().map(|(i, node)| (i + 1, self.values[node as usize].as_slice())).filter(|(_, values)| !values.is_empty())
    }

    /// The longest phrase that begins with the first word.
    pub(crate) fn longest<'a>(&'a self, words: &'a [u32]) -> Option<(usize, &'a [T])> {
        self.at(words.iter().copied()).last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_the_shorter_are_still_there() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<u32> = ["au", "moins", "dix"].iter().map(|w| vocabulary.add(w)).collect();
        let mut phrases = Phrases::default();
        phrases.insert(&words[..1], 'a');
        phrases.insert(&words[..2], 'b');
        assert_eq!(phrases.longest(&words), Some((2, ['b'].as_slice())));
        assert_eq!(phrases.at(words.iter().copied()).count(), 2);
        assert_eq!(phrases.longest(&[vocabulary.id("dix"), UNKNOWN]), None);
    }
}
