//! The detectors for those who want nothing else: quantities, periods, places, actors and voices of any string, with their spans.

use super::{PlaceContext, Sentence, TimeContext, Who, actors, number, period, periods, places, said, sources};
use crate::lexicon::{Lexicon, Speech};
use crate::model::{ActorId, Language, Period, Place, Published, Quantity, SourceId, SourceKind, Span, Stance};
use crate::text;

/// Reads what a text names. Every span is bytes of that text; of a language without tables nothing is read.
///
/// ```
/// use crosscheck::lexicon::Lexicon;
/// use crosscheck::mention::Detector;
///
/// let text = "Au moins 12 personnes sont mortes samedi dans l'incendie d'un marché de Douala, selon les pompiers.";
/// let detector = Detector::new(Lexicon::bundled()).published("2024-03-04".parse()?);
/// assert_eq!(detector.quantities(text)[0].low(), Some(12.0));
/// assert_eq!(detector.periods(text)[0].from(), chrono::NaiveDate::from_ymd_opt(2024, 3, 2));
/// assert_eq!(detector.places(text)[0].name, "Douala");
/// assert_eq!(detector.voices(text)[0].span.of(text), Some("les pompiers"));
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Detector<'l> {
    lexicon: &'l Lexicon,
    language: Option<Language>,
    published: Option<Published>,
}

/// An actor that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id. One that begins with `~` is a noun that nothing ties to anybody: `~rebels`.
    pub id: ActorId,
    /// Its name as people know it.
    pub name: String,
    /// What sort of source it would be.
    pub kind: SourceKind,
    /// The words that name it.
    pub span: Span,
}

/// Somebody who is given the word. Those of one cue are one chain, the outermost first: the agency, then the spokesman.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Its name where it is known, else the words that name it.
    pub name: String,
    /// Its id, where it is known.
    pub id: Option<SourceId>,
    /// What sort of source it is; `None` for "he", "the same source".
    pub kind: Option<SourceKind>,
    /// The words that name it.
    pub span: Span,
    /// The words that give it the word: "selon", "said".
    pub cue: Span,
    /// What it is said to say, with itself.
    pub scope: Span,
    /// Whether it says or denies so, or is said to pretend it.
    pub stance: Stance,
}

