//! Work shared among the processors, with results that do not depend on how many there are.

use std::cmp::Ordering;
use std::num::NonZero;
use std::thread;

/// With fewer items than this, starting a thread costs more than it saves.
pub(crate) const FEW: usize = 1 << 15;

/// How many threads so many items are worth.
fn threads(items: usize) -> usize {
    if items < FEW { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) }
}

/// Fills `values` in equal shares: `work` gets the place of the first value of a share, and the share, whose length
/// is a multiple of `unit`.
///
/// What is written to a value must depend on its place alone.
pub(crate) fn fill<T: Send>(values: &mut [T], unit: usize, work: impl Fn(usize, &mut [T]) + Sync) {
    let unit = unit.max(1);
    let cuts: Vec<usize> =
        shares(values.len() / unit, values.len()).into_iter().map(|cut| cut * unit).collect();
    fill_shares(values, &cuts, work);
}

/// Where equal shares of `items` end, all but the last, with a share for each thread that so much work is worth.
pub(crate) fn shares(items: usize, work: usize) -> Vec<usize> {
    let threads = threads(work);
    (1..threads).map(|k| k * items / threads).collect()
}

/// Fills `values` in shares that end at the `cuts` (ascending) and at the end; otherwise as [`fill`].
pub(crate) fn fill_shares<T: Send>(values: &mut [T], cuts: &[usize], work: impl Fn(usize, &mut [T]) + Sync) {
    let work = &work;
    thread::scope(|scope| {
        let (mut rest, mut start) = (values, 0);
        for cut in cuts {
            let (share, others) = rest.split_at_mut(cut - start);
            let first = start;
            scope.spawn(move || work(first, share));
            (rest, start) = (others, *cut);
        }
        work(start, rest);
    });
}

/// Sorts by a total order in which no two values are equal.
pub(crate) fn sort<T: Send>(values: &mut [T], order: impl Fn(&T, &T) -> Ordering + Sync) {
    let threads = threads(values.len());
    if threads == 1 {
        return values.sort_unstable_by(order);
    }
    let share = values.len().div_ceil(threads);
    let order = &order;
    thread::scope(|scope| {
        for part in values.chunks_mut(share) {
            scope.spawn(move || part.sort_unstable_by(order));
        }
    });
    // The stable sort of the standard library merges sorted runs.
    values.sort_by(order);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_filled_by_its_place() {
        for length in [0, 4, 8, FEW * 3 + 4, FEW * 3 + 8, FEW * 3 + 32] {
            let mut values = vec![0; length];
            fill(&mut values, 4, |first, part| {
                assert_eq!((first % 4, part.len() % 4), (0, 0));
                part.iter_mut().zip(first..).for_each(|(value, place)| *value = place + 1);
            });
            assert!(values.iter().zip(1..).all(|(value, place)| *value == place), "{length}");
        }
    }

    #[test]
    fn little_work_is_one_share() {
        assert_eq!((threads(FEW - 1), shares(8, FEW - 1)), (1, vec![]));
        let many = thread::available_parallelism().map_or(1, NonZero::get);
        assert_eq!(threads(FEW), many);
        let ends = shares(100 * many, FEW);
        assert_eq!(ends, (1..many).map(|k| 100 * k).collect::<Vec<_>>());
    }

    #[test]
    fn sorted_shares_are_merged() {
        let length = FEW * 3 + 5;
        let mut values: Vec<usize> = (0..length).map(|i| i * 7919 % length).collect();
        sort(&mut values, Ord::cmp);
        assert!(values.iter().zip(0..).all(|(value, place)| *value == place));
    }
}
