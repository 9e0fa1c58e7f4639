//! Materiel: objects destroyed or captured.

use super::counted::{Counted, Noun};
use super::draft::{Draft, join};
use super::scene::Scene;
use super::share::joined;
use crate::lexicon::Act;
use crate::model::{Kind, Role, Stance};

/// The objects that a sentence says were destroyed or taken.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    for deed in scene.deeds.iter().filter(|d| matches!(d.act, Act::Destroy | Act::Gain)) {
        let object = |c: &Counted| matches!(c.noun, Noun::Object(object) if object.kind == Some(Kind::Materiel));
        let first = scene.counted.iter().position(|c| {
            let near = if deed.passive {
                c.tokens.end <= deed.tokens.start && deed.tokens.start - c.tokens.end < 6
            } else {
                c.tokens.start >= deed.tokens.end && c.tokens.start - deed.tokens.end < 4
            };
            object(c) && near
        });
        let Some(first) = first else { continue };
        let side = |a: &Counted, b: &Counted| deed.act == Act::Destroy && object(a) && object(b) && joined(scene, &a.tokens, &b.tokens);
        let before = (1..=first).take_while(|n| side(&scene.counted[first - n], &scene.counted[first - n + 1])).count();
        let behind = (first + 1..scene.counted.len()).take_while(|n| side(&scene.counted[n - 1], &scene.counted[*n])).count();
        for counted in &scene.counted[first - before..=first + behind] {
            let Noun::Object(object) = counted.noun else { continue };
            if deed.act == Act::Gain && scene.places.iter().any(|p| super::scene::meet(&p.tokens, &counted.tokens)) {
                continue;
            }
            let mut draft = Draft::new(Kind::Materiel, join(&deed.tokens, &counted.tokens), deed.tokens.start);
            draft.count = counted.quantity(scene.tongue().text(object.unit), &scene.sentence);
            draft.stance = if deed.denied { Stance::Denied } else { Stance::Asserted };
            out.push(draft.with(Role::Perpetrator, &deed.doers));
        }
    }
    out
}
