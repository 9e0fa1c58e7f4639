//! The claims as linked data: a Web Annotation over the words of each, with the claim as its body.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::Report;
use super::view::View;
use super::words::Words;
use crate::model::{Article, Claim, Field, Language, SourceKind};

/// How many characters before and behind the words stand in a selector.
const ROUND: usize = 32;

/// The claims as JSON-LD: a W3C Web Annotation each, whose target is the words in the article (`TextPositionSelector` in code points,
/// as the standard counts, and `TextQuoteSelector`) and whose body is a schema.org `Claim` with its voices as authors.
///
/// Positions and the words round a quotation need the articles; without one its claims have the quotation alone. There is no
/// `ClaimReview`: that is a verdict on what is true, and none is given here.
///
/// ```
/// use crosscheck::{Crosscheck, model::Article, report};
/// let articles = [Article::new("a", "Près de la ville, 47 personnes ont été tuées à Alep.")?];
/// let report = Crosscheck::new().read(&articles);
/// let linked = report::json_ld(&report, &articles);
/// let annotation = &linked["@graph"][0];
/// assert_eq!(annotation["type"], "Annotation");
/// assert_eq!(annotation["body"]["type"], "schema:Claim");
/// assert_eq!(annotation["target"]["selector"][0]["start"], 18); // the 18th character, though the 19th byte
/// # Ok::<(), crosscheck::Error>(())
/// ```
pub fn json_ld(report: &Report, articles: &[Article]) -> Value {
    let view = View::of(report, articles, Words::of(Language::ENGLISH));
    let mut rulers: HashMap<_, Ruler> = HashMap::new();
    let annotations: Vec<Value> = report
        .claims
        .iter()
        .map(|claim| {
            let text = view.article(&claim.article).filter(|article| claim.check(article).is_ok()).map(|article| article.text.as_str());
            let ruler = rulers.entry(&claim.article).or_default();
            json!({
                "id": urn("annotation", claim.id.as_str()),
                "type": "Annotation",
                "motivation": "describing",
                "body": body(claim, &view),
                "target": target(claim, text, ruler, &view),
            })
        })
        .collect();
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}],
        "@graph": annotations,
    })
}

/// The claim, with what is known of it.
fn body(claim: &Claim, view: &View) -> Value {
    let mut body = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            body.insert(key.to_owned(), value);
        }
    };
    put("id", Some(urn("claim", claim.id.as_str()).into()));
    put("type", Some("schema:Claim".into()));
    put("schema:name", Some(view.words.topic(claim).into()));
    put("schema:text", claim.quote.clone().map(Value::from));
    put("schema:author", Some(claim.voices().iter().map(|voice| author(voice, view)).collect()));
    put("schema:datePublished", view.published(claim).map(|published| published.to_string().into()));
    put("schema:temporalCoverage", claim.when.and_then(|when| Some(format!("{}/{}", when.from()?, end(when.to())).into())));
    put(
        "schema:spatialCoverage",
        claim.place.as_ref().map(|place| {
            let names: Vec<&str> = std::iter::once(&place.name).chain(&place.within).map(String::as_str).collect();
            json!({"type": "schema:Place", "schema:name": names.join(", ")})
        }),
    );
    put("schema:appearance", Some(json!({"id": address(claim, view), "type": "schema:NewsArticle"})));
    Value::Object(body)
}

/// The end of a span of time in ISO 8601; `..` where it is open.
fn end(day: Option<chrono::NaiveDate>) -> String {
    day.map_or_else(|| "..".to_owned(), |day| day.to_string())
}

fn author(voice: &crate::model::SourceId, view: &View) -> Value {
    let kind = match view.kind(voice) {
        Some(SourceKind::Person | SourceKind::Witness | SourceKind::Expert) => "schema:Person",
        _ => "schema:Organization",
    };
    json!({"id": urn("source", voice.as_str()), "type": kind, "schema:name": view.name(voice)})
}

/// The words in the article.
fn target(claim: &Claim, text: Option<&str>, ruler: &mut Ruler, view: &View) -> Value {
    let mut selectors = Vec::new();
    let mut quote = json!({"type": "TextQuoteSelector", "exact": claim.quote.clone().unwrap_or_default()});
    if let Some(text) = text.filter(|_| claim.span.field() == Field::Text) {
        let (before, exact, after) = (&text[..claim.span.start()], claim.span.of(text).unwrap_or_default(), &text[claim.span.end()..]);
        let start = ruler.measure(text, claim.span.start());
        selectors.push(json!({"type": "TextPositionSelector", "start": start, "end": start + exact.chars().count()}));
        let from = before.char_indices().rev().nth(ROUND - 1).map_or(0, |(at, _)| at);
        quote["exact"] = exact.into();
        quote["prefix"] = before[from..].into();
        quote["suffix"] = after.chars().take(ROUND).collect::<String>().into();
    }
    selectors.push(quote);
    json!({"source": address(claim, view), "selector": selectors})
}

/// Where the article is: its address, or a name for it.
fn address(claim: &Claim, view: &View) -> String {
    let url = view.heading(&claim.article).and_then(|heading| heading.url.clone());
    url.unwrap_or_else(|| urn("article", claim.article.as_str()))
}

/// A name for what has no address.
fn urn(what: &str, id: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let id: String = id.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect();
    format!("urn:crosscheck:{what}:{id}")
}

/// Counts characters up to a byte. Going on from where it stands, it reads a text once for all claims in their order.
#[derive(Default)]
struct Ruler {
    byte: usize,
    characters: usize,
}

impl Ruler {
    fn measure(&mut self, text: &str, byte: usize) -> usize {
        if byte < self.byte {
            *self = Self::default();
        }
        self.characters += text[self.byte..byte].chars().count();
        self.byte = byte;
        self.characters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_forwards_and_back() {
        let mut ruler = Ruler::default();
        assert_eq!([3, 5, 2].map(|byte| ruler.measure("éa😀", if byte == 5 { 7 } else { byte })), [2, 3, 1]);
    }

    #[test]
    fn a_name_holds_nothing_that_an_address_may_not() {
        assert_eq!(urn("claim", "a b#1"), "urn:crosscheck:claim:a%20b%231");
    }
}
