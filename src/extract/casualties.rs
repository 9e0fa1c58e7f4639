//! People killed, injured, missing, abducted, detained, displaced, evacuated, freed.
//!
//! A count becomes a casualty by its noun ("cinq morts"), by what befell its subject ("47 personnes ont été tuées"), by the verb or
//! the noun before it ("ont tué 31 civils", "la mort de 12 personnes"), or as a part of a count that is one ("dont 31 civils").

use std::ops::Range;

use super::counted::{Counted, Noun};
use super::draft::{Draft, Whole, join};
use super::scene::Scene;
use crate::lexicon::{Act, Cue, Form, Word};
use crate::mention::{ActorMention, PeriodMention, Reach};
use crate::model::{Group, Harm, Kind, Role, Scope, Stance};

/// The casualties of a sentence.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let mut found: Vec<Found> = Vec::new();
    for (index, counted) in scene.counted.iter().enumerate() {
        if let Some(casualty) = casualty(scene, counted, index, &found) {
            found.push(casualty);
        }
    }
    let mut drafts: Vec<Draft> = found.iter().map(|f| draft(scene, f, &found)).collect();
    drafts.extend(scene.counted.iter().filter_map(|counted| of_them(scene, counted)));
    losses(scene, drafts)
}

/// How far the group may stand behind a count of some of those told of.
const NEAR: usize = 6;

/// Some of those that were told of before: "trente et un d'entre eux sont des civils". What befell them was told with the others.
fn of_them(scene: &Scene<'_>, counted: &Counted) -> Option<Draft> {
    if counted.noun != Noun::Bare || counted.article {
        return None;
    }
    let end = counted.tokens.end;
    let be = (end..scene.len().min(end + NEAR)).take_while(|i| scene.sign(*i).is_empty()).find(|i| scene.is(*i, Word::Be))?;
    let (tokens, group) = (be + 1..scene.len().min(be + NEAR)).take_while(|i| scene.sign(*i).is_empty()).find_map(|at| {
        let (end, group) = scene.sentence.longest(at, |cue| match cue {
            Cue::People(group) => Some(group),
            _ => None,
        })?;
        Some((at..end, group))
    })?;
    let acts = (end..tokens.end).any(|i| scene.act_at(i).is_some());
    (!acts && group != Group::People).then(|| {
        let mut draft = Draft::new(Kind::Casualties, join(&counted.tokens, &tokens), counted.number.start);
        draft.group = Some(group);
        draft.count = counted.quantity("people", &scene.sentence);
        draft.whole = Whole::Before;
        draft
    })
}

/// A count that is a casualty.
struct Found {
    index: usize,
    harm: Harm,
    /// The words that say what befell them.
    said: Range<usize>,
    /// The count in this sentence that it is a part of, or that of a sentence before.
    whole: Whole,
    /// Whether what befell them was read before them, so that a count joined to it by "and" shares it.
    shared: bool,
}

/// How far what befell people may stand behind their count.
const FAR: usize = 18;

