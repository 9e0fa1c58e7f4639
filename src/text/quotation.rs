//! Quotations, as byte ranges of the text.

use std::ops::Range;

/// What stands between quotation marks, without the marks, in order. A quotation that is not closed ends with its paragraph.
///
/// ```
/// let text = "Il dit : « Cinq morts. Dix blessés. » et s'en va.";
/// let found = crosscheck::text::quotations(text);
/// assert_eq!(text[found[0].clone()].trim(), "Cinq morts. Dix blessés.");
/// ```
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match (open, c) {
            (Some((start, close)), _) if c == close || c == '\n' => {
                out.push(start..at);
                open = None;
            }
            (None, '«') => open = Some((end, '»')),
            (None, '“' | '„') => open = Some((end, '”')),
            (None, '"') => open = Some((end, '"')),
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        out.push(start..text.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = quotations(text).into_iter().map(|r| text[r].trim()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_mark_finds_its_own_end() {
        check("“One” and \"two\" and «trois»", &["One", "two", "trois"]);
        check("«il a dit \"non\" hier»", &["il a dit \"non\" hier"]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        check("« Sans fin.\nAutre chose", &["Sans fin."]);
    }
}
