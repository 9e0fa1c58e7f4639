//! Sides: who stands where, and the finding that comes of it.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, FEW, MOST, Told};
use super::{Dimension, Finding, Reconciler, Side, Verdict};
use crate::model::{Claim, Role, SourceId};

/// One answer to a question, and those who give it.
#[derive(Debug, Clone)]
pub(super) struct Position<'a> {
    pub name: String,
    pub told: Vec<&'a Told<'a>>,
}

impl<'a> Position<'a> {
    pub fn new(name: impl Into<String>, told: Vec<&'a Told<'a>>) -> Self {
        Self { name: name.into(), told }
    }

    /// Who holds it, for a sentence: a few names.
    pub fn who(&self, case: &Case) -> String {
        let bodies = bodies(self.told.iter().copied(), case);
        let mut names: Vec<String> = bodies.iter().take(3).map(|body| case.voices.name(body)).collect();
        if bodies.len() > names.len() {
            names.push(format!("{} more", bodies.len() - names.len()));
        }
        list(&names, "and")
    }

    /// The position and who holds it, for a sentence.
    pub fn says(&self, case: &Case) -> String {
        format!("{} ({})", self.name, self.who(case))
    }

    fn side(&self, case: &Case) -> Side {
        let mut claims: Vec<_> = self.told.iter().map(|told| told.claim.id.clone()).collect();
        let mut seen = BTreeSet::new();
        claims.retain(|id| seen.insert(id.clone()));
        let days = || self.told.iter().filter_map(|told| told.day());
        Side {
            position: self.name.clone(),
            claims,
            voices: bodies(self.told.iter().copied(), case),
            independent: case.voices.independent(self.told.iter().map(|told| told.claim)),
            first: days().min(),
            latest: days().max(),
        }
    }
}

/// The bodies that say it, in order.
pub(super) fn bodies<'a>(told: impl Iterator<Item = &'a Told<'a>>, case: &Case) -> Vec<SourceId> {
    let bodies: BTreeSet<SourceId> = told.flat_map(|told| told.claim.voices()).map(|voice| case.voices.body(&voice).clone()).collect();
    bodies.into_iter().collect()
}

/// The positions and who holds them, in a row.
pub(super) fn says(sides: &[Position], case: &Case, last: &str) -> String {
    list(&sides.iter().map(|side| side.says(case)).collect::<Vec<_>>(), last)
}

/// The names of a claim's actors in that role, in a row.
pub(super) fn names(claim: &Claim, role: Role) -> String {
    let mut names: Vec<String> = claim.in_role(role).map(|actor| actor.name.clone()).collect();
    names.dedup();
    list(&names, "and")
}

/// Words in a row: "a, b and c".
pub(super) fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// What a rule found, before it has an id.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub verdict: Verdict,
    pub dimension: Option<Dimension>,
    pub sides: Vec<Position<'a>>,
    pub strength: f64,
    pub reason: String,
    pub reconcile: Vec<Reconciler>,
}

impl<'a> Draft<'a> {
    /// Sides that cannot all be right, unless something of `reconcile` is so.
    pub fn conflict(dimension: Dimension, sides: Vec<Position<'a>>, strength: f64, reason: String, reconcile: &[Reconciler]) -> Self {
        let (verdict, dimension) = (Verdict::Conflict, Some(dimension));
        Self { verdict, dimension, sides, strength, reason, reconcile: reconcile.to_vec() }
    }

    /// Sides that do not contradict each other.
    pub fn harmless(verdict: Verdict, dimension: Option<Dimension>, sides: Vec<Position<'a>>, strength: f64, reason: String) -> Self {
        Self { verdict, dimension, sides, strength, reason, reconcile: Vec::new() }
    }

    /// The finding. Its id is made of its event, its rule and the first claim of each side.
    pub fn finding(&self, case: &Case, rule: &str) -> Finding {
        let sides: Vec<Side> = self.sides.iter().map(|side| side.side(case)).collect();
        let first: Vec<&str> = sides.iter().filter_map(|side| side.claims.first()).map(|id| id.as_str()).collect();
        Finding {
            id: format!("{}/{rule}/{}", case.event.id, first.join("|")),
            event: case.event.id.clone(),
            rule: rule.to_owned(),
            verdict: self.verdict,
            dimension: self.dimension,
            strength: (100.0 * self.strength).round() / 100.0,
            reconcile: self.reconcile.clone(),
            reason: self.reason.clone(),
            sides,
        }
    }
}

