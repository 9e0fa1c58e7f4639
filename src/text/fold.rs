//! Keys to compare words by.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The key of a word where accents tell words apart: lower case, composed (NFC), with the straight apostrophe.
///
/// ```
/// assert_eq!(crosscheck::text::fold("Tuée"), "tuée");
/// assert_eq!(crosscheck::text::fold("L’"), "l'");
/// ```
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return match word.bytes().any(|b| b.is_ascii_uppercase()) {
            true => Cow::Owned(word.to_ascii_lowercase()),
            false => Cow::Borrowed(word),
        };
    }
    Cow::Owned(word.chars().map(straight).flat_map(char::to_lowercase).nfc().collect())
}

/// The key of a name, which is written with and without accents: as [`fold`], without marks, ligatures parted.
///
/// ```
/// assert_eq!(crosscheck::text::bare("Kouriyé"), "kouriye");
/// assert_eq!(crosscheck::text::bare("Ōsaka"), "osaka");
/// ```
pub fn bare(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return fold(word);
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().map(straight).flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Typographic apostrophes made straight.
fn straight(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʼ' | '`' | '´') { '\'' } else { c }
}
