//! One count is a part of another.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use crate::conflict::case::{Case, Told};
use crate::conflict::class::{CIVILIANS, FIGHTERS};
use crate::conflict::figure::Figure;
use crate::conflict::side::{Draft, Position, says};
use crate::conflict::{Dimension, Verdict};
use crate::model::{ClaimId, PlaceId};

pub(super) const RULE: Rule = Rule {
    id: "part_whole",
    holds: "A count that the text makes a part of another ('47, 31 of them civilians') belongs to it and does not contradict it. A \
            count of children, women or medics is also a part of the total that its voice gives elsewhere, or, where it gives none, of the \
            total that another voice gives, if that is not smaller; one of civilians or fighters of the total that its voice gives in \
            the same article. So is what a voice counts in one article at a place within the one that it counts the whole at. Figures of \
            several places that add up to one of all are its parts.",
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
    let within = case.figures.iter().filter_map(|part| at_place(case, part));
    of_text
        .chain(elsewhere.filter_map(|part| implied(case, part)))
        .chain(within)
        .chain(case.figures.iter().filter_map(|whole| sum(case, whole)))
        .collect()
}

/// What a voice counts in one article at a place, as a part of what it counts at the narrowest one round it.
fn at_place<'a>(case: &'a Case<'a>, part: &Figure<'a>) -> Option<Draft<'a>> {
    let of = |whole: &&Figure| {
        part.cited()
            && part.same_voice(whole)
            && part.counted == whole.counted
            && part.classes == whole.classes
            && part.counts_within(whole)
    };
    let whole = case.figures.iter().filter(of).min_by(|a, b| a.value.total_cmp(&b.value))?;
    Some(draft(case, whole.told.clone(), part.told.clone(), 0.7))
}

/// What one article counts at several places, where that adds up to what it counts in all.
fn sum<'a>(case: &'a Case<'a>, whole: &'a Figure<'a>) -> Option<Draft<'a>> {
    let article = &whole.first().article;
    let own = |figure: &Figure<'a>| figure.told.iter().copied().find(|told| told.claim.article == *article && told.claim.part_of.is_none());
    let like = |figure: &&Figure| figure.counted == whole.counted && figure.classes == whole.classes && figure.value < whole.value;
    let mut parts: BTreeMap<&PlaceId, (&Figure, &Told)> = BTreeMap::new();
    for (figure, told) in case.figures.iter().filter(like).filter_map(|figure| Some((figure, own(figure)?))) {
        let place = told.claim.place.as_ref().map(|place| &place.id)?;
        let greatest = parts.entry(place).or_insert((figure, told));
        if greatest.0.value < figure.value {
            *greatest = (figure, told);
        }
    }
    let apart = parts.keys().all(|a| parts.keys().all(|b| a == b || !a.holds(b)));
    let total: f64 = parts.values().map(|(figure, _)| figure.value).sum();
    let fits = total >= whole.room.0 && total <= whole.room.1 && total <= whole.value * (1.0 + ROUNDED);
    (apart && parts.len() > 1 && fits).then(|| {
        let told = parts.into_values().map(|(_, told)| told).collect();
        draft(case, vec![own(whole).unwrap_or(whole.told[0])], told, 0.6)
    })
}

/// The share by which a sum may pass a bound ("more than 2,300") that rounds it.
const ROUNDED: f64 = 0.05;

/// For each claim all that tell its figure, as far as anybody can tell; itself where it tells none.
fn tellings(case: &Case, at: &BTreeMap<&ClaimId, usize>) -> Vec<Vec<usize>> {
    let mut tellings: Vec<Vec<usize>> = (0..case.told.len()).map(|i| vec![i]).collect();
    for figure in &case.figures {
        let same = case.figures.iter().filter(|other| figure.retold_by(other, case));
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
    // Children are of the civilians whom their voice counts beside them.
    let civilians = wholes.iter().copied().find(|whole| whole.same_voice(part) && whole.beside(part) && whole.classes.contains(&CIVILIANS));
    let own: Vec<&Figure> = wholes.iter().copied().filter(|whole| whole.same_voice(part) && (!status || whole.beside(part))).collect();
    let others = if status { &[][..] } else { &wholes };
    let (whole, strength) =
        civilians.or_else(|| latest(&own)).map(|whole| (whole, 0.8)).or_else(|| latest(others).map(|whole| (whole, 0.5)))?;
    Some(draft(case, whole.told.clone(), part.told.clone(), strength))
}

/// The total that stands.
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
    use crate::model::{Group, Hedge};

    #[test]
    fn a_part_is_also_one_of_the_same_total_told_elsewhere() {
        let toll = |id, by, n| claim(id).by(by).on("2021-06-05").reported("2021-06-06").killed(n);
        let told = |by, other| {
            let part = toll("a#2", by, 20.0).group(Group::Children).part_of("a#1");
            [toll("a#1", by, 160.0), part, toll("b#1", other, 160.0)]
        };
        check(&RULE, &told("~officials", "~mayor"), "part_whole count [a#1 b#1] [a#2]");
        check(&RULE, &told("sohr", "snhr"), "part_whole count [a#1] [a#2]");
    }

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
    fn children_among_the_civilians_of_their_voice() {
        let base = |id| claim(id).by("sohr").on("2016-06-25").reported("2016-06-27");
        let claims = [
            base("a#1").killed(82.0),
            base("a#2").killed(58.0).group(Group::Civilians).part_of("a#1"),
            base("a#3").killed(8.0).group(Group::Children),
        ];
        check(&RULE, &claims, "part_whole count [a#1] [a#2]\npart_whole count [a#2] [a#3]");
    }

    #[test]
    fn the_capital_and_the_country_of_one_voice() {
        let marched = |id, place, n| claim(id).by("fr/police").at(place).on("2023-01-19").reported("2023-01-19").marched(n);
        let claims = [marched("a#1", "fr", 900.0), marched("a#2", "fr/ile-de-france/paris/paris", 80.0)];
        check(&RULE, &claims, "part_whole count [a#1] [a#2]");
        // A clause may stand between the place that opens a sentence and the figure.
        let opened = marched("a#2", "fr/ile-de-france/paris/paris", 80.0).named_at(110);
        check(&RULE, &[claims[0].clone(), opened], "part_whole count [a#1] [a#2]");
        silent(&RULE, &[marched("a#1", "fr", 60.0), marched("a#2", "fr/ile-de-france/paris/paris", 80.0)]);
        silent(&RULE, &[marched("a#1", "fr", 900.0), marched("b#2", "fr/ile-de-france/paris/paris", 80.0)]);
    }

    #[test]
    fn two_sides_of_a_border_that_add_up() {
        let toll = |id, n| claim(id).on("2023-02-06").reported("2023-02-06").killed(n);
        let all = || toll("a#1", 520.0).hedged(Hedge::MoreThan);
        let there = |n| [all(), toll("a#2", 284.0).at("tr").by("afad"), toll("a#3", n).at("sy")];
        check(&RULE, &there(237.0), "part_whole count [a#1] [a#3] [a#2]");
        silent(&RULE, &there(137.0));
        silent(&RULE, &there(437.0));
    }

    #[test]
    fn a_greater_number_is_no_part() {
        let base = |id, by| claim(id).by(by).on("2016-06-25").reported("2016-06-27");
        silent(&RULE, &[base("a#1", "sohr").killed(20.0), base("b#1", "unicef").killed(25.0).group(Group::Children)]);
        silent(&RULE, &[base("a#1", "sohr").injured(82.0), base("b#1", "unicef").killed(25.0).group(Group::Children)]);
    }
}
