//! The report in a terminal: what each event is, who counts what, and every dispute with the words that make it, underlined.

use itertools::Itertools;

use super::Report;
use super::snippet;
use super::view::{Figure, SINGLES, Story, View, Voice};
use super::words::Words;
use crate::conflict::{Finding, Verdict};
use crate::model::{Article, Language};

/// Shows a report as text of a given width, in colour or without.
///
/// ```
/// use crosscheck::report::Terminal;
/// use crosscheck::{Crosscheck, model::Article};
/// let report = Crosscheck::new().read(&[Article::new("a", "")?]);
/// let text = Terminal::new().width(72).colour(false).render(&report, &[]);
/// assert!(text.starts_with("1 article, 0 claims, 0 events"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    width: usize,
    colour: bool,
    language: Language,
}

impl Default for Terminal {
    fn default() -> Self {
        Self::new()
    }
}

impl Terminal {
    /// How many voices of one side are quoted.
    const QUOTED: usize = 3;

    /// How many figures of an event are shown.
    const FIGURES: usize = 16;

    /// How many of its lesser findings.
    const LESSER: usize = 5;

    /// 100 columns wide, without colour, in English.
    pub fn new() -> Self {
        Self { width: 100, colour: false, language: Language::ENGLISH }
    }

    /// The same, that wide; less than 40 columns is not enough to be read.
    pub fn width(self, columns: usize) -> Self {
        Self { width: columns.max(40), ..self }
    }

    /// The same, with colours or without: with them where the text goes to a terminal, without where it goes to a file.
    pub fn colour(self, colour: bool) -> Self {
        Self { colour, ..self }
    }

    /// The same, with its own words in that language.
    pub fn language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The report as text. With the articles each claim is shown in its sentence; those that are missing (`&[]`: all of them) are
    /// quoted as far as the claims quote them.
    pub fn render(&self, report: &Report, articles: &[Article]) -> String {
        let words = Words::of(self.language);
        let view = View::of(report, articles, words);
        let (shown, named) = view.stories();
        let mut page = Page { terminal: *self, words, out: String::new() };
        page.summary(report);
        for story in &shown {
            page.story(&view, story);
        }
        page.singles(&named);
        page.skipped(report);
        page.rejected(&view);
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
    words: Words,
    out: String,
}

impl Page {
    fn summary(&mut self, report: &Report) {
        self.block(&[], &[], (Bold, &self.words.sizes(report)));
        self.block(&[], &[], (Plain, &self.words.tally(report.findings.iter())));
    }

    fn story(&mut self, view: &View, story: &Story) {
        self.rule();
        self.block(&[], &[], (Bold, &story.title(self.words)));
        self.block(&[], &[], (Dim, &story.circumstances(self.words)));
        let (disputes, lesser) = story.parted();
        for finding in disputes {
            self.finding(view, finding);
        }
        let figures = view.figures(story);
        if figures.is_empty() {
            self.sayings(view, story);
        } else {
            self.figures(&figures);
        }
        let titled = |finding: &&Finding| (Of(finding.verdict), self.words.verdict(finding.verdict), view.reason(finding));
        let mut rows = lesser.iter().take(Terminal::LESSER).map(titled).collect_vec();
        let more = self.words.tally(lesser.iter().skip(Terminal::LESSER).copied());
        rows.extend((!more.is_empty()).then(|| (Dim, String::new(), self.words.fill("more", &[&more]))));
        self.list(&rows);
        self.list(&story.standards(self.words).into_iter().map(|(title, text)| (Dim, title, text)).collect_vec());
    }

