//! Which columns of a file are wanted, by name, and which rows.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::{IngestError, Problem, Problems};
use super::{ColumnData, Frame, MISSING};

/// The places of the wanted columns (all of them if none is named), in the order of their first mention.
///
/// # Errors
/// [`IngestError::Refused`] if two columns have one name; [`IngestError::NoColumn`].
pub(crate) fn places(
    file: &str,
    names: &[String],
    wanted: Option<&[&str]>,
) -> Result<Vec<usize>, IngestError> {
    let mut seen = BTreeSet::new();
    let mut problems = Problems::default();
    for name in names.iter().filter(|name| !seen.insert(name.as_str())) {
        let problem = Problem::of_file(file, "duplicate-header", "two columns have the same name");
        problems.add(|| problem.with_field(name));
    }
    problems.into_result()?;
    let Some(wanted) = wanted else { return Ok((0..names.len()).collect()) };
    let place = |name: &&str| {
        names.iter().position(|column| column == name).ok_or_else(|| IngestError::NoColumn {
            file: file.to_owned(),
            name: (*name).to_owned(),
            available: names.to_vec(),
        })
    };
    distinct(wanted).iter().map(place).collect()
}

/// Each name once, in the order of its first mention.
pub(super) fn distinct<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    names.iter().copied().filter(|name| seen.insert(*name)).collect()
}

impl Frame {
    /// Some of the rows, in the order of `rows`; levels that none of them has are gone.
    ///
    /// # Panics
    /// If a row is not there.
    pub(crate) fn taking(&self, rows: &[usize]) -> Self {
        let columns = self.columns.iter().map(|(name, values)| (name.clone(), values.taking(rows)));
        Self { rows: rows.len(), columns: columns.collect(), ..self.clone() }
    }
}

impl ColumnData {
    fn taking(&self, rows: &[usize]) -> Self {
        let marks = |valid: &Option<Vec<bool>>| valid.as_ref().map(|valid| chosen(valid, rows));
        match self {
            Self::Text { codes, levels } => {
                let codes = chosen(codes, rows);
                let used: BTreeSet<u32> = codes.iter().copied().filter(|code| *code != MISSING).collect();
                let places: BTreeMap<u32, u32> = used.iter().copied().zip(0..).collect();
                let place = |code: &u32| places.get(code).copied().unwrap_or(MISSING);
                Self::Text {
                    codes: codes.iter().map(place).collect(),
                    levels: used.iter().map(|code| levels[*code as usize].clone()).collect(),
                }
            }
            Self::Integer { values, valid } => {
                Self::Integer { values: chosen(values, rows), valid: marks(valid) }
            }
            Self::Real { values, valid } => Self::Real { values: chosen(values, rows), valid: marks(valid) },
            Self::Boolean { values, valid } => {
                Self::Boolean { values: chosen(values, rows), valid: marks(valid) }
            }
        }
    }
}

fn chosen<T: Copy>(values: &[T], rows: &[usize]) -> Vec<T> {
    rows.iter().map(|row| values[*row]).collect()
}
