//! What the page shows of one event.

use itertools::Itertools;

use super::chart::{Chart, charts};
use super::{Facet, Index, Sign, TONES, sign, signs};
use crate::conflict::{Dimension, Finding, Side, Verdict};
use crate::matcher::Link;
use crate::model::Claim;
use crate::report::snippet::Line;
use crate::report::view::{Story, View, Voice};
use crate::report::words::Words;

/// How many voices of a side, sayings and links are shown.
const SHOWN: usize = 6;

/// An event.
pub(super) struct Card {
    pub number: usize,
    pub title: String,
    pub place: String,
    pub when: String,
    pub circumstances: String,
    pub whole: Option<(usize, String)>,
    /// The days, as `2016-06-25`; empty where they are not known.
    pub from: String,
    pub to: String,
    /// Places, voices and verdicts to filter by.
    pub places: String,
    pub voices: String,
    pub verdicts: String,
    pub signs: Vec<Sign>,
    /// Figures that are disputed or revised, and the others; the others in front where there are no such.
    pub charts: Vec<Chart>,
    pub others: Vec<Chart>,
    pub sayings: Vec<Quote>,
    pub disputes: Vec<Dispute>,
    pub lesser: Vec<Dispute>,
    /// What a recording standard makes of it: its name, its word, and why, in English.
    pub estimates: Vec<(String, String, String)>,
    pub links: Vec<String>,
}

/// A finding with the words of its sides.
pub(super) struct Dispute {
    pub number: usize,
    pub verdict: &'static str,
    pub sign: &'static str,
    pub name: String,
    pub question: String,
    pub means: String,
    pub sides: Vec<Camp>,
    pub reason: String,
    /// What would reconcile the sides; empty where nothing is to be reconciled.
    pub reconciled: String,
    pub claims: String,
}

/// A side, in a colour and a shape of its own.
pub(super) struct Camp {
    pub tone: usize,
    pub position: String,
    /// When it was first and last told, and how many independent voices tell it.
    pub told: String,
    pub claims: String,
    pub quotes: Vec<Quote>,
    pub others: String,
}

