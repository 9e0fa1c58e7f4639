//! Reads news articles, draws typed claims out of them, links the claims that speak of the same event across documents, and
//! shows where the voices agree, repeat each other, revise themselves or contradict each other, with the words of the text as
//! evidence for every step. It never decides what is true.
//!
//! ```
//! use crosscheck::{Crosscheck, model::Article};
//!
//! let articles = [
//!     Article::new("a", "Au moins 47 personnes ont été tuées samedi à Al-Kouriyé, selon l'OSDH.")?.published("2016-06-26".parse()?),
//!     Article::new("b", "Les raids de samedi à Al-Kouriyé ont fait 82 morts, selon l'OSDH.")?.published("2016-06-27".parse()?),
//! ];
//! println!("{}", Crosscheck::new().read(&articles));
//! # Ok::<(), crosscheck::Error>(())
//! ```
//!
//! [`Crosscheck`] is the front door. Behind it each step is a plain function of what comes before it and can be called alone:
//!
//! | step | from | to |
//! |---|---|---|
//! | [`report::read`] | files | [articles](model::Article) |
//! | [`extract::extract`] | an article | [claims](model::Claim) |
//! | [`matcher::link`] | claims | [events](matcher::Event) |
//! | [`conflict::find`] | claims and events | [findings](conflict::Finding) |
//! | [`assess::assess`] | an event and its findings | [estimates](assess::Estimate) and [grades](assess::Grade) |
//! | [`report::Terminal`], [`report::Markdown`], `report::Html`, [`report::csv`], [`report::json_ld`], serde | a [`Report`] | what people and programs read |
//!
//! Who has claims from elsewhere, from a language model or a form, starts at [`Crosscheck::relate`].
//!
//! # What it finds
//!
//! | [verdict](conflict::Verdict) | when |
//! |---|---|
//! | conflict | the sides cannot all be true of the same thing: how many, who they were, who did it, who holds it, whether it happened … |
//! | revision | a voice, or a toll, replaces its own earlier figure |
//! | corroboration | independent voices say the same |
//! | repetition | one voice, told again: wire copy, one monitor cited twice, copied text |
//! | part of whole | "47, 31 of them civilians" |
//! | compatible | different words, no contradiction |
//!
//! # What it does not do
//!
//! It does not decide what is true, fetches nothing, and knows nothing that the articles do not say. It reads French and English; other
//! languages are passed over. It does not merge in doubt. It resolves no words that need the world to be understood: irony, pictures,
//! what a reader would conclude.
//!
//! # Features
//!
//! None is on by default, and the core needs none of them.
//!
//! | feature | adds | costs |
//! |---|---|---|
//! | `html` | `report::Html`, the report as one page that needs no network | askama, sha2 |
//! | `schema` | `report::schema`, the JSON Schema of the report, and `schemars::JsonSchema` for the types of the model | schemars |
//! | `threads` | linking on every processor instead of one; the events are the same | |
//!
//! # More
//!
//! [By task](guide::cookbook) · [whole programs and what they print](guide::programs) · [how it is built](guide::design) ·
//! [what else there is](guide::comparison)

pub mod assess;
pub mod conflict;
pub mod error;
pub mod extract;
pub mod guide;
pub mod lexicon;
pub mod matcher;
pub mod mention;
pub mod model;
pub mod report;
pub mod text;

pub use error::{Error, Result};

use extract::Extraction;
use lexicon::Lexicon;
use matcher::{EventSet, Rulings, Weights};
use model::{Article, Claim, Source};
use report::Report;

/// The README's examples are tested as those of the documentation are.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The front door: articles in, a report out.
///
/// It keeps nothing between two calls. The same articles give the same report, in whatever order they come.
///
/// ```
/// use crosscheck::{Crosscheck, model::Article};
/// let articles = [Article::new("b", "")?, Article::new("a", "")?];
/// let report = Crosscheck::new().read(&articles);
/// assert_eq!(report.articles[0].id.as_str(), "a");
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Crosscheck<'l> {
    lexicon: &'l Lexicon,
    weights: Option<&'l Weights>,
    rulings: Option<&'l Rulings>,
}

impl Default for Crosscheck<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'l> Crosscheck<'l> {
    /// With the tables that come with the crate.
    pub fn new() -> Self {
        Self { lexicon: Lexicon::bundled(), weights: None, rulings: None }
    }

    /// The same, with other tables.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, lexicon::Lexicon};
    /// let front = Crosscheck::new().lexicon(Lexicon::bundled());
    /// assert!(front.read(&[]).claims.is_empty());
    /// ```
    pub fn lexicon(self, lexicon: &'l Lexicon) -> Self {
        Self { lexicon, ..self }
    }

