//! Status: what the targets were, what a group is or was called, who the dead were.

use std::ops::Range;

use super::casualties::harm;
use super::counted::{Counted, Noun};
use super::deed::Deed;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Cue, Form, Word};
use crate::mention::ActorMention;
use crate::model::{Group, Harm, Kind, Role, SourceKind, Stance};

/// What a sentence says of the people who were aimed at, and of who a group is.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let deeds = scene.deeds.iter().filter_map(|deed| aimed(deed).or_else(|| identity(scene, deed)));
    let dead = (0..scene.len()).filter_map(|at| dead(scene, at).or_else(|| throughout(scene, at)).or_else(|| unknown(scene, at)));
    deeds.chain(dead).collect()
}

/// How far the two ends of "the dead are civilians" may lie from its verb.
const NEAR: usize = 4;

/// "les morts sont des civils", "those killed were fighters of X".
fn dead(scene: &Scene<'_>, be: usize) -> Option<Draft> {
    let belong = scene.deed_at(be, |act| act == Act::Identity).filter(|(_, _, form)| *form == Form::Verb).map(|(end, ..)| end);
    if !scene.is(be, Word::Be) && belong.is_none() {
        return None;
    }
    let pronoun = || (be > 0 && scene.is(be - 1, Word::Pronoun) && (0..be).any(|i| harmed(scene, i))).then(|| be - 1);
    let near = (be.saturating_sub(NEAR)..be).rev().find(|i| harmed(scene, *i)).or_else(pronoun);
    let subject = near.or_else(|| described(scene, be))?;
    // "The dead were killed during the rebels' advance" says how, not what they were.
    let done = |at: usize| scene.sentence.longest(at, |cue| matches!(cue, Cue::Act(..)).then_some(())).is_some();
    let behind = if near.is_some() { be + 2 + NEAR } else { be + 3 };
    let by = |i: usize| [Word::By, Word::In, Word::At, Word::On].iter().any(|word| scene.is(i, *word));
    let mut predicate = (be + 1..scene.len().min(behind)).take_while(|i| scene.sign(*i).is_empty() && !done(*i) && !by(*i));
    let members = |end: usize| ranks(scene, scene.sentence.skip(end, &[Word::The]));
    let (tokens, group) = belong.map_or_else(|| predicate.find_map(|at| class(scene, at)), members)?;
    let mut draft = Draft::new(Kind::Status, subject..tokens.end, tokens.start);
    draft.group = Some(group);
    draft.stance = if (be..tokens.start).any(|i| scene.is(i, Word::Not)) { Stance::Denied } else { Stance::Asserted };
    let some =
        scene.counted.iter().find(|c| !c.article && c.tokens.start + FAR > subject && c.tokens.end <= be && c.tokens.start <= subject);
    draft.count = some.and_then(|c| c.quantity("people", &scene.sentence));
    let of: Vec<_> = scene.actors.iter().filter(|a| super::scene::meet(&a.tokens, &tokens)).cloned().collect();
    Some(draft.with(Role::Victim, &of))
}

/// The dead whom a longer phrase tells of, which opens the clause: "those killed on Saturday in the raids on X were".
fn described(scene: &Scene<'_>, be: usize) -> Option<usize> {
    const WORDS: usize = 14;
    let verb =
        |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have) || scene.act_at(i).is_some_and(|(_, _, form)| form == Form::Verb);
    let phrase = (be.saturating_sub(WORDS)..be).rev().take_while(|i| scene.sign(*i).is_empty() && !verb(*i));
    let subject = phrase.filter(|i| harmed(scene, *i)).last()?;
    let people = |i: usize| scene.sentence.longest(i, |cue| matches!(cue, Cue::People(_)).then_some(())).is_some();
    let opens = (0..subject).rev().take_while(|i| scene.is(*i, Word::The) || people(*i)).last().unwrap_or(subject);
    (opens == 0 || !scene.sign(opens - 1).is_empty() || scene.is(opens - 1, Word::That)).then_some(subject)
}

/// How far before "the dead" a count of some of them may stand: "twelve of the dead".
const FAR: usize = 4;

/// Whether a word names the dead or the wounded: by a noun, or by what befell them ("those killed").
pub(super) fn harmed(scene: &Scene<'_>, at: usize) -> bool {
    let noun = scene
        .sentence
        .longest(at, |cue| matches!(cue, Cue::Harmed(Harm::Killed | Harm::Injured | Harm::Casualties)).then_some(()))
        .is_some();
    let people = |end: usize| {
        (end.saturating_sub(3)..end).any(|i| scene.sentence.marks_at(i).iter().any(|m| m.end == end && matches!(m.cue, Cue::People(_))))
    };
    let befallen = scene.act_at(at).is_some_and(|(_, act, form)| hurts(act) && form == Form::Participle);
    noun || befallen && at > 0 && (scene.is(at - 1, Word::The) || people(at))
}

