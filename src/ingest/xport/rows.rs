//! The rows of a data set, up to the next data set or the end of the file.

use std::collections::BTreeMap;

use super::super::error::{IngestError, Note, Problem, Problems};
use super::super::frame::ReadOptions;
use super::super::frame::growing::Growing;
use super::float::{self, Cell};
use super::header::Member;
use super::layout::{Part, RECORD};
use super::namestr::Kind;
use super::no_text;
use super::record::Records;
use crate::study::TextEncoding;

/// What was read.
pub(super) struct Read {
    pub(super) rows: usize,
    pub(super) columns: Vec<Growing>,
    pub(super) notes: Vec<Note>,
    /// The header record of the next data set, if there is one.
    pub(super) next: Option<[u8; RECORD]>,
}

struct Reader<'a> {
    file: &'a str,
    member: &'a Member,
    encoding: TextEncoding,
    columns: Vec<Growing>,
    rows: usize,
    /// Rows of blanks of which it is not known yet whether anything follows.
    blank: usize,
    problems: Problems,
    /// Special missing values by variable and letter.
    special: BTreeMap<(usize, char), usize>,
}

/// Reads the rows into the columns, which are one for each variable.
pub(super) fn read(
    records: &mut Records<'_>,
    member: &Member,
    columns: Vec<Growing>,
    options: &ReadOptions,
) -> Result<Read, IngestError> {
    let file = records.file().to_owned();
    let mut reader = Reader {
        file: &file,
        member,
        encoding: records.encoding(),
        columns,
        rows: 0,
        blank: 0,
        problems: Problems::default(),
        special: BTreeMap::new(),
    };
    let mut pending: Vec<u8> = Vec::with_capacity(member.length + RECORD);
    let mut bytes = 0_usize;
    let mut next = None;
    while let Some(record) = records.next()? {
        if Part::Member.is(member.version, &record) {
            next = Some(record);
            break;
        }
        bytes += RECORD;
        pending.extend_from_slice(&record);
        let mut whole = pending.chunks_exact(member.length);
        whole.by_ref().for_each(|row| reader.row(row));
        let rest = whole.remainder().len();
        pending.drain(..pending.len() - rest);
        if reader.rows > options.limits.rows {
            let (file, limit) = (file.clone(), options.limits.rows as u64);
            return Err(IngestError::TooLarge { file, what: "the number of rows", limit });
        }
    }
    reader.end(&pending, bytes)?;
    let notes = reader.notes();
    Ok(Read { rows: reader.rows, columns: reader.columns, notes, next })
}

impl Reader<'_> {
    fn row(&mut self, row: &[u8]) {
        if row.iter().all(|&byte| byte == b' ') {
            self.blank += 1;
            return;
        }
        self.blanks();
        self.rows += 1;
        let member = self.member;
        for (index, variable) in member.variables.iter().enumerate() {
            let cell = &row[variable.position..variable.position + variable.length];
            let fault = match variable.kind {
                Kind::Numeric => self.number(index, cell),
                Kind::Character => self.text(index, cell),
            };
            if let Err((rule, message)) = fault {
                self.columns[index].push_missing();
                self.problem(rule, message, &variable.name);
            }
        }
    }

    /// Rows of blanks turned out to be rows: text alone may be missing throughout.
    fn blanks(&mut self) {
        for _ in 0..std::mem::take(&mut self.blank) {
            self.rows += 1;
            for column in &mut self.columns {
                column.push_missing();
            }
            if self.member.variables.iter().any(|variable| variable.kind == Kind::Numeric) {
                self.problems.add(|| {
                    let message = "the row holds blanks where numbers belong";
                    let mut problem = Problem::of_file(self.file, "blank-row", message);
                    problem.line = Some(self.rows);
                    problem
                });
            }
        }
    }

    fn number(&mut self, index: usize, cell: &[u8]) -> Result<(), (&'static str, &'static str)> {
        match float::read(cell) {
            Some(Cell::Number(value)) => self.columns[index].push_real(value),
            Some(Cell::Missing) => self.columns[index].push_missing(),
            Some(Cell::Special(letter)) => {
                self.columns[index].push_missing();
                *self.special.entry((index, letter)).or_default() += 1;
            }
            None => return Err(("not-a-number", "the bytes are no number")),
        }
        Ok(())
    }

    fn text(&mut self, index: usize, cell: &[u8]) -> Result<(), (&'static str, &'static str)> {
        let Some(text) = self.encoding.decode(cell) else {
            return Err((no_text(self.encoding), "the bytes are no text in the encoding of the file"));
        };
        if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
            return Err(("control-character", "the text holds control characters"));
        }
        self.columns[index].push_text(&text);
        Ok(())
    }

    fn problem(&mut self, rule: &'static str, message: &str, field: &str) {
        let (file, row) = (self.file, self.rows);
        self.problems.add(|| {
            let mut problem = Problem::of_file(file, rule, message).with_field(field);
            problem.line = Some(row);
            if rule.starts_with("invalid-") {
                let help =
                    "name its encoding: in a study [inputs] encoding = \"windows-1252\" (wlatin1), ...";
                problem.help = Some(help.to_owned());
            }
            problem
        });
    }

    /// What stands after the last row: blanks up to the end of the record, and no more.
    fn end(&mut self, rest: &[u8], bytes: usize) -> Result<(), IngestError> {
        if rest.iter().any(|&byte| byte != b' ') {
            let message = format!("row {} is cut off", self.rows + self.blank + 1);
            let problem =
                Problem::of_file(self.file, "cut-file", message).with_help("deliver the file again");
            self.problems.add(|| problem);
        } else {
            // The fewest rows after which less than a record is left.
            let needed = bytes.saturating_sub(RECORD - 1).div_ceil(self.member.length);
            self.blank = needed.saturating_sub(self.rows).min(self.blank);
            if needed > self.rows + self.blank {
                let message = format!("row {} is cut off", self.rows + self.blank + 1);
                self.problems.add(|| Problem::of_file(self.file, "cut-file", message));
            }
            self.blanks();
        }
        if let Some(announced) = self.member.rows.filter(|&announced| announced != self.rows) {
            let message = format!("{} rows where {announced} are announced", self.rows);
            self.problems.add(|| Problem::of_file(self.file, "record-count", message));
        }
        std::mem::take(&mut self.problems).into_result()
    }

    /// The missing values that had a reason of their own.
    fn notes(&self) -> Vec<Note> {
        let mut by_variable: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (&(index, letter), count) in &self.special {
            by_variable.entry(index).or_default().push(format!("{count} .{letter}"));
        }
        by_variable
            .into_iter()
            .filter(|(index, _)| !matches!(self.columns[*index], Growing::Unwanted(_)))
            .map(|(index, counts)| Note {
                file: self.file.to_owned(),
                line: None,
                rule: "special-missing",
                message: format!(
                    "special missing values of {} are read as missing: {}",
                    self.member.variables[index].name,
                    counts.join(", ")
                ),
            })
            .collect()
    }
}
