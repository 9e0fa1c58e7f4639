//! The report in a terminal: what each event is, who counts what, and every dispute with the words that make it, underlined.

use itertools::Itertools;

use super::snippet::{self, Mark};
use super::view::{Figure, SINGLES, Story, View, Voice};
use super::{Report, words};
use crate::conflict::{Finding, Verdict};

/// Shows a report as text of a given width, in colour or without.
///
/// ```
/// use crosscheck::report::Terminal;
/// use crosscheck::{Crosscheck, model::Article};
/// let report = Crosscheck::new().read(&[Article::new("a", "")?]);
/// let text = Terminal::new().width(72).colour(false).render(&report);
/// assert!(text.starts_with("1 article, 0 claims, 0 events"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    width: usize,
    colour: bool,
}

impl Default for Terminal {
    fn default() -> Self {
        Self::new()
    }
}

impl Terminal {
    /// How many voices of one side are quoted.
    const QUOTED: usize = 3;

    /// 100 columns wide, without colour.
    pub fn new() -> Self {
        Self { width: 100, colour: false }
    }

    /// The same, that wide; less than 40 columns is not enough to be read.
    pub fn width(self, columns: usize) -> Self {
        Self { width: columns.max(40), ..self }
    }

    /// The same, with colours or without: with them where the text goes to a terminal, without where it goes to a file.
    pub fn colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }

    /// The report as text.
    pub fn render(&self, report: &Report) -> String {
        let view = View::of(report);
        let (shown, named) = view.stories();
        let mut page = Page { terminal: *self, out: String::new() };
        page.summary(report);
        for story in &shown {
            page.story(&view, story);
        }
        page.singles(&named);
        page.skipped(report);
        page.out
    }
}

/// How words are set off.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Bold,
    Dim,
    Of(Verdict),
}
use Style::{Bold, Dim, Of, Plain};

/// Words and how they are set off.
type Piece<'a> = (Style, &'a str);

/// The text so far.
struct Page {
    terminal: Terminal,
    out: String,
}

impl Page {
    fn summary(&mut self, report: &Report) {
        self.block(&[], &[], (Bold, &words::sizes(report)));
        self.block(&[], &[], (Plain, &words::tally(&report.findings)));
    }

    fn story(&mut self, view: &View, story: &Story) {
        self.rule();
        self.block(&[], &[], (Bold, &story.title()));
        self.block(&[], &[], (Dim, &story.circumstances()));
        let figures = view.figures(story);
        if figures.is_empty() {
            self.sayings(view, story);
        } else {
            self.figures(&figures);
        }
        let (shown, brief): (Vec<&Finding>, Vec<&Finding>) =
            story.findings.iter().partition(|finding| finding.verdict < Verdict::Corroboration);
        for finding in shown {
            self.finding(view, finding);
        }
        let brief = brief.iter().map(|finding| (Of(finding.verdict), words::verdict(finding.verdict), finding.reason.clone()));
        self.list(&brief.collect_vec());
        let grades = story.occasion.grades.iter().map(|g| (Dim, g.policy.as_str(), format!("{}: {}", g.grade, g.why)));
        let estimates = words::headline_estimates(story.occasion).map(|e| (Dim, e.policy.as_str(), words::estimate(e)));
        self.list(&grades.chain(estimates).collect_vec());
    }

    /// The figures in columns: what, how many, who, when.
    fn figures(&mut self, figures: &[Figure]) {
        self.out.push('\n');
        let width = self.terminal.width;
        let notes = figures.iter().map(Figure::notes).collect_vec();
        let noted = notes.iter().map(|notes| snippet::width(notes)).max().unwrap_or(0).min(width / 3);
        let widest = |of: fn(&Figure) -> &str, most: usize| figures.iter().map(|row| snippet::width(of(row))).max().unwrap_or(0).min(most);
        let (topic, figure) = (widest(|row| &row.topic, width / 5), widest(|row| &row.figure, width / 5));
        let voice = widest(|row| &row.voice, width.saturating_sub(topic + figure + noted + 8));
        let mut last = "";
        for (row, notes) in figures.iter().zip(&notes) {
            let topic = snippet::pad(if row.topic == last { "" } else { &row.topic }, topic);
            let (figure, voice) = (snippet::pad(&row.figure, figure), snippet::pad(&row.voice, voice));
            let style = if row.revised { Dim } else { Bold };
            let columns = [(Plain, topic.as_str()), (style, &figure), (Plain, &voice), (Dim, &snippet::fit(notes, noted))];
            self.put(&columns.iter().flat_map(|column| [(Plain, "  "), *column]).collect_vec());
            last = &row.topic;
        }
    }

    /// What is said of an event that has no figures.
    fn sayings(&mut self, view: &View, story: &Story) {
        self.out.push('\n');
        for claim in story.claims.iter().take(Terminal::QUOTED) {
            let said = format!("{}: {} — {}", words::topic(claim), claim.quote.as_deref().unwrap_or_default(), view.voices(claim));
            self.block(&[(Plain, "  ")], &[(Plain, "    ")], (Plain, &said));
        }
        let more = story.claims.len().saturating_sub(Terminal::QUOTED);
        if more > 0 {
            self.put(&[(Dim, &format!("  and {more} more"))]);
        }
    }

