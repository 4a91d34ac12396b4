//! Incidence rates of a file.

use super::{Outcome, PlainError, PlainFile, excluded_row};
use crate::analysis::rate::{RateRequest, rate_rows};

impl PlainFile {
    /// Incidence rates of the groups, and their ratios.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn rate(&self, request: &RateRequest) -> Result<Outcome, PlainError> {
        let frame = self.frame("rate");
        let request = RateRequest { everybody: self.everybody, ..request.clone() };
        let (mut rows, excluded, warnings) =
            self.with_rows(|loaded, rows| rate_rows(&frame, rows, &loaded.by, &request))?;
        // Beside the rates, before the ratios.
        let rates = rows.partition_point(|row| row.method == rows[0].method);
        let excluded = excluded_row(&frame, "rate", excluded, &rows);
        rows.splice(rates..rates, excluded);
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }
}
