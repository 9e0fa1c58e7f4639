//! Groups that are kept as tellings come and go: a change is followed only as far as it reaches.
//!
//! Groups are made by merging, the strongest bond first, and a merge depends on nothing but the two that merge. So a group that
//! meets nobody new, and nobody who lives longer or otherwise than before, is what it was. After a change the groups of the
//! tellings that changed are made again; where a part of them that was not there before could have merged with another group,
//! that group is made again with them, and so on until nobody else is reached. A property test holds that the groups are those
//! of all tellings at once.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::Meeting;
use super::group::{self, Group};
use super::key;
use super::web::Web;
use super::weights::Weights;

/// The groups of a web.
#[derive(Debug, Default)]
pub(super) struct Living {
    groups: FxHashMap<u32, Group>,
    /// The number of each telling's group.
    of: FxHashMap<u32, u32>,
    made: u32,
}

/// Groups that were taken apart: what is left of them, and which parts they had.
#[derive(Debug, Default)]
pub(super) struct Opened {
    tellings: Vec<u32>,
    parts: FxHashSet<u64>,
}

impl Living {
    /// These groups.
    pub fn of(groups: Vec<Group>) -> Self {
        let mut living = Self::default();
        groups.into_iter().for_each(|group| living.put(group));
        living
    }

    /// All groups, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// The number of a telling's group; another group never has it.
    pub fn number(&self, item: u32) -> Option<u32> {
        self.of.get(&item).copied()
    }

    /// The group of that number.
    pub fn group(&self, number: u32) -> &Group {
        &self.groups[&number]
    }

    /// Takes out the groups of tellings that go.
    pub fn take(&mut self, gone: &[u32]) -> (Vec<Group>, Opened) {
        let numbers: BTreeSet<u32> = gone.iter().filter_map(|&item| self.number(item)).collect();
        let mut opened = Opened::default();
        let taken = numbers.into_iter().filter_map(|number| {
            let group = self.groups.remove(&number)?;
            group.tellings.iter().for_each(|item| _ = self.of.remove(item));
            opened.open(&group);
            Some(group)
        });
        let taken = taken.collect();
        opened.tellings.retain(|item| !gone.contains(item));
        (taken, opened)
    }

    /// Groups again whatever is reached by new tellings, by others between whom something else is found than before, and by what
    /// groups that were taken out left. Returns the groups that are no more.
    pub fn regroup(&mut self, web: &Web, new: &[u32], pairs: &[(u32, u32)], mut opened: Opened, weights: &Weights) -> Vec<Group> {
        let pairs = pairs.iter().filter(|&&(x, y)| self.may_bond(web, x, y, weights)).flat_map(|&(x, y)| [x, y]);
        let changed: FxHashSet<u32> = new.iter().copied().chain(pairs).collect();
        let mut numbers = BTreeSet::new();
        let loose = changed.iter().copied().filter(|&item| self.number(item).is_none());
        opened.tellings = opened.tellings.into_iter().chain(loose).collect::<BTreeSet<u32>>().into_iter().collect();
        let mut reached: BTreeSet<u32> = changed.iter().filter_map(|&item| self.number(item)).collect();
        let made = loop {
            for number in reached {
                if numbers.insert(number) {
                    opened.open(&self.groups[&number]);
                }
            }
            let made = group::some(opened.tellings.clone(), |item| web.telling(item), |item| web.met(item), weights);
            reached = self.reach(web, &made, &changed, &opened, weights);
            if reached.is_empty() {
                break made;
            }
        };
        let (standing, made): (Vec<Group>, Vec<Group>) =
            made.into_iter().partition(|group| self.number(group.tellings[0]).is_some_and(|number| self.groups[&number] == *group));
        standing.iter().for_each(|group| _ = numbers.remove(&self.of[&group.tellings[0]]));
        let gone = numbers.iter().filter_map(|number| self.groups.remove(number)).collect();
        made.into_iter().for_each(|group| self.put(group));
        gone
    }

    fn put(&mut self, group: Group) {
        self.made += 1;
        self.of.extend(group.tellings.iter().map(|&item| (item, self.made)));
        self.groups.insert(self.made, group);
    }

    /// Whether what is found between two tellings may matter: they are of one group, or some pair of their groups reaches the threshold.
    fn may_bond(&self, web: &Web, x: u32, y: u32, weights: &Weights) -> bool {
        let (Some(a), Some(b)) = (self.number(x), self.number(y)) else { return true };
        let strong =
            |&item: &u32| web.met(item).iter().any(|pair| pair.score.get() >= weights.threshold() && self.of.get(&pair.other) == Some(&b));
        a == b || self.groups[&a].tellings.iter().any(strong)
    }

