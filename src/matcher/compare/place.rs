//! Where: paths of places, compared step by step.

use crate::matcher::record::{Record, Where};
use crate::matcher::weights::Factor;

/// Steps of a path down to a town: country, province, town.
const TOWN: usize = 3;

pub(super) fn compare(a: &Record, b: &Record) -> Option<Factor> {
    Some(relate(a.place.as_ref()?, b.place.as_ref()?))
}

/// Two paths.
fn relate(a: &Where, b: &Where) -> Factor {
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
        return Factor::OtherPart;
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
    use crate::matcher::sample::claim;
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
