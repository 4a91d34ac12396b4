//! What a proportional hazards model is fitted to, and the rules it must obey.

use super::columns::Columns;

/// The rows of a proportional hazards regression.
///
/// # Input
/// One row an interval (entry, exit]; several rows of one subject share an `id`. Times are in any one
/// unit and are already tied (times that differ only by rounding are equal). `strata` may be empty
/// (one stratum), `weights` may be empty (all 1). Rows of weight 0 leave no trace.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CoxData {
    /// When each row comes under observation; without it everybody is observed from the origin.
    pub entry: Option<Vec<f64>>,
    /// When each row leaves observation.
    pub exit: Vec<f64>,
    /// Whether the row ends with the event (else it is censored).
    pub event: Vec<bool>,
    /// The covariates, one column after the other.
    pub covariates: Vec<f64>,
    /// The name of each covariate column.
    pub names: Vec<String>,
    /// The stratum of each row: its own baseline hazard.
    pub strata: Vec<u32>,
    /// The case weight of each row.
    pub weights: Vec<f64>,
    /// The subject of each row.
    pub id: Option<Vec<u32>>,
    /// The cluster of each row for the robust variance; the subject where it is absent.
    pub cluster: Option<Vec<u32>>,
}

/// Why rows cannot be fitted; `row` counts from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CoxDataError {
    /// A column has another length than `exit`.
    #[error("`{column}` has {found} values where {expected} were expected")]
    Length {
        /// The column.
        column: &'static str,
        /// Values needed.
        expected: usize,
        /// Values given.
        found: usize,
    },
    /// A number is missing or infinite.
    #[error("row {row}: `{column}` is not a finite number")]
    NotFinite {
        /// The row.
        row: usize,
        /// The column.
        column: String,
    },
    /// An interval is empty.
    #[error("row {row}: exit is not after entry")]
    EmptyInterval {
        /// The row.
        row: usize,
    },
    /// A weight is below 0.
    #[error("row {row}: the weight is negative")]
    NegativeWeight {
        /// The row.
        row: usize,
    },
    /// There is no row of positive weight.
    #[error("there are no rows")]
    Empty,
}

impl CoxData {
    /// The weight of a row.
    pub(crate) fn weight(&self, row: usize) -> f64 {
        self.weights.get(row).copied().unwrap_or(1.0)
    }

    /// The stratum of a row.
    pub(crate) fn stratum(&self, row: usize) -> u32 {
        self.strata.get(row).copied().unwrap_or(0)
    }

    /// The group of a row for the robust variance: its cluster, else its subject, else itself.
    pub(crate) fn grouping(&self) -> Option<&[u32]> {
        self.cluster.as_deref().or(self.id.as_deref())
    }

    /// Refuses what no fit can be made of.
    ///
    /// # Errors
    /// Each variant of [`CoxDataError`], for the first row that breaks a rule.
    pub fn check(&self) -> Result<(), CoxDataError> {
        self.check_lengths()?;
        let n = self.exit.len();
        finite("exit", &self.exit)?;
        finite("weights", &self.weights)?;
        Columns { values: &self.covariates, n }.check(&self.names)?;
        if let Some(row) = self.weights.iter().position(|w| *w < 0.0) {
            return Err(CoxDataError::NegativeWeight { row });
        }
        if let Some(entry) = &self.entry {
            finite("entry", entry)?;
            if let Some(row) = (0..n).find(|row| self.exit[*row] <= entry[*row]) {
                return Err(CoxDataError::EmptyInterval { row });
            }
        }
        if (0..n).all(|row| self.weight(row) <= 0.0) { Err(CoxDataError::Empty) } else { Ok(()) }
    }

    fn check_lengths(&self) -> Result<(), CoxDataError> {
        let n = self.exit.len();
        let optional = |column: &Option<Vec<u32>>| column.as_ref().map_or(n, Vec::len);
        let or_empty = |length: usize| if length == 0 { n } else { length };
        let lengths = [
            ("entry", n, self.entry.as_ref().map_or(n, Vec::len)),
            ("event", n, self.event.len()),
            ("covariates", n * self.names.len(), self.covariates.len()),
            ("strata", n, or_empty(self.strata.len())),
            ("weights", n, or_empty(self.weights.len())),
            ("id", n, optional(&self.id)),
            ("cluster", n, optional(&self.cluster)),
        ];
        match lengths.into_iter().find(|(_, expected, found)| expected != found) {
            Some((column, expected, found)) => Err(CoxDataError::Length { column, expected, found }),
            None => Ok(()),
        }
    }
}

/// Refuses a column with a value that is not a finite number.
pub(crate) fn finite(column: &str, values: &[f64]) -> Result<(), CoxDataError> {
    match values.iter().position(|value| !value.is_finite()) {
        Some(row) => Err(CoxDataError::NotFinite { row, column: column.to_owned() }),
        None => Ok(()),
    }
}
