//! What an article says of where it plays: the countries it names, the places it is sure of, the people it knows.

use rustc_hash::{FxHashMap, FxHashSet};

use super::reader::{Ballot, Found, Reader};
use super::spot::{PlaceRank, Spot};
use super::votes::Votes;
use crate::lexicon::{Gazetteer, Names, PlaceKind, PlaceNoun};
use crate::mention::Sentence;
use crate::text::rough;

/// What all sentences of an article say together, to read the names of each by.
#[derive(Debug, Default)]
pub(crate) struct PlaceContext {
    votes: Votes,
    /// The country with most votes, and the town.
    country: Option<u32>,
    town: Option<u32>,
    /// The country that most names of ground lie in: "le pays".
    land: Option<u32>,
    /// Names that were seen as a part of a person's name.
    people: FxHashSet<u32>,
    /// Places that the article names with a noun or with what they lie in.
    sure: FxHashSet<u32>,
    /// Minted places by their rough name.
    minted: FxHashMap<String, Spot>,
    /// Where the towns lie that it names.
    anchors: Vec<(f32, f32)>,
    /// Towns and divisions in the order of the text, by the byte where they or a quarter of theirs are named; no capital that may
    /// stand for its government.
    past: Vec<(usize, Spot)>,
}

/// What is asked of a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    /// It bears this name.
    pub name: u32,
    /// It lies in or by this place.
    pub inside: Option<u32>,
    /// The noun that it is called by.
    pub noun: Option<PlaceNoun>,
}

