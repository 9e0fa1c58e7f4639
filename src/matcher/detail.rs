//! What was compared, in words of no language: ids, days, numbers.

use itertools::Itertools;

use super::weights::Factor;
use crate::model::{Claim, Period, Quantity};
use crate::text::bare;

/// What the observation compared of the two claims.
pub(super) fn detail(factor: Factor, a: &Claim, b: &Claim) -> String {
    use Factor as F;
    let show = match factor {
        F::SamePlace | F::SameRegion | F::SameCountry | F::InsideTown | F::InsideRegion | F::InsideCountry => place,
        F::NoPlace | F::UnsettledPlace | F::LoosePlace | F::OneMovement | F::NearbyPlace | F::OtherPart | F::OtherPlace => place,
        F::SameDay | F::SameDays | F::SameWeeks | F::WithinPeriod | F::NextDay | F::LaterToll | F::LooseTime | F::OtherTime => time,
        F::ToldTogether | F::ToldApart | F::Recalled | F::Undated => time,
        F::SameKind | F::RelatedKind | F::OtherAspect | F::OtherKind => kind,
        F::NotDone | F::OtherScope => reality,
        F::SameActor | F::SameParties | F::SameSide | F::OtherActor | F::OtherHand | F::Opposed | F::OtherParty => actors,
        F::SameFigures
        | F::SameRareCount
        | F::SameCount
        | F::LargeCounts
        | F::HugeCounts
        | F::TollGrows
        | F::CountsMeet
        | F::CountsFar
        | F::CountsWorldsApart => count,
        F::SameWords | F::LikeWords => words,
        F::SharedWord | F::SharedName | F::SharedNames | F::ManyNames | F::SameNames => return names(a, b),
        F::OtherNames => all_names,
        F::SameAge | F::SameAges | F::OtherAge => ages,
        F::SameVoice => voice,
        F::RuledSame | F::RuledApart => id,
        F::PartOf | F::SameSentence | F::NextSentence | F::NearSentence | F::OneStory | F::SamePassage | F::SameArticle => span,
    };
    let (x, y) = (show(a), show(b));
    if x == y { x } else { format!("{x} · {y}") }
}

fn place(claim: &Claim) -> String {
    claim.place.as_ref().map_or_else(String::new, |place| place.id.to_string())
}

fn time(claim: &Claim) -> String {
    match (claim.when.filter(|when| !when.is_open()), claim.reported) {
        (Some(when), _) => period(&when),
        (None, Some(published)) => format!("≤ {}", published.date()),
        (None, None) => "?".to_owned(),
    }
}

fn period(when: &Period) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
    if when.from() == when.to() { day(when.from()) } else { format!("{}/{}", day(when.from()), day(when.to())) }
}

fn kind(claim: &Claim) -> String {
    claim.harm.map_or_else(|| claim.kind.to_string(), |harm| format!("{}/{harm}", claim.kind))
}

fn reality(claim: &Claim) -> String {
    format!("{}/{}", claim.stance, claim.scope)
}

fn actors(claim: &Claim) -> String {
    claim.actors.iter().map(|actor| format!("{} {}", actor.role, actor.id)).join(", ")
}

fn count(claim: &Claim) -> String {
    claim.count.as_ref().map_or_else(String::new, number)
}

fn number(count: &Quantity) -> String {
    let bound = |bound: Option<f64>| bound.map_or_else(|| "…".to_owned(), |n| n.to_string());
    if count.low() == count.high() { bound(count.low()) } else { format!("{}–{}", bound(count.low()), bound(count.high())) }
}

fn words(claim: &Claim) -> String {
    claim.quote.clone().unwrap_or_default()
}

/// The names that both carry.
fn names(a: &Claim, b: &Claim) -> String {
    let other: Vec<_> = b.names.iter().map(|name| bare(name)).collect();
    a.names.iter().filter(|name| other.contains(&bare(name))).join(", ")
}

fn all_names(claim: &Claim) -> String {
    claim.names.join(", ")
}

fn ages(claim: &Claim) -> String {
    claim.ages.iter().join(", ")
}

fn voice(claim: &Claim) -> String {
    claim.voices().iter().join(", ")
}

fn id(claim: &Claim) -> String {
    claim.id.to_string()
}

fn span(claim: &Claim) -> String {
    format!("{} {}–{}", claim.span.field(), claim.span.start(), claim.span.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{claim, killed};

    #[test]
    fn what_is_alike_is_said_once() {
        let (a, b) = (claim("a#1").place("sy/homs"), claim("b#1").place("sy/homs"));
        assert_eq!(detail(Factor::SameRegion, &a.0, &b.0), "sy/homs");
    }

    #[test]
    fn what_differs_is_said_of_both() {
        let (a, b) = (killed("a#1", 47.0), killed("b#1", 82.0));
        assert_eq!(detail(Factor::CountsMeet, &a.0, &b.0), "47 · 82");
        let (a, b) = (claim("a#1").during("2016-06-24", ""), claim("b#1").told("2016-06-26"));
        assert_eq!(detail(Factor::Undated, &a.0, &b.0), "2016-06-24/… · ≤ 2016-06-26");
    }
}
