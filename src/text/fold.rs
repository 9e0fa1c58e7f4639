//! Keys to compare words by.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The first character that combines with the one before it: below it, all are composed already.
const FIRST_MARK: char = '\u{300}';

/// The key of a word where accents tell words apart: lower case, composed (NFC), with the straight apostrophe.
///
/// ```
/// assert_eq!(crosscheck::text::fold("Tuée"), "tuée");
/// assert_eq!(crosscheck::text::fold("L’"), "l'");
/// ```
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return match word.bytes().any(|b| b.is_ascii_uppercase()) {
            true => Cow::Owned(word.to_ascii_lowercase()),
            false => Cow::Borrowed(word),
        };
    }
    let composed = |c: char| c < FIRST_MARK || straight(c) == '\'';
    let small = || word.chars().map(straight).flat_map(char::to_lowercase);
    match word.chars().all(composed) {
        true if small().eq(word.chars()) => Cow::Borrowed(word),
        true => Cow::Owned(small().collect()),
        false => Cow::Owned(small().nfc().collect()),
    }
}

/// The key of a name, which is written with and without accents: as [`fold`], without marks, ligatures parted.
///
/// ```
/// assert_eq!(crosscheck::text::bare("Kouriyé"), "kouriye");
/// assert_eq!(crosscheck::text::bare("Ōsaka"), "osaka");
/// ```
pub fn bare(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return fold(word);
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().map(straight).flat_map(char::to_lowercase) {
        decompose_canonical(c, |c| match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' => {}
            c if c >= FIRST_MARK && is_combining_mark(c) => {}
            c => out.push(c),
        });
    }
    Cow::Owned(out)
}

/// The key of a name that was written down by ear, the same for the usual ways of writing it: words joined by hyphens.
///
/// Short words that begin with a vowel (the articles of Arabic names) fall away before and between others; ou, oo and w are u, ee, y
/// and e are i, ey and ay are ai, o is u; ch and tch are sh, dj is j, ck, q and c are k, ph is f; letters are never doubled; a mute e
/// after a consonant and an h at the end fall away, and ia at the end is i.
///
/// ```
/// use crosscheck::text::rough;
/// assert_eq!(rough("al-Kouriyé"), rough("Quriyah"));
/// assert_eq!(rough("Khan Cheikhoun"), rough("Khan Shaykhun"));
/// assert_eq!(rough("Boutcha"), "busha");
/// ```
pub fn rough(name: &str) -> String {
    let bare = bare(name).replace('\'', "");
    let words: Vec<&str> = bare.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let article = |i: usize, word: &str| i + 1 < words.len() && word.chars().count() <= 3 && word.starts_with(['a', 'e', 'u']);
    let kept = words.iter().enumerate().filter(|(i, w)| !article(*i, w)).map(|(_, w)| heard(w));
    kept.collect::<Vec<_>>().join("-")
}

/// A word as it is heard.
fn heard(word: &str) -> String {
    const SOUNDS: &[(&str, &str)] = &[
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ey", "ai"),
        ("ei", "ai"),
        ("ay", "ai"),
        ("tch", "sh"),
        ("ch", "sh"),
        ("dj", "j"),
        ("ck", "k"),
        ("ph", "f"),
    ];
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mute = word.len() > 3 && word.strip_suffix('e').is_some_and(|rest| !rest.ends_with(vowel));
    let mut sound = if mute { word[..word.len() - 1].to_owned() } else { word.to_owned() };
    for (written, heard) in SOUNDS {
        if sound.contains(written) {
            sound = sound.replace(written, heard);
        }
    }
    let letter = |c| match c {
        'w' | 'o' => 'u',
        'y' | 'e' => 'i',
        'q' | 'c' => 'k',
        c => c,
    };
    let mut out = String::with_capacity(sound.len());
    for c in sound.chars().map(letter) {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    if out.len() > 2 && out.ends_with('h') && out[..out.len() - 1].ends_with(vowel) {
        out.pop();
    }
    if out.len() > 2 && out.ends_with("ia") {
        out.pop();
    }
    out
}

/// Typographic apostrophes made straight.
fn straight(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʼ' | '`' | '´') { '\'' } else { c }
}
