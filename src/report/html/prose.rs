//! An article with every claim in its place.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::{Index, sign};
use crate::model::{Article, Claim, Field, Quantity, Span};
use crate::report::Heading;
use crate::report::view::View;

/// How many claims a piece of text answers for: of more that share the same words, the shortest.
const DEEP: usize = 8;

/// An article.
pub(super) struct Text {
    pub number: usize,
    pub id: String,
    pub outlet: String,
    pub published: String,
    pub language: String,
    /// Where it was found; only what a browser may be sent to.
    pub url: Option<String>,
    pub title: Vec<Piece>,
    pub body: Vec<Piece>,
    pub notes: Vec<Note>,
    /// The events that it tells of.
    pub events: String,
}

/// A piece of text that is claimed by the same claims throughout.
pub(super) struct Piece {
    pub text: String,
    /// The claims, the shortest first; empty where nothing is claimed.
    pub claims: String,
    pub first: usize,
    pub class: String,
    /// The claims that begin here.
    pub starts: Vec<usize>,
}

/// A claim in words.
pub(super) struct Note {
    pub number: usize,
    pub topic: String,
    pub figure: String,
    pub voice: String,
    pub scene: String,
    pub event: Option<usize>,
    /// Number, verdict, sign and name of the findings that it is in.
    pub findings: Vec<(usize, &'static str, &'static str, String)>,
}

impl Text {
    pub(super) fn of(number: usize, heading: &Heading, view: &View, index: &Index) -> Self {
        let claims = index.by_article.get(&heading.id).map_or(&[][..], Vec::as_slice);
        let article = view.article(&heading.id);
        let pieces = |field| article.map(|article| pieces(article, field, claims, index)).unwrap_or_default();
        let untold = || heading.title.iter().map(|title| Piece::plain(title.clone())).collect();
        let web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
        Self {
            number,
            id: heading.id.to_string(),
            outlet: heading.outlet.clone().unwrap_or_else(|| view.words.fill("article.unnamed", &[heading.id.as_str()])),
            published: heading.published.as_ref().map(|published| view.words.published(published)).unwrap_or_default(),
            language: heading.language.clone().unwrap_or_default(),
            url: heading.url.as_ref().filter(web).cloned(),
            title: if article.is_some() { pieces(Field::Title) } else { untold() },
            body: pieces(Field::Text),
            notes: claims.iter().map(|claim| Note::of(claim, view, index)).collect(),
            events: claims.iter().filter_map(|claim| index.event_of.get(&claim.id)).unique().join(" "),
        }
    }
}

impl Note {
    fn of(claim: &Claim, view: &View, index: &Index) -> Self {
        let words = view.words;
        let place = claim.place.as_ref().map(|place| place.name.clone());
        let when = claim.when.as_ref().and_then(|when| words.period(when));
        let told = index.told.get(&claim.id).into_iter().flatten();
        let findings =
            told.filter_map(|f| Some((*index.findings.get(f.id.as_str())?, f.verdict.name(), sign(f.verdict), words.verdict(f.verdict))));
        Self {
            number: index.claims.get(&claim.id).copied().unwrap_or_default(),
            topic: words.topic(claim),
            figure: claim.count.as_ref().map(|count| words.figure(count)).unwrap_or_default(),
            voice: view.voices(claim),
            scene: place.into_iter().chain(when).chain(view.corrected(claim)).join(" · "),
            event: index.event_of.get(&claim.id).copied(),
            findings: findings.take(DEEP).collect(),
        }
    }
}

impl Piece {
    /// Where nothing is claimed.
    fn plain(text: String) -> Self {
        Self { text, claims: String::new(), first: 0, class: String::new(), starts: Vec::new() }
    }
}

/// Cuts the text wherever a claim, or the words of its figure or voice, begins or ends.
fn pieces(article: &Article, field: Field, claims: &[&Claim], index: &Index) -> Vec<Piece> {
    let text = article.field(field);
    let fits = |span: &Span| span.field() == field && span.start() < span.end() && article.words(*span).is_ok();
    let spans = |of: &dyn Fn(&Claim) -> Vec<Span>| -> Vec<(Span, usize)> {
        let all = claims.iter().enumerate().flat_map(|(i, claim)| of(claim).into_iter().map(move |span| (span, i)));
        all.filter(|(span, _)| fits(span)).collect()
    };
    let whole = spans(&|claim| vec![claim.span]);
    let figures = spans(&|claim| claim.count.as_ref().and_then(Quantity::span).into_iter().collect());
    let voices = spans(&|claim| claim.attribution.iter().filter_map(|link| link.span).collect());

    let ends = [&whole, &figures, &voices].into_iter().flatten().flat_map(|(span, _)| [span.start(), span.end()]);
    let cuts: BTreeSet<usize> = ends.chain([0, text.len()]).collect();
    let (mut whole, mut figures, mut voices) = (Open::new(whole), Open::new(figures), Open::new(voices));
    let piece = |(start, end): (usize, usize)| {
        let starts = whole.go_to(start);
        let is = |open: &mut Open, class| {
            open.go_to(start);
            if open.spans.is_empty() { None } else { Some(class) }
        };
        let parts = is(&mut figures, "n").into_iter().chain(is(&mut voices, "w"));
        let deep = whole.spans.iter().take(DEEP).map(|(_, claim, _)| claims[*claim]).collect_vec();
        let worst = deep.iter().filter_map(|claim| index.told.get(&claim.id)?.first()).map(|finding| finding.verdict).min();
        let tone = deep.iter().find_map(|claim| index.tones.get(&claim.id)).map(|tone| format!("t{tone}"));
        let class = worst.into_iter().map(|verdict| verdict.name()).chain(tone.as_deref()).chain(parts).join(" ");
        let number = |claim: &Claim| index.claims.get(&claim.id).copied().unwrap_or_default();
        Piece {
            text: text[start..end].to_owned(),
            claims: deep.iter().map(|claim| number(claim)).join(" "),
            first: deep.first().map(|claim| number(claim)).unwrap_or_default(),
            class,
            starts: starts.into_iter().map(|claim| number(claims[claim])).collect(),
        }
    };
    cuts.into_iter().tuple_windows().map(piece).collect()
}

/// The spans that hold a place which moves through the text.
struct Open {
    /// Those that begin behind it, the next one last.
    ahead: Vec<(Span, usize)>,
    /// Length, number and end, the shortest first.
    spans: BTreeSet<(usize, usize, usize)>,
    /// The same by their ends.
    ends: BTreeSet<(usize, usize, usize)>,
}

impl Open {
    fn new(mut spans: Vec<(Span, usize)>) -> Self {
        spans.sort_by(|a, b| b.cmp(a));
        Self { ahead: spans, spans: BTreeSet::new(), ends: BTreeSet::new() }
    }

    /// Moves on to a place that lies further on, and gives the numbers of the spans that begin on the way.
    fn go_to(&mut self, place: usize) -> Vec<usize> {
        while let Some(&(end, length, number)) = self.ends.first().filter(|(end, _, _)| *end <= place) {
            self.ends.pop_first();
            self.spans.remove(&(length, number, end));
        }
        let mut started = Vec::new();
        while let Some((span, number)) = self.ahead.pop_if(|(span, _)| span.start() <= place) {
            let length = span.end() - span.start();
            self.spans.insert((length, number, span.end()));
            self.ends.insert((span.end(), length, number));
            started.push(number);
        }
        started
    }
}
