//! Keys: ids and words are compared as stable numbers, paths by those of their steps.

use tinyvec::TinyVec;

pub(super) use crate::text::{hash, join};

/// A path of ids as numbers. Paths of some steps lie in the record itself, so that a comparison fetches nothing from elsewhere.
pub(super) type Path = TinyVec<[u64; 3]>;

/// The hashes of an id path's prefixes, the first step first: two paths share as many leading numbers as steps.
pub(super) fn path(id: &str) -> Path {
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
}
