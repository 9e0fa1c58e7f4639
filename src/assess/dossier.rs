//! What a policy looks at: the accounts of an event, question by question.

use std::collections::BTreeMap;

use super::{Estimate, Policy, Reason, SetAside};
use crate::conflict::{Account, Finding, Voices, accounts};
use crate::matcher::Event;
use crate::model::{Claim, ClaimId, Group, Harm, Hedge, Kind, Scope, SourceId, Stance};

/// An event with all that is known of it.
#[derive(Debug, Clone)]
pub struct Dossier<'a> {
    /// The event.
    pub event: &'a Event,
    /// Its claims, in order of their ids.
    pub claims: Vec<&'a Claim>,
    /// Whose voice is whose.
    pub voices: &'a Voices<'a>,
    /// What was found in it.
    pub findings: Vec<&'a Finding>,
    /// Which figure each voice gives.
    pub accounts: Vec<Account>,
}

impl<'a> Dossier<'a> {
    /// The dossier of an event. Of the claims and findings given only those of the event are taken.
    pub fn new(
        event: &'a Event,
        claims: impl IntoIterator<Item = &'a Claim>,
        voices: &'a Voices<'a>,
        findings: impl IntoIterator<Item = &'a Finding>,
    ) -> Self {
        let by_id: BTreeMap<&ClaimId, &Claim> = claims.into_iter().map(|claim| (&claim.id, claim)).collect();
        let claims: BTreeMap<_, _> =
            event.claims.iter().filter_map(|id| by_id.get_key_value(id)).map(|(id, claim)| (*id, *claim)).collect();
        let claims: Vec<&Claim> = claims.into_values().collect();
        let accounts = accounts(event, claims.iter().copied(), voices);
        Self { event, claims, voices, findings: findings.into_iter().filter(|finding| finding.event == event.id).collect(), accounts }
    }

    /// The questions on people harmed in this event that have an answer: one for each harm and group, in order. A figure that
    /// counts only some of others, and a total of a longer time, are answers to none.
    ///
    /// ```
    /// # use crosscheck::{assess::Dossier, conflict::Voices, matcher::Event, model::EventId};
    /// # let event = Event { id: EventId::new("e")?, label: String::new(), claims: vec![], when: None, place: None, part_of: None, links: vec![] };
    /// assert!(Dossier::new(&event, [], &Voices::default(), []).questions().is_empty());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn questions(&self) -> Vec<Question<'_>> {
        let mut questions: BTreeMap<(Harm, Group), [Vec<&Account>; 2]> = BTreeMap::new();
        for account in &self.accounts {
            if let (Kind::Casualties, Some(harm)) = (account.kind, account.harm) {
                let answers = !account.part && account.scope == Scope::Incident;
                questions.entry((harm, account.group)).or_default()[usize::from(!answers)].push(account);
            }
        }
        let answered = questions.into_iter().filter(|(_, [accounts, _])| !accounts.is_empty());
        answered.map(|((harm, group), [accounts, others])| Question { harm, group, accounts, others, voices: self.voices }).collect()
    }

    /// The claims of words without a number ("dozens") on people harmed in this event.
    ///
    /// ```
    /// # use crosscheck::{assess::Dossier, conflict::Voices, matcher::Event, model::EventId};
    /// # let event = Event { id: EventId::new("e")?, label: String::new(), claims: vec![], when: None, place: None, part_of: None, links: vec![] };
    /// assert_eq!(Dossier::new(&event, [], &Voices::default(), []).vague().count(), 0);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn vague(&self) -> impl Iterator<Item = &'a Claim> {
        let counted = |claim: &&&Claim| claim.count.as_ref().is_some_and(|count| count.hedge() == Hedge::Vague);
        let held = |claim: &&&Claim| matches!(claim.stance, Stance::Asserted | Stance::Doubted) && claim.scope == Scope::Incident;
        self.claims.iter().filter(|claim| claim.kind == Kind::Casualties && claim.part_of.is_none()).filter(counted).filter(held).copied()
    }
}

/// An example on a question that three voices answer.
macro_rules! example {
    ($lines:literal) => {
        concat!(
            r##"```
# use crosscheck::assess::{Dossier, Spread};
# use crosscheck::conflict::Voices;
# use crosscheck::matcher::Event;
# use crosscheck::model::{Attribution, Claim, EventId, Group, Harm, Kind, Quantity, SourceId, Span};
# let toll = |article: &str, voice: &str, dead: f64| {
#     let claim = Claim::new(format!("{article}#1"), article, Kind::Casualties, Span::new(0, 40)?)?;
#     let claim = claim.harm(Harm::Killed, Group::People).count(Quantity::exactly(dead, "people")?);
#     Ok::<_, crosscheck::Error>(claim.said_by(Attribution::new(SourceId::new(voice)?, None)))
# };
# let tolls = [toll("a", "sohr", 47.0)?, toll("b", "snhr", 47.0)?, toll("c", "sana", 12.0)?];
# let claims = tolls.iter().map(|claim| claim.id.clone()).collect();
# let event = Event { id: EventId::new("e")?, label: String::new(), claims, when: None, place: None, part_of: None, links: vec![] };
# let voices = Voices::default();
# let dossier = Dossier::new(&event, &tolls, &voices, []);
let question = &dossier.questions()[0];
"##,
            $lines,
            "\n# Ok::<(), crosscheck::Error>(())\n```"
        )
    };
}

