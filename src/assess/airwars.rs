//! Airwars: civilian harm.

use super::{Dossier, Estimate, Grade, Policy};
use crate::conflict::{Dimension, Verdict};
use crate::model::{Claim, Group, Harm, Kind, Role, SourceId, Stance};

/// Ranges for the killed and the injured of each class, and the grade of an event, by the Airwars methodology. Differing numbers are a range
/// and no contest; the grade asks for sources and for who did it.
///
/// | grade | when |
/// |---|---|
/// | confirmed | a belligerent that is named accepts that it did it |
/// | contested | voices name different perpetrators, or the accused denies |
/// | discounted | voices say that those killed were fighters, and none that they were civilians |
/// | fair | two independent voices or more, and a belligerent is named |
/// | weak | anything less |
///
/// ```
/// use crosscheck::assess::{Airwars, Policy};
/// assert_eq!(Airwars.name(), "airwars");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Airwars;

impl Policy for Airwars {
    fn name(&self) -> &str {
        "airwars"
    }

    fn rule(&self) -> &str {
        "Airwars methodology, casualty ranges: the minimum and maximum of the sources for each class, differing numbers being no contest"
    }

    fn estimates(&self, dossier: &Dossier) -> Vec<Estimate> {
        let questions = dossier.questions().into_iter().filter(|question| matches!(question.harm, Harm::Killed | Harm::Injured));
        questions.map(|question| question.estimate(self, question.low(), None, question.high())).collect()
    }

    fn grade(&self, dossier: &Dossier) -> Option<Grade> {
        let harmed =
            |claim: &&Claim| claim.kind == Kind::Casualties && matches!(claim.harm, Some(Harm::Killed | Harm::Injured | Harm::Casualties));
        let claims: Vec<&Claim> = dossier.claims.iter().copied().filter(harmed).collect();
        if claims.is_empty() {
            return None;
        }
        let conflict = |dimension| {
            dossier.findings.iter().find(|finding| finding.verdict == Verdict::Conflict && finding.dimension == Some(dimension))
        };
        let voices = dossier.voices.independent(claims.iter().copied());
        let who = || voices.iter().map(|voice| dossier.voices.name(voice)).collect::<Vec<_>>().join(", ");
        let named = dossier.claims.iter().any(|claim| claim.in_role(Role::Perpetrator).next().is_some());
        let (grade, why) = if let Some(claim) = dossier.claims.iter().find(|claim| accepts(claim, dossier)) {
            ("confirmed", format!("a belligerent that is named accepts responsibility ({})", claim.id))
        } else if let Some(finding) = conflict(Dimension::Responsibility) {
            ("contested", format!("competing claims of responsibility: {}", finding.reason))
        } else if let Some(claim) = fighters_only(dossier) {
            ("discounted", format!("those killed are said to have been fighters, and nobody says civilians ({})", claim.id))
        } else if voices.len() > 1 && named {
            ("fair", format!("{} independent voices ({}), and a belligerent is named", voices.len(), who()))
        } else {
            ("weak", format!("{}, {}", if voices.len() > 1 { "no belligerent is named" } else { "a single voice" }, who()))
        };
        Some(Grade { policy: self.name().to_owned(), grade: grade.to_owned(), why: format!("Airwars methodology, grading: {why}") })
    }
}

/// Whether a belligerent says of itself that it did what harmed civilians.
fn accepts(claim: &Claim, dossier: &Dossier) -> bool {
    let own = |house: &SourceId| claim.in_role(Role::Perpetrator).any(|actor| dossier.voices.house(&actor.id.clone().into()) == *house);
    let harm = claim.kind == Kind::Responsibility || claim.kind == Kind::Casualties && claim.group.is_some_and(civilian);
    claim.stance == Stance::Asserted && harm && claim.voices().iter().any(|voice| own(&dossier.voices.house(voice)))
}

/// A claim that the dead were fighters, where none says that any were civilians.
fn fighters_only<'a>(dossier: &Dossier<'a>) -> Option<&'a Claim> {
    let of_dead = |claim: &&&Claim| matches!(claim.kind, Kind::Status | Kind::Casualties) && claim.stance != Stance::Denied;
    let groups = || dossier.claims.iter().filter(of_dead).copied();
    let fighters = groups().find(|claim| matches!(claim.group, Some(Group::Combatants | Group::Soldiers)));
    let others = groups().any(|claim| {
        claim.kind == Kind::Casualties && claim.group.is_none_or(|group| group == Group::People || civilian(group))
            || claim.group.is_some_and(civilian)
    });
    fighters.filter(|_| !others)
}

fn civilian(group: Group) -> bool {
    matches!(group, Group::Civilians | Group::Children | Group::Women | Group::Medics | Group::Journalists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::test::{check, toll};

    #[test]
    fn one_voice_is_weak_and_two_are_fair() {
        let by = |id, voice| toll(id, voice, "2016-06-26", 31.0).group(Group::Civilians).perpetrator("ru/air-force");
        check(&Airwars, &[by("a#1", "sohr"), by("b#1", "sohr")], "killed civilians 31..31 -", Some("weak"));
        check(&Airwars, &[by("a#1", "sohr"), by("b#1", "snhr")], "killed civilians 31..31 -", Some("fair"));
    }

    #[test]
    fn numbers_differ_and_are_no_contest() {
        let by = |id, voice, n| toll(id, voice, "2016-06-26", n).group(Group::Civilians).perpetrator("ru/air-force");
        check(&Airwars, &[by("a#1", "sohr", 31.0), by("b#1", "snhr", 60.0)], "killed civilians 31..60 -", Some("fair"));
    }

    #[test]
    fn two_perpetrators_are_contested() {
        let by =
            |id, voice, who: &str| toll(id, voice, "2022-04-08", 31.0).group(Group::Civilians).perpetrator(who).on("2022-04-08").blames();
        let claims =
            [toll("a#1", "un", "2022-04-08", 31.0).group(Group::Civilians), by("b#1", "ua", "ru/army"), by("c#1", "ru", "ua/army")];
        check(&Airwars, &claims, "killed civilians 31..31 -", Some("contested"));
    }

    #[test]
    fn a_belligerent_that_accepts_confirms() {
        let by = |id, voice| toll(id, voice, "2015-10-04", 23.0).group(Group::Civilians).perpetrator("us/army");
        check(&Airwars, &[by("a#1", "msf"), by("b#1", "us/command")], "killed civilians 23..23 -", Some("confirmed"));
    }

    #[test]
    fn fighters_alone_are_discounted() {
        check(
            &Airwars,
            &[toll("a#1", "ru", "2016-06-26", 31.0).group(Group::Combatants)],
            "killed combatants 31..31 -",
            Some("discounted"),
        );
    }
}
