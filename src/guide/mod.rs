//! Pages on the crate as a whole: [by task](cookbook), [whole programs](programs), [how it is built](design), and
//! [what else there is](comparison).

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("design.md")]
pub mod design {}

#[doc = include_str!("comparison.md")]
pub mod comparison {}

/// An example program of the repository and what it prints.
macro_rules! program {
    ($title:literal, $name:literal) => {
        concat!(
            "\n# ",
            $title,
            "\n\n`cargo run --release --example ",
            $name,
            "`\n\n```ignore\n",
            include_str!(concat!("../../examples/", $name, ".rs")),
            "```\n\nprints\n\n```text\n",
            include_str!(concat!("../../examples/expected/", $name, ".txt")),
            "```\n"
        )
    };
}

/// The small programs of the `examples` folder, each with what it prints. The tests run them and compare.
#[doc = program!("Quickstart", "quickstart")]
#[doc = program!("Claims of your own, from a language model or a form", "own_claims")]
#[doc = program!("Names of your own", "own_lexicon")]
#[doc = program!("A live feed", "live_feed")]
#[doc = program!("Asserting on findings in a unit test", "unit_test")]
#[doc = program!("A recording policy of your own", "policy")]
pub mod programs {}
