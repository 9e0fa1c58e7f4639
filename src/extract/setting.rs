//! When and where: for each claim the nearest words that say so, else what was told before.
//!
//! A sentence that names no time or place goes on in those of the sentence before. Neither the day on which somebody said so, was
//! tried or was buried, nor an older date told as background, nor a day told from another ("la veille"), nor today where it is said
//! how things stand now, reaches past its own sentence. What was carried over says so: its basis is `context`. Where nothing but a
//! day of saying so is told, an incident that was told then had happened by then: the period is open before it. How things stand,
//! who holds or musters what, is so on the day on which it is said.

use std::cmp::Reverse;
use std::ops::Range;

use chrono::NaiveDate;

use super::casualties::{harm, record};
use super::counted::{Counted, Noun};
use super::deed::{Deed, dateline};
use super::draft::Draft;
use super::scene::{Scene, meet};
use crate::lexicon::{Act, Cue, Form, Link, PlaceCue, PlaceNoun, Speech, TimeCue, Word};
use crate::mention::{ActorMention, Naming, PeriodMention, PlaceMention, PlaceRank, Reach, Said};
use crate::model::{Basis, Field, Harm, Kind, Period, Place, PlaceId, Precision, Relation, Scope};
use crate::text::Shape;

/// What was told last, as reading goes on.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    period: Option<Period>,
    place: Option<Place>,
    /// The first day that the text tells: what it is about.
    lead: Option<NaiveDate>,
    /// The day on which somebody was given the word last.
    said: Option<Period>,
    /// Since when something has gone on, as the sentence before tells.
    since: Option<Period>,
}

/// How many days a date may lie before the one that the text is about, or behind it, and still be of the same story.
const STORY: std::ops::RangeInclusive<i64> = -3..=10;

