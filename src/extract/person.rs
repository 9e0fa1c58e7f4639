//! Persons whom no number counts: "the victim", "her son", "he", "Boy, 11,", "John Smith, 34,", "both", "a couple".

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::counted::{Counted, Noun, age_at};
use crate::lexicon::{Act, Cue, Form, Name, NumberCue, PlaceKind, Word};
use crate::mention::{Number, NumberShape, Sentence};
use crate::model::{Field, Group, Harm, Hedge};
use crate::text::Shape;

/// How many words may stand between a determiner and its noun.
const REACH: usize = 3;

/// Adds the persons of a sentence to those that are counted, in order. Two words for one person ("the victim, John Smith, 34,") are one.
pub(super) fn with_persons(
    sentence: &Sentence<'_>,
    numbers: &[Number],
    surnames: &FxHashSet<String>,
    mut counted: Vec<Counted>,
) -> Vec<Counted> {
    let finder = Finder { sentence, numbers, surnames, capitals: capitals(sentence) };
    let mut at = 0;
    while at < sentence.tokens.len() {
        let article = |c: &&Counted| c.article && c.noun == Noun::Bare;
        let taken = counted.iter().filter(|c| !article(c)).find(|c| c.tokens.contains(&at)).map(|c| c.tokens.end);
        let found = if taken.is_none() { finder.person(at).or_else(|| finder.listed(at, &counted)) } else { None };
        at = found.as_ref().map(|person| person.tokens.end).or(taken).unwrap_or(at + 1);
        counted.extend(found);
    }
    counted.sort_by_key(|c| (c.tokens.start, c.tokens.end));
    let merges = |next: &Counted, first: &Counted| first.article && next.article && first.name != next.name;
    counted.dedup_by(|next, first| {
        let same = merges(next, first) && first.tokens.end == next.tokens.start;
        if same {
            first.tokens.end = next.tokens.end;
            // "his wife Ann Smith, 34,": who is so named explains nobody who was named before.
            first.name |= sentence.is(first.tokens.start, Word::Possessive);
        }
        same
    });
    counted.dedup_by(|next, first| {
        let gap = first.tokens.end..next.tokens.start;
        let same = merges(next, first) && gap.len() == 1 && sentence.word(gap.start) == ",";
        if same {
            first.tokens.end = next.tokens.end;
        }
        same
    });
    let lists = lists(sentence, &counted);
    let resumes = |c: &Counted| {
        let start = c.tokens.start;
        sentence.is(start, Word::Both)
            && lists.iter().any(|l| l.low == c.low && l.tokens.end + 1 == start && sentence.word(start - 1) == ",")
    };
    counted.retain(|c| !resumes(c));
    counted.extend(lists);
    counted.sort_by_key(|c| (c.tokens.start, Reverse(c.tokens.end)));
    counted
}

/// Persons who are named in one breath, as one count: "a man and a woman", "John Smith, 34, Mary Jones, 28, and a neighbour",
/// "three women and one man". Where every number counts several, the text leaves the sum to others.
fn lists(sentence: &Sentence<'_>, counted: &[Counted]) -> Vec<Counted> {
    let few = |c: &Counted| c.hedge == Hedge::Exactly && c.low == c.high && matches!(c.noun, Noun::People(_)) && !c.other;
    let single = |c: &Counted| c.high == Some(1.0) && few(c);
    let another = |c: &Counted| c.other && few(&Counted { other: false, ..c.clone() }) && c.high == Some(1.0);
    let itself = |c: &Counted| sentence.is(c.tokens.start, Word::Person) && !sentence.is(c.tokens.start, Word::Possessive);
    let comma = |gap: &Range<usize>| gap.len() == 1 && sentence.word(gap.start) == ",";
    let and = |gap: &Range<usize>| {
        let from = if gap.len() > 1 && sentence.word(gap.start) == "," { gap.start + 1 } else { gap.start };
        let and = sentence.word_cue(from, Word::And).filter(|_| from < gap.end);
        and.is_some_and(|end| end == gap.end || (end + 1 == gap.end && sentence.is(end, Word::Possessive)))
    };
    let mut out = Vec::new();
    let mut first = 0;
    while first < counted.len() {
        let mut last = first;
        let mut closed = false;
        while !closed && last + 1 < counted.len() && few(&counted[last]) && (few(&counted[last + 1]) || another(&counted[last + 1])) {
            let gap = counted[last].tokens.end..counted[last + 1].tokens.start;
            closed = and(&gap) || (comma(&gap) && itself(&counted[last + 1]));
            let alike = counted[last].name == counted[last + 1].name && counted[last].known == counted[last + 1].known
                || counted[last + 1].low > Some(1.0)
                || (sentence.is(counted[last + 1].tokens.start, Word::Possessive) && !counted[last].name);
            if !(closed || comma(&gap) && alike) {
                break;
            }
            last += 1;
        }
        let members = &counted[first..=last];
        if closed && members.iter().any(single) {
            let count = Some(members.iter().filter_map(|c| c.low).sum());
            let group = |c: &Counted| if let Noun::People(group) = c.noun { group } else { Group::People };
            let group = Some(group(&members[0])).filter(|g| members.iter().all(|m| group(m) == *g)).unwrap_or(Group::People);
            let tokens = members[0].tokens.start..counted[last].tokens.end;
            out.push(Counted { low: count, high: count, list: true, ..one(tokens, group, false) });
        }
        first = last + 1;
    }
    out
}

