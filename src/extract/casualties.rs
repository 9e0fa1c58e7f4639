//! People killed, injured, missing, abducted, detained, displaced, evacuated, freed.
//!
//! A count becomes a casualty by its noun ("cinq morts"), by what befell its subject ("47 personnes ont été tuées"), by the verb or
//! the noun before it ("ont tué 31 civils", "la mort de 12 personnes"), or as a part of a count that is one ("dont 31 civils").

use std::ops::Range;

use super::befallen::{Found, casualties};
use super::counted::{Counted, Noun};
use super::deed::Deed;
use super::draft::{Draft, Whole, join};
use super::scene::Scene;
use super::share::{joined, of_them, partitive};
use super::status::harmed;
use crate::lexicon::{Act, Cue, Form, Link, Speech, TimeCue, Unit, Word};
use crate::mention::{ActorMention, PeriodMention, Reach};
use crate::model::{Group, Harm, Kind, Role, Scope, SourceKind, Stance};
use crate::text::Shape;

/// The casualties of a sentence.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let found = casualties(scene);
    let mut drafts: Vec<Draft> = found.iter().map(|f| draft(scene, f, &found)).collect();
    for (index, counted) in scene.counted.iter().enumerate() {
        let Some(mut some) = some(scene, counted).filter(|_| found.iter().all(|f| f.index != index)) else { continue };
        if let Some(last) = found.iter().rposition(|f| f.told.said.end <= counted.tokens.start) {
            (some.harm, some.whole) = (drafts[last].harm, Whole::Here(last));
        }
        drafts.push(some);
    }
    for index in 1..drafts.len() {
        let [before, draft] = &mut drafts[index - 1..=index] else { continue };
        if before.scope == Scope::Cumulative && goes_on(scene, before.tokens.end..draft.tokens.start) {
            draft.scope = Scope::Cumulative;
        }
    }
    drafts.extend(the_others(scene));
    losses(scene, drafts)
}

/// Whether what is told goes on from one count to another with the same subject: "killed 2,000 people and displaced 9,000".
fn goes_on(scene: &Scene<'_>, gap: Range<usize>) -> bool {
    let and = |i: usize| scene.is(i, Word::And);
    gap.len() <= NEAR && gap.clone().any(and) && gap.clone().all(|i| matches!(scene.sign(i), "" | ",") && !scene.is(i, Word::Be))
}

/// How far the group may stand behind a count of some of those told of.
const NEAR: usize = 6;

/// Some of those that were told of before: "trente et un d'entre eux sont des civils", "58 of them civilians". What befell them was told
/// with the others.
fn some(scene: &Scene<'_>, counted: &Counted) -> Option<Draft> {
    if counted.noun != Noun::Bare || counted.article || counted.is_share() {
        return None;
    }
    let (tokens, group) = are(scene, counted.tokens.end).or_else(|| {
        let of = of_them(scene, counted)?;
        let (end, group) = people(scene, of)?;
        Some((of..end, group))
    })?;
    let acts = (counted.tokens.end..tokens.end).any(|i| scene.act_at(i).is_some());
    (!acts && group != Group::People).then(|| {
        let mut draft = Draft::new(Kind::Casualties, join(&counted.tokens, &tokens), counted.number.start);
        draft.group = Some(group);
        draft.count = counted.quantity("people", &scene.sentence);
        draft.whole = Whole::Before;
        draft
    })
}

/// Who those are that were just named: "étaient des enfants", "were mostly women".
fn are(scene: &Scene<'_>, end: usize) -> Option<(Range<usize>, Group)> {
    let be = (end..scene.len().min(end + NEAR)).take_while(|i| scene.sign(*i).is_empty()).find(|i| scene.is(*i, Word::Be))?;
    let governs = |i: usize| [Word::At, Word::In, Word::On, Word::By].iter().any(|word| scene.is(i, *word));
    let behind = (be + 1..scene.len().min(be + NEAR)).take_while(|i| scene.sign(*i).is_empty() && !governs(*i));
    behind.into_iter().find_map(|at| people(scene, at).map(|(end, group)| (at..end, group)))
}