impl Setting {
    /// What the first sentences of a text tell, for its headline and for what they tell before they say when.
    pub fn ahead(scenes: &[Scene<'_>]) -> Self {
        const LEAD: usize = 3;
        let mut ahead = Self::default();
        for scene in scenes.iter().take(LEAD) {
            let mut next = ahead.clone();
            next.pass(scene);
            ahead = Self { period: ahead.period.or(next.period), place: ahead.place.or(next.place), ..Self::default() };
        }
        Self { lead: ahead.period.and_then(|period| period.from()), ..ahead }
    }

    /// Goes by the known place that the headline names where the first sentences do not say where.
    pub fn headed(self, title: &[Scene<'_>]) -> Self {
        let mut head = Self::default();
        title.iter().for_each(|scene| head.pass(scene));
        // "East of Chad" holds many places, and is itself none.
        let known = head.place.filter(|place| depth(place) > 2 || !place.id.as_str().contains('~'));
        Self { place: self.place.or(known), ..self }
    }

    /// The time and the place of a claim of this sentence.
    pub fn of(&self, draft: &Draft, scene: &Scene<'_>) -> (Option<Period>, Option<Place>) {
        let own = timed(draft, scene);
        let when = if draft.scope == Scope::Cumulative && own.is_none_or(|p| p.reach != Reach::Since) {
            self.total(own.map(|p| p.period))
        } else {
            own.map(|p| p.period).or_else(|| self.carried(draft, scene))
        };
        let again = |p: &PlaceMention| {
            let known =
                |known: &Place| told_before(scene, p) && may_hold(&p.place, known) || heads(scene, p) && p.place.id.holds(&known.id);
            self.place.as_ref().is_some_and(known)
        };
        let told = placed(draft, scene).filter(|p| !p.is_some_and(again));
        let place = told.map_or_else(|| self.place.clone(), |p| p.map(|p| p.place.clone()));
        (when, place)
    }

    /// The time of what names none itself.
    fn carried(&self, draft: &Draft, scene: &Scene<'_>) -> Option<Period> {
        let context = self.period.map(|p| p.on(Basis::Context));
        match by_then(draft, scene) {
            Some(then) if stands(draft) => Some(then),
            None if stands(draft) => context.or(self.said.map(|p| p.on(Basis::Context))),
            then => context.or(then),
        }
    }

    /// The time of a total that is given for `own`, if that is said: from when what it counts began.
    fn total(&self, own: Option<Period>) -> Option<Period> {
        let Some(since) = self.since else { return own.or(self.period.map(|p| p.on(Basis::Context))) };
        let Some(own) = own else { return Some(since.on(Basis::Context)) };
        let whole = Period::new(since.from(), own.to(), own.precision(), Basis::Context).ok();
        whole.map(|whole| own.span().map_or(whole, |span| whole.spanning(span))).or(Some(own))
    }

    /// Goes on behind a sentence.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        let fresh = |p: &&PeriodMention| p.reach == Reach::At && p.period.precision() == Precision::Day && !p.period.is_open();
        let told = || scene.periods.iter().filter(|p| p.reach != Reach::Now && !spoken(scene, p) && aftermath(scene, p).is_none());
        let stamp = scene.len() <= scene.periods.iter().map(|p| p.tokens.len()).sum::<usize>() + STAMP && scene.counted.is_empty();
        let days = told().filter(fresh);
        if let Some(told) = days.min_by_key(|p| (named_by(scene, p), Reverse(p.tokens.start))).filter(|_| !stamp) {
            let days = self.lead.zip(told.period.from()).map(|(lead, day)| (day - lead).num_days());
            match days {
                Some(days) if days > *STORY.end() => {}
                Some(days) if days < *STORY.start() => self.period = None,
                _ => self.period = Some(told.period).filter(|period| period.basis() != Basis::Anaphora),
            }
            self.said = None;
        } else if told().next().is_some() && !stamp {
            (self.period, self.said) = (None, None);
        }
        self.said = scene.periods.iter().filter(fresh).rfind(|p| spoken(scene, p)).map(|p| p.period).or(self.said);
        let long = |p: &&PeriodMention| p.reach == Reach::Since && p.period.precision() >= Precision::Month && p.period.from().is_some();
        self.since = scene.periods.iter().rfind(long).map(|p| p.period);
        let exact = |p: &&PlaceMention| introduced(p) || p.rank >= PlaceRank::City;
        let fresh = |p: &&PlaceMention| !told_before(scene, p) && !in_brackets(scene, p, None);
        let away = |p: &&PlaceMention| p.place.relation != Relation::In;
        let stamped = grounds(scene).find(|p| dateline(scene, &p.tokens));
        let abroad = |p: &&PlaceMention| stamped.is_none_or(|stamp| stamp.place.id.root() == p.place.id.root());
        let elsewhere = grounds(scene).filter(fresh).filter(|p| introduced(p)).find(|p| !abroad(p));
        let exact = grounds(scene).filter(exact).filter(fresh).filter(|p| elsewhere.is_none() || !dateline(scene, &p.tokens));
        let cued = exact.min_by_key(|p| (away(p), Reverse(depth(&p.place)))).or(elsewhere);
        if let Some(told) = cued.or_else(|| topic(scene)).filter(|_| !self.past(scene)) {
            self.place = Some(told).filter(|told| !scattered(scene, told)).map(|told| told.place.clone());
        }
    }

    /// Whether a sentence tells of what happened long before: its place is its own.
    fn past(&self, scene: &Scene<'_>) -> bool {
        const LONG: i64 = 60;
        let long_before = |p: &PeriodMention| {
            let end = match p.reach {
                Reach::At => p.period.to(),
                Reach::Since if record(scene, p.tokens.start) => p.period.from(),
                _ => None,
            };
            end.zip(self.lead).is_some_and(|(end, lead)| (lead - end).num_days() > LONG)
        };
        let counts = scene.counted.iter().any(|c| !c.article);
        counts && self.place.is_some() && scene.periods.iter().any(long_before)
    }
}

/// Whether a day tells which one something is, not when something happened: "le séisme du 6 février", "the Sept. 3 attack".
fn named_by(scene: &Scene<'_>, period: &PeriodMention) -> bool {
    let (at, end) = (period.tokens.start, period.tokens.end);
    let noun = scene.sentence.tokens.get(end).is_some_and(|t| t.shape == Shape::Lower)
        && !scene.sentence.marks_at(end).iter().any(|mark| mark.cue.is_small());
    let the = scene.is(at, Word::The) || at > 0 && scene.is(at - 1, Word::The);
    scene.word_before(at, Word::Of) || the && noun
}

/// How many tokens beside a date make no sentence of it, but the stamp of a page.
const STAMP: usize = 3;

/// The time of a claim: the nearest that is told, but not the day on which somebody said so or a court dealt with it. What has gone
/// on since then, or is so as one writes, is the time of what is held or summed up only.
fn timed<'s>(draft: &Draft, scene: &'s Scene<'_>) -> Option<&'s PeriodMention> {
    let lasting = draft.scope == Scope::Cumulative || draft.lasting;
    let dated = |p: &PeriodMention| match p.reach {
        // "The deadliest since 1982, when 53 people died": it tells of 1982.
        Reach::Since if record(scene, p.tokens.start) => p.tokens.end <= draft.trigger,
        Reach::Since => lasting || p.period.from().is_some() && p.period.precision() == Precision::Day,
        Reach::Now => lasting || stands(draft),
        _ => true,
    };
    let own = |p: &&PeriodMention| !aside(draft, scene, p) && dated(p);
    let total = draft.scope == Scope::Cumulative;
    let rank = |p: &&PeriodMention| if total { p.reach != Reach::Since } else { p.reach == Reach::Since && !lasting };
    scene.periods.iter().filter(own).min_by_key(|p| (rank(p), distance(&p.tokens, draft)))
}

/// Whether it tells how things stand, which is so on the day on which it is said, and not an incident before it. The losses of a
/// side that nobody counts are how a fight stands.
fn stands(draft: &Draft) -> bool {
    let losses = draft.harm == Some(Harm::Casualties) && draft.count.is_none();
    draft.lasting || losses || matches!(draft.kind, Kind::Control | Kind::Strength | Kind::Materiel)
}

/// Where only the day is told on which somebody said so: some time up to then. What goes on since then is so still, and what stands
/// so is of that day.
fn by_then(draft: &Draft, scene: &Scene<'_>) -> Option<Period> {
    let told = scene.periods.iter().filter(|p| p.reach != Reach::Now).min_by_key(|p| distance(&p.tokens, draft))?;
    if stands(draft) {
        return Some(told.period);
    }
    let then = Period::new(None, told.period.to(), told.period.precision(), told.period.basis()).ok()?;
    let then = told.period.span().map_or(then, |span| then.spanning(span));
    Some(if told.reach == Reach::At { then } else { told.period })
}

/// Whether a day is that of something else than what is claimed: of saying so, unless that is the claim, or of a court's dealing with
/// it. On the day on which somebody is in hospital he was hurt before.
fn aside(draft: &Draft, scene: &Scene<'_>, period: &PeriodMention) -> bool {
    let said = draft.kind != Kind::Position && spoken(scene, period);
    let at = period.tokens.start;
    let near = |mark: &Range<usize>| mark.clone().any(|i| i.abs_diff(at) < draft.trigger.abs_diff(at));
    let hurt = |mark: &Range<usize>| draft.kind == Kind::Casualties && (mark.start..=mark.end).contains(&draft.trigger);
    let held = draft.harm == Some(Harm::Detained);
    // "The bloodiest attack since the militia took the town in August".
    let flows = |i: &usize| scene.sign(*i).is_empty();
    let compared = (draft.trigger..at).rev().take_while(flows).any(|i| scene.is(i, Word::Since) && record(scene, i));
    said || compared || of_a_place(draft, scene, at) || !held && aftermath(scene, period).is_some_and(|mark| near(&mark) || hurt(&mark))
}

/// Whether a day is told of a place that a claim only names: "died in Homs, the city where the uprising began in March".
fn of_a_place(draft: &Draft, scene: &Scene<'_>, day: usize) -> bool {
    let noun = |at: usize| scene.before(at, |cue| matches!(cue, Cue::Place(PlaceCue::Noun(..))).then_some(())).is_some();
    let relative = (draft.tokens.end.max(draft.trigger)..day).rev().find(|i| scene.is(*i, Word::Relative));
    relative.is_some_and(|at| noun(at) && !(at..day).any(|i| scene.deed_at(i, |act| harm(act).is_some()).is_some()))
}

/// Whether a day is the one on which somebody was given the word: "a annoncé samedi que", "On Friday, the army said".
fn spoken(scene: &Scene<'_>, period: &PeriodMention) -> bool {
    let at = &period.tokens;
    let owns = scene.sentence.tokens.get(at.end).is_some_and(|t| scene.sentence.tokens[at.end - 1].end == t.start && t.is_word());
    let verb = |said: &&Said| scene.sign(said.cue.start).is_empty();
    !owns
        && scene.said.iter().filter(verb).any(|said| {
            let (cue, tellers) = (&said.cue, said.chain.iter().map(|teller| &teller.tokens));
            let whether = (cue.end..at.start.max(cue.end)).any(|i| scene.is(i, Word::That));
            let behind = (cue.end..cue.end + 3).contains(&at.start) && !whether;
            let first = tellers.clone().map(|t| t.start).min().unwrap_or(cue.start);
            let last = tellers.map(|t| t.end).max().unwrap_or(cue.end);
            let inverted = said.behind
                && last > cue.start
                && (last..last + 4).contains(&at.start)
                && (last..at.start).all(|i| scene.sign(i).is_empty());
            let between = first <= at.start && at.end <= cue.start;
            let opening = !said.behind && at.start <= 1 && (at.end..=at.end + 1).contains(&first);
            behind || inverted || between || opening
        })
}

/// The word of a court, a hospital, a funeral, a later count or the like that a day stands beside, nearer than any word of an incident.
/// Since when something is counted is no such day.
fn aftermath(scene: &Scene<'_>, period: &PeriodMention) -> Option<Range<usize>> {
    if period.reach != Reach::At {
        return None;
    }
    const BEFORE: usize = 6;
    const BEHIND: usize = 3;
    let near = period.tokens.start.saturating_sub(BEFORE)..period.tokens.end + BEHIND;
    let away = |at: usize| if at < period.tokens.start { period.tokens.start - at } else { at + 1 - period.tokens.end };
    let marks = || scene.sentence.marks.iter().filter(|m| near.contains(&m.start) && !period.tokens.contains(&m.start));
    let wanted = |cue| cue == Cue::Time(TimeCue::Link(Link::Aftermath));
    let found = marks().filter(|m| wanted(m.cue)).map(|m| m.start..m.end).min_by_key(|mark| away(mark.start))?;
    let incident = marks().filter(|m| matches!(m.cue, Cue::Act(act, _) if act.is_incident()) || matches!(m.cue, Cue::Harmed(_)));
    incident.map(|m| away(m.start)).all(|other| other >= away(found.start)).then_some(found)
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
/// lie in that one the most exact. What is told of several countries at once has none: `Some(None)`.
fn placed<'s>(draft: &Draft, scene: &'s Scene<'_>) -> Option<Option<&'s PlaceMention>> {
    let grounds = || grounds(scene).filter(|p| !of_next(draft, scene, p) && !in_brackets(scene, p, Some(draft.trigger)));
    if let Some(open) = draft.trigger.checked_sub(1).filter(|open| *open > 0 && scene.sign(*open) == "(")
        && scene.sentence.tokens[open - 1].shape == Shape::Capital
    {
        return Some(grounds().find(|p| p.tokens.end >= open && p.tokens.start < open));
    }
    let own = |p: &&PlaceMention| p.tokens.start >= draft.tokens.start && p.tokens.start < draft.tokens.end + BESIDE;
    let away = |p: &PlaceMention| p.place.relation != Relation::In;
    let near = |p: &&'s PlaceMention| (of_last(draft, scene, p), away(p), distance(&p.tokens, draft));
    let first = grounds().filter(own).min_by_key(|p| (!introduced(p), near(p)));
    let cued = || grounds().filter(|p| introduced(p)).min_by_key(near);
    let chosen = first.or_else(cued).or_else(|| grounds().min_by_key(near))?;
    if scattered(scene, chosen) {
        return Some(None);
    }
    let wide = matches!(chosen.rank, PlaceRank::Region | PlaceRank::Country | PlaceRank::Part);
    // A part without firm bounds may hold any place of its country.
    let loose = matches!(chosen.rank, PlaceRank::Region | PlaceRank::Part);
    let exact = |p: &&PlaceMention| loose && p.rank > chosen.rank && p.place.id.root() == chosen.place.id.root();
    let inside = grounds().filter(|p| {
        chosen.place.id != p.place.id && (wide && chosen.place.id.holds(&p.place.id) || exact(p)) && (!away(p) || away(chosen))
    });
    Some(Some(first_named(scene, inside.min_by_key(near).unwrap_or(chosen))))
}

/// Whether a place belongs to a remark in brackets that tells nothing of what is claimed: "he posted on a network (banned in Russia)".
fn in_brackets(scene: &Scene<'_>, place: &PlaceMention, claimed: Option<usize>) -> bool {
    const LIGHT: usize = 2;
    let start = place.tokens.start;
    let open = (0..start).rev().take_while(|i| scene.sign(*i) != ")").find(|i| scene.sign(*i) == "(");
    let bracket = open.map(|open| open + 1..(start..scene.len()).find(|i| scene.sign(*i) == ")").unwrap_or(scene.len()));
    bracket.is_some_and(|b| b.len() > place.tokens.len() + LIGHT && !claimed.is_some_and(|at| b.contains(&at)))
}

/// Whether a place is named in one breath with one of another country: what is told of both happened in neither alone.
fn scattered(scene: &Scene<'_>, chosen: &PlaceMention) -> bool {
    let light = |i: usize| [Word::And, Word::In, Word::At, Word::The].iter().any(|word| scene.is(i, *word));
    let joins = |gap: Range<usize>| gap.len() <= 3 && gap.clone().any(|i| scene.is(i, Word::And)) && gap.clone().all(light);
    let together = |a: &PlaceMention, b: &PlaceMention| a.tokens.end < b.tokens.start && joins(a.tokens.end..b.tokens.start);
    let abroad = |p: &&PlaceMention| p.place.id.root() != chosen.place.id.root();
    scene.places.iter().filter(abroad).any(|p| together(p, chosen) || together(chosen, p))
}

/// Whether a place only tells where one lies that was told of before: "in this village of Idlib province", "dans cette localité du
/// groupement de X, secteur de Y", "(struck) Tazma, a town in Khar province".
fn told_before(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    const REACH: usize = 8;
    let s = &scene.sentence;
    let noun = |at: usize| s.longest(at, |cue| if let Cue::Place(PlaceCue::Noun(noun, many)) = cue { Some((noun, many)) } else { None });
    let start = place.tokens.start;
    let begins = |at: usize| scene.word_before(at, Word::The) && noun(at).is_some_and(|(_, told)| told == (PlaceNoun::Settlement, false));
    let nameless = place.place.id.as_str().ends_with("/~settlement");
    let before = start.checked_sub(1).map(|before| if scene.is(before, Word::A) { start.saturating_sub(2) } else { before });
    let named = |comma: usize| comma > 0 && scene.sign(comma) == "," && s.tokens[comma - 1].shape == Shape::Capital;
    if nameless && before.is_some_and(named) {
        return true;
    }
    let reach = start.saturating_sub(REACH)..if nameless { place.tokens.end } else { start };
    let settlement = reach.rev().find(|at| begins(*at));
    let lies = |end: usize| {
        let free = (end..start).all(|i| matches!(scene.sign(i), "" | "," | "'" | "’") && scene.act_at(i).is_none());
        let wider = place.rank < PlaceRank::City || (end..place.tokens.end).any(|i| noun(i).is_some());
        free && wider && [Word::Of, Word::In].iter().any(|word| scene.is(end, *word))
    };
    settlement.and_then(noun).is_some_and(|(end, _)| nameless || lies(end))
}

/// Whether the one place is a town that may lie in the other, or beside it in one district.
fn may_hold(outer: &Place, town: &Place) -> bool {
    let around = match outer.id.as_str().rsplit_once('/') {
        Some((around, own)) if own.starts_with('~') || depth(outer) > 2 => around,
        _ => outer.id.as_str(),
    };
    depth(town) > 2 && PlaceId::new(around).is_ok_and(|around| around.holds(&town.id))
}

/// Whether a place stands right behind the number of another count that follows: "1.2 million in the country, 80,000 in Paris".
fn of_next(draft: &Draft, scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let own = |from: usize| from <= place.tokens.start && scene.sentence.skip(from, &[Word::In, Word::At, Word::The]) >= place.tokens.start;
    // "40 in Peru and one in Chile", but not "40 in a Lima suburb".
    let counts = |c: &Counted| !c.article || c.noun == Noun::Bare && c.tokens.end < place.tokens.start;
    let next = |c: &Counted| counts(c) && draft.trigger < c.number.start && draft.tokens.end <= c.tokens.start;
    draft.count.is_some() && scene.counted.iter().any(|c| next(c) && own(c.tokens.end))
}

/// Whether a place before a count stands behind another one, whose it is: "30 people died in Lyon and another nine by fire in Paris".
fn of_last(draft: &Draft, scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let before = |c: &Counted| !c.article && c.number.end <= place.tokens.start && c.number.start < draft.trigger.min(draft.tokens.start);
    let span = draft.count.as_ref().and_then(|q| q.span());
    let own = |c: &Counted| span.is_none_or(|span| span.meets(&scene.sentence.span(c.tokens.clone())));
    place.tokens.end <= draft.tokens.start && scene.counted.iter().any(|c| before(c) && !own(c))
}

/// Of places that are named in one breath ("à A, B et C") the first.
fn first_named<'s>(scene: &'s Scene<'_>, chosen: &'s PlaceMention) -> &'s PlaceMention {
    let joins = |gap: Range<usize>| gap.len() == 1 && gap.clone().all(|i| scene.is(i, Word::And) || scene.sign(i) == ",");
    let before = grounds(scene).filter(|p| p.tokens.end < chosen.tokens.start && joins(p.tokens.end..chosen.tokens.start)).last();
    before.map_or(chosen, |before| first_named(scene, before))
}

