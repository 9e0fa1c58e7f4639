//! Actors: states, armies, armed groups, bodies, leaders, under all their names.
//!
//! A known name stands for itself. A generic noun ("army", "rebels") is tied to the country or the group that stands beside it
//! ("l'armée syrienne", "the militants of X", "X fighters"); one that nothing is said of keeps its generic id, `~army`. Arms that are a
//! country's ("a Russian missile") name its army; those that are nobody's name nobody.

use std::ops::Range;

use super::Sentence;
use crate::lexicon::{Cue, Form, Lexicon, Name, PlaceCue, PlaceKind, PlaceNoun, Word};
use crate::model::{Field, Group, SourceKind};
use crate::text::Shape;

/// An actor that a sentence names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ActorMention {
    /// The tokens that name it.
    pub tokens: Range<usize>,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What sort of source it would be.
    pub kind: SourceKind,
    /// How it was named.
    pub naming: Naming,
    /// The noun that names it together with a country or a group: `army`, `~rebels`; empty where none does.
    pub noun: String,
}

/// How an actor was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// By a name of its own.
    Proper,
    /// By the name of a country or of its capital, which may be meant as a place.
    Country,
    /// By a people's name as an adjective ("Russian strikes").
    Adjective,
    /// By a people's name as a noun ("les Russes").
    People,
    /// By a noun tied to a country or a group.
    Tied,
    /// By a noun alone.
    Generic,
    /// By its arms ("a Russian missile"): it did what they did, and says nothing.
    Arms,
}

/// The actors that a sentence names, in order, none inside another.
pub(crate) fn actors(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<ActorMention> {
    let reader = Reader { sentence, lexicon };
    let mut out: Vec<ActorMention> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let found = reader.at(at);
        at = found.iter().map(|mention| mention.tokens.end).max().unwrap_or(at + 1);
        if !sentence.describes(at) {
            out.extend(found);
        }
    }
    for index in 1..out.len() {
        if out[index].naming == Naming::Generic && sentence.word_before(out[index].tokens.start, Word::Possessive) {
            own(&mut out, index);
        }
    }
    out
}

/// Ties "its troops" to whoever was named last before it.
fn own(mentions: &mut [ActorMention], index: usize) {
    let (before, rest) = mentions.split_at_mut(index);
    let troops = |m: &&ActorMention| {
        matches!(m.kind, SourceKind::Government | SourceKind::Military | SourceKind::ArmedGroup | SourceKind::Person | SourceKind::Service)
    };
    let owner = before.iter().rev().filter(troops).find(|m| matches!(m.naming, Naming::Proper | Naming::Country | Naming::Tied));
    let Some(owner) = owner else { return };
    let root = owner.id.split('/').next().unwrap_or_default();
    let noun = rest[0].id.trim_start_matches('~').to_owned();
    rest[0].id = if owner.kind == SourceKind::ArmedGroup { owner.id.clone() } else { format!("{root}/{noun}") };
    rest[0].name = format!("{}: {noun}", owner.name);
    rest[0].naming = Naming::Tied;
}

struct Reader<'s, 't> {
    sentence: &'s Sentence<'t>,
    lexicon: &'s Lexicon,
}

/// A noun such as "army": where it ends, its part of the id, its kind.
struct Head<'s> {
    end: usize,
    id: &'s str,
    kind: SourceKind,
    /// Whether it names arms, not people.
    arms: bool,
}

impl<'s> Head<'s> {
    /// Reads the id of a row: `=army` is one of arms.
    fn new(end: usize, id: &'s str, kind: SourceKind) -> Self {
        Self { end, id: id.trim_start_matches('='), kind, arms: id.starts_with('=') }
    }

    /// Whether they are armed people who are no state's.
    fn band(&self) -> bool {
        self.id.starts_with('~')
    }
}

/// Whom a noun belongs to.
struct Owner {
    tokens: Range<usize>,
    id: String,
    name: String,
    group: bool,
}

