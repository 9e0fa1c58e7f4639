//! Bare numbers: digits as they are grouped, spelled numbers, round and vague ones, shares. No hedge, no range.

use crate::lexicon::{Cue, Joint, NumberCue, TimeCue, Tongue, Word};
use crate::mention::Sentence;
use crate::text::{Shape, Token};

/// How a bare number is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Digits,
    Spelled,
    Round,
    Vague,
    Share,
    Article,
}

/// A bare number, read up to token `end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Numeral {
    pub end: usize,
    pub value: f64,
    pub form: Form,
    /// What it was multiplied with last: 1 000 000 for "2,5 millions", 1 for "47".
    pub scale: f64,
}

/// The number that begins at a token. With `joined` false, "and" joins no parts ("between a hundred and twenty").
pub(crate) fn numeral(sentence: &Sentence, at: usize, joined: bool) -> Option<Numeral> {
    Reader { sentence, joined }.numeral(at)
}

/// The end of the longest phrase of that joint at a token.
pub(crate) fn joint(sentence: &Sentence, at: usize, joint: Joint) -> Option<usize> {
    sentence.longest(at, |cue| matches!(cue, Cue::Number(NumberCue::Joint(found)) if found == joint).then_some(())).map(|(end, ())| end)
}

struct Reader<'s, 't> {
    sentence: &'s Sentence<'t>,
    joined: bool,
}

impl Reader<'_, '_> {
    fn numeral(&self, at: usize) -> Option<Numeral> {
        if self.joint(at, Joint::Never).is_some() {
            return None;
        }
        let found = self.rounded(at, None).or_else(|| self.half(at)).or_else(|| self.vague(at)).or_else(|| self.counted(at));
        let found = found.or_else(|| self.the_million(at))?;
        Some(self.joint(found.end, Joint::Half).map_or(found, |end| Numeral { end, value: found.value + found.scale / 2.0, ..found }))
    }

    /// "47", "quarante-sept", "2,5 millions", "trois dizaines", "trois quarts", "un".
    fn counted(&self, at: usize) -> Option<Numeral> {
        let number = self.whole(at)?;
        self.rounded(number.end, Some(number)).or_else(|| self.part(number)).or(Some(number))
    }

    /// "le million de marcheurs", "au-delà du million": a great scale that a determiner counts once.
    fn the_million(&self, at: usize) -> Option<Numeral> {
        let determined = at > 0 && (self.sentence.is(at - 1, Word::The) || self.sentence.is(at - 1, Word::Of));
        let (end, scale) = self.scale(at).filter(|(_, scale)| determined && *scale >= 1e6)?;
        let several = self.sentence.longest(at, |cue| matches!(number_cue(cue)?, NumberCue::Rounds(_)).then_some(()));
        several.is_none().then_some(Numeral { end, value: scale, form: Form::Spelled, scale })
    }

    /// Parts in falling order: "deux millions trois cent mille quatre".
    fn whole(&self, at: usize) -> Option<Numeral> {
        let mut number: Option<Numeral> = None;
        loop {
            let before = number.map_or(at, |n| n.end);
            let start = number.and_then(|n| self.and(n.end)).unwrap_or(before);
            let Some(group) = self.group(start) else { break };
            let (end, scale) = self.scales(group.end);
            let value = group.value * scale;
            let article = group.form == Form::Article && scale == 1.0;
            let digits_behind_and = start > before && group.form == Form::Digits;
            let only_article = article && self.value(start).is_none();
            if number.is_some_and(|n| value >= n.scale || only_article || digits_behind_and) {
                break;
            }
            let form = number.map_or(if article { Form::Article } else { group.form.spelled() }, |n| n.form);
            let scale = if scale > 1.0 { scale } else { group.scale };
            number = Some(Numeral { end, value: number.map_or(0.0, |n| n.value) + value, form, scale });
            if scale < 1000.0 {
                break;
            }
        }
        number
    }

    /// What stands before "mille" or "millions": digits, or words for less than a thousand.
    fn group(&self, at: usize) -> Option<Numeral> {
        let digits = self.digits(at);
        let small = digits.or_else(|| self.small(at)).or_else(|| self.article(at))?;
        let Some((end, hundred)) = self.scale(small.end).filter(|(_, scale)| *scale == 100.0 && small.value < 100.0) else {
            return match self.value(at) {
                Some((end, value)) if value >= 100.0 => Some(self.with_rest(end, value, Form::Spelled)),
                _ => Some(small),
            };
        };
        Some(self.with_rest(end, small.value * hundred, small.form.spelled()))
    }

