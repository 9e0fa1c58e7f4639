//! The report as one HTML page: a timeline, the figures of each event by voice, the disputes, and the articles with every claim in
//! its place.
//!
//! The page needs no network. It is whole without its script, which adds the filter and the light that goes from a finding to its
//! words. Template, style and script are files of their own under `templates/`.

mod card;
mod chart;
mod prose;

use std::collections::HashMap;

use askama::Template;
use itertools::Itertools;
use sha2::{Digest, Sha256};

use self::card::Card;
use self::prose::Text;
use super::view::View;
use super::words::Words;
use super::{Heading, Report};
use crate::conflict::{Dimension, Finding, Verdict};
use crate::model::{Article, ArticleId, Claim, ClaimId, EventId, Language};

const STYLE: &str = include_str!("../../../templates/report.css");
const SCRIPT: &str = include_str!("../../../templates/report.js");

/// Shows a report as one HTML page, in French or in English. Feature `html`.
///
/// ```
/// use crosscheck::model::{Article, Language};
/// use crosscheck::{Crosscheck, report::Html};
/// let articles = [Article::new("a", "Au moins 47 personnes ont été tuées samedi à Alep.")?];
/// let report = Crosscheck::new().read(&articles);
/// let page = Html::new().language(Language::FRENCH).render(&report, &articles);
/// assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\""));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Html {
    language: Language,
}

impl Html {
    /// In English.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, with the words of the page in that language. What the articles say stays as it is.
    pub fn language(self, language: Language) -> Self {
        Self { language }
    }

    /// The page. The articles are those of the report: an article that is missing is shown by its heading, without its text.
    pub fn render(&self, report: &Report, articles: &[Article]) -> String {
        let words = Words::of(self.language);
        Page::of(&View::of(report, articles, words), words).render().unwrap_or_default()
    }
}

/// What the template fills in.
#[derive(Template)]
#[template(path = "report.html")]
struct Page {
    words: Words,
    style: &'static str,
    script: &'static str,
    policy: String,
    sizes: String,
    tally: Vec<Sign>,
    places: Vec<String>,
    voices: Vec<String>,
    first_day: String,
    last_day: String,
    years: Vec<(String, Vec<usize>)>,
    cards: Vec<Card>,
    texts: Vec<Text>,
    skipped: Vec<String>,
    /// The claims that a person has set aside; empty where there are none.
    rejected: String,
}

/// How many findings of one verdict there are; or one, where it stands beside it.
struct Sign {
    name: &'static str,
    sign: &'static str,
    text: String,
    n: usize,
}

/// What a reader who sees no colours tells the verdicts by.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "≠",
        Verdict::Revision => "→",
        Verdict::Corroboration => "✓",
        Verdict::Repetition => "↻",
        Verdict::PartWhole => "⊂",
        Verdict::Compatible => "≈",
    }
}

/// How many of these findings there are by verdict.
fn signs<'f>(findings: impl Iterator<Item = &'f Finding>, words: Words) -> Vec<Sign> {
    let counts = findings.counts_by(|finding| finding.verdict);
    let known = Verdict::ALL.iter().filter_map(|verdict| Some((*verdict, *counts.get(verdict)?)));
    known.map(|(v, n)| Sign { name: v.name(), sign: sign(v), text: words.counted(n, v.name()), n }).collect()
}

/// Where everything stands on the page: claims, findings and events by their numbers in the report.
struct Index<'r> {
    claims: HashMap<&'r ClaimId, usize>,
    events: HashMap<&'r EventId, usize>,
    event_of: HashMap<&'r ClaimId, usize>,
    findings: HashMap<&'r str, usize>,
    /// The findings that a claim is in, the most telling first.
    told: HashMap<&'r ClaimId, Vec<&'r Finding>>,
    /// The claims of an article, in the order of its text.
    by_article: HashMap<&'r ArticleId, Vec<&'r Claim>>,
    /// The side of a dispute that a claim is on.
    tones: HashMap<&'r ClaimId, usize>,
}

impl<'r> Index<'r> {
    fn of(report: &'r Report) -> Self {
        let events = report.events.iter().enumerate();
        let mut told: HashMap<&ClaimId, Vec<&Finding>> = HashMap::new();
        for finding in report.findings.iter().sorted_by(|a, b| a.verdict.cmp(&b.verdict).then(b.strength.total_cmp(&a.strength))) {
            for claim in finding.sides.iter().flat_map(|side| &side.claims).unique() {
                told.entry(claim).or_default().push(finding);
            }
        }
        Self {
            claims: report.claims.iter().enumerate().map(|(i, claim)| (&claim.id, i)).collect(),
            event_of: events.clone().flat_map(|(i, event)| event.event.claims.iter().map(move |claim| (claim, i))).collect(),
            events: events.map(|(i, event)| (&event.event.id, i)).collect(),
            findings: report.findings.iter().enumerate().map(|(i, finding)| (finding.id.as_str(), i)).collect(),
            by_article: report.claims.iter().map(|claim| (&claim.article, claim)).into_group_map(),
            tones: tones(&report.findings),
            told,
        }
    }

