//! Sources: the noun phrases that a sentence can give the word to.
//!
//! "l'agence de presse turque Anadolu", "un porte-parole des milices", "le chef adjoint de l'état-major russe, le général X", "des
//! témoins", "la même source", "il". A spokesman is the body he speaks for: the phrase is his, the id is the body's.

use std::ops::Range;

use super::actor::{ActorMention, Naming};
use super::sentence::NameMark;
use super::{PeriodMention, Sentence};
use crate::lexicon::{Cue, Form, Name, NumberCue, PlaceCue, PlaceKind, Speech, Word};
use crate::model::SourceKind;
use crate::text::Shape;

/// A noun phrase that names a source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SourceMention {
    /// The whole phrase, with its apposition.
    pub tokens: Range<usize>,
    /// Who it is.
    pub who: Who,
    /// The person that it names, if it does.
    pub name: Option<String>,
}

/// Who a source is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Who {
    /// An actor or a source of the tables, or one that is tied to one.
    Known {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// What sort of source it is.
        kind: SourceKind,
    },
    /// A person or a body of whom only the name is known.
    Named(String, SourceKind),
    /// Somebody without a name: "witnesses", "a source"; whether it is one that was told of ("the agency").
    Unnamed(String, SourceKind, bool),
    /// The source that was named last.
    Same,
}

/// The phrases of a sentence that name a source, in order, none inside another.
pub(crate) fn sources(sentence: &Sentence<'_>, actors: &[ActorMention], periods: &[PeriodMention]) -> Vec<SourceMention> {
    let reader = Reader { sentence, actors, periods };
    let mut out: Vec<SourceMention> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let found = reader.at(at);
        at = found.as_ref().map_or(at + 1, |source| source.tokens.end);
        let again = |source: &SourceMention| source.who == Who::Same && out.last().is_some_and(|before| reader.again(before, source));
        out.extend(found.filter(|source| !again(source)));
    }
    out
}

struct Reader<'s, 't> {
    sentence: &'s Sentence<'t>,
    actors: &'s [ActorMention],
    periods: &'s [PeriodMention],
}

/// How far the nouns of one phrase may lie apart.
const REACH: usize = 14;

impl Reader<'_, '_> {
    /// Whether a pronoun only takes up the phrase right before it: "la rébellion, elle, récuse", "quant à l'agence, elle compte".
    fn again(&self, before: &SourceMention, pronoun: &SourceMention) -> bool {
        before.tokens.end + 1 == pronoun.tokens.start && self.sentence.word(before.tokens.end) == ","
    }

    /// A source that its country owns: "Russia's Sputnik agency", "Syria's official news agency SANA".
    fn owned(&self, at: usize) -> Option<SourceMention> {
        let owner = self.actor_at(at).filter(|actor| actor.naming == Naming::Country)?;
        let end = self.sentence.word_cue(owner.tokens.end, Word::Possessive).filter(|end| self.sentence.tokens[*end - 1].glued)?;
        const WORDS: usize = 4;
        let lower = |i: usize| self.sentence.tokens[i].shape == Shape::Lower;
        let mut behind = (end..self.sentence.tokens.len().min(end + WORDS)).take_while(|i| *i == end || lower(*i - 1));
        let whose = behind.find_map(|i| self.actor_at(i)).filter(|actor| actor.naming == Naming::Proper)?;
        let source = self.at(whose.tokens.start)?;
        Some(SourceMention { tokens: at..source.tokens.end, ..source })
    }

