//! Constrained clustering: the groups with the strongest mean link first, and never two claims that exclude each other in
//! one group, not even through a chain of others.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use rustc_hash::FxHashMap;

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

/// What the mean score of two groups must reach, as a share of what one pair must.
const MEAN: f64 = 0.5;

/// Groups as many items as there are `classes`: the two groups with the highest mean score become one, as long as their best
/// pair reaches the threshold and the mean half of it. Items of one class exclude the same others, so that `excludes` is asked
/// once of two classes. Returns the groups in order of their least members, and the pairs that brought them together. The
/// answer depends on the set of edges, not on their order.
pub(super) fn group(classes: &[u32], edges: &[Edge], threshold: f64, excludes: impl Fn(u32, u32) -> bool) -> (Vec<Vec<u32>>, Vec<Edge>) {
    let mut groups: Vec<Vec<u32>> = (0..classes.len() as u32).map(|i| vec![i]).collect();
    let mut kinds: Vec<BTreeSet<u32>> = classes.iter().map(|&class| BTreeSet::from([class])).collect();
    let mut asked: FxHashMap<(u32, u32), bool> = FxHashMap::default();
    let mut apart = |x: u32, y: u32| *asked.entry((x.min(y), x.max(y))).or_insert_with(|| excludes(x, y));
    let mut bonds: Vec<FxHashMap<u32, Bond>> = vec![FxHashMap::default(); classes.len()];
    for &edge in edges {
        let bond = Bond { sum: edge.score, pairs: 1, best: edge };
        bonds[edge.a as usize].insert(edge.b, bond);
        bonds[edge.b as usize].insert(edge.a, bond);
    }
    let wanted = |bond: &Bond| bond.best.score >= threshold && bond.mean() >= threshold * MEAN;
    let mut queue: BinaryHeap<Edge> = edges.iter().filter(|edge| edge.score >= threshold).copied().collect();
    let (mut kept, mut bonded) = (Vec::new(), edges.len());
    while let Some(Edge { score, a, b }) = queue.pop().filter(|_| bonded > 0) {
        // What was queued before one of the two changed no longer holds.
        let Some(bond) = bonds[a as usize].get(&b).copied().filter(|bond| bond.mean() == score) else { continue };
        if kinds[a as usize].iter().any(|&x| kinds[b as usize].iter().any(|&y| apart(x, y))) {
            bonds[a as usize].remove(&b);
            bonds[b as usize].remove(&a);
            bonded -= 1;
            continue;
        }
        kept.push(bond.best);
        // The one with fewer bonds goes into the other, so that no bond moves often.
        let (a, b) = if bonds[a as usize].len() >= bonds[b as usize].len() { (a, b) } else { (b, a) };
        let given = std::mem::take(&mut groups[b as usize]);
        groups[a as usize].extend(given);
        let given = std::mem::take(&mut kinds[b as usize]);
        kinds[a as usize].extend(given);
        for (c, bond) in std::mem::take(&mut bonds[b as usize]) {
            bonds[c as usize].remove(&b);
            if c == a {
                bonded -= 1;
                continue;
            }
            let joined = bonds[a as usize].get(&c).map_or(bond, |other| {
                bonded -= 1;
                other.with(bond)
            });
            bonds[a as usize].insert(c, joined);
            bonds[c as usize].insert(a, joined);
            if wanted(&joined) {
                queue.push(Edge { score: joined.mean(), a: a.min(c), b: a.max(c) });
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    (groups, kept)
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
        assert_eq!(kept, [edge(9.0, 0, 1)]);
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
}
