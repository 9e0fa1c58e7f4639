//! The words that give somebody the word: verbs, "selon", "citant", "un bilan de".

use std::ops::Range;

use super::{Reader, Said, Teller};
use crate::lexicon::{Act, Cue, Form, NumberCue, PlaceCue, Speech, Word};
use crate::mention::Who;
use crate::model::SourceKind;
use crate::text::Shape;

impl Reader<'_, '_> {
    /// Reads the cue that begins at a token, and goes on behind it. A phrase that can be several cues is the first that finds a source.
    pub fn cue(&self, at: usize, out: &mut Vec<Said>) -> usize {
        let end = self.sentence.longest(at, |cue| matches!(cue, Cue::Speech(_)).then_some(())).map(|(end, ())| end);
        let parted = || self.parted(at).map(|(end, speech)| (end, vec![speech]));
        let spoken = end.map(|end| (end, self.speeches(at..end)));
        let avowed = self.avowed(at).filter(|(avowed, _)| end.is_none_or(|end| end <= *avowed));
        let Some((end, cues)) = avowed.map(|(end, speech)| (end, vec![speech])).or(spoken).or_else(parted) else {
            // "Le lieu-dit": no word of the noun is a verb.
            let noun = self.sentence.longest(at, |cue| matches!(cue, Cue::Place(PlaceCue::Noun(..))).then_some(()));
            return noun.map_or(at + 1, |(end, ())| end);
        };
        let longer = self.sentence.longest(at, |cue| matches!(cue, Cue::Act(..)).then_some(())).filter(|(longer, ())| *longer > end);
        if let Some((longer, ())) = longer {
            return longer;
        }
        let _ = cues.into_iter().any(|speech| self.read(at..end, speech, out));
        end
    }

    /// What a phrase can be.
    fn speeches(&self, tokens: Range<usize>) -> Vec<Speech> {
        let marks = self.sentence.marks_at(tokens.start).iter().filter(|m| m.end == tokens.end);
        marks.filter_map(|m| if let Cue::Speech(speech) = m.cue { Some(speech) } else { None }).collect()
    }

    /// A deed that says who did another: who accuses or claims it says so, and so does who had no part in it; who rejects an accusation
    /// denies what he is accused of.
    fn avowed(&self, at: usize) -> Option<(usize, Speech)> {
        let pick = |cue| match cue {
            Cue::Act(Act::Disown, form) if form != Form::Befalls => Some(Speech::Deny),
            Cue::Act(act, form) if act.avows() && form != Form::Noun => Some(Speech::Say),
            _ => None,
        };
        let whole = self.sentence.longest(at, pick);
        whole.or_else(|| self.sentence.longest_around(at, self.sources.iter().map(|s| s.tokens.clone()), pick))
    }

    /// Whether a cue of that sort gives somebody the word.
    fn read(&self, cue: Range<usize>, speech: Speech, out: &mut Vec<Said>) -> bool {
        let said = match speech {
            Speech::According => self.according(cue),
            Speech::Say | Speech::Deny | Speech::Pretend | Speech::Count | Speech::Stated => {
                self.verb(cue.clone(), speech).or_else(|| self.coordinated(cue, speech, out))
            }
            Speech::Stems => self.stems(cue),
            Speech::Account => self.account(cue),
            Speech::View => self.view(cue),
            Speech::Citing => return self.citing(cue, out),
            Speech::Cited | Speech::Issued => return self.cited(cue, speech, out),
            Speech::Told | Speech::Same | Speech::Hearsay => None,
        };
        let found = said.is_some();
        if let Some(mut said) = said {
            let relayed = |known: &&Said| known.how == Speech::Cited && said.chain.len() == 1 && said.chain.first() == known.chain.first();
            if let Some(known) = out.iter().find(relayed) {
                said.chain.clone_from(&known.chain);
            }
            match out.iter_mut().rev().find(|known| known.chain == said.chain) {
                None => out.push(said),
                // Who denies one thing and says another: each verb has what follows it.
                Some(known) if holds(known.how) != holds(said.how) && !known.behind && !said.behind && known.cue.end <= said.cue.start => {
                    known.scope.end = known.scope.end.min(said.cue.start);
                    said.scope.start = said.cue.start;
                    out.push(said);
                }
                Some(_) => {}
            }
        }
        found
    }

