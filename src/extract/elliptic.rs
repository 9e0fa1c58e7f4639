//! Counts that name nothing: they count what was counted last. "26.000 à Marseille", "la CGT 1,5 million", "(20 000 pour la police)",
//! "le ministère en compte 430".
//!
//! A bare number is such a count only where its words say so: a place or a voice of its own stands beside it, or a word that gives
//! the word to a voice governs it. What it counts is then what the sentence counted last, else what the sentence before did.

use super::counted::{Counted, Noun};
use super::draft::{Draft, Whole};
use super::scene::{Scene, meet};
use super::share::joined;
use crate::lexicon::{Act, Cue, Form, PlaceCue, PlaceNoun, Speech, Word};
use crate::mention::Said;
use crate::model::{Group, Harm, Kind, Stance};
use crate::text::Shape;

/// What is counted: people by what befell them, or those who take part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    pub kind: Kind,
    pub harm: Option<Harm>,
    pub group: Option<Group>,
}

/// What each count of a sentence counts, in order; `None` is anything else. A sentence about a march that counts nobody is of its marchers.
pub(super) fn measures(scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Option<Measure>> {
    // A bare number that was made no claim of is an age, an hour, the name of a road.
    let counts = scene.counted.iter().filter(|c| !c.article && c.noun != Noun::Bare || draft_of(scene, c, drafts).is_some());
    let told: Vec<Option<Measure>> = counts.map(|counted| measure(scene, counted, drafts)).collect();
    let march = scene.deeds.iter().any(|deed| deed.act == Act::Attend && deed.form == Form::Noun);
    if march && told.iter().all(Option::is_none) {
        return vec![Some(Measure { kind: Kind::Attendance, harm: None, group: None })];
    }
    told
}

/// What a count is a part of: what the sentence told of that kind before it, else what was told before the sentence.
pub(super) fn whole(counted: &Counted, drafts: &[Draft], kind: Kind) -> Whole {
    let before = |draft: &Draft| draft.kind == kind && draft.trigger < counted.number.start;
    drafts.iter().rposition(before).map_or(Whole::Before, Whole::Here)
}

/// The draft that a count made.
pub(super) fn draft_of<'d>(scene: &Scene<'_>, counted: &Counted, drafts: &'d [Draft]) -> Option<&'d Draft> {
    let span = scene.sentence.span(counted.tokens.clone());
    drafts.iter().find(|draft| draft.count.as_ref().and_then(|q| q.span()) == Some(span))
}

fn measure(scene: &Scene<'_>, counted: &Counted, drafts: &[Draft]) -> Option<Measure> {
    let draft = draft_of(scene, counted, drafts)?;
    let people = draft.kind == Kind::Casualties && draft.harm.is_some() || draft.kind == Kind::Attendance;
    people.then_some(Measure { kind: draft.kind, harm: draft.harm, group: draft.group })
}

/// The bare counts of a sentence, given what the others count and what the sentence before counted.
pub(super) fn read(scene: &Scene<'_>, mut drafts: Vec<Draft>, told: &[Option<Measure>]) -> Vec<Draft> {
    for (index, counted) in scene.counted.iter().enumerate() {
        let free = counted.noun == Noun::Bare
            && (!counted.article || listed(scene, counted))
            && draft_of(scene, counted, &drafts).is_none()
            && (counted.article || whole_number(counted));
        if !free {
            continue;
        }
        let counts = |c: &&Counted| !c.article && (c.noun != Noun::Bare || draft_of(scene, c, &drafts).is_some());
        let mut before = scene.counted[..index].iter().rev().filter(counts);
        let (last, other) = (before.next(), before.next());
        let paired = last.is_some_and(|last| last.noun == Noun::Bare && other.is_none() && joined(scene, &last.tokens, &counted.tokens));
        let Some(licence) = licence(scene, counted).or(paired.then_some(Licence::Voice)) else { continue };
        let earlier = last.filter(|_| !paired);
        let measure = match earlier {
            Some(last) => measure(scene, last, &drafts).filter(|m| !ambiguous(scene, index, *m, &drafts)),
            None if marchers(scene, counted.tokens.start) => Some(Measure { kind: Kind::Attendance, harm: None, group: None }),
            None if !matches!(licence, Licence::Voice | Licence::Marchers) => None,
            None => recalled(scene, index, told),
        };
        let Some(measure) = measure.filter(|m| licence != Licence::Marchers || m.kind == Kind::Attendance) else { continue };
        let mut draft = Draft::new(measure.kind, counted.tokens.clone(), counted.number.start);
        (draft.harm, draft.group) = (measure.harm, measure.group.filter(|_| measure.kind == Kind::Casualties));
        draft.count = counted.quantity("people", &scene.sentence);
        draft.stance = if licence == Licence::Denied { Stance::Denied } else { Stance::Asserted };
        if scene.word_before(counted.tokens.start, Word::Part) {
            draft.whole = whole(counted, &drafts, measure.kind);
        }
        drafts.push(draft);
    }
    drafts
}

/// People are counted whole, and one of them alone is told with a noun.
fn whole_number(counted: &Counted) -> bool {
    counted.low.or(counted.high).is_some_and(|value| value.fract() == 0.0 && value > 1.0)
}

/// "une à Villalier et une à Carcassonne": an article that counts on in a list of places.
fn listed(scene: &Scene<'_>, counted: &Counted) -> bool {
    let before = counted.tokens.start.checked_sub(1);
    let goes_on = before.is_some_and(|i| scene.is(i, Word::And) || scene.sign(i) == ",");
    goes_on && scene.is(counted.tokens.end, Word::At) && placed(scene, counted.tokens.start, counted.tokens.end)
}

/// Whether the sentence counted two things side by side before, so that it is not clear which is counted again.
fn ambiguous(scene: &Scene<'_>, index: usize, last: Measure, drafts: &[Draft]) -> bool {
    let told: Vec<&Counted> = scene.counted[..index].iter().filter(|c| !c.article && c.noun != Noun::Bare).collect();
    let [.., first, second] = told[..] else { return false };
    joined(scene, &first.tokens, &second.tokens) && measure(scene, first, drafts).is_some_and(|m| m.harm != last.harm)
}

/// What was counted in the sentence before: the first of it, but two counts side by side count the last two ("430 et 1.315" behind "morts
/// et blessés").
fn recalled(scene: &Scene<'_>, index: usize, told: &[Option<Measure>]) -> Option<Measure> {
    let bare = |i: usize| scene.counted.get(i).is_some_and(|c| c.noun == Noun::Bare);
    let pair = |i: usize| bare(i) && bare(i + 1) && joined(scene, &scene.counted[i].tokens, &scene.counted[i + 1].tokens);
    match told {
        [.., first, second] if first != second && pair(index) => first.filter(|_| second.is_some()),
        [.., first, second] if first != second && index > 0 && pair(index - 1) => second.filter(|_| first.is_some()),
        [first, rest @ ..] => first.filter(|_| rest.iter().all(Option::is_some)),
        [] => None,
    }
}

/// What lets a bare number count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Licence {
    /// Its own voice or a word of counting.
    Voice,
    /// "they were": marchers are told so, whoever else is not.
    Marchers,
    /// Its own place.
    Place,
    /// A name before it with no verb between, or "against" behind a comma: the sentence must have counted before.
    Gap,
    /// It is said not to be so.
    Denied,
}

