//! Claims that another program drew out of the articles (a language model, a form, a database), one a line: no text is read here.

use std::path::Path;

use crosscheck::model::{Source, SourceId, SourceKind};
use crosscheck::{Crosscheck, report};

fn main() -> crosscheck::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/claims/flood.jsonl");
    let (claims, skipped) = report::read_claims([&path]);
    for line in &skipped {
        println!("line {}: {}", line.line.unwrap_or_default(), line.cause);
    }
    let sources = vec![
        Source::new(SourceId::new("interior-ministry")?, "Interior Ministry", SourceKind::Government),
        Source::new(SourceId::new("red-cross")?, "Red Cross", SourceKind::Organisation),
    ];
    let report = Crosscheck::new().relate(claims, sources);
    for occasion in &report.events {
        println!("{}: {} claims", occasion.event.label, occasion.event.claims.len());
    }
    for finding in &report.findings {
        println!("{}: {}", finding.verdict, finding.reason);
    }
    Ok(())
}