fn casualty(scene: &Scene<'_>, counted: &Counted, index: usize, found: &[Found]) -> Option<Found> {
    let rest = counted.other && counted.tokens.start > 0 && scene.is(counted.tokens.start - 1, Word::The);
    let part = part(scene, counted.tokens.start) || rest;
    let last = found.last();
    let own = match counted.noun {
        Noun::Harmed(harm) => Some((harm, counted.tokens.clone(), false)),
        Noun::People(_) | Noun::Bare | Noun::Unknown => before(scene, counted).or_else(|| behind(scene, counted)),
        Noun::Object(_) | Noun::Percent => None,
    };
    let own = own.filter(|(harm, said, _)| match counted.noun {
        Noun::Unknown => matches!(harm, Harm::Killed | Harm::Injured) && said.start < counted.tokens.end + 4,
        Noun::Bare => !counted.article,
        _ => true,
    });
    let joined = last.filter(|l| joined(scene, &scene.counted[l.index].tokens, &counted.tokens));
    let people = matches!(counted.noun, Noun::People(_) | Noun::Bare) && (!counted.article || part);
    let inherited = last.filter(|_| part && people).map(|l| (l.harm, l.said.clone(), true));
    let shared = joined.filter(|l| people && (l.shared || l.whole != Whole::Itself)).map(|l| (l.harm, l.said.clone(), true));
    let (harm, said, shared) = own.or(inherited).or(shared)?;
    let whole = match (part, last, joined) {
        (true, Some(last), _) if last.harm == harm || harm == Harm::Casualties => Whole::Here(match last.whole {
            Whole::Here(whole) if joined.is_some() => whole,
            _ => last.index,
        }),
        (true, None, _) => Whole::Before,
        (false, _, Some(last)) if last.whole != Whole::Itself && !matches!(counted.noun, Noun::Harmed(h) if h != last.harm) => last.whole,
        _ => Whole::Itself,
    };
    Some(Found { index, harm, said, whole, shared })
}

/// Whether a count is introduced as a part of another: "dont 31 civils", "(102 hommes".
fn part(scene: &Scene<'_>, at: usize) -> bool {
    let bare = if at > 0 && (scene.is(at - 1, Word::The) || scene.sign(at - 1) == ",") { at - 1 } else { at };
    scene.word_before(at, Word::Part) || scene.word_before(bare, Word::Part) || (at > 0 && scene.sign(at - 1) == "(")
}

/// Whether two counts are joined by "and" or a comma.
fn joined(scene: &Scene<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let gap = first.end..second.start;
    gap.len() <= 4
        && gap.clone().any(|i| scene.is(i, Word::And) || scene.sign(i) == ",")
        && gap.clone().all(|i| scene.act_at(i).is_none_or(|(_, _, form)| form == Form::Participle))
        && !gap.clone().any(|i| scene.sentence.is_plain(i))
}

/// What befell them, told before them: "a tué", "la mort de", "a coûté la vie à".
fn before(scene: &Scene<'_>, counted: &Counted) -> Option<(Harm, Range<usize>, bool)> {
    let mut at = counted.tokens.start;
    for _ in 0..3 {
        let told = scene.before(at, |cue| match cue {
            Cue::Act(Act::Cost, _) => Some(Harm::Killed),
            Cue::Act(act, Form::Verb | Form::Gerund | Form::Infinitive | Form::Of | Form::Participle) => harm(act),
            _ => None,
        });
        let toll = || (0..at).rev().take_while(|i| scene.sign(*i) != ";").any(|i| scene.is(i, Word::Toll));
        if at == counted.tokens.start && matches!(counted.noun, Noun::Bare | Noun::People(_)) {
            let stand = scene.before(at, |cue| matches!(cue, Cue::Act(Act::Stand, _)).then_some(()));
            if let (Some((start, ())), true) = (stand, toll()) {
                return Some((Harm::Killed, start..at, true));
            }
        }
        if let Some((start, harm)) = told {
            return Some((harm, start..at, true));
        }
        let light = at > 0
            && (scene.is(at - 1, Word::The)
                || scene.is(at - 1, Word::Of)
                || scene.is(at - 1, Word::Other)
                || scene.sentence.is_plain(at - 1));
        if !light {
            return None;
        }
        at -= 1;
    }
    None
}

