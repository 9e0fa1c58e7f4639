//! Names of one's own: an armed group and a quarter that no table of the crate knows, in French and in English.

use crosscheck::lexicon::Lexicon;
use crosscheck::{Crosscheck, model::Article};

fn main() -> crosscheck::Result<()> {
    // Columns parted by tabs; aliases by `|`, of any language.
    let group = "lions-of-the-delta\tLions of the Delta\tarmed_group\tLions of the Delta|Lions du Delta";
    let quarter = "sy/aleppo/aleppo/sheikh-fares\tSheikh Fares\t36.24\t37.17\t0\tSheikh Fares|Cheikh Farès";
    let lexicon = Lexicon::bundled().clone().with_actors(group)?.with_places(quarter)?;

    let articles = [
        Article::new("fr", "Les Lions du Delta ont tué douze soldats samedi à Cheikh Farès, a indiqué l'OSDH.")?
            .published("2016-06-26".parse()?),
        Article::new("en", "Lions of the Delta killed 12 soldiers in Sheikh Fares on Saturday, the army said.")?
            .published("2016-06-26".parse()?),
    ];
    let report = Crosscheck::new().lexicon(&lexicon).read(&articles);
    for claim in &report.claims {
        let place = claim.place.as_ref().map_or("nowhere", |place| place.id.as_str());
        let actors: Vec<String> = claim.actors.iter().map(|actor| format!("{} {}", actor.role, actor.id)).collect();
        println!("{}: {} at {place}, {}", claim.id, claim.kind, actors.join(", "));
    }
    println!("events: {}", report.events.len());
    Ok(())
}
