//! A made-up world of events and the articles that tell of them, with the skew of real news: few places and days hold most
//! events, few events most articles; tolls grow from report to report, agencies are copied, articles recall other events in
//! passing, and many reports are vague about the place, the day or the number.
//!
//! The same size and seed give the same world on every machine.

mod dice;

use std::collections::HashSet;
use std::io::{self, Write};

use chrono::{Days, NaiveDate};
use crosscheck::model::{
    Actor, ActorId, Attribution, Basis, Claim, Group, Harm, Kind, Period, Place, PlaceId, Precision, Published, Quantity, Role, SourceId,
    Span,
};
use dice::Dice;
use serde_json::json;

/// Claims, and of each the number of the event that it tells of.
pub struct World {
    pub claims: Vec<Claim>,
    pub truth: Vec<u32>,
}

/// Days that the world's news covers.
const DAYS: u64 = 3652;

/// What happened.
struct Event {
    number: u32,
    sort: Sort,
    place: Spot,
    day: u64,
    toll: f64,
    actor: String,
    wording: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Raid,
    March,
    Quake,
    Attack,
}

/// Country, province, town and, where a town saw several events in a day, its quarter.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Spot([u64; 3], Option<u64>);

impl Spot {
    /// The place down to a depth, by its id and name.
    fn at(&self, depth: usize) -> Place {
        let steps = [format!("c{}", self.0[0]), format!("province-{}", self.0[1]), format!("town-{}", self.0[2])];
        let quarter = self.1.map(|n| format!("quarter-{n}"));
        let steps: Vec<String> = steps.into_iter().chain(quarter).take(depth).collect();
        Place::new(PlaceId::new(steps.join("/")).expect("not empty"), steps.last().expect("a step").clone())
    }
}

/// An article's way of telling an event: what a copy takes over.
#[derive(Clone)]
struct Telling {
    told: u64,
    depth: usize,
    date: Dating,
    counts: [Option<f64>; 2],
    named: bool,
    voice: u64,
    wording: u64,
}

#[derive(Clone, Copy)]
enum Dating {
    Day,
    TwoDays,
    Month,
    Unsaid,
}

impl World {
    /// A world of about so many claims.
    pub fn new(claims: usize, seed: u64) -> Self {
        let mut world = Self { claims: Vec::with_capacity(claims + 16), truth: Vec::with_capacity(claims + 16) };
        let mut dice = Dice::new(seed);
        let hot: Vec<(u64, [u64; 2])> = (0..DAYS / 10).map(|_| (dice.below(DAYS), [dice.skewed(12), dice.skewed(12)])).collect();
        let (mut events, mut taken, mut articles) = (Vec::<Event>::new(), HashSet::new(), 0);
        while world.claims.len() < claims {
            let event = happen(events.len() as u32, &mut dice, &hot, &mut taken);
            let mut tellings: Vec<Telling> = Vec::new();
            for _ in 0..dice.many(400) {
                let copied = !tellings.is_empty() && dice.chance(0.3);
                let telling = if copied { tellings[dice.below(tellings.len() as u64) as usize].clone() } else { tell(&event, &mut dice) };
                // Ids say nothing of the event: they are spread over the archive.
                let id = format!("{:08x}", dice::mix(articles));
                let at = world.report(&id, 0, 0, &event, &telling, &mut dice);
                // An older event in the same article: recalled, or a decoy that shares nothing with this one.
                if !events.is_empty() && dice.chance(0.2) {
                    let other = &events[events.len() - 1 - dice.below(events.len().min(2000) as u64) as usize];
                    if other.day + 30 < telling.told || other.day < telling.told && other.place.0[..2] != event.place.0[..2] {
                        let passing = Telling { told: telling.told, date: Dating::Day, ..tell(other, &mut dice) };
                        world.report(&id, at, 2500, other, &passing, &mut dice);
                    }
                }
                articles += 1;
                tellings.push(telling);
            }
            events.push(event);
        }
        world.claims.truncate(claims);
        world.truth.truncate(claims);
        world
    }