/// Where a noun for people ends that begins at a token.
fn people(scene: &Scene<'_>, at: usize) -> Option<(usize, Group)> {
    scene.sentence.longest(at, |cue| match cue {
        Cue::People(group) => Some(group),
        _ => None,
    })
}

/// Those that were told of before, or the rest of them, each by what they were: "les autres sont 214 rebelles et 137 soldats", "the dead
/// were 52 fighters and 37 soldiers".
fn the_others(scene: &Scene<'_>) -> Vec<Draft> {
    let dead = |be: usize| (0..be).any(|i| harmed(scene, i) && (scene.is(i, Word::The) || i > 0 && scene.is(i - 1, Word::The)));
    let told = |be: usize| scene.word_before(be, Word::Other) || dead(be);
    let be = (1..scene.len().min(NEAR)).find(|i| scene.is(*i, Word::Be) && told(*i));
    let first = be.and_then(|be| scene.counted.iter().position(|c| c.tokens.start == be + 1 && !c.article));
    let mut drafts = Vec::new();
    let mut last: Option<&Counted> = None;
    for counted in first.map(|first| &scene.counted[first..]).unwrap_or_default() {
        let Noun::People(group) = counted.noun else { break };
        if last.is_some_and(|last| !joined(scene, &last.tokens, &counted.tokens)) {
            break;
        }
        let mut draft = Draft::new(Kind::Casualties, counted.tokens.clone(), counted.number.start);
        draft.group = Some(ranks(scene, counted.tokens.end).filter(|_| group == Group::People).unwrap_or(group));
        draft.count = counted.quantity("people", &scene.sentence);
        draft.whole = Whole::Before;
        drafts.push(draft);
        last = Some(counted);
    }
    drafts
}

/// Whether an object follows a participle, so that its subject did it: "gunmen killed five people".
pub(super) fn objects(scene: &Scene<'_>, at: usize) -> bool {
    scene.counted.iter().any(|c| c.tokens.start == at)
        || scene.is(at, Word::The)
        || scene.is(at, Word::A)
        || [Word::Possessive, Word::Both, Word::Person, Word::Reflexive].iter().any(|word| scene.is(at, *word))
        || scene.sentence.word_cue(at, Word::SomeOf).is_some()
        || (scene.sentence.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital)
            && scene.periods.iter().all(|p| !p.tokens.contains(&at)))
}

/// The harm of a deed.
pub(super) fn harm(act: Act) -> Option<Harm> {
    match act {
        Act::Losses | Act::Shot => Some(Harm::Casualties),
        Act::Ailing => Some(Harm::Injured),
        act => Harm::from_name(act.name()),
    }
}

