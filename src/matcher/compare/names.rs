//! Names that no table holds: of people, streets, schools. What two articles name alike is seldom chance.

use crate::matcher::record::Record;
use crate::matcher::weights::Factor;

/// Names of two words on each side from which it says something that none is shared.
const SEVERAL: u32 = 3;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    // An article names many people in one incident.
    if a.article == b.article { None } else { shared(a.text.names(), b.text.names()) }
}

/// What two sets of names in order share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> Option<Factor> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    // A name of two words or more says twice as much as a word alone.
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        shared += if a[i] == b[j] { 1 + (a[i] & 1) } else { 0 };
        (i, j) = (i + usize::from(a[i] <= b[j]), j + usize::from(b[j] <= a[i]));
    }
    Some(match shared {
        0 if full(a).min(full(b)) < SEVERAL => return None,
        0 => Factor::OtherNames,
        1 => Factor::SharedWord,
        2 | 3 => Factor::SharedName,
        4 | 5 => Factor::SharedNames,
        6..=9 => Factor::ManyNames,
        _ => Factor::SameNames,
    })
}

/// Whether so many are shared that both tell one story, years apart even.
pub(super) fn one_story(a: &[u32], b: &[u32]) -> bool {
    matches!(shared(a, b), Some(Factor::ManyNames | Factor::SameNames))
}

/// The names of two words.
fn full(names: &[u32]) -> u32 {
    names.iter().map(|name| name & 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim};

    fn check(a: &[&str], b: &[&str], expected: Option<Factor>) {
        let of = |id: &str, names: &[&str]| -> Sample { names.iter().fold(claim(id), |sample, name| sample.name(name)) };
        assert_eq!(compare(&of("a#1", a).record(), &of("b#1", b).record()), expected, "{a:?} {b:?}");
    }

    #[test]
    fn the_more_names_are_shared_the_more_they_say() {
        check(&["Orlan Brandt", "Wexley"], &["Orlan Brandt", "Ada Quill"], Some(Factor::SharedName));
        check(&["Orlan Brandt", "Wexley Street"], &["WEXLEY STREET", "Orlan Brandt"], Some(Factor::SharedNames));
        check(&["Orlan Brandt"], &["Orlan Brandt Jr"], Some(Factor::SharedName));
        check(&["Wexley"], &["Wexley", "Hollow"], Some(Factor::SharedWord));
        check(&["A B", "B C", "C D", "D E", "E F"], &["A B", "B C", "C D", "D E", "E F"], Some(Factor::SameNames));
    }

    #[test]
    fn other_names_speak_against_where_there_are_several() {
        check(&["Orlan Brandt", "Wexley Street", "Ada Quill"], &["Tom Vane", "Hollow Lane", "Iris Bell"], Some(Factor::OtherNames));
        check(&["Orlan Brandt"], &["Tom Vane"], None);
        check(&[], &["Tom Vane"], None);
    }
}
