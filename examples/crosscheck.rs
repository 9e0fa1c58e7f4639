//! Reads articles and prints what they say and what they say to each other.
//!
//! ```text
//! cargo run --release --example crosscheck -- [--format text|json|markdown] [INPUT…]
//! ```

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crosscheck::Crosscheck;
use crosscheck::report::{self, Input, Report, Terminal};

const HELP: &str = "\
Reads news articles and shows who says what, and where the voices agree, repeat, revise or contradict each other.

Usage: crosscheck [--format FORMAT] [INPUT...]

INPUT is a .jsonl file (an article a line), a .txt file (one article), or a directory of them. Without INPUT the
articles that come with the crate are read.

Options:
  --format FORMAT  text (as it is without the option), json or markdown
  --help           shows this

Exit code: 0 all was read, 1 some input was skipped (the report names it), 2 the command was not understood.
";

/// How the report is printed.
enum Format {
    Text,
    Json,
    Markdown,
}

/// What the command line asks for; nothing: the help.
struct Task {
    format: Format,
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
    let mut task = Task { format: Format::Text, paths: Vec::new() };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("format") => {
                task.format = arguments.value()?.parse_with(|name| match name {
                    "text" => Ok(Format::Text),
                    "json" => Ok(Format::Json),
                    "markdown" => Ok(Format::Markdown),
                    _ => Err("a format is text, json or markdown"),
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
fn run(Task { format, paths }: Task) -> io::Result<ExitCode> {
    let Input { articles, skipped } = report::read(paths);
    let mut progress = Progress::new(articles.len());
    let report = Crosscheck::new().read_with(&articles, |done| progress.tell(done));
    progress.clear();
    let report = Report { skipped: [skipped, report.skipped.clone()].concat(), ..report };
    let mut out = io::BufWriter::new(io::stdout().lock());
    match format {
        Format::Text => out.write_all(terminal().render(&report).as_bytes())?,
        Format::Markdown => out.write_all(report::markdown(&report).as_bytes())?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if report.skipped.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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
