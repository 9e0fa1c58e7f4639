//! Figures: what one voice gives as the number of one thing, however often it is told.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::Reconciler;
use super::camp;
use super::case::{Case, Told};
use super::class::{CIVILIANS, Class, Part};
use super::setting::{self, Fit, both_name, carried, dated_apart, inside, places, times};
use super::timing::{self, Times, Timing};
use crate::model::{ArticleId, Claim, ClaimId, Field, Group, Harm, Hedge, Kind, Role, Scope, SourceId, SourceKind};

/// The share by which figures may differ and still be told as one: 42 % and 42.2 %.
const SAME: f64 = 0.005;

/// The share of the larger figure by which two may differ and be close.
const CLOSE: f64 = 0.1;

/// The share of the larger figure that hedged words gloss over even where their intervals part ("about 50", "at least 57").
const GLOSS: f64 = 0.05;

/// The share of the larger figure by which a figure must pass an open bound ("at least 120") before the two are no longer two ways
/// to say one thing: a sixth, so that 120 passes 100.
const PASSED: f64 = 1.0 / 6.0;

/// How many times a figure may be another before it is doubtful that both count one thing.
pub(super) const FAR: f64 = 3.0;

/// How many times a figure may be another before both cannot count one thing: two orders of magnitude.
const OTHER: f64 = 100.0;

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counted {
    pub kind: Kind,
    pub harm: Option<Harm>,
    pub unit: String,
    pub scope: Scope,
}

/// One number that one voice gives, with every claim that tells it, in order.
#[derive(Debug)]
pub(super) struct Figure<'a> {
    pub counted: Counted,
    /// Whom it counts: several where its tellings or its voice call them by more than one name.
    pub classes: BTreeSet<Class>,
    pub value: f64,
    /// All that the words of its tellings leave room for.
    pub room: (f64, f64),
    pub exact: bool,
    pub told: Vec<&'a Told<'a>>,
    /// The voices that give it; none where no article names any.
    pub houses: BTreeSet<SourceId>,
    /// When the voice gave its next figure of the same thing: from then on this one no longer stands.
    pub replaced: Option<&'a Told<'a>>,
    /// The figures, by index, that its voice gives beside it in one article and has not replaced: they may be of several things.
    pub siblings: Vec<usize>,
    /// Whether it is a part of something because it counts at one place only.
    there: bool,
    pub times: Times,
}

/// How two figures of independent voices stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// They are close and leave room for each other.
    Agree,
    /// They leave no room for each other.
    NoRoom,
    /// Only an open bound leaves room, and it is passed by far.
    OnlyOpen,
    /// They leave room for each other and are not close.
    Room,
}

impl<'a> Figure<'a> {
    pub fn new(counted: Counted, classes: BTreeSet<Class>, part: Part, told: Vec<&'a Told<'a>>) -> Self {
        let counts = || told.iter().filter_map(|told| told.claim.count.as_ref());
        let rooms = || counts().map(|count| count.room());
        let there = classes.contains(&Class::All) && part == Part::Place;
        Self {
            counted,
            classes,
            value: counts().find_map(|count| count.value()).unwrap_or_default(),
            room: (rooms().map(|room| room.0).fold(f64::INFINITY, f64::min), rooms().map(|room| room.1).fold(0.0, f64::max)),
            exact: counts().all(|count| count.hedge() == Hedge::Exactly),
            houses: told.iter().filter(|told| told.cited).flat_map(|told| told.houses.iter().cloned()).collect(),
            replaced: None,
            siblings: Vec::new(),
            there,
            times: timing::times(&told),
            told,
        }
    }

    /// Whether somebody is named who gives it.
    pub fn cited(&self) -> bool {
        !self.houses.is_empty()
    }

    /// Whether it is told as some only of those whom another figure counts.
    pub fn is_part(&self) -> bool {
        self.there || self.classes.contains(&Class::Some)
    }

    /// Whether some voice gives both.
    pub fn same_voice(&self, other: &Self) -> bool {
        !self.houses.is_disjoint(&other.houses)
    }

    /// Whether both can count one thing, up to who is counted: the same harm, unit and scope, at one place and time.
    pub fn one_thing(&self, other: &Self) -> bool {
        let (a, b) = (self.first(), other.first());
        // A voice counts on, wherever the sentence before was.
        let goes_on = || self.counted.kind == Kind::Casualties && self.same_voice(other) && !both_name(a, b);
        let place = if other.there { other.there_too(a) } else { self.there_too(b) || !self.there && goes_on() };
        let time = match times(a, b) {
            Fit::Nested => self.passes(other),
            fit => fit != Fit::Apart,
        };
        let parted = self.counts_within(other) || other.counts_within(self);
        self.counted == other.counted && place && time && !parted && self.one_side(other)
    }