/// How many light words may stand between a number and what lets it count.
const NEAR: usize = 4;

fn licence(scene: &Scene<'_>, counted: &Counted) -> Option<Licence> {
    let quote = |i: usize| matches!(scene.sign(i), "«" | "»" | "“" | "”" | "\"");
    let start = counted.tokens.start - usize::from(counted.tokens.start > 0 && quote(counted.tokens.start - 1));
    let end = counted.tokens.end + usize::from(quote(counted.tokens.end));
    let before = start.checked_sub(1);
    if scene.sentence.tokens.get(end).is_some_and(|token| token.shape == Shape::Capital) {
        return None;
    }
    if before.is_some_and(|i| scene.is(i, Word::Not)) {
        return Some(Licence::Denied);
    }
    let even = before
        .is_some_and(|_| scene.word_before(start, Word::Even) || scene.is(start - 1, Word::Of) && scene.word_before(start - 1, Word::Even));
    let against = scene.before(start, |cue| (cue == Cue::Word(Word::Against)).then_some(()));
    if against.is_some_and(|(at, ())| at > 0 && scene.sign(at - 1) == ",") {
        return Some(Licence::Gap);
    }
    if voiced(scene, end) || told(scene, start) || asked(scene, start, end) || even || changed(scene, start) {
        return Some(Licence::Voice);
    }
    if numbered(scene, start) {
        return Some(Licence::Marchers);
    }
    if start > 1 && scene.sign(start - 1) == "(" && scene.sign(end) == ")" && scene.sentence.tokens[start - 2].shape == Shape::Capital {
        return Some(Licence::Gap);
    }
    let others = counted.other && start > 0 && scene.is(start - 1, Word::And);
    if placed(scene, start, end) || others && [Word::In, Word::At, Word::By].iter().any(|word| scene.is(end, *word)) {
        return Some(Licence::Place);
    }
    gap(scene, start).then_some(Licence::Gap)
}

/// Whether a voice stands right behind: "140.000 d'après les syndicats", "20 000 pour la police".
pub(super) fn voiced(scene: &Scene<'_>, at: usize) -> bool {
    let behind = |said: &Said| said.how == Speech::According || said.behind && scene.sentence.word_cue(said.cue.end, Word::By).is_some();
    let according = scene.said.iter().any(|said| behind(said) && said.cue.start == at);
    let from = scene.sentence.word_cue(at, Word::To).map(|end| scene.sentence.skip(end, &[Word::The]));
    according || from.is_some_and(|from| scene.sources.iter().any(|source| source.tokens.start <= from && from < source.tokens.end))
}

