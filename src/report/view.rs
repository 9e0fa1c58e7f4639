//! What every renderer asks of a report: who is who, which event comes first, which figure each voice gives.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use itertools::Itertools;

use super::snippet::Line;
use super::words::Words;
use super::{Heading, Occasion, Report};
use crate::conflict::{Finding, Side, Verdict};
use crate::lexicon::Lexicon;
use crate::model::{Article, ArticleId, Claim, ClaimId, EventId, Field, Group, Harm, Published, Source, SourceId, SourceKind};
use crate::text::sentences;

/// How many events that one article alone tells of are shown or named.
pub(super) const SINGLES: usize = 10;

/// A report with its parts at hand. An id that leads nowhere is passed over.
pub(super) struct View<'r> {
    pub(super) report: &'r Report,
    pub(super) words: Words,
    headings: HashMap<&'r ArticleId, &'r Heading>,
    articles: HashMap<&'r ArticleId, &'r Article>,
    /// The sentences of the articles that are at hand.
    sentences: HashMap<&'r ArticleId, Vec<Range<usize>>>,
    claims: HashMap<&'r ClaimId, &'r Claim>,
    sources: HashMap<&'r SourceId, &'r Source>,
}

/// An event with its claims and findings, the most telling finding first.
pub(super) struct Story<'r> {
    pub(super) occasion: &'r Occasion,
    pub(super) claims: Vec<&'r Claim>,
    pub(super) findings: Vec<&'r Finding>,
    /// In how many articles it is told.
    articles: usize,
    /// The label of the larger event that it belongs to.
    pub(super) whole: Option<&'r str>,
}

/// What a voice counts, and since when.
pub(super) struct Figure<'r> {
    pub(super) topic: String,
    pub(super) figure: String,
    pub(super) voice: String,
    /// The claims that give it, the first in front.
    pub(super) claims: Vec<&'r Claim>,
    /// When it was first published with this figure.
    pub(super) first: Option<Published>,
    /// Whether the voice, or the toll, has moved on since.
    pub(super) revised: bool,
    /// Whether a person has corrected a claim that gives it.
    corrected: bool,
}

/// A voice of one side: the claim that it made first and the outlets that tell it.
pub(super) struct Voice<'r> {
    pub(super) name: String,
    first: &'r Claim,
    outlets: Vec<String>,
}

impl<'r> Voice<'r> {
    /// What it said first.
    pub(super) fn first(&self) -> &'r Claim {
        self.first
    }

    /// Its position under its name, which is left out where the outlet speaks for itself.
    pub(super) fn says(&self, position: &str) -> String {
        if self.outlets[0] == self.name { position.to_owned() } else { format!("{position} — {}", self.name) }
    }

    /// The outlets that told it after the first one.
    pub(super) fn told_again(&self) -> &[String] {
        &self.outlets[1..]
    }
}

impl Figure<'_> {
    /// When it was first given, how often, and whether it still stands.
    pub(super) fn notes(&self, words: Words) -> String {
        let when = self.first.map(|published| words.day(published.date()));
        let articles = self.claims.iter().map(|claim| &claim.article).unique().count();
        let articles = (articles > 1).then(|| words.counted(articles, "article"));
        when.into_iter()
            .chain(articles)
            .chain(self.revised.then(|| words.say("revised")))
            .chain(self.corrected.then(|| words.say("corrected")))
            .join(", ")
    }
}

impl<'r> View<'r> {
    /// The report with those of its articles that are at hand.
    pub(super) fn of(report: &'r Report, articles: &'r [Article], words: Words) -> Self {
        let lexicon = Lexicon::bundled();
        let abbreviates = |word: &str| lexicon.languages().any(|l| lexicon.tongue(l).is_some_and(|tongue| tongue.abbreviates(word)));
        Self {
            report,
            words,
            headings: report.articles.iter().map(|heading| (&heading.id, heading)).collect(),
            articles: articles.iter().map(|article| (&article.id, article)).collect(),
            sentences: articles.iter().map(|article| (&article.id, sentences(&article.text, abbreviates))).collect(),
            claims: report.claims.iter().map(|claim| (&claim.id, claim)).collect(),
            sources: report.sources.iter().map(|source| (&source.id, source)).collect(),
        }
    }

