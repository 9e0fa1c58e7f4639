//! Deeds: what a sentence says was done, by whom and to whom.
//!
//! A verb has its doer before it and whom it meets behind it; a passive the other way round, with "by"; a deed told as a noun has
//! them in its complements ("raids of A against B") or is led by a subject ("A launched raids").

use std::ops::Range;

use super::casualties::harm;
use super::scene::{Scene, meet};
use crate::lexicon::{Act, Cue, Form, Link, PlaceCue, PlaceNoun, Speech, TimeCue, Word};
use crate::mention::{ActorMention, Naming, Said};
use crate::model::{Field, Group, SourceKind};
use crate::text::Shape;

/// Something that was done.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Deed {
    pub act: Act,
    pub form: Form,
    /// The words that say so.
    pub tokens: Range<usize>,
    pub doers: Vec<ActorMention>,
    pub met: Vec<ActorMention>,
    /// The people it met, where a noun tells of what sort they were.
    pub people: Option<(Range<usize>, Group)>,
    /// Whether it is said not to have been done.
    pub denied: bool,
    /// Whether it was done to its grammatical subject.
    pub passive: bool,
    /// What stands for a doer that was named before.
    pub stand_in: Option<StandIn>,
}

/// What stands for a doer that was named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StandIn {
    /// "il", "they"; not "he", who is one person.
    Pronoun,
    /// "it", said by whoever speaks of himself.
    Speaker,
    /// "les bombardements": those that were told of.
    Blow,
}

/// The deeds of a sentence, in order; the longest phrase at each word counts.
pub(super) fn deeds(scene: &Scene<'_>) -> Vec<Deed> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < scene.len() {
        let found = scene.parted_deed(at).or_else(|| scene.deed_at(at, |act| harm(act).is_none() && act != Act::Stand));
        let Some((end, act, form)) = found.or_else(|| scene.act_at(at)) else {
            at += 1;
            continue;
        };
        if act.avows() || !scene.said.iter().any(|said| meet(&said.cue, &(at..end))) {
            out.push(deed(scene, at..end, act, form));
        }
        at = end;
    }
    out
}

fn deed(scene: &Scene<'_>, tokens: Range<usize>, act: Act, form: Form) -> Deed {
    let (be, have) = scene.auxiliaries(tokens.start);
    let met = super::casualties::objects(scene, tokens.end) || scene.actors.iter().any(|a| a.tokens.start == tokens.end);
    let parted = scene.actors_in(tokens.clone()).next().is_some();
    let passive = form == Form::Participle && scene.passive(tokens.start) && (be || have || !met) && !parted;
    let (doers, met) = match form {
        Form::Noun => (noun_doers(scene, &tokens), noun_met(scene, &tokens, form)),
        Form::Of => (agents(scene, tokens.end), noun_met(scene, &tokens, form)),
        // "the camp, struck by hunger": who was struck stands right before the comma.
        _ if passive && !be && !have && tokens.start > 0 && scene.sign(tokens.start - 1) == "," => {
            let beside = |a: &ActorMention| a.tokens.end + 1 == tokens.start;
            (agents(scene, tokens.end), subject(scene, tokens.start).into_iter().filter(beside).collect())
        }
        _ if passive => (agents(scene, tokens.end), subject(scene, tokens.start)),
        Form::Gerund if tokens.start > 0 && scene.sign(tokens.start - 1) == "," => {
            (main_doers(scene, tokens.start), object(scene, tokens.end))
        }
        Form::Verb | Form::Infinitive | Form::Participle if follows_on(scene, tokens.start) => {
            (main_doers(scene, tokens.start), object(scene, tokens.end))
        }
        Form::Infinitive if asked_for(scene, tokens.start) => (Vec::new(), object(scene, tokens.end)),
        _ if act == Act::Position => (subject(scene, tokens.start), following(scene, tokens.end, 2)),
        _ => (blow_doers(scene, tokens.start).unwrap_or_else(|| subject(scene, tokens.start)), object(scene, tokens.end)),
    };
    let does = |actor: &ActorMention| !located(scene, actor) && !dateline(scene, &actor.tokens) && (!act.violent() || !tells(actor.kind));
    let doers: Vec<ActorMention> = doers.into_iter().filter(does).collect();
    let people = match passive {
        true => None,
        false => people(scene, tokens.end),
    };
    let denied = match form {
        Form::Noun => unled(scene, tokens.start),
        _ => scene.sentence.negated(tokens.clone()),
    };
    let stand_in = doers.is_empty().then(|| stand_in(scene, &tokens, form, passive)).flatten();
    let stand_in = stand_in.or_else(|| (doers.is_empty() && follows_on(scene, tokens.start)).then_some(StandIn::Blow));
    Deed { act, form, tokens, doers, met, people, denied, passive, stand_in }
}

