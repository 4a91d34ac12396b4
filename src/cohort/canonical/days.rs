//! First days and spans of events and treatments, by subject.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::super::error::{CohortError, engine};
use super::super::table::Columns;
use crate::ingest::frame::ColumnData;

/// The subjects of the population and their rows, to be joined to other tables.
pub(in crate::cohort) struct Roster(Vec<String>);

impl Roster {
    /// The roster of a population.
    pub(in crate::cohort) fn new(population: &Columns) -> Result<Self, CohortError> {
        let ids = population.get("subject_id")?;
        Ok(Self((0..population.rows).map(|row| ids.label(row).unwrap_or_default()).collect()))
    }

    /// Number of subjects.
    pub(in crate::cohort) fn len(&self) -> usize {
        self.0.len()
    }

    /// The rows of a table that belong to these subjects, with their place as `row`.
    pub(in crate::cohort) fn join(
        &self,
        name: &str,
        table: LazyFrame,
        subjects: std::ops::Range<usize>,
    ) -> Result<LazyFrame, CohortError> {
        let ids: Vec<&str> = self.0[subjects.clone()].iter().map(String::as_str).collect();
        let rows: Vec<i64> = subjects.filter_map(|row| i64::try_from(row).ok()).collect();
        let columns = vec![Column::new("subject_id".into(), ids), Column::new("row".into(), rows)];
        let roster = DataFrame::new(columns[0].len(), columns).map_err(engine(name))?.lazy();
        Ok(table.inner_join(roster, col("subject_id"), col("subject_id")))
    }
}

/// For each subject the first day from day 0 on which each of these conditions holds.
pub(super) fn first_days(
    name: &str,
    joined: LazyFrame,
    day: &str,
    conditions: &BTreeMap<String, Expr>,
    subjects: usize,
) -> Result<BTreeMap<String, Vec<Option<i32>>>, CohortError> {
    let firsts: Vec<Expr> = conditions
        .iter()
        .map(|(key, condition)| {
            let counts = condition.clone().and(col(day).gt_eq(lit(0)));
            col(day).filter(counts).min().alias(format!("first:{key}"))
        })
        .collect();
    let grouped = Columns::collect(name, joined.group_by([col("row")]).agg(firsts))?;
    let rows = row_numbers(&grouped)?;
    let mut by_condition = BTreeMap::new();
    for key in conditions.keys() {
        let days = grouped.days(&format!("first:{key}"))?;
        let mut first = vec![None; subjects];
        for (row, day) in rows.iter().zip(days) {
            first[*row] = day;
        }
        by_condition.insert(key.clone(), first);
    }
    Ok(by_condition)
}

/// From the first day to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct Span {
    pub(in crate::cohort) start: i32,
    pub(in crate::cohort) end: i32,
}

impl Span {
    /// Whether a day lies in the span or at most so many days after it.
    pub(in crate::cohort) fn reaches(self, day: i32, after: i32) -> bool {
        self.start <= day && day <= self.end.saturating_add(after)
    }
}

/// Spans of every subject, in the order of their first days.
#[derive(Debug, Clone, Default)]
pub(in crate::cohort) struct Spans {
    offsets: Vec<usize>,
    spans: Vec<Span>,
}

impl Spans {
    /// The spans of a subject.
    pub(in crate::cohort) fn of(&self, row: usize) -> &[Span] {
        match (self.offsets.get(row), self.offsets.get(row + 1)) {
            (Some(from), Some(to)) => &self.spans[*from..*to],
            _ => &[],
        }
    }
}

/// The spans of the rows that fulfil a condition. A row without a last day lasts one day.
pub(super) fn spans(
    name: &str,
    joined: LazyFrame,
    start: &str,
    condition: Expr,
    subjects: usize,
) -> Result<Spans, CohortError> {
    let query = joined
        .filter(condition)
        .select([col("row"), col(start).alias("start"), col("end_day").alias("end")])
        .sort(["row", "start", "end"], SortMultipleOptions::default());
    let found = Columns::collect(name, query)?;
    let (rows, starts, ends) = (row_numbers(&found)?, found.days("start")?, found.days("end")?);
    let mut offsets = vec![0; subjects + 1];
    let mut spans = Vec::with_capacity(rows.len());
    for ((row, start), end) in rows.into_iter().zip(starts).zip(ends) {
        let Some(start) = start else { continue };
        spans.push(Span { start, end: end.map_or(start, |end| end.max(start)) });
        offsets[row + 1] += 1;
    }
    for row in 0..subjects {
        offsets[row + 1] += offsets[row];
    }
    Ok(Spans { offsets, spans })
}

/// The places of the subjects that the rows belong to.
pub(in crate::cohort) fn row_numbers(columns: &Columns) -> Result<Vec<usize>, CohortError> {
    match columns.get("row")? {
        ColumnData::Integer { values, .. } => {
            Ok(values.iter().filter_map(|row| usize::try_from(*row).ok()).collect())
        }
        _ => Ok(Vec::new()),
    }
}
