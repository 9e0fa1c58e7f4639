//! Match weights from material of one's own: by counting where pairs are labelled, by expectation–maximisation where they are not.

use super::weights::{Factor, Weights};

/// Pairs in which an observation must have been made before it says as much as the table that it is learned into.
const TRUST: f64 = 20.0;

/// Added to each count, so that what was never seen is rare and not impossible.
const SMOOTH: f64 = 0.5;

/// Odds for one event at which a link is made: a wrong one costs that much more than a missing one.
const ODDS: f64 = 16.0;

/// Rounds of expectation and maximisation at most, and the change in the share of matches below which they end.
const ROUNDS: usize = 100;
const STILL: f64 = 1e-6;

impl Weights {
    /// The table learned from pairs of which it is known whether they are of one event.
    ///
    /// A pair is what was observed of it, as [`explain`](super::explain) or [`Told::observe`](super::partition::Told::observe) gives
    /// it. After Fellegi and Sunter (1969) the weight of an observation is log2(m / u), m being how often it is seen in pairs of one
    /// event and u how often in others, both counted with half a pair added. What was seen in few pairs stays near the weight in
    /// this table, half way at twenty. What [excludes](Factor::excludes), what a person says, and what was never seen keep their weights. The
    /// threshold becomes the sum at which the odds for one event are sixteen to one, as many of the pairs as were of one event.
    /// Of how one article is told pairs of two say nothing: [within](Self::within) an article this table goes on holding.
    /// Learn from pairs as they meet in blocks, not from hand-picked ones, or the threshold is that of another world. Without pairs
    /// of both sorts nothing is learned.
    ///
    /// ```
    /// use crosscheck::matcher::{Factor, Weights};
    /// // Here the same day says little, for all that is compared is of one day; the same voice says much.
    /// let pair = |n: usize| (vec![Factor::SameDay, if n < 300 { Factor::SameVoice } else { Factor::OtherActor }], n < 320);
    /// let pairs: Vec<(Vec<Factor>, bool)> = (0..1000).map(pair).collect();
    /// let own = Weights::default().learn(&pairs);
    /// assert!(own.bits(Factor::SameDay) < 1.0);
    /// assert!(own.bits(Factor::SameVoice) > 5.0);
    /// assert_eq!(own.bits(Factor::SamePlace), Weights::default().bits(Factor::SamePlace));
    /// ```
    pub fn learn(&self, pairs: &[(Vec<Factor>, bool)]) -> Self {
        let labelled: Vec<(&[Factor], f64)> = pairs.iter().map(|(seen, one)| (&seen[..], f64::from(u8::from(*one)))).collect();
        self.fitted(&labelled).map_or_else(|| self.clone(), |(weights, _)| weights)
    }

    /// The table learned from pairs of which nothing is known.
    ///
    /// After Winkler (1988): expectation says with this table how likely each pair is of one event, maximisation counts anew as
    /// [`learn`](Self::learn) does, each pair for so much, until the share of matches stands still. It begins with this table, so
    /// that what it calls a match is what this table does. It learns what goes together, and nothing else: give it pairs of which
    /// some percent at least are of one event, and look at what it learned before you use it.
    ///
    /// ```
    /// use crosscheck::matcher::{Factor, Weights};
    /// let one = vec![Factor::SamePlace, Factor::SameDay, Factor::SameKind, Factor::SameVoice];
    /// let other = vec![Factor::SamePlace, Factor::NextDay, Factor::SameKind];
    /// let pairs: Vec<Vec<Factor>> = (0..1000).map(|n| if n % 5 == 0 { one.clone() } else { other.clone() }).collect();
    /// let own = Weights::default().estimate(&pairs);
    /// assert!(own.bits(Factor::SameVoice) > 3.0 && own.bits(Factor::SamePlace).abs() < 1.0);
    /// ```
    pub fn estimate(&self, pairs: &[Vec<Factor>]) -> Self {
        let (mut weights, mut share) = (self.clone(), 0.0);
        for _ in 0..ROUNDS {
            // The threshold stands for the odds at which a link is made.
            let likely = |seen: &[Factor]| {
                let above: f64 = seen.iter().map(|&factor| weights.bits(factor)).sum::<f64>() - weights.threshold();
                1.0 / (1.0 + (-above).exp2() / ODDS)
            };
            let expected: Vec<(&[Factor], f64)> = pairs.iter().map(|seen| (&seen[..], likely(seen))).collect();
            let Some((next, matches)) = self.fitted(&expected) else { break };
            let moved = (matches - share).abs();
            (weights, share) = (next, matches);
            if moved < STILL {
                break;
            }
        }
        weights
    }

    /// The table fitted to pairs, each with how likely it is of one event, and the share of those that are; `None` where hardly any
    /// or hardly all are.
    fn fitted(&self, pairs: &[(&[Factor], f64)]) -> Option<(Self, f64)> {
        let all = pairs.len() as f64;
        let matches: f64 = pairs.iter().map(|(_, likely)| likely).sum();
        let others = all - matches;
        if matches < 1.0 || others < 1.0 {
            return None;
        }
        let mut seen = [(0.0, 0.0); Factor::ALL.len()];
        for (factors, likely) in pairs {
            for &factor in *factors {
                let (one, other) = &mut seen[factor as usize];
                *one += likely;
                *other += 1.0 - likely;
            }
        }
        let threshold = (ODDS * others / matches).log2();
        let kept = |factor: Factor| factor.excludes() || factor == Factor::RuledSame;
        let learned = Factor::ALL.iter().filter(|&&factor| !kept(factor)).fold(self.clone(), |weights, &factor| {
            let (one, other) = seen[factor as usize];
            let rate = |count: f64, of: f64| (count + SMOOTH) / (of + 2.0 * SMOOTH);
            let (bits, count) = ((rate(one, matches) / rate(other, others)).log2(), one + other);
            weights.with(factor, (bits * count + self.bits(factor) * TRUST) / (count + TRUST))
        });
        Some((learned.with_threshold(threshold).with_within(self.within().clone()), matches / all))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn without_pairs_of_both_sorts_nothing_is_learned() {
        let one = [(vec![Factor::SamePlace], true)];
        assert_eq!(Weights::default().learn(&one), Weights::default());
        assert_eq!(Weights::default().estimate(&[]), Weights::default());
    }

    #[test]
    fn what_excludes_goes_on_excluding() {
        let pairs: Vec<_> = (0..100).map(|n| (vec![Factor::OtherPlace, Factor::RuledSame], n % 2 == 0)).collect();
        let own = Weights::default().learn(&pairs);
        assert_eq!([Factor::OtherPlace, Factor::RuledSame].map(|factor| own.bits(factor)), [-8.0, 100.0]);
    }

    proptest! {
        #[test]
        fn whatever_is_learned_is_a_number(seen in prop::collection::vec(prop::collection::vec(0..Factor::ALL.len(), 0..6), 0..40)) {
            let pairs: Vec<Vec<Factor>> = seen.iter().map(|seen| seen.iter().map(|&i| Factor::ALL[i]).collect()).collect();
            let own = Weights::default().estimate(&pairs);
            prop_assert!(Factor::ALL.iter().all(|&factor| own.bits(factor).is_finite()) && own.threshold().is_finite());
        }
    }
}