/// Whether a deed told as a noun was led by nobody: "n'ont pas mené d'attaques", "no raid".
fn unled(scene: &Scene<'_>, noun: usize) -> bool {
    const REACH: usize = 4;
    let mut near = (noun.saturating_sub(REACH)..noun).rev().take_while(|i| scene.sign(*i).is_empty());
    scene.word_before(noun, Word::None) || near.any(|i| scene.is(i, Word::Not))
}

/// Whether a country is named as where something is: "in Peru", "in northern Peru", "(struck) northern Peru", "in Chile and Peru", "in
/// the capital, Lima,".
fn located(scene: &Scene<'_>, actor: &ActorMention) -> bool {
    let place = |at: usize| scene.word_before(at, Word::In);
    let start = actor.tokens.start;
    let part = start > 0 && scene.sign(start - 1).is_empty() && !scene.is(start - 1, Word::The);
    let within = || scene.places.iter().any(|p| p.tokens.start < start && actor.tokens.end <= p.tokens.end);
    let with = || {
        let joined = scene.before(start, |cue| (cue == Cue::Word(Word::And)).then_some(()))?;
        scene.actors.iter().find(|other| other.tokens.end == joined.0)
    };
    let capital = |cue| matches!(cue, Cue::Place(PlaceCue::Noun(PlaceNoun::Capital, _))).then_some(());
    let called = || start > 1 && scene.sign(start - 1) == "," && scene.before(start - 1, capital).is_some();
    let located = || place(start) || part && place(start - 1) || within() || called();
    actor.naming == Naming::Country && (located() || with().is_some_and(|other| self::located(scene, other)))
}

/// Whether a name is that of the place from which an article is sent: "MANILA (Reuters) –", "TRIPOLI:".
pub(super) fn dateline(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    const REACH: usize = 8;
    let sign = (name.end..scene.len().min(name.end + REACH)).find(|i| matches!(scene.sign(*i), "-" | "–" | "—" | ":" | "•"));
    let plain = |i: usize| scene.sentence.tokens[i].shape != Shape::Lower || scene.periods.iter().any(|p| p.tokens.contains(&i));
    let sent = scene.sentence.field == Field::Text && name.start == 0;
    sent && sign.is_some_and(|sign| (name.end..sign).all(plain))
}

/// Those who tell of deeds and do none: a hospital that "killed" was read amiss.
pub(super) fn tells(kind: SourceKind) -> bool {
    use SourceKind::*;
    matches!(kind, Outlet | Agency | Monitor | Organisation | Medical | Expert | Social | Witness)
}

/// What stands for the doer of a deed that names none.
fn stand_in(scene: &Scene<'_>, tokens: &Range<usize>, form: Form, passive: bool) -> Option<StandIn> {
    let group = scene.verb_group(tokens.start);
    let pronoun = |i: usize| scene.is(i, Word::Pronoun) && !scene.is(i, Word::Person);
    let pronoun = group > 0 && !passive && form != Form::Noun && (group - 1..tokens.start).any(pronoun);
    let told = |start: usize| start > 0 && scene.is(start - 1, Word::The);
    let blow = match form {
        Form::Noun => told(tokens.start),
        _ => !passive && blow_before(scene, tokens.start).is_some_and(|blow| told(blow.start)),
    };
    pronoun.then_some(StandIn::Pronoun).or(blow.then_some(StandIn::Blow))
}

