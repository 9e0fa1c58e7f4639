//! Motives: why somebody does it.

use super::draft::Draft;
use super::scene::Scene;
use crate::lexicon::Act;
use crate::model::{Kind, Role, Stance};

/// The motives that a sentence tells.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let told = scene.deeds.iter().filter(|d| d.act == Act::Motive);
    let draft = |d: &super::deed::Deed| {
        let end = scene.len().min(d.tokens.end + 8);
        let mut draft = Draft::new(Kind::Motive, d.tokens.start..end, d.tokens.start);
        draft.stance = if d.denied { Stance::Denied } else { Stance::Asserted };
        draft.stand_in = d.stand_in;
        draft.with(Role::Perpetrator, &d.doers)
    };
    told.map(draft).collect()
}
