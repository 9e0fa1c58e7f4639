//! Strength: how many fighters, troops, reinforcements there are.

use itertools::Itertools;

use super::counted::Noun;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Form, Word};
use crate::mention::{ActorMention, Naming};
use crate::model::{Group, Kind, Role};

/// The strengths of a sentence: people who fight in the ranks of somebody, reinforcements that arrive.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let muster: Vec<_> = scene.deeds.iter().filter(|d| d.act == Act::Muster).collect();
    let mut out = Vec::new();
    for deed in &muster {
        let counted = scene.counted.iter().rev().find(|c| {
            let people = matches!(c.noun, Noun::People(Group::People | Group::Combatants | Group::Soldiers))
                || matches!(c.noun, Noun::Object(o) if o.kind == Some(Kind::Strength));
            // "Rescuers sent there have found 40 survivors": another verb counts them.
            let verb = (deed.tokens.end..c.tokens.start).any(|i| scene.is(i, Word::Have) || scene.is(i, Word::Be));
            people && !c.article && !verb && c.tokens.start.abs_diff(deed.tokens.start) < 16
        });
        let goal = |actor: &ActorMention| {
            actor.naming == Naming::Country
                && (scene.word_before(actor.tokens.start, Word::At) || super::deed::governed(scene, actor.tokens.start))
        };
        let behind = super::deed::owners(scene, deed.tokens.end).into_iter().filter(|actor| !goal(actor)).collect_vec();
        let owners = if behind.is_empty() { deed.doers.clone() } else { behind };
        if counted.is_none() && (deed.form != Form::Noun || owners.is_empty()) {
            continue;
        }
        let mut draft = Draft::new(Kind::Strength, deed.tokens.clone(), deed.tokens.start);
        if let Some(counted) = counted {
            draft.count = counted.quantity("people", &scene.sentence);
            draft.tokens = join(&draft.tokens, &counted.tokens);
        }
        out.push(draft.with(Role::Subject, &owners));
    }
    out
}
