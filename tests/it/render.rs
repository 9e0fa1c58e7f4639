//! What people see, as a whole.

use crosscheck::matcher::Event;
use crosscheck::model::{Article, Claim, ClaimId, EventId, Language, Place, PlaceId, Quantity};
use crosscheck::report::{Html, Markdown, Occasion, Report, Terminal, csv, json_ld};

use crate::fixture::{article, kouriye};

#[test]
fn a_report_in_a_terminal() {
    insta::assert_snapshot!(Terminal::new().render(&kouriye(), &[]));
}

#[test]
fn a_report_in_a_narrow_terminal_in_colour() {
    insta::assert_snapshot!(Terminal::new().width(60).colour(true).render(&kouriye(), &[]).replace('\u{1b}', "␛"));
}

#[test]
fn a_report_in_markdown() {
    insta::assert_snapshot!(Markdown::new().render(&kouriye(), &[]));
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
fn a_report_in_french() {
    let text = Terminal::new().language(Language::FRENCH).render(&kouriye(), &articles());
    let shown: Vec<&str> = text.lines().take(22).collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert!(Markdown::new().language(Language::FRENCH).render(&kouriye(), &[]).starts_with("**4 articles, 6 affirmations, 2 événements**"));
}

#[test]
fn what_a_person_has_corrected_or_set_aside_is_marked() {
    let mut report = kouriye();
    report.rulings.count(&report.claims[0].id, Quantity::exactly(48.0, "people").unwrap());
    report.rulings.reject(&ClaimId::new("k9#1").unwrap());
    for text in [report.to_string(), Markdown::new().render(&report, &[]), page(&report, &articles())] {
        assert!(text.contains("corrected by a person") && text.contains("Set aside by a person: k9"), "{text}");
    }
    let french = Html::new().language(Language::FRENCH).render(&report, &articles());
    assert!(french.contains("corrigé par une personne") && french.contains("Écarté par une personne"));
    assert!(!page(&kouriye(), &articles()).contains("by a person"));
}

fn articles() -> Vec<Article> {
    (0..4).map(article).collect()
}

fn page(report: &Report, articles: &[Article]) -> String {
    Html::new().render(report, articles)
}

#[test]
fn a_page_takes_nothing_for_markup() {
    let bait = "<script>alert('x')</script>\"&<b>";
    let mut report = kouriye();
    report.claims[0].quote = Some(bait.to_owned());
    report.findings[0].reason = bait.to_owned();
    report.findings[0].sides[0].position = bait.to_owned();
    report.sources[0].name = bait.to_owned();
    report.articles[0].outlet = Some(bait.to_owned());
    report.articles[0].title = Some(bait.to_owned());
    report.articles[0].url = Some("javascript:alert(1)".to_owned());
    report.skipped[0].cause = bait.to_owned();
    let baited = Article { title: Some(bait.to_owned()), ..Article::new("k1", bait).unwrap() };
    for page in [page(&report, &[]), page(&report, &[baited])] {
        assert!(!page.contains("<script>alert") && !page.contains("<b>\"") && !page.contains("javascript:"));
        assert_eq!(page.matches("<script>").count(), 1);
    }
}

#[test]
fn a_page_asks_the_network_for_nothing() {
    let mut report = kouriye();
    report.articles[0].url = Some("https://example.org/a".to_owned());
    let page = page(&report, &articles());
    assert!(page.contains("default-src 'none'") && !page.contains("unsafe-inline"));
    assert!(!page.contains(" src=") && !page.contains("url(http") && !page.contains("@import"));
    assert_eq!(page.matches("https://").count(), 1, "only the article's own address");
}

#[test]
fn a_page_grows_in_step_with_its_claims() {
    let size = |n: usize| {
        let mut report = kouriye();
        let model = report.claims[0].clone();
        for i in 0..n {
            let id = ClaimId::new(format!("k1#x{i:05}")).unwrap();
            report.claims.push(Claim { id: id.clone(), ..model.clone() });
            report.events[0].event.claims.push(id.clone());
            report.findings[0].sides[0].claims.push(id);
        }
        page(&report, &articles()).len()
    };
    let (some, twice) = (size(400) - size(0), size(800) - size(0));
    assert!(twice < some * 5 / 2, "{some} bytes for 400 claims, {twice} for 800");
}

#[test]
fn a_table_has_a_row_an_event() {
    let table = csv(&kouriye());
    insta::assert_snapshot!(table.replace('\r', ""));
}

#[test]
fn linked_data_points_at_the_words() {
    let linked = json_ld(&kouriye(), &articles());
    let annotations = linked["@graph"].as_array().unwrap();
    assert_eq!(annotations.len(), 6);
    for (annotation, claim) in annotations.iter().zip(&kouriye().claims) {
        let [position, quote] = [0, 1].map(|i| &annotation["target"]["selector"][i]);
        let text: Vec<char> = articles().into_iter().find(|article| article.id == claim.article).unwrap().text.chars().collect();
        let [start, end] = ["start", "end"].map(|end| position[end].as_u64().unwrap() as usize);
        assert_eq!(text[start..end].iter().collect::<String>(), quote["exact"].as_str().unwrap());
    }
    assert_eq!(annotations[5]["body"]["schema:author"][0]["schema:name"], "popular squadrons");
}
