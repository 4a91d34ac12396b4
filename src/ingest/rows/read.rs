//! Files in, sorted rows and rejects out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use arrow::datatypes::{Field, Schema};
use arrow::record_batch::RecordBatch;

use super::super::cell::Value;
use super::super::delimited::Fault;
use super::super::error::{IngestError, Note, Problem, Problems};
use super::column::Column;
use super::delivered::{Delivered, fetch};
use super::{ColumnPlan, Counts, Origin, Plan, Reject, TableRows, duplicates, header, is_above};

/// Reads the files of a table.
pub(crate) fn read(files: &[PathBuf], plan: &Plan) -> Result<TableRows, IngestError> {
    if !(0.0..=1.0).contains(&plan.threshold) {
        let message = format!("{}: the share of rows that may be rejected lies within 0 and 1", plan.table);
        return Err(IngestError::Options { message });
    }
    let mut reading = Reading::new(plan);
    let delivered = reading.fetch_all(files)?;
    for (source, file) in (0_u32..).zip(&delivered) {
        reading.take(source, file);
    }
    reading.finish(&delivered)
}

struct Reading<'a> {
    plan: &'a Plan,
    columns: Vec<Column>,
    origins: Vec<Origin>,
    /// For each accepted row its number within its file.
    rows: Vec<usize>,
    /// What refuses the delivery in any case.
    fatal: Problems,
    /// What is wrong with rows.
    problems: Problems,
    rejects: Vec<Reject>,
    notes: Vec<Note>,
    counts: Counts,
    not_taken: Vec<String>,
}

impl<'a> Reading<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            columns: plan.columns.iter().map(|column| Column::new(&column.rule)).collect(),
            origins: Vec::new(),
            rows: Vec::new(),
            fatal: Problems::default(),
            problems: Problems::default(),
            rejects: Vec::new(),
            notes: Vec::new(),
            counts: Counts::default(),
            not_taken: Vec::new(),
        }
    }

    /// Every file once, in the order of their names.
    fn fetch_all(&mut self, files: &[PathBuf]) -> Result<Vec<Delivered>, IngestError> {
        let mut files: Vec<&PathBuf> = files.iter().collect();
        files.sort();
        files.dedup();
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let mut delivered = Vec::new();
        for path in files {
            let arrived = fetch(path, &self.plan.root)?;
            let (name, hash) = (arrived.source.path.clone(), arrived.source.sha256.clone());
            if let Some(first) = seen.get(&hash) {
                self.counts.duplicate_files += 1;
                let message = format!("passed over: the same bytes as {first}");
                self.notes.push(Note { file: name, line: None, rule: "same-file", message });
                continue;
            }
            seen.insert(hash, name);
            match arrived.parse(self.plan.delimiter) {
                Ok(file) => delivered.push(file),
                Err(IngestError::Refused { problems }) => self.fatal.append(problems),
                Err(other) => return Err(other),
            }
        }
        Ok(delivered)
    }

    fn take(&mut self, source: u32, file: &Delivered) {
        self.counts.files += 1;
        self.counts.rows_in += file.source.rows;
        self.notes.extend_from_slice(file.notes());
        let before = self.fatal.count();
        let places = header::places(file, self.plan, &mut self.fatal);
        self.refuse_dates(file, &places);
        if self.fatal.count() > before {
            return;
        }
        for (index, name) in file.header().iter().enumerate() {
            if !places.contains(&Some(index)) && !self.not_taken.contains(name) {
                self.not_taken.push(name.clone());
            }
        }
        for row in 0..file.source.rows {
            self.take_row(source, file, row, &places);
        }
    }

    /// A day counts from the infusion; a column that the file itself calls dates is none.
    fn refuse_dates(&mut self, file: &Delivered, places: &[Option<usize>]) {
        for (column, place) in self.plan.columns.iter().zip(places) {
            if let Some(temporal) = place.and_then(|place| file.temporal(place)) {
                let fault = Fault::new("date-column", format!("the column holds {}", temporal.name()))
                    .help("deliver days from the infusion")
                    .in_field(&column.delivered);
                self.fatal.add(|| file.unplaced(fault));
            }
        }
    }

    fn take_row(&mut self, source: u32, file: &Delivered, row: usize, places: &[Option<usize>]) {
        let mut values = Vec::with_capacity(places.len());
        let mut broken = Vec::new();
        for (column, place) in self.plan.columns.iter().zip(places) {
            let Some(place) = *place else {
                values.push(None);
                continue;
            };
            match value(column, &self.plan.missing, file, row, place) {
                Ok(value) => values.push(value),
                Err(fault) => {
                    broken.push((fault.rule, column.delivered.clone()));
                    self.problems.add(|| file.problem(row, place, fault));
                }
            }
        }
        if broken.is_empty() {
            for (column, value) in self.columns.iter_mut().zip(values) {
                column.push(value);
            }
            self.rows.push(row);
            let line = u32::try_from(file.line(row)).unwrap_or(u32::MAX);
            self.origins.push(Origin { source, line });
        } else {
            self.reject(file, row, broken);
        }
    }

    fn reject(&mut self, file: &Delivered, row: usize, broken: Vec<(&'static str, String)>) {
        self.counts.rejected += 1;
        self.rejects.push(Reject::new(&file.source.path, file.line(row), broken, file.record(row)));
    }

    fn finish(mut self, delivered: &[Delivered]) -> Result<TableRows, IngestError> {
        self.columns = self.columns.into_iter().map(Column::sorted).collect();
        let sorted = duplicates::sort(&self.columns, &self.plan.key, &self.origins);
        for &row in &sorted.clashing {
            let file = &delivered[self.origins[row].source as usize];
            self.clash(file, self.rows[row]);
        }
        self.counts.duplicates = sorted.repeated;
        self.counts.accepted = sorted.kept.len();
        self.problems.sort();
        self.rejects.sort();
        self.not_taken.sort();
        if !self.fatal.is_empty() || is_above(self.plan.threshold, &self.counts) {
            self.fatal.append(self.problems);
            return Err(IngestError::Refused { problems: self.fatal });
        }
        Ok(TableRows {
            name: self.plan.table.clone(),
            batch: batch(self.plan, &self.columns, &sorted.kept)?,
            origins: sorted.kept.iter().map(|&row| self.origins[row]).collect(),
            sources: delivered.iter().map(|file| file.source.clone()).collect(),
            rejects: self.rejects,
            problems: self.problems,
            notes: self.notes,
            counts: self.counts,
            not_taken: self.not_taken,
        })
    }

    fn clash(&mut self, file: &Delivered, row: usize) {
        let names: Vec<&str> =
            self.plan.key.iter().map(|&index| &*self.plan.columns[index].delivered).collect();
        let fields = names.join(", ");
        let mut problem = Problem::of_file(
            &file.source.path,
            "duplicate-key",
            "another row has the same key and is not a copy in another file",
        )
        .with_field(&fields);
        problem.line = Some(file.line(row));
        self.problems.add(|| problem);
        self.reject(file, row, vec![("duplicate-key", fields)]);
    }
}