/// What befell them, told behind them: "ont été tuées", "tués", "ont péri".
fn behind(scene: &Scene<'_>, counted: &Counted) -> Option<(Harm, Range<usize>, bool)> {
    let mut at = counted.tokens.end;
    let limit = scene.len().min(at + FAR);
    let mut others = 0;
    while at < limit {
        if scene.sign(at) == "(" {
            at = (at..limit).find(|i| scene.sign(*i) == ")").map_or(limit, |i| i + 1);
            continue;
        }
        if matches!(scene.sign(at), ";" | ":" | ".") || scene.is(at, Word::But) {
            return None;
        }
        if let Some(next) = scene.counted.iter().find(|c| c.tokens.start == at && c.tokens.start > counted.tokens.start) {
            let coordinated =
                part(scene, at) || joined(scene, &counted.tokens, &next.tokens) || next.article || matches!(next.noun, Noun::Object(_));
            let other =
                next.article && matches!(next.noun, Noun::People(_)) && !joined(scene, &counted.tokens, &next.tokens) && !part(scene, at);
            if !coordinated || other || matches!(next.noun, Noun::Harmed(_)) {
                return None;
            }
            at = next.tokens.end;
            continue;
        }
        let Some((end, act, form)) = scene.deed_at(at, |act| harm(act).is_some()).or_else(|| scene.act_at(at)) else {
            at += 1;
            continue;
        };
        match (harm(act), form) {
            (Some(harm), Form::Participle) => {
                let (be, have) = scene.auxiliaries(at);
                let active = !be && (have || objects(scene, end));
                return (!active).then_some((harm, at..end, false));
            }
            (Some(harm), Form::Befalls) => return Some((harm, at..end, false)),
            (Some(_), Form::Verb | Form::Gerund | Form::Infinitive) => return None,
            (None, Form::Verb | Form::Participle) => {
                others += 1;
                if others > 1 || act == Act::Cause {
                    return None;
                }
            }
            _ => {}
        }
        at = end;
    }
    None
}

/// Whether an object follows a participle, so that its subject did it: "gunmen killed five people".
pub(super) fn objects(scene: &Scene<'_>, at: usize) -> bool {
    scene.counted.iter().any(|c| c.tokens.start == at)
        || scene.is(at, Word::The)
        || scene.is(at, Word::A)
        || scene.is(at, Word::Possessive)
        || (scene.sentence.tokens.get(at).is_some_and(|t| t.shape == crate::text::Shape::Capital)
            && scene.periods.iter().all(|p| !p.tokens.contains(&at)))
}

/// The harm of a deed.
pub(super) fn harm(act: Act) -> Option<Harm> {
    match act {
        Act::Losses => Some(Harm::Casualties),
        act => Harm::from_name(act.name()),
    }
}

fn draft(scene: &Scene<'_>, found: &Found, all: &[Found]) -> Draft {
    let counted = &scene.counted[found.index];
    let near = found.whole == Whole::Itself || !found.shared;
    let tokens = if near { join(&counted.tokens, &found.said) } else { counted.tokens.clone() };
    let mut draft = Draft::new(Kind::Casualties, tokens, counted.number.start);
    draft.harm = Some(found.harm);
    draft.group = Some(group(scene, counted, found));
    draft.count = counted.quantity("people", &scene.sentence);
    draft.whole = match found.whole {
        Whole::Here(index) => Whole::Here(all.iter().position(|f| f.index == index).unwrap_or_default()),
        whole => whole,
    };
    draft.scope = if cumulative(scene, counted) { Scope::Cumulative } else { Scope::Incident };
    let struck =
        scene.deeds.iter().find(|d| d.tokens.start == found.said.start).or_else(|| scene.deeds.iter().find(|d| d.act == Act::Cause));
    draft.stand_in = struck.and_then(|deed| deed.stand_in);
    let victims: Vec<ActorMention> = scene.actors.iter().filter(|a| super::scene::meet(&a.tokens, &counted.tokens)).cloned().collect();
    draft.with(Role::Victim, &victims).by(&perpetrators(scene, found, &victims))
}