    fn at(&self, at: usize) -> Option<SourceMention> {
        if let Some(owned) = self.owned(at) {
            return Some(owned);
        }
        let same = self.sentence.longest(at, |cue| (cue == Cue::Speech(Speech::Same)).then_some(()));
        let adjunct = || [Word::In, Word::Of, Word::At, Word::On].iter().any(|word| self.sentence.word_before(at, *word));
        if let Some((end, ())) = same.filter(|(end, ())| self.actor_at(*end).is_none() && !adjunct()) {
            return Some(SourceMention { tokens: at..end, who: Who::Same, name: None });
        }
        let core = self.sentence.skip(at, &[Word::The, Word::A, Word::Some, Word::Possessive, Word::Other]);
        let core = if core - at > 2 || self.actor_at(at).is_some() { at } else { core };
        if let Some(end) = self.sentence.word_cue(at, Word::Pronoun).filter(|_| self.period_at(at).is_none()) {
            return Some(SourceMention { tokens: at..end, who: Who::Same, name: None });
        }
        let phrase = self
            .titled(core)
            .or_else(|| self.proper(core))
            .or_else(|| self.office(core))
            .or_else(|| self.actor(core))
            .or_else(|| self.person(core))?;
        let tokens = at..self.apposition(phrase.0);
        let name = self.name_in(core..tokens.end);
        let office = matches!(phrase.1, Who::Unnamed(..));
        let band = |actor: &ActorMention| actor.naming == Naming::Generic && actor.kind == SourceKind::ArmedGroup;
        use SourceKind::{Expert, Medical, Organisation, Service, Witness};
        let others = matches!(phrase.1, Who::Unnamed(_, Service | Medical | Witness | Expert | Organisation, _));
        let state = matches!(phrase.1, Who::Unnamed(_, SourceKind::Government | SourceKind::Military, _));
        let people = || self.actors.iter().find(|a| state && tokens.contains(&a.tokens.start));
        let explained = || {
            self.sentence
                .longest(self.sentence.skip(phrase.0 + 1, &[Word::A, Word::The]), |cue| matches!(cue, Cue::Speaker(_)).then_some(()))
                .and_then(|_| self.best(phrase.0..tokens.end))
        };
        let capital = self.sentence.tokens[core].shape == Shape::Capital && !self.compound(core);
        let proper = office && capital && core > 0 && phrase.0 > core + 1;
        let who = match (phrase.1, self.best(core..phrase.0).or_else(explained).or_else(people)) {
            (Who::Unnamed(..) | Who::Named(..), Some(actor)) if !(others && band(actor)) => known(actor),
            (Who::Unnamed(_, kind, _), _) if proper => Who::Named(self.sentence.words(core..phrase.0), kind),
            (Who::Unnamed(_, SourceKind::Other, _), None) if self.sentence.is(at, Word::Possessive) => self.owner(at),
            (Who::Unnamed(noun, kind, _), _) => match &name {
                Some(name) => self.actor_named(name, &tokens).map_or_else(|| Who::Named(name.clone(), SourceKind::Person), known),
                None => Who::Unnamed(noun, kind, core > at && self.sentence.is(at, Word::The)),
            },
            (who, _) => who,
        };
        Some(SourceMention { tokens, who, name })
    }

    /// Whom "its spokesman" speaks for: the body that its sentence names last before, else whoever was heard last.
    fn owner(&self, at: usize) -> Who {
        let body = |a: &&ActorMention| matches!(a.naming, Naming::Proper | Naming::Tied | Naming::Country) && a.kind != SourceKind::Person;
        self.actors.iter().rev().filter(|a| a.tokens.end <= at).find(body).map_or(Who::Same, known)
    }

    /// A noun of office and what follows it: "porte-parole du ministère", "sources at the hospital". The press of a "point de presse"
    /// says nothing.
    fn office(&self, at: usize) -> Option<(usize, Who)> {
        // "un bilan officiel": an adjective.
        if self.sentence.word_before(at, Word::Toll) {
            return None;
        }
        let (mut start, mut found) = (at, None);
        while start < at + 3 && found.is_none() {
            found = self.sentence.longest(start, |cue| match cue {
                Cue::Speaker(kind) if kind != SourceKind::Person => Some(kind),
                _ => None,
            });
            let label = |i: usize| {
                let small = self.sentence.tokens.get(i).is_some_and(|t| t.shape == Shape::Lower);
                small && self.sentence.marks_at(i).iter().all(|m| matches!(m.cue, Cue::Number(NumberCue::Label(_))))
            };
            let plain = |i: usize| label(i) || self.compound(i) || i > at && !self.sentence.names_at(i).is_empty();
            if found.is_none() && !plain(start) && self.actor_at(start).is_none() && self.division_at(start).is_none() {
                return None;
            }
            let named = self.actor_at(start).map(|actor| actor.tokens.end).or(self.division_at(start));
            start = named.map_or(start + 1, |end| end.max(start + 1));
        }
        let (end, kind) = found?;
        if kind == SourceKind::Outlet && self.sentence.word_before(at, Word::Of) {
            return None;
        }
        let noun = self.sentence.span(at..end).of(self.sentence.text).unwrap_or_default().to_lowercase();
        Some((self.extend(end), Who::Unnamed(noun, kind, false)))
    }

    /// Whether a word is the first of a compound: "Britain-based".
    fn compound(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let next = tokens.get(at + 1).filter(|next| next.glued && next.shape == Shape::Lower);
        next.is_some_and(|next| tokens[at].end < next.start)
    }

    /// An actor by its own name, whatever noun the name begins with.
    fn proper(&self, at: usize) -> Option<(usize, Who)> {
        let actor = self.actor_at(at).filter(|a| a.naming == Naming::Proper)?;
        // "à l'AFP des habitants", "à l'AFP le gouverneur": others begin behind it.
        let (start, end) = (actor.tokens.start, actor.tokens.end);
        let bare = start - usize::from(start > 0 && self.sentence.is(start - 1, Word::The));
        let told = self.sentence.word_before(bare, Word::At) || self.sentence.is(end, Word::Some);
        let whole = told && matches!(actor.kind, SourceKind::Agency | SourceKind::Outlet);
        Some((if whole { end } else { self.extend(end) }, known(actor)))
    }

