//! How near in the text: an article tells one thing in one place.

use super::kind::{Aspect, aspect};
use crate::matcher::record::Record;
use crate::matcher::weights::Factor;
use crate::model::{Field, Kind};

/// Times as far that an incident reaches: what happened is told throughout an article, what else is said of it in one place.
const REACH: usize = 3;

/// Bytes between two clauses of one sentence or of two in a row.
const NEXT: usize = 60;

/// Bytes that two or three sentences take.
const NEAR: usize = 300;

/// Bytes that a passage of a few paragraphs takes.
const PASSAGE: usize = 800;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    if a.article != b.article {
        return None;
    }
    let whole = |x: &Record, y: &Record| x.part_of == Some(y.id);
    if whole(a, b) || whole(b, a) || a.part_of.is_some() && a.part_of == b.part_of {
        return Some(Factor::PartOf);
    }
    let reach = if reaches(a) && reaches(b) && one_setting(a, b) { REACH } else { 1 };
    Some(match gap(a, b).map(|bytes| bytes / reach) {
        None => Factor::SameSentence,
        Some(..=NEXT) => Factor::NextSentence,
        Some(..=NEAR) => Factor::NearSentence,
        Some(_) if reaches(a) && reaches(b) => Factor::OneStory,
        Some(..=PASSAGE) => Factor::SamePassage,
        Some(_) => Factor::SameArticle,
    })
}

/// Whether it is something that happened: most articles tell of one incident.
fn reaches(record: &Record) -> bool {
    aspect(record) == Aspect::Incident && record.kind != Kind::Status
}

/// Whether two claims name one place: what has lost its place on the way through an article may have another.
fn one_setting(a: &Record, b: &Record) -> bool {
    a.place.as_ref().zip(b.place.as_ref()).is_none_or(|(a, b)| a.path == b.path)
}

/// The bytes between two clauses; `None` where they overlap. The headline stands before the first word.
fn gap(a: &Record, b: &Record) -> Option<usize> {
    let (start, end) = match (a.field, b.field) {
        (Field::Title, Field::Text) => (b.start, 0),
        (Field::Text, Field::Title) => (a.start, 0),
        _ => (a.start.max(b.start), a.end.min(b.end)),
    };
    if a.field == b.field && start < end { None } else { Some(start - end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{Sample, claim, killed};

    fn check(a: &Sample, b: &Sample, expected: Option<Factor>) {
        assert_eq!(compare(&a.record(), &b.record()), expected);
        assert_eq!(compare(&b.record(), &a.record()), expected);
    }

    #[test]
    fn nearness_is_counted_within_an_article() {
        let control = |id, start, end| claim(id).kind(Kind::Control).at(start, end);
        let first = control("a#1", 0, 90);
        check(&first, &control("a#2", 60, 120), Some(Factor::SameSentence));
        check(&first, &control("a#2", 95, 120), Some(Factor::NextSentence));
        check(&first, &control("a#2", 300, 400), Some(Factor::NearSentence));
        check(&first, &control("a#2", 700, 800), Some(Factor::SamePassage));
        check(&first, &control("a#2", 5000, 5100), Some(Factor::SameArticle));
        check(&first, &control("b#2", 60, 120), None);
    }

    #[test]
    fn an_incident_reaches_further_than_what_is_said_of_it() {
        check(&killed("a#1", 47.0).at(0, 90), &killed("a#2", 64.0).at(700, 800), Some(Factor::NearSentence));
    }

    #[test]
    fn the_headline_stands_before_the_first_word() {
        let mut headline = claim("a#1").kind(Kind::Control).at(0, 40);
        headline.0.span = headline.0.span.within(Field::Title);
        check(&headline, &claim("a#2").kind(Kind::Control).at(10, 50), Some(Factor::NextSentence));
    }

    #[test]
    fn parts_of_one_count_belong_together() {
        let whole = killed("a#1", 47.0);
        let (civilians, unknown) = (killed("a#2", 31.0).part_of("a#1"), killed("a#3", 16.0).part_of("a#1"));
        check(&whole, &civilians, Some(Factor::PartOf));
        check(&civilians, &unknown, Some(Factor::PartOf));
    }
}
