//! Articles and claims out of files.
//!
//! What cannot be read is told in [`Skipped`], with its place, and the rest goes on.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use itertools::Itertools;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::model::{Article, ArticleId, Claim, ClaimId};

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Input {
    /// The articles, in the order of the paths and lines. No two share an id.
    pub articles: Vec<Article>,
    /// What could not be read as it stands.
    pub skipped: Vec<Skipped>,
}

/// A piece of input that could not be read as it stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Skipped {
    /// The file or the directory; the id of the article or the claim where it did not come from a file.
    pub path: String,
    /// The line, counted from 1, where there is one to name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// What is wrong and what to do about it.
    pub cause: String,
}

impl From<Error> for Skipped {
    fn from(error: Error) -> Self {
        let (path, line, cause) = error.into_parts();
        Self { path, line, cause }
    }
}

/// Reads articles. A directory stands for the `.jsonl` and `.txt` files in it, by name.
///
/// - `.jsonl`: an article a line, as [`Article`] is written in JSON; empty lines are passed over, and so is a byte order mark.
/// - `.txt`: one article. Its id is the file's stem; its text is the whole file, so that a span is bytes of the file: a byte order
///   mark or a carriage return stays where it is.
///
/// A file that is not UTF-8 is skipped whole, a broken line alone. Where articles share an id all are kept, and each but one gets
/// an id of its own (`id~2`), the same whatever the order of the paths; [`Input::skipped`] says so.
///
/// ```
/// let dir = std::env::temp_dir().join(format!("crosscheck-doc-{}", std::process::id()));
/// std::fs::create_dir_all(&dir).unwrap();
/// std::fs::write(dir.join("wire.jsonl"), "{\"id\": \"a\", \"text\": \"47 morts.\"}\n{\"id\": \"b\"}\n").unwrap();
/// std::fs::write(dir.join("note.txt"), "Au moins 47 morts.").unwrap();
///
/// let input = crosscheck::report::read([&dir]);
/// let ids: Vec<&str> = input.articles.iter().map(|article| article.id.as_str()).collect();
/// assert_eq!(ids, ["note", "a"]);
/// assert_eq!(input.skipped[0].line, Some(2));
/// assert_eq!(input.skipped[0].cause, "missing field `text` (byte 11 of the line)");
/// # std::fs::remove_dir_all(&dir).unwrap();
/// ```
pub fn read<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Input {
    let mut heap = Heap::default();
    for path in paths {
        heap.note(|heap| heap.path(path.as_ref()));
    }
    let (articles, skipped) = heap.close();
    Input { articles, skipped }
}

/// Reads claims of your own from JSON lines: the output of another program, a form, a model. A claim a line, as [`Claim`] is
/// written in JSON; [`Claim`] says what may be left out. What is said of [`read`] on broken lines and shared ids holds here too.
///
/// ```
/// let path = std::env::temp_dir().join(format!("crosscheck-claims-{}.jsonl", std::process::id()));
/// std::fs::write(&path, r#"{"id": "a#1", "article": "a", "span": {"start": 0, "end": 9}, "kind": "casualties", "harm": "killed",
///     "count": {"low": 47, "high": null, "hedge": "at_least"}}"#.replace('\n', "")).unwrap();
///
/// let (claims, skipped) = crosscheck::report::read_claims([&path]);
/// assert_eq!(claims[0].count.as_ref().unwrap().low(), Some(47.0));
/// assert!(skipped.is_empty());
/// # std::fs::remove_file(&path).unwrap();
/// ```
pub fn read_claims<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> (Vec<Claim>, Vec<Skipped>) {
    let mut heap = Heap::default();
    for path in paths {
        heap.note(|heap| heap.lines(path.as_ref()));
    }
    heap.close()
}

/// Gives each item that shares its id with another an id of its own, all but one, and says so. Which one keeps the id rests on
/// what the items hold, not on their order.
pub(crate) fn distinct<T: Keyed + Clone>(items: Cow<'_, [T]>) -> (Cow<'_, [T]>, Vec<Skipped>) {
    if items.iter().map(Keyed::key).all_unique() {
        return (items, Vec::new());
    }
    let found = items.into_owned().into_iter().map(|item| Found { path: PathBuf::from(item.key()), line: None, item }).collect();
    let (items, skipped) = Heap { found, skipped: Vec::new() }.close();
    (Cow::Owned(items), skipped)
}

/// What has an id and comes from a line of JSON.
pub(crate) trait Keyed: Serialize + DeserializeOwned {
    const WHAT: &'static str;
    fn key(&self) -> &str;
    fn rename(&mut self, id: String) -> Result<()>;
}