    /// Whether one article counts it at a place that lies in the one that it counts the other at: Paris and the country.
    pub fn counts_within(&self, other: &Self) -> bool {
        let within = |own: &&Told| other.told.iter().any(|told| setting::holds_place(told.claim, own.claim));
        self.value < other.value && self.told.iter().any(within)
    }

    /// Whether a claim counts at the same place. Only the dead and hurt of a town are also told of as its country's.
    fn there_too(&self, claim: &Claim) -> bool {
        let place = |claim: &'_ Claim| claim.place.as_ref().map(|place| place.id.clone());
        match self.counted.kind {
            Kind::Casualties if !self.there => places(self.first(), claim) != Fit::Apart,
            _ => place(self.first()) == place(claim),
        }
    }

    /// Whether one of them is of a part, in place or time, of what the other is of, and yet the greater: then it is no part of it.
    fn passes(&self, other: &Self) -> bool {
        let (a, b) = (self.first(), other.first());
        inside(a, b) && other.value > self.value || inside(b, a) && self.value > other.value
    }

    /// How far two figures of two voices can be set against each other, from 0 to 1; `None` where they cannot: one of them is
    /// nobody's, both may be one voice's, they count other people or things or at other spots, or one of them is a single person, who is
    /// told of rather than counted. What is not said of place or time can be taken from the other, but not where
    /// it may as well be that of a third figure. A figure of a place or time that lies in the other's may be a part of the other, unless it is
    /// the greater; but one many times as great is of something else. Figures of another place and of another day, or that one article alone
    /// gives of two places or counts as parts of one whole, are of two things, however loosely they are told. Figures of very different
    /// size are seldom of one thing.
    pub fn comparable(&self, other: &Self, case: &Case) -> Option<f64> {
        let (a, b) = (self.first(), other.first());
        let (place, time) = (places(a, b), times(a, b));
        let alone = |of: fn(&Claim, &Claim) -> Fit| self.alone(other, of, case) && other.alone(self, of, case);
        let fits = |of: fn(&Claim, &Claim) -> Fit| match of(a, b) {
            Fit::One => true,
            Fit::Unsure => alone(of),
            Fit::Nested => self.passes(other),
            Fit::Apart => false,
        };
        let times_greater = self.value.max(other.value) / self.value.min(other.value);
        let known = self.cited() && other.cited() && self.value > 1.0 && other.value > 1.0 && times_greater <= OTHER;
        let nested = place == Fit::Nested || time == Fit::Nested;
        let differ = a.place.is_some() && b.place.is_some() && place != Fit::One && dated_apart(a, b);
        let goes_on = a.place.is_some() && b.place.is_some() && place != Fit::One && self.only_beside(other);
        let two_things = nested && times_greater > FAR || differ || goes_on || self.parts_with(other);
        let settings = fits(places) && fits(times) && !two_things;
        let undated = |claim: &Claim| claim.when.is_none_or(carried);
        let doubts = [place != Fit::One, time != Fit::One || undated(a) && undated(b), times_greater > FAR];
        let doubts = doubts.into_iter().filter(|doubt| *doubt).count();
        case.voices.apart(a, b).filter(|_| known && settings).map(|sure| sure * 0.8_f64.powi(doubts as i32))
    }

    /// Whether one article counts both as parts of one whole: then each is of others, or of fewer of the same, and neither denies the other.
    fn parts_with(&self, other: &Self) -> bool {
        let whole = |told: &Told<'a>| told.claim.part_of.as_ref();
        self.told.iter().any(|a| whole(a).is_some() && other.told.iter().any(|b| whole(a) == whole(b)))
    }

    /// Whether no figure for such things, of its articles or of a setting that may be its own, is known to be of another setting than the
    /// other's: else it may be of that one.
    fn alone(&self, other: &Self, of: fn(&Claim, &Claim) -> Fit, case: &Case) -> bool {
        let articles: BTreeSet<&ArticleId> = self.told.iter().map(|told| &told.claim.article).collect();
        let may_be = |claim: &Claim| self.there_too(claim) && times(claim, self.first()) != Fit::Apart;
        let such = case.figures.iter().filter(|figure| figure.counted == self.counted && !figure.classes.contains(&Class::Some));
        let mut near = such.flat_map(|figure| &figure.told).filter(|told| articles.contains(&told.claim.article) || may_be(told.claim));
        near.all(|told| of(told.claim, other.first()) != Fit::Apart)
    }