/// The places of a sentence that something can have happened at: not those that name who speaks, acts or is accused.
fn grounds<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s PlaceMention> {
    let tellers = || scene.said.iter().flat_map(|said| said.chain.iter().map(|teller| explained(scene, said, &teller.tokens)));
    let doers = || {
        scene
            .deeds
            .iter()
            .flat_map(|deed| deed.doers.iter().chain(if deed.act == Act::Position { &deed.met } else { &[][..] }))
            .map(|a| &a.tokens)
    };
    scene.places.iter().filter(move |p| {
        let words = |tokens: &Range<usize>| p.place.span.is_none_or(|span| span.meets(&scene.sentence.span(tokens.clone())));
        let named = scene.actors.iter().any(|a| words(&a.tokens));
        let acts = tellers().any(|tokens| meet(&tokens, &p.tokens)) || doers().any(words);
        let ground = introduced(p) || !named || struck(scene, p) || heads(scene, p);
        // "the South Asian country": it only describes one.
        let describes = |cue| matches!(cue, Cue::Place(PlaceCue::Noun(PlaceNoun::Country | PlaceNoun::State, _))).then_some(());
        let ground = ground && (p.cued || scene.sentence.longest(p.tokens.end, describes).is_none());
        !acts && ground && !accused(scene, p) && !came_to(scene, p) && !seat(scene, p) && !end_of_way(scene, p)
    })
}