impl Keyed for Article {
    const WHAT: &'static str = "article";
    fn key(&self) -> &str {
        self.id.as_str()
    }
    fn rename(&mut self, id: String) -> Result<()> {
        self.id = ArticleId::new(id)?;
        Ok(())
    }
}

impl Keyed for Claim {
    const WHAT: &'static str = "claim";
    fn key(&self) -> &str {
        self.id.as_str()
    }
    fn rename(&mut self, id: String) -> Result<()> {
        self.id = ClaimId::new(id)?;
        Ok(())
    }
}

/// Whatever has been read so far.
struct Heap<T> {
    found: Vec<Found<T>>,
    skipped: Vec<Skipped>,
}

/// An item and where it stood.
struct Found<T> {
    item: T,
    path: PathBuf,
    line: Option<usize>,
}

impl<T> Default for Heap<T> {
    fn default() -> Self {
        Self { found: Vec::new(), skipped: Vec::new() }
    }
}

impl<T: Keyed> Heap<T> {
    /// Does it, and keeps the error.
    fn note(&mut self, step: impl FnOnce(&mut Self) -> Result<()>) {
        if let Err(error) = step(self) {
            self.skipped.push(error.into());
        }
    }

    /// Takes every line of the file.
    fn lines(&mut self, path: &Path) -> Result<()> {
        let text = text(path)?;
        for (i, json) in text.trim_start_matches('\u{feff}').split('\n').enumerate().filter(|(_, json)| !json.trim().is_empty()) {
            let line = Some(i + 1);
            self.note(|heap| {
                let item = serde_json::from_str(json).map_err(|e| Error::input(path, line, cause(&e)))?;
                heap.found.push(Found { item, path: path.to_owned(), line });
                Ok(())
            });
        }
        Ok(())
    }

    /// What was found, each under an id of its own, and what was skipped, in order.
    fn close(mut self) -> (Vec<T>, Vec<Skipped>) {
        let mut shared: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, found) in self.found.iter().enumerate() {
            shared.entry(found.item.key().to_owned()).or_default().push(i);
        }
        for (id, places) in shared.iter().filter(|(_, places)| places.len() > 1) {
            let mut places = places.clone();
            places.sort_by_cached_key(|&i| {
                let Found { item, path, line } = &self.found[i];
                (serde_json::to_string(item).unwrap_or_default(), path.clone(), *line)
            });
            let free = (2..).map(|n| format!("{id}~{n}")).filter(|new| !shared.contains_key(new));
            for (&i, new) in places[1..].iter().zip(free) {
                self.note(|heap| {
                    let Found { item, path, line } = &mut heap.found[i];
                    let cause = format!("another {} has the id {id:?} too; this one is kept as {new:?}", T::WHAT);
                    item.rename(new)?;
                    Err(Error::input(path, *line, cause))
                });
            }
        }
        self.skipped.sort();
        (self.found.into_iter().map(|found| found.item).collect(), self.skipped)
    }
}

impl Heap<Article> {
    /// Takes a file, or the files of a directory.
    fn path(&mut self, path: &Path) -> Result<()> {
        if !path.is_dir() {
            return self.file(path);
        }
        let entries = fs::read_dir(path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let mut files: Vec<PathBuf> = entries.map_err(|e| Error::io(path, e))?.into_iter().map(|entry| entry.path()).collect();
        files.retain(|file| !file.is_dir() && (is(file, "jsonl") || is(file, "txt")));
        files.sort();
        if files.is_empty() {
            return Err(Error::input(path, None, "holds no .jsonl or .txt file"));
        }
        for file in files {
            self.note(|heap| heap.file(&file));
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> Result<()> {
        fs::metadata(path).map_err(|e| Error::io(path, e))?;
        if is(path, "jsonl") {
            return self.lines(path);
        }
        let stem = path.file_stem().filter(|_| is(path, "txt"));
        let stem = stem.ok_or_else(|| Error::input(path, None, "is neither .jsonl nor .txt; give it the ending of what it holds"))?;
        let item = Article::new(stem.to_string_lossy(), text(path)?)?;
        self.found.push(Found { item, path: path.to_owned(), line: None });
        Ok(())
    }
}

/// Whether the path ends so.
fn is(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}

/// The text of a file that holds some.
fn text(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|e| Error::io(path, e))?;
    let text = String::from_utf8(bytes).map_err(|e| Error::encoding(path, e.utf8_error().valid_up_to()))?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(Error::input(path, None, "is empty"));
    }
    Ok(text)
}

/// What is wrong with a line of JSON. The parser counts lines within the line that it was given.
fn cause(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    let hint = if what.contains("hex escape") { r"; \uD800 to \uDFFF stand in pairs" } else { "" };
    format!("{what}{hint} (byte {} of the line)", error.column())
}
