//! What became of people in the end, told behind what befell them first: "was shot and later died", "the pupils kidnapped in May were
//! freed", "all three were taken to hospital, where one died".

use super::befallen::{FAR, Found, Told};
use super::casualties::{harm, objects};
use super::draft::Whole;
use super::scene::Scene;
use super::share::{of_them, partitive};
use crate::lexicon::{Act, Form, Word};
use crate::model::Harm;

/// What became of those who were taken first: "the pupils (who were) kidnapped in May | have been freed", "held captive | were freed".
pub(super) fn became(scene: &Scene<'_>, first: &Found) -> Option<Found> {
    let (from, said) = (scene.counted[first.index].tokens.end, &first.told.said);
    let taken = matches!(first.told.harm, Harm::Abducted | Harm::Detained | Harm::Captured | Harm::Missing);
    if !taken || said.start < from {
        return None;
    }
    let other = |i: usize| scene.counted.iter().any(|c| !c.article && c.tokens.start == i);
    let stops = |i: usize| matches!(scene.sign(i), ";" | ":" | ".") || scene.is(i, Word::Relative) || scene.is(i, Word::And) || other(i);
    let clause = (said.end..scene.len().min(said.end + FAR)).take_while(|i| !stops(*i));
    let (at, end, act) = clause.into_iter().find_map(|i| {
        let (end, act, form) = scene.deed_at(i, |act| matches!(harm(act), Some(Harm::Freed | Harm::Killed | Harm::Evacuated)))?;
        let told = matches!(form, Form::Participle | Form::Befalls) && scene.auxiliaries(i).0;
        (told && harm(act) != Some(first.told.harm)).then_some((i, end, act))
    })?;
    let told = Told { harm: harm(act)?, act: Some(act), said: at..end };
    Some(Found { index: first.index, told, whole: Whole::Itself, shared: false, later: true })
}

/// Tells of the hurt only that they were casualties where some of them died in the end: "three were taken to hospital, | where one died",
/// "four were wounded, leaving two of them dead".
pub(super) fn some_died(scene: &Scene<'_>, found: &mut [Found]) {
    for second in 1..found.len() {
        let (first, dead) = (&found[second - 1], &found[second]);
        let (all, some) = (&scene.counted[first.index], &scene.counted[dead.index]);
        let fewer = all.low.zip(some.low).is_some_and(|(all, some)| some < all) && !some.list;
        let gap = first.told.said.end.max(all.tokens.end)..some.tokens.start;
        let open = |i: usize| matches!(scene.sign(i), "" | "," | "-" | "–" | "—") && !scene.is(i, Word::And);
        let leads = |i: usize| scene.act_at(i).is_some_and(|(_, act, form)| (act, form) == (Act::Cause, Form::Gerund));
        let brought = first.told.said.clone().any(|i| scene.is(i, Word::Hospital));
        let there = brought && gap.len() <= 2 && gap.clone().any(|i| scene.is(i, Word::Relative));
        let theirs = there || gap.clone().any(leads) || partitive(scene, some) || of_them(scene, some).is_some();
        let die = first.told.harm == Harm::Injured && dead.told.harm == Harm::Killed && first.whole == Whole::Itself;
        if die && fewer && theirs && gap.len() <= FAR && gap.clone().all(open) {
            found[second].whole = Whole::Here(first.index);
            found[second - 1].told.harm = Harm::Casualties;
        }
    }
}

/// Where the hospital is named that somebody who is counted was brought to: "three were rushed to Riley Children's Hospital". Of one
/// person that leaves open whether he lived, as a shot does.
pub(super) fn hospital(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const WORDS: usize = 8;
    let to = scene.sentence.word_cue(at, Word::Carried)?;
    let name = (to..scene.len().min(to + WORDS)).take_while(|i| matches!(scene.sign(*i), "" | "-" | "." | "’" | "'"));
    name.into_iter().find_map(|i| scene.sentence.word_cue(i, Word::Hospital))
}

/// What is told last of those who were shot or hurt, in the same clause: "was shot and later died", "was shot but survived".
pub(super) fn last_told(scene: &Scene<'_>, told: Told) -> Told {
    if told.act != Some(Act::Shot) && told.act != Some(Act::Injured) {
        return told;
    }
    let mut at = told.said.end;
    while at < scene.len().min(told.said.end + FAR) {
        let closes = matches!(scene.sign(at), ";" | ":" | ".") || scene.is(at, Word::Relative) || scene.is(at, Word::By);
        if closes || scene.counted.iter().any(|c| c.tokens.start == at) {
            break;
        }
        let hurt = |end| Told { harm: Harm::Injured, act: Some(Act::Injured), said: told.said.start..end };
        if let Some(end) = scene.sentence.word_cue(at, Word::Survives) {
            return hurt(end);
        }
        let Some((end, act, form)) = scene.deed_at(at, |act| harm(act).is_some()) else {
            at += 1;
            continue;
        };
        let own = form == Form::Befalls || form == Form::Participle && !objects(scene, end) && scene.passive(at);
        match act {
            Act::Killed if own => return Told { harm: Harm::Killed, act: Some(act), said: told.said.start..end },
            Act::Injured | Act::Ailing if own => return hurt(end),
            _ => at = end,
        }
    }
    told
}

/// A death that is somebody's: "the boy's death", "his murder", "the teenager's fatal shooting".
pub(super) fn owned(scene: &Scene<'_>, from: usize) -> Option<Told> {
    const WORDS: usize = 3;
    for at in from..scene.len().min(from + WORDS) {
        let death = scene.deed_at(at, |act| act == Act::Killed).filter(|(_, _, form)| *form == Form::Noun);
        if let Some((end, act, _)) = death {
            return Some(Told { harm: Harm::Killed, act: Some(act), said: at..end });
        }
        if !scene.sentence.is_plain(at) {
            return None;
        }
    }
    None
}
