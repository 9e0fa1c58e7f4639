//! An article read from its title to its end.

use std::ops::Range;

use itertools::Itertools;

use super::anaphora::Named;
use super::breakdown::low;
use super::draft::{Draft, Whole};
use super::elliptic::Measure;
use super::quoted::Quoted;
use super::scene::Scene;
use super::setting::Setting;
use super::ties::Ties;
use super::voice::{Speaker, Voices};
use super::{
    Extraction, agreement, attendance, breakdown, casualties, control, earlier, elliptic, materiel, measure, motive, names, operation,
    position, responsibility, scene, status, strength, strike,
};
use crate::lexicon::{Cue, Lexicon, Tongue, Word};
use crate::mention::{PlaceContext, Reach, Sentence, TimeContext};
use crate::model::{
    Article, Attribution, Basis, Claim, ClaimId, Field, Harm, Kind, Period, Precision, Role, Scope, Source, SourceId, SourceKind, Span,
    Stance,
};
use crate::text;

/// The claims of an article.
pub(super) fn read(article: &Article, lexicon: &Lexicon) -> Extraction {
    let Some(tongue) = tongue(article, lexicon) else { return Extraction::default() };
    let mut title = sentences(article, Field::Title, lexicon, tongue);
    let ends = title.len();
    title.extend(sentences(article, Field::Text, lexicon, tongue));
    let places = PlaceContext::new(&title);
    let mut ties = Ties::new(&title, lexicon);
    let text = title.split_off(ends);
    let [title, text] = [title, text].map(|sentences| scenes(article, sentences, lexicon, &places, &mut ties));
    let mut reading = Reading::new(article);
    for (field, scenes) in [(Field::Title, &title), (Field::Text, &text)] {
        reading.field(field, scenes, Setting::ahead(&text).headed(&title));
    }
    names::give(&mut reading.claims, &reading.told_in, &title.iter().chain(&text).collect_vec());
    reading.settle();
    reading.date();
    breakdown::add_up(&mut reading.claims, &reading.told_in);
    let outlet = reading.outlet.zip(article.outlet.clone()).map(|(id, name)| Source::new(id, name, SourceKind::Outlet));
    let mut sources = reading.voices.sources();
    sources.extend(outlet);
    Extraction { claims: reading.claims, sources }
}

/// The tables of the language that the article is said to be in, else of the one that it seems to be in.
fn tongue<'l>(article: &Article, lexicon: &'l Lexicon) -> Option<&'l Tongue> {
    let named = article.language.as_ref().and_then(|code| code.parse().ok());
    lexicon.tongue(named.or_else(|| lexicon.language_of(&article.text))?)
}

/// The sentences of an article's text or title that are no web litter.
fn sentences<'t>(article: &'t Article, field: Field, lexicon: &'t Lexicon, tongue: &'t Tongue) -> Vec<Sentence<'t>> {
    let text = article.field(field);
    let ranges = text::sentences(text, |word| tongue.abbreviates(word));
    let read = ranges.into_iter().map(|range| Sentence::new(text, range, lexicon, tongue).of(field));
    read.filter(|sentence| !litter(sentence)).collect()
}

/// What the sentences name, one after the other: "the day before" is before what was told last.
fn scenes<'t>(
    article: &Article,
    sentences: Vec<Sentence<'t>>,
    lexicon: &Lexicon,
    places: &PlaceContext,
    ties: &mut Ties,
) -> Vec<Scene<'t>> {
    let mut time = TimeContext { published: article.published.map(|p| p.date()), last: None, past: true };
    let read = sentences.into_iter().map(|sentence| {
        let scene = Scene::new(sentence, lexicon, &time, places, ties);
        let told = scene.periods.iter().rev().find(|p| p.reach == Reach::At && !p.period.is_open() && p.period.basis() != Basis::Anaphora);
        time.last = told.map(|told| told.period).or(time.last);
        scene
    });
    read.collect()
}

/// "Lire aussi …", "Lien source".
fn litter(sentence: &Sentence<'_>) -> bool {
    sentence.longest(0, |cue| (cue == Cue::Litter).then_some(())).is_some()
}

