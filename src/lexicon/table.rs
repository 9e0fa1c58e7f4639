//! How a table is written: one row a line, columns parted by tabs, `#` for remarks, the forms of a word folded into a pattern.
//!
//! In a pattern `{é,ée}` stands for either and `(s)` for itself or nothing: `tu{é,ée}(s)` is tué, tuée, tués, tuées.

use crate::error::{Error, Result};

/// A row: its line and its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'t> {
    /// The table it stands in.
    pub table: &'t str,
    /// Its line, from 1.
    pub line: usize,
    /// The byte of the table where it begins.
    pub start: usize,
    /// What stands between its tabs.
    pub columns: Vec<&'t str>,
}

impl Row<'_> {
    /// The column of that number; one that is missing is an error.
    pub(crate) fn column(&self, number: usize) -> Result<&str> {
        self.columns.get(number).copied().ok_or_else(|| self.fault(format!("column {} is missing", number + 1)))
    }

    /// An error about this row.
    pub(crate) fn fault(&self, cause: impl Into<String>) -> Error {
        Error::lexicon(self.table, self.line, cause)
    }
}

/// The rows of a table, without remarks and blank lines.
pub(crate) fn rows<'t>(table: &'t str, text: &'t str) -> impl Iterator<Item = Row<'t>> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').enumerate().map(move |(i, line)| {
        let start = end;
        end += line.len();
        (i + 1, start, line.trim_end_matches(['\n', '\r']))
    });
    let lines = lines.filter(|(_, _, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(move |(line, start, text)| Row { table, line, start, columns: text.split('\t').collect() })
}

/// All forms that a pattern stands for.
pub(crate) fn expand(pattern: &str) -> Vec<String> {
    let Some(at) = pattern.find(['{', '(']) else { return vec![pattern.to_owned()] };
    let close = if pattern[at..].starts_with('{') { '}' } else { ')' };
    let Some(end) = pattern[at..].find(close).map(|i| at + i) else { return vec![pattern.to_owned()] };
    let (head, choice, tail) = (&pattern[..at], &pattern[at + 1..end], &pattern[end + 1..]);
    let mut choices: Vec<&str> = if close == '}' { choice.split(',').collect() } else { vec![choice, ""] };
    choices.dedup();
    let tails = expand(tail);
    choices.iter().flat_map(|c| tails.iter().map(move |t| format!("{head}{c}{t}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, expected: &[&str]) {
        assert_eq!(expand(pattern), expected, "{pattern}");
    }

    #[test]
    fn patterns_stand_for_all_their_forms() {
        check("plus de", &["plus de"]);
        check("mort(e)(s)", &["mortes", "morte", "morts", "mort"]);
        check("près {de,d'}", &["près de", "près d'"]);
        check("tu{é,ée} (en)", &["tué en", "tué ", "tuée en", "tuée "]);
    }
}
