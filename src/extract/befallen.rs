//! What befell those who are counted: told by their noun, by the words before or behind them, or with the count that they are joined to.

use std::ops::Range;

use super::among::{among, listed_among};
use super::casualties::{harm, objects};
use super::counted::{Counted, Noun};
use super::deed::governed;
use super::draft::Whole;
use super::outcome::{became, hospital, last_told, owned, some_died};
use super::scene::{Scene, meet};
use super::share::{adds_up, breaks_down, divided, each, frames, joined, of_them, own_verb, part, partitive, per, predicated, shared_out};
use super::toll;
use crate::lexicon::{Act, Cue, Form, Speech, Word};
use crate::mention::Said;
use crate::model::{Harm, Hedge};
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
    /// Whether it tells what became of people of whom another count told what befell them first.
    pub later: bool,
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
pub(super) const FAR: usize = 18;
pub(super) const NEAR: usize = 12;

/// The counts of a sentence that are casualties.
pub(super) fn casualties(scene: &Scene<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (index, counted) in scene.counted.iter().enumerate() {
        found.extend(casualty(scene, counted, index, &found));
    }
    let since: Vec<Found> = found.iter().filter_map(|first| became(scene, first)).collect();
    found.extend(since);
    some_died(scene, &mut found);
    found
}

