//! Who speaks in a quotation that goes over more than one sentence.

use std::ops::Range;

use super::scene::Scene;
use super::voice::{Speaker, extent};
use crate::mention::Said;

/// The quotations of a text that are told by another sentence than their own.
pub(super) struct Quoted<'s, 't> {
    scenes: &'s [Scene<'t>],
    /// The bytes of each sentence.
    extents: Vec<Range<usize>>,
    quotations: Vec<Range<usize>>,
}

/// How many bytes of signs and blanks may part a quotation from the sentence that says whose it is.
const NEAR: usize = 4;

impl<'s, 't> Quoted<'s, 't> {
    /// Quotations as byte ranges of the text that the sentences are of. One that nothing closes ends where somebody is given the word.
    pub fn new(scenes: &'s [Scene<'t>], mut quotations: Vec<Range<usize>>) -> Self {
        let Some(text) = scenes.first().map(|scene| scene.sentence.text) else {
            return Self { scenes, extents: Vec::new(), quotations: Vec::new() };
        };
        let extents: Vec<Range<usize>> = scenes.iter().map(extent).collect();
        for quotation in quotations.iter_mut().filter(|q| !text[q.end..].starts_with(['»', '”', '"'])) {
            let mut behind = near(&extents, quotation.clone()).filter(|i| extents[*i].start > quotation.start + NEAR);
            if let Some(speaks) = behind.find(|i| !scenes[*i].said.is_empty()) {
                quotation.end = extents[speaks].start;
            }
        }
        Self { scenes, extents, quotations }
    }

    /// Who speaks the words at a byte of that sentence, if they stand in a quotation: whoever is given the word behind it, else before
    /// it, in another sentence. `Some(None)`: nobody is, though the sentence is quoted from its beginning.
    pub fn speaker(&self, sentence: usize, byte: usize) -> Option<Speaker<'s, 't>> {
        let quotation = self.quotations.get(self.quotations.partition_point(|q| q.end <= byte)).filter(|q| q.contains(&byte))?;
        let outside = |other: usize| {
            let scene = &self.scenes[other];
            scene.said.iter().filter(move |said| !quotation.contains(&start(scene, said))).map(move |said| (scene, said))
        };
        if outside(sentence).next().is_some() {
            return None;
        }
        let mut around = near(&self.extents, quotation.end.saturating_sub(1)..quotation.end + NEAR).flat_map(outside);
        let behind = around.find(|(scene, said)| start(scene, said) >= quotation.end);
        let before = || near(&self.extents, quotation.start.saturating_sub(NEAR)..quotation.start + 1).flat_map(outside).last();
        match behind.or_else(before) {
            Some(speaker) => Some(Some(speaker)),
            None => (quotation.start <= self.extents[sentence].start + NEAR).then_some(None),
        }
    }
}

/// The sentences that some bytes touch.
fn near(extents: &[Range<usize>], bytes: Range<usize>) -> Range<usize> {
    let first = extents.partition_point(|extent| extent.end <= bytes.start);
    first..extents.partition_point(|extent| extent.start < bytes.end).max(first)
}

/// The byte where the cue begins.
fn start(scene: &Scene<'_>, said: &Said) -> usize {
    let tokens = &scene.sentence.tokens;
    tokens[said.cue.start.min(tokens.len() - 1)].start
}
