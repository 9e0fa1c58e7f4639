//! What a phrase of a table stands for. The name of a table says which of these its rows are.

use super::number_cue::NumberCue;
use super::place_cue::PlaceCue;
use super::table::Row;
use super::time_cue::TimeCue;
use crate::error::Result;
use crate::model::{Group, Harm, Kind, SourceKind, Stance, named};

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cue {
    /// `numbers`: spelled numbers, scales, hedges.
    Number(NumberCue),
    /// `times`: words of dates and periods.
    Time(TimeCue),
    /// `places`: kinds of place, directions, what stands before a place.
    Place(PlaceCue),
    /// `people`: nouns that name people ("civils", "passengers").
    People(Group),
    /// `people`: those of them that name one person ("passenger").
    Person,
    /// `harmed`: nouns that name people by what befell them ("morts", "the wounded").
    Harmed(Harm),
    /// `acts`: words that say that something was done, and in which form.
    Act(Act, Form),
    /// `objects`: nouns that name what else is counted.
    Object(Object),
    /// `heads`: nouns that name an actor together with a country or a name ("armée", "ministry").
    Head(Symbol, SourceKind),
    /// `causes`: what is blamed for deaths that nobody meant, such as a stampede.
    Cause(Symbol),
    /// `speech`: words that give the word to a source.
    Speech(Speech),
    /// `speakers`: nouns that name a source by its office ("porte-parole", "witness").
    Speaker(SourceKind),
    /// `words`: the small words that rules need.
    Word(Word),
    /// `stances`: words that put a claim in doubt, deny, plan or demand it.
    Stance(Stance),
    /// `marchers`: nouns that name people by their marching.
    Marcher,
    /// `litter`: lines of a web page that are no part of the article.
    Litter,
}

/// A string of a table by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol(pub(crate) u16);

/// A countable thing that is not a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Object {
    /// What it is counted as, in JSON.
    pub unit: Symbol,
    /// The kind of claim that a count of it makes; `None`: none (ages, distances, hours).
    pub kind: Option<Kind>,
}

named! {
    /// What is done.
    Act {
        /// Killing.
        Killed = "killed",
        /// Wounding.
        Injured = "injured",
        /// Going missing.
        Missing = "missing",
        /// Abducting.
        Abducted = "abducted",
        /// Taking prisoner.
        Captured = "captured",
        /// Arresting.
        Detained = "detained",
        /// Driving from home.
        Displaced = "displaced",
        /// Evacuating.
        Evacuated = "evacuated",
        /// Setting free.
        Freed = "freed",
        /// Inflicting or suffering losses that are not told apart.
        Losses = "losses",
        /// Hitting somebody with a shot or a blade, which may have killed ("shot", "stabbed").
        Shot = "shot",
        /// Being hurt still ("in critical condition"): told of some of the hurt, most often.
        Ailing = "ailing",
        /// Firing, shelling, bombing.
        Strike = "strike",
        /// Attacking, launching an offensive.
        Operation = "operation",
        /// Hitting or aiming at somebody.
        Aim = "aim",
        /// Taking a place.
        Gain = "gain",
        /// Losing or leaving a place.
        Lose = "lose",
        /// Holding a place.
        Hold = "hold",
        /// Taking things, destroying things.
        Destroy = "destroy",
        /// Agreeing on a truce or a deal.
        Agree = "agree",
        /// Breaking an agreement.
        Break = "break",
        /// Demanding, warning, opposing, fearing.
        Position = "position",
        /// Wanting something by what one does.
        Motive = "motive",
        /// Having done it: "l'œuvre de", "was behind the attack".
        Blame = "blame",
        /// Laying it on somebody, whom it meets: "accuse", "held responsible".
        Accuse = "accuse",
        /// Laying it on somebody, who follows "to": "attribue", "imputed".
        Ascribe = "ascribe",
        /// Saying that one did it oneself.
        Own = "own",
        /// Saying that one did not do it: "rejects the accusation", "had no part in".
        Disown = "disown",
        /// Leaving open who did it: "not clear who fired", "l'origine des tirs reste inconnue".
        Untold = "untold",
        /// Being made of, having been called, being founded as.
        Identity = "identity",
        /// Coming as reinforcement, fighting in the ranks of.
        Muster = "muster",
        /// Marching, taking part.
        Attend = "attend",
        /// Causing: a toll follows ("ont fait cinq morts", "left ten dead").
        Cause = "cause",
        /// Costing people their lives: people follow.
        Cost = "cost",
        /// Rising to, standing at: a toll goes before, a figure follows.
        Stand = "stand",
    }
}

