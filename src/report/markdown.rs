//! The report in Markdown, for a desk's chat or a ticket.

use itertools::Itertools;

use super::snippet::Mark;
use super::view::{Figure, SINGLES, Story, View};
use super::{Report, words};
use crate::conflict::{Dimension, Finding, Verdict};
use crate::model::Claim;

/// The report as Markdown: a heading an event, a table of its figures, the disputes as quotations.
///
/// ```
/// use crosscheck::{Crosscheck, model::Article, report};
/// let report = Crosscheck::new().read(&[Article::new("a", "")?]);
/// assert!(report::markdown(&report).starts_with("**1 article, 0 claims, 0 events**"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn markdown(report: &Report) -> String {
    let view = View::of(report);
    let (shown, named) = view.stories();
    let mut parts = vec![format!("**{}**", words::sizes(report)), words::tally(&report.findings)];
    parts.extend(shown.iter().flat_map(|story| event(&view, story)));
    if !named.is_empty() {
        parts.push(format!("## {} that one article alone tells of", words::counted(named.len(), "event")));
        let labels = named.iter().take(SINGLES).map(|story| format!("- {}", escape(&story.gist())));
        let more = named.len().checked_sub(SINGLES).filter(|more| *more > 0).map(|more| format!("- and {more} more"));
        parts.push(labels.chain(more).join("\n"));
    }
    if !report.skipped.is_empty() {
        parts.push("## Not read as it stands".to_owned());
        parts.push(report.skipped.iter().map(|skipped| format!("- {}", escape(&words::skipped(skipped)))).join("\n"));
    }
    parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{part}\n")).join("\n")
}

fn event(view: &View, story: &Story) -> Vec<String> {
    let mut parts = vec![format!("## {}", escape(&story.title())), escape(&story.circumstances())];
    parts.push(table(&view.figures(story)));
    let (shown, brief): (Vec<&Finding>, Vec<&Finding>) =
        story.findings.iter().partition(|finding| finding.verdict < Verdict::Corroboration);
    parts.extend(shown.iter().flat_map(|finding| dispute(view, finding)));
    let brief = brief.iter().map(|finding| item(words::verdict(finding.verdict), &finding.reason));
    let grades = story.occasion.grades.iter().map(|g| item(&g.policy, &format!("{}: {}", g.grade, g.why)));
    let estimates = words::headline_estimates(story.occasion).map(|e| item(&e.policy, &words::estimate(e)));
    parts.push(brief.chain(grades).chain(estimates).join("\n"));
    parts
}

fn table(figures: &[Figure]) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let rows = figures.iter().map(|row| {
        let cells = [&row.topic, &row.figure, &row.voice, &row.notes()].map(|cell| escape(cell));
        format!("| {} |", cells.join(" | "))
    });
    ["| what | figure | voice | published |".to_owned(), "|---|---|---|---|".to_owned()].into_iter().chain(rows).join("\n")
}

/// The headline, each voice's words, the reason.
fn dispute(view: &View, finding: &Finding) -> Vec<String> {
    let mut parts = vec![format!("**{}**", escape(&words::headline(finding)))];
    for side in &finding.sides {
        for voice in view.by_voice(side) {
            let quote = quote(voice.first(), finding.dimension);
            let again = match voice.told_again() {
                [] => String::new(),
                outlets => format!("; told again by {}", words::listed(outlets)),
            };
            let by = escape(&format!("{} ({}{again})", voice.says(&side.position), view.byline(voice.first())));
            parts.push(if quote.is_empty() { format!("> {by}") } else { format!("> {quote}  \n> {by}") });
        }
    }
    parts.push(escape(&finding.reason));
    parts
}

/// The words of a claim, those that answer the question in bold.
fn quote(claim: &Claim, question: Option<Dimension>) -> String {
    let quote = claim.quote.as_deref().unwrap_or_default();
    let answer = Mark::of(claim, quote, question).into_iter().find(|mark| mark.sign == '^');
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
