//! A living set of events: articles come, go and are corrected, and the events are always those of all claims at once.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize, Serializer};

use super::event::Event;
use super::record::{self, Record};
use super::web::{Group, Web};
use super::weights::Weights;
use super::{key, link, summary, telling, whole};
use crate::error::{Error, Result};
use crate::model::{ArticleId, Claim, EventId};

/// What became of an event: merged into another, split into several, known under another id, or gone.
///
/// ```
/// use crosscheck::matcher::Change;
/// use crosscheck::model::EventId;
/// let merged = Change { event: EventId::new("event:b#1")?, became: vec![EventId::new("event:a#1")?] };
/// assert_eq!(merged.became.len(), 1);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The id that it had.
    pub event: EventId,
    /// The events that now hold its claims, in order; none where its claims are gone.
    pub became: Vec<EventId>,
}

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
    numbers: BTreeMap<ArticleId, u32>,
    articles: Vec<Article>,
    web: Web,
    /// The groups, numbered as they were made, and the group of each telling.
    groups: FxHashMap<u32, Group>,
    group_of: FxHashMap<u32, u32>,
    made: u32,
    /// The telling of each claim, by the hash of its id.
    telling_of: FxHashMap<u64, u32>,
    history: Vec<Change>,
    /// The last change of each event, as an index into the history.
    last: BTreeMap<EventId, usize>,
}

/// The claims of an article in order, and its tellings.
#[derive(Debug, Default)]
struct Article {
    claims: Vec<Claim>,
    items: Vec<u32>,
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
        let mut given: BTreeMap<ArticleId, BTreeMap<_, Claim>> = BTreeMap::new();
        let mut articles: FxHashMap<u64, ArticleId> = FxHashMap::default();
        for claim in claims {
            let known = self.article_of(&claim).or_else(|| articles.get(&key::hash(claim.id.as_str())));
            if let Some(other) = known.filter(|other| **other != claim.article) {
                let why = format!("{} of article {} is the id of a claim of article {other}; ids must be unique", claim.id, claim.article);
                return Err(Error::invalid("claim id", why));
            }
            articles.insert(key::hash(claim.id.as_str()), claim.article.clone());
            given.entry(claim.article.clone()).or_default().insert(claim.id.clone(), claim);
        }
        let joined = given.into_iter().map(|(article, given)| {
            let kept = self.claims_of(&article).iter().filter(|claim| !given.contains_key(&claim.id)).cloned().collect::<Vec<_>>();
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
        let articles: BTreeSet<ArticleId> = claims.iter().map(|claim| claim.article.clone()).collect();
        let ids: FxHashSet<_> = claims.iter().map(|claim| claim.id.clone()).collect();
        let changes = self.insert(claims)?;
        let kept = articles.into_iter().map(|article| {
            let kept = self.claims_of(&article).iter().filter(|claim| ids.contains(&claim.id)).cloned().collect();
            (article, kept)
        });
        let kept = kept.collect();
        Ok([changes, self.put(kept)].concat())
    }

    /// All claims, by article and number.
    ///
    /// ```
    /// assert_eq!(crosscheck::matcher::EventSet::default().claims().count(), 0);
    /// ```
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.numbers.values().flat_map(|&number| &self.articles[number as usize].claims)
    }

    /// All events, in the order of their first claims.
    ///
    /// ```
    /// assert!(crosscheck::matcher::EventSet::default().events().is_empty());
    /// ```
    pub fn events(&self) -> Vec<Event> {
        let mut events: Vec<Event> = self.groups.values().map(|group| self.render(group)).collect();
        events.sort_by(|x, y| record::order(&x.claims[0]).cmp(&record::order(&y.claims[0])));
        whole::nest(&mut events, &self.claims().collect::<Vec<_>>());
        events
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
        let beside: BTreeSet<u32> = articles.flat_map(|article| &article.items).map(|item| self.group_of[item]).collect();
        let beside: Vec<&Group> = beside.iter().map(|first| &self.groups[first]).filter(|other| other.tellings != group.tellings).collect();
        let claims: Vec<&Claim> = beside.iter().copied().chain([group]).flat_map(|group| self.told(group)).collect();
        let mut events = vec![self.render(group)];
        events.extend(beside.iter().map(|group| summary::event(self.told(group).collect(), Vec::new())));
        whole::nest(&mut events, &claims);
        events.into_iter().next()
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
            let became = self.last.get(id).map_or(&[][..], |&change| &self.history[change].became);
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
        &self.history
    }

