//! Recording policies.