impl<'l> Detector<'l> {
    /// By these tables. The language is told from each text.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, language: None, published: None }
    }

    /// The same, for texts in that language.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::Language};
    /// let detector = Detector::new(Lexicon::bundled()).language(Language::ENGLISH);
    /// assert_eq!(detector.quantities("two dozen")[0].low(), Some(24.0));
    /// ```
    pub fn language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }

    /// The same, for texts that were published then: "yesterday" is the day before.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::Language};
    /// let detector = Detector::new(Lexicon::bundled()).language(Language::FRENCH);
    /// assert!(detector.periods("hier")[0].is_open());
    /// assert!(!detector.published("2024-03-04".parse()?).periods("hier")[0].is_open());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn published(self, published: Published) -> Self {
        Self { published: Some(published), ..self }
    }

    /// The numbers with their hedges. The unit is `percent` for shares of a hundred, `money` for sums of it, `years` for ages, and
    /// empty for all others; dates, times, ordinals and numbers that are names ("F-16", "road 12") are none.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::{Hedge, Language}};
    /// let text = "Près de 30 000 marcheurs, une vingtaine de blessés, 22 % des voix.";
    /// let found = Detector::new(Lexicon::bundled()).language(Language::FRENCH).quantities(text);
    /// assert_eq!((found[0].high(), found[0].hedge()), (Some(30_000.0), Hedge::Nearly));
    /// assert_eq!(found[1].span().and_then(|span| span.of(text)), Some("une vingtaine"));
    /// assert_eq!(found[2].unit(), "percent");
    /// ```
    pub fn quantities(&self, text: &str) -> Vec<Quantity> {
        self.sentences(text).iter().flat_map(number::quantities).collect()
    }

    /// The periods. Those that nothing is known to reckon from are open.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::Language};
    /// let text = "Shelling resumed on Saturday, after a truce that began on 27 February.";
    /// let detector = Detector::new(Lexicon::bundled()).language(Language::ENGLISH).published("2016-06-26".parse()?);
    /// let found = detector.periods(text);
    /// assert_eq!(found[0].from(), chrono::NaiveDate::from_ymd_opt(2016, 6, 25));
    /// assert_eq!(found[1].span().and_then(|span| span.of(text)), Some("27 February"));
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn periods(&self, text: &str) -> Vec<Period> {
        let mut context = TimeContext { published: self.published.map(|p| p.date()), last: None, past: true };
        let mut out: Vec<Period> = Vec::new();
        for sentence in self.sentences(text) {
            out.extend(periods(&sentence, &context).into_iter().map(|mention| mention.period));
            context.last = out.iter().rev().copied().find(|period| period::days(*period).is_some());
        }
        out
    }

    /// The places. What the text says around a name decides which of several places it is.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::{Language, Relation}};
    /// let text = "Des combats ont éclaté près de Tripoli, dans le nord du Liban.";
    /// let found = Detector::new(Lexicon::bundled()).language(Language::FRENCH).places(text);
    /// assert_eq!(found[0].relation, Relation::Near);
    /// assert_eq!(found[0].within.last().map(String::as_str), Some("Lebanon"));
    /// ```
    pub fn places(&self, text: &str) -> Vec<Place> {
        let sentences = self.sentences(text);
        let context = PlaceContext::new(&sentences);
        sentences.iter().flat_map(|sentence| places(sentence, &context)).map(|mention| mention.place).collect()
    }

    /// The actors: states, armies, armed groups, bodies, leaders. A country is one too, whether it acts or not.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::Language};
    /// let text = "The Sudanese army and the Rapid Support Forces traded blame.";
    /// let found = Detector::new(Lexicon::bundled()).language(Language::ENGLISH).actors(text);
    /// assert_eq!(found.iter().map(|actor| actor.id.as_str()).collect::<Vec<_>>(), ["sd/army", "rsf"]);
    /// ```
    pub fn actors(&self, text: &str) -> Vec<Named> {
        let named = |sentence: &Sentence<'_>| {
            let mentions = actors(sentence, self.lexicon)
                .into_iter()
                .filter_map(|m| Some(Named { id: ActorId::new(m.id).ok()?, name: m.name, kind: m.kind, span: sentence.span(m.tokens) }));
            mentions.collect::<Vec<_>>()
        };
        self.sentences(text).iter().flat_map(named).collect()
    }

    /// The voices: whom the text gives the word to.
    ///
    /// ```
    /// # use crosscheck::{lexicon::Lexicon, mention::Detector, model::Language};
    /// let text = "Nine miners are missing, according to the UN.";
    /// let found = Detector::new(Lexicon::bundled()).language(Language::ENGLISH).voices(text);
    /// assert_eq!(found[0].id.as_ref().map(|id| id.as_str()), Some("un"));
    /// assert_eq!(found[0].cue.of(text), Some("according to"));
    /// ```
    pub fn voices(&self, text: &str) -> Vec<Voice> {
        self.sentences(text).iter().flat_map(|sentence| self.voices_of(sentence)).collect()
    }

    fn voices_of(&self, sentence: &Sentence<'_>) -> Vec<Voice> {
        let time = TimeContext { published: None, last: None, past: true };
        let (actors, periods) = (actors(sentence, self.lexicon), periods(sentence, &time));
        let sources = sources(sentence, &actors, &periods);
        let mut out = Vec::new();
        for said in said(sentence, &sources, &periods).into_iter().filter(|said| !said.scope.is_empty()) {
            let (cue, scope) = (sentence.span(said.cue), sentence.span(said.scope));
            let stance = match said.how {
                Speech::Deny => Stance::Denied,
                Speech::Pretend => Stance::Doubted,
                _ => Stance::Asserted,
            };
            out.extend(said.chain.into_iter().map(|teller| {
                let span = sentence.span(teller.tokens);
                let words = || span.of(sentence.text).unwrap_or_default().to_owned();
                let (name, id, kind) = match teller.who {
                    Who::Known { id, name, kind } => (name, SourceId::new(id).ok(), Some(kind)),
                    Who::Named(name, kind) => (name, None, Some(kind)),
                    Who::Unnamed(_, kind, _) => (words(), None, Some(kind)),
                    Who::Same => (words(), None, None),
                };
                Voice { name, id, kind, span, cue, scope, stance }
            }));
        }
        out
    }

    /// The sentences of a text, ready to be read.
    fn sentences<'t>(&self, text: &'t str) -> Vec<Sentence<'t>>
    where
        'l: 't,
    {
        let language = self.language.or_else(|| self.lexicon.language_of(text));
        let Some(tongue) = language.and_then(|language| self.lexicon.tongue(language)) else { return Vec::new() };
        let ranges = text::sentences(text, |word| tongue.abbreviates(word));
        ranges.into_iter().map(|range| Sentence::new(text, range, self.lexicon, tongue)).collect()
    }
}
