//! The house is kept: rooms use only what stands above them, files stay short, nothing is left for later.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, and what each may use beside the error.
const ROOMS: [(&str, &[&str]); 11] = [
    ("error", &[]),
    ("model", &[]),
    ("text", &["model"]),
    ("lexicon", &["model", "text"]),
    ("mention", &["model", "text", "lexicon"]),
    ("extract", &["model", "text", "lexicon", "mention"]),
    ("matcher", &["model", "text"]),
    ("conflict", &["model", "text", "matcher"]),
    ("assess", &["model", "matcher", "conflict"]),
    ("report", &["model", "text", "lexicon", "mention", "extract", "matcher", "conflict", "assess"]),
    ("guide", &[]),
];

/// Every file of that ending in a folder of the crate, with its text.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let (mut open, mut found) = (vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

fn code() -> Vec<(PathBuf, String)> {
    ["src", "tests", "examples", "benches"].iter().flat_map(|folder| files(folder, "rs")).collect()
}

/// The names behind each `crate::` of a file, without its comments.
fn used(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
    let names = code.split("crate::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or("").split(',').map(str::to_owned).collect(),
        None => vec![rest.to_owned()],
    });
    names.map(|name| name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn a_room_uses_only_what_stands_above_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, text) in files("src", "rs") {
        let inside = path.strip_prefix(&source).unwrap().with_extension("");
        let own = inside.iter().next().unwrap().to_str().unwrap();
        let Some((_, may)) = ROOMS.iter().find(|(room, _)| *room == own) else {
            assert_eq!(own, "lib", "{} stands in no room", path.display());
            continue;
        };
        for name in used(&text) {
            let allowed = name == own || name == "error" || may.contains(&name.as_str());
            assert!(allowed, "{}: {own} may not use crate::{name}", path.display());
        }
    }
}

#[test]
fn every_room_is_in_its_place() {
    let library = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rooms: Vec<&str> = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(rooms.len(), ROOMS.len());
    assert!(rooms.iter().all(|name| ROOMS.iter().any(|(room, _)| room == name)));
}

#[test]
fn files_are_short() {
    for (path, text) in code() {
        assert!(text.lines().count() <= 600, "{} has more than 600 lines; part it", path.display());
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in code() {
        assert!(text.starts_with("//! "), "{} does not begin with what it is for", path.display());
    }
}

#[test]
fn nothing_is_left_for_later() {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!("), concat!("unimplemented", "!("), concat!("db", "g!(")];
    for (path, text) in code() {
        for word in words {
            assert!(!text.contains(word), "{} holds {word}", path.display());
        }
    }
}

/// A rule shows where it must speak and where, close by, it must be silent.
#[test]
fn every_rule_is_shown_to_speak_and_to_be_silent() {
    for (path, text) in files("src/conflict/rule", "rs").into_iter().filter(|(path, _)| !path.ends_with("mod.rs")) {
        assert!(text.contains("check(&RULE,") || text.contains("check(\n            &RULE,"), "{} is never shown to speak", path.display());
        assert!(
            text.contains("silent(&RULE,") || text.contains("silent(\n            &RULE,"),
            "{} is never shown to be silent",
            path.display()
        );
    }
}
