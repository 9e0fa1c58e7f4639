//! The web of tellings: who meets whom, with what score, and the groups that hold together. It can grow and shrink, and is
//! always the one that its tellings make all at once.

use rustc_hash::{FxHashMap, FxHashSet};

use super::block::{self, Blocks, Entry};
use super::cluster::{self, Edge};
use super::compare::Meeting;
use super::telling::Telling;
use super::weights::Weights;

/// Tellings of one event, and the pairs of them that brought it together.
#[derive(Debug, PartialEq)]
pub(super) struct Group {
    pub tellings: Vec<u32>,
    pub kept: Vec<(u32, u32)>,
}

/// Tellings and what was found between them.
#[derive(Debug, Default)]
pub(super) struct Web {
    tellings: Vec<Option<Telling>>,
    free: Vec<u32>,
    blocks: Blocks,
    /// Of each telling whom it met with what score; without those that it excludes.
    met: Vec<Vec<(u32, f32)>>,
}

impl Web {
    /// The telling of that number, which is one of the web.
    pub fn telling(&self, item: u32) -> &Telling {
        self.tellings[item as usize].as_ref().expect("a number that the web gave")
    }

    /// The web of these tellings, to which none will be added.
    pub fn finished(tellings: Vec<Telling>, weights: &Weights) -> Self {
        let mut web = Self::of(tellings, &[]);
        let pairs = block::pairs(web.items().flat_map(|item| web.entries(item)).collect());
        pairs.into_iter().for_each(|(x, y)| web.meet(x, y, weights));
        web
    }

    /// The web of tellings whose scores are known.
    pub fn of(tellings: Vec<Telling>, scores: &[(u32, u32, f32)]) -> Self {
        let met = tellings.iter().map(|_| Vec::new()).collect();
        let mut web = Self { tellings: tellings.into_iter().map(Some).collect(), met, ..Self::default() };
        scores.iter().for_each(|&(x, y, score)| web.note(x, y, score));
        web
    }

    /// The web of these tellings, open to others.
    pub fn new(tellings: Vec<Telling>, weights: &Weights) -> Self {
        let web = Self::finished(tellings, weights);
        Self { blocks: Blocks::new(web.items().flat_map(|item| web.entries(item)).collect()), ..web }
    }