fn hurts(act: Act) -> bool {
    matches!(harm(act), Some(Harm::Killed | Harm::Injured | Harm::Casualties))
}

/// What sort of people a word says that they were: "civils", "members of the militia".
fn class(scene: &Scene<'_>, at: usize) -> Option<(Range<usize>, Group)> {
    let (end, group) = scene.sentence.longest(at, |cue| if let Cue::People(group) = cue { Some(group) } else { None })?;
    if group != Group::People {
        return Some((at..end, group));
    }
    let of = scene.sentence.skip(end, &[Word::Of, Word::The]);
    ranks(scene, of).filter(|_| of > end)
}

/// A body under arms, and what its members are.
fn ranks(scene: &Scene<'_>, at: usize) -> Option<(Range<usize>, Group)> {
    let body = scene.actors.iter().find(|a| a.tokens.start == at)?;
    match body.kind {
        SourceKind::ArmedGroup => Some((body.tokens.clone(), Group::Combatants)),
        SourceKind::Military => Some((body.tokens.clone(), Group::Soldiers)),
        _ => None,
    }
}

/// "47 morts, tous des civils", "forty people died, nearly all of them civilians".
fn throughout(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let end = scene.sentence.word_cue(at, Word::Mostly)?;
    let told = (at.saturating_sub(REACH)..at).any(|i| harmed(scene, i) || scene.act_at(i).is_some_and(|(_, act, _)| harm(act).is_some()));
    let start = scene.sentence.skip(end, &[Word::Be, Word::Some, Word::A]);
    let (tokens, group) =
        class(scene, start).filter(|(_, group)| told && matches!(group, Group::Civilians | Group::Combatants | Group::Soldiers))?;
    let mut draft = Draft::new(Kind::Status, at..tokens.end, tokens.start);
    draft.group = Some(group);
    let of: Vec<_> = scene.actors.iter().filter(|a| super::scene::meet(&a.tokens, &tokens)).cloned().collect();
    Some(draft.with(Role::Victim, &of))
}

/// How far before "all of them civilians" it is said what befell them.
const REACH: usize = 24;

/// "sans que l'on sache s'il s'agit de civils", "unidentified".
fn unknown(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let end = scene.sentence.word_cue(at, Word::Unidentified)?;
    let people = |c: &&Counted| !c.article && !matches!(c.noun, Noun::Object(_) | Noun::Percent);
    let counted = scene.counted.iter().rev().filter(people).find(|c| c.tokens.end <= at)?;
    let mut draft = Draft::new(Kind::Status, at..end, at);
    draft.group = Some(Group::Unidentified);
    draft.stance = Stance::Doubted;
    draft.count = counted.quantity("people", &scene.sentence);
    Some(draft)
}

/// "ciblent les extrémistes", "ont frappé les rebelles".
fn aimed(deed: &Deed) -> Option<Draft> {
    if deed.act != Act::Aim || (deed.met.is_empty() && deed.people.is_none()) || deed.form == Form::Noun {
        return None;
    }
    let fighters = deed.met.iter().any(|a| a.kind == SourceKind::ArmedGroup);
    let group = match (&deed.people, fighters) {
        (_, true) => Group::Combatants,
        (Some((_, group)), _) => *group,
        (None, false) => return None,
    };
    let mut draft = Draft::new(Kind::Status, deed.tokens.clone(), deed.tokens.start);
    draft.group = Some(group);
    draft.stance = if deed.denied { Stance::Denied } else { Stance::Asserted };
    draft.stand_in = deed.stand_in;
    if let Some((tokens, _)) = &deed.people {
        draft.tokens = join(&draft.tokens, tokens);
    }
    Some(draft.with(Role::Perpetrator, &deed.doers).with(Role::Target, &deed.met))
}

/// "était connu sous le nom de", "une émanation de".
fn identity(scene: &Scene<'_>, deed: &Deed) -> Option<Draft> {
    if deed.act != Act::Identity {
        return None;
    }
    let near = scene.actors.iter().filter(|a| a.tokens.start >= deed.tokens.end && a.tokens.start <= deed.tokens.end + 3).cloned();
    let after: Vec<_> = near.collect();
    // "The army said the dead belonged to X": that tells of the dead.
    let of_the_dead = |a: &ActorMention| (a.tokens.end..deed.tokens.start).any(|i| harmed(scene, i));
    let last = scene.actors_in(0..deed.tokens.start).next_back().filter(|a| !of_the_dead(a));
    let before: Vec<_> = last.cloned().into_iter().collect();
    if after.is_empty() || before.is_empty() {
        return None;
    }
    let draft = Draft::new(Kind::Status, deed.tokens.clone(), deed.tokens.start);
    Some(draft.with(Role::Subject, &before).with(Role::Subject, &after))
}
