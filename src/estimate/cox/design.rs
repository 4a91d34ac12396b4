//! The rows of a fit, sorted once: by stratum, then from the last exit to the first, events before others.

use super::columns::{Columns, Standardised};
use super::data::CoxData;
use crate::estimate::parallel;
use std::ops::Range;

/// Sorted rows; everything below is in sorted order.
#[derive(Debug, Clone)]
pub(crate) struct Design {
    /// Which row of the data this is.
    pub(crate) source: Vec<u32>,
    /// When the row leaves observation.
    pub(crate) exit: Vec<f64>,
    /// When the row comes under observation.
    pub(crate) entry: Option<Vec<f64>>,
    /// Whether the row ends with the event.
    pub(crate) event: Vec<bool>,
    /// The case weight, above 0.
    pub(crate) weight: Vec<f64>,
    /// The covariates.
    pub(crate) x: Standardised,
    /// The rows of each stratum, with its code.
    pub(crate) strata: Vec<(u32, Range<usize>)>,
    /// Where each run of rows with one stratum and exit begins, and the end of the last.
    pub(crate) blocks: Vec<usize>,
    /// With entry times: the rows of each stratum from the last entry to the first.
    pub(crate) by_entry: Vec<u32>,
}

impl Design {
    /// Sorts the rows of positive weight.
    pub(crate) fn new(data: &CoxData) -> Self {
        let source = sorted_rows(data);
        let strata = stratum_ranges(data, &source);
        let columns = Columns { values: &data.covariates, n: data.exit.len() };
        let x = columns.standardise(data.names.len(), &source);
        let pick = |values: &[f64]| -> Vec<f64> { source.iter().map(|row| values[*row as usize]).collect() };
        let entry = data.entry.as_deref().map(pick);
        let by_entry = entry.as_deref().map_or_else(Vec::new, |entry| entry_order(entry, &strata));
        let exit = pick(&data.exit);
        Self {
            blocks: block_starts(&exit, &strata),
            exit,
            entry,
            event: source.iter().map(|row| data.event[*row as usize]).collect(),
            weight: source.iter().map(|row| data.weight(*row as usize)).collect(),
            x,
            strata,
            by_entry,
            source,
        }
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.exit.len()
    }
}

