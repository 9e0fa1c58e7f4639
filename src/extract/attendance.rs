//! Attendance: how many took part in a march, a rally, a strike of work.

use super::counted::Noun;
use super::draft::{Draft, join};
use super::scene::Scene;
use crate::lexicon::{Act, Cue};
use crate::model::{Group, Kind};

/// The attendances of a sentence: counts of those who march, or counts beside a word of marching.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let marching: Vec<_> = scene.deeds.iter().filter(|d| d.act == Act::Attend).collect();
    let counts =
        scene.counted.iter().filter(|c| !c.article && matches!(c.noun, Noun::People(Group::People | Group::Children) | Noun::Bare));
    let drafts = counts.filter_map(|counted| {
        let marchers = (counted.number.end..counted.tokens.end)
            .any(|i| scene.sentence.longest(i, |cue| (cue == Cue::Marcher).then_some(())).is_some());
        let deed = marching.iter().find(|d| d.tokens.start.abs_diff(counted.tokens.end) < 8);
        if !marchers && deed.is_none() {
            return None;
        }
        let tokens = deed.map_or(counted.tokens.clone(), |d| join(&counted.tokens, &d.tokens));
        let mut draft = Draft::new(Kind::Attendance, tokens, counted.number.start);
        draft.count = counted.quantity("people", &scene.sentence);
        Some(draft)
    });
    drafts.collect()
}
