//! Control of territory: taken, retaken, lost, entered, held, besieged.

use super::counted::{Counted, Noun};
use super::deed::{Deed, StandIn};
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Form, Word};
use crate::mention::ActorMention;
use crate::model::{Kind, Role, Stance};

/// How far behind the verb the territory may stand.
const NEAR: usize = 8;

/// How far from the verb what is counted may stand.
const BESIDE: usize = 3;

/// The changes and states of control that a sentence tells.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    scene.deeds.iter().filter_map(|deed| draft(scene, deed)).collect()
}

/// Who held what a deed took, as far as it says: "recaptured districts held by A". That is how things stood before.
fn held_before<'s>(scene: &'s Scene<'_>, taken: &Deed) -> Option<&'s Deed> {
    let clause = [Word::And, Word::Be, Word::Have];
    let told = |i: usize| scene.sign(i).is_empty() && !clause.iter().any(|word| scene.is(i, *word));
    let behind = scene.deeds.partition_point(|deed| deed.tokens.start < taken.tokens.end);
    let held = scene.deeds.get(behind).filter(|held| held.act == Act::Hold && held.tokens.start < taken.tokens.end + NEAR)?;
    let took = taken.act == Act::Gain && (taken.passive || !taken.doers.is_empty());
    (took && (taken.tokens.end..held.tokens.start).all(told)).then_some(held)
}

fn draft(scene: &Scene<'_>, deed: &Deed) -> Option<Draft> {
    let last = scene.deeds[..scene.deeds.partition_point(|other| other.tokens.start < deed.tokens.start)].last();
    if last.is_some_and(|taken| held_before(scene, taken) == Some(deed)) {
        return None;
    }
    let (holder, loser) = match deed.act {
        Act::Gain | Act::Hold => (Role::Holder, Role::Loser),
        Act::Lose => (Role::Loser, Role::Holder),
        _ => return None,
    };
    let reach = deed.tokens.start.saturating_sub(NEAR)..scene.len().min(deed.tokens.end + NEAR);
    let territory = scene.places.iter().find(|p| super::scene::meet(&p.tokens, &reach)).map(|p| p.tokens.clone());
    let counted = scene.counted.iter().find(|c| {
        let area = matches!(c.noun, Noun::Percent)
            || matches!(c.noun, Noun::Object(o) if o.kind == Some(Kind::Control) || o.kind == Some(Kind::Materiel));
        let passive = deed.passive || deed.form == Form::Noun;
        let before = passive && c.tokens.end <= deed.tokens.start && c.tokens.end + BESIDE > deed.tokens.start;
        let behind = c.tokens.start >= deed.tokens.start && c.tokens.start <= deed.tokens.end + BESIDE;
        area && (behind || before)
    });
    let beside = super::deed::beside(scene, deed.tokens.end);
    let doers: Vec<ActorMention> = if deed.doers.is_empty() && deed.act == Act::Hold { beside } else { deed.doers.clone() };
    let fell = deed.act == Act::Lose && !deed.met.is_empty();
    let stand_in = deed.stand_in.filter(|stand_in| holder == Role::Holder && *stand_in == StandIn::Pronoun);
    if doers.is_empty() && stand_in.is_none() && (territory.is_none() || !(deed.passive || fell)) && counted.is_none() {
        return None;
    }
    let beside = |c: &Counted| c.tokens.start == deed.tokens.end || c.tokens.end == scene.verb_group(deed.tokens.start);
    let people = scene.counted.iter().any(|c| !c.article && beside(c) && matches!(c.noun, Noun::People(_) | Noun::Harmed(_)));
    if people || territory.is_none() && counted.is_none() && deed.met.is_empty() && deed.form == Form::Noun {
        return None;
    }
    let mut draft = Draft::new(Kind::Control, deed.tokens.clone(), deed.tokens.start);
    draft.stance = if deed.denied { Stance::Denied } else { Stance::Asserted };
    draft.lasting = deed.act == Act::Hold;
    draft.stand_in = stand_in;
    if let Some(counted) = counted {
        let unit = match counted.noun {
            Noun::Object(object) => scene.tongue().text(object.unit),
            _ => "percent",
        };
        draft.count = counted.quantity(unit, &scene.sentence);
        draft.tokens = join(&draft.tokens, &counted.tokens);
    }
    if let Some(territory) = territory.filter(|t| t.start > deed.tokens.start || deed.passive) {
        draft.tokens = join(&draft.tokens, &territory);
    }
    let holders = |held: &Deed| if held.doers.is_empty() { super::deed::beside(scene, held.tokens.end) } else { held.doers.clone() };
    let before = held_before(scene, deed).map(holders);
    let met = if deed.passive { &[][..] } else { before.as_deref().unwrap_or(&deed.met) };
    Some(draft.with(holder, &doers).with(loser, met))
}
