//! The treatments of every subject.

use polars::prelude::*;

use super::super::error::CohortError;
use super::super::response::Treatment;
use super::super::table::Columns;
use super::days::row_numbers;
use crate::domain::{Purpose, TreatmentClass};

/// Treatments of every subject, by first day, then last day, then dose, then class, then purpose.
#[derive(Debug, Clone, Default)]
pub(super) struct Treatments {
    offsets: Vec<usize>,
    all: Vec<Treatment>,
}

impl Treatments {
    /// Gathers them from the table, joined to the subjects.
    pub(super) fn collect(joined: LazyFrame, subjects: usize) -> Result<Self, CohortError> {
        let query = joined.select(["row", "start_day", "end_day", "dose", "class", "purpose"].map(col)).sort(
            ["row", "start_day", "end_day", "dose", "class", "purpose"],
            SortMultipleOptions::default(),
        );
        let found = Columns::collect("treatments", query)?;
        let (rows, starts, ends) = (row_numbers(&found)?, found.days("start_day")?, found.days("end_day")?);
        let classes = found.parsed("class", TreatmentClass::named)?;
        let purposes = found.parsed("purpose", Purpose::of_code)?;
        let doses = found.get("dose")?;
        let mut treatments = Self { offsets: vec![0; subjects + 1], all: Vec::with_capacity(rows.len()) };
        for (place, row) in rows.into_iter().enumerate() {
            let (Some(start), Some(class)) = (starts[place], classes[place].flatten()) else { continue };
            let (end, dose, purpose) = (ends[place], doses.number(place), purposes[place]);
            treatments.all.push(Treatment { class, start, end, dose, purpose });
            treatments.offsets[row + 1] += 1;
        }
        for row in 0..subjects {
            treatments.offsets[row + 1] += treatments.offsets[row];
        }
        Ok(treatments)
    }

    /// Those of a subject.
    pub(super) fn of(&self, row: usize) -> &[Treatment] {
        match (self.offsets.get(row), self.offsets.get(row + 1)) {
            (Some(from), Some(to)) => &self.all[*from..*to],
            _ => &[],
        }
    }
}
