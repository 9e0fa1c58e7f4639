//! How often an article names a country, a division or a town, itself or by what lies in it.

use rustc_hash::FxHashMap;

use crate::lexicon::{Gazetteer, PlaceKind};

/// Weights of places, and how much of each comes from which name.
#[derive(Debug, Default)]
pub(super) struct Votes {
    weights: FxHashMap<u32, f32>,
    /// The part of a place's weight that a name gave it.
    own: FxHashMap<(u32, u32), f32>,
    /// The sum of the weights of countries, and the part of it that a name gave.
    total: f32,
    given: FxHashMap<u32, f32>,
}

impl Votes {
    /// A name votes for a place, and for all that it lies in.
    pub fn add(&mut self, places: &Gazetteer, name: u32, place: u32, weight: f32) {
        for named in std::iter::once(place).chain(places.within(place)) {
            *self.weights.entry(named).or_default() += weight;
            *self.own.entry((name, named)).or_default() += weight;
        }
        self.total += weight;
        *self.given.entry(name).or_default() += weight;
    }

    /// The sum of all weights.
    pub fn total(&self) -> f32 {
        self.total
    }

    /// The share of all votes that a place has.
    pub fn share(&self, place: u32) -> f32 {
        self.weights.get(&place).map_or(0.0, |weight| weight / self.total.max(1.0))
    }

    /// The share that a place has of what other names than this one say.
    pub fn share_besides(&self, place: u32, name: u32) -> f32 {
        let own = self.own.get(&(name, place)).copied().unwrap_or_default();
        let given = self.given.get(&name).copied().unwrap_or_default();
        self.weights.get(&place).map_or(0.0, |weight| ((weight - own) / (self.total - given).max(1.0)).clamp(0.0, 1.0))
    }

    /// The place of that kind with most votes.
    pub fn first(&self, places: &Gazetteer, kind: PlaceKind) -> Option<u32> {
        let those = self.weights.iter().filter(|(place, _)| places.kind(**place) == kind);
        those.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0))).map(|(place, _)| *place)
    }
}