    /// The same, with other match weights.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, matcher::Weights};
    /// let strict = Weights::default().with_threshold(12.0);
    /// assert!(Crosscheck::new().weights(&strict).read(&[]).events.is_empty());
    /// ```
    pub fn weights(self, weights: &'l Weights) -> Self {
        Self { weights: Some(weights), ..self }
    }

    /// The same, with what a person has decided. Rejected claims are left out, corrected ones are reported as corrected, a link that
    /// rests on a person's word names it in its evidence, and the [report](Report::rulings) holds the rulings themselves.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, matcher::Rulings, model::{Claim, Kind, Span}};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// let mut rulings = Rulings::default();
    /// rulings.reject(&claim.id);
    /// assert!(Crosscheck::new().rulings(&rulings).relate(vec![claim], Vec::new()).claims.is_empty());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn rulings(self, rulings: &'l Rulings) -> Self {
        Self { rulings: Some(rulings), ..self }
    }

    /// Reads the articles. Where some share an id all are read, each but one under an id of its own, and
    /// [`skipped`](Report::skipped) says so.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, model::Article};
    /// let report = Crosscheck::new().read(&[Article::new("a", "")?, Article::new("a", "")?]);
    /// assert_eq!(report.articles[1].id.as_str(), "a~2");
    /// assert_eq!(report.skipped.len(), 1);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn read(&self, articles: &[Article]) -> Report {
        self.read_with(articles, |_| ())
    }

    /// Reads the articles, and tells after each how many are done.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, model::Article};
    /// let mut done = Vec::new();
    /// Crosscheck::new().read_with(&[Article::new("a", "")?, Article::new("b", "")?], |n| done.push(n));
    /// assert_eq!(done, [1, 2]);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn read_with(&self, articles: &[Article], mut progress: impl FnMut(usize)) -> Report {
        let (articles, skipped) = report::distinct(articles.into());
        let (mut claims, mut sources) = (Vec::new(), Vec::new());
        for (i, article) in articles.iter().enumerate() {
            let Extraction { claims: said, sources: cited } = extract::extract(article, self.lexicon);
            claims.extend(said);
            sources.extend(cited);
            progress(i + 1);
        }
        let report = self.relate(claims, sources);
        Report { articles: report::headings(&articles), skipped: [skipped, report.skipped].concat(), ..report }
    }

    /// Relates claims from wherever they come: read by [`report::read_claims`], built by hand, drawn out by another program.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, model::{Claim, Group, Harm, Kind, Quantity, Span}};
    /// let claim = Claim::new("a#1", "a", Kind::Casualties, Span::new(0, 40)?)?
    ///     .harm(Harm::Killed, Group::Civilians)
    ///     .count(Quantity::exactly(31.0, "people")?);
    /// let report = Crosscheck::new().relate(vec![claim], Vec::new());
    /// assert_eq!(report.claims.len(), 1);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn relate(&self, claims: Vec<Claim>, sources: Vec<Source>) -> Report {
        let (claims, skipped) = report::distinct(claims.into());
        let (claims, sources) = report::ordered(claims.into_owned(), sources);
        let (weights, rulings) = (Weights::default(), Rulings::default());
        let (weights, rulings) = (self.weights.unwrap_or(&weights), self.rulings.unwrap_or(&rulings));
        let claims: Vec<Claim> = claims.iter().filter_map(|claim| rulings.apply(claim)).collect();
        let events = matcher::link_ruled(&claims, weights, rulings);
        let findings = conflict::find(&claims, &events, &sources);
        Report::new(claims, sources, events, findings, rulings.clone(), skipped)
    }

    /// The report of a living set of events, which has weights and rulings of its own.
    ///
    /// ```
    /// use crosscheck::{Crosscheck, matcher::EventSet, model::{Claim, Kind, Span}};
    /// let claims = vec![Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?];
    /// let mut set = EventSet::default();
    /// set.insert(claims.clone())?;
    /// let front = Crosscheck::new();
    /// assert_eq!(front.relate_set(&set, Vec::new()), front.relate(claims, Vec::new()));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn relate_set(&self, set: &EventSet, sources: Vec<Source>) -> Report {
        let (claims, sources) = report::ordered(set.claims().cloned().collect(), sources);
        let events = set.events();
        let findings = conflict::find(&claims, &events, &sources);
        Report::new(claims, sources, events, findings, set.rulings().clone(), Vec::new())
    }
}