struct Reading<'a> {
    article: &'a Article,
    outlet: Option<SourceId>,
    voices: Voices,
    named: Named,
    claims: Vec<Claim>,
    /// The sentence of each claim, by its number from the title on, and how many were read.
    told_in: Vec<usize>,
    passed: usize,
    /// The claim of each harm that was told last as a whole.
    wholes: Vec<(Harm, ClaimId)>,
    /// The attendance that was told last as a whole.
    attended: Option<ClaimId>,
    /// What the last sentence that counted something counted.
    told: Vec<Option<Measure>>,
    /// The claims of people shot of whom the text does not say whether it killed them.
    shot: Vec<usize>,
    /// The claims of one person hurt whom the article told of before: "he", "the victim".
    hurt: Vec<usize>,
    /// The family name of the one person of whom a claim tells, by claim.
    surnames: Vec<Option<String>>,
    /// The claims that were told before the text said when.
    undated: Vec<usize>,
}

impl<'a> Reading<'a> {
    fn new(article: &'a Article) -> Self {
        let outlet = article.outlet.as_ref().and_then(|name| SourceId::new(format!("outlet:{}", text::bare(name))).ok());
        Self {
            article,
            outlet,
            voices: Voices::new(&article.id),
            named: Named::default(),
            claims: Vec::new(),
            told_in: Vec::new(),
            passed: 0,
            wholes: Vec::new(),
            attended: None,
            told: Vec::new(),
            shot: Vec::new(),
            hurt: Vec::new(),
            surnames: Vec::new(),
            undated: Vec::new(),
        }
    }

    fn field(&mut self, field: Field, scenes: &[Scene<'_>], mut setting: Setting) {
        let quoted = Quoted::new(scenes, text::quotations(self.article.field(field)));
        for (index, scene) in scenes.iter().enumerate() {
            self.scene(scene, |byte| quoted.speaker(index, byte), &setting);
            self.told_in.resize(self.claims.len(), self.passed);
            self.passed += 1;
            setting.pass(scene);
            self.voices.pass(scene);
            self.named.pass(scene);
        }
    }

    fn scene<'s, 't: 's>(&mut self, scene: &Scene<'_>, speaker: impl Fn(usize) -> Option<Speaker<'s, 't>>, setting: &Setting) {
        let mut drafts = drafts(scene, &self.told);
        let measures = elliptic::measures(scene, &drafts);
        if !measures.is_empty() {
            self.told = measures;
        }
        drafts.retain_mut(|draft| {
            if draft.kind == Kind::Casualties && draft.harm.is_none() {
                let last = self.wholes.last().map(|(harm, _)| *harm);
                let told = |harm| self.wholes.iter().any(|(known, _)| *known == harm);
                draft.harm = match draft.whole {
                    Whole::Rest => last.filter(|harm| *harm == Harm::Killed).or(Some(Harm::Casualties)),
                    _ if told(Harm::Killed) && told(Harm::Injured) => Some(Harm::Casualties),
                    _ => last,
                };
            }
            let nobodys = draft.kind == Kind::Control && draft.stand_in.is_some() && !self.named.knows_holder();
            !nobodys && (draft.kind != Kind::Casualties || draft.harm.is_some())
        });
        let first = self.claims.len();
        let wording = if drafts.is_empty() { Vec::new() } else { wording(scene) };
        for draft in &drafts {
            let quoted = speaker(scene.sentence.tokens[draft.trigger].start);
            let told = self.voices.chain(scene, draft.trigger, quoted);
            let mut claim = self.claim(scene, draft, told, setting);
            self.answers(scene, &mut claim);
            let part_of = self.whole(draft, first).or_else(|| self.died_of(draft)).filter(|whole| self.holds(whole, &claim));
            if claim.attribution.is_empty() && draft.whole == Whole::Before {
                claim.attribution = self.told_with(part_of.as_ref());
            }
            if draft.shot {
                self.shot.push(self.claims.len());
            }
            if draft.harm == Some(Harm::Injured) && draft.known {
                self.hurt.push(self.claims.len());
            }
            if claim.when.is_none() && !self.claims.iter().any(dated) {
                self.undated.push(self.claims.len());
            }
            self.surnames.push(draft.surname.clone());
            self.claims.push(Claim { part_of, wording: wording.clone(), ..claim });
        }
        for (draft, claim) in drafts.iter().zip(&self.claims[first..]) {
            if let (Some(harm), None, true) = (draft.harm, &claim.part_of, draft.whole != Whole::Rest) {
                self.wholes.retain(|(known, _)| *known != harm);
                self.wholes.push((harm, claim.id.clone()));
            }
            if let (Kind::Attendance, Whole::Itself) = (draft.kind, draft.whole) {
                self.attended = Some(claim.id.clone());
            }
        }
    }

