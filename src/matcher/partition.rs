//! The steps of linking one by one, for an archive that no one machine holds: each needs only its part of the claims.
//!
//! ```
//! use crosscheck::matcher::partition::{group, pairs, tell};
//! use crosscheck::matcher::{Weights, link};
//! use crosscheck::model::{Claim, Kind, Place, PlaceId, Span};
//! # let raid = |id, article| -> crosscheck::Result<Claim> {
//! #     let quote = Some("Raids on the market of the old town killed many, residents say".to_owned());
//! #     let claim = Claim { quote, ..Claim::new(id, article, Kind::Strike, Span::new(0, 9)?)? };
//! #     Ok(claim.at(Place::new(PlaceId::new("sy/idlib/maarat")?, "Maarat")))
//! # };
//! let (weights, a, b) = (Weights::default(), raid("a#1", "a")?, raid("b#1", "b")?);
//! // Map: each article by itself, anywhere.
//! let told = [tell(&[a.clone()], &weights), tell(&[b.clone()], &weights)].concat();
//! // Shuffle: the tellings that share a block come together; each block by itself, anywhere.
//! let keys = (0..).zip(&told).flat_map(|(i, told)| told.keys().into_iter().map(move |key| (key, i)));
//! let met = pairs(keys.collect());
//! // Compare: each pair by itself, anywhere.
//! let scored: Vec<(u32, u32, f32)> =
//!     met.into_iter().filter_map(|(x, y)| Some((x, y, told[x as usize].compare(&told[y as usize], &weights)?))).collect();
//! // Group: what hangs together by scores that reach the threshold must lie in one part; what does not, need not.
//! let groups = group(&told, &scored, &weights);
//! assert_eq!(groups.len(), link(&[a, b]).len());
//! # Ok::<(), crosscheck::Error>(())
//! ```

use super::block::{self, Entry};
use super::crowd::Crowd;
use super::group;
use super::record::{self, Record};
use super::telling::{self, Telling};
use super::web::{self, Bits, Met};
use super::weights::{Factor, Weights};
use crate::model::{Claim, ClaimId};

/// What one article tells of one event.
///
/// ```
/// use crosscheck::matcher::{Weights, partition::tell};
/// use crosscheck::model::{Claim, Kind, Span};
/// let told = tell(&[Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?], &Weights::default());
/// assert_eq!(told[0].claims()[0].as_str(), "a#1");
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Told {
    telling: Telling,
    claims: Vec<ClaimId>,
}

/// A telling's place in a block.
///
/// ```
/// use crosscheck::matcher::{Weights, partition::tell};
/// use crosscheck::model::{Claim, Kind, Place, PlaceId, Span};
/// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?.at(Place::new(PlaceId::new("sy/idlib")?, "Idlib"));
/// let told = tell(&[claim], &Weights::default());
/// assert_eq!(told[0].keys().len(), 2); // a country and a province
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Key(Entry);

impl Key {
    /// The block: what has the same number must come together, what has another need not.
    ///
    /// ```
    /// # use crosscheck::matcher::{Weights, partition::tell};
    /// # use crosscheck::model::{Claim, Kind, Place, PlaceId, Span};
    /// let claim = |id, article| -> crosscheck::Result<Claim> {
    ///     Ok(Claim::new(id, article, Kind::Strike, Span::new(0, 9)?)?.at(Place::new(PlaceId::new("sy")?, "Syria")))
    /// };
    /// let block = |claim| tell(&[claim], &Weights::default())[0].keys()[0].block();
    /// assert_eq!(block(claim("a#1", "a")?), block(claim("b#1", "b")?));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn block(&self) -> u64 {
        self.0.key()
    }
}

impl Told {
    /// Its claims, in order.
    pub fn claims(&self) -> &[ClaimId] {
        &self.claims
    }

    /// Its place in each of its blocks.
    pub fn keys(&self) -> Vec<Key> {
        block::entries(0, self.telling.order(), &self.telling.records).into_iter().map(Key).collect()
    }

    /// What speaks for the two being of one event, in bits; nothing where they exclude each other or are of one article.
    ///
    /// ```
    /// use crosscheck::matcher::{Weights, partition::tell};
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let told = tell(&[Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?], &Weights::default());
    /// assert_eq!(told[0].compare(&told[0], &Weights::default()), None);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn compare(&self, other: &Self, weights: &Weights) -> Option<f32> {
        web::score(&self.telling, &other.telling, weights).map(|score| score.get() as f32)
    }

    /// What is observed of the two; nothing where they exclude each other or are of one article. A table of weights can be fitted to it.
    ///
    /// ```
    /// use crosscheck::matcher::{Factor, Weights, partition::tell};
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let told = |id, article| -> crosscheck::Result<_> {
    ///     Ok(tell(&[Claim::new(id, article, Kind::Strike, Span::new(0, 9)?)?], &Weights::default()))
    /// };
    /// let seen = told("a#1", "a")?[0].observe(&told("b#1", "b")?[0], &Weights::default());
    /// assert!(seen.unwrap().contains(&Factor::SameKind));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn observe(&self, other: &Self, weights: &Weights) -> Option<Vec<Factor>> {
        web::meeting(&self.telling, &other.telling, weights).map(|meeting| meeting.factors().map(|(factor, ..)| factor).collect())
    }
}

