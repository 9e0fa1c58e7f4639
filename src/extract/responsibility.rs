//! Responsibility: who did it, who started it, who broke it; claimed, laid on somebody, denied.

use std::ops::Range;

use super::casualties::harm;
use super::deed::{Deed, StandIn, governed, named_with, quotes};
use super::draft::Draft;
use super::scene::Scene;
use crate::lexicon::{Act, Cue, Form, Speech, Word};
use crate::mention::{ActorMention, Naming, Who};
use crate::model::{Harm, Kind, Role, SourceKind, Stance};
use crate::text::Shape;

/// Whom a sentence holds responsible.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Draft> {
    let laid = scene.deeds.iter().filter_map(|deed| laid(scene, deed));
    let undone = scene.deeds.iter().filter_map(|deed| undone(scene, deed));
    let unmeant = scene.deeds.iter().filter_map(|deed| unmeant(scene, deed));
    laid.chain(undone).chain(unmeant).chain(denials(scene)).chain(untold(scene)).collect()
}

/// How far behind an accusation the accused may stand.
const FAR: usize = 12;

/// Who did it, by a deed that says so.
fn laid(scene: &Scene<'_>, deed: &Deed) -> Option<Draft> {
    let doers = match (deed.act, deed.form) {
        (Act::Accuse, _) => accused(scene, deed).into_iter().filter(|accused| of_what(scene, deed, accused)).collect(),
        (Act::Ascribe, _) => ascribed(scene, deed.tokens.end),
        (Act::Blame, Form::Noun) => done_by(scene, deed),
        (Act::Blame, Form::Of) => origin(scene, deed),
        (Act::Own, _) if !owns(scene, deed) => return None,
        (Act::Break, Form::Befalls) => return None,
        (Act::Blame | Act::Disown, Form::Befalls) if !of_an_incident(scene, behind(scene, deed.tokens.end)) => return None,
        (Act::Blame | Act::Break | Act::Own | Act::Disown, _) => deed.doers.clone(),
        _ => return None,
    };
    let doers: Vec<ActorMention> = doers.into_iter().filter(|actor| !tells(actor.kind)).collect();
    let unnamed = (deed.act == Act::Disown || deed.act == Act::Blame && deed.denied) && deed.stand_in == Some(StandIn::Pronoun);
    let trigger = match doers.first() {
        Some(first) if deed.act != Act::Break => first.tokens.start,
        Some(_) => deed.tokens.start,
        None if unnamed => deed.tokens.start - 1,
        None => return None,
    };
    let mut draft = Draft::new(Kind::Responsibility, deed.tokens.clone(), trigger);
    draft.stance = if deed.denied || deed.act == Act::Disown { Stance::Denied } else { Stance::Asserted };
    draft.stand_in = doers.is_empty().then_some(StandIn::Speaker);
    Some(draft.with(Role::Perpetrator, &doers))
}

/// Whom an accusation meets: in the passive its subject, else whoever stands inside the phrase ("held the army responsible"), else its
/// object, or whoever follows "on" ("blamed the blast on the army").
fn accused(scene: &Scene<'_>, deed: &Deed) -> Vec<ActorMention> {
    let end = deed.tokens.end;
    let inside: Vec<ActorMention> = scene.actors_in(deed.tokens.clone()).cloned().collect();
    if !inside.is_empty() {
        return inside;
    }
    let bare = [Word::At, Word::Of, Word::By].iter().any(|word| scene.is(end, *word));
    if deed.passive && !scene.is(end, Word::On) && (bare || scene.auxiliaries(deed.tokens.start).0) {
        return deed.met.clone();
    }
    let beside = scene.sentence.skip(end, &[Word::The, Word::A]);
    blamed(scene, end, |at| at == beside || !governed(scene, at) || before(scene, at, &[Word::On]))
}

/// Whether somebody is accused of a deed, or it is not said of what; "accused the government of lying" is no claim of who did it.
fn of_what(scene: &Scene<'_>, deed: &Deed, accused: &ActorMention) -> bool {
    let of = [Word::Of, Word::At].iter().any(|word| scene.is(accused.tokens.end, *word));
    let behind = accused.tokens.end.max(deed.tokens.end)..scene.len();
    !of || of_an_incident(scene, 0..deed.tokens.start) || of_an_incident(scene, behind)
}

