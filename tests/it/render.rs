//! What people see, as a whole.

use crosscheck::matcher::Event;
use crosscheck::model::{ClaimId, EventId, Place, PlaceId};
use crosscheck::report::{Occasion, Report, Terminal, markdown};

use crate::fixture::kouriye;

#[test]
fn a_report_in_a_terminal() {
    insta::assert_snapshot!(Terminal::new().render(&kouriye()));
}

#[test]
fn a_report_in_a_narrow_terminal_in_colour() {
    insta::assert_snapshot!(Terminal::new().width(60).colour(true).render(&kouriye()).replace('\u{1b}', "␛"));
}

#[test]
fn a_report_in_markdown() {
    insta::assert_snapshot!(markdown(&kouriye()));
}

#[test]
fn what_is_in_conflict_comes_before_what_many_tell() {
    let mut report = kouriye();
    let quiet = report.events[1].event.clone();
    let claims = ["k1#1", "k2#1", "k3#1"].map(|id| ClaimId::new(id).unwrap()).to_vec();
    let place = Place::new(PlaceId::new("sy/aleppo").unwrap(), "Aleppo");
    report.events[1] = Occasion::from(Event { id: EventId::new("e0").unwrap(), claims, place: Some(place), ..quiet });
    let text = report.to_string();
    assert!(text.find("\nAl Quriyah, Deir ez-Zor, Syria · 25 June 2016").unwrap() < text.find("\nAleppo · 25 June 2016").unwrap());
}

#[test]
fn ids_that_lead_nowhere_are_passed_over() {
    let report = kouriye();
    let report = Report { claims: Vec::new(), articles: Vec::new(), sources: Vec::new(), ..report };
    assert!(report.to_string().contains("conflict (status): civilians ≠ combatants of Islamic State"));
}

#[test]
fn the_schema_knows_every_part() {
    let schema = crosscheck::report::schema();
    let defined = schema["$defs"].as_object().unwrap();
    for part in ["Claim", "Occasion", "Finding", "Quantity", "Period", "Place", "Span", "Verdict"] {
        assert!(defined.contains_key(part), "{part} is not defined");
    }
}
