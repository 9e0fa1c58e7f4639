//! Figures, days and names in words for people.

use chrono::{Datelike, NaiveDate};
use itertools::Itertools;

use super::{Occasion, Report, Skipped};
use crate::assess::Estimate;
use crate::conflict::{Finding, Verdict};
use crate::model::{Claim, Group, Harm, Hedge, Kind, Period, Precision, Published, Quantity, Stance};

/// A number with its thousands apart: `30,000`, `2.5`.
pub(super) fn number(x: f64) -> String {
    let text = if x.fract() == 0.0 { format!("{x:.0}") } else { format!("{x}") };
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

/// A figure with its hedge and its unit: `at least 47`, `22 %`, `about 400 km²`.
pub(super) fn figure(count: &Quantity) -> String {
    let value = || count.value().map_or_else(|| "?".to_owned(), number);
    let low_high = (count.low(), count.high());
    let text = match (count.hedge(), low_high) {
        (Hedge::Exactly, _) => value(),
        (Hedge::AtLeast, _) => format!("at least {}", value()),
        (Hedge::MoreThan, _) => format!("more than {}", value()),
        (Hedge::AtMost, _) => format!("at most {}", value()),
        (Hedge::LessThan, _) => format!("fewer than {}", value()),
        (Hedge::About, _) => format!("about {}", value()),
        (Hedge::Nearly, _) => format!("nearly {}", value()),
        (_, (Some(low), Some(high))) => format!("{} to {}", number(low), number(high)),
        (_, (Some(low), None)) => format!("{} or more", number(low)),
        (_, (None, Some(high))) => format!("up to {}", number(high)),
        (_, (None, None)) => "an unknown number".to_owned(),
    };
    match count.unit() {
        "people" | "" => text,
        "percent" => format!("{text} %"),
        "km2" => format!("{text} km²"),
        unit => format!("{text} {unit}"),
    }
}

/// What a claim is about: `killed`, `killed, civilians`, `strike`. What is not asserted says so.
pub(super) fn topic(claim: &Claim) -> String {
    let what = match (claim.kind, claim.harm) {
        (Kind::Casualties, Some(harm)) => harm.name(),
        (kind, _) => kind.name(),
    };
    let who = claim.group.filter(|group| *group != Group::People).map(|group| format!(", {group}")).unwrap_or_default();
    let stance = if claim.stance == Stance::Asserted { String::new() } else { format!(" ({})", claim.stance) };
    format!("{what}{who}{stance}")
}

/// What a verdict is called above its findings.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Revision => "revision",
        Verdict::Corroboration => "corroborated",
        Verdict::Repetition => "repeated",
        Verdict::PartWhole => "part of whole",
        Verdict::Compatible => "compatible",
    }
}

/// How much there is: `14 articles, 96 claims, 12 events`.
pub(super) fn sizes(report: &Report) -> String {
    let sizes = [(report.articles.len(), "article"), (report.claims.len(), "claim"), (report.events.len(), "event")];
    sizes.map(|(n, noun)| counted(n, noun)).join(", ")
}

/// How many findings there are of each verdict: `2 conflicts, 1 revision`.
pub(super) fn tally(findings: &[Finding]) -> String {
    let counts = findings.iter().counts_by(|finding| finding.verdict);
    let noun = |verdict| match verdict {
        Verdict::PartWhole => "part–whole pair",
        Verdict::Compatible => "compatible pair",
        named => named.name(),
    };
    Verdict::ALL.iter().filter_map(|v| Some(counted(*counts.get(v)?, noun(*v)))).join(", ")
}

/// The question and what the sides answer.
pub(super) fn headline(finding: &Finding) -> String {
    let question = finding.dimension.map(|dimension| format!(" ({dimension})")).unwrap_or_default();
    let join = if finding.verdict == Verdict::Revision { " → " } else { " ≠ " };
    format!("{}{question}: {}", verdict(finding.verdict), finding.sides.iter().map(|side| &side.position).join(join))
}

/// The estimates that stand for an event at a glance: how many people were killed, by policy.
pub(super) fn headline_estimates(occasion: &Occasion) -> impl Iterator<Item = &Estimate> {
    occasion.estimates.iter().filter(|e| e.harm == Harm::Killed && e.group == Group::People)
}

