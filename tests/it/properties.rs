//! What holds for any text, and not only for the texts that somebody thought of.

use crosscheck::Crosscheck;
use crosscheck::extract::extract;
use crosscheck::lexicon::Lexicon;
use crosscheck::model::Article;
use crosscheck::report::{Markdown, Report, Terminal, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::fixture;
use crate::folder::Folder;

/// What news are made of, whole and broken.
const PIECES: &[&str] = &[
    "Au moins 47 personnes",
    "ont été tuées",
    "samedi",
    "à Alep",
    "selon l’OSDH",
    "dont 31 civils",
    "près de 30 000",
    "des dizaines de",
    "blessés",
    "d’après",
    "l'armée",
    "a repris",
    "le 27 février",
    "« ",
    " »",
    "\"",
    "(",
    ")",
    "22 %",
    "250.000",
    "une vingtaine",
    "douze",
    "quatre-vingt-dix-sept",
    "killed",
    "at least 12 people",
    "in Mosul",
    "on Saturday",
    "said",
    "Reuters",
    "M.",
    "…",
    "!",
    "?",
    ". ",
    ", ",
    " : ",
    "\n",
    "\r\n",
    "\u{feff}",
    "\0",
    "\u{a0}",
    "\u{202f}",
    "e\u{301}",
    "😀",
    "ﬁ",
    "İ",
    "ß",
    "\u{ad}",
    "’",
    "-",
    "1,12 million",
];

/// Text of such pieces, or any text at all.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => any::<String>()], 0..60);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.join(" ")), 1 => any::<String>()]
}

fn article(id: usize) -> impl Strategy<Value = Article> {
    let day = prop_oneof![Just(None), (1..28u32).prop_map(|day| Some(format!("2016-06-{day:02}").parse().unwrap()))];
    (text(), prop::option::of(text()), day).prop_map(move |(text, title, published)| {
        let article = Article::new(format!("{id}"), text).unwrap();
        Article { title, published, ..article }
    })
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    [article(0), article(1), article(2), article(3)].prop_map(Vec::from)
}

/// A report whose quotations and positions are any text.
fn report() -> impl Strategy<Value = Report> {
    (prop::collection::vec(text(), 6), text(), any::<f64>().prop_map(|x| if x.is_finite() { x } else { 0.5 })).prop_map(
        |(quotes, position, strength)| {
            let mut report = fixture::kouriye();
            for (claim, quote) in report.claims.iter_mut().zip(quotes) {
                claim.quote = Some(quote);
            }
            report.findings[0].sides[0].position = position.clone();
            report.findings[0].strength = strength;
            report.events[0].event.label = position;
            report
        },
    )
}

proptest! {
    #[test]
    fn every_span_stands_on_character_boundaries(article in article(0)) {
        for claim in extract(&article, Lexicon::bundled()).claims {
            claim.check(&article).unwrap();
            prop_assert!(claim.spans().all(|span| span.start() < span.end()), "{:?} shows nothing", claim);
        }
    }

    #[test]
    fn the_order_of_the_articles_does_not_show(articles in articles(), moves in prop::collection::vec(any::<(Index, Index)>(), 4)) {
        let mut moved = articles.clone();
        for (a, b) in moves {
            moved.swap(a.index(articles.len()), b.index(articles.len()));
        }
        let json = |articles: &[Article]| serde_json::to_string(&Crosscheck::new().read(articles)).unwrap();
        prop_assert_eq!(json(&articles), json(&moved));
    }

    #[test]
    fn a_report_is_json_and_back(articles in articles()) {
        let report = Crosscheck::new().read(&articles);
        let json = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }

    #[test]
    fn a_report_of_any_words_is_json_and_back(report in report()) {
        let json = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }

    #[test]
    fn a_terminal_gets_nothing_that_it_could_obey(report in report(), width in 0..200usize) {
        let shown = Terminal::new().width(width).render(&report, &[]);
        prop_assert!(!shown.contains(|c: char| c.is_control() && c != '\n'));
        // A soft hyphen is a character that takes no column.
        let narrow = |line: &&str| line.chars().all(|c| (c < '\u{300}' && c != '\u{ad}') || "─│╭├╰→≠—–…’".contains(c));
        let over = shown.lines().filter(narrow).find(|line| line.chars().count() > width.max(40));
        prop_assert_eq!(over, None, "wider than {}", width.max(40));
        prop_assert!(!Markdown::new().render(&report, &[]).is_empty());
    }

    #[test]
    fn every_line_is_read_or_skipped(bytes in prop::collection::vec(any::<u8>(), 0..200), line in text()) {
        let folder = Folder::new("any-lines");
        let known = serde_json::to_string(&Article::new("a", line).unwrap()).unwrap();
        let lines = format!("{}\n{known}\n", String::from_utf8_lossy(&bytes));
        let input = read([folder.file("any.jsonl", &lines)]);
        prop_assert_eq!(input.articles.len() + input.skipped.len(), lines.split('\n').filter(|line| !line.trim().is_empty()).count());
        read([folder.file("any.txt", &bytes), folder.file("bytes.jsonl", &bytes)]);
    }
}