    /// A second verb of whoever was given the word before it: "the group rejected the charge and admitted …".
    fn coordinated(&self, cue: Range<usize>, how: Speech, out: &[Said]) -> Option<Said> {
        let s = self.sentence;
        let light = |i: &usize| [Word::Have, Word::Not, Word::Pronoun].iter().any(|word| s.is(*i, *word));
        let verb = (cue.start.saturating_sub(4)..cue.start).rev().take_while(light).last().unwrap_or(cue.start);
        let joined = verb > 0 && (s.is(verb - 1, Word::And) || s.is(verb - 1, Word::But));
        let first = out.iter().rev().find(|said| joined && !said.behind && said.cue.end < verb && said.scope.contains(&verb))?;
        let how = self.held(&cue, if how == Speech::Count { Speech::Say } else { how });
        Some(Said { scope: verb..first.scope.end, chain: first.chain.clone(), how, cue: verb..cue.end, behind: false, apart: false })
    }

    /// How a verb gives the word: whoever did not say it, or did not deny it, leaves it open.
    fn held(&self, cue: &Range<usize>, how: Speech) -> Speech {
        let s = self.sentence;
        let light = |i: &usize| s.is_plain(*i) || [Word::Have, Word::Not, Word::Pronoun].iter().any(|word| s.is(*i, *word));
        let not = (cue.start.saturating_sub(3)..cue.start).rev().take_while(light).any(|i| s.is(i, Word::Not));
        if not && s.negated(cue.clone()) { Speech::Pretend } else { how }
    }

    /// "selon X", "according to X", "d'après un premier bilan".
    fn according(&self, cue: Range<usize>) -> Option<Said> {
        let relative = self.sentence.is(cue.end - 1, Word::Relative);
        let closed = relative || self.sentence.tokens.get(cue.end).is_none_or(|t| t.shape == Shape::Sign);
        let before = || self.before(cue.start).filter(|_| closed);
        let mut chain = self.beside(cue.end).or_else(|| self.unsigned(cue.end)).or_else(before)?;
        chain.extend(self.handed(&chain).unwrap_or_default());
        let clause = self.segment(cue.start);
        let scope = match cue.start.checked_sub(1) {
            Some(before) if self.sentence.is(before, Word::Relative) && !self.sentence.word_before(before, Word::Pronoun) => {
                before..self.comma_behind(chain.last()?.tokens.end)
            }
            _ => clause,
        };
        Some(Said { scope, behind: cue.start > 2, chain, how: Speech::According, apart: false, cue })
    }

    /// Who gave an account to the media that tell it: "selon un bilan communiqué à A par B".
    fn handed(&self, media: &[Teller]) -> Option<Vec<Teller>> {
        let [Teller { tokens, who: Who::Known { kind: SourceKind::Agency | SourceKind::Outlet, .. }, .. }] = media else { return None };
        let to = (tokens.start.saturating_sub(2)..=tokens.start).any(|i| self.sentence.word_before(i, Word::At));
        self.group_from(self.sentence.word_cue(tokens.end, Word::By).filter(|_| to)?, 1)
    }

    /// A phrase that a few words part: "fait désormais état", "en est pour sa part à".
    fn parted(&self, at: usize) -> Option<(usize, Speech)> {
        let pick = |cue| match cue {
            Cue::Speech(speech @ (Speech::Say | Speech::Deny | Speech::Count)) => Some(speech),
            _ => None,
        };
        if !self.sentence.tongue.opens_speech(self.sentence.number_of(at)) {
            return None;
        }
        let small = |i: usize| self.sentence.tokens.get(i).is_some_and(|t| t.shape == Shape::Lower);
        let parts = [1, 2].into_iter().flat_map(|from| [1, 2, 3].map(|len| at + from..at + from + len));
        parts.filter(|part| part.clone().all(small)).find_map(|part| self.sentence.longest_without(at, part, pick))
    }

