//! Typed columns that grow row by row and end as Arrow arrays.

use std::cmp::Ordering;
use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int32Array, Int64Array, StringArray,
};
use arrow::datatypes::Int32Type;
use arrow::error::ArrowError;

use super::super::cell::{CellRule, Value};
use super::super::intern::Interner;

/// Values of one column, none where missing.
pub(super) enum Column {
    Text(Vec<Option<u32>>, Interner),
    /// Sorted texts; codes are places among them.
    Levels(Vec<Option<u32>>, Vec<String>),
    Whole(Vec<Option<i64>>, Width),
    Real(Vec<Option<f64>>),
    Flag(Vec<Option<bool>>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    Bits32,
    Bits64,
}

impl Column {
    pub(super) fn new(rule: &CellRule) -> Self {
        match rule {
            CellRule::Id | CellRule::Category(_) | CellRule::Code | CellRule::Text => {
                Self::Text(Vec::new(), Interner::default())
            }
            CellRule::Whole(low, high) => {
                let fits = i32::try_from(*low).is_ok() && i32::try_from(*high).is_ok();
                Self::Whole(Vec::new(), if fits { Width::Bits32 } else { Width::Bits64 })
            }
            CellRule::Real(..) => Self::Real(Vec::new()),
            CellRule::Flag => Self::Flag(Vec::new()),
        }
    }

    pub(super) fn push(&mut self, value: Option<Value<'_>>) {
        match (self, value) {
            (Self::Text(codes, interner), Some(Value::Text(text))) => {
                codes.push(Some(interner.number(&text)));
            }
            (Self::Whole(values, _), Some(Value::Whole(value))) => values.push(Some(value)),
            (Self::Real(values), Some(Value::Real(value))) => values.push(Some(value)),
            (Self::Flag(values), Some(Value::Flag(value))) => values.push(Some(value)),
            (Self::Text(codes, _) | Self::Levels(codes, _), _) => codes.push(None),
            (Self::Whole(values, _), _) => values.push(None),
            (Self::Real(values), _) => values.push(None),
            (Self::Flag(values), _) => values.push(None),
        }
    }

    /// The same with sorted texts, so that codes compare as texts do.
    pub(super) fn sorted(self) -> Self {
        match self {
            Self::Text(mut codes, interner) => {
                let (levels, place) = interner.into_sorted();
                for code in codes.iter_mut().flatten() {
                    *code = place[*code as usize];
                }
                Self::Levels(codes, levels)
            }
            other => other,
        }
    }

    /// The order of two rows; missing comes first.
    pub(super) fn compare(&self, a: usize, b: usize) -> Ordering {
        match self {
            Self::Text(codes, _) | Self::Levels(codes, _) => codes[a].cmp(&codes[b]),
            Self::Whole(values, _) => values[a].cmp(&values[b]),
            Self::Flag(values) => values[a].cmp(&values[b]),
            Self::Real(values) => match (values[a], values[b]) {
                (Some(a), Some(b)) => a.total_cmp(&b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            },
        }
    }

    /// The chosen rows as an Arrow array. A dictionary holds only texts that stand in these rows.
    pub(super) fn array(&self, rows: &[usize]) -> Result<ArrayRef, ArrowError> {
        Ok(match self {
            Self::Whole(values, Width::Bits32) => {
                let narrow = rows.iter().map(|&row| values[row].and_then(|value| i32::try_from(value).ok()));
                Arc::new(narrow.collect::<Int32Array>())
            }
            Self::Whole(values, Width::Bits64) => {
                Arc::new(rows.iter().map(|&row| values[row]).collect::<Int64Array>())
            }
            Self::Real(values) => Arc::new(rows.iter().map(|&row| values[row]).collect::<Float64Array>()),
            Self::Flag(values) => Arc::new(rows.iter().map(|&row| values[row]).collect::<BooleanArray>()),
            Self::Levels(codes, levels) => Arc::new(dictionary(codes, levels, rows)?),
            // Columns are sorted before they end; an unsorted one has no levels to show.
            Self::Text(codes, _) => Arc::new(dictionary(codes, &[], rows)?),
        })
    }
}

fn dictionary(
    codes: &[Option<u32>],
    levels: &[String],
    rows: &[usize],
) -> Result<DictionaryArray<Int32Type>, ArrowError> {
    let mut is_used = vec![false; levels.len()];
    for &row in rows {
        if let Some(code) = codes[row] {
            is_used[code as usize] = true;
        }
    }
    let mut place = Vec::with_capacity(levels.len());
    let mut used = 0_i32;
    for &is_used in &is_used {
        place.push(used);
        used += i32::from(is_used);
    }
    let keys: Int32Array = rows.iter().map(|&row| codes[row].map(|code| place[code as usize])).collect();
    let texts = levels.iter().zip(&is_used).filter(|(_, is_used)| **is_used).map(|(level, _)| level);
    DictionaryArray::try_new(keys, Arc::new(StringArray::from_iter_values(texts)))
}
