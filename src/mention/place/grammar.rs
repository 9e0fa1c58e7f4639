//! How phrases of places are built: directions, distances, nouns with names, and what follows to say where they lie.

use std::ops::Range;

use super::reader::{Found, Reader};
use super::spot::{PlaceRank, Spot};
use crate::lexicon::{Direction, PlaceCue, PlaceKind, PlaceNoun, PlaceWord, Turn};
use crate::model::Relation;
use crate::text::Shape;

/// What is known of a phrase before it is read.
#[derive(Clone, Copy)]
pub(super) struct Want<'a> {
    /// Whether a word stands before it that a place follows.
    pub cued: bool,
    /// What it is said to lie in.
    pub inside: Option<&'a Spot>,
    /// How deep it lies in other phrases.
    pub depth: usize,
}

/// What a phrase names, and the token behind it.
pub(super) type Phrase = Option<(Vec<Found>, usize)>;

/// A name in a list behind a noun; `known`: the gazetteer has it.
pub(super) struct Item {
    pub tokens: Range<usize>,
    pub known: bool,
}

/// How many phrases may lie in one another.
const DEEPEST: usize = 3;

impl Reader<'_, '_> {
    /// The places of the sentence, in its order.
    pub fn read(&self) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < self.len() {
            if !self.begins(at) {
                at += 1;
                continue;
            }
            let carried = out.last().is_some_and(|last| last.cued && self.lists(last.tokens.end, at));
            match self.phrase(at, Want { cued: carried || self.cued(at), inside: None, depth: 0 }) {
                Some((found, end)) => {
                    out.extend(found);
                    at = end.max(at + 1);
                }
                None => at = self.group(at).map_or(at + 1, |group| group.end),
            }
        }
        out
    }

    /// Whether a phrase may begin at a token at all.
    fn begins(&self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Capital) || self.cue(at).is_some() || self.group(at).is_some() || self.is_article(at)
    }

    /// Whether nothing but the signs and words of a list stand between two tokens.
    pub fn lists(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        let mut parted = false;
        while at < to {
            match self.cue(at) {
                Some((end, PlaceCue::Small(word @ (PlaceWord::And | PlaceWord::Of | PlaceWord::The)))) => {
                    parted |= word == PlaceWord::And;
                    at = end;
                }
                _ if self.sign(at, ",") => {
                    parted = true;
                    at += 1;
                }
                _ => return false,
            }
        }
        parted && at == to
    }

    /// The places of the phrase that begins at a token.
    pub fn phrase(&self, at: usize, want: Want<'_>) -> Phrase {
        if want.depth > DEEPEST {
            return None;
        }
        let group = self.group(at);
        let named = group.filter(|group| group.key().is_some());
        let read = match self.cue(at).filter(|(end, _)| named.is_none_or(|group| group.end <= *end)) {
            Some((end, PlaceCue::Compass(direction, turn))) => self.compass(at, end, direction, turn, want),
            Some((end, PlaceCue::Small(PlaceWord::Near))) => self.towards(at, end, Relation::Near, want),
            Some((end, PlaceCue::Small(PlaceWord::Unit))) => self.distance(at, end, want),
            Some((end, PlaceCue::Noun(noun, many))) => self.noun(at, end, noun, many, want),
            _ => None,
        };
        read.or_else(|| named.and_then(|group| self.named(group, want))).or_else(|| self.unlisted(at, want))
    }

    /// A place that was read at these tokens.
    pub fn found(&self, tokens: Range<usize>, spot: Spot, want: Want<'_>) -> Found {
        Found { named: tokens.clone(), tokens, spot, relation: Relation::In, cued: want.cued, firm: false, mints: false, nameless: false }
    }

    /// The first place of the phrase behind articles, as another lies in it or near it.
    fn whole(&self, at: usize, want: Want<'_>) -> Option<(Found, usize)> {
        let at = self.past(at, &[PlaceWord::Of, PlaceWord::The]);
        let (found, end) = self.phrase(at, Want { cued: true, depth: want.depth + 1, ..want })?;
        found.into_iter().next().filter(|found| found.relation == Relation::In).map(|found| (found, end))
    }

    /// A direction and what it is a part of or away from.
    fn compass(&self, at: usize, end: usize, direction: Direction, turn: Turn, want: Want<'_>) -> Phrase {
        let next = self.past(end, &[PlaceWord::Of, PlaceWord::The]);
        let noun = matches!(self.cue(next), Some((_, PlaceCue::Noun(..))));
        if turn == Turn::Behind || turn == Turn::Adjective && noun {
            return None;
        }
        let demonym = self.group(end).filter(|group| group.is_demonym() && turn == Turn::Part);
        let (whole, behind) = match demonym {
            Some(group) => (Spot::known(self.gazetteer(), group.demonyms().next()?), group.end),
            None => self.whole(end, want).map(|(found, behind)| (found.spot, behind))?,
        };
        match (turn, whole.rank) {
            (_, PlaceRank::Part) => None,
            (Turn::Off, PlaceRank::City | PlaceRank::Quarter) => self.towards(at, end, direction.relation(), want),
            _ => Some((vec![self.found(at..behind, self.part(&whole, direction, at..behind), want)], behind)),
        }
    }

    /// The part of a place that lies in a direction.
    pub fn part(&self, whole: &Spot, direction: Direction, tokens: Range<usize>) -> Spot {
        Spot::minted(Some(whole), direction.name(), self.text(tokens), PlaceRank::Part)
    }

    /// A place that something is near to or away from.
    fn towards(&self, at: usize, end: usize, relation: Relation, want: Want<'_>) -> Phrase {
        let (found, behind) = self.whole(end, want)?;
        Some((vec![Found { tokens: at..behind, relation, mints: false, ..found }], behind))
    }

    /// A distance from a place: "20 km au sud de", "30 miles from".
    fn distance(&self, at: usize, end: usize, want: Want<'_>) -> Phrase {
        match self.cue(end) {
            Some((behind, PlaceCue::Compass(direction, Turn::Off | Turn::Part))) => self.towards(at, behind, direction.relation(), want),
            Some((behind, PlaceCue::Small(PlaceWord::Of | PlaceWord::From))) => self.towards(at, behind, Relation::Near, want),
            _ => None,
        }
    }

    /// A noun and what it names, or what it lies in.
    fn noun(&self, at: usize, end: usize, noun: PlaceNoun, many: bool, want: Want<'_>) -> Phrase {
        let (next, demonym) = self.adjectives(end);
        let of = self.small(next, PlaceWord::Of).is_some();
        let start = if of { self.past(next, &[PlaceWord::Of, PlaceWord::The]) } else { next };
        match noun {
            PlaceNoun::Other => return self.group(start).filter(|group| group.key().is_some()).map(|group| (Vec::new(), group.end)),
            PlaceNoun::Site => {
                let (found, behind) = self.whole(start, want).filter(|_| of)?;
                return Some((vec![Found { tokens: at..behind, mints: false, ..found }], behind));
            }
            _ => {}
        }
        let demonym = demonym.or_else(|| self.group_before(at).and_then(|group| group.demonyms().next()));
        let country = demonym.map(|place| Spot::known(self.gazetteer(), place));
        let inside = want.inside.or(country.as_ref());
        let small = self.shape(at) == Some(Shape::Lower);
        let items = if of || next == end || country.is_some() { self.items(start, noun, of, many) } else { Vec::new() };
        let items: Vec<Item> = items.into_iter().filter(|item| item.known || small && self.fresh(item.tokens.clone())).collect();
        match (items.last(), noun) {
            (Some(last), _) => self.called(at, noun, &items, last.tokens.end, Want { inside, ..want }),
            (None, PlaceNoun::Capital) => self.capital(at, next, demonym, want),
            (None, _) => self.one_of(at, next, noun, want).or_else(|| self.again(at, end, noun, want)),
        }
    }

    /// The token behind the adjectives that follow a noun, and the country that one of them is of.
    fn adjectives(&self, end: usize) -> (usize, Option<u32>) {
        const MOST: usize = 3;
        let (mut at, mut country) = (end, None);
        for _ in 0..MOST {
            match self.group(at) {
                Some(group) if group.is_demonym() => {
                    country = group.demonyms().next();
                    at = group.end;
                }
                None if self.sentence.is_plain(at) => at += 1,
                _ => break,
            }
        }
        (at, country)
    }

    /// The names that a noun gives to places: "of" them, or beside it.
    fn items(&self, start: usize, noun: PlaceNoun, of: bool, many: bool) -> Vec<Item> {
        let between = [PlaceWord::And, PlaceWord::Of, PlaceWord::The];
        let mut items = Vec::new();
        let mut at = start;
        while let Some(item) = self.item(at, noun, of, many) {
            at = item.tokens.end;
            items.push(item);
            let comma = if self.sign(at, ",") { at + 1 } else { at };
            let next = self.past(comma, &between);
            let fresh = self.group(next).is_none() && next > 0 && self.small(next - 1, PlaceWord::The).is_some();
            if !many || fresh || !self.lists(at, next) {
                break;
            }
            at = next;
        }
        items
    }

    /// A name behind a noun, if it is one that the noun can give: not what a quarter lies in.
    fn item(&self, at: usize, noun: PlaceNoun, of: bool, many: bool) -> Option<Item> {
        let run = self.run(at).unwrap_or(at);
        let named = self.group(at).filter(|group| group.key().is_some());
        let Some(group) = named.filter(|group| group.end >= run || noun == PlaceNoun::Division && self.is_large(group)) else {
            let fresh = match noun {
                PlaceNoun::Ward => true,
                PlaceNoun::Quarter | PlaceNoun::District | PlaceNoun::Settlement | PlaceNoun::Division => of,
                _ => false,
            };
            return (run > at && fresh).then_some(Item { tokens: at..run, known: false });
        };
        let any = |kind| group.places().any(|place| self.gazetteer().kind(place) == kind);
        let whole = match noun {
            _ if !of && (self.is_quiet(&group) || self.is_cue(&group)) => true,
            _ if of && self.noun_behind(group).0.is_some() => true,
            PlaceNoun::Quarter | PlaceNoun::Ward => of && any(PlaceKind::City) && !self.is_namesake(group),
            PlaceNoun::District => of && many && any(PlaceKind::City),
            PlaceNoun::Settlement => !any(PlaceKind::City),
            PlaceNoun::Capital => of || !any(PlaceKind::City),
            PlaceNoun::State | PlaceNoun::Division => {
                !any(PlaceKind::Division) && !any(PlaceKind::Country) && !any(PlaceKind::Region) && !of
            }
            PlaceNoun::Country => true,
            _ => false,
        };
        let known = !(noun.is_quarter() && of && self.is_namesake(group));
        (!whole).then_some(Item { tokens: at..group.end, known })
    }

    /// What follows a list of names to say where they lie, and the token behind it.
    pub fn lies(&self, end: usize, noun: PlaceNoun, items: &[Item], want: Want<'_>) -> Option<(Found, usize)> {
        let bracket = self.sign(end, "(");
        let parted = bracket || self.sign(end, ",");
        let next = if parted { end + 1 } else { end };
        let at = self.past(next, &[PlaceWord::In, PlaceWord::Of, PlaceWord::The]);
        let at = self.small(at, PlaceWord::A).map_or(at, |end| self.adjectives(end).0);
        let opens = matches!(
            self.cue(at),
            Some((_, PlaceCue::Compass(..) | PlaceCue::Noun(..) | PlaceCue::Small(PlaceWord::Near | PlaceWord::Unit)))
        );
        let joined = self.past(next, &[PlaceWord::In, PlaceWord::Of]) > next;
        let bare = self.small(next, PlaceWord::The).is_some();
        if !joined && !opens && (bare || !parted) {
            return None;
        }
        let (found, behind) = self.phrase(at, Want { cued: true, inside: want.inside, depth: want.depth + 1 })?;
        let found = found.into_iter().next()?;
        let wide = found.spot.rank < PlaceRank::City || found.nameless || found.relation != Relation::In;
        let town = !parted || noun.is_quarter();
        let fits = |item: &Item| !item.known || self.rows(item.tokens.start).any(|row| self.fits(row, &found));
        let bound = !parted && found.relation == Relation::In && noun.mints();
        if !(wide || town) || !bound && !items.iter().all(fits) {
            return None;
        }
        let behind = if bracket && self.sign(behind, ")") { behind + 1 } else { behind };
        Some((found, behind))
    }

    /// Whether a place of the gazetteer may lie where another place is said to be.
    pub fn fits(&self, row: u32, found: &Found) -> bool {
        let Some(ground) = found.spot.ground else { return false };
        let around = if found.relation == Relation::In { ground } else { self.gazetteer().root(ground) };
        row != ground && self.gazetteer().holds(around, row)
    }

    /// A place that is not named beside what it lies in: a village of a province is some place in it, quarters of a town are the town.
    fn one_of(&self, at: usize, next: usize, noun: PlaceNoun, want: Want<'_>) -> Phrase {
        if let Some(away) = self.away(at, next, want) {
            return Some(away);
        }
        let of = self.past(next, &[PlaceWord::In, PlaceWord::Of]);
        let (whole, behind) = self.whole(of, want).filter(|_| of > next)?;
        let spot = match noun {
            PlaceNoun::Settlement if whole.spot.rank < PlaceRank::City => {
                Spot::minted(Some(&whole.spot), noun.name(), self.text(at..behind), PlaceRank::City)
            }
            PlaceNoun::Quarter | PlaceNoun::Ward | PlaceNoun::District if whole.spot.rank < PlaceRank::Quarter => whole.spot,
            _ => return None,
        };
        Some((vec![Found { firm: true, nameless: true, ..self.found(at..behind, spot, want) }], behind))
    }

    /// A place at some distance from the one that is named: "un village à 20 km de".
    fn away(&self, at: usize, next: usize, want: Want<'_>) -> Phrase {
        let number = self.past(next, &[PlaceWord::In]);
        let unit = if self.shape(number) == Some(Shape::Digits) { number + 1 } else { number };
        let end = self.small(unit, PlaceWord::Unit)?;
        let (mut found, behind) = self.distance(unit, end, Want { depth: want.depth + 1, ..want })?;
        found.first_mut()?.tokens.start = at;
        Some((found, behind))
    }

    /// The capital of the country that is named beside it, or of the one that the article names most.
    fn capital(&self, at: usize, next: usize, demonym: Option<u32>, want: Want<'_>) -> Phrase {
        let places = self.gazetteer();
        let before = self.group_before(at).map_or(at, |group| group.start);
        if self.small(before.checked_sub(1)?, PlaceWord::The) != Some(before) {
            return None;
        }
        let owned = self.small(next, PlaceWord::Of).is_some();
        let of = self.whole(next, want).filter(|_| owned);
        let (country, behind) = match (demonym, of) {
            // "la capitale de l'État": of which, it does not say.
            (None, None) if owned => return None,
            (Some(country), _) => (country, next),
            (None, Some((found, behind))) => (found.spot.row()?, behind),
            (None, None) => (self.context.country()?, at + 1),
        };
        let row = self.names().capital(country)?;
        let named = self.group(behind + 1).filter(|group| self.sign(behind, ",") && group.places().any(|place| place == row));
        let behind = named.map_or(behind, |group| group.end);
        Some((vec![self.found(at..behind, Spot::known(places, row), want)], behind))
    }

    /// A place that was named before: "la ville", "the country".
    fn again(&self, at: usize, end: usize, noun: PlaceNoun, want: Want<'_>) -> Phrase {
        let places = self.gazetteer();
        let definite = want.depth > 0 || at > 0 && self.small(at - 1, PlaceWord::The) == Some(at);
        let goes_on =
            self.shape(end) == Some(Shape::Lower) && self.sentence.marks_at(end).is_empty() || self.small(end, PlaceWord::Of).is_some();
        if !want.cued || !definite || goes_on || want.inside.is_some() {
            return None;
        }
        let last = |rank| self.context.last(rank, self.sentence.tokens[at].start);
        let spot = match noun {
            PlaceNoun::Country => Spot::known(places, self.context.land()?),
            PlaceNoun::Settlement => last(PlaceRank::City)?.clone(),
            PlaceNoun::Division => match last(PlaceRank::Division) {
                Some(division) => division.clone(),
                None => {
                    let region = self.region(last(PlaceRank::City)?.ground?)?;
                    Spot::known(places, Some(region).filter(|place| places.kind(*place) == PlaceKind::Division)?)
                }
            },
            _ => return None,
        };
        Some((vec![self.found(at..end, spot, want)], end))
    }

    /// The country or the division that a place lies in, or is.
    pub fn region(&self, place: u32) -> Option<u32> {
        let places = self.gazetteer();
        std::iter::once(place).chain(places.within(place)).find(|place| places.kind(*place) != PlaceKind::City)
    }
}
