//! Whose voice it is: which sources speak as one, and how many speak for themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::copy;
use crate::model::{Claim, Source, SourceId, SourceKind};
use crate::text::sound;

/// Links of `speaks_for` that are followed: a spokesman of a department of a ministry; a circle ends here too.
const LINKS: usize = 4;

/// How surely a person whose body is not known speaks for none that is named elsewhere.
const PERSON: f64 = 0.7;

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
    sources: Arc<BTreeMap<&'a SourceId, &'a Source>>,
    /// Persons whose names are one name written in another way, and the one that stands for them.
    namesakes: Arc<BTreeMap<&'a SourceId, &'a SourceId>>,
    /// Offices of a state that is not named, and the one that is meant.
    offices: BTreeMap<&'a SourceId, &'a SourceId>,
}

impl<'a> Voices<'a> {
    /// The voices of these sources. A source that is not among them is told by the path of its id alone.
    pub fn new(sources: &'a [Source]) -> Self {
        let sources: BTreeMap<&SourceId, &Source> = sources.iter().map(|source| (&source.id, source)).collect();
        let mut first: BTreeMap<String, &SourceId> = BTreeMap::new();
        let mut namesakes = BTreeMap::new();
        for (id, source) in sources.iter().filter(|(id, source)| source.kind == SourceKind::Person && id.as_str().starts_with('~')) {
            if let Some(sound) = sound(&source.name) {
                namesakes.insert(*id, *first.entry(sound).or_insert(id));
            }
        }
        Self { sources: Arc::new(sources), namesakes: Arc::new(namesakes), offices: BTreeMap::new() }
    }

