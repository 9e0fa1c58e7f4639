//! Iraq Body Count: violent deaths of civilians.

use super::{Dossier, Estimate, Grade, Policy};
use crate::model::{Claim, Group, Harm, Kind};

/// Minimum and maximum of the civilians killed, by the Iraq Body Count methodology; an event that fewer than two independent sources report is
/// provisional.
///
/// ```
/// use crosscheck::assess::{Ibc, Policy};
/// assert_eq!(Ibc.name(), "ibc");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Ibc;

impl Policy for Ibc {
    fn name(&self) -> &str {
        "ibc"
    }

    fn rule(&self) -> &str {
        "Iraq Body Count methodology: minimum and maximum of the reported deaths of civilians, soldiers and fighters left out"
    }

    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
        let questions = dossier.questions().into_iter().filter(|question| question.harm == Harm::Killed && recorded(question.group));
        questions.map(|question| question.estimate(self, question.low(), None, question.high())).collect()
    }

    fn grade(&self, dossier: &Dossier) -> Option<Grade> {
        let killed =
            |claim: &&Claim| claim.kind == Kind::Casualties && claim.harm == Some(Harm::Killed) && claim.group.is_some_and(recorded);
        let claims: Vec<&Claim> = dossier.claims.iter().copied().filter(killed).collect();
        let voices = dossier.voices.independent(claims.iter().copied());
        let who: Vec<String> = voices.iter().map(|voice| dossier.voices.name(voice)).collect();
        let grade = if voices.len() > 1 { "corroborated" } else { "provisional" };
        let why = format!("Iraq Body Count methodology, two independent sources or provisional: {} ({})", voices.len(), who.join(", "));
        (!claims.is_empty()).then(|| Grade { policy: self.name().to_owned(), grade: grade.to_owned(), why })
    }
}

/// Whether those of a group are recorded: civilians, and the police on ordinary duty.
fn recorded(group: Group) -> bool {
    !matches!(group, Group::Combatants | Group::Soldiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::test::{check, toll};

    #[test]
    fn one_source_is_provisional_however_often_it_is_printed() {
        let by = |id, voice, n| toll(id, voice, "2016-06-26", n).group(Group::Civilians);
        check(&Ibc, &[by("a#1", "sohr", 31.0), by("b#1", "sohr/director", 31.0)], "killed civilians 31..31 -", Some("provisional"));
        check(&Ibc, &[by("a#1", "sohr", 31.0), by("b#1", "unami", 35.0)], "killed civilians 31..35 -", Some("corroborated"));
    }

    #[test]
    fn fighters_are_left_out() {
        check(&Ibc, &[toll("a#1", "ru", "2016-06-26", 31.0).group(Group::Combatants)], "", None);
    }
}
