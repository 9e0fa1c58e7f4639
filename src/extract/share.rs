//! How a count stands to the others beside it: joined with one, a part of one, or no count of its own but what another is taken from.

use std::ops::Range;

use itertools::Itertools;

use super::befallen::Found;
use super::casualties::harm;
use super::counted::{Counted, Noun};
use super::draft::Whole;
use super::scene::Scene;
use crate::lexicon::{Cue, Form, Word};

/// Whether a count is only what another is taken from: "two of the four", "two of its crew of 20", "most of the 200". Who somebody belongs to is none: "the
/// father of a boy who drowned".
pub(super) fn divided(scene: &Scene<'_>, counted: &Counted) -> bool {
    let start = counted.number.start;
    let bare = if start > 0 && scene.is(start - 1, Word::The) { start - 1 } else { start };
    let of = bare > 0 && (scene.is(bare - 1, Word::Of) || scene.is(bare - 1, Word::Some));
    let light = |i: usize| scene.sign(i).is_empty() && !scene.is(i, Word::And) && scene.act_at(i).is_none() && !scene.is(i, Word::Be);
    let told = |cue| matches!(cue, Cue::Act(_, Form::Participle) | Cue::Word(Word::Relative)).then_some(());
    let own = counted.article && scene.sentence.longest(counted.tokens.end, told).is_some();
    let crew = |from: usize| from < bare && scene.is(from, Word::Of) && (from..bare).all(light);
    let taken = |other: &Counted| {
        let owner = other.known && other.number == other.tokens;
        (other.number.end + 1 == bare && !(own && owner)) || (!owner && !other.article && crew(other.number.end))
    };
    (of && scene.counted.iter().any(taken)) || scene.word_before(bare, Word::SomeOf)
}

/// Whether a count is that of which only a share is told: "half of the population of 22 million".
pub(super) fn shared_out(scene: &Scene<'_>, counted: &Counted) -> bool {
    const WORDS: usize = 8;
    let start = counted.tokens.start;
    let share = |c: &Counted| c.noun == Noun::Percent || c.high.or(c.low).is_some_and(|share| share < 1.0 && share > 0.0);
    let before = scene.counted.iter().filter(|c| c.tokens.end <= start && start - c.tokens.end <= WORDS);
    let of = |c: &Counted| (c.tokens.end..start).all(|i| scene.sign(i).is_empty() && scene.act_at(i).is_none() && !scene.is(i, Word::And));
    let some = scene.is(start, Word::Some) || start > 0 && (scene.is(start - 1, Word::Of) || scene.is(start - 1, Word::Some));
    some && before.into_iter().any(|c| share(c) && of(c))
}

/// Whether a count only tells of whom others are: "Among the sixty survivors, 36 …".
pub(super) fn frames(scene: &Scene<'_>, at: usize) -> bool {
    let the = if at > 0 && scene.is(at - 1, Word::The) { at - 1 } else { at };
    let opens = |i: usize| i == 0 || !scene.sign(i - 1).is_empty();
    (the.saturating_sub(3)..the).any(|i| opens(i) && scene.sentence.word_cue(i, Word::Among) == Some(the))
}

/// Whether people without a number are what others are said to be, or whose something is: "the victims are men", "most of them women",
/// "le total des migrants", "l'un des migrants".
pub(super) fn predicated(scene: &Scene<'_>, at: usize) -> bool {
    let sum = || [Word::Total, Word::Tally, Word::Number, Word::A].iter().any(|word| scene.word_before(at, *word));
    scene.is(at, Word::Some)
        && (sum() || scene.word_before(at, Word::Mostly) || scene.word_before(at, Word::Be) && !scene.word_before(at, Word::Have))
}

/// Whether a word tells that a count is one of several alike, or a rate: "30,000 each", "40 a day"; not "40 a day after".
pub(super) fn each(scene: &Scene<'_>, at: usize) -> bool {
    let time = |end| scene.sentence.longest(end, |cue| matches!(cue, Cue::Time(_)).then_some(())).is_some() && scene.sign(end).is_empty();
    scene.sentence.word_cue(at, Word::Each).is_some_and(|end| !time(end))
}

/// Whether a word sets the count before it against a round number: "30 deaths | per 100,000 people".
pub(super) fn per(scene: &Scene<'_>, at: usize) -> bool {
    const LEAST: f64 = 1000.0;
    let round = |c: &Counted| c.low == c.high && c.low.is_some_and(|n| n >= LEAST && n.log10().fract() == 0.0);
    scene.sentence.word_cue(at, Word::Per).is_some_and(|end| scene.counted.iter().any(|c| c.number.start == end && round(c)))
}

/// Whether a count behind a comma opens a clause of its own: "evacuated 2,000 people, 550 firemen | are deployed".
pub(super) fn own_verb(scene: &Scene<'_>, before: &Counted, counted: &Counted) -> bool {
    let and = (before.tokens.end..counted.tokens.start).any(|i| scene.is(i, Word::And));
    let mut clause = (counted.tokens.end..scene.len()).take_while(|i| scene.sign(*i).is_empty() && scene.act_at(*i).is_none());
    !and && clause.any(|i| scene.is(i, Word::Be))
}

