//! The rows of a fit, sorted once: by stratum, then from the last exit to the first.

use super::columns::{Columns, Standardised};
use super::data::CoxData;
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
        Self {
            exit: pick(&data.exit),
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

fn sorted_rows(data: &CoxData) -> Vec<u32> {
    let mut keys: Vec<(u32, f64, u32)> = (0..data.exit.len())
        .filter(|row| data.weight(*row) > 0.0)
        .map(|row| (data.stratum(row), data.exit[row], index(row)))
        .collect();
    keys.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
    keys.into_iter().map(|key| key.2).collect()
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
