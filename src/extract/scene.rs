//! A sentence with all that it names: what every rule of this room reads.

use std::ops::Range;

use super::counted::{Counted, counted};
use super::deed::{Deed, deeds};
use super::ties::Ties;
use crate::lexicon::{Act, Cue, Form, Lexicon, Tongue, Word};
use crate::mention::{
    ActorMention, Naming, NumberShape, PeriodMention, PlaceContext, PlaceMention, Said, Sentence, SourceMention, TimeContext, actors,
    numbers, periods, places, said, sources,
};

/// The greatest age of a person, in years.
const OLDEST: f64 = 120.0;

/// A sentence and its mentions.
#[derive(Debug)]
pub(super) struct Scene<'t> {
    pub sentence: Sentence<'t>,
    pub periods: Vec<PeriodMention>,
    pub places: Vec<PlaceMention>,
    pub actors: Vec<ActorMention>,
    pub sources: Vec<SourceMention>,
    pub said: Vec<Said>,
    pub counted: Vec<Counted>,
    /// Ages in years, by the tokens that tell them.
    pub ages: Vec<(Range<usize>, u8)>,
    pub deeds: Vec<Deed>,
}

impl<'t> Scene<'t> {
    /// Reads what the tokens name; numbers that belong to a date are none.
    pub fn new(sentence: Sentence<'t>, lexicon: &Lexicon, time: &TimeContext, place: &PlaceContext, ties: &mut Ties) -> Self {
        let periods = periods(&sentence, time);
        let places = places(&sentence, place);
        let actors = ties.resolve(actors(&sentence, lexicon), &sentence, lexicon);
        let sources = sources(&sentence, &actors, &periods);
        let said = said(&sentence, &sources, &periods);
        let numbers = numbers(&sentence, &periods.iter().map(|p| p.tokens.clone()).collect::<Vec<_>>());
        let counted = counted(&sentence, &numbers, &ties.surnames);
        let aged = numbers.iter().filter(|n| n.shape == NumberShape::Age && n.low == n.high);
        let ages = aged.filter_map(|n| Some((n.tokens.clone(), n.low.filter(|age| *age <= OLDEST)? as u8))).collect();
        let mut scene = Self { sentence, periods, places, actors, sources, said, counted, ages, deeds: Vec::new() };
        scene.deeds = deeds(&scene);
        scene
    }

