//! What is compared of a claim, in numbers: made once a claim, so that a comparison touches no string.

use chrono::{Datelike, NaiveDate};

use super::key::{self, Path};
use crate::model::{Basis, Claim, ClaimId, Field, Group, Harm, Hedge, Kind, Period, Precision, Relation, Role, Scope, Span, Stance};
use crate::text::{bare, wording};

/// A claim as numbers.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub article: u64,
    pub id: u64,
    pub part_of: Option<u64>,
    pub field: Field,
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub harm: Option<Harm>,
    pub group: Option<Group>,
    pub scope: Scope,
    pub stance: Stance,
    pub count: Option<Count>,
    pub when: Option<Days>,
    pub reported: Option<i32>,
    pub place: Option<Where>,
    pub actors: Box<[Doer]>,
    pub voices: Path,
    pub text: Text,
    /// How old those hurt are, in order.
    pub ages: Box<[u8]>,
    /// By whom a person knows it: one with all that go by the same.
    pub same: Option<u64>,
    /// The claims, by their ids, that a person parts it from.
    pub apart: Box<[u64]>,
}

/// What the text around a claim says, as hashes: in one list, as a million records hold it.
#[derive(Debug, Clone)]
pub(super) struct Text {
    all: Box<[u32]>,
    /// Where in the list each part ends but the last.
    ends: [u32; 2],
}

impl Text {
    fn of(claim: &Claim) -> Self {
        let words = wording(claim.quote.as_deref().unwrap_or_default());
        let ends = [words.len(), words.len() + claim.wording.len()].map(|end| end as u32);
        Self { all: [&words, &claim.wording, &names(&claim.names)].into_iter().flatten().copied().collect(), ends }
    }

    /// The wording of its quote.
    pub fn words(&self) -> &[u32] {
        &self.all[..self.ends[0] as usize]
    }

    /// The wording of its sentence.
    pub fn sentence(&self) -> &[u32] {
        &self.all[self.ends[0] as usize..self.ends[1] as usize]
    }

    /// The names read near it, word by word in pairs; in order.
    pub fn names(&self) -> &[u32] {
        &self.all[self.ends[1] as usize..]
    }
}

/// A period as day numbers; an open end lies at the end of the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Days {
    pub from: i32,
    pub to: i32,
    pub precision: Precision,
    /// Whether it was carried over from another sentence.
    pub carried: bool,
    /// Whether the words name the date in full.
    pub stated: bool,
}

/// A place as the hashes of its path.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Where {
    pub path: Path,
    /// The first step that was minted from a text, by its depth.
    pub minted: Option<usize>,
    /// Whether the claim lies beside the place rather than in it.
    pub beside: bool,
    /// Whether it was named well away from the claim.
    pub carried: bool,
    /// Where in its article it was named.
    pub named: Option<usize>,
}

/// An actor as hashes.
#[derive(Debug, Clone)]
pub(super) struct Doer {
    pub role: Role,
    pub path: Path,
    /// "The rebels": a class, not a body.
    pub generic: bool,
}

/// A count as numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count {
    pub low: f64,
    pub high: f64,
    pub value: Option<f64>,
    pub unit: u64,
    pub vague: bool,
}

impl Record {
    pub fn new(claim: &Claim) -> Self {
        Self {
            article: key::hash(claim.article.as_str()),
            id: key::hash(claim.id.as_str()),
            part_of: claim.part_of.as_ref().map(|whole| key::hash(whole.as_str())),
            field: claim.span.field(),
            start: claim.span.start(),
            end: claim.span.end(),
            kind: claim.kind,
            harm: claim.harm,
            group: claim.group,
            scope: claim.scope,
            stance: claim.stance,
            count: claim.count.as_ref().map(|count| {
                let (low, high) = count.room();
                Count { low, high, value: count.value(), unit: key::hash(count.unit()), vague: count.hedge() == Hedge::Vague }
            }),
            when: claim.when.filter(|when| !when.is_open() && !by_then(when, claim)).map(|when| Days {
                from: when.from().map_or(i32::MIN, number),
                to: when.to().map_or(i32::MAX, number),
                precision: when.precision(),
                carried: when.basis() == Basis::Context,
                stated: when.basis() == Basis::Stated,
            }),
            reported: claim.reported.map(|published| number(published.date())),
            place: claim.place.as_ref().map(|place| Where {
                path: key::path(place.id.as_str()),
                minted: place.id.as_str().split('/').position(|step| step.starts_with('~')),
                beside: place.relation != Relation::In,
                named: place.span.map(|span| span.start()),
                carried: place.span.is_some_and(|named| apart(&named, &claim.span) > AWAY),
            }),
            actors: claim
                .actors
                .iter()
                .map(|actor| Doer {
                    role: actor.role,
                    path: key::path(actor.id.as_str()),
                    generic: actor.id.as_str().split('/').any(|step| step.starts_with('~')),
                })
                .collect(),
            voices: claim.attribution.last().map_or_else(Path::default, |_| claim.voices().iter().map(|v| key::hash(v.as_str())).collect()),
            text: Text::of(claim),
            ages: if claim.harm.is_some_and(hurts) { claim.ages.clone().into() } else { Box::default() },
            same: None,
            apart: Box::default(),
        }
    }