/// The words of a claim in their line.
pub(super) struct Quote {
    pub claim: usize,
    pub voice: String,
    pub byline: String,
    pub again: String,
    /// Pieces of the line: the class of each, and its text.
    pub pieces: Vec<(&'static str, String)>,
}

impl Card {
    pub(super) fn of(story: &Story, view: &View, index: &Index, places: &mut Facet, voices: &mut Facet) -> Self {
        let event = &story.occasion.event;
        let words = view.words;
        let (mut charts, mut others): (Vec<Chart>, Vec<Chart>) =
            charts(view.figures(story), &story.findings, view, index).into_iter().partition(Chart::is_telling);
        if charts.is_empty() {
            std::mem::swap(&mut charts, &mut others);
        }
        let days = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let when = event.when.as_ref();
        let named = event.place.iter().flat_map(|place| std::iter::once(&place.name).chain(&place.within)).cloned();
        let (disputes, lesser) = story.parted();
        let said = || story.claims.iter().filter(|_| charts.is_empty()).take(SHOWN);
        let grades = story.occasion.grades.iter().map(|grade| (grade.policy.clone(), words.grade(grade), grade.why.clone()));
        let estimates = story.occasion.estimates.iter().map(|e| (e.policy.clone(), words.estimate(e), e.why.clone()));
        Self {
            number: index.events.get(&event.id).copied().unwrap_or_default(),
            title: story.title(words),
            place: story.place(),
            when: when.and_then(|when| words.period(when)).unwrap_or_else(|| words.say("page.undated")),
            circumstances: story.told(words),
            whole: event.part_of.as_ref().and_then(|id| Some((*index.events.get(id)?, story.whole?.to_owned()))),
            from: days(when.and_then(|when| when.from())),
            to: days(when.and_then(|when| when.to().or(when.from()))),
            places: places.numbers(named),
            voices: voices.numbers(story.claims.iter().flat_map(|claim| claim.voices()).map(|voice| view.name(&voice))),
            verdicts: story.findings.iter().map(|finding| finding.verdict.name()).unique().join(" "),
            signs: signs(story.findings.iter().copied(), words),
            sayings: said().map(|claim| Quote::of(claim, None, view, index)).collect(),
            disputes: disputes.into_iter().map(|finding| Dispute::of(finding, view, index)).collect(),
            lesser: lesser.into_iter().map(|finding| Dispute::of(finding, view, index)).collect(),
            estimates: grades.chain(estimates).collect(),
            links: event.links.iter().sorted_by(|a, b| b.score.total_cmp(&a.score)).take(SHOWN).map(link).collect(),
            charts,
            others,
        }
    }
}

impl Dispute {
    fn of(finding: &Finding, view: &View, index: &Index) -> Self {
        let words = view.words;
        let side = |(i, side): (usize, &Side)| {
            let voices = view.by_voice(side);
            let tone = side.claims.iter().find_map(|claim| index.tones.get(claim)).filter(|_| finding.verdict == Verdict::Conflict);
            Camp {
                tone: tone.map_or(i % TONES, |tone| *tone),
                position: words.position(finding.dimension, side, view.claims(&side.claims)),
                told: told(side, words),
                claims: index.numbers(side.claims.iter()),
                quotes: voices.iter().take(SHOWN / 2).map(|voice| Quote::by(voice, finding, view, index)).collect(),
                others: words.listed(&voices.iter().skip(SHOWN / 2).take(SHOWN).map(|voice| &voice.name).collect_vec()),
            }
        };
        let shown = if finding.verdict < Verdict::Corroboration { finding.sides.len() } else { 0 };
        Self {
            number: index.findings.get(finding.id.as_str()).copied().unwrap_or_default(),
            verdict: finding.verdict.name(),
            sign: sign(finding.verdict),
            name: words.verdict(finding.verdict),
            question: finding.dimension.map(|dimension| words.question(dimension)).unwrap_or_default(),
            means: words.say(&format!("means.{}", finding.verdict)),
            sides: finding.sides.iter().take(shown).enumerate().map(side).collect(),
            reason: view.reason(finding),
            reconciled: words.reconciled(finding).unwrap_or_default(),
            claims: index.numbers(finding.sides.iter().flat_map(|side| &side.claims)),
        }
    }
}

impl Quote {
    fn by(voice: &Voice, finding: &Finding, view: &View, index: &Index) -> Self {
        let again = voice.told_again();
        let again = if again.is_empty() { String::new() } else { view.words.fill("again", &[&view.words.listed(again)]) };
        Self { again, voice: voice.name.clone(), ..Self::of(voice.first(), finding.dimension, view, index) }
    }

    fn of(claim: &Claim, question: Option<Dimension>, view: &View, index: &Index) -> Self {
        let line: Line = view.line(claim);
        Self {
            claim: index.claims.get(&claim.id).copied().unwrap_or_default(),
            voice: view.voices(claim),
            byline: view.byline(claim),
            again: String::new(),
            pieces: line.pieces(claim, question),
        }
    }
}

/// When a position was first and last told, and by how many voices that do not rest on each other.
fn told(side: &Side, words: Words) -> String {
    let days = side.first.map(|first| match side.latest.filter(|latest| *latest != first) {
        Some(latest) => words.fill("date.to", &[&words.day(first), &words.day(latest)]),
        None => words.day(first),
    });
    let voices = side.independent.len();
    days.into_iter().chain((voices > 0).then(|| words.counted(voices, "voice"))).join(" · ")
}

/// A link as a sum that a reader can redo.
fn link(link: &Link) -> String {
    let sum = link.evidence.iter().map(|e| format!("{} {:+} ({})", e.factor, e.weight, e.detail)).join(", ");
    format!("{} – {}: {:+} = {sum}", link.claims[0], link.claims[1], link.score)
}
