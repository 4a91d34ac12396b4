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
        rows.extend(excluded_row(&frame, "rate", excluded, &rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }
}
