//! Which language a text is in, by its code.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Result};

/// A language by its ISO 639 code: two or three small letters. Which ones can be read, the lexicon says.
///
/// ```
/// use crosscheck::model::Language;
/// assert_eq!("fr".parse::<Language>()?, Language::FRENCH);
/// assert_eq!("en-GB".parse::<Language>()?.code(), "en");
/// assert!("français".parse::<Language>().is_err());
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

impl Language {
    /// French.
    pub const FRENCH: Self = Self(*b"fr\0");
    /// English.
    pub const ENGLISH: Self = Self(*b"en\0");

    /// Its code.
    ///
    /// ```
    /// assert_eq!(crosscheck::model::Language::FRENCH.code(), "fr");
    /// ```
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).expect("small letters").trim_end_matches('\0')
    }
}

/// English, in which a report is told unless another language is asked for.
impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl FromStr for Language {
    type Err = Error;

    /// Reads a code; what follows a hyphen or an underscore (a region, a script) is left out.
    fn from_str(text: &str) -> Result<Self> {
        let code = text.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
        match *code.as_bytes() {
            [a, b] if code.bytes().all(|c| c.is_ascii_lowercase()) => Ok(Self([a, b, 0])),
            [a, b, c] if code.bytes().all(|c| c.is_ascii_lowercase()) => Ok(Self([a, b, c])),
            _ => Err(Error::invalid("language", format!("{text:?} is no code of ISO 639; give two or three letters such as \"fr\""))),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
