//! Figures by hand against figures as they were read, counted by language and kind.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::extract::extract;
use crosscheck::lexicon::Lexicon;
use crosscheck::model::{Article, Claim, Field, Group, Harm, Hedge, Kind, Span};
use crosscheck::report::read;
use serde::Deserialize;

/// A figure that an article tells, written down by hand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    article: String,
    words: String,
    kind: Kind,
    #[serde(default)]
    harm: Option<Harm>,
    #[serde(default)]
    low: Option<f64>,
    #[serde(default)]
    high: Option<f64>,
    hedge: Hedge,
    #[serde(default)]
    group: Option<Group>,
    #[serde(default)]
    voice: Option<String>,
}

/// How many there are of what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Figures by hand.
    pub gold: usize,
    /// Of them, those that a claim was read from.
    pub found: usize,
    /// Of those, the ones with the right kind of harm and both bounds right.
    pub right: usize,
    /// Of the right ones, those with the right hedge.
    pub hedge: usize,
    /// Of the right ones whose group is given, those with the right one, and how many there are.
    pub group: (usize, usize),
    /// Of the right ones whose voice is given, those with the right one, and how many there are.
    pub voice: (usize, usize),
    /// Claims with a count that no figure by hand accounts for.
    pub false_claims: usize,
}

/// What was measured.
pub struct Measured {
    /// By language and kind.
    pub rows: BTreeMap<(String, &'static str), Counts>,
    /// What is missed, wrong or false, a line each.
    pub notes: Vec<String>,
}

/// Reads the articles and compares what is read with what was written down.
pub fn measure(gold: &Path, articles: &[PathBuf]) -> Result<Measured, String> {
    let text = fs::read_to_string(gold).map_err(|error| format!("{}: {error}", gold.display()))?;
    let figure = |(i, line)| serde_json::from_str(line).map_err(|error| format!("{}, line {}: {error}", gold.display(), i + 1));
    let figures: Vec<Figure> = text.lines().enumerate().map(figure).collect::<Result<_, _>>()?;
    let judged: BTreeSet<&str> = figures.iter().map(|figure| figure.article.as_str()).collect();
    let input = read(articles);
    let mut measured = Measured { rows: BTreeMap::new(), notes: Vec::new() };
    for article in input.articles.iter().filter(|article| judged.contains(article.id.as_str())) {
        measured.article(article, figures.iter().filter(|figure| figure.article == article.id.as_str()))?;
    }
    let known = |id: &&&str| input.articles.iter().any(|article| article.id.as_str() == **id);
    match judged.iter().find(|id| !known(id)) {
        Some(id) => Err(format!("{}: no article {id} among those that were read", gold.display())),
        None => Ok(measured),
    }
}

impl Measured {
    fn article<'f>(&mut self, article: &Article, figures: impl Iterator<Item = &'f Figure>) -> Result<(), String> {
        let lexicon = Lexicon::bundled();
        let language = article.language.clone().or_else(|| Some(lexicon.language_of(&article.text)?.to_string())).unwrap_or_default();
        let claims = extract(article, lexicon).claims;
        let counted = |claim: &&Claim| {
            matches!(claim.kind, Kind::Casualties | Kind::Attendance) && number(claim).is_some_and(|span| span.field() == Field::Text)
        };
        let mut open: Vec<&Claim> = claims.iter().filter(counted).collect();
        for figure in figures {
            let found: Vec<usize> = article.text.match_indices(&figure.words).map(|(at, _)| at).collect();
            let &[start] = found.as_slice() else {
                return Err(format!("article {}: {:?} stands {} times in its text", article.id, figure.words, found.len()));
            };
            let words = Span::new(start, start + figure.words.len()).map_err(|error| error.to_string())?;
            let fits = |claim: &&Claim| claim.kind == figure.kind && number(claim).is_some_and(|span| span.meets(&words));
            let best = open.iter().copied().filter(fits).max_by_key(|claim| (figure.is_told_by(claim), std::cmp::Reverse(&claim.id)));
            let counts = self.rows.entry((language.clone(), kind(figure.kind, figure.harm))).or_default();
            counts.gold += 1;
            let Some(claim) = best else {
                self.notes.push(format!("missed {}: {}", article.id, figure.words));
                continue;
            };
            open.retain(|other| other.id != claim.id);
            counts.found += 1;
            if !figure.is_told_by(claim) {
                let (harm, count) = (claim.harm.map_or("", Harm::name), claim.count.as_ref());
                let bounds = count.map_or((None, None), |count| (count.low(), count.high()));
                self.notes.push(format!("wrong {}: {} as {harm} {bounds:?}", article.id, figure.words));
                continue;
            }
            counts.right += 1;
            counts.hedge += usize::from(claim.count.as_ref().is_some_and(|count| count.hedge() == figure.hedge));
            if let Some(group) = figure.group {
                let right = claim.group == Some(group);
                counts.group = (counts.group.0 + usize::from(right), counts.group.1 + 1);
            }
            if let Some(voice) = &figure.voice {
                let right = claim.attribution.last().is_some_and(|link| link.source.as_str() == voice);
                counts.voice = (counts.voice.0 + usize::from(right), counts.voice.1 + 1);
            }
        }
        for claim in open {
            self.rows.entry((language.clone(), kind(claim.kind, claim.harm))).or_default().false_claims += 1;
            self.notes.push(format!("false {}: {}", article.id, claim.quote.as_deref().unwrap_or_default()));
        }
        Ok(())
    }

    /// A table in Markdown: counts, and rates in per cent.
    pub fn table(&self) -> String {
        let mut out = String::from(
            "| language | what | figures | found | right | false | recall | precision | hedge | group | voice |\n\
             |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        let rate = |part: usize, whole: usize| if whole == 0 { "–".into() } else { format!("{:.0}", 100.0 * part as f64 / whole as f64) };
        for ((language, what), c) in &self.rows {
            out.push_str(&format!(
                "| {language} | {what} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
                c.gold,
                c.found,
                c.right,
                c.false_claims,
                rate(c.right, c.gold),
                rate(c.right, c.found + c.false_claims),
                rate(c.hedge, c.right),
                rate(c.group.0, c.group.1),
                rate(c.voice.0, c.voice.1),
            ));
        }
        out
    }
}

impl Figure {
    /// Whether a claim has the same harm and bounds.
    fn is_told_by(&self, claim: &Claim) -> bool {
        let same = |a: Option<f64>, b: Option<f64>| a == b;
        claim.harm == self.harm && claim.count.as_ref().is_some_and(|count| same(count.low(), self.low) && same(count.high(), self.high))
    }
}

/// Where the number of a claim stands.
fn number(claim: &Claim) -> Option<Span> {
    claim.count.as_ref()?.span()
}

/// What a row of the table is about.
fn kind(kind: Kind, harm: Option<Harm>) -> &'static str {
    match (kind, harm) {
        (Kind::Attendance, _) => "attendance",
        (_, Some(harm @ (Harm::Killed | Harm::Injured))) => harm.name(),
        _ => "other harm",
    }
}
