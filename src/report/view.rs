//! What every renderer asks of a report: who is who, which event comes first, which figure each voice gives.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use itertools::Itertools;

use super::{Heading, Occasion, Report, words};
use crate::conflict::{Finding, Side, Verdict};
use crate::model::{ArticleId, Claim, ClaimId, EventId, Published, Source, SourceId};

/// How many events that one article alone tells of are shown or named.
pub(super) const SINGLES: usize = 10;

/// A report with its parts at hand. An id that leads nowhere is passed over.
pub(super) struct View<'r> {
    pub(super) report: &'r Report,
    articles: HashMap<&'r ArticleId, &'r Heading>,
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
    whole: Option<&'r str>,
}

/// What a voice counts, and since when.
pub(super) struct Figure {
    pub(super) topic: String,
    pub(super) figure: String,
    pub(super) voice: String,
    /// When it was first published with this figure.
    pub(super) first: Option<Published>,
    /// How many articles give it.
    pub(super) articles: usize,
    /// Whether the voice, or the toll, has moved on since.
    pub(super) revised: bool,
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

impl Figure {
    /// When it was first given, how often, and whether it still stands.
    pub(super) fn notes(&self) -> String {
        let when = self.first.map(|published| words::day(published.date()));
        let articles = (self.articles > 1).then(|| words::counted(self.articles, "article"));
        when.into_iter().chain(articles).chain(self.revised.then(|| "since revised".to_owned())).join(", ")
    }
}

impl<'r> View<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        Self {
            report,
            articles: report.articles.iter().map(|article| (&article.id, article)).collect(),
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
    fn in_order(&self) -> Vec<Story<'r>> {
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

    /// The name of a source.
    pub(super) fn name(&self, id: &SourceId) -> String {
        match self.sources.get(id) {
            Some(source) => source.name.clone(),
            None => id.as_str().strip_prefix("article:").map_or_else(|| id.to_string(), |article| format!("article {article}")),
        }
    }

    /// The names of the voices of a claim.
    pub(super) fn voices(&self, claim: &Claim) -> String {
        words::listed(&claim.voices().iter().map(|id| self.name(id)).collect::<Vec<_>>())
    }

    /// Who published a claim: the outlet, or the article where that is unknown.
    pub(super) fn outlet(&self, claim: &Claim) -> String {
        let named = self.articles.get(&claim.article).and_then(|article| article.outlet.clone());
        named.or_else(|| claim.outlet.as_ref().map(|id| self.name(id))).unwrap_or_else(|| format!("article {}", claim.article))
    }

    /// When a claim was published.
    pub(super) fn published(&self, claim: &Claim) -> Option<Published> {
        claim.reported.or_else(|| self.articles.get(&claim.article).and_then(|article| article.published))
    }

    /// Where and when a claim was published: `Dépêche, 26 June 2016`.
    pub(super) fn byline(&self, claim: &Claim) -> String {
        match self.published(claim) {
            Some(published) => format!("{}, {}", self.outlet(claim), words::published(&published)),
            None => self.outlet(claim),
        }
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
    pub(super) fn figures(&self, story: &Story<'r>) -> Vec<Figure> {
        let revisions = story.findings.iter().filter(|finding| finding.verdict == Verdict::Revision);
        let old: HashSet<&ClaimId> =
            revisions.flat_map(|finding| finding.sides.iter().rev().skip(1)).flat_map(|side| &side.claims).collect();
        let mut rows: Vec<(_, Figure)> = Vec::new();
        let mut places: HashMap<[String; 3], usize> = HashMap::new();
        let mut voices: HashMap<String, usize> = HashMap::new();
        let mut told: HashSet<(usize, &ArticleId)> = HashSet::new();
        for claim in self.in_time(story.claims.iter().copied()) {
            let Some(count) = &claim.count else { continue };
            let [topic, figure, voice] = [words::topic(claim), words::figure(count), self.voices(claim)];
            let place = *places.entry([topic.clone(), figure.clone(), voice.clone()]).or_insert(rows.len());
            if place == rows.len() {
                let known = voices.len();
                let order = (claim.kind, claim.harm, claim.group, claim.stance, *voices.entry(voice.clone()).or_insert(known));
                rows.push((order, Figure { topic, figure, voice, first: self.published(claim), articles: 0, revised: false }));
            }
            rows[place].1.articles += usize::from(told.insert((place, &claim.article)));
            rows[place].1.revised |= old.contains(&claim.id);
        }
        rows.sort_by_key(|(order, _)| *order);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The claims in the order in which they were published.
    fn in_time(&self, claims: impl Iterator<Item = &'r Claim>) -> impl Iterator<Item = &'r Claim> {
        claims.sorted_by_cached_key(|claim| {
            let published = self.published(claim);
            let moment = published.and_then(|published| match published {
                Published::Moment(moment) => Some(moment),
                Published::Day(_) => None,
            });
            (published.map(|published| published.date()), moment, &claim.article, claim.span)
        })
    }
}

/// How far down a finding stands: by verdict, then by strength.
fn weight(finding: &Finding) -> (Verdict, i64) {
    (finding.verdict, (-1000.0 * finding.strength) as i64)
}

impl Story<'_> {
    /// Whether there is more to show than that one article tells of it.
    fn is_telling(&self) -> bool {
        self.articles > 1 || self.findings.iter().any(|finding| finding.verdict < Verdict::Corroboration)
    }

    /// Where and when it happened, or what it is called where neither is known.
    pub(super) fn title(&self) -> String {
        let event = &self.occasion.event;
        let place = event.place.as_ref().map(|place| std::iter::once(&place.name).chain(&place.within).join(", "));
        let when = event.when.as_ref().and_then(words::period);
        let title = place.into_iter().chain(when).join(" · ");
        if title.is_empty() { event.label.clone() } else { title }
    }

    /// What it is called and the words of a claim, one with a figure if there is one.
    pub(super) fn gist(&self) -> String {
        let claim = self.claims.iter().find(|claim| claim.count.is_some()).or(self.claims.first());
        let quote = claim.and_then(|claim| claim.quote.as_deref()).map(|quote| format!(": {quote}")).unwrap_or_default();
        format!("{}{quote}", self.occasion.event.label)
    }

    /// What is told of it, and by how many: `casualties, strike · 4 articles · 3 independent voices`.
    pub(super) fn circumstances(&self) -> String {
        let kinds = self.claims.iter().counts_by(|claim| claim.kind).into_iter().sorted_by_key(|&(kind, n)| (Reverse(n), kind));
        let voices = self.occasion.independent_voices;
        let told = [words::counted(self.articles, "article")].into_iter();
        let told = told.chain((voices > 0).then(|| words::counted(voices, "independent voice")));
        let told = told.chain(self.whole.map(|whole| format!("part of: {whole}")));
        std::iter::once(kinds.map(|(kind, _)| kind).join(", ")).chain(told).filter(|part| !part.is_empty()).join(" · ")
    }
}