/// How far a subject may stand from its verb, an object behind it.
const FAR: usize = 14;
const NEAR: usize = 7;

/// Whether a verb goes on with the subject of the one before it: "A struck the town and aims at …", "… but was not able to hold it".
fn follows_on(scene: &Scene<'_>, verb: usize) -> bool {
    let group = scene.verb_group(verb);
    let finite = group < verb || scene.act_at(verb).is_none_or(|(_, _, form)| form != Form::Infinitive);
    finite && group > 0 && [Word::And, Word::But].iter().any(|word| scene.is(group - 1, *word))
}

/// Whether a deed is what somebody is asked or bound to do: "A demande à B d'intervenir".
fn asked_for(scene: &Scene<'_>, verb: usize) -> bool {
    (verb.saturating_sub(NEAR)..verb).any(|i| scene.deed_at(i, |act| matches!(act, Act::Position | Act::Agree)).is_some())
}

/// The actors that end last before a verb, those that are named together with them included.
fn subject(scene: &Scene<'_>, verb: usize) -> Vec<ActorMention> {
    let group = before_inset(scene, scene.verb_group(verb));
    // "According to the police, a bomb has killed": who is only cited does nothing.
    let cited = |a: &ActorMention| {
        let cites = |said: &&Said| matches!(said.how, Speech::According | Speech::Citing | Speech::Cited);
        scene.said.iter().filter(cites).any(|said| said.cue.end <= a.tokens.start && said.chain.iter().any(|t| meet(&t.tokens, &a.tokens)))
    };
    let nouns = scene.actors_in(group.saturating_sub(FAR)..group).rev().filter(|a| a.naming != Naming::Adjective && !cited(a));
    let there = |actor: &ActorMention| {
        let bare = bare(scene, actor.tokens.start);
        actor.naming == Naming::Country && [Word::In, Word::At].iter().any(|word| scene.word_before(bare, *word))
    };
    let free = |actor: &&ActorMention| !governed(scene, actor.tokens.start) || relative_follows(scene, actor, verb) && !there(actor);
    let before = nouns.into_iter().find(|actor| free(actor));
    // "Pakistan mosque bomber kills": a noun of people right before the verb is its subject.
    let people = |cue| matches!(cue, Cue::People(_)).then_some(());
    let other = |last: &ActorMention| {
        last.naming == Naming::Country && scene.before(group, people).is_some_and(|(start, ())| start >= last.tokens.end)
    };
    match before {
        Some(last) if !other(last) && !barrier(scene, last.tokens.end..group) => {
            let all = together(scene, last);
            let start = all.first().map_or(last.tokens.start, |first| first.tokens.start);
            match met_in_clause(scene, start) {
                Some(clause) => scene.actors.iter().find(|a| a.tokens.end == clause).map_or_else(Vec::new, |head| together(scene, head)),
                None => all,
            }
        }
        _ => Vec::new(),
    }
}

/// Where the relative clause begins whose verb meets an actor: "the storm | that struck Chile and Peru", "the rebels | who shelled the army".
/// The verb behind the clause is that of the noun before it.
fn met_in_clause(scene: &Scene<'_>, actor: usize) -> Option<usize> {
    let flows = |i: &usize| scene.sign(*i).is_empty();
    let clause = (actor.saturating_sub(NEAR)..actor).rev().take_while(flows).find(|i| scene.is(*i, Word::Relative))?;
    let verb = |i: usize| scene.act_at(i).is_some_and(|(_, act, form)| act.violent() && form != Form::Noun);
    (clause + 1..actor).any(verb).then_some(clause)
}

/// Where the subject of a verb ends from which commas part it by what somebody says, a relative clause or a phrase that opens with a
/// preposition: "A, the ministry said, shelled", "les balles, d'après lui, ont tué", "la tempête, qui a frappé le Chili, a fait".
pub(super) fn before_inset(scene: &Scene<'_>, group: usize) -> usize {
    const LONG: usize = 10;
    let comma = |i: &usize| scene.sign(*i) == ",";
    let Some(close) = group.checked_sub(1).filter(comma) else { return group };
    let Some(open) = (close.saturating_sub(LONG)..close).rev().find(comma).filter(|open| *open + 1 < close) else { return group };
    let inset = open + 1..close;
    let told = scene.said.iter().any(|said| inset.start <= said.cue.start && said.cue.end <= inset.end);
    let phrase = [Word::In, Word::By, Word::Relative].iter().any(|word| scene.is(inset.start, *word));
    if told || phrase { open } else { group }
}

