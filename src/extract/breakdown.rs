//! Breakdowns that nothing but their sum gives away: "132 people were killed. 65 rebels, 18 allied fighters and 49 soldiers died."

use crate::model::{Claim, Field, Group, Kind, Scope};

/// How many sentences further the parts may stand.
const NEAR: usize = 2;

/// The least whole that is not made up by chance: two and one are three, whoever they are.
const LEAST: f64 = 10.0;

/// Gives counts that follow a greater one and add up to it their whole; `told_in` is the sentence of each claim.
pub(super) fn add_up(claims: &mut [Claim], told_in: &[usize]) {
    for at in 0..claims.len() {
        if !whole(&claims[at]) {
            continue;
        }
        let id = claims[at].id.clone();
        for part in parts(claims, told_in, at) {
            claims[part].part_of = Some(id.clone());
        }
    }
}

/// Whether a claim may be broken down: a count of people as such.
fn whole(claim: &Claim) -> bool {
    let people = claim.kind == Kind::Casualties && claim.part_of.is_none() && claim.span.field() == Field::Text;
    people && low(claim).is_some_and(|low| low >= LEAST)
}

/// The least that a claim counts.
pub(super) fn low(claim: &Claim) -> Option<f64> {
    claim.count.as_ref().and_then(|count| count.low())
}

/// The counts of the same harm right behind a count that add up to it, if there are.
fn parts(claims: &[Claim], told_in: &[usize], at: usize) -> Vec<usize> {
    let of = &claims[at];
    let near = (at + 1..claims.len()).take_while(|i| told_in[*i] <= told_in[at] + NEAR);
    let same = near.filter(|i| claims[*i].kind == of.kind && claims[*i].harm == of.harm && disjoint(&claims[*i], of));
    let mut sum = 0.0;
    let mut found = Vec::new();
    for i in same {
        let (Some(count), true) = (low(&claims[i]), fits(&claims[i], of)) else { break };
        sum += count;
        found.push(i);
        if Some(sum) >= low(of) {
            break;
        }
    }
    if found.len() > 1 && Some(sum) == low(of) { found } else { Vec::new() }
}

/// Whether a count is of people whom no other part counts: those whom only their group sets apart ("including four children") may be
/// among those whom the next count names.
fn disjoint(part: &Claim, of: &Claim) -> bool {
    let alike = part.group == Some(Group::People) || part.group == of.group;
    part.part_of.as_ref().is_none_or(|whole| alike && *whole == of.id)
}

/// Whether a count may be a part of another: it is of no other time or place.
fn fits(part: &Claim, of: &Claim) -> bool {
    let time = part.when.zip(of.when).is_none_or(|(part, of)| part.meets(&of));
    let place = part.place.as_ref().zip(of.place.as_ref()).is_none_or(|(part, of)| of.id.holds(&part.id) || part.id.holds(&of.id));
    time && place && (part.scope == of.scope || of.scope == Scope::Cumulative)
}