    /// Hundreds and what follows them: "trois cent [quatre]", "a hundred [and five]".
    fn with_rest(&self, at: usize, value: f64, form: Form) -> Numeral {
        let alone = Numeral { end: at, value, form, scale: 100.0 };
        if value >= 1000.0 {
            return Numeral { scale: value, ..alone };
        }
        let joined = self.and(at);
        let rest = self.small(joined.unwrap_or(at)).or_else(|| self.digits(at).filter(|_| form == Form::Digits));
        match rest {
            Some(rest) if rest.value < 100.0 && (joined.is_none() || !self.hundreds(rest.end)) => {
                Numeral { end: rest.end, value: value + rest.value, form, scale: 1.0 }
            }
            _ => alone,
        }
    }

    /// A spelled number below a hundred: "vingt et un", "soixante-dix", "ninety-seven".
    fn small(&self, at: usize) -> Option<Numeral> {
        let (end, tens) = self.value(at)?;
        let number = |end, value| Some(Numeral { end, value, form: Form::Spelled, scale: 1.0 });
        if !(20.0..100.0).contains(&tens) || tens % 10.0 > 0.0 {
            let form = self.joint(at, Joint::Article).map_or(Form::Spelled, |_| Form::Article);
            return Some(Numeral { end, value: tens, form, scale: 1.0 });
        }
        let teens = tens == 60.0 || tens == 80.0;
        if let Some((end, ones)) = self.value(self.joint(end, Joint::Ones).unwrap_or(end))
            && ones > 0.0
            && (ones < 10.0 || teens && ones < 20.0)
        {
            return number(end, tens + ones);
        }
        if let Some((end, ones)) = self.and(end).and_then(|end| self.value(end))
            && (ones == 1.0 || teens && ones == 11.0)
            && !self.hundreds(end)
        {
            return number(end, tens + ones);
        }
        number(end, tens)
    }

    /// "une vingtaine", "deux douzaines", "des centaines de milliers", behind a number or none.
    fn rounded(&self, at: usize, factor: Option<Numeral>) -> Option<Numeral> {
        let one_or_more = factor.map_or(1.0, |n| n.value);
        let (end, value, form) = self.sentence.longest(at, number_cue).and_then(|(end, cue)| match cue {
            NumberCue::Round(value) => Some((end, one_or_more * value, Form::Round)),
            NumberCue::Rounds(value) if factor.is_some() => Some((end, one_or_more * value, Form::Round)),
            NumberCue::Rounds(value) => Some((end, 2.0 * value, Form::Vague)),
            _ => None,
        })?;
        Some(self.multiplied_by(end, value, form))
    }

    /// A round number and what it multiplies: "dizaines [de milliers]", "dozen".
    fn multiplied_by(&self, at: usize, value: f64, form: Form) -> Numeral {
        let (mut end, mut value) = (at, value);
        loop {
            let start = self.joint(end, Joint::Of).unwrap_or(end);
            let Some((next, scale)) = self.sentence.longest(start, |cue| match number_cue(cue)? {
                NumberCue::Scale(x) | NumberCue::Rounds(x) if x > 100.0 || start == end => Some(x),
                _ => None,
            }) else {
                return Numeral { end, value, form, scale: value };
            };
            (end, value) = (next, value * scale);
        }
    }

    /// "plusieurs", "quelques centaines", "several thousand".
    fn vague(&self, at: usize) -> Option<Numeral> {
        let (end, value) = self.sentence.longest(at, |cue| match number_cue(cue)? {
            NumberCue::Vague(value) => Some(value),
            _ => None,
        })?;
        let round = self.sentence.longest(end, |cue| match number_cue(cue)? {
            NumberCue::Scale(x) | NumberCue::Round(x) | NumberCue::Rounds(x) => Some(x),
            _ => None,
        });
        match round {
            Some((end, round)) => Some(self.multiplied_by(end, value * round, Form::Vague)),
            None => Some(Numeral { end, value, form: Form::Vague, scale: 1.0 }),
        }
    }

    /// "la moitié", "3/4", "half a million".
    fn half(&self, at: usize) -> Option<Numeral> {
        let word = self.sentence.longest(at, |cue| match number_cue(cue)? {
            NumberCue::Share(value) => Some(value),
            _ => None,
        });
        word.or_else(|| self.slashed(at)).map(|(end, value)| self.share(end, value))
    }

