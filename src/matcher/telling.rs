//! Tellings: what one article tells of one event. The claims of an article are grouped before articles are compared, so that
//! a claim whose sentence names no place or day is compared with those of its telling.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cluster::{self, Edge};
use super::compare::{Comparison, size};
use super::key;
use super::record::Record;
use super::weights::Weights;

/// Claims before a claim that it is compared with in its article: more than an article of news holds; a longer text is read
/// through this window.
const WINDOW: u32 = 200;

/// What one article tells of one event.
#[derive(Debug, Clone)]
pub(super) struct Telling {
    /// Its article, as whoever keeps the articles counts them.
    pub article: u32,
    /// Its claims, by their numbers in the article, in order.
    pub claims: Box<[u32]>,
    /// Its claims as numbers.
    pub records: Box<[Record]>,
    /// The names read near its claims, in order.
    pub names: Box<[u32]>,
    /// How old those hurt are, in order.
    pub ages: Box<[u8]>,
    /// The pairs of claims that hold it together, by their numbers in the article.
    pub links: Box<[Edge]>,
    /// All that can exclude others from its event, as a hash.
    pub class: u64,
}

impl Telling {
    /// What these records tell together.
    pub fn of(records: Vec<Record>) -> Self {
        let mut names: Vec<u32> = records.iter().flat_map(|record| record.text.names().iter().copied()).collect();
        names.sort_unstable();
        names.dedup();
        let ages: BTreeSet<u8> = records.iter().flat_map(|record| record.ages.iter().copied()).collect();
        let claims = (0..records.len() as u32).collect();
        Self {
            article: 0,
            claims,
            links: Box::default(),
            class: class(&records),
            names: names.into(),
            ages: ages.into_iter().collect(),
            records: records.into(),
        }
    }

    /// What is compared of the article's claim of that number, which is one of its own.
    pub fn record(&self, claim: u32) -> &Record {
        &self.records[self.claims.binary_search(&claim).expect("a link of a telling joins two of its claims")]
    }

    /// Where it stands among all: the same whatever came first.
    pub fn order(&self) -> (u64, u32) {
        (self.records[0].article, self.claims[0])
    }
}

/// Groups the claims of one article.
pub(super) fn tellings(article: u32, records: Vec<Record>, weights: &Weights) -> Vec<Telling> {
    let weights = weights.within();
    let compare = |a: u32, b: u32| Comparison::of(&records[a as usize], &records[b as usize]);
    let pairs = (0..records.len() as u32).flat_map(|b| (b.saturating_sub(WINDOW)..b).map(move |a| (a, b)));
    let edges: Vec<Edge> = pairs.map(|(a, b)| Edge { score: compare(a, b).score(weights), a, b }).collect();
    let (groups, merges) = cluster::group(&alike(&records), &edges, weights.threshold(), |a, b| compare(a.min(b), a.max(b)).excludes());
    let mut records: Vec<Option<Record>> = records.into_iter().map(Some).collect();
    let telling = |group: Vec<u32>| {
        let records: Vec<Record> = group.iter().filter_map(|&i| records[i as usize].take()).collect();
        let links = merges.iter().map(|merge| merge.pair).filter(|pair| group.binary_search(&pair.a).is_ok()).collect();
        Telling { article, claims: group.into(), links, ..Telling::of(records) }
    };
    groups.into_iter().map(telling).collect()
}

/// For each claim the first that excludes the same others, so that an article that tells one thing a thousand times is soon read.
/// A part and its whole belong together whatever else is said, so that each of them stands for itself.
fn alike(records: &[Record]) -> Vec<u32> {
    let wholes: FxHashSet<u64> = records.iter().filter_map(|record| record.part_of).collect();
    let mut first: FxHashMap<u64, u32> = FxHashMap::default();
    let key = |record: &Record| {
        let own = if record.part_of.is_some() || wholes.contains(&record.id) { record.id } else { 0 };
        let place = record.place.as_ref().is_some_and(|place| place.carried);
        let day = record.when.is_some_and(|when| when.carried);
        let names = record.text.names().iter().map(|&name| u64::from(name));
        let told = [record.class(), own, u64::from(place), u64::from(day), size(record) as u64];
        key::join(&told.into_iter().chain(names).collect::<Vec<_>>())
    };
    (0..).zip(records).map(|(i, record)| *first.entry(key(record)).or_insert(i)).collect()
}

/// Two tellings of one class exclude the same others.
fn class(records: &[Record]) -> u64 {
    let classes: BTreeSet<u64> = records.iter().map(Record::class).collect();
    // One story is told however long after: by its names.
    let names = records.iter().flat_map(|record| record.text.names().iter().map(|&name| u64::from(name)));
    key::join(&classes.into_iter().chain(names).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};
    use crate::model::{Kind, Role};

    fn check(samples: &[Sample], expected: &[&[u32]]) {
        let records: Vec<Record> = samples.iter().map(Sample::record).collect();
        let tellings = tellings(0, records, &Weights::default());
        assert_eq!(tellings.iter().map(|telling| &telling.claims[..]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn one_incident_is_told_in_many_claims() {
        let place = "sy/deir-ez-zor/al-quriyah";
        check(
            &[
                killed("a#1", 47.0).at(0, 90).place(place).on("2016-06-25").actor(Role::Perpetrator, "ru/air-force"),
                claim("a#2").kind(Kind::Responsibility).at(60, 110).actor(Role::Perpetrator, "ru/air-force"),
                claim("a#3").kind(Kind::Status).at(400, 500).place(place).on("2016-06-25"),
            ],
            &[&[0, 1, 2]],
        );
    }

    #[test]
    fn the_next_paragraph_tells_of_another_town() {
        check(
            &[
                killed("a#1", 47.0).at(0, 90).place("sy/deir-ez-zor/al-quriyah").on("2016-06-25"),
                killed("a#2", 5.0).at(120, 200).place("sy/aleppo/aleppo").on("2016-06-25"),
            ],
            &[&[0], &[1]],
        );
    }

    #[test]
    fn a_background_paragraph_about_an_older_raid_stays_apart() {
        check(
            &[
                killed("a#1", 47.0).at(0, 90).place("sy/deir-ez-zor/al-quriyah").on("2016-06-25"),
                killed("a#2", 30.0).at(120, 200).place("sy/deir-ez-zor/al-quriyah").on("2016-02-12"),
            ],
            &[&[0], &[1]],
        );
    }

    #[test]
    fn a_part_belongs_to_its_whole_wherever_it_is_counted() {
        check(
            &[killed("a#1", 2300.0).at(0, 90).place("tr").on("2023-02-06"), killed("a#2", 810.0).at(900, 990).place("sy").part_of("a#1")],
            &[&[0, 1]],
        );
    }
}
