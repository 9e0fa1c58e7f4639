//! Linking at scale, on a world whose events are known: time, peak memory, and how right the links are.
//!
//! ```text
//! cargo bench --bench scale                                a world of 10,000 claims, then one of 100,000
//! cargo bench --bench scale -- 1000000                     one of a million
//! cargo bench --bench scale -- 1000000 --insert            a thousand of them one by one, into a set of the rest
//! cargo bench --bench scale -- 20000 --learn               weights learned on one half, and how right they are on the other
//! cargo bench --bench scale -- 10000 --write DIR           also writes DIR/claims.jsonl and DIR/truth.jsonl
//! ```

mod world;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use crosscheck::matcher::partition::{self, Told};
use crosscheck::matcher::{Event, EventSet, Factor, Weights, link, link_with};
use crosscheck::model::Claim;
use lexopt::Arg;
use world::World;

/// What is measured.
enum Task {
    Link,
    Insert,
    Learn,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut sizes, mut folder, mut task) = (Vec::<usize>::new(), None::<PathBuf>, Task::Link);
    let mut args = lexopt::Parser::from_env();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(size) => sizes.push(size.to_string_lossy().parse()?),
            Arg::Long("write") => folder = Some(args.value()?.into()),
            Arg::Long("insert") => task = Task::Insert,
            Arg::Long("learn") => task = Task::Learn,
            Arg::Long("bench") => {}
            other => return Err(other.unexpected().into()),
        }
    }
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000];
    }
    for size in sizes {
        let world = World::new(size, 1);
        if let Some(folder) = &folder {
            write(&world, folder)?;
        }
        match task {
            Task::Link => measure(&world),
            Task::Insert => insert(world)?,
            Task::Learn => learn(&world),
        }
    }
    Ok(())
}

fn measure(world: &World) {
    let before = memory("VmRSS");
    let (start, worked) = (Instant::now(), work());
    let events = link(&world.claims);
    let (seconds, worked, peak) = (start.elapsed().as_secs_f64(), work() - worked, memory("VmHWM"));
    let (precision, recall) = rightness(&world.claims, &world.truth, &events);
    println!(
        "{} claims, {before} MB of them: {} events in {seconds:.2} s ({worked:.2} s of work), peak {peak} MB; of pairs precision {precision:.4}, recall {recall:.4}",
        world.claims.len(),
        events.len(),
    );
}

/// Puts a thousand claims from everywhere into a set of all others, one at a time.
fn insert(world: World) -> crosscheck::Result<()> {
    let (step, size) = ((world.claims.len() / 1000).max(2), world.claims.len());
    let (more, rest): (Vec<_>, Vec<_>) = world.claims.into_iter().enumerate().partition(|(i, _)| i % step == 0);
    let mut set = EventSet::default();
    let start = Instant::now();
    set.insert(rest.into_iter().map(|(_, claim)| claim).collect())?;
    let built = start.elapsed().as_secs_f64();
    let (mut times, worked) = (Vec::with_capacity(more.len()), work());
    for (_, claim) in more {
        let start = Instant::now();
        set.insert(vec![claim])?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let each = (work() - worked) * 1e3 / times.len() as f64;
    times.sort_by(f64::total_cmp);
    let [median, late, last] = [0.5, 0.99, 1.0].map(|share| times[((times.len() - 1) as f64 * share) as usize]);
    let peak = memory("VmHWM");
    println!(
        "{size} claims: {built:.2} s at once; one more in {median:.3} ms (median), {late:.3} ms (99th percentile), {last:.3} ms (last), {each:.3} ms of work each; peak {peak} MB"
    );
    Ok(())
}

/// Learns weights from one half of a world, from labelled pairs and from pairs alone, and links the other half by them.
fn learn(world: &World) {
    let (claims, others) = world.claims.split_at(world.claims.len() / 2);
    let (truth, known) = world.truth.split_at(claims.len());
    let own = Weights::default();
    let event: HashMap<&str, u32> = claims.iter().map(|claim| claim.id.as_str()).zip(truth.iter().copied()).collect();
    let told: Vec<Told> = claims.chunk_by(|x, y| x.article == y.article).flat_map(|article| partition::tell(article, &own)).collect();
    let keys = (0..).zip(&told).flat_map(|(i, told)| told.keys().into_iter().map(move |key| (key, i)));
    let met = partition::pairs(keys.collect()).into_iter().map(|(x, y)| (&told[x as usize], &told[y as usize]));
    let of = |told: &Told| event[told.claims()[0].as_str()];
    let pairs: Vec<(Vec<Factor>, bool)> = met.filter_map(|(x, y)| Some((x.observe(y, &own)?, of(x) == of(y)))).collect();
    let alone: Vec<Vec<Factor>> = pairs.iter().map(|(seen, _)| seen.clone()).collect();
    println!("{} pairs of {} claims", pairs.len(), claims.len());
    for (how, weights) in [("the crate's", own.clone()), ("learned", own.learn(&pairs)), ("estimated", own.estimate(&alone))] {
        let (precision, recall) = rightness(others, known, &link_with(others, &weights));
        println!("{how}: threshold {:.2}; of pairs precision {precision:.4}, recall {recall:.4}", weights.threshold());
    }
}

/// Of the pairs of claims that are linked the share that tells of one event, and of those that do the share that is linked.
fn rightness(claims: &[Claim], truth: &[u32], events: &[Event]) -> (f64, f64) {
    let truth: HashMap<&str, u32> = claims.iter().map(|claim| claim.id.as_str()).zip(truth.iter().copied()).collect();
    let pairs = |counts: &HashMap<(usize, u32), f64>| counts.values().map(|n| n * (n - 1.0) / 2.0).sum::<f64>();
    let (mut both, mut linked, mut told) = (HashMap::new(), HashMap::new(), HashMap::new());
    for (e, event) in events.iter().enumerate() {
        for claim in &event.claims {
            let known = truth[claim.as_str()];
            for (counts, key) in [(&mut both, (e, known)), (&mut linked, (e, 0)), (&mut told, (0, known))] {
                *counts.entry(key).or_insert(0.0) += 1.0;
            }
        }
    }
    (pairs(&both) / pairs(&linked), pairs(&both) / pairs(&told))
}

/// Seconds that this process has had a processor, where the system tells it: other programs do not count.
fn work() -> f64 {
    let times = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    times.split_whitespace().next().and_then(|time| time.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

/// A figure of this process in megabytes, where the system tells it.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn write(world: &World, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let file = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let (mut claims, mut truth) = (file("claims.jsonl")?, file("truth.jsonl")?);
    world.write(&mut claims, &mut truth)?;
    claims.flush()?;
    truth.flush()
}
