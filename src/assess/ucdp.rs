//! Uppsala Conflict Data Program, Georeferenced Event Dataset.

use super::dossier::{least, most};
use super::{Dossier, Estimate, Policy};
use crate::model::Harm;

/// Deaths by the rule of the UCDP GED codebook on differing sources: low and high are the lowest and the highest estimate reported, and
/// best, where the reliability of the sources cannot be judged, is the lower of those that stand.
///
/// Which source is the more reliable is a coder's judgement that this crate does not make.
///
/// ```
/// use crosscheck::assess::{Policy, Ucdp};
/// assert_eq!(Ucdp.name(), "ucdp");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Ucdp;

impl Policy for Ucdp {
    fn name(&self) -> &str {
        "ucdp"
    }

    fn rule(&self) -> &str {
        "UCDP GED, deaths (low, best, high): low and high are the lowest and the highest report; best is the lower of the reports that \
         stand where their reliability cannot be judged"
    }

    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
        let questions = dossier.questions().into_iter().filter(|question| question.harm == Harm::Killed);
        questions
            .map(|question| {
                let low = question.accounts.iter().filter_map(|account| least(account)).min_by(f64::total_cmp);
                let high = question.accounts.iter().filter_map(|account| most(account)).max_by(f64::total_cmp);
                question.estimate_from(self, |_| true, [low, question.low(), high])
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::test::{check, toll};

    #[test]
    fn best_follows_the_revision_and_low_keeps_the_first_report() {
        check(&Ucdp, &[toll("a#1", "sohr", "2016-06-26", 47.0), toll("b#1", "sohr", "2016-06-27", 82.0)], "killed people 47..82 82", None);
    }

    #[test]
    fn of_two_standing_reports_best_is_the_lower() {
        check(&Ucdp, &[toll("a#1", "sohr", "2016-06-26", 47.0), toll("b#1", "sana", "2016-06-26", 12.0)], "killed people 12..47 12", None);
    }

    #[test]
    fn the_injured_are_not_recorded() {
        check(&Ucdp, &[toll("a#1", "sohr", "2016-06-26", 47.0).injured()], "", None);
    }
}
