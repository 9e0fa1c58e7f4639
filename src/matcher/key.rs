//! Stable numbers for strings: ids and words are compared as 64-bit hashes that are the same on every machine and in every
//! part of a partitioned archive.

/// The hash of a string.
pub(super) fn hash(text: &str) -> u64 {
    mix(text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

/// The hash of some numbers, in this order.
pub(super) fn join(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |h, part| mix(h.rotate_left(23) ^ part))
}

/// Spreads the bits, so that near inputs give far outputs.
fn mix(mut h: u64) -> u64 {
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^= h >> 33;
    h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

/// The hashes of an id path's prefixes, the first step first: two paths share as many leading numbers as steps.
pub(super) fn path(id: &str) -> Box<[u64]> {
    let ends = id.match_indices('/').map(|(at, _)| at).chain([id.len()]);
    ends.map(|end| hash(&id[..end])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_share_the_numbers_of_their_shared_steps() {
        let (province, town) = (path("sy/deir-ez-zor"), path("sy/deir-ez-zor/al-quriyah"));
        assert_eq!(province[..], town[..2]);
        assert_ne!(path("sy/idlib")[1], province[1]);
    }

    #[test]
    fn hashes_never_change() {
        assert_eq!(hash(""), mix(0xcbf2_9ce4_8422_2325));
        assert_ne!(join(&[1, 2]), join(&[2, 1]));
    }
}
