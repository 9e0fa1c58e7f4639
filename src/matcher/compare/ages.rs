//! How old those hurt are: with a name, what tells one victim from another.

use crate::matcher::record::Record;
use crate::matcher::weights::Factor;

/// Years by which two reports of one person's age differ.
const SLIP: u8 = 1;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    // An article tells of several victims.
    if a.article == b.article { None } else { shared(&a.ages, &b.ages) }
}

/// What two sets of ages in order share. Of several victims two articles may name others.
pub(super) fn shared(a: &[u8], b: &[u8]) -> Option<Factor> {
    match (a.iter().filter(|age| b.contains(age)).count(), a, b) {
        (0, [x], [y]) => (x.abs_diff(*y) > SLIP).then_some(Factor::OtherAge),
        (0, ..) => None,
        (1, ..) => Some(Factor::SameAge),
        _ => Some(Factor::SameAges),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_ages_speak_for_one_event() {
        assert_eq!(shared(&[7], &[7, 41]), Some(Factor::SameAge));
        assert_eq!(shared(&[7, 41], &[7, 41]), Some(Factor::SameAges));
    }

    #[test]
    fn another_age_speaks_against_where_each_tells_one() {
        assert_eq!(shared(&[7], &[41]), Some(Factor::OtherAge));
        assert_eq!(shared(&[7], &[8]), None);
        assert_eq!(shared(&[7], &[41, 43]), None);
        assert_eq!(shared(&[], &[41]), None);
    }
}