    pub fn tongue(&self) -> &'t Tongue {
        self.sentence.tongue
    }

    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    pub fn is(&self, at: usize, word: Word) -> bool {
        self.sentence.is(at, word)
    }

    pub fn sign(&self, at: usize) -> &str {
        self.sentence.tokens.get(at).map_or("", |t| if t.is_word() { "" } else { t.of(self.sentence.text) })
    }

    /// The longest deed that begins at a token.
    pub fn act_at(&self, at: usize) -> Option<(usize, Act, Form)> {
        self.deed_at(at, |_| true)
    }

    /// The longest deed of some sort that begins at a token. A word that is a noun and a verb ("attacks") is what its neighbours make it.
    pub fn deed_at(&self, at: usize, pick: impl Fn(Act) -> bool) -> Option<(usize, Act, Form)> {
        let deed = |cue| match cue {
            Cue::Act(act, form) if pick(act) => Some((act, form)),
            _ => None,
        };
        let (end, (act, form)) = self.sentence.longest(at, deed)?;
        let longer = |cue| matches!(cue, Cue::Act(_, Form::Noun)).then_some(());
        if form == Form::Noun && self.sentence.longest(at, longer).is_some_and(|(other, ())| other > end) {
            return None;
        }
        let marks = self.sentence.marks_at(at).iter().filter(|m| m.end == end);
        let forms: Vec<(Act, Form)> = marks.filter_map(|m| deed(m.cue)).collect();
        let of = |form: Form| forms.iter().find(|(_, other)| *other == form);
        let thing = || self.sentence.marks_at(at).iter().any(|m| m.end == end && matches!(m.cue, Cue::Object(_)));
        let (act, form) = match (of(Form::Noun), of(Form::Verb), of(Form::Infinitive)) {
            (noun, _, Some(bare)) if (noun.is_some() || thing()) && self.takes_verb(at) => *bare,
            (None, _, Some(_)) if thing() => return None,
            (Some(noun), Some(verb), _) => *(if self.finite(at, end) { verb } else { noun }),
            (Some(noun), None, Some(_)) => *noun,
            // "struck the port, killing nine".
            (Some(noun), None, None) => *of(Form::Gerund).filter(|_| at > 0 && self.sign(at - 1) == ",").unwrap_or(noun),
            _ => (act, form),
        };
        Some((end, act, form))
    }

    /// Whether only a verb can stand here: behind "to", "did not".
    fn takes_verb(&self, at: usize) -> bool {
        at > 0 && [Word::To, Word::Not].iter().any(|word| self.is(at - 1, *word)) || self.word_before(at, Word::Not)
    }

    /// Whether what can be a noun or a verb is a verb: it has a subject right before it and an object right behind it.
    fn finite(&self, at: usize, end: usize) -> bool {
        let noun = |i: usize| self.actors.iter().any(|a| a.tokens.end == i && a.naming != Naming::Adjective);
        let object = [Word::The, Word::A, Word::Possessive].iter().any(|word| self.is(end, *word))
            || self.actors.iter().any(|a| a.tokens.start == end)
            || self.places.iter().any(|p| p.tokens.start == end);
        noun(at) && object
    }

    /// A deed that its object parts in two: "held the army responsible".
    pub fn parted_deed(&self, at: usize) -> Option<(usize, Act, Form)> {
        let (end, (act, form)) = self.sentence.longest_around(at, self.sources.iter().map(|s| s.tokens.clone()), |cue| match cue {
            Cue::Act(act, form) if act.avows() => Some((act, form)),
            _ => None,
        })?;
        Some((end, act, form))
    }

    /// Where the group of a verb begins: its auxiliaries and negations included.
    pub fn verb_group(&self, verb: usize) -> usize {
        let light = |i: &usize| {
            let words = [Word::Be, Word::Have, Word::Not, Word::Able, Word::Pronoun];
            words.iter().any(|word| self.is(*i, *word) || self.word_before(*i + 1, *word)) || self.sentence.is_plain(*i)
        };
        let back = (verb.saturating_sub(6)..verb).rev().take_while(light);
        back.filter(|i| [Word::Be, Word::Have, Word::Not, Word::Reflexive].iter().any(|w| self.is(*i, *w))).last().unwrap_or(verb)
    }

    /// A phrase that ends right before a token and of which `pick` makes something; the longest.
    pub fn before<T>(&self, at: usize, pick: impl Fn(Cue) -> Option<T>) -> Option<(usize, T)> {
        (at.saturating_sub(6)..at).find_map(|start| {
            let marks = self.sentence.marks_at(start).iter().filter(|m| m.end == at);
            marks.filter_map(|m| pick(m.cue).map(|x| (start, x))).next()
        })
    }

    /// Whether a small word ends right before a token.
    pub fn word_before(&self, at: usize, word: Word) -> bool {
        self.sentence.word_before(at, word)
    }

    /// Whether an auxiliary stands in the few words before: to be, to have.
    pub fn auxiliaries(&self, at: usize) -> (bool, bool) {
        let near = at.saturating_sub(4)..at;
        let words = near.rev().take_while(|i| self.sentence.tokens[*i].is_word());
        let (mut be, mut have) = (false, false);
        for i in words {
            be |= self.is(i, Word::Be);
            have |= self.is(i, Word::Have);
            if be || have {
                have |= i > 0 && self.is(i - 1, Word::Have);
                break;
            }
        }
        (be, have)
    }

    /// Whether what a participle says was done to its subject, not by it.
    pub fn passive(&self, at: usize) -> bool {
        let (be, have) = self.auxiliaries(at);
        let reflexive = (at.saturating_sub(4)..at).any(|i| self.is(i, Word::Reflexive));
        (be && !reflexive) || !(have || be)
    }

    pub fn actors_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = &ActorMention> {
        self.actors.iter().filter(move |a| tokens.start <= a.tokens.start && a.tokens.end <= tokens.end)
    }
}

/// Whether two ranges share a token.
pub(super) fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
