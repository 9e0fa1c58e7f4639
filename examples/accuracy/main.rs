//! Measures how right the figures are that are read out of articles, against figures written down by hand.
//!
//! ```text
//! cargo run --release --example accuracy                              the articles that come with the crate
//! cargo run --release --example accuracy -- GOLD.jsonl ARTICLES...    articles and figures of your own
//! ```
//!
//! The table goes to the standard output, and what is missed, wrong or false to the standard error. A line of the gold:
//!
//! ```json
//! {"article": "a7", "words": "au moins 12 civils", "kind": "casualties", "harm": "killed", "low": 12, "hedge": "at_least", "group": "civilians", "voice": "sohr"}
//! ```
//!
//! `words` stand once in the article's text and hold the number. `kind` is `casualties`, with a `harm`, or `attendance`. An end of the
//! count that is open is left out. `group` and `voice` (the id of the last source of the chain) are only judged where they are given.

mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths = vec![bundled.join("accuracy/gold.jsonl"), bundled.join("articles")];
    }
    match table::measure(&paths[0], &paths[1..]) {
        Ok(measured) => {
            print!("{}", measured.table());
            measured.notes.iter().for_each(|note| eprintln!("{note}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("accuracy: {error}");
            ExitCode::FAILURE
        }
    }
}