    /// The figures in columns: what, how many, who, when.
    fn figures(&mut self, figures: &[Figure]) {
        self.out.push('\n');
        let width = self.terminal.width;
        let more = figures.len().saturating_sub(Terminal::FIGURES);
        let figures = &figures[..figures.len() - more];
        let notes = figures.iter().map(|figure| figure.notes(self.words)).collect_vec();
        let noted = notes.iter().map(|notes| snippet::width(notes)).max().unwrap_or(0).min(width / 3);
        let widest = |of: for<'a> fn(&'a Figure) -> &'a str, most: usize| {
            figures.iter().map(|row| snippet::width(of(row))).max().unwrap_or(0).min(most)
        };
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
        self.more(more);
    }

    /// How many more there are than are shown.
    fn more(&mut self, more: usize) {
        if more > 0 {
            self.put(&[(Dim, "  "), (Dim, &self.words.fill("more", &[&more.to_string()]))]);
        }
    }

    /// What is said of an event that has no figures.
    fn sayings(&mut self, view: &View, story: &Story) {
        self.out.push('\n');
        for claim in story.claims.iter().take(Terminal::QUOTED) {
            let said = format!("{}: {} — {}", self.words.topic(claim), claim.quote.as_deref().unwrap_or_default(), view.voices(claim));
            self.block(&[(Plain, "  ")], &[(Plain, "    ")], (Plain, &said));
        }
        let more = story.claims.len().saturating_sub(Terminal::QUOTED);
        if more > 0 {
            self.put(&[(Dim, &format!("  {}", self.words.fill("more", &[&more.to_string()])))]);
        }
    }

    /// A dispute or a revision: its headline, each side's words under their outlet and date, and the reason.
    fn finding(&mut self, view: &View, finding: &Finding) {
        let style = Of(finding.verdict);
        self.out.push('\n');
        self.block(&[(Plain, "  ")], &[(Plain, "    ")], (style, &view.headline(finding)));
        let mut corner = "  ╭─ ";
        for side in &finding.sides {
            let position = self.words.position(finding.dimension, side, view.claims(&side.claims));
            let voices = view.by_voice(side);
            for voice in voices.iter().take(Terminal::QUOTED) {
                self.put(&[(style, corner), (Bold, &snippet::fit(&view.byline(voice.first()), self.terminal.width - 5))]);
                self.quote(view, finding, voice, &voice.says(&position), style);
                corner = "  ├─ ";
            }
            let others: Vec<&str> = voices.iter().skip(Terminal::QUOTED).map(|voice| voice.name.as_str()).collect();
            if !others.is_empty() {
                self.block(
                    &[(style, "  │  ")],
                    &[(style, "  │  ")],
                    (Plain, &self.words.fill("too", &[&position, &self.words.listed(&others)])),
                );
            }
        }
        self.block(&[(style, "  ╰─ ")], &[(Plain, "     ")], (Plain, &view.reason(finding)));
        if let Some(reconciled) = self.words.reconciled(finding) {
            self.block(&[(Plain, "     ")], &[(Plain, "     ")], (Dim, &reconciled));
        }
    }

    /// The words of a voice's first report, those that the finding is about underlined and labelled.
    fn quote(&mut self, view: &View, finding: &Finding, voice: &Voice, label: &str, style: Style) {
        let bar = (style, "  │  ");
        let room = self.terminal.width - 5;
        let line = view.line(voice.first());
        let rows = snippet::rows(line.text, &line.marks(voice.first(), finding.dimension), room);
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
            self.block(&[bar], &[bar], (Dim, &self.words.fill("again", &[&self.words.listed(again)])));
        }
    }

    /// A title and a sentence a line.
    fn list(&mut self, rows: &[(Style, String, String)]) {
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
        self.put(&[(Bold, &self.words.fill("singles", &[&self.words.counted(single.len(), "event")]))]);
        for story in single.iter().take(SINGLES) {
            self.put(&[(Plain, "  "), (Plain, &snippet::fit(&story.gist(), self.terminal.width - 2))]);
        }
        let more = single.len().saturating_sub(SINGLES);
        if more > 0 {
            self.put(&[(Dim, &format!("  {}", self.words.fill("more", &[&more.to_string()])))]);
        }
    }

    fn skipped(&mut self, report: &Report) {
        if report.skipped.is_empty() {
            return;
        }
        self.rule();
        self.put(&[(Bold, &self.words.say("skipped"))]);
        for skipped in &report.skipped {
            self.block(&[(Plain, "  ")], &[(Plain, "    ")], (Plain, &self.words.skipped(skipped)));
        }
    }

    fn rejected(&mut self, view: &View) {
        if let Some(rejected) = view.rejected() {
            self.rule();
            self.block(&[], &[(Plain, "  ")], (Plain, &rejected));
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
