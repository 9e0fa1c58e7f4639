//! Doers that a sentence points back to: "les bombardements" after "les bombardements russes", "il" after whoever speaks.

use super::deed::StandIn;
use super::draft::Draft;
use super::scene::{Scene, meet};
use crate::lexicon::{Act, Speech};
use crate::mention::{ActorMention, Naming, Said, Who};
use crate::model::{Actor, ActorId, Role};

/// The actors that were named last, as reading goes on.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// Who struck last.
    struck: Vec<Actor>,
}

impl Named {
    /// The actors of a claim, with those that its words only point to.
    pub fn actors(&self, draft: &Draft, scene: &Scene<'_>) -> Vec<Actor> {
        let mut out: Vec<Actor> = draft.actors.iter().filter_map(|(role, mention)| self.actor(scene, *role, mention)).collect();
        if !out.iter().any(|actor| actor.role == Role::Perpetrator) {
            match draft.stand_in {
                Some(StandIn::Blow) => out.extend(self.struck.iter().cloned()),
                Some(StandIn::Pronoun | StandIn::Speaker) if reports(draft, scene) => out.extend(self.speaker(draft, scene)),
                Some(StandIn::Pronoun) => out.extend(self.struck.iter().cloned()),
                Some(StandIn::Speaker) | None => {}
            }
        }
        out
    }

    /// Goes on behind a sentence.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        let blow = scene.deeds.iter().rev().find(|d| matches!(d.act, Act::Strike | Act::Aim) && !d.doers.is_empty());
        if let Some(blow) = blow {
            self.struck = blow.doers.iter().filter_map(|mention| self.actor(scene, Role::Perpetrator, mention)).collect();
        }
    }

    /// An actor by its mention.
    fn actor(&self, scene: &Scene<'_>, role: Role, mention: &ActorMention) -> Option<Actor> {
        let span = scene.sentence.span(mention.tokens.clone());
        Some(Actor { span: Some(span), ..Actor::new(role, ActorId::new(mention.id.clone()).ok()?, mention.name.clone()) })
    }

    /// Whoever speaks of himself: "Moscou affirme qu'il vise …".
    fn speaker(&self, draft: &Draft, scene: &Scene<'_>) -> Option<Actor> {
        let named = |said: &&Said| said.chain.last().is_some_and(|teller| teller.who != Who::Same);
        // "According to the UN, they killed": others did.
        let speaks = |said: &&Said| said.how != Speech::According && said.scope.contains(&draft.trigger);
        let around = scene.said.iter().filter(speaks).filter(named);
        let around = around.min_by_key(|said| said.scope.len())?;
        let teller = around.chain.last().filter(|teller| matches!(teller.who, Who::Known { .. }))?;
        let mention = scene.actors.iter().find(|a| meet(&a.tokens, &teller.tokens) && a.naming != Naming::Adjective)?;
        self.actor(scene, Role::Perpetrator, mention)
    }
}

/// Whether a claim stands in reported speech, where "he" is who speaks; in a quotation "they" are others.
fn reports(draft: &Draft, scene: &Scene<'_>) -> bool {
    scene.said.iter().any(|said| !said.behind && said.scope.contains(&draft.trigger))
}
