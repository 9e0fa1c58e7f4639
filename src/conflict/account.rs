//! Accounts: which figure each voice gives, and whether it still stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Voices;
use super::case::{Case, Told};
use super::class::Class;
use super::figure::Figure;
use super::side;
use crate::matcher::Event;
use crate::model::{Claim, ClaimId, Group, Harm, Kind, Quantity, Scope, SourceId};

/// One number that one voice gives of one thing, with every claim that tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Account {
    /// What sort of thing is counted.
    pub kind: Kind,
    /// What befell the people, where people were harmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harm: Option<Harm>,
    /// Who is counted.
    pub group: Group,
    /// What the count covers.
    pub scope: Scope,
    /// Whether it counts only some of those whom another figure counts: "16 others", "80 000 in the capital".
    pub part: bool,
    /// The number, in the most careful words that it is told in.
    pub count: Quantity,
    /// The bodies that give it, in order; none where no article names any.
    pub voices: Vec<SourceId>,
    /// Those of them that do not rest on each other; of those that are one voice the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub independent: Vec<SourceId>,
    /// The claims that tell it, in the order of their reports.
    pub claims: Vec<ClaimId>,
    /// The day it was first told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The claim by which its voice replaced it; while there is none it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<ClaimId>,
}

/// The figures of an event by voice, in the order in which they were first told.
///
/// ```
/// use crosscheck::conflict::{Voices, accounts};
/// use crosscheck::matcher::Event;
/// use crosscheck::model::{Attribution, Claim, EventId, Group, Harm, Kind, Quantity, SourceId, Span};
///
/// let toll = |article: &str, day: &str, dead: f64| {
///     let claim = Claim::new(format!("{article}#1"), article, Kind::Casualties, Span::new(0, 40)?)?;
///     let claim = claim.harm(Harm::Killed, Group::People).count(Quantity::exactly(dead, "people")?).reported(day.parse()?);
///     Ok::<_, crosscheck::Error>(claim.said_by(Attribution::new(SourceId::new("sohr")?, None)))
/// };
/// let claims = [toll("a", "2016-06-26", 47.0)?, toll("b", "2016-06-27", 82.0)?];
/// let ids = claims.iter().map(|claim| claim.id.clone()).collect();
/// let event = Event { id: EventId::new("e")?, label: String::new(), claims: ids, when: None, place: None, part_of: None, links: vec![] };
///
/// let accounts = accounts(&event, &claims, &Voices::default());
/// assert_eq!(accounts[0].replaced_by.as_ref(), Some(&claims[1].id));
/// assert_eq!(accounts[1].replaced_by, None);
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn accounts<'a>(event: &Event, claims: impl IntoIterator<Item = &'a Claim>, voices: &Voices) -> Vec<Account> {
    let by_id: BTreeMap<_, _> = claims.into_iter().map(|claim| (&claim.id, claim)).collect();
    let voices = voices.among(by_id.values().copied());
    let told = super::case::tell(event, &by_id, &voices);
    let case = Case::new(event, &told, &voices);
    let mut accounts: Vec<Account> = case.figures.iter().filter_map(|figure| account(figure, &case)).collect();
    let order = |account: &Account| told.iter().position(|told| account.claims.first() == Some(&told.claim.id));
    accounts.sort_by_cached_key(order);
    accounts
}

fn account(figure: &Figure, case: &Case) -> Option<Account> {
    let careful = |told: &&&Told| {
        let (low, high) = told.claim.count.as_ref().map_or((0.0, 0.0), Quantity::room);
        (low <= figure.room.0) as u8 + (high >= figure.room.1) as u8
    };
    let mut told = figure.told.clone();
    told.sort_by_cached_key(|told| (told.day(), told.claim.id.clone()));
    let group = figure.classes.iter().find_map(|class| match class {
        Class::Only(group) => Some(*group),
        _ => None,
    });
    let voices = side::bodies(told.iter().copied().filter(|told| told.cited), case);
    Some(Account {
        kind: figure.counted.kind,
        harm: figure.counted.harm,
        group: group.unwrap_or(Group::People),
        scope: figure.counted.scope,
        part: figure.is_part(),
        count: told.iter().rev().max_by_key(careful)?.claim.count.clone()?,
        voices,
        independent: case.voices.independent(told.iter().filter(|told| told.cited).map(|told| told.claim)),
        since: told.iter().find_map(|told| told.day()),
        claims: told.iter().map(|told| told.claim.id.clone()).collect(),
        replaced_by: figure.replaced.map(|next| next.claim.id.clone()),
    })
}
