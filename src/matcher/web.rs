//! What was found between tellings: who meets whom, with what score.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::block::{self, Entry};
use super::compare::Meeting;
use super::crowd::{Blocks, Crowd};
use super::each;
use super::group::{self, Group};
use super::telling::Telling;
use super::weights::Weights;

/// A score in 64ths of a bit, rounded down: whole numbers, so that sums are the same in whatever order they are taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bits(i16);

impl Bits {
    const PARTS: f64 = 64.0;

    /// The score as it is kept; what is beyond 500 bits is as good as 500.
    pub fn of(score: f64) -> Self {
        Self((score.clamp(-500.0, 500.0) * Self::PARTS).floor() as i16)
    }

    /// The score in bits.
    pub fn get(self) -> f64 {
        f64::from(self.0) / Self::PARTS
    }
}

/// Another telling that was met and not excluded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Met {
    pub other: u32,
    pub score: Bits,
    /// In how many blocks the two stand within reach of each other.
    blocks: u16,
}

impl Met {
    /// A pair whose score is known from elsewhere.
    pub fn known(other: u32, score: Bits) -> Self {
        Self { other, score, blocks: 1 }
    }
}

/// What is observed of two tellings; nothing where they exclude each other, or are of one article.
pub(super) fn meeting(a: &Telling, b: &Telling, weights: &Weights) -> Option<Meeting> {
    if a.records[0].article == b.records[0].article || Meeting::excludes(a, b) {
        return None;
    }
    let (a, b) = if a.order() <= b.order() { (a, b) } else { (b, a) };
    Some(Meeting::of(a, b, weights))
}

/// What speaks for two tellings being of one event.
pub(super) fn score(a: &Telling, b: &Telling, weights: &Weights) -> Option<Bits> {
    meeting(a, b, weights).map(|meeting| Bits::of(meeting.score(weights)))
}

/// Of each telling whom of those behind it it met.
pub(super) fn find(tellings: &[Telling], weights: &Weights) -> Vec<Box<[Met]>> {
    let entries = (0..).zip(tellings).flat_map(|(item, telling)| entries(item, telling)).collect();
    let crowd = Crowd::new(entries, tellings.len());
    each::map(tellings.len(), |item| {
        let met =
            |(other, blocks): (u32, u16)| Some(Met { other, score: score(&tellings[item], &tellings[other as usize], weights)?, blocks });
        crowd.after(item as u32).into_iter().filter_map(met).collect()
    })
}

fn entries(item: u32, telling: &Telling) -> Vec<Entry> {
    block::entries(item, telling.order(), &telling.records)
}

/// Tellings that come and go, and what was found between them: always what their like would find all at once.
#[derive(Debug, Default)]
pub(super) struct Web {
    tellings: Vec<Option<Telling>>,
    free: Vec<u32>,
    blocks: Blocks,
    /// Of each telling whom it met.
    met: Vec<Vec<Met>>,
}

impl Web {
    /// The web of these tellings, and their groups.
    pub fn new(tellings: Vec<Telling>, weights: &Weights) -> (Self, Vec<Group>) {
        let found = find(&tellings, weights);
        let groups = group::all(&tellings, &found, weights);
        let mut met: Vec<Vec<Met>> = tellings.iter().map(|_| Vec::new()).collect();
        for (item, after) in (0..).zip(found) {
            after.iter().for_each(|pair| met[pair.other as usize].push(Met { other: item, ..*pair }));
            met[item as usize].extend(after);
        }
        let blocks = Blocks::new((0..).zip(&tellings).flat_map(|(item, telling)| entries(item, telling)));
        (Self { tellings: tellings.into_iter().map(Some).collect(), free: Vec::new(), blocks, met }, groups)
    }

    /// How many tellings there are.
    pub fn len(&self) -> usize {
        self.tellings.len() - self.free.len()
    }

