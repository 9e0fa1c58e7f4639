//! Who says a claim: the chain of all that is said around it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::Speech;
use crate::mention::{Said, Teller, Who};
use crate::model::{ArticleId, Attribution, Source, SourceId, SourceKind, Stance};
use crate::text::bare;

/// The sources of an article as they are met, and the voice that was heard last.
#[derive(Debug)]
pub(super) struct Voices {
    article: ArticleId,
    known: BTreeMap<SourceId, Source>,
    last: Option<SourceId>,
    /// Persons by the last word of their name, and whom they speak for.
    surnames: BTreeMap<String, SourceId>,
}

impl Voices {
    pub fn new(article: &ArticleId) -> Self {
        Self { article: article.clone(), known: BTreeMap::new(), last: None, surnames: BTreeMap::new() }
    }

    /// The sources that were met.
    pub fn sources(self) -> Vec<Source> {
        self.known.into_values().collect()
    }

    /// The chain behind a word of a sentence: all that is said around it, the widest scope first.
    pub fn chain(&mut self, scene: &Scene<'_>, at: usize) -> (Vec<Attribution>, Stance) {
        let mut around: Vec<&Said> = scene.said.iter().filter(|said| said.scope.contains(&at) && !said.cue.contains(&at)).collect();
        around.sort_by_key(|said| (std::cmp::Reverse(said.scope.len()), said.cue.start));
        let mut chain: Vec<Attribution> = Vec::new();
        for teller in around.iter().flat_map(|said| &said.chain) {
            if let Some(link) = self.link(scene, teller) {
                chain.retain(|known| known.source != link.source);
                chain.push(link);
            }
        }
        let stance = around.iter().map(|said| stance(said.how)).max().unwrap_or(Stance::Asserted);
        (chain, stance)
    }

    /// Goes on behind a sentence: its last voice is who "he" and "the same source" are.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        let mut tellers = scene.said.iter().filter_map(|said| said.chain.last());
        let named = tellers.rfind(|teller| teller.who != Who::Same);
        if let Some(link) = named.and_then(|teller| self.link(scene, teller)) {
            self.last = Some(link.source);
        }
    }

    /// The chain of a sentence as a whole, for the quotation that it ends.
    pub fn closing(&mut self, scene: &Scene<'_>, said: &Said) -> Vec<Attribution> {
        said.chain.iter().filter_map(|teller| self.link(scene, teller)).collect()
    }

    fn link(&mut self, scene: &Scene<'_>, teller: &Teller) -> Option<Attribution> {
        let source = self.source(&teller.who)?;
        let id = source.id.clone();
        if let Some(surname) = teller.name.as_deref().and_then(surname) {
            self.surnames.entry(surname).or_insert_with(|| id.clone());
        }
        self.known.entry(id.clone()).or_insert(source);
        Some(Attribution { source: id, span: Some(scene.sentence.span(teller.tokens.clone())), joint: teller.joint })
    }

    /// The voice that was heard last, if "the agency", "the group" can mean it.
    fn alike(&self, kind: SourceKind) -> Option<Source> {
        let alike = |other: SourceKind| {
            let bodies = [SourceKind::Organisation, SourceKind::Monitor, SourceKind::International];
            let press = [SourceKind::Agency, SourceKind::Outlet];
            let state = [SourceKind::Government, SourceKind::Medical, SourceKind::Service];
            other == kind
                || kind == SourceKind::Other
                || [&bodies[..], &press, &state].iter().any(|group| group.contains(&kind) && group.contains(&other))
        };
        self.known.get(self.last.as_ref()?).filter(|source| alike(source.kind)).cloned()
    }

    fn source(&self, who: &Who) -> Option<Source> {
        let id = |text: String| SourceId::new(text).ok();
        match who {
            Who::Known { id: known, name, kind } => Some(Source::new(id(known.clone())?, name.clone(), *kind)),
            Who::Named(name, _) if surname(name).is_some_and(|surname| self.surnames.contains_key(&surname)) => {
                self.known.get(&self.surnames[&surname(name)?]).cloned()
            }
            Who::Named(name, kind) => Some(Source::new(id(format!("~{}", slug(name)))?, name.clone(), *kind)),
            Who::Unnamed(_, kind, true) if self.alike(*kind).is_some() => self.alike(*kind),
            Who::Unnamed(noun, kind, _) => Some(Source::new(id(format!("article:{}/~{}", self.article, slug(noun)))?, noun.clone(), *kind)),
            Who::Same => self.known.get(self.last.as_ref()?).cloned(),
        }
    }
}

fn stance(how: Speech) -> Stance {
    match how {
        Speech::Deny => Stance::Denied,
        Speech::Pretend => Stance::Doubted,
        _ => Stance::Asserted,
    }
}

/// The key of the last word of a name.
fn surname(name: &str) -> Option<String> {
    name.split_whitespace().next_back().map(|word| bare(word).into_owned())
}

/// A name as a part of an id.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| bare(word).into_owned()).collect::<Vec<_>>().join("-")
}

/// The byte range that a sentence covers.
pub(super) fn extent(scene: &Scene<'_>) -> Range<usize> {
    let tokens = &scene.sentence.tokens;
    tokens.first().map_or(0, |t| t.start)..tokens.last().map_or(0, |t| t.end)
}
