//! Chance that is the same everywhere, and the shapes of chance that news has.

/// A row of random numbers, told by its seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// From 0 up to, not including, `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// From 0 up to 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// Below `n`, the first far more often than the last: the k-th about in proportion to 1 / k.
    pub fn skewed(&mut self, n: u64) -> u64 {
        ((n as f64 + 1.0).powf(self.unit()) - 1.0).floor().min(n as f64 - 1.0) as u64
    }

    /// From 1 to `most`, n or more about in proportion to 1 / n: most events have one report, few have hundreds.
    pub fn many(&mut self, most: u64) -> u64 {
        ((1.0 / (1.0 - self.unit())) as u64).clamp(1, most)
    }

    /// A positive number about 1 with a long tail.
    pub fn spread(&mut self) -> f64 {
        let normal: f64 = (0..12).map(|_| self.unit()).sum::<f64>() - 6.0;
        (normal * 1.2).exp()
    }
}

/// Spreads the bits of a number.
pub fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// A clause of twelve words that hangs on its number; one in five times a word of it is edited.
pub fn sentence(number: u64, dice: &mut Dice) -> String {
    let mut own = Dice::new(number);
    let mut words: Vec<String> = (0..12).map(|_| word(own.skewed(5000))).collect();
    if dice.chance(0.2) {
        words[dice.below(12) as usize] = word(dice.skewed(5000));
    }
    words.join(" ")
}

/// The n-th word of the world's language.
fn word(n: u64) -> String {
    let syllables = ["ba", "ke", "ri", "mo", "tu", "la", "se", "ni", "do", "fa"];
    n.to_string().bytes().map(|digit| syllables[usize::from(digit - b'0')]).collect()
}