impl Act {
    /// Whether it is an incident, or what one does to people.
    pub fn is_incident(self) -> bool {
        use Act::{Abducted, Captured, Cause, Cost, Destroy, Displaced, Injured, Killed, Missing, Operation, Shot, Strike};
        let incidents = [Abducted, Captured, Cause, Cost, Destroy, Displaced, Injured, Killed, Missing, Operation, Shot, Strike];
        incidents.contains(&self)
    }

    /// Whether who does it says who did a deed: he accuses, claims it or denies it.
    pub(crate) fn avows(self) -> bool {
        matches!(self, Act::Accuse | Act::Ascribe | Act::Own | Act::Disown)
    }

    /// Whether it is done under arms.
    pub(crate) fn violent(self) -> bool {
        use Act::*;
        !self.avows() && !matches!(self, Position | Agree | Motive | Blame | Untold | Identity | Muster | Attend | Evacuated | Freed)
    }
}

named! {
    /// In which form a word says that something is done.
    Form {
        /// The subject does it ("tuent", "kills").
        Verb = "verb",
        /// What the subject did or what befell it ("tué", "killed").
        Participle = "participle",
        /// While doing it ("tuant", "killing").
        Gerund = "gerund",
        /// To do it ("tuer", "kill").
        Infinitive = "infinitive",
        /// It befalls the subject ("périr", "died").
        Befalls = "befalls",
        /// The deed as a thing ("frappe", "offensive").
        Noun = "noun",
        /// What follows names what it befell ("la mort de", "the killing of").
        Of = "of",
    }
}

named! {
    /// How a word gives the word to a source.
    Speech {
        /// The source does it: "affirme", "said".
        Say = "say",
        /// The source follows: "selon", "according to".
        According = "according",
        /// The source before cites the source that follows: "citant".
        Citing = "citing",
        /// The source that follows cites the source before: "cité par".
        Cited = "cited",
        /// The source that follows was told: "à", "told".
        Told = "told",
        /// The source denies it: "dément", "rejects".
        Deny = "deny",
        /// The source says so and is not believed: "prétend".
        Pretend = "pretend",
        /// What a source's words are called: "données", "report".
        Account = "account",
        /// The account before is that of the source that follows: "communiqué par", "compiled by".
        Issued = "issued",
        /// The source counts, and so tells; a country that does so only has them: "recense", "records".
        Count = "count",
        /// What is said: "confirmée"; the source follows behind "by".
        Stated = "stated",
        /// Whose an account is follows: "ces chiffres viennent de".
        Stems = "stems",
        /// The source that follows stands for what it says: "pour la police".
        View = "view",
        /// Somebody said so, whoever was named last: the French conditional.
        Hearsay = "hearsay",
        /// The source that was named last: "la même source".
        Same = "same",
    }
}

