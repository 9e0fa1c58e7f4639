//! Names that a noun gives to places, and places that no table has: minted inside what is known around them.

use std::ops::Range;

use super::context::Ask;
use super::grammar::{Item, Phrase, Want};
use super::reader::{Found, Group, Reader};
use super::spot::{PlaceRank, Spot};
use crate::lexicon::{PlaceCue, PlaceKind, PlaceNoun, PlaceWord};
use crate::text::{Shape, rough};

impl Reader<'_, '_> {
    /// The places that a noun gives a list of names to, with what follows to say where they lie.
    pub fn called(&self, at: usize, noun: PlaceNoun, items: &[Item], end: usize, want: Want<'_>) -> Phrase {
        let lies = self.lies(end, noun, items, want);
        let behind = lies.as_ref().map_or(end, |(_, behind)| *behind);
        let outer = lies.as_ref().map(|(found, _)| found);
        let mut found: Vec<Found> = items.iter().filter_map(|item| self.call(noun, item, outer, want)).collect();
        found.first_mut()?.tokens.start = at.min(items[0].tokens.start);
        found.last_mut()?.tokens.end = behind;
        Some((found, behind))
    }

    /// The place that a noun and a name name.
    fn call(&self, noun: PlaceNoun, item: &Item, outer: Option<&Found>, want: Want<'_>) -> Option<Found> {
        const LETTERS: usize = 5;
        let places = self.gazetteer();
        let name = self.text(item.tokens.clone());
        let inside = outer.map(|found| &found.spot).or(want.inside);
        let ground = inside.and_then(|spot| spot.ground);
        let known = if item.known {
            let name = self.rows(item.tokens.start).next()?;
            let (row, _) =
                self.context.choose(self.names(), self.rows(item.tokens.start), Ask { name, inside: ground, noun: Some(noun) })?;
            (self.credible(row, name, ground) && !self.foreign(row, item.tokens.start, noun, ground)).then_some(row)
        } else {
            let around = ground.map_or(self.context.country(), |ground| self.region(ground));
            // Short names sound alike too often.
            let long = name.chars().count() >= LETTERS;
            around.filter(|_| long).and_then(|around| self.names().alike(name).find(|row| places.holds(around, *row)))
        };
        let found = |spot| Found { firm: true, ..self.found(item.tokens.clone(), spot, Want { cued: true, ..want }) };
        if let Some(row) = known {
            return Some(found(Spot::known(places, row)));
        }
        let wide = |place| places.kind(place) != PlaceKind::City;
        if noun == PlaceNoun::Settlement && self.rows(item.tokens.start).any(wide) && item.known {
            return None;
        }
        let spot = match self.context.minted(name) {
            Some(spot) if outer.is_none() => spot.clone(),
            _ => self.mint(noun, item, outer, want).filter(|_| noun.mints() && self.fresh(item.tokens.clone()))?,
        };
        Some(Found { mints: true, ..found(spot) })
    }

    /// Whether a known town lies abroad, while the text calls its name a division, or says in which country it lies; or a division that
    /// is named by a word which other countries have a division of too ("la région de l'Ouest").
    fn foreign(&self, row: u32, at: usize, noun: PlaceNoun, inside: Option<u32>) -> bool {
        let places = self.gazetteer();
        let called = inside.is_some() || matches!(noun, PlaceNoun::Division | PlaceNoun::District);
        let abroad = |home: u32| places.root(home) != places.root(row);
        let common = |name: &str| self.sentence.marks_at(at).iter().any(|mark| self.text(at..mark.end) == name);
        let word = places.kind(row) == PlaceKind::Division && places.names(row).any(common);
        called && (word || places.kind(row) == PlaceKind::City) && inside.or(self.context.country()).is_some_and(abroad)
    }

    /// Whether a name that may be a quarter's is that of a town abroad, of whose country the article tells nothing else.
    pub fn is_namesake(&self, group: Group<'_>) -> bool {
        let places = self.gazetteer();
        let Some(name) = group.key() else { return false };
        let strange = |row| self.context.plays_elsewhere(places, row) && !self.context.supports(places, row, name).0;
        !self.is_cue(&group) && group.places().all(strange)
    }

    /// Whether a known name behind a noun is the known place: it lies where it should, or it is too large to be another.
    pub fn credible(&self, row: u32, name: u32, inside: Option<u32>) -> bool {
        const LARGE: u32 = 200_000;
        let places = self.gazetteer();
        let near = inside.or(self.context.country()).is_none_or(|inside| places.root(inside) == places.root(row));
        let (country, division) = self.context.supports(places, row, name);
        near || country || division || places.population(row) >= LARGE || places.kind(row) != PlaceKind::City
    }

