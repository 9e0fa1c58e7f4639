//! The JSON Schema of the report, for those who read it in another language than Rust.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::Report;

/// The JSON Schema (draft 2020-12) of a [`Report`] as serde writes it. Feature `schema`.
///
/// The types of the model implement `schemars::JsonSchema` themselves: `schemars::schema_for!(Claim)` is the schema of a claim as
/// it may be given to [`read_claims`](super::read_claims), for a form or a language model that writes claims.
///
/// ```
/// let schema = crosscheck::report::schema();
/// assert_eq!(schema["title"], "Report");
/// assert_eq!(schema["properties"]["claims"]["items"]["$ref"], "#/$defs/Claim");
/// ```
pub fn schema() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>().into()
}
