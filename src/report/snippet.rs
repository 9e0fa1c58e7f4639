//! A quotation in rows of a given width, with marks beneath its words, and text wrapped to a width.
//!
//! What a terminal must not see is kept from it: control characters become blanks, invisible and direction marks are left out.

use std::ops::Range;

use itertools::Itertools;
use unicode_normalization::char::is_combining_mark;

use crate::conflict::Dimension;
use crate::model::{Claim, Field, Quantity, Role, Span};

/// Words to be marked, in bytes of the quotation.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) bytes: Range<usize>,
    pub(super) sign: char,
}

/// A line of an article, or of its title.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'r> {
    pub(super) text: &'r str,
    field: Field,
    start: usize,
}

impl<'r> Line<'r> {
    /// The text that begins at that byte of the field.
    pub(super) fn new(field: Field, start: usize, text: &'r str) -> Self {
        Self { text, field, start }
    }

    /// The words of a claim that answer a question, marked `^`, and those that name its voice, marked `-`. Where no words of their
    /// own answer it, those of the claim do.
    pub(super) fn marks(&self, claim: &Claim, question: Option<Dimension>) -> Vec<Mark> {
        let role = |role| claim.in_role(role).filter_map(|actor| actor.span).collect_vec();
        let count = claim.count.as_ref().and_then(Quantity::span);
        let answer = match question {
            Some(Dimension::Count) => Vec::from_iter(count),
            Some(Dimension::Status | Dimension::Target | Dimension::Definition) => [role(Role::Victim), role(Role::Target)].concat(),
            Some(Dimension::Responsibility) => role(Role::Perpetrator),
            Some(Dimension::Control) => role(Role::Holder),
            Some(Dimension::Agreement) => role(Role::Party),
            Some(Dimension::Date) => Vec::from_iter(claim.when.and_then(|when| when.span())),
            Some(Dimension::Place) => Vec::from_iter(claim.place.as_ref().and_then(|place| place.span)),
            Some(Dimension::Occurrence | Dimension::Motive) | None => Vec::new(),
        };
        let inside = |span: Span| self.inside(span);
        let answers =
            [answer, Vec::from_iter(count), vec![claim.span]].into_iter().map(|spans| spans.into_iter().filter_map(inside).collect_vec());
        let answer = answers.into_iter().find(|spans| !spans.is_empty()).unwrap_or_default();
        let voice = claim.attribution.iter().filter_map(|link| inside(link.span?));
        let signed = answer.into_iter().map(|bytes| (bytes, '^')).chain(voice.map(|bytes| (bytes, '-')));
        signed.map(|(bytes, sign)| Mark { bytes, sign }).collect()
    }

    /// Where a span stands in the line, if it does.
    fn inside(&self, span: Span) -> Option<Range<usize>> {
        let bytes = span.start().checked_sub(self.start)?..span.end().checked_sub(self.start)?;
        (span.field() == self.field && self.text.get(bytes.clone()).is_some_and(|words| !words.is_empty())).then_some(bytes)
    }

    /// The line in pieces, each with a class: `hit` for the words that answer the question, `who` for those that name the voice. A
    /// long line is cut down to what stands round the first mark.
    #[cfg(feature = "html")]
    pub(super) fn pieces(&self, claim: &Claim, question: Option<Dimension>) -> Vec<(&'static str, String)> {
        let marks = self.marks(claim, question);
        let near = marks.first().map_or(0..0, |mark| mark.bytes.clone());
        let (from, to) = (edge(self.text, near.start.saturating_sub(ROUND)), edge(self.text, near.end + ROUND));
        let ends = marks.iter().flat_map(|mark| [mark.bytes.start, mark.bytes.end]).filter(|at| (from..to).contains(at));
        let cuts = ends.chain([from, to]).sorted().dedup();
        let class = |at: usize| match marks.iter().find(|mark| mark.bytes.contains(&at)).map(|mark| mark.sign) {
            Some('^') => "hit",
            Some(_) => "who",
            None => "",
        };
        let dots = |is: bool| is.then(|| ("", "…".to_owned()));
        let pieces = cuts.tuple_windows().map(|(start, end)| (class(start), self.text[start..end].to_owned()));
        dots(from > 0).into_iter().chain(pieces).chain(dots(to < self.text.len())).collect()
    }
}

