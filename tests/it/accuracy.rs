//! The committed table of accuracy promises no more than what the crate reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[path = "../../examples/accuracy/table.rs"]
mod table;

/// The rows of a Markdown table by their first two cells, with the counts of figures, found and right.
fn rows(text: &str) -> BTreeMap<(String, String), [usize; 3]> {
    let lines = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| language"));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let row = |cells: Vec<String>| ((cells[0].clone(), cells[1].clone()), [2, 3, 4].map(|i| cells[i].parse().unwrap()));
    lines.map(cells).map(row).collect()
}

#[test]
fn the_table_promises_no_more_than_is_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let measured = table::measure(&root.join("accuracy/gold.jsonl"), &[root.join("articles")]).unwrap();
    let read = rows(&measured.table());
    let promised = rows(&fs::read_to_string(root.join("accuracy/README.md")).unwrap());
    assert!(promised.values().map(|[gold, ..]| gold).sum::<usize>() > 100, "the table is there");
    for (row, [gold, found, right]) in promised {
        let now = read.get(&row).unwrap_or_else(|| panic!("{row:?} is no longer measured"));
        assert_eq!(gold, now[0], "{row:?}: the figures by hand have changed; print the table anew");
        assert!(now[1] >= found && now[2] >= right, "{row:?}: {found} found and {right} right were promised, {now:?} are read");
    }
}
