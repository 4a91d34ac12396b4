//! Columns of a known type that grow value by value.

use super::super::intern::Interner;
use super::{ColumnData, MISSING, text_column, validity};

/// The greatest whole number below which a double holds every whole number.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Values read so far, with which are there.
pub(crate) enum Growing {
    /// A column that nobody asked for: its cells are checked and not kept.
    Unwanted(usize),
    Text(Vec<u32>, Interner),
    Integer(Vec<i64>, Vec<bool>),
    Real(Vec<f64>, Vec<bool>),
    Boolean(Vec<bool>, Vec<bool>),
}

impl Growing {
    pub(crate) fn text() -> Self {
        Self::Text(Vec::new(), Interner::default())
    }

    pub(crate) fn push_missing(&mut self) {
        match self {
            Self::Unwanted(rows) => *rows += 1,
            Self::Text(codes, _) => codes.push(MISSING),
            Self::Integer(values, valid) => grow(values, valid, None),
            Self::Real(values, valid) => grow(values, valid, None),
            Self::Boolean(values, valid) => grow(values, valid, None),
        }
    }

    /// Adds a text as SAS sees it: blanks at the end do not count, and nothing but blanks is missing.
    pub(crate) fn push_text(&mut self, text: &str) {
        let text = text.trim_end_matches(' ');
        match self {
            Self::Text(codes, interner) if !text.is_empty() => codes.push(interner.number(text)),
            other => other.push_missing(),
        }
    }

    pub(crate) fn push_real(&mut self, value: f64) {
        match self {
            // Minus zero would be a second zero.
            Self::Real(values, valid) => grow(values, valid, Some(if value == 0.0 { 0.0 } else { value })),
            other => other.push_missing(),
        }
    }

    pub(crate) fn push_integer(&mut self, value: i64) {
        match self {
            Self::Integer(values, valid) => grow(values, valid, Some(value)),
            other => other.push_missing(),
        }
    }

    pub(crate) fn push_boolean(&mut self, value: bool) {
        match self {
            Self::Boolean(values, valid) => grow(values, valid, Some(value)),
            other => other.push_missing(),
        }
    }

    /// The column; numbers that are all whole become whole numbers, as in a CSV.
    pub(crate) fn finish(self) -> Option<ColumnData> {
        Some(match self {
            Self::Unwanted(_) => return None,
            Self::Text(codes, interner) => text_column(codes, interner),
            Self::Integer(values, valid) => ColumnData::Integer { values, valid: validity(valid) },
            Self::Boolean(values, valid) => ColumnData::Boolean { values, valid: validity(valid) },
            Self::Real(values, valid) => {
                let valid = validity(valid);
                match values.iter().map(|&value| whole(value)).collect() {
                    Some(values) => ColumnData::Integer { values, valid },
                    None => ColumnData::Real { values, valid },
                }
            }
        })
    }
}

/// The whole number that a double holds, if it holds one exactly.
#[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
pub(crate) fn whole(value: f64) -> Option<i64> {
    (value.fract() == 0.0 && value.abs() <= EXACT).then_some(value as i64)
}

fn grow<T: Default>(values: &mut Vec<T>, valid: &mut Vec<bool>, value: Option<T>) {
    valid.push(value.is_some());
    values.push(value.unwrap_or_default());
}