/// Whether a country is what something struck, so that it happened there: "the cyclone hit Fiji".
fn struck(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let blow = |deed: &&Deed| matches!(deed.act, Act::Aim | Act::Strike) && deed.form != Form::Noun && deed.stand_in.is_none();
    let names = |actor: &ActorMention| actor.naming == Naming::Country && meet(&actor.tokens, &place.tokens);
    scene.deeds.iter().filter(blow).any(|deed| deed.met.iter().any(names))
}

/// Whether a place is where somebody came or was brought to: "the survivors arrived in Lisbon".
fn came_to(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    const NEAR: usize = 4;
    let at = place.tokens.start;
    let light = |i: usize| !scene.is(i, Word::Bound) && (scene.sign(i).is_empty() || scene.periods.iter().any(|p| p.tokens.contains(&i)));
    (at.saturating_sub(NEAR)..at).rev().take_while(|i| light(*i) || scene.is(*i, Word::Bound)).any(|i| scene.is(i, Word::Bound))
}

/// Whether a capital is where somebody sits, not where something happened: "authorities in Kabul and Washington".
fn seat(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let names = &scene.sentence.lexicon.names;
    let capital = || names.gazetteer.find(place.place.id.as_str()).is_some_and(|row| names.is_capital(row));
    let who = || scene.actors.iter().map(|actor| &actor.tokens).chain(scene.sources.iter().map(|source| &source.tokens));
    let named = |tokens: &Range<usize>| tokens.start < place.tokens.start && place.tokens.end <= tokens.end;
    let within = |at: usize| scene.is(at, Word::In) || scene.is(at, Word::At);
    let sits = || who().any(|tokens| tokens.end + 1 == place.tokens.start && within(tokens.end) || named(tokens));
    let joins = |other: &PlaceMention| other.tokens.end + 1 == place.tokens.start && scene.is(other.tokens.end, Word::And);
    place.cued && capital() && (sits() || scene.places.iter().any(|other| joins(other) && seat(scene, other)))
}

