//! Articles that come, go and are corrected, and what a person decides: the events are those of all claims at once.

use proptest::prelude::*;

use super::*;
use crate::matcher::sample::{Sample, killed, samples};
use crate::matcher::{link, link_ruled};
use crate::model::{Place, PlaceId, Quantity};

const TOWN: &str = "sy/deir-ez-zor/al-quriyah";

fn claims(samples: &[Sample]) -> Vec<Claim> {
    samples.iter().map(|sample| sample.0.clone()).collect()
}

fn raid(id: &str, from: &str, to: &str) -> Vec<Claim> {
    claims(&[killed(id, 9.0).place(TOWN).during(from, to)])
}

fn ids(ids: &[EventId]) -> Vec<&str> {
    ids.iter().map(EventId::as_str).collect()
}

#[test]
fn an_id_leads_to_what_became_of_its_event() {
    let mut set = EventSet::default();
    let id = |id: &str| EventId::new(id).unwrap();
    set.insert(raid("c#1", "2016-06-25", "2016-06-25")).unwrap();
    set.insert(raid("b#1", "2016-06-28", "2016-06-28")).unwrap();
    assert_eq!(set.events().len(), 2);
    let changes = set.replace(raid("b#1", "2016-06-25", "2016-06-25")).unwrap();
    assert_eq!((changes[0].event.as_str(), ids(&changes[0].became)), ("event:c#1", vec!["event:b#1"]));
    assert_eq!(ids(&set.resolve(&id("event:c#1"))), ["event:b#1"]);
    set.replace(raid("b#1", "2016-06-28", "2016-06-28")).unwrap();
    assert_eq!(ids(&set.resolve(&id("event:c#1"))), ["event:c#1"]);
    assert_eq!(ids(&set.resolve(&id("event:b#1"))), ["event:b#1", "event:c#1"]);
    set.remove(&ArticleId::new("c").unwrap());
    assert_eq!(ids(&set.resolve(&id("event:b#1"))), ["event:b#1"]);
}

#[test]
fn a_crowded_day_ends_in_the_same_events_in_any_order() {
    let place = |n: u64| ["sy/homs", "sy/homs/homs", "sy/homs/palmyra", "sy/homs/~a-locality", "sy/homs/homs/old-town"][n as usize % 5];
    for (crowd, counts) in [(160, 5000), (120, 30), (90, 14)] {
        let dead = |n: u64| (key::join(&[n]) % counts) as f64;
        let told = |n: u64| killed(&format!("{n:03}#0"), dead(n)).place(place(key::join(&[n, 5]))).on("2016-06-25");
        let all: Vec<Claim> = (0..crowd).map(|n| told(n).0).collect();
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|&n| key::join(&[n as u64, 7]));
        let mut set = EventSet::default();
        for (i, &n) in order.iter().enumerate() {
            set.insert(vec![all[n].clone()]).unwrap();
            if i % 10 == 0 {
                assert_eq!(set.events(), link(&set.claims().cloned().collect::<Vec<_>>()));
            }
        }
        let (gone, kept) = order.split_at(60);
        gone.iter().for_each(|&n| _ = set.remove(&all[n].article));
        assert_eq!(set.events(), link(&kept.iter().map(|&n| all[n].clone()).collect::<Vec<_>>()));
    }
}

/// Words on some of the claims, whatever they are.
fn words() -> impl Strategy<Value = Rulings> {
    let id = || (0..4, 0..5).prop_map(|(article, number)| ClaimId::new(format!("{article}#{number}")).unwrap());
    prop::collection::vec((0..5, id(), id(), 1..100u32), 0..6).prop_map(|words| {
        words.into_iter().fold(Rulings::default(), |mut rulings, (word, a, b, n)| {
            match word {
                0 => rulings.join(&a, &b),
                1 => rulings.part(&a, &b),
                2 => rulings.reject(&a),
                3 => rulings.count(&a, Quantity::exactly(n.into(), "people").unwrap()),
                _ => rulings.place(&a, Place::new(PlaceId::new(TOWN).unwrap(), "a town")),
            }
            rulings
        })
    })
}

fn again(set: &EventSet) -> EventSet {
    serde_json::from_str(&serde_json::to_string(set).unwrap()).unwrap()
}

#[test]
fn what_a_person_takes_back_is_as_it_was_read() {
    let mut set = EventSet::default();
    set.insert([raid("a#1", "2016-06-25", "2016-06-25"), raid("b#1", "2016-06-25", "2016-06-25")].concat()).unwrap();
    let (read, mut rulings) = (set.events(), Rulings::default());
    rulings.reject(&read[0].claims[0]);
    let changes = set.rule(rulings.clone());
    assert_eq!((changes[0].event.as_str(), ids(&changes[0].became)), ("event:a#1", vec!["event:b#1"]));
    assert_eq!(set.claims().count(), 1);
    // A rejected claim that comes again is rejected again.
    set.insert(raid("a#1", "2016-06-25", "2016-06-26")).unwrap();
    assert_eq!((set.events().len(), again(&set).rulings()), (1, &rulings));
    set.rule(Rulings::default());
    set.replace(raid("a#1", "2016-06-25", "2016-06-25")).unwrap();
    assert_eq!(set.events(), read);
}

proptest! {
    #[test]
    fn one_at_a_time_and_all_at_once_end_in_the_same_events(
        samples in samples(), cut in 0usize..20, early in words(), late in words(), turn in 0usize..20
    ) {
        let all = claims(&samples);
        let mut set = EventSet::default();
        set.rule(early);
        for (i, claim) in all.iter().enumerate() {
            // Some come, go and come again, some are corrected, and a person changes his mind.
            set.insert(vec![claim.clone()]).unwrap();
            if i == cut {
                set.remove(&claim.article);
            }
            if i == turn {
                set.rule(late.clone());
            }
            if i % 4 == 0 {
                let here: Vec<Claim> = set.claims_as_read().cloned().collect();
                prop_assert_eq!(set.events(), link_ruled(&here, &Weights::default(), set.rulings()));
            }
        }
        set.replace(all.clone()).unwrap();
        let events = link_ruled(&all, &Weights::default(), &late);
        let mut once = EventSet::default();
        once.insert(all).unwrap();
        once.rule(late);
        prop_assert_eq!(&set.events(), &events);
        prop_assert_eq!(&once.events(), &events);
        for event in &events {
            prop_assert_eq!(set.event(&event.id), Some(event.clone()));
        }
        for change in set.history() {
            prop_assert!(set.resolve(&change.event).iter().all(|id| events.iter().any(|event| event.id == *id)));
        }
        let read = again(&set);
        prop_assert_eq!((read.events(), read.history()), (events, set.history()));
    }
}
