//! Rows -> how often an outcome was had, by group and stratum.

use std::sync::Arc;

use super::factor::{Crossing, Factor, MISSING};
use super::reduce::{ReduceError, frequencies};
use crate::domain::Group;
use crate::estimate::EstimateError;
use crate::estimate::association::Counts;
use crate::ingest::frame::ColumnData;

/// Which columns say what.
#[derive(Debug, Clone, Copy)]
pub struct ShareColumns<'a> {
    /// The outcome.
    pub outcome: &'a Factor,
    /// The levels of it that count.
    pub success: &'a [String],
    /// What groups.
    pub by: &'a [Factor],
    /// What stratifies.
    pub strata: &'a [Factor],
    /// Frequency.
    pub weight: Option<(&'a str, &'a ColumnData)>,
}

/// What becomes of rows without an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// They are left out.
    LeftOut,
    /// They count as without success: as `NR` where the outcome has that level.
    Failure,
}

/// The level of who has not responded.
pub(super) const NO_RESPONSE: &str = "NR";

/// Rows that take part, each with its frequency.
#[derive(Debug)]
pub struct CountedRows {
    keep: Vec<bool>,
    weights: Vec<u64>,
    /// Rows left out for a missing value.
    pub excluded: usize,
}

/// The counts of a group, together and by stratum.
#[derive(Debug, Clone)]
pub struct GroupCounts {
    /// The group.
    pub group: Arc<Group>,
    /// All of it.
    pub all: Counts,
    /// Each stratum, in the same order for every group; without strata, one.
    pub strata: Vec<Counts>,
}

impl CountedRows {
    /// The rows with a value in every column that is named.
    ///
    /// # Errors
    /// [`ReduceError`] where a weight is not a whole number.
    pub fn of(columns: &ShareColumns<'_>, unknown: Unknown) -> Result<Self, ReduceError> {
        let known = |row: usize| unknown == Unknown::Failure || columns.outcome.codes[row] != MISSING;
        let keep: Vec<bool> = (0..columns.outcome.codes.len())
            .map(|row| {
                known(row)
                    && columns.by.iter().chain(columns.strata).all(|factor| factor.codes[row] != MISSING)
                    && columns.weight.is_none_or(|(_, column)| !column.is_missing(row))
            })
            .collect();
        let excluded = keep.iter().filter(|kept| !**kept).count();
        let weights = match columns.weight {
            Some(weight) => frequencies(weight, &keep)?,
            None => keep.iter().map(|kept| u64::from(*kept)).collect(),
        };
        Ok(Self { keep, weights, excluded })
    }

    /// The same, where any row is left.
    ///
    /// # Errors
    /// [`ReduceError::Empty`] where none is.
    pub fn not_empty(self) -> Result<Self, ReduceError> {
        if self.excluded == self.keep.len() {
            return Err(ReduceError::Empty { excluded: self.excluded });
        }
        Ok(self)
    }

    /// The same without rows of frequency 0, which leave no trace.
    #[must_use]
    pub fn without_empty(mut self) -> Self {
        for (kept, weight) in self.keep.iter_mut().zip(&self.weights) {
            *kept = *kept && *weight > 0;
        }
        self
    }

    /// The counts of the non-empty crossings of `by`.
    ///
    /// # Errors
    /// [`ReduceError`] where a sum of frequencies does not fit.
    pub fn groups(&self, columns: &ShareColumns<'_>, by: &[Factor]) -> Result<Vec<GroupCounts>, ReduceError> {
        let ShareColumns { outcome, success, strata, .. } = columns;
        let counts_as: Vec<bool> = outcome.levels.iter().map(|level| success.contains(level)).collect();
        // Who is kept without an outcome has not responded.
        let unknown_counts = success.iter().any(|level| level == NO_RESPONSE);
        let crossing = Crossing::new(by, &self.keep);
        let stratum = Crossing::new(strata, &self.keep);
        let empty = vec![Counts::default(); stratum.groups.len()];
        let mut cells: Vec<Vec<Counts>> = vec![empty; crossing.groups.len()];
        for (row, group) in crossing.index.iter().enumerate() {
            if *group == MISSING || stratum.index[row] == MISSING {
                continue;
            }
            let cell = &mut cells[*group as usize][stratum.index[row] as usize];
            let weight = self.weights[row];
            cell.n = cell.n.checked_add(weight).ok_or(EstimateError::Overflow)?;
            let code = outcome.codes[row];
            let counts = if code == MISSING { unknown_counts } else { counts_as[code as usize] };
            if counts {
                cell.x += weight;
            }
        }
        let counted = crossing.groups.into_iter().zip(cells);
        counted.map(|(group, strata)| Ok(GroupCounts { group, all: Counts::sum(&strata)?, strata })).collect()
    }
}
