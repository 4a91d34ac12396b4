//! A registry extract: one row a subject, columns named by whoever made it.
//!
//! Only the columns that the study names are taken; the others are listed
//! ([`TableRows::not_taken`]) and never stored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::cell::{CellRule, MAX_DAY};
use super::error::IngestError;
use super::rows::{self, ColumnPlan, Plan, SourcePlan, TableRows, Unnamed, Words};
use super::screen::Screen;
use crate::study::{Expression, TextFormat};

/// What the cells of an extract's column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WideKind {
    /// The identifier of the subject; it may not come twice.
    Id,
    /// Whole days.
    Day,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Text, or codes that become text by `recode`.
    Text,
    /// 0 or 1, true or false.
    Flag,
}

/// A column of an extract.
#[derive(Debug, Clone)]
pub struct WideColumn {
    /// Its name in the files.
    pub name: String,
    /// Its name in the store.
    pub stored: String,
    /// Its name for people.
    pub label: Option<String>,
    /// What its cells hold.
    pub kind: WideKind,
    /// Delivered code -> label, `""` for no value, `"drop"` to leave the row out; if there are any, no other code
    /// is taken.
    pub recode: BTreeMap<String, String>,
    /// Whether every cell must be filled.
    pub required: bool,
    /// Least number allowed.
    pub min: Option<f64>,
    /// Greatest number allowed.
    pub max: Option<f64>,
}

/// How an extract is read.
#[derive(Debug, Clone)]
pub struct WideOptions {
    /// The columns to take.
    pub columns: Vec<WideColumn>,
    /// What a missing value is written as, besides an empty cell.
    pub missing: Vec<String>,
    /// Which delivered rows are taken; all unless set.
    pub condition: Option<Expression>,
    /// How CSV and XPORT are written.
    pub text: TextFormat,
    /// Share of rows that may be rejected before the delivery is refused; 0 unless set.
    pub threshold: f64,
    /// The directory of the study; files are named relative to it.
    pub root: PathBuf,
    /// How the files are screened before anything is kept; none: not at all.
    pub screen: Option<Arc<Screen>>,
}

/// Reads a registry extract, in any format that is read (docs/contract.md).
///
/// # Errors
/// As [`super::read_table`]; [`IngestError::Options`] if two columns are stored under one name or
/// limits are the wrong way round.
pub fn read_wide(files: &[PathBuf], options: &WideOptions) -> Result<TableRows, IngestError> {
    let mut stored = BTreeSet::new();
    let mut columns = Vec::with_capacity(options.columns.len());
    for column in &options.columns {
        if !stored.insert(&column.stored) {
            let message = format!("two columns of the extract are stored as {}", column.stored);
            return Err(IngestError::Options { message });
        }
        columns.push(ColumnPlan {
            delivered: column.name.clone(),
            filled: column.required || column.kind == WideKind::Id,
            present: true,
            recode: column.recode.clone(),
            label: column.label.clone(),
            ..ColumnPlan::new(&column.stored, rule(column)?)
        });
    }
    let is_key = |(index, column): (usize, &WideColumn)| (column.kind == WideKind::Id).then_some(index);
    let rows = rows::read(&Plan {
        table: "wide".to_owned(),
        key: options.columns.iter().enumerate().filter_map(is_key).collect(),
        threshold: options.threshold,
        text: options.text,
        root: options.root.clone(),
        screen: options.screen.clone(),
        sources: vec![SourcePlan {
            files: files.to_vec(),
            columns,
            unnamed: Unnamed::NotTaken,
            missing: options.missing.clone(),
            condition: options.condition.clone(),
            expect: BTreeMap::new(),
            words: Words::Recode("inputs.wide".to_owned()),
            assumed: None,
        }],
    })?;
    if rows.counts.rows_in == 0 {
        return Err(IngestError::NoRows { file: "wide".to_owned() });
    }
    Ok(rows)
}

fn rule(column: &WideColumn) -> Result<CellRule, IngestError> {
    let (min, max) = (column.min, column.max);
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        let message = format!("the limits of {} are the wrong way round", column.name);
        return Err(IngestError::Options { message });
    }
    Ok(match column.kind {
        WideKind::Id => CellRule::Id,
        WideKind::Text => CellRule::Text,
        WideKind::Flag => CellRule::Flag,
        WideKind::Number => CellRule::Real(min.unwrap_or(f64::MIN), max.unwrap_or(f64::MAX)),
        WideKind::Day => whole(min, max, (-MAX_DAY, MAX_DAY)),
        WideKind::Integer => whole(min, max, (i64::MIN, i64::MAX)),
    })
}

fn whole(min: Option<f64>, max: Option<f64>, (low, high): (i64, i64)) -> CellRule {
    let limit = |limit: f64| format!("{limit:.0}").parse::<i64>().ok();
    let low = min.map(f64::ceil).and_then(limit).map_or(low, |limit| limit.max(low));
    let high = max.map(f64::floor).and_then(limit).map_or(high, |limit| limit.min(high));
    CellRule::Whole(low, high)
}

#[cfg(test)]
mod tests;
