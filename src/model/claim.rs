//! What is claimed.

use serde::{Deserialize, Serialize};

use super::{Actor, Article, ArticleId, Attribution, ClaimId, Period, Place, Published, Quantity, Role, SourceId, Span, named};
use crate::error::{Error, Result};

named! {
    /// What sort of thing is claimed.
    Kind {
        /// People were killed, injured, missing, abducted, detained, captured, displaced, evacuated, freed.
        Casualties = "casualties",
        /// Air raids, sorties, shelling, bombing, shooting took place.
        Strike = "strike",
        /// An offensive, an assault, a withdrawal began or ended.
        Operation = "operation",
        /// A place was captured, recaptured, lost, entered, is held, besieged.
        Control = "control",
        /// What the dead, the wounded or the targets were.
        Status = "status",
        /// Who did it, who broke it, who started it.
        Responsibility = "responsibility",
        /// How many fighters, troops, reinforcements there are.
        Strength = "strength",
        /// How many took part: a march, a rally.
        Attendance = "attendance",
        /// Objects destroyed or captured.
        Materiel = "materiel",
        /// A truce, a deal: made, in force, broken, ended.
        Agreement = "agreement",
        /// A demand, a veto, a warning, a concern.
        Position = "position",
        /// Why somebody did it.
        Motive = "motive",
        /// Any other figure: a share, a sum, a magnitude, a number of cases.
        Measure = "measure",
    }
}

named! {
    /// What befell the people of a casualties claim.
    Harm {
        /// Dead.
        Killed = "killed",
        /// Wounded.
        Injured = "injured",
        /// Missing.
        Missing = "missing",
        /// Abducted.
        Abducted = "abducted",
        /// Arrested, held.
        Detained = "detained",
        /// Taken prisoner in combat.
        Captured = "captured",
        /// Driven from their homes.
        Displaced = "displaced",
        /// Evacuated.
        Evacuated = "evacuated",
        /// Freed.
        Freed = "freed",
        /// Killed or injured, it is not said which.
        Casualties = "casualties",
    }
}

named! {
    /// Who the people were, as the text says it.
    Group {
        /// Nothing closer is said.
        People = "people",
        /// Civilians.
        Civilians = "civilians",
        /// Children.
        Children = "children",
        /// Women.
        Women = "women",
        /// Men.
        Men = "men",
        /// Armed people under any name.
        Combatants = "combatants",
        /// Soldiers of a state.
        Soldiers = "soldiers",
        /// Police.
        Police = "police",
        /// Doctors, nurses, rescuers.
        Medics = "medics",
        /// Journalists.
        Journalists = "journalists",
        /// Prisoners, hostages.
        Prisoners = "prisoners",
        /// The text says that nobody knows who they were.
        Unidentified = "unidentified",
        /// Another class.
        Other = "other",
    }
}

named! {
    /// What a count covers.
    Scope {
        /// One incident or one day.
        Incident = "incident",
        /// A total over a war, a year, an offensive.
        Cumulative = "cumulative",
    }
}

named! {
    /// How the voice stands to what it says.
    Stance {
        /// It says so.
        Asserted = "asserted",
        /// It, or the article, puts it in doubt.
        Doubted = "doubted",
        /// It says that it is not so.
        Denied = "denied",
        /// It is meant to happen.
        Planned = "planned",
        /// It is asked for.
        Demanded = "demanded",
    }
}

/// One thing that one voice says in one article.
///
/// Build it by hand, read it from JSON, or let [`extract`](crate::extract) draw it out of a text; the matcher and the conflict
/// detector know no difference.
///
/// ```
/// use crosscheck::model::{Claim, Group, Harm, Kind, Quantity, Span};
/// let claim = Claim::new("a#1", "a", Kind::Casualties, Span::new(0, 40)?)?
///     .harm(Harm::Killed, Group::Civilians)
///     .count(Quantity::exactly(31.0, "people")?);
/// let json = serde_json::to_string(&claim).unwrap();
/// assert_eq!(serde_json::from_str::<Claim>(&json).unwrap(), claim);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Raw")]
pub struct Claim {
    /// Its id, the same whenever the same article is read.
    pub id: ClaimId,
    /// The article that makes it.
    pub article: ArticleId,
    /// The clause that states it.
    pub span: Span,
    /// The words of that clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What sort of thing is claimed.
    pub kind: Kind,
    /// What befell the people: casualties only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub harm: Option<Harm>,
    /// Who the people were: casualties and status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Quantity>,
    /// What the count covers.
    pub scope: Scope,
    /// The claim whose count this one's is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<ClaimId>,
    /// When it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Period>,
    /// Where it happened; `where` in JSON.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Who did or suffered it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Actor>,
    /// Names read near it that are in no table: of people, streets, schools.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// How old those counted are, in years, where the claim's own words say so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ages: Vec<u8>,
    /// The [wording](crate::text::wording) of the sentence that states it, by which copies are seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wording: Vec<u32>,
    /// Whether the article tells it as an earlier figure: "had first spoken of ten", "up from 36".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub earlier: bool,
    /// From whom it comes, the outermost first; the last is the voice. Empty: the article says it itself.
    pub attribution: Vec<Attribution>,
    /// How the voice stands to it.
    pub stance: Stance,
    /// When its article was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<Published>,
    /// Who published its article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<SourceId>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Raw {
    id: ClaimId,
    article: ArticleId,
    span: Span,
    quote: Option<String>,
    kind: Kind,
    harm: Option<Harm>,
    group: Option<Group>,
    count: Option<Quantity>,
    scope: Option<Scope>,
    part_of: Option<ClaimId>,
    when: Option<Period>,
    #[serde(rename = "where")]
    place: Option<Place>,
    #[serde(default)]
    actors: Vec<Actor>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    ages: Vec<u8>,
    #[serde(default)]
    wording: Vec<u32>,
    #[serde(default)]
    earlier: bool,
    #[serde(default)]
    attribution: Vec<Attribution>,
    stance: Option<Stance>,
    reported: Option<Published>,
    outlet: Option<SourceId>,
}

