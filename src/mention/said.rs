//! Who is given the word in a sentence, and over which of its words.
//!
//! "selon X, …", "X affirme que …", "…, a indiqué X", "écrit A, citant B", "X a déclaré à A". A smaller scope inside a larger one
//! is told by the larger: nesting makes the chain.

use std::ops::Range;

use super::source::{SourceMention, Who};
use super::{PeriodMention, Sentence};
use crate::lexicon::{Act, Cue, Form, Speech, Word};
use crate::model::SourceKind;
use crate::text::Shape;

/// Words that give the word to somebody.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Said {
    /// The tokens that are said so.
    pub scope: Range<usize>,
    /// Who says so, the outermost first.
    pub chain: Vec<Teller>,
    /// How: said, denied, pretended.
    pub how: Speech,
    /// The words themselves: the verb, or the preposition.
    pub cue: Range<usize>,
    /// Whether it stands behind what is said.
    pub behind: bool,
}

/// One link of a chain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Teller {
    /// The tokens that name it.
    pub tokens: Range<usize>,
    /// Who it is.
    pub who: Who,
    /// The person that the phrase names, if it does.
    pub name: Option<String>,
    /// Whether it speaks together with the link before it.
    pub joint: bool,
}

/// Everybody who is given the word in a sentence, in the order of the cues.
pub(crate) fn said(sentence: &Sentence<'_>, sources: &[SourceMention], periods: &[PeriodMention]) -> Vec<Said> {
    let reader = Reader { sentence, sources, periods };
    let mut out: Vec<Said> = reader.opening().into_iter().collect();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let cue = sentence.longest(at, |cue| match cue {
            Cue::Speech(speech) => Some(speech),
            _ => None,
        });
        let Some((end, speech)) = cue.or_else(|| reader.parted(at)) else {
            at += 1;
            continue;
        };
        let longer = sentence.longest(at, |cue| matches!(cue, Cue::Act(..)).then_some(())).filter(|(e, ())| *e > end);
        if let Some((longer, ())) = longer {
            at = longer;
            continue;
        }
        match speech {
            Speech::According => out.extend(reader.according(at..end)),
            Speech::Say | Speech::Deny | Speech::Pretend => out.extend(reader.verb(at..end, speech)),
            Speech::Account => out.extend(reader.account(at..end)),
            Speech::Citing => reader.citing(at..end, &mut out),
            Speech::Cited => reader.cited(at..end, &mut out),
            Speech::Told | Speech::Same => {}
        }
        at = end;
    }
    reader.part(&mut out);
    out
}

struct Reader<'s, 't> {
    sentence: &'s Sentence<'t>,
    sources: &'s [SourceMention],
    periods: &'s [PeriodMention],
}

impl Reader<'_, '_> {
    fn according(&self, cue: Range<usize>) -> Option<Said> {
        let chain = self.group_from(cue.end, 6).or_else(|| self.group_before(cue.start))?;
        let clause = self.segment(cue.start);
        let scope = match cue.start.checked_sub(1) {
            Some(before) if self.sentence.is(before, Word::Relative) => before..self.comma_behind(chain.last()?.tokens.end),
            _ => clause,
        };
        Some(Said { scope, behind: cue.start > 2, chain, how: Speech::According, cue })
    }

