//! Reads articles and prints what they say and what they say to each other.
//!
//! ```text
//! cargo run --release --example crosscheck -- [--format FORMAT] [--language en|fr] [INPUT…]
//! ```

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crosscheck::Crosscheck;
use crosscheck::model::Language;
use crosscheck::report::{self, Html, Input, Markdown, Report, Terminal};

const HELP: &str = "\
Reads news articles and shows who says what, and where the voices agree, repeat, revise or contradict each other.

Usage: crosscheck [--format FORMAT] [--language LANGUAGE] [INPUT...]

INPUT is a .jsonl file (an article a line), a .txt file (one article), or a directory of them. Without INPUT the
articles that come with the crate are read.

Options:
  --format FORMAT      text (as it is without the option), html, markdown, json, csv (an event a row, with the columns of
                       UCDP's event table), jsonld (the claims as linked data) or schema (the JSON Schema of json)
  --language LANGUAGE  of text, html and markdown: en (as it is without the option) or fr
  --help               shows this

Exit code: 0 all was read, 1 some input was skipped (the report names it), 2 the command was not understood.
";

/// How the report is printed.
enum Format {
    Text,
    Html,
    Markdown,
    Json,
    Csv,
    JsonLd,
    Schema,
}

/// What the command line asks for; nothing: the help.
struct Task {
    format: Format,
    language: Language,
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let printed = match task() {
        Ok(Some(task)) => run(task),
        Ok(None) => io::stdout().write_all(HELP.as_bytes()).map(|()| ExitCode::SUCCESS),
        Err(misuse) => {
            eprintln!("crosscheck: {misuse}; --help tells more");
            return ExitCode::from(2);
        }
    };
    match printed {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("crosscheck: the report cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line.
fn task() -> Result<Option<Task>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut task = Task { format: Format::Text, language: Language::ENGLISH, paths: Vec::new() };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("format") => {
                task.format = arguments.value()?.parse_with(|name| match name {
                    "text" => Ok(Format::Text),
                    "html" => Ok(Format::Html),
                    "markdown" => Ok(Format::Markdown),
                    "json" => Ok(Format::Json),
                    "csv" => Ok(Format::Csv),
                    "jsonld" => Ok(Format::JsonLd),
                    "schema" => Ok(Format::Schema),
                    _ => Err("a format is text, html, markdown, json, csv, jsonld or schema"),
                })?;
            }
            Long("language") => {
                task.language = arguments.value()?.parse_with(|code| match code {
                    "en" => Ok(Language::ENGLISH),
                    "fr" => Ok(Language::FRENCH),
                    _ => Err("a language is en or fr"),
                })?;
            }
            Long("help") | Short('h') => return Ok(None),
            Value(path) => task.paths.push(path.into()),
            other => return Err(other.unexpected()),
        }
    }
    if task.paths.is_empty() {
        task.paths.push([env!("CARGO_MANIFEST_DIR"), "examples", "articles"].iter().collect());
    }
    Ok(Some(task))
}

/// Reads, relates, prints.
fn run(Task { format, language, paths }: Task) -> io::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Format::Schema = format {
        json(&mut out, &report::schema())?;
        return Ok(ExitCode::SUCCESS);
    }
    let Input { articles, skipped } = report::read(paths);
    let mut progress = Progress::new(articles.len());
    let report = Crosscheck::new().read_with(&articles, |done| progress.tell(done));
    progress.clear();
    let report = Report { skipped: [skipped, report.skipped.clone()].concat(), ..report };
    match format {
        Format::Text => out.write_all(terminal().language(language).render(&report, &articles).as_bytes())?,
        Format::Html => out.write_all(Html::new().language(language).render(&report, &articles).as_bytes())?,
        Format::Markdown => out.write_all(Markdown::new().language(language).render(&report, &articles).as_bytes())?,
        Format::Csv => out.write_all(report::csv(&report).as_bytes())?,
        Format::JsonLd => json(&mut out, &report::json_ld(&report, &articles))?,
        Format::Json | Format::Schema => json(&mut out, &report)?,
    }
    out.flush()?;
    Ok(if report.skipped.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn json(out: &mut impl Write, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    out.flush()
}

/// As wide as the terminal, in colour if there is one and nobody asked for none.
fn terminal() -> Terminal {
    let plain = Terminal::new();
    if !io::stdout().is_terminal() {
        return plain;
    }
    let width = terminal_size::terminal_size().map(|(terminal_size::Width(columns), _)| usize::from(columns).min(120));
    width.map_or(plain, |columns| plain.width(columns)).colour(std::env::var_os("NO_COLOR").is_none())
}

/// A line on standard error that tells how far the reading is, where it takes long and somebody looks.
struct Progress {
    articles: usize,
    next: Option<Instant>,
    told: bool,
}

impl Progress {
    const PAUSE: Duration = Duration::from_millis(300);

    fn new(articles: usize) -> Self {
        Self { articles, next: io::stderr().is_terminal().then(|| Instant::now() + Self::PAUSE), told: false }
    }

    fn tell(&mut self, done: usize) {
        if self.next.is_some_and(|next| Instant::now() >= next) {
            eprint!("\r{done} of {} articles read", self.articles);
            (self.next, self.told) = (Some(Instant::now() + Self::PAUSE), true);
        }
    }

    fn clear(&self) {
        if self.told {
            eprint!("\r\u{1b}[2K");
        }
    }
}
