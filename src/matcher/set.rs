//! A living set of events: articles come, go and are corrected, a person decides, and the events are always those of all claims
//! at once.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::event::Event;
use super::group::Group;
use super::history::{Change, History};
use super::living::Living;
use super::record;
use super::ruling::{Marks, Rulings};
use super::saved::Saved;
use super::telling::{self, Telling};
use super::web::Web;
use super::weights::Weights;
use super::whole::{self, Piece};
use super::{key, link, summary};
use crate::error::{Error, Result};
use crate::model::{ArticleId, Claim, ClaimId, EventId};

/// Events that grow with the news.
///
/// In whatever order articles come, one at a time or all at once, the events and their ids are those that
/// [`link`](super::link()) makes of all claims. An event goes by its least claim, so that its id may change; the set knows what
/// became of each.
///
/// ```
/// use crosscheck::matcher::{EventSet, link};
/// use crosscheck::model::{Claim, Kind, Place, PlaceId, Span};
/// let raid = |id, article| -> crosscheck::Result<Claim> {
///     let quote = Some("Raids on the market of the old town killed many, residents say".to_owned());
///     let claim = Claim { quote, ..Claim::new(id, article, Kind::Strike, Span::new(0, 9)?)? };
///     Ok(claim.at(Place::new(PlaceId::new("sy/idlib/maarat")?, "Maarat")))
/// };
/// let mut set = EventSet::default();
/// set.insert(vec![raid("b#1", "b")?])?;
/// set.insert(vec![raid("a#1", "a")?])?;
/// assert_eq!(set.events(), link(&[raid("a#1", "a")?, raid("b#1", "b")?]));
/// // The event that went by the claim of b now goes by that of a.
/// assert_eq!(set.history()[0].event.as_str(), "event:b#1");
/// assert_eq!(set.resolve(&set.history()[0].event)[0].as_str(), "event:a#1");
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Default, Deserialize)]
#[serde(try_from = "Saved")]
pub struct EventSet {
    weights: Weights,
    rulings: Rulings,
    marks: Marks,
    numbers: BTreeMap<ArticleId, u32>,
    articles: Vec<Article>,
    /// Where each claim is, by the hash of its id.
    seats: FxHashMap<u64, Seat>,
    web: Web,
    groups: Living,
    history: History,
}

/// The claims of an article in order, as a person has them, and its tellings.
#[derive(Debug, Default)]
struct Article {
    claims: Vec<Claim>,
    /// Those that a person corrected or rejected, as they were read.
    read: BTreeMap<ClaimId, Claim>,
    items: Vec<u32>,
}

/// The article of a claim, and the telling that it is in unless it is rejected.
#[derive(Debug, Clone, Copy)]
struct Seat {
    article: u32,
    item: Option<u32>,
}

impl EventSet {
    /// A set without claims, with a table of weights of one's own.
    ///
    /// ```
    /// use crosscheck::matcher::{EventSet, Weights};
    /// assert!(EventSet::new(Weights::default().with_threshold(9.0)).events().is_empty());
    /// ```
    pub fn new(weights: Weights) -> Self {
        Self { weights, ..Self::default() }
    }

