//! Whose a bare noun is: "l'armée" after "l'armée syrienne", or in an article that is about Syria; "la rébellion" after "les rebelles du
//! M23", in an article that names no other rebels by their group.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::person::surnames;
use crate::lexicon::{Lexicon, Name, Word};
use crate::mention::{ActorMention, Naming, Sentence};

/// Whose the nouns of an article were last, and which country it is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Ties {
    /// The noun of an actor, its id and its name: `army`, `sy/army`.
    tied: BTreeMap<String, (String, String)>,
    /// The groups whose fighters were called by a noun of armed people: the first, or none where there are several.
    groups: BTreeMap<String, Option<(String, String)>>,
    /// The country that the article is about: its id and its name.
    focus: Option<(String, String)>,
    /// The last words of the full names of persons: "Smith" after "John Smith, 34,".
    pub surnames: FxHashSet<String>,
}

/// By how much a country must be named more than any other, for the article to be about it.
const LEAD: usize = 2;

impl Ties {
    /// The country that an article is about is the one that it names far more than any other, by places, people and seats.
    pub fn new(sentences: &[Sentence<'_>], lexicon: &Lexicon) -> Self {
        let gazetteer = &lexicon.names.gazetteer;
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for mark in sentences.iter().flat_map(|sentence| &sentence.names) {
            if let Name::Place(row) | Name::Demonym(row) | Name::Metonym(row) = mark.name {
                let id = gazetteer.id(row);
                *named.entry(id.split('/').next().unwrap_or(id)).or_default() += 1;
            }
        }
        let mut ranked: Vec<(usize, &str)> = named.into_iter().map(|(id, times)| (times, id)).collect();
        ranked.sort_by(|a, b| b.cmp(a));
        let lead = ranked.first().filter(|first| ranked.get(1).is_none_or(|second| first.0 >= LEAD * second.0));
        let focus = lead.and_then(|(_, id)| gazetteer.find(id)).map(|row| (gazetteer.id(row).to_owned(), gazetteer.name(row).to_owned()));
        Self { tied: BTreeMap::new(), groups: BTreeMap::new(), focus, surnames: surnames(sentences) }
    }

    /// Ties the bare nouns of a sentence, and remembers whose the others are. A noun of armed people is no state's, and stays bare unless
    /// it is "the rebels" of the one group that the article calls so.
    pub fn resolve(&mut self, mut actors: Vec<ActorMention>, sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<ActorMention> {
        for actor in &mut actors {
            let (noun, whose) = (&actor.noun, (actor.id.clone(), actor.name.clone()));
            let band = lexicon.is_band(noun);
            match actor.naming {
                Naming::Tied if actor.id.ends_with(noun) => {
                    self.tied.insert(noun.clone(), whose);
                }
                Naming::Tied if band => {
                    let known = self.groups.entry(noun.clone()).or_insert_with(|| Some(whose.clone()));
                    *known = known.take().filter(|known| known.0 == whose.0);
                }
                Naming::Generic => {
                    let focus = self.focus.as_ref().filter(|_| !band);
                    let inferred = || focus.map(|(id, name)| (format!("{id}/{noun}"), format!("{name}: {}", actor.name)));
                    let definite = actor.tokens.start > 0 && sentence.is(actor.tokens.start - 1, Word::The);
                    let group = self.groups.get(noun).filter(|_| definite).cloned().flatten();
                    if let Some((id, name)) = group.or_else(|| self.tied.get(noun).cloned()).or_else(inferred) {
                        (actor.id, actor.name) = (id, name);
                    }
                }
                Naming::Tied | Naming::Proper | Naming::Country | Naming::Adjective | Naming::People | Naming::Arms => {}
            }
        }
        actors
    }
}
