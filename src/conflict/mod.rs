//! An event's claims to findings: who says what, who repeats whom, who has revised what, and what cannot all be so.
//!
//! Each way to agree or to disagree is a [`Rule`] in a file of its own. A rule sees one event, and only who holds a place is also
//! asked across the events of one article; it compares ids, groups, kinds,
//! intervals and roles, and never the words of a language. It says nothing where it would have to guess: two figures of different
//! things, of different days, or of voices that may be one, are left alone.
//!
//! ```
//! use crosscheck::conflict::{Verdict, find};
//! use crosscheck::matcher::Event;
//! use crosscheck::model::{Attribution, Claim, EventId, Group, Harm, Kind, Quantity, SourceId, Span};
//!
//! let toll = |article: &str, voice: &str, dead: f64| {
//!     let claim = Claim::new(format!("{article}#1"), article, Kind::Casualties, Span::new(0, 40)?)?;
//!     let claim = claim.harm(Harm::Killed, Group::People).count(Quantity::exactly(dead, "people")?).reported("2016-06-26".parse()?);
//!     Ok::<_, crosscheck::Error>(claim.said_by(Attribution::new(SourceId::new(voice)?, None)))
//! };
//! let claims = [toll("a", "sohr", 47.0)?, toll("b", "sana", 12.0)?];
//! let ids = claims.iter().map(|claim| claim.id.clone()).collect();
//! let event = Event { id: EventId::new("e")?, label: String::new(), claims: ids, when: None, place: None, part_of: None, links: vec![] };
//!
//! let findings = find(&claims, &[event], &[]);
//! assert_eq!(findings[0].verdict, Verdict::Conflict);
//! assert_eq!(findings[0].sides.len(), 2);
//! # Ok::<(), crosscheck::Error>(())
//! ```

mod account;
mod camp;
mod case;
mod class;
mod copy;
mod figure;
mod finding;
mod gather;
mod rule;
mod setting;
mod side;
mod standing;
#[cfg(test)]
mod test;
mod timing;
mod voice;

use std::collections::BTreeMap;

pub use account::{Account, accounts};
pub use finding::{Dimension, Finding, Reconciler, Side, Verdict};
pub use rule::{Rule, rules};
pub use voice::Voices;

use self::case::{Case, tell};
use crate::matcher::Event;
use crate::model::{Claim, Source};

