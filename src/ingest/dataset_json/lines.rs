//! A data set with its metadata on the first line and one row on each further line.

use std::io::{BufRead, Read};

use serde::de::DeserializeSeed;

use super::super::error::{IngestError, Problem};
use super::super::frame::{Frame, ReadOptions};
use super::super::packing::Input;
use super::cell::RowSeed;
use super::columns::Metadata;
use super::document::attributes;
use super::table::Table;
use super::{mark_left_out, parse_error, past_mark};

/// A line that is longer is no row, and is not read to its end.
const LONGEST: u64 = 64 << 20;

/// Reads the wanted columns, or all.
pub(in super::super) fn read(
    input: &Input<'_>,
    wanted: Option<&[&str]>,
    options: &ReadOptions,
) -> Result<Frame, IngestError> {
    let mut lines = Lines { input, reader: input.open()?, line: Vec::new(), number: 0 };
    let has_mark = past_mark(&mut lines.reader).map_err(|error| input.error(error))?;
    let notes = has_mark.then(|| mark_left_out(input)).into_iter().collect();
    if !lines.next()? {
        return Err(lines.refused("empty-file", "the file is empty"));
    }
    let metadata = Metadata::read(input.file(), attributes(input, &lines.line)?)?;
    let mut table = Table::new(input.file(), metadata, wanted, (options, 2))?;
    while lines.next()? {
        if lines.line.iter().all(u8::is_ascii_whitespace) {
            return if lines.is_all_blank()? {
                table.finish(options, notes)
            } else {
                Err(lines.refused("blank-line", "a blank line stands between the lines"))
            };
        }
        let mut parser = serde_json::Deserializer::from_slice(&lines.line);
        let parsed = RowSeed(&mut table).deserialize(&mut parser).and_then(|()| parser.end());
        parsed.map_err(|error| parse_error(input, error, lines.number - 1))?;
        if table.is_too_long() {
            return Err(table.too_long());
        }
    }
    table.finish(options, notes)
}

struct Lines<'a> {
    input: &'a Input<'a>,
    reader: Box<dyn BufRead + 'a>,
    line: Vec<u8>,
    number: usize,
}

impl Lines<'_> {
    /// Reads a line; says whether there was one.
    fn next(&mut self) -> Result<bool, IngestError> {
        self.line.clear();
        let read = (&mut self.reader).take(LONGEST).read_until(b'\n', &mut self.line);
        let read = read.map_err(|error| self.input.error(error))?;
        self.number += 1;
        if read as u64 == LONGEST {
            return Err(self.refused("huge-field", "the line is too long for a row"));
        }
        Ok(read > 0)
    }

    fn is_all_blank(&mut self) -> Result<bool, IngestError> {
        while self.next()? {
            if !self.line.iter().all(u8::is_ascii_whitespace) {
                self.number -= 1;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn refused(&self, rule: &'static str, message: &str) -> IngestError {
        let mut problem = Problem::of_file(self.input.file(), rule, message);
        problem.line = Some(self.number);
        IngestError::Refused { problems: problem.into() }
    }
}
