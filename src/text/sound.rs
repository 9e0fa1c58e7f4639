//! What is left of a name however its letters are carried over from another script.

use unicode_normalization::UnicodeNormalization;

/// The consonants of each word of a person's name, alike ones as one: "Kirilenko" and "Kyrylenko" are one; `None` for a single word or a
/// short name, which may be anybody's.
pub(crate) fn sound(name: &str) -> Option<String> {
    let words: Vec<String> = name.split_whitespace().map(consonants).collect();
    let letters: usize = words.iter().map(String::len).sum();
    (words.len() > 1 && letters > 3).then(|| words.join(" "))
}

fn consonants(word: &str) -> String {
    let mut sound = String::new();
    for letter in word.to_lowercase().replace("ph", "f").nfd() {
        let letter = match letter {
            'c' | 'q' => 'k',
            'z' => 's',
            'w' => 'v',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' | 'g' => continue,
            letter if !letter.is_ascii_alphabetic() => continue,
            letter => letter,
        };
        if !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_spellings() {
        assert_eq!(sound("Serhii Bolvinov"), sound("Sergueï Bolvinov"));
        assert_ne!(sound("Ali Saleh"), sound("Omar Idriss"));
        assert_eq!((sound("Bolvinov"), sound("Li Yu")), (None, None));
    }
}
