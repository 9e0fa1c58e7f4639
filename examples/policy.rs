//! A recording policy of one's own: a desk that prints a toll only where two independent voices stand behind it.

use crosscheck::assess::{Dossier, Estimate, Policy, assess};
use crosscheck::conflict::Voices;
use crosscheck::model::{Article, Group, Harm};
use crosscheck::{Crosscheck, Result};

/// The lowest figure that two voices give who do not rest on each other; the range as it stands beside it.
struct TwoVoices;

impl Policy for TwoVoices {
    fn name(&self) -> &str {
        "two-voices"
    }

    fn rule(&self) -> &str {
        "best is the lowest standing figure that another, independent voice gives too"
    }

    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
        let questions = dossier.questions().into_iter();
        let best = |question: &crosscheck::assess::Question| question.corroborated().and_then(|account| account.count.value());
        questions.map(|question| question.estimate(self, question.low(), best(&question), question.high())).collect()
    }
}

fn main() -> Result<()> {
    let article = |id: &str, text: &str| Ok::<_, crosscheck::Error>(Article::new(id, text)?.published("2016-06-27".parse()?));
    let articles = [
        article("a", "Les raids de samedi sur Al-Kouriyé ont fait 82 morts, selon l'OSDH.")?,
        article("b", "Samedi, 82 personnes ont été tuées dans des raids sur Al-Kouriyé, selon l'Unicef.")?,
        article("c", "Les raids de samedi sur Al-Kouriyé ont fait 12 morts, selon l'agence Sana.")?,
    ];
    let report = Crosscheck::new().read(&articles);
    let voices = Voices::new(&report.sources);
    for occasion in &report.events {
        let dossier = Dossier::new(&occasion.event, &report.claims, &voices, &report.findings);
        let (estimates, _) = assess(&dossier, &[&TwoVoices]);
        for estimate in estimates.iter().filter(|e| e.harm == Harm::Killed && e.group == Group::People) {
            let number = |x: Option<f64>| x.map_or_else(|| "none".to_owned(), |x| x.to_string());
            println!("{}", occasion.event.label);
            println!("killed: best {}, from {} to {}", number(estimate.best), number(estimate.low), number(estimate.high));
        }
    }
    Ok(())
}
