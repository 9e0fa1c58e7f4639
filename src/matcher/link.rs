//! From claims to events: tellings within articles, then tellings of one event across articles.

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::compare::Meeting;
use super::each;
use super::event::{Event, Link};
use super::group::{self, Group};
use super::record;
use super::ruling::Marks;
use super::summary;
use super::telling::{self, Telling};
use super::web;
use super::weights::Weights;
use super::whole::{self, Piece};
use crate::model::Claim;

/// Groups of which events are made at a time.
const PART: usize = 4096;

pub(super) fn link(claims: &[Claim], weights: &Weights, marks: &Marks) -> Vec<Event> {
    let claims = in_order(claims);
    let articles: Vec<&[&Claim]> = claims.chunk_by(|x, y| x.article == y.article).collect();
    let records = |article: &[&Claim]| article.iter().map(|claim| marks.record(claim)).collect();
    let told = each::map(articles.len(), |i| telling::tellings(i as u32, records(articles[i]), weights));
    let tellings: Vec<Telling> = told.into_iter().flatten().collect();
    let met = web::find(&tellings, weights);
    let groups = group::all(&tellings, &met, weights);
    drop(met);
    let claim = |article: u32, n: u32| articles[article as usize][n as usize];
    // What is told is let go as the events are made of it.
    let mut tellings: Vec<Option<Telling>> = tellings.into_iter().map(Some).collect();
    let mut pieces: Vec<Piece> = Vec::with_capacity(groups.len());
    for part in groups.chunks(PART) {
        let telling = |item: u32| tellings[item as usize].as_ref().expect("each is in one group");
        pieces.extend(each::map(part.len(), |i| piece(&part[i], telling, claim, weights)));
        part.iter().flat_map(|group| &group.tellings).for_each(|&item| tellings[item as usize] = None);
    }
    whole::nest(pieces)
}