    /// "Pour la police, …", at the beginning of a clause.
    pub fn openings(&self) -> Vec<Said> {
        (0..self.sentence.tokens.len()).filter_map(|at| self.opening(at)).collect()
    }

    fn opening(&self, at: usize) -> Option<Said> {
        let (from, ()) = self.sentence.longest(at, |cue| (cue == Cue::Speech(Speech::View)).then_some(()))?;
        let scope = self.segment(at);
        let chain = self.group_at(from).filter(|_| at == 0 || scope.start == at)?;
        let comma = self.sign(chain.last()?.tokens.end) == ",";
        comma.then_some(Said { scope, chain, how: Speech::According, cue: at..from, behind: false, apart: false })
    }

    /// "20 000 manifestants pour la police".
    fn view(&self, cue: Range<usize>) -> Option<Said> {
        const NEAR: usize = 4;
        let chain = self.group_at(cue.end).filter(|_| cue.start > 0)?;
        let counted = self.counts(cue.start.saturating_sub(NEAR)..cue.start);
        let end = chain.last()?.tokens.end;
        let over = end >= self.sentence.tokens.len() || self.sentence.tokens[end].shape == Shape::Sign || self.joins(end);
        (counted && over).then(|| Said { scope: self.segment(cue.start), chain, how: Speech::According, cue, behind: true, apart: false })
    }

    /// "un bilan du ministère", "a statement of the fire service", "by the agency's count".
    fn account(&self, cue: Range<usize>) -> Option<Said> {
        let s = self.sentence;
        let of = || {
            let issued = |at| s.longest(at, |c| (c == Cue::Speech(Speech::Issued)).then_some(())).map(|(end, ())| end);
            let end = issued(cue.end).or_else(|| s.word_cue(cue.end, Word::Of)).or_else(|| s.word_cue(cue.end, Word::By))?;
            self.group_from(end, 1)
        };
        let owned = || {
            let owner = self.sources.iter().rfind(|source| source.tokens.end <= cue.start && cue.start <= source.tokens.end + 2)?;
            let by = owner.tokens.start.checked_sub(1).is_some_and(|before| s.is(before, Word::By));
            by.then(|| vec![super::teller(owner)])
        };
        let chain = of().or_else(owned)?;
        let known = chain.iter().all(|t| matches!(t.who, Who::Known { .. }));
        known.then(|| Said { scope: self.segment(cue.start), chain, how: Speech::According, cue, behind: true, apart: false })
    }

    /// "12 morts : ces chiffres viennent du ministère".
    fn stems(&self, cue: Range<usize>) -> Option<Said> {
        let chain = self.beside(cue.end)?;
        if !self.accounted(chain.first()?.tokens.start) {
            return None;
        }
        Some(Said { scope: self.segment(cue.start), chain, how: Speech::According, cue, behind: true, apart: false })
    }

    /// Whether an account is named before a token: a massacre "carried out by" somebody is none.
    fn accounted(&self, at: usize) -> bool {
        const REACH: usize = 14;
        let account = |at: usize| self.sentence.longest(at, |c| (c == Cue::Speech(Speech::Account)).then_some(())).is_some();
        (at.saturating_sub(REACH)..at).any(account)
    }