/// The blow that is itself the subject of a verb: "les raids de A ont tué".
pub(super) fn blow_before(scene: &Scene<'_>, verb: usize) -> Option<Range<usize>> {
    let group = scene.verb_group(verb);
    let from = group.saturating_sub(FAR + NEAR);
    let blow = |at: usize| scene.deed_at(at, |act| matches!(act, Act::Strike | Act::Operation)).filter(|(_, _, form)| *form == Form::Noun);
    let (start, end) = (from..group).rev().find_map(|at| blow(at).map(|(end, _, _)| (at, end)))?;
    let link = |cue| matches!(cue, Cue::Time(TimeCue::Link(Link::After | Link::Before))).then_some(());
    let adjunct = scene.before(bare(scene, start), link).is_some();
    let free = !adjunct && !governed(scene, start) && !barrier(scene, end..group) && !(end..group).any(|i| scene.act_at(i).is_some());
    free.then_some(start..end)
}

/// "the rebels, who took …": what governs the noun before a relative clause does not govern the clause.
fn relative_follows(scene: &Scene<'_>, actor: &ActorMention, verb: usize) -> bool {
    (actor.tokens.end..verb).any(|i| scene.is(i, Word::Relative))
}

/// Where a noun begins, its article included.
fn bare(scene: &Scene<'_>, at: usize) -> usize {
    if at > 0 && scene.is(at - 1, Word::The) { at - 1 } else { at }
}

/// Whether a preposition stands before a noun, so that it is no subject.
pub(super) fn governed(scene: &Scene<'_>, at: usize) -> bool {
    let bare = bare(scene, at);
    let bare = if bare > 0 && scene.is(bare - 1, Word::Some) { bare - 1 } else { bare };
    let words = [Word::By, Word::Against, Word::On, Word::Of, Word::In, Word::At, Word::Between, Word::Among];
    let preposition = |at: usize| words.iter().any(|word| scene.word_before(at, *word));
    preposition(bare) || bare > 0 && scene.sentence.is_plain(bare - 1) && preposition(bare - 1)
}

/// Whether a noun tells by what or in what something else was done: "by raids", "dans les frappes", "in Russian raids"; one
/// that is new to the reader ("par des raids") is told for itself.
pub(super) fn means(scene: &Scene<'_>, noun: usize) -> bool {
    let people = scene.actors.iter().find(|a| a.tokens.end == noun && a.naming == Naming::Adjective);
    let start = people.map_or(noun, |people| people.tokens.start);
    let bare = bare(scene, start);
    scene.word_before(bare, Word::By) || scene.word_before(bare, Word::In)
}

/// Whether another clause stands between a noun and a verb: a clause that ends, a pronoun or what somebody says (unless it is of himself:
/// "A dit n'avoir visé personne"), or a verb of its own that is not joined to this one.
fn barrier(scene: &Scene<'_>, mut tokens: Range<usize>) -> bool {
    let last = tokens.end.checked_sub(1).filter(|last| *last >= tokens.start);
    let joined = last.is_some_and(|last| scene.is(last, Word::And) || scene.sign(last) == ",");
    let end = tokens.end;
    let own = |said: usize| said == end && (scene.is(end, Word::Not) || scene.is(end, Word::Have));
    let told = last.is_some_and(|last| scene.sign(last) != ",");
    last.is_some_and(|last| scene.is(last, Word::Pronoun))
        || tokens.any(|i| {
            let verb = scene.is(i, Word::Be) || scene.is(i, Word::Have);
            let said = |cue| matches!(cue, Cue::Speech(Speech::Say | Speech::Deny)).then_some(());
            let says = || scene.sentence.longest(i, said).is_some_and(|(end, ())| !own(end));
            let stops = scene.is(i, Word::But) || scene.is(i, Word::That) || matches!(scene.sign(i), ";" | ":" | "." | "?");
            stops || (verb && !joined) || (told && says())
        })
}

