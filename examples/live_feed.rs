//! Articles that come one at a time, a correction among them: the events are always those of all articles at once.

use crosscheck::extract::extract;
use crosscheck::lexicon::Lexicon;
use crosscheck::matcher::EventSet;
use crosscheck::model::Article;

fn main() -> crosscheck::Result<()> {
    let mut events = EventSet::default();
    let feed = [
        ("m2", "2023-02-07", "Le séisme de lundi à Gaziantep a fait au moins 3.400 morts, selon l'autorité turque des catastrophes."),
        ("m1", "2023-02-06", "Le séisme de lundi à Gaziantep a fait 284 morts, selon l'autorité turque des catastrophes."),
        ("m3", "2023-02-06", "Douze personnes ont été tuées lundi à Mexico dans un accident de car, selon la police."),
        // The same article again, corrected by its outlet.
        ("m1", "2023-02-06", "Le séisme de lundi à Gaziantep a fait 912 morts, selon l'autorité turque des catastrophes."),
    ];
    for (id, day, text) in feed {
        let article = Article::new(id, text)?.published(day.parse()?);
        let changes = events.replace(extract(&article, Lexicon::bundled()).claims)?;
        println!("{id}: {} events", events.events().len());
        for change in changes {
            let became: Vec<&str> = change.became.iter().map(|event| event.as_str()).collect();
            println!("    {} is now {}", change.event, became.join(", "));
        }
    }
    for event in events.events() {
        println!("{}", event.label);
    }
    Ok(())
}
