//! The one error of the crate.
//!
//! [`Error`] is opaque: ask it what it is with the `is_…()` questions, or print it. The text says what is wrong,
//! where (path, line, byte) and what to do.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why something could not be read or is not valid.
///
/// ```
/// let err = serde_json::from_str::<crosscheck::model::Span>(r#"{"start": 9, "end": 3}"#).unwrap_err();
/// assert!(err.to_string().contains("ends before it begins"));
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

/// The result of what may fail with [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("{what}: {why}")]
    Invalid { what: &'static str, why: String },
    #[error("{}{}: {fault}", path.display(), Line(*line))]
    File { path: PathBuf, line: Option<usize>, fault: Fault },
    #[error("table {table}, line {line}: {cause}")]
    Lexicon { table: String, line: usize, cause: String },
}

/// What is wrong with a file, or with a line of it.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("cannot be read ({0}); check that the path exists and may be read")]
    Io(std::io::Error),
    #[error("byte {0} is not UTF-8; convert the file to UTF-8")]
    Encoding(usize),
    #[error("{0}")]
    Input(String),
}

/// `, line 12`, or nothing.
struct Line(Option<usize>);

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |line| write!(f, ", line {line}"))
    }
}

impl Error {
    pub(crate) fn invalid(what: &'static str, why: impl Into<String>) -> Self {
        Kind::Invalid { what, why: why.into() }.into()
    }

    pub(crate) fn io(path: &Path, cause: std::io::Error) -> Self {
        Kind::File { path: path.to_owned(), line: None, fault: Fault::Io(cause) }.into()
    }

    pub(crate) fn encoding(path: &Path, byte: usize) -> Self {
        Kind::File { path: path.to_owned(), line: None, fault: Fault::Encoding(byte) }.into()
    }

    pub(crate) fn input(path: &Path, line: Option<usize>, cause: impl Into<String>) -> Self {
        Kind::File { path: path.to_owned(), line, fault: Fault::Input(cause.into()) }.into()
    }

    pub(crate) fn lexicon(table: &str, line: usize, cause: impl Into<String>) -> Self {
        Kind::Lexicon { table: table.to_owned(), line, cause: cause.into() }.into()
    }

    /// The file and the line that it is about, and what is wrong there.
    pub(crate) fn into_parts(self) -> (String, Option<usize>, String) {
        match self.0 {
            Kind::File { path, line, fault } => (path.display().to_string(), line, fault.to_string()),
            kind @ (Kind::Invalid { .. } | Kind::Lexicon { .. }) => (String::new(), None, kind.to_string()),
        }
    }

    /// A value breaks a rule of the model: a span that ends before it begins, `low` above `high`, an empty id.
    ///
    /// ```
    /// use crosscheck::model::Span;
    /// assert!(Span::new(9, 3).unwrap_err().is_invalid());
    /// ```
    pub fn is_invalid(&self) -> bool {
        matches!(self.0, Kind::Invalid { .. })
    }

    /// A file or a directory could not be read at all.
    ///
    /// ```
    /// let err = crosscheck::report::read(["no/such/file.jsonl"]).skipped;
    /// assert!(err[0].cause.contains("cannot be read"));
    /// ```
    pub fn is_io(&self) -> bool {
        matches!(self.0, Kind::File { fault: Fault::Io(_), .. })
    }

    /// The bytes of a file are not UTF-8.
    ///
    /// ```
    /// assert!(!crosscheck::model::Span::new(9, 3).unwrap_err().is_encoding());
    /// ```
    pub fn is_encoding(&self) -> bool {
        matches!(self.0, Kind::File { fault: Fault::Encoding(_), .. })
    }

    /// A line of input is not the JSON that was expected.
    ///
    /// ```
    /// assert!(!crosscheck::model::Span::new(9, 3).unwrap_err().is_input());
    /// ```
    pub fn is_input(&self) -> bool {
        matches!(self.0, Kind::File { fault: Fault::Input(_), .. })
    }

    /// A row of a lexicon table is not well formed.
    ///
    /// ```
    /// assert!(!crosscheck::model::Span::new(9, 3).unwrap_err().is_lexicon());
    /// ```
    pub fn is_lexicon(&self) -> bool {
        matches!(self.0, Kind::Lexicon { .. })
    }
}
