//! What happens to input that is not as it should be.

use std::fs;
use std::path::Path;

use crosscheck::report::{Input, read, read_claims};

use crate::folder::Folder;

/// The ids that were read, and line and cause of what was skipped.
fn outcome(input: &Input) -> (Vec<&str>, Vec<(Option<usize>, &str)>) {
    let ids = input.articles.iter().map(|article| article.id.as_str()).collect();
    (ids, input.skipped.iter().map(|skipped| (skipped.line, skipped.cause.as_str())).collect())
}

/// Reads one file and compares.
fn check(name: &str, content: impl AsRef<[u8]>, ids: &[&str], skipped: &[(Option<usize>, &str)]) -> Input {
    let folder = Folder::new(&name.replace('.', "-"));
    let path = folder.file(name, content);
    let input = read([&path]);
    assert_eq!(outcome(&input), (ids.to_vec(), skipped.to_vec()));
    assert!(input.skipped.iter().all(|skipped| Path::new(&skipped.path) == path));
    input
}

#[test]
fn an_empty_file_says_so() {
    check("empty.txt", "", &[], &[(None, "is empty")]);
    check("empty.jsonl", "\u{feff}\n \r\n", &[], &[(None, "is empty")]);
}

#[test]
fn bytes_that_are_not_utf8_are_named() {
    check("binary.txt", b"ab\xff\xfe\x00", &[], &[(None, "byte 2 is not UTF-8; convert the file to UTF-8")]);
    check("latin.jsonl", b"{\"id\": \"a\", \"text\": \"tu\xe9\"}", &[], &[(None, "byte 23 is not UTF-8; convert the file to UTF-8")]);
}

#[test]
fn a_broken_line_does_not_stop_the_others() {
    let lines = "{\"id\": \"a\", \"text\": \"\"}\n\n{\"id\": \"b\", \"text\": \n[]\n{\"id\": \"c\", \"text\": \"\"}";
    let unfinished = (Some(3), "EOF while parsing a value (byte 20 of the line)");
    let array = (Some(4), "invalid length 0, expected struct Article with 7 elements (byte 2 of the line)");
    check("broken.jsonl", lines, &["a", "c"], &[unfinished, array]);
}

#[test]
fn a_lone_surrogate_is_named() {
    let lines = "{\"id\": \"a\", \"text\": \"\\ud83d\"}\n{\"id\": \"b\", \"text\": \"\\ud83d\\ude00\"}";
    let input = check(
        "surrogate.jsonl",
        lines,
        &["b"],
        &[(Some(1), "unexpected end of hex escape; \\uD800 to \\uDFFF stand in pairs (byte 28 of the line)")],
    );
    assert_eq!(input.articles[0].text, "😀");
}