    /// Whether both count the same people or things.
    pub fn like(&self, other: &Self) -> bool {
        self.classes.intersection(&other.classes).any(|class| *class != Class::Some) && self.one_thing(other)
    }

    /// Whether the next figure may be the next state, or the same one, of what this one counts: of a voice that may be this one's, while
    /// the toll still grows, or where an article says that it was told before. Only the missing become fewer.
    pub fn replaced_by(&self, next: &Self, case: &Case) -> bool {
        if self.told_before(next) {
            return self.taken_back_by(next, case);
        }
        let grown = match self.counted.harm {
            Some(Harm::Missing) => next.value <= self.value,
            _ => next.value >= self.value && next.value <= FAR * self.value,
        };
        self.counted.kind == Kind::Casualties
            && self.value > 1.0
            && grown
            && self.later(next) == Ordering::Less
            && self.like(next)
            && self.unfolds(case)
            && !self.only_beside(next)
            && self.may_be_of_one_voice(next, case)
    }

    /// Whether a figure that an article tells as the earlier one gives way to the next, the lower too: of two persons that are cited, one more
    /// often answers the other than he repeats him.
    fn taken_back_by(&self, next: &Self, case: &Case) -> bool {
        let person = |figure: &Self| figure.first().voices().iter().any(|voice| case.voices.kind(voice) == Some(SourceKind::Person));
        let apart = || case.voices.apart(self.first(), next.first()).is_some() || person(self) || person(next);
        let one_voice = self.same_voice(next) || !self.cited() || !next.cited() || !apart();
        one_voice && self.value.max(next.value) <= FAR * self.value.min(next.value) && self.like(next)
    }

    /// Whether one article tells it as an earlier figure than the other.
    pub fn told_before(&self, next: &Self) -> bool {
        let now = |told: &Told| next.told.iter().any(|next| next.claim.article == told.claim.article && !next.claim.earlier);
        self.told.iter().any(|told| told.claim.earlier && now(told))
    }

    /// Whether nothing surely tells their voices apart.
    pub fn may_be_of_one_voice(&self, other: &Self, case: &Case) -> bool {
        let apart = || case.voices.apart(self.first(), other.first());
        self.same_voice(other) || !self.cited() || !other.cited() || apart().is_none_or(|sure| sure < 1.0)
    }

    /// Whether the other tells it again: one number of one thing, and one voice may stand behind both.
    pub fn retold_by(&self, other: &Self, case: &Case) -> bool {
        self.same_value(other) && self.like(other) && self.may_be_of_one_voice(other, case)
    }

    /// Whether one of them only names those more closely whom both may count.
    pub fn widens(&self, other: &Self) -> bool {
        (self.classes.contains(&Class::All) || other.classes.contains(&Class::All)) && self.one_thing(other)
    }

    /// Whether one of them calls civilians all those whom the other counts, as far as anybody can tell: neither is told as a part, and the
    /// voice that counts all counts no civilians among them.
    pub fn calls_civilians(&self, other: &Self, case: &Case) -> bool {
        let only = |figure: &Self, class: Class| figure.classes.iter().all(|own| *own == class);
        let whole = |figure: &Self| figure.told.iter().all(|told| told.claim.part_of.is_none());
        let parts = |all: &Self| case.figures.iter().any(|figure| all.same_voice(figure) && figure.classes.contains(&CIVILIANS));
        let called = |all: &Self, some: &Self| only(all, Class::All) && only(some, CIVILIANS) && !parts(all);
        (called(self, other) || called(other, self)) && whole(self) && whole(other) && self.one_thing(other)
    }

    /// Whether this one counts some of those whom the other counts.
    pub fn part_of(&self, other: &Self) -> bool {
        let of_civilians =
            |class: &Class| matches!(class, Class::Only(Group::Children | Group::Women | Group::Medics | Group::Journalists));
        let of_all = self.classes.iter().all(|class| matches!(class, Class::Only(_))) && other.classes.contains(&Class::All);
        let narrower = of_all || self.classes.iter().all(of_civilians) && other.classes.contains(&CIVILIANS);
        narrower && self.one_thing(other) && !self.like(other)
    }