fn draft(scene: &Scene<'_>, found: &Found, all: &[Found]) -> Draft {
    let counted = &scene.counted[found.index];
    let near = found.whole == Whole::Itself || !found.shared;
    let (tokens, trigger) = match found.later {
        true => (found.told.said.clone(), found.told.said.start),
        false if near => (join(&counted.tokens, &found.told.said), counted.number.start),
        false => (counted.tokens.clone(), counted.number.start),
    };
    let mut draft = Draft::new(Kind::Casualties, tokens, trigger);
    let some = counted.other || found.whole == Whole::Before;
    let open = some && found.told.act.is_none() && found.told.harm == Harm::Casualties;
    draft.harm = Some(found.told.harm).filter(|_| !open);
    let owned = counted.tokens.len() > 1 && scene.is(counted.tokens.start, Word::Possessive);
    draft.known = counted.known && !counted.name && !counted.other && !counted.list && !owned;
    let capital = |i: &usize| scene.sentence.tokens[*i].shape == Shape::Capital;
    let surname = counted.tokens.clone().rev().find(capital).filter(|_| counted.name && !counted.list);
    draft.surname = surname.map(|at| scene.sentence.word(at).to_owned());
    draft.stance = if denied(scene, counted, found) { Stance::Denied } else { Stance::Asserted };
    draft.shot = found.told.act == Some(Act::Shot);
    draft.group = Some(group(scene, counted, found));
    draft.count = counted.quantity("people", &scene.sentence);
    draft.whole = match found.whole {
        Whole::Itself if open => Whole::Rest,
        Whole::Here(index) => Whole::Here(all.iter().position(|f| f.index == index).unwrap_or_default()),
        whole => whole,
    };
    draft.scope = if cumulative(scene, counted, found) { Scope::Cumulative } else { Scope::Incident };
    let struck =
        scene.deeds.iter().find(|d| d.tokens.start == found.told.said.start).or_else(|| scene.deeds.iter().find(|d| d.act == Act::Cause));
    draft.stand_in = struck.and_then(|deed| deed.stand_in);
    let victims: Vec<ActorMention> = scene.actors.iter().filter(|a| super::scene::meet(&a.tokens, &counted.tokens)).cloned().collect();
    let doers = perpetrators(scene, found, &victims, draft.scope);
    draft.with(Role::Victim, &victims).by(&doers)
}

/// Whether the verb that tells what befell them is denied, or the one that counts them: "were not killed", "did not leave 12 dead".
fn denied(scene: &Scene<'_>, counted: &Counted, found: &Found) -> bool {
    let leaves = |d: &&Deed| d.act == Act::Cause && d.tokens.end <= counted.tokens.start && counted.tokens.start < d.tokens.end + NEAR;
    let said = &found.told.said;
    let verb = scene.deeds.iter().any(|deed| deed.tokens.start == said.start && !matches!(deed.form, Form::Noun | Form::Of));
    verb && scene.sentence.negated(said.clone()) || scene.deeds.iter().rev().find(leaves).is_some_and(|deed| deed.denied)
}

/// Who did it: the doer of what befell them, else of the strike or the attack that the sentence tells of. No one blow makes a total.
fn perpetrators(scene: &Scene<'_>, found: &Found, victims: &[ActorMention], scope: Scope) -> Vec<ActorMention> {
    let own = scene
        .deeds
        .iter()
        .find(|d| d.tokens.start == found.told.said.start && d.form != Form::Befalls)
        .map(|d| d.doers.clone())
        .unwrap_or_default();
    let blows = scene.deeds.iter().filter(|d| matches!(d.act, Act::Strike | Act::Operation | Act::Cause) && !d.doers.is_empty());
    let blows = blows.filter(|d| scope == Scope::Incident || d.act == Act::Cause);
    let blow = blows.min_by_key(|d| d.tokens.start.abs_diff(found.told.said.start)).map(|d| d.doers.clone()).unwrap_or_default();
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
    if several_sorts(scene, counted, noun) {
        return Group::People;
    }
    let among = (end..scene.len().min(end + 2)).find(|i| scene.is(*i, Word::Among));
    let among = among.and_then(|i| people(scene, scene.sentence.skip(i + 1, &[Word::The])));
    let among = among.or_else(|| are(scene, end).filter(|_| partitive(scene, counted)).map(|(tokens, group)| (tokens.end, group)));
    let unidentified = (found.told.said.end.min(end)..scene.len()).any(|i| scene.is(i, Word::Unidentified));
    let among = among.or_else(|| people(scene, of_them(scene, counted)?));
    match (noun, people(scene, end).or(among)) {
        (Group::People, _) if unidentified && (counted.other || found.whole != Whole::Itself) => Group::Unidentified,
        (Group::People, Some((_, group))) => group,
        (Group::People, None) => ranks(scene, end).unwrap_or(noun),
        _ => noun,
    }
}

