//! Claims to figures.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::case::{MOST, Told, end};
use super::class::{CIVILIANS, Class, FIGHTERS, Part};
use super::figure::{Counted, Figure};
use crate::matcher::Event;
use crate::model::{Claim, ClaimId, Kind, SourceId, Stance};

/// The figures of a case, the most told first. What is planned, demanded or denied is no figure, and neither are "dozens".
pub(super) fn figures<'a>(told: &'a [Told<'a>], event: &Event) -> Vec<Figure<'a>> {
    let by_id: BTreeMap<&ClaimId, &Claim> = told.iter().map(|told| (&told.claim.id, told.claim)).collect();
    let mut groups: Vec<(Counted, BTreeSet<Class>, Part, Vec<&Told>)> = Vec::new();
    let mut by_voice = BTreeMap::new();
    let mut by_article = BTreeMap::new();
    let cited_first = [true, false].into_iter().flat_map(|cited| told.iter().filter(move |told| told.cited == cited));
    for told in cited_first.filter(|told| told.held()) {
        let claim = told.claim;
        let Some((count, value)) = claim.count.as_ref().and_then(|count| Some((count, count.value()?))) else { continue };
        let counted = Counted { kind: claim.kind, harm: claim.harm, unit: count.unit().to_owned(), scope: claim.scope };
        // One number for civilians and for people is one figure; for women and for men it is two.
        let part = Part::of(claim, &by_id);
        let class = Class::of(claim, part);
        let thing = (counted.clone(), value.to_bits(), if class == CIVILIANS { Class::All } else { class });
        let place = claim.place.as_ref().map(|place| place.id.as_str());
        let key = (thing.clone(), told.houses.as_slice(), place, claim.when.map(|when| (when.from(), when.to())));
        // What an article says in its own voice and also cites somebody for is one telling.
        let cited = by_article.get(&(thing.clone(), &claim.article)).copied().filter(|_| !told.cited);
        let at = cited.unwrap_or_else(|| *by_voice.entry(key).or_insert(groups.len()));
        if at == groups.len() {
            groups.push((counted, BTreeSet::new(), part, Vec::new()));
        }
        groups[at].1.insert(class);
        groups[at].3.push(told);
        if told.cited {
            by_article.entry((thing, &claim.article)).or_insert(at);
        }
    }
    let figure = |(counted, classes, part, told)| Figure::new(counted, classes, part, told);
    let mut figures: Vec<Figure> = groups.into_iter().map(figure).collect();
    figures.sort_by_key(|figure| Reverse(figure.told.len()));
    figures.truncate(MOST);
    called(CIVILIANS, told, &mut figures);
    called(FIGHTERS, told, &mut figures);
    history(&mut figures, event);
    figures
}

/// A voice that says what all the dead were, civilians or fighters, counts such people when it counts all, and all when it counts such
/// people, unless it tells them apart itself.
fn called(class: Class, told: &[Told], figures: &mut [Figure]) {
    let status = |told: &&Told| told.claim.kind == Kind::Status && told.claim.stance == Stance::Asserted && told.claim.count.is_none();
    let so = told.iter().filter(status).filter(|told| told.cited && told.hit.is_empty() && Class::named(told.claim.group) == class);
    let said: BTreeSet<&SourceId> = so.flat_map(|told| &told.houses).collect();
    let splits = |figure: &&Figure| {
        let part = figure.classes.contains(&class) && figure.told.iter().any(|told| told.claim.part_of.is_some());
        part || figure.classes.contains(&if class == CIVILIANS { FIGHTERS } else { CIVILIANS })
    };
    let split: BTreeSet<SourceId> = figures.iter().filter(splits).flat_map(|figure| figure.houses.iter().cloned()).collect();
    for figure in figures.iter_mut().filter(|figure| figure.counted.kind == Kind::Casualties) {
        let whole = figure.classes.contains(&Class::All) || figure.classes.contains(&class);
        if whole && figure.houses.iter().any(|house| said.contains(house) && !split.contains(house)) {
            figure.classes.extend([Class::All, class]);
        }
    }
}

/// Tells of each figure which one of its voice came next.
fn history(figures: &mut [Figure], event: &Event) {
    for i in 0..figures.len() {
        let next = (0..figures.len())
            .filter(|&j| figures[i].follows(&figures[j], end(figures[i].first(), event)))
            .min_by(|&a, &b| figures[a].later(&figures[b]));
        figures[i].replaced = next.map(|j| figures[j].told[0]);
    }
    for i in 0..figures.len() {
        let beside = |j: usize| j != i && figures[j].replaced.is_none() && figures[i].stands_beside(&figures[j]);
        figures[i].siblings = (0..figures.len()).filter(|&j| beside(j)).collect();
    }
}
