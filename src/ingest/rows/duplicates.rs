//! Rows that share a key.

use std::cmp::Ordering;

use super::Origin;
use super::column::Column;

/// What becomes of the rows, by their numbers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sorted {
    /// Rows to keep, in their final order.
    pub(super) kept: Vec<usize>,
    /// Rows that were the same as a kept one of another file.
    pub(super) repeated: usize,
    /// Rows that share a key with another that is not the same, or that stands in the same file.
    pub(super) clashing: Vec<usize>,
}

/// Sorts rows by the key, then by all columns, and sets aside those that share a key.
pub(super) fn sort(columns: &[Column], key: &[usize], origins: &[Origin]) -> Sorted {
    let by_key = |a: usize, b: usize| compare(columns, key.iter().copied(), a, b);
    let by_all = |a: usize, b: usize| compare(columns, 0..columns.len(), a, b);
    let mut order: Vec<usize> = (0..origins.len()).collect();
    order.sort_by(|&a, &b| by_key(a, b).then_with(|| by_all(a, b)).then_with(|| origins[a].cmp(&origins[b])));
    if key.is_empty() {
        return Sorted { kept: order, ..Sorted::default() };
    }
    let mut sorted = Sorted::default();
    for group in order.chunk_by(|&a, &b| by_key(a, b) == Ordering::Equal) {
        let is_same = group.windows(2).all(|pair| {
            by_all(pair[0], pair[1]) == Ordering::Equal && origins[pair[0]].source != origins[pair[1]].source
        });
        if is_same {
            sorted.kept.push(group[0]);
            sorted.repeated += group.len() - 1;
        } else {
            sorted.clashing.extend_from_slice(group);
        }
    }
    sorted.clashing.sort_by_key(|&row| origins[row]);
    sorted
}

fn compare(columns: &[Column], chosen: impl Iterator<Item = usize>, a: usize, b: usize) -> Ordering {
    chosen.map(|index| columns[index].compare(a, b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}