/// The event of a group, `claim` being the claim of that number in that article.
pub(super) fn piece<'t, 'c>(
    group: &Group,
    telling: impl Fn(u32) -> &'t Telling,
    claim: impl Fn(u32, u32) -> &'c Claim,
    weights: &Weights,
) -> Piece {
    let told = || group.tellings.iter().map(|&item| telling(item));
    let inner = told().flat_map(|telling| telling.links.iter().map(move |edge| [edge.a, edge.b].map(|n| (telling, n))));
    let known = |(telling, n): (&'t Telling, u32)| (claim(telling.article, n), telling.record(n));
    let mut links: Vec<Link> = inner.map(|[x, y]| summary::pair(known(x), known(y), weights)).collect();
    for (x, y) in group.merges.iter().map(|merge| (telling(merge.pair.0), telling(merge.pair.1))) {
        let of = |telling: &'t Telling| move |i: usize| (telling.article, telling.claims[i]);
        let (x, y) = if claim(x.article, 0).article <= claim(y.article, 0).article { (x, y) } else { (y, x) };
        let named = |(article, n)| claim(article, n);
        let meeting = Meeting::of(x, y, weights);
        links.push(summary::outer(&meeting, |i| named(of(x)(i)), |j| named(of(y)(j)), weights));
    }
    let claims = told().flat_map(|telling| telling.claims.iter().map(|&n| claim(telling.article, n))).collect();
    Piece::new(claims, links, told().map(|telling| telling.article).collect())
}

/// The claims by article and number, so that the order in which they came says nothing. Of claims with one id the first stands.
fn in_order(claims: &[Claim]) -> Vec<&Claim> {
    let mut claims: Vec<&Claim> = claims.iter().collect();
    claims.sort_by_cached_key(|&claim| (&claim.article, record::order(&claim.id), claim.span, claim.kind));
    let mut seen = FxHashSet::with_capacity_and_hasher(claims.len(), FxBuildHasher);
    claims.retain(|claim| seen.insert(&claim.id));
    claims
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matcher::sample::{Sample, claim, killed, samples};
    use crate::model::Role;

    fn events(samples: &[Sample]) -> Vec<Vec<String>> {
        let claims: Vec<Claim> = samples.iter().map(|sample| sample.0.clone()).collect();
        let ids = |event: Event| event.claims.into_iter().map(String::from).collect();
        link(&claims, &Weights::default()).into_iter().map(ids).collect()
    }

    const TOWN: &str = "sy/deir-ez-zor/al-quriyah";

    #[test]
    fn two_outlets_tell_of_one_raid_in_other_figures() {
        let first = killed("a#1", 47.0).place(TOWN).on("2016-06-25").told("2016-06-26");
        let next = killed("b#1", 82.0).place(TOWN).on("2016-06-25").told("2016-06-27");
        assert_eq!(events(&[first, next]), [["a#1", "b#1"]]);
    }

    #[test]
    fn the_province_in_one_report_is_the_town_in_another() {
        let russian = |sample: Sample| sample.actor(Role::Perpetrator, "ru/air-force");
        let province = russian(killed("a#1", 47.0).place("sy/deir-ez-zor").on("2016-06-25"));
        assert_eq!(events(&[province, russian(killed("b#1", 82.0).place(TOWN).on("2016-06-25"))]), [["a#1", "b#1"]]);
    }

    #[test]
    fn a_claim_without_a_place_of_its_own_is_linked_by_its_telling() {
        let raid = claim("a#1").at(0, 50).place(TOWN).on("2016-06-25");
        let dead = killed("a#2", 47.0).at(52, 90);
        assert_eq!(events(&[raid, dead, killed("b#1", 82.0).place(TOWN).on("2016-06-25")]), [["a#1", "a#2", "b#1"]]);
    }

    #[test]
    fn a_copied_sentence_links_however_short_the_clause() {
        let wire = "Les tirs contre le port se sont poursuivis toute la nuit malgré l'appel du Conseil à une trêve immédiate";
        let raid = |id, day| claim(id).place("sy").told(day).quote("tirs contre le port").actor(Role::Target, "hts");
        let worded = |sample: Sample| sample.wording(wire);
        assert_eq!(events(&[worded(raid("a#1", "2016-04-15")), worded(raid("b#1", "2016-06-26"))]), [["a#1", "b#1"]]);
        assert_eq!(events(&[raid("a#1", "2016-04-15"), raid("b#1", "2016-06-26")]).len(), 2);
    }

    #[test]
    fn a_vague_report_does_not_chain_two_days_of_raids() {
        let day = |id, day| killed(id, 9.0).place(TOWN).on(day);
        let vague = killed("c#1", 9.0).place(TOWN).during("2016-06-25", "2016-06-28");
        assert_eq!(events(&[day("a#1", "2016-06-25"), day("b#1", "2016-06-28"), vague]).len(), 2);
    }

    #[test]
    fn the_same_number_elsewhere_is_another_event() {
        let at = |id, place| killed(id, 47.0).place(place).on("2016-06-25");
        assert_eq!(events(&[at("a#1", TOWN), at("b#1", "sy/idlib/idlib")]).len(), 2);
    }

    fn link(claims: &[Claim], weights: &Weights) -> Vec<Event> {
        super::link(claims, weights, &Marks::default())
    }

    proptest! {
        #[test]
        fn the_order_of_the_claims_does_not_matter(samples in samples()) {
            let claims: Vec<Claim> = samples.iter().map(|sample| sample.0.clone()).collect();
            let mut sorted = claims.clone();
            sorted.sort_by(|x, y| x.id.cmp(&y.id));
            prop_assert_eq!(link(&claims, &Weights::default()), link(&sorted, &Weights::default()));
        }

        #[test]
        fn every_claim_is_in_one_event_and_every_link_adds_up(samples in samples()) {
            let claims: Vec<Claim> = samples.iter().map(|sample| sample.0.clone()).collect();
            let events = link(&claims, &Weights::default());
            let mut told: Vec<_> = events.iter().flat_map(|event| &event.claims).collect();
            told.sort();
            let mut ids: Vec<_> = claims.iter().map(|claim| &claim.id).collect();
            ids.sort();
            prop_assert_eq!(told, ids);
            for link in events.iter().flat_map(|event| &event.links) {
                prop_assert_eq!(link.score, link.evidence.iter().map(|evidence| evidence.weight).sum::<f64>());
                prop_assert!(link.score >= Weights::default().threshold());
            }
            for event in &events {
                prop_assert_eq!(event.links.len(), event.claims.len() - 1);
            }
        }
    }
}