    /// A dispute or a revision: its headline, each side's words under their outlet and date, and the reason.
    fn finding(&mut self, view: &View, finding: &Finding) {
        let style = Of(finding.verdict);
        self.out.push('\n');
        self.block(&[(Plain, "  ")], &[(Plain, "    ")], (style, &words::headline(finding)));
        let mut corner = "  ╭─ ";
        for side in &finding.sides {
            let voices = view.by_voice(side);
            for voice in voices.iter().take(Terminal::QUOTED) {
                self.put(&[(style, corner), (Bold, &snippet::fit(&view.byline(voice.first()), self.terminal.width - 5))]);
                self.quote(finding, voice, &voice.says(&side.position), style);
                corner = "  ├─ ";
            }
            let others: Vec<&str> = voices.iter().skip(Terminal::QUOTED).map(|voice| voice.name.as_str()).collect();
            if !others.is_empty() {
                self.block(
                    &[(style, "  │  ")],
                    &[(style, "  │  ")],
                    (Plain, &format!("{} too: {}", side.position, words::listed(&others))),
                );
            }
        }
        self.block(&[(style, "  ╰─ ")], &[(Plain, "     ")], (Plain, &finding.reason));
    }

    /// The words of a voice's first report, those that the finding is about underlined and labelled.
    fn quote(&mut self, finding: &Finding, voice: &Voice, label: &str, style: Style) {
        let bar = (style, "  │  ");
        let room = self.terminal.width - 5;
        let marks: Vec<Mark> =
            voice.first().quote.as_deref().map(|quote| Mark::of(voice.first(), quote, finding.dimension)).unwrap_or_default();
        let rows = snippet::rows(voice.first().quote.as_deref().unwrap_or_default(), &marks, room);
        let last = rows.iter().rposition(|row| row.under.contains('^'));
        let label = snippet::line(label);
        let mut label = Some(label.as_str());
        for (i, row) in rows.iter().enumerate() {
            self.put(&[bar, (Plain, &row.text)]);
            let beside = label.take_if(|label| last == Some(i) && row.under.chars().count() + 1 + snippet::width(label) <= room);
            match beside {
                Some(label) => self.put(&[bar, (style, &row.under), (Plain, " "), (style, label)]),
                None if !row.under.is_empty() => self.put(&[bar, (style, &row.under)]),
                None => {}
            }
        }
        if let Some(label) = label {
            self.block(&[bar], &[bar], (style, label));
        }
        let again = voice.told_again();
        if !again.is_empty() {
            self.block(&[bar], &[bar], (Dim, &format!("told again by {}", words::listed(again))));
        }
    }

    /// A title and a sentence a line.
    fn list(&mut self, rows: &[(Style, &str, String)]) {
        for (i, (style, title, text)) in rows.iter().enumerate() {
            if i == 0 {
                self.out.push('\n');
            }
            let title = snippet::pad(title, 14);
            self.block(&[(Plain, "  "), (*style, &title), (Plain, "  ")], &[(Plain, &" ".repeat(18))], (Plain, text));
        }
    }

    /// The events that one article alone tells of, a line each.
    fn singles(&mut self, single: &[Story]) {
        if single.is_empty() {
            return;
        }
        self.rule();
        self.put(&[(Bold, &format!("{} that one article alone tells of", words::counted(single.len(), "event")))]);
        for story in single.iter().take(SINGLES) {
            self.put(&[(Plain, "  "), (Plain, &snippet::fit(&story.gist(), self.terminal.width - 2))]);
        }
        let more = single.len().saturating_sub(SINGLES);
        if more > 0 {
            self.put(&[(Dim, &format!("  and {more} more"))]);
        }
    }

    fn skipped(&mut self, report: &Report) {
        if report.skipped.is_empty() {
            return;
        }
        self.rule();
        self.put(&[(Bold, "Not read as it stands")]);
        for skipped in &report.skipped {
            self.block(&[(Plain, "  ")], &[(Plain, "    ")], (Plain, &words::skipped(skipped)));
        }
    }

    fn rule(&mut self) {
        self.out.push('\n');
        self.put(&[(Dim, &"─".repeat(self.terminal.width))]);
    }

    /// Text that goes on in the next line: behind `lead` in the first one, behind `hang` in the others.
    fn block(&mut self, lead: &[Piece], hang: &[Piece], (style, text): Piece) {
        let columns = |pieces: &[Piece]| pieces.iter().map(|(_, text)| text.chars().count()).sum::<usize>();
        let width = self.terminal.width.saturating_sub(columns(lead).max(columns(hang)));
        for (i, line) in snippet::wrap(text, width).iter().enumerate() {
            let before = if i == 0 { lead } else { hang };
            self.put(&[before, &[(style, line)]].concat());
        }
    }

    /// A line of these pieces.
    fn put(&mut self, pieces: &[Piece]) {
        let line: String = pieces.iter().map(|(style, text)| self.paint(*style, &snippet::clean(text))).collect();
        self.out += line.trim_end();
        self.out.push('\n');
    }

    fn paint(&self, style: Style, text: &str) -> String {
        let code = match style {
            Plain => return text.to_owned(),
            Bold => "1",
            Dim => "2",
            Of(Verdict::Conflict) => "1;31",
            Of(Verdict::Revision) => "33",
            Of(Verdict::Corroboration) => "32",
            Of(Verdict::Repetition) => "35",
            Of(Verdict::PartWhole | Verdict::Compatible) => "36",
        };
        if self.terminal.colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
