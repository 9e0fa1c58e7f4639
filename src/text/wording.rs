//! The wording of a text as a few numbers, so that copied text is seen without comparing texts.

use super::hash::{START, hash, mix};

/// Words in a row that make a shingle: long enough that a shared one is a shared wording, short enough for a clause.
const WORDS: usize = 3;

/// Shingles below which a text is too short to tell: "the shooting of a girl" is said of many.
const FEW: usize = 6;

/// Shingles kept: the least hashes of all, which two texts that share much also share.
const KEPT: usize = 16;

/// The least hashes of a text's rows of words, in order. Case and punctuation do not count; fewer words than a row give none.
///
/// ```
/// use crosscheck::text::{likeness, wording};
/// let a = wording("At least 47 people were killed on Saturday in raids on the market, residents say");
/// let b = wording("At least 47 people were killed on Saturday in raids on the market, according to the mayor");
/// assert!(likeness(&a, &b).is_some_and(|share| share > 0.5));
/// ```
pub fn wording(text: &str) -> Vec<u32> {
    let mut rows = rows(text);
    rows.truncate(KEPT);
    rows
}

/// The words of a text. Case and punctuation do not count.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The hashes of all rows of words of a text, in order.
pub(crate) fn rows(text: &str) -> Vec<u32> {
    let words: Vec<u64> = words(text).map(|word| hash(&word)).collect();
    let row = |row: &[u64]| (row.iter().fold(START, |hash, word| mix(hash.rotate_left(23) ^ word)) >> 32) as u32;
    let mut rows: Vec<u32> = words.windows(WORDS).map(row).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The share of its rows that one wording has in common with another, as far as they tell; `None` where one has too few to tell.
///
/// ```
/// assert_eq!(crosscheck::text::likeness(&[], &[1, 2]), None);
/// ```
pub fn likeness(a: &[u32], b: &[u32]) -> Option<f64> {
    if a.len().min(b.len()) < FEW {
        return None;
    }
    let (mut i, mut j, mut shared, mut seen) = (0, 0, 0, 0);
    while seen < KEPT && i < a.len() && j < b.len() {
        shared += usize::from(a[i] == b[j]);
        (i, j) = (i + usize::from(a[i] <= b[j]), j + usize::from(b[j] <= a[i]));
        seen += 1;
    }
    // What is left of the longer one is shared by none.
    let rest = (a.len() - i) + (b.len() - j);
    Some(shared as f64 / (seen + rest).min(KEPT).max(seen) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> Option<f64> {
        likeness(&wording(a), &wording(b))
    }

    #[test]
    fn a_copy_is_alike_whatever_its_case_and_marks() {
        assert_eq!(alike("Des raids ont tué 31 civils, selon l'agence.", "des raids ont tué 31 civils selon l’agence"), Some(1.0));
    }

    #[test]
    fn other_words_are_not_alike() {
        assert_eq!(
            alike("Des raids ont tué 31 civils samedi dans la ville", "Twelve people were killed by shells in the old town"),
            Some(0.0)
        );
    }

    #[test]
    fn a_few_words_tell_nothing() {
        assert_eq!(alike("the death of a young man", "the death of a young man"), None);
    }
}
