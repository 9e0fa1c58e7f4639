//! From whom a claim comes.

use serde::{Deserialize, Serialize};

use super::{SourceId, Span};

/// One link of an attribution chain. A chain runs from the outlet's relay to the voice: in "writes the agency Sputnik,
/// citing popular squadrons" the first link is Sputnik, the last, the voice, the squadrons.
///
/// ```
/// use crosscheck::model::{Attribution, SourceId};
/// let link = Attribution::new(SourceId::new("sohr")?, None);
/// assert!(!link.joint);
/// # Ok::<(), crosscheck::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Who it is.
    pub source: SourceId,
    /// The words that name it, in this article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Whether it says so together with the link before it ("Damascus and Moscow").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joint: bool,
}

impl Attribution {
    /// A link of its own.
    pub fn new(source: SourceId, span: Option<Span>) -> Self {
        Self { source, span, joint: false }
    }
}