/// The estimate of a policy. Its reason, which names every claim, stands in the JSON.
pub(super) fn estimate(e: &Estimate) -> String {
    let bound = |x: Option<f64>| x.map_or_else(|| "?".to_owned(), number);
    let who = if e.group == Group::People { String::new() } else { format!(", {}", e.group) };
    let best = e.best.map_or_else(String::new, |best| format!(", best {}", number(best)));
    format!("{}{who}: {} to {}{best}", e.harm, bound(e.low), bound(e.high))
}

/// Where something could not be read, and why.
pub(super) fn skipped(skipped: &Skipped) -> String {
    let line = skipped.line.map(|line| format!(", line {line}")).unwrap_or_default();
    format!("{}{line}: {}", skipped.path, skipped.cause)
}

/// A day: `25 June 2016`.
pub(super) fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// When it was published: the day, and the time where it is known.
pub(super) fn published(published: &Published) -> String {
    match published {
        Published::Day(date) => day(*date),
        Published::Moment(moment) => moment.format("%-d %B %Y, %H:%M").to_string(),
    }
}

/// A period: `25 June 2016`, `7–8 December 2016`, `June 2016`, `since 15 March 2011`.
pub(super) fn period(period: &Period) -> Option<String> {
    Some(match (period.from()?, period.to()) {
        (from, None) => format!("since {}", day(from)),
        (from, Some(to)) if from == to => day(to),
        (from, Some(to)) if period.precision() == Precision::Month && same_month(from, to) => to.format("%B %Y").to_string(),
        (from, Some(to)) if period.precision() == Precision::Year && from.year() == to.year() => to.format("%Y").to_string(),
        (from, Some(to)) if same_month(from, to) => format!("{}–{}", from.day(), day(to)),
        (from, Some(to)) => format!("{} to {}", day(from), day(to)),
    })
}

fn same_month(a: NaiveDate, b: NaiveDate) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

/// `1 claim`, `2 claims`.
pub(super) fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => format!("{} and {}", first.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "), last.as_ref()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Basis;

    #[test]
    fn figures_keep_their_hedge_and_unit() {
        let check = |low, high, hedge, unit: &str, expected| {
            assert_eq!(figure(&Quantity::new(low, high, hedge, unit).unwrap()), expected);
        };
        check(Some(47.0), Some(47.0), Hedge::Exactly, "people", "47");
        check(Some(47.0), None, Hedge::AtLeast, "people", "at least 47");
        check(Some(11.0), None, Hedge::MoreThan, "people", "more than 10");
        check(None, Some(30_000.0), Hedge::Nearly, "people", "nearly 30,000");
        check(Some(400.0), Some(400.0), Hedge::About, "km2", "about 400 km²");
        check(Some(2.5), Some(2.5), Hedge::Exactly, "percent", "2.5 %");
        check(Some(10.0), Some(50.0), Hedge::Between, "sorties", "10 to 50 sorties");
        check(Some(24.0), None, Hedge::Vague, "people", "24 or more");
        check(Some(1_234_567.0), Some(1_234_567.0), Hedge::Exactly, "people", "1,234,567");
    }

    #[test]
    fn periods_read_as_people_write_them() {
        let at = |m, d| NaiveDate::from_ymd_opt(2016, m, d);
        let check = |from, to, precision, expected: &str| {
            assert_eq!(period(&Period::new(from, to, precision, Basis::Stated).unwrap()).as_deref(), Some(expected));
        };
        check(at(6, 25), at(6, 25), Precision::Day, "25 June 2016");
        check(at(12, 7), at(12, 8), Precision::Day, "7–8 December 2016");
        check(at(6, 1), at(6, 30), Precision::Month, "June 2016");
        check(at(6, 25), at(7, 2), Precision::Week, "25 June 2016 to 2 July 2016");
        check(at(3, 15), None, Precision::Day, "since 15 March 2016");
        assert_eq!(period(&Period::open(Precision::Day)), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(listed::<&str>(&[]), "");
    }
}