    fn verb(&self, cue: Range<usize>, how: Speech) -> Option<Said> {
        let verb = self.verb_start(cue.start);
        let by = || self.sentence.word_cue(self.light(cue.end, 2), Word::By);
        if how == Speech::Stated || self.passive(verb..cue.start) {
            let (by, cue) = match by() {
                Some(by) => (by, verb..cue.end),
                None => self.behind_figure(cue.end).filter(|_| how == Speech::Stated).map(|by| (by, by - 1..by))?,
            };
            let chain = self.group_from(by, 3)?;
            let how = if how == Speech::Stated { Speech::Say } else { how };
            return Some(Said { scope: self.segment(cue.start), chain, how, cue, behind: true, apart: false });
        }
        if let Some(chain) = by().filter(|_| verb == cue.start).and_then(|by| self.group_from(by, 0)) {
            return Some(Said { scope: self.segment(cue.start), chain, how, cue, behind: true, apart: false });
        }
        let accuses = self.avowed(cue.start).is_some();
        let aside = self.aside(verb).is_some() || self.apposed(verb);
        let opens = verb == 0 || self.closes(verb - 1) && !self.apposed(verb) || self.sentence.is(verb - 1, Word::That);
        let inside = self.sources.iter().position(|s| verb <= s.tokens.start && s.tokens.end <= cue.start);
        let subject = inside.map(|index| vec![super::teller(&self.sources[index])]).or_else(|| self.before(verb));
        let told = self.told(cue.end);
        let behind_told = told.as_ref().map_or(cue.end, |t| t.last().map_or(cue.end, |x| x.tokens.end));
        let reach = if aside { 1 } else { 6 };
        let told_to = self.sentence.longest(cue.end - 1, |c| (c == Cue::Speech(Speech::Told)).then_some(())).is_some();
        let inset = || self.behind_insets(behind_told).filter(|_| opens && !aside);
        let follow = || self.behind(behind_told, reach).or_else(inset).or_else(|| self.surname_at(cue.end)).filter(|_| !told_to);
        // "The spokesman, said the gunmen killed one": they do what he tells.
        let does = |chain: &Vec<Teller>| chain.last().is_some_and(|last| self.does(last.tokens.end));
        let led = subject.is_some();
        let follow = || follow().filter(|chain| !(led && does(chain)));
        let (mut chain, inverted) = match subject {
            Some(chain) if accuses || !opens => (chain, false),
            subject => match follow().filter(|_| !accuses) {
                Some(chain) => (chain, true),
                None => (subject?, inside.is_some()),
            },
        };
        if how == Speech::Count && chain.iter().all(|teller| self.country(teller)) {
            return None;
        }
        let how = self.held(&cue, if how == Speech::Count { Speech::Say } else { how });
        let first = chain.first()?.tokens.start;
        let segment = self.segment(cue.start);
        let opened = self.opens_clause(first);
        let behind = inverted || (opened && !accuses && !self.content(behind_told));
        let scope = if behind { segment } else { first..segment.end };
        if let Some(mut media) = told {
            media.append(&mut chain);
            chain = media;
        }
        // "held A responsible": the accused stands inside what is said.
        let parting = self.sources.iter().find(|source| cue.start < source.tokens.start && source.tokens.end <= cue.end);
        let cue_end = parting.filter(|_| accuses).map_or(cue.end, |accused| accused.tokens.start);
        Some(Said { scope, chain, how, cue: verb..cue_end, behind, apart: false })
    }

    /// Whether a source begins its clause, with a word or two that only describe it before: "…, local human rights activists said".
    fn opens_clause(&self, first: usize) -> bool {
        const WORDS: usize = 2;
        let close = (first.saturating_sub(WORDS + 1)..first).rev().find(|i| self.sentence.tokens[*i].shape != Shape::Lower);
        close.is_some_and(|close| self.closes(close) && !(close + 1..first).any(|i| self.tells(i) && !self.determined(i) || self.joins(i)))
    }

    /// Whether an article stands right before a word, so that it is a noun: "a rescue | agency".
    fn determined(&self, at: usize) -> bool {
        at > 0 && [Word::A, Word::The].iter().any(|word| self.sentence.is(at - 1, *word))
    }

    /// Whether a verb stands right there that has an object: whoever is named before it does something.
    fn does(&self, at: usize) -> bool {
        let s = self.sentence;
        let verb = s.longest(at, |cue| matches!(cue, Cue::Act(_, Form::Verb | Form::Participle)).then_some(()));
        verb.is_some_and(|(end, ())| end < s.tokens.len() && s.tokens[end].shape != Shape::Sign && !s.is(end, Word::By))
    }

