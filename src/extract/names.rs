//! Names that no table holds: of people, streets, schools, ships. Those read near a claim tell its incident from others.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::scene::{Scene, meet};
use crate::lexicon::Word;
use crate::mention::{Sentence, Who};
use crate::model::{Claim, SourceKind};
use crate::text::Shape;

/// Names that a claim carries at most.
const KEPT: usize = 16;

/// Letters of a name that stands alone, at least.
const LONG: usize = 4;

/// Gives each claim the names of its own sentence and of those to which it is the nearest. `of` holds the number of each claim's
/// sentence among `scenes`, in order.
pub(super) fn give(claims: &mut [Claim], of: &[usize], scenes: &[&Scene<'_>]) {
    let runs: Vec<(usize, Range<usize>)> = scenes
        .iter()
        .enumerate()
        .flat_map(|(s, scene)| runs(&scene.sentence).filter(|run| own(scene, run)).map(move |run| (s, run)))
        .collect();
    let words: FxHashSet<String> =
        runs.iter().flat_map(|(s, run)| run.clone().map(|i| scenes[*s].sentence.word(i).to_lowercase())).collect();
    let common = common(scenes, &words);
    for (s, run) in runs {
        let sentence = &scenes[s].sentence;
        let near = of.partition_point(|&at| at < s);
        let nearest = [near.checked_sub(1), Some(near)].into_iter().flatten().filter_map(|i| of.get(i)).min_by_key(|at| at.abs_diff(s));
        let Some(&nearest) = nearest else { continue };
        let telling = of.partition_point(|&at| at < nearest)..of.partition_point(|&at| at <= nearest);
        for name in parts(sentence, run, &common) {
            for claim in claims[telling.clone()].iter_mut().filter(|claim| claim.names.len() < KEPT && !claim.names.contains(&name)) {
                claim.names.push(name.clone());
            }
        }
    }
}

/// The words written large that stand in a row.
fn runs<'s>(sentence: &'s Sentence<'_>) -> impl Iterator<Item = Range<usize>> + 's {
    let large = |i: &usize| sentence.tokens[*i].shape == Shape::Capital;
    let starts = (0..sentence.tokens.len()).filter(move |i| large(i) && (*i == 0 || !large(&(i - 1))));
    starts.map(move |start| start..(start..sentence.tokens.len()).find(|i| !large(i)).unwrap_or(sentence.tokens.len()))
}

/// Whether a name is the incident's own: not that of an officer who tells of many, nor of a hospital that many are brought to.
fn own(scene: &Scene<'_>, run: &Range<usize>) -> bool {
    use SourceKind::{ArmedGroup, Other, Person, Social, Witness};
    let office = |who: &Who| match who {
        Who::Known { kind, .. } | Who::Named(_, kind) | Who::Unnamed(_, kind, _) => {
            !matches!(kind, ArmedGroup | Other | Person | Social | Witness)
        }
        _ => false,
    };
    let tells = scene.said.iter().flat_map(|said| &said.chain).any(|teller| meet(&teller.tokens, run) && office(&teller.who));
    let house = (run.start.saturating_sub(1)..=run.end).any(|i| scene.is(i, Word::Institution));
    !tells && !house
}

/// Of these words, in small letters, those that the article writes small somewhere: a rank, an office, a street as such.
fn common<'w>(scenes: &[&Scene<'_>], words: &'w FxHashSet<String>) -> BTreeSet<&'w str> {
    let small =
        scenes.iter().flat_map(|scene| scene.sentence.tokens.iter().filter(|t| t.shape == Shape::Lower).map(|t| t.of(scene.sentence.text)));
    small.filter_map(|word| words.get(word).map(String::as_str)).collect()
}

/// The names in a run: what common words and words of the tables part. One word alone is a name where no sentence begins with it.
fn parts(sentence: &Sentence<'_>, run: Range<usize>, common: &BTreeSet<&str>) -> Vec<String> {
    let plain = |i: usize| sentence.marks_at(i).iter().any(|m| m.end == i + 1) || common.contains(sentence.word(i).to_lowercase().as_str());
    let known = |part: &Range<usize>| part.clone().all(|i| sentence.names.iter().any(|m| !m.quiet && (m.start..m.end).contains(&i)));
    let (mut out, mut start) = (Vec::new(), run.start);
    for end in run.clone().filter(|&i| plain(i)).chain([run.end]) {
        let part = start..end;
        let alone = part.len() == 1 && (part.start == 0 || sentence.word(part.start).chars().count() < LONG);
        if !part.is_empty() && !alone && !known(&part) {
            out.push(part.map(|i| sentence.word(i)).collect::<Vec<_>>().join(" "));
        }
        start = end + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::lexicon::Lexicon;
    use crate::model::Article;

    fn check(text: &str, expected: &[&[&str]]) {
        let claims = extract(&Article::new("a", text).unwrap(), Lexicon::bundled()).claims;
        assert_eq!(
            claims.iter().map(|claim| claim.names.iter().map(String::as_str).collect::<Vec<_>>()).collect::<Vec<_>>(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn people_and_streets_are_named_near_a_claim() {
        check(
            "A man was shot and killed on Wexley Street. Neighbours know the street well. Orlan Brandt, 19, was found by his aunt.",
            &[&["Wexley", "Orlan Brandt"]],
        );
        check("Deux hommes ont été tués samedi. La gendarmerie cherche Paul Vernay.", &[&["Paul Vernay"]]);
    }

    #[test]
    fn officers_who_speak_and_hospitals_are_no_names_of_an_incident() {
        check("Two men were shot. They are at Brunel Quay Hospital.", &[&[]]);
        check("Two men were shot, police spokesman Paul Vernay said.", &[&[]]);
        check("Two men were shot, said Paul Vernay, who lives nearby.", &[&["Paul Vernay"]]);
    }

    #[test]
    fn places_and_actors_of_the_tables_are_compared_as_such() {
        check("Five civilians were killed in Homs by the Russian Air Force.", &[&[]]);
    }
}
