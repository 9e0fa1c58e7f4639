//! The articles that come with the crate: what is found in them is what their README says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crosscheck::Crosscheck;
use crosscheck::conflict::{Dimension, Finding, Verdict};
use crosscheck::model::{Article, Claim, ClaimId, Field, Quantity, Span};
use crosscheck::report::{Report, read};

/// The heading over the lines that are not found yet.
const NOT_YET: &str = "## Written, not yet read";

/// The articles with their stories, and the report on all of them.
struct Bundle {
    articles: Vec<Article>,
    story_of: BTreeMap<String, String>,
    report: Report,
}

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let told = files.iter().flat_map(|path| read([path]).articles.into_iter().map(move |article| (article.id.to_string(), stem(path))));
    let story_of = told.collect();
    let input = read([folder()]);
    assert!(input.skipped.is_empty(), "{:?}", input.skipped);
    let report = Crosscheck::new().read(&input.articles);
    Bundle { articles: input.articles, story_of, report }
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles")
}

impl Bundle {
    /// The claims whose words, or whose number, stand in the words that a line quotes: `article:"words"`.
    fn quoted(&self, side: &str) -> BTreeSet<&ClaimId> {
        let (id, words) = side.split_once(":\"").unwrap_or_else(|| panic!("{side} is not article:\"words\""));
        let words = words.strip_suffix('"').unwrap_or_else(|| panic!("{side} does not end its quotation"));
        let article = self.articles.iter().find(|article| article.id.as_str() == id).unwrap_or_else(|| panic!("no article {id}"));
        let found: Vec<usize> = article.text.match_indices(words).map(|(start, _)| start).collect();
        let [start] = found[..] else { panic!("{side} stands {} times in the article", found.len()) };
        let stands = |span: Span| span.field() == Field::Text && span.start() < start + words.len() && start < span.end();
        let says = |claim: &&Claim| stands(claim.span) || claim.count.as_ref().and_then(Quantity::span).is_some_and(stands);
        self.report.claims.iter().filter(|claim| claim.article == article.id).filter(says).map(|claim| &claim.id).collect()
    }

    /// The stories that claims are of.
    fn stories<'a>(&self, claims: impl IntoIterator<Item = &'a ClaimId>) -> BTreeSet<&str> {
        claims.into_iter().map(|id| self.story_of[self.claim(id).article.as_str()].as_str()).collect()
    }

    /// The claim of that id.
    fn claim(&self, id: &ClaimId) -> &Claim {
        self.report.claims.iter().find(|claim| claim.id == *id).unwrap()
    }
}

/// A line of the README: how two quotations stand to each other.
struct Relation {
    line: String,
    stand: Stand,
    sides: [String; 2],
}

enum Stand {
    Found(Verdict, Dimension),
    Apart,
}

impl Relation {
    fn parse(line: &str) -> Self {
        let cells: Vec<&str> = line.split(" | ").collect();
        let (stand, sides) = match cells[..] {
            ["apart", a, b, _] => (Stand::Apart, [a, b]),
            [verdict, dimension, a, b, _] => {
                let verdict = Verdict::from_name(verdict).unwrap_or_else(|| panic!("{verdict} is no verdict: {line}"));
                let dimension = Dimension::from_name(dimension).unwrap_or_else(|| panic!("{dimension} is no dimension: {line}"));
                (Stand::Found(verdict, dimension), [a, b])
            }
            _ => panic!("a line of another form: {line}"),
        };
        Self { line: line.to_owned(), stand, sides: sides.map(str::to_owned) }
    }

    /// Whether the report says so.
    fn holds(&self, bundle: &Bundle) -> bool {
        let [a, b] = [0, 1].map(|i| bundle.quoted(&self.sides[i]));
        match self.stand {
            Stand::Apart => !bundle.report.events.iter().any(|occasion| {
                let holds = |side: &BTreeSet<&ClaimId>| occasion.event.claims.iter().any(|id| side.contains(id));
                holds(&a) && holds(&b)
            }),
            Stand::Found(verdict, dimension) => {
                let found = bundle.report.findings.iter().any(|finding| says(finding, verdict, dimension, &a, &b));
                let part = |id: &&ClaimId| bundle.claim(id).part_of.as_ref().is_some_and(|whole| a.contains(whole));
                found || verdict == Verdict::PartWhole && b.iter().any(part)
            }
        }
    }
}

