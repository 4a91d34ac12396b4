//! The cohort written as CSV, one file a canonical table, subject by subject.

use super::record::{Cells, Record};
use super::{SynthOptions, SyntheticSubject, subject};
use crate::domain::table::{Column, TABLES, Table};
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Rows written, by table, in the order of the schema.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts(Vec<(&'static str, u64)>);

impl Counts {
    /// The `(table, rows)` pairs, in the order of the schema.
    pub fn tables(&self) -> &[(&'static str, u64)] {
        &self.0
    }

    /// The rows of one table; 0 for one that is not there.
    pub fn rows(&self, table: &str) -> u64 {
        self.0.iter().find(|(name, _)| *name == table).map_or(0, |(_, rows)| *rows)
    }
}

/// Why a synthetic cohort could not be written.
#[derive(Debug, Error)]
pub enum SynthError {
    /// The years are not in order.
    #[error("years must run 1950 <= first ({first}) <= last ({last}) <= cut-off ({cutoff}) <= 2100")]
    Years {
        /// First year of transplantation.
        first: i32,
        /// Last year of transplantation.
        last: i32,
        /// Year of the data cut.
        cutoff: i32,
    },
    /// The share lost to follow-up is none.
    #[error("the share lost to follow-up in a year must be at least 0 and below 1, not {share}")]
    Lost {
        /// The share asked for.
        share: f64,
    },
    /// A folder or a file could not be made.
    #[error("cannot create {}", path.display())]
    Create {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A row could not be written.
    #[error("cannot write table {table}")]
    Row {
        /// The table.
        table: &'static str,
        /// What the writer said.
        #[source]
        source: csv::Error,
    },
    /// The end of a file could not be written.
    #[error("cannot finish table {table}")]
    Finish {
        /// The table.
        table: &'static str,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Writes `<table>.csv` for every canonical table into `dir`, which is made if it is not there.
///
/// Files of these names are replaced.
///
/// # Errors
/// Options that [`SynthOptions::check`] refuses, and whatever the system refuses; a file that
/// cannot be made is found before any subject is.
pub fn write_cohort(dir: &Path, options: &SynthOptions) -> Result<Counts, SynthError> {
    options.check()?;
    std::fs::create_dir_all(dir).map_err(|source| SynthError::Create { path: dir.to_path_buf(), source })?;
    write_tables(options, |table| {
        let path = dir.join(format!("{}.csv", table.name));
        File::create(&path).map_err(|source| SynthError::Create { path, source })
    })
}

/// Writes every canonical table to the place that `open` gives for it.
///
/// # Errors
/// As [`write_cohort`], and what `open` returns.
pub fn write_tables<W: Write>(
    options: &SynthOptions,
    mut open: impl FnMut(&'static Table) -> Result<W, SynthError>,
) -> Result<Counts, SynthError> {
    options.check()?;
    let mut sinks = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        sinks.push(Sink::new(table, open(table)?)?);
    }
    let mut cells = Cells::default();
    for index in 0..options.subjects {
        let subject = subject(index, options);
        for sink in &mut sinks {
            sink.write_subject(&subject, &mut cells)?;
        }
    }
    let mut counts = Counts::default();
    for sink in sinks {
        counts.0.push(sink.finish()?);
    }
    Ok(counts)
}

/// Optional columns that are not written: what a treatment was given for is rarely delivered.
const LEFT_OUT: [(&str, &str); 1] = [("treatments", "purpose")];

/// The columns of a table that are written.
pub(super) fn columns(table: &'static Table) -> impl Iterator<Item = &'static Column> {
    table.columns.iter().filter(|column| !LEFT_OUT.contains(&(table.name, column.name)))
}

/// One table being written.
struct Sink<W: Write> {
    table: &'static str,
    writer: csv::Writer<W>,
    rows: u64,
}

impl<W: Write> Sink<W> {
    fn new(table: &'static Table, place: W) -> Result<Self, SynthError> {
        let mut writer = csv::WriterBuilder::new().buffer_capacity(1 << 18).from_writer(place);
        writer
            .write_record(columns(table).map(|column| column.name))
            .map_err(|source| SynthError::Row { table: table.name, source })?;
        Ok(Self { table: table.name, writer, rows: 0 })
    }

    fn write_subject(&mut self, subject: &SyntheticSubject, cells: &mut Cells) -> Result<(), SynthError> {
        let id = subject.id.as_str();
        match self.table {
            "patients" => self.write_rows(id, std::slice::from_ref(&subject.patient), cells),
            "transplants" => self.write_rows(id, &subject.transplants, cells),
            "regimen" => self.write_rows(id, &subject.regimen, cells),
            "labs" => self.write_rows(id, &subject.labs, cells),
            "treatments" => self.write_rows(id, &subject.treatments, cells),
            "events" => self.write_rows(id, &subject.events, cells),
            "followup" => self.write_rows(id, std::slice::from_ref(&subject.followup), cells),
            _ => Ok(()),
        }
    }

    fn write_rows<R: Record>(&mut self, id: &str, rows: &[R], cells: &mut Cells) -> Result<(), SynthError> {
        for row in rows {
            row.fill(id, cells);
            self.writer
                .write_byte_record(cells.record())
                .map_err(|source| SynthError::Row { table: self.table, source })?;
            self.rows += 1;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(&'static str, u64), SynthError> {
        self.writer.flush().map_err(|source| SynthError::Finish { table: self.table, source })?;
        Ok((self.table, self.rows))
    }
}
