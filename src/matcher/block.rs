//! Blocking: the keys by which tellings meet. They follow the place's path, the day and what is counted; a telling meets those
//! that share a key with it, as far as the [crowd](super::crowd) in its block lets it.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::key;
use super::record::{Days, Record};

/// Days of a period that get a key each. A longer period is met by its first days.
const DAYS: i32 = 4;

/// A telling in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    key: u64,
    /// What is alike stands side by side.
    rank: u32,
    /// The telling's hash breaks ties, so that the order in which tellings came says nothing; its lowest bits are `OWN`.
    tie: u64,
    item: u32,
}

/// The key is the telling's own place and its own day, not what the place lies in, or the day after. Of two tellings one must
/// stand at its own place and one on its own day, or they could not be of one event.
const OWN: u64 = 0b11;
pub(super) const OWN_BITS: u32 = 2;
const OWN_PLACE: u64 = 0b01;
const OWN_TIME: u64 = 0b10;

impl Entry {
    /// The key of the block.
    pub fn key(&self) -> u64 {
        self.key
    }

    /// The same for the item of that number.
    pub fn of(self, item: u32) -> Self {
        Self { item, ..self }
    }

    /// The telling that stands here.
    pub fn item(&self) -> u32 {
        self.item
    }

    /// What of its key is the telling's own, in so many bits as `OWN_BITS`.
    pub fn own(&self) -> u32 {
        (self.tie & OWN) as u32
    }

    /// Whether the two that stand here may be of one event.
    pub fn meets(&self, other: &Self) -> bool {
        meet(self.own(), other.own())
    }
}

/// Whether two that stand in one block may be of one event, by what is their own.
pub(super) fn meet(x: u32, y: u32) -> bool {
    u64::from(x | y) & OWN == OWN
}

/// The entries of a telling, a key each.
pub(super) fn entries(item: u32, order: (u64, u32), records: &[Record]) -> Vec<Entry> {
    let tie = key::join(&[order.0, u64::from(order.1)]) & !OWN;
    keys(records).into_iter().map(|(key, (rank, own))| Entry { key, rank, tie: tie | own, item }).collect()
}

/// Each key of a telling with its rank in the block and what of it is the telling's own.
pub(super) fn keys(records: &[Record]) -> BTreeMap<u64, (u32, u64)> {
    let mut keys = BTreeMap::new();
    let mut put = |key: &[u64], rank: u32, own: u64| keys.entry(key::join(key)).or_insert((rank, 0)).1 |= own;
    let (times, places) = (times(records), places(records));
    let size = size(records);
    for ((&time, &new), (&place, &own)) in times.iter().cartesian_product(&places) {
        put(&[1, place, time], size, own | new);
    }
    for record in records {
        let kind = record.kind as u64;
        // What has a place meets its like there; by the actor it meets what has none.
        let own = if places.is_empty() { OWN_PLACE } else { 0 };
        for actor in record.actors.iter().filter(|actor| !actor.generic) {
            times.iter().for_each(|(&time, &new)| put(&[2, actor.path[0], time, kind], size, own | new));
        }
        let day = record.when.map(|when| when.from).or(record.reported).unwrap_or(0).max(0) as u32;
        if let Some(value) = record.count.and_then(|count| count.value).filter(|&n| n > 12.0) {
            let undated = if times.is_empty() { OWN } else { OWN_PLACE };
            put(&[3, value.to_bits(), kind], day, undated);
            for week in record.when.map(|when| when.from).or(record.reported).into_iter().flat_map(|day| [day / 7, day / 7 + 1]) {
                put(&[6, value.to_bits(), kind, week as u64], day, OWN);
            }
        }
        record.same.iter().for_each(|&same| put(&[7, same], day, OWN));
        record.text.names().iter().for_each(|&name| put(&[8, u64::from(name)], day, OWN));
        record
            .text
            .words()
            .iter()
            .take(2)
            .chain(record.text.sentence().iter().take(2))
            .for_each(|&word| put(&[5, u64::from(word)], day, OWN));
    }
    if times.is_empty() {
        places.iter().for_each(|(&place, &own)| put(&[4, place], size, own | OWN_TIME));
    }
    keys
}

