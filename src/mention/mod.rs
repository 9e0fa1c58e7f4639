//! What a sentence names.
