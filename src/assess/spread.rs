//! The default: the range of what is said.

use super::{Dossier, Estimate, Policy};

/// Shows the lowest and the highest figure that still stands, and picks none.
///
/// ```
/// use crosscheck::assess::{Policy, Spread};
/// assert_eq!(Spread.name(), "spread");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Spread;

impl Policy for Spread {
    fn name(&self) -> &str {
        "spread"
    }

    fn rule(&self) -> &str {
        "the lowest and the highest figure that no voice has replaced; none is picked"
    }

    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
        dossier.questions().iter().map(|question| question.estimate(self, question.low(), None, question.high())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::test::{check, toll};

    #[test]
    fn two_voices_make_a_range() {
        check(&Spread, &[toll("a#1", "sohr", "2016-06-26", 47.0), toll("b#1", "sana", "2016-06-26", 12.0)], "killed people 12..47 -", None);
    }

    #[test]
    fn a_replaced_figure_makes_none() {
        check(&Spread, &[toll("a#1", "sohr", "2016-06-26", 47.0), toll("b#1", "sohr", "2016-06-27", 82.0)], "killed people 82..82 -", None);
    }
}