    /// Where "by" ends behind a figure: "was raised to 57 on Sunday by officials".
    fn behind_figure(&self, from: usize) -> Option<usize> {
        const REACH: usize = 7;
        let s = self.sentence;
        let by = (from + 1..s.tokens.len().min(from + REACH)).find(|i| s.is(*i, Word::By))?;
        let harmed = |i: usize| s.longest(i, |cue| matches!(cue, Cue::Harmed(_)).then_some(())).is_some();
        let free = (from..by).all(|i| s.tokens[i].shape != Shape::Sign && (harmed(i) || !self.tells(i)));
        s.word_cue(by, Word::By).filter(|_| free && self.counts(from..by))
    }

    /// "écrit A, citant B": B is the voice, A tells.
    fn citing(&self, cue: Range<usize>, out: &mut Vec<Said>) -> bool {
        let Some(inner) = self.group_from(cue.end, 4) else { return false };
        match out.iter_mut().rev().find(|said| said.cue.start < cue.start) {
            Some(said) => said.chain.extend(inner),
            None => {
                let mut chain = self.before(cue.start).unwrap_or_default();
                chain.extend(inner);
                out.push(Said { scope: self.segment(cue.start), chain, how: Speech::Citing, cue, behind: true, apart: false });
            }
        }
        true
    }

    /// "comme annoncé par B, cité par A": A tells, B is the voice; an account "communiqué par A" is A's own.
    fn cited(&self, cue: Range<usize>, how: Speech, out: &mut Vec<Said>) -> bool {
        let Some(mut outer) = self.group_from(cue.end, 4) else { return false };
        if how == Speech::Issued && !self.accounted(cue.start) {
            return false;
        }
        let again = out.iter().any(|said| said.chain == outer);
        let known = out.iter_mut().rev().find(|said| said.chain.iter().any(|t| t.tokens.end <= cue.start && t.tokens.end + 2 >= cue.start));
        match known {
            None if again => {}
            Some(said) => {
                if how == Speech::Cited {
                    outer.append(&mut said.chain);
                }
                said.chain = outer;
            }
            None => {
                if how == Speech::Cited {
                    outer.extend(self.before(cue.start).unwrap_or_default());
                }
                out.push(Said { scope: self.segment(cue.start), chain: outer, how: Speech::Cited, cue, behind: true, apart: false });
            }
        }
        true
    }

    /// The media that were told: "à l'AFP", "told Reuters".
    fn told(&self, from: usize) -> Option<Vec<Teller>> {
        let mut at = self.light(from, 3);
        if !self.sentence.is(at, Word::At)
            && self.sentence.longest(from.saturating_sub(1), |c| (c == Cue::Speech(Speech::Told)).then_some(())).is_none()
        {
            return None;
        }
        at = self.sentence.skip(at, &[Word::At]);
        let chain = self.group_at(at).or_else(|| self.group_at(self.sentence.skip(at, &[Word::The])))?;
        let media = |who: &Who| matches!(who, Who::Known { kind: SourceKind::Agency | SourceKind::Outlet, .. });
        chain.iter().all(|t| media(&t.who)).then_some(chain)
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

    /// Whether what is said follows: "que …", ": …", a quotation, "avoir …", or words that tell of a deed or a number before the next
    /// sign; not "… in a statement".
    fn content(&self, at: usize) -> bool {
        let s = self.sentence;
        let at = self.light(at, 4);
        if matches!(self.sign(at), ":" | "«" | "“" | "\"") || s.is(at, Word::That) || s.is(at, Word::Have) {
            return true;
        }
        let stop = (at..s.tokens.len()).find(|i| s.tokens[*i].shape == Shape::Sign && !matches!(s.word(*i), "'" | "’" | "-"));
        let mut rest = at..stop.unwrap_or(s.tokens.len());
        if rest.clone().any(|i| s.is(i, Word::That)) {
            return true;
        }
        let hedged = s.marks_at(at).iter().any(|mark| matches!(mark.cue, Cue::Number(NumberCue::Hedge(..))));
        let adjunct = !hedged && [Word::In, Word::On, Word::At, Word::By].iter().any(|w| s.is(at, *w));
        !adjunct && (self.counts(rest.clone()) || rest.any(|i| self.tells(i)))
    }
}

/// Whether whoever says it so holds it.
fn holds(how: Speech) -> bool {
    !matches!(how, Speech::Deny | Speech::Pretend)
}
