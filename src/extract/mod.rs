//! Articles to claims.
//!
//! Each sentence is read for what it names, then by one file a kind of claim; what they find is given its voice, its time and its
//! place as reading goes on through the article. Reading never fails: what is not understood is left out.

mod agreement;
mod among;
mod anaphora;
mod attendance;
mod befallen;
mod breakdown;
mod casualties;
mod control;
mod counted;
mod deed;
mod document;
mod draft;
mod earlier;
mod elliptic;
mod materiel;
mod measure;
mod motive;
mod names;
mod operation;
mod outcome;
mod person;
mod position;
mod quoted;
mod responsibility;
mod scene;
mod setting;
mod share;
mod status;
mod strength;
mod strike;
mod ties;
mod toll;
mod voice;

#[cfg(test)]
mod tests;

use crate::lexicon::Lexicon;
use crate::model::{Article, Claim, Source};

/// What was drawn out of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extraction {
    /// The claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The sources that they cite, in order of their ids.
    pub sources: Vec<Source>,
}

/// Draws the claims out of an article, its title included. A language that the lexicon has no tables for yields none.
///
/// ```
/// use crosscheck::extract::extract;
/// use crosscheck::lexicon::Lexicon;
/// use crosscheck::model::{Article, Harm};
///
/// let article = Article::new("a", "Au moins 47 personnes, dont 31 civils, ont été tuées samedi, d'après l'OSDH.")?;
/// let claims = extract(&article, Lexicon::bundled()).claims;
/// assert_eq!(claims[0].harm, Some(Harm::Killed));
/// assert_eq!(claims[1].part_of.as_ref(), Some(&claims[0].id));
/// assert_eq!(claims[0].attribution[0].source.as_str(), "sohr");
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn extract(article: &Article, lexicon: &Lexicon) -> Extraction {
    document::read(article, lexicon)
}
