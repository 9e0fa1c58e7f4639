//! Tolls that a figure is told of: "the death toll rose to 50", "le nombre de blessés est passé de 30 à 45".

use std::ops::Range;

use super::befallen::Told;
use super::casualties::harm;
use super::counted::{Counted, Noun};
use super::scene::Scene;
use crate::lexicon::{Act, Cue, Word};
use crate::model::Harm;

/// The toll that stands at a count: words of standing end right before it or begin it ("a dépassé 200"), or a preposition stands
/// before it behind a word of rising, however it is parted from it ("a encore grimpé, à 50").
pub(super) fn stands(scene: &Scene<'_>, counted: &Counted) -> Option<Told> {
    let at = counted.tokens.start;
    let stand = scene.before(at, |cue| matches!(cue, Cue::Act(Act::Stand, _)).then_some(()));
    let begins = scene.deed_at(at, |act| act == Act::Stand).is_some_and(|(end, ..)| end <= counted.number.start);
    let figure = at > 0 && scene.is(at - 1, Word::Figure) && matches!(counted.noun, Noun::Bare | Noun::People(_));
    let be = at > 0 && scene.is(at - 1, Word::Be) && matches!(counted.noun, Noun::Bare | Noun::People(_)) && bilan(scene, at - 1);
    let start = stand.map(|(start, ())| start).or(begins.then_some(at)).or((figure || be).then(|| at - 1))?;
    let (harm, toll) = (0..at).rev().take_while(|i| scene.sign(*i) != ";").find_map(|i| toll(scene, i, at))?;
    let gap = toll.end..start;
    let raised = (toll.start.saturating_sub(2)..toll.start).any(|i| scene.is(i, Word::Rises));
    let rises = || raised || gap.clone().any(|i| scene.is(i, Word::Rises) || scene.is(i, Word::Be));
    let day = |i: &usize| scene.periods.iter().any(|period| period.tokens.contains(i));
    let close = gap.clone().filter(|i| !day(i) && !scene.is(*i, Word::In)).count() <= 1;
    let the = toll.start - usize::from(toll.start > 0 && scene.is(toll.start - 1, Word::The));
    let put = figure && scene.word_before(the, Word::Rises);
    let told = stand.is_some() || begins || be || put || rises() || (counted.noun == Noun::Bare && close);
    told.then(|| Told { harm, act: Some(Act::Stand), said: start..at.max(start + 1) })
}

/// Whether a toll is the subject of a verb: "the death toll for Tuesday | was 20".
fn bilan(scene: &Scene<'_>, be: usize) -> bool {
    const WORDS: usize = 10;
    let toll = (be.saturating_sub(WORDS)..be).rev().find_map(|i| scene.sentence.word_cue(i, Word::Toll));
    let own = |i: usize| scene.sign(i).is_empty() && !scene.is(i, Word::Be) && !scene.is(i, Word::Have) && !scene.is(i, Word::Relative);
    toll.is_some_and(|end| end <= be && (end..be).all(own))
}

/// The toll that a count is told of by what follows it: "porte à 12 le nombre de morts".
pub(super) fn follows(scene: &Scene<'_>, at: usize) -> Option<(Harm, Range<usize>)> {
    let start = if scene.sign(at) == "," { at + 1 } else { at };
    let from = scene.sentence.skip(start, &[Word::The]);
    if from == start { None } else { toll(scene, from, scene.len()) }
}

/// The toll that is named at a token, and where: "bilan" is one of the dead, "the number of people who were hurt" says of whom, and
/// "les disparus" (ne sont plus que 21) are their own.
fn toll(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Harm, Range<usize>)> {
    const WORDS: usize = 10;
    let harmed = |i: usize| scene.sentence.longest(i, |cue| if let Cue::Harmed(harm) = cue { Some(harm) } else { None });
    if let Some(next) = scene.sentence.word_cue(at, Word::Toll) {
        return Some((Harm::Killed, at..next));
    }
    let Some(from) = scene.sentence.word_cue(at, Word::Tally) else {
        let subject = at == 0 || scene.is(at, Word::The);
        let (next, harm) = harmed(at).or_else(|| harmed(scene.sentence.word_cue(at, Word::The)?)).filter(|_| subject)?;
        return Some((harm, at..next));
    };
    (from..end.min(from + WORDS)).find_map(|i| {
        let told = harmed(i).or_else(|| scene.deed_at(i, |act| harm(act).is_some()).and_then(|(end, act, _)| Some((end, harm(act)?))));
        told.map(|(next, harm)| (harm, at..next))
    })
}
