//! Figures, days and names in words for people, in a language of theirs.
//!
//! The words stand in `words.tsv`, a column a language; what is here puts them together.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use itertools::Itertools;

use super::{Report, Skipped};
use crate::assess::{Estimate, Grade};
use crate::conflict::{Dimension, Finding, Side, Verdict};
use crate::model::{Claim, Group, Hedge, Kind, Language, Period, Precision, Published, Quantity, Stance};

/// The table: a row a key, a column a language.
static TABLE: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("words.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).map(|(key, words)| (key, words.split('\t').collect())).collect()
});

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words {
    language: Language,
}

impl Words {
    pub(super) fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language's code.
    #[cfg(feature = "html")]
    pub(super) fn code(&self) -> &str {
        self.language.code()
    }

    /// The words of a key, if the table has it. A language that has no column is spoken to in English, which is the first.
    fn find(self, key: &str) -> Option<&'static str> {
        let column = TABLE["key"].iter().position(|name| *name == self.language.code()).unwrap_or(0);
        TABLE.get(key)?.get(column).copied()
    }

    /// The words of a key; the key itself where the table has none.
    pub(super) fn say(self, key: &str) -> String {
        self.find(key).unwrap_or(key).to_owned()
    }

    /// The words of a key with `{}` filled in, one after the other.
    pub(super) fn fill(self, key: &str, parts: &[&str]) -> String {
        parts.iter().fold(self.say(key), |text, part| text.replacen("{}", part, 1))
    }

    /// The name of a value: `group.civilians`. What the table does not know stands for itself.
    fn name(self, what: &str, name: &str) -> String {
        self.find(&format!("{what}.{name}")).unwrap_or(name).to_owned()
    }

    /// A number with its thousands apart: `30,000`, `2.5`.
    pub(super) fn number(self, x: f64) -> String {
        let text = if x.fract() == 0.0 { format!("{x:.0}") } else { format!("{x}") };
        let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
        let mut out = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out += &self.say("number.thousands");
            }
            out.push(digit);
        }
        out + &rest.replace('.', &self.say("number.comma"))
    }

    /// A figure with its hedge and its unit: `at least 47`, `22 %`, `about 400 km²`.
    pub(super) fn figure(self, count: &Quantity) -> String {
        let value = count.value().map_or_else(|| "?".to_owned(), |value| self.number(value));
        let text = match (count.hedge(), (count.low(), count.high())) {
            (Hedge::Exactly, _) => value,
            (Hedge::Between | Hedge::Vague, (Some(low), Some(high))) => {
                self.fill("about.between", &[&self.number(low), &self.number(high)])
            }
            (Hedge::Between | Hedge::Vague, (Some(low), None)) => self.fill("about.from", &[&self.number(low)]),
            (Hedge::Between | Hedge::Vague, (None, Some(high))) => self.fill("about.up_to", &[&self.number(high)]),
            (_, (None, None)) => self.say("about.unknown"),
            (hedge, _) => self.fill(&format!("about.{hedge}"), &[&value]),
        };
        match count.unit() {
            "people" | "" => text,
            unit => format!("{text} {}", self.name("unit", unit)),
        }
    }

    /// What a claim is about: `killed`, `killed, civilians`, `strike`. What is not asserted says so.
    pub(super) fn topic(self, claim: &Claim) -> String {
        let what = match (claim.kind, claim.harm) {
            (Kind::Casualties, Some(harm)) => self.name("harm", harm.name()),
            (kind, _) => self.kind(kind),
        };
        let group = claim.group.filter(|group| *group != Group::People);
        let who = group.map(|group| format!(", {}", self.name("group", group.name()))).unwrap_or_default();
        let stance =
            if claim.stance == Stance::Asserted { String::new() } else { format!(" ({})", self.name("stance", claim.stance.name())) };
        format!("{what}{who}{stance}")
    }

    /// What a kind of claim is called.
    pub(super) fn kind(self, kind: Kind) -> String {
        self.name("kind", kind.name())
    }

    /// What a verdict is called above its findings.
    pub(super) fn verdict(self, verdict: Verdict) -> String {
        self.name("verdict", verdict.name())
    }

    /// What a question is called.
    pub(super) fn question(self, dimension: Dimension) -> String {
        self.name("question", dimension.name())
    }

    /// The position of a side. The conflict detector words it in English; in another language the figures of its claims are told
    /// anew, and a name that the table knows in English is told as the table has it.
    pub(super) fn position<'c>(self, question: Option<Dimension>, side: &Side, claims: impl Iterator<Item = &'c Claim>) -> String {
        if self.language == Language::ENGLISH {
            return side.position.clone();
        }
        let claims = claims.filter(|_| question == Some(Dimension::Count));
        let figures = claims.filter_map(|claim| {
            let group = claim.group.filter(|group| *group != Group::People).map(|group| self.name("group", group.name()));
            Some([self.figure(claim.count.as_ref()?)].into_iter().chain(group).join(" "))
        });
        let figures = figures.unique().collect_vec();
        match figures.as_slice() {
            [] => self.translated(&side.position),
            figures => figures.join(" / "),
        }
    }

    /// The reason of a finding: as its rule gives it, in English; in another language its question and who says what.
    pub(super) fn reason(self, finding: &Finding, sides: &[String]) -> String {
        let key = format!("reason.{}", finding.rule);
        match self.find(&key) {
            Some(_) if self.language != Language::ENGLISH => self.fill(&key, &[&sides.join("; ")]),
            _ => finding.reason.clone(),
        }
    }

    /// The words of the row whose English ones these are.
    fn translated(self, text: &str) -> String {
        let english = Self::of(Language::ENGLISH);
        let key = TABLE.keys().filter(|key| english.find(key) == Some(text)).min();
        key.map_or_else(|| text.to_owned(), |key| self.say(key))
    }

    /// How much there is: `14 articles, 96 claims, 12 events`.
    pub(super) fn sizes(self, report: &Report) -> String {
        let sizes = [("article", report.articles.len()), ("claim", report.claims.len()), ("event", report.events.len())];
        sizes.map(|(noun, n)| self.counted(n, noun)).join(", ")
    }

    /// How many findings there are of each verdict: `2 conflicts, 1 revision`.
    pub(super) fn tally<'f>(self, findings: impl Iterator<Item = &'f Finding>) -> String {
        let counts = findings.counts_by(|finding| finding.verdict);
        Verdict::ALL.iter().filter_map(|verdict| Some(self.counted(*counts.get(verdict)?, verdict.name()))).join(", ")
    }

    /// The question and what the sides answer.
    pub(super) fn headline(self, finding: &Finding, positions: &[String]) -> String {
        let question = finding.dimension.map(|dimension| format!(" ({})", self.question(dimension))).unwrap_or_default();
        let join = if finding.verdict == Verdict::Revision { " → " } else { " ≠ " };
        format!("{}{question}{} {}", self.verdict(finding.verdict), self.say("colon"), positions.join(join))
    }

    /// What would reconcile the sides of a conflict: were it so, all of them could be right.
    pub(super) fn reconciled(self, finding: &Finding) -> Option<String> {
        let ways = finding.reconcile.iter().map(|way| self.name("reconcile", way.name())).collect_vec();
        let ways = ways.join(&format!("; {} ", self.say("or")));
        let text = if ways.is_empty() { self.say("reconcile.none") } else { self.fill("reconcile", &[&ways]) };
        (finding.verdict == Verdict::Conflict).then_some(text)
    }

    /// The estimate of a policy. Its reason, which names every claim, stands in the JSON.
    pub(super) fn estimate(self, e: &Estimate) -> String {
        let bound = |x: Option<f64>| x.map_or_else(|| "?".to_owned(), |x| self.number(x));
        let who = if e.group == Group::People { String::new() } else { format!(", {}", self.name("group", e.group.name())) };
        let range = self.say(if e.best.is_some() { "estimate.best" } else { "estimate" });
        let range = range.replace("{low}", &bound(e.low)).replace("{high}", &bound(e.high)).replace("{best}", &bound(e.best));
        format!("{}{who}{} {range}", self.name("harm", e.harm.name()), self.say("colon"))
    }

    /// The word of a policy on how well an event is established; of a policy of the user's own as it stands.
    pub(super) fn grade(self, grade: &Grade) -> String {
        self.name("grade", &grade.grade)
    }

    /// Where something could not be read, and why.
    pub(super) fn skipped(self, skipped: &Skipped) -> String {
        let place = skipped.line.map_or_else(|| skipped.path.clone(), |line| self.fill("line", &[&skipped.path, &line.to_string()]));
        format!("{place}{} {}", self.say("colon"), skipped.cause)
    }

    /// A day: `25 June 2016`.
    pub(super) fn day(self, day: NaiveDate) -> String {
        let number = if day.day() == 1 { self.say("date.first") } else { day.day().to_string() };
        let year = day.year().to_string();
        self.say("date.day").replace("{d}", &number).replace("{m}", &self.month(day)).replace("{y}", &year)
    }

    fn month(self, day: NaiveDate) -> String {
        self.say(&format!("month.{}", day.month()))
    }

    /// When it was published: the day, and the time where it is known.
    pub(super) fn published(self, published: &Published) -> String {
        match published {
            Published::Day(date) => self.day(*date),
            Published::Moment(moment) => format!("{}, {}", self.day(moment.date_naive()), moment.format("%H:%M")),
        }
    }

    /// A period: `25 June 2016`, `7–8 December 2016`, `June 2016`, `since 15 March 2011`.
    pub(super) fn period(self, period: &Period) -> Option<String> {
        Some(match (period.from()?, period.to()) {
            (from, None) => self.fill("date.since", &[&self.day(from)]),
            (from, Some(to)) if from == to => self.day(to),
            (from, Some(to)) if period.precision() == Precision::Month && same_month(from, to) => {
                format!("{} {}", self.month(to), to.year())
            }
            (from, Some(to)) if period.precision() == Precision::Year && from.year() == to.year() => to.year().to_string(),
            (from, Some(to)) if same_month(from, to) => format!("{}–{}", from.day(), self.day(to)),
            (from, Some(to)) => self.fill("date.to", &[&self.day(from), &self.day(to)]),
        })
    }

    /// `1 claim`, `2 claims`.
    pub(super) fn counted(self, n: usize, noun: &str) -> String {
        self.fill(&format!("{noun}.{}", if n == 1 { "one" } else { "many" }), &[&self.number(n as f64)])
    }

    /// `a`, `a and b`, `a, b and c`.
    pub(super) fn listed<S: AsRef<str>>(self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first = first.iter().map(AsRef::as_ref).collect_vec().join(", ");
                format!("{first} {} {}", self.say("and"), last.as_ref())
            }
        }
    }
}