    fn actor(&self, at: usize) -> Option<(usize, Who)> {
        let actor = self.actor_at(at).filter(|a| !matches!(a.naming, Naming::Adjective | Naming::Arms))?;
        if let Some(end) = self.body(actor) {
            return Some((self.extend(end), Who::Named(self.sentence.words(at..end), SourceKind::Organisation)));
        }
        Some((self.extend(actor.tokens.end), known(actor)))
    }

    /// Where the name of a body ends that begins with a country's: "Iran Human Rights Monitor".
    fn body(&self, country: &ActorMention) -> Option<usize> {
        const WORDS: usize = 3;
        let from = country.tokens.end;
        let end = self.name_end(country.tokens.start);
        let office = |i: usize| self.sentence.longest(i, |cue| matches!(cue, Cue::Speaker(_) | Cue::Head(..)).then_some(())).is_some();
        let whole = country.naming == Naming::Country && end >= from + WORDS && (from..end - 1).all(|i| !office(i));
        (whole && (from..end).all(|i| self.actor_at(i).is_none())).then_some(end)
    }

    /// A person by a title and a name: "M. Dupont", "Dr Brown".
    fn titled(&self, at: usize) -> Option<(usize, Who)> {
        let s = self.sentence;
        let (end, ()) = s.longest(at, |cue| (cue == Cue::Speaker(SourceKind::Person)).then_some(()))?;
        let start = if s.tokens.get(end).is_some_and(|_| s.word(end) == ".") { end + 1 } else { end };
        let stop = self.name_end(start);
        let named = s.tokens[at].shape == Shape::Capital;
        (named && stop > start).then(|| (self.extend(stop), Who::Named(s.words(start..stop), SourceKind::Person)))
    }

    /// A person by name: two capitals or more in a row.
    fn person(&self, at: usize) -> Option<(usize, Who)> {
        let end = self.name_end(at);
        // "the South Asian country's agency": they describe a noun.
        let noun = |cue| matches!(cue, Cue::Place(PlaceCue::Noun(..))).then_some(());
        let describes = at > 0 && self.sentence.is(at - 1, Word::The) && self.sentence.longest(end, noun).is_some();
        (end >= at + 2 && self.place_at(at) != Some(end) && !describes)
            .then(|| (self.extend(end), Who::Named(self.sentence.words(at..end), SourceKind::Person)))
    }

