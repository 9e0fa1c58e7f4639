//! The HTML page, in a browser that is none for the eyes.
//!
//! Without Chromium the tests say so and pass, unless `CROSSCHECK_BROWSER=required` is set, as the checks of the project do.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crosscheck::conflict::Verdict;
use crosscheck::model::Article;
use crosscheck::report::Html;

use crate::fixture::{article, kouriye};
use crate::folder::Folder;

/// Chromium, under one of its names.
fn chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|path| path.is_file());
    let required = env::var("CROSSCHECK_BROWSER").is_ok_and(|value| value == "required");
    assert!(found.is_some() || !required, "Chromium is required and not found");
    if found.is_none() {
        eprintln!("no Chromium: the page is not tried in a browser");
    }
    found
}

/// What the page is once its script has run, at an address that ends so; nothing without a browser. Whatever is written to the
/// console is an error: the page has nothing to say there.
fn page(name: &str, hash: &str) -> Option<String> {
    let browser = chromium()?;
    let folder = Folder::new(name);
    let articles: Vec<Article> = (0..4).map(article).collect();
    let path = folder.file("page.html", Html::new().render(&kouriye(), &articles));
    let profile = folder.path().join("profile");
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,900"])
        .args(["--virtual-time-budget=3000", "--enable-logging=stderr", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}{hash}", path.display()))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("CONSOLE"), "{said}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The opening tags that hold all of these.
fn tags<'p>(page: &'p str, parts: &[&str]) -> Vec<&'p str> {
    let tags = page.split('<').filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| parts.iter().all(|part| tag.contains(part))).collect()
}

#[test]
fn every_claim_is_in_its_place() {
    let Some(page) = page("browser-claims", "") else { return };
    assert_eq!(tags(&page, &["html", "data-ready=\"yes\""]).len(), 1, "the script has not run to its end");
    for claim in 0..kouriye().claims.len() {
        assert_eq!(tags(&page, &["a class=\"at\"", &format!("id=\"c{claim}\"")]).len(), 1, "claim {claim} has no place");
    }
    assert!(tags(&page, &["a class=\"c conflict"]).len() > 1);
}

#[test]
fn a_finding_lights_up_its_words() {
    let lit = |hash| Some(tags(&page("browser-light", hash)?, &["a class=\"c ", " on\""]).len());
    let (Some(none), Some(some)) = (lit(""), lit("#f0")) else { return };
    assert_eq!(none, 0);
    assert!(some > 1, "nothing is lit");
}

#[test]
fn the_filter_in_the_address_is_kept_to() {
    let report = kouriye();
    let disputed = report.findings.iter().filter(|finding| finding.verdict == Verdict::Conflict).count();
    for (hash, cards, findings) in [
        ("#!verdict=conflict", 1, disputed),
        ("#!verdict=corroboration", 2, report.findings.len()),
        ("#!place=Syria", 2, report.findings.len()),
        ("#!from=2016-06-26", 0, report.findings.len()),
        ("#!to=2016-06-26&voice=UNICEF", 1, report.findings.len()),
    ] {
        let Some(page) = page("browser-filter", hash) else { return };
        let shown = |parts: &[&str]| tags(&page, parts).iter().filter(|tag| !tag.contains("hidden=\"\"")).count();
        assert_eq!((shown(&["class=\"card\"", "data-e"]), shown(&["data-verdict=", "id=\"f"])), (cards, findings), "{hash}");
    }
}