/// Whether a count is introduced as a part of another: "dont 31 civils", "(102 hommes"; not "an attack that included three bombers".
pub(super) fn part(scene: &Scene<'_>, at: usize) -> bool {
    let bare = if at > 0 && (scene.is(at - 1, Word::The) || scene.sign(at - 1) == ",") { at - 1 } else { at };
    let of_a_thing = |(start, ()): &(usize, ())| {
        *start > 0 && scene.is(start - 1, Word::Relative) && scene.counted.iter().all(|c| c.article || c.tokens.end + 1 != *start)
    };
    let part = |at: usize| scene.before(at, |cue| (cue == Cue::Word(Word::Part)).then_some(())).is_some_and(|found| !of_a_thing(&found));
    part(bare) || part(at) || (at > 0 && scene.sign(at - 1) == "(")
}

/// Whether a count is one of some of those whom its noun names: "31 of the dead", "trente et un des morts", "730 or more of the dead".
pub(super) fn partitive(scene: &Scene<'_>, counted: &Counted) -> bool {
    let end = counted.number.end;
    let of = (end..counted.tokens.end).find_map(|at| scene.sentence.word_cue(at, Word::Of)).is_some_and(|of| scene.is(of, Word::The));
    counted.noun != Noun::Bare && (of || scene.is(end, Word::Some))
}

/// Where "of them" ends behind a bare count: "58 of them".
pub(super) fn of_them(scene: &Scene<'_>, counted: &Counted) -> Option<usize> {
    scene.sentence.word_cue(counted.tokens.end, Word::Part).filter(|_| counted.noun == Noun::Bare && !counted.article)
}

/// Whether a count behind a colon begins to break down the one before: "98 people were hurt: 16 children, 46 women and 36 men".
pub(super) fn breaks_down(scene: &Scene<'_>, whole: &Counted, part: &Counted) -> bool {
    let start = part.tokens.start;
    let less = whole.low.zip(part.low).is_some_and(|(whole, part)| part < whole);
    start > 0 && scene.sign(start - 1) == ":" && !part.article && less && matches!(part.noun, Noun::People(_) | Noun::Bare)
}

/// Whether counts that follow a count one by one add up to it: "19 morts, 12 employés et sept patients".
pub(super) fn adds_up(scene: &Scene<'_>, index: usize, last: &Found) -> bool {
    const GAP: usize = 2;
    let whole = &scene.counted[last.index];
    let next = &scene.counted[index];
    let gap = whole.tokens.end.max(last.told.said.end)..next.tokens.start;
    let opens = gap.len() <= GAP && gap.clone().any(|i| matches!(scene.sign(i), ":" | "," | "(" | "–" | "—"));
    if !opens || last.whole != Whole::Itself || whole.low.is_none() {
        return false;
    }
    let pairs = scene.counted[index..].iter().filter(|c| !c.article).tuple_windows();
    let joins = pairs.take_while(|(a, b)| joined(scene, &a.tokens, &b.tokens) && matches!(b.noun, Noun::People(_) | Noun::Bare));
    let more: Vec<f64> = joins.filter_map(|(_, b)| b.low).collect();
    !more.is_empty() && whole.low == next.low.map(|low| low + more.iter().sum::<f64>())
}

/// Whether two counts are joined by "and" or a comma, whatever says of whom the first are: "18 members of allied groups and 49 soldiers".
pub(super) fn joined(scene: &Scene<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let gap = whom(scene, first.end).min(second.start)..second.start;
    let thing = |i: usize| scene.sentence.longest(i, |cue| matches!(cue, Cue::Object(_)).then_some(())).is_some();
    let and = (gap.start..gap.end).find_map(|i| Some(i..scene.sentence.word_cue(i, Word::And)?)).unwrap_or(gap.start..gap.start);
    gap.len() <= 4
        && gap.clone().any(|i| scene.is(i, Word::And) || scene.sign(i) == ",")
        && gap.clone().all(|i| scene.act_at(i).is_none_or(|(_, act, form)| form == Form::Participle && harm(act).is_some()))
        && !gap.clone().any(|i| !and.contains(&i) && (scene.sentence.is_plain(i) || thing(i)))
}

/// Where the words end behind a count that say of whom they are, or who else was counted with them: "of allied groups", "and
/// pro-government fighters".
fn whom(scene: &Scene<'_>, at: usize) -> usize {
    const WORDS: usize = 5;
    let within = at + 1..scene.len().min(at + 1 + WORDS);
    let counts = |i: usize| scene.counted.iter().any(|c| c.tokens.start == i);
    let goes_on = |i: &usize| scene.sign(*i).is_empty() && scene.act_at(*i).is_none() && !scene.is(*i, Word::And) && !counts(*i);
    let phrase = within.take_while(goes_on);
    if scene.is(at, Word::And) {
        let people = |i: usize| scene.sentence.longest(i, |cue| matches!(cue, Cue::People(_)).then_some(()));
        return phrase.filter_map(people).map(|(end, ())| end).last().unwrap_or(at);
    }
    if scene.is(at, Word::Of) { phrase.last().map_or(at, |last| last + 1) } else { at }
}
