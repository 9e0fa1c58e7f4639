//! Who is compared with whom in a block: all where few stand in it, and only neighbours where it is crowded.
//!
//! A block of n tellings costs n times [`NEIGHBOURS`] comparisons, however hot its place and its day. What is given up: two
//! tellings of one crowded block whose figures lie far apart meet only through others.

use std::collections::BTreeSet;
use std::ops::Bound;

use itertools::Itertools;

use super::block::{self, Entry, OWN_BITS};

/// Neighbours on each side that are compared in a block.
const NEIGHBOURS: usize = 8;

/// Entries that are let go at a time.
const PART: usize = 1 << 20;

/// All blocks of an archive that no longer grows.
pub(super) struct Crowd {
    /// Who stands in the blocks, one block after the other.
    stands: Vec<Stand>,
    /// Where each telling stands, and where the places of each begin.
    at: Vec<u32>,
    begin: Vec<u32>,
}

/// What is left of an entry once all are in their order.
#[derive(Clone, Copy)]
struct Stand {
    item: u32,
    /// The number of its block; its lowest bits are what of it is the telling's own.
    block: u32,
}

impl Crowd {
    /// The blocks of these entries of as many tellings.
    pub fn new(mut entries: Vec<Entry>, tellings: usize) -> Self {
        entries.sort_unstable();
        let (mut stands, mut block, mut key) = (Vec::with_capacity(entries.len()), 0, None);
        // From the back, so that their room is let go on the way.
        while !entries.is_empty() {
            for entry in entries.drain(entries.len().saturating_sub(PART)..).rev() {
                block += u32::from(key.replace(entry.key()) != Some(entry.key()));
                stands.push(Stand { item: entry.item(), block: block << OWN_BITS | entry.own() });
            }
            entries.shrink_to_fit();
        }
        let mut begin = vec![0; tellings + 1];
        stands.iter().for_each(|stand| begin[stand.item as usize + 1] += 1);
        (0..tellings).for_each(|item| begin[item + 1] += begin[item]);
        let (mut next, mut at) = (begin.clone(), vec![0; stands.len()]);
        for (place, stand) in (0..).zip(&stands) {
            let slot = &mut next[stand.item as usize];
            at[*slot as usize] = place;
            *slot += 1;
        }
        Self { stands, at, begin }
    }

    /// Whom of the tellings of higher numbers a telling meets, and in how many blocks.
    pub fn after(&self, item: u32) -> Vec<(u32, u16)> {
        let places = self.begin[item as usize] as usize..self.begin[item as usize + 1] as usize;
        let mut near = Vec::new();
        for &at in &self.at[places] {
            let (before, rest) = self.stands.split_at(at as usize);
            let Some((stand, after)) = rest.split_first() else { continue };
            let one = |other: &&Stand| other.block >> OWN_BITS == stand.block >> OWN_BITS;
            let later = |other: &&Stand| other.item > item && block::meet(other.block, stand.block);
            near.extend(before.iter().rev().take(NEIGHBOURS).take_while(one).filter(later).map(|other| other.item));
            near.extend(after.iter().take(NEIGHBOURS).take_while(one).filter(later).map(|other| other.item));
        }
        counted(near)
    }
}

/// All blocks of an archive that grows and shrinks: entries in the order of their keys, ranks and ties.
#[derive(Debug, Default)]
pub(super) struct Blocks(BTreeSet<Entry>);

impl Blocks {
    /// The blocks of these entries.
    pub fn new(entries: impl Iterator<Item = Entry>) -> Self {
        Self(entries.collect())
    }

    /// Adds an entry; returns the pairs that no longer stand within reach of each other in this block.
    pub fn insert(&mut self, entry: Entry) -> Vec<(u32, u32)> {
        let parted = self.across(&entry);
        self.0.insert(entry);
        parted
    }

    /// Takes an entry out; returns the pairs that now stand within reach of each other.
    pub fn remove(&mut self, entry: Entry) -> Vec<(u32, u32)> {
        self.0.remove(&entry);
        self.across(&entry)
    }