/// An actor and those named with it: "A and B", two owners of one noun.
fn together(scene: &Scene<'_>, last: &ActorMention) -> Vec<ActorMention> {
    let mut out: Vec<ActorMention> = scene.actors.iter().filter(|a| a.tokens == last.tokens).cloned().collect();
    let mut start = last.tokens.start;
    for actor in scene.actors.iter().rev().filter(|a| a.tokens.end <= last.tokens.start) {
        let gap = actor.tokens.end..start;
        let tells = scene.said.iter().flat_map(|said| &said.chain).any(|teller| meet(&teller.tokens, &actor.tokens));
        let linked = gap.len() <= 3 && gap.clone().any(|i| scene.is(i, Word::And) || scene.sign(i) == "," && !tells);
        if !linked
            || !gap.clone().all(|i| scene.is(i, Word::And) || scene.is(i, Word::The) || scene.sign(i) == "," || scene.is(i, Word::Of))
        {
            break;
        }
        out.insert(0, actor.clone());
        start = actor.tokens.start;
    }
    out
}

/// An actor and those named behind it in one breath: "A and B".
pub(super) fn named_with(scene: &Scene<'_>, actor: &ActorMention) -> Vec<ActorMention> {
    following(scene, actor.tokens.start, 0)
}

/// The actors named from a token on, those joined to the first included.
fn following(scene: &Scene<'_>, from: usize, reach: usize) -> Vec<ActorMention> {
    let noun = |a: &&ActorMention| a.naming != Naming::Adjective || a.tokens.start == from;
    let first = scene.actors.iter().filter(noun).find(|a| a.tokens.start >= from && a.tokens.start <= from + reach);
    let verb = |i: usize| scene.is(i, Word::Be) || scene.is(i, Word::Have);
    let apart = |i: usize| matches!(scene.sign(i), "," | ";" | ":" | ".");
    let Some(first) = first.filter(|first| !(from..first.tokens.start).any(|i| verb(i) || apart(i))) else { return Vec::new() };
    let mut out: Vec<ActorMention> = scene.actors.iter().filter(|a| a.tokens == first.tokens).cloned().collect();
    let mut end = first.tokens.end;
    for actor in scene.actors.iter().filter(|a| a.tokens.start >= first.tokens.end) {
        let gap = end..actor.tokens.start;
        let links = |i: usize| {
            scene.is(i, Word::And) || scene.is(i, Word::The) || scene.is(i, Word::Of) || scene.is(i, Word::By) || scene.sign(i) == ","
        };
        if gap.is_empty() || gap.len() > 3 || !gap.clone().all(links) {
            break;
        }
        out.push(actor.clone());
        end = actor.tokens.end;
    }
    out
}

/// Whom a verb meets: the first actor behind it that is not the doer.
fn object(scene: &Scene<'_>, verb: usize) -> Vec<ActorMention> {
    let stop = (verb..scene.len().min(verb + NEAR)).find(|i| scene.is(*i, Word::By) || !matches!(scene.sign(*i), "" | "«" | "“" | "\""));
    let found = following(scene, verb, NEAR);
    match (stop, found.first()) {
        (Some(stop), Some(first)) if first.tokens.start > stop => Vec::new(),
        (_, Some(first)) if first.naming == Naming::Country && governed(scene, first.tokens.start) => Vec::new(),
        _ => found,
    }
}

