//! Figures that an article tells as given before: "had first spoken of ten", "up from 36", "un précédent bilan faisait état de 10".

use super::draft::Draft;
use super::scene::Scene;
use crate::lexicon::Word;
use crate::mention::Said;

/// Tokens before a word of telling within which "had" and "initially" belong to it.
const VERB: usize = 3;

/// Tokens before a figure within which "an earlier toll" can be the one of that figure.
const TOLL: usize = 8;

/// Whether the words round the figure of a draft say that it was given before.
pub(super) fn is_earlier(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(figure) = draft.count.as_ref().and_then(|count| count.span()) else { return false };
    let at = scene.sentence.tokens.partition_point(|token| token.start < figure.start());
    let number = |i: &usize| scene.counted.iter().any(|counted| counted.number.contains(i));
    let former = (at.saturating_sub(TOLL)..at).rev().take_while(|i| !number(i) && scene.sign(*i) != ";").any(|i| scene.is(i, Word::Former));
    let formerly = |from: usize, to: usize| (from.saturating_sub(VERB)..to).any(|i| scene.is(i, Word::Formerly));
    let round = |said: &&Said| said.scope.contains(&draft.trigger) && !said.cue.contains(&draft.trigger);
    let said = scene.said.iter().filter(round).min_by_key(|said| said.scope.len());
    let moved = at > 0 && scene.is(at - 1, Word::Figure) && formerly(at - 1, at);
    former || moved || said.is_some_and(|said| formerly(said.cue.start, said.cue.end))
}
