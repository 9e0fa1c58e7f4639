//! Asserting on findings, as a newsroom's own tests would: `cargo test --example unit_test`, or run it as a program.

use crosscheck::conflict::{Dimension, Finding, Verdict};
use crosscheck::{Crosscheck, Result, model::Article};

fn findings(texts: &[(&str, &str)]) -> Result<Vec<Finding>> {
    let article = |(id, text): &(&str, &str)| Ok(Article::new(*id, *text)?.outlet(*id).published("2016-06-26".parse()?));
    Ok(Crosscheck::new().read(&texts.iter().map(article).collect::<Result<Vec<_>>>()?).findings)
}

fn conflicts(findings: &[Finding], dimension: Dimension) -> usize {
    findings.iter().filter(|finding| finding.verdict == Verdict::Conflict && finding.dimension == Some(dimension)).count()
}

#[cfg_attr(test, test)]
fn two_tolls_of_one_raid_are_a_dispute() -> Result<()> {
    let found = findings(&[
        ("a", "Les raids de samedi sur Al-Kouriyé ont fait 82 morts, selon l'OSDH."),
        ("b", "Les raids de samedi sur Al-Kouriyé ont fait 12 morts, selon l'agence Sana."),
    ])?;
    assert_eq!(conflicts(&found, Dimension::Count), 1);
    Ok(())
}

#[cfg_attr(test, test)]
fn the_same_monitor_told_twice_is_one_voice() -> Result<()> {
    let found = findings(&[
        ("a", "Les raids de samedi sur Al-Kouriyé ont fait 82 morts, selon l'OSDH."),
        ("b", "Selon l'OSDH, 82 personnes ont été tuées samedi dans des raids sur Al-Kouriyé."),
    ])?;
    assert_eq!(conflicts(&found, Dimension::Count), 0);
    assert!(found.iter().any(|finding| finding.verdict == Verdict::Repetition));
    assert!(found.iter().all(|finding| finding.verdict != Verdict::Corroboration));
    Ok(())
}

fn main() -> Result<()> {
    two_tolls_of_one_raid_are_a_dispute()?;
    the_same_monitor_told_twice_is_one_voice()?;
    println!("as expected");
    Ok(())
}
