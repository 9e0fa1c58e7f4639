//! Where in an article something stands.

use serde::{Deserialize, Serialize};

use super::named;
use crate::error::{Error, Result};

named! {
    /// The part of an article that a span points into.
    Field {
        /// The text.
        Text = "text",
        /// The title.
        Title = "title",
    }
}

/// A half-open range of UTF-8 bytes in an article's text or title, as they were given.
///
/// ```
/// use crosscheck::model::Span;
/// let span = Span::new(3, 9)?;
/// assert_eq!(span.of("La ville a été prise"), Some("ville "));
/// assert_eq!(Span::new(12, 14)?.of("La ville a été prise"), None); // inside é
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Raw")]
pub struct Span {
    #[serde(skip_serializing_if = "is_text")]
    field: Field,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Raw {
    #[serde(default = "text")]
    field: Field,
    start: usize,
    end: usize,
}

fn text() -> Field {
    Field::Text
}

fn is_text(field: &Field) -> bool {
    *field == Field::Text
}

impl TryFrom<Raw> for Span {
    type Error = Error;
    fn try_from(raw: Raw) -> Result<Self> {
        Ok(Self { field: raw.field, ..Self::new(raw.start, raw.end)? })
    }
}

impl Span {
    /// Bytes `start..end` of the text. An end before the start is an error.
    pub fn new(start: usize, end: usize) -> Result<Self> {
        if end < start {
            return Err(Error::invalid("span", format!("{start}..{end} ends before it begins")));
        }
        Ok(Self { field: Field::Text, start, end })
    }

    /// Bytes that are known to be in order.
    pub(crate) fn at(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { field: Field::Text, start, end: end.max(start) }
    }

    /// The same bytes, of that field.
    ///
    /// ```
    /// use crosscheck::model::{Field, Span};
    /// assert_eq!(Span::new(0, 4)?.within(Field::Title).field(), Field::Title);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn within(self, field: Field) -> Self {
        Self { field, ..self }
    }

    /// The part of the article.
    ///
    /// ```
    /// # use crosscheck::model::{Field, Span};
    /// assert_eq!(Span::new(0, 4)?.field(), Field::Text);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn field(&self) -> Field {
        self.field
    }

    /// The first byte.
    ///
    /// ```
    /// # use crosscheck::model::Span;
    /// assert_eq!(Span::new(2, 4)?.start(), 2);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn start(&self) -> usize {
        self.start
    }

    /// The byte behind the last.
    ///
    /// ```
    /// # use crosscheck::model::Span;
    /// assert_eq!(Span::new(2, 4)?.end(), 4);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn end(&self) -> usize {
        self.end
    }

    /// The words of the span, or `None` where it leaves the text or cuts a character.
    pub fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.start..self.end)
    }

    /// Whether both share a byte of one field.
    ///
    /// ```
    /// # use crosscheck::model::Span;
    /// assert!(Span::new(2, 4)?.meets(&Span::new(3, 9)?) && !Span::new(2, 4)?.meets(&Span::new(4, 9)?));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn meets(&self, other: &Span) -> bool {
        self.field == other.field && self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both, if they lie in one field.
    ///
    /// ```
    /// # use crosscheck::model::Span;
    /// assert_eq!(Span::new(2, 4)?.join(&Span::new(6, 9)?), Some(Span::new(2, 9)?));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn join(&self, other: &Span) -> Option<Span> {
        (self.field == other.field).then(|| Span { field: self.field, start: self.start.min(other.start), end: self.end.max(other.end) })
    }
}