/// Whether words by which somebody gives a figure stand before: "en a dénombré 55.000", "s'en tient à 80.000".
pub(super) fn told(scene: &Scene<'_>, start: usize) -> bool {
    let words = [Word::At, Word::That, Word::Not, Word::The, Word::Other, Word::Number, Word::Of];
    let day = |i: usize| scene.periods.iter().any(|period| period.tokens.contains(&i));
    let light = |i: usize| words.iter().any(|word| scene.is(i, *word)) || scene.sentence.is_plain(i) || day(i);
    (start.saturating_sub(2 * NEAR)..start).any(|at| {
        let end = scene.sentence.word_cue(at, Word::Counts);
        end.is_some_and(|end| end <= start && start - end <= NEAR && (end..start).all(light))
    })
}

/// Whether a count went from another to this one: "est passée de 800 manifestants en mars à 450".
fn changed(scene: &Scene<'_>, start: usize) -> bool {
    let rises = |old: &Counted| (old.tokens.start.saturating_sub(NEAR)..old.tokens.start).any(|i| scene.is(i, Word::Rises));
    let from = |old: &&Counted| old.noun != Noun::Bare && old.tokens.end < start && scene.is(old.tokens.start - 1, Word::Of) && rises(old);
    let close = (start.saturating_sub(3 * NEAR)..start).all(|i| !matches!(scene.sign(i), "," | ";" | ":" | "."));
    start > 0 && scene.is(start - 1, Word::Figure) && close && scene.counted.iter().filter(|c| c.tokens.start > 0).any(|c| from(&c))
}

/// Whether a quoted number stands alone as what somebody says: "« Plus de deux millions », a répondu X".
fn asked(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    start == 0 && scene.sign(end) == "," && scene.said.iter().any(|said| said.behind && said.cue.start <= end + NEAR)
}

/// "Ils étaient 400.000", "les manifestants étaient 400.000".
fn numbered(scene: &Scene<'_>, start: usize) -> bool {
    let Some(be) = start.checked_sub(1).filter(|be| scene.is(*be, Word::Be)) else { return false };
    marchers(scene, start)
        || be > 0 && (scene.is(be - 1, Word::Pronoun) || scene.is(be - 1, Word::Have) && be > 1 && scene.is(be - 2, Word::Pronoun))
}

/// "Les manifestants étaient | 400.000".
fn marchers(scene: &Scene<'_>, start: usize) -> bool {
    let be = start.checked_sub(1).filter(|be| scene.is(*be, Word::Be));
    be.is_some_and(|be| scene.before(be, |cue| (cue == Cue::Marcher).then_some(())).is_some())
}

/// Whether a place of its own stands beside it: "26.000 à Marseille", "Marseille 26.000", "80 000 dans la capitale".
fn placed(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let named = |at: usize| {
        let large = |noun| matches!(noun, PlaceNoun::Capital | PlaceNoun::Country | PlaceNoun::State | PlaceNoun::Division);
        let kind = scene.sentence.longest(at, |cue| matches!(cue, Cue::Place(PlaceCue::Noun(noun, _)) if large(noun)).then_some(()));
        kind.is_some() || scene.is(at, Word::Hospital) || scene.places.iter().any(|place| place.tokens.contains(&at))
    };
    let introduced = |at: usize| {
        let end = [Word::At, Word::In].iter().find_map(|word| scene.sentence.word_cue(at, *word));
        let capital = |end: usize| scene.sentence.tokens.get(end).is_some_and(|token| token.shape == Shape::Capital);
        end.is_some_and(|end| capital(end) || named(end) || named(scene.sentence.skip(end, &[Word::The, Word::A])) || named(at))
    };
    let light = |i: usize| scene.sentence.is_plain(i) || scene.is(i, Word::That) || scene.is(i, Word::Other);
    let behind = (end..end + NEAR).take_while(|at| *at == end || light(*at - 1)).any(introduced);
    let ahead = start > 0 && scene.places.iter().any(|place| meet(&place.tokens, &(start - 1..start)));
    behind || ahead
}

/// A voice before it with no verb between: "et la CGT 1,5 million", "et la CGT à 1,5 million".
fn gap(scene: &Scene<'_>, start: usize) -> bool {
    let bare = start - usize::from(start > 0 && scene.is(start - 1, Word::At));
    let source = scene.sources.iter().find(|source| source.tokens.end == bare);
    source.is_some_and(|source| {
        let first = source.tokens.start - usize::from(source.tokens.start > 0 && scene.is(source.tokens.start - 1, Word::The));
        first > 0 && (scene.is(first - 1, Word::And) || scene.is(first - 1, Word::But) || scene.sign(first - 1) == ",")
    })
}