    /// The claims of one article about one event. Returns the number of the next.
    fn report(&mut self, article: &str, first: usize, offset: usize, event: &Event, telling: &Telling, dice: &mut Dice) -> usize {
        let kinds: &[Kind] = match event.sort {
            Sort::Raid => &[Kind::Casualties, Kind::Strike, Kind::Casualties, Kind::Responsibility],
            Sort::March => &[Kind::Attendance, Kind::Casualties],
            Sort::Quake => &[Kind::Casualties, Kind::Casualties, Kind::Measure],
            Sort::Attack => &[Kind::Casualties, Kind::Responsibility],
        };
        let told = if offset > 0 { 1 } else { 1 + dice.below(kinds.len() as u64) as usize };
        let outlet = SourceId::new(format!("outlet-{}", dice.skewed(500))).expect("not empty");
        let mut casualties = 0;
        for (n, &kind) in kinds[..told].iter().enumerate() {
            let at = offset + n * 110;
            let span = Span::new(at, at + 100).expect("in order");
            let mut claim = Claim::new(format!("{article}#{}", first + n), article, kind, span).expect("not empty");
            claim.quote = Some(dice::sentence(telling.wording.wrapping_add(n as u64), dice));
            // The first clause says where and when; the next lean on it, more often than not.
            if n == 0 || dice.chance(0.3) {
                claim.place = Some(event.place.at(telling.depth));
                claim.when = telling.date.period(event.day);
            }
            if claim.kind == Kind::Casualties || claim.kind == Kind::Attendance {
                let harm = [Harm::Killed, Harm::Injured][casualties];
                if claim.kind == Kind::Casualties {
                    (claim.harm, claim.group) = (Some(if event.sort == Sort::March { Harm::Detained } else { harm }), Some(Group::People));
                }
                claim.count = telling.counts[casualties].map(|n| Quantity::exactly(n, "people").expect("a number"));
                casualties = 1;
            }
            if claim.kind == Kind::Responsibility || telling.named && n == 0 {
                let id = ActorId::new(event.actor.as_str()).expect("not empty");
                claim.actors.push(Actor::new(Role::Perpetrator, id, event.actor.as_str()));
            }
            if telling.voice > 0 {
                claim.attribution.push(Attribution::new(SourceId::new(format!("voice-{}", telling.voice)).expect("not empty"), None));
            }
            claim.reported = Some(Published::Day(date(telling.told)));
            claim.outlet = Some(outlet.clone());
            self.claims.push(claim);
            self.truth.push(event.number);
        }
        first + told
    }

    /// Writes a claim a line, and of each claim its event.
    pub fn write(&self, claims: &mut impl Write, truth: &mut impl Write) -> io::Result<()> {
        for (claim, event) in self.claims.iter().zip(&self.truth) {
            writeln!(claims, "{}", serde_json::to_string(claim)?)?;
            writeln!(truth, "{}", json!({"claim": claim.id, "event": event}))?;
        }
        Ok(())
    }
}

impl Dating {
    fn period(self, day: u64) -> Option<Period> {
        let (from, to, precision) = match self {
            Dating::Day => (date(day), date(day), Precision::Day),
            Dating::TwoDays => (date(day), date(day + 1), Precision::Day),
            Dating::Month => (date(day - day % 30), date(day - day % 30 + 29), Precision::Month),
            Dating::Unsaid => return None,
        };
        Period::new(Some(from), Some(to), precision, Basis::Publication).ok()
    }
}

fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, 1, 1).expect("a day") + Days::new(day)
}

/// Something happens, one time in ten on a hot day in its hot province. Two events of one day in one town have each its quarter.
fn happen(number: u32, dice: &mut Dice, hot: &[(u64, [u64; 2])], taken: &mut HashSet<(u64, Spot)>) -> Event {
    loop {
        let (is_hot, cold) = (dice.chance(0.1), (dice.below(DAYS), [dice.skewed(40), dice.skewed(30)]));
        let (day, [country, province]) = if is_hot { hot[dice.below(hot.len() as u64) as usize] } else { cold };
        let sort = [Sort::Raid, Sort::Raid, Sort::March, Sort::Quake, Sort::Attack, Sort::Attack][dice.below(6) as usize];
        let town = [country, province, dice.skewed(60)];
        let whole = (!is_hot).then_some(None);
        let free = whole.into_iter().chain((0..8).map(Some)).map(|quarter| Spot(town, quarter));
        let near = day.saturating_sub(1)..=day + 1;
        let Some(place) = free.into_iter().find(|&spot| near.clone().all(|day| !taken.contains(&(day, spot)))) else { continue };
        taken.insert((day, place));
        let toll = (dice.spread() * 14.0).floor() + 1.0;
        return Event { number, sort, place, day, toll, actor: format!("side-{}/army", country * 3 + dice.below(3)), wording: dice.next() };
    }
}

/// An article of its own about an event.
fn tell(event: &Event, dice: &mut Dice) -> Telling {
    let late = [0, 0, 1, 1, 1, 2, 3, 5][dice.below(8) as usize];
    // The toll is found bit by bit, and each voice has its own.
    let known = [0.6, 0.8, 0.95, 1.0][late.min(3) as usize];
    let toll = (event.toll * known * if dice.chance(0.15) { 1.3 } else { 1.0 }).ceil();
    let count = |n: f64, dice: &mut Dice| dice.chance(0.85).then_some(n);
    let (full, vague) = if event.place.1.is_some() { (4, 0.05) } else { (3, 0.12) };
    Telling {
        told: event.day + late,
        depth: if dice.chance(vague) { full - 1 } else { full },
        date: match dice.below(20) {
            0..=14 => Dating::Day,
            15 => Dating::TwoDays,
            16 => Dating::Month,
            _ => Dating::Unsaid,
        },
        counts: [count(toll, dice), count((toll * 2.3).ceil(), dice)],
        named: dice.chance(0.5),
        voice: dice.skewed(60),
        wording: if dice.chance(0.1) { event.wording } else { dice.next() },
    }
}
