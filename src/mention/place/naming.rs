//! Names that the gazetteer has: which place a name stands for, and whether it is one at all.

use super::context::Ask;
use super::grammar::{Item, Phrase, Want};
use super::reader::{Found, Group, Person, Reader};
use super::spot::{PlaceRank, Spot};
use crate::lexicon::{Cue, Name, PlaceCue, PlaceKind, PlaceNoun, PlaceWord, Turn, Word};
use crate::model::Relation;
use crate::text::Shape;

impl<'s> Reader<'s, '_> {
    /// A name that the gazetteer has.
    pub fn named(&self, group: Group<'s>, want: Want<'_>) -> Phrase {
        if let Some(inner) = self.minted(group.start, group.end + 1, want).or_else(|| self.belongs(group, want)) {
            return Some(inner);
        }
        let (noun, end) = self.noun_behind(group);
        if noun == Some(PlaceNoun::Other) || self.compound(group.end) {
            return Some((Vec::new(), end));
        }
        let chain = self.chain(group, end, want);
        let behind = chain.map_or(end, |(_, behind)| behind);
        let places = self.gazetteer();
        let inside = chain.map(|(outer, _)| outer).or(want.inside.and_then(|spot| spot.ground));
        let rows = group.places().filter(|row| chain.is_none_or(|(outer, _)| places.root(outer) == places.root(*row)));
        let ask = Ask { name: group.key()?, inside, noun };
        let chosen = self.context.choose(self.names(), rows.clone(), ask)?;
        let (row, _) = chosen;
        if chain.is_none() && self.context.is_contested(self.names(), chosen, rows, ask) {
            return Some((Vec::new(), end));
        }
        let called = noun.is_some() && !self.is_cue(&group) && self.credible(row, group.key()?, inside);
        let firm = (chain.is_some() || called) && self.person(&group) != Person::Before;
        if !firm && !self.accepts(group, row, want) {
            return None;
        }
        let spot = Spot::known(places, row);
        if let Some(end) = self.side_behind(behind) {
            let (_, PlaceCue::Compass(direction, _)) = self.cue(behind)? else { return None };
            let spot = self.part(&spot, direction, group.start..end);
            return Some((vec![self.found(group.start..end, spot, want)], end));
        }
        let found = self.found(group.start..group.end, spot, want);
        Some((vec![Found { tokens: group.start..behind, firm, ..found }], behind))
    }

    /// What belongs to a name: "Syria's north", "Aleppo's Bustan quarter", "the Damascus suburb of Douma".
    fn belongs(&self, group: Group<'s>, want: Want<'_>) -> Phrase {
        let owner = self.small(group.end, PlaceWord::Owner);
        let next = match (owner, self.cue(group.end)) {
            (Some(end), _) => end,
            (None, Some((end, PlaceCue::Noun(PlaceNoun::Settlement | PlaceNoun::Quarter | PlaceNoun::District, _))))
                if self.small(end, PlaceWord::Of).is_some() =>
            {
                group.end
            }
            _ => return None,
        };
        let (row, _) = self.likeliest(group, group.places())?;
        if !self.accepts(group, row, want) {
            return None;
        }
        let whole = Spot::known(self.gazetteer(), row);
        let (mut found, end) = match self.cue(next) {
            Some((end, PlaceCue::Compass(direction, Turn::Part))) if self.small(end, PlaceWord::Of).is_none() => {
                let spot = self.part(&whole, direction, group.start..end);
                (vec![self.found(next..end, spot, want)], end)
            }
            Some((end, PlaceCue::Compass(_, Turn::Adjective))) => {
                self.phrase(end, Want { inside: Some(&whole), depth: want.depth + 1, ..want })?
            }
            _ => self.phrase(next, Want { inside: Some(&whole), depth: want.depth + 1, ..want })?,
        };
        let near = |found: &&mut Found| found.spot.ground.is_some_and(|ground| self.gazetteer().root(ground) == self.gazetteer().root(row));
        let first = found.first_mut().filter(near)?;
        first.tokens.start = group.start;
        Some((found, end))
    }

    /// The noun behind a name that says what it is, at once or behind a list of names, and where name and noun end.
    pub fn noun_behind(&self, group: Group<'_>) -> (Option<PlaceNoun>, usize) {
        const LIST: usize = 4;
        let kinds = |noun, group: Group<'_>| {
            let any = |kind| group.places().any(|place| self.gazetteer().kind(place) == kind);
            match noun {
                PlaceNoun::Division | PlaceNoun::State => any(PlaceKind::Division),
                PlaceNoun::District => any(PlaceKind::Division) || any(PlaceKind::City),
                PlaceNoun::Settlement => any(PlaceKind::City),
                PlaceNoun::Other => true,
                _ => false,
            }
        };
        if let Some((end, PlaceCue::Noun(noun, _))) = self.cue(group.end)
            && kinds(noun, group)
        {
            return (Some(noun), end);
        }
        let mut at = group.end;
        for _ in 0..LIST {
            let next = self.past(if self.sign(at, ",") { at + 1 } else { at }, &[PlaceWord::And]);
            let Some(other) = self.group(next).filter(|other| next > at && other.key().is_some()) else { break };
            at = other.end;
            if let Some((_, PlaceCue::Noun(noun, true))) = self.cue(at)
                && noun != PlaceNoun::Other
                && kinds(noun, group)
            {
                return (Some(noun), group.end);
            }
        }
        (None, group.end)
    }

    /// Whether a word is joined to a name that makes it tell of something else: "the U.S.-brokered truce".
    fn compound(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let joined = tokens.get(at).is_some_and(|t| t.glued && t.shape == Shape::Lower && self.text(at - 1..at + 1).contains('-'));
        joined && self.sentence.marks_at(at).iter().any(|mark| matches!(mark.cue, Cue::Act(..) | Cue::Word(Word::Backed)))
    }

    /// Where a direction behind a name ends: "Alep-Est".
    fn side_behind(&self, at: usize) -> Option<usize> {
        let large = self.shape(at) == Some(Shape::Capital) && self.group(at).is_none();
        let (end, _) = self.cue(at).filter(|(_, cue)| matches!(cue, PlaceCue::Compass(_, Turn::Part | Turn::Behind)) && large)?;
        Some(end)
    }

    /// What follows a name to say where it lies ("Springfield, Illinois", "Tripoli, dans le nord du Liban"), and the token behind
    /// it.
    fn chain(&self, group: Group<'s>, end: usize, want: Want<'_>) -> Option<(u32, usize)> {
        let places = self.gazetteer();
        if !self.is_quiet(&group) && group.places().any(|place| places.kind(place) == PlaceKind::Country) {
            return None;
        }
        let bracket = self.sign(end, "(");
        let parted = bracket || self.sign(end, ",");
        let next = if parted { end + 1 } else { end };
        let at = self.past(next, &[PlaceWord::In, PlaceWord::Of, PlaceWord::The]);
        let opens = parted || self.past(next, &[PlaceWord::In, PlaceWord::Of]) > next;
        if !opens && at > next {
            return None;
        }
        let closed = |behind| if bracket && self.sign(behind, ")") { behind + 1 } else { behind };
        if let Some(outer) = self.group(at).filter(|outer| outer.key().is_some()) {
            let row = self.holder(group, outer, !opens)?;
            let (noun, behind) = self.noun_behind(outer);
            let behind = if noun.is_some() { behind } else { outer.end };
            let further = self.group(behind + 1).filter(|_| self.sign(behind, ","));
            let further = further.filter(|further| further.places().any(|place| places.holds(place, row)));
            return Some((row, closed(further.map_or(behind, |further| further.end))));
        }
        let item = Item { tokens: group.start..group.end, known: true };
        let (found, behind) = self.lies(end, PlaceNoun::Settlement, &[item], want)?;
        let town = group.places().any(|place| places.kind(place) == PlaceKind::City);
        let says = match found.relation {
            Relation::In => found.spot.rank < PlaceRank::City || found.nameless,
            _ => parted && town && want.depth == 0,
        };
        found.spot.ground.filter(|_| says).map(|ground| (ground, behind))
    }

    /// The place of the second name that holds one of the first, if that is how a reader would take both; `beside`: no sign parts them.
    fn holder(&self, group: Group<'s>, outer: Group<'s>, beside: bool) -> Option<u32> {
        const CLOSE: f32 = 1.0;
        let places = self.gazetteer();
        let inner = |row: u32, outer: u32| row != outer && places.holds(outer, row);
        let holders = outer.places().filter(|outer| places.kind(*outer) != PlaceKind::City && group.places().any(|row| inner(row, *outer)));
        let (best, _) = self.likeliest(outer, outer.places())?;
        let (holder, _) = self.likeliest(outer, holders)?;
        if !beside && (holder == best || places.kind(best) != PlaceKind::City) {
            return Some(holder);
        }
        let (first, likely) = self.likeliest(group, group.places())?;
        let inside = group.places().filter(|row| inner(*row, holder));
        let (_, here) = self.likeliest(group, inside)?;
        (inner(first, holder) || !beside && (likely - here < CLOSE || self.is_quiet(&group))).then_some(holder)
    }

    /// The likeliest of some places of a name.
    fn likeliest(&self, group: Group<'_>, rows: impl Iterator<Item = u32> + Clone) -> Option<(u32, f32)> {
        self.context.choose(self.names(), rows, Ask { name: group.key()?, inside: None, noun: None })
    }

    /// Whether a name is a place here and no word and no person.
    fn accepts(&self, group: Group<'_>, row: u32, want: Want<'_>) -> bool {
        const TOWN: u32 = 20_000;
        const CITY: u32 = 100_000;
        const LARGE: u32 = 300_000;
        const METROPOLIS: u32 = 1_000_000;
        let places = self.gazetteer();
        let Some(key) = group.key() else { return false };
        let kind = places.kind(row);
        let people = places.population(row);
        let known = self.context.is_person(key);
        let sure = self.context.is_sure(row) && !known;
        let (country, division) = self.context.supports(places, row, key);
        let state = kind == PlaceKind::Country || kind == PlaceKind::Region;
        let doubtful = match self.person(&group) {
            Person::Before => true,
            Person::After => !(want.cued && (sure || state || people >= METROPOLIS)),
            Person::No => group.is_actor() && !want.cued,
        };
        if doubtful || !state && (self.is_cue(&group) || self.is_acronym(&group, row)) {
            return !doubtful && sure;
        }
        if self.is_quiet(&group) || known {
            return sure || state && country || want.cued && (division || country && people >= TOWN);
        }
        let strange = !country && people < LARGE && kind == PlaceKind::City && self.context.plays_elsewhere(places, row);
        match kind {
            _ if strange => sure,
            _ if state || want.cued || sure || division => true,
            PlaceKind::Division => country || people >= METROPOLIS,
            _ => people >= CITY || country && (people == 0 || people >= TOWN),
        }
    }

    /// Whether a name stands in capitals in the midst of other words, though it is no abbreviation of the place: another's.
    fn is_acronym(&self, group: &Group<'_>, row: u32) -> bool {
        const LONGEST: usize = 4;
        let written = self.text(group.start..group.end);
        let short = group.start > 0 && written.len() <= LONGEST && !self.is_headline();
        short && !written.contains(char::is_lowercase) && self.gazetteer().names(row).all(|name| name != written)
    }

    /// The places that the name at a token may stand for.
    pub fn rows(&self, at: usize) -> impl Iterator<Item = u32> + Clone + use<'s> {
        let marks: &'s [_] = self.group(at).map_or(&[], |group| group.marks);
        marks.iter().filter_map(|mark| if let Name::Place(place) = mark.name { Some(place) } else { None })
    }
}