/// The greatest count, as a number that grows with it: neighbours in a block have like counts.
fn size(records: &[Record]) -> u32 {
    let counts = records.iter().filter_map(|record| record.count?.value);
    (counts.fold(0.0, f64::max) as f32).to_bits()
}

/// The places told of and all that they lie in: a province meets its towns. What a text made up, and what lies beside a place,
/// is at home one step further out.
fn places(records: &[Record]) -> BTreeMap<u64, u64> {
    let mut places = BTreeMap::new();
    for place in records.iter().filter_map(|record| record.place.as_ref()) {
        let loose = place.minted.unwrap_or(place.path.len() - usize::from(place.beside));
        for (depth, &step) in place.path.iter().enumerate() {
            *places.entry(step).or_insert(0) |= if depth + 1 >= loose { OWN_PLACE } else { 0 };
        }
    }
    places
}

/// The buckets of time that a telling lies in: days and the day after each, so that neighbours meet; for what has no date
/// the days on which it was told and those just before.
fn times(records: &[Record]) -> BTreeMap<u64, u64> {
    let mut times = BTreeMap::new();
    let mut put = |days: std::ops::RangeInclusive<i32>, own: u64| {
        days.for_each(|day| *times.entry(day as u64).or_insert(0) |= own);
    };
    for record in records {
        match (record.when, record.reported) {
            (Some(Days { from, to, .. }), _) if to.saturating_sub(from) < DAYS => {
                put(from..=to, OWN_TIME);
                put(to + 1..=to + 1, 0);
            }
            (Some(Days { from, .. }), _) if from > i32::MIN => {
                put(from..=from, OWN_TIME);
                put(from + 1..=from + 1, 0);
            }
            (None, Some(day)) => {
                put(day..=day, OWN_TIME);
                put(day - DAYS..=day + 1, 0);
            }
            _ => {}
        }
    }
    times
}

#[cfg(test)]
impl Entry {
    /// A telling of a block of one place and day, by its rank.
    pub fn crowded(rank: u32, tie: u64, item: u32) -> Self {
        Self { key: 1, rank, tie: OWN | tie << 2, item }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};

    fn meet(a: &Sample, b: &Sample) -> bool {
        let of = |item: u32, sample: &Sample| entries(item, (u64::from(item), 0), &[sample.record()]);
        of(0, a).iter().any(|x| of(1, b).iter().any(|y| x.key == y.key && x.meets(y)))
    }

    #[test]
    fn a_province_meets_its_towns_on_that_day_and_the_next() {
        let town = claim("a#1").place("sy/deir-ez-zor/al-quriyah").on("2016-06-25");
        assert!(meet(&town, &claim("b#1").place("sy/deir-ez-zor").on("2016-06-26")));
        assert!(!meet(&town, &claim("b#1").place("sy/deir-ez-zor").on("2016-07-26")));
    }

    #[test]
    fn towns_of_a_province_do_not_meet_in_it() {
        let town = |id, place| claim(id).place(place).on("2016-06-25");
        assert!(!meet(&town("a#1", "sy/homs/homs"), &town("b#1", "sy/homs/palmyra")));
        assert!(meet(&town("a#1", "sy/homs/homs"), &town("b#1", "sy/homs/~a-locality")));
    }

    #[test]
    fn what_has_no_place_or_no_date_still_meets_its_own() {
        let full = killed("a#1", 47.0).place("sy/homs").on("2016-06-25").told("2016-06-26");
        assert!(meet(&full, &killed("b#1", 9.0).place("sy/homs").told("2016-06-27")));
        assert!(meet(&full, &killed("b#1", 47.0)));
        assert!(meet(&claim("a#1").place("sy/homs"), &claim("b#1").place("sy/homs")));
    }
}
