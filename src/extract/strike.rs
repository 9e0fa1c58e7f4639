//! Strikes: air raids, shelling, bombing, shooting, sorties.

use super::counted::Noun;
use super::deed::Deed;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Form};
use crate::mention::ActorMention;
use crate::model::{Kind, Role, SourceKind, Stance};

/// The strikes of a sentence: those of whom it says who made them, whom they met or how many there were.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let told = scene.deeds.iter().filter(|d| (d.act == Act::Strike && said(d) && !absorbed(scene, d)) || hit(d));
    let mut out: Vec<Draft> = told.map(draft).collect();
    for counted in &scene.counted {
        let Noun::Object(object) = counted.noun else { continue };
        if object.kind != Some(Kind::Strike) || counted.article {
            continue;
        }
        let unit = scene.tongue().text(object.unit);
        let count = counted.quantity(unit, &scene.sentence);
        match out.iter_mut().find(|d| super::scene::meet(&d.tokens, &counted.tokens)) {
            Some(draft) if draft.count.is_none() => (draft.count, draft.tokens) = (count, join(&draft.tokens, &counted.tokens)),
            Some(_) => {}
            None => {
                let mut draft = Draft::new(Kind::Strike, counted.tokens.clone(), counted.number.start);
                draft.count = count;
                let doers =
                    scene.deeds.iter().find(|d| super::scene::meet(&d.tokens, &counted.tokens)).map_or(Vec::new(), |d| d.doers.clone());
                let doers = if doers.is_empty() { super::deed::doers_before(scene, counted.tokens.start) } else { doers };
                out.push(draft.with(Role::Perpetrator, &doers));
            }
        }
    }
    out
}

/// Whether people under arms hit something that is not people: "A's warplanes hit the school". Whom they aim at is a claim of its own.
fn hit(deed: &Deed) -> bool {
    let armed = |actor: &ActorMention| matches!(actor.kind, SourceKind::Military | SourceKind::ArmedGroup);
    let finite = matches!(deed.form, Form::Verb | Form::Participle);
    deed.act == Act::Aim && finite && deed.doers.iter().any(armed) && deed.people.is_none() && deed.met.is_empty()
}

fn said(deed: &Deed) -> bool {
    !deed.doers.is_empty() || !deed.met.is_empty() || deed.form != Form::Noun
}

/// Whether the strike is only the subject or the means of what it did, which is told as a claim of its own: "les raids ont tué 31
/// civils", "killed in Russian raids".
fn absorbed(scene: &Scene<'_>, strike: &Deed) -> bool {
    let mut effects = scene.deeds.iter().filter(|d| d.act == Act::Aim || super::casualties::harm(d.act).is_some());
    let subject = |d: &Deed| super::deed::blow_before(scene, d.tokens.start) == Some(strike.tokens.clone());
    let finite = |d: &Deed| matches!(d.form, Form::Verb | Form::Participle | Form::Befalls);
    let counted = scene.counted.iter().any(|c| super::scene::meet(&c.tokens, &strike.tokens));
    let means = strike.form == Form::Noun && !counted && super::deed::means(scene, strike.tokens.start);
    effects.any(|d| finite(d) && (subject(d) || means && d.tokens.end <= strike.tokens.start))
}

fn draft(deed: &Deed) -> Draft {
    let mut draft = Draft::new(Kind::Strike, deed.tokens.clone(), deed.tokens.start);
    draft.stance = if deed.denied { Stance::Denied } else { Stance::Asserted };
    draft.stand_in = deed.stand_in;
    draft.with(Role::Perpetrator, &deed.doers).with(Role::Target, &deed.met)
}