    /// The numbers of its tellings.
    pub fn items(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.tellings).filter_map(|(item, telling)| telling.as_ref().map(|_| item))
    }

    /// The telling of that number, which is one of the web.
    pub fn telling(&self, item: u32) -> &Telling {
        self.tellings[item as usize].as_ref().expect("a number that the web gave")
    }

    /// Whom a telling met.
    pub fn met(&self, item: u32) -> &[Met] {
        &self.met[item as usize]
    }

    /// Puts tellings in the place of others. Returns their numbers, and the pairs of those that stay between whom something is found
    /// that was not, or no longer what was.
    pub fn replace(&mut self, gone: &[u32], tellings: Vec<Telling>, weights: &Weights) -> (Vec<u32>, Vec<(u32, u32)>) {
        let old: BTreeSet<Entry> = gone.iter().flat_map(|&item| entries(item, self.telling(item))).collect();
        for &item in gone {
            for pair in std::mem::take(&mut self.met[item as usize]) {
                self.met[pair.other as usize].retain(|other| other.other != item);
            }
        }
        // What is told in the place of another has its number, so that it stands where that stood.
        let mut numbers: FxHashMap<(u64, u32), u32> = gone.iter().map(|&item| (self.telling(item).order(), item)).collect();
        let items: Vec<u32> = tellings.into_iter().map(|telling| self.keep(numbers.remove(&telling.order()), telling)).collect();
        for item in numbers.into_values() {
            self.tellings[item as usize] = None;
            self.free.push(item);
        }
        let new: BTreeSet<Entry> = items.iter().flat_map(|&item| entries(item, self.telling(item))).collect();
        let (mut brought, mut parted) = (Vec::new(), Vec::new());
        old.difference(&new).for_each(|&entry| brought.extend(self.blocks.remove(entry)));
        new.difference(&old).for_each(|&entry| parted.extend(self.blocks.insert(entry)));
        let stay = |&(x, y): &(u32, u32)| [x, y].iter().all(|item| !gone.contains(item) && !items.contains(item));
        let mut pairs: Vec<(u32, u32)> = brought.into_iter().filter(stay).filter(|&(x, y)| self.bring(x, y, weights)).collect();
        pairs.extend(parted.into_iter().filter(stay).filter(|&(x, y)| self.part(x, y)));
        for &item in &items {
            for (other, blocks) in self.blocks.near(&entries(item, self.telling(item))) {
                if !items.contains(&other) || item < other {
                    self.meet(item, other, blocks, weights);
                }
            }
        }
        (items, pairs)
    }

    /// Keeps a telling under that number, or else a free one.
    fn keep(&mut self, number: Option<u32>, telling: Telling) -> u32 {
        match number.or_else(|| self.free.pop()) {
            Some(item) => {
                self.tellings[item as usize] = Some(telling);
                item
            }
            None => {
                self.tellings.push(Some(telling));
                self.met.push(Vec::new());
                self.tellings.len() as u32 - 1
            }
        }
    }

    /// Compares two tellings that share blocks. Returns whether something is found between them.
    fn meet(&mut self, x: u32, y: u32, blocks: u16, weights: &Weights) -> bool {
        let Some(score) = score(self.telling(x), self.telling(y), weights) else { return false };
        self.met[x as usize].push(Met { other: y, score, blocks });
        self.met[y as usize].push(Met { other: x, score, blocks });
        true
    }

    /// In how many blocks two tellings between whom something was found stand within reach of each other.
    fn blocks(&self, x: u32, y: u32) -> Option<u16> {
        self.met[x as usize].iter().find(|met| met.other == y).map(|met| met.blocks)
    }

    /// Writes down in how many blocks the two stand within reach of each other now; where there is none, what was found is forgotten.
    fn set_blocks(&mut self, x: u32, y: u32, blocks: u16) {
        for (x, y) in [(x, y), (y, x)] {
            let met = &mut self.met[x as usize];
            match met.iter().position(|met| met.other == y) {
                Some(at) if blocks == 0 => _ = met.swap_remove(at),
                Some(at) => met[at].blocks = blocks,
                None => {}
            }
        }
    }

    /// One more block brings the two within reach. Returns whether something is found between them that was not before.
    fn bring(&mut self, x: u32, y: u32, weights: &Weights) -> bool {
        match self.blocks(x, y) {
            None => self.meet(x, y, 1, weights),
            Some(blocks) => {
                self.set_blocks(x, y, blocks + 1);
                false
            }
        }
    }

    /// One block less has the two within reach. Returns whether nothing is found between them any more.
    fn part(&mut self, x: u32, y: u32) -> bool {
        let left = self.blocks(x, y).map(|blocks| blocks - 1);
        left.iter().for_each(|&left| self.set_blocks(x, y, left));
        left == Some(0)
    }
}
