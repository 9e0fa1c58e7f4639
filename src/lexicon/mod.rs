//! Knowledge as data.

/// All tables.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The tables that come with the crate, loaded once.
    pub fn bundled() -> &'static Lexicon {
        static BUNDLED: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        BUNDLED.get_or_init(|| Lexicon {})
    }
}