impl PlaceContext {
    /// Reads the sentences of an article, in their order.
    pub fn new(sentences: &[Sentence<'_>]) -> Self {
        let mut context = Self::default();
        let Some(first) = sentences.first() else { return context };
        let places = &first.lexicon.names.gazetteer;
        let mut grounds = Votes::default();
        for sentence in sentences {
            let votes = Reader::new(sentence, &context).votes();
            for ballot in votes.iter().filter(|ballot| ballot.ground) {
                ballot.places.iter().for_each(|(place, weight)| grounds.add(places, ballot.name, *place, *weight));
            }
            context.count(places, votes);
        }
        context.country = context.votes.first(places, PlaceKind::Country);
        context.land = grounds.first(places, PlaceKind::Country).or(context.country);
        let town = context.votes.first(places, PlaceKind::City);
        context.town = town.filter(|town| context.country == Some(places.root(*town)));
        for sentence in sentences {
            for found in Reader::new(sentence, &context).read() {
                context.keep(sentence, found);
            }
        }
        context.past.sort_by_key(|(byte, _)| *byte);
        context
    }

    /// Counts names: what they stand for, how much they weigh, and whether they are a person's.
    fn count(&mut self, places: &Gazetteer, votes: Vec<Ballot>) {
        for ballot in votes {
            if ballot.person {
                self.people.insert(ballot.name);
                continue;
            }
            const ANCHORS: usize = 16;
            const CERTAIN: f32 = 0.8;
            for (place, weight) in ballot.places {
                if weight > CERTAIN && places.kind(place) == PlaceKind::City && self.anchors.len() < ANCHORS {
                    self.anchors.push(places.point(place));
                }
                self.votes.add(places, ballot.name, place, weight);
            }
        }
    }

    /// Whether a place lies near a town that the article names; not itself.
    fn is_near(&self, places: &Gazetteer, place: u32) -> bool {
        const DEGREES: f32 = 1.0;
        let (latitude, longitude) = places.point(place);
        let apart = |(a, b): &(f32, f32)| ((a - latitude).powi(2) + ((b - longitude) * latitude.to_radians().cos()).powi(2)).sqrt();
        self.anchors.iter().map(apart).any(|apart| 0.0 < apart && apart < DEGREES)
    }

    fn keep(&mut self, sentence: &Sentence<'_>, found: Found) {
        if found.firm {
            self.sure.extend(found.spot.row());
        }
        if found.mints {
            let name = sentence.span(found.named.clone()).of(sentence.text).map(rough).unwrap_or_default();
            self.minted.entry(name).or_insert_with(|| found.spot.clone());
        }
        let names = &sentence.lexicon.names;
        let byte = sentence.tokens[found.tokens.start].start;
        let seat = found.spot.row().is_some_and(|row| names.is_capital(row));
        match found.spot.rank {
            PlaceRank::City | PlaceRank::Division if found.cued || !seat => self.past.push((byte, found.spot)),
            PlaceRank::Quarter => self.past.extend(found.spot.ground.map(|town| (byte, Spot::known(&names.gazetteer, town)))),
            _ => {}
        }
    }

    /// Whether the article names the country of a place otherwise than by this name; and whether its division.
    pub(super) fn supports(&self, places: &Gazetteer, place: u32, name: u32) -> (bool, bool) {
        const LEAST: f32 = 0.1;
        let country = |place: &u32| places.kind(*place) == PlaceKind::Country;
        let spoken = |place: &u32| self.votes.share_besides(*place, name) >= LEAST;
        let whole = std::iter::once(place).chain(places.within(place)).any(|outer| country(&outer) && spoken(&outer));
        (whole, places.within(place).any(|outer| !country(&outer) && spoken(&outer)))
    }

    /// Whether most of the article is about another country than that of a place.
    pub(super) fn plays_elsewhere(&self, places: &Gazetteer, place: u32) -> bool {
        const MOST: f32 = 0.5;
        const ENOUGH: f32 = 2.0;
        let other = |country: &u32| places.root(place) != *country && self.votes.share(*country) >= MOST;
        self.votes.total() >= ENOUGH && self.country.as_ref().is_some_and(other)
    }

    /// Whether a name is a part of a person's name in this article.
    pub(super) fn is_person(&self, name: u32) -> bool {
        self.people.contains(&name)
    }

    /// Whether the article names a place with a noun or with what it lies in.
    pub(super) fn is_sure(&self, place: u32) -> bool {
        self.sure.contains(&place)
    }

    /// Whether others of the name are about as likely as the one that was chosen of them, and lie elsewhere: "Springfield" in an article
    /// that names no state.
    pub(super) fn is_contested(&self, names: &Names, chosen: (u32, f32), rows: impl Iterator<Item = u32> + Clone, ask: Ask) -> bool {
        const CLOSE: f32 = 0.4;
        let (row, likely) = chosen;
        let places = &names.gazetteer;
        let elsewhere = |other: &u32| !places.holds(row, *other) && !places.holds(*other, row);
        rows.clone().filter(elsewhere).any(|other| likely - self.score(names, other, rows.clone(), ask) < CLOSE)
    }

    /// The likeliest of several places of one name, with how likely it is.
    pub(super) fn choose(&self, names: &Names, rows: impl Iterator<Item = u32> + Clone, ask: Ask) -> Option<(u32, f32)> {
        let scored = rows.clone().map(|row| (row, self.score(names, row, rows.clone(), ask)));
        scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }

    /// How likely a place is: whether another of its name lies where the article plays, the size of its population, whether it is what
    /// the noun says, whether the article names its country and its division, and how much of its path it shares with the place it is said
    /// to lie in.
    fn score(&self, names: &Names, row: u32, mut rivals: impl Iterator<Item = u32> + Clone, ask: Ask) -> f32 {
        const ABROAD: f32 = -6.0;
        const CITY: u32 = 100_000;
        let places = &names.gazetteer;
        let kind = places.kind(row);
        let size = (places.population(row) as f32 + 300.0).log10();
        let home = |other| Some(places.root(other)) == self.country;
        let loose = ask.inside.is_none() && ask.noun.is_some();
        let abroad = if loose && self.plays_elsewhere(places, row) && rivals.clone().any(home) { ABROAD } else { 0.0 };
        let inner = |other| places.kind(other) == PlaceKind::City && places.holds(row, other);
        let nested = kind == PlaceKind::Division && rivals.any(inner);
        let noun = match (ask.noun, kind) {
            (Some(PlaceNoun::Settlement | PlaceNoun::Quarter | PlaceNoun::Ward | PlaceNoun::Capital), PlaceKind::City) => 8.0,
            (Some(PlaceNoun::Division), PlaceKind::Division | PlaceKind::Region) => 8.0,
            (Some(PlaceNoun::District), PlaceKind::Division) => 8.0,
            // "Niger state" is the state where there is one.
            (Some(PlaceNoun::State), PlaceKind::Division) => 8.0,
            (Some(PlaceNoun::State), PlaceKind::Country) => 6.0,
            (None, PlaceKind::Country) => 2.0,
            (None, PlaceKind::Region) => 4.0,
            (None, PlaceKind::City) if names.is_capital(row) => 2.0,
            (None, PlaceKind::Division) if nested => -2.0,
            _ => 0.0,
        };
        let known = places.population(row) == 0 || places.population(row) >= CITY;
        let weight = |outer| match places.kind(outer) {
            PlaceKind::City => 0.0,
            PlaceKind::Country if !known => 1.5,
            _ => 3.5,
        };
        let named: f32 = places.within(row).map(|outer| weight(outer) * self.votes.share_besides(outer, ask.name).sqrt()).sum();
        let sure = if self.is_sure(row) && !nested { 4.0 } else { 0.0 };
        let common = |inside| std::iter::once(row).chain(places.within(row)).filter(|outer| places.holds(*outer, inside)).count();
        let shared = ask.inside.map_or(0, common);
        let near = if self.is_near(places, row) { 1.0 } else { 0.0 };
        size + noun + named + sure + near + abroad + 3.0 * shared as f32
    }

    /// The country that the article names most.
    pub(super) fn country(&self) -> Option<u32> {
        self.country
    }

    /// The country in which the article plays.
    pub(super) fn land(&self) -> Option<u32> {
        self.land
    }

    /// What a place that is minted lies in, where the text does not say: for a quarter the town that the article names most, else the
    /// country.
    pub(super) fn home(&self, quarter: bool) -> Option<u32> {
        self.town.filter(|_| quarter).or(self.country)
    }

    /// The place of that rank that was named last before a byte.
    pub(super) fn last(&self, rank: PlaceRank, byte: usize) -> Option<&Spot> {
        const RECENT: usize = 50;
        let before = self.past.partition_point(|(at, _)| *at < byte);
        self.past[..before].iter().rev().take(RECENT).map(|(_, spot)| spot).find(|spot| spot.rank == rank)
    }

    /// The place that was minted under this name.
    pub(super) fn minted(&self, name: &str) -> Option<&Spot> {
        self.minted.get(&rough(name))
    }

    /// Whether any place was minted.
    pub(super) fn mints(&self) -> bool {
        !self.minted.is_empty()
    }
}
