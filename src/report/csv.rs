//! The events as a table, a row an event, for a spreadsheet or a database of events.

use std::borrow::Cow;

use itertools::Itertools;

use super::view::View;
use super::words::Words;
use super::{Heading, Occasion, Report};
use crate::assess::{Policy, Ucdp};
use crate::conflict::Finding;
use crate::model::{Claim, Group, Harm, Language, Period, Place, Relation};

/// The columns, in the order of the rows.
const COLUMNS: [&str; 27] = [
    "id",
    "year",
    "type_of_violence",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "country",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "independent_voices",
    "findings",
];

/// The events as comma-separated values (RFC 4180), a row an event.
///
/// The columns bear the names, and hold what the codebook says, of the UCDP Georeferenced Event Dataset where both speak of the same:
/// the outlets are kept apart from the voices (`source_original`), `best`, `high` and `low` are deaths by the [`Ucdp`] policy,
/// precisions are the codebook's (`where_prec` 1 to 6, `date_prec` 1 to 5). Several articles stand in one cell, parted by `; `.
///
/// What an engine cannot know is left empty: `type_of_violence`, `deaths_a`, `deaths_b` (who is side A is a coder's judgement) and
/// `event_clarity`. Deaths of which nobody says who they were are `deaths_unknown`, which is not civilian. Two columns are this
/// crate's own: `independent_voices`, and `findings` as `verdict:question`.
///
/// ```
/// use crosscheck::{Crosscheck, model::Article, report};
/// let article = Article::new("a", "Au moins 47 personnes ont été tuées samedi à Alep.")?.published("2016-06-26".parse()?);
/// let table = report::csv(&Crosscheck::new().read(&[article]));
/// let mut rows = table.lines();
/// assert!(rows.next().unwrap().starts_with("id,year,type_of_violence,"));
/// assert!(rows.next().unwrap().contains(",Aleppo,Syria,,1,2016-06-25,2016-06-25,"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn csv(report: &Report) -> String {
    let view = View::of(report, &[], Words::of(Language::ENGLISH));
    let told = report.findings.iter().map(|finding| (&finding.event, finding)).into_group_map();
    let findings = |occasion: &Occasion| told.get(&occasion.event.id).map_or(&[][..], Vec::as_slice);
    let rows = report.events.iter().map(|occasion| row(occasion, findings(occasion), &view));
    std::iter::once(COLUMNS.map(str::to_owned)).chain(rows).map(|row| row.iter().map(|cell| quoted(cell)).join(",") + "\r\n").collect()
}

fn row(occasion: &Occasion, findings: &[&Finding], view: &View) -> [String; 27] {
    let event = &occasion.event;
    let claims: Vec<&Claim> = view.claims(&event.claims).collect();
    let articles: Vec<&Heading> = claims.iter().filter_map(|claim| view.heading(&claim.article)).unique_by(|heading| &heading.id).collect();
    let all = |of: fn(&Heading) -> Option<String>| articles.iter().filter_map(|heading| of(heading)).unique().join("; ");
    let mut voices = claims.iter().flat_map(|claim| claim.voices()).unique().map(|voice| view.name(&voice)).unique();
    let when = event.when.as_ref();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let place = event.place.as_ref();
    let names: Vec<&String> = place.iter().flat_map(|place| std::iter::once(&place.name).chain(&place.within)).collect();
    let from_end = |n: usize| names.len().checked_sub(n).map(|i| names[i].clone()).unwrap_or_default();
    let deaths = Deaths::of(occasion);
    [
        event.id.to_string(),
        when.and_then(Period::from).map(|day| day.format("%Y").to_string()).unwrap_or_default(),
        String::new(),
        articles.len().to_string(),
        articles.iter().map(|heading| source(heading)).join("; "),
        all(|heading| heading.outlet.clone()),
        all(|heading| heading.published.map(|published| published.date().to_string())),
        all(|heading| heading.title.clone()),
        voices.join("; "),
        place.map(|place| place_precision(place).to_string()).unwrap_or_default(),
        place.map(|place| place.name.clone()).unwrap_or_default(),
        place.filter(|place| place.relation != Relation::In).map(|place| place.relation.to_string()).unwrap_or_default(),
        from_end(2),
        from_end(1),
        String::new(),
        when.and_then(Period::days).map(|days| day_precision(days).to_string()).unwrap_or_default(),
        day(when.and_then(Period::from)),
        day(when.and_then(Period::to)),
        String::new(),
        String::new(),
        deaths.civilians,
        deaths.unknown,
        deaths.best,
        deaths.high,
        deaths.low,
        occasion.independent_voices.to_string(),
        findings.iter().map(|finding| told(finding)).join("; "),
    ]
}

