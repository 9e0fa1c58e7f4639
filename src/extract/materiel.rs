//! Materiel: objects destroyed or captured.

use super::counted::Noun;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::Act;
use crate::model::{Kind, Role, Stance};

/// The objects that a sentence says were destroyed or taken.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    for deed in scene.deeds.iter().filter(|d| matches!(d.act, Act::Destroy | Act::Gain)) {
        let counted = scene.counted.iter().find(|c| {
            let object = matches!(c.noun, Noun::Object(object) if object.kind == Some(Kind::Materiel));
            let near = if deed.passive {
                c.tokens.end <= deed.tokens.start && deed.tokens.start - c.tokens.end < 6
            } else {
                c.tokens.start >= deed.tokens.end && c.tokens.start - deed.tokens.end < 4
            };
            object && near
        });
        let Some(counted) = counted else { continue };
        let Noun::Object(object) = counted.noun else { continue };
        if deed.act == Act::Gain && scene.places.iter().any(|p| super::scene::meet(&p.tokens, &counted.tokens)) {
            continue;
        }
        let mut draft = Draft::new(Kind::Materiel, join(&deed.tokens, &counted.tokens), deed.tokens.start);
        draft.count = counted.quantity(scene.tongue().text(object.unit), &scene.sentence);
        draft.stance = if deed.denied { Stance::Denied } else { Stance::Asserted };
        out.push(draft.with(Role::Perpetrator, &deed.doers));
    }
    out
}
