//! How fast claims are drawn out of articles, on one thread, beside one bare Aho-Corasick pass of the same tables over the same bytes
//! in the same run; and how the time grows with the length.
//!
//! ```text
//! cargo bench --bench extraction                 10 MB beside the bare pass
//! cargo bench --bench extraction -- growth       1, 10 and 100 MB, and one article and one sentence of up to 10 MB
//! ```
//!
//! Times are those of the processor. Reached on a machine of two cores: 6 s for 10 MB, 25 times the 0.24 s of the bare pass.

#[path = "world/dice.rs"]
#[allow(dead_code, reason = "the world of the other bench rolls in more ways")]
mod dice;
mod press;

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;

use aho_corasick::{AhoCorasick, MatchKind};
use crosscheck::extract::extract;
use crosscheck::lexicon::Lexicon;
use crosscheck::model::Article;

const MEGABYTE: usize = 1_000_000;

fn main() {
    let start = work();
    let lexicon = Lexicon::bundled();
    println!("tables loaded in {:.0} ms", (work() - start) * 1000.0);
    if std::env::args().any(|arg| arg == "growth") {
        for megabytes in [1, 10, 100] {
            told(&format!("{megabytes} MB"), &press::articles(megabytes * MEGABYTE, 1), lexicon);
        }
        for megabytes in [1, 10] {
            let articles = press::articles(megabytes * MEGABYTE, 1);
            let text = articles.iter().filter(|article| article.language.as_deref() == Some("en")).map(|article| article.text.as_str());
            let one = Article { text: text.collect::<Vec<_>>().join("\n\n"), ..articles[1].clone() };
            told(&format!("half of {megabytes} MB as one article"), &[one], lexicon);
            told(&format!("one sentence of {megabytes} MB"), &[press::endless(megabytes * MEGABYTE, 1)], lexicon);
        }
        return;
    }
    let articles = press::articles(10 * MEGABYTE, 1);
    let whole = told("extraction", &articles, lexicon);
    let patterns = patterns();
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&patterns);
    let automaton = automaton.expect("the tables are no larger than an automaton may be");
    let start = work();
    let matches: usize = articles.iter().map(|article| automaton.find_iter(&article.text).count()).sum();
    let bare = work() - start;
    line("one bare pass", &articles, bare, &format!("{matches} matches of {} forms", patterns.len()));
    println!("extraction takes {:.1} times as long", whole / bare);
}

/// Extracts, and says how long it took.
fn told(what: &str, articles: &[Article], lexicon: &Lexicon) -> f64 {
    let start = work();
    let claims: usize = articles.iter().map(|article| extract(article, lexicon).claims.len()).sum();
    let taken = work() - start;
    line(what, articles, taken, &format!("{claims} claims"));
    taken
}

fn line(what: &str, articles: &[Article], taken: f64, found: &str) {
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let speed = bytes as f64 / MEGABYTE as f64 / taken;
    println!("{what}: {:.2} s for {:.1} MB, {speed:.1} MB/s, {found}", taken, bytes as f64 / MEGABYTE as f64);
}

/// Seconds that this process has had a processor, where the system tells it: other programs do not count. Elsewhere those of the clock.
fn work() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    let times = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let had = times.split_whitespace().next().and_then(|time| time.parse::<f64>().ok());
    had.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Every form of every table: the first column of a language's, the names of the others.
fn patterns() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut out = Vec::new();
    for folder in ["fr", "en", "gazetteer", ""] {
        let files = fs::read_dir(root.join(folder)).expect("a folder of tables").map(|entry| entry.expect("a file").path());
        for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "tsv")) {
            let table = fs::read_to_string(&file).expect("a table");
            for row in table.lines().filter(|line| !line.starts_with('#')) {
                let mut columns = row.split('\t');
                match folder {
                    "fr" | "en" => out.extend(columns.next().map(expand).unwrap_or_default()),
                    _ => out.extend(columns.next_back().unwrap_or_default().split('|').map(|name| name.trim_end_matches('!').to_owned())),
                }
            }
        }
    }
    out.retain(|form| !form.is_empty());
    out.sort();
    out.dedup();
    out
}

/// The forms that a pattern of a table stands for: `{a,b}` is either, `(s)` is there or not.
fn expand(pattern: &str) -> Vec<String> {
    let Some(at) = pattern.find(['{', '(']) else { return vec![pattern.to_owned()] };
    let (head, rest) = (&pattern[..at], &pattern[at + 1..]);
    let optional = pattern[at..].starts_with('(');
    let (choice, tail) = rest.split_once(if optional { ')' } else { '}' }).expect("a pattern is closed");
    let mut choices: Vec<&str> = choice.split(',').collect();
    choices.extend(optional.then_some(""));
    let tails = expand(tail);
    choices.iter().flat_map(|choice| tails.iter().map(move |tail| format!("{head}{choice}{tail}"))).collect()
}