    /// Whether independent voices give the same exact number of the same people harmed.
    pub fn same_toll(&self, other: &Self) -> bool {
        let given = |figure: &Self| figure.counted.kind == Kind::Casualties && figure.exact && figure.cited();
        given(self)
            && given(other)
            && !self.same_voice(other)
            && (&self.counted, &self.classes) == (&other.counted, &other.classes)
            && self.value == other.value
    }

    /// The claims that stand for it; see [`witnesses`].
    pub fn witnesses(&self) -> Vec<&'a Told<'a>> {
        witnesses([self])
    }

    pub fn first(&self) -> &'a Claim {
        self.told[0].claim
    }

    /// Victims, fighters, raiders of two sides are counted apart. Where only a party tells what is counted, it must be the same.
    fn one_side(&self, other: &Self) -> bool {
        let (a, b) = (self.told[0], other.told[0]);
        let role = match self.counted.kind {
            Kind::Casualties => {
                return !camp::named_apart(a.camps(Role::Victim), b.camps(Role::Victim)) && !camp::named_apart(a.by(), b.by());
            }
            Kind::Attendance | Kind::Measure => return true,
            Kind::Strike => Role::Perpetrator,
            Kind::Control => Role::Holder,
            Kind::Materiel => Role::Loser,
            _ => Role::Subject,
        };
        camp::share(a.camps(role), b.camps(role))
    }

    /// How the two stand to each other; see [`Stand`].
    pub fn stand(&self, other: &Self) -> Stand {
        let share = |length: f64| length / self.value.max(other.value).max(f64::MIN_POSITIVE);
        let apart = share((self.value - other.value).abs());
        let between = share((self.room.0 - other.room.1).max(other.room.0 - self.room.1));
        let meet = between <= 0.0;
        match () {
            () if apart <= CLOSE && (meet || between <= GLOSS && !(self.exact && other.exact)) => Stand::Agree,
            () if !meet && between > GLOSS => Stand::NoRoom,
            () if meet && apart >= PASSED => Stand::OnlyOpen,
            () => Stand::Room,
        }
    }

    /// Whether the numbers are one number.
    pub fn same_value(&self, other: &Self) -> bool {
        (self.value - other.value).abs() <= SAME * self.value.max(other.value)
    }

    /// Whether two figures of one voice are one: the same number, or one that rounds the other, told on one day ("272", "about 300").
    pub fn one_figure(&self, other: &Self) -> bool {
        let one_day = self.told[0].day() == other.told[0].day();
        self.same_value(other) || one_day && (self.rounds() || other.rounds()) && self.stand(other) == Stand::Agree
    }

    /// Whether its words round it: "about 300", "nearly 300", "more than 300".
    fn rounds(&self) -> bool {
        let hedge = self.first().count.as_ref().map(|count| count.hedge());
        matches!(hedge, Some(Hedge::About | Hedge::Nearly | Hedge::MoreThan | Hedge::LessThan))
    }

    /// Whether a claim in whatever words is of the same people or things, in the same article or of the same day.
    pub fn is_of(&self, told: &Told) -> bool {
        let (claim, own) = (told.claim, self.first());
        let harmed = (claim.kind, claim.harm, claim.scope) == (self.counted.kind, self.counted.harm, self.counted.scope);
        let told_with = self.told.iter().any(|own| own.claim.article == claim.article || own.day() == told.day());
        let setting = [places(own, claim), times(own, claim)];
        harmed && told_with && self.classes.contains(&Class::named(claim.group)) && !setting.contains(&Fit::Apart)
    }

    /// What would reconcile two figures that contradict each other, as far as their claims leave it open.
    pub fn reconcilers(&self, other: &Self, case: &Case) -> Vec<Reconciler> {
        let (a, b) = (self.first(), other.first());
        let open = |fit: Fit| fit != Fit::One;
        let dead = self.counted.harm.is_some();
        [
            (self.timing(other, case) != Timing::Settled, Reconciler::LaterState),
            (open(times(a, b)), Reconciler::OtherTime),
            (open(places(a, b)), Reconciler::OtherPlace),
            (dead && self.classes.iter().chain(&other.classes).any(|class| *class == Class::All), Reconciler::OtherPeople),
            (self.stand(other) == Stand::OnlyOpen, Reconciler::OpenBound),
            (!case.voices.named(a) || !case.voices.named(b), Reconciler::OneVoice),
        ]
        .into_iter()
        .filter_map(|(is_open, reconciler)| is_open.then_some(reconciler))
        .collect()
    }

    /// Whether the numbers are close, whatever their hedges.
    pub fn near(&self, other: &Self) -> bool {
        (self.value - other.value).abs() <= CLOSE * self.value.max(other.value)
    }

    /// What it counts, for a sentence: "killed civilians", "raids".
    pub fn thing(&self) -> String {
        let group = self.classes.iter().find_map(|class| match class {
            Class::Only(group) => Some(group.name()),
            _ => None,
        });
        let who = group.unwrap_or(&self.counted.unit);
        self.counted.harm.map_or_else(|| format!("{} ({who})", self.counted.kind), |harm| format!("{harm} {who}"))
    }

    /// The figure as it is written in a reason.
    pub fn words(&self) -> String {
        let count = self.told[0].claim.count.as_ref();
        let hedge = count.map_or(Hedge::Exactly, |count| count.hedge());
        match hedge {
            Hedge::Exactly => self.value.to_string(),
            Hedge::Between => format!("{} to {}", self.value, count.and_then(|count| count.high()).unwrap_or(self.value)),
            hedge => format!("{} {}", hedge.name().replace('_', " "), self.value),
        }
    }
}

