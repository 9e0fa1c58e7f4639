//! Claims for the tests: as short to write as what they are about.

use proptest::prelude::*;

use super::record::Record;
use crate::model::{
    Actor, ActorId, Attribution, Basis, Claim, ClaimId, Group, Harm, Kind, Period, Place, PlaceId, Precision, Quantity, Role, Scope,
    SourceId, Span, Stance,
};

/// A claim; its article is what stands before the `#` of its id, and its clause stands apart from all others.
pub(super) fn claim(id: &str) -> Sample {
    let (article, number) = id.split_once('#').expect("an id with a number");
    let at = number.parse::<usize>().expect("a number") * 10_000;
    Sample(Claim::new(id, article, Kind::Strike, Span::at(at, at + 20)).unwrap())
}

/// That many people killed.
pub(super) fn killed(id: &str, count: f64) -> Sample {
    let Sample(claim) = claim(id);
    Sample(claim.harm(Harm::Killed, Group::People).count(Quantity::exactly(count, "people").unwrap()))
}

#[derive(Debug, Clone)]
pub(super) struct Sample(pub Claim);

impl Sample {
    pub fn kind(mut self, kind: Kind) -> Self {
        self.0.kind = kind;
        self.0.harm = (kind == Kind::Casualties).then_some(Harm::Casualties);
        self
    }

    pub fn group(mut self, group: Group) -> Self {
        self.0.group = Some(group);
        self
    }

    pub fn at(mut self, start: usize, end: usize) -> Self {
        self.0.span = Span::at(start, end);
        self
    }

    pub fn place(mut self, id: &str) -> Self {
        self.0.place = Some(Place::new(PlaceId::new(id).unwrap(), id));
        self
    }

    pub fn on(self, day: &str) -> Self {
        self.during(day, day)
    }

    pub fn during(mut self, from: &str, to: &str) -> Self {
        let period = Period::new(from.parse().ok(), to.parse().ok(), Precision::Day, Basis::Stated).unwrap();
        self.0.when = Some(period);
        self
    }

    pub fn told(mut self, day: &str) -> Self {
        self.0.reported = Some(day.parse().unwrap());
        self
    }

    pub fn actor(mut self, role: Role, id: &str) -> Self {
        self.0.actors.push(Actor::new(role, ActorId::new(id).unwrap(), id));
        self
    }

    pub fn voice(mut self, id: &str) -> Self {
        self.0.attribution.push(Attribution::new(SourceId::new(id).unwrap(), None));
        self
    }

    pub fn part_of(mut self, id: &str) -> Self {
        self.0.part_of = Some(ClaimId::new(id).unwrap());
        self
    }

    pub fn name(mut self, name: &str) -> Self {
        self.0.names.push(name.to_owned());
        self
    }

    pub fn quote(mut self, words: &str) -> Self {
        self.0.quote = Some(words.to_owned());
        self
    }

    pub fn wording(mut self, sentence: &str) -> Self {
        self.0.wording = crate::text::wording(sentence);
        self
    }

    pub fn stance(mut self, stance: Stance) -> Self {
        self.0.stance = stance;
        self
    }

    pub fn total(mut self) -> Self {
        self.0.scope = Scope::Cumulative;
        self
    }

    pub fn record(&self) -> Record {
        Record::new(&self.0)
    }
}

/// A claim of whatever is said of it.
fn sample(article: usize, number: usize) -> impl Strategy<Value = Sample> {
    let places = prop::sample::select(vec!["sy", "sy/homs", "sy/deir-ez-zor/al-quriyah", "sy/deir-ez-zor/~a-locality", "fr/idf/paris"]);
    let days = prop::sample::select(vec!["", "2016-06-24", "2016-06-25", "2016-06-28"]);
    let kinds = prop::sample::select(Kind::ALL);
    let actors = prop::sample::select(vec!["ru/air-force", "sy", "~rebels"]);
    (prop::option::of(places), days.clone(), days, kinds, prop::option::of(0.0..1e4), prop::option::of(actors)).prop_map(
        move |(place, from, to, kind, count, actor)| {
            let id = format!("{article}#{number}");
            let told = count.map_or_else(|| claim(&id).kind(kind), |n: f64| killed(&id, n.floor()));
            let told = place.into_iter().fold(told, |told, place| told.place(place));
            let told = actor.into_iter().fold(told, |told, actor| told.actor(Role::Perpetrator, actor));
            let told = if from <= to || to.is_empty() { told.during(from, to) } else { told };
            told.at(number * 70, number * 70 + 60)
        },
    )
}

/// The claims of a few articles, in any order.
pub(super) fn samples() -> impl Strategy<Value = Vec<Sample>> {
    let ids: Vec<_> = (0..4).flat_map(|article| (0..5).map(move |number| sample(article, number))).collect();
    ids.prop_shuffle()
}