    /// The pairs with this place between them that are as far apart as one may stand from the other if nobody stands here.
    fn across(&self, entry: &Entry) -> Vec<(u32, u32)> {
        let before: Vec<&Entry> = self.before(entry).collect();
        let after = self.after(entry).enumerate();
        let far = |j: usize| NEIGHBOURS.checked_sub(j + 1);
        after.filter_map(|(j, y)| before.get(far(j)?).filter(|x| x.meets(y)).map(|x| (x.item(), y.item()))).collect()
    }

    /// Whom a telling with these entries meets, and in how many blocks.
    pub fn near(&self, entries: &[Entry]) -> Vec<(u32, u16)> {
        let met = entries.iter().flat_map(|entry| self.before(entry).chain(self.after(entry)).filter(|other| other.meets(entry)));
        counted(met.map(Entry::item).collect())
    }

    fn before(&self, entry: &Entry) -> impl Iterator<Item = &Entry> {
        let key = entry.key();
        self.0.range(..entry).rev().take(NEIGHBOURS).take_while(move |other| other.key() == key)
    }

    fn after(&self, entry: &Entry) -> impl Iterator<Item = &Entry> {
        let key = entry.key();
        let above = (Bound::Excluded(*entry), Bound::Unbounded);
        self.0.range(above).take(NEIGHBOURS).take_while(move |other| other.key() == key)
    }
}

/// Each of these once, and how often it was among them.
fn counted(mut items: Vec<u32>) -> Vec<(u32, u16)> {
    items.sort_unstable();
    items.into_iter().dedup_with_count().map(|(count, item)| (item, count.min(usize::from(u16::MAX)) as u16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tellings of one block.
    fn crowd(items: std::ops::Range<u32>) -> Vec<Entry> {
        items.map(|item| Entry::crowded(item, 0, item)).collect()
    }

    #[test]
    fn a_crowded_block_is_compared_with_neighbours_only() {
        let (hot, blocks) = (Crowd::new(crowd(0..100_000), 100_000), Blocks::new(crowd(0..100_000).into_iter()));
        assert!((0..100_000).map(|item| hot.after(item).len()).sum::<usize>() < 100_000 * NEIGHBOURS);
        assert_eq!(blocks.near(&crowd(0..1)).len(), NEIGHBOURS);
        assert_eq!(blocks.near(&crowd(500..501)).len(), 2 * NEIGHBOURS);
    }

    #[test]
    fn who_meets_is_the_same_whether_the_blocks_grow_or_not() {
        let entries = crowd(0..100);
        let (fixed, mut living) = (Crowd::new(entries.clone(), 100), Blocks::default());
        entries.iter().rev().for_each(|&entry| _ = living.insert(entry));
        for (item, entry) in (0..).zip(&entries) {
            let later: Vec<_> = living.near(&[*entry]).into_iter().filter(|&(other, _)| other > item).collect();
            assert_eq!(fixed.after(item), later);
        }
    }

    #[test]
    fn who_comes_between_parts_and_who_leaves_brings_together() {
        let mut blocks = Blocks::new(crowd(0..100).into_iter());
        let newcomer = Entry::crowded(50, 2, 900);
        let near =
            |blocks: &Blocks, item| -> Vec<u32> { blocks.near(&crowd(item..item + 1)).into_iter().map(|(other, _)| other).collect() };
        let before: Vec<_> = (0..100).map(|item| near(&blocks, item)).collect();
        let parted = blocks.insert(newcomer);
        assert_eq!(parted.len(), NEIGHBOURS);
        for (x, y) in &parted {
            assert!(before[*x as usize].contains(y) && !near(&blocks, *x).contains(y));
        }
        assert_eq!(blocks.remove(newcomer), parted);
        assert!((0..100).all(|item| near(&blocks, item) == before[item as usize]));
    }
}
