//! The groups of tellings that hold together: all at once, or of some of the tellings.

use rustc_hash::FxHashMap;

use super::cluster::{self, Edge};
use super::compare::Meeting;
use super::telling::Telling;
use super::web::Met;
use super::weights::Weights;

/// Tellings of one event, and what brought it together.
#[derive(Debug, PartialEq)]
pub(super) struct Group {
    /// In the order of all tellings.
    pub tellings: Vec<u32>,
    /// The strongest first.
    pub merges: Vec<Merge>,
}

/// Two parts of a group that became one: the best pair between them, and the strength of their bond.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Merge {
    pub pair: (u32, u32),
    pub strength: f32,
}

/// The groups of all these tellings, `met` being whom of those behind it each met. What hangs together by scores that reach the
/// threshold is grouped by itself.
pub(super) fn all(tellings: &[Telling], met: &[Box<[Met]>], weights: &Weights) -> Vec<Group> {
    let mut above: Vec<u32> = (0..tellings.len() as u32).collect();
    for (item, met) in (0..).zip(met) {
        for pair in met.iter().filter(|pair| pair.score.get() >= weights.threshold()) {
            let (x, y) = (top(&mut above, item), top(&mut above, pair.other));
            above[x.max(y) as usize] = x.min(y);
        }
    }
    let mut wholes: Vec<(u32, u32)> = (0..tellings.len() as u32).map(|item| (top(&mut above, item), item)).collect();
    wholes.sort_unstable();
    let parts = wholes.chunk_by(|x, y| x.0 == y.0);
    let groups = parts.map(|part| {
        let part: Vec<u32> = part.iter().map(|&(_, item)| item).collect();
        some(part, |item| &tellings[item as usize], |item| &met[item as usize], weights)
    });
    groups.flatten().collect()
}

/// The last of those above an item.
pub(super) fn top(above: &mut [u32], mut item: u32) -> u32 {
    while above[item as usize] != item {
        above[item as usize] = above[above[item as usize] as usize];
        item = above[item as usize];
    }
    item
}

/// The groups of these tellings, as if there were no others.
pub(super) fn some<'t>(
    mut items: Vec<u32>,
    telling: impl Fn(u32) -> &'t Telling,
    met: impl Fn(u32) -> &'t [Met],
    weights: &Weights,
) -> Vec<Group> {
    if items.len() == 1 {
        return vec![Group { tellings: items, merges: Vec::new() }];
    }
    items.sort_unstable_by_key(|&item| telling(item).order());
    let place: FxHashMap<u32, u32> = items.iter().zip(0..).map(|(&item, i)| (item, i)).collect();
    let mut edges = Vec::new();
    for (&item, &i) in &place {
        let near = met(item).iter().filter_map(|pair| Some((*place.get(&pair.other)?, pair)));
        // Where both know of a pair it counts once.
        let near = near.filter(|(_, pair)| pair.other > item);
        edges.extend(near.map(|(j, pair)| Edge { score: pair.score.get(), a: i.min(j), b: i.max(j) }));
    }
    let mut first: Vec<u32> = Vec::new();
    let mut known: FxHashMap<u64, u32> = FxHashMap::default();
    let mut class = |item: u32| {
        *known.entry(telling(item).class).or_insert_with(|| {
            first.push(item);
            first.len() as u32 - 1
        })
    };
    let classes: Vec<u32> = items.iter().map(|&item| class(item)).collect();
    let excludes = |x: u32, y: u32| Meeting::excludes(telling(first[x as usize]), telling(first[y as usize]));
    let (groups, merges) = cluster::group(&classes, &edges, weights.threshold(), excludes);
    let mut of = vec![0; items.len()];
    groups.iter().enumerate().for_each(|(g, group)| group.iter().for_each(|&i| of[i as usize] = g));
    let named = |group: &Vec<u32>| group.iter().map(|&i| items[i as usize]).collect();
    let mut groups: Vec<Group> = groups.iter().map(|group| Group { tellings: named(group), merges: Vec::new() }).collect();
    for merge in merges {
        let pair = (items[merge.pair.a as usize], items[merge.pair.b as usize]);
        groups[of[merge.pair.a as usize]].merges.push(Merge { pair, strength: merge.strength });
    }
    groups
}
