//! A claim in the making: what one sentence says of it, by token.

use std::ops::Range;

use super::deed::StandIn;
use crate::mention::ActorMention;
use crate::model::{Group, Harm, Kind, Quantity, Role, Scope, Stance};

/// A claim before its voice, its time and its place are known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub kind: Kind,
    pub harm: Option<Harm>,
    /// Whether they were shot or stabbed, and the sentence leaves open whether it killed them.
    pub shot: bool,
    /// Whether it tells of one person without a name who was told of before: "he", "the victim".
    pub known: bool,
    /// The family name of the one person of whom it tells.
    pub surname: Option<String>,
    pub group: Option<Group>,
    pub count: Option<Quantity>,
    pub scope: Scope,
    /// Whether it tells what goes on, not what happened.
    pub lasting: bool,
    pub whole: Whole,
    /// The clause that states it.
    pub tokens: Range<usize>,
    /// The word that made it: what stands nearest to it in the sentence belongs to it.
    pub trigger: usize,
    pub actors: Vec<(Role, ActorMention)>,
    /// What stands for its doer where none is named.
    pub stand_in: Option<StandIn>,
    pub stance: Stance,
}

/// What a count is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// It stands for itself.
    Itself,
    /// The draft of that number in the same sentence.
    Here(usize),
    /// The count of the same harm that was told last, before this sentence.
    Before,
    /// The greater count of the same harm that was told last before this sentence, if there is one.
    Some,
    /// Others: the count that was told last, if they are the rest of it.
    Rest,
}

impl Draft {
    /// A draft of which only the words are known.
    pub fn new(kind: Kind, tokens: Range<usize>, trigger: usize) -> Self {
        Self {
            kind,
            harm: None,
            shot: false,
            known: false,
            surname: None,
            group: None,
            count: None,
            scope: Scope::Incident,
            lasting: false,
            whole: Whole::Itself,
            tokens,
            trigger,
            actors: Vec::new(),
            stand_in: None,
            stance: Stance::Asserted,
        }
    }

    /// The same, with actors in that role; the clause grows to hold them.
    pub fn with(mut self, role: Role, actors: &[ActorMention]) -> Self {
        for actor in actors {
            self.tokens = join(&self.tokens, &actor.tokens);
            self.actors.push((role, actor.clone()));
        }
        self
    }

    /// The same, done by them, who may stand farther off: time and place are read off the words of the clause alone.
    pub fn by(mut self, actors: &[ActorMention]) -> Self {
        self.actors.extend(actors.iter().map(|actor| (Role::Perpetrator, actor.clone())));
        self
    }

    /// The clause and all its actors: the evidence.
    pub fn evidence(&self) -> Range<usize> {
        self.actors.iter().fold(self.tokens.clone(), |all, (_, actor)| join(&all, &actor.tokens))
    }
}

/// The smallest range that holds both.
pub(super) fn join(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}
