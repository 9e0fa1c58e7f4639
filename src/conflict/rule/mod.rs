//! The rules. A file a rule: what it holds, and beneath it where it must speak and where, close by, it must be silent.

mod agreement;
mod breakdown;
mod compatible;
mod control;
mod corroboration;
mod count;
mod date;
mod definition;
mod denial;
mod motive;
mod occurrence;
mod part_whole;
mod place;
mod repetition;
mod responsibility;
mod revision;
mod status;
mod target;
mod update;

use super::Finding;
use super::case::Case;
use super::side::Draft;

/// One way in which voices agree or disagree.
///
/// ```
/// use crosscheck::conflict::rules;
/// assert!(rules().iter().any(|rule| rule.id() == "count" && rule.holds().contains("room")));
/// ```
#[derive(Debug)]
pub struct Rule {
    id: &'static str,
    holds: &'static str,
    find: for<'a> fn(&'a Case<'a>) -> Vec<Draft<'a>>,
}

impl Rule {
    /// Its id, as it stands in [`Finding::rule`].
    ///
    /// ```
    /// assert_eq!(crosscheck::conflict::rules()[0].id(), "repetition");
    /// ```
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What it holds, and why.
    ///
    /// ```
    /// assert!(crosscheck::conflict::rules().iter().all(|rule| rule.holds().ends_with('.')));
    /// ```
    pub fn holds(&self) -> &'static str {
        self.holds
    }

    pub(super) fn apply<'a>(&self, case: &'a Case<'a>) -> Vec<Finding> {
        (self.find)(case).iter().map(|draft| draft.finding(case, self.id)).collect()
    }
}

/// The rule on who holds a place.
pub(super) const CONTROL: &Rule = &control::RULE;

/// Every rule, in the order in which a reader wants to know them: who repeats whom, what was revised, what agrees, what cannot be.
///
/// ```
/// let rules = crosscheck::conflict::rules();
/// assert!(rules.len() > 10);
/// ```
pub fn rules() -> &'static [Rule] {
    &[
        repetition::RULE,
        revision::RULE,
        update::RULE,
        part_whole::RULE,
        corroboration::RULE,
        compatible::RULE,
        count::RULE,
        breakdown::RULE,
        status::RULE,
        definition::RULE,
        responsibility::RULE,
        denial::RULE,
        target::RULE,
        control::RULE,
        occurrence::RULE,
        date::RULE,
        place::RULE,
        motive::RULE,
        agreement::RULE,
    ]
}
