//! The tables of the lexicon are kept: said what they hold, sorted, without doubles, in one form of Unicode, without stray blanks.

use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::is_nfc;

/// Every table, by its path inside the lexicon, with its text.
fn tables() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let (mut open, mut found) = (vec![root.clone()], Vec::<PathBuf>::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            found.push(path);
        }
    }
    found.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap().display().to_string();
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// What is wrong with a table, each with its line.
fn faults(text: &str) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    if !text.starts_with('#') {
        faults.push((1, "the table does not begin with a # line that names its columns".to_owned()));
    }
    if !text.ends_with('\n') {
        faults.push((text.split('\n').count(), "the last line does not end".to_owned()));
    }
    let mut before: Option<&str> = None;
    for (i, line) in text.strip_suffix('\n').unwrap_or(text).split('\n').enumerate() {
        let mut fault = |why: String| faults.push((i + 1, why));
        if line.trim().is_empty() {
            fault("the line is empty".to_owned());
            continue;
        }
        if let Some(cell) = line.split('\t').find(|cell| cell.trim() != *cell) {
            fault(format!("a blank at an end of {cell:?}"));
        }
        if !is_nfc(line) {
            fault("the line is not in NFC".to_owned());
        }
        match before {
            Some(_) if line.starts_with('#') => fault("a remark stands between rows and not above them".to_owned()),
            _ if line.starts_with('#') => continue,
            Some(before) if before == line => fault(format!("{line:?} stands twice")),
            Some(before) if before > line => fault(format!("{line:?} stands below {before:?}; sort the rows by their bytes")),
            _ => {}
        }
        before = Some(line);
    }
    faults
}

#[test]
fn every_table_is_kept() {
    let tables = tables();
    assert!(tables.iter().any(|(name, _)| name.starts_with("gazetteer")), "the gazetteer is not looked at");
    let faults = tables.iter().flat_map(|(name, text)| faults(text).into_iter().map(move |(line, why)| format!("{name}:{line}: {why}")));
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{} faults, the first are\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

#[test]
fn what_is_not_kept_is_seen() {
    let lines = |text: &str| faults(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    assert_eq!(lines("# form\na\tin\nb\t\n"), [] as [usize; 0]);
    assert_eq!(lines("a\nb\n"), [1]);
    assert_eq!(lines("# form\nb\na\n"), [3]);
    assert_eq!(lines("# form\na\na\n"), [3]);
    assert_eq!(lines("# form\na\n\nb \nc\u{a0}\td\n"), [3, 4, 5]);
    assert_eq!(lines("# form\ne\u{301}\n"), [2]);
    assert_eq!(lines("# form\r\na\nb"), [3, 1]);
    assert_eq!(lines("# form\na\n# more\nb\n"), [3]);
}
