//! The places that the crate knows: countries, divisions, towns and regions, each a row of a table.
//!
//! Only where its row begins is kept of a place, and the row is cut up when it is asked for: fifty thousand places cost less than
//! a megabyte beside the tables themselves.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::runs::hash;
use super::table::{Row, rows};
use crate::error::Result;

/// What sort of place a row is. The table says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PlaceKind {
    /// A part of the world that is none of the others: the Sahel, the Donbas, a sea.
    Region,
    /// A country.
    Country,
    /// A province, a county, a department.
    Division,
    /// A town or a village.
    City,
}

/// All places, by number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gazetteer {
    texts: Vec<Cow<'static, str>>,
    places: Vec<Line>,
    /// The places by the hash of their ids.
    by_id: FxHashMap<u64, u32>,
}

/// Where the row of a place begins, and what is asked of it most.
#[derive(Debug, Clone, Copy)]
struct Line {
    text: u16,
    kind: PlaceKind,
    start: u32,
    id_end: u32,
    point: (f32, f32),
    population: u32,
    /// What it lies in.
    outer: Option<u32>,
    /// Whether another place lies in it.
    holds: bool,
}

const ID: usize = 0;
const NAME: usize = 1;
const LATITUDE: usize = 2;
const LONGITUDE: usize = 3;
const POPULATION: usize = 4;
const NAMES: usize = 5;

impl Gazetteer {
    /// Adds the rows of a table: id, name, latitude, longitude, population, names parted by `|`. A row of a known id takes the place
    /// of the old one. Gives the numbers of the places.
    pub fn add(&mut self, table: &str, text: Cow<'static, str>, kind: PlaceKind) -> Result<Vec<u32>> {
        let lines: Vec<Line> = rows(table, &text).map(|row| self.line(&row, kind)).collect::<Result<_>>()?;
        self.texts.push(text);
        let added: Vec<u32> = lines.into_iter().map(|line| self.enter(line)).collect();
        for (place, outer) in self.outers().into_iter().enumerate() {
            self.places[place].outer = outer;
            if let Some(outer) = outer {
                self.places[outer as usize].holds = true;
            }
        }
        Ok(added)
    }

    /// A row of the table that is added next.
    fn line(&self, row: &Row<'_>, kind: PlaceKind) -> Result<Line> {
        let (point, population) = check(row)?;
        let (start, id_end) = (row.start as u32, (row.start + row.columns[ID].len()) as u32);
        Ok(Line { text: self.texts.len() as u16, kind, start, id_end, point, population, outer: None, holds: false })
    }

    /// Enters a row under its id, and gives the number of the place.
    fn enter(&mut self, line: Line) -> u32 {
        let id = self.id_of(&line);
        let (known, hash) = (self.find(id), hash(id));
        let place = known.unwrap_or(self.places.len() as u32);
        match known {
            Some(place) => self.places[place as usize] = line,
            None => self.places.push(line),
        }
        self.by_id.insert(hash, place);
        place
    }

    /// The place of that id.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.by_id.get(&hash(id)).copied().filter(|place| self.id(*place) == id)
    }

    /// Every place.
    pub fn all(&self) -> impl Iterator<Item = u32> + use<> {
        0..self.places.len() as u32
    }

    /// What sort of place it is.
    pub fn kind(&self, place: u32) -> PlaceKind {
        self.places[place as usize].kind
    }

    /// Whether it is a region of a country whose bounds no division keeps: what lies in it lies, by its id, beside it.
    pub fn is_loose(&self, place: u32) -> bool {
        let line = &self.places[place as usize];
        line.kind == PlaceKind::Region && !line.holds && line.outer.is_some_and(|outer| self.kind(outer) != PlaceKind::City)
    }

    /// Its id.
    pub fn id(&self, place: u32) -> &str {
        self.id_of(&self.places[place as usize])
    }

    fn id_of(&self, line: &Line) -> &str {
        &self.texts[usize::from(line.text)][line.start as usize..line.id_end as usize]
    }

    /// Its name as maps give it.
    pub fn name(&self, place: u32) -> &str {
        self.column(place, NAME)
    }

    /// Its latitude and longitude, in degrees.
    pub fn point(&self, place: u32) -> (f32, f32) {
        self.places[place as usize].point
    }

    /// How many people live there; 0 where the table does not know.
    pub fn population(&self, place: u32) -> u32 {
        self.places[place as usize].population
    }

    /// How its name is written.
    pub fn names(&self, place: u32) -> impl Iterator<Item = &str> {
        self.column(place, NAMES).split('|')
    }

    /// What it lies in, the nearest first: the places whose ids its own begins with.
    pub fn within(&self, place: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        std::iter::successors(self.places[place as usize].outer, |outer| self.places[*outer as usize].outer)
    }

    /// The widest place that it lies in, or is.
    pub fn root(&self, place: u32) -> u32 {
        self.within(place).last().unwrap_or(place)
    }

    /// Whether a place is the other, or lies in it.
    pub fn holds(&self, outer: u32, place: u32) -> bool {
        outer == place || self.within(place).any(|other| other == outer)
    }

    /// What each place lies in. Neighbours in a table mostly lie in one.
    fn outers(&self) -> Vec<Option<u32>> {
        let mut last = ("", None);
        let outer = |place| {
            let id = self.id(place);
            let path = id.rsplit_once('/').map_or("", |(path, _)| path);
            if path != last.0 {
                last = (path, self.outer(id));
            }
            last.1
        };
        self.all().map(outer).collect()
    }

    /// The place that the longest beginning of an id names.
    fn outer(&self, id: &str) -> Option<u32> {
        let (outer, _) = id.rsplit_once('/')?;
        self.find(outer).or_else(|| self.outer(outer))
    }

    fn column(&self, place: u32, column: usize) -> &str {
        let Line { text, start, .. } = self.places[place as usize];
        let row = &self.texts[usize::from(text)][start as usize..];
        row.split(['\t', '\r', '\n']).nth(column).unwrap_or_default()
    }
}

