//! The whole way from articles to a report, over the articles that come with the crate.
//!
//! Every run must make as much of them as the first: a faster pipeline that finds less is not faster.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use crosscheck::Crosscheck;
use crosscheck::report::{Report, read};

fn pipeline(criterion: &mut Criterion) {
    let input = read([Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles")]);
    assert!(input.skipped.is_empty(), "{:?}", input.skipped);
    let articles = input.articles;
    let front = Crosscheck::new();
    let sizes = |report: &Report| [report.claims.len(), report.events.len(), report.findings.len()];
    let first = sizes(&front.read(&articles));
    assert!(first.iter().all(|size| *size > 0), "claims, events, findings: {first:?}");

    let mut group = criterion.benchmark_group("pipeline");
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum()));
    group.bench_function("bundled articles", |bencher| {
        bencher.iter(|| assert_eq!(sizes(&front.read(black_box(&articles))), first));
    });
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
