//! What the tests of the rules share: claims in a few words, and findings in a line.

use std::collections::BTreeMap;

use super::Voices;
use super::case::{Case, tell};
use super::rule::Rule;
use crate::matcher::Event;
use crate::model::*;

/// A claim in the making.
#[derive(Debug, Clone)]
pub(super) struct Told(Claim);

/// A claim of the article that its id names, `ARTICLE#N`.
pub(super) fn claim(id: &str) -> Told {
    let (article, n) = id.split_once('#').unwrap();
    let at = 100 * n.parse::<usize>().unwrap();
    Told(Claim::new(id, article, Kind::Strike, Span::new(at, at + 50).unwrap()).unwrap())
}

impl Told {
    pub fn claim(self) -> Claim {
        self.0
    }

    pub fn by(self, source: &str) -> Self {
        Self(self.0.said_by(Attribution::new(SourceId::new(source).unwrap(), None)))
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.0.kind = kind;
        self
    }

    pub fn group(mut self, group: Group) -> Self {
        self.0.group = Some(group);
        self
    }

    pub fn killed(self, people: f64) -> Self {
        self.harm(Harm::Killed, people)
    }

    pub fn injured(self, people: f64) -> Self {
        self.harm(Harm::Injured, people)
    }

    /// Killed, without a number.
    pub fn harmless(self) -> Self {
        self.befell(Harm::Killed)
    }

    /// Harmed so, without a number.
    pub fn befell(self, harm: Harm) -> Self {
        let group = self.0.group.unwrap_or(Group::People);
        Self(self.0.harm(harm, group))
    }

    fn harm(self, harm: Harm, people: f64) -> Self {
        self.befell(harm).count(people)
    }

    pub fn count(self, number: f64) -> Self {
        Self(self.0.count(Quantity::exactly(number, "people").unwrap()))
    }

    pub fn hedged(mut self, hedge: Hedge) -> Self {
        let value = self.0.count.as_ref().and_then(Quantity::value);
        let (low, high) = match hedge {
            Hedge::AtLeast | Hedge::MoreThan => (value, None),
            Hedge::AtMost | Hedge::Nearly => (None, value),
            _ => (value, value),
        };
        self.0.count = Some(Quantity::new(low, high, hedge, "people").unwrap());
        self
    }

    /// Told as an earlier figure.
    pub fn earlier(mut self) -> Self {
        self.0.earlier = true;
        self
    }

    /// In words that give no figure, and mean that many at least.
    pub fn vague(self, least: f64) -> Self {
        Self(self.0.count(Quantity::new(Some(least), None, Hedge::Vague, "people").unwrap()))
    }

    /// So many who took part.
    pub fn marched(self, people: f64) -> Self {
        self.kind(Kind::Attendance).count(people)
    }

    pub fn part_of(mut self, whole: &str) -> Self {
        self.0.part_of = Some(ClaimId::new(whole).unwrap());
        self
    }

    pub fn on(self, day: &str) -> Self {
        Self(self.0.when(Period::day(day.parse().unwrap(), Basis::Stated)))
    }

    /// From the first of these days to the second.
    pub fn spanning(self, from: &str, to: &str) -> Self {
        let day = |day: &str| Some(day.parse().unwrap());
        Self(self.0.when(Period::new(day(from), day(to), Precision::Day, Basis::Stated).unwrap()))
    }

    pub fn at(self, place: &str) -> Self {
        Self(self.0.at(Place::new(PlaceId::new(place).unwrap(), place)))
    }

    /// The same, with its day carried over from a sentence nearby.
    pub fn carried(mut self) -> Self {
        self.0.when = self.0.when.map(|when| when.on(Basis::Context));
        self
    }

    /// The same, with its place named at that byte of the article.
    pub fn named_at(mut self, at: usize) -> Self {
        self.0.place = self.0.place.map(|place| Place { span: Span::new(at, at + 5).ok(), ..place });
        self
    }

    pub fn reported(self, day: &str) -> Self {
        Self(self.0.reported(day.parse().unwrap()))
    }

    pub fn quote(mut self, words: &str) -> Self {
        self.0.quote = Some(words.to_owned());
        self
    }

    /// The same, in a sentence of these words.
    pub fn wording(mut self, sentence: &str) -> Self {
        self.0.wording = crate::text::wording(sentence);
        self
    }

    pub fn doubted(mut self) -> Self {
        self.0.stance = Stance::Doubted;
        self
    }

    pub fn denied(mut self) -> Self {
        self.0.stance = Stance::Denied;
        self
    }

    pub fn perpetrator(self, actor: &str) -> Self {
        self.actor(Role::Perpetrator, actor)
    }

    pub fn target(self, actor: &str) -> Self {
        self.actor(Role::Target, actor)
    }

    pub fn holder(self, actor: &str) -> Self {
        self.actor(Role::Holder, actor)
    }

    pub fn actor(mut self, role: Role, actor: &str) -> Self {
        self.0.actors.push(Actor::new(role, ActorId::new(actor).unwrap(), actor));
        self
    }
}

/// Asserts what a rule finds in one event of these claims: a line each, "verdict dimension [claims of a side] [of the next]".
/// The claims are given in both orders, for none may matter.
#[track_caller]
pub(super) fn check(rule: &Rule, told: &[Told], expected: &str) {
    let claims: Vec<Claim> = told.iter().map(|told| told.0.clone()).collect();
    for ids in [claims.iter().map(|c| c.id.clone()).collect::<Vec<_>>(), claims.iter().rev().map(|c| c.id.clone()).collect()] {
        assert_eq!(lines(rule, &claims, ids), expected);
    }
}

/// Asserts that a rule finds nothing in one event of these claims.
#[track_caller]
pub(super) fn silent(rule: &Rule, told: &[Told]) {
    check(rule, told, "");
}

/// Sources of a few sorts.
pub(super) fn sources() -> Vec<Source> {
    use SourceKind::*;
    let sources = [
        ("sohr", Monitor),
        ("~residents", Witness),
        ("~officials", Government),
        ("sy/government", Government),
        ("hrw", Monitor),
        ("sy/~rebels", ArmedGroup),
    ];
    sources.into_iter().map(|(id, kind)| Source::new(SourceId::new(id).unwrap(), id, kind)).collect()
}

/// Claims as the rules see them.
pub(super) fn told<'a>(claims: &'a [Claim], voices: &Voices) -> Vec<super::case::Told<'a>> {
    let by_id = claims.iter().map(|claim| (&claim.id, claim)).collect();
    tell(&event(claims.iter().map(|claim| claim.id.clone()).collect()), &by_id, voices)
}

fn event(claims: Vec<ClaimId>) -> Event {
    Event { id: EventId::new("e").unwrap(), label: String::new(), claims, when: None, place: None, part_of: None, links: Vec::new() }
}

fn lines(rule: &Rule, claims: &[Claim], ids: Vec<ClaimId>) -> String {
    let event = event(ids);
    let sources = sources();
    let voices = Voices::new(&sources);
    let claims: BTreeMap<_, _> = claims.iter().map(|claim| (&claim.id, claim)).collect();
    let told = tell(&event, &claims, &voices);
    let findings = rule.apply(&Case::new(&event, &told, &voices));
    let line = |finding: &super::Finding| {
        let sides: Vec<String> = finding
            .sides
            .iter()
            .map(|side| format!("[{}]", side.claims.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ")))
            .collect();
        format!("{} {} {}", finding.verdict, finding.dimension.map_or("-", |dimension| dimension.name()), sides.join(" "))
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}
