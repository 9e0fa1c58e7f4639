//! What befell those who are counted: told by their noun, by the words before or behind them, or with the count that they are joined to.

use std::ops::Range;

use itertools::Itertools;

use super::casualties::{harm, objects};
use super::counted::{Counted, Noun};
use super::deed::governed;
use super::draft::Whole;
use super::scene::Scene;
use super::toll;
use crate::lexicon::{Act, Cue, Form, Speech, Word};
use crate::model::Harm;
use crate::text::Shape;

/// A count that is a casualty.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub index: usize,
    pub told: Told,
    /// The count in this sentence that it is a part of, or that of a sentence before.
    pub whole: Whole,
    /// Whether what befell them was read before them, so that a count joined to it by "and" shares it.
    pub shared: bool,
}

/// What befell people, and the words that say so.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub harm: Harm,
    /// The deed, where it is not their noun that says it.
    pub act: Option<Act>,
    pub said: Range<usize>,
}

/// How far what befell people may stand behind their count; nearer behind one person whom no number counts.
const FAR: usize = 18;
const NEAR: usize = 12;

/// The counts of a sentence that are casualties.
pub(super) fn casualties(scene: &Scene<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (index, counted) in scene.counted.iter().enumerate() {
        found.extend(casualty(scene, counted, index, &found));
    }
    found
}