    /// "un tiers", "three quarters", "a fifth of", "trois sur cinq", "one in ten".
    fn part(&self, above: Numeral) -> Option<Numeral> {
        let cut = self.sentence.longest(above.end, |cue| match number_cue(cue)? {
            NumberCue::Part(below) => Some((below, false)),
            NumberCue::Ordinal(below) => Some((below, true)),
            _ => None,
        });
        let (end, below) = match cut {
            Some((end, (below, ordinal))) => {
                let told = above.form != Form::Article || !ordinal || self.joint(end, Joint::Of).is_some();
                Some((end, below)).filter(|_| told)
            }
            None => self.out_of(above),
        }?;
        (above.value < below).then(|| self.share(end, above.value / below))
    }

    /// The whole that a part is told of, but not "one in 24 hours".
    fn out_of(&self, above: Numeral) -> Option<(usize, f64)> {
        let one = above.value == 1.0;
        let over = self.joint(above.end, Joint::OutOf).or_else(|| self.joint(above.end, Joint::OneOf).filter(|_| one))?;
        let below = self.whole(over)?;
        let few = above.value.fract() == 0.0 && below.value <= if one { 1000.0 } else { 10.0 };
        let timed = self.sentence.marks_at(below.end).iter().any(|m| matches!(m.cue, Cue::Time(TimeCue::Unit(..))));
        (few && !timed).then_some((below.end, below.value))
    }

    /// A share, of a scale if one follows: "a quarter of a million".
    fn share(&self, end: usize, value: f64) -> Numeral {
        let start = self.joint(end, Joint::Of).map_or(end, |end| self.joint(end, Joint::Article).unwrap_or(end));
        match self.scales(start) {
            (_, 1.0) => Numeral { end, value, form: Form::Share, scale: 1.0 },
            (end, scale) => Numeral { end, value: value * scale, form: Form::Spelled, scale: 1.0 },
        }
    }

    /// "3/4".
    fn slashed(&self, at: usize) -> Option<(usize, f64)> {
        let [above, slash, below] = self.sentence.tokens.get(at..at + 3)? else { return None };
        let free = !bound_before(self.sentence, at)
            && self.sentence.tokens.get(at + 3).is_none_or(|t| !t.glued || t.shape == Shape::Sign && self.sentence.word(at + 3) != "/");
        let glued = abuts(above, Some(slash)) && abuts(slash, Some(below)) && self.sentence.word(at + 1) == "/";
        let (above, below): (u32, u32) = (self.sentence.word(at).parse().ok()?, self.sentence.word(at + 2).parse().ok()?);
        let padded = self.sentence.word(at).starts_with('0') || self.sentence.word(at + 2).starts_with('0');
        (glued && free && !padded && above > 0 && above < below && below <= 10).then(|| (at + 3, f64::from(above) / f64::from(below)))
    }

    fn digits(&self, at: usize) -> Option<Numeral> {
        let token = self.sentence.tokens.get(at).filter(|t| t.shape == Shape::Digits)?;
        let value = grouped(self.sentence.word(at), self.sentence.tongue, || self.decimals_follow(at + 1))?;
        let free = !bound_before(self.sentence, at) && (!abuts(token, self.sentence.tokens.get(at + 1)) || self.closes(at + 1));
        free.then_some(Numeral { end: at + 1, value, form: Form::Digits, scale: 1.0 })
    }

    /// Whether what stands without a blank behind digits leaves them a number: a scale, a share sign, a sign that ends a clause.
    fn closes(&self, at: usize) -> bool {
        let token = self.sentence.tokens[at];
        let cue = self.sentence.longest(at, |cue| match number_cue(cue)? {
            NumberCue::Scale(_) | NumberCue::Joint(Joint::Percent | Joint::Money | Joint::To) | NumberCue::Share(_) => Some(()),
            _ => None,
        });
        let between_digits = self.sentence.tokens.get(at + 1).is_some_and(|t| t.glued && t.shape == Shape::Digits);
        cue.is_some() || token.shape == Shape::Sign && !between_digits
    }

    /// Whether three digits behind a decimal mark can be decimals: what is counted whole cannot follow.
    fn decimals_follow(&self, at: usize) -> bool {
        !self.sentence.marks_at(at).iter().any(|m| matches!(m.cue, Cue::People(_) | Cue::Harmed(_)))
    }

    fn article(&self, at: usize) -> Option<Numeral> {
        self.joint(at, Joint::Article).map(|end| Numeral { end, value: 1.0, form: Form::Article, scale: 1.0 })
    }

    /// The value of a spelled number of one word, or of one phrase.
    fn value(&self, at: usize) -> Option<(usize, f64)> {
        self.sentence.longest(at, |cue| match number_cue(cue)? {
            NumberCue::Value(value) => Some(value),
            _ => None,
        })
    }

