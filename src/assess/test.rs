//! What the tests of the policies share: a toll in a few words, and estimates in a line.

use super::{Dossier, Policy, assess};
use crate::conflict::{Voices, find};
use crate::matcher::Event;
use crate::model::*;

/// A claim in the making.
#[derive(Clone)]
pub(super) struct Toll(Claim);

/// So many people killed, as a voice says in an article of that day.
pub(super) fn toll(id: &str, voice: &str, reported: &str, people: f64) -> Toll {
    let (article, n) = id.split_once('#').unwrap();
    let at = 100 * n.parse::<usize>().unwrap();
    let claim = Claim::new(id, article, Kind::Casualties, Span::new(at, at + 50).unwrap()).unwrap();
    let claim = claim.harm(Harm::Killed, Group::People).count(Quantity::exactly(people, "people").unwrap());
    Toll(claim.said_by(Attribution::new(SourceId::new(voice).unwrap(), None)).reported(reported.parse().unwrap()))
}

impl Toll {
    pub fn group(mut self, group: Group) -> Self {
        self.0.group = Some(group);
        self
    }

    pub fn injured(mut self) -> Self {
        self.0.harm = Some(Harm::Injured);
        self
    }

    pub fn casualties(mut self) -> Self {
        self.0.harm = Some(Harm::Casualties);
        self
    }

    pub fn hedged(mut self, hedge: Hedge) -> Self {
        let low = self.0.count.as_ref().and_then(Quantity::low);
        self.0.count = Some(Quantity::new(low, None, hedge, "people").unwrap());
        self
    }

    pub fn on(self, day: &str) -> Self {
        Self(self.0.when(Period::day(day.parse().unwrap(), Basis::Stated)))
    }

    pub fn perpetrator(mut self, actor: &str) -> Self {
        self.0.actors.push(Actor::new(Role::Perpetrator, ActorId::new(actor).unwrap(), actor));
        self
    }

    /// The same, as a claim on who did it.
    pub fn blames(self) -> Self {
        Self(Claim { kind: Kind::Responsibility, harm: None, group: None, count: None, ..self.0 })
    }
}

/// Asserts what a policy makes of one event of these claims: a line for each estimate, "harm group low..high best", and the grade.
#[track_caller]
pub(super) fn check(policy: &dyn Policy, tolls: &[Toll], expected: &str, grade: Option<&str>) {
    let claims: Vec<Claim> = tolls.iter().map(|toll| toll.0.clone()).collect();
    let ids = claims.iter().map(|claim| claim.id.clone()).collect();
    let event =
        Event { id: EventId::new("e").unwrap(), label: String::new(), claims: ids, when: None, place: None, part_of: None, links: vec![] };
    let findings = find(&claims, std::slice::from_ref(&event), &[]);
    let voices = Voices::default();
    let (estimates, grades) = assess(&Dossier::new(&event, &claims, &voices, &findings), &[policy]);
    let shown = |number: Option<f64>| number.map_or("-".to_owned(), |number| number.to_string());
    let lines: Vec<String> = estimates
        .iter()
        .map(|estimate| {
            format!("{} {} {}..{} {}", estimate.harm, estimate.group, shown(estimate.low), shown(estimate.high), shown(estimate.best))
        })
        .collect();
    assert_eq!(lines.join("\n"), expected);
    assert_eq!(grades.first().map(|grade| grade.grade.as_str()), grade);
}
