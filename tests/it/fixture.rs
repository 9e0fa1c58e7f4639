//! A report built by hand: the raids on Al-Kouriyé of 25 June 2016 as four outlets tell them.

use chrono::NaiveDate;
use crosscheck::conflict::{Dimension, Finding, Side, Verdict};
use crosscheck::matcher::Event;
use crosscheck::matcher::Rulings;
use crosscheck::model::*;
use crosscheck::report::{Heading, Occasion, Report, Skipped};

const ARTICLES: [(&str, &str, &str, &str); 4] = [
    (
        "k1",
        "Dépêche du Levant",
        "2016-06-26T07:10:00+02:00",
        "Au moins 47 personnes ont été tuées samedi dans des raids sur Al-Kouriyé, selon l’OSDH. Trente et un d’entre elles sont des civils.",
    ),
    (
        "k2",
        "Agence Fleuve",
        "2016-06-27",
        "L’OSDH fait désormais état d’au moins 82 tués à Al-Kouriyé. Vingt-cinq enfants ont péri, d’après l’Unicef.",
    ),
    ("k3", "Courrier de l’Est", "2016-06-27", "Selon l’OSDH, au moins 82 personnes ont péri dans les frappes de samedi sur Al-Kouriyé."),
    (
        "k4",
        "La Veille",
        "2016-06-28",
        "Tous les morts d’Al-Kouriyé étaient des combattants de Daech, assure un porte-parole des escadrons populaires.",
    ),
];

/// The report, with its events, its findings and a line that was skipped.
pub fn kouriye() -> Report {
    let killed = |n: f64, hedge| move |c: Claim| c.harm(Harm::Killed, Group::People).count(count(n, hedge));
    let mut claims = vec![
        killed(47.0, Hedge::AtLeast)(claim("k1#1", 0, Some("Au moins 47"), "sohr", "l’OSDH")),
        claim("k1#2", 0, Some("Trente et un"), "sohr", "l’OSDH").harm(Harm::Killed, Group::Civilians).count(count(31.0, Hedge::Exactly)),
        killed(82.0, Hedge::AtLeast)(claim("k2#1", 1, Some("au moins 82"), "sohr", "L’OSDH")),
        claim("k2#2", 1, Some("Vingt-cinq"), "unicef", "l’Unicef").harm(Harm::Killed, Group::Children).count(count(25.0, Hedge::Exactly)),
        killed(82.0, Hedge::AtLeast)(claim("k3#1", 2, Some("au moins 82"), "sohr", "l’OSDH")),
        claim("k4#1", 3, None, "popular-squadrons", "escadrons populaires"),
    ];
    for (claim, words) in [(0, "Au moins 47"), (1, "Trente et un"), (2, "au moins 82"), (3, "Vingt-cinq"), (4, "au moins 82")] {
        let span = words_of(&claims[claim], words);
        claims[claim].count = claims[claim].count.take().map(|count| count.spanning(span));
    }
    let victim = |id: &str, name: &str| Actor::new(Role::Victim, ActorId::new(id).unwrap(), name);
    let (fighters, civilians) = (words_of(&claims[5], "des combattants de Daech"), words_of(&claims[1], "des civils"));
    claims[5].group = Some(Group::Combatants);
    claims[5].actors = vec![Actor { span: Some(fighters), ..victim("islamic-state", "Islamic State") }];
    claims[1].actors = vec![Actor { span: Some(civilians), ..victim("~civilians", "civilians") }];
    Report {
        version: Report::VERSION,
        articles: (0..4).map(|i| Heading::from(&article(i))).collect(),
        sources: sources(),
        claims,
        events: vec![
            occasion("e1", "Deaths in Al Quriyah, 25 June 2016", &["k1#1", "k1#2", "k2#1", "k2#2", "k3#1", "k4#1"]),
            occasion("e2", "Truce in Aleppo, 27 February 2016", &["k4#1"]),
        ],
        findings: findings(),
        rulings: Rulings::default(),
        skipped: vec![Skipped { path: "wire.jsonl".into(), line: Some(12), cause: "missing field `text` (byte 11 of the line)".into() }],
    }
}

/// The articles behind it.
pub fn article(i: usize) -> Article {
    let (id, outlet, published, text) = ARTICLES[i];
    Article::new(id, text).unwrap().outlet(outlet).published(published.parse().unwrap())
}