/// The surnames of an article: the last words of names that an age follows, or that stand whole outside of a title.
pub(super) fn surnames(sentences: &[Sentence<'_>]) -> FxHashSet<String> {
    let none = FxHashSet::default();
    let mut out = FxHashSet::default();
    for sentence in sentences {
        let finder = Finder { sentence, numbers: &[], surnames: &none, capitals: capitals(sentence) };
        let mut at = 0;
        while at < sentence.tokens.len() {
            let end = (at..).find(|i| !finder.name_part(*i)).unwrap_or(at);
            let name = finder.capitals || end - at < 2 || end - at > REACH + 1 || finder.place(at..end);
            if !name {
                out.insert(sentence.word(end - 1).to_owned());
            }
            at = end.max(at + 1);
        }
    }
    out
}

/// Whether a sentence is written large, as titles are: its capitals name nobody.
fn capitals(sentence: &Sentence<'_>) -> bool {
    let large = sentence.tokens.iter().filter(|t| t.shape == Shape::Capital).count();
    large > sentence.tokens.iter().filter(|t| t.shape == Shape::Lower).count()
}

struct Finder<'s, 't> {
    sentence: &'s Sentence<'t>,
    numbers: &'s [Number],
    surnames: &'s FxHashSet<String>,
    /// Whether the sentence is written large.
    capitals: bool,
}

impl Finder<'_, '_> {
    fn person(&self, at: usize) -> Option<Counted> {
        if self.sentence.is(at, Word::None) {
            return None;
        }
        let told = self.named(at).or_else(|| self.definite(at)).or_else(|| self.opening(at)).or_else(|| self.pronoun(at));
        told.or_else(|| self.two(at)).or_else(|| self.one_of(at))
    }

    /// "one of the victims", "one of them"; but "one of three people killed" and "one of four injured" tell of all.
    fn one_of(&self, at: usize) -> Option<Counted> {
        let (one_end, ()) = self.sentence.longest(at, |cue| matches!(cue, Cue::Number(NumberCue::Value(1.0))).then_some(()))?;
        let of = self.sentence.skip(one_end, &[Word::Of]);
        let from = self.sentence.skip(of, &[Word::Some, Word::The, Word::Possessive]);
        let people = (from..self.sentence.tokens.len().min(from + REACH)).find_map(|at| {
            self.sentence.longest(at, |cue| match cue {
                Cue::People(group) => Some((at, group)),
                Cue::Word(Word::Oblique) => Some((at, Group::People)),
                Cue::Harmed(harm) if harm != Harm::Killed && from > of => Some((at, Group::People)),
                _ => None,
            })
        });
        let (end, (noun, group)) = people.filter(|_| from > one_end)?;
        let of_all = |cue| matches!(cue, Cue::Act(_, Form::Participle) | Cue::Word(Word::Relative)).then_some(());
        let alone = self.sentence.longest(end, of_all).is_none() && !self.compound(end);
        let goes_with = |at| self.sentence.is_plain(at) || self.goes_with(at);
        (alone && (from..noun).all(goes_with)).then(|| Counted { number: at..at + 1, ..one(at..end, group, false) })
    }

    /// A noun that goes on a list of persons of whom the first alone has a determiner: "his wife, | son and daughter".
    fn listed(&self, at: usize, before: &[Counted]) -> Option<Counted> {
        let joins = |i: usize| self.sentence.word(i) == "," || self.sentence.is(i, Word::And);
        let one_before = |c: &&Counted| c.tokens.end < at && c.tokens.end + 2 >= at && c.high == Some(1.0) && !c.name;
        let last = before.iter().find(|c| one_before(c) && matches!(c.noun, Noun::People(_)) && (c.tokens.end..at).all(joins))?;
        let (end, group) =
            self.single(at).filter(|(end, _)| !self.compound(*end) && (self.sentence.is(at - 1, Word::And) || self.runs_on(*end)))?;
        Some(Counted { known: last.known, ..one(at..end, group, false) })
    }

    /// Whether a list of nouns goes on to an "and": ", son and daughter".
    fn runs_on(&self, mut at: usize) -> bool {
        while self.sentence.tokens.get(at).is_some() && self.sentence.word(at) == "," {
            let Some((end, _)) = self.single(at + 1) else { return false };
            at = end;
        }
        self.sentence.is(at, Word::And)
    }

    /// "the 24-year-old victim", "his wife", "the man's brother".
    fn definite(&self, at: usize) -> Option<Counted> {
        let determined = |word| self.sentence.word_cue(at, word);
        let another = self.sentence.is(at, Word::Other) && self.sentence.is(at, Word::A);
        let start = determined(Word::The).or_else(|| determined(Word::Possessive)).or_else(|| if another { Some(at + 1) } else { None })?;
        let first = if self.sentence.tokens[at].glued && at > 0 { start } else { at };
        self.noun(start).map(|(end, group)| Counted { other: another, ..one(first..end, group, false) })
    }

    /// A noun without a determiner that opens a sentence or a headline: "Boy, 11, killed", "Police: Houston man shot".
    fn opening(&self, at: usize) -> Option<Counted> {
        let title = self.sentence.field == Field::Title || self.capitals;
        let opens =
            at == 0 || matches!(self.sentence.word(at - 1), ":" | "—" | "–" | "|" | "×") || (title && self.sentence.word(at - 1) == ",");
        let (end, group) = if opens { self.noun(at)? } else { return None };
        let end = self.age_behind(end).unwrap_or(end);
        Some(one(at..end, group, false))
    }

    /// The noun of one person, behind a few words that go with it.
    fn noun(&self, from: usize) -> Option<(usize, Group)> {
        let mut at = from;
        let mut found = None;
        while at <= from + REACH && at < self.sentence.tokens.len() {
            if let Some(end) = self.age(at) {
                (found, at) = (Some((end, Group::People)), end);
            } else if let Some((end, group)) = self.single(at) {
                // "l'attaque djihadiste": it says whose the attack is.
                let blow = |cue| matches!(cue, Cue::Act(_, Form::Noun)).then_some(());
                if group == Group::Combatants && at > from && self.sentence.longest(at - 1, blow).is_some() {
                    return None;
                }
                (found, at) = (Some((end, group)), end);
            } else if found.is_some() && !self.sentence.is_plain(at) || self.sentence.is(at, Word::Some) {
                break;
            } else if self.sentence.is_plain(at) || self.goes_with(at) {
                at += 1;
            } else {
                break;
            }
        }
        found.filter(|(end, _)| !self.compound(*end))
    }

    /// The longest noun of people at a token, if it names one.
    fn single(&self, at: usize) -> Option<(usize, Group)> {
        let (end, group) = self.sentence.longest(at, |cue| match cue {
            Cue::People(group) => Some(group),
            _ => None,
        })?;
        let one = self.sentence.marks_at(at).iter().any(|mark| mark.cue == Cue::Person && mark.end == end);
        one.then_some((end, group))
    }

    /// "the other victim", "the wounded officer", "the Detroit man".
    fn goes_with(&self, at: usize) -> bool {
        let capital = self.sentence.tokens[at].shape == Shape::Capital;
        let fits = |cue: Cue| matches!(cue, Cue::Word(Word::Other) | Cue::Harmed(_) | Cue::Number(_) | Cue::Act(..) | Cue::Head(..));
        (capital && self.sentence.marks_at(at).is_empty()) || self.sentence.marks_at(at).iter().any(|mark| fits(mark.cue))
    }

    /// Whether a noun is the first part of another: "the victim vehicle", "a child neglect charge".
    fn compound(&self, at: usize) -> bool {
        let thing = |cue| matches!(cue, Cue::Object(_) | Cue::Head(..) | Cue::People(_));
        self.sentence.longest(at, |cue| thing(cue).then_some(())).is_some()
    }

    /// "he", "himself"; "her" where nothing is hers, "his" where his death is told.
    fn pronoun(&self, at: usize) -> Option<Counted> {
        let end = self.sentence.word_cue(at, Word::Person)?;
        let owns = self.sentence.is(at, Word::Possessive);
        let death = |cue| matches!(cue, Cue::Act(Act::Killed, Form::Noun));
        let stands = !self.sentence.tokens.get(end).is_some_and(|t| t.is_word())
            || self.small(end)
            || self.sentence.longest(end, |cue| death(cue).then_some(())).is_some();
        let compound = self.sentence.tokens.get(end).is_some_and(|t| t.glued && t.is_word());
        (!compound && (!owns || stands)).then(|| one(at..end, Group::People, false))
    }

    /// Whether a small word stands at a token.
    fn small(&self, at: usize) -> bool {
        self.sentence.longest(at, |cue| cue.is_small().then_some(())).is_some()
    }

    /// "both", "both men", "a couple".
    fn two(&self, at: usize) -> Option<Counted> {
        let people = |from| {
            self.sentence.longest(from, |cue| match cue {
                Cue::People(group) => Some(group),
                _ => None,
            })
        };
        let both = self.sentence.word_cue(at, Word::Both);
        let pair = [Word::A, Word::The].iter().find_map(|word| self.sentence.word_cue(at, *word));
        let end = both.or_else(|| pair.and_then(|noun| self.sentence.word_cue(noun, Word::Pair)))?;
        let from = self.sentence.skip(end, &[Word::Of, Word::The]);
        let befallen = |cue| matches!(cue, Cue::Act(..) | Cue::Word(Word::Be | Word::Have));
        let alone = !self.sentence.tokens.get(end).is_some_and(|t| t.is_word())
            || self.sentence.longest(end, |cue| befallen(cue).then_some(())).is_some();
        let (end, group) = match people(from) {
            Some(_) if self.single(from).is_some() => return None,
            Some(found) => found,
            None if alone || both.is_none() => (end, Group::People),
            None => return None,
        };
        let noun = if group == Group::People && both.is_some() { Noun::Bare } else { Noun::People(group) };
        Some(Counted { low: Some(2.0), high: Some(2.0), noun, article: false, ..one(at..end, group, false) })
    }

    /// A name: "John Smith, 34,", "16-year-old John Smith", "Officer John Smith".
    fn named(&self, at: usize) -> Option<Counted> {
        let age = self.age(at);
        let start = age.unwrap_or(at);
        let mut end = start;
        while self.name_part(end) {
            end += 1;
        }
        let aged = self.age_behind(end);
        // "Pakistan | International Airlines": the end of another name.
        let first = (0..start).rev().take_while(|i| self.name_part(*i)).last().unwrap_or(start);
        let rest = first < start && self.place(first..end);
        let long = end - start > 1 && !rest && !self.capitals && end - start <= REACH + 2 && !self.place(start..end);
        match (age, aged) {
            (_, Some(aged)) if end > start => Some(one(at..aged, Group::People, true)),
            (Some(_), _) if end > start => Some(one(at..end, Group::People, true)),
            (Some(age), _) => self.noun(at).map(|(end, group)| one(at..end.max(age), group, false)),
            _ if long || self.surname(start..end) => Some(one(at..end, Group::People, true)),
            _ => None,
        }
    }

    /// Where an age ends that is a noun: "16-year-old".
    fn age(&self, at: usize) -> Option<usize> {
        age_at(self.sentence, self.numbers, at).filter(|end| self.sentence.tokens[end - 1].glued)
    }

    fn name_part(&self, at: usize) -> bool {
        let capital = self.sentence.tokens.get(at).is_some_and(|t| t.shape == Shape::Capital);
        capital && self.sentence.marks_at(at).iter().all(|mark| matches!(mark.cue, Cue::People(_) | Cue::Person))
    }

    /// A surname alone: "Smith was killed" after "John Smith, 34,".
    fn surname(&self, tokens: Range<usize>) -> bool {
        tokens.len() == 1 && !self.capitals && self.surnames.contains(self.sentence.word(tokens.start))
    }

    /// Whether the words name a place, an actor or a people.
    fn place(&self, tokens: Range<usize>) -> bool {
        let gazetteer = &self.sentence.lexicon.names.gazetteer;
        // "Pakistan International Airlines": a firm.
        let first = self.sentence.names_at(tokens.start);
        let country =
            first.iter().any(|mark| !mark.quiet && matches!(mark.name, Name::Place(row) if gazetteer.kind(row) == PlaceKind::Country));
        let named = |at: usize| self.sentence.names_at(at).iter().any(|mark| mark.end >= tokens.end || matches!(mark.name, Name::Actor(_)));
        country || tokens.clone().any(named)
    }

    /// Where an age ends that stands behind a name: ", 34", "(34)".
    fn age_behind(&self, at: usize) -> Option<usize> {
        let sign = self.sentence.tokens.get(at).map(|_| self.sentence.word(at))?;
        let age = self.numbers.iter().find(|n| n.shape == NumberShape::Age && n.tokens.start == at + 1)?;
        matches!(sign, "," | "(").then_some(age.tokens.end)
    }
}

fn one(tokens: Range<usize>, group: Group, name: bool) -> Counted {
    Counted {
        number: tokens.clone(),
        tokens,
        low: Some(1.0),
        high: Some(1.0),
        hedge: Hedge::Exactly,
        noun: Noun::People(group),
        other: false,
        article: true,
        name,
        known: true,
        list: false,
    }
}