    fn claim(&self, scene: &Scene<'_>, draft: &Draft, (attribution, told): (Vec<Attribution>, Stance), setting: &Setting) -> Claim {
        let span = scene.sentence.span(draft.evidence());
        let (when, place) = setting.of(draft, scene);
        Claim {
            id: self.id(self.claims.len()),
            article: self.article.id.clone(),
            span,
            quote: self.article.words(span).ok().map(str::to_owned),
            kind: draft.kind,
            harm: draft.harm,
            group: draft.group,
            count: draft.count.clone(),
            scope: draft.scope,
            part_of: None,
            when,
            place,
            actors: self.named.actors(draft, scene),
            names: Vec::new(),
            ages: ages(draft, scene),
            wording: Vec::new(),
            earlier: earlier::is_earlier(scene, draft),
            attribution,
            stance: stance(scene, draft).max(draft.stance).max(told),
            reported: self.article.published,
            outlet: self.outlet.clone(),
        }
    }

    /// A denial is of the place and the time of what it answers, where its sentence names none: of the last thing that the article laid on
    /// whom it clears.
    fn answers(&self, scene: &Scene<'_>, claim: &mut Claim) {
        if claim.kind != Kind::Responsibility || claim.stance != Stance::Denied {
            return;
        }
        let voice = || claim.attribution.last().map(|voice| voice.source.as_str().split('/').next().unwrap_or_default());
        let cleared = claim.in_role(Role::Perpetrator).next().map(|actor| actor.id.root()).or_else(voice);
        let laid =
            |other: &&Claim| other.stance == Stance::Asserted && other.in_role(Role::Perpetrator).any(|a| Some(a.id.root()) == cleared);
        let Some(accusation) = self.claims.iter().rev().find(laid) else { return };
        let here = |span: Option<Span>| span.is_some_and(|span| span.meets(&scene.sentence.span(0..scene.len())));
        let own_place = claim.place.as_ref().is_some_and(|place| here(place.span));
        let own_time = claim.when.is_some_and(|when| here(when.span()));
        let (place, when) = (accusation.place.clone(), accusation.when.map(|when| when.on(Basis::Context)));
        claim.place = claim.place.take().filter(|_| own_place || place.is_none()).or(place);
        claim.when = claim.when.filter(|_| own_time || when.is_none()).or(when);
    }

    /// The id of the claim of that place among the article's.
    fn id(&self, at: usize) -> ClaimId {
        ClaimId::new(format!("{}#{}", self.article.id, at + 1)).expect("it holds a number")
    }

    /// Who tells of some of those told of before, where nobody is given the word for it: whoever told of them all.
    fn told_with(&self, whole: Option<&ClaimId>) -> Vec<Attribution> {
        let whole = whole.and_then(|id| self.claims.iter().rfind(|claim| claim.id == *id));
        whole.map_or_else(Vec::new, |whole| whole.attribution.clone())
    }

    /// The claim that a count is a part of. Those of the same sentence begin at `first`.
    fn whole(&self, draft: &Draft, first: usize) -> Option<ClaimId> {
        match draft.whole {
            Whole::Itself => None,
            Whole::Here(index) => Some(self.id(first + index)),
            Whole::Before if draft.kind == Kind::Attendance => self.attended.clone(),
            Whole::Before => self.wholes.iter().find(|(harm, _)| Some(*harm) == draft.harm).map(|(_, id)| id.clone()),
            Whole::Some => self.greater(draft),
            Whole::Rest => self.made_up(draft),
        }
    }

    /// Whether a claim leaves room for another as its part: two are no part of one.
    fn holds(&self, whole: &ClaimId, part: &Claim) -> bool {
        let most = self.claims.iter().rfind(|claim| claim.id == *whole).and_then(|claim| claim.count.as_ref()?.high());
        most.zip(low(part)).is_none_or(|(most, least)| least <= most)
    }

