//! Checked rows -> the weighted rows of each group, for estimates under probability weights.

use std::sync::Arc;

use super::{ReduceError, Rows, numbers};
use crate::analysis::factor::{Crossing, Factor, MISSING};
use crate::domain::Group;
use crate::estimate::WeightedInterval;
use crate::ingest::frame::ColumnData;

/// A group and its weighted rows.
#[derive(Debug, Clone)]
pub struct WeightedGroup {
    /// The group.
    pub group: Arc<Group>,
    /// Its rows.
    pub rows: Vec<WeightedInterval>,
}

/// A column of probability weights, for the rows that are kept.
///
/// # Errors
/// [`ReduceError`] naming the first row whose weight is negative or not finite.
pub(crate) fn probability_weights(
    (name, column): (&str, &ColumnData),
    keep: &[bool],
) -> Result<Vec<f64>, ReduceError> {
    let values = numbers((name, column))?;
    let bad = |row: &usize| keep[*row] && !(values[*row] >= 0.0 && values[*row].is_finite());
    match (0..values.len()).find(bad) {
        Some(row) => Err(ReduceError::Row {
            row: row + 1,
            column: name.to_owned(),
            message: format!("the weight {} in {name} is not a number of 0 or more", values[row]),
        }),
        None => Ok(values),
    }
}

impl Rows<'_> {
    /// The weighted rows of the non-empty crossings of `factors`; without factors, of everybody.
    ///
    /// # Errors
    /// [`ReduceError`] where intervals of one subject overlap.
    pub fn weighted(&self, factors: &[Factor], weights: &[f64]) -> Result<Vec<WeightedGroup>, ReduceError> {
        if self.roles.subject.is_some() {
            // Refuses intervals that overlap.
            self.tables(factors)?;
        }
        let crossing = Crossing::new(factors, &self.keep);
        let mut rows_of: Vec<Vec<WeightedInterval>> = vec![Vec::new(); crossing.groups.len()];
        for (row, group) in crossing.index.iter().enumerate().filter(|(_, group)| **group != MISSING) {
            let subject = match self.roles.subject {
                Some(subject) => subject.codes[row],
                None => u32::try_from(row).unwrap_or(u32::MAX),
            };
            rows_of[*group as usize].push(WeightedInterval {
                subject,
                entry: self.entry(row),
                exit: self.exit(row),
                cause: self.roles.events[row],
                weight: weights[row],
                inner: false,
            });
        }
        let named = crossing.groups.into_iter().zip(rows_of);
        Ok(named.map(|(group, rows)| WeightedGroup { group, rows: with_inner_ends(rows) }).collect())
    }
}

/// Marks the ends that are no censoring, because another interval of the subject follows.
fn with_inner_ends(mut rows: Vec<WeightedInterval>) -> Vec<WeightedInterval> {
    rows.sort_by(|a, b| a.subject.cmp(&b.subject).then(a.exit.total_cmp(&b.exit)));
    for index in 1..rows.len() {
        let followed = rows[index - 1].subject == rows[index].subject;
        rows[index - 1].inner = followed && rows[index - 1].cause == 0;
    }
    rows
}
