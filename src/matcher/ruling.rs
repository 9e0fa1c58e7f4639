//! A person's word on claims: kept beside the data, applied on every run.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::key;
use super::record::Record;
use crate::model::{Claim, ClaimId, Place, Quantity};

/// What a person has decided: which claims are of one event and which are not, which are not to be counted at all, and what
/// was read wrongly. It stands beside the claims, which stay as they were read.
///
/// Where words contradict each other through others (a is b, b is c, a is not c), what is parted stays parted.
///
/// ```
/// use crosscheck::matcher::{Rulings, Weights, link, link_ruled};
/// use crosscheck::model::{Claim, Kind, Span};
/// let raid = |id, article| Claim::new(id, article, Kind::Strike, Span::new(0, 9)?);
/// let claims = [raid("a#1", "a")?, raid("b#1", "b")?];
/// let [a, b] = [&claims[0].id, &claims[1].id];
/// let mut rulings = Rulings::default();
/// rulings.join(a, b);
/// assert_eq!(link(&claims).len(), 2);
/// assert_eq!(link_ruled(&claims, &Weights::default(), &rulings).len(), 1);
/// rulings.reject(b);
/// assert_eq!(link_ruled(&claims, &Weights::default(), &rulings)[0].claims.len(), 1);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Rulings {
    same: BTreeSet<(ClaimId, ClaimId)>,
    apart: BTreeSet<(ClaimId, ClaimId)>,
    rejected: BTreeSet<ClaimId>,
    counts: BTreeMap<ClaimId, Quantity>,
    places: BTreeMap<ClaimId, Place>,
}

impl Rulings {
    /// The two are of one event. It replaces a word that parted them.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::ClaimId;
    /// let (a, b) = (ClaimId::new("a#1")?, ClaimId::new("b#1")?);
    /// let (mut one, mut other) = (Rulings::default(), Rulings::default());
    /// one.join(&a, &b);
    /// other.part(&b, &a);
    /// other.join(&b, &a);
    /// assert_eq!(one, other);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn join(&mut self, a: &ClaimId, b: &ClaimId) {
        self.apart.remove(&pair(a, b));
        self.same.insert(pair(a, b));
    }

    /// The two are not of one event. It replaces a word that joined them.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::ClaimId;
    /// let mut rulings = Rulings::default();
    /// rulings.part(&ClaimId::new("a#1")?, &ClaimId::new("b#1")?);
    /// assert_ne!(rulings, Rulings::default());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn part(&mut self, a: &ClaimId, b: &ClaimId) {
        self.same.remove(&pair(a, b));
        self.apart.insert(pair(a, b));
    }

    /// The claim was not made, or does not count: it is in no event.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// let mut rulings = Rulings::default();
    /// rulings.reject(&claim.id);
    /// assert_eq!(rulings.apply(&claim), None);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn reject(&mut self, claim: &ClaimId) {
        self.rejected.insert(claim.clone());
    }

    /// The claim's count is this.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::{Claim, Kind, Quantity, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// let mut rulings = Rulings::default();
    /// rulings.count(&claim.id, Quantity::exactly(3.0, "raids")?);
    /// assert_eq!(rulings.apply(&claim).unwrap().count.unwrap().value(), Some(3.0));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn count(&mut self, claim: &ClaimId, count: Quantity) {
        self.counts.insert(claim.clone(), count);
    }

    /// The claim's place is this.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::{Claim, Kind, Place, PlaceId, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// let mut rulings = Rulings::default();
    /// rulings.place(&claim.id, Place::new(PlaceId::new("sy/idlib")?, "Idlib"));
    /// assert_eq!(rulings.apply(&claim).unwrap().place.unwrap().name, "Idlib");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn place(&mut self, claim: &ClaimId, place: Place) {
        self.places.insert(claim.clone(), place);
    }

    /// The claim as the person has it; `None` where it is rejected.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// assert_eq!(Rulings::default().apply(&claim), Some(claim));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn apply(&self, claim: &Claim) -> Option<Claim> {
        if self.rejected.contains(&claim.id) {
            return None;
        }
        let mut claim = claim.clone();
        claim.count = self.counts.get(&claim.id).cloned().or(claim.count);
        claim.place = self.places.get(&claim.id).cloned().or(claim.place);
        Some(claim)
    }

    /// Whether the claim's count or its place is a person's word.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::{ClaimId, Quantity};
    /// let claim = ClaimId::new("a#1")?;
    /// let mut rulings = Rulings::default();
    /// rulings.count(&claim, Quantity::exactly(3.0, "raids")?);
    /// assert!(rulings.corrects(&claim));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn corrects(&self, claim: &ClaimId) -> bool {
        self.counts.contains_key(claim) || self.places.contains_key(claim)
    }

    /// The claims that are not to be counted, in order.
    ///
    /// ```
    /// use crosscheck::matcher::Rulings;
    /// use crosscheck::model::ClaimId;
    /// let mut rulings = Rulings::default();
    /// rulings.reject(&ClaimId::new("a#1")?);
    /// assert_eq!(rulings.rejected().count(), 1);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn rejected(&self) -> impl Iterator<Item = &ClaimId> {
        self.rejected.iter()
    }

    /// The claims that something is said of.
    pub(super) fn named(&self) -> impl Iterator<Item = &ClaimId> {
        let pairs = self.same.iter().chain(&self.apart).flat_map(|(a, b)| [a, b]);
        pairs.chain(&self.rejected).chain(self.counts.keys()).chain(self.places.keys())
    }

    /// Whether both say the same of the claim alone.
    pub(super) fn same_word(&self, other: &Self, claim: &ClaimId) -> bool {
        self.rejected.contains(claim) == other.rejected.contains(claim)
            && self.counts.get(claim) == other.counts.get(claim)
            && self.places.get(claim) == other.places.get(claim)
    }

    /// Whether nothing was decided.
    ///
    /// ```
    /// assert!(crosscheck::matcher::Rulings::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.named().next().is_none()
    }

    /// The words on pairs, ready to be marked on records.
    pub(super) fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for (a, b) in &self.same {
            // Both go by the least of all that are one with them.
            let (a, b) = (key::hash(a.as_str()), key::hash(b.as_str()));
            let (x, y) = (*marks.same.entry(a).or_insert(a), *marks.same.entry(b).or_insert(b));
            marks.same.values_mut().filter(|one| **one == x.max(y)).for_each(|one| *one = x.min(y));
        }
        for (a, b) in &self.apart {
            let (a, b) = (key::hash(a.as_str()), key::hash(b.as_str()));
            marks.apart.entry(a).or_default().push(b);
            marks.apart.entry(b).or_default().push(a);
        }
        marks
    }
}

