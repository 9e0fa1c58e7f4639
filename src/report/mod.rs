//! The report: everything that was read, linked and found, as one value that is JSON and back, and ways to show it.
//!
//! [`read`] takes articles from files, [`Report`] is what the [front door](crate::Crosscheck) makes of them; [`Terminal`],
//! [`Markdown`] and `Html` (feature `html`) show it to people, in English or in French.

mod csv;
#[cfg(feature = "html")]
mod html;
mod input;
mod json_ld;
mod markdown;
#[cfg(feature = "schema")]
mod schema;
mod snippet;
mod terminal;
mod view;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

pub use csv::csv;
#[cfg(feature = "html")]
pub use html::Html;
pub(crate) use input::distinct;
pub use input::{Input, Skipped, read, read_claims};
pub use json_ld::json_ld;
pub use markdown::Markdown;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use terminal::Terminal;

use crate::assess::{Acled, Airwars, Dossier, Estimate, Grade, Ibc, Spread, Ucdp, assess};
use crate::conflict::{Account, Finding, Voices};
use crate::matcher::{Event, Rulings};
use crate::model::{Article, ArticleId, Claim, ClaimId, EventId, Published, Source, SourceId};

/// What the articles say, and what they say to each other.
///
/// The arrays stand in a fixed order, so that the same articles, in any order, give the same bytes of JSON. [`Display`](fmt::Display)
/// shows it as plain text.
///
/// ```
/// use crosscheck::{Crosscheck, model::Article, report::Report};
/// let report = Crosscheck::new().read(&[Article::new("a", "Au moins 47 personnes ont été tuées samedi.")?]);
/// let json = serde_json::to_string(&report).unwrap();
/// assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// The version of this shape: [`Report::VERSION`].
    pub version: u32,
    /// The articles, in order of their ids.
    pub articles: Vec<Heading>,
    /// The sources that they cite, in order of their ids.
    pub sources: Vec<Source>,
    /// The claims, by article, in the order of the text.
    pub claims: Vec<Claim>,
    /// The events, in order of their ids.
    pub events: Vec<Occasion>,
    /// The findings, in order of their events.
    pub findings: Vec<Finding>,
    /// What a person decided, which the claims and events above follow.
    #[serde(default, skip_serializing_if = "Rulings::is_empty")]
    pub rulings: Rulings,
    /// What could not be read as it stands.
    pub skipped: Vec<Skipped>,
}

impl Report {
    /// The version of the shape that this crate writes.
    pub const VERSION: u32 = 1;

    /// A report of these parts, without articles.
    pub(crate) fn new(
        claims: Vec<Claim>,
        sources: Vec<Source>,
        events: Vec<Event>,
        mut findings: Vec<Finding>,
        rulings: Rulings,
        skipped: Vec<Skipped>,
    ) -> Self {
        let mut events = occasions(events, &claims, &sources, &findings);
        events.sort_by(|a, b| a.event.id.cmp(&b.event.id));
        findings.sort_by(|a, b| (&a.event, &a.id).cmp(&(&b.event, &b.id)));
        Self { version: Self::VERSION, articles: Vec::new(), sources, claims, events, findings, rulings, skipped }
    }
}

/// The articles without their texts, in order of their ids.
pub(crate) fn headings(articles: &[Article]) -> Vec<Heading> {
    articles.iter().map(Heading::from).sorted_by(|a, b| a.id.cmp(&b.id)).collect()
}

/// Claims in the order of the texts, and each source once.
pub(crate) fn ordered(mut claims: Vec<Claim>, mut sources: Vec<Source>) -> (Vec<Claim>, Vec<Source>) {
    claims.sort_by(|a, b| (&a.article, a.span, &a.id).cmp(&(&b.article, b.span, &b.id)));
    sources.sort();
    sources.dedup_by(|next, kept| next.id == kept.id);
    (claims, sources)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Terminal::new().render(self, &[]))
    }
}

/// An article without its text.
///
/// ```
/// use crosscheck::{model::Article, report::Heading};
/// let article = Article::new("a", "…")?.outlet("Dépêche");
/// assert_eq!(Heading::from(&article).outlet.as_deref(), Some("Dépêche"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Heading {
    /// Its id.
    pub id: ArticleId,
    /// Its headline.
    #[serde(default)]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub outlet: Option<String>,
    /// Its language.
    #[serde(default)]
    pub language: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<Published>,
    /// Where it was found.
    #[serde(default)]
    pub url: Option<String>,
}

impl From<&Article> for Heading {
    fn from(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            title: article.title.clone(),
            outlet: article.outlet.clone(),
            language: article.language.clone(),
            published: article.published,
            url: article.url.clone(),
        }
    }
}

/// An event and what the recording policies make of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Occasion {
    /// The event; its fields stand beside the others in JSON.
    #[serde(flatten)]
    pub event: Event,
    /// How many were harmed, by policy, harm and group.
    #[serde(default)]
    pub estimates: Vec<Estimate>,
    /// How well it is established, by policy.
    #[serde(default)]
    pub grades: Vec<Grade>,
    /// How many voices that do not rest on each other tell of it.
    #[serde(default)]
    pub independent_voices: usize,
    /// These voices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub independent: Vec<SourceId>,
    /// Which figure each voice gives, and whether it still stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<Account>,
}

impl From<Event> for Occasion {
    /// An event that no policy has looked at.
    fn from(event: Event) -> Self {
        Self { event, estimates: Vec::new(), grades: Vec::new(), independent_voices: 0, independent: Vec::new(), accounts: Vec::new() }
    }
}

/// The events with what every policy of the crate makes of them.
fn occasions(events: Vec<Event>, claims: &[Claim], sources: &[Source], findings: &[Finding]) -> Vec<Occasion> {
    let voices = Voices::new(sources);
    let claims: BTreeMap<&ClaimId, &Claim> = claims.iter().map(|claim| (&claim.id, claim)).collect();
    let told: BTreeMap<&EventId, Vec<&Finding>> =
        findings.iter().map(|finding| (&finding.event, finding)).into_group_map().into_iter().collect();
    let occasion = |event: Event| {
        let own: Vec<&Claim> = event.claims.iter().filter_map(|id| claims.get(id).copied()).collect();
        let findings = told.get(&event.id).into_iter().flatten().copied();
        let voices = voices.among(own.iter().copied());
        let mut dossier = Dossier::new(&event, own.iter().copied(), &voices, findings);
        let (estimates, grades) = assess(&dossier, &[&Spread, &Ucdp, &Acled, &Airwars, &Ibc]);
        let accounts = std::mem::take(&mut dossier.accounts);
        let independent = voices.independent(own.iter().copied());
        Occasion { estimates, grades, independent_voices: independent.len(), independent, accounts, event }
    };
    events.into_iter().map(occasion).collect()
}
