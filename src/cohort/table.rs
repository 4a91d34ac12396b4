//! Parquet files as lazy queries, and what a query gives as plain columns.

use std::collections::BTreeMap;
use std::path::Path;

use polars::prelude::*;

use super::error::{CohortError, engine};
use crate::domain::{Kind, Table};
use crate::ingest::frame::{ColumnData, Frame, MISSING, ReadOptions};

/// A stored table as a query; its dictionary columns are plain text.
pub(super) fn scan(name: &str, path: &Path) -> Result<LazyFrame, CohortError> {
    let frame = Frame::read_all(path, &ReadOptions::default())
        .map_err(|source| CohortError::Unreadable { table: name.to_owned(), source: Box::new(source) })?;
    let columns = frame.columns.into_iter().map(|(column, values)| series(&column, values)).collect();
    Ok(DataFrame::new(frame.rows, columns).map_err(engine(name))?.lazy())
}

/// A column for the data engine.
pub(super) fn series(name: &str, values: ColumnData) -> Column {
    fn cells<T>(values: Vec<T>, valid: Option<Vec<bool>>) -> impl Iterator<Item = Option<T>> {
        let there = valid.unwrap_or_else(|| vec![true; values.len()]);
        values.into_iter().zip(there).map(|(value, there)| there.then_some(value))
    }
    let name = PlSmallStr::from_str(name);
    match values {
        ColumnData::Text { codes, levels } => {
            let texts = codes.iter().map(|code| levels.get(*code as usize).map(String::as_str));
            StringChunked::from_iter_options(name, texts).into_column()
        }
        ColumnData::Integer { values, valid } => {
            Int64Chunked::from_iter_options(name, cells(values, valid)).into_column()
        }
        ColumnData::Real { values, valid } => {
            Float64Chunked::from_iter_options(name, cells(values, valid)).into_column()
        }
        ColumnData::Boolean { values, valid } => {
            BooleanChunked::from_iter_options(name, cells(values, valid)).into_column()
        }
    }
}

/// A canonical table as a query; an optional column that was not delivered is there, and missing.
pub(super) fn scan_canonical(name: &str, path: &Path) -> Result<LazyFrame, CohortError> {
    let mut query = scan(name, path)?;
    let Some(table) = Table::named(name) else { return Ok(query) };
    let schema = query.collect_schema().map_err(engine(name))?;
    let mut absent = Vec::new();
    for column in table.columns {
        if schema.contains(column.name) {
            continue;
        }
        if column.required {
            return Err(CohortError::MissingColumn {
                table: name.to_owned(),
                column: column.name.to_owned(),
            });
        }
        absent.push(lit(NULL).cast(stored_type(column.kind)).alias(column.name));
    }
    let columns: Vec<Expr> = table.columns.iter().map(|column| col(column.name)).collect();
    let query = if absent.is_empty() { query } else { query.with_columns(absent) };
    Ok(query.select(columns))
}

fn stored_type(kind: Kind) -> DataType {
    match kind {
        Kind::Id | Kind::Code | Kind::Category(_) => DataType::String,
        Kind::Day | Kind::Integer(..) => DataType::Int64,
        Kind::Real(..) => DataType::Float64,
        Kind::Flag => DataType::Boolean,
    }
}

/// The result of a query, by column.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    name: String,
    pub(super) rows: usize,
    by_name: BTreeMap<String, ColumnData>,
}

impl Columns {
    /// Runs a query.
    pub(super) fn collect(name: &str, query: LazyFrame) -> Result<Self, CohortError> {
        let fail = engine(name);
        let data = query.collect().map_err(&fail)?;
        let rows = data.height();
        let mut by_name = BTreeMap::new();
        for column in data.columns() {
            by_name.insert(column.name().to_string(), column_data(column).map_err(&fail)?);
        }
        Ok(Self { name: name.to_owned(), rows, by_name })
    }

    /// A column.
    pub(super) fn get(&self, column: &str) -> Result<&ColumnData, CohortError> {
        self.by_name
            .get(column)
            .ok_or_else(|| CohortError::MissingColumn { table: self.name.clone(), column: column.to_owned() })
    }

    /// Adds a column.
    pub(super) fn insert(&mut self, name: &str, values: ColumnData) {
        self.by_name.insert(name.to_owned(), values);
    }

    /// Refuses a column, sorted, in which a text stands twice.
    pub(super) fn refuse_duplicates(&self, column: &str) -> Result<(), CohortError> {
        let ColumnData::Text { codes, .. } = self.get(column)? else { return Ok(()) };
        let subjects = codes.windows(2).filter(|pair| pair[0] == pair[1]).count() as u64;
        if subjects == 0 {
            return Ok(());
        }
        Err(CohortError::DuplicateSubjects { table: self.name.clone(), subjects })
    }

    /// The days of a column.
    pub(super) fn days(&self, column: &str) -> Result<Vec<Option<i32>>, CohortError> {
        let ColumnData::Integer { values, valid } = self.get(column)? else {
            return Err(CohortError::NotNumbers { place: self.name.clone(), column: column.to_owned() });
        };
        Ok(values
            .iter()
            .enumerate()
            .map(|(row, value)| {
                let there = valid.as_ref().is_none_or(|valid| valid[row]);
                there.then(|| i32::try_from(*value).ok()).flatten()
            })
            .collect())
    }

