//! Files in, sorted rows and rejects out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use arrow::datatypes::{Field, Schema};
use arrow::record_batch::RecordBatch;

use super::super::delimited::Fault;
use super::super::error::{IngestError, Note, Problem, Problems};
use super::super::screen::{Screening, shown};
use super::cells::{self, Mapped};
use super::codes::{Coded, UnknownCodes};
use super::column::Column;
use super::delivered::{Delivered, fetch};
use super::header::Places;
use super::persons::{describe, relabelled, subject, told};
use super::{Counts, Origin, Plan, Reject, SourcePlan, TableRows, condition, duplicates, header, is_above};

/// Reads the files of a table.
pub(crate) fn read(plan: &Plan) -> Result<TableRows, IngestError> {
    if !(0.0..=1.0).contains(&plan.threshold) {
        let message = format!("{}: the share of rows that may be rejected lies within 0 and 1", plan.table);
        return Err(IngestError::Options { message });
    }
    let mut reading = Reading::new(plan);
    let delivered = reading.fetch_all()?;
    reading.screen(&delivered)?;
    for (place, (source, file)) in (0_u32..).zip(&delivered) {
        reading.take(place, *source, file);
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
    unknown: UnknownCodes,
    rejects: Vec<Reject>,
    notes: Vec<Note>,
    counts: Counts,
    not_taken: Vec<String>,
    allowed: BTreeSet<String>,
}

impl<'a> Reading<'a> {
    fn new(plan: &'a Plan) -> Self {
        let columns = plan.sources.first().map_or(&[][..], |source| &source.columns);
        Self {
            plan,
            columns: columns.iter().map(|column| Column::new(&column.rule)).collect(),
            origins: Vec::new(),
            rows: Vec::new(),
            fatal: Problems::default(),
            problems: Problems::default(),
            unknown: UnknownCodes::default(),
            rejects: Vec::new(),
            notes: Vec::new(),
            counts: Counts::default(),
            not_taken: Vec::new(),
            allowed: BTreeSet::new(),
        }
    }

    /// Every file of every source once, in the order of their names, each with the place of its source.
    fn fetch_all(&mut self) -> Result<Vec<(usize, Delivered)>, IngestError> {
        let mut delivered = Vec::new();
        for (place, source) in self.plan.sources.iter().enumerate() {
            let mut files: Vec<&PathBuf> = source.files.iter().collect();
            files.sort();
            files.dedup();
            let mut seen: BTreeMap<String, String> = BTreeMap::new();
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
                match arrived.parse(self.plan.text) {
                    Ok(file) => delivered.push((place, file)),
                    Err(IngestError::Refused { problems }) => self.fatal.append(problems),
                    Err(other) => return Err(other),
                }
            }
        }
        Ok(delivered)
    }

    /// Looks for what gives persons away, in every column of every file. What is found is told alone: other messages
    /// may name the codes of a column.
    fn screen(&mut self, delivered: &[(usize, Delivered)]) -> Result<(), IngestError> {
        let Some(screen) = &self.plan.screen else { return Ok(()) };
        let mut screening = Screening::new(screen, &self.plan.table);
        for (source, file) in delivered {
            screening.file(file, &|name| describe(&self.plan.sources[*source], name));
            let allowed = file.header().iter().filter(|name| screen.allows(&self.plan.table, name));
            self.allowed.extend(allowed.cloned());
        }
        let (problems, notes) = screening.finish();
        self.notes.extend(notes);
        if problems.is_empty() {
            return Ok(());
        }
        self.fatal.append(problems);
        std::mem::take(&mut self.fatal).into_result()
    }

    fn take(&mut self, place: u32, source: usize, file: &Delivered) {
        let plan = &self.plan.sources[source];
        self.counts.files += 1;
        self.counts.rows_in += file.source.rows;
        self.notes.extend_from_slice(file.notes());
        let before = self.fatal.count();
        let places = header::places(file, self.plan, plan, &mut self.fatal);
        self.refuse_dates(plan, file, &places);
        if self.fatal.count() > before {
            return;
        }
        for (index, name) in file.header().iter().enumerate() {
            let name = shown(index, name);
            if !places.reads(index) && !self.not_taken.contains(&name) {
                self.not_taken.push(name);
            }
        }
        for row in 0..file.source.rows {
            match wanted(plan, file, row, &places) {
                Ok(true) => self.take_row((place, source), file, row, &places),
                Ok(false) => self.counts.left_out += 1,
                Err((fault, name)) => {
                    let rule = fault.rule;
                    self.problems.add(|| problem_of_row(file, row, fault.in_field(&name)));
                    self.reject((plan, file, row), &places, vec![(rule, name)]);
                }
            }
        }
    }

    /// A day counts from the infusion; a column that the file itself calls dates is none.
    fn refuse_dates(&mut self, plan: &SourcePlan, file: &Delivered, places: &Places) {
        for (column, place) in plan.columns.iter().zip(&places.columns) {
            if let Some(temporal) = place.and_then(|place| file.temporal(place)) {
                let fault = Fault::new("date-column", format!("the column holds {}", temporal.name()))
                    .help("deliver days from the infusion")
                    .in_field(&column.delivered);
                self.fatal.add(|| file.unplaced(fault));
            }
        }
    }

    fn take_row(&mut self, (place, source): (u32, usize), file: &Delivered, row: usize, places: &Places) {
        let plan = &self.plan.sources[source];
        let mut values = Vec::with_capacity(plan.columns.len());
        let mut broken = Vec::new();
        for (index, column) in plan.columns.iter().enumerate() {
            let mapped = cells::map(plan, index, (file, row), places);
            match mapped.and_then(|mapped| relabelled(self.plan, column, mapped)) {
                Ok(Mapped::Value(value)) => values.push(value),
                Ok(Mapped::Dropped) => {
                    self.counts.left_out += 1;
                    return;
                }
                Ok(Mapped::Unknown(code)) => {
                    broken.push((
                        ("unknown-code", column.delivered.clone()),
                        Wrong::Code(Coded::Planned(source, index), code),
                    ));
                }
                Err(fault) => {
                    let at = places.columns[index];
                    broken.push(((fault.rule, column.delivered.clone()), Wrong::Cell(at, fault)));
                }
            }
        }
        broken.extend(unexpected(plan, source, (file, row), places));
        if broken.is_empty() {
            for (column, value) in self.columns.iter_mut().zip(values) {
                column.push(value);
            }
            self.rows.push(row);
            let line = u32::try_from(file.line(row)).unwrap_or(u32::MAX);
            self.origins.push(Origin { source: place, line });
            return;
        }
        let mut rules = Vec::with_capacity(broken.len());
        for (rule, wrong) in broken {
            match wrong {
                Wrong::Code(field, code) => {
                    let subject = subject(plan, (file, row), places);
                    self.unknown.add(field, code, (&file.source.path, file.line(row), subject.as_deref()));
                }
                Wrong::Cell(Some(at), fault) => self.problems.add(|| file.problem(row, at, fault)),
                Wrong::Cell(None, fault) => {
                    self.problems.add(|| problem_of_row(file, row, fault.in_field(&rule.1)));
                }
            }
            rules.push(rule);
        }
        self.reject((plan, file, row), places, rules);
    }

    fn reject(
        &mut self,
        (source, file, row): (&SourcePlan, &Delivered, usize),
        places: &Places,
        broken: Vec<(&'static str, String)>,
    ) {
        self.counts.rejected += 1;
        let told = told(self.plan, source, (file, row), places);
        self.rejects.push(Reject::new(&file.source.path, file.line(row), broken, told));
    }

    fn finish(mut self, delivered: &[(usize, Delivered)]) -> Result<TableRows, IngestError> {
        self.columns = self.columns.into_iter().map(Column::sorted).collect();
        self.problems.append(std::mem::take(&mut self.unknown).problems(self.plan));
        let sorted = duplicates::sort(&self.columns, &self.plan.key, &self.origins);
        for &row in &sorted.clashing {
            let (source, file) = &delivered[self.origins[row].source as usize];
            self.clash(&self.plan.sources[*source], file, self.rows[row]);
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
            sources: delivered.iter().map(|(_, file)| file.source.clone()).collect(),
            rejects: self.rejects,
            problems: self.problems,
            notes: self.notes,
            counts: self.counts,
            not_taken: self.not_taken,
            allowed: self.allowed,
        })
    }

    fn clash(&mut self, source: &SourcePlan, file: &Delivered, row: usize) {
        let columns = self.plan.sources.first().map_or(&[][..], |source| &source.columns);
        let names: Vec<&str> = self.plan.key.iter().map(|&index| &*columns[index].delivered).collect();
        let fields = names.join(", ");
        let mut problem = Problem::of_file(
            &file.source.path,
            "duplicate-key",
            "another row has the same key and is not a copy in another file",
        )
        .with_field(&fields);
        problem.line = Some(file.line(row));
        self.problems.add(|| problem);
        let places = header::places(file, self.plan, source, &mut Problems::default());
        self.reject((source, file, row), &places, vec![("duplicate-key", fields)]);
    }
}