#[test]
fn what_cannot_be_valid_says_why() {
    let lines = [r#"{"id": "", "text": "x"}"#, r#"{"id": "b", "text": "x", "published": "hier"}"#].join("\n");
    let empty = (Some(1), "article id: an id must not be empty (byte 9 of the line)");
    let date = (Some(2), "published: \"hier\" is neither YYYY-MM-DD nor an RFC 3339 time (byte 45 of the line)");
    check("invalid.jsonl", lines, &[], &[empty, date]);
}

#[test]
fn a_byte_order_mark_stays_in_a_text_and_goes_from_json() {
    let input = check("mark.txt", "\u{feff}tué\r\nà Alep\0", &["mark"], &[]);
    assert_eq!(input.articles[0].text, "\u{feff}tué\r\nà Alep\0");
    check("mark.jsonl", "\u{feff}{\"id\": \"a\", \"text\": \"\"}\r\n{\"id\": \"b\", \"text\": \"\"}\r\n", &["a", "b"], &[]);
}

#[test]
fn a_shared_id_loses_no_article() {
    let folder = Folder::new("shared");
    let line = |text: &str| format!("{{\"id\": \"a\", \"text\": \"{text}\"}}\n");
    let (one, two) = (folder.file("one.jsonl", line("first") + &line("third")), folder.file("two.jsonl", line("second")));
    let taken = folder.file("taken.jsonl", "{\"id\": \"a~2\", \"text\": \"\"}");
    let texts = |mut input: Input| {
        input.articles.sort_by(|a, b| a.id.cmp(&b.id));
        let texts = input.articles.iter().map(|article| format!("{} {}", article.id, article.text)).collect::<Vec<_>>();
        (texts, input.skipped)
    };
    let (kept, said) = texts(read([&one, &two, &taken]));
    assert_eq!(kept, ["a first", "a~2 ", "a~3 second", "a~4 third"]);
    assert_eq!(said[1].cause, "another article has the id \"a\" too; this one is kept as \"a~3\"");
    assert_eq!((kept, said), texts(read([&taken, &two, &one])));
}

#[test]
fn a_directory_stands_for_its_articles_by_name() {
    let folder = Folder::new("directory");
    folder.file("b.txt", "47 morts");
    folder.file("a.JSONL", "{\"id\": \"z\", \"text\": \"\"}");
    folder.file("notes.md", "not read");
    fs::create_dir(folder.path().join("c.txt")).unwrap();
    assert_eq!(outcome(&read([folder.path()])), (vec!["z", "b"], vec![]));
}

#[test]
fn what_is_no_input_says_so() {
    let folder = Folder::new("nothing");
    assert_eq!(outcome(&read([folder.path()])), (vec![], vec![(None, "holds no .jsonl or .txt file")]));
    let other = folder.file("table.csv", "a,b");
    assert_eq!(read([&other]).skipped[0].cause, "is neither .jsonl nor .txt; give it the ending of what it holds");
    assert!(read(["no/such.txt"]).skipped[0].cause.starts_with("cannot be read"));
}

#[test]
fn much_is_read_as_little_is() {
    let long = format!("{{\"id\": \"long\", \"text\": \"{}\"}}\n", "47 morts à Alep, ".repeat(600_000));
    let empty: String = (0..1000).map(|i| format!("{{\"id\": \"{i}\", \"text\": \"\"}}\n")).collect();
    let folder = Folder::new("much");
    let input = read([folder.file("long.jsonl", long), folder.file("empty.jsonl", empty)]);
    assert_eq!((input.articles.len(), input.skipped.len()), (1001, 0));
    assert!(input.articles[0].text.len() > 10_000_000);
}

#[test]
fn claims_are_read_with_their_rules() {
    let claim = |id: &str, rest: &str| format!(r#"{{"id": "{id}", "article": "a", "kind": "strike", {rest}}}"#);
    let lines = [
        claim("a#1", r#""span": {"start": 0, "end": 4}"#),
        claim("a#2", r#""span": {"start": 9, "end": 4}"#),
        claim("a#3", r#""span": {"start": 0, "end": 4}, "count": {"low": 9, "high": 3}"#),
        claim("a#4", r#""span": {"start": 0, "end": 4}, "harm": "killed""#),
        claim("a#1", r#""span": {"start": 5, "end": 9}"#),
    ];
    let folder = Folder::new("claims");
    let (claims, skipped) = read_claims([folder.file("claims.jsonl", lines.join("\n"))]);
    assert_eq!(claims.iter().map(|claim| claim.id.as_str()).collect::<Vec<_>>(), ["a#1", "a#1~2"]);
    let causes: Vec<&str> = skipped.iter().map(|skipped| skipped.cause.split(" (byte").next().unwrap()).collect();
    assert_eq!(
        causes,
        [
            "span: 9..4 ends before it begins",
            "count: low 9 is above high 3",
            "claim: a#4: harm is for casualties only",
            "another claim has the id \"a#1\" too; this one is kept as \"a#1~2\""
        ]
    );
}