/// What an article tells, event by event. The claims are those of one article.
///
/// ```
/// assert!(crosscheck::matcher::partition::tell(&[], &Default::default()).is_empty());
/// ```
pub fn tell(claims: &[Claim], weights: &Weights) -> Vec<Told> {
    let mut claims: Vec<&Claim> = claims.iter().collect();
    claims.sort_by(|x, y| (record::order(&x.id), x.span, x.kind).cmp(&(record::order(&y.id), y.span, y.kind)));
    let tellings = telling::tellings(0, claims.iter().map(|claim| Record::new(claim)).collect(), weights);
    let named = |telling: &Telling| telling.claims.iter().map(|&n| claims[n as usize].id.clone()).collect();
    tellings.into_iter().map(|telling| Told { claims: named(&telling), telling }).collect()
}

/// The pairs that meet in these blocks, each once, the lesser number first. All keys of a block must be among them; the keys
/// of other blocks need not.
///
/// ```
/// assert!(crosscheck::matcher::partition::pairs(Vec::new()).is_empty());
/// ```
pub fn pairs(keys: Vec<(Key, u32)>) -> Vec<(u32, u32)> {
    let tellings = keys.iter().map(|&(_, number)| number + 1).max().unwrap_or(0);
    let crowd = Crowd::new(keys.into_iter().map(|(key, number)| key.0.of(number)).collect(), tellings as usize);
    (0..tellings).flat_map(|x| crowd.after(x).into_iter().map(move |(y, _)| (x, y))).collect()
}

/// The tellings of each event, by their numbers, from the scores of their pairs. Only what hangs together by scores that
/// reach the threshold must be among them.
///
/// ```
/// assert!(crosscheck::matcher::partition::group(&[], &[], &Default::default()).is_empty());
/// ```
pub fn group(told: &[Told], scores: &[(u32, u32, f32)], weights: &Weights) -> Vec<Vec<u32>> {
    let mut met: Vec<Vec<Met>> = told.iter().map(|_| Vec::new()).collect();
    scores.iter().for_each(|&(x, y, score)| met[x.min(y) as usize].push(Met::known(x.max(y), Bits::of(score.into()))));
    let (tellings, met): (Vec<Telling>, Vec<Box<[Met]>>) =
        told.iter().map(|told| told.telling.clone()).zip(met.into_iter().map(Vec::into_boxed_slice)).unzip();
    group::all(&tellings, &met, weights).into_iter().map(|group| group.tellings).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::matcher::link;
    use crate::matcher::sample::samples;

    proptest! {
        #[test]
        fn the_parts_make_the_whole(samples in samples(), machines in 2u64..6) {
            let claims: Vec<Claim> = samples.iter().map(|sample| sample.0.clone()).collect();
            let weights = Weights::default();
            let mut articles: BTreeMap<_, Vec<Claim>> = BTreeMap::new();
            claims.iter().for_each(|claim| articles.entry(&claim.article).or_default().push(claim.clone()));
            let told: Vec<Told> = articles.values().flat_map(|claims| tell(claims, &weights)).collect();
            // Each machine has the blocks that fall to it.
            let mut met = BTreeSet::new();
            for machine in 0..machines {
                let keys = (0..).zip(&told).flat_map(|(i, told)| told.keys().into_iter().map(move |key| (key, i)));
                met.extend(pairs(keys.filter(|(key, _)| key.block() % machines == machine).collect()));
            }
            let score = |(x, y): (u32, u32)| Some((x, y, told[x as usize].compare(&told[y as usize], &weights)?));
            let scores: Vec<_> = met.into_iter().filter_map(score).collect();
            let of = |group: Vec<u32>| group.iter().flat_map(|&i| told[i as usize].claims().to_vec()).collect::<BTreeSet<_>>();
            let parts: BTreeSet<_> = group(&told, &scores, &weights).into_iter().map(of).collect();
            let whole: BTreeSet<_> = link(&claims).into_iter().map(|event| event.claims.into_iter().collect::<BTreeSet<_>>()).collect();
            prop_assert_eq!(parts, whole);
        }
    }
}