/// Who did it: the doer of what befell them, else of the strike or the attack that the sentence tells of.
fn perpetrators(scene: &Scene<'_>, found: &Found, victims: &[ActorMention]) -> Vec<ActorMention> {
    let own = scene
        .deeds
        .iter()
        .find(|d| d.tokens.start == found.said.start && d.form != Form::Befalls)
        .map(|d| d.doers.clone())
        .unwrap_or_default();
    let blows = scene.deeds.iter().filter(|d| matches!(d.act, Act::Strike | Act::Operation | Act::Cause) && !d.doers.is_empty());
    let blow = blows.min_by_key(|d| d.tokens.start.abs_diff(found.said.start)).map(|d| d.doers.clone()).unwrap_or_default();
    let chosen = if own.is_empty() { blow } else { own };
    chosen.into_iter().filter(|actor| victims.iter().all(|victim| victim.id != actor.id)).collect()
}

/// Who they were: by their noun, or by what follows it ("cinq morts parmi les civils").
fn group(scene: &Scene<'_>, counted: &Counted, found: &Found) -> Group {
    let noun = match counted.noun {
        Noun::People(group) => group,
        _ => Group::People,
    };
    let end = counted.tokens.end;
    let people = |at: usize| {
        scene.sentence.longest(at, |cue| match cue {
            Cue::People(group) => Some(group),
            _ => None,
        })
    };
    let among =
        (end..scene.len().min(end + 2)).find(|i| scene.is(*i, Word::Among)).and_then(|i| people(scene.sentence.skip(i + 1, &[Word::The])));
    let unidentified = (found.said.end.min(end)..scene.len()).any(|i| scene.is(i, Word::Unidentified));
    match (noun, people(end).or(among)) {
        (Group::People, _) if unidentified && (counted.other || found.whole != Whole::Itself) => Group::Unidentified,
        (Group::People, Some((_, group))) => group,
        _ => noun,
    }
}

/// Whether a count sums over a war, years, or a time since then: "depuis …, N morts", "cette guerre a fait N morts".
fn cumulative(scene: &Scene<'_>, counted: &Counted) -> bool {
    let governs = |at: usize| at < counted.tokens.start || (counted.tokens.end..at).all(|i| scene.sign(i).is_empty());
    let long = |p: &PeriodMention| p.reach == Reach::Since || p.period.days().is_some_and(|days| days > 31);
    let blow =
        |i: usize| scene.deed_at(i, |act| matches!(act, Act::Strike | Act::Operation)).is_some_and(|(_, _, form)| form == Form::Noun);
    let since = |i: usize| {
        let noun = scene.sentence.word_cue(i, Word::Since).map(|end| scene.sentence.skip(end, &[Word::The]));
        noun.is_some_and(|noun| blow(noun) || scene.is(noun, Word::War))
    };
    let effect = |i: usize| {
        (i + 1..scene.len().min(i + 6)).any(|j| {
            let acts = |(_, act, form)| matches!(act, Act::Cause | Act::Cost) || (harm(act).is_some() && form == Form::Participle);
            scene.act_at(j).is_some_and(acts)
        })
    };
    let war = |i: usize| scene.is(i, Word::War) && effect(i);
    scene.periods.iter().any(|p| long(p) && governs(p.tokens.start)) || (0..scene.len()).any(|i| governs(i) && (since(i) || war(i)))
}

/// Losses without a number: "ont subi de lourdes pertes".
fn losses(scene: &Scene<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    for deed in scene.deeds.iter().filter(|d| d.act == Act::Losses && d.form == Form::Noun) {
        let verb = scene.deeds.iter().rev().find(|v| v.act == Act::Losses && v.form != Form::Noun && v.tokens.end <= deed.tokens.start);
        let Some(verb) = verb else { continue };
        let mut draft = Draft::new(Kind::Casualties, join(&verb.tokens, &deed.tokens), deed.tokens.start);
        draft.harm = Some(Harm::Casualties);
        draft.group = Some(Group::Combatants);
        draft.stance = if verb.denied { Stance::Denied } else { Stance::Asserted };
        let (role, other) =
            if verb.form == Form::Participle { (Role::Perpetrator, Role::Victim) } else { (Role::Victim, Role::Perpetrator) };
        drafts.push(draft.with(role, &verb.doers).with(other, &deed.met));
    }
    drafts
}
