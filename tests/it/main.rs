//! Everything that is tested from outside, in one binary.

mod accuracy;
mod bundled;
mod fixture;
mod folder;
mod input;
mod languages;
mod program;
mod properties;
mod render;
mod tables;
mod tidy;