/// To whom a deed is ascribed: a killing or an attack to somebody, anything to what nobody meant.
fn ascribed(scene: &Scene<'_>, from: usize) -> Vec<ActorMention> {
    let beside = scene.sentence.skip(from, &[Word::The]);
    let found = blamed(scene, from, |at| before(scene, at, &[Word::At, Word::On]) || (at == beside && before(scene, at, &[Word::Of])));
    let known = of_a_deed(scene, 0..scene.len()) || found.iter().all(|actor| actor.kind == SourceKind::Other);
    found.into_iter().filter(|_| known).collect()
}

/// Who follows "the work of", with no more between than the deed: "victims of an attack by A"; or who led it: "A staged a provocation". A
/// deed with a doer is a claim of its own.
fn done_by(scene: &Scene<'_>, deed: &Deed) -> Vec<ActorMention> {
    let end = deed.tokens.end;
    let quote = usize::from(quotes(scene, end));
    let beside = scene.sentence.skip(end + quote, &[Word::The, Word::A]);
    let of = |at: usize| of_a_deed(scene, end..at) && before(scene, at, &[Word::Of, Word::By, Word::Some]);
    let found = blamed(scene, end, |at| at == beside || at <= end + NEAR && of(at));
    let told = |actor: &ActorMention| {
        scene.deeds.iter().any(|d| matches!(d.act, Act::Strike | Act::Operation) && d.doers.iter().any(|doer| doer.tokens == actor.tokens))
    };
    let found: Vec<ActorMention> = found.into_iter().filter(|actor| !told(actor)).collect();
    let led = || super::deed::led(scene, deed.tokens.start).map(|(_, doers)| doers);
    if found.is_empty() { led().unwrap_or_default() } else { found }
}

/// How far the deed may part "victims of" from who did it, and how far behind "claimed" it may stand.
const NEAR: usize = 5;

/// The words of a clause behind a verb.
fn behind(scene: &Scene<'_>, from: usize) -> Range<usize> {
    let stop = |i: &usize| matches!(scene.sign(*i), ";" | ":" | "." | "?" | "!" | ",");
    from..(from..scene.len()).find(stop).unwrap_or(scene.len())
}

/// From whose arms or positions fire came; a country is only where it came from.
fn origin(scene: &Scene<'_>, deed: &Deed) -> Vec<ActorMention> {
    if !of_a_deed(scene, deed.tokens.start.saturating_sub(FAR)..deed.tokens.start) {
        return Vec::new();
    }
    let found = blamed(scene, deed.tokens.end, |at| at <= deed.tokens.end + 1);
    found.into_iter().filter(|actor| !matches!(actor.naming, Naming::Country | Naming::People)).collect()
}

/// The first actor or cause behind a word, in its own clause, that stands where `fits` says; with those named beside it.
fn blamed(scene: &Scene<'_>, from: usize, fits: impl Fn(usize) -> bool) -> Vec<ActorMention> {
    let stops = |i: usize| {
        matches!(scene.sign(i), ";" | ":" | "." | "?" | "!" | "(")
            || [Word::Be, Word::Have, Word::Relative, Word::That, Word::But].iter().any(|w| scene.is(i, *w))
    };
    let end = (from..scene.len().min(from + FAR)).find(|i| stops(*i)).unwrap_or(scene.len().min(from + FAR));
    let actor = scene.actors.iter().filter(|a| a.naming != Naming::Adjective && !tells(a.kind));
    let actor = actor.filter(|a| (from..end).contains(&a.tokens.start)).find(|a| fits(a.tokens.start));
    let cause = (from..end).filter(|at| fits(*at)).find_map(|at| cause(scene, at));
    match (actor, cause) {
        (Some(actor), Some(cause)) if cause.tokens.start < actor.tokens.start => vec![cause],
        (Some(actor), _) => named_with(scene, actor),
        (None, cause) => cause.into_iter().collect(),
    }
}

/// What is blamed where nobody meant it, such as a stampede.
fn cause(scene: &Scene<'_>, at: usize) -> Option<ActorMention> {
    let (end, symbol) = scene.sentence.longest(at, |cue| if let Cue::Cause(symbol) = cue { Some(symbol) } else { None })?;
    let name = scene.tongue().text(symbol).to_owned();
    let id = format!("~{}", name.replace(' ', "-"));
    Some(ActorMention { tokens: at..end, id, name, kind: SourceKind::Other, naming: Naming::Proper, noun: String::new() })
}