fn casualty(scene: &Scene<'_>, counted: &Counted, index: usize, found: &[Found]) -> Option<Found> {
    let start = counted.tokens.start;
    let frame = !matches!(counted.noun, Noun::Harmed(_)) && frames(scene, start);
    if counted.is_share() || divided(scene, counted) || shared_out(scene, counted) || frame || counted.article && predicated(scene, start) {
        return None;
    }
    let marched = scene.before(start, |cue| matches!(cue, Cue::Act(Act::Attend, Form::Verb | Form::Participle)).then_some(()));
    if marched.is_some() {
        return None;
    }
    let inside = |f: &&Found| scene.counted[f.index].list && scene.counted[f.index].tokens.contains(&counted.tokens.start);
    if let Some(list) = found.iter().find(inside) {
        return Some(Found { index, told: list.told.clone(), whole: Whole::Here(list.index), shared: list.shared, later: false });
    }
    let other = scene.before(counted.tokens.start, |cue| (cue == Cue::Word(Word::Other)).then_some(()));
    let first = other.map_or(counted.tokens.start, |(start, ())| start);
    let rest = counted.other && first > 0 && scene.is(first - 1, Word::The);
    let last = found.last();
    let broken = last.is_some_and(|last| breaks_down(scene, &scene.counted[last.index], counted) || adds_up(scene, index, last));
    let named = |of: usize| scene.sentence.longest(of, |cue| matches!(cue, Cue::People(_)).then_some(())).is_some();
    let located = |of: usize| [Word::In, Word::At].iter().any(|word| scene.is(of, *word));
    let opens = last.is_none() && counted.tokens.start == 0;
    let theirs = of_them(scene, counted).is_some_and(|of| named(of) || opens || last.is_some() && located(of));
    let part = part(scene, counted.tokens.start) || rest || broken || partitive(scene, counted) || theirs;
    let joined = last.filter(|l| joined(scene, &scene.counted[l.index].tokens, &counted.tokens));
    let people = match counted.noun {
        Noun::People(_) => !counted.article || counted.known || part,
        Noun::Bare => !counted.article,
        _ => false,
    };
    let among = among(scene, counted);
    let clause = |from: usize| (from..scene.len()).take_while(|i| scene.sign(*i).is_empty());
    let rate = |told: &Told| {
        let rated = |i: usize| each(scene, i) || per(scene, i);
        each(scene, 0) || clause(counted.tokens.end).chain(clause(told.said.end)).any(rated)
    };
    let listed = listed_among(scene, counted);
    if (among.is_some() || listed.is_some()) && (counted.name || counted.list) {
        return None;
    }
    let part = part || among.is_some() || listed.is_some();
    let shares = joined
        .filter(|l| people && !own_verb(scene, &scene.counted[l.index], counted) && (l.shared || l.whole != Whole::Itself))
        .map(|l| (l.told.clone(), true));
    let of_these = among.as_ref().and_then(|(_, of)| *of);
    let own = match counted.noun {
        _ if among.is_some() => among.map(|(told, _)| (told, false)),
        _ if listed.is_some() => listed.map(|told| (told, true)),
        Noun::Harmed(harm) => Some((befallen(scene, counted, harm), false)),
        Noun::People(_) if takes_lives(scene, counted) => {
            Some((Told { harm: Harm::Killed, act: Some(Act::Cost), said: counted.tokens.clone() }, false))
        }
        Noun::People(_) | Noun::Bare if scene.is(counted.tokens.end, Word::Fatally) && !harms_another(scene, counted.tokens.end + 1) => {
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
        _ if counted.hedge == Hedge::Vague && counted.article && mourned(scene, counted, told) => false,
        Noun::Unknown => matches!(told.harm, Harm::Killed | Harm::Injured) && told.said.start < counted.tokens.end + 4,
        Noun::Bare => !counted.article && told.harm != Harm::Captured,
        _ => !counted.known || matches!(told.harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Missing | Harm::Abducted),
    });
    let thing = |c: &Counted| !c.article && matches!(c.noun, Noun::Object(_) | Noun::Unknown | Noun::Percent);
    let other = |l: &Found| counted.noun == Noun::Bare && scene.counted[l.index + 1..index].iter().any(thing);
    let next = last.is_some() && own.as_ref().is_some_and(|(told, _)| beyond(scene, counted, told));
    // "Two elderly women and | three children among them, and twelve were hurt": the list of the dead goes on.
    let goes_on = next && last.is_some_and(|last| last.whole != Whole::Itself && scene.word_before(start, Word::And));
    let part = part || goes_on;
    let own = own.filter(|_| !(next && part));
    let inherited = last.filter(|l| part && people && !counted.known && !other(l)).map(|l| (l.told.clone(), true));
    let (told, shared) = own.or(inherited).or(shares).filter(|(told, _)| !rate(told))?;
    let whole = match (part, last, joined) {
        _ if of_these.is_some() => Whole::Here(of_these?),
        (true, Some(last), _) if last.told.harm == told.harm || told.harm == Harm::Casualties => match last.whole {
            whole @ (Whole::Here(_) | Whole::Before) if joined.is_some() || goes_on => whole,
            _ => Whole::Here(last.index),
        },
        (true, None, _) => Whole::Before,
        (true, Some(_), None) if partitive(scene, counted) => Whole::Before,
        (false, _, Some(last)) if last.whole != Whole::Itself && told.harm == last.told.harm => last.whole,
        _ if told.act == Some(Act::Ailing) => Whole::Some,
        _ => Whole::Itself,
    };
    let told =
        if counted.other && told.act == Some(Act::Shot) { Told { harm: Harm::Injured, act: Some(Act::Injured), ..told } } else { told };
    Some(Found { index, told, whole, shared, later: false })
}

/// Whether people without a number only explain a noun before them: "a mass for people killed in the war", "la famille de civils tués".
fn mourned(scene: &Scene<'_>, counted: &Counted, told: &Told) -> bool {
    let start = counted.tokens.start;
    let governs = |word: &Word| scene.word_before(start, *word) || scene.is(start, *word) && *word == Word::Of;
    let aside = told.said.start >= counted.tokens.end && scene.auxiliaries(told.said.start) == (false, false);
    aside && [Word::At, Word::To, Word::Of].iter().any(governs)
}

/// Whether what befell people is told of another count that stands between: "the 21 dead, eight of them miners, | twelve were hurt",
/// "nine died, two women and a boy among them, and | twelve were hurt".
fn beyond(scene: &Scene<'_>, counted: &Counted, told: &Told) -> bool {
    let other = |c: &Counted| !c.article && c.tokens.start > counted.tokens.end && c.tokens.end <= told.said.start;
    let opens = |at: usize| scene.sign(at - 1 - usize::from(scene.is(at - 1, Word::And))) == ",";
    scene.counted.iter().any(|c| other(c) && opens(c.tokens.start) && !part(scene, c.tokens.start))
}

