//! Voices without a verb: "Police : 20 000", "30 killed in blast: ministry", "80 000 for the ministry, the union 400 000".

use std::ops::Range;

use super::{Reader, Said, Teller};
use crate::lexicon::{Cue, Name, NumberCue, Side, Speech, Word};
use crate::mention::Who;
use crate::model::SourceKind;
use crate::text::Shape;

impl Reader<'_, '_> {
    /// "Police : 20 000 manifestants." A country that opens a headline is a place there.
    pub fn heading(&self) -> Option<Said> {
        let chain = self.group_at(0)?;
        let end = chain.last()?.tokens.end;
        let more = end + 1 < self.sentence.tokens.len();
        let place = |teller: &Teller| {
            let names = self.sentence.names_at(teller.tokens.start);
            matches!(teller.who, Who::Named(..)) && names.iter().any(|m| m.end == end && matches!(m.name, Name::Place(_)))
        };
        let speaks = more && self.sign(end) == ":" && !chain.iter().any(place) && chain.iter().all(|teller| self.speaks(teller));
        speaks.then(|| Said { scope: end..self.segment(end).end, chain, how: Speech::Say, cue: end..end + 1, behind: false, apart: false })
    }

    /// "30 killed in blast: ministry", "Trente morts dans une explosion - police".
    pub fn signed(&self) -> Option<Said> {
        let s = self.sentence;
        let full = s.tokens.len() - usize::from(s.tokens.last().is_some_and(|_| self.sign(s.tokens.len() - 1) == "."));
        let at = (1..full).rev().find(|i| matches!(self.sign(*i), ":" | "-" | "–" | "—"))?;
        let blank = |a: usize| s.tokens.get(a + 1).is_some_and(|next| s.tokens[a].end < next.start);
        let colon = self.sign(at) == ":";
        if !(colon || blank(at) && blank(at - 1)) {
            return None;
        }
        // "… - World - The Courier": the page and its rubrics tell nothing.
        let rubric = (1..at).any(|i| self.sign(i) == self.sign(at) && blank(i) && blank(i - 1));
        let paper =
            |teller: &Teller| matches!(teller.who, Who::Known { kind: SourceKind::Outlet | SourceKind::Agency, .. } | Who::Named(..));
        self.signature(at + 1..full).filter(|said| colon || !rubric && !said.chain.iter().any(paper))
    }

    /// Tokens that hold a source and nothing else, behind what it tells.
    pub fn signature(&self, tokens: Range<usize>) -> Option<Said> {
        let chain = self.group_at(tokens.start).filter(|chain| chain.iter().all(|teller| self.speaks(teller)))?;
        let whole = chain.last()?.tokens.end == tokens.end;
        let sign = tokens.start - 1;
        let scope = self.segment(sign).start..sign;
        (whole && scope.end > scope.start).then(|| Said {
            scope,
            chain,
            how: Speech::According,
            cue: sign..sign + 1,
            behind: true,
            apart: false,
        })
    }

    /// Of a list of voices each tells its own figure: "le ministère en a compté 80 000, la CGT 400 000".
    pub fn listed(&self, out: &mut Vec<Said>) {
        for source in self.sources {
            let (start, end) = (source.tokens.start, source.tokens.end);
            let free = out.iter().all(|said| said.chain.iter().all(|t| t.tokens != source.tokens));
            let beside = start > 0 && (matches!(self.sign(start - 1), "," | ";") || self.joins(start - 1));
            let Some(first) = out.iter().position(|said| !said.apart && said.cue.end <= start && said.scope.contains(&start)) else {
                continue;
            };
            let told = self.counts(out[first].cue.end..start);
            let own = free && beside && told && self.numbered(end) && self.speaks(&super::teller(source));
            if !own {
                continue;
            }
            let scope = start..out[first].scope.end;
            let how = out[first].how;
            out[first].scope.end = start;
            out.push(Said { scope, chain: vec![super::teller(source)], how, cue: start - 1..start, behind: false, apart: true });
        }
    }

    /// Whether a number stands right there, whatever hedges it.
    fn numbered(&self, at: usize) -> bool {
        let s = self.sentence;
        let hedge = s.longest(at, |cue| matches!(cue, Cue::Number(NumberCue::Hedge(_, Side::Before))).then_some(())).map(|(end, ())| end);
        let at = hedge.unwrap_or(at);
        let at = if self.sign(at) == ":" || self.sign(at) == "," || s.is(at, Word::At) { at + 1 } else { at };
        s.tokens.get(at).is_some_and(|t| t.shape == Shape::Digits) || at < s.tokens.len() && self.counts(at..at + 1)
    }

    /// Whether a teller is more than the name of a country, of a people or of an armed band without a name, which may be whom it is about.
    fn speaks(&self, teller: &Teller) -> bool {
        let s = self.sentence;
        let office = teller.tokens.clone().any(|i| s.longest(i, |cue| matches!(cue, Cue::Speaker(_)).then_some(())).is_some());
        match &teller.who {
            Who::Known { id, .. } => id.contains('/') || !self.country(teller) && !id.starts_with('~') || office,
            Who::Named(..) | Who::Unnamed(..) => true,
            Who::Same => false,
        }
    }

    /// Whether a teller is named by a country or a place and by nothing else.
    pub fn country(&self, teller: &Teller) -> bool {
        let place = |name| matches!(name, Name::Place(_) | Name::Metonym(_) | Name::Demonym(_));
        let starts = teller.tokens.start..teller.tokens.end.min(teller.tokens.start + 2);
        let whole = |i: usize| self.sentence.names_at(i).iter().any(|mark| place(mark.name) && mark.end == teller.tokens.end);
        starts.into_iter().any(whole)
    }
}