/// Outlet, day and headline, as the dataset writes its sources.
fn source(heading: &Heading) -> String {
    let published = heading.published.map(|published| published.date().to_string());
    [heading.outlet.clone(), published, heading.title.clone()].into_iter().flatten().join(",")
}

fn told(finding: &Finding) -> String {
    finding.dimension.map_or_else(|| finding.verdict.to_string(), |dimension| format!("{}:{dimension}", finding.verdict))
}

/// Deaths by the policy, as they stand in a row.
#[derive(Default)]
struct Deaths {
    civilians: String,
    unknown: String,
    best: String,
    high: String,
    low: String,
}

impl Deaths {
    fn of(occasion: &Occasion) -> Self {
        let killed = |group: Group| {
            let mut killed = occasion.estimates.iter().filter(|e| e.policy == Ucdp.name() && e.harm == Harm::Killed);
            killed.find(|e| e.group == group)
        };
        let (people, civilians) = (killed(Group::People), killed(Group::Civilians));
        let Some(all) = people.or(civilians) else { return Self::default() };
        let cell = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
        let known = civilians.and_then(|e| e.best);
        let unknown = people.and_then(|e| e.best).map(|best| (best - known.unwrap_or(0.0)).max(0.0));
        Self { civilians: cell(known), unknown: cell(unknown), best: cell(all.best), high: cell(all.high), low: cell(all.low) }
    }
}

/// `where_prec` of the codebook: 1 the place itself, 2 near it or a part of it, 4 a first-order division, 5 a region without firm
/// bounds, 6 a country. A step of the id that begins with `~` is on no map.
fn place_precision(place: &Place) -> u8 {
    let steps: Vec<&str> = place.id.as_str().split('/').collect();
    match (steps.len(), steps.last().is_some_and(|step| step.starts_with('~'))) {
        (1, false) => 6,
        (2, false) => 4,
        (0..=3, true) => 5,
        (_, true) => 2,
        _ if place.relation != Relation::In => 2,
        _ => 1,
    }
}

/// `date_prec` of the codebook: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more.
fn day_precision(days: u64) -> u8 {
    match days {
        0..=1 => 1,
        2..=6 => 2,
        7 => 3,
        8..=31 => 4,
        _ => 5,
    }
}

/// A cell, in quotation marks where it needs them.
fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")).into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlaceId;

    #[test]
    fn cells_are_quoted_where_they_need_it() {
        for (cell, expected) in [("Alep", "Alep"), ("a,b", "\"a,b\""), ("dit « \"x\" »", "\"dit « \"\"x\"\" »\""), ("a\nb", "\"a\nb\"")]
        {
            assert_eq!(quoted(cell), expected);
        }
    }

    #[test]
    fn precision_of_a_place_follows_its_step_on_the_map() {
        let check = |id: &str, relation, expected| {
            assert_eq!(place_precision(&Place { relation, ..Place::new(PlaceId::new(id).unwrap(), id) }), expected, "{id}");
        };
        check("sy", Relation::In, 6);
        check("sy/aleppo", Relation::In, 4);
        check("sy/aleppo/aleppo", Relation::In, 1);
        check("sy/aleppo/aleppo", Relation::Near, 2);
        check("sy/aleppo/aleppo/~west", Relation::In, 2);
        check("sy/~coast", Relation::In, 5);
    }

    #[test]
    fn precision_of_a_date_is_its_length() {
        assert_eq!([1, 3, 7, 30, 200].map(day_precision), [1, 2, 3, 4, 5]);
    }
}
