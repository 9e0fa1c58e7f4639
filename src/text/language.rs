//! Which language a text is in.

use crate::model::Language;

/// The language of a text, if it is one that the crate reads and there is enough text to tell.
///
/// ```
/// use crosscheck::model::Language;
/// let text = "Au moins quarante-sept personnes ont été tuées samedi dans des raids contre une localité de la province.";
/// assert_eq!(crosscheck::text::language(text), Some(Language::French));
/// ```
pub fn language(text: &str) -> Option<Language> {
    const ENOUGH: usize = 2_000;
    let end = (0..=text.len().min(ENOUGH)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let allowed = whatlang::Detector::with_allowlist(vec![whatlang::Lang::Fra, whatlang::Lang::Eng]);
    match allowed.detect_lang(&text[..end])? {
        whatlang::Lang::Fra => Some(Language::French),
        whatlang::Lang::Eng => Some(Language::English),
        _ => None,
    }
}