    fn name_end(&self, at: usize) -> usize {
        let capital = |i: &usize| self.sentence.tokens.get(*i).is_some_and(|t| t.shape == Shape::Capital) || self.particle(*i);
        let opens = at == 0 || self.sentence.tokens[at - 1].shape == Shape::Sign;
        let small = self.sentence.tokens.get(at).is_some_and(|_| self.sentence.marks_at(at).iter().any(|m| m.cue.is_small()));
        if opens && small {
            return at;
        }
        let mut end = (at..).take_while(capital).last().map_or(at, |i| i + 1);
        while end > at && self.particle(end - 1) {
            end -= 1;
        }
        if self.sentence.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital) { end } else { at }
    }

    /// A small word inside a name: "Bachar al-Assad", "Ursula von der Leyen".
    fn particle(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        at > 0
            && tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && t.end - t.start <= 3)
            && self.sentence.marks_at(at).is_empty()
            && tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Capital)
    }

    /// The complements of a phrase: "… of the ministry", "… russe", "… in Goma".
    fn extend(&self, from: usize) -> usize {
        let (mut end, mut at) = (from, from);
        while at < from + REACH {
            if let Some(actor) = self.actor_at(at) {
                at = actor.tokens.end;
                end = at;
            } else if self.name_end(at) > at && self.period_at(at).is_none() {
                at = self.name_end(at);
                end = at;
            } else if let Some((next, ())) = self.sentence.longest(at, |cue| matches!(cue, Cue::Speaker(_) | Cue::Head(..)).then_some(())) {
                at = next;
                end = at;
            } else if self.links(at) {
                let noun = self.sentence.is_plain(at);
                at += 1;
                end = if noun { at } else { end };
            } else {
                break;
            }
        }
        end
    }

    /// Whether a word may stand inside a phrase: "de", "the", "in", or a noun that no table holds behind one of these.
    fn links(&self, at: usize) -> bool {
        let s = self.sentence;
        let small = |i: usize| [Word::Of, Word::The, Word::At, Word::In, Word::Some].iter().any(|w| s.is(i, *w));
        let Some(token) = s.tokens.get(at) else { return false };
        let acts = s.longest(at, |cue| (cue.is_small() || matches!(cue, Cue::Act(..) | Cue::Speech(_))).then_some(())).is_some();
        small(at) || (token.shape == Shape::Lower && !acts && at > 0 && small(at - 1))
    }

    /// The end of what explains a phrase between commas or in brackets: ", director of the monitor,".
    fn apposition(&self, end: usize) -> usize {
        let s = self.sentence;
        let close = match s.tokens.get(end).map(|t| t.of(s.text)) {
            Some(",") => ",",
            Some("(") => ")",
            _ => return end,
        };
        // "…, said its director, A. B.": the words belong to the verb.
        if s.longest(end + 1, |cue| (cue == Cue::Speech(Speech::Say)).then_some(())).is_some() {
            return end;
        }
        let limit = s.tokens.len().min(end + 2 + REACH);
        let ends = |i: &usize| s.word(*i) == close || close == "," && matches!(s.word(*i), ";" | "." | ":");
        let Some(stop) = (end + 1..limit).find(ends) else { return end };
        let inside = end + 1..stop;
        let closed = s.word(stop) == close;
        let names =
            inside.clone().any(|i| self.actor_at(i).is_some() || s.longest(i, |c| matches!(c, Cue::Speaker(_)).then_some(())).is_some())
                || self.name_end(end + 1) > end + 1;
        let verb = inside.clone().any(|i| {
            let clause = |cue| match cue {
                Cue::Act(_, Form::Verb) | Cue::Word(Word::Relative | Word::That | Word::Be | Word::Have) => Some(()),
                Cue::Act(_, Form::Participle | Form::Befalls) if !closed => Some(()),
                Cue::Speech(Speech::According | Speech::Citing) => Some(()),
                Cue::Speech(_) if !closed => Some(()),
                _ => None,
            };
            // ", the governor said,"
            let says = || s.longest(i, |cue| matches!(cue, Cue::Speech(Speech::Say | Speech::Deny)).then_some(()));
            s.longest(i, clause).is_some() || says().is_some_and(|(end, ())| end == stop)
        });
        // "across Italy, 80,000 in Rome": a count that ends the sentence explains nobody.
        let counts = !closed && inside.clone().any(|i| s.tokens[i].shape == Shape::Digits);
        let empty = inside.is_empty() || counts || inside.clone().any(|i| self.period_at(i).is_some());
        if names && !verb && !empty { if close == ")" { stop + 1 } else { stop } } else { end }
    }

    /// The actor that a phrase speaks for: the first that is more than a country's people.
    fn best(&self, tokens: Range<usize>) -> Option<&ActorMention> {
        let inside = || self.actors.iter().filter(|a| tokens.start <= a.tokens.start && a.tokens.end <= tokens.end);
        inside()
            .find(|a| matches!(a.naming, Naming::Proper | Naming::Tied))
            .or_else(|| inside().find(|a| !matches!(a.naming, Naming::Adjective | Naming::Arms)))
    }

    fn name_in(&self, tokens: Range<usize>) -> Option<String> {
        tokens
            .clone()
            .map(|at| (at, self.name_end(at).min(tokens.end)))
            .find(|(at, end)| *end >= at + 2 && self.place_at(*at) != Some(*end))
            .map(|(at, end)| self.sentence.words(at..end))
    }

    /// The actor of the tables that a phrase names with these words.
    fn actor_named(&self, name: &str, tokens: &Range<usize>) -> Option<&ActorMention> {
        let inside = |a: &&ActorMention| tokens.start <= a.tokens.start && a.tokens.end <= tokens.end;
        self.actors.iter().filter(inside).find(|a| a.naming == Naming::Proper && self.sentence.words(a.tokens.clone()) == name)
    }

    fn actor_at(&self, at: usize) -> Option<&ActorMention> {
        self.actors.iter().find(|a| a.tokens.start == at)
    }

    /// Where a place's name ends that is no word and no person's.
    fn place_at(&self, at: usize) -> Option<usize> {
        let place = |m: &&NameMark| !m.quiet && matches!(m.name, Name::Place(_));
        self.sentence.names_at(at).iter().rfind(place).map(|mark| mark.end)
    }

    /// Where the name of a division ends whose office may follow: "Cook County medical examiner". A town's police tell where they are.
    fn division_at(&self, at: usize) -> Option<usize> {
        let gazetteer = &self.sentence.lexicon.names.gazetteer;
        let division = |m: &&NameMark| matches!(m.name, Name::Place(row) if gazetteer.kind(row) == PlaceKind::Division);
        self.sentence.names_at(at).iter().filter(division).map(|mark| mark.end).max().filter(|end| self.place_at(at) == Some(*end))
    }

    fn period_at(&self, at: usize) -> Option<&PeriodMention> {
        self.periods.iter().find(|p| p.tokens.contains(&at))
    }
}

fn known(actor: &ActorMention) -> Who {
    Who::Known { id: actor.id.clone(), name: actor.name.clone(), kind: actor.kind }
}