/// Who did what was done to the subject: "by A".
fn agents(scene: &Scene<'_>, from: usize) -> Vec<ActorMention> {
    let open = |i: &usize| {
        let clause = [Word::Be, Word::Have, Word::Relative, Word::That, Word::Other].iter().any(|w| scene.is(*i, *w));
        !clause && scene.sign(*i).is_empty() && scene.act_at(*i).is_none_or(|(_, _, form)| form == Form::Noun)
    };
    let by = (from..scene.len().min(from + NEAR)).take_while(open).find(|i| scene.is(*i, Word::By));
    // "strikes on troops surrounded by A": that tells of the troops.
    let of_others = |by: &usize| scene.sentence.is_plain(by - 1) && scene.actors.iter().any(|actor| actor.tokens.end == by - 1);
    let Some(by) = by.filter(|by| !of_others(by)) else { return Vec::new() };
    let blow = (by + 1..scene.len().min(by + 4))
        .find_map(|at| scene.deed_at(at, |act| matches!(act, Act::Strike | Act::Operation)).map(|deed| at..deed.0));
    blow.map_or_else(|| following(scene, by + 1, 5), |blow| noun_doers(scene, &blow))
}

/// Who did what a gerund behind a comma goes on to tell: the subject of the verb before it ("A attacked the town, killing nine").
fn main_doers(scene: &Scene<'_>, gerund: usize) -> Vec<ActorMention> {
    let verb = (0..gerund).find(|i| {
        let finite = scene.act_at(*i).is_some_and(|(end, _, form)| {
            let bare = scene.passive(*i) && scene.auxiliaries(*i) == (false, false);
            let object = || super::casualties::objects(scene, end) || scene.actors.iter().any(|a| a.tokens.start == end);
            match form {
                Form::Verb => true,
                Form::Befalls => !bare,
                Form::Participle => !bare || object(),
                _ => false,
            }
        });
        finite || scene.is(*i, Word::Lead)
    });
    // "l'armée a réussi à avancer, reprenant …"
    let verb = verb.or_else(|| (1..gerund).find(|i| scene.is(i - 1, Word::Have) && !scene.is(*i, Word::Be)));
    verb.map_or_else(Vec::new, |verb| blow_doers(scene, verb).unwrap_or_else(|| subject(scene, verb)))
}

/// Who struck the blow that is the subject of a verb.
fn blow_doers(scene: &Scene<'_>, verb: usize) -> Option<Vec<ActorMention>> {
    blow_before(scene, verb).map(|blow| noun_doers(scene, &blow))
}

/// The complements of a deed told as a noun: "raids russes", "rebel raids", "raids de l'aviation russe", "frappe menée par A"; or its subject: "A a
/// mené des raids".
fn noun_doers(scene: &Scene<'_>, tokens: &Range<usize>) -> Vec<ActorMention> {
    let by = agents(scene, tokens.end);
    let by = if by.is_empty() { led_by(scene, tokens.end) } else { by };
    if !by.is_empty() {
        return by;
    }
    let armed = |a: &ActorMention| matches!(a.kind, SourceKind::Military | SourceKind::ArmedGroup);
    let named = |a: &ActorMention| a.naming == Naming::Adjective || a.naming != Naming::Country && armed(a);
    let adjective = scene.actors.iter().find(|a| a.tokens.end == tokens.start && named(a));
    let reach = if scene.is(tokens.end, Word::Of) { 2 } else { 1 };
    let complement = following(scene, tokens.end, reach);
    let owned = complement.first().is_some_and(|a| {
        let gap = tokens.end..a.tokens.start;
        let office = |i: usize| scene.sentence.longest(i, |cue| matches!(cue, Cue::Speaker(_)).then_some(())).is_some();
        gap.clone().all(|i| scene.is(i, Word::Of) || scene.is(i, Word::The) || office(i) || scene.sentence.marks_at(i).is_empty())
            && gap.clone().all(|i| scene.sign(i).is_empty())
    });
    if let Some(actor) = adjective {
        return vec![actor.clone()];
    }
    if owned && complement[0].naming != Naming::Country {
        return complement;
    }
    led(scene, tokens.start).map(|(_, doers)| doers).unwrap_or_default()
}

/// By whom a deed was led whose noun is the subject: "no raid was carried out by A", "des frappes ont été menées par A".
fn led_by(scene: &Scene<'_>, noun: usize) -> Vec<ActorMention> {
    let light = |i: &usize| [Word::Be, Word::Have, Word::Not].iter().any(|w| scene.is(*i, *w));
    let lead = (noun..scene.len()).find(|i| !light(i)).filter(|lead| *lead > noun && scene.is(*lead, Word::Lead));
    let passive = lead.is_some_and(|lead| (noun..lead).any(|i| scene.is(i, Word::Be)));
    let end = lead.filter(|_| passive).and_then(|lead| scene.sentence.word_cue(lead, Word::Lead));
    end.map_or_else(Vec::new, |end| agents(scene, end))
}

