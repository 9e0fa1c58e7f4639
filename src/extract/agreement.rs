//! Agreements: a truce, a deal, made or in force; one that ended is told as denied.

use super::deed::Deed;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Form};
use crate::mention::{ActorMention, Naming};
use crate::model::{Kind, Role, Stance};

/// How far behind an agreement the verb may stand that ends it.
const FAR: usize = 12;

/// The agreements of a sentence: those that somebody made, or that are said to hold.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let deeds: Vec<_> = scene.deeds.iter().filter(|d| d.act == Act::Agree).collect();
    let noun = deeds.iter().find(|d| d.form == Form::Noun);
    let ends = |noun: &&&Deed| {
        scene
            .deeds
            .iter()
            .find(|d| d.act == Act::Break && d.form == Form::Befalls && (noun.tokens.end..noun.tokens.end + FAR).contains(&d.tokens.start))
    };
    if let Some((noun, end)) = noun.and_then(|noun| Some((noun, ends(&noun)?))) {
        let mut draft = Draft::new(Kind::Agreement, join(&noun.tokens, &end.tokens), noun.tokens.start);
        draft.stance = if end.denied { Stance::Asserted } else { Stance::Denied };
        let parties: Vec<ActorMention> =
            scene.actors_in(noun.tokens.end..end.tokens.start).filter(|a| a.naming != Naming::Adjective).cloned().collect();
        return vec![draft.with(Role::Party, &parties)];
    }
    let verb = deeds.iter().find(|d| d.form != Form::Noun);
    let (tokens, doers, denied) = match (noun, verb) {
        (Some(noun), Some(verb)) => (join(&noun.tokens, &verb.tokens), verb.doers.clone(), verb.denied),
        (Some(noun), None) => (noun.tokens.clone(), Vec::new(), noun.denied),
        (None, Some(verb)) if !verb.doers.is_empty() => (verb.tokens.clone(), verb.doers.clone(), verb.denied),
        _ => return Vec::new(),
    };
    let between: Vec<ActorMention> =
        scene.actors.iter().filter(|a| a.tokens.start >= tokens.end && a.tokens.start < tokens.end + 12).cloned().collect();
    let doers = match (noun, verb) {
        (Some(_), None) => between.into_iter().filter(|a| a.naming != Naming::Adjective).collect(),
        _ => doers,
    };
    let dated = scene.periods.iter().any(|p| p.tokens.start >= tokens.end && p.tokens.start < tokens.end + 10);
    if verb.is_none() && (!dated || doers.len() < 2) {
        return Vec::new();
    }
    let mut draft = Draft::new(Kind::Agreement, tokens.clone(), tokens.start);
    draft.stance = if denied { Stance::Denied } else { Stance::Asserted };
    vec![draft.with(Role::Party, &doers)]
}