    /// The count that others make up together with a part of it that was told before them: "82 dead, 58 of them civilians", then "24
    /// others".
    fn made_up(&self, draft: &Draft) -> Option<ClaimId> {
        let own = draft.count.as_ref().and_then(|q| q.low())?;
        let (_, id) = self.wholes.iter().find(|(harm, _)| Some(*harm) == draft.harm)?;
        let whole = self.claims.iter().rfind(|claim| claim.id == *id).and_then(low)?;
        let mut parts = self.claims.iter().filter(|claim| claim.part_of.as_ref() == Some(id)).filter_map(low);
        parts.any(|part| part + own == whole).then(|| id.clone())
    }

    /// The hurt of the sentence before of whom a draft tells that some died: "Three were taken to hospital. | Two of them died". Of them all
    /// the text leaves open how many live.
    fn died_of(&mut self, draft: &Draft) -> Option<ClaimId> {
        if (draft.harm, draft.whole) != (Some(Harm::Killed), Whole::Before) {
            return None;
        }
        let own = draft.count.as_ref().and_then(|q| q.low())?;
        let hurt = |at: &usize| self.claims[*at].harm == Some(Harm::Injured) && self.claims[*at].part_of.is_none();
        let last = (0..self.told_in.len()).rev().find(hurt).filter(|at| self.told_in[*at] + 1 == self.passed)?;
        low(&self.claims[last]).filter(|all| *all > own)?;
        self.claims[last].harm = Some(Harm::Casualties);
        Some(self.claims[last].id.clone())
    }

    /// The count of the hurt or the shot that was told last before, if it is greater.
    fn greater(&self, draft: &Draft) -> Option<ClaimId> {
        let own = draft.count.as_ref().and_then(|q| q.low())?;
        let known = self.wholes.iter().rev().filter(|(harm, _)| matches!(harm, Harm::Injured | Harm::Casualties));
        let mut claims = known.filter_map(|(_, id)| self.claims.iter().rfind(|claim| claim.id == *id));
        claims.find(|claim| low(claim).is_some_and(|low| low > own)).map(|claim| claim.id.clone())
    }

    /// Who was shot was hurt, where the article tells of nobody's death. Where it does, "he was hit in the chest" leaves open whether
    /// it is he who died; and of whom it says that he died, he was not hurt besides.
    fn settle(&mut self) {
        let dies = |claim: &Claim| claim.harm == Some(Harm::Killed) && claim.stance == Stance::Asserted && claim.scope == Scope::Incident;
        let (open, harm) = if self.claims.iter().any(dies) { (&self.hurt, Harm::Casualties) } else { (&self.shot, Harm::Injured) };
        for at in open {
            self.claims[*at].harm = Some(harm);
        }
        let one = |claim: &Claim| claim.stance == Stance::Asserted && claim.count.as_ref().is_some_and(|q| q.high() == Some(1.0));
        let killed = |at: &usize| self.claims[*at].harm == Some(Harm::Killed) && one(&self.claims[*at]);
        let dead = (0..self.claims.len()).filter(killed).collect_vec();
        for at in 0..self.claims.len() {
            let died = |dead: &usize| self.told_in[*dead] != self.told_in[at] && self.is_same_person(*dead, at);
            if self.claims[at].harm == Some(Harm::Injured) && one(&self.claims[at]) && dead.iter().any(died) {
                self.claims[at].harm = Some(Harm::Casualties);
            }
        }
    }

    /// Whether two claims of one person each give the same family name, or the same age where not both give a name.
    fn is_same_person(&self, a: usize, b: usize) -> bool {
        let aged = || self.claims[a].ages.len() == 1 && self.claims[a].ages == self.claims[b].ages;
        match (&self.surnames[a], &self.surnames[b]) {
            (Some(a), Some(b)) => a == b,
            _ => aged(),
        }
    }

    /// What is told before the text says when is of the day that it gives for it first.
    fn date(&mut self) {
        for &at in &self.undated {
            let claim = &self.claims[at];
            let alike = |other: &&Claim| dated(other) && (other.kind, other.harm, other.scope) == (claim.kind, claim.harm, claim.scope);
            let told = self.claims[at + 1..].iter().find(alike).and_then(|other| other.when);
            self.claims[at].when = told.map(|when| when.on(Basis::Context));
        }
    }
}

/// The wording of a sentence. A title is written by many hands, and bears the name of the paper.
fn wording(scene: &Scene<'_>) -> Vec<u32> {
    let words = scene.sentence.span(0..scene.len()).of(scene.sentence.text).filter(|_| scene.sentence.field == Field::Text);
    words.map(text::wording).unwrap_or_default()
}