/// What the voices of the events say to each other.
///
/// The order of claims, events and sources does not matter. The findings are sorted by event, verdict and id. The work grows with
/// the number of claims: of an event with more different statements than news ever holds, the most told are compared.
pub fn find(claims: &[Claim], events: &[Event], sources: &[Source]) -> Vec<Finding> {
    let claims: BTreeMap<_, _> = claims.iter().map(|claim| (&claim.id, claim)).collect();
    let voices = Voices::new(sources);
    let mut findings: Vec<Finding> = events
        .iter()
        .flat_map(|event| {
            let voices = voices.among(event.claims.iter().filter_map(|id| claims.get(id).copied()));
            let told = tell(event, &claims, &voices);
            let case = Case::new(event, &told, &voices);
            rules().iter().flat_map(|rule| rule.apply(&case)).collect::<Vec<_>>()
        })
        .collect();
    findings.extend(standing::across(rule::CONTROL, events, &claims, &voices));
    findings.sort_by(|a, b| (&a.event, a.verdict, &a.id).cmp(&(&b.event, b.verdict, &b.id)));
    findings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::test::{Told, claim};
    use super::*;
    use crate::model::{ClaimId, EventId, Group, Hedge, Kind, Role};

    /// A claim of few possible values each, so that many meet.
    fn told() -> impl Strategy<Value = Told> {
        let who = ("[a-c]#[1-9]", 0..5usize, 0..Kind::ALL.len(), 0..Group::ALL.len(), 1..6u32, 0..3usize);
        (who, 0..4usize, 0..4usize, 0..4usize, 0..Role::ALL.len(), 0..Hedge::ALL.len()).prop_map(
            |(who, day, place, stance, role, hedge)| {
                let (id, voice, kind, group, count, actor) = who;
                let told =
                    claim(&id).reported(["2016-06-26", "2016-06-27"][day % 2]).quote("Des raids ont visé la ville dans la nuit de samedi");
                let told = ["", "sohr", "ru/mod", "ru/army", "~residents"][voice..][..1]
                    .iter()
                    .filter(|v| !v.is_empty())
                    .fold(told, |told, voice| told.by(voice));
                let told = match Kind::ALL[kind] {
                    Kind::Casualties => told.group(Group::ALL[group]).killed(f64::from(count * 10)),
                    kind => told.kind(kind).group(Group::ALL[group]),
                };
                let told = if hedge > 0 && kind == 0 { told.hedged(Hedge::ALL[hedge]) } else { told };
                let told = if day > 1 { told.on("2016-06-25") } else { told };
                let told = ["sy", "sy/aleppo/aleppo", "sy/idlib/idlib"].get(place).map_or(told.clone(), |place| told.at(place));
                let told = told.actor(Role::ALL[role], ["ru/army", "sy/~rebels", "~terrorists"][actor]);
                match stance {
                    0 => told.doubted(),
                    1 => told.denied(),
                    _ => told,
                }
            },
        )
    }

    #[test]
    fn who_holds_a_place_is_asked_across_events() {
        let held = |id: &str, by: &str, holder: &str, day: &str| {
            claim(id).by(by).kind(Kind::Control).actor(Role::Holder, holder).at("sy/aleppo/aleppo").on(day).claim()
        };
        let event = |id: &str, claim: &str| {
            let claims = vec![ClaimId::new(claim).unwrap()];
            Event { id: EventId::new(id).unwrap(), label: String::new(), claims, when: None, place: None, part_of: None, links: vec![] }
        };
        let army = held("a#1", "sana", "sy/army", "2016-06-26");
        let found = |id: &str, day: &str| {
            let events = [event("e", "a#1"), event("f", id)];
            let found = find(&[army.clone(), held(id, "sohr", "hts", day)], &events, &[]);
            found.iter().map(|finding| format!("{} {}", finding.rule, finding.event)).collect::<Vec<_>>()
        };
        assert_eq!(found("a#2", "2016-06-26"), ["control e"]);
        assert!(found("a#2", "2016-06-28").is_empty());
        // Another article tells of another state of things.
        assert!(found("b#1", "2016-06-26").is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_claimed(told in proptest::collection::vec(told(), 0..30)) {
            let mut claims: BTreeMap<ClaimId, Claim> = told.into_iter().map(Told::claim).map(|claim| (claim.id.clone(), claim)).collect();
            if let Some(id) = claims.keys().next().cloned() {
                claims.values_mut().skip(1).step_by(5).for_each(|claim| claim.part_of = Some(id.clone()));
            }
            let mut claims: Vec<Claim> = claims.into_values().collect();
            let ids: Vec<ClaimId> = claims.iter().map(|claim| claim.id.clone()).collect();
            let event = |claims| Event { id: EventId::new("e").unwrap(), label: String::new(), claims, when: None, place: None, part_of: None, links: vec![] };
            let findings = find(&claims, &[event(ids.clone())], &[]);

            // The order does not matter.
            claims.reverse();
            prop_assert_eq!(&findings, &find(&claims, &[event(ids.iter().rev().cloned().collect())], &[]));

            for finding in &findings {
                // An id is of one finding, a side is never empty, and a verdict has the sides that it needs.
                prop_assert_eq!(findings.iter().filter(|other| other.id == finding.id).count(), 1, "{:?}", finding);
                prop_assert!(finding.sides.iter().all(|side| !side.claims.is_empty() && !side.voices.is_empty()));
                let one = matches!(finding.verdict, Verdict::Repetition | Verdict::Corroboration);
                prop_assert!(if one { finding.sides.len() == 1 } else { finding.sides.len() > 1 }, "{:?}", finding);
                prop_assert!((0.0..=1.0).contains(&finding.strength) && finding.reason.ends_with('.'));
            }
        }
    }
}