/// Whether a row is one of a place; where it lies, and its population.
fn check(row: &Row<'_>) -> Result<((f32, f32), u32)> {
    let steps = |id: &str| id.split('/').all(|step| !step.is_empty() && !step.contains(char::is_whitespace));
    if !steps(row.column(ID)?) {
        return Err(row.fault(format!("{:?} is no path of ids such as sy/aleppo", row.columns[ID])));
    }
    let degrees = |column, most: f32| match row.column(column)?.parse::<f32>() {
        Ok(x) if x.abs() <= most => Ok(x),
        _ => Err(row.fault(format!("{:?} is no number of degrees up to {most}", row.columns[column]))),
    };
    let point = (degrees(LATITUDE, 90.0)?, degrees(LONGITUDE, 180.0)?);
    let people: u64 =
        row.column(POPULATION)?.parse().map_err(|_| row.fault(format!("{:?} is no number of people", row.columns[POPULATION])))?;
    if row.column(NAMES)?.split('|').any(|name| !name.contains(char::is_alphabetic)) || row.columns[NAME].is_empty() {
        return Err(row.fault("a place needs names, parted by |"));
    }
    Ok((point, people.min(u64::from(u32::MAX)) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# id\nzz\tZed\t1\t2\t10\tZed\nzz/hill\tHill\t1.5\t2.5\t0\tHill|The Hill\nzz/-/end\tEnd\t0\t0\t7\tEnd\n";

    #[test]
    fn places_are_found_by_id_with_what_they_lie_in() {
        let mut gazetteer = Gazetteer::default();
        gazetteer.add("zed", TABLE.into(), PlaceKind::City).unwrap();
        let end = gazetteer.find("zz/-/end").unwrap();
        assert_eq!(gazetteer.within(end).map(|p| gazetteer.name(p)).collect::<Vec<_>>(), ["Zed"]);
        assert_eq!((gazetteer.population(end), gazetteer.point(gazetteer.find("zz/hill").unwrap())), (7, (1.5, 2.5)));
        assert_eq!(gazetteer.all().count(), 3);
        let again = gazetteer.add("more", "zz/-/end\tThe End\t0\t0\t8\tEnd".into(), PlaceKind::City).unwrap();
        assert_eq!((again, gazetteer.name(end)), (vec![end], "The End"));
    }

    #[test]
    fn a_bad_row_is_named() {
        let check = |row: &str, cause: &str| {
            let err = Gazetteer::default().add("mine", format!("# mine\n{row}").into(), PlaceKind::City).unwrap_err().to_string();
            assert!(err.contains("mine, line 2") && err.contains(cause), "{err}");
        };
        check("zz//hill\tHill\t1\t2\t3\tHill", "no path");
        check("zz\tZed\t91\t2\t3\tZed", "degrees");
        check("zz\tZed\t1\t2\tmany\tZed", "people");
        check("zz\tZed\t1\t2\t3\tZed|", "names");
        check("zz\tZed\t1\t2", "column 5 is missing");
    }
}