/// Whether a place is one end of a way between two: "the train from Porto to Lisbon", "la ligne Athènes-Thessalonique".
fn end_of_way(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let to = |at: usize| scene.is(at, Word::To) || scene.sentence.marks_at(at).iter().any(|m| m.cue == Cue::Time(TimeCue::Link(Link::To)));
    let way = |from: &PlaceMention, to_: &PlaceMention| from.tokens.end + 1 == to_.tokens.start && to(from.tokens.end);
    scene.places.iter().any(|other| way(place, other) || way(other, place))
}

/// Whether a country is named right behind an accusation: "put the blame on Russia".
fn accused(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let lays = |deed: &&Deed| deed.act.avows() || deed.act == Act::Blame;
    let behind = |deed: &Deed| place.tokens.start == scene.sentence.skip(deed.tokens.end, &[Word::At, Word::On, Word::The]);
    let named = scene.actors.iter().any(|actor| meet(&actor.tokens, &place.tokens));
    named && scene.deeds.iter().filter(lays).any(behind)
}

/// Whoever is given the word with what explains him between commas: "the monitor, based in Britain,". What follows a comma behind
/// words that open the sentence goes on with it: "according to the police, a bomb went off in Goma".
fn explained(scene: &Scene<'_>, said: &Said, tokens: &Range<usize>) -> Range<usize> {
    const REACH: usize = 20;
    if scene.sign(tokens.end) != "," {
        return tokens.clone();
    }
    let reach = tokens.end + 1..scene.len().min(tokens.end + REACH);
    let verb = |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have) || scene.act_at(i).is_some();
    let close = reach.clone().find(|i| matches!(scene.sign(*i), "," | "."));
    let opens = !said.behind && said.how == Speech::According;
    match close {
        Some(close) if opens && (scene.sign(close) == "." || (tokens.end + 1..close).any(verb)) => tokens.clone(),
        None if opens => tokens.clone(),
        close => tokens.start..close.unwrap_or(reach.end),
    }
}

