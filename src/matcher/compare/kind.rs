//! What: the kinds of two claims, and whether both are told as done and of one scale.

use super::count;
use crate::matcher::record::Record;
use crate::matcher::weights::Factor;
use crate::model::{Kind, Role};

/// Which side of an affair a claim tells.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Aspect {
    /// What happened at a place on a day.
    Incident,
    /// Who advances, holds, gathers.
    Campaign,
    /// What a deed aims at, and why.
    Aim,
    /// What is demanded, promised, agreed.
    Word,
    /// How strong somebody is.
    Figure,
}

/// The side that a claim tells.
pub(super) fn aspect(record: &Record) -> Aspect {
    match record.kind {
        Kind::Operation | Kind::Control => Aspect::Campaign,
        Kind::Position | Kind::Agreement => Aspect::Word,
        Kind::Strength => Aspect::Figure,
        Kind::Motive => Aspect::Aim,
        // What the dead were belongs to their deaths; what the targets are, to the campaign.
        Kind::Status if record.actors.iter().any(|actor| matches!(actor.role, Role::Target | Role::Subject)) => Aspect::Aim,
        _ => Aspect::Incident,
    }
}

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    let both = |kind| a.kind == kind && b.kind == kind;
    let either = |kind| a.kind == kind || b.kind == kind;
    Some(match (aspect(a), aspect(b)) {
        _ if a.kind == b.kind && (a.harm == b.harm || both(Kind::Status)) => Factor::SameKind,
        // A demand for a truce is not the truce.
        (Aspect::Word, Aspect::Word) => Factor::OtherKind,
        (x, y) if x == y => Factor::RelatedKind,
        (Aspect::Aim, Aspect::Word) | (Aspect::Word, Aspect::Aim) if either(Kind::Motive) => Factor::RelatedKind,
        (Aspect::Word, _) | (_, Aspect::Word) => Factor::OtherKind,
        // Who is behind it, and what was taken or destroyed, belongs to an incident or to an operation.
        (Aspect::Campaign, Aspect::Incident) | (Aspect::Incident, Aspect::Campaign)
            if either(Kind::Responsibility) || either(Kind::Materiel) || either(Kind::Control) && in_one_breath(a, b) =>
        {
            Factor::RelatedKind
        }
        _ => Factor::OtherAspect,
    })
}

/// Bytes between two clauses that are told in one breath.
const BREATH: usize = 100;

/// Whether an article tells both in one breath of one town, or of a place on no map that may be it: who holds the quarter that was hit.
fn in_one_breath(a: &Record, b: &Record) -> bool {
    let one = |factor| matches!(factor, Factor::SamePlace | Factor::UnsettledPlace);
    let place = || a.place.as_ref().zip(b.place.as_ref()).is_some_and(|(x, y)| one(super::place::relate(x, y)));
    let gap = a.start.max(b.start).saturating_sub(a.end.min(b.end));
    a.article == b.article && a.field == b.field && gap <= BREATH && place()
}

/// What is meant to happen has not happened, and the toll of a war is not an incident's.
pub(super) fn reality(a: &Record, b: &Record) -> Option<Factor> {
    if a.unreal() != b.unreal() {
        return Some(Factor::NotDone);
    }
    let counted = |x: &Record| matches!(x.kind, Kind::Casualties | Kind::Strike | Kind::Materiel | Kind::Attendance);
    (a.scope != b.scope && counted(a) && counted(b) && !count::one_figure(a, b)).then_some(Factor::OtherScope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};
    use crate::model::{Group, Harm, Stance};

    fn check(a: Sample, b: Sample, expected: Factor) {
        assert_eq!(compare(&a.record(), &b.record()), Some(expected));
        assert_eq!(compare(&b.record(), &a.record()), Some(expected));
    }

    #[test]
    fn the_dead_and_the_wounded_are_of_one_incident() {
        let wounded = Sample(killed("b#1", 64.0).0.harm(Harm::Injured, Group::People));
        check(killed("a#1", 47.0), killed("b#1", 82.0), Factor::SameKind);
        check(killed("a#1", 47.0), wounded, Factor::RelatedKind);
        check(killed("a#1", 47.0), claim("b#1").kind(Kind::Responsibility), Factor::RelatedKind);
    }

    #[test]
    fn a_demand_is_not_what_it_demands() {
        check(claim("a#1").kind(Kind::Position), claim("b#1").kind(Kind::Agreement), Factor::OtherKind);
        check(claim("a#1").kind(Kind::Position), claim("b#1").kind(Kind::Operation), Factor::OtherKind);
        check(claim("a#1").kind(Kind::Position), claim("b#1").kind(Kind::Motive), Factor::RelatedKind);
    }

    #[test]
    fn the_status_of_the_dead_is_the_incidents_and_that_of_targets_the_campaigns() {
        let status = claim("b#1").kind(Kind::Status);
        check(killed("a#1", 47.0), status.clone().actor(Role::Victim, "islamic-state"), Factor::RelatedKind);
        check(killed("a#1", 47.0), status.actor(Role::Target, "islamic-state"), Factor::OtherAspect);
    }

    #[test]
    fn who_holds_the_quarter_that_was_hit_belongs_to_the_raid_told_beside_it() {
        let raid = claim("a#1").at(0, 40).place("sy/homs/homs");
        let held = |start| claim("a#2").kind(Kind::Control).at(start, start + 40).place("sy/homs/homs");
        check(raid.clone(), held(45), Factor::RelatedKind);
        check(raid.clone(), held(400), Factor::OtherAspect);
        check(raid.clone(), held(45).place("sy/idlib"), Factor::OtherAspect);
        check(raid, held(45).place("sy/homs/~a-suburb"), Factor::RelatedKind);
    }

    #[test]
    fn what_is_planned_and_what_is_counted_over_a_war_are_other_things() {
        let reality = |a: Sample, b: Sample| reality(&a.record(), &b.record());
        assert_eq!(reality(claim("a#1").stance(Stance::Planned), claim("b#1")), Some(Factor::NotDone));
        assert_eq!(reality(killed("a#1", 47.0), killed("b#1", 250_000.0).total()), Some(Factor::OtherScope));
        assert_eq!(reality(killed("a#1", 47.0), killed("b#1", 82.0)), None);
    }
}