/// A problem of a row that stands in no one cell.
fn problem_of_row(file: &Delivered, row: usize, fault: Fault) -> Problem {
    let mut problem = file.unplaced(fault);
    problem.line = Some(file.line(row));
    problem
}

/// What is wrong with a row.
enum Wrong {
    /// A code that no code map names.
    Code(Coded, String),
    /// A cell that breaks the rule of its column; its place, if the column is there.
    Cell(Option<usize>, Fault),
}

/// Whether the condition of the source takes the row; else the fault and the columns of the condition.
fn wanted(plan: &SourcePlan, file: &Delivered, row: usize, places: &Places) -> Result<bool, (Fault, String)> {
    let Some(condition) = &plan.condition else { return Ok(true) };
    let cell = |name: &str| {
        let cell = file.cell(row, *places.others.get(name)?);
        let missing = cell.is_empty() || plan.missing.iter().any(|text| *text == cell);
        (!missing).then(|| Cow::Owned(cell.into_owned()))
    };
    condition::fulfils(condition, &condition::Row { cell: &cell, decimal: file.decimal() })
        .map(|truth| truth == Some(true))
        .map_err(|fault| (fault, condition.columns().into_iter().collect::<Vec<_>>().join(", ")))
}

/// Columns whose value in this row is none of those expected.
fn unexpected(
    plan: &SourcePlan,
    source: usize,
    (file, row): (&Delivered, usize),
    places: &Places,
) -> Vec<((&'static str, String), Wrong)> {
    let mut found = Vec::new();
    for (name, expected) in &plan.expect {
        let Some(place) = places.others.get(name) else { continue };
        let cell = file.cell(row, *place);
        if !expected.iter().any(|value| *value == cell) {
            let field = Coded::Expected(source, name.clone());
            found.push((("unexpected-value", name.clone()), Wrong::Code(field, cell.into_owned())));
        }
    }
    found
}

fn batch(plan: &Plan, columns: &[Column], kept: &[usize]) -> Result<RecordBatch, IngestError> {
    let damaged = |error: arrow::error::ArrowError| IngestError::Damaged {
        file: plan.table.clone(),
        format: "a table",
        detail: error.to_string(),
    };
    let mut fields = Vec::with_capacity(columns.len());
    let mut arrays = Vec::with_capacity(columns.len());
    let planned = plan.sources.first().map_or(&[][..], |source| &source.columns);
    for (planned, column) in planned.iter().zip(columns) {
        let array = column.array(kept).map_err(damaged)?;
        fields.push(Field::new(&planned.stored, array.data_type().clone(), !planned.filled));
        arrays.push(array);
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(damaged)
}