/// What nobody meant, by the words of whoever tells of deaths: "stray bullets killed eight", "died in a stampede, the army said".
fn unmeant(scene: &Scene<'_>, deed: &Deed) -> Option<Draft> {
    let hurts =
        matches!(harm(deed.act), Some(Harm::Killed | Harm::Injured | Harm::Casualties)) || matches!(deed.act, Act::Aim | Act::Cause);
    let told = scene.said.iter().any(|said| said.scope.contains(&deed.tokens.start));
    if !hurts || !told || deed.form == Form::Noun || !deed.doers.is_empty() {
        return None;
    }
    let end = deed.tokens.end;
    let group = super::deed::before_inset(scene, scene.verb_group(deed.tokens.start));
    let ending = |at: usize| {
        let at = if at > 0 && quotes(scene, at - 1) { at - 1 } else { at };
        (at.saturating_sub(NEAR)..at).find_map(|from| cause(scene, from).filter(|cause| cause.tokens.end == at))
    };
    let behind = || {
        let agent = |at: &usize| *at == end || before(scene, *at, &[Word::By, Word::In]) && (end..*at).all(|i| scene.sign(i).is_empty());
        (end..scene.len().min(end + NEAR)).filter(agent).find_map(|at| cause(scene, at))
    };
    // "a stampede in which dozens died".
    let wherein = || {
        let relative = (group.saturating_sub(FAR)..group).rev().find(|i| scene.is(*i, Word::Relative))?;
        (relative..group)
            .all(|i| scene.sentence.tokens[i].shape != Shape::Sign || quotes(scene, i))
            .then(|| ending(relative).or_else(|| ending(relative.checked_sub(1)?)))?
    };
    let cause = match () {
        () if deed.passive || deed.form == Form::Befalls => cause(scene, deed.tokens.start).or_else(behind).or_else(wherein),
        () => ending(group),
    }?;
    let draft = Draft::new(Kind::Responsibility, deed.tokens.clone(), cause.tokens.start);
    Some(draft.with(Role::Perpetrator, &[cause]))
}

/// Whether one of these small words stands before a noun, with its article between.
fn before(scene: &Scene<'_>, at: usize, words: &[Word]) -> bool {
    let bare = (at.saturating_sub(2)..at).rev().take_while(|i| scene.is(*i, Word::The) || scene.is(*i, Word::A)).last().unwrap_or(at);
    words.iter().any(|word| scene.word_before(bare, *word) || scene.word_before(at, *word))
}

/// Those whom a denial clears.
fn party(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::ArmedGroup | SourceKind::Military | SourceKind::Government | SourceKind::Service)
}

/// Those who tell of deeds and are accused of none; an organisation may be.
fn tells(kind: SourceKind) -> bool {
    kind != SourceKind::Organisation && super::deed::tells(kind)
}

/// Whether some tokens tell of something done to people or things: an attack, deaths.
fn of_a_deed(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    let done = |act: Act| {
        matches!(act, Act::Strike | Act::Operation | Act::Aim | Act::Destroy | Act::Break | Act::Blame | Act::Accuse | Act::Disown)
            || harm(act).is_some()
    };
    let harmed = |cue: Cue| matches!(cue, Cue::Harmed(_)).then_some(());
    tokens.into_iter().any(|i| scene.deed_at(i, done).is_some() || scene.sentence.longest(i, harmed).is_some())
}

/// Whether some tokens tell of a deed or of what may be none: an explosion, a fire; or of nothing but "it".
fn of_an_incident(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    const INCIDENTS: [&str; 5] = ["explosions", "incidents", "accidents", "fires", "shootings"];
    let named = |i: usize| scene.sentence.longest(i, |cue| if let Cue::Object(object) = cue { Some(object.unit) } else { None });
    let incident = |i: usize| named(i).is_some_and(|(_, unit)| INCIDENTS.contains(&scene.tongue().text(unit)));
    let pronoun = |i: usize| scene.is(i, Word::Pronoun) || scene.is(i, Word::Oblique);
    tokens.clone().all(pronoun) || of_a_deed(scene, tokens.clone()) || tokens.into_iter().any(incident)
}