/// Whether a quotation begins or ends at a token.
pub(super) fn quotes(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.sign(at), "«" | "»" | "“" | "”" | "\"")
}

/// The verb whose object a deed is, and its subject: "A a mené cette nuit des raids".
pub(super) fn led(scene: &Scene<'_>, noun: usize) -> Option<(usize, Vec<ActorMention>)> {
    let small = [Word::A, Word::Some, Word::The, Word::Possessive];
    let light = |i: &usize| quotes(scene, *i) || small.iter().any(|w| scene.is(*i, *w));
    let bare = (0..noun).rev().take_while(light).last().unwrap_or(noun);
    let near = bare.saturating_sub(NEAR)..bare;
    let verb = near.rev().take_while(|i| !scene.is(*i, Word::That) && scene.sign(*i).is_empty()).find(|i| scene.is(*i, Word::Lead));
    let behind = [Word::In, Word::Since, Word::By, Word::Against, Word::Of].iter().any(|w| scene.word_before(bare, *w));
    // "n'a pas mené de raid"
    let none =
        || verb.is_some_and(|verb| scene.sentence.negated(verb..verb + 1) && scene.sentence.word_cue(verb, Word::Lead) == Some(bare - 1));
    verb.filter(|_| !behind || none()).map(|verb| (verb, subject(scene, verb)))
}

/// Who did what a count tells of: the subject of the verb before it.
pub(super) fn doers_before(scene: &Scene<'_>, at: usize) -> Vec<ActorMention> {
    subject(scene, at)
}

/// The actors right behind a phrase: "aux mains de A", "divided between A and B".
pub(super) fn beside(scene: &Scene<'_>, at: usize) -> Vec<ActorMention> {
    following(scene, at, 2)
}

/// Whose something is: the actors that follow with "of" or "in the ranks of".
pub(super) fn owners(scene: &Scene<'_>, at: usize) -> Vec<ActorMention> {
    following(scene, at, NEAR)
}

/// Whom a deed told as a noun met: "contre B", "sur B"; "la mort de B".
fn noun_met(scene: &Scene<'_>, tokens: &Range<usize>, form: Form) -> Vec<ActorMention> {
    if form == Form::Of {
        return following(scene, tokens.end, 2);
    }
    let limit = scene.len().min(tokens.end + FAR);
    let laid = |i: usize| scene.deed_at(i, |act| act.avows() || act == Act::Blame).is_some();
    let clause = (tokens.end..limit).take_while(|i| !matches!(scene.sign(*i), ";" | "." | ":") && !laid(*i));
    let against = clause.into_iter().find(|i| {
        scene.is(*i, Word::Against)
            || scene.is(*i, Word::On)
            || scene.act_at(*i).is_some_and(|(_, act, form)| act == Act::Aim && form == Form::Gerund)
    });
    let laid_before = (tokens.start.saturating_sub(NEAR)..tokens.start).any(laid);
    let against = against.filter(|at| !(laid_before && scene.is(*at, Word::On)));
    let met = against.map_or_else(Vec::new, |at| following(scene, at + 1, 4));
    let other = |actor: &ActorMention| scene.word_before(bare(scene, actor.tokens.start), Word::At);
    if met.first().is_some_and(other) { Vec::new() } else { met }
}

/// The people behind a verb or behind "against".
fn people(scene: &Scene<'_>, from: usize) -> Option<(Range<usize>, Group)> {
    (from..scene.len().min(from + NEAR)).take_while(|i| scene.sign(*i).is_empty()).find_map(|at| {
        let (end, group) = scene.sentence.longest(at, |cue| match cue {
            Cue::People(group) => Some(group),
            _ => None,
        })?;
        (!scene.sentence.describes(end)).then_some((at..end, group))
    })
}