    /// Adds claims, of one article or of many. A claim whose id is known replaces the one that had it. Returns what became of
    /// events that changed their ids. An id that belongs to a claim of another article is an error, and nothing is added.
    ///
    /// ```
    /// use crosscheck::matcher::EventSet;
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let mut set = EventSet::default();
    /// set.insert(vec![Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?])?;
    /// assert!(set.insert(vec![Claim::new("a#1", "b", Kind::Strike, Span::new(0, 9)?)?]).is_err());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn insert(&mut self, claims: Vec<Claim>) -> Result<Vec<Change>> {
        let given = self.by_article(claims)?;
        let joined = given.into_iter().map(|(article, given)| {
            let kept: Vec<Claim> = self.as_read(&article).filter(|claim| !given.contains_key(&claim.id)).cloned().collect();
            (article, kept.into_iter().chain(given.into_values()).collect())
        });
        let joined = joined.collect();
        Ok(self.put(joined))
    }

    /// Takes out an article with all its claims. Returns what became of events that changed their ids.
    ///
    /// ```
    /// use crosscheck::matcher::EventSet;
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let mut set = EventSet::default();
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// set.insert(vec![claim.clone()])?;
    /// assert!(set.remove(&claim.article)[0].became.is_empty());
    /// assert!(set.events().is_empty());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn remove(&mut self, article: &ArticleId) -> Vec<Change> {
        self.put(vec![(article.clone(), Vec::new())])
    }

    /// Puts these claims in the place of all that their articles had: corrected articles. Returns what became of events that
    /// changed their ids.
    ///
    /// ```
    /// use crosscheck::matcher::EventSet;
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let claim = |id| Claim::new(id, "a", Kind::Strike, Span::new(0, 9)?);
    /// let mut set = EventSet::default();
    /// set.insert(vec![claim("a#1")?, claim("a#2")?])?;
    /// set.replace(vec![claim("a#2")?])?;
    /// assert_eq!(set.events()[0].claims.len(), 1);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn replace(&mut self, claims: Vec<Claim>) -> Result<Vec<Change>> {
        let given = self.by_article(claims)?;
        Ok(self.put(given.into_iter().map(|(article, given)| (article, given.into_values().collect())).collect()))
    }

    /// Lets these rulings hold, in place of those that held before, for the claims that are here and all that come. A corrected
    /// claim is shown as corrected, a rejected one is in no event; both are kept as they were read, and are that again where no
    /// word is said of them any more. Returns what became of events that changed their ids.
    ///
    /// ```
    /// use crosscheck::matcher::{EventSet, Rulings};
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let raid = |id, article| Claim::new(id, article, Kind::Strike, Span::new(0, 9)?);
    /// let (a, b) = (raid("a#1", "a")?, raid("b#1", "b")?);
    /// let (mut set, mut rulings) = (EventSet::default(), Rulings::default());
    /// set.insert(vec![a.clone(), b.clone()])?;
    /// rulings.join(&a.id, &b.id);
    /// set.rule(rulings);
    /// assert_eq!(set.events().len(), 1);
    /// set.rule(Rulings::default());
    /// assert_eq!(set.events().len(), 2);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn rule(&mut self, rulings: Rulings) -> Vec<Change> {
        let marks = rulings.marks();
        let seat = |id: &&ClaimId| self.seats.get(&key::hash(id.as_str()));
        let named: BTreeSet<&ClaimId> = self.rulings.named().chain(rulings.named()).collect();
        let changed = named.into_iter().filter(|id| !self.rulings.same_word(&rulings, id) || !self.marks.same_word(&marks, id));
        let articles: BTreeSet<u32> = changed.filter_map(|id| seat(&id)).map(|seat| seat.article).collect();
        let articles = articles.into_iter().filter_map(|number| {
            let id = self.articles[number as usize].id()?;
            Some((id.clone(), self.as_read(id).cloned().collect()))
        });
        let articles = articles.collect();
        (self.rulings, self.marks) = (rulings, marks);
        self.put(articles)
    }

    /// The rulings that hold.
    ///
    /// ```
    /// use crosscheck::matcher::{EventSet, Rulings};
    /// assert_eq!(*EventSet::default().rulings(), Rulings::default());
    /// ```
    pub fn rulings(&self) -> &Rulings {
        &self.rulings
    }

    /// The match weights.
    pub(super) fn weights(&self) -> &Weights {
        &self.weights
    }

    /// All claims, by article and number, as the [rulings](Self::rulings) have them.
    ///
    /// ```
    /// assert_eq!(crosscheck::matcher::EventSet::default().claims().count(), 0);
    /// ```
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.numbers.values().flat_map(|&number| &self.articles[number as usize].claims)
    }

    /// All claims, by article, as they were read.
    pub(super) fn claims_as_read(&self) -> impl Iterator<Item = &Claim> {
        self.numbers.keys().flat_map(|article| self.as_read(article))
    }

    /// All events, in the order of their first claims.
    ///
    /// ```
    /// assert!(crosscheck::matcher::EventSet::default().events().is_empty());
    /// ```
    pub fn events(&self) -> Vec<Event> {
        whole::nest(self.groups.all().map(|group| self.piece(group)).collect())
    }

    /// The event of that id, if there is one now.
    ///
    /// ```
    /// use crosscheck::matcher::EventSet;
    /// use crosscheck::model::{Claim, EventId, Kind, Span};
    /// let mut set = EventSet::default();
    /// set.insert(vec![Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?])?;
    /// assert_eq!(set.event(&EventId::new("event:a#1")?).as_ref(), set.events().first());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn event(&self, id: &EventId) -> Option<Event> {
        let group = self.group(id)?;
        let articles = group.tellings.iter().map(|&item| &self.articles[self.web.telling(item).article as usize]);
        let beside: BTreeSet<u32> = articles.flat_map(|article| &article.items).filter_map(|&item| self.groups.number(item)).collect();
        let beside = beside.into_iter().map(|number| self.groups.group(number));
        let beside = beside.filter(|other| other.tellings != group.tellings);
        let beside = beside.map(|group| Piece::new(self.told(group).collect(), Vec::new(), self.tellers(group)));
        whole::nest(beside.chain([self.piece(group)]).collect()).into_iter().find(|event| event.id == *id)
    }

    /// The events that an id leads to: itself, and what was merged with or split from it since.
    ///
    /// ```
    /// use crosscheck::matcher::EventSet;
    /// use crosscheck::model::EventId;
    /// assert!(EventSet::default().resolve(&EventId::new("event:a#1")?).is_empty());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn resolve(&self, id: &EventId) -> Vec<EventId> {
        let (mut open, mut seen, mut found) = (vec![id], BTreeSet::new(), BTreeSet::new());
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let became = self.history.became(id);
            let lives = self.group(id).is_some();
            if lives {
                found.insert(id.clone());
            }
            // An event that came back under its old id is not what the old one became.
            if !lives || became.contains(id) {
                open.extend(became);
            }
        }
        found.into_iter().collect()
    }

    /// What became of events, the first change first.
    ///
    /// ```
    /// assert!(crosscheck::matcher::EventSet::default().history().is_empty());
    /// ```
    pub fn history(&self) -> &[Change] {
        self.history.changes()
    }

    /// A set as it was written.
    pub(super) fn restored(weights: Weights, rulings: Rulings, claims: Vec<Claim>, history: History) -> Result<Self> {
        let mut set = Self { marks: rulings.marks(), weights, rulings, ..Self::default() };
        set.insert(claims)?;
        Ok(Self { history, ..set })
    }

    /// Claims by article and id, of those with one id the last. An id that is another article's is an error.
    fn by_article(&self, claims: Vec<Claim>) -> Result<BTreeMap<ArticleId, BTreeMap<ClaimId, Claim>>> {
        let mut given: BTreeMap<ArticleId, BTreeMap<ClaimId, Claim>> = BTreeMap::new();
        let mut articles: FxHashMap<u64, ArticleId> = FxHashMap::default();
        for claim in claims {
            let id = key::hash(claim.id.as_str());
            let known = self.seats.get(&id).and_then(|seat| self.articles[seat.article as usize].id());
            if let Some(other) = known.or_else(|| articles.get(&id)).filter(|other| **other != claim.article) {
                let why = format!("{} of article {} is the id of a claim of article {other}; ids must be unique", claim.id, claim.article);
                return Err(Error::invalid("claim id", why));
            }
            articles.insert(id, claim.article.clone());
            given.entry(claim.article.clone()).or_default().insert(claim.id.clone(), claim);
        }
        Ok(given)
    }

    /// Puts claims, as they were read, in the place of all that their articles had.
    fn put(&mut self, articles: Vec<(ArticleId, Vec<Claim>)>) -> Vec<Change> {
        let articles: Vec<(u32, Vec<Claim>)> = articles.into_iter().map(|(id, claims)| (self.number(id), claims)).collect();
        let gone: Vec<u32> = articles.iter().flat_map(|&(number, _)| &self.articles[number as usize].items).copied().collect();
        let (taken, opened) = self.groups.take(&gone);
        let mut old: Vec<(EventId, Vec<u64>)> = taken.iter().map(|group| self.held(group)).collect();
        let tellings: Vec<Telling> = articles.into_iter().flat_map(|(number, claims)| self.tellings(number, claims)).collect();
        if self.web.len() == gone.len() {
            let (web, groups) = Web::new(tellings, &self.weights);
            (self.web, self.groups) = (web, Living::of(groups));
            self.web.items().for_each(|item| seat(item, &self.web, &mut self.articles, &mut self.seats));
        } else {
            let (items, pairs) = self.web.replace(&gone, tellings, &self.weights);
            items.iter().for_each(|&item| seat(item, &self.web, &mut self.articles, &mut self.seats));
            let gone = self.groups.regroup(&self.web, &items, &pairs, opened, &self.weights);
            old.extend(gone.iter().map(|group| self.held(group)));
        }
        self.tell(old)
    }

    /// The number of an article, new or known.
    fn number(&mut self, article: ArticleId) -> u32 {
        let next = self.articles.len() as u32;
        let number = *self.numbers.entry(article).or_insert(next);
        if number == next {
            self.articles.push(Article::default());
        }
        number
    }

    /// Puts these claims in the place of an article's; returns what it tells.
    fn tellings(&mut self, number: u32, claims: Vec<Claim>) -> Vec<Telling> {
        let new = Article::of(claims, &self.rulings);
        let old = std::mem::replace(&mut self.articles[number as usize], new);
        old.all().for_each(|claim| _ = self.seats.remove(&key::hash(claim.id.as_str())));
        let article = &self.articles[number as usize];
        let seats = article.all().map(|claim| (key::hash(claim.id.as_str()), Seat { article: number, item: None }));
        self.seats.extend(seats);
        telling::tellings(number, article.claims.iter().map(|claim| self.marks.record(claim)).collect(), &self.weights)
    }

    /// What an event of a group is called, and its claims.
    fn held(&self, group: &Group) -> (EventId, Vec<u64>) {
        let claims = group.tellings.iter().flat_map(|&item| self.web.telling(item).records.iter().map(|record| record.id));
        (self.id(group), claims.collect())
    }

    /// Writes down what became of these events, which held these claims.
    fn tell(&mut self, old: Vec<(EventId, Vec<u64>)>) -> Vec<Change> {
        let holder = |claim: &u64| self.groups.number(self.seats.get(claim)?.item?);
        let now = |claims: Vec<u64>| {
            let holders: BTreeSet<u32> = claims.iter().filter_map(holder).collect();
            let mut ids: Vec<EventId> = holders.into_iter().map(|number| self.id(self.groups.group(number))).collect();
            ids.sort();
            ids
        };
        let changes = old.into_iter().map(|(event, claims)| Change { event, became: now(claims) });
        let mut changes: Vec<Change> = changes.filter(|change| change.became[..] != [change.event.clone()]).collect();
        changes.sort_by(|x, y| x.event.cmp(&y.event));
        self.history.note(&changes);
        changes
    }

    /// The claims of an article, as they were read.
    fn as_read(&self, article: &ArticleId) -> impl Iterator<Item = &Claim> {
        let article = self.numbers.get(article).map(|&number| &self.articles[number as usize]);
        article
            .into_iter()
            .flat_map(|article| article.claims.iter().filter(|claim| !article.read.contains_key(&claim.id)).chain(article.read.values()))
    }

    /// The claims of a group.
    fn told(&self, group: &Group) -> impl Iterator<Item = &Claim> {
        let tellings = group.tellings.iter().map(|&item| self.web.telling(item));
        tellings.flat_map(|telling| telling.claims.iter().map(|&n| &self.articles[telling.article as usize].claims[n as usize]))
    }

    /// The articles that tell what a group holds.
    fn tellers(&self, group: &Group) -> Vec<u32> {
        group.tellings.iter().map(|&item| self.web.telling(item).article).collect()
    }

    /// The id of a group's event.
    fn id(&self, group: &Group) -> EventId {
        let tellings = group.tellings.iter().map(|&item| self.web.telling(item));
        let firsts = tellings.map(|telling| &self.articles[telling.article as usize].claims[telling.claims[0] as usize].id);
        summary::id(firsts.min_by_key(|id| record::order(id)).expect("a group has claims"))
    }

    /// The group whose event goes by that id.
    fn group(&self, id: &EventId) -> Option<&Group> {
        let seat = self.seats.get(&key::hash(id.as_str().strip_prefix(summary::EVENT)?))?;
        Some(self.groups.group(self.groups.number(seat.item?)?)).filter(|group| self.id(group) == *id)
    }

    /// The event of a group, but for what it is a part of.
    fn piece(&self, group: &Group) -> Piece {
        let claim = |article: u32, n: u32| &self.articles[article as usize].claims[n as usize];
        link::piece(group, |item| self.web.telling(item), claim, &self.weights)
    }
}

impl Article {
    /// An article of these claims, as a person has them.
    fn of(claims: Vec<Claim>, rulings: &Rulings) -> Self {
        let mut article = Self::default();
        for claim in claims {
            let ruled = rulings.apply(&claim);
            let stands = ruled.as_ref() == Some(&claim);
            article.claims.extend(ruled);
            if !stands {
                article.read.insert(claim.id.clone(), claim);
            }
        }
        article.claims.sort_by(|x, y| (record::order(&x.id), x.span, x.kind).cmp(&(record::order(&y.id), y.span, y.kind)));
        article
    }

    /// Its claims and those that were rejected; of those that were corrected both.
    fn all(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().chain(self.read.values())
    }

    /// Its id, if it has claims.
    fn id(&self) -> Option<&ArticleId> {
        self.all().next().map(|claim| &claim.article)
    }
}

/// Writes down where a telling's claims are.
fn seat(item: u32, web: &Web, articles: &mut [Article], seats: &mut FxHashMap<u64, Seat>) {
    let telling = web.telling(item);
    articles[telling.article as usize].items.push(item);
    seats.extend(telling.records.iter().map(|record| (record.id, Seat { article: telling.article, item: Some(item) })));
}

#[cfg(test)]
mod tests;