    /// Puts claims in the place of all that their articles had.
    fn put(&mut self, articles: Vec<(ArticleId, Vec<Claim>)>) -> Vec<Change> {
        let mut told = Vec::new();
        let mut gone = Vec::new();
        for (article, mut claims) in articles {
            claims.sort_by(|x, y| (record::order(&x.id), x.span, x.kind).cmp(&(record::order(&y.id), y.span, y.kind)));
            let next = self.articles.len() as u32;
            let number = *self.numbers.entry(article).or_insert(next);
            if number == next {
                self.articles.push(Article::default());
            }
            gone.append(&mut self.articles[number as usize].items);
            told.push((number, claims));
        }
        let mut old = Vec::new();
        let mut open: Vec<u32> = gone.iter().flat_map(|&item| self.dissolve(item, &mut old)).collect();
        for &item in &gone {
            self.web.telling(item).records.iter().for_each(|record| _ = self.telling_of.remove(&record.id));
        }
        open.retain(|item| !gone.contains(item));
        open.extend(self.web.remove(&gone, &self.weights));
        let mut tellings = Vec::new();
        for (number, claims) in told {
            tellings.extend(telling::tellings(number, claims.iter().map(Record::new).collect(), &self.weights));
            self.articles[number as usize].claims = claims;
        }
        let (items, changed) = if self.telling_of.is_empty() {
            self.web = Web::new(tellings, &self.weights);
            (self.web.items().collect(), Vec::new())
        } else {
            self.web.add(tellings, &self.weights)
        };
        for &item in &items {
            let telling = self.web.telling(item);
            self.articles[telling.article as usize].items.push(item);
            telling.records.iter().for_each(|record| _ = self.telling_of.insert(record.id, item));
        }
        open.extend(items.into_iter().chain(changed));
        for group in self.web.groups(open.into_iter(), &self.weights) {
            let standing = self.group_of.get(&group.tellings[0]).map(|number| &self.groups[number]);
            if standing.is_some_and(|standing| *standing == group) {
                continue;
            }
            group.tellings.iter().for_each(|&item| _ = self.dissolve(item, &mut old));
            self.made += 1;
            self.group_of.extend(group.tellings.iter().map(|&item| (item, self.made)));
            self.groups.insert(self.made, group);
        }
        self.tell(old)
    }

    /// Takes the group of a telling apart, if it is in one, and keeps in mind what it was. Returns its tellings.
    fn dissolve(&mut self, item: u32, old: &mut Vec<(EventId, Vec<u64>)>) -> Vec<u32> {
        let Some(group) = self.group_of.get(&item).and_then(|number| self.groups.remove(number)) else { return Vec::new() };
        let claims = group.tellings.iter().flat_map(|&item| self.web.telling(item).records.iter().map(|record| record.id));
        old.push((self.id(&group), claims.collect()));
        group.tellings.iter().for_each(|item| _ = self.group_of.remove(item));
        group.tellings
    }