    /// The same among the claims of one event: an office that may be any state's ("the interior ministry") is that of the one state
    /// whose office of that name is cited too.
    pub(crate) fn among<'c>(&self, claims: impl IntoIterator<Item = &'c Claim>) -> Self {
        let cited = claims.into_iter().flat_map(|claim| &claim.attribution).filter_map(|link| self.sources.get_key_value(&link.source));
        let (mut any, mut of_states) = (BTreeMap::new(), BTreeMap::<&str, BTreeSet<&'a SourceId>>::new());
        for (id, _) in cited.filter(|(_, source)| is_official(source.kind) && source.kind != SourceKind::Person) {
            match id.as_str().split_once('/') {
                Some((state, office)) if is_state(state) => _ = of_states.entry(office).or_default().insert(id),
                Some(_) => {}
                None => any.extend(id.as_str().strip_prefix('~').map(|office| (office, *id))),
            }
        }
        let one = |office: &str| of_states.get(office).filter(|ids| ids.len() == 1)?.first().copied();
        let offices = any.into_iter().filter_map(|(office, id)| Some((id, one(office)?))).collect();
        Self { offices, ..self.clone() }
    }

    /// The body that a source speaks for; itself where it speaks for none. Of a person whose name is written in several ways, the first.
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
        self.namesakes.get(body).or_else(|| self.offices.get(body)).copied().unwrap_or(body)
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

    /// The sorts that a source, or the body that it speaks for, may be of; none where it may be of any.
    fn sorts(&self, id: &SourceId) -> &'static [Sort] {
        match self.kind(self.body(id)) {
            // An association that nobody names is of people on the spot, and so may be those who are only called residents.
            Some(SourceKind::Organisation) if is_nameless(id) => &[Sort::Observer, Sort::Witness],
            kind => kind.map_or(&[], Sort::of),
        }
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
        let named = cited.iter().flat_map(|claim| claim.voices()).filter(|voice| !is_nameless(voice));
        let mut heard: BTreeSet<Sort> = named.flat_map(|voice| self.sorts(&voice).iter().copied()).collect();
        let (sorted, unsorted): (Vec<_>, Vec<_>) = nameless.into_iter().partition(|voice| !self.sorts(voice).is_empty());
        for voice in sorted {
            let sorts = self.sorts(&voice);
            if sorts.iter().all(|sort| !heard.contains(sort)) {
                heard.extend(sorts);
                voices.push(voice);
            }
        }
        if voices.is_empty() {
            voices.extend(unsorted.into_iter().next());
        }
        voices
    }

    /// Whether somebody who has a name says it, and not only "officials".
    pub(super) fn named(&self, claim: &Claim) -> bool {
        claim.voices().iter().any(|voice| !is_nameless(voice))
    }

    /// How surely two claims are of two voices, from 0 to 1; `None` where one voice may stand behind both. Certainly of two are those of
    /// other houses that both have a name, or that are of other sorts. A person who is known by his name alone may speak for a body that is
    /// named elsewhere, and seldom does; two such persons often speak for one.
    pub(super) fn apart(&self, a: &Claim, b: &Claim) -> Option<f64> {
        let (houses, others) = (self.houses(a), self.houses(b));
        let sorts = |claim: &Claim| claim.voices().iter().flat_map(|voice| self.sorts(voice).iter().copied()).collect::<BTreeSet<_>>();
        let (of_a, of_b) = (sorts(a), sorts(b));
        let known = |claim: &Claim, sorts: &BTreeSet<Sort>| self.named(claim) || !sorts.is_empty();
        match () {
            () if houses.iter().any(|house| others.contains(house)) => None,
            () if self.named(a) && self.named(b) => Some(1.0),
            () if known(a, &of_a) && known(b, &of_b) && of_a.is_disjoint(&of_b) => Some(1.0),
            () if self.of_person(a, b) || self.of_person(b, a) => Some(PERSON),
            () => None,
        }
    }

    /// Whether a person whom no table knows says the one, and a body with a name the other.
    fn of_person(&self, a: &Claim, b: &Claim) -> bool {
        let person = |id: &SourceId| self.kind(id) == Some(SourceKind::Person);
        a.voices().iter().all(person) && b.voices().iter().all(|id| !is_nameless(id) && !person(id))
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
    fn of(kind: SourceKind) -> &'static [Self] {
        use SourceKind::*;
        match kind {
            Outlet | Agency => &[Sort::Press],
            Government | Military | ArmedGroup | International | Medical => &[Sort::Authority],
            Monitor | Organisation => &[Sort::Observer],
            Witness | Social => &[Sort::Witness],
            Expert => &[Sort::Expert],
            // Rescuers may be a state's or an association's.
            Service => &[Sort::Authority, Sort::Observer],
            Person => &[Sort::Authority, Sort::Observer, Sort::Witness, Sort::Expert],
            Other => &[],
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

    #[test]
    fn one_name_in_two_spellings_is_one_voice() {
        let person = |id: &str, name: &str| Source::new(SourceId::new(id).unwrap(), name, SourceKind::Person);
        let sources = [
            person("~serhii-bolvinov", "Serhii Bolvinov"),
            person("~serguei-bolvinov", "Sergueï Bolvinov"),
            person("~bolvinov", "Bolvinov"),
        ];
        let house = |id: &str| Voices::new(&sources).house(&SourceId::new(id).unwrap());
        assert_eq!(house("~serhii-bolvinov"), house("~serguei-bolvinov"));
        assert_ne!(house("~serhii-bolvinov"), house("~bolvinov"));
    }

    #[test]
    fn an_office_without_a_state_is_that_of_the_one_state_that_is_cited() {
        let of = |id: &str, kind| Source::new(SourceId::new(id).unwrap(), id, kind);
        let (ministry, service) = (SourceKind::Government, SourceKind::Service);
        let sources =
            [of("~fire-service", service), of("gr/fire-service", service), of("it/fire-service", service), of("gr/police", ministry)];
        let voices = Voices::new(&sources);
        let house = |cited: &[&str]| {
            let claims: Vec<Claim> = cited.iter().map(|id| claim("a#1").by(id).claim()).collect();
            voices.among(&claims).house(&SourceId::new("~fire-service").unwrap()).to_string()
        };
        assert_eq!(house(&["~fire-service", "gr/fire-service"]), "gr");
        assert_eq!(house(&["~fire-service", "gr/fire-service", "it/fire-service"]), "~fire-service");
        assert_eq!(house(&["~fire-service", "gr/police"]), "~fire-service");
    }

    #[test]
    fn a_person_is_probably_no_named_body_and_officials_may_be_anybody() {
        let person = |id: &str, name: &str| Source::new(SourceId::new(id).unwrap(), name, SourceKind::Person);
        let of = |id: &str, kind| Source::new(SourceId::new(id).unwrap(), id, kind);
        let sources = [
            person("~ali-saleh", "Ali Saleh"),
            person("~omar-idriss", "Omar Idriss"),
            of("article:b/~officials", SourceKind::Government),
            of("article:b/~lawmaker", SourceKind::Organisation),
            of("~rescuers", SourceKind::Service),
            of("bf/government", SourceKind::Government),
        ];
        let voices = Voices::new(&sources);
        let apart = |a: &str, b: &str| voices.apart(&claim("a#1").by(a).claim(), &claim("b#1").by(b).claim());
        assert_eq!(apart("~ali-saleh", "bf/government"), Some(PERSON));
        assert_eq!(apart("article:b/~lawmaker", "bf/government"), Some(1.0));
        assert_eq!(apart("~ali-saleh", "~omar-idriss"), None);
        assert_eq!(apart("~ali-saleh", "~rescuers"), None);
        assert_eq!(apart("~rescuers", "article:b/~officials"), None);
        assert_eq!(apart("bf/government", "article:b/~officials"), None);
    }
}
