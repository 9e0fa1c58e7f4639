//! Articles to claims.

use crate::lexicon::Lexicon;
use crate::model::{Article, Claim, Source};

/// What was drawn out of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extraction {
    /// The claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The sources that they cite.
    pub sources: Vec<Source>,
}

/// Draws the claims out of an article.
pub fn extract(_article: &Article, _lexicon: &Lexicon) -> Extraction {
    Extraction::default()
}
