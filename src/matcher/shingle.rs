//! The words of a clause as a small sketch, so that copied text is seen without comparing texts.

use super::key;

/// Words in a row that make a shingle: long enough that a shared one is a shared wording, short enough for a clause.
const WORDS: usize = 3;

/// Shingles below which a text is too short to tell: "the shooting of a girl" is said of many.
const FEW: usize = 6;

/// Shingles kept: the least hashes of all, which two texts that share much also share.
const KEPT: usize = 16;

/// A sketch of a text: its least shingle hashes, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sketch(Box<[u32]>);

impl Sketch {
    /// The sketch of a text. Case and punctuation do not count; fewer words than a shingle give none.
    pub fn new(text: &str) -> Self {
        let words: Vec<u64> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| key::hash(&word.to_lowercase()))
            .collect();
        let mut shingles: Vec<u32> = words.windows(WORDS).map(|row| (key::join(row) >> 32) as u32).collect();
        shingles.sort_unstable();
        shingles.dedup();
        shingles.truncate(KEPT);
        Self(shingles.into())
    }

    /// The share of shingles that both have, as far as the sketches tell; `None` where one has too few to tell.
    pub fn likeness(&self, other: &Self) -> Option<f64> {
        if self.0.len().min(other.0.len()) < FEW {
            return None;
        }
        let (mut i, mut j, mut shared, mut seen) = (0, 0, 0, 0);
        while seen < KEPT && i < self.0.len() && j < other.0.len() {
            let (a, b) = (self.0[i], other.0[j]);
            shared += usize::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
            seen += 1;
        }
        // What is left of the longer one is shared by none.
        let rest = (self.0.len() - i) + (other.0.len() - j);
        Some(shared as f64 / (seen + rest).min(KEPT).max(seen) as f64)
    }

    /// Its least shingles: texts that share much share one of them.
    pub fn least(&self) -> &[u32] {
        &self.0[..self.0.len().min(2)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> Option<f64> {
        Sketch::new(a).likeness(&Sketch::new(b))
    }

    #[test]
    fn a_copy_is_alike_whatever_its_case_and_marks() {
        assert_eq!(likeness("Des raids ont tué 31 civils, selon l'agence.", "des raids ont tué 31 civils selon l’agence"), Some(1.0));
    }

    #[test]
    fn other_words_are_not_alike() {
        assert_eq!(
            likeness("Des raids ont tué 31 civils samedi dans la ville", "Twelve people were killed by shells in the old town"),
            Some(0.0)
        );
    }

    #[test]
    fn a_few_words_tell_nothing() {
        assert_eq!(likeness("the death of a young man", "the death of a young man"), None);
    }
}