    /// The numbers of the claims, as the script reads them.
    fn numbers<'c>(&self, claims: impl Iterator<Item = &'c ClaimId>) -> String {
        claims.filter_map(|id| self.claims.get(id)).unique().join(" ")
    }
}

/// How many sides of a dispute are told apart by colour and shape.
const TONES: usize = 4;

/// The side of a dispute that each claim is on, as a colour and a shape. A side keeps those that its claims have from a stronger
/// dispute; another one takes what is free.
fn tones(findings: &[Finding]) -> HashMap<&ClaimId, usize> {
    let disputes = findings.iter().filter(|finding| finding.verdict == Verdict::Conflict);
    let mut tones: HashMap<&ClaimId, usize> = HashMap::new();
    for finding in disputes.sorted_by_key(|finding| (finding.dimension != Some(Dimension::Count), (-1000.0 * finding.strength) as i64)) {
        let mut taken: Vec<Option<usize>> =
            finding.sides.iter().map(|side| side.claims.iter().find_map(|claim| tones.get(claim)).copied()).collect();
        for (i, side) in finding.sides.iter().enumerate() {
            let free = (0..TONES).find(|tone| !taken.contains(&Some(*tone))).unwrap_or(i % TONES);
            let tone = *taken[i].get_or_insert(free);
            for claim in &side.claims {
                tones.entry(claim).or_insert(tone);
            }
        }
    }
    tones
}

impl Page {
    fn of(view: &View, words: Words) -> Self {
        let index = Index::of(view.report);
        let (mut places, mut voices) = (Facet::default(), Facet::default());
        let cards: Vec<Card> = view.in_order().iter().map(|story| Card::of(story, view, &index, &mut places, &mut voices)).collect();
        let dated = cards.iter().enumerate().sorted_by(|(_, a), (_, b)| (a.from.is_empty(), &a.from).cmp(&(b.from.is_empty(), &b.from)));
        let year = |card: &Card| card.from.split('-').next().unwrap_or_default().to_owned();
        let years = dated.chunk_by(|(_, card)| year(card));
        let years = years.into_iter().map(|(year, cards)| (year, cards.map(|(i, _)| i).collect())).collect();
        let days = || cards.iter().flat_map(|card| [&card.from, &card.to]).filter(|day| !day.is_empty());
        Self {
            words,
            style: STYLE,
            script: SCRIPT,
            policy: policy(),
            sizes: words.sizes(view.report),
            tally: signs(view.report.findings.iter(), words),
            first_day: days().min().cloned().unwrap_or_default(),
            last_day: days().max().cloned().unwrap_or_default(),
            years,
            places: places.names,
            voices: voices.names,
            texts: texts(view, &index, &cards),
            skipped: view.report.skipped.iter().map(|skipped| words.skipped(skipped)).collect(),
            rejected: view.rejected().unwrap_or_default(),
            cards,
        }
    }
}

/// The articles, those of the first event in front.
fn texts(view: &View, index: &Index, cards: &[Card]) -> Vec<Text> {
    let rank: HashMap<usize, usize> = cards.iter().enumerate().map(|(i, card)| (card.number, i)).collect();
    let first = |heading: &Heading| {
        let claims = index.by_article.get(&heading.id).into_iter().flatten();
        claims.filter_map(|claim| rank.get(index.event_of.get(&claim.id)?)).min().copied().unwrap_or(usize::MAX)
    };
    let articles = view.report.articles.iter().enumerate().sorted_by_key(|(i, heading)| (first(heading), *i));
    articles.map(|(i, heading)| Text::of(i, heading, view, index)).collect()
}

/// Names to filter by, each under a number.
#[derive(Default)]
struct Facet {
    names: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Facet {
    /// The numbers of these names, as the script reads them.
    fn numbers(&mut self, names: impl Iterator<Item = String>) -> String {
        let numbers = names.unique().map(|name| {
            let next = self.names.len();
            *self.numbers.entry(name).or_insert_with_key(|name| {
                self.names.push(name.clone());
                next
            })
        });
        numbers.collect_vec().into_iter().join(" ")
    }
}

/// The content security policy: this style, this script, and nothing else from anywhere.
fn policy() -> String {
    let [style, script] = [STYLE, SCRIPT].map(|file| base64(&Sha256::digest(file)));
    format!("default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'")
}

/// Base 64, as RFC 4648 has it.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let bits = (0..3).fold(0u32, |bits, i| bits << 8 | u32::from(*three.get(i).unwrap_or(&0)));
        (0..4).map(|i| if i > three.len() { '=' } else { char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize]) }).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_in_base_64() {
        for (bytes, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }

    #[test]
    fn every_word_of_the_page_stands_in_the_table() {
        let template = include_str!("../../../templates/report.html");
        let keys = template.split("words.say(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect_vec();
        assert!(keys.len() > 20);
        for key in keys {
            assert_ne!(Words::of(Language::ENGLISH).say(key), key, "{key} is not in the table");
        }
    }
}
