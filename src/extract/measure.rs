//! Measures: any other figure with a unit that news reports.

use super::counted::Noun;
use super::draft::Draft;
use super::scene::Scene;
use crate::model::Kind;

/// The figures of a sentence that no other kind took.
pub(super) fn read(scene: &Scene<'_>, taken: &[Draft]) -> Vec<Draft> {
    let free = scene.counted.iter().filter(|c| {
        let span = scene.sentence.span(c.tokens.clone());
        !c.article && taken.iter().all(|d| d.count.as_ref().and_then(|q| q.span()).is_none_or(|s| !s.meets(&span)))
    });
    let drafts = free.filter_map(|counted| {
        let unit = match counted.noun {
            Noun::Object(object) if object.kind == Some(Kind::Measure) => scene.tongue().text(object.unit),
            Noun::Percent => "percent",
            _ => return None,
        };
        let mut draft = Draft::new(Kind::Measure, counted.tokens.clone(), counted.number.start);
        draft.count = counted.quantity(unit, &scene.sentence);
        Some(draft)
    });
    drafts.collect()
}
