//! The small example programs print what the documentation shows of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::program;

/// The programs whose output depends on what is asked of them.
const TOOLS: [&str; 2] = ["accuracy", "crosscheck"];

fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == ending));
    files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn every_small_program_prints_what_stands_beside_it() {
    let programs: BTreeSet<String> = stems("examples", "rs").into_iter().filter(|name| !TOOLS.contains(&name.as_str())).collect();
    assert_eq!(programs, stems("examples/expected", "txt"), "a program and its output bear one name");
    for name in programs {
        let output = Command::new(program(&name)).output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/expected/{name}.txt"));
        let (printed, expected) = (String::from_utf8(output.stdout).unwrap(), fs::read_to_string(expected).unwrap());
        assert_eq!(printed, expected, "if {name} is right: cargo run --example {name} > examples/expected/{name}.txt");
    }
}
