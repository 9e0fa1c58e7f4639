//! Attendance: how many took part in a march, a rally, a strike of work.
//!
//! A count of people is one where they are called by their marching ("20.000 manifestants"), where a verb says that they marched or
//! that a march drew them, or where somebody counts them in a sentence about a march.

use super::counted::{Counted, Noun};
use super::deed::Deed;
use super::draft::{Draft, join};
use super::elliptic::{Measure, draft_of, told, voiced, whole};
use super::scene::Scene;
use crate::lexicon::{Act, Cue, Form, Word};
use crate::model::{Group, Kind};

/// How far a verb of marching may stand from the count.
const NEAR: usize = 8;

/// Adds the attendances of a sentence to what it is known to claim; `recalled` is what the sentence before counted.
pub(super) fn read(scene: &Scene<'_>, mut drafts: Vec<Draft>, recalled: &[Option<Measure>]) -> Vec<Draft> {
    let deeds: Vec<&Deed> = scene.deeds.iter().filter(|d| d.act == Act::Attend).collect();
    let (nouns, verbs): (Vec<&Deed>, Vec<&Deed>) = deeds.into_iter().partition(|d| d.form == Form::Noun);
    let marching = !nouns.is_empty() || recalled.iter().flatten().any(|measure| measure.kind == Kind::Attendance);
    let people =
        |c: &&Counted| !c.article && matches!(c.noun, Noun::People(Group::People | Group::Children | Group::Civilians) | Noun::Bare);
    for counted in scene.counted.iter().filter(people) {
        if draft_of(scene, counted, &drafts).is_some() {
            continue;
        }
        let marchers = (counted.number.end..counted.tokens.end)
            .any(|i| scene.sentence.longest(i, |cue| (cue == Cue::Marcher).then_some(())).is_some());
        let verb = verbs.iter().find(|d| beside(scene, d, counted));
        let said = told(scene, counted.tokens.start) || voiced(scene, counted.tokens.end);
        let counts = marching && counted.noun != Noun::Bare && said;
        let drawn = nouns.iter().any(|noun| drawn(scene, noun, counted));
        if !marchers && verb.is_none() && !counts && !drawn && !numbered(scene, counted) {
            continue;
        }
        let tokens = verb.map_or(counted.tokens.clone(), |d| join(&counted.tokens, &d.tokens));
        let mut draft = Draft::new(Kind::Attendance, tokens, counted.number.start);
        draft.count = counted.quantity("people", &scene.sentence);
        if scene.word_before(counted.tokens.start, Word::Part) {
            draft.whole = whole(counted, &drafts, draft.kind);
        }
        drafts.push(draft);
    }
    drafts
}

/// Whether a verb of marching has this count: no other count and no end of a clause between, and nothing at all before a count that
/// names nobody.
fn beside(scene: &Scene<'_>, deed: &Deed, counted: &Counted) -> bool {
    let ahead = deed.tokens.end <= counted.tokens.start;
    let gap = if ahead { deed.tokens.end..counted.tokens.start } else { counted.tokens.end..deed.tokens.start };
    let other = |c: &Counted| !c.article && gap.start <= c.tokens.start && c.tokens.end <= gap.end;
    let reach = if ahead && counted.noun == Noun::Bare { 1 } else { NEAR };
    let governed = !ahead && super::deed::governed(scene, counted.tokens.start);
    gap.len() < reach && !governed && !gap.clone().any(|i| matches!(scene.sign(i), ";" | ":" | ".")) && !scene.counted.iter().any(other)
}

/// Whether a march is made of those that are counted, or they are at it: "un rassemblement de 3.000 personnes", "12.000 personnes
/// étaient à la manifestation".
fn drawn(scene: &Scene<'_>, march: &Deed, counted: &Counted) -> bool {
    let of = scene.sentence.skip(march.tokens.end, &[Word::Of]);
    let made = of > march.tokens.end && of == counted.tokens.start;
    let gap = counted.tokens.end..march.tokens.start;
    let at = gap.len() <= 4
        && gap.clone().any(|i| scene.is(i, Word::Be))
        && gap.clone().any(|i| scene.is(i, Word::At) || scene.is(i, Word::In))
        && gap.clone().all(|i| scene.sign(i).is_empty());
    made || at
}

/// Whether the number of those who marched follows: "estime à 3,7 millions le nombre de personnes qui ont défilé".
fn numbered(scene: &Scene<'_>, counted: &Counted) -> bool {
    let end = scene.sentence.word_cue(scene.sentence.skip(counted.tokens.end, &[Word::The]), Word::Number);
    let marches = |i: usize| {
        let marcher = scene.sentence.longest(i, |cue| (cue == Cue::Marcher).then_some(())).is_some();
        marcher || scene.act_at(i).is_some_and(|(_, act, form)| act == Act::Attend && form != Form::Noun)
    };
    end.is_some_and(|end| (end..scene.len().min(end + NEAR)).take_while(|i| scene.sign(*i).is_empty()).any(marches))
}