    /// A place that no table holds, inside what is known around it: a quarter in its town, all else in its division or country.
    fn mint(&self, noun: PlaceNoun, item: &Item, outer: Option<&Found>, want: Want<'_>) -> Option<Spot> {
        let name = self.text(item.tokens.clone());
        let places = self.gazetteer();
        let ward = noun.is_quarter();
        let home = || self.context.home(ward || noun == PlaceNoun::District).map(|place| Spot::known(places, place));
        let inside = match outer.map(|found| &found.spot).or(want.inside) {
            Some(spot) if spot.rank == PlaceRank::Country && ward => {
                home().filter(|home| home.lies_in(places, spot)).or(Some(spot.clone()))
            }
            Some(spot) => Some(spot.clone()),
            None => home(),
        };
        let town = inside.as_ref().is_some_and(|spot| spot.rank >= PlaceRank::City);
        let region = || inside.as_ref().and_then(|spot| self.region(spot.ground?)).map(|place| Spot::known(places, place));
        let (rank, inside) = match noun {
            _ if ward || town && noun == PlaceNoun::District => (PlaceRank::Quarter, inside),
            PlaceNoun::Division | PlaceNoun::District => (PlaceRank::Division, region()),
            _ => (PlaceRank::City, region()),
        };
        let step = rough(name);
        (!step.is_empty()).then(|| Spot::minted(inside.as_ref(), step, name, rank))
    }

    /// A name that no table has: minted before, or with a noun behind it, or with what it lies in.
    pub fn unlisted(&self, at: usize, want: Want<'_>) -> Phrase {
        let run = self.run(at)?;
        let (items, end) = self.items_before(at, run);
        let called = match self.cue(end) {
            Some((behind, PlaceCue::Noun(noun, many))) if many || items.len() == 1 => {
                let names = want.inside.is_some() || self.opened(at);
                let small = self.shape(end) == Some(Shape::Lower) && noun.mints();
                self.called(at, noun, &items, behind, want).filter(|_| names && small)
            }
            _ if want.depth == 0 && self.sign(run, ",") && (at == 0 || self.opened(at)) => self.apposed(at, run, want),
            _ => None,
        };
        called.or_else(|| self.minted(at, at + 1, want))
    }

    /// A name behind which stands what it lies in, between signs: "à Tazma, dans la province de Khar,", "MERIDA, Mich. (AP)"; not in a
    /// list of such places.
    fn apposed(&self, at: usize, run: usize, want: Want<'_>) -> Phrase {
        let item = [Item { tokens: at..run, known: false }];
        let (outer, behind) = self.lies(run, PlaceNoun::Settlement, &item, want)?;
        let wide = outer.spot.rank < PlaceRank::City || outer.nameless;
        let closed = self.shape(behind).is_none_or(|shape| shape == Shape::Sign);
        let listed = at > 1 && self.sign(at - 2, ",") || self.small(behind, PlaceWord::And).is_some();
        if wide && closed && !listed { self.called(at, PlaceNoun::Settlement, &item, run, want) } else { None }
    }

    /// A name that ends at this token or behind it and was minted elsewhere in the article.
    pub fn minted(&self, at: usize, least: usize, want: Want<'_>) -> Phrase {
        let run = self.run(at).filter(|_| self.context.mints())?;
        let (end, spot) = (least..=run).rev().find_map(|end| Some((end, self.context.minted(self.text(at..end))?)))?;
        Some((vec![self.found(at..end, spot.clone(), want)], end))
    }

    /// Names in a list that begins with a run of capitals, and the token behind it.
    fn items_before(&self, at: usize, run: usize) -> (Vec<Item>, usize) {
        const LIST: usize = 5;
        let mut items = vec![Item { tokens: at..run, known: false }];
        let mut end = run;
        while items.len() < LIST {
            let next = self.past(if self.sign(end, ",") { end + 1 } else { end }, &[PlaceWord::And]);
            let Some(run) = self.run(next).filter(|_| next > end) else { break };
            items.push(Item { tokens: next..run, known: false });
            end = run;
        }
        (items, end)
    }

    /// Whether a word that a place follows stands right before a token, with an article at most between.
    fn opened(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.cue(before));
        matches!(before, Some((_, PlaceCue::Small(PlaceWord::In | PlaceWord::Near | PlaceWord::The))))
    }

    /// Whether a run of capitals may be the name of a place that no table has: a name of some length that is no word of the language.
    pub fn fresh(&self, tokens: Range<usize>) -> bool {
        const LETTERS: usize = 3;
        let word = |at| self.sentence.word(at);
        let unknown = tokens.clone().any(|at| word(at).chars().count() >= LETTERS && !self.sentence.knows(at));
        unknown && !self.is_headline()
    }

    /// Where the run of capitals that begins at a token ends, if it may be a name.
    pub fn run(&self, at: usize) -> Option<usize> {
        const MOST: usize = 4;
        let mut end = at;
        while end < self.len() && end - at < MOST && self.opens(end) {
            end += 1;
        }
        (end > at && self.shape(end - 1) == Some(Shape::Capital)).then_some(end)
    }

    /// Whether a token may be a word of a name that no table has: written large, or an article joined to one that is.
    fn opens(&self, at: usize) -> bool {
        let large = self.shape(at) == Some(Shape::Capital) || self.is_article(at);
        let free =
            |at| self.sentence.marks_at(at).is_empty() && self.group(at).is_none_or(|group| group.key().is_some() && !group.is_actor());
        large && free(at)
    }
}
