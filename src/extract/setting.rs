//! When and where: for each claim the nearest words that say so, else what was told before.
//!
//! A sentence that names no time or place goes on in those of the sentence before; an old date told as background does not reach
//! past its own sentence. What was carried over says so: its basis is `context`.

use std::cmp::Reverse;
use std::ops::Range;

use super::draft::Draft;
use super::scene::{Scene, meet};
use crate::lexicon::{Act, Word};
use crate::mention::{PeriodMention, PlaceMention, PlaceRank, Reach};
use crate::model::{Basis, Period, Place, Precision, Scope};

/// What was told last, as reading goes on.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    period: Option<Period>,
    place: Option<Place>,
}

impl Setting {
    /// What the first sentences of a text tell, for its headline and for what they tell before they say when.
    pub fn ahead(scenes: &[Scene<'_>]) -> Self {
        const LEAD: usize = 3;
        let mut ahead = Self::default();
        for scene in scenes.iter().take(LEAD) {
            let mut next = ahead.clone();
            next.pass(scene);
            ahead = Self { period: ahead.period.or(next.period), place: ahead.place.or(next.place) };
        }
        ahead
    }

    /// The time and the place of a claim of this sentence.
    pub fn of(&self, draft: &Draft, scene: &Scene<'_>) -> (Option<Period>, Option<Place>) {
        let when = timed(draft, scene).map(|p| p.period).or_else(|| self.period.map(|p| p.on(Basis::Context)));
        let place = placed(draft, scene).map(|p| p.place.clone()).or_else(|| self.place.clone());
        (when, place)
    }

    /// Goes on behind a sentence.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        let fresh = |p: &&PeriodMention| p.reach == Reach::At && p.period.precision() == Precision::Day && !p.period.is_open();
        if let Some(told) = scene.periods.iter().rev().find(fresh) {
            self.period = Some(told.period);
        } else if !scene.periods.is_empty() {
            self.period = None;
        }
        let exact = |p: &&PlaceMention| introduced(p) || p.rank >= PlaceRank::City;
        let cued = grounds(scene).filter(exact).min_by_key(|p| Reverse(depth(&p.place)));
        if let Some(told) = cued.or_else(|| topic(scene)) {
            self.place = Some(told.place.clone());
        }
    }
}

/// The time of a claim: the nearest that is told; the day on which somebody said so only where there is no other. What has gone on
/// since then is the time of what is held or summed up only.
fn timed<'s>(draft: &Draft, scene: &'s Scene<'_>) -> Option<&'s PeriodMention> {
    let lasting = draft.scope == Scope::Cumulative || draft.lasting;
    let spoken = |p: &PeriodMention| scene.said.iter().any(|said| (said.cue.end..said.cue.end + 2).contains(&p.tokens.start));
    let near = |p: &&PeriodMention| (spoken(p), p.reach == Reach::Since && !lasting, distance(&p.tokens, draft));
    scene.periods.iter().min_by_key(near)
}

/// How far a mention stands from a claim's own words: not at all inside them, and farther before them than behind.
fn distance(tokens: &Range<usize>, draft: &Draft) -> usize {
    match tokens.start.checked_sub(draft.trigger) {
        _ if draft.tokens.start <= tokens.start && tokens.end <= draft.tokens.end => 0,
        Some(behind) => behind,
        None => (draft.trigger - tokens.start) * 2,
    }
}

/// How far behind a claim's words a place is still its own though no preposition says so: "le siège d'Alep".
const BESIDE: usize = 4;

/// The place of a claim: one among its own words, else the nearest that is introduced as a place, else the nearest; and of those that
/// lie in that one the most exact.
fn placed<'s>(draft: &Draft, scene: &'s Scene<'_>) -> Option<&'s PlaceMention> {
    let own = |p: &&PlaceMention| p.tokens.start >= draft.tokens.start && p.tokens.start < draft.tokens.end + BESIDE;
    let near = |p: &&'s PlaceMention| distance(&p.tokens, draft);
    let first = grounds(scene).filter(own).min_by_key(|p| (!introduced(p), near(p)));
    let cued = || grounds(scene).filter(|p| introduced(p)).min_by_key(near);
    let chosen = first.or_else(cued).or_else(|| grounds(scene).min_by_key(near))?;
    let wide = matches!(chosen.rank, PlaceRank::Region | PlaceRank::Country | PlaceRank::Part);
    let exact = |p: &&PlaceMention| wide && p.rank > chosen.rank && p.place.id.root() == chosen.place.id.root();
    let inside = grounds(scene).filter(|p| chosen.place.id != p.place.id && (chosen.place.id.holds(&p.place.id) || exact(p)));
    Some(first_named(scene, inside.min_by_key(near).unwrap_or(chosen)))
}

/// Of places that are named in one breath ("à A, B et C") the first.
fn first_named<'s>(scene: &'s Scene<'_>, chosen: &'s PlaceMention) -> &'s PlaceMention {
    let joins = |gap: Range<usize>| gap.len() == 1 && gap.clone().all(|i| scene.is(i, Word::And) || scene.sign(i) == ",");
    let before = grounds(scene).filter(|p| p.tokens.end < chosen.tokens.start && joins(p.tokens.end..chosen.tokens.start)).last();
    before.map_or(chosen, |before| first_named(scene, before))
}

/// The places of a sentence that something can have happened at: not those that name who speaks or acts.
fn grounds<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s PlaceMention> {
    let tellers = || scene.said.iter().flat_map(|said| &said.chain).map(|teller| explained(scene, &teller.tokens));
    let doers = || {
        scene
            .deeds
            .iter()
            .flat_map(|deed| deed.doers.iter().chain(if deed.act == Act::Position { &deed.met } else { &[][..] }))
            .map(|a| &a.tokens)
    };
    scene.places.iter().filter(move |p| {
        let named = scene.actors.iter().any(|a| meet(&a.tokens, &p.tokens));
        !tellers().any(|tokens| meet(&tokens, &p.tokens)) && !doers().any(|tokens| meet(tokens, &p.tokens)) && (p.cued || !named)
    })
}

/// A noun phrase with what explains it between commas: "the monitor, based in Britain,".
fn explained(scene: &Scene<'_>, tokens: &Range<usize>) -> Range<usize> {
    const REACH: usize = 10;
    let reach = tokens.end + 1..scene.len().min(tokens.end + REACH);
    let close = (scene.sign(tokens.end) == ",").then(|| reach.into_iter().find(|i| matches!(scene.sign(*i), "," | "."))).flatten();
    let open = if scene.sign(tokens.end) == "," { scene.len().min(tokens.end + REACH) } else { tokens.end };
    tokens.start..close.unwrap_or(open)
}

/// A place that opens a sentence and does nothing in it: "La Syrie est en guerre".
fn topic<'s>(scene: &'s Scene<'_>) -> Option<&'s PlaceMention> {
    let acts = |p: &PlaceMention| scene.deeds.iter().flat_map(|d| &d.doers).any(|a| meet(&a.tokens, &p.tokens));
    let tells = |p: &PlaceMention| scene.said.iter().flat_map(|s| &s.chain).any(|t| meet(&t.tokens, &p.tokens));
    scene.places.first().filter(|p| p.tokens.start <= 1 && !acts(p) && !tells(p))
}

/// Whether a preposition or a noun of place introduces it.
fn introduced(place: &PlaceMention) -> bool {
    place.cued || place.place.id.as_str().contains('~')
}

fn depth(place: &Place) -> usize {
    place.id.as_str().split('/').count()
}
