//! CDISC Dataset-JSON 1.1, as one document (`.json`) or one row a line (`.ndjson`), read strictly.
//!
//! The metadata say for each column its type, and every cell is held to it:
//!
//! | `dataType` | a cell | becomes |
//! |---|---|---|
//! | `string`, `URI` | text | text; blanks at its end do not count, nothing but blanks is missing |
//! | `integer` | a whole number | whole numbers |
//! | `float`, `double` | a number | numbers; whole numbers if all are whole |
//! | `decimal` | a number as text | the same |
//! | `boolean` | true or false | true/false |
//! | `date`, `datetime`, `time` | ISO 8601 text | the text; with `targetDataType: integer` days or seconds as SAS counts them |
//!
//! `null` is missing. A column of dates or times has [`Detail::temporal`](super::Detail::temporal).
//!
//! What is refused, with row or line (the code of the rule in brackets): what is no JSON (`not-json`) or
//! ends too early (`cut-file`); JSON of another kind or version (`not-dataset-json`); metadata that lack
//! something, contradict themselves or come twice (`wrong-metadata`); two columns of one name
//! (`duplicate-header`); a row that is no array (`wrong-row`) or has another number of cells than there are
//! columns (`row-length`); a cell of another type (`wrong-type`, `not-a-date`, `integer-overflow` and those of
//! numbers in a CSV); control characters in text (`control-character`); another number of rows than
//! announced (`record-count`); a blank line between the lines (`blank-line`).

mod cell;
mod columns;
mod document;
mod iso;
mod lines;
mod table;
mod write;

pub(super) use document::read as read_document;
pub(super) use lines::read as read_lines;
pub use write::write;

use std::io::{self, BufRead};

use super::error::{IngestError, Note, Problem};
use super::packing::Input;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Passes over a byte-order mark; says whether there was one.
fn past_mark(reader: &mut impl BufRead) -> io::Result<bool> {
    let is_there = reader.fill_buf()?.starts_with(BYTE_ORDER_MARK);
    if is_there {
        reader.consume(BYTE_ORDER_MARK.len());
    }
    Ok(is_there)
}

fn mark_left_out(input: &Input<'_>) -> Note {
    let message = "a byte-order mark was left out".to_owned();
    Note { file: input.file().to_owned(), line: None, rule: "byte-order-mark", message }
}

/// What an error of the JSON parser means; `before` is the number of lines before those it saw.
fn parse_error(input: &Input<'_>, error: serde_json::Error, before: usize) -> IngestError {
    if error.is_io() {
        return input.error(error.into());
    }
    let (rule, message) = if error.is_eof() {
        ("cut-file", "the file ends within the data set".to_owned())
    } else if error.is_data() {
        // What the parser says here may repeat the data.
        ("wrong-row", "what stands here is not what Dataset-JSON has in this place".to_owned())
    } else {
        let text = error.to_string();
        ("not-json", text.split(" at line ").next().unwrap_or_default().to_owned())
    };
    let mut problem = Problem::of_file(input.file(), rule, message);
    if error.line() > 0 {
        problem.line = Some(before + error.line());
        problem.column = Some(error.column());
    }
    IngestError::Refused { problems: problem.into() }
}

#[cfg(test)]
mod tests;
