//! SAS transport files (XPORT, `.xpt`), version 5 and version 8/9, read strictly.
//!
//! The layouts are those of SAS technical note TS-140 ("The record layout of a data set in SAS transport
//! (XPORT) format") and of its successor for version 8 and 9 data sets. A file is a sequence of
//! records of 80 bytes: headers, the descriptions of the variables ([`namestr`]), then the rows one after
//! the other without regard to records, filled up with blanks.
//!
//! - Numbers are hexadecimal floating point of 2 to 8 bytes ([`float`]). The missing values `.`, `._` and `.A` to
//!   `.Z` are all missing; of the special ones a [`Note`](super::Note) gives the count.
//! - Text is UTF-8, or in the encoding of the options; blanks at its end do not count, and a text of blanks is missing.
//! - A variable with a date, time or datetime format has [`Detail::temporal`](super::Detail::temporal).
//!
//! What is refused, with the row or the record (the code of the rule in brackets): a file that does
//! not begin as XPORT does (`not-xport`); a header record where none or another belongs
//! (`wrong-record`); an end within a record, a row or the headers (`cut-file`); a row count that is not the
//! announced one (`record-count`, version 8); variables that overlap or leave gaps in the row, or whose type or
//! length is not possible (`record-layout`); two variables of one name (`duplicate-header`, capitals count
//! as small letters) or without a name (`empty-header`); text that is none in its encoding (`invalid-utf8`, `invalid-encoding`) or
//! holds control characters (`control-character`); bytes that are no number (`not-a-number`); a row of
//! blanks among rows with numbers, or more blanks at the end than fill a record (`blank-row`); more than one data set
//! (`several-members`), unless one is named, and a name that none of them has (`no-member`).
//!
//! Version 5 announces no number of rows: a file cut at the very end of a row and of a record cannot be told from
//! a whole one.

mod float;
mod header;
mod layout;
mod namestr;
mod record;
mod rows;
mod temporal;
mod write;

use std::collections::BTreeMap;

use super::error::{IngestError, Problem};
use super::frame::growing::Growing;
use super::frame::{Detail, Frame, ReadOptions, check_numbers, select};
use super::packing::Input;
use crate::study::TextEncoding;
use header::Member;
use layout::Part;
use namestr::{Kind, Variable};
use record::Records;
pub use write::write;

/// Reads the wanted columns of the one data set in a file (or of the one that the options name), or all.
pub(super) fn read(
    input: &Input<'_>,
    wanted: Option<&[&str]>,
    options: &ReadOptions,
) -> Result<Frame, IngestError> {
    let mut records = Records::open(input, options.text.encoding)?;
    let version = header::library(&mut records)?;
    let first = records.expect(version, Part::Member)?;
    let member = header::member(&mut records, version, &first, &options.limits)?;
    let member = match &options.member {
        Some(name) => find(&mut records, member, name, options)?,
        None => member,
    };
    let names: Vec<String> = member.variables.iter().map(|variable| variable.name.clone()).collect();
    let places = match select::places(records.file(), &names, wanted) {
        Ok(places) => places,
        Err(absent) => return Err(absent_column(absent, (&mut records, &member), options)),
    };
    let mut columns: Vec<Growing> = member.variables.iter().map(|_| Growing::Unwanted(0)).collect();
    for &place in &places {
        columns[place] = growing(&member.variables[place]);
    }
    let read = rows::read(&mut records, &member, columns, options)?;
    if let Some(next) = read.next.filter(|_| options.member.is_none()) {
        return Err(several(&mut records, &member, &next, options));
    }
    let mut grown: Vec<Option<Growing>> = read.columns.into_iter().map(Some).collect();
    let mut columns = Vec::with_capacity(places.len());
    let mut details = BTreeMap::new();
    for &place in &places {
        let variable = &member.variables[place];
        if let Some(values) = grown[place].take().and_then(Growing::finish) {
            columns.push((variable.name.clone(), values));
            details.insert(variable.name.clone(), detail(variable));
        }
    }
    check_numbers(records.file(), &columns, options)?;
    Ok(Frame { rows: read.rows, columns, details, first_line: 1, notes: read.notes })
}

/// A column that is not in the first data set may be in another, which nobody has named.
fn absent_column(
    absent: IngestError,
    (records, member): (&mut Records<'_>, &Member),
    options: &ReadOptions,
) -> IngestError {
    if options.member.is_some() {
        return absent;
    }
    let passed = member.variables.iter().map(|_| Growing::Unwanted(0)).collect();
    match rows::read(records, member, passed, options) {
        Ok(read) => match read.next {
            Some(next) => several(records, member, &next, options),
            None => absent,
        },
        Err(error) => error,
    }
}

/// Passes over data sets until the one of this name.
fn find(
    records: &mut Records<'_>,
    first: Member,
    name: &str,
    options: &ReadOptions,
) -> Result<Member, IngestError> {
    let mut member = first;
    let mut names = Vec::new();
    loop {
        if member.name.eq_ignore_ascii_case(name) {
            return Ok(member);
        }
        let passed = member.variables.iter().map(|_| Growing::Unwanted(0)).collect();
        let next = rows::read(records, &member, passed, options)?.next;
        names.push(std::mem::take(&mut member.name));
        let Some(header) = next else {
            let message = format!("the file holds no data set {name}, but {}", names.join(", "));
            let problem = Problem::of_file(records.file(), "no-member", message);
            return Err(IngestError::Refused { problems: problem.into() });
        };
        member = header::member(records, member.version, &header, &options.limits)?;
    }
}

fn growing(variable: &Variable) -> Growing {
    match variable.kind {
        Kind::Numeric => Growing::Real(Vec::new(), Vec::new()),
        Kind::Character => Growing::text(),
    }
}

fn detail(variable: &Variable) -> Detail {
    let label = Some(variable.label.clone()).filter(|label| !label.is_empty());
    let temporal = match variable.kind {
        Kind::Numeric => temporal::of_format(&variable.format),
        Kind::Character => None,
    };
    Detail { label, temporal }
}

/// The refusal of a file with more than one data set, with the names of the first two.
fn several(
    records: &mut Records<'_>,
    member: &Member,
    next: &[u8; layout::RECORD],
    options: &ReadOptions,
) -> IngestError {
    match header::member(records, member.version, next, &options.limits) {
        Ok(second) => {
            let message = format!("the file holds more than one data set: {}, {}", member.name, second.name);
            let problem = Problem::of_file(records.file(), "several-members", message)
                .with_help("one of them is taken as FILE.xpt#NAME");
            IngestError::Refused { problems: problem.into() }
        }
        Err(error) => error,
    }
}

/// Text of a header: blanks and NULs at its end do not count.
fn header_text(bytes: &[u8], encoding: TextEncoding) -> Option<String> {
    let end = bytes.iter().rposition(|byte| !matches!(byte, b' ' | 0)).map_or(0, |last| last + 1);
    encoding.decode(&bytes[..end]).map(std::borrow::Cow::into_owned)
}

/// The rule that bytes break which are no text.
fn no_text(encoding: TextEncoding) -> &'static str {
    if encoding.is_utf8() { "invalid-utf8" } else { "invalid-encoding" }
}

#[cfg(test)]
mod tests;