named! {
    /// The small words that rules need.
    Word {
        /// "et", "and".
        And = "and",
        /// "ou", "or".
        Or = "or",
        /// "mais", "but".
        But = "but",
        /// "dont", "including".
        Part = "part",
        /// "autres", "more".
        Other = "other",
        /// "parmi", "among".
        Among = "among",
        /// "par", "by".
        By = "by",
        /// "contre", "against".
        Against = "against",
        /// "sur", "on".
        On = "on",
        /// "dans", "in".
        In = "in",
        /// "à", "at".
        At = "at",
        /// "de", "of".
        Of = "of",
        /// "entre", "between".
        Between = "between",
        /// "ne", "not".
        Not = "not",
        /// "ne" once more: with "que" behind the verb it is no denial but "only".
        NotBut = "not-but",
        /// "pas seulement", "not only": no denial.
        NotOnly = "not-only",
        /// "réussi à", "able to": whoever is denied it did not do what follows.
        Able = "able",
        /// "aucun", "no".
        None = "none",
        /// "sans", "without".
        Without = "without",
        /// "qui", "which": a relative clause begins.
        Relative = "relative",
        /// "que", "that": what is said follows.
        That = "that",
        /// "le", "the".
        The = "the",
        /// "un", "a".
        A = "a",
        /// "des": some.
        Some = "some",
        /// "ont été", "were".
        Be = "be",
        /// "a", "has".
        Have = "have",
        /// "il", "they".
        Pronoun = "pronoun",
        /// "he", "her": one person who was told of.
        Person = "person",
        /// "both": the two who were told of.
        Both = "both",
        /// "a couple": two people.
        Pair = "pair",
        /// "lui", "him": a pronoun behind a preposition.
        Oblique = "oblique",
        /// "on", "one": nobody in particular.
        Impersonal = "impersonal",
        /// "se", "themselves".
        Reflexive = "reflexive",
        /// "mener", "launch": whoever does it does the deed that follows as a noun.
        Lead = "lead",
        /// "son", "their".
        Possessive = "possessive",
        /// "pour", "to".
        To = "to",
        /// "depuis le début", "since": the count goes on since then.
        Since = "since",
        /// "au total", "in all": the count is a sum.
        Total = "total",
        /// "si", "whether".
        Whether = "whether",
        /// "hôpital", "university": a house that many incidents are told of, by its name.
        Institution = "institution",
        /// "non identifiés", "unidentified".
        Unidentified = "unidentified",
        /// "bilan", "death toll".
        Toll = "toll",
        /// "to", "at": the figure of a toll follows.
        Figure = "figure",
        /// "grimpe", "rose": a figure follows, behind a preposition.
        Rises = "rises",
        /// "had" said, "initialement": what is told so was told before.
        Formerly = "formerly",
        /// "up from", "un précédent bilan": the figure that follows was told before.
        Former = "former",
        /// "lives": who loses them is dead.
        Lives = "lives",
        /// "claimed", "took": lives follow.
        Takes = "takes",
        /// "the number of": a toll of whoever follows.
        Tally = "tally",
        /// "most of", "which of": of those who are counted behind it, some are told of.
        SomeOf = "some-of",
        /// "survived": who was hurt lives.
        Survives = "survives",
        /// "fatally": who is counted before it died.
        Fatally = "fatally",
        /// "rushed to": a hospital may follow.
        Carried = "carried",
        /// "hospital".
        Hospital = "hospital",
        /// "citywide", "in separate attacks": the count sums over several events.
        Several = "several",
        /// "shootings", "accidents": nobody says of several that they are one event.
        Events = "events",
        /// "nombre de", "number of": what is counted follows.
        Number = "number",
        /// "compter", "faire état de": somebody gives a figure, which follows.
        Counts = "counts",
        /// "tous", "most of them": what they all or most of them were follows.
        Mostly = "mostly",
        /// "voire", "if not": another count of the same follows.
        Even = "even",
        /// "chacun", "per day": the count before it is one of several alike, and no sum.
        Each = "each",
        /// "pour", "per": a round number that follows makes a rate of the count before it.
        Per = "per",
        /// "soutenu par", "backed": fights for whoever is named beside it.
        Backed = "backed",
        /// "deadliest", "sans précédent": since when it is so is not since when something is counted.
        Record = "record",
        /// "accident", "the blast": one incident, whose count is no sum though only its year is told.
        Event = "event",
        /// "arrived", "flown to": the place that follows is where somebody came to, not where it happened.
        Bound = "bound",
        /// "regularly", "fréquents": what is told so is done again and again.
        Habit = "habit",
        /// "guerre", "war": what a cumulative count covers.
        War = "war",
    }
}

impl Cue {
    /// Whether it is a small word of the language, and no noun.
    pub(crate) fn is_small(self) -> bool {
        matches!(self, Self::Word(word) if !matches!(word, Word::Institution | Word::Event | Word::Events | Word::Lives))
    }

    /// Reads a row: the form stands in its first column, what it stands for in the others.
    pub(crate) fn parse(row: &Row<'_>, symbol: &mut impl FnMut(&str) -> Symbol) -> Result<Self> {
        let table = row.table.rsplit('/').next().unwrap_or(row.table);
        Ok(match table {
            "numbers" => Cue::Number(NumberCue::parse(row)?),
            "times" => Cue::Time(TimeCue::parse(row)?),
            "places" => Cue::Place(PlaceCue::parse(row)?),
            "people" => Cue::People(value(row, 1, Group::from_name)?),
            "harmed" => Cue::Harmed(value(row, 1, Harm::from_name)?),
            "acts" => Cue::Act(value(row, 1, Act::from_name)?, value(row, 2, Form::from_name)?),
            "objects" => {
                let kind = match row.column(2)? {
                    "-" => None,
                    _ => Some(value(row, 2, Kind::from_name)?),
                };
                Cue::Object(Object { unit: symbol(row.column(1)?), kind })
            }
            "heads" => Cue::Head(symbol(row.column(1)?), value(row, 2, SourceKind::from_name)?),
            "causes" => Cue::Cause(symbol(row.column(1)?)),
            "speech" => Cue::Speech(value(row, 1, Speech::from_name)?),
            "speakers" => Cue::Speaker(value(row, 1, SourceKind::from_name)?),
            "words" => Cue::Word(value(row, 1, Word::from_name)?),
            "stances" => Cue::Stance(value(row, 1, Stance::from_name)?),
            "marchers" => Cue::Marcher,
            "litter" => Cue::Litter,
            _ => return Err(row.fault(format!("no rule reads a table named {table}; the guide of `lexicon` names those that are read"))),
        })
    }
}

/// The value that a column names.
pub(crate) fn value<T>(row: &Row<'_>, column: usize, from_name: impl Fn(&str) -> Option<T>) -> Result<T> {
    let name = row.column(column)?;
    from_name(name).ok_or_else(|| {
        row.fault(format!("{name:?} is not known in column {}; the guide of `lexicon` says what may stand there", column + 1))
    })
}
