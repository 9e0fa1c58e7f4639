//! Two dispatches on one raid, one French, one English: what each claims, and what they say to each other.

use crosscheck::{Crosscheck, model::Article};

fn main() -> crosscheck::Result<()> {
    let articles = [
        Article::new("levant", "Au moins 47 personnes ont été tuées samedi dans des raids sur Al-Kouriyé, selon l'OSDH.")?
            .outlet("Dépêche du Levant")
            .published("2016-06-26".parse()?),
        Article::new("river", "Saturday's air raids on Al-Quriyah killed 82 people, the Syrian Observatory for Human Rights said.")?
            .outlet("River Agency")
            .published("2016-06-27".parse()?),
    ];
    let report = Crosscheck::new().read(&articles);
    for claim in &report.claims {
        println!("{} ({}): {}", claim.id, claim.kind, claim.quote.as_deref().unwrap_or_default());
    }
    for finding in &report.findings {
        println!("{}: {}", finding.verdict, finding.reason);
    }
    Ok(())
}