    /// Writes down what became of these events, which held these claims.
    fn tell(&mut self, old: Vec<(EventId, Vec<u64>)>) -> Vec<Change> {
        let holder = |claim: &u64| Some(self.group_of[self.telling_of.get(claim)?]);
        let now = |claims: Vec<u64>| {
            let holders: BTreeSet<u32> = claims.iter().filter_map(holder).collect();
            let mut ids: Vec<EventId> = holders.iter().map(|number| self.id(&self.groups[number])).collect();
            ids.sort();
            ids
        };
        let changes = old.into_iter().map(|(event, claims)| Change { event, became: now(claims) });
        let mut changes: Vec<Change> = changes.filter(|change| change.became[..] != [change.event.clone()]).collect();
        changes.sort_by(|x, y| x.event.cmp(&y.event));
        for change in &changes {
            self.last.insert(change.event.clone(), self.history.len());
            self.history.push(change.clone());
        }
        changes
    }

    /// The claims of the article, as they are kept.
    fn claims_of(&self, article: &ArticleId) -> &[Claim] {
        self.numbers.get(article).map_or(&[], |&number| &self.articles[number as usize].claims)
    }

    /// The article that has a claim of this id.
    fn article_of(&self, claim: &Claim) -> Option<&ArticleId> {
        let item = self.telling_of.get(&key::hash(claim.id.as_str()))?;
        self.articles[self.web.telling(*item).article as usize].claims.first().map(|claim| &claim.article)
    }

    /// The claims of a group.
    fn told(&self, group: &Group) -> impl Iterator<Item = &Claim> {
        let tellings = group.tellings.iter().map(|&item| self.web.telling(item));
        tellings.flat_map(|telling| telling.claims.iter().map(|&n| &self.articles[telling.article as usize].claims[n as usize]))
    }

    /// The id of a group's event.
    fn id(&self, group: &Group) -> EventId {
        summary::id(&self.told(group).min_by_key(|claim| record::order(&claim.id)).expect("a group has claims").id)
    }

    /// The group whose event goes by that id.
    fn group(&self, id: &EventId) -> Option<&Group> {
        let item = self.telling_of.get(&key::hash(id.as_str().strip_prefix(summary::EVENT)?))?;
        Some(&self.groups[&self.group_of[item]]).filter(|group| self.id(group) == *id)
    }

    /// The event of a group, but for what it is a part of.
    fn render(&self, group: &Group) -> Event {
        let claim = |article: u32, n: u32| &self.articles[article as usize].claims[n as usize];
        link::event(group, |item| Some(self.web.telling(item)), claim, &self.weights)
    }
}

/// What is written of a set: what was given, and what cannot be found again from it.
#[derive(Serialize, Deserialize)]
struct Saved<'s> {
    version: u32,
    weights: Cow<'s, Weights>,
    claims: Vec<Cow<'s, Claim>>,
    history: Cow<'s, [Change]>,
}

/// The version of what is written.
const VERSION: u32 = 1;

impl Serialize for EventSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let claims = self.claims().map(Cow::Borrowed).collect();
        Saved { version: VERSION, weights: Cow::Borrowed(&self.weights), claims, history: Cow::Borrowed(&self.history) }
            .serialize(serializer)
    }
}

