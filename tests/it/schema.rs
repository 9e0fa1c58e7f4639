//! The JSON Schema of the report, and a small reading of it that the report of the bundled articles must pass.

use std::path::Path;

use crosscheck::Crosscheck;
use crosscheck::report::{read, schema};
use serde_json::Value;

use crate::fixture::kouriye;

/// What is wrong with a value by a schema, with the path to it. A keyword that is not known here is an error of the test.
fn faults(value: &Value, schema: &Value, root: &Value, path: &str, out: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        assert_eq!(schema, true, "{path}: a schema is an object or true");
        return;
    };
    let passes = |schema: &Value| {
        let mut out = Vec::new();
        faults(value, schema, root, path, &mut out);
        out.is_empty()
    };
    let of_type = |name: &Value| match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{path}: type {other}"),
    };
    for (keyword, rule) in rules {
        let right = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" | "default" => true,
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
                faults(value, target, root, path, out);
                true
            }
            "type" => rule.as_array().map_or_else(|| of_type(rule), |types| types.iter().any(of_type)),
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "oneOf" => rule.as_array().unwrap().iter().filter(|schema| passes(schema)).count() == 1,
            "anyOf" => rule.as_array().unwrap().iter().any(passes),
            "minimum" => value.as_f64().is_none_or(|x| x >= rule.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        faults(value, schema, root, &format!("{path}/{name}"), out);
                    }
                }
                true
            }
            "items" => {
                for (i, value) in value.as_array().into_iter().flatten().enumerate() {
                    faults(value, rule, root, &format!("{path}/{i}"), out);
                }
                true
            }
            other => panic!("{path}: the keyword {other} is not read here"),
        };
        if !right {
            out.push(format!("{path}: {keyword}"));
        }
    }
}

/// The first faults of a report.
fn check(report: &Value) -> Vec<String> {
    let schema = schema();
    let mut out = Vec::new();
    faults(report, &schema, &schema, "", &mut out);
    out.truncate(5);
    out
}

#[test]
fn the_report_of_the_bundled_articles_is_as_its_schema_says() {
    let input = read([Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles")]);
    let report = serde_json::to_value(Crosscheck::new().read(&input.articles)).unwrap();
    assert!(report["events"].as_array().unwrap().len() > 9);
    assert_eq!(check(&report), [""; 0]);
    assert_eq!(check(&serde_json::to_value(kouriye()).unwrap()), [""; 0]);
}

#[test]
fn what_breaks_the_schema_is_named() {
    let broken = |path: &str, value: Value| {
        let mut report = serde_json::to_value(kouriye()).unwrap();
        *report.pointer_mut(path).unwrap() = value;
        check(&report)
    };
    assert_eq!(broken("/version", "one".into()), ["/version: type"]);
    assert_eq!(broken("/claims/0/span/start", (-1).into()), ["/claims/0/span/start: minimum"]);
    assert_eq!(broken("/findings/0/verdict", "true".into()), ["/findings/0/verdict: oneOf"]);
}