fn casualty(scene: &Scene<'_>, counted: &Counted, index: usize, found: &[Found]) -> Option<Found> {
    let start = counted.tokens.start;
    let frame = !matches!(counted.noun, Noun::Harmed(_)) && frames(scene, start);
    if divided(scene, counted) || shared_out(scene, counted) || frame || counted.article && predicated(scene, start) {
        return None;
    }
    let inside = |f: &&Found| scene.counted[f.index].list && scene.counted[f.index].tokens.contains(&counted.tokens.start);
    if let Some(list) = found.iter().find(inside) {
        return Some(Found { index, told: list.told.clone(), whole: Whole::Here(list.index), shared: list.shared });
    }
    let other = scene.before(counted.tokens.start, |cue| (cue == Cue::Word(Word::Other)).then_some(()));
    let first = other.map_or(counted.tokens.start, |(start, ())| start);
    let rest = counted.other && first > 0 && scene.is(first - 1, Word::The);
    let last = found.last();
    let broken = last.is_some_and(|last| breaks_down(scene, &scene.counted[last.index], counted) || adds_up(scene, index, last));
    let named = |of: usize| scene.sentence.longest(of, |cue| matches!(cue, Cue::People(_)).then_some(())).is_some();
    let located = |of: usize| [Word::In, Word::At].iter().any(|word| scene.is(of, *word));
    let theirs = of_them(scene, counted).is_some_and(|of| named(of) || last.is_some() && located(of));
    let part = part(scene, counted.tokens.start) || rest || broken || partitive(scene, counted) || theirs;
    let joined = last.filter(|l| joined(scene, &scene.counted[l.index].tokens, &counted.tokens));
    let people = match counted.noun {
        Noun::People(_) => !counted.article || counted.known || part,
        Noun::Bare => !counted.article,
        _ => false,
    };
    let among = among(scene, counted);
    let clause = |from: usize| (from..scene.len()).take_while(|i| scene.sign(*i).is_empty());
    let rate = |told: &Told| clause(counted.tokens.end).chain(clause(told.said.end)).any(|i| each(scene, i));
    if among.is_some() && (counted.name || counted.list) {
        return None;
    }
    let part = part || among.is_some();
    let shares = joined
        .filter(|l| people && !own_verb(scene, &scene.counted[l.index], counted) && (l.shared || l.whole != Whole::Itself))
        .map(|l| (l.told.clone(), true));
    let of_these = among.as_ref().and_then(|(_, of)| *of);
    let own = match counted.noun {
        _ if among.is_some() => among.map(|(told, _)| (told, false)),
        Noun::Harmed(harm) => Some((befallen(scene, counted, harm), false)),
        Noun::People(_) if takes_lives(scene, counted) => {
            Some((Told { harm: Harm::Killed, act: Some(Act::Cost), said: counted.tokens.clone() }, false))
        }
        Noun::People(_) | Noun::Bare if scene.is(counted.tokens.end, Word::Fatally) => {
            let end = counted.tokens.end;
            Some((Told { harm: Harm::Killed, act: Some(Act::Killed), said: end..end + 1 }, false))
        }
        Noun::People(_) | Noun::Bare | Noun::Unknown => before(scene, counted).map(|told| (told, true)).or_else(|| {
            let told = behind(scene, counted).filter(|told| shares.is_none() || told.said.start <= counted.tokens.end + 3)?;
            Some((told, false))
        }),
        Noun::Object(_) | Noun::Percent => None,
    };
    let own = own.filter(|(told, _)| match counted.noun {
        Noun::Unknown if counted.article => false,
        Noun::Unknown => matches!(told.harm, Harm::Killed | Harm::Injured) && told.said.start < counted.tokens.end + 4,
        Noun::Bare => !counted.article && told.harm != Harm::Captured,
        _ => !counted.known || matches!(told.harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Missing | Harm::Abducted),
    });
    let thing = |c: &Counted| !c.article && matches!(c.noun, Noun::Object(_) | Noun::Unknown | Noun::Percent);
    let other = |l: &Found| counted.noun == Noun::Bare && scene.counted[l.index + 1..index].iter().any(thing);
    let inherited = last.filter(|l| part && people && !counted.known && !other(l)).map(|l| (l.told.clone(), true));
    let (told, shared) = own.or(inherited).or(shares).filter(|(told, _)| !rate(told))?;
    let whole = match (part, last, joined) {
        _ if of_these.is_some() => Whole::Here(of_these?),
        (true, Some(last), _) if last.told.harm == told.harm || told.harm == Harm::Casualties => match last.whole {
            whole @ (Whole::Here(_) | Whole::Before) if joined.is_some() => whole,
            _ => Whole::Here(last.index),
        },
        (true, None, _) => Whole::Before,
        (true, Some(_), None) if partitive(scene, counted) => Whole::Before,
        (false, _, Some(last)) if last.whole != Whole::Itself && !matches!(counted.noun, Noun::Harmed(h) if h != last.told.harm) => {
            last.whole
        }
        _ if told.act == Some(Act::Ailing) => Whole::Some,
        _ => Whole::Itself,
    };
    let told =
        if counted.other && told.act == Some(Act::Shot) { Told { harm: Harm::Injured, act: Some(Act::Injured), ..told } } else { told };
    Some(Found { index, told, whole, shared })
}