/// Whether a verb tells what its subject did to somebody else: "fatally | shot his wife".
fn harms_another(scene: &Scene<'_>, verb: usize) -> bool {
    scene.deed_at(verb, |act| harm(act).is_some()).is_some_and(|(end, ..)| objects(scene, end))
}

/// "claimed 59 lives", "has taken two lives".
fn takes_lives(scene: &Scene<'_>, counted: &Counted) -> bool {
    scene.is(counted.tokens.end - 1, Word::Lives) && counted.tokens.start > 0 && scene.is(counted.tokens.start - 1, Word::Takes)
}

/// What befell people whose noun says so. A noun that leaves it open yields to what is told beside it: "12 déplacés ont été tués".
fn befallen(scene: &Scene<'_>, counted: &Counted, harm: Harm) -> Told {
    let noun = Told { harm, act: None, said: counted.tokens.clone() };
    let either = [Word::Or, Word::And].iter().find_map(|word| scene.sentence.word_cue(counted.tokens.end, *word)).and_then(|next| {
        let other = scene.sentence.longest(next, |cue| if let Cue::Harmed(harm) = cue { Some(harm) } else { None });
        let counts = |end: usize| scene.counted.iter().any(|c| c.tokens.start == end || c.tokens.start == next);
        other.filter(|(end, other)| *other != harm && lost(*other) && lost(harm) && !counts(*end))
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

fn lost(harm: Harm) -> bool {
    hurt(harm) || harm == Harm::Missing
}

/// What befell people of whom one of two things is told, or both of all: "tuées ou blessées", "killed and wounded"; not "wounded and died",
/// nor "killed and wounded others".
fn either(scene: &Scene<'_>, told: Told) -> Told {
    let counts = |at: usize| scene.counted.iter().any(|c| c.tokens.start == at);
    let next = |word| scene.sentence.word_cue(told.said.end, word).filter(|next| hurt(told.harm) && !counts(*next));
    let other = |next| scene.deed_at(next, |act| harm(act).is_some_and(|harm| harm != told.harm && lost(harm)));
    let of_all = |&(end, act, form): &(usize, Act, Form)| {
        (form == Form::Participle || act == Act::Missing) && !objects(scene, end) && !scene.is(end, Word::Other) && !counts(end)
    };
    match next(Word::Or).and_then(other).or_else(|| next(Word::And).and_then(other).filter(of_all)) {
        Some((end, ..)) => Told { harm: Harm::Casualties, said: told.said.start..end, ..told },
        None => told,
    }
}

/// What befell them, told before them: "a tué", "la mort de", "a coûté la vie à".
fn before(scene: &Scene<'_>, counted: &Counted) -> Option<Told> {
    let quoted = counted.tokens.start > 0 && matches!(scene.sign(counted.tokens.start - 1), "«" | "“" | "\"");
    let first = behind_day(scene, counted.tokens.start - usize::from(quoted));
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
            // "has shot | up to 908": a figure rose.
            let rose = scene.deed_at(start, |act| act == Act::Stand).is_some_and(|(end, ..)| end > at);
            if unreal || noun || rose {
                return None;
            }
            let shared = and_lost(scene, start, harm).filter(|_| act != Act::Cost);
            let (start, harm) = shared.map_or((start, harm), |start| (start, Harm::Casualties));
            return Some(Told { harm, act: Some(act), said: start..at });
        }
        let light = at > 0
            && (scene.is(at - 1, Word::The)
                || (scene.is(at - 1, Word::Possessive) || scene.is(at - 1, Word::Some)) && !counted.article
                || scene.is(at - 1, Word::Of)
                || scene.is(at - 1, Word::Other)
                || scene.is(at - 1, Word::Both) && counted.list
                || scene.sentence.is_plain(at - 1));
        if !light {
            return None;
        }
        at -= 1;
    }
    None
}

/// Where the first of two verbs begins that share their object: "killed and | wounded 40 people", of whom nobody knows how many were killed.
fn and_lost(scene: &Scene<'_>, second: usize, told: Harm) -> Option<usize> {
    let link = |cue| matches!(cue, Cue::Word(Word::And | Word::Or)).then_some(());
    let (and, ()) = scene.before(second, link).filter(|_| hurt(told))?;
    let other = |cue| match cue {
        Cue::Act(act, Form::Verb | Form::Gerund | Form::Infinitive | Form::Participle) => {
            harm(act).filter(|harm| *harm != told && hurt(*harm))
        }
        _ => None,
    };
    scene.before(and, other).map(|(start, _)| start)
}

/// Where a verb ends from which only a day parts its object: "a tué | lundi soir deux personnes", not "killed Monday two …".
fn behind_day(scene: &Scene<'_>, object: usize) -> usize {
    let day = scene.periods.iter().find(|period| period.tokens.end == object).map(|period| period.tokens.start);
    let active = |verb: usize| scene.auxiliaries(verb).1 && !scene.passive(verb);
    let verb = day.and_then(|day| scene.before(day, |cue| matches!(cue, Cue::Act(_, Form::Participle)).then_some(())));
    day.filter(|_| verb.is_some_and(|(start, ())| active(start))).unwrap_or(object)
}

/// Whether a deed is told in its bare form, which says of one person only what may be: "would hurt her", "let him die".
fn bare_form(scene: &Scene<'_>, deed: Range<usize>) -> bool {
    scene.sentence.marks_at(deed.start).iter().any(|m| m.end == deed.end && matches!(m.cue, Cue::Act(_, Form::Infinitive)))
}

/// What befell them, told behind them: "ont été tuées", "tués", "ont péri".
pub(super) fn behind(scene: &Scene<'_>, counted: &Counted) -> Option<Told> {
    let mut at = counted.tokens.end;
    if counted.article && !counted.known && scene.word_before(counted.tokens.start, Word::By) {
        return None;
    }
    if counted.article && scene.is(at, Word::Possessive) && scene.sentence.tokens[at].glued {
        return owned(scene, at + 1);
    }
    let whose = scene.is(at, Word::Relative) && scene.is(at, Word::Possessive) || scene.is(at, Word::Part) && counted.article;
    if whose {
        return None;
    }
    if (counted.name || counted.article) && tells(scene, counted) {
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
        if at > counted.tokens.end && scene.sentence.word_cue(at, Word::SomeOf).is_some() {
            // "50 passengers fell, and some of them were killed": nobody knows how many; "30 people, some of them children, were killed".
            let aside = (at.saturating_sub(2)..at).any(|i| scene.sign(i) == ",");
            at = (at..limit).find(|i| scene.sign(*i) == ",").filter(|_| aside)? + 1;
            continue;
        }
        if scene.sign(at) == "(" {
            at = (at..limit).find(|i| scene.sign(*i) == ")").map_or(limit, |i| i + 1);
            continue;
        }
        let quote = matches!(scene.sign(at), "\"" | "“" | "«" | "‘" | "'") && matches!(scene.sign(at - 1), "," | ":");
        let clause = scene.is(at, Word::But) && !scene.is(at, Word::And) || scene.is(at, Word::And) && scene.is(at + 1, Word::That);
        if quote || clause || matches!(scene.sign(at), ";" | ":" | ".") || (counted.article && scene.is(at, Word::None)) {
            return None;
        }
        if let Some(next) = scene.counted.iter().find(|c| c.tokens.start == at && c.tokens.start > counted.tokens.start) {
            let apart = next.other && !next.article && !(last.end..at).any(|i| scene.is(i, Word::And));
            let voiced = scene.said.iter().any(|said| said.how == Speech::According && (last.end..at).contains(&said.cue.start));
            let joins = joined(scene, last, &next.tokens) && !apart && !voiced || part(scene, at);
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
            // "24 people, of whom five died": what the part did; "five villagers including two women were killed": what all did.
            let set_off = next.noun == Noun::Bare || (last.end..at).any(|i| scene.sign(i) == ",");
            let own = part(scene, at)
                && set_off
                && !scene.is(at - 1, Word::The)
                && (scene.is(next.tokens.end, Word::Be) || scene.is(next.tokens.end, Word::Have));
            if let Some(close) = (next.tokens.end..limit).find(|i| own && scene.sign(*i) == ",") {
                at = close;
                continue;
            }
            if own {
                return None;
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
        let governed = scene.is(at - 1, Word::Of)
            || at > 1 && scene.sentence.is_plain(at - 1) && scene.is(at - 2, Word::Of) && form == Form::Befalls
            || (scene.is(at - 1, Word::The) && !scene.word_before(at - 1, Word::Among));
        let noun = scene.is(at - 1, Word::Some) || governed && (counted.tokens.end..at - 1).any(|i| scene.sign(i).is_empty());
        let did = || scene.sentence.negated(at..end) || matches!(form, Form::Verb | Form::Infinitive);
        match (harm(act), form) {
            // "42, five children among them, and could rise as some of those injured are": these are others.
            (Some(_), Form::Participle | Form::Befalls) if noun && (counted.noun == Noun::Bare || part(scene, counted.tokens.start)) => {
                return None;
            }
            (Some(_), Form::Participle | Form::Befalls) if noun => {}
            (Some(_), _) if aside && did() => aside = false,
            (Some(harm), Form::Participle) => {
                let (be, have) = scene.auxiliaries(at);
                let verb = |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have);
                let noun = |cue| matches!(cue, Cue::Harmed(_) | Cue::People(_)).then_some(());
                let adjective = scene.sentence.longest(end, noun).is_some();
                let definite = |start: usize| scene.is(start - 1, Word::The) || super::deed::governed(scene, start);
                let others = scene.before(at, noun).is_some_and(|(start, ())| start > counted.tokens.end && definite(start));
                let stray = counted.article && !be && !have && (adjective || others || (counted.tokens.end..at).any(verb));
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

/// Whether somebody only tells what befell others, or explains who tells it: "Smith said those who were hurt", "the mayor, Ann Smith, said
/// three were hurt", "Ann Smith, a doctor, said", "selon Paul Vernay, un pompier, …".
fn tells(scene: &Scene<'_>, counted: &Counted) -> bool {
    let (start, end) = (counted.tokens.start, counted.tokens.end);
    let says = |at: usize| scene.sentence.longest(at, |cue| (cue == Cue::Speech(Speech::Say)).then_some(())).is_some();
    let verb = says(end) && !scene.is(end + 1, Word::To) || counted.name && scene.sign(end) == "," && says(end + 1);
    let explains = |said: &Said| {
        let beside =
            |teller: &Range<usize>| teller.end + 1 == start && scene.sign(teller.end) == "," || teller.start < start && end <= teller.end;
        let itself = |teller: &Range<usize>| said.how == Speech::According && meet(teller, &counted.tokens);
        said.chain.iter().any(|teller| beside(&teller.tokens) || itself(&teller.tokens))
    };
    let closed = scene.sign(end) == "," && !scene.is(end + 1, Word::Relative);
    verb || closed && scene.said.iter().any(explains)
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

/// Where a clause goes on behind the relative clause of somebody in it: "12 people, including a boy who drowned, | were …". What a
/// clause that nothing closes tells is not told of the others.
fn past_relative(scene: &Scene<'_>, at: usize, limit: usize) -> usize {
    let from = if scene.sign(at) == "," { at + 1 } else { at };
    if !scene.is(from, Word::Relative) {
        return at;
    }
    (from..limit).find(|i| matches!(scene.sign(*i), "," | ")" | "–" | "—")).map_or(limit, |i| i + 1)
}