    /// The events to be shown, and those to be named only: what one article alone tells of, where there is more to show.
    pub(super) fn stories(&self) -> (Vec<Story<'r>>, Vec<Story<'r>>) {
        let (mut shown, mut named): (Vec<Story>, Vec<Story>) = self.in_order().into_iter().partition(Story::is_telling);
        if shown.is_empty() {
            shown = named.drain(..named.len().min(SINGLES)).collect();
        }
        (shown, named)
    }

    /// The events, the most telling first: what is in conflict, then what was revised, and so on, and what many articles tell.
    pub(super) fn in_order(&self) -> Vec<Story<'r>> {
        let mut findings: HashMap<&EventId, Vec<&'r Finding>> = HashMap::new();
        for finding in &self.report.findings {
            findings.entry(&finding.event).or_default().push(finding);
        }
        let events = self.report.events.iter().map(|occasion| &occasion.event);
        let labels: HashMap<&EventId, &str> = events.map(|event| (&event.id, event.label.as_str())).collect();
        let mut stories: Vec<Story<'r>> = self
            .report
            .events
            .iter()
            .map(|occasion| {
                let claims: Vec<&Claim> = self.claims(&occasion.event.claims).collect();
                let mut findings = findings.remove(&occasion.event.id).unwrap_or_default();
                findings.sort_by(|a, b| weight(a).cmp(&weight(b)).then_with(|| a.id.cmp(&b.id)));
                let whole = occasion.event.part_of.as_ref().and_then(|id| labels.get(id)).copied();
                Story { occasion, articles: claims.iter().map(|claim| &claim.article).unique().count(), claims, findings, whole }
            })
            .collect();
        stories.sort_by_key(|story| {
            let first = story.findings.first().map_or((Verdict::Compatible, 1000), |finding| weight(finding));
            (first, Reverse(story.articles), Reverse(story.claims.len()), &story.occasion.event.id)
        });
        stories
    }

    /// The claims of these ids.
    pub(super) fn claims<'i>(&self, ids: &'i [ClaimId]) -> impl Iterator<Item = &'r Claim> + use<'r, 'i, '_> {
        ids.iter().filter_map(|id| self.claims.get(id).copied())
    }

    /// The heading of an article.
    pub(super) fn heading(&self, id: &ArticleId) -> Option<&'r Heading> {
        self.headings.get(id).copied()
    }

    /// What sort of source it is.
    pub(super) fn kind(&self, id: &SourceId) -> Option<SourceKind> {
        self.sources.get(id).map(|source| source.kind)
    }

    /// An article, if it is at hand.
    pub(super) fn article(&self, id: &ArticleId) -> Option<&'r Article> {
        self.articles.get(id).copied()
    }

    /// The sentence round a claim, or the claim's own words where its article is not at hand.
    pub(super) fn line(&self, claim: &'r Claim) -> Line<'r> {
        let whole = self.article(&claim.article).filter(|article| claim.check(article).is_ok()).map(|article| {
            let text = article.field(claim.span.field());
            let (start, end) = (claim.span.start(), claim.span.end());
            let sentences = self.sentences.get(&claim.article).filter(|_| claim.span.field() == Field::Text).map_or(&[][..], Vec::as_slice);
            let round = &sentences[sentences.partition_point(|s| s.end <= start)..sentences.partition_point(|s| s.start < end)];
            let (first, last) = (round.first().map_or(0, |s| s.start.min(start)), round.last().map_or(text.len(), |s| s.end.max(end)));
            Line::new(claim.span.field(), first, &text[first..last])
        });
        whole.unwrap_or_else(|| Line::new(claim.span.field(), claim.span.start(), claim.quote.as_deref().unwrap_or_default()))
    }

    /// The reason of a finding, in the language of the report.
    pub(super) fn reason(&self, finding: &Finding) -> String {
        let side = |side: &Side| {
            let names: Vec<String> = side.voices.iter().map(|voice| self.name(voice)).collect();
            let position = self.words.position(finding.dimension, side, self.claims(&side.claims));
            format!("{position} ({})", self.words.listed(&names))
        };
        self.words.reason(finding, &finding.sides.iter().map(side).collect_vec())
    }

    /// The question that a finding answers, and what its sides say to it.
    pub(super) fn headline(&self, finding: &Finding) -> String {
        let positions =
            finding.sides.iter().map(|side| self.words.position(finding.dimension, side, self.claims(&side.claims))).collect_vec();
        self.words.headline(finding, &positions)
    }

    /// The name of a source.
    pub(super) fn name(&self, id: &SourceId) -> String {
        match self.sources.get(id) {
            Some(source) => source.name.clone(),
            None => id
                .as_str()
                .strip_prefix("article:")
                .map_or_else(|| id.to_string(), |article| self.words.fill("article.unnamed", &[article])),
        }
    }

    /// The names of the voices of a claim.
    pub(super) fn voices(&self, claim: &Claim) -> String {
        self.words.listed(&claim.voices().iter().map(|id| self.name(id)).collect::<Vec<_>>())
    }

    /// Who published a claim: the outlet, or the article where that is unknown.
    pub(super) fn outlet(&self, claim: &Claim) -> String {
        let named = self.headings.get(&claim.article).and_then(|heading| heading.outlet.clone());
        let named = named.or_else(|| claim.outlet.as_ref().map(|id| self.name(id)));
        named.unwrap_or_else(|| self.words.fill("article.unnamed", &[claim.article.as_str()]))
    }

    /// When a claim was published.
    pub(super) fn published(&self, claim: &Claim) -> Option<Published> {
        claim.reported.or_else(|| self.headings.get(&claim.article).and_then(|heading| heading.published))
    }

    /// Where and when a claim was published, and whether a person has corrected it: `Dépêche, 26 June 2016`.
    pub(super) fn byline(&self, claim: &Claim) -> String {
        let published = self.published(claim).map(|published| self.words.published(&published));
        std::iter::once(self.outlet(claim)).chain(published).chain(self.corrected(claim)).join(", ")
    }

    /// That a person has corrected a claim, if so.
    pub(super) fn corrected(&self, claim: &Claim) -> Option<String> {
        self.report.rulings.corrects(&claim.id).then(|| self.words.say("corrected"))
    }

    /// The claims that a person has set aside, which are in no event; `None` where there are none.
    pub(super) fn rejected(&self) -> Option<String> {
        let ids = self.report.rulings.rejected().join(", ");
        (!ids.is_empty()).then(|| self.words.fill("rejected", &[&ids]))
    }

    /// The claims of a side by voice, whoever spoke first in front.
    pub(super) fn by_voice(&self, side: &Side) -> Vec<Voice<'r>> {
        let mut voices: Vec<Voice<'r>> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for claim in self.in_time(self.claims(&side.claims)) {
            let name = self.voices(claim);
            let place = *places.entry(name.clone()).or_insert(voices.len());
            if place == voices.len() {
                voices.push(Voice { name, first: claim, outlets: Vec::new() });
            }
            voices[place].outlets.push(self.outlet(claim));
        }
        for voice in &mut voices {
            voice.outlets = voice.outlets.drain(..).unique().collect();
        }
        voices
    }

    /// The figures of an event by topic, each voice's in the order in which they were published.
    pub(super) fn figures(&self, story: &Story<'r>) -> Vec<Figure<'r>> {
        let revisions = story.findings.iter().filter(|finding| finding.verdict == Verdict::Revision);
        let old: HashSet<&ClaimId> =
            revisions.flat_map(|finding| finding.sides.iter().rev().skip(1)).flat_map(|side| &side.claims).collect();
        let mut rows: Vec<(_, Figure)> = Vec::new();
        let mut places: HashMap<[String; 3], usize> = HashMap::new();
        let mut voices: HashMap<String, usize> = HashMap::new();
        for claim in self.in_time(story.claims.iter().copied()) {
            let Some(count) = &claim.count else { continue };
            let [topic, figure, voice] = [self.words.topic(claim), self.words.figure(count), self.voices(claim)];
            let place = *places.entry([topic.clone(), figure.clone(), voice.clone()]).or_insert(rows.len());
            if place == rows.len() {
                let known = voices.len();
                let order = (claim.kind, claim.harm, claim.group, claim.stance, *voices.entry(voice.clone()).or_insert(known));
                let first = self.published(claim);
                rows.push((order, Figure { topic, figure, voice, claims: Vec::new(), first, revised: false, corrected: false }));
            }
            rows[place].1.claims.push(claim);
            rows[place].1.revised |= old.contains(&claim.id);
            rows[place].1.corrected |= self.report.rulings.corrects(&claim.id);
        }
        rows.sort_by_key(|(order, _)| *order);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The claims in the order in which they were published.
    fn in_time(&self, claims: impl Iterator<Item = &'r Claim>) -> impl Iterator<Item = &'r Claim> {
        claims.sorted_by_cached_key(|claim| self.turn(claim))
    }

    /// What claims are ordered by: when they were published, then where they stand.
    pub(super) fn turn(&self, claim: &'r Claim) -> impl Ord + use<'r> {
        let published = self.published(claim);
        let moment = published.and_then(|published| match published {
            Published::Moment(moment) => Some(moment),
            Published::Day(_) => None,
        });
        (published.map(|published| published.date()), moment, &claim.article, claim.span)
    }
}

/// How far down a finding stands: by verdict, then by strength.
fn weight(finding: &Finding) -> (Verdict, i64) {
    (finding.verdict, (-1000.0 * finding.strength) as i64)
}

impl<'r> Story<'r> {
    /// Whether there is more to show than that one article tells of it.
    fn is_telling(&self) -> bool {
        self.articles > 1 || self.findings.iter().any(|finding| finding.verdict < Verdict::Corroboration)
    }

    /// Where and when it happened, or what it is called where neither is known.
    pub(super) fn title(&self, words: Words) -> String {
        let event = &self.occasion.event;
        let when = event.when.as_ref().and_then(|when| words.period(when));
        let title = std::iter::once(self.place()).filter(|place| !place.is_empty()).chain(when).join(" · ");
        if title.is_empty() { event.label.clone() } else { title }
    }

    /// The place and what it lies in, each name once; empty where it is not known.
    pub(super) fn place(&self) -> String {
        let place = self.occasion.event.place.iter();
        place.flat_map(|place| std::iter::once(&place.name).chain(&place.within)).dedup().join(", ")
    }

    /// What is in conflict or was revised, and the lesser findings.
    pub(super) fn parted(&self) -> (Vec<&'r Finding>, Vec<&'r Finding>) {
        self.findings.iter().partition(|finding| finding.verdict < Verdict::Corroboration)
    }

    /// What the recording policies make of it at a glance: their grades, and how many people were killed; policies of one mind
    /// together. Their reasons, which name every claim, stand in the JSON.
    pub(super) fn standards(&self, words: Words) -> Vec<(String, String)> {
        let grades = self.occasion.grades.iter().map(|grade| (&grade.policy, words.grade(grade)));
        let killed = self.occasion.estimates.iter().filter(|e| e.harm == Harm::Killed && e.group == Group::People);
        let told = grades.chain(killed.map(|e| (&e.policy, words.estimate(e)))).collect_vec();
        let policies = |text: &String| told.iter().filter(|(_, told)| told == text).map(|(policy, _)| policy).join(", ");
        told.iter().map(|(_, text)| text).unique().map(|text| (policies(text), text.clone())).collect()
    }

    /// What it is called and the words of a claim, one with a figure if there is one.
    pub(super) fn gist(&self) -> String {
        let claim = self.claims.iter().find(|claim| claim.count.is_some()).or(self.claims.first());
        let quote = claim.and_then(|claim| claim.quote.as_deref()).map(|quote| format!(": {quote}")).unwrap_or_default();
        format!("{}{quote}", self.occasion.event.label)
    }

    /// What is told of it, and by how many: `casualties, strike · 4 articles · 3 independent voices`.
    pub(super) fn circumstances(&self, words: Words) -> String {
        let whole = self.whole.map(|whole| words.fill("part_of", &[whole]));
        std::iter::once(self.told(words)).chain(whole).join(" · ")
    }

    /// The same without the larger event that it belongs to.
    pub(super) fn told(&self, words: Words) -> String {
        let kinds = self.claims.iter().counts_by(|claim| claim.kind).into_iter().sorted_by_key(|&(kind, n)| (Reverse(n), kind));
        let voices = self.occasion.independent_voices;
        let told = [words.counted(self.articles, "article")].into_iter();
        let told = told.chain((voices > 0).then(|| words.counted(voices, "voice")));
        std::iter::once(kinds.map(|(kind, _)| words.kind(kind)).join(", ")).chain(told).filter(|part| !part.is_empty()).join(" · ")
    }
}