/// Whether what somebody claims is a deed: "claimed the attack", "the attack was claimed by"; not a figure, not an island.
fn owns(scene: &Scene<'_>, deed: &Deed) -> bool {
    let (start, end) = (deed.tokens.start, deed.tokens.end);
    let clause =
        |i: &usize| [Word::Pronoun, Word::Be, Word::Have, Word::That].iter().any(|w| scene.is(*i, *w)) || !scene.sign(*i).is_empty();
    let noun = |i: usize| {
        scene
            .act_at(i)
            .is_some_and(|(_, act, form)| form == Form::Noun && (matches!(act, Act::Strike | Act::Operation) || harm(act).is_some()))
    };
    match deed.passive {
        _ if deed.tokens.len() > 1 => true,
        true => (start.saturating_sub(FAR)..start).any(noun),
        false => (end..scene.len().min(end + NEAR)).take_while(|i| !clause(i)).any(noun),
    }
}

/// What its subject did not do to people: "did not carry out the massacre", "did not kill the villagers". Strikes and attacks with a doer
/// are claims of their own, and so are people who are counted.
fn undone(scene: &Scene<'_>, deed: &Deed) -> Option<Draft> {
    let harms = matches!(harm(deed.act), Some(Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Abducted | Harm::Displaced));
    let noun = deed.form == Form::Noun;
    let told = if noun { harms || matches!(deed.act, Act::Strike | Act::Operation) && deed.doers.is_empty() } else { harms };
    let counted =
        || scene.counted.iter().any(|c| !c.article && !c.known && (deed.tokens.end..deed.tokens.end + NEAR).contains(&c.tokens.start));
    let (lead, doers) = match deed.form {
        Form::Noun => super::deed::led(scene, deed.tokens.start)?,
        Form::Befalls | Form::Of => return None,
        _ if deed.passive || counted() => return None,
        _ => (deed.tokens.start, deed.doers.clone()),
    };
    let pronoun = |at: usize| scene.is(at, Word::Pronoun) && !scene.is(at, Word::Person);
    let pronoun = || scene.verb_group(lead).checked_sub(1).is_some_and(pronoun);
    if !deed.denied || !told || doers.is_empty() && !pronoun() {
        return None;
    }
    let trigger = doers.first().map_or(lead, |first| first.tokens.start);
    let mut draft = Draft::new(Kind::Responsibility, lead..deed.tokens.end, trigger);
    draft.stance = Stance::Denied;
    draft.stand_in = doers.is_empty().then_some(StandIn::Speaker);
    Some(draft.with(Role::Perpetrator, &doers))
}

/// It is not known who did it: "it was not clear who fired".
fn untold<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = Draft> + 's {
    let deeds = scene.deeds.iter().filter(|deed| deed.act == Act::Untold);
    deeds.map(|deed| Draft { stance: Stance::Doubted, ..Draft::new(Kind::Responsibility, deed.tokens.clone(), deed.tokens.start) })
}

/// "Le groupe X dément", "X denied that it had fired": whoever is accused denies it, where nothing else is said or where it is a deed.
fn denials(scene: &Scene<'_>) -> Vec<Draft> {
    let avowed = |said: &&crate::mention::Said| {
        scene.deeds.iter().any(|deed| deed.act == Act::Disown && super::scene::meet(&deed.tokens, &said.cue))
    };
    let denied = scene.said.iter().filter(|said| said.how == Speech::Deny).filter(|said| !avowed(said));
    let accused = denied.filter_map(|said| {
        let teller = said.chain.last()?;
        let end = (said.cue.end..scene.len())
            .find(|i| !scene.sign(*i).is_empty() && !matches!(scene.sign(*i), "'" | "’" | "-" | "\"" | "«" | "“"));
        let words = said.cue.end..end.unwrap_or(scene.len());
        let pronoun = |i: usize| scene.is(i, Word::Pronoun) || scene.is(i, Word::Oblique);
        let bare = words.clone().all(|i| pronoun(i) || scene.periods.iter().any(|p| p.tokens.contains(&i)) || teller.tokens.contains(&i));
        if !bare && !of_a_deed(scene, words) {
            return None;
        }
        let mut draft = Draft::new(Kind::Responsibility, said.cue.clone(), teller.tokens.start);
        draft.stance = Stance::Denied;
        match &teller.who {
            Who::Same if !bare && !scene.is(teller.tokens.start, Word::Person) => Some(draft),
            Who::Known { id, kind, .. } if party(*kind) => {
                let within = |a: &&ActorMention| a.id == *id && a.tokens.start >= teller.tokens.start && a.tokens.end <= teller.tokens.end;
                let actor = scene.actors.iter().find(within)?;
                Some(draft.with(Role::Perpetrator, std::slice::from_ref(actor)))
            }
            _ => None,
        }
    });
    accused.collect()
}
