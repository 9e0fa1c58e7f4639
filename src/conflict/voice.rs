//! Whose voice it is: which sources speak as one, and how many speak for themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::copy;
use crate::model::{Claim, Source, SourceId, SourceKind};

/// Links of `speaks_for` that are followed: a spokesman of a department of a ministry; a circle ends here too.
const LINKS: usize = 4;

/// How the voice of an article begins whose outlet is unknown; what follows is an id of the user's and no path.
const ARTICLE: &str = "article:";

/// The sources of a set of claims, and which of them are one voice.
///
/// A spokesman is the body he speaks for. What belongs to a body (`sohr/director`) is that body. The organs of one state, or of
/// one body of states, are one voice too, since none of them can be trusted to know from elsewhere what another says.
/// Newspapers, monitors, unions, hospitals and witnesses of a country are voices of their own.
///
/// ```
/// use crosscheck::conflict::Voices;
/// use crosscheck::model::{Source, SourceId, SourceKind};
///
/// let spokesman = Source { speaks_for: Some(SourceId::new("m23")?), ..Source::new(SourceId::new("kanyuka")?, "Kanyuka", SourceKind::Person) };
/// let sources = [spokesman, Source::new(SourceId::new("m23")?, "M23", SourceKind::ArmedGroup)];
/// let voices = Voices::new(&sources);
/// assert_eq!(voices.house(&SourceId::new("kanyuka")?), SourceId::new("m23")?);
/// assert_eq!(voices.house(&SourceId::new("ru/defence-ministry")?), voices.house(&SourceId::new("ru/president")?));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Voices<'a> {
    sources: BTreeMap<&'a SourceId, &'a Source>,
}

impl<'a> Voices<'a> {
    /// The voices of these sources. A source that is not among them is told by the path of its id alone.
    pub fn new(sources: &'a [Source]) -> Self {
        Self { sources: sources.iter().map(|source| (&source.id, source)).collect() }
    }

    /// The body that a source speaks for; itself where it speaks for none.
    ///
    /// ```
    /// use crosscheck::{conflict::Voices, model::SourceId};
    /// let sana = SourceId::new("sana")?;
    /// assert_eq!(Voices::new(&[]).body(&sana), &sana);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn body<'s>(&self, id: &'s SourceId) -> &'s SourceId
    where
        'a: 's,
    {
        let mut body = id;
        for _ in 0..LINKS {
            match self.sources.get(body).and_then(|source| source.speaks_for.as_ref()) {
                Some(next) => body = next,
                None => break,
            }
        }
        body
    }

    /// The voice that a source counts as.
    pub fn house(&self, id: &SourceId) -> SourceId {
        let body = self.body(id);
        if body.as_str().starts_with(ARTICLE) {
            return body.clone();
        }
        let nobodys = |kind: Option<SourceKind>| kind.map_or(is_nameless(body), |kind| !is_official(kind));
        let own = is_state(body.root()) && nobodys(self.kind(body));
        if own { body.clone() } else { SourceId::new(body.root()).unwrap_or_else(|_| body.clone()) }
    }

    /// What sort of source it is, where that is known.
    pub(super) fn kind(&self, id: &SourceId) -> Option<SourceKind> {
        self.sources.get(id).map(|source| source.kind)
    }

    /// The sort of a source or of the body that it speaks for.
    fn sort(&self, id: &SourceId) -> Option<Sort> {
        self.kind(self.body(id)).and_then(Sort::of)
    }

    /// The voices that a claim counts as, in order: several where they say it together.
    pub(super) fn houses(&self, claim: &Claim) -> Vec<SourceId> {
        let houses: BTreeSet<SourceId> = claim.voices().iter().map(|id| self.house(id)).collect();
        houses.into_iter().collect()
    }

    /// The name of a source as a reader knows it.
    pub(crate) fn name(&self, id: &SourceId) -> String {
        self.sources.get(id).map_or_else(|| id.to_string(), |source| source.name.clone())
    }