impl<'s> Reader<'s, '_> {
    fn at(&self, at: usize) -> Vec<ActorMention> {
        if self.modifies(at) {
            return self.backed(at).into_iter().collect();
        }
        let tied = self.tied(at);
        let named = self.named(at);
        let reach = |found: &[ActorMention]| found.iter().map(|m| m.tokens.end).max().unwrap_or(at);
        if reach(&tied) >= reach(&named) { tied } else { named }
    }

    /// Whether a name is a part of a compound that tells of somebody else: "the Britain-based monitor", "Hamas-run", "pro-government",
    /// "anti-Syria".
    fn modifies(&self, at: usize) -> bool {
        let s = self.sentence;
        let whole = s.names_at(at).iter().all(|mark| matches!(mark.name, Name::Demonym(_)));
        let prefix = || s.names_at(at - 1).is_empty() && s.text[s.tokens[at - 1].end..s.tokens[at].start] == *"-";
        if at > 0 && s.tokens[at].glued && prefix() && (whole || s.tokens[at - 1].shape == Shape::Lower) {
            return true;
        }
        let end = s.names_at(at).last().map(|mark| mark.end).filter(|end| *end < s.tokens.len());
        end.is_some_and(|end| {
            let joined = s.tokens[end].glued && s.tokens[end - 1].end < s.tokens[end].start;
            joined && s.tokens[end].shape == Shape::Lower
        })
    }

    /// Those who fight for whoever is named before them: "Russian-backed forces". They are his allies, and not his army.
    fn backed(&self, at: usize) -> Option<ActorMention> {
        let mark = self.sentence.names_at(at).last()?;
        let backer = match mark.name {
            Name::Demonym(row) => self.country(row, Naming::People),
            _ => self.named(at).into_iter().next().map(|m| (m.id, m.name, m.kind, m.naming))?,
        };
        let head = self.head(self.sentence.word_cue(mark.end, Word::Backed)?)?;
        Some(allies(at..head.end, &backer.0, &backer.1, &head))
    }

    /// The same where the backer follows: "les forces soutenues par la Russie".
    fn backed_by(&self, head: &Head<'_>, start: usize) -> Option<ActorMention> {
        let by = self.sentence.word_cue(head.end, Word::Backed)?;
        let backer = self.named(self.sentence.skip(by, &[Word::By, Word::Of, Word::The])).into_iter().next()?;
        Some(allies(start..backer.tokens.end, &backer.id, &backer.name, head))
    }

    /// An actor by its own name, its country's or its people's.
    fn named(&self, at: usize) -> Vec<ActorMention> {
        let Some(mark) = self.sentence.names_at(at).last().filter(|_| !self.of_ground(at)) else { return Vec::new() };
        let mut marks: Vec<_> = self.sentence.names_at(at).iter().filter(|m| m.end == mark.end).collect();
        marks.sort_by_key(|mark| !matches!(mark.name, Name::Actor(_)));
        let read = marks.into_iter().find_map(|mark| {
            let (id, name, kind, naming) = match mark.name {
                Name::Actor(row) => {
                    let row = &self.lexicon.names.actors[row as usize];
                    if row.kind == SourceKind::Person && mark.end == at + 1 && self.has_first_name(at) {
                        return None;
                    }
                    (row.id.to_string(), row.name.to_string(), row.kind, Naming::Proper)
                }
                Name::Metonym(row) => self.country(row, Naming::Country),
                Name::Place(row) if self.lexicon.names.gazetteer.kind(row) == PlaceKind::Country => self.country(row, Naming::Country),
                Name::Demonym(row) => self.country(row, self.demonym(at, mark.end)),
                Name::Place(_) => return None,
            };
            Some(ActorMention { tokens: at..mark.end, id, name, kind, naming, noun: String::new() })
        });
        read.into_iter().collect()
    }

    /// Whether a first name that no table holds stands before a surname, which is a namesake's then: "Yusuf Assad".
    fn has_first_name(&self, at: usize) -> bool {
        let s = self.sentence;
        let Some(first) = at.checked_sub(1).filter(|_| s.field == Field::Text) else { return false };
        s.tokens[first].shape == Shape::Capital && s.marks_at(first).is_empty() && s.names_at(first).is_empty()
    }

    /// Whether a name is that of ground, not of who rules or sits there: "le lac Victoria", "l'État du Niger", "the region of Kyiv".
    fn of_ground(&self, at: usize) -> bool {
        use PlaceNoun::{District, Division, Other, Quarter, Settlement, State};
        let s = self.sentence;
        let noun = |at: usize, wide: bool| {
            let fits = |cue| match cue {
                Cue::Place(PlaceCue::Noun(Other, _)) => true,
                Cue::Place(PlaceCue::Noun(Division | District | State | Settlement | Quarter, _)) => wide,
                _ => false,
            };
            (at.saturating_sub(3)..at).any(|start| s.marks_at(start).iter().any(|mark| mark.end == at && fits(mark.cue)))
        };
        let the = if at > 1 && s.is(at - 1, Word::The) && s.is(at - 2, Word::Of) { at - 1 } else { at };
        let of = the > 0 && s.is(the - 1, Word::Of);
        // "Niger state" of a country that has a division of the name.
        let division = s
            .names_at(at)
            .iter()
            .find(|mark| matches!(mark.name, Name::Place(row) if self.lexicon.names.gazetteer.kind(row) == PlaceKind::Division));
        let state = |cue| matches!(cue, Cue::Place(PlaceCue::Noun(State | Division, false))).then_some(());
        let called = division.is_some_and(|mark| s.longest(mark.end, state).is_some());
        s.tokens[at].shape == Shape::Capital && (called || noun(at, false) || of && noun(the - 1, true))
    }

    /// A people's name with a capital and no noun behind it is a noun.
    fn demonym(&self, at: usize, end: usize) -> Naming {
        let capital = self.sentence.tokens[at].shape == Shape::Capital;
        let noun = self.sentence.is_plain(end)
            || self
                .sentence
                .longest(end, |cue| {
                    matches!(cue, Cue::Head(..) | Cue::People(_) | Cue::Act(_, Form::Noun) | Cue::Object(_) | Cue::Speaker(_)).then_some(())
                })
                .is_some();
        if capital && !noun { Naming::People } else { Naming::Adjective }
    }

    fn country(&self, row: u32, naming: Naming) -> (String, String, SourceKind, Naming) {
        let gazetteer = &self.lexicon.names.gazetteer;
        (gazetteer.id(row).to_owned(), gazetteer.name(row).to_owned(), SourceKind::Government, naming)
    }

    /// A noun with its owners: "aviation russe et syrienne" names two actors.
    fn tied(&self, at: usize) -> Vec<ActorMention> {
        let before = self.people(at).or_else(|| self.group(at)).filter(|owner| self.head(owner.tokens.end).is_some());
        let mut owners: Vec<Owner> = before.into_iter().collect();
        let (start, noun) = (at, owners.first().map_or(at, |owner| owner.tokens.end));
        // "nous avions": a verb.
        let verb = noun > 0 && self.sentence.is(noun - 1, Word::Impersonal);
        // "soldats du feu": other people.
        let armed = |group| matches!(group, Group::Police | Group::Soldiers | Group::Combatants);
        let people = |cue| matches!(cue, Cue::People(group) if !armed(group)).then_some(());
        let other = |head: &Head<'_>| self.sentence.longest(noun, people).is_some_and(|(end, ())| end > head.end);
        let head = self.head(noun).or_else(|| self.split_head(noun)).filter(|head| !verb && !other(head));
        let Some(head) = head else { return Vec::new() };
        if let Some(allies) = owners.is_empty().then(|| self.backed_by(&head, start)).flatten() {
            return vec![allies];
        }
        let mut end = head.end;
        while owners.len() < 4 {
            let joint = owners.is_empty() || self.sentence.is(end, Word::And) || self.sentence.is(end, Word::Or);
            let from = if owners.is_empty() { end } else { end + 1 };
            let Some(owner) = joint.then(|| self.owner(from, owners.is_empty(), &head)).flatten() else { break };
            end = owner.tokens.end;
            owners.push(owner);
        }
        if owners.is_empty() {
            let inner = (noun..head.end).find_map(|i| self.people(i));
            owners.extend(inner);
        }
        let mention = |id: String, name: String, naming| {
            let noun = head.id.trim_start_matches('~').to_owned();
            ActorMention { tokens: start..end.max(head.end), id, name, kind: head.kind, naming, noun }
        };
        let noun = head.id.trim_start_matches('~').replace('-', " ");
        if owners.is_empty() {
            let id = format!("~{}", head.id.trim_start_matches('~'));
            return if head.arms { Vec::new() } else { vec![mention(id, noun, Naming::Generic)] };
        }
        let naming = if head.arms { Naming::Arms } else { Naming::Tied };
        owners.iter().map(|owner| mention(owner.member(&head), owner.named(&head, &noun), naming)).collect()
    }

    fn head(&self, at: usize) -> Option<Head<'s>> {
        let (end, (id, kind)) = self.sentence.longest(at, |cue| match cue {
            Cue::Head(id, kind) => Some((id, kind)),
            _ => None,
        })?;
        // "la coalition combattant les rebelles": a participle.
        let fights = self.sentence.is(at, Word::Against) && self.sentence.is(end, Word::The);
        (!fights).then(|| Head::new(end, self.sentence.tongue.text(id), kind))
    }

    /// A noun that its country parts in two: "ministère russe de la Défense".
    fn split_head(&self, at: usize) -> Option<Head<'s>> {
        let people = self.people(at + 1)?;
        let (end, cue) = self.sentence.longest_without(at, people.tokens, |cue| match cue {
            Cue::Head(id, kind) => Some((id, kind)),
            _ => None,
        })?;
        Some(Head::new(end, self.sentence.tongue.text(cue.0), cue.1))
    }

    /// "syrienne", "Russian".
    fn people(&self, at: usize) -> Option<Owner> {
        let marks = self.sentence.names_at(at);
        let mark = marks.iter().rev().find(|m| matches!(m.name, Name::Demonym(_)))?;
        let Name::Demonym(row) = mark.name else { return None };
        let (id, name, _, _) = self.country(row, Naming::People);
        Some(Owner { tokens: at..mark.end, id, name, group: false })
    }

    /// An armed group by its own name, whose fighters follow: "M23 rebels".
    fn group(&self, at: usize) -> Option<Owner> {
        let group = self.named(at).into_iter().next().filter(|name| name.kind == SourceKind::ArmedGroup)?;
        Some(Owner { tokens: group.tokens, id: group.id, name: group.name, group: true })
    }

    /// "syrienne", "du régime syrien" is none, "de Damas", "de l'EI", "(les rebelles) Houthis".
    fn owner(&self, at: usize, first: bool, head: &Head<'_>) -> Option<Owner> {
        if let Some(owner) = self.people(at).or_else(|| self.group(at).filter(|_| first && head.band())) {
            return Some(owner);
        }
        // "des États-Unis".
        let of = self.sentence.is(at, Word::Of) || self.sentence.is(at, Word::Some);
        if !of || !first {
            return None;
        }
        let from = if self.sentence.is(at + 1, Word::The) { at + 2 } else { at + 1 };
        let name = self.named(from).into_iter().next()?;
        let group = name.kind == SourceKind::ArmedGroup;
        let leader = name.kind == SourceKind::Person;
        let id = if leader { name.id.split('/').next().unwrap_or_default().to_owned() } else { name.id };
        (group || leader || name.naming == Naming::Country).then_some(Owner { tokens: at..name.tokens.end, id, name: name.name, group })
    }
}

/// Those who fight for somebody, whose id theirs begins with.
fn allies(tokens: Range<usize>, id: &str, name: &str, head: &Head<'_>) -> ActorMention {
    let noun = head.id.trim_start_matches('~');
    let root = id.split('/').next().unwrap_or(id);
    ActorMention {
        tokens,
        id: format!("{root}/allied-{noun}"),
        name: format!("{name}: allied {}", noun.replace('-', " ")),
        kind: head.kind,
        naming: Naming::Tied,
        noun: noun.to_owned(),
    }
}

impl Owner {
    /// The id of the owner's army; the fighters of a group are the group.
    fn member(&self, head: &Head<'_>) -> String {
        if self.group { self.id.clone() } else { format!("{}/{}", self.id, head.id) }
    }

    fn named(&self, head: &Head<'_>, noun: &str) -> String {
        if self.group || head.id.is_empty() { self.name.clone() } else { format!("{}: {noun}", self.name) }
    }
}