    /// A phrase that one word parts: "fait désormais état".
    fn parted(&self, at: usize) -> Option<(usize, Speech)> {
        let pick = |cue| match cue {
            Cue::Speech(speech @ (Speech::Say | Speech::Deny)) => Some(speech),
            _ => None,
        };
        let adverb = self.sentence.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Lower);
        adverb.then(|| self.sentence.longest_without(at, at + 1..at + 2, pick)).flatten()
    }

    /// "Pour la police, …".
    fn opening(&self) -> Option<Said> {
        let from = self.sentence.word_cue(0, Word::To)?;
        let chain = self.group_at(from)?;
        let end = chain.last()?.tokens.end;
        let comma = self.sentence.tokens.get(end).is_some_and(|t| t.of(self.sentence.text) == ",");
        comma.then(|| Said { scope: self.segment(0), chain, how: Speech::According, cue: 0..from, behind: false })
    }

    /// "un bilan du ministère", "a statement of the fire service".
    fn account(&self, cue: Range<usize>) -> Option<Said> {
        let from = self.sentence.skip(cue.end, &[Word::Of, Word::The]);
        let chain = self.sentence.is(cue.end, Word::Of).then(|| self.group_from(from.min(cue.end + 1), 1)).flatten()?;
        let known = chain.iter().all(|t| matches!(t.who, Who::Known { .. }));
        known.then(|| Said { scope: self.segment(cue.start), chain, how: Speech::According, cue, behind: true })
    }

    fn verb(&self, cue: Range<usize>, how: Speech) -> Option<Said> {
        let verb = self.verb_start(cue.start);
        if self.passive(verb..cue.start) {
            let by = self.sentence.word_cue(self.light(cue.end, 2), Word::By)?;
            let chain = self.group_from(by, 3)?;
            return Some(Said { scope: self.segment(cue.start), chain, how, cue: verb..cue.end, behind: true });
        }
        let accuses = self.sentence.longest(cue.start, |cue| matches!(cue, Cue::Act(Act::Accuse, _)).then_some(())).is_some();
        let inverted = !accuses && (verb == 0 || self.closes(verb - 1) || self.sentence.is(verb - 1, Word::That));
        let inside = self.sources.iter().position(|s| verb <= s.tokens.start && s.tokens.end <= cue.start);
        let subject = inside.map(|index| vec![teller(&self.sources[index])]).or_else(|| self.group_before(verb));
        let told = self.told(cue.end);
        let follow = || self.group_from(told.as_ref().map_or(cue.end, |t| t.last().map_or(cue.end, |x| x.tokens.end)), 4);
        let (mut chain, inverted) = match subject {
            Some(chain) if !inverted => (chain, false),
            subject => match follow() {
                Some(chain) if !accuses => (chain, true),
                _ => (subject?, false),
            },
        };
        let first = chain.first()?.tokens.start;
        let segment = self.segment(cue.start);
        let opened = first.checked_sub(1).is_some_and(|before| self.closes(before));
        let behind = inverted || (opened && !self.content(cue.end));
        let scope = if behind { segment } else { first..segment.end };
        if let Some(mut media) = told {
            media.append(&mut chain);
            chain = media;
        }
        Some(Said { scope, chain, how, cue: verb..cue.end, behind })
    }

    /// "écrit A, citant B": B is the voice, A tells.
    fn citing(&self, cue: Range<usize>, out: &mut Vec<Said>) {
        let Some(inner) = self.group_from(cue.end, 4) else { return };
        match out.iter_mut().rev().find(|said| said.cue.start < cue.start) {
            Some(said) => said.chain.extend(inner),
            None => {
                let mut chain = self.group_before(cue.start).unwrap_or_default();
                chain.extend(inner);
                out.push(Said { scope: self.segment(cue.start), chain, how: Speech::Citing, cue, behind: true });
            }
        }
    }

    /// "comme annoncé par B, cité par A": A tells, B is the voice.
    fn cited(&self, cue: Range<usize>, out: &mut Vec<Said>) {
        let Some(mut outer) = self.group_from(cue.end, 4) else { return };
        let known = out.iter_mut().rev().find(|said| said.chain.iter().any(|t| t.tokens.end <= cue.start && t.tokens.end + 2 >= cue.start));
        if let Some(said) = known {
            outer.append(&mut said.chain);
            said.chain = outer;
        } else if let Some(mut inner) = self.group_before(cue.start) {
            outer.append(&mut inner);
            out.push(Said { scope: self.segment(cue.start), chain: outer, how: Speech::Cited, cue, behind: true });
        }
    }

    /// The media that were told: "à l'AFP", "told Reuters".
    fn told(&self, from: usize) -> Option<Vec<Teller>> {
        let mut at = self.light(from, 3);
        if !self.sentence.is(at, Word::At)
            && self.sentence.longest(from.saturating_sub(1), |c| (c == Cue::Speech(Speech::Told)).then_some(())).is_none()
        {
            return None;
        }
        at = self.sentence.skip(at, &[Word::At, Word::The]);
        let chain = self.group_at(at)?;
        let media = |who: &Who| matches!(who, Who::Known { kind: SourceKind::Agency | SourceKind::Outlet, .. });
        chain.iter().all(|t| media(&t.who)).then_some(chain)
    }

    /// Two sources that each stand behind what they say share no words: "A, selon X, ou B, comme l'annonce Y".
    fn part(&self, said: &mut [Said]) {
        for index in 1..said.len() {
            let (before, rest) = said.split_at_mut(index);
            let (first, second) = (&mut before[index - 1], &mut rest[0]);
            let end = first.chain.iter().map(|t| t.tokens.end).max().unwrap_or(first.cue.end).max(first.cue.end);
            let told = end < second.cue.start && (end..second.cue.start).any(|i| self.tells(i));
            if told && second.behind && first.scope == second.scope {
                first.scope.end = end;
                second.scope.start = end;
            }
        }
    }

    /// Whether a word tells that something is or was done.
    fn tells(&self, at: usize) -> bool {
        self.sentence.longest(at, |cue| matches!(cue, Cue::Act(..) | Cue::Word(Word::Be)).then_some(())).is_some()
    }

    /// Where the verb begins, with its auxiliaries: "a (pour sa part) déclaré".
    fn verb_start(&self, at: usize) -> usize {
        let s = self.sentence;
        let near = at.saturating_sub(4)..at;
        let have = near.rev().find(|i| s.is(*i, Word::Have) || s.is(*i, Word::Be));
        let start = have.filter(|h| (*h + 1..at).all(|i| s.tokens[i].is_word())).unwrap_or(at);
        let pronoun = start > 0 && s.is(start - 1, Word::Not);
        if pronoun { start - 1 } else { start }
    }

    /// Whether a verb tells what was said, not who says it: "it was announced".
    fn passive(&self, auxiliaries: Range<usize>) -> bool {
        let s = self.sentence;
        let is = |word: Word| auxiliaries.clone().any(|i| s.is(i, word));
        let reflexive = auxiliaries.start > 0 && s.is(auxiliaries.start - 1, Word::Reflexive);
        is(Word::Be) && !is(Word::Reflexive) && !reflexive
    }

    /// A family name right before a verb: "Kirilenko stated".
    fn surname(&self, verb: usize) -> Option<Vec<Teller>> {
        let at = verb.checked_sub(1)?;
        let token = self.sentence.tokens[at];
        let named = at > 0 && self.sentence.is(at - 1, Word::The);
        let free = !named && self.sources.iter().all(|s| !s.tokens.contains(&at)) && self.sentence.marks_at(at).is_empty();
        (token.shape == Shape::Capital && free).then(|| {
            vec![Teller { tokens: at..verb, who: Who::Named(self.sentence.words(at..verb), SourceKind::Person), name: None, joint: false }]
        })
    }

    /// The sources right before a verb, those that speak together as one group.
    fn group_before(&self, verb: usize) -> Option<Vec<Teller>> {
        if let Some(name) = self.surname(verb) {
            return Some(name);
        }
        let (index, last) = self.sources.iter().enumerate().rev().find(|(_, source)| source.tokens.end <= verb)?;
        if verb - last.tokens.end > 7 || !self.quiet(last.tokens.end..verb) {
            return None;
        }
        let mut group = vec![teller(last)];
        let mut start = last.tokens.start;
        for source in self.sources[..index].iter().rev() {
            if source.tokens.end + 1 != start || !self.sentence.is(source.tokens.end, Word::And) {
                break;
            }
            group[0].joint = true;
            group.insert(0, teller(source));
            start = source.tokens.start;
        }
        Some(group)
    }

    /// The first sources behind a cue, not farther than `reach`.
    fn group_from(&self, from: usize, reach: usize) -> Option<Vec<Teller>> {
        let first = self.sources.iter().find(|s| s.tokens.start >= from || s.tokens.contains(&from))?;
        (first.tokens.start <= from + reach && self.quiet(from..first.tokens.start.max(from)))
            .then(|| self.group_at(first.tokens.start))
            .flatten()
    }

    fn group_at(&self, at: usize) -> Option<Vec<Teller>> {
        let index = self.sources.iter().position(|s| s.tokens.start == at)?;
        let mut group = vec![teller(&self.sources[index])];
        for source in &self.sources[index + 1..] {
            let end = group.last()?.tokens.end;
            let from = self.sentence.skip(end + 1, &[Word::At, Word::The, Word::Of]);
            if !self.sentence.is(end, Word::And) || !(end + 1..=from).contains(&source.tokens.start) {
                break;
            }
            group.push(Teller { joint: true, ..teller(source) });
        }
        Some(group)
    }

    /// Whether nothing that is told stands between a source and its verb.
    fn quiet(&self, tokens: Range<usize>) -> bool {
        let s = self.sentence;
        tokens.clone().all(|i| {
            let sign = s.tokens[i].shape == Shape::Sign && s.word(i) != ",";
            let tells = s.longest(i, |cue| match cue {
                Cue::Act(_, Form::Verb | Form::Gerund | Form::Participle | Form::Befalls) => Some(()),
                Cue::Speech(Speech::Say | Speech::Deny | Speech::Pretend | Speech::According) => Some(()),
                Cue::Word(Word::That | Word::Relative | Word::And | Word::But) => Some(()),
                _ => None,
            });
            !sign && tells.is_none()
        })
    }

    /// Past adverbs and dates: "a déclaré vendredi à …".
    fn light(&self, from: usize, reach: usize) -> usize {
        let mut at = from;
        while at < from + reach {
            match self.periods.iter().find(|p| p.tokens.start == at) {
                Some(period) => at = period.tokens.end,
                None if self.sentence.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower) && self.sentence.marks_at(at).is_empty() => {
                    at += 1
                }
                None => break,
            }
        }
        at
    }

    /// Whether what is said follows: "que …", ": …", a quotation, "avoir …".
    fn content(&self, at: usize) -> bool {
        let at = self.light(at, 4);
        let s = self.sentence;
        let sign = s.tokens.get(at).is_some_and(|t| matches!(t.of(s.text), ":" | "«" | "“" | "\""));
        sign || s.is(at, Word::That) || s.is(at, Word::Have) || s.tokens.len().saturating_sub(at) > 8
    }

    fn closes(&self, at: usize) -> bool {
        matches!(self.sentence.word(at), "," | "»" | "”" | "\"" | "?" | "!")
    }

    fn comma_behind(&self, from: usize) -> usize {
        let s = self.sentence;
        (from..s.tokens.len()).find(|i| matches!(s.word(*i), "," | ";" | ".")).unwrap_or(s.tokens.len())
    }

    /// The part of the sentence between semicolons and contrasts that a token lies in.
    fn segment(&self, at: usize) -> Range<usize> {
        let s = self.sentence;
        let parts = |i: &usize| s.word(*i) == ";" || (s.is(*i, Word::But) && *i > 0);
        let start = (0..at).rev().find(|i| parts(i)).map_or(0, |i| i + 1);
        let end = (at..s.tokens.len()).find(|i| parts(i)).unwrap_or(s.tokens.len());
        start..end
    }
}

fn teller(source: &SourceMention) -> Teller {
    Teller { tokens: source.tokens.clone(), who: source.who.clone(), name: source.name.clone(), joint: false }
}