    /// The numbers of its tellings.
    pub fn items(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.tellings).filter_map(|(item, telling)| telling.as_ref().map(|_| item))
    }

    /// Adds tellings. Returns their numbers, and those of others whose links changed.
    pub fn add(&mut self, tellings: Vec<Telling>, weights: &Weights) -> (Vec<u32>, Vec<u32>) {
        let items: Vec<u32> = tellings.into_iter().map(|telling| self.keep(telling)).collect();
        let entries: Vec<Entry> = items.iter().flat_map(|&item| self.entries(item)).collect();
        let parted: Vec<(u32, u32)> = entries.into_iter().flat_map(|entry| self.blocks.insert(entry)).collect();
        let changed = self.part(parted);
        for &item in &items {
            for other in self.blocks.near(&self.entries(item)) {
                if !self.met(item, other) {
                    self.meet(item, other, weights);
                }
            }
        }
        (items, changed)
    }

    /// Takes tellings out. Returns the numbers of others whose links changed.
    pub fn remove(&mut self, items: &[u32], weights: &Weights) -> Vec<u32> {
        let entries: Vec<Entry> = items.iter().flat_map(|&item| self.entries(item)).collect();
        let mut changed: FxHashSet<u32> = FxHashSet::default();
        let brought: Vec<(u32, u32)> = entries.into_iter().flat_map(|entry| self.blocks.remove(entry)).collect();
        for &item in items {
            for (other, _) in std::mem::take(&mut self.met[item as usize]) {
                self.met[other as usize].retain(|&(it, _)| it != item);
                changed.insert(other);
            }
            self.tellings[item as usize] = None;
            self.free.push(item);
        }
        for (x, y) in brought {
            if self.tellings[x as usize].is_some() && self.tellings[y as usize].is_some() && !self.met(x, y) {
                self.meet(x, y, weights);
                changed.extend([x, y]);
            }
        }
        items.iter().for_each(|item| _ = changed.remove(item));
        changed.into_iter().collect()
    }

    /// The groups in whatever hangs together with these tellings.
    pub fn groups(&self, from: impl Iterator<Item = u32>, weights: &Weights) -> Vec<Group> {
        let mut seen: FxHashSet<u32> = FxHashSet::default();
        let mut groups = Vec::new();
        for start in from {
            if !seen.insert(start) {
                continue;
            }
            let (mut whole, mut next) = (vec![start], 0);
            while let Some(&item) = whole.get(next) {
                let near = self.met[item as usize].iter().filter(|(_, score)| f64::from(*score) >= weights.threshold());
                whole.extend(near.map(|&(other, _)| other).filter(|&other| seen.insert(other)));
                next += 1;
            }
            groups.extend(self.cluster(whole, weights));
        }
        groups
    }

    /// The groups of tellings that hang together.
    fn cluster(&self, mut whole: Vec<u32>, weights: &Weights) -> Vec<Group> {
        if whole.len() == 1 {
            return vec![Group { tellings: whole, kept: Vec::new() }];
        }
        whole.sort_unstable_by_key(|&item| self.telling(item).order());
        let place: FxHashMap<u32, u32> = whole.iter().zip(0..).map(|(&item, i)| (item, i)).collect();
        let mut edges = Vec::new();
        for (a, item) in (0..).zip(&whole) {
            let near = self.met[*item as usize].iter().filter_map(|(other, score)| Some((*place.get(other)?, f64::from(*score))));
            edges.extend(near.filter(|&(b, _)| a < b).map(|(b, score)| Edge { score, a, b }));
        }
        let mut first: Vec<u32> = Vec::new();
        let mut known: FxHashMap<u64, u32> = FxHashMap::default();
        let classes: Vec<u32> = whole
            .iter()
            .map(|&item| {
                *known.entry(self.telling(item).class).or_insert_with(|| {
                    first.push(item);
                    first.len() as u32 - 1
                })
            })
            .collect();
        let excludes = |x: u32, y: u32| {
            let [x, y] = [x, y].map(|class| self.telling(first[class as usize]));
            Meeting::excludes(x, y)
        };
        let (groups, kept) = cluster::group(&classes, &edges, weights.threshold(), excludes);
        let mut of = vec![0; whole.len()];
        groups.iter().enumerate().for_each(|(g, group)| group.iter().for_each(|&i| of[i as usize] = g));
        let item = |i: u32| whole[i as usize];
        let mut groups: Vec<Group> =
            groups.iter().map(|group| Group { tellings: group.iter().map(|&i| item(i)).collect(), kept: Vec::new() }).collect();
        kept.iter().for_each(|edge| groups[of[edge.a as usize]].kept.push((item(edge.a), item(edge.b))));
        groups
    }

    /// The tellings alone.
    pub fn into_tellings(self) -> Vec<Option<Telling>> {
        self.tellings
    }

    fn keep(&mut self, telling: Telling) -> u32 {
        match self.free.pop() {
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

    fn entries(&self, item: u32) -> Vec<Entry> {
        let telling = self.telling(item);
        block::entries(item, telling.order(), &telling.records)
    }

    /// Compares two tellings that share a block.
    fn meet(&mut self, x: u32, y: u32, weights: &Weights) {
        let (a, b) = (self.telling(x), self.telling(y));
        if let Some(score) = score(a, b, weights) {
            self.note(x, y, score);
        }
    }

    fn note(&mut self, x: u32, y: u32, score: f32) {
        self.met[x as usize].push((y, score));
        self.met[y as usize].push((x, score));
    }

    /// Whether something was found between the two.
    fn met(&self, x: u32, y: u32) -> bool {
        let (x, y) = if self.met[x as usize].len() <= self.met[y as usize].len() { (x, y) } else { (y, x) };
        self.met[x as usize].iter().any(|&(other, _)| other == y)
    }

    /// Forgets what was found between pairs that no block brings together any more. Returns their members.
    fn part(&mut self, mut pairs: Vec<(u32, u32)>) -> Vec<u32> {
        pairs.retain(|&(x, y)| self.met(x, y));
        pairs.sort_unstable();
        pairs.dedup();
        let mut changed = Vec::new();
        for pairs in pairs.chunk_by(|p, q| p.0 == q.0) {
            let x = pairs[0].0;
            let near = self.blocks.near(&self.entries(x));
            for &(_, y) in pairs.iter().filter(|(_, y)| near.binary_search(y).is_err()) {
                self.met[x as usize].retain(|&(other, _)| other != y);
                self.met[y as usize].retain(|&(other, _)| other != x);
                changed.extend([x, y]);
            }
        }
        changed
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
pub(super) fn score(a: &Telling, b: &Telling, weights: &Weights) -> Option<f32> {
    meeting(a, b, weights).map(|meeting| meeting.score(weights) as f32)
}