    /// The numbers of the other groups that a part of these, which was not there before, could have merged with.
    fn reach(&self, web: &Web, made: &[Group], changed: &FxHashSet<u32>, opened: &Opened, weights: &Weights) -> BTreeSet<u32> {
        let within: FxHashSet<u32> = opened.tellings.iter().copied().collect();
        let mut reached = BTreeSet::new();
        let mut asked: FxHashMap<(u64, u64), bool> = FxHashMap::default();
        for group in made {
            let parts = Parts::of(group, changed);
            for (leaf, &item) in group.tellings.iter().enumerate() {
                for pair in web.met(item).iter().filter(|pair| pair.score.get() >= weights.threshold() && !within.contains(&pair.other)) {
                    let Some(number) = self.number(pair.other).filter(|number| !reached.contains(number)) else { continue };
                    let Some(part) =
                        parts.first(leaf, |part| !opened.parts.contains(&part.name) && f64::from(part.ends) <= pair.score.get())
                    else {
                        continue;
                    };
                    let other = web.telling(pair.other);
                    let apart = parts.leaves(part).any(|leaf| {
                        let telling = web.telling(group.tellings[leaf]);
                        *asked.entry((telling.class, other.class)).or_insert_with(|| Meeting::excludes(telling, other))
                    });
                    if !apart {
                        reached.insert(number);
                    }
                }
            }
        }
        reached
    }
}

impl Opened {
    fn open(&mut self, group: &Group) {
        self.tellings.extend(&group.tellings);
        self.parts.extend(Parts::of(group, &FxHashSet::default()).0.iter().map(|part| part.name));
    }
}

/// The parts that a group was made of: its tellings in their order, then what each merge made.
struct Parts(Vec<Part>);

/// A part of a group.
#[derive(Clone, Copy)]
struct Part {
    /// What it holds, whence and how long it was there, as a hash.
    name: u64,
    holds: u64,
    /// The strength of the merge in which it ends.
    ends: f32,
    whole: Option<usize>,
    halves: Option<(usize, usize)>,
}

impl Parts {
    /// The parts of a group. Those that hold a telling that changed are like none before.
    fn of(group: &Group, changed: &FxHashSet<u32>) -> Self {
        let place: FxHashMap<u32, u32> = group.tellings.iter().zip(0..).map(|(&item, i)| (item, i)).collect();
        let part = |holds, halves| Part { name: 0, holds, ends: f32::NEG_INFINITY, whole: None, halves };
        let own = |item: u32| if changed.contains(&item) { key::join(&[u64::from(item), 1]) } else { key::join(&[u64::from(item)]) };
        let mut parts: Vec<Part> = group.tellings.iter().map(|&item| part(own(item), None)).collect();
        let mut above: Vec<u32> = (0..(parts.len() + group.merges.len()) as u32).collect();
        for merge in &group.merges {
            let mut of = |item: u32| group::top(&mut above, place[&item]) as usize;
            let halves = (of(merge.pair.0), of(merge.pair.1));
            let whole = parts.len();
            [halves.0, halves.1].into_iter().for_each(|half| above[half] = whole as u32);
            for half in [halves.0, halves.1] {
                (parts[half].ends, parts[half].whole) = (merge.strength, Some(whole));
            }
            parts.push(part(parts[halves.0].holds.wrapping_add(parts[halves.1].holds), Some(halves)));
        }
        for i in 0..parts.len() {
            let Part { holds, ends, whole, halves, .. } = parts[i];
            let begins = halves.map_or(f32::INFINITY, |(half, _)| parts[half].ends);
            let into = whole.map_or(0, |whole| parts[whole].holds);
            parts[i].name = key::join(&[holds, begins.to_bits().into(), ends.to_bits().into(), into]);
        }
        Self(parts)
    }

    /// The first of a telling's part, what that was merged into, and so on, that is such.
    fn first(&self, leaf: usize, such: impl Fn(&Part) -> bool) -> Option<usize> {
        let mut parts = std::iter::successors(Some(leaf), |&part| self.0[part].whole);
        parts.find(|&part| such(&self.0[part]))
    }

    /// The tellings of a part, by their places in the group.
    fn leaves(&self, part: usize) -> impl Iterator<Item = usize> {
        let mut open = vec![part];
        std::iter::from_fn(move || {
            loop {
                let part = open.pop()?;
                match self.0[part].halves {
                    None => return Some(part),
                    Some((x, y)) => open.extend([x, y]),
                }
            }
        })
    }
}