fn same_month(a: NaiveDate, b: NaiveDate) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::Reconciler;
    use crate::model::{Basis, Harm};

    const ENGLISH: Words = Words { language: Language::ENGLISH };
    const FRENCH: Words = Words { language: Language::FRENCH };

    #[test]
    fn the_reason_of_every_rule_is_told_in_every_language() {
        let finding = |rule: &str| Finding {
            id: "e/rule/a#1".to_owned(),
            event: crate::model::EventId::new("e").unwrap(),
            rule: rule.to_owned(),
            verdict: Verdict::Conflict,
            dimension: None,
            sides: Vec::new(),
            strength: 0.5,
            reconcile: Vec::new(),
            reason: "Who did it: A or B.".to_owned(),
        };
        let sides = ["A (x)".to_owned(), "B (y)".to_owned()];
        assert_eq!(ENGLISH.reason(&finding("denial"), &sides), "Who did it: A or B.");
        assert_eq!(FRENCH.reason(&finding("denial"), &sides), "Qui l’a fait : A (x); B (y).");
        for rule in crate::conflict::rules() {
            assert!(FRENCH.reason(&finding(rule.id()), &sides).contains("A (x); B (y)"), "{}", rule.id());
        }
    }

    #[test]
    fn figures_keep_their_hedge_and_unit() {
        let check = |low, high, hedge, unit: &str, english: &str, french: &str| {
            let count = Quantity::new(low, high, hedge, unit).unwrap();
            assert_eq!([ENGLISH.figure(&count), FRENCH.figure(&count)], [english, french]);
        };
        check(Some(47.0), Some(47.0), Hedge::Exactly, "people", "47", "47");
        check(Some(47.0), None, Hedge::AtLeast, "people", "at least 47", "au moins 47");
        check(Some(11.0), None, Hedge::MoreThan, "people", "more than 10", "plus de 10");
        check(None, Some(30_000.0), Hedge::Nearly, "people", "nearly 30,000", "près de 30\u{202f}000");
        check(Some(400.0), Some(400.0), Hedge::About, "km2", "about 400 km²", "environ 400 km²");
        check(Some(2.5), Some(2.5), Hedge::Exactly, "percent", "2.5 %", "2,5 %");
        check(Some(10.0), Some(50.0), Hedge::Between, "sorties", "10 to 50 sorties", "10 à 50 sorties");
        check(Some(24.0), None, Hedge::Vague, "people", "24 or more", "24 ou plus");
        check(Some(3.0), Some(3.0), Hedge::Exactly, "depots", "3 depots", "3 depots");
        check(Some(1_234_567.0), Some(1_234_567.0), Hedge::Exactly, "people", "1,234,567", "1\u{202f}234\u{202f}567");
    }

    #[test]
    fn periods_read_as_people_write_them() {
        let at = |m, d| NaiveDate::from_ymd_opt(2016, m, d);
        let check = |from, to, precision, english: &str, french: &str| {
            let period = Period::new(from, to, precision, Basis::Stated).unwrap();
            assert_eq!([ENGLISH, FRENCH].map(|words| words.period(&period).unwrap()), [english, french]);
        };
        check(at(6, 25), at(6, 25), Precision::Day, "25 June 2016", "25 juin 2016");
        check(at(12, 7), at(12, 8), Precision::Day, "7–8 December 2016", "7–8 décembre 2016");
        check(at(6, 1), at(6, 30), Precision::Month, "June 2016", "juin 2016");
        check(at(7, 1), at(8, 2), Precision::Week, "1 July 2016 to 2 August 2016", "1er juillet 2016 au 2 août 2016");
        check(at(3, 15), None, Precision::Day, "since 15 March 2016", "depuis le 15 mars 2016");
        assert_eq!(ENGLISH.period(&Period::open(Precision::Day)), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(ENGLISH.listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(FRENCH.listed(&["a", "b"]), "a et b");
        assert_eq!(ENGLISH.listed::<&str>(&[]), "");
    }

    #[test]
    fn the_table_has_every_language_in_every_row_and_every_name() {
        let table = include_str!("words.tsv");
        let keys: Vec<&str> = table.lines().skip(2).map(|row| row.split('\t').next().unwrap()).collect();
        assert!(keys.is_sorted() && keys.iter().all_unique());
        assert!(TABLE.values().all(|row| row.len() == TABLE["key"].len() && row.iter().all(|words| !words.is_empty())));
        fn check<T: Copy>(what: &str, all: &[T], name: fn(T) -> &'static str) {
            assert!(all.iter().all(|x| TABLE.contains_key(&*format!("{what}.{}", name(*x)))), "{what}");
        }
        check("verdict", Verdict::ALL, Verdict::name);
        check("means", Verdict::ALL, Verdict::name);
        check("question", Dimension::ALL, Dimension::name);
        check("harm", Harm::ALL, Harm::name);
        check("group", Group::ALL, Group::name);
        check("kind", Kind::ALL, Kind::name);
        check("stance", Stance::ALL, Stance::name);
        check("reconcile", Reconciler::ALL, Reconciler::name);
    }
}
