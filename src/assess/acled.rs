//! Armed Conflict Location & Event Data.

use super::dossier::least;
use super::{Dossier, Estimate, Policy};
use crate::model::{Claim, Harm, Quantity};

/// Fatalities by the rule of the ACLED codebook: where sources differ or are vague, the lowest figure until a more reliable or corroborated
/// one appears; words without a number stand for 3, 10, 12 or 100; where it is unclear whether anybody died, 0.
///
/// ```
/// use crosscheck::assess::{Acled, Policy};
/// assert_eq!(Acled.name(), "acled");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Acled;

impl Policy for Acled {
    fn name(&self) -> &str {
        "acled"
    }

    fn rule(&self) -> &str {
        "ACLED codebook, fatalities: the lowest figure that stands until one is corroborated; 'several' is 3, 'tens' 10, 'dozens' 12, \
         'hundreds' 100; casualties of which it is unclear whether any died are 0"
    }

    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
        let questions = dossier.questions();
        let killed: Vec<Estimate> = questions
            .iter()
            .filter(|question| question.harm == Harm::Killed)
            .map(|question| {
                let one = question.corroborated().and_then(least).or_else(|| question.low());
                question.estimate(self, one, one, one)
            })
            .collect();
        if !killed.is_empty() {
            return killed;
        }
        let vague = dossier.vague().filter(|claim| claim.harm == Some(Harm::Killed)).filter_map(|claim| Some((claim, in_words(claim)?)));
        let unclear = questions
            .iter()
            .filter(|question| question.harm == Harm::Casualties)
            .map(|question| question.estimate(self, Some(0.0), Some(0.0), Some(0.0)));
        match vague.min_by(|a, b| a.1.total_cmp(&b.1)) {
            Some((claim, number)) => vec![self.of_words(claim, number)],
            None => unclear.collect(),
        }
    }
}

impl Acled {
    fn of_words(&self, claim: &Claim, number: f64) -> Estimate {
        let group = claim.group.unwrap_or(crate::model::Group::People);
        let why = format!("{}: words without a number ({})", self.rule(), claim.id);
        Estimate {
            harm: Harm::Killed,
            group,
            low: Some(number),
            best: Some(number),
            high: Some(number),
            policy: self.name().to_owned(),
            why,
            used: vec![claim.id.clone()],
            set_aside: Vec::new(),
        }
    }
}

/// What words without a number stand for, told from the least they can mean: a multiple of twelve was said in dozens.
fn in_words(claim: &Claim) -> Option<f64> {
    let least = claim.count.as_ref().and_then(Quantity::low)?;
    Some(match least {
        ..10.0 => 3.0,
        100.0.. => 100.0,
        least if least % 12.0 == 0.0 => 12.0,
        _ => 10.0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::test::{check, toll};
    use crate::model::Hedge;

    #[test]
    fn the_lowest_figure_while_sources_differ() {
        check(&Acled, &[toll("a#1", "sohr", "2016-06-26", 47.0), toll("b#1", "sana", "2016-06-26", 12.0)], "killed people 12..12 12", None);
    }

    #[test]
    fn a_corroborated_figure_before_a_lower_one() {
        let claims = [
            toll("a#1", "sohr", "2016-06-26", 47.0),
            toll("b#1", "sana", "2016-06-26", 12.0),
            toll("c#1", "un", "2016-06-26", 46.0).hedged(Hedge::AtLeast),
        ];
        check(&Acled, &claims, "killed people 46..46 46", None);
    }

    #[test]
    fn words_stand_for_numbers_where_there_is_none() {
        check(&Acled, &[toll("a#1", "sohr", "2016-06-26", 24.0).hedged(Hedge::Vague)], "killed people 12..12 12", None);
        check(
            &Acled,
            &[toll("a#1", "sohr", "2016-06-26", 24.0).hedged(Hedge::Vague), toll("b#1", "sana", "2016-06-26", 5.0)],
            "killed people 5..5 5",
            None,
        );
    }

    #[test]
    fn unclear_whether_any_died() {
        check(&Acled, &[toll("a#1", "sohr", "2016-06-26", 30.0).casualties()], "casualties people 0..0 0", None);
    }
}
