//! Copied text: clauses or sentences of one wording, in whatever article.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Claim, Group, Harm, Kind};
use crate::text::{likeness, rows, words};

/// The fewest words of a clause that can be told to be copied: shorter ones are alike by chance ("12 people were killed").
const WORDS: usize = 8;

/// The share of rows that two clauses have in common where one is a copy of the other: a name spelled otherwise, a word put in.
const SHARE: f64 = 0.5;

/// The same where both also name the same actors, place and days, and the fewest words of a clause then.
const SAME: (f64, usize) = (0.4, 5);

/// Rows of a clause by which its copies are looked up: its least hashes, which a copy mostly has too.
const KEYS: usize = 4;

/// The claims, by index, that say one thing in one wording in several articles, in order. A sentence of one article is no copy of
/// itself, however many claims are drawn from it.
///
/// Every claim is compared with the first that shares a look-up row with it, so the work grows with the claims.
pub(super) fn groups(claims: &[&Claim]) -> Vec<Vec<usize>> {
    let clauses = || claims.iter().map(|claim| claim.quote.as_deref().unwrap_or_default());
    let length: Vec<usize> = clauses().map(|clause| words(clause).count()).collect();
    let rows: Vec<BTreeSet<u32>> = clauses().map(|clause| rows(clause).into_iter().collect()).collect();
    let sentence = |i: usize, j: usize| likeness(&claims[i].wording, &claims[j].wording).is_some_and(|share| share >= SHARE);
    let mut leader: Vec<usize> = (0..claims.len()).collect();
    let mut first: BTreeMap<_, usize> = BTreeMap::new();
    let copied = |i: usize, j: usize| {
        let (share, least) = if same_setting(claims[i], claims[j]) { SAME } else { (SHARE, WORDS) };
        let long = length[i] >= least && length[j] >= least;
        claims[j].article != claims[i].article && (long && alike(&rows[j], &rows[i], share) || sentence(i, j))
    };
    for (i, own) in rows.iter().enumerate() {
        let keys = own.iter().take(KEYS).map(|row| (false, *row)).chain(claims[i].wording.iter().take(KEYS).map(|row| (true, *row)));
        for key in keys {
            let j = *first.entry((thing(claims[i]), key)).or_insert(i);
            if j != i && copied(i, j) {
                leader[i] = leader[j];
                break;
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, lead) in leader.into_iter().enumerate() {
        groups.entry(lead).or_default().push(i);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// What a claim is about, as far as a copy must agree in it.
fn thing(claim: &Claim) -> (Kind, Option<Harm>, Option<Group>, Option<u64>) {
    (claim.kind, claim.harm, claim.group, claim.count.as_ref().and_then(|count| count.value()).map(f64::to_bits))
}

/// Whether two claims name the same actors, some at least, and the same place and days.
fn same_setting(a: &Claim, b: &Claim) -> bool {
    let actors = |claim: &Claim| claim.actors.iter().map(|actor| (actor.role, actor.id.clone())).collect::<BTreeSet<_>>();
    let place = |claim: &Claim| claim.place.as_ref().map(|place| place.id.clone());
    let days = |claim: &Claim| claim.when.map(|when| (when.from(), when.to()));
    !a.actors.is_empty() && actors(a) == actors(b) && place(a) == place(b) && days(a) == days(b)
}

fn alike(a: &BTreeSet<u32>, b: &BTreeSet<u32>, share: f64) -> bool {
    let shared = a.intersection(b).count();
    shared as f64 >= share * (a.len() + b.len() - shared) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{Told, claim};
    use crate::model::Role;

    fn copied(a: &str, b: &str) -> bool {
        let (a, b) = (claim("a#1").quote(a).claim(), claim("b#1").quote(b).claim());
        groups(&[&a, &b]).len() == 1
    }

    #[test]
    fn a_wire_sentence_with_one_word_changed_is_copied() {
        assert!(copied(
            "La trêve conclue par les deux pays tient depuis le 27 février",
            "La trêve conclue par les deux États tient depuis le 27 février."
        ));
    }

    #[test]
    fn the_same_news_in_other_words_is_not() {
        assert!(!copied(
            "La trêve conclue par les deux pays tient depuis le 27 février",
            "Depuis le 27 février, le cessez-le-feu des deux pays est respecté"
        ));
    }

    #[test]
    fn short_clauses_of_one_long_sentence_are_copied() {
        let sentence =
            "Les tirs contre le port se sont poursuivis toute la nuit malgré l'appel du Conseil de sécurité à une trêve immédiate";
        let of = |id, words: &str| claim(id).quote("tirs contre le port").kind(Kind::Strike).wording(words).claim();
        let a = of("a#1", sentence);
        assert_eq!(groups(&[&a, &of("b#1", &sentence.replace("immédiate", "sans délai"))]).len(), 1);
        assert!(
            groups(&[&a, &of("b#1", "Un navire a coulé à l'entrée du chenal, et les tirs contre le port ont cessé vers midi")]).is_empty()
        );
    }

    #[test]
    fn two_claims_of_one_sentence_are_not() {
        let words = "Un porte-parole a parlé de 12 morts et de 64 blessés dans la ville";
        let (a, b) = (claim("a#1").quote(words).killed(12.0).claim(), claim("a#2").quote(words).killed(12.0).claim());
        assert!(groups(&[&a, &b]).is_empty());
    }

    #[test]
    fn a_short_clause_of_the_same_actors_is_a_copy() {
        let party = |told: Told, id| told.actor(Role::Party, id);
        let said = |id, words| party(party(claim(id).kind(Kind::Agreement).quote(words), "et/army"), "tplf").on("2022-11-02").claim();
        let a = said("a#1", "Armée et TPLF signent une trêve");
        assert_eq!(groups(&[&a, &said("b#1", "Armée et TPLF signent une trêve.")]).len(), 1);
        assert!(groups(&[&a, &said("c#1", "Une trêve lie désormais les deux camps")]).is_empty());
    }

    #[test]
    fn a_short_clause_is_alike_by_chance() {
        assert!(!copied("douze personnes ont été tuées", "douze personnes ont été tuées"));
    }
}