/// How many of a group suffered a harm, and what the voices answer.
#[derive(Debug, Clone)]
pub struct Question<'d> {
    /// What befell them.
    pub harm: Harm,
    /// Who they were.
    pub group: Group,
    /// The answers, in the order in which they were first told.
    pub accounts: Vec<&'d Account>,
    /// Figures of such people that are no answers: of some of them, or of a longer time.
    others: Vec<&'d Account>,
    voices: &'d Voices<'d>,
}

impl<'d> Question<'d> {
    /// The answers that no voice has replaced by another.
    ///
    #[doc = example!(r#"assert_eq!(question.standing().count(), 3);"#)]
    pub fn standing(&self) -> impl Iterator<Item = &'d Account> {
        self.accounts.iter().copied().filter(|account| account.replaced_by.is_none())
    }

    /// The lowest that a standing answer says.
    ///
    #[doc = example!(r#"assert_eq!(question.low(), Some(12.0));"#)]
    pub fn low(&self) -> Option<f64> {
        self.standing().filter_map(least).min_by(f64::total_cmp)
    }

    /// The highest that a standing answer says.
    ///
    #[doc = example!(r#"assert_eq!(question.high(), Some(47.0));"#)]
    pub fn high(&self) -> Option<f64> {
        self.standing().filter_map(most).max_by(f64::total_cmp)
    }

    /// The lowest standing answer that another, independent voice gives too or comes close to.
    ///
    #[doc = example!(r#"assert_eq!(question.corroborated().and_then(|account| account.count.value()), Some(47.0));"#)]
    pub fn corroborated(&self) -> Option<&'d Account> {
        let close = |a: &Account, b: &Account| {
            a.count.meets(&b.count) && least(a).zip(least(b)).is_some_and(|(a, b)| (a - b).abs() <= a.max(b) / 10.0)
        };
        let backed = |account: &&Account| {
            let houses = |account: &Account| account.voices.iter().map(|voice| self.voices.house(voice)).collect::<Vec<_>>();
            let own = houses(account);
            self.standing().any(|other| {
                !other.voices.is_empty()
                    && !own.is_empty()
                    && houses(other).iter().all(|house| !own.contains(house))
                    && close(account, other)
            })
        };
        self.standing().filter(backed).min_by(|a, b| least(a).partial_cmp(&least(b)).unwrap_or(std::cmp::Ordering::Equal))
    }

    /// The estimate of a policy: its rule, and the claims that it rests on and that it sets aside.
    ///
    #[doc = example!(r#"let estimate = question.estimate(&Spread, question.low(), None, question.high());
assert!(estimate.why.contains("12 (sana; c#1)"));"#)]
    pub fn estimate<P: Policy + ?Sized>(&self, policy: &P, low: Option<f64>, best: Option<f64>, high: Option<f64>) -> Estimate {
        self.estimate_from(policy, |account| account.replaced_by.is_none(), [low, best, high])
    }

    /// The estimate of a policy that rests on the answers that it uses.
    pub(super) fn estimate_from<P: Policy + ?Sized>(
        &self,
        policy: &P,
        uses: impl Fn(&Account) -> bool,
        [low, best, high]: [Option<f64>; 3],
    ) -> Estimate {
        let (used, replaced): (Vec<&Account>, Vec<&Account>) = self.accounts.iter().partition(|account| uses(account));
        let (totals, parts): (Vec<&Account>, Vec<&Account>) = self.others.iter().partition(|other| other.scope != Scope::Incident);
        let words = |accounts: &[&Account]| accounts.iter().map(|account| self.words(account)).collect::<Vec<_>>().join("; ");
        let claims = |accounts: &[&Account]| -> Vec<ClaimId> { accounts.iter().flat_map(|account| account.claims.clone()).collect() };
        let mut why = format!("{}: {}", policy.rule(), words(&used));
        let mut set_aside = Vec::new();
        for (reason, accounts) in [(Reason::Replaced, replaced), (Reason::Part, parts), (Reason::Total, totals)] {
            if !accounts.is_empty() {
                why += &format!("; set aside as {reason}: {}", words(&accounts));
                set_aside.push(SetAside { reason, claims: claims(&accounts) });
            }
        }
        Estimate {
            harm: self.harm,
            group: self.group,
            low,
            best,
            high,
            policy: policy.name().to_owned(),
            why,
            used: claims(&used),
            set_aside,
        }
    }

    /// An account in a few words: the number, who gives it, and the claims.
    fn words(&self, account: &Account) -> String {
        let number = account.count.value().map(|value| value.to_string()).unwrap_or_default();
        let hedge = account.count.hedge();
        let hedge = if hedge == Hedge::Exactly { String::new() } else { format!("{} ", hedge.name().replace('_', " ")) };
        let ids: Vec<&str> = account.claims.iter().map(ClaimId::as_str).collect();
        let who: Vec<String> = account.voices.iter().map(|voice: &SourceId| self.voices.name(voice)).collect();
        let who = if who.is_empty() { "nobody named".to_owned() } else { who.join(", ") };
        format!("{hedge}{number} ({who}; {})", ids.join(", "))
    }
}

/// The least that an account says: its number, unless that is the most.
pub(super) fn least(account: &Account) -> Option<f64> {
    let bound_above = matches!(account.count.hedge(), Hedge::AtMost | Hedge::LessThan);
    account.count.low().or_else(|| account.count.value().filter(|_| !bound_above))
}

/// The most that an account says: its number, where the words leave it open above, for that is what codebooks record.
pub(super) fn most(account: &Account) -> Option<f64> {
    account.count.high().or_else(|| account.count.value())
}