    /// The voices behind these claims that are independent of each other, in order.
    ///
    /// Counted by voice, never by publisher: two outlets that cite one monitor are one voice, and so are two texts of the same
    /// wording. A voice that is told by a word that fits many ("residents", "officials") may be any of those of its sort (press, authorities,
    /// observers, witnesses, experts), and counts only
    /// where none of them does. An article that names nobody may rest on anybody: it counts only where nobody is cited at all, and
    /// then once.
    ///
    /// ```
    /// use crosscheck::{conflict::Voices, model::{Attribution, Claim, Kind, SourceId, Span}};
    /// let by = |article: &str, voice: &str| {
    ///     let claim = Claim::new(format!("{article}#1"), article, Kind::Strike, Span::new(0, 9)?)?;
    ///     Ok::<_, crosscheck::Error>(claim.said_by(Attribution::new(SourceId::new(voice)?, None)))
    /// };
    /// let claims = [by("a", "sohr")?, by("b", "sohr/director")?, by("c", "sana")?];
    /// assert_eq!(Voices::new(&[]).independent(&claims).len(), 2);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn independent<'c>(&self, claims: impl IntoIterator<Item = &'c Claim>) -> Vec<SourceId> {
        let claims: Vec<&Claim> = claims.into_iter().collect();
        let cited: Vec<&Claim> = claims.iter().copied().filter(|claim| !claim.attribution.is_empty()).collect();
        if cited.is_empty() {
            return claims.iter().flat_map(|claim| self.houses(claim)).min().into_iter().collect();
        }
        let mut groups: Vec<BTreeSet<SourceId>> = cited.iter().map(|claim| self.houses(claim).into_iter().collect()).collect();
        groups.extend(copy::groups(&cited).iter().map(|group| group.iter().flat_map(|&i| self.houses(cited[i])).collect()));
        let (nameless, mut voices): (Vec<SourceId>, Vec<SourceId>) =
            merge(groups).into_iter().filter_map(|group| group.into_iter().next()).partition(is_nameless);
        let mut sorts: BTreeSet<Sort> = cited
            .iter()
            .flat_map(|claim| claim.voices())
            .filter(|voice| !is_nameless(voice))
            .filter_map(|voice| self.sort(&voice))
            .collect();
        let (sorted, unsorted): (Vec<_>, Vec<_>) = nameless.into_iter().partition(|voice| self.sort(voice).is_some());
        voices.extend(sorted.into_iter().filter(|voice| self.sort(voice).is_some_and(|sort| sorts.insert(sort))));
        if voices.is_empty() {
            voices.extend(unsorted.into_iter().next());
        }
        voices
    }

    /// Whether somebody who has a name says it, and not only "officials".
    pub(super) fn named(&self, claim: &Claim) -> bool {
        claim.voices().iter().any(|voice| !is_nameless(voice))
    }

    /// Whether two claims are certainly of two voices: other houses, and where a word that fits many tells one, of another sort.
    pub(super) fn apart(&self, a: &Claim, b: &Claim) -> bool {
        let sorts = |claim: &Claim| claim.voices().iter().filter_map(|voice| self.sort(voice)).collect::<BTreeSet<_>>();
        let named = |claim: &Claim| self.named(claim);
        let (of_a, of_b) = (sorts(a), sorts(b));
        let known = |claim: &Claim, sorts: &BTreeSet<Sort>| named(claim) || !sorts.is_empty();
        let (houses, others) = (self.houses(a), self.houses(b));
        houses.iter().all(|house| !others.contains(house))
            && (named(a) && named(b) || known(a, &of_a) && known(b, &of_b) && of_a.is_disjoint(&of_b))
    }
}

/// Joins the sets that share a member.
fn merge(sets: Vec<BTreeSet<SourceId>>) -> Vec<BTreeSet<SourceId>> {
    let mut leader: BTreeMap<SourceId, SourceId> = BTreeMap::new();
    fn root(leader: &BTreeMap<SourceId, SourceId>, id: &SourceId) -> SourceId {
        let mut at = id;
        while let Some(next) = leader.get(at).filter(|next| *next != at) {
            at = next;
        }
        at.clone()
    }
    for set in &sets {
        let Some(least) = set.iter().map(|id| root(&leader, id)).min() else { continue };
        for id in set {
            leader.insert(root(&leader, id), least.clone());
            leader.insert(id.clone(), least.clone());
        }
    }
    let mut merged: BTreeMap<SourceId, BTreeSet<SourceId>> = BTreeMap::new();
    for id in leader.keys() {
        merged.entry(root(&leader, id)).or_default().insert(id.clone());
    }
    merged.into_values().collect()
}

/// Whether the first step of a path is a state's: two letters, as ISO 3166 gives them.
pub(super) fn is_state(root: &str) -> bool {
    root.len() == 2 && root.bytes().all(|b| b.is_ascii_lowercase()) && root != "un" && root != "eu"
}

/// Whether a source is told by a word that fits many ("residents", "officials") or by a name that nobody knows.
fn is_nameless(id: &SourceId) -> bool {
    id.as_str().split('/').any(|step| step.starts_with('~'))
}

/// Sources that speak for their state.
fn is_official(kind: SourceKind) -> bool {
    use SourceKind::*;
    matches!(kind, Government | Military | Service | International | Person | Other)
}

/// Sorts of source so far apart that a voice without a name is none of another sort: "officials" may be any authority, also a
/// hospital, but no resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Press,
    Authority,
    Observer,
    Witness,
    Expert,
}

impl Sort {
    fn of(kind: SourceKind) -> Option<Self> {
        use SourceKind::*;
        match kind {
            Outlet | Agency => Some(Sort::Press),
            Government | Military | ArmedGroup | International | Medical => Some(Sort::Authority),
            Monitor | Organisation => Some(Sort::Observer),
            Witness | Social => Some(Sort::Witness),
            Expert => Some(Sort::Expert),
            // Rescuers may be a state's or an association's.
            Person | Service | Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::test::{claim, sources};

    fn independent(voices: &[&str]) -> usize {
        let claims: Vec<Claim> = voices.iter().enumerate().map(|(i, voice)| claim(&format!("{i}#1")).by(voice).claim()).collect();
        Voices::new(&sources()).independent(&claims).len()
    }

    #[test]
    fn a_group_and_its_spokesman_and_the_organs_of_a_state_are_one() {
        assert_eq!(independent(&["m23", "m23/spokesman"]), 1);
        assert_eq!(independent(&["ua/police", "ua/railways"]), 1);
        assert_eq!(independent(&["sy/army", "sy/~rebels"]), 2);
    }

    #[test]
    fn residents_are_none_of_the_named_and_officials_may_be() {
        assert_eq!(independent(&["sohr", "~residents"]), 2);
        assert_eq!(independent(&["sy/government", "~officials"]), 1);
        assert_eq!(independent(&["~residents", "~officials"]), 2);
        assert_eq!(independent(&["~residents", "sohr", "~john-smith"]), 2);
    }
}
