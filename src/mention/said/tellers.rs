//! The sources that stand around a cue, those that speak together as one group.

use std::ops::Range;

use super::{Reader, SourceMention, Teller, teller};
use crate::lexicon::{Cue, Form, Speech, Word};
use crate::mention::Who;
use crate::model::SourceKind;
use crate::text::Shape;

impl Reader<'_, '_> {
    /// Whoever a verb's subject is, or a family name right before it: "Kirilenko stated".
    pub fn before(&self, verb: usize) -> Option<Vec<Teller>> {
        let surname = verb.checked_sub(1).and_then(|at| self.surname_at(at));
        surname.or_else(|| self.group_before(self.aside(verb).unwrap_or(verb))).or_else(|| self.antecedent(verb))
    }

    /// Whom a relative clause tells of: "the ministry, which counted".
    fn antecedent(&self, verb: usize) -> Option<Vec<Teller>> {
        let s = self.sentence;
        let relative = verb.checked_sub(1).filter(|at| s.is(*at, Word::Relative) && !s.is(*at, Word::That))?;
        let comma = relative.checked_sub(1).filter(|at| s.word(*at) == ",");
        let last = self.sources.iter().rfind(|source| source.tokens.end == comma.unwrap_or(relative))?;
        Some(vec![teller(last)])
    }

    /// A family name that stands alone and that no table holds.
    pub fn surname_at(&self, at: usize) -> Option<Vec<Teller>> {
        let s = self.sentence;
        let token = s.tokens.get(at)?;
        let named = at > 0 && (s.is(at - 1, Word::The) || s.tokens[at - 1].shape == Shape::Capital);
        let free = !named && self.sources.iter().all(|x| !x.tokens.contains(&at)) && s.marks_at(at).is_empty() && s.names_at(at).is_empty();
        (token.shape == Shape::Capital && free).then(|| {
            vec![Teller { tokens: at..at + 1, who: Who::Named(s.words(at..at + 1), SourceKind::Person), name: None, joint: false }]
        })
    }

    /// Where what explains a subject begins, if it is set off by commas right before the verb: "X, who was there, said".
    pub fn aside(&self, verb: usize) -> Option<usize> {
        const REACH: usize = 24;
        let s = self.sentence;
        let close = (verb.saturating_sub(3)..verb).rev().find(|i| !s.is_plain(*i)).filter(|i| s.word(*i) == ",")?;
        let open = (close.saturating_sub(REACH)..close).rev().find(|i| s.word(*i) == ",")?;
        let subject = self.sources.iter().find(|source| source.tokens.end == open)?;
        let begins = |at: usize| at == 0 || self.closes(at - 1) || [Word::But, Word::That].iter().any(|w| s.word_before(at, *w));
        let relative = s.is(open + 1, Word::Relative);
        let quoted = (open..close).any(|i| matches!(s.word(i), "«" | "“" | "\"" | "»" | "”"));
        let told = s.longest(open + 1, |cue| matches!(cue, Cue::Speech(_)).then_some(())).is_some();
        (begins(subject.tokens.start) && close > open + 1 && (relative || !quoted && !told)).then_some(open)
    }

    /// Whether a subject that opens its clause is explained between commas right before the verb: "the mayor, Ann Smith, said".
    pub fn apposed(&self, verb: usize) -> bool {
        let s = self.sentence;
        let comma = |at: usize| s.word(at) == ",";
        let begins = |at: usize| at == 0 || self.closes(at - 1) || [Word::But, Word::That].iter().any(|w| s.word_before(at, *w));
        let Some(close) = verb.checked_sub(1).filter(|close| comma(*close)) else { return false };
        self.sources.iter().any(|source| source.tokens.end == close && begins(source.tokens.start) && source.tokens.clone().any(comma))
    }