/// How many bytes before and behind the first mark of a line are shown at most.
#[cfg(feature = "html")]
const ROUND: usize = 180;

/// The blank before that byte, or the end of the text.
#[cfg(feature = "html")]
fn edge(text: &str, near: usize) -> usize {
    if near == 0 || near >= text.len() {
        return near.min(text.len());
    }
    let near = (0..=near).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text[..near].rfind(char::is_whitespace).filter(|at| near - at < ROUND / 2).unwrap_or(near)
}

/// A row of the quotation and the marks beneath it, which is empty where there are none.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) under: String,
}

/// How many rows a quotation may take.
const ROWS: usize = 4;

/// The quotation in rows. A long one is cut down to what stands round the first mark.
pub(super) fn rows(quote: &str, marks: &[Mark], width: usize) -> Vec<Row> {
    let mut cells = cells(quote);
    let limit = ROWS * width.max(1);
    if cells.len() > limit {
        let first = marks.first().map_or(0, |mark| cells.partition_point(|cell| cell.byte < mark.bytes.start));
        let from = first.saturating_sub(limit / 4).min(cells.len() - limit);
        cells.drain(..from);
        let more = cells.len() > limit;
        cells.truncate(limit);
        elide(&mut cells, from > 0, more);
    }
    wrap_cells(&cells, width).into_iter().map(|row| row_of(row, marks)).collect()
}

/// Text in lines of that width.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    wrap_cells(&cells(text), width).into_iter().map(|row| row.iter().map(|cell| cell.glyph).collect()).collect()
}

/// The text on one line, as it is shown.
pub(super) fn line(text: &str) -> String {
    cells(text).iter().map(|cell| cell.glyph).collect()
}

/// The text, cut to that width.
pub(super) fn fit(text: &str, width: usize) -> String {
    let cells = cells(text);
    if columns(&cells) <= width {
        return cells.iter().map(|cell| cell.glyph).collect();
    }
    let mut used = 0;
    let kept = cells.iter().take_while(|cell| {
        used += cell.columns;
        used < width
    });
    kept.map(|cell| cell.glyph).chain(['…']).collect()
}

/// The text, filled up to that width, or cut to it.
pub(super) fn pad(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    let missing = columns.saturating_sub(width(&text));
    text + &" ".repeat(missing)
}

/// How many columns the text takes.
pub(super) fn width(text: &str) -> usize {
    columns(&cells(text))
}

/// A character on the screen.
#[derive(Clone, Copy)]
struct Cell {
    byte: usize,
    glyph: char,
    columns: usize,
}

fn columns(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.columns).sum()
}

/// The characters to show, with white space in one blank each.
fn cells(text: &str) -> Vec<Cell> {
    let shown = text.char_indices().filter_map(|(byte, c)| glyph(c).map(|glyph| Cell { byte, glyph, columns: columns_of(glyph) }));
    let mut cells: Vec<Cell> = shown.dedup_by(|a, b| a.glyph == ' ' && b.glyph == ' ').skip_while(|cell| cell.glyph == ' ').collect();
    cells.pop_if(|cell| cell.glyph == ' ');
    cells
}

/// The text without what a terminal could obey.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter_map(glyph).collect()
}

/// What is shown of a character; nothing of one that is invisible or turns the direction of what follows.
fn glyph(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        _ if c.is_control() || c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}