    /// All that can exclude others from its event, as a hash.
    pub fn class(&self) -> u64 {
        let place = self.place.as_ref().map_or(0, |place| {
            let minted = place.minted.map_or(0, |depth| depth as u64 + 1);
            key::join(&[place.path.last().copied().unwrap_or(0), minted, u64::from(place.beside)])
        });
        let when = self.when.map_or(0, |when| key::join(&[when.from as u64, when.to as u64, when.precision as u64 + 1]));
        let reported =
            if self.when.is_none_or(|when| !when.stated) || self.unreal() { self.reported.map_or(0, |day| day as u64) } else { 0 };
        let actors = self.actors.iter().map(|doer| key::join(&[doer.role as u64, doer.path[doer.path.len() - 1], u64::from(doer.generic)]));
        let told = [self.kind as u64, self.harm.map_or(0, |harm| harm as u64 + 1), self.scope as u64, u64::from(self.unreal())];
        let ruled = [self.same.unwrap_or(0), if self.apart.is_empty() { 0 } else { self.id }];
        key::join(&[&[place, when, reported][..], &told, &ruled, &actors.collect::<Vec<_>>()].concat())
    }

    /// Whether it is meant or asked for rather than told as done.
    pub fn unreal(&self) -> bool {
        matches!(self.stance, Stance::Planned | Stance::Demanded) && !matches!(self.kind, Kind::Position | Kind::Motive)
    }
}

impl Days {
    /// How many days it spans at most.
    pub fn len(&self) -> i64 {
        i64::from(self.to) - i64::from(self.from) + 1
    }
}

/// Whether a period says no more than that it was over when it was told.
fn by_then(when: &Period, claim: &Claim) -> bool {
    const NEWS: i64 = 3;
    let told = claim.reported.map(|published| published.date());
    when.from().is_none() && when.to().zip(told).is_some_and(|(to, told)| (told - to).num_days() <= NEWS)
}

/// Names as the hashes of every two words in a row, so that a name meets a longer form of it; a word alone is its own, and says
/// less: its lowest bit is 0.
fn names(names: &[String]) -> Vec<u32> {
    let mut hashes = Vec::new();
    for name in names {
        let words: Vec<u64> = name.split(' ').map(|word| key::hash(&bare(word))).collect();
        let rows = words.windows(words.len().min(2)).map(|row| (key::join(row) >> 32) as u32 & !1 | u32::from(row.len() > 1));
        hashes.extend(rows);
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Whether it is what an incident does to its victims, not what is done after it.
fn hurts(harm: Harm) -> bool {
    matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Missing | Harm::Abducted)
}

/// Bytes from which on a place stands in another sentence than the claim.
const AWAY: usize = 150;

/// The bytes between two spans; more than any text has where one is of the title and one of the text.
fn apart(a: &Span, b: &Span) -> usize {
    if a.field() == b.field() { (a.start().max(b.start())).saturating_sub(a.end().min(b.end())) } else { usize::MAX }
}

/// The day's number in the calendar.
fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The order of claims: by article, then by their number in it, as numbers go.
///
/// Ids that the crate did not make have no number; they stand in the order of their letters.
pub(super) fn order(id: &ClaimId) -> (&str, u64, &str) {
    let id = id.as_str();
    match id.rsplit_once('#').and_then(|(article, n)| Some((article, n.parse().ok()?))) {
        Some((article, n)) => (article, n, id),
        None => (id, 0, id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_stand_in_the_order_of_their_numbers() {
        let ids = ["a#10", "a#9", "b#1", "a"].map(|id| ClaimId::new(id).unwrap());
        let mut sorted: Vec<_> = ids.iter().collect();
        sorted.sort_by_key(|id| order(id));
        assert_eq!(sorted.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["a", "a#9", "a#10", "b#1"]);
    }
}
