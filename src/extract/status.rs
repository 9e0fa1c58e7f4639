//! Status: what the targets were, what a group is or was called, who the dead were.

use super::counted::Noun;
use super::deed::Deed;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Cue, Form, Word};
use crate::model::{Group, Kind, Role, SourceKind, Stance};

/// What a sentence says of the people who were aimed at, and of who a group is.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let deeds = scene.deeds.iter().filter_map(|deed| aimed(deed).or_else(|| identity(scene, deed)));
    let dead = (0..scene.len()).filter_map(|at| dead(scene, at).or_else(|| unknown(scene, at)));
    deeds.chain(dead).collect()
}

/// How far the two ends of "the dead are civilians" may lie from its verb.
const NEAR: usize = 4;

/// "les morts sont des civils", "they were fighters of X".
fn dead(scene: &Scene<'_>, be: usize) -> Option<Draft> {
    if !scene.is(be, Word::Be) {
        return None;
    }
    let harmed = |from: usize, to: usize| {
        (from..to).rev().find(|i| scene.sentence.longest(*i, |cue| matches!(cue, Cue::Harmed(_)).then_some(())).is_some())
    };
    let subject = harmed(be.saturating_sub(NEAR), be)
        .or_else(|| (be > 0 && scene.is(be - 1, Word::Pronoun) && harmed(0, be).is_some()).then(|| be - 1))?;
    // "The dead were killed during the rebels' advance" says how, not what they were.
    let done = |at: usize| scene.sentence.longest(at, |cue| matches!(cue, Cue::Act(..)).then_some(())).is_some();
    let mut predicate = (be + 1..scene.len().min(be + 2 + NEAR)).take_while(|i| scene.sign(*i).is_empty() && !done(*i));
    let (tokens, group) = predicate.find_map(|at| {
        let (end, group) = scene.sentence.longest(at, |cue| match cue {
            Cue::People(group) if group != Group::People => Some(group),
            _ => None,
        })?;
        Some((at..end, group))
    })?;
    let mut draft = Draft::new(Kind::Status, subject..tokens.end, tokens.start);
    draft.group = Some(group);
    draft.stance = if (be..tokens.start).any(|i| scene.is(i, Word::Not)) { Stance::Denied } else { Stance::Asserted };
    let of: Vec<_> = scene.actors.iter().filter(|a| super::scene::meet(&a.tokens, &tokens)).cloned().collect();
    Some(draft.with(Role::Victim, &of))
}

/// "sans que l'on sache s'il s'agit de civils", "unidentified".
fn unknown(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let end = scene.sentence.word_cue(at, Word::Unidentified)?;
    let counted = scene.counted.iter().rev().find(|c| c.tokens.end <= at && !matches!(c.noun, Noun::Object(_) | Noun::Percent))?;
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
    let before: Vec<_> = scene.actors_in(0..deed.tokens.start).next_back().cloned().into_iter().collect();
    if after.is_empty() || before.is_empty() {
        return None;
    }
    let draft = Draft::new(Kind::Status, deed.tokens.clone(), deed.tokens.start);
    Some(draft.with(Role::Subject, &before).with(Role::Subject, &after))
}