/// The value of a cell, none if missing.
fn value<'a>(
    column: &ColumnPlan,
    missing: &[String],
    file: &'a Delivered,
    row: usize,
    place: usize,
) -> Result<Option<Value<'a>>, Fault> {
    let cell = file.cell(row, place);
    if cell.is_empty() || missing.iter().any(|text| *text == cell) {
        return if column.filled {
            Err(Fault::new("missing-value", "the value is missing and must be there"))
        } else {
            Ok(None)
        };
    }
    if column.recode.is_empty() {
        return column.rule.check(cell).map(Some);
    }
    match column.recode.get(cell.trim()) {
        Some(label) => column.rule.check(label.clone().into()).map(Some),
        None => Err(Fault::new("unknown-code", "the code has no entry under `recode`").help(format!(
            "the entries are {}",
            column.recode.keys().cloned().collect::<Vec<_>>().join(", ")
        ))),
    }
}

fn batch(plan: &Plan, columns: &[Column], kept: &[usize]) -> Result<RecordBatch, IngestError> {
    let damaged = |error: arrow::error::ArrowError| IngestError::Damaged {
        file: plan.table.clone(),
        format: "a table",
        detail: error.to_string(),
    };
    let mut fields = Vec::with_capacity(columns.len());
    let mut arrays = Vec::with_capacity(columns.len());
    for (planned, column) in plan.columns.iter().zip(columns) {
        let array = column.array(kept).map_err(damaged)?;
        fields.push(Field::new(&planned.stored, array.data_type().clone(), !planned.filled));
        arrays.push(array);
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(damaged)
}