impl TryFrom<Saved<'_>> for EventSet {
    type Error = Error;
    fn try_from(saved: Saved<'_>) -> Result<Self> {
        if saved.version != VERSION {
            let why = format!("it is of version {}; this crate reads version {VERSION}", saved.version);
            return Err(Error::invalid("event set", why));
        }
        let mut set = Self::new(saved.weights.into_owned());
        set.insert(saved.claims.into_iter().map(Cow::into_owned).collect())?;
        set.history = saved.history.into_owned();
        set.last = set.history.iter().enumerate().map(|(i, change)| (change.event.clone(), i)).collect();
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matcher::link;
    use crate::matcher::sample::{Sample, killed, samples};

    const TOWN: &str = "sy/deir-ez-zor/al-quriyah";

    fn claims(samples: &[Sample]) -> Vec<Claim> {
        samples.iter().map(|sample| sample.0.clone()).collect()
    }

    fn raid(id: &str, from: &str, to: &str) -> Vec<Claim> {
        claims(&[killed(id, 9.0).place(TOWN).during(from, to)])
    }

    fn ids(ids: &[EventId]) -> Vec<&str> {
        ids.iter().map(EventId::as_str).collect()
    }

    #[test]
    fn an_id_leads_to_what_became_of_its_event() {
        let mut set = EventSet::default();
        let id = |id: &str| EventId::new(id).unwrap();
        set.insert(raid("c#1", "2016-06-25", "2016-06-25")).unwrap();
        set.insert(raid("b#1", "2016-06-28", "2016-06-28")).unwrap();
        assert_eq!(set.events().len(), 2);
        let changes = set.replace(raid("b#1", "2016-06-25", "2016-06-25")).unwrap();
        assert_eq!((changes[0].event.as_str(), ids(&changes[0].became)), ("event:c#1", vec!["event:b#1"]));
        assert_eq!(ids(&set.resolve(&id("event:c#1"))), ["event:b#1"]);
        set.replace(raid("b#1", "2016-06-28", "2016-06-28")).unwrap();
        assert_eq!(ids(&set.resolve(&id("event:c#1"))), ["event:c#1"]);
        assert_eq!(ids(&set.resolve(&id("event:b#1"))), ["event:b#1", "event:c#1"]);
        set.remove(&ArticleId::new("c").unwrap());
        assert_eq!(ids(&set.resolve(&id("event:b#1"))), ["event:b#1"]);
    }

    #[test]
    fn a_crowded_day_ends_in_the_same_events_in_any_order() {
        let place = |n: u64| ["sy/homs", "sy/homs/homs", "sy/homs/palmyra", "sy/homs/~a-locality"][n as usize % 4];
        let told = |n: u64| killed(&format!("{n:03}#0"), (key::join(&[n]) % 5000) as f64).place(place(n)).on("2016-06-25");
        let all: Vec<Claim> = (0..160).map(|n| told(n).0).collect();
        let mut order: Vec<usize> = (0..160).collect();
        order.sort_by_key(|&n| key::join(&[n as u64, 7]));
        let mut set = EventSet::default();
        for &n in &order {
            set.insert(vec![all[n].clone()]).unwrap();
        }
        assert_eq!(set.events(), link(&all));
        let (gone, kept) = order.split_at(60);
        gone.iter().for_each(|&n| _ = set.remove(&all[n].article));
        assert_eq!(set.events(), link(&kept.iter().map(|&n| all[n].clone()).collect::<Vec<_>>()));
    }

    #[test]
    fn a_set_of_another_version_is_refused() {
        let json = serde_json::to_string(&EventSet::default()).unwrap();
        assert!(serde_json::from_str::<EventSet>(&json).is_ok());
        let error = serde_json::from_str::<EventSet>(&json.replace("\"version\":1", "\"version\":9")).unwrap_err();
        assert!(error.to_string().contains("version 9"), "{error}");
    }

    proptest! {
        #[test]
        fn one_at_a_time_and_all_at_once_end_in_the_same_events(samples in samples(), cut in 0usize..20) {
            let all = claims(&samples);
            let mut set = EventSet::default();
            let mut once = EventSet::default();
            once.insert(all.clone()).unwrap();
            for (i, claim) in all.iter().enumerate() {
                // Some come, go and come again, some are corrected.
                set.insert(vec![claim.clone()]).unwrap();
                if i == cut {
                    set.remove(&claim.article);
                }
            }
            set.replace(all.clone()).unwrap();
            let events = link(&all);
            prop_assert_eq!(&set.events(), &events);
            prop_assert_eq!(&once.events(), &events);
            for event in &events {
                prop_assert_eq!(set.event(&event.id), Some(event.clone()));
            }
            for change in set.history() {
                prop_assert!(set.resolve(&change.event).iter().all(|id| events.iter().any(|event| event.id == *id)));
            }
            let again: EventSet = serde_json::from_str(&serde_json::to_string(&set).unwrap()).unwrap();
            prop_assert_eq!((again.events(), again.history()), (events, set.history()));
        }
    }
}