fn index(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

/// More days than this are sorted, not counted.
const MOST_DAYS: f64 = 1e6;

fn sorted_rows(data: &CoxData) -> Vec<u32> {
    let rows: Vec<u32> = (0..data.exit.len()).filter(|row| data.weight(*row) > 0.0).map(index).collect();
    by_counting(data, &rows).unwrap_or_else(|| by_comparing(data, rows))
}

/// Whole days and strata of small codes are put in order by counting how many have each.
fn by_counting(data: &CoxData, rows: &[u32]) -> Option<Vec<u32>> {
    let whole = |day: f64| (0.0..=MOST_DAYS).contains(&day) && day.fract() == 0.0;
    if !rows.iter().all(|row| whole(data.exit[*row as usize])) {
        return None;
    }
    let last = whole_day(rows.iter().map(|row| data.exit[*row as usize]).fold(0.0, f64::max));
    let strata = rows.iter().map(|row| data.stratum(*row as usize)).max()? as usize + 1;
    if last + strata > 16 * rows.len() {
        return None;
    }
    let day = |row: u32| {
        let row = row as usize;
        2 * (last - whole_day(data.exit[row])) + usize::from(!data.event[row])
    };
    let order = counted(rows, 2 * last + 2, day);
    Some(counted(&order, strata, |row| data.stratum(row as usize) as usize))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, 0 or more, below 2^20")]
fn whole_day(day: f64) -> usize {
    day as usize
}

/// The rows by their key, rows of one key in the order that they had.
fn counted(rows: &[u32], keys: usize, key: impl Fn(u32) -> usize) -> Vec<u32> {
    if keys == 1 {
        return rows.to_vec();
    }
    let mut next = vec![0; keys + 1];
    for row in rows {
        next[key(*row) + 1] += 1;
    }
    for k in 1..=keys {
        next[k] += next[k - 1];
    }
    let mut order = vec![0; rows.len()];
    for row in rows {
        let place = &mut next[key(*row)];
        order[*place] = *row;
        *place += 1;
    }
    order
}

fn by_comparing(data: &CoxData, mut rows: Vec<u32>) -> Vec<u32> {
    let key = |row: u32| {
        let row = row as usize;
        (data.stratum(row), data.exit[row], !data.event[row])
    };
    parallel::sort(&mut rows, |a, b| {
        let (left, right) = (key(*a), key(*b));
        let by_exit = right.1.total_cmp(&left.1);
        left.0.cmp(&right.0).then(by_exit).then(left.2.cmp(&right.2)).then(a.cmp(b))
    });
    rows
}

fn block_starts(exit: &[f64], strata: &[(u32, Range<usize>)]) -> Vec<usize> {
    let mut starts = Vec::new();
    for (_, range) in strata {
        starts.extend(range.clone().filter(|i| *i == range.start || exit[*i] < exit[*i - 1]));
    }
    starts.push(exit.len());
    starts
}

fn stratum_ranges(data: &CoxData, source: &[u32]) -> Vec<(u32, Range<usize>)> {
    let mut ranges: Vec<(u32, Range<usize>)> = Vec::new();
    for (i, row) in source.iter().enumerate() {
        let code = data.stratum(*row as usize);
        match ranges.last_mut() {
            Some((last, range)) if *last == code => range.end = i + 1,
            _ => ranges.push((code, i..i + 1)),
        }
    }
    ranges
}

fn entry_order(entry: &[f64], strata: &[(u32, Range<usize>)]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..entry.len()).map(index).collect();
    for (_, range) in strata {
        order[range.clone()]
            .sort_unstable_by(|a, b| entry[*b as usize].total_cmp(&entry[*a as usize]).then(a.cmp(b)));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_and_comparing_give_one_order() {
        let n = 500_usize;
        let data = CoxData {
            exit: (0..n).map(|i| (i * 37 % 41) as f64).collect(),
            event: (0..n).map(|i| i % 3 == 0).collect(),
            strata: (0..n).map(|i| index(i * 11 % 5)).collect(),
            ..CoxData::default()
        };
        let rows: Vec<u32> = (0..n).map(index).collect();
        let order = by_counting(&data, &rows).unwrap();
        assert_eq!(order, by_comparing(&data, rows));
        let design = Design::new(&data);
        assert_eq!(design.strata.len(), 5);
        assert_eq!(design.blocks.len(), 5 * 41 + 1);
        assert!(design.blocks.windows(2).all(|ends| {
            let events = &design.event[ends[0]..ends[1]];
            events.is_sorted_by(|a, b| a >= b) && design.exit[ends[0]] <= design.exit[ends[1] - 1]
        }));
    }

    #[test]
    fn a_stratum_of_one_row_has_that_row() {
        let data = CoxData {
            exit: vec![3.0, 1.0, 2.0, 5.0],
            event: vec![true; 4],
            strata: vec![4, 9, 4, 0],
            ..CoxData::default()
        };
        let design = Design::new(&data);
        assert_eq!(design.strata, [(0, 0..1), (4, 1..3), (9, 3..4)]);
        assert_eq!((design.source, design.exit), (vec![3, 0, 2, 1], vec![5.0, 3.0, 2.0, 1.0]));
    }

    #[test]
    fn all_may_leave_on_the_first_day() {
        let data = CoxData { exit: vec![0.0; 3], event: vec![false, true, false], ..CoxData::default() };
        let design = Design::new(&data);
        assert_eq!((design.source, design.blocks), (vec![1, 0, 2], vec![0, 3]));
    }
}
