//! One count is a part of another.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use crate::conflict::case::{Case, Told};
use crate::conflict::figure::{CIVILIANS, FIGHTERS, Figure};
use crate::conflict::side::{Draft, Position, says};
use crate::conflict::{Dimension, Verdict};
use crate::model::ClaimId;

pub(super) const RULE: Rule = Rule {
    id: "part_whole",
    holds: "A count that the text makes a part of another ('47, 31 of them civilians') belongs to it and does not contradict it. A \
            count of children, women or medics is also a part of the total that its voice gives elsewhere, or, where it gives none, of the \
            total that another voice gives, if that is not smaller; one of civilians or fighters of the total that its voice gives in \
            the same article.",
    find,
};

fn find<'a>(case: &'a Case<'a>) -> Vec<Draft<'a>> {
    let at: BTreeMap<&ClaimId, usize> = case.told.iter().enumerate().map(|(i, told)| (&told.claim.id, i)).collect();
    let tellings = tellings(case, &at);
    let mut parts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (part, told) in case.told.iter().enumerate() {
        if let Some(&whole) = told.claim.part_of.as_ref().and_then(|id| at.get(id)) {
            parts.entry(tellings[whole][0]).or_default().extend(&tellings[part]);
        }
    }
    let stated: BTreeSet<&ClaimId> = parts.values().flatten().map(|&i| &case.told[i].claim.id).collect();
    let told = |indices: &mut dyn Iterator<Item = usize>| indices.map(|i| &case.told[i]).collect();
    let of_text =
        parts.into_iter().map(|(whole, parts)| draft(case, told(&mut tellings[whole].iter().copied()), told(&mut parts.into_iter()), 0.9));
    let elsewhere = case.figures.iter().filter(|part| !part.told.iter().any(|told| stated.contains(&told.claim.id)));
    of_text.chain(elsewhere.filter_map(|part| implied(case, part))).collect()
}

/// For each claim all that tell its figure; itself where it tells none.
fn tellings(case: &Case, at: &BTreeMap<&ClaimId, usize>) -> Vec<Vec<usize>> {
    let mut tellings: Vec<Vec<usize>> = (0..case.told.len()).map(|i| vec![i]).collect();
    for figure in case.figures.iter().filter(|figure| figure.cited()) {
        let same = case.figures.iter().filter(|other| other.same_voice(figure) && other.like(figure) && other.same_value(figure));
        let all: BTreeSet<usize> = figure.told.iter().chain(same.flat_map(|other| &other.told)).map(|told| at[&told.claim.id]).collect();
        for told in &figure.told {
            tellings[at[&told.claim.id]] = all.iter().copied().collect();
        }
    }
    tellings
}

/// A part of a total that is told elsewhere. What one calls civilians another may count as people: of civilians and of fighters only the
/// total that the same voice gives beside them is the whole.
fn implied<'a>(case: &'a Case<'a>, part: &Figure<'a>) -> Option<Draft<'a>> {
    let status = part.classes.iter().any(|class| [CIVILIANS, FIGHTERS].contains(class));
    let whole_of = |whole: &&Figure| part.cited() && whole.cited() && part.value < whole.value && part.part_of(whole);
    let wholes: Vec<&Figure> = case.figures.iter().filter(whole_of).collect();
    let own: Vec<&Figure> = wholes.iter().copied().filter(|whole| whole.same_voice(part) && (!status || whole.beside(part))).collect();
    let others = if status { &[][..] } else { &wholes };
    let (whole, strength) = latest(&own).map(|whole| (whole, 0.8)).or_else(|| latest(others).map(|whole| (whole, 0.5)))?;
    Some(draft(case, whole.told.clone(), part.told.clone(), strength))
}

fn latest<'f, 'a>(wholes: &[&'f Figure<'a>]) -> Option<&'f Figure<'a>> {
    wholes.iter().copied().filter(|whole| whole.replaced.is_none()).max_by_key(|whole| (whole.told[0].day(), whole.told.len()))
}

fn draft<'a>(case: &Case, whole: Vec<&'a Told<'a>>, parts: Vec<&'a Told<'a>>, strength: f64) -> Draft<'a> {
    let mut sides: Vec<Position> = vec![Position::new(words(whole[0]), whole)];
    for part in parts {
        let name = words(part);
        match sides[1..].iter_mut().find(|side| side.name == name) {
            Some(side) => side.told.push(part),
            None => sides.push(Position::new(name, vec![part])),
        }
    }
    let reason = format!("Of {}, {} are a part.", sides[0].says(case), says(&sides[1..], case, "and"));
    Draft::harmless(Verdict::PartWhole, Some(Dimension::Count), sides, strength, reason)
}

fn words(told: &Told) -> String {
    let group = told.claim.group.map_or("people", |group| group.name());
    let count = told.claim.count.as_ref().and_then(|count| count.value());
    count.map_or_else(|| format!("some {group}"), |count| format!("{} {group}", count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{check, claim, silent};
    use crate::model::Group;

    #[test]
    fn civilians_among_the_dead() {
        let base = |id| claim(id).by("sohr").on("2016-06-25").reported("2016-06-26");
        let claims = [
            base("a#1").killed(47.0),
            base("a#2").killed(31.0).group(Group::Civilians).part_of("a#1"),
            base("a#3").killed(16.0).group(Group::Unidentified).part_of("a#1"),
        ];
        check(&RULE, &claims, "part_whole count [a#1] [a#2] [a#3]");
    }

    #[test]
    fn children_in_one_report_and_the_total_in_another() {
        let base = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-27");
        check(
            &RULE,
            &[base("a#1", "sohr").killed(82.0), base("b#1", "unicef").killed(25.0).group(Group::Children)],
            "part_whole count [a#1] [b#1]",
        );
    }

    #[test]
    fn civilians_of_one_voice_and_the_people_of_another() {
        let base = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-27");
        let civilians = |id, by| base(id, by).killed(31.0).group(Group::Civilians);
        silent(&RULE, &[base("a#1", "sohr").killed(82.0), civilians("b#1", "sana")]);
        check(&RULE, &[base("a#1", "sohr").killed(82.0), civilians("a#2", "sohr")], "part_whole count [a#1] [a#2]");
    }

    #[test]
    fn a_greater_number_is_no_part() {
        let base = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-27");
        silent(&RULE, &[base("a#1", "sohr").killed(20.0), base("b#1", "unicef").killed(25.0).group(Group::Children)]);
        silent(&RULE, &[base("a#1", "sohr").injured(82.0), base("b#1", "unicef").killed(25.0).group(Group::Children)]);
    }
}