/// Whether a finding puts the two where the verdict wants them.
fn says(finding: &Finding, verdict: Verdict, dimension: Dimension, a: &BTreeSet<&ClaimId>, b: &BTreeSet<&ClaimId>) -> bool {
    let on = |claims: &BTreeSet<&ClaimId>| -> Vec<usize> {
        let sides = finding.sides.iter().enumerate().filter(|(_, side)| side.claims.iter().any(|id| claims.contains(id)));
        sides.map(|(i, _)| i).collect()
    };
    let (a, b) = (on(a), on(b));
    let some = |stand: fn(usize, usize) -> bool| a.iter().any(|&i| b.iter().any(|&j| stand(i, j)));
    let same = finding.verdict == verdict;
    match verdict {
        Verdict::Conflict | Verdict::Compatible => same && finding.dimension == Some(dimension) && some(|i, j| i != j),
        Verdict::Revision => same && finding.dimension == Some(dimension) && some(|i, j| i < j),
        // Claims without a number are told again without a question that they answer.
        Verdict::Repetition | Verdict::Corroboration => {
            let asked = finding.dimension.is_none_or(|asked| asked == dimension);
            (same || finding.verdict == Verdict::Revision) && asked && some(|i, j| i == j)
        }
        Verdict::PartWhole => same && some(|i, j| i == 0 && j > 0),
    }
}

/// The lines of the README: those that are found, and those that are not yet.
fn relations() -> (Vec<Relation>, Vec<Relation>) {
    let text = fs::read_to_string(folder().join("README.md")).unwrap();
    let (mut found, mut not_yet, mut heading, mut inside) = (Vec::new(), Vec::new(), "", false);
    for line in text.lines() {
        match line {
            "```text" => inside = true,
            "```" => inside = false,
            _ if inside && heading == NOT_YET => not_yet.push(Relation::parse(line)),
            _ if inside => found.push(Relation::parse(line)),
            _ if line.starts_with("## ") => heading = line,
            _ => {}
        }
    }
    (found, not_yet)
}

#[test]
fn what_is_written_into_the_articles_is_found() {
    let (found, _) = relations();
    assert!(!found.is_empty(), "the README has no lines");
    let lost: Vec<&str> = found.iter().filter(|relation| !relation.holds(&BUNDLE)).map(|relation| relation.line.as_str()).collect();
    assert!(lost.is_empty(), "no longer so in examples/articles:\n{}", lost.join("\n"));
}

#[test]
fn what_is_not_yet_found_is_said_to_be_so() {
    let (_, not_yet) = relations();
    for Relation { line, stand, .. } in &not_yet {
        assert!(matches!(stand, Stand::Found(..)), "what is to stay apart must hold at all times: {line}");
    }
    let new: Vec<&str> = not_yet.iter().filter(|relation| relation.holds(&BUNDLE)).map(|relation| relation.line.as_str()).collect();
    assert!(new.is_empty(), "found now: in examples/articles/README.md move up, out of {NOT_YET:?}:\n{}", new.join("\n"));
}

#[test]
fn a_wire_copy_is_a_repetition() {
    let tells = |finding: &Finding, article: &str| finding.sides[0].claims.iter().any(|id| BUNDLE.claim(id).article.as_str() == article);
    let mut repeated = BUNDLE.report.findings.iter().filter(|finding| finding.verdict == Verdict::Repetition);
    assert!(repeated.any(|finding| tells(finding, "kouriye-1") && tells(finding, "kouriye-4")), "the copy is not seen");
}

#[test]
fn stories_do_not_contradict_each_other() {
    for finding in BUNDLE.report.findings.iter().filter(|finding| finding.verdict == Verdict::Conflict) {
        let stories = BUNDLE.stories(finding.sides.iter().flat_map(|side| &side.claims));
        assert_eq!(stories.len(), 1, "{stories:?} in one conflict: {}", finding.reason);
    }
}

/// No article recalls a story other than its own, so that no event may hold two.
#[test]
fn stories_stay_apart() {
    for occasion in &BUNDLE.report.events {
        let stories = BUNDLE.stories(&occasion.event.claims);
        assert_eq!(stories.len(), 1, "{stories:?} in one event: {}", occasion.event.label);
    }
}