    /// The sources right before a verb, those that speak together as one group. Where somebody is does not speak: "the force in Mali said".
    fn group_before(&self, verb: usize) -> Option<Vec<Teller>> {
        let place = |at: usize| [Word::In, Word::At, Word::On].iter().any(|word| self.sentence.word_before(at, *word));
        // "Quant à la police, elle compte": the pronoun takes it up.
        let taken_up = |end: usize| end + 2 == verb && self.sentence.is(verb - 1, Word::Pronoun);
        let elsewhere = |source: &SourceMention| {
            place(source.tokens.start) && !taken_up(source.tokens.end)
                || self.sentence.set_off(source.tokens.clone(), verb)
                || self.owns(source)
                || self.counted_off(source)
        };
        let mut before = self.sources.iter().enumerate().rev();
        let (index, last) = before.find(|(_, source)| source.tokens.end <= verb && !elsewhere(source))?;
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

    /// Whether people are only those of whom something is: "le nombre de soldats".
    fn counted_off(&self, source: &SourceMention) -> bool {
        let s = self.sentence;
        let start = source.tokens.start;
        let of = start > 0 && s.is(start - 1, Word::Of) && !s.is(start - 1, Word::The);
        of && s.tokens[start].shape == Shape::Lower && s.marks_at(start).iter().any(|m| matches!(m.cue, Cue::Head(..)))
    }

    /// Whether a country is only named as whose something is: "swathes of Syria's northeast".
    fn owns(&self, source: &SourceMention) -> bool {
        let possessive = self.sentence.is(source.tokens.end, Word::Possessive) && self.sentence.tokens[source.tokens.end].glued;
        possessive && matches!(source.who, Who::Known { kind: SourceKind::Government, .. })
    }

    /// The sources right behind a cue, with nothing between but small words, adjectives and what their words are called: "selon les
    /// derniers chiffres du ministère", "une étude que l'ONG a publiée".
    pub fn beside(&self, from: usize) -> Option<Vec<Teller>> {
        const REACH: usize = 8;
        let s = self.sentence;
        let first = self.sources.iter().find(|x| x.tokens.start >= from || x.tokens.contains(&from));
        let group = first.and_then(|first| {
            let start = first.tokens.start.max(from);
            let account = |at: usize| s.longest(at, |cue| (cue == Cue::Speech(Speech::Account)).then_some(())).is_some();
            let behind = (from..start).position(account).map_or(start, |n| from + n);
            let small = |i: usize| {
                let told = self.tells(i) || s.is(i, Word::Possessive) || s.is(i, Word::Relative) && !s.is(i, Word::That);
                s.tokens[i].shape == Shape::Lower && !told && (behind < i || !s.is(i, Word::That))
            };
            let near = start <= from + REACH && (from..start).all(small);
            near.then(|| self.group_at(first.tokens.start)).flatten()
        });
        group.or_else(|| self.surname_at(from))
    }

    /// A document of which nobody says whose it is, or whoever a pronoun means: "selon un rapport interne", "d'après elle". A bare toll
    /// is nobody's.
    pub fn unsigned(&self, from: usize) -> Option<Vec<Teller>> {
        const REACH: usize = 4;
        let s = self.sentence;
        let link = |tokens: Range<usize>, who| vec![Teller { tokens, who, name: None, joint: false }];
        if let Some(end) = s.word_cue(from, Word::Oblique) {
            return Some(link(from..end, Who::Same));
        }
        let stop = (from..s.tokens.len().min(from + REACH)).find(|i| s.tokens[*i].shape != Shape::Lower).unwrap_or(from + REACH);
        let account = |at: usize| s.longest(at, |cue| (cue == Cue::Speech(Speech::Account)).then_some(())).map(|(end, ())| (at, end));
        let (noun, end) = (from..stop).find_map(account).filter(|(at, end)| (*at..*end).all(|i| !s.is(i, Word::Toll)))?;
        let noun = s.words(noun..end).to_lowercase();
        let owned = s.is(from, Word::Possessive);
        Some(link(from..end, if owned { Who::Same } else { Who::Unnamed(noun, SourceKind::Other, false) }))
    }

    /// The first sources behind a cue, not farther than `reach`.
    pub fn group_from(&self, from: usize, reach: usize) -> Option<Vec<Teller>> {
        let first = self.sources.iter().find(|s| s.tokens.start >= from || s.tokens.contains(&from))?;
        (first.tokens.start <= from + reach && self.quiet(from..first.tokens.start.max(from)))
            .then(|| self.group_at(first.tokens.start))
            .flatten()
    }

    /// The sources right behind a verb that nobody is the subject of; not those who were told: "a dit aux journalistes".
    pub fn behind(&self, from: usize, reach: usize) -> Option<Vec<Teller>> {
        let s = self.sentence;
        let told = |at: usize| s.word_before(at, Word::At) || s.is(at, Word::At);
        self.group_from(from, reach).filter(|chain| chain.first().is_some_and(|first| !told(first.tokens.start)))
    }

    /// The sources behind a verb from which commas part them by when and where they spoke: "a indiqué vendredi, lors d'un point de
    /// presse, le préfet".
    pub fn behind_insets(&self, from: usize) -> Option<Vec<Teller>> {
        const REACH: usize = 18;
        let comma = |at: usize| at > 0 && self.sentence.word(at - 1) == ",";
        let first = self.sources.iter().find(|source| source.tokens.start > from && comma(source.tokens.start))?;
        let between = from..first.tokens.start;
        let said = between.len() <= REACH && self.quiet(between.clone()) && !self.counts(between);
        said.then(|| self.group_at(first.tokens.start)).flatten()
    }

    pub fn group_at(&self, at: usize) -> Option<Vec<Teller>> {
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
                Cue::Speech(_) if self.is_account(i) => None,
                Cue::Act(_, Form::Verb | Form::Gerund | Form::Participle | Form::Befalls) => Some(()),
                Cue::Speech(Speech::Say | Speech::Deny | Speech::Pretend | Speech::According) => Some(()),
                Cue::Word(Word::That | Word::Relative | Word::And | Word::But) => Some(()),
                _ => None,
            });
            !sign && tells.is_none()
        })
    }

    /// Whether a word that can be a verb of saying is a noun here: "dans un communiqué".
    fn is_account(&self, at: usize) -> bool {
        let s = self.sentence;
        let noun = s.marks_at(at).iter().any(|mark| mark.cue == Cue::Speech(Speech::Account));
        noun && [Word::A, Word::The, Word::Possessive].iter().any(|word| at > 0 && s.is(at - 1, *word))
    }

    /// Past adverbs and dates: "a déclaré vendredi à …".
    pub fn light(&self, from: usize, reach: usize) -> usize {
        let mut at = from;
        while at < from + reach {
            match self.periods.iter().find(|p| p.tokens.start == at) {
                Some(period) => at = period.tokens.end,
                None if self.sentence.is_plain(at) => at += 1,
                None => break,
            }
        }
        at
    }
}
