//! Responsibility: who did it, who started it, who broke it; claimed, laid on somebody, denied.

use super::draft::Draft;
use super::scene::Scene;
use crate::lexicon::{Act, Form, Speech};
use crate::mention::Who;
use crate::model::{Kind, Role, SourceKind, Stance};

/// Whom a sentence holds responsible.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let deeds = scene.deeds.iter().filter_map(|deed| {
        let doers = match (deed.act, deed.form) {
            (Act::Accuse, _) | (Act::Blame, Form::Noun) => super::deed::owners(scene, deed.tokens.end),
            (Act::Blame | Act::Break | Act::Own, _) => deed.doers.clone(),
            _ => return None,
        };
        let first = doers.first()?;
        let trigger = if deed.act == Act::Accuse { first.tokens.start } else { deed.tokens.start };
        let mut draft = Draft::new(Kind::Responsibility, deed.tokens.clone(), trigger);
        draft.stance = if deed.denied { Stance::Denied } else { Stance::Asserted };
        Some(draft.with(Role::Perpetrator, &doers))
    });
    deeds.chain(denials(scene)).collect()
}

/// "Le groupe X dément": whoever is accused denies, and nothing else is said.
fn denials(scene: &Scene<'_>) -> Vec<Draft> {
    let denied = scene.said.iter().filter(|said| said.how == Speech::Deny);
    let accused = denied.filter_map(|said| {
        let teller = said.chain.last()?;
        let Who::Known { id, kind, .. } = &teller.who else { return None };
        let party = matches!(kind, SourceKind::ArmedGroup | SourceKind::Military | SourceKind::Government);
        let actor =
            scene.actors.iter().find(|a| a.id == *id && a.tokens.start >= teller.tokens.start && a.tokens.end <= teller.tokens.end)?;
        party.then(|| {
            let mut draft = Draft::new(Kind::Responsibility, said.cue.clone(), said.cue.start);
            draft.stance = Stance::Denied;
            draft.with(Role::Perpetrator, std::slice::from_ref(actor))
        })
    });
    accused.collect()
}
