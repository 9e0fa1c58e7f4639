//! Sentences, as byte ranges of the text.

use std::ops::Range;

/// The sentences of a text. `abbreviation` says whether a word, as it stands before a full stop, is one that is written with it
/// ("M", "gén", "Dr").
///
/// A line break ends a sentence unless the next line goes on in small letters; a full stop does not behind an abbreviation or a
/// single initial, nor inside a number. What goes on for 2,000 bytes and more is parted at a blank, so that no text, however it is
/// written, takes longer to read than its length says.
///
/// ```
/// let text = "Le gén. J. Dupont a parlé. «Cinq morts», dit-il.";
/// let found = crosscheck::text::sentences(text, |word| word == "gén");
/// assert_eq!(found.iter().map(|r| &text[r.clone()]).collect::<Vec<_>>(), ["Le gén. J. Dupont a parlé.", "«Cinq morts», dit-il."]);
/// ```
pub fn sentences(text: &str, abbreviation: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = match c {
            '\n' | '\r' => {
                let broken = breaks(&text[at..]);
                while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                if !broken {
                    continue;
                }
                at
            }
            '.' | '!' | '?' | '…' => {
                let mut end = at + c.len_utf8();
                while let Some((i, c)) = chars.next_if(|(_, c)| closes(*c)) {
                    end = i + c.len_utf8();
                }
                end += late_guillemet(&text[end..]);
                while chars.next_if(|(i, _)| *i < end).is_some() {}
                if !(opens(&text[end..]) && (c != '.' || stops(&text[start..at], &abbreviation))) {
                    continue;
                }
                end
            }
            _ => continue,
        };
        push(text, start..end, &mut out);
        start = end;
    }
    push(text, start..text.len(), &mut out);
    out
}

/// The most bytes of a sentence.
const LONGEST: usize = 2_000;

/// Adds a range without the blanks around it, if anything is left, in parts if it is long.
fn push(text: &str, mut range: Range<usize>, out: &mut Vec<Range<usize>>) {
    while range.len() > LONGEST {
        let most = (range.start..=range.start + LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(range.end);
        let blank = text[range.start..most].rfind(char::is_whitespace).filter(|at| *at > 0);
        let end = blank.map_or(most, |at| range.start + at);
        push(text, range.start..end, out);
        range.start = range.end - text[end..range.end].trim_start().len();
    }
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        out.push(start..end);
    }
}

/// Whether the line break at the start ends a sentence: the next line does not go on in small letters.
fn breaks(rest: &str) -> bool {
    let next = rest.trim_start();
    let lines = rest[..rest.len() - next.len()].matches('\n').count();
    lines > 1 || !next.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'))
}

/// Signs that belong to the sentence that ends before them.
fn closes(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '»' | ')' | ']')
}

/// The length of a blank and a closing guillemet ("fini. »").
fn late_guillemet(rest: &str) -> usize {
    let after = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    if after.starts_with('»') { rest.len() - after.len() + '»'.len_utf8() } else { 0 }
}

/// Whether a new sentence may begin here: a blank, then anything but a small letter.
fn opens(rest: &str) -> bool {
    let next = rest.trim_start();
    (next.len() < rest.len() || next.is_empty() || next.starts_with(|c: char| c.is_uppercase() || c == '«'))
        && !next.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':'))
}

/// Whether a full stop behind this text is more than the sign of an abbreviation or an initial.
fn stops(before: &str, abbreviation: &impl Fn(&str) -> bool) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    !initial && (word.is_empty() || !abbreviation(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text, |w| matches!(w, "M" | "gén" | "Dr")).iter().map(|r| &text[r.clone()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn full_stops_end_sentences_but_not_numbers_or_initials() {
        check("Plus de 250.000 morts. M. J. Dupont est là.", &["Plus de 250.000 morts.", "M. J. Dupont est là."]);
        check("Il est parti...", &["Il est parti..."]);
    }

    #[test]
    fn closing_quotes_stay_with_their_sentence() {
        check("«C'est fini.» Il part.", &["«C'est fini.»", "Il part."]);
        check("« C'est fini. » Il part.", &["« C'est fini. »", "Il part."]);
        check("Est-ce fini ? a-t-il dit.", &["Est-ce fini ? a-t-il dit."]);
    }

    #[test]
    fn what_never_ends_is_parted_at_a_blank() {
        let parts = |text: &str| sentences(text, |_| false).iter().map(|r| text[r.clone()].len()).collect::<Vec<_>>();
        assert_eq!(parts(&"mot ".repeat(1000)), [1999, 1999]);
        assert_eq!(parts(&"é".repeat(1500)), [2000, 1000]);
    }

    #[test]
    fn lines_end_sentences_unless_they_go_on() {
        check("Titre sans point\nCorps.", &["Titre sans point", "Corps."]);
        check("une ligne\ncoupée.", &["une ligne\ncoupée."]);
        check("un titre\n\nsuite", &["un titre", "suite"]);
    }
}
