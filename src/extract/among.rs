//! Counts of people who are told to be among others: "nine children are among the 30 dead", "Among the injured were 34 officers".

use super::befallen::{NEAR, Told, behind};
use super::casualties::harm;
use super::counted::{Counted, Noun};
use super::scene::Scene;
use super::share::joined;
use crate::lexicon::{Cue, Form, Word};

/// Among whom a count is told to be, and the count of them all where it stands there: "nine children are among the 30 dead".
pub(super) fn among(scene: &Scene<'_>, counted: &Counted) -> Option<(Told, Option<usize>)> {
    let light = |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have) || scene.sentence.is_plain(i);
    let mut end = counted.tokens.end;
    for next in scene.counted.iter().filter(|c| !c.article && c.tokens.start > counted.tokens.start) {
        let chain = end..end;
        if joined(scene, &chain, &next.tokens) {
            end = next.tokens.end;
        }
    }
    let at = (end..scene.len().min(end + NEAR / 2)).find(|i| scene.is(*i, Word::Among))?;
    let own = matches!(counted.noun, Noun::People(_) | Noun::Bare) && (end..at).all(light);
    let from = scene.sentence.skip(scene.sentence.word_cue(at, Word::Among).filter(|_| own)?, &[Word::The]);
    let told = |harm, said| Told { harm, act: None, said };
    if let Some((end, act, Form::Befalls)) = scene.deed_at(at, |act| harm(act).is_some()) {
        return Some((told(harm(act)?, at..end), None));
    }
    if let Some(of) = scene.counted.iter().position(|c| c.number.start == from || c.tokens.start == from) {
        let all = &scene.counted[of];
        let harm = match all.noun {
            Noun::Harmed(harm) => harm,
            Noun::People(_) => behind(scene, all).map(|told| told.harm)?,
            _ => return None,
        };
        return (!all.article).then(|| (told(harm, at..all.tokens.end), Some(of)));
    }
    let (end, harm) = scene.sentence.longest(from, |cue| if let Cue::Harmed(harm) = cue { Some(harm) } else { None })?;
    Some((told(harm, at..end), None))
}

/// Who those are said to be among whom a count stands that opens its clause: "Among the injured were | 34 officers, a reporter and …".
pub(super) fn listed_among(scene: &Scene<'_>, counted: &Counted) -> Option<Told> {
    let start = counted.tokens.start;
    let opens = |i: &usize| *i == 0 || !scene.sign(*i - 1).is_empty();
    let from = (0..start).rev().filter(opens).find_map(|i| Some((i, scene.sentence.word_cue(i, Word::Among)?)))?;
    let noun = scene.sentence.skip(from.1, &[Word::The]);
    let (end, harm) = scene.sentence.longest(noun, |cue| match cue {
        Cue::Harmed(harm) => Some(harm),
        Cue::Act(act, Form::Participle) => harm(act),
        _ => None,
    })?;
    let within = |i: usize| scene.counted.iter().any(|c| c.tokens.contains(&i) && c.tokens.end <= start);
    let light = |i: usize| {
        let small = [Word::Be, Word::Have, Word::And, Word::A, Word::Pronoun].iter().any(|word| scene.is(i, *word));
        small || scene.sign(i) == "," || scene.sentence.is_plain(i) || within(i)
    };
    let people = matches!(counted.noun, Noun::People(_)) && noun > from.1;
    (people && end < start && (end..start).all(light)).then_some(Told { harm, act: None, said: from.0..end })
}
