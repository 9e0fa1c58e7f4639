//! Where: paths of places, compared step by step.

use super::count;
use crate::matcher::record::{Record, Where};
use crate::matcher::weights::Factor;
use crate::model::Kind;

/// Steps of a path down to a town: country, province, town.
const TOWN: usize = 3;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    let (Some(x), Some(y)) = (&a.place, &b.place) else { return (a.article != b.article).then_some(Factor::NoPlace) };
    let factor = relate(x, y);
    match factor {
        // An article names the country or the province and then the town.
        Factor::InsideCountry | Factor::InsideRegion if a.article == b.article => None,
        // One mention that reading carried from sentence to sentence is no second witness.
        _ if a.article == b.article && x.named.is_some() && x.named == y.named => None,
        Factor::OtherPlace if a.article == b.article && (loose(x) || loose(y) || count::one_disaster(a, b)) => Some(Factor::LoosePlace),
        Factor::OtherPlace if marches(a) && marches(b) && x.path[0] == y.path[0] => Some(Factor::OneMovement),
        _ => Some(factor),
    }
}

/// Whether a place may not be that of the claim: named sentences away, or no more than a country.
fn loose(place: &Where) -> bool {
    place.carried || place.path.len() == 1
}

/// Whether people took to the streets: on one day a movement does so in many towns.
fn marches(record: &Record) -> bool {
    record.kind == Kind::Attendance
}

/// Two paths.
pub(super) fn relate(a: &Where, b: &Where) -> Factor {
    let shared = a.path.iter().zip(&b.path).take_while(|(x, y)| x == y).count();
    if shared == a.path.len() && shared == b.path.len() {
        return match shared {
            1 => Factor::SameCountry,
            2 => Factor::SameRegion,
            _ => Factor::SamePlace,
        };
    }
    if shared == a.path.len() || shared == b.path.len() {
        return match shared {
            1 => Factor::InsideCountry,
            2 => Factor::InsideRegion,
            _ => Factor::InsideTown,
        };
    }
    if shared >= TOWN {
        // One that is on no map may be the other; two such have two names.
        let made_up = [a, b].iter().filter(|place| place.minted == Some(shared)).count();
        return if made_up == 1 { Factor::UnsettledPlace } else { Factor::OtherPart };
    }
    if shared > 1 && (a.beside || b.beside) {
        return Factor::NearbyPlace;
    }
    if shared > 0 && (a.minted == Some(shared) || b.minted == Some(shared)) {
        return if shared == 1 { Factor::InsideCountry } else { Factor::UnsettledPlace };
    }
    Factor::OtherPlace
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::sample::{claim, killed};
    use crate::model::Relation;

    fn check(a: &str, b: &str, expected: Factor) {
        let (a, b) = (claim("a#1").place(a).record(), claim("b#1").place(b).record());
        assert_eq!(compare(&a, &b), Some(expected));
        assert_eq!(compare(&b, &a), Some(expected));
    }

    #[test]
    fn the_closer_the_place_the_more_it_says() {
        check("sy/deir-ez-zor/al-quriyah", "sy/deir-ez-zor/al-quriyah", Factor::SamePlace);
        check("sy/deir-ez-zor", "sy/deir-ez-zor", Factor::SameRegion);
        check("sy", "sy", Factor::SameCountry);
    }

    #[test]
    fn a_province_meets_its_towns() {
        check("sy/deir-ez-zor", "sy/deir-ez-zor/al-quriyah", Factor::InsideRegion);
        check("sy", "sy/deir-ez-zor/al-quriyah", Factor::InsideCountry);
        check("sy/aleppo/aleppo", "sy/aleppo/aleppo/khaldieh", Factor::InsideTown);
    }

    #[test]
    fn a_place_on_no_map_may_be_its_neighbour() {
        check("sy/deir-ez-zor/~a-locality", "sy/deir-ez-zor/al-quriyah", Factor::UnsettledPlace);
        check("sy/~north", "sy/idlib/idlib", Factor::InsideCountry);
    }

    #[test]
    fn other_towns_provinces_and_countries_are_elsewhere() {
        check("sy/deir-ez-zor/mayadin", "sy/deir-ez-zor/al-quriyah", Factor::OtherPlace);
        check("sy/idlib", "sy/deir-ez-zor", Factor::OtherPlace);
        check("iq", "sy", Factor::OtherPlace);
    }

    #[test]
    fn in_an_article_a_country_or_a_place_named_long_before_may_be_misread() {
        let place = |id, place| claim(id).place(place);
        assert_eq!(compare(&place("a#1", "ru").record(), &place("a#2", "ua/donetsk/kramatorsk").record()), Some(Factor::LoosePlace));
        assert_eq!(compare(&place("a#1", "sy/homs").record(), &place("a#2", "sy/idlib").record()), Some(Factor::OtherPlace));
        let mut carried = place("a#1", "sy/homs");
        carried.0.place.as_mut().unwrap().span = Some(crate::model::Span::at(0, 4));
        assert_eq!(compare(&carried.record(), &place("a#2", "sy/idlib").record()), Some(Factor::LoosePlace));
    }

    #[test]
    fn a_disaster_of_thousands_crosses_borders() {
        let toll = |id, n, place| killed(id, n).place(place).record();
        assert_eq!(compare(&toll("a#1", 2300.0, "tr/hatay"), &toll("a#2", 1400.0, "sy/idlib")), Some(Factor::LoosePlace));
        assert_eq!(compare(&toll("a#1", 2300.0, "tr/hatay"), &toll("a#2", 140.0, "sy/idlib")), Some(Factor::LoosePlace));
        assert_eq!(compare(&toll("a#1", 230.0, "tr/hatay"), &toll("a#2", 140.0, "sy/idlib")), Some(Factor::OtherPlace));
        assert_eq!(compare(&toll("a#1", 23.0, "tr/hatay"), &toll("a#2", 14.0, "sy/idlib")), Some(Factor::OtherPlace));
        assert_eq!(compare(&toll("a#1", 2300.0, "tr/hatay"), &toll("b#1", 1400.0, "sy/idlib")), Some(Factor::OtherPlace));
    }

    #[test]
    fn a_movement_marches_in_many_towns() {
        let march = |id, place| claim(id).kind(Kind::Attendance).place(place).record();
        assert_eq!(compare(&march("a#1", "fr/paris/paris"), &march("b#1", "fr/provence/marseille")), Some(Factor::OneMovement));
        assert_eq!(compare(&march("a#1", "fr/paris/paris"), &march("b#1", "it/lazio/rome")), Some(Factor::OtherPlace));
    }

    #[test]
    fn parts_of_a_town_are_apart() {
        check("sy/aleppo/aleppo/khaldieh", "sy/aleppo/aleppo/bani-zaid", Factor::OtherPart);
    }

    #[test]
    fn near_a_town_may_be_in_the_next() {
        let mut near = claim("a#1").place("gr/thessaly/larissa");
        near.0.place.as_mut().unwrap().relation = Relation::Near;
        let tempi = claim("b#1").place("gr/thessaly/tempi");
        assert_eq!(compare(&near.record(), &tempi.record()), Some(Factor::NearbyPlace));
    }
}