/// One claim for each article, body and number: the one that says most, for the others only shorten it. What an article tells in its own
/// voice is left out where it also says on whose word.
pub(super) fn witnesses<'f, 'a: 'f>(figures: impl IntoIterator<Item = &'f Figure<'a>>) -> Vec<&'a Told<'a>> {
    let told: Vec<(u64, &Told)> =
        figures.into_iter().flat_map(|figure| figure.told.iter().map(|told| (figure.value.to_bits(), *told))).collect();
    let mut best: BTreeMap<(&ArticleId, Vec<SourceId>, u64), &'a Told<'a>> = BTreeMap::new();
    let detail = |told: &Told| {
        let hedged = told.claim.count.as_ref().is_some_and(|count| count.hedge() != Hedge::Exactly);
        (told.cited, told.claim.span.field() == Field::Text, hedged, told.claim.attribution.len(), told.claim.spans().count())
    };
    for &(value, told) in &told {
        let at = best.entry((&told.claim.article, told.claim.voices(), value)).or_insert(told);
        if detail(told) > detail(at) {
            *at = told;
        }
    }
    let best: BTreeSet<&ClaimId> = best.into_values().map(|told| &told.claim.id).collect();
    let cited: BTreeSet<&ArticleId> = told.iter().filter(|(_, told)| told.cited).map(|(_, told)| &told.claim.article).collect();
    let counts = |told: &&Told| best.contains(&told.claim.id) && (told.cited || !cited.contains(&told.claim.article));
    told.into_iter().map(|(_, told)| told).filter(counts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::Voices;
    use crate::conflict::test::{claim, told};

    /// How figures in these words stand to each other.
    fn stand(a: (f64, Hedge), b: (f64, Hedge)) -> Stand {
        let claims = [claim("a#1").by("a").killed(a.0).hedged(a.1).claim(), claim("b#1").by("b").killed(b.0).hedged(b.1).claim()];
        let told = told(&claims, &Voices::default());
        let figure = |i: usize| {
            Figure::new(
                Counted { kind: Kind::Casualties, harm: None, unit: String::new(), scope: Scope::Incident },
                BTreeSet::new(),
                Part::None,
                vec![&told[i]],
            )
        };
        figure(0).stand(&figure(1))
    }

    #[test]
    fn words_that_leave_room() {
        use Hedge::*;
        assert_eq!(stand((47.0, Exactly), (47.0, AtLeast)), Stand::Agree);
        assert_eq!(stand((120.0, AtLeast), (131.0, AtLeast)), Stand::Agree);
        assert_eq!(stand((50.0, Nearly), (51.0, AtLeast)), Stand::Agree);
        assert_eq!(stand((40.0, AtLeast), (45.0, About)), Stand::Room);
        assert_eq!(stand((120.0, AtLeast), (300.0, About)), Stand::OnlyOpen);
    }

    #[test]
    fn words_that_leave_none() {
        use Hedge::*;
        assert_eq!(stand((47.0, Exactly), (82.0, Exactly)), Stand::NoRoom);
        assert_eq!(stand((8.0, Exactly), (131.0, AtLeast)), Stand::NoRoom);
        // A twentieth is no dispute.
        assert_eq!(stand((100.0, Exactly), (104.0, Exactly)), Stand::Room);
    }
}
