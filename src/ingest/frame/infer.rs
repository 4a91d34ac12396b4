//! The types of CSV columns, from their cells.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::delimited::{Fault, Sheet};
use super::super::error::{IngestError, Problems};
use super::super::intern::Interner;
use super::super::number::{self, NotANumber, Number};
use super::{ColumnData, Frame, MISSING, ReadOptions, text_column, validity};
use crate::study::DecimalMark;

/// Cells of one column.
struct Cells<'a> {
    sheet: &'a Sheet,
    slot: usize,
    missing: &'a [String],
    decimal: DecimalMark,
}

pub(super) fn columns(sheet: &Sheet, wanted: &[&str], options: &ReadOptions) -> Result<Frame, IngestError> {
    let mut problems = Problems::default();
    let mut columns = Vec::with_capacity(wanted.len());
    for name in wanted {
        let slot = sheet.slot(name).ok_or_else(|| IngestError::NoColumn {
            file: sheet.file().to_owned(),
            name: (*name).to_owned(),
            available: sheet.header().to_vec(),
        })?;
        let cells = Cells { sheet, slot, missing: &options.missing, decimal: options.text.decimal };
        let must_be_numbers = options.numbers.iter().any(|number| number == name);
        columns.push(((*name).to_owned(), cells.typed(must_be_numbers, &mut problems)));
    }
    problems.into_result()?;
    Ok(Frame {
        rows: sheet.rows(),
        columns,
        details: BTreeMap::new(),
        first_line: if sheet.rows() > 0 { sheet.line(0) } else { 1 },
        notes: sheet.notes().to_vec(),
    })
}

impl Cells<'_> {
    fn typed(&self, must_be_numbers: bool, problems: &mut Problems) -> ColumnData {
        if let Ok(integers) = self.integers() {
            return integers;
        }
        match self.reals() {
            Ok(reals) => reals,
            Err(_) if must_be_numbers || self.is_meant_as_numbers() => {
                self.name_bad_numbers(problems);
                ColumnData::Real { values: Vec::new(), valid: None }
            }
            Err(_) => self.booleans().unwrap_or_else(|| self.text()),
        }
    }

    /// The text of a cell; none if missing.
    fn value(&self, row: usize) -> Option<Cow<'_, str>> {
        let cell = self.sheet.cell(row, self.slot);
        let trimmed = cell.trim_matches(' ');
        if self.missing.iter().any(|missing| missing == trimmed) { None } else { Some(cell) }
    }

    fn number(&self, row: usize) -> Option<Result<Number, NotANumber>> {
        let cell = self.value(row)?;
        let text = number::with_point(Cow::Borrowed(cell.trim_matches(' ')), self.decimal);
        Some(text.and_then(|text| number::parse(&text)))
    }

    fn integers(&self) -> Result<ColumnData, NotANumber> {
        let rows = self.sheet.rows();
        let (mut values, mut valid) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        for row in 0..rows {
            let value = match self.number(row).transpose()? {
                Some(Number::Real(_)) => return Err(NotANumber::Text),
                Some(Number::Whole(value)) => Some(value),
                None => None,
            };
            values.push(value.unwrap_or(0));
            valid.push(value.is_some());
        }
        Ok(ColumnData::Integer { values, valid: validity(valid) })
    }

    fn reals(&self) -> Result<ColumnData, NotANumber> {
        let rows = self.sheet.rows();
        let (mut values, mut valid) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        for row in 0..rows {
            let value = self.number(row).transpose()?;
            values.push(value.map_or(0.0, Number::as_f64));
            valid.push(value.is_some());
        }
        Ok(ColumnData::Real { values, valid: validity(valid) })
    }

    /// Whether every cell is a number or almost one, and some cell is a number.
    fn is_meant_as_numbers(&self) -> bool {
        let mut numbers = 0;
        for row in 0..self.sheet.rows() {
            match self.number(row) {
                Some(Ok(_)) => numbers += 1,
                Some(Err(other)) if !other.is_almost_a_number() => return false,
                Some(Err(_)) | None => {}
            }
        }
        numbers > 0
    }

    fn name_bad_numbers(&self, problems: &mut Problems) {
        for row in 0..self.sheet.rows() {
            if let Some(Err(other)) = self.number(row) {
                problems.add(|| self.sheet.problem(row, self.slot, bad_number(other)));
            }
        }
    }

    fn booleans(&self) -> Option<ColumnData> {
        let rows = self.sheet.rows();
        let (mut values, mut valid) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        for row in 0..rows {
            let value = match self.value(row).as_deref() {
                Some("true" | "TRUE" | "True") => Some(true),
                Some("false" | "FALSE" | "False") => Some(false),
                Some(_) => return None,
                None => None,
            };
            values.push(value.unwrap_or(false));
            valid.push(value.is_some());
        }
        Some(ColumnData::Boolean { values, valid: validity(valid) })
    }

    fn text(&self) -> ColumnData {
        let mut interner = Interner::default();
        let codes = (0..self.sheet.rows())
            .map(|row| self.value(row).map_or(MISSING, |text| interner.number(&text)))
            .collect();
        text_column(codes, interner)
    }
}

fn bad_number(other: NotANumber) -> Fault {
    let fault = Fault::new(other.rule(), format!("the cell {}", other.message()));
    match other.help() {
        Some(help) => fault.help(help),
        None => fault,
    }
}
