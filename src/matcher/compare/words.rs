//! In what words and by whom: copied wording, the voice, and the word of a person who has looked at both.

use crate::matcher::record::Record;
use crate::matcher::weights::Factor;
use crate::text::likeness;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    // Clauses of one article may overlap; that is nearness, not copying.
    if a.article == b.article {
        return None;
    }
    const SAME: f64 = 0.6;
    const LIKE: f64 = 0.25;
    if likeness(a.text.sentence(), b.text.sentence()).is_some_and(|share| share >= SAME) {
        return Some(Factor::SameWords);
    }
    match likeness(a.text.words(), b.text.words()) {
        Some(SAME..) => Some(Factor::SameWords),
        Some(LIKE..) => Some(Factor::LikeWords),
        _ => None,
    }
}

/// A voice that is named in both; that an article speaks itself says nothing.
pub(super) fn voice(a: &Record, b: &Record) -> Option<Factor> {
    a.voices.iter().any(|voice| b.voices.contains(voice)).then_some(Factor::SameVoice)
}

/// What a person said of the two.
pub(super) fn ruled(a: &Record, b: &Record) -> Option<Factor> {
    if a.apart.contains(&b.id) {
        return Some(Factor::RuledApart);
    }
    (a.same.is_some() && a.same == b.same).then_some(Factor::RuledSame)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::claim;

    const WIRE: &str = "Au moins 47 personnes, dont 31 civils, ont été tuées samedi dans des raids";

    #[test]
    fn a_copied_clause_is_seen() {
        let (a, b) = (claim("a#1").quote(WIRE).record(), claim("b#1").quote(WIRE).record());
        assert_eq!(compare(&a, &b), Some(Factor::SameWords));
    }

    #[test]
    fn a_clause_told_with_light_edits_is_much_the_same() {
        let edited = "Au moins 47 personnes, dont 31 civils, ont péri samedi dans plusieurs raids";
        assert_eq!(compare(&claim("a#1").quote(WIRE).record(), &claim("b#1").quote(edited).record()), Some(Factor::LikeWords));
    }

    #[test]
    fn overlapping_clauses_of_one_article_are_no_copy() {
        assert_eq!(compare(&claim("a#1").quote(WIRE).record(), &claim("a#2").quote(WIRE).record()), None);
    }

    #[test]
    fn a_voice_counts_where_it_is_named() {
        let sohr = || claim("a#1").voice("afp").voice("sohr").record();
        assert_eq!(voice(&sohr(), &claim("b#1").voice("sohr").record()), Some(Factor::SameVoice));
        assert_eq!(voice(&sohr(), &claim("b#1").voice("afp").record()), None);
        assert_eq!(voice(&claim("a#1").record(), &claim("a#2").record()), None);
    }
}
