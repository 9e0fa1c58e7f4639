//! Doers that a sentence points back to: "les bombardements" after "les bombardements russes", "il" after whoever speaks.

use super::deed::StandIn;
use super::draft::Draft;
use super::scene::{Scene, meet};
use crate::lexicon::{Act, Speech};
use crate::mention::{ActorMention, Naming, Said, Who};
use crate::model::{Actor, ActorId, Kind, Role};

/// The actors that were named last, as reading goes on.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// Who struck last.
    struck: Vec<Actor>,
    /// Who took or held ground last.
    holds: Vec<Actor>,
}

impl Named {
    /// The actors of a claim, with those that its words only point to.
    pub fn actors(&self, draft: &Draft, scene: &Scene<'_>) -> Vec<Actor> {
        let mut out: Vec<Actor> = draft.actors.iter().filter_map(|(role, mention)| self.actor(scene, *role, mention)).collect();
        let (role, last) = match draft.kind {
            Kind::Control => (Role::Holder, &self.holds),
            _ => (Role::Perpetrator, &self.struck),
        };
        if !out.iter().any(|actor| actor.role == role) {
            match draft.stand_in {
                Some(StandIn::Blow) => out.extend(last.iter().cloned()),
                Some(StandIn::Pronoun | StandIn::Speaker) if reports(draft, scene) => out.extend(self.speaker(draft, role, scene)),
                Some(StandIn::Pronoun) => out.extend(last.iter().cloned()),
                Some(StandIn::Speaker) | None => {}
            }
        }
        out
    }

    /// Whether somebody was named who takes or holds ground, whom "they" may be.
    pub fn knows_holder(&self) -> bool {
        !self.holds.is_empty()
    }

    /// Goes on behind a sentence.
    pub fn pass(&mut self, scene: &Scene<'_>) {
        let last = |acts: &[Act], role: Role| {
            let deed = scene.deeds.iter().rev().find(|d| acts.contains(&d.act) && !d.doers.is_empty())?;
            Some(deed.doers.iter().filter_map(|mention| self.actor(scene, role, mention)).collect())
        };
        let struck = last(&[Act::Strike, Act::Aim], Role::Perpetrator);
        let holds = last(&[Act::Gain, Act::Hold], Role::Holder);
        self.struck = struck.unwrap_or(std::mem::take(&mut self.struck));
        self.holds = holds.unwrap_or(std::mem::take(&mut self.holds));
    }

    /// An actor by its mention.
    fn actor(&self, scene: &Scene<'_>, role: Role, mention: &ActorMention) -> Option<Actor> {
        let span = scene.sentence.span(mention.tokens.clone());
        Some(Actor { span: Some(span), ..Actor::new(role, ActorId::new(mention.id.clone()).ok()?, mention.name.clone()) })
    }

    /// Whoever speaks of himself: "Moscou affirme qu'il vise …".
    fn speaker(&self, draft: &Draft, role: Role, scene: &Scene<'_>) -> Option<Actor> {
        let named = |said: &&Said| said.chain.last().is_some_and(|teller| teller.who != Who::Same);
        // "According to the UN, they killed": others did.
        let speaks = |said: &&Said| said.how != Speech::According && said.scope.contains(&draft.trigger);
        let around = scene.said.iter().filter(speaks).filter(named);
        let around = around.min_by_key(|said| said.scope.len())?;
        let teller = around.chain.last().filter(|teller| matches!(teller.who, Who::Known { .. }))?;
        let mention = scene.actors.iter().find(|a| meet(&a.tokens, &teller.tokens) && a.naming != Naming::Adjective)?;
        self.actor(scene, role, mention)
    }
}

/// Whether a claim stands in reported speech, where "he" is who speaks; in a quotation "they" are others.
fn reports(draft: &Draft, scene: &Scene<'_>) -> bool {
    scene.said.iter().any(|said| !said.behind && said.scope.contains(&draft.trigger))
}