impl TryFrom<Raw> for Claim {
    type Error = Error;
    fn try_from(raw: Raw) -> Result<Self> {
        let fault = |why: &str| Err(Error::invalid("claim", format!("{}: {why}", raw.id)));
        if raw.harm.is_some() && raw.kind != Kind::Casualties {
            return fault("harm is for casualties only");
        }
        if raw.kind == Kind::Casualties && raw.harm.is_none() {
            return fault("casualties need a harm");
        }
        if raw.part_of.as_ref() == Some(&raw.id) {
            return fault("a claim cannot be a part of itself");
        }
        Ok(Self {
            id: raw.id,
            article: raw.article,
            span: raw.span,
            quote: raw.quote,
            kind: raw.kind,
            harm: raw.harm,
            group: raw.group,
            count: raw.count,
            scope: raw.scope.unwrap_or(Scope::Incident),
            part_of: raw.part_of,
            when: raw.when,
            place: raw.place,
            actors: raw.actors,
            names: raw.names,
            ages: raw.ages,
            wording: raw.wording,
            earlier: raw.earlier,
            attribution: raw.attribution,
            stance: raw.stance.unwrap_or(Stance::Asserted),
            reported: raw.reported,
            outlet: raw.outlet,
        })
    }
}

impl Claim {
    /// A claim of which only the kind and the place in the text are known.
    pub fn new(id: impl Into<String>, article: impl Into<String>, kind: Kind, span: Span) -> Result<Self> {
        Ok(Self {
            id: ClaimId::new(id)?,
            article: ArticleId::new(article)?,
            span,
            quote: None,
            kind,
            harm: (kind == Kind::Casualties).then_some(Harm::Casualties),
            group: None,
            count: None,
            scope: Scope::Incident,
            part_of: None,
            when: None,
            place: None,
            actors: Vec::new(),
            names: Vec::new(),
            ages: Vec::new(),
            wording: Vec::new(),
            earlier: false,
            attribution: Vec::new(),
            stance: Stance::Asserted,
            reported: None,
            outlet: None,
        })
    }

    /// The same, as casualties of that harm and group.
    pub fn harm(self, harm: Harm, group: Group) -> Self {
        Self { kind: Kind::Casualties, harm: Some(harm), group: Some(group), ..self }
    }

    /// The same, with that count.
    pub fn count(self, count: Quantity) -> Self {
        Self { count: Some(count), ..self }
    }

    /// The same, at that time.
    pub fn when(self, when: Period) -> Self {
        Self { when: Some(when), ..self }
    }

    /// The same, at that place.
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// The same, said by one more link of the chain.
    pub fn said_by(mut self, link: Attribution) -> Self {
        self.attribution.push(link);
        self
    }

    /// The same, in an article published then.
    pub fn reported(self, published: Published) -> Self {
        Self { reported: Some(published), ..self }
    }

    /// The voices that say it: the last link of the chain and those that speak with it; without a chain the outlet, or the
    /// article where the outlet is unknown.
    ///
    /// ```
    /// use crosscheck::model::{Attribution, Claim, Kind, SourceId, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// assert_eq!(claim.voices()[0].as_str(), "article:a");
    /// let claim = claim.said_by(Attribution::new(SourceId::new("sana")?, None));
    /// assert_eq!(claim.voices()[0].as_str(), "sana");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn voices(&self) -> Vec<SourceId> {
        let joint = self.attribution.iter().rev().take_while(|link| link.joint).count();
        if self.attribution.is_empty() {
            return vec![self.outlet.clone().unwrap_or_else(|| unnamed(&self.article))];
        }
        let first = self.attribution.len().saturating_sub(joint + 1);
        self.attribution[first..].iter().map(|link| link.source.clone()).collect()
    }

    /// The actors in that role.
    ///
    /// ```
    /// use crosscheck::model::{Claim, Kind, Role, Span};
    /// assert_eq!(Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?.in_role(Role::Target).count(), 0);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &Actor> {
        self.actors.iter().filter(move |actor| actor.role == role)
    }

    /// Every span of the claim: the clause first, then whatever its parts were read from.
    ///
    /// ```
    /// use crosscheck::model::{Claim, Kind, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 9)?)?;
    /// assert_eq!(claim.spans().count(), 1);
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let parts = [
            self.count.as_ref().and_then(Quantity::span),
            self.when.as_ref().and_then(Period::span),
            self.place.as_ref().and_then(|place| place.span),
        ];
        let actors = self.actors.iter().filter_map(|actor| actor.span);
        let links = self.attribution.iter().filter_map(|link| link.span);
        std::iter::once(self.span).chain(parts.into_iter().flatten()).chain(actors).chain(links)
    }

    /// Checks every span against the article that the claim was read from.
    ///
    /// ```
    /// use crosscheck::model::{Article, Claim, Kind, Span};
    /// let claim = Claim::new("a#1", "a", Kind::Strike, Span::new(0, 3)?)?;
    /// assert!(claim.check(&Article::new("a", "tué à Alep")?).is_err());
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    pub fn check(&self, article: &Article) -> Result<()> {
        self.spans().try_for_each(|span| article.words(span).map(|_| ()))
    }
}

/// The voice of an article whose outlet is unknown.
fn unnamed(article: &ArticleId) -> SourceId {
    SourceId::new(format!("article:{article}")).expect("an article's id is not empty")
}