/// How old those are whom a claim tells of.
fn ages(draft: &Draft, scene: &Scene<'_>) -> Vec<u8> {
    let own = |tokens: &Range<usize>| draft.kind == Kind::Casualties && scene::meet(tokens, &draft.tokens);
    scene.ages.iter().filter(|(tokens, _)| own(tokens)).map(|(_, age)| *age).sorted().dedup().collect()
}

/// Whether a claim tells its day itself.
fn dated(claim: &Claim) -> bool {
    let day = |when: Period| when.precision() == Precision::Day && when.days().is_some();
    claim.when.is_some_and(|when| matches!(when.basis(), Basis::Stated | Basis::Publication) && day(when))
}

/// The stance that a word of the same clause gives a claim. A word that doubts who somebody else is ("des jihadistes présumés") doubts no
/// count.
fn stance(scene: &Scene<'_>, draft: &Draft) -> Stance {
    let from = draft.tokens.start.saturating_sub(12);
    let near = (from..draft.tokens.end).rev().take_while(|i| !matches!(scene.sign(*i), ";" | ":"));
    let others = |i: usize, end: usize| {
        let noun = |cue| matches!(cue, Cue::Head(..) | Cue::People(_) | Cue::Speaker(_)).then_some(());
        let own = |at: Range<usize>| draft.count.as_ref().and_then(|q| q.span()).is_some_and(|s| s.meets(&scene.sentence.span(at)));
        let before = scene.before(i, noun).map(|(start, ())| start..i);
        let behind = || scene.sentence.longest(end, noun).map(|(to, ())| end..to);
        end == i + 1 && draft.count.is_some() && before.or_else(behind).is_some_and(|named| !own(named))
    };
    let found = near.filter_map(|i| {
        let found = scene.sentence.longest(i, |cue| match cue {
            Cue::Stance(stance) => Some(stance),
            _ => None,
        });
        found.filter(|(end, stance)| *stance != Stance::Doubted || !others(i, *end))
    });
    let presupposed = draft.trigger > 0 && scene.is(draft.trigger - 1, Word::The);
    let question = scene.sign(scene.len() - 1) == "?" && !presupposed;
    found.map(|(_, stance)| stance).next().unwrap_or(if question { Stance::Doubted } else { Stance::Asserted })
}

/// How far before a blow a word may stand that says that it is struck again and again.
const HABIT: usize = 8;

/// What a sentence claims, by all the rules of this room; `told` is what the sentence before counted.
fn drafts(scene: &Scene<'_>, told: &[Option<Measure>]) -> Vec<Draft> {
    let mut out = elliptic::read(scene, attendance::read(scene, casualties::read(scene), told), told);
    let rules = [
        strike::read,
        operation::read,
        control::read,
        status::read,
        responsibility::read,
        strength::read,
        materiel::read,
        agreement::read,
        position::read,
        motive::read,
    ];
    for rule in rules {
        out.extend(rule(scene));
    }
    let rest = measure::read(scene, &out);
    out.extend(rest);
    let told = |draft: &Draft| {
        (draft.kind, draft.stance, draft.count.clone(), draft.actors.iter().map(|(role, actor)| (*role, actor.id.clone())).collect_vec())
    };
    let mut out = out.into_iter().dedup_by(|a, b| a.kind != Kind::Casualties && told(a) == told(b)).collect_vec();
    // "Regularly shelled", "regularly targeted in raids": what is done again and again is no one event.
    let clause = |at: usize| (at.saturating_sub(HABIT)..at).rev().take_while(|i| scene.sign(*i).is_empty());
    let habit = |at: usize| clause(at).chain(at + 1..at + 3).any(|i| scene.is(i, Word::Habit));
    let blow = |draft: &Draft| matches!(draft.kind, Kind::Strike | Kind::Operation | Kind::Status) && draft.count.is_none();
    out.retain(|draft| !(blow(draft) && habit(draft.trigger)));
    if scene.sign(scene.len().saturating_sub(1)) == "?" {
        let presupposed = |draft: &Draft| draft.trigger > 0 && scene.is(draft.trigger - 1, Word::The);
        out.retain(|draft| draft.kind == Kind::Casualties || presupposed(draft));
    }
    out
}
