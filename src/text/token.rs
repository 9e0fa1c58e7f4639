//! Words, numbers and signs, as byte ranges of the text.
//!
//! A hyphen, or a dash that stands for one ("13–year–old"), parts words, so that "cessez-le-feu" and "cessez-le- feu", "al-Nosra" and "al Nosra" are the same tokens. An apostrophe
//! stays with the elided word before it ("l'|armée") or with the short ending behind it ("Syria|'s"). Digits keep their grouping
//! ("30 000", "250.000", "2,5" are one token each).

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Letters, the first a small one.
    Lower,
    /// Letters, the first a capital.
    Capital,
    /// Digits, with their grouping.
    Digits,
    /// Any other character.
    Sign,
}

/// A token: bytes `start..end` of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// What it is made of.
    pub shape: Shape,
    /// Whether it follows the token before it without a blank (a hyphen between them counts as none).
    pub glued: bool,
}

impl Token {
    /// The token as it stands in the text.
    ///
    /// ```
    /// let text = "L'armée";
    /// let tokens = crosscheck::text::tokens(text, 0..text.len());
    /// assert_eq!(tokens[1].of(text), "armée");
    /// ```
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// Whether it is a word.
    ///
    /// ```
    /// assert!(!crosscheck::text::tokens("47", 0..2)[0].is_word());
    /// ```
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital)
    }
}

/// The tokens of a range of the text, which must lie on character boundaries.
///
/// ```
/// let text = "Près de 30 000 morts, d'après l'Onu.";
/// let words: Vec<&str> = crosscheck::text::tokens(text, 0..text.len()).iter().map(|t| t.of(text)).collect();
/// assert_eq!(words, ["Près", "de", "30 000", "morts", ",", "d'", "après", "l'", "Onu", "."]);
/// ```
pub fn tokens(text: &str, range: std::ops::Range<usize>) -> Vec<Token> {
    let mut out = Vec::with_capacity((range.end - range.start) / 5);
    let mut at = range.start;
    let mut glued = false;
    while let Some(c) = text[at..range.end].chars().next() {
        if blank(c) {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let rest = &text[at..range.end];
        let (len, shape) = if c.is_ascii_digit() {
            (digits(rest), Shape::Digits)
        } else if c.is_alphabetic() {
            (word(rest), if c.is_uppercase() { Shape::Capital } else { Shape::Lower })
        } else if apostrophe(c) {
            ending(rest).map_or((c.len_utf8(), Shape::Sign), |len| (len, Shape::Lower))
        } else {
            (c.len_utf8(), Shape::Sign)
        };
        let rest = &text[at + len..range.end];
        let hyphen = shape == Shape::Sign && glued && (hyphen(c) && joins(rest) || c == '–' && rest.starts_with(char::is_lowercase));
        if !hyphen {
            out.push(Token { start: at, end: at + len, shape, glued });
            glued = true;
        }
        at += len;
    }
    out
}

/// White space and characters that show nothing.
fn blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// Whether a hyphen joins what stands before it to this.
fn joins(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric) || rest.starts_with(' ') && rest[1..].starts_with(char::is_lowercase)
}

/// The length of the word at the start: letters and marks, with the apostrophe of an elision.
fn word(rest: &str) -> usize {
    for (i, c) in rest.char_indices() {
        if c.is_alphabetic() || (i > 0 && ('\u{300}'..'\u{370}').contains(&c)) {
            continue;
        }
        if apostrophe(c) && ending(&rest[i..]).is_none() && rest[i + c.len_utf8()..].starts_with(char::is_alphanumeric) {
            return i + c.len_utf8();
        }
        return i;
    }
    rest.len()
}

/// The length of an apostrophe and the short ending behind it: one or two letters, the first a consonant, then no letter.
fn ending(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    let (_, c) = chars.next()?;
    let letters: Vec<(usize, char)> = chars.clone().take_while(|(_, c)| c.is_alphabetic()).take(3).collect();
    let (_, first) = *letters.first()?;
    let vowel = matches!(first.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h') || !first.is_ascii_lowercase();
    let (last, l) = *letters.last()?;
    (apostrophe(c) && letters.len() < 3 && !vowel).then_some(last + l.len_utf8())
}

/// The length of the number at the start, grouped as it is written.
fn digits(rest: &str) -> usize {
    let run = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let mut len = run(rest);
    let mut grouped = len <= 3;
    loop {
        let tail = &rest[len..];
        let Some(c) = tail.chars().next() else { return len };
        let next = run(&tail[c.len_utf8()..]);
        let after = tail[c.len_utf8() + next..].chars().next();
        let mark = matches!(c, '.' | ',') && next > 0;
        let space =
            matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}') && grouped && next == 3 && !after.is_some_and(char::is_alphanumeric);
        if !mark && !space {
            return len;
        }
        grouped &= next == 3;
        len += c.len_utf8() + next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(text, 0..text.len()).iter().map(|t| t.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn apostrophes_stay_with_the_elided_word_or_the_short_ending() {
        check("l'armée d’Alep", &["l'", "armée", "d’", "Alep"]);
        check("Syria's army didn't", &["Syria", "'s", "army", "didn", "'t"]);
        check("qu'il y a", &["qu'", "il", "y", "a"]);
        check("'quoted'", &["'", "quoted", "'"]);
    }

    #[test]
    fn hyphens_part_words_and_vanish() {
        check("cessez-le- feu", &["cessez", "le", "feu"]);
        check("al-Nosra - hier", &["al", "Nosra", "-", "hier"]);
        check("13-year-old", &["13", "year", "old"]);
        check("13–year–old; 10–15; ici – hier", &["13", "year", "old", ";", "10", "–", "15", ";", "ici", "–", "hier"]);
    }

    #[test]
    fn numbers_keep_their_grouping() {
        check("1 200, 1.200 et 2,5", &["1 200", ",", "1.200", "et", "2,5"]);
        check("en 2015 300 morts", &["en", "2015", "300", "morts"]);
        check("22% le 5.", &["22", "%", "le", "5", "."]);
        check("1,200,000 people", &["1,200,000", "people"]);
        check("30\u{202f}000", &["30\u{202f}000"]);
    }
}