/// A place that opens a sentence and does nothing in it: "La Syrie est en guerre".
fn topic<'s>(scene: &'s Scene<'_>) -> Option<&'s PlaceMention> {
    let acts = |p: &PlaceMention| scene.deeds.iter().flat_map(|d| &d.doers).any(|a| meet(&a.tokens, &p.tokens));
    let tells = |p: &PlaceMention| scene.said.iter().flat_map(|s| &s.chain).any(|t| meet(&t.tokens, &p.tokens));
    let verb = |cue| matches!(cue, Cue::Word(Word::Be | Word::Have) | Cue::Act(..));
    let subject = |p: &PlaceMention| scene.sentence.marks_at(p.tokens.end).iter().any(|mark| verb(mark.cue));
    scene.places.first().filter(|p| p.tokens.start <= 1 && (subject(p) || heads(scene, p)) && !acts(p) && !tells(p))
}

/// Whether a place stands at the head of a title, behind which a colon says what happened there: "Chili : trois morts".
fn heads(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    scene.sentence.field == Field::Title && place.tokens.start == 0 && scene.sign(place.tokens.end) == ":"
}

/// Whether a preposition or a noun of place introduces it.
fn introduced(place: &PlaceMention) -> bool {
    place.cued || place.place.id.as_str().contains('~')
}

fn depth(place: &Place) -> usize {
    place.id.as_str().split('/').count()
}
