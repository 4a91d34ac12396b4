//! The rows of a data set on their way into columns.

use std::collections::BTreeMap;

use super::super::error::{IngestError, Note, Problem, Problems};
use super::super::frame::growing::Growing;
use super::super::frame::{Frame, ReadOptions, check_numbers, select};
use super::columns::{Column, Metadata};

/// What was read so far.
pub(super) struct Table {
    file: String,
    pub(super) columns: Vec<Column>,
    pub(super) grown: Vec<Growing>,
    /// The wanted columns, in the order in which they were asked for.
    places: Vec<usize>,
    records: usize,
    pub(super) rows: usize,
    /// The line of the first row, or 1 if rows have no lines.
    first_line: usize,
    row_limit: usize,
    pub(super) field_limit: usize,
    problems: Problems,
}

impl Table {
    pub(super) fn new(
        file: &str,
        metadata: Metadata,
        wanted: Option<&[&str]>,
        (options, first_line): (&ReadOptions, usize),
    ) -> Result<Self, IngestError> {
        let names: Vec<String> = metadata.columns.iter().map(|column| column.name.clone()).collect();
        if names.len() > options.limits.columns {
            let limit = options.limits.columns as u64;
            return Err(IngestError::TooLarge {
                file: file.to_owned(),
                what: "the number of columns",
                limit,
            });
        }
        let places = select::places(file, &names, wanted)?;
        let mut grown: Vec<Growing> = names.iter().map(|_| Growing::Unwanted(0)).collect();
        for &place in &places {
            grown[place] = metadata.columns[place].growing();
        }
        Ok(Self {
            file: file.to_owned(),
            columns: metadata.columns,
            grown,
            places,
            records: metadata.records,
            rows: 0,
            first_line,
            row_limit: options.limits.rows,
            field_limit: options.limits.field,
            problems: Problems::default(),
        })
    }

    /// Whether there are more rows than may be.
    pub(super) fn is_too_long(&self) -> bool {
        self.rows > self.row_limit
    }

    /// The refusal of a file with too many rows.
    pub(super) fn too_long(&self) -> IngestError {
        let limit = self.row_limit as u64;
        IngestError::TooLarge { file: self.file.clone(), what: "the number of rows", limit }
    }

    /// Notes what is wrong with the row that is being read.
    pub(super) fn problem(&mut self, rule: &'static str, message: String, column: Option<usize>) {
        let line = self.first_line + self.rows - 1;
        let name = column.map(|column| self.columns[column].name.as_str());
        let file = &self.file;
        self.problems.add(|| {
            let mut problem = Problem::of_file(file, rule, message);
            problem.field = name.map(str::to_owned);
            problem.line = Some(line);
            problem
        });
    }

    /// The columns, if nothing was wrong.
    pub(super) fn finish(mut self, options: &ReadOptions, notes: Vec<Note>) -> Result<Frame, IngestError> {
        if self.rows != self.records {
            let message = format!("{} rows where {} are announced", self.rows, self.records);
            self.problems.add(|| Problem::of_file(&self.file, "record-count", message));
        }
        self.problems.into_result()?;
        let mut grown: Vec<Option<Growing>> = self.grown.into_iter().map(Some).collect();
        let mut columns = Vec::with_capacity(self.places.len());
        let mut details = BTreeMap::new();
        for &place in &self.places {
            let column = &self.columns[place];
            if let Some(values) = grown[place].take().and_then(Growing::finish) {
                columns.push((column.name.clone(), values));
                details.insert(column.name.clone(), column.detail());
            }
        }
        check_numbers(&self.file, &columns, options)?;
        Ok(Frame { rows: self.rows, columns, details, first_line: self.first_line, notes })
    }
}
