//! A place on its way from words to the model.

use crate::lexicon::{Direction, Gazetteer, PlaceKind};
use crate::model::{Place, PlaceId, Relation, Span};

/// How much ground a place covers, the widest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceRank {
    /// A part of the world, a sea.
    Region,
    /// A country.
    Country,
    /// A province, a county.
    Division,
    /// A part of one of the others: "le nord de la Syrie".
    Part,
    /// A town, a village.
    City,
    /// A quarter of a town.
    Quarter,
}

/// A place: of the gazetteer, or minted inside one of them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    /// The place of the gazetteer that it is or lies in.
    pub ground: Option<u32>,
    /// What was minted on that ground, the widest first: a step of an id and a name.
    steps: Vec<(String, String)>,
    pub rank: PlaceRank,
}

impl Spot {
    /// A place of the gazetteer. A region without firm bounds is as one that no table holds: it may meet its neighbours.
    pub fn known(places: &Gazetteer, row: u32) -> Self {
        let outer = places.within(row).next();
        let town = outer.is_some_and(|outer| places.kind(outer) == PlaceKind::City);
        let rank = match places.kind(row) {
            _ if town => PlaceRank::Quarter,
            PlaceKind::Region if outer.is_some() => PlaceRank::Part,
            PlaceKind::Region => PlaceRank::Region,
            PlaceKind::Country => PlaceRank::Country,
            PlaceKind::Division => PlaceRank::Division,
            PlaceKind::City => PlaceRank::City,
        };
        let step = places.id(row).rsplit('/').next().unwrap_or_default();
        let part = places.kind(row) == PlaceKind::Region && Direction::from_name(step).is_some();
        if places.is_loose(row) || part {
            return Self { ground: outer, steps: vec![(step.to_owned(), places.name(row).to_owned())], rank };
        }
        Self { ground: Some(row), steps: Vec::new(), rank }
    }

    /// A place that no table holds, in another or nowhere.
    pub fn minted(outer: Option<&Spot>, step: impl Into<String>, name: &str, rank: PlaceRank) -> Self {
        let (ground, mut steps) = outer.map_or((None, Vec::new()), |outer| (outer.ground, outer.steps.clone()));
        steps.push((step.into(), name.to_owned()));
        Self { ground, steps, rank }
    }

    /// Its number in the gazetteer, if it is a place of it.
    pub fn row(&self) -> Option<u32> {
        self.ground.filter(|_| self.steps.is_empty())
    }

    /// Whether it lies in another place of the gazetteer, or is it.
    pub fn lies_in(&self, places: &Gazetteer, other: &Spot) -> bool {
        other.row().zip(self.ground).is_some_and(|(outer, ground)| places.holds(outer, ground))
    }

    /// As the model has it. A minted step of its id begins with `~`.
    pub fn place(mut self, places: &Gazetteer, relation: Relation, span: Span) -> Place {
        let steps = self.steps.iter().map(|(step, _)| format!("~{step}"));
        let id = self.ground.map(|row| places.id(row).to_owned()).into_iter().chain(steps).collect::<Vec<_>>().join("/");
        let known = self.ground.into_iter().flat_map(|row| std::iter::once(row).chain(places.within(row)));
        let mut known = known.map(|row| places.name(row).to_owned());
        let fresh = self.steps.pop().map(|(_, name)| name);
        let name = fresh.or_else(|| known.next()).unwrap_or_default();
        let within = self.steps.into_iter().rev().map(|(_, name)| name).chain(known).collect();
        Place { id: PlaceId::new(id).expect("a place is known or minted"), name, within, relation, span: Some(span) }
    }
}