/// Whether one number counts both the armed and others: "94 civilians, soldiers and policemen".
fn several_sorts(scene: &Scene<'_>, counted: &Counted, noun: Group) -> bool {
    let end = counted.tokens.end;
    let next = scene.sentence.word_cue(end, Word::And).or((scene.sign(end) == ",").then_some(end + 1));
    let other = next.filter(|next| scene.counted.iter().all(|c| c.tokens.start != *next)).and_then(|next| people(scene, next));
    let armed = |group| matches!(group, Group::Combatants | Group::Soldiers | Group::Police);
    noun != Group::People && counted.low > Some(1.0) && other.is_some_and(|(_, group)| armed(group) != armed(noun))
}

/// In whose ranks they were: "membres des forces du régime", "members of the militia".
fn ranks(scene: &Scene<'_>, at: usize) -> Option<Group> {
    let of = scene.sentence.skip(at, &[Word::Of, Word::Some, Word::The]);
    let body = scene.actors.iter().find(|a| of > at && a.tokens.start == of)?;
    match body.kind {
        SourceKind::Military => Some(Group::Soldiers),
        SourceKind::ArmedGroup => Some(Group::Combatants),
        _ => None,
    }
}

/// Whether a count sums over a war, years, or a time since then: "depuis …, N morts", "cette guerre a fait N morts".
fn cumulative(scene: &Scene<'_>, counted: &Counted, found: &Found) -> bool {
    let aside = |i: usize| scene.sign(i) == "," && scene.is(i + 1, Word::Part);
    let governs = |at: usize| {
        let part = (counted.tokens.end..at).any(aside);
        let told = scene.said.iter().any(|said| said.how == Speech::According && (counted.tokens.end..at).contains(&said.cue.start));
        let open = |i: usize| !matches!(scene.sign(i), ";" | ":" | "." | "(" | ")") && (part || told || scene.sign(i) != ",");
        // "the toll, which was revised since the attack, is": it tells of the revising.
        let aside = || scene.sentence.set_off(at..at, counted.tokens.start);
        at < counted.tokens.start && !aside() || at >= counted.tokens.start && (counted.tokens.end..at).all(open)
    };
    let never = |at: usize| (at.saturating_sub(NEAR)..at).any(|i| scene.is(i, Word::Not)) || record(scene, at);
    // "Brought to the town that the militia has held since 2007".
    let held = |at: usize| {
        let told = found.told.said.end.max(counted.tokens.end);
        scene.deeds.iter().any(|d| d.act == Act::Hold && d.tokens.start >= told && d.tokens.end <= at)
    };
    let event = || (0..scene.len()).any(|i| scene.is(i, Word::Event));
    let long = |p: &PeriodMention| match p.reach {
        Reach::Since => !never(p.tokens.start) && !held(p.tokens.start),
        _ => p.period.days().is_some_and(|days| days > 31) && !event() && !record(scene, p.tokens.start),
    };
    let blow =
        |i: usize| scene.deed_at(i, |act| matches!(act, Act::Strike | Act::Operation)).is_some_and(|(_, _, form)| form == Form::Noun);
    let since = |i: usize| {
        let noun = scene.sentence.word_cue(i, Word::Since).map(|end| scene.sentence.skip(end, &[Word::The]));
        let bare = i >= counted.tokens.end && !never(i) && noun.is_some_and(|end| matches!(scene.sign(end), "," | "."));
        bare || noun.is_some_and(|noun| blow(noun) || scene.is(noun, Word::War))
    };
    let effect = |i: usize| {
        (i + 1..scene.len().min(i + 6)).any(|j| {
            let acts = |(_, act, form)| matches!(act, Act::Cause | Act::Cost) || (harm(act).is_some() && form == Form::Participle);
            scene.act_at(j).is_some_and(acts)
        })
    };
    let fought = |i: usize| {
        let the = i.saturating_sub(1);
        let compound = scene.sentence.tokens.get(i + 1).is_some_and(|t| t.glued && t.is_word());
        scene.is(the, Word::The) && scene.word_before(the, Word::In) && !compound
    };
    let alone = |i: usize| {
        let other = |c: &Counted| c.noun != Noun::Percent && !c.article && c.tokens.start >= counted.tokens.end && c.tokens.end <= i;
        let over = (counted.tokens.end..i).any(|j| matches!(scene.sign(j), ";" | "." | ":"));
        i >= counted.tokens.end && !over && !scene.counted.iter().any(other)
    };
    let since_war = |i: usize| {
        let noun = scene.sentence.word_cue(i, Word::Since).map(|end| scene.sentence.skip(end, &[Word::Of, Word::The]));
        alone(i) && noun.is_some_and(|noun| scene.is(noun, Word::War))
    };
    let tells = |i: usize| (i..counted.tokens.start).any(|j| scene.is(j, Word::Relative) && scene.is(j + 1, Word::Have));
    let war =
        |i: usize| (scene.is(i, Word::War) && (effect(i) || tells(i) || i > counted.tokens.end && fought(i))) || scene.is(i, Word::Several);
    over_several(scene, counted)
        || stretch(scene, counted.tokens.end)
        || stretch(scene, found.told.said.end)
        || scene.periods.iter().any(|p| long(p) && governs(p.tokens.start))
        || (0..scene.len()).any(|i| governs(i) && (since(i) || war(i)) || since_war(i))
}

