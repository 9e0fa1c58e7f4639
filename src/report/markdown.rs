//! The report in Markdown, for a desk's chat or a ticket.

use itertools::Itertools;

use super::Report;
use super::snippet::{Line, Mark};
use super::view::{Figure, SINGLES, Story, View};
use super::words::Words;
use crate::conflict::{Dimension, Finding};
use crate::model::{Article, Claim, Language};

/// Shows a report as Markdown: a heading an event, a table of its figures, the disputes as quotations.
///
/// ```
/// use crosscheck::{Crosscheck, model::Article, report::Markdown};
/// let report = Crosscheck::new().read(&[Article::new("a", "")?]);
/// assert!(Markdown::new().render(&report, &[]).starts_with("**1 article, 0 claims, 0 events**"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Markdown {
    language: Language,
}

impl Markdown {
    /// In English.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, with its own words in that language.
    pub fn language(self, language: Language) -> Self {
        Self { language }
    }

    /// The report as Markdown. With the articles each claim is shown in its sentence, as in [`Terminal::render`](super::Terminal::render).
    pub fn render(&self, report: &Report, articles: &[Article]) -> String {
        let words = Words::of(self.language);
        let view = View::of(report, articles, words);
        let (shown, named) = view.stories();
        let mut parts = vec![format!("**{}**", words.sizes(report)), words.tally(report.findings.iter())];
        parts.extend(shown.iter().flat_map(|story| event(&view, story)));
        if !named.is_empty() {
            parts.push(format!("## {}", words.fill("singles", &[&words.counted(named.len(), "event")])));
            let labels = named.iter().take(SINGLES).map(|story| format!("- {}", escape(&story.gist())));
            let more = named.len().checked_sub(SINGLES).filter(|more| *more > 0);
            parts.push(labels.chain(more.map(|more| format!("- {}", words.fill("more", &[&more.to_string()])))).join("\n"));
        }
        if !report.skipped.is_empty() {
            parts.push(format!("## {}", words.say("skipped")));
            parts.push(report.skipped.iter().map(|skipped| format!("- {}", escape(&words.skipped(skipped)))).join("\n"));
        }
        parts.extend(view.rejected().map(|rejected| escape(&rejected)));
        parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{part}\n")).join("\n")
    }
}

fn event(view: &View, story: &Story) -> Vec<String> {
    let words = view.words;
    let mut parts = vec![format!("## {}", escape(&story.title(words))), escape(&story.circumstances(words))];
    let (disputes, lesser) = story.parted();
    parts.extend(disputes.into_iter().flat_map(|finding| dispute(view, finding)));
    parts.push(table(&view.figures(story), words));
    let lesser = lesser.into_iter().map(|finding| item(&words.verdict(finding.verdict), &view.reason(finding)));
    let standards = story.standards(words).into_iter().map(|(title, text)| item(&title, &text));
    parts.push(lesser.chain(standards).join("\n"));
    parts
}

fn table(figures: &[Figure], words: Words) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let rows = figures.iter().map(|row| {
        let cells = [&row.topic, &row.figure, &row.voice, &row.notes(words)].map(|cell| escape(cell));
        format!("| {} |", cells.join(" | "))
    });
    let head = ["what", "figure", "voice", "published"].map(|column| words.say(&format!("column.{column}"))).join(" | ");
    [format!("| {head} |"), "|---|---|---|---|".to_owned()].into_iter().chain(rows).join("\n")
}

/// The headline, each voice's words, the reason.
fn dispute(view: &View, finding: &Finding) -> Vec<String> {
    let mut parts = vec![format!("**{}**", escape(&view.headline(finding)))];
    for side in &finding.sides {
        let position = view.words.position(finding.dimension, side, view.claims(&side.claims));
        for voice in view.by_voice(side) {
            let quote = quote(&view.line(voice.first()), voice.first(), finding.dimension);
            let again = match voice.told_again() {
                [] => String::new(),
                outlets => format!("; {}", view.words.fill("again", &[&view.words.listed(outlets)])),
            };
            let by = escape(&format!("{} ({}{again})", voice.says(&position), view.byline(voice.first())));
            parts.push(if quote.is_empty() { format!("> {by}") } else { format!("> {quote}  \n> {by}") });
        }
    }
    parts.push(escape(&view.reason(finding)));
    parts.extend(view.words.reconciled(finding).map(|reconciled| format!("_{}_", escape(&reconciled))));
    parts
}

/// The words of a claim, those that answer the question in bold.
fn quote(line: &Line, claim: &Claim, question: Option<Dimension>) -> String {
    let quote = line.text;
    let answer = line.marks(claim, question).into_iter().find(|mark| mark.sign == '^');
    answer.map_or_else(
        || escape(quote),
        |Mark { bytes, .. }| {
            let [before, words, after] = [&quote[..bytes.start], &quote[bytes.clone()], &quote[bytes.end..]].map(escape);
            format!("{before}**{words}**{after}")
        },
    )
}

fn item(title: &str, text: &str) -> String {
    format!("- **{}** {}", escape(title), escape(text))
}

/// Text that Markdown takes as it is, on one line.
fn escape(text: &str) -> String {
    let line = text.replace(char::is_whitespace, " ");
    line.chars().fold(String::with_capacity(line.len()), |mut out, c| {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}