/// A claim over the sentence of the article in which the words stand.
fn claim(id: &str, i: usize, words: Option<&str>, voice: &str, named: &str) -> Claim {
    let article = article(i);
    let at = words.map_or(0, |words| article.text.find(words).unwrap());
    let start = article.text[..at].rfind(". ").map_or(0, |stop| stop + 2);
    let end = article.text[at..].find(". ").map_or(article.text.len(), |stop| at + stop + 1);
    let span = |start, end| Span::new(start, end).unwrap();
    let voice_at = article.text.find(named).unwrap();
    let link = Attribution::new(SourceId::new(voice).unwrap(), Some(span(voice_at, voice_at + named.len())));
    let kind = if words.is_some() { Kind::Casualties } else { Kind::Status };
    let claim = Claim::new(id, article.id.as_str(), kind, span(start, end)).unwrap().said_by(link).reported(article.published.unwrap());
    Claim { quote: Some(article.text[start..end].to_owned()), ..claim }
}

/// Where the words stand in the article of the claim.
fn words_of(claim: &Claim, words: &str) -> Span {
    let at = claim.span.start() + claim.quote.as_ref().unwrap().find(words).unwrap();
    Span::new(at, at + words.len()).unwrap()
}

fn count(n: f64, hedge: Hedge) -> Quantity {
    let high = (hedge == Hedge::Exactly).then_some(n);
    Quantity::new(Some(n), high, hedge, "people").unwrap()
}

fn sources() -> Vec<Source> {
    let source = |id, name, kind| Source::new(SourceId::new(id).unwrap(), name, kind);
    vec![
        source("popular-squadrons", "popular squadrons", SourceKind::ArmedGroup),
        source("sohr", "Syrian Observatory for Human Rights", SourceKind::Monitor),
        source("unicef", "UNICEF", SourceKind::International),
    ]
}

fn occasion(id: &str, label: &str, claims: &[&str]) -> Occasion {
    let day = NaiveDate::from_ymd_opt(2016, 6, 25).unwrap();
    let place = Place::new(PlaceId::new("sy/deir-ez-zor/al-quriyah").unwrap(), "Al Quriyah");
    let event = Event {
        id: EventId::new(id).unwrap(),
        label: label.to_owned(),
        claims: ids(claims),
        when: Some(Period::day(day, Basis::Publication)),
        place: Some(Place { within: vec!["Deir ez-Zor".into(), "Syria".into()], ..place }),
        part_of: None,
        links: Vec::new(),
    };
    Occasion { independent_voices: 3, ..Occasion::from(event) }
}

fn ids(ids: &[&str]) -> Vec<ClaimId> {
    ids.iter().map(|id| ClaimId::new(*id).unwrap()).collect()
}

fn findings() -> Vec<Finding> {
    let side = |position: &str, claims: &[&str], voice: &str| Side {
        position: position.to_owned(),
        claims: ids(claims),
        voices: vec![SourceId::new(voice).unwrap()],
        independent: Vec::new(),
        first: None,
        latest: None,
    };
    let finding = |id: &str, verdict, dimension, sides, strength, reason: &str| Finding {
        id: id.to_owned(),
        event: EventId::new("e1").unwrap(),
        rule: "by-hand".to_owned(),
        verdict,
        dimension: Some(dimension),
        sides,
        strength,
        reconcile: Vec::new(),
        reason: reason.to_owned(),
    };
    vec![
        finding(
            "f1",
            Verdict::Conflict,
            Dimension::Status,
            vec![side("civilians", &["k1#2"], "sohr"), side("combatants of Islamic State", &["k4#1"], "popular-squadrons")],
            0.9,
            "If all the dead were combatants of Islamic State, none of them was one of the 31 civilians whom the Syrian Observatory for Human Rights counts.",
        ),
        finding(
            "f2",
            Verdict::Revision,
            Dimension::Count,
            vec![side("at least 47 killed", &["k1#1"], "sohr"), side("at least 82 killed", &["k2#1", "k3#1"], "sohr")],
            0.8,
            "The Syrian Observatory for Human Rights raised its own toll a day later.",
        ),
        finding(
            "f3",
            Verdict::Repetition,
            Dimension::Count,
            vec![side("at least 82 killed", &["k2#1", "k3#1"], "sohr")],
            0.9,
            "Agence Fleuve and Courrier de l’Est both cite the Syrian Observatory for Human Rights: one voice.",
        ),
        finding(
            "f4",
            Verdict::PartWhole,
            Dimension::Count,
            vec![side("at least 47 killed", &["k1#1"], "sohr"), side("31 civilians", &["k1#2"], "sohr")],
            0.9,
            "31 civilians are a part of the at least 47 killed.",
        ),
    ]
}
