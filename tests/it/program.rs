//! The example program as people run it.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use crosscheck::report::Report;

use crate::folder::Folder;

/// The example programs, built as these tests are.
static PROGRAMS: LazyLock<PathBuf> = LazyLock::new(|| {
    let tests = std::env::current_exe().unwrap();
    let profile = tests.ancestors().nth(2).unwrap();
    let release: &[&str] = if profile.ends_with("release") { &["--release"] } else { &[] };
    let build = Command::new(env!("CARGO")).args(["build", "--quiet", "--locked", "--examples"]).args(release).status();
    assert!(build.unwrap().success(), "the example programs do not build");
    profile.join("examples")
});

/// One of them.
pub fn program(name: &str) -> PathBuf {
    PROGRAMS.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn run(arguments: &[&str], paths: &[&Path]) -> Output {
    Command::new(program("crosscheck")).args(arguments).args(paths).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn without_input_it_reads_the_articles_of_the_crate() {
    let output = run(&["--format", "json"], &[]);
    let report: Report = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), report.version), (Some(0), 1));
    assert!(report.articles.len() > 9 && report.skipped.is_empty() && output.stderr.is_empty());
}

#[test]
fn every_format_is_printed() {
    let text = run(&[], &[]);
    assert_eq!(text.stdout, run(&["--format", "text"], &[]).stdout);
    assert!(!stdout(&text).contains('\u{1b}'), "no colour goes to a pipe");
    for (format, start) in [
        ("markdown", "**"),
        ("html", "<!doctype html>"),
        ("csv", "id,year,"),
        ("jsonld", "{\n  \"@context\""),
        ("schema", "{\n  \"$defs\""),
    ] {
        let printed = run(&["--format", format], &[]);
        assert!(stdout(&printed).starts_with(start), "{format}: {:.40}", stdout(&printed));
    }
    assert!(stdout(&run(&["--language", "fr"], &[])).contains(" affirmations, "));
}

#[test]
fn what_was_skipped_is_reported_and_the_rest_goes_on() {
    let folder = Folder::new("program-skipped");
    let path = folder.file("wire.jsonl", "{\"id\": \"a\", \"text\": \"47 morts\"}\n{\"id\": }\n");
    let output = run(&["--format", "json"], &[&path]);
    let report: Report = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), report.articles.len(), report.skipped[0].line), (Some(1), 1, Some(2)));
    assert!(stdout(&run(&[], &[&path])).contains("wire.jsonl, line 2: expected value"));
}

#[test]
fn the_order_of_the_input_does_not_show() {
    let folder = Folder::new("program-order");
    let a = folder.file("a.txt", "Au moins 47 morts à Alep.");
    let b = folder.file("b.jsonl", "{\"id\": \"a\", \"text\": \"Au moins 82 morts à Alep.\"}");
    let json = |paths: &[&Path]| run(&["--format", "json"], paths).stdout;
    assert_eq!(json(&[&a, &b]), json(&[&b, &a]));
}

#[test]
fn misuse_is_told_from_failure() {
    for misuse in [&["--format", "pdf"][..], &["--language", "la"], &["--frob"], &["--format"]] {
        let output = run(misuse, &[]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert!(String::from_utf8(output.stderr).unwrap().contains("--help tells more"));
    }
    let help = run(&["--help"], &[]);
    assert_eq!(help.status.code(), Some(0));
    assert!(stdout(&help).contains("Usage:"));
}

#[test]
fn a_reader_who_leaves_is_no_failure() {
    let folder = Folder::new("program-pipe");
    let many: String = (0..2000).map(|i| format!("{{\"id\": \"{i}\", \"text\": \"\"}}\n")).collect();
    let path = folder.file("many.jsonl", many);
    let mut program = Command::new(program("crosscheck"))
        .args(["--format", "json"])
        .arg(path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::with_capacity(16, program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let (mut said, code) = (String::new(), program.wait().unwrap());
    program.stderr.unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((line.as_str(), code.code(), said.as_str()), ("{\n", Some(0), ""));
}
