//! Stable numbers for strings: 64-bit hashes that are the same on every machine and in every part of a partitioned archive.

/// Where a hash of bytes begins.
pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a string: FNV-1a, spread.
pub(crate) fn hash(text: &str) -> u64 {
    mix(text.bytes().fold(START, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

/// The hash of some numbers, in this order.
pub(crate) fn join(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |h, part| mix(h.rotate_left(23) ^ part))
}

/// Spreads the bits, so that near inputs give far outputs.
pub(super) fn mix(mut h: u64) -> u64 {
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^= h >> 33;
    h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_never_change() {
        assert_eq!(hash(""), mix(START));
        assert_ne!(join(&[1, 2]), join(&[2, 1]));
    }
}
