//! Who says a claim: the chain of all that is said around it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::{Cue, Speech, Word};
use crate::mention::{Naming, Said, Teller, Who};
use crate::model::{ArticleId, Attribution, Source, SourceId, SourceKind, Span, Stance};
use crate::text::bare;

/// The sources of an article as they are met, and the voice that was heard last.
#[derive(Debug)]
pub(super) struct Voices {
    article: ArticleId,
    known: BTreeMap<SourceId, Source>,
    last: Option<Heard>,
    /// Whether the sentence before gave somebody the word.
    fresh: bool,
    /// Persons by the last word of their name, and whom they speak for.
    surnames: BTreeMap<String, SourceId>,
    /// The groups and bodies that were named, whether they spoke or not.
    named: Vec<Source>,
    /// Sources by the noun of their office: "le ministère".
    offices: BTreeMap<String, SourceId>,
}

/// A voice, and the words that name it.
#[derive(Debug, Clone)]
struct Heard {
    source: SourceId,
    span: Span,
}

/// Who speaks in a quotation, and the sentence that says so; nobody where it is whoever was heard last.
pub(super) type Speaker<'s, 't> = Option<(&'s Scene<'t>, &'s Said)>;

impl Voices {
    pub fn new(article: &ArticleId) -> Self {
        let article = article.clone();
        let (known, surnames, offices) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { article, known, last: None, fresh: false, surnames, named: Vec::new(), offices }
    }

    /// The sources that were met.
    pub fn sources(self) -> Vec<Source> {
        self.known.into_values().collect()
    }

    /// The chain behind a word of a sentence: whoever is quoted, then all that is said around it, the widest scope first.
    pub fn chain(&mut self, scene: &Scene<'_>, at: usize, quoted: Option<Speaker<'_, '_>>) -> (Vec<Attribution>, Stance) {
        let mut around: Vec<&Said> = scene.said.iter().filter(|said| said.scope.contains(&at) && !said.cue.contains(&at)).collect();
        // By whom a figure was given stands inside what somebody else tells, before and behind it: "put at 57 by officials, the agency said".
        let agent = |said: &Said| {
            let start = said.chain.first().map_or(0, |teller| teller.tokens.start);
            start > said.cue.start && (start.saturating_sub(2)..start).any(|i| scene.is(i, Word::By))
        };
        around.sort_by_key(|said| (agent(said), std::cmp::Reverse(said.scope.len()), said.cue.start));
        if let Some(apart) = around.iter().rposition(|said| said.apart) {
            around.drain(..apart);
        }
        let mut chain = match quoted {
            Some(Some((other, said))) => said.chain.iter().filter_map(|teller| self.link(other, teller, &[])).collect(),
            Some(None) if around.is_empty() => self.heard().into_iter().collect(),
            _ => Vec::new(),
        };
        for said in &around {
            let links: Vec<Option<Attribution>> = said.chain.iter().map(|teller| self.link(scene, teller, &chain)).collect();
            // "He told the agency", of whom nobody knows who he is: it is not the agency that says so.
            let media = |link: &Attribution| {
                self.known.get(&link.source).is_some_and(|s| matches!(s.kind, SourceKind::Agency | SourceKind::Outlet))
            };
            let unknown = links.last().is_some_and(Option::is_none) && links.iter().flatten().all(media);
            for link in links.into_iter().flatten().filter(|_| !unknown) {
                chain.retain(|known| known.source != link.source);
                chain.push(link);
            }
        }
        if chain.is_empty() && self.fresh && hearsay(scene, at) {
            chain.extend(self.heard());
        }
        let stance = around.iter().map(|said| stance(said.how)).max().unwrap_or(Stance::Asserted);
        (chain, stance)
    }

    /// Goes on behind a sentence: its last voice is who "he" and "the same source" are.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        self.fresh = !scene.said.is_empty();
        for actor in scene.actors.iter().filter(|actor| actor.naming == Naming::Proper) {
            if let Ok(id) = SourceId::new(actor.id.clone()) {
                self.named.retain(|source| source.id != id);
                self.named.push(Source::new(id, actor.name.clone(), actor.kind));
            }
        }
        for said in &scene.said {
            let links: Vec<Attribution> = said.chain.iter().filter_map(|teller| self.link(scene, teller, &[])).collect();
            for (teller, link) in said.chain.iter().zip(&links) {
                self.remember(scene, teller, &link.source);
            }
            if let Some((source, span)) = links.last().and_then(|link| Some((link.source.clone(), link.span?))) {
                self.last = Some(Heard { source, span });
            }
        }
    }

    /// The voice that was heard last, by the words that name it.
    fn heard(&self) -> Option<Attribution> {
        self.last.as_ref().map(|heard| Attribution::new(heard.source.clone(), Some(heard.span)))
    }

    /// A link of a chain. A pronoun means whoever was given the word before it in the sentence, else whoever is quoted, else whoever
    /// was heard last; the words that name it are theirs.
    fn link(&mut self, scene: &Scene<'_>, teller: &Teller, quoted: &[Attribution]) -> Option<Attribution> {
        if teller.who == Who::Same {
            let before = |said: &&Said| said.cue.start < teller.tokens.start && said.chain.last().is_some_and(|t| t.who != Who::Same);
            let here = scene.said.iter().rfind(before).and_then(|said| said.chain.last());
            let here = here.and_then(|teller| self.link(scene, teller, quoted));
            return here.or_else(|| quoted.last().cloned()).or_else(|| self.heard());
        }
        let source = self.source(&teller.who)?;
        let id = source.id.clone();
        self.known.entry(id.clone()).or_insert(source);
        Some(Attribution { source: id, span: Some(scene.sentence.span(teller.tokens.clone())), joint: teller.joint })
    }

    /// Keeps by which name and which office a source can be called again.
    fn remember(&mut self, scene: &Scene<'_>, teller: &Teller, source: &SourceId) {
        if let Some(surname) = teller.name.as_deref().and_then(surname) {
            self.surnames.entry(surname).or_insert_with(|| source.clone());
        }
        let offices = scene.sentence.marks.iter().filter(|m| teller.tokens.contains(&m.start) && matches!(m.cue, Cue::Speaker(_)));
        for office in offices {
            self.offices.insert(scene.sentence.words(office.start..office.end).to_lowercase(), source.clone());
        }
    }

    /// The voice that was heard last, if "the agency", "the group" can mean it; else the body of that sort that was named last.
    fn alike(&self, kind: SourceKind) -> Option<Source> {
        let heard = self.last.as_ref().and_then(|heard| self.known.get(&heard.source)).filter(|source| alike(kind, source.kind));
        let named = || self.named.iter().rev().find(|source| kind != SourceKind::Other && alike(kind, source.kind));
        heard.or_else(named).cloned()
    }

    fn source(&self, who: &Who) -> Option<Source> {
        let id = |text: String| SourceId::new(text).ok();
        let met = |table: &BTreeMap<String, SourceId>, key: &str| table.get(key).and_then(|id| self.known.get(id)).cloned();
        match who {
            Who::Known { id: known, name, kind } => Some(Source::new(id(known.clone())?, name.clone(), *kind)),
            Who::Named(name, kind) => surname(name)
                .and_then(|surname| met(&self.surnames, &surname))
                .or_else(|| Some(Source::new(id(format!("~{}", slug(name)))?, name.clone(), *kind))),
            Who::Unnamed(noun, kind, told) => {
                let known = || met(&self.offices, noun).or_else(|| self.alike(*kind));
                let own = || Some(Source::new(id(format!("article:{}/~{}", self.article, slug(noun)))?, noun.clone(), *kind));
                told.then(known).flatten().or_else(own)
            }
            Who::Same => None,
        }
    }
}

/// Whether a noun of one sort can mean a source of another: "the organisation" a monitor, "the group" an armed one.
fn alike(noun: SourceKind, source: SourceKind) -> bool {
    use SourceKind::*;
    let sorts: [&[SourceKind]; 4] =
        [&[Organisation, Monitor, International], &[Agency, Outlet], &[Government, Medical, Service], &[ArmedGroup, Organisation, Monitor]];
    source == noun || noun == Other || sorts.iter().any(|sort| sort.contains(&noun) && sort.contains(&source))
}

/// Whether a conditional stands before a word, or right behind it: somebody else says so. "Selon le dernier bilan" leaves open who.
fn hearsay(scene: &Scene<'_>, at: usize) -> bool {
    const BEFORE: usize = 8;
    const BEHIND: usize = 6;
    let near = at.saturating_sub(BEFORE)..at + BEHIND;
    let marked = |how: Speech| scene.sentence.marks.iter().any(|m| m.cue == Cue::Speech(how) && near.contains(&m.start));
    marked(Speech::Hearsay) && !marked(Speech::According)
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
