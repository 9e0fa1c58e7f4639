//! Everything that is tested from outside, in one binary.

mod accuracy;
mod browser;
mod bundled;
mod examples;
mod fixture;
mod folder;
mod input;
mod languages;
mod program;
mod properties;
mod render;
mod schema;
mod tables;
mod tidy;