/// Whether a count is only what another is taken from: "two of the four", "two of its crew of 20", "most of the 200". Who somebody belongs to is none: "the
/// father of a boy who drowned".
fn divided(scene: &Scene<'_>, counted: &Counted) -> bool {
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

/// Whether a count behind a comma opens a clause of its own: "evacuated 2,000 people, 550 firemen | are deployed".
fn own_verb(scene: &Scene<'_>, before: &Counted, counted: &Counted) -> bool {
    let and = (before.tokens.end..counted.tokens.start).any(|i| scene.is(i, Word::And));
    let mut clause = (counted.tokens.end..scene.len()).take_while(|i| scene.sign(*i).is_empty() && scene.act_at(*i).is_none());
    !and && clause.any(|i| scene.is(i, Word::Be))
}

/// Whether a count only tells of whom others are: "Among the sixty survivors, 36 …".
fn frames(scene: &Scene<'_>, at: usize) -> bool {
    let the = if at > 0 && scene.is(at - 1, Word::The) { at - 1 } else { at };
    let opens = |i: usize| i == 0 || !scene.sign(i - 1).is_empty();
    (the.saturating_sub(3)..the).any(|i| opens(i) && scene.sentence.word_cue(i, Word::Among) == Some(the))
}

/// Whether people without a number are what others are said to be, or whose something is: "the victims are men", "most of them women",
/// "le total des migrants", "l'un des migrants".
fn predicated(scene: &Scene<'_>, at: usize) -> bool {
    let sum = || [Word::Total, Word::Tally, Word::Number, Word::A].iter().any(|word| scene.word_before(at, *word));
    scene.is(at, Word::Some)
        && (sum() || scene.word_before(at, Word::Mostly) || scene.word_before(at, Word::Be) && !scene.word_before(at, Word::Have))
}

/// "claimed 59 lives", "has taken two lives".
fn takes_lives(scene: &Scene<'_>, counted: &Counted) -> bool {
    scene.is(counted.tokens.end - 1, Word::Lives) && counted.tokens.start > 0 && scene.is(counted.tokens.start - 1, Word::Takes)
}

/// Whether a count is that of which only a share is told: "half of the population of 22 million".
fn shared_out(scene: &Scene<'_>, counted: &Counted) -> bool {
    const WORDS: usize = 8;
    let start = counted.tokens.start;
    let share = |c: &Counted| c.noun == Noun::Percent || c.high.or(c.low).is_some_and(|share| share < 1.0 && share > 0.0);
    let before = scene.counted.iter().filter(|c| c.tokens.end <= start && start - c.tokens.end <= WORDS);
    let of = |c: &Counted| (c.tokens.end..start).all(|i| scene.sign(i).is_empty() && scene.act_at(i).is_none() && !scene.is(i, Word::And));
    let some = scene.is(start, Word::Some) || start > 0 && (scene.is(start - 1, Word::Of) || scene.is(start - 1, Word::Some));
    some && before.into_iter().any(|c| share(c) && of(c))
}

/// Whether a count behind a colon begins to break down the one before: "98 people were hurt: 16 children, 46 women and 36 men".
fn breaks_down(scene: &Scene<'_>, whole: &Counted, part: &Counted) -> bool {
    let start = part.tokens.start;
    let less = whole.low.zip(part.low).is_some_and(|(whole, part)| part < whole);
    start > 0 && scene.sign(start - 1) == ":" && !part.article && less && matches!(part.noun, Noun::People(_) | Noun::Bare)
}

/// Whether counts that follow a count one by one add up to it: "19 morts, 12 employés et sept patients".
fn adds_up(scene: &Scene<'_>, index: usize, last: &Found) -> bool {
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

/// Whether a word tells that a count is one of several alike, or a rate: "30,000 each", "40 a day"; not "40 a day after".
fn each(scene: &Scene<'_>, at: usize) -> bool {
    let time = |end| scene.sentence.longest(end, |cue| matches!(cue, Cue::Time(_)).then_some(())).is_some();
    scene.sentence.word_cue(at, Word::Each).is_some_and(|end| !time(end))
}

/// Among whom a count is told to be, and the count of them all where it stands there: "nine children are among the 30 dead".
fn among(scene: &Scene<'_>, counted: &Counted) -> Option<(Told, Option<usize>)> {
    let light = |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have) || scene.sentence.is_plain(i);
    let mut end = counted.tokens.end;
    for next in scene.counted.iter().filter(|c| !c.article && c.tokens.start > counted.tokens.start) {
        let chain = end..end;
        if joined(scene, &chain, &next.tokens) {
            end = next.tokens.end;
        }
    }
    let at = (end..scene.len().min(end + NEAR / 2)).find(|i| scene.is(*i, Word::Among))?;
    let own = matches!(counted.noun, Noun::People(_) | Noun::Bare) && (end..at).all(light);
    let from = scene.sentence.skip(scene.sentence.word_cue(at, Word::Among).filter(|_| own)?, &[Word::The]);
    let told = |harm, said| Told { harm, act: None, said };
    if let Some((end, act, Form::Befalls)) = scene.deed_at(at, |act| harm(act).is_some()) {
        return Some((told(harm(act)?, at..end), None));
    }
    if let Some(of) = scene.counted.iter().position(|c| c.number.start == from || c.tokens.start == from) {
        let all = &scene.counted[of];
        let harm = match all.noun {
            Noun::Harmed(harm) => harm,
            Noun::People(_) => behind(scene, all).map(|told| told.harm)?,
            _ => return None,
        };
        return (!all.article).then(|| (told(harm, at..all.tokens.end), Some(of)));
    }
    let (end, harm) = scene.sentence.longest(from, |cue| if let Cue::Harmed(harm) = cue { Some(harm) } else { None })?;
    Some((told(harm, at..end), None))
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

/// Whether a count is introduced as a part of another: "dont 31 civils", "(102 hommes"; not "an attack that included three bombers".
pub(super) fn part(scene: &Scene<'_>, at: usize) -> bool {
    let bare = if at > 0 && (scene.is(at - 1, Word::The) || scene.sign(at - 1) == ",") { at - 1 } else { at };
    let of_a_thing = |(start, ()): &(usize, ())| {
        *start > 0 && scene.is(start - 1, Word::Relative) && scene.counted.iter().all(|c| c.article || c.tokens.end + 1 != *start)
    };
    let part = |at: usize| scene.before(at, |cue| (cue == Cue::Word(Word::Part)).then_some(())).is_some_and(|found| !of_a_thing(&found));
    part(bare) || part(at) || (at > 0 && scene.sign(at - 1) == "(")
}

/// What befell people whose noun says so. A noun that leaves it open yields to what is told beside it: "12 déplacés ont été tués".
fn befallen(scene: &Scene<'_>, counted: &Counted, harm: Harm) -> Told {
    let noun = Told { harm, act: None, said: counted.tokens.clone() };
    let either = scene.sentence.word_cue(counted.tokens.end, Word::Or).and_then(|next| {
        let other = scene.sentence.longest(next, |cue| if let Cue::Harmed(harm) = cue { Some(harm) } else { None });
        other.filter(|(_, other)| *other != harm && hurt(*other) && hurt(harm))
    });
    if let Some((end, _)) = either {
        return Told { harm: Harm::Casualties, act: None, said: counted.tokens.start..end };
    }
    if !matches!(harm, Harm::Casualties | Harm::Displaced | Harm::Evacuated | Harm::Injured) {
        return noun;
    }
    let own = |to: usize| (counted.tokens.end..to).all(|i| scene.sign(i).is_empty() && scene.counted.iter().all(|c| c.tokens.start != i));
    let worse = |told: &Told| harm != Harm::Injured || told.harm == Harm::Killed && own(told.said.start);
    let near = |told: &Told| hurt(told.harm) && worse(told) && told.said.start <= counted.tokens.end + NEAR / 2;
    behind(scene, counted).filter(near).unwrap_or(noun)
}

fn hurt(harm: Harm) -> bool {
    matches!(harm, Harm::Killed | Harm::Injured)
}

/// What befell people of whom one of two things is told: "tuées ou blessées".
fn either(scene: &Scene<'_>, told: Told) -> Told {
    let next = scene.sentence.word_cue(told.said.end, Word::Or).filter(|_| hurt(told.harm));
    let other = next.and_then(|next| scene.deed_at(next, |act| harm(act).is_some_and(|harm| harm != told.harm && hurt(harm))));
    match other.filter(|_| scene.counted.iter().all(|c| Some(c.tokens.start) != next)) {
        Some((end, ..)) => Told { harm: Harm::Casualties, said: told.said.start..end, ..told },
        None => told,
    }
}

/// Whether two counts are joined by "and" or a comma, whatever says of whom the first are: "18 members of allied groups and 49 soldiers".
pub(super) fn joined(scene: &Scene<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let gap = whom(scene, first.end).min(second.start)..second.start;
    let thing = |i: usize| scene.sentence.longest(i, |cue| matches!(cue, Cue::Object(_)).then_some(())).is_some();
    gap.len() <= 4
        && gap.clone().any(|i| scene.is(i, Word::And) || scene.sign(i) == ",")
        && gap.clone().all(|i| scene.act_at(i).is_none_or(|(_, act, form)| form == Form::Participle && harm(act).is_some()))
        && !gap.clone().any(|i| scene.sentence.is_plain(i) || thing(i))
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

/// What befell them, told before them: "a tué", "la mort de", "a coûté la vie à".
fn before(scene: &Scene<'_>, counted: &Counted) -> Option<Told> {
    let quoted = counted.tokens.start > 0 && matches!(scene.sign(counted.tokens.start - 1), "«" | "“" | "\"");
    let first = counted.tokens.start - usize::from(quoted);
    let mut at = first;
    for _ in 0..3 {
        let told = scene.before(at, |cue| match cue {
            Cue::Act(Act::Cost, _) => Some((Harm::Killed, Act::Cost)),
            Cue::Act(act, Form::Verb | Form::Gerund | Form::Infinitive | Form::Of | Form::Participle) => harm(act).map(|harm| (harm, act)),
            _ => None,
        });
        if at == first
            && matches!(counted.noun, Noun::Bare | Noun::People(_))
            && !counted.article
            && let Some(told) = toll::stands(scene, counted)
        {
            return Some(told);
        }
        if let Some((start, (harm, act))) = told {
            let unreal = counted.known && bare_form(scene, start..at);
            let noun = act == Act::Shot && at < counted.tokens.start && scene.sentence.is_plain(at);
            if unreal || noun {
                return None;
            }
            return Some(Told { harm, act: Some(act), said: start..at });
        }
        let light = at > 0
            && (scene.is(at - 1, Word::The)
                || scene.is(at - 1, Word::Of)
                || scene.is(at - 1, Word::Other)
                || scene.sentence.is_plain(at - 1));
        if !light {
            return None;
        }
        at -= 1;
    }
    None
}

/// Whether a deed is told in its bare form, which says of one person only what may be: "would hurt her", "let him die".
fn bare_form(scene: &Scene<'_>, deed: Range<usize>) -> bool {
    scene.sentence.marks_at(deed.start).iter().any(|m| m.end == deed.end && matches!(m.cue, Cue::Act(_, Form::Infinitive)))
}

/// What befell them, told behind them: "ont été tuées", "tués", "ont péri".
fn behind(scene: &Scene<'_>, counted: &Counted) -> Option<Told> {
    let mut at = counted.tokens.end;
    if counted.article && scene.is(at, Word::Possessive) && scene.sentence.tokens[at].glued {
        return owned(scene, at + 1);
    }
    let whose = scene.is(at, Word::Relative) && scene.is(at, Word::Possessive) || scene.is(at, Word::Part) && counted.article;
    if whose {
        return None;
    }
    // What somebody says befell others: "Smith said those who were hurt".
    if counted.name && scene.sentence.longest(at, |cue| (cue == Cue::Speech(Speech::Say)).then_some(())).is_some() {
        return None;
    }
    if scene.is(counted.tokens.start, Word::Person)
        && scene.is(counted.tokens.start, Word::Possessive)
        && let Some(told) = owned(scene, at)
    {
        return Some(told);
    }
    if !counted.article
        && let Some((harm, said)) = toll::follows(scene, at)
    {
        return Some(Told { harm, act: None, said });
    }
    let limit = scene.len().min(at + if counted.known { NEAR } else { FAR });
    let mut others = 0;
    let mut last = &counted.tokens;
    // Who survived is hurt, but nobody else's death is theirs: "39 survived and 27 died".
    let mut survived = false;
    // What those did or did not do who are told of behind "who": "twelve who could not flee | were killed".
    let mut aside = scene.is(at, Word::Relative);
    while at < limit {
        let person = at > counted.tokens.end && scene.sentence.tokens[at - 1].shape == Shape::Capital;
        if scene.sign(at) == "," && person && scene.is(at + 1, Word::Relative) {
            at = past_relative(scene, at, limit);
            continue;
        }
        survived |= scene.is(at, Word::Survives);
        if scene.sign(at) == "(" {
            at = (at..limit).find(|i| scene.sign(*i) == ")").map_or(limit, |i| i + 1);
            continue;
        }
        let quote = matches!(scene.sign(at), "\"" | "“" | "«" | "‘" | "'") && matches!(scene.sign(at - 1), "," | ":");
        if quote || matches!(scene.sign(at), ";" | ":" | ".") || scene.is(at, Word::But) || (counted.article && scene.is(at, Word::None)) {
            return None;
        }
        if let Some(next) = scene.counted.iter().find(|c| c.tokens.start == at && c.tokens.start > counted.tokens.start) {
            let joins = joined(scene, last, &next.tokens) || part(scene, at);
            let predicate = next.article && predicated(scene, at);
            let owns = divided(scene, next) || scene.is(next.tokens.end, Word::Possessive);
            let aside = (next.article && governed(scene, at)) || owns || predicate;
            let coordinated = joins || aside || next.article || matches!(next.noun, Noun::Object(_));
            let other = next.article && matches!(next.noun, Noun::People(_)) && !joins && !aside;
            if survived || !coordinated || other || matches!(next.noun, Noun::Harmed(_)) {
                return None;
            }
            if joins && !aside {
                last = &next.tokens;
            }
            at = if aside || part(scene, at) { past_relative(scene, next.tokens.end, limit) } else { next.tokens.end };
            continue;
        }
        if let Some(end) = hospital(scene, at).filter(|_| !counted.known) {
            let alone = counted.high == Some(1.0);
            let (harm, act) = if alone { (Harm::Casualties, Act::Shot) } else { (Harm::Injured, Act::Injured) };
            return Some(last_told(scene, Told { harm, act: Some(act), said: at..end }));
        }
        let longest = scene.act_at(at);
        let harmed = scene.deed_at(at, |act| harm(act).is_some()).filter(|(end, ..)| longest.is_none_or(|(other, ..)| other <= *end));
        let Some((end, act, form)) = harmed.or(longest) else {
            at += 1;
            continue;
        };
        let governed = scene.is(at - 1, Word::Of) || (scene.is(at - 1, Word::The) && !scene.word_before(at - 1, Word::Among));
        let noun = scene.is(at - 1, Word::Some) || governed && (counted.tokens.end..at - 1).any(|i| scene.sign(i).is_empty());
        let did = || scene.sentence.negated(at..end) || matches!(form, Form::Verb | Form::Infinitive);
        match (harm(act), form) {
            (Some(_), Form::Participle | Form::Befalls) if noun => {}
            (Some(_), _) if aside && did() => aside = false,
            (Some(harm), Form::Participle) => {
                let (be, have) = scene.auxiliaries(at);
                let verb = |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have);
                let noun = |cue| matches!(cue, Cue::Harmed(_) | Cue::People(_)).then_some(());
                let adjective = scene.sentence.longest(end, noun).is_some();
                let stray = counted.article && !be && !have && (adjective || (counted.tokens.end..at).any(verb));
                let active = !be && (have || objects(scene, end)) || stray;
                return (!active).then(|| last_told(scene, either(scene, Told { harm, act: Some(act), said: at..end })));
            }
            (Some(_), Form::Befalls) if finds(scene, counted, at) => return None,
            (Some(_), Form::Befalls) if counted.article && bare_form(scene, at..end) => return None,
            (Some(harm), Form::Befalls) => return Some(last_told(scene, either(scene, Told { harm, act: Some(act), said: at..end }))),
            (Some(_), Form::Verb | Form::Gerund | Form::Infinitive) => return None,
            (None, Form::Verb | Form::Participle) => {
                others += 1;
                if others > 1 || act == Act::Cause {
                    return None;
                }
            }
            _ => {}
        }
        at = end;
    }
    None
}

/// Whether those who are counted only found or left others so, who stand right before the word: "three officers found people dead".
fn finds(scene: &Scene<'_>, counted: &Counted, dead: usize) -> bool {
    const VERB: usize = 2;
    let people = |at: usize| scene.before(at, |cue| matches!(cue, Cue::People(_)).then_some(())).map(|(start, ())| start);
    let end = counted.tokens.end;
    let whole = people(end).is_some() || scene.is(counted.tokens.start, Word::Person);
    let verb = |i: usize| scene.sentence.tokens[i].shape == Shape::Lower && !scene.is(i, Word::And);
    whole && people(dead).is_some_and(|start| (end + 1..=end + VERB).contains(&start) && (end..start).all(verb))
}

/// Where the hospital is named that somebody who is counted was brought to: "three were rushed to Riley Children's Hospital". Of one
/// person that leaves open whether he lived, as a shot does.
fn hospital(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const WORDS: usize = 8;
    let to = scene.sentence.word_cue(at, Word::Carried)?;
    let name = (to..scene.len().min(to + WORDS)).take_while(|i| matches!(scene.sign(*i), "" | "-" | "." | "’" | "'"));
    name.into_iter().find_map(|i| scene.sentence.word_cue(i, Word::Hospital))
}

/// Where a clause goes on behind the relative clause of somebody in it: "12 people, including a boy who drowned, | were …". What a
/// clause that nothing closes tells is not told of the others.
fn past_relative(scene: &Scene<'_>, at: usize, limit: usize) -> usize {
    let from = if scene.sign(at) == "," { at + 1 } else { at };
    if !scene.is(from, Word::Relative) {
        return at;
    }
    (from..limit).find(|i| matches!(scene.sign(*i), "," | ")" | "–" | "—")).map_or(limit, |i| i + 1)
}

/// What is told last of those who were shot or hurt, in the same clause: "was shot and later died", "was shot but survived".
fn last_told(scene: &Scene<'_>, told: Told) -> Told {
    if told.act != Some(Act::Shot) && told.act != Some(Act::Injured) {
        return told;
    }
    let mut at = told.said.end;
    while at < scene.len().min(told.said.end + FAR) {
        let closes = matches!(scene.sign(at), ";" | ":" | ".") || scene.is(at, Word::Relative) || scene.is(at, Word::By);
        if closes || scene.counted.iter().any(|c| c.tokens.start == at) {
            break;
        }
        let hurt = |end| Told { harm: Harm::Injured, act: Some(Act::Injured), said: told.said.start..end };
        if let Some(end) = scene.sentence.word_cue(at, Word::Survives) {
            return hurt(end);
        }
        let Some((end, act, form)) = scene.deed_at(at, |act| harm(act).is_some()) else {
            at += 1;
            continue;
        };
        let own = form == Form::Befalls || form == Form::Participle && !objects(scene, end) && scene.passive(at);
        match act {
            Act::Killed if own => return Told { harm: Harm::Killed, act: Some(act), said: told.said.start..end },
            Act::Injured | Act::Ailing if own => return hurt(end),
            _ => at = end,
        }
    }
    told
}

/// A death that is somebody's: "the boy's death", "his murder", "the teenager's fatal shooting".
fn owned(scene: &Scene<'_>, from: usize) -> Option<Told> {
    const WORDS: usize = 3;
    for at in from..scene.len().min(from + WORDS) {
        let death = scene.deed_at(at, |act| act == Act::Killed).filter(|(_, _, form)| *form == Form::Noun);
        if let Some((end, act, _)) = death {
            return Some(Told { harm: Harm::Killed, act: Some(act), said: at..end });
        }
        if !scene.sentence.is_plain(at) {
            return None;
        }
    }
    None
}