    /// Whether a condition is fulfilled, row by row; missing where it is.
    pub(super) fn truths(&self, column: &str) -> Result<Vec<Option<bool>>, CohortError> {
        let data = self.get(column)?;
        Ok((0..self.rows)
            .map(|row| match data {
                ColumnData::Boolean { values, .. } if !data.is_missing(row) => Some(values[row]),
                _ => None,
            })
            .collect())
    }

    /// The codes of a text column, each turned into something by its text.
    pub(super) fn parsed<T: Copy>(
        &self,
        column: &str,
        parse: impl Fn(&str) -> T,
    ) -> Result<Vec<Option<T>>, CohortError> {
        let ColumnData::Text { codes, levels } = self.get(column)? else {
            return Ok(vec![None; self.rows]);
        };
        let meanings: Vec<T> = levels.iter().map(|level| parse(level)).collect();
        Ok(codes.iter().map(|code| meanings.get(*code as usize).copied()).collect())
    }

    /// Only these rows, in this order.
    pub(super) fn gather(&self, rows: &[usize]) -> Self {
        let by_name =
            self.by_name.iter().map(|(name, values)| (name.clone(), gather(values, rows))).collect();
        Self { name: self.name.clone(), rows: rows.len(), by_name }
    }
}

/// Columns put together.
pub(super) fn frame(rows: usize, columns: Vec<(String, ColumnData)>) -> Frame {
    Frame { rows, columns, details: BTreeMap::new(), first_line: 1, notes: Vec::new() }
}

/// Only these rows of a column, in this order. The levels stay.
pub(super) fn gather(column: &ColumnData, rows: &[usize]) -> ColumnData {
    fn pick<T: Copy>(values: &[T], rows: &[usize]) -> Vec<T> {
        rows.iter().map(|&row| values[row]).collect()
    }
    let there = |valid: &Option<Vec<bool>>| {
        valid.as_ref().map(|valid| pick(valid, rows)).filter(|valid| valid.contains(&false))
    };
    match column {
        ColumnData::Text { codes, levels } => {
            ColumnData::Text { codes: pick(codes, rows), levels: levels.clone() }
        }
        ColumnData::Integer { values, valid } => {
            ColumnData::Integer { values: pick(values, rows), valid: there(valid) }
        }
        ColumnData::Real { values, valid } => {
            ColumnData::Real { values: pick(values, rows), valid: there(valid) }
        }
        ColumnData::Boolean { values, valid } => {
            ColumnData::Boolean { values: pick(values, rows), valid: there(valid) }
        }
    }
}

/// Texts as a column: each distinct text once, sorted.
pub(super) fn text_column<'a>(texts: impl Iterator<Item = Option<&'a str>>) -> ColumnData {
    let mut seen: BTreeMap<&'a str, u32> = BTreeMap::new();
    let mut codes = Vec::new();
    for text in texts {
        codes.push(match text {
            Some(text) => {
                let next = u32::try_from(seen.len()).unwrap_or(MISSING);
                *seen.entry(text).or_insert(next)
            }
            None => MISSING,
        });
    }
    let mut places = vec![MISSING; seen.len()];
    for (place, code) in seen.values().enumerate() {
        places[*code as usize] = u32::try_from(place).unwrap_or(MISSING);
    }
    for code in &mut codes {
        *code = places.get(*code as usize).copied().unwrap_or(MISSING);
    }
    ColumnData::Text { codes, levels: seen.into_keys().map(str::to_owned).collect() }
}

fn column_data(column: &Column) -> PolarsResult<ColumnData> {
    let dtype = column.dtype();
    if dtype == &DataType::String {
        return Ok(text_column(column.str()?.iter()));
    }
    if dtype == &DataType::Boolean {
        let (values, valid) = split(column.bool()?.iter());
        return Ok(ColumnData::Boolean { values, valid });
    }
    if dtype.is_float() {
        let (values, valid) = split(column.cast(&DataType::Float64)?.f64()?.iter());
        return Ok(ColumnData::Real { values, valid });
    }
    if dtype.is_integer() || dtype == &DataType::Null {
        let (values, valid) = split(column.strict_cast(&DataType::Int64)?.i64()?.iter());
        return Ok(ColumnData::Integer { values, valid });
    }
    Err(PolarsError::SchemaMismatch(format!("column {} is {dtype}", column.name()).into()))
}

fn split<T: Default>(cells: impl Iterator<Item = Option<T>>) -> (Vec<T>, Option<Vec<bool>>) {
    let (lower, _) = cells.size_hint();
    let (mut values, mut valid) = (Vec::with_capacity(lower), Vec::with_capacity(lower));
    for cell in cells {
        valid.push(cell.is_some());
        values.push(cell.unwrap_or_default());
    }
    let missing = valid.contains(&false);
    (values, missing.then_some(valid))
}