fn columns_of(c: char) -> usize {
    match c {
        _ if is_combining_mark(c) => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 2,
        '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// Puts an ellipsis at the ends that were cut.
fn elide(cells: &mut [Cell], front: bool, back: bool) {
    let dots = |cell: &mut Cell| *cell = Cell { glyph: '…', columns: 1, ..*cell };
    if front {
        cells.first_mut().map(dots);
    }
    if back {
        cells.last_mut().map(dots);
    }
}

/// Breaks at blanks, and within a word only where it is wider than a row.
fn wrap_cells(cells: &[Cell], width: usize) -> Vec<&[Cell]> {
    let (mut rows, mut start, mut used) = (Vec::new(), 0, 0);
    let mut blank = None;
    for (i, cell) in cells.iter().enumerate() {
        if used + cell.columns > width && i > start {
            let (end, next) = match blank {
                _ if cell.glyph == ' ' => (i, i + 1),
                Some(blank) => (blank, blank + 1),
                None => (i, i),
            };
            rows.push(&cells[start..end]);
            (start, blank) = (next, None);
            used = columns(&cells[start.min(i)..i]);
        }
        if cell.glyph == ' ' && i >= start {
            blank = Some(i);
        }
        used += if i >= start { cell.columns } else { 0 };
    }
    if start < cells.len() {
        rows.push(&cells[start..]);
    }
    rows
}

fn row_of(cells: &[Cell], marks: &[Mark]) -> Row {
    let sign = |cell: &Cell| marks.iter().find(|mark| mark.bytes.contains(&cell.byte)).map_or(' ', |mark| mark.sign);
    let under: String = cells.iter().flat_map(|cell| std::iter::repeat_n(sign(cell), cell.columns)).collect();
    Row { text: cells.iter().map(|cell| cell.glyph).collect(), under: under.trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(quote: &str, marks: &[(&str, char)], width: usize, expected: &[&str]) {
        let marks: Vec<Mark> = marks
            .iter()
            .map(|(words, sign)| {
                let start = quote.find(words).unwrap();
                Mark { bytes: start..start + words.len(), sign: *sign }
            })
            .collect();
        let shown: Vec<String> = rows(quote, &marks, width).into_iter().flat_map(|row| [row.text, row.under]).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn marks_stand_beneath_their_words() {
        check("Au moins 47 civils tués", &[("47 civils", '^')], 40, &["Au moins 47 civils tués", "         ^^^^^^^^^"]);
        check("tués, dit l’OSDH", &[("tués", '^'), ("OSDH", '-')], 40, &["tués, dit l’OSDH", "^^^^        ----"]);
    }

    #[test]
    fn a_mark_goes_on_in_the_next_row() {
        check("quarante sept civils", &[("quarante sept", '^')], 10, &["quarante", "^^^^^^^^", "sept", "^^^^", "civils", ""]);
    }

    #[test]
    fn a_long_word_is_broken() {
        check("abcdefgh ij", &[], 4, &["abcd", "", "efgh", "", "ij", ""]);
    }

    #[test]
    fn nothing_reaches_the_terminal_that_it_could_obey() {
        check("a\u{1b}[31m\n\tb\u{202e}c\u{feff}", &[], 40, &["a [31m bc", ""]);
    }

    #[test]
    fn wide_and_combining_characters_keep_the_marks_in_line() {
        check("e\u{301}t 大 47", &[("47", '^')], 40, &["e\u{301}t 大 47", "      ^^"]);
    }

    #[test]
    fn a_long_quotation_is_cut_round_its_mark() {
        let quote = format!("{} 47 {}", "avant ".repeat(400), "après ".repeat(400));
        let start = quote.find("47").unwrap();
        let shown = rows(&quote, &[Mark { bytes: start..start + 2, sign: '^' }], 20);
        assert!(shown.len() <= ROWS + 1 && shown[0].text.starts_with('…') && shown.iter().any(|row| row.under.contains("^^")));
        assert!(shown.last().unwrap().text.ends_with('…'));
    }

    #[test]
    fn text_is_cut_to_fit() {
        assert_eq!(fit("Observatoire syrien", 8), "Observa…");
        assert_eq!(fit("OSDH", 8), "OSDH");
    }
}
