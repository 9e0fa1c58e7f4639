//! Operations: offensives, assaults, battles, interventions, withdrawals.

use super::draft::Draft;
use super::scene::Scene;
use crate::lexicon::Act;
use crate::model::{Group, Kind, Role, SourceKind, Stance};

/// The operations of a sentence: those of whom it says who led them or whom they met. To deny an attack on a group is to say who
/// the targets were not.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let told = scene.deeds.iter().filter(|d| d.act == Act::Operation && (!d.doers.is_empty() || !d.met.is_empty()));
    let draft = |d: &super::deed::Deed| {
        let fighters = d.met.iter().any(|a| a.kind == SourceKind::ArmedGroup);
        let kind = if d.denied && fighters { Kind::Status } else { Kind::Operation };
        let mut draft = Draft::new(kind, d.tokens.clone(), d.tokens.start);
        draft.group = (kind == Kind::Status).then_some(Group::Combatants);
        draft.stance = if d.denied { Stance::Denied } else { Stance::Asserted };
        draft.stand_in = d.stand_in;
        draft.with(Role::Perpetrator, &d.doers).with(Role::Target, &d.met)
    };
    told.map(draft).collect()
}