    /// A factor: one of a single letter only where it stands without a blank ("30k").
    fn scale(&self, at: usize) -> Option<(usize, f64)> {
        let letter = self.sentence.tokens.get(at).is_some_and(|t| t.end - t.start == 1 && !t.glued);
        self.sentence.longest(at, |cue| match number_cue(cue)? {
            NumberCue::Scale(scale) if !letter => Some(scale),
            _ => None,
        })
    }

    /// All factors from a thousand up that follow each other, multiplied.
    fn scales(&self, at: usize) -> (usize, f64) {
        let (mut end, mut factor) = (at, 1.0);
        while let Some((next, scale)) = self.scale(end).filter(|(_, scale)| *scale >= 1000.0) {
            (end, factor) = (next, factor * scale);
        }
        (end, factor)
    }

    /// Whether "hundred" or a round number stands here: what is before it belongs to it.
    fn hundreds(&self, at: usize) -> bool {
        self.sentence.longest(at, number_cue).is_some_and(|(_, cue)| matches!(cue, NumberCue::Scale(100.0) | NumberCue::Round(_)))
    }

    fn and(&self, at: usize) -> Option<usize> {
        self.joint(at, Joint::And).filter(|_| self.joined)
    }

    fn joint(&self, at: usize, wanted: Joint) -> Option<usize> {
        joint(self.sentence, at, wanted)
    }
}

impl Form {
    /// The form once something was multiplied: an article counts.
    fn spelled(self) -> Self {
        if self == Form::Article { Form::Spelled } else { self }
    }
}

/// What a cue says about numbers.
pub(super) fn number_cue(cue: Cue) -> Option<NumberCue> {
    match cue {
        Cue::Number(cue) => Some(cue),
        _ => None,
    }
}

/// Whether a token stands directly behind another, without even a hyphen.
fn abuts(token: &Token, next: Option<&Token>) -> bool {
    next.is_some_and(|next| next.start == token.end)
}

/// Whether what stands before a token, without a blank, makes it the end of a name or of something longer: "F-16", "10:30", "#5".
pub(crate) fn bound_before(sentence: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| sentence.tokens[at].glued) else { return false };
    match sentence.tokens[before].shape {
        Shape::Digits => sentence.tokens[before].end == sentence.tokens[at].start,
        Shape::Lower | Shape::Capital => !sentence.word(before).ends_with(['\'', '’']),
        Shape::Sign => matches!(sentence.word(before), ":" | "#" | "°" | "." | "@" | "_" | "&" | "/"),
    }
}

/// The value of digits by their grouping. The language's decimal mark before three digits parts thousands where `decimals` says that
/// no decimals can stand here.
fn grouped(text: &str, tongue: &Tongue, decimals: impl Fn() -> bool) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let marks: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = plain.split(['.', ',']).collect();
    let (whole, rest) = (groups[0], &groups[1..]);
    let thousands = |groups: &[&str]| !whole.starts_with('0') && groups.iter().all(|g| g.len() == 3) && whole.len() <= 3;
    let (&last, others) = match rest.split_last() {
        None if whole.len() > 1 && whole.starts_with('0') => return None,
        None => return whole.parse().ok(),
        Some(split) => split,
    };
    let mark = *marks.last()?;
    let all_alike = marks.iter().all(|m| *m == mark);
    let is_decimal = match others.len() {
        0 if thousands(rest) && plain.len() == text.len() => is_decimal_mark(tongue, mark) && decimals(),
        0 => true,
        _ if all_alike => false,
        _ => marks.iter().filter(|m| **m == mark).count() == 1,
    };
    match is_decimal {
        true if others.is_empty() || thousands(others) || indian(whole, others) => {
            format!("{whole}{}.{last}", others.concat()).parse().ok()
        }
        false if thousands(rest) || indian(whole, rest) => format!("{whole}{}", rest.concat()).parse().ok(),
        _ => None,
    }
}

/// Groups of two and a last one of three: "12,34,567".
fn indian(whole: &str, rest: &[&str]) -> bool {
    let (last, others) = rest.split_last().unwrap_or((&"", &[]));
    whole.len() <= 2 && last.len() == 3 && others.iter().all(|g| g.len() == 2)
}

/// Whether a language writes decimals behind this mark.
fn is_decimal_mark(tongue: &Tongue, mark: char) -> bool {
    tongue.stands_for(mark.encode_utf8(&mut [0; 4]), Cue::Number(NumberCue::Joint(Joint::Decimal)))
}
