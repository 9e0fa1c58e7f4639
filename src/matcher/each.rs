//! Many answers that do not depend on each other: one after the other, or, with the feature `threads`, on every processor. They
//! are the same either way.

/// What `answer` makes of each number below `n`, in their order.
#[cfg(not(feature = "threads"))]
pub(super) fn map<T: Send>(n: usize, answer: impl Fn(usize) -> T + Sync) -> Vec<T> {
    (0..n).map(answer).collect()
}

/// What `answer` makes of each number below `n`, in their order.
#[cfg(feature = "threads")]
pub(super) fn map<T: Send>(n: usize, answer: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    // More parts than threads, so that none waits long for a part that is more work than others.
    let part = n.div_ceil(threads * PARTS).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let taken = std::iter::from_fn(|| {
            let from = next.fetch_add(part, std::sync::atomic::Ordering::Relaxed);
            (from < n).then(|| (from, (from..n.min(from + part)).map(&answer).collect::<Vec<T>>()))
        });
        taken.collect::<Vec<_>>()
    };
    let mut parts: Vec<(usize, Vec<T>)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    parts.sort_unstable_by_key(|&(from, _)| from);
    parts.into_iter().flat_map(|(_, answers)| answers).collect()
}

/// Parts of the work for each thread.
#[cfg(feature = "threads")]
const PARTS: usize = 16;

#[cfg(test)]
mod tests {
    #[test]
    fn the_answers_stand_in_their_order() {
        for n in [0, 1, 7, 1000] {
            assert_eq!(super::map(n, |i| i * i), (0..n).map(|i| i * i).collect::<Vec<_>>());
        }
    }
}
