//! Constrained clustering: the groups with the strongest mean link first, and never two claims that exclude each other in
//! one group, not even through a chain of others.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// A pair that was compared, with its score. The lesser number stands first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub score: f64,
    pub a: u32,
    pub b: u32,
}

impl Eq for Edge {}

impl Ord for Edge {
    /// The stronger is the greater; of equals the one that stands first.
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then((other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Edge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Two groups that became one: the best pair between them, and how strong their bond was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Merge {
    pub pair: Edge,
    pub strength: f32,
}

/// All that was compared between two groups.
#[derive(Clone, Copy)]
struct Bond {
    sum: f64,
    pairs: u32,
    best: Edge,
}

impl Bond {
    fn with(self, other: Self) -> Self {
        Self { sum: self.sum + other.sum, pairs: self.pairs + other.pairs, best: self.best.max(other.best) }
    }

    fn mean(&self) -> f64 {
        self.sum / f64::from(self.pairs)
    }
}

/// When a bond's turn comes: the strongest first, of equals the one that makes the smaller group, then the one that stands
/// first. What two groups make has its turn after them, so that whoever replays a part of the merges finds them in this order.
/// One number, so that it is soon compared: the strength, the size and the pair, each so that what comes first is greater.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn(u128);

impl Turn {
    fn new(strength: f32, size: usize, (a, b): (u32, u32)) -> Self {
        let bits = strength.to_bits();
        // As `f32::total_cmp` has them.
        let strength = if strength.is_sign_negative() { !bits } else { bits | 1 << 31 };
        Self([strength, !(size as u32), !a.min(b), !a.max(b)].into_iter().fold(0, |all, part| all << 32 | u128::from(part)))
    }

    fn pair(self) -> (u32, u32) {
        (!((self.0 >> 32) as u32), !(self.0 as u32))
    }
}

/// Bits by which the mean score of two groups may fall short of what one pair must reach.
const SHORT: f64 = 3.0;

/// Items that were brought together. It goes by the item by which the larger half of it went.
#[derive(Default)]
struct Members {
    items: Vec<u32>,
    /// Their classes, each once.
    classes: Vec<u32>,
    /// The strength of the bond that made it. No bond of its own counts for more.
    made: f32,
    bonds: FxHashMap<u32, Bond>,
}

impl Members {
    fn alone(item: u32, class: u32, pairs: usize) -> Self {
        let bonds = FxHashMap::with_capacity_and_hasher(pairs, FxBuildHasher);
        Self { items: vec![item], classes: vec![class], made: f32::INFINITY, bonds }
    }

    fn add(&mut self, other: &Self, strength: f32) {
        self.items.extend(&other.items);
        self.classes.extend(&other.classes);
        self.classes.sort_unstable();
        self.classes.dedup();
        self.made = strength;
    }
}

/// Groups as many items as there are `classes`: the two groups with the highest mean score become one, as long as their best
/// pair reaches the threshold and the mean comes near it. Items of one class exclude the same others, so that `excludes` is asked
/// once of two classes. Returns the groups in order of their least members, and the merges that made them, in their order. The
/// answer depends on the set of edges, not on their order.
pub(super) fn group(classes: &[u32], edges: &[Edge], threshold: f64, excludes: impl Fn(u32, u32) -> bool) -> (Vec<Vec<u32>>, Vec<Merge>) {
    let mut pairs = vec![0; classes.len()];
    edges.iter().flat_map(|edge| [edge.a, edge.b]).for_each(|item| pairs[item as usize] += 1);
    let alone = |((item, &class), &pairs)| Members::alone(item, class, pairs);
    let mut groups: Vec<Members> = (0..).zip(classes).zip(&pairs).map(alone).collect();
    for &edge in edges {
        let bond = Bond { sum: edge.score, pairs: 1, best: edge };
        groups[edge.a as usize].bonds.insert(edge.b, bond);
        groups[edge.b as usize].bonds.insert(edge.a, bond);
    }
    let mut apart = Apart::new(classes, excludes);
    let wanted = |bond: &Bond| bond.best.score >= threshold && bond.mean() >= threshold - SHORT;
    let strength = |x: &Members, y: &Members, bond: &Bond| (bond.mean() as f32).min(x.made).min(y.made);
    let turn = |groups: &[Members], a: u32, b: u32, bond: &Bond| {
        let (x, y) = (&groups[a as usize], &groups[b as usize]);
        Turn::new(strength(x, y, bond), x.items.len() + y.items.len(), (a, b))
    };
    let first = edges.iter().filter(|edge| edge.score >= threshold);
    let mut queue: BinaryHeap<Turn> = first.map(|edge| Turn::new(edge.score as f32, 2, (edge.a, edge.b))).collect();
    let (mut merges, mut bonded) = (Vec::new(), edges.len());
    while let Some(next) = queue.pop().filter(|_| bonded > 0) {
        let (a, b) = next.pair();
        let Some(bond) = groups[a as usize].bonds.get(&b).copied().filter(wanted) else { continue };
        // One of the two has grown since: its turn comes later.
        let now = turn(&groups, a, b, &bond);
        if now != next {
            queue.push(now);
            continue;
        }
        let (x, y) = (&groups[a as usize], &groups[b as usize]);
        if x.classes.iter().any(|&x| y.classes.iter().any(|&y| apart.ask(x, y))) {
            groups[a as usize].bonds.remove(&b);
            groups[b as usize].bonds.remove(&a);
            bonded -= 1;
            continue;
        }
        let strength = strength(x, y, &bond);
        merges.push(Merge { pair: bond.best, strength });
        // The smaller goes into the larger, so that no bond moves often.
        let (a, b) = if x.items.len() >= y.items.len() { (a, b) } else { (b, a) };
        let given = std::mem::take(&mut groups[b as usize]);
        groups[a as usize].add(&given, strength);
        for (c, bond) in given.bonds {
            groups[c as usize].bonds.remove(&b);
            if c == a {
                bonded -= 1;
                continue;
            }
            let other = groups[a as usize].bonds.get(&c).copied();
            let joined = other.map_or(bond, |other| other.with(bond));
            groups[a as usize].bonds.insert(c, joined);
            groups[c as usize].bonds.insert(a, joined);
            bonded -= usize::from(other.is_some());
            // Where the two had a turn that comes no later, it is looked at then.
            let queued = other.is_some_and(|other| wanted(&other) && other.mean() >= joined.mean());
            if wanted(&joined) && !queued {
                queue.push(turn(&groups, a, c, &joined));
            }
        }
    }
    let mut groups: Vec<Vec<u32>> = groups.into_iter().map(|group| group.items).filter(|items| !items.is_empty()).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    (groups, merges)
}

/// Which classes exclude each other, asked once of two: in a square where they are few, else as they come.
struct Apart<F> {
    square: Vec<Option<bool>>,
    side: usize,
    others: FxHashMap<(u32, u32), bool>,
    excludes: F,
}

impl<F: Fn(u32, u32) -> bool> Apart<F> {
    /// Classes of which every pair has its place in a square: a megabyte.
    const FEW: usize = 1 << 10;

    fn new(classes: &[u32], excludes: F) -> Self {
        let side = classes.iter().max().map_or(0, |&class| class as usize + 1).min(Self::FEW);
        Self { square: vec![None; side * side], side, others: FxHashMap::default(), excludes }
    }

    fn ask(&mut self, x: u32, y: u32) -> bool {
        let (x, y) = (x.min(y), x.max(y));
        if (y as usize) < self.side {
            let known = &mut self.square[x as usize * self.side + y as usize];
            return *known.get_or_insert_with(|| (self.excludes)(x, y));
        }
        *self.others.entry((x, y)).or_insert_with(|| (self.excludes)(x, y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(score: f64, a: u32, b: u32) -> Edge {
        Edge { score, a, b }
    }

    #[test]
    fn a_chain_never_joins_what_excludes_each_other() {
        let chain = [edge(9.0, 0, 1), edge(8.0, 1, 2)];
        let (groups, kept) = group(&[0, 1, 2], &chain, 6.0, |a, b| (a, b) == (0, 2));
        assert_eq!(groups, [vec![0, 1], vec![2]]);
        assert_eq!(kept, [Merge { pair: edge(9.0, 0, 1), strength: 9.0 }]);
    }

    #[test]
    fn one_strong_pair_does_not_join_groups_that_are_else_unlike() {
        let edges = [edge(9.0, 0, 1), edge(9.0, 2, 3), edge(7.0, 1, 2), edge(-5.0, 0, 2), edge(-5.0, 0, 3), edge(-5.0, 1, 3)];
        assert_eq!(group(&[0, 1, 2, 3], &edges, 6.0, |_, _| false).0, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn the_order_of_the_edges_does_not_matter() {
        let edges = [edge(7.0, 0, 1), edge(7.0, 1, 2), edge(9.0, 2, 3)];
        let back: Vec<_> = edges.iter().rev().copied().collect();
        let excludes = |a, b| (a, b) == (0, 3);
        assert_eq!(group(&[0, 1, 2, 3], &edges, 6.0, excludes), group(&[0, 1, 2, 3], &back, 6.0, excludes));
    }

    #[test]
    fn what_two_groups_make_has_its_turn_after_them() {
        let edges = [edge(9.0, 0, 1), edge(7.0, 1, 2), edge(6.5, 0, 2), edge(9.0, 2, 3), edge(6.0, 3, 4)];
        let (_, merges) = group(&[0, 1, 2, 3, 4], &edges, 6.0, |_, _| false);
        assert_eq!(merges.len(), 4);
        assert!(merges.windows(2).all(|pair| pair[0].strength >= pair[1].strength));
    }
}
