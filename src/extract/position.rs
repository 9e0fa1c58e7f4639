//! Positions: demands, vetoes, warnings, concerns.

use super::draft::Draft;
use super::scene::Scene;
use crate::lexicon::Act;
use crate::model::{Kind, Role, Stance};

/// The positions that a sentence tells, each with whoever takes it.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let told = scene.deeds.iter().filter(|d| d.act == Act::Position && !d.doers.is_empty() && !d.passive);
    let draft = |d: &super::deed::Deed| {
        let end = scene.len().min(d.tokens.end + 12);
        let mut draft = Draft::new(Kind::Position, d.tokens.start..end, d.tokens.start);
        draft.stance = if d.denied { Stance::Denied } else { Stance::Asserted };
        draft.with(Role::Speaker, &d.doers).with(Role::Addressee, &d.met)
    };
    told.map(draft).collect()
}