/// How far behind a count the accidents may stand that it sums over.
const CLAUSE: usize = 30;

/// Whether a count sums over accidents or crimes of which nobody says that they are one event: "two killed and six hurt | in Monday
/// shootings", "12 morts | dans trois accidents".
fn over_several(scene: &Scene<'_>, counted: &Counted) -> bool {
    if !(0..scene.len()).any(|i| scene.is(i, Word::Events)) {
        return false;
    }
    let sign = |i: usize| scene.sentence.tokens[i].shape == Shape::Sign;
    let goes_on = |i: usize| {
        // "who killed three has been accused in two shootings": another verb.
        let verb = scene.is(i, Word::Be) || scene.is(i, Word::Have);
        let own = || (i + 1..scene.len().min(i + NEAR / 2)).any(|j| scene.deed_at(j, |act| harm(act).is_some()).is_some());
        let counts =
            || scene.counted.iter().any(|c| c.tokens.start == i + 1) || (counted.tokens.end..=i + 1).any(|j| scene.is(j, Word::Part));
        if sign(i) { scene.sign(i) == "," && counts() } else { !verb || own() }
    };
    let light = |i: usize| !sign(i) && ![Word::The, Word::In, Word::Of, Word::And].iter().any(|word| scene.is(i, *word));
    let events = |from: usize| (from..scene.len().min(from + NEAR)).take_while(|i| light(*i)).any(|i| scene.is(i, Word::Events));
    let mut clause = (counted.tokens.end..scene.len().min(counted.tokens.end + CLAUSE)).take_while(|i| goes_on(*i));
    clause.any(|i| scene.is(i, Word::In) && events(i + 1))
}

/// Whether "since" tells since when something is a record: "the deadliest crash since 1982".
pub(super) fn record(scene: &Scene<'_>, since: usize) -> bool {
    (since.saturating_sub(NEAR)..since).any(|i| scene.is(i, Word::Record))
}

/// Whether a count of months or years follows in which people were counted: "2.000 morts | en six ans", "killed | over five years".
fn stretch(scene: &Scene<'_>, at: usize) -> bool {
    let time = |at: usize, wanted: fn(TimeCue) -> bool| {
        let found = scene.sentence.longest(at, |cue| if let Cue::Time(cue) = cue { wanted(cue).then_some(()) } else { None });
        found.map(|(end, ())| end)
    };
    let long = |at: usize| time(at, |cue| matches!(cue, TimeCue::Unit(Unit::Month | Unit::Year, _)));
    let number = time(at, |cue| cue == TimeCue::Link(Link::Window));
    number.is_some_and(|at| (at + 1..=at + 2).any(|unit| scene.sentence.tokens.get(unit).is_some() && long(unit).is_some()))
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