/// What is told, by what it says: a position each, in the order in which they were first told.
pub(super) fn grouped<'a, K: Ord>(told: impl Iterator<Item = &'a Told<'a>>, says: impl Fn(&'a Told<'a>) -> K) -> Vec<Vec<&'a Told<'a>>> {
    let mut at: BTreeMap<K, usize> = BTreeMap::new();
    let mut positions: Vec<Vec<&Told>> = Vec::new();
    for told in told {
        let i = *at.entry(says(told)).or_insert(positions.len());
        if i == positions.len() {
            positions.push(Vec::new());
        }
        positions[i].push(told);
    }
    positions.truncate(MOST);
    positions
}

/// The disputes among positions: groups of positions that contradict each other pairwise, so that three against one is one
/// finding, each with those of its members who are in it. Each contradiction is in one of them. Positions that contradict the same
/// others, and that are `one` ("Russia", "Russia and Syria"), are one side.
pub(super) fn disputes<T: Copy>(positions: Vec<Vec<T>>, one: impl Fn(T, T) -> bool, disputed: impl Fn(T, T) -> bool) -> Vec<Vec<Vec<T>>> {
    let against = |member: T, position: &[T]| position.iter().take(FEW).any(|&other| disputed(member, other));
    let pair = |a: &[T], b: &[T]| a.iter().take(FEW).any(|&member| against(member, b));
    let edges = |positions: &[Vec<T>]| -> BTreeSet<(usize, usize)> {
        let pairs = (0..positions.len()).flat_map(|a| (a + 1..positions.len()).map(move |b| (a, b)));
        pairs.filter(|&(a, b)| pair(&positions[a], &positions[b])).collect()
    };
    let found = edges(&positions);
    let others =
        |a: usize| -> BTreeSet<usize> { found.iter().filter_map(|&(x, y)| if x == a { Some(y) } else { (y == a).then_some(x) }).collect() };
    let mut sides: Vec<(BTreeSet<usize>, Vec<T>)> = Vec::new();
    for (a, position) in positions.into_iter().enumerate() {
        let others = others(a);
        if others.is_empty() {
            continue;
        }
        match sides.iter_mut().find(|(against, side)| *against == others && one(side[0], position[0])) {
            Some((_, side)) => side.extend(position),
            None => sides.push((others, position)),
        }
    }
    let sides: Vec<Vec<T>> = sides.into_iter().map(|(_, side)| side).collect();
    let in_it = |group: &[usize], at: usize| -> Vec<T> {
        let opposed = |member: &T| group.iter().any(|&b| b != at && against(*member, &sides[b]));
        sides[at].iter().copied().filter(opposed).collect()
    };
    groups(&edges(&sides)).iter().map(|group| group.iter().map(|&at| in_it(group, at)).collect()).collect()
}

/// Groups whose members are all joined by an edge, one at least for each edge.
pub(super) fn groups(edges: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
    let mut left = edges.clone();
    let mut groups = Vec::new();
    let nodes: BTreeSet<usize> = edges.iter().flat_map(|&(a, b)| [a, b]).collect();
    while let Some(&(a, b)) = left.first() {
        let mut group = vec![a, b];
        for &c in &nodes {
            if group.iter().all(|&other| edges.contains(&(other.min(c), other.max(c)))) {
                group.push(c);
            }
        }
        group.sort_unstable();
        left.retain(|(x, y)| !(group.contains(x) && group.contains(y)));
        groups.push(group);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
        groups(&edges.iter().copied().collect())
    }

    #[test]
    fn three_that_exclude_each_other_are_one_group() {
        assert_eq!(joined(&[(0, 1), (0, 2), (1, 2)]), [vec![0, 1, 2]]);
    }

    #[test]
    fn what_is_not_opposed_is_not_joined() {
        assert_eq!(joined(&[(0, 1), (0, 2)]), [vec![0, 1], vec![0, 2]]);
        assert!(joined(&[]).is_empty());
    }

    #[test]
    fn only_those_in_the_dispute_remain() {
        let found = disputes(vec![vec![1, 50], vec![60]], |_, _| false, |a: i32, b: i32| (a - b).abs() > 20);
        assert_eq!(found, [vec![vec![1], vec![60]]]);
    }

    #[test]
    fn positions_that_are_one_are_one_side() {
        let far = |a: i32, b: i32| (a - b).abs() > 20;
        assert_eq!(disputes(vec![vec![1], vec![2], vec![60]], |_, _| true, far), [vec![vec![1, 2], vec![60]]]);
        assert_eq!(disputes(vec![vec![1], vec![2], vec![60]], |_, _| false, far).len(), 2);
    }
}
