//! Whose a bare noun is: "l'armée" after "l'armée syrienne", or in an article that is about Syria; "la rébellion" after "les rebelles du
//! M23", in an article that names no other rebels by their group.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::person::surnames;
use crate::lexicon::{Lexicon, Name, PlaceKind, Word};
use crate::mention::{ActorMention, Naming, Sentence};
use crate::model::Field;
use crate::text::Shape;

/// Whose the nouns of an article were last, and which country it is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Ties {
    /// The noun of an actor, its id and its name: `army`, `sy/army`.
    tied: BTreeMap<String, (String, String)>,
    /// The groups whose fighters were called by a noun of armed people: the first, or none where there are several.
    groups: BTreeMap<String, Option<(String, String)>>,
    /// The country that the article is about: its id and its name.
    focus: Option<(String, String)>,
    /// How often the article names each country by its own name or its places, for peoples that share a name: "congolais".
    lands: BTreeMap<String, usize>,
    /// The last words of the full names of persons: "Smith" after "John Smith, 34,".
    pub surnames: FxHashSet<String>,
}

/// By how much a country must be named more than any other, for the article to be about it.
const LEAD: usize = 2;

/// A country's id and name.
fn state(id: &str, lexicon: &Lexicon) -> Option<(String, String)> {
    let gazetteer = &lexicon.names.gazetteer;
    gazetteer.find(id).map(|row| (gazetteer.id(row).to_owned(), gazetteer.name(row).to_owned()))
}

/// The country that a sentence opens with: "En Syrie, le ministère …".
fn opening(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Option<(String, String)> {
    let at = sentence.skip(0, &[Word::In, Word::At, Word::The]);
    let mark = sentence
        .names_at(at)
        .iter()
        .rfind(|mark| at > 0 && sentence.tokens.get(mark.end).is_some_and(|_| sentence.word(mark.end) == ","))?;
    let Name::Place(row) = mark.name else { return None };
    let gazetteer = &lexicon.names.gazetteer;
    (gazetteer.kind(row) == PlaceKind::Country).then(|| state(gazetteer.id(row), lexicon)).flatten()
}

/// Whether a name that may be a place's ends a person's: "Manuel Valls".
fn person(sentence: &Sentence<'_>, at: usize) -> bool {
    let first = at.checked_sub(1).filter(|first| sentence.tokens[*first].shape == Shape::Capital);
    first.is_some_and(|first| sentence.names_at(first).is_empty() && sentence.marks_at(first).is_empty() && sentence.field == Field::Text)
}

/// The country that a name most likely stands for: that of the largest place of those it may be.
fn country<'l>(sentence: &Sentence<'_>, at: usize, lexicon: &'l Lexicon) -> Option<&'l str> {
    let gazetteer = &lexicon.names.gazetteer;
    let place = |name: Name| if let Name::Place(row) | Name::Demonym(row) | Name::Metonym(row) = name { Some(row) } else { None };
    let places = sentence.names_at(at).iter().filter(|mark| !mark.quiet).filter_map(|mark| place(mark.name));
    let id = gazetteer.id(places.max_by_key(|row| (gazetteer.kind(*row) == PlaceKind::Country, gazetteer.population(*row)))?);
    Some(id.split('/').next().unwrap_or(id))
}

impl Ties {
    /// The country that an article is about is the one that it names far more than any other, by places, people and seats.
    pub fn new(sentences: &[Sentence<'_>], lexicon: &Lexicon) -> Self {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        let mut lands: BTreeMap<String, usize> = BTreeMap::new();
        for sentence in sentences {
            let starts: FxHashSet<usize> = sentence.names.iter().map(|mark| mark.start).filter(|at| !person(sentence, *at)).collect();
            for (at, id) in starts.into_iter().filter_map(|at| Some((at, country(sentence, at, lexicon)?))) {
                *named.entry(id).or_default() += 1;
                if !sentence.names_at(at).iter().any(|mark| matches!(mark.name, Name::Demonym(_))) {
                    *lands.entry(id.to_owned()).or_default() += 1;
                }
            }
        }
        let mut ranked: Vec<(usize, &str)> = named.into_iter().map(|(id, times)| (times, id)).collect();
        ranked.sort_by(|a, b| b.cmp(a));
        let lead = ranked.first().filter(|first| ranked.get(1).is_none_or(|second| first.0 >= LEAD * second.0));
        let focus = lead.and_then(|(_, id)| state(id, lexicon));
        Self { tied: BTreeMap::new(), groups: BTreeMap::new(), focus, lands, surnames: surnames(sentences) }
    }

    /// Makes an actor that is called by the name of several peoples the one whose country the article names more, else the larger.
    fn tell_apart(&self, actor: &mut ActorMention, sentence: &Sentence<'_>, lexicon: &Lexicon) {
        let gazetteer = &lexicon.names.gazetteer;
        let root = actor.id.split('/').next().unwrap_or_default();
        let peoples = |at: usize| {
            let marks = sentence.names_at(at);
            let longest = marks.iter().filter(move |mark| marks.last().is_some_and(|last| last.end == mark.end));
            longest.filter_map(|mark| if let Name::Demonym(row) = mark.name { Some(row) } else { None })
        };
        let Some(at) = actor.tokens.clone().find(|at| peoples(*at).any(|row| gazetteer.id(row) == root)) else { return };
        let named = |row: &u32| self.lands.get(gazetteer.id(*row)).copied().unwrap_or_default();
        let Some(row) = peoples(at).max_by_key(|row| (named(row), gazetteer.population(*row))) else { return };
        let old = gazetteer.find(root).map(|row| gazetteer.name(row)).unwrap_or_default();
        let (rest, name) = (&actor.id[root.len()..], actor.name.strip_prefix(old));
        let id = format!("{}{rest}", gazetteer.id(row));
        if let Some(rest) = name.filter(|_| id != actor.id) {
            (actor.name, actor.id) = (format!("{}{rest}", gazetteer.name(row)), id);
        }
    }

    /// Ties the bare nouns of a sentence, and remembers whose the others are. A noun of armed people is no state's, and stays bare unless
    /// it is "the rebels" of the one group that the article calls so.
    pub fn resolve(&mut self, mut actors: Vec<ActorMention>, sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<ActorMention> {
        let opening = opening(sentence, lexicon);
        for actor in &mut actors {
            if matches!(actor.naming, Naming::Tied | Naming::Adjective | Naming::People | Naming::Arms) {
                self.tell_apart(actor, sentence, lexicon);
            }
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
                    let whose = |(id, name): &(String, String)| (format!("{id}/{noun}"), format!("{name}: {}", actor.name));
                    let here = opening.as_ref().filter(|_| !band).map(whose);
                    let inferred = || self.focus.as_ref().filter(|_| !band).map(whose);
                    let definite = actor.tokens.start > 0 && sentence.is(actor.tokens.start - 1, Word::The);
                    let group = self.groups.get(noun).filter(|_| definite).cloned().flatten();
                    if let Some((id, name)) = group.or(here).or_else(|| self.tied.get(noun).cloned()).or_else(inferred) {
                        (actor.id, actor.name) = (id, name);
                    }
                }
                Naming::Tied | Naming::Proper | Naming::Country | Naming::Adjective | Naming::People | Naming::Arms => {}
            }
        }
        actors
    }
}