/// The pair, the lesser first.
fn pair(a: &ClaimId, b: &ClaimId) -> (ClaimId, ClaimId) {
    (a.min(b).clone(), a.max(b).clone())
}

/// The words on pairs, as hashes of ids.
#[derive(Debug, Default)]
pub(super) struct Marks {
    same: FxHashMap<u64, u64>,
    apart: FxHashMap<u64, Vec<u64>>,
}

impl Marks {
    /// Whether both say the same of the claim and others.
    pub fn same_word(&self, other: &Self, claim: &ClaimId) -> bool {
        let claim = key::hash(claim.as_str());
        self.same.get(&claim) == other.same.get(&claim) && self.apart.get(&claim) == other.apart.get(&claim)
    }

    /// The record of a claim, with what a person said of it.
    pub fn record(&self, claim: &Claim) -> Record {
        let record = Record::new(claim);
        let apart = self.apart.get(&record.id).map(|others| others.as_slice().into()).unwrap_or_default();
        Record { same: self.same.get(&record.id).copied(), apart, ..record }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::killed;
    use crate::matcher::{Weights, link_ruled};

    fn events(rulings: &Rulings) -> Vec<Vec<String>> {
        let raid = |id, town| killed(id, 9.0).place(town).on("2016-06-25").0;
        let claims = [raid("a#1", "sy/homs/homs"), raid("b#1", "sy/homs/homs"), raid("c#1", "sy/idlib/idlib")];
        let ids = |event: super::super::Event| event.claims.into_iter().map(String::from).collect();
        link_ruled(&claims, &Weights::default(), rulings).into_iter().map(ids).collect()
    }

    fn ids() -> [ClaimId; 3] {
        ["a#1", "b#1", "c#1"].map(|id| ClaimId::new(id).unwrap())
    }

    #[test]
    fn a_word_joins_and_parts_whatever_the_evidence() {
        let ([a, b, c], mut rulings) = (ids(), Rulings::default());
        assert_eq!(events(&rulings), [vec!["a#1", "b#1"], vec!["c#1"]]);
        rulings.part(&a, &b);
        rulings.join(&b, &c);
        assert_eq!(events(&rulings), [vec!["a#1"], vec!["b#1", "c#1"]]);
    }

    #[test]
    fn what_is_parted_stays_parted() {
        let ([a, b, c], mut rulings) = (ids(), Rulings::default());
        rulings.join(&a, &b);
        rulings.join(&b, &c);
        assert_eq!(events(&rulings).len(), 1);
        rulings.part(&a, &c);
        assert_eq!(events(&rulings).len(), 2);
    }

    #[test]
    fn a_corrected_place_is_the_one_that_is_compared() {
        let ([_, _, c], mut rulings) = (ids(), Rulings::default());
        rulings.place(&c, Place::new(crate::model::PlaceId::new("sy/homs/homs").unwrap(), "Homs"));
        assert_eq!(events(&rulings).len(), 1);
        let again: Rulings = serde_json::from_str(&serde_json::to_string(&rulings).unwrap()).unwrap();
        assert_eq!(again, rulings);
    }
}
