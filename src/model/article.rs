//! What is read.

use std::cmp::Ordering;
use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{ArticleId, Field, Span};
use crate::error::{Error, Result};

/// When an article was published: a day, or a moment.
///
/// ```
/// use crosscheck::model::Published;
/// let noon: Published = "2016-06-26T12:00:00+02:00".parse()?;
/// assert_eq!(noon.date(), "2016-06-26".parse::<Published>()?.date());
/// assert!("yesterday".parse::<Published>().is_err());
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub enum Published {
    /// The day is known.
    Day(NaiveDate),
    /// The moment is known.
    Moment(DateTime<FixedOffset>),
}

impl Published {
    /// The day, where it was published.
    pub fn date(&self) -> NaiveDate {
        match self {
            Published::Day(day) => *day,
            Published::Moment(moment) => moment.date_naive(),
        }
    }

    /// Which came first; `None` where that cannot be told: the same day, and not both moments are known.
    ///
    /// ```
    /// use crosscheck::model::Published;
    /// let (day, noon): (Published, Published) = ("2016-06-26".parse()?, "2016-06-26T12:00:00Z".parse()?);
    /// assert_eq!(day.order(&noon), None);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Published::Moment(a), Published::Moment(b)) => Some(a.cmp(b)),
            _ => Some(self.date().cmp(&other.date())).filter(|o| *o != Ordering::Equal),
        }
    }
}

impl std::str::FromStr for Published {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let text = text.trim();
        if let Ok(day) = text.parse() {
            return Ok(Published::Day(day));
        }
        DateTime::parse_from_rfc3339(text)
            .map(Published::Moment)
            .map_err(|_| Error::invalid("published", format!("{text:?} is neither YYYY-MM-DD nor an RFC 3339 time")))
    }
}

impl TryFrom<String> for Published {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Published::Day(day) => write!(f, "{day}"),
            Published::Moment(moment) => f.write_str(&moment.to_rfc3339()),
        }
    }
}

impl From<Published> for String {
    fn from(published: Published) -> String {
        published.to_string()
    }
}

/// An article as it was given. Its text is never altered; every [`Span`] is bytes of it. All but the id and the text may be
/// unknown.
///
/// ```
/// use crosscheck::model::Article;
/// let article = Article::new("a", "Au moins 47 personnes ont été tuées samedi.")?;
/// let line = r#"{"id": "a", "text": "Au moins 47 personnes ont été tuées samedi."}"#;
/// assert_eq!(serde_json::from_str::<Article>(line).unwrap(), article);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// Its id, unique among the articles that are read together.
    pub id: ArticleId,
    /// Its text.
    pub text: String,
    /// Its headline.
    #[serde(default)]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub outlet: Option<String>,
    /// Its language (`fr`, `en`), or another one's code; unknown is told from the text.
    #[serde(default)]
    pub language: Option<String>,
    /// When it was published. Unknown is a normal case: relative dates stay open.
    #[serde(default)]
    pub published: Option<Published>,
    /// Where it was found.
    #[serde(default)]
    pub url: Option<String>,
}

impl Article {
    /// An article of which nothing is known but its text.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Result<Self> {
        Ok(Self { id: ArticleId::new(id)?, text: text.into(), title: None, outlet: None, language: None, published: None, url: None })
    }

    /// The same, published then.
    ///
    /// ```
    /// use crosscheck::model::Article;
    /// let article = Article::new("a", "…")?.published("2016-06-26".parse()?);
    /// assert!(article.published.is_some());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn published(self, published: Published) -> Self {
        Self { published: Some(published), ..self }
    }

    /// The same, published by that outlet.
    ///
    /// ```
    /// use crosscheck::model::Article;
    /// assert_eq!(Article::new("a", "…")?.outlet("Dépêche").outlet.as_deref(), Some("Dépêche"));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn outlet(self, outlet: impl Into<String>) -> Self {
        Self { outlet: Some(outlet.into()), ..self }
    }

    /// The text or the title.
    ///
    /// ```
    /// use crosscheck::model::{Article, Field};
    /// assert_eq!(Article::new("a", "Alep")?.field(Field::Text), "Alep");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Text => &self.text,
            Field::Title => self.title.as_deref().unwrap_or(""),
        }
    }

    /// The words of a span. A span that leaves the text or cuts a character is an error that says where.
    ///
    /// ```
    /// use crosscheck::model::{Article, Span};
    /// let article = Article::new("a", "tué à Alep")?;
    /// assert!(article.words(Span::new(0, 3)?).is_err());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn words(&self, span: Span) -> Result<&str> {
        span.of(self.field(span.field())).ok_or_else(|| {
            let why =
                format!("{}..{} of the {} of article {} is not on character boundaries", span.start(), span.end(), span.field(), self.id);
            Error::invalid("span", why)
        })
    }
}
