//! Who: actors in the part they have.

use std::collections::BTreeSet;

use super::kind::{Aspect, aspect};
use crate::matcher::record::{Doer, Record};
use crate::matcher::weights::Factor;
use crate::model::{Kind, Role};

/// The parts that are one for comparing: who acts, who suffers, who agrees, who speaks, of whom it is told.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Acts,
    Suffers,
    Agrees,
    Speaks,
    Told,
}

/// The part that a role is.
fn part(role: Role) -> Part {
    match role {
        Role::Perpetrator | Role::Holder => Part::Acts,
        Role::Target | Role::Victim | Role::Loser | Role::Addressee => Part::Suffers,
        Role::Party => Part::Agrees,
        Role::Speaker => Part::Speaks,
        Role::Subject => Part::Told,
    }
}

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    if a.actors.is_empty() || b.actors.is_empty() {
        return None;
    }
    let pairs = || a.actors.iter().flat_map(|x| b.actors.iter().map(move |y| (x, y)));
    let same_part = || pairs().filter(|(x, y)| part(x.role) == part(y.role));
    if let Some(other) = others(a, b) {
        Some(other)
    } else if parties(a, b) {
        Some(Factor::SameParties)
    } else if same_part().any(|(x, y)| within(x, y) && !x.generic && !y.generic) {
        Some(Factor::SameActor)
    } else if same_part().any(|(x, y)| family(x, y)) {
        Some(Factor::SameSide)
    } else if pairs().any(|(x, y)| opposed(part(x.role), part(y.role)) && within(x, y)) {
        Some(Factor::Opposed)
    } else {
        same_part().any(|(x, y)| part(x.role) == Part::Acts && !x.generic && !y.generic).then_some(Factor::OtherActor)
    }
}

/// Whether both are agreed on by the same two or more.
fn parties(a: &Record, b: &Record) -> bool {
    let several = |x: &Record| x.actors.iter().filter(|doer| doer.role == Role::Party).nth(1).is_some();
    let of = |x: &Record| x.actors.iter().filter(|doer| doer.role == Role::Party).map(|doer| doer.path[0]).collect::<BTreeSet<_>>();
    several(a) && several(b) && of(a).intersection(&of(b)).count() > 1
}

/// Whether one acts and the other suffers.
fn opposed(a: Part, b: Part) -> bool {
    (a, b) == (Part::Acts, Part::Suffers) || (a, b) == (Part::Suffers, Part::Acts)
}

/// Whether one is the other or belongs to it.
fn within(a: &Doer, b: &Doer) -> bool {
    a.path.iter().zip(&b.path).all(|(x, y)| x == y)
}

/// Whether both belong to one state or group.
fn family(a: &Doer, b: &Doer) -> bool {
    a.path.first() == b.path.first()
}

/// Who did a deed may be disputed; but who speaks, signs, advances or holds makes a statement, a truce or an advance the
/// one it is.
fn others(a: &Record, b: &Record) -> Option<Factor> {
    let disputed = a.kind == Kind::Responsibility || b.kind == Kind::Responsibility;
    if disputed || aspect(a) == Aspect::Incident && aspect(b) == Aspect::Incident {
        return None;
    }
    let (x, y) = (heads(a), heads(b));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let met = |from: &[&Doer], to: &[&Doer]| from.iter().filter(|p| to.iter().any(|q| family(p, q))).count();
    let (there, back) = (met(&x, &y), met(&y, &x));
    let both = |kind| a.kind == kind && b.kind == kind;
    // Of an agreement one report may name fewer parties, but none that is foreign to the other.
    let foreign = if both(Kind::Agreement) { there < x.len() && back < y.len() } else { there == 0 };
    let named = x.iter().chain(&y).all(|doer| !doer.generic);
    let told = |x: &Record| matches!(aspect(x), Aspect::Aim | Aspect::Word);
    let alike = aspect(a) == aspect(b) || told(a) && told(b);
    let sure = alike && (named || both(Kind::Position));
    foreign.then_some(if sure { Factor::OtherParty } else { Factor::OtherHand })
}

/// The actors whose doing or saying it is.
fn heads(record: &Record) -> Vec<&Doer> {
    record.actors.iter().filter(|doer| part(doer.role) != Part::Suffers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim};

    fn check(a: Sample, b: Sample, expected: Option<Factor>) {
        assert_eq!(compare(&a.record(), &b.record()), expected);
        assert_eq!(compare(&b.record(), &a.record()), expected);
    }

    fn by(kind: Kind, actors: &[&str]) -> Sample {
        let role = if kind == Kind::Agreement { Role::Party } else { Role::Perpetrator };
        actors.iter().fold(claim("a#1").kind(kind), |sample, actor| sample.actor(role, actor))
    }

    #[test]
    fn an_air_force_is_its_states() {
        check(by(Kind::Strike, &["ru/air-force"]), by(Kind::Strike, &["ru"]), Some(Factor::SameActor));
        check(by(Kind::Strike, &["ru/air-force"]), by(Kind::Strike, &["ru/army"]), Some(Factor::SameSide));
        check(by(Kind::Strike, &["sy/~rebels"]), by(Kind::Strike, &["sy/~rebels"]), Some(Factor::SameSide));
    }

    #[test]
    fn who_did_a_deed_may_be_disputed() {
        check(by(Kind::Responsibility, &["ru"]), by(Kind::Responsibility, &["ua"]), Some(Factor::OtherActor));
        check(by(Kind::Responsibility, &["ru"]), claim("b#1"), None);
    }

    #[test]
    fn the_offensive_of_others_is_another_one() {
        check(by(Kind::Operation, &["sy/army"]), by(Kind::Operation, &["islamic-state"]), Some(Factor::OtherParty));
        check(by(Kind::Operation, &["sy/army"]), by(Kind::Operation, &["~militias"]), Some(Factor::OtherHand));
    }

    #[test]
    fn a_truce_is_made_by_its_parties() {
        check(by(Kind::Agreement, &["ru", "us"]), by(Kind::Agreement, &["us/state", "ru"]), Some(Factor::SameParties));
        check(by(Kind::Agreement, &["ru", "us"]), by(Kind::Agreement, &["ru", "tr"]), Some(Factor::OtherParty));
        check(by(Kind::Agreement, &["ru", "us"]), by(Kind::Agreement, &["ru"]), Some(Factor::SameActor));
    }

    #[test]
    fn who_strikes_in_one_and_is_struck_in_the_other_is_in_two_events() {
        let struck = claim("b#1").actor(Role::Target, "islamic-state");
        check(by(Kind::Strike, &["islamic-state"]), struck, Some(Factor::Opposed));
    }
}
