//! Which language a text is in.

use whatlang::{Detector, Lang};

use crate::model::Language;

/// The languages that can be told from a text, by their codes.
#[rustfmt::skip]
const TOLD: &[(&str, Lang)] = &[
    ("af", Lang::Afr), ("ak", Lang::Aka), ("am", Lang::Amh), ("ar", Lang::Ara), ("az", Lang::Aze), ("be", Lang::Bel),
    ("bg", Lang::Bul), ("bn", Lang::Ben), ("ca", Lang::Cat), ("cs", Lang::Ces), ("cy", Lang::Cym), ("da", Lang::Dan),
    ("de", Lang::Deu), ("el", Lang::Ell), ("en", Lang::Eng), ("eo", Lang::Epo), ("es", Lang::Spa), ("et", Lang::Est),
    ("fa", Lang::Pes), ("fi", Lang::Fin), ("fr", Lang::Fra), ("gu", Lang::Guj), ("he", Lang::Heb), ("hi", Lang::Hin),
    ("hr", Lang::Hrv), ("hu", Lang::Hun), ("hy", Lang::Hye), ("id", Lang::Ind), ("it", Lang::Ita), ("ja", Lang::Jpn),
    ("jv", Lang::Jav), ("ka", Lang::Kat), ("km", Lang::Khm), ("kn", Lang::Kan), ("ko", Lang::Kor), ("la", Lang::Lat),
    ("lt", Lang::Lit), ("lv", Lang::Lav), ("mk", Lang::Mkd), ("ml", Lang::Mal), ("mr", Lang::Mar), ("my", Lang::Mya),
    ("nb", Lang::Nob), ("ne", Lang::Nep), ("nl", Lang::Nld), ("or", Lang::Ori), ("pa", Lang::Pan), ("pl", Lang::Pol),
    ("pt", Lang::Por), ("ro", Lang::Ron), ("ru", Lang::Rus), ("si", Lang::Sin), ("sk", Lang::Slk), ("sl", Lang::Slv),
    ("sn", Lang::Sna), ("sr", Lang::Srp), ("sv", Lang::Swe), ("ta", Lang::Tam), ("te", Lang::Tel), ("th", Lang::Tha),
    ("tk", Lang::Tuk), ("tl", Lang::Tgl), ("tr", Lang::Tur), ("uk", Lang::Ukr), ("ur", Lang::Urd), ("uz", Lang::Uzb),
    ("vi", Lang::Vie), ("yi", Lang::Yid), ("zh", Lang::Cmn), ("zu", Lang::Zul),
];

/// Which of the known languages a text is in, if there is enough text to tell. A text that is surely in another one is in none; a
/// language whose trigrams are not known (Hausa, Haitian Creole) is never told: an article has to name it.
///
/// ```
/// use crosscheck::model::Language;
/// use crosscheck::text::language;
/// let known = [Language::FRENCH, Language::ENGLISH];
/// let text = "Au moins quarante-sept personnes ont été tuées samedi dans des raids contre une localité de la province.";
/// assert_eq!(language(text, &known), Some(Language::FRENCH));
/// let text = "Wenigstens siebenundvierzig Menschen wurden am Samstag bei Angriffen auf einen Ort der Provinz getötet.";
/// assert_eq!(language(text, &known), None);
/// ```
pub fn language(text: &str, known: &[Language]) -> Option<Language> {
    const ENOUGH: usize = 2_000;
    let end = (0..=text.len().min(ENOUGH)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let sample = &text[..end];
    let known_as = |code: &str| known.iter().copied().find(|language| language.code() == code);
    let told = |lang| TOLD.iter().find(|(_, told)| *told == lang).and_then(|(code, _)| known_as(code));
    let likeliest = whatlang::detect(sample)?;
    if likeliest.is_reliable() {
        return told(likeliest.lang());
    }
    let among = TOLD.iter().filter(|(code, _)| known_as(code).is_some()).map(|(_, lang)| *lang).collect();
    Detector::with_allowlist(among).detect_lang(sample).and_then(told)
}
