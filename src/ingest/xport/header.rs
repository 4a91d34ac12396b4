//! The headers of a file and of a data set.

use std::collections::BTreeSet;

use super::super::delimited::Limits;
use super::super::error::IngestError;
use super::layout::{COUNT, NAMESTR, NAMESTR_LENGTH, NAMESTR_VAX, Part, RECORD, ROWS, Version};
use super::namestr::{self, Variable};
use super::record::Records;
use super::{header_text, no_text};
use crate::study::TextEncoding;

/// A data set as its headers describe it.
pub(super) struct Member {
    pub(super) version: Version,
    pub(super) name: String,
    pub(super) variables: Vec<Variable>,
    /// Bytes of a row.
    pub(super) length: usize,
    /// Rows, if the headers say.
    pub(super) rows: Option<usize>,
}

/// Reads the headers of the file.
pub(super) fn library(records: &mut Records<'_>) -> Result<Version, IngestError> {
    const SAS: &[u8] = b"SAS     SAS     SASLIB  ";
    let first = records.next()?;
    let version = [Version::V5, Version::V8]
        .into_iter()
        .find(|&version| first.is_some_and(|first| Part::Library.is(version, &first)))
        .ok_or_else(|| {
            records.refused("not-xport", "the file does not begin as a SAS transport file does")
        })?;
    if !records.needed()?.starts_with(SAS) {
        return Err(records.refused("wrong-record", "here the record of the SAS version belongs"));
    }
    // When the file was changed.
    records.needed()?;
    Ok(version)
}

/// Reads the headers of a data set from the record after `first`, its own header.
pub(super) fn member(
    records: &mut Records<'_>,
    version: Version,
    first: &[u8; RECORD],
    limits: &Limits,
) -> Result<Member, IngestError> {
    let size = records.number(&first[NAMESTR_LENGTH], "the size of a description")?;
    if size != NAMESTR && size != NAMESTR_VAX {
        return Err(records.refused("record-layout", "a description of a variable has 140 bytes, or 136"));
    }
    records.expect(version, Part::Descriptor)?;
    let described = records.needed()?;
    let name = match version {
        Version::V5 => &described[8..16],
        Version::V8 => &described[8..40],
    };
    let encoding = records.encoding();
    let name = header_text(name, encoding)
        .ok_or_else(|| records.refused(no_text(encoding), "the name of the data set is no text"))?;
    // When it was changed, its label and its type.
    records.needed()?;
    let header = records.expect(version, Part::Namestr)?;
    let count = records.number(&header[COUNT], "the number of variables")?;
    if count == 0 || count > limits.columns {
        let message = format!("{count} variables, where 1 to {} are allowed", limits.columns);
        return Err(records.refused("record-layout", message));
    }
    let bytes = records.bytes(count * size)?;
    let mut variables = Vec::with_capacity(count);
    for description in bytes.chunks_exact(size) {
        let read = namestr::read(description, version, encoding);
        variables.push(read.map_err(|fault| records.refused(fault.rule, fault.message))?);
    }
    let header = long_labels(records, version, &mut variables)?;
    let rows = match version {
        Version::V5 => None,
        Version::V8 => announced(&header, records)?,
    };
    check_names(records, &variables)?;
    let length = row_length(records, &variables)?;
    Ok(Member { version, name, variables, length, rows })
}

/// Reads the long names and labels of version 8, if any, and the header record of the rows.
fn long_labels(
    records: &mut Records<'_>,
    version: Version,
    variables: &mut [Variable],
) -> Result<[u8; RECORD], IngestError> {
    let header = records.needed()?;
    let part = [Part::Labels, Part::LabelsAndFormats]
        .into_iter()
        .find(|part| version == Version::V8 && part.is(version, &header));
    let Some(part) = part else {
        records.require(version, Part::Observations, &header)?;
        return Ok(header);
    };
    let count = records.number(&header[super::layout::NAME..], "the number of labels")?;
    if count > variables.len() {
        return Err(records.refused("wrong-record", "there are more labels than variables"));
    }
    let mut bytes = Vec::new();
    let mut at = 0;
    for _ in 0..count {
        let lengths = if part == Part::Labels { 6 } else { 10 };
        fill(records, &mut bytes, at + lengths)?;
        let numbers: Vec<usize> = bytes[at..at + lengths]
            .chunks_exact(2)
            .map(|two| usize::from(two[0]) << 8 | usize::from(two[1]))
            .collect();
        at += lengths;
        let end = at + numbers[1..].iter().sum::<usize>();
        fill(records, &mut bytes, end)?;
        let texts = texts(&bytes[at..end], &numbers[1..], records.encoding());
        at = end;
        let variable = variables.iter_mut().find(|variable| usize::from(variable.number) == numbers[0]);
        let (Some(variable), Some(texts)) = (variable, texts) else {
            return Err(records.refused("wrong-record", "a label of no variable, or no text"));
        };
        variable.lengthen(texts);
    }
    records.expect(version, Part::Observations)
}

/// Reads records until there are so many bytes.
fn fill(records: &mut Records<'_>, bytes: &mut Vec<u8>, count: usize) -> Result<(), IngestError> {
    while bytes.len() < count {
        bytes.extend_from_slice(&records.needed()?);
    }
    Ok(())
}

/// Texts of these lengths, one after the other.
fn texts(mut bytes: &[u8], lengths: &[usize], encoding: TextEncoding) -> Option<Vec<String>> {
    let mut texts = Vec::with_capacity(lengths.len());
    for &length in lengths {
        let (text, rest) = bytes.split_at_checked(length)?;
        texts.push(header_text(text, encoding)?);
        bytes = rest;
    }
    Some(texts)
}

/// The number of rows that version 8 may give; programs that do not know it leave zeros or blanks.
fn announced(header: &[u8; RECORD], records: &Records<'_>) -> Result<Option<usize>, IngestError> {
    let digits = &header[ROWS];
    if digits.iter().all(|byte| matches!(byte, b' ' | b'0')) {
        return Ok(None);
    }
    // Fifteen characters hold the number, blanks or zeros fill the record.
    let (number, rest) = digits.split_at(15);
    if !rest.iter().all(|byte| matches!(byte, b' ' | b'0')) {
        return Err(records.refused("wrong-record", "the number of rows is not a whole number"));
    }
    records.number(number, "the number of rows").map(Some)
}

fn check_names(records: &Records<'_>, variables: &[Variable]) -> Result<(), IngestError> {
    let mut seen = BTreeSet::new();
    for (number, variable) in (1..).zip(variables) {
        if variable.name.is_empty() {
            return Err(records.refused("empty-header", format!("variable {number} has no name")));
        }
        if variable.name.chars().any(char::is_control) {
            let message = format!("the name of variable {number} holds control characters");
            return Err(records.refused("control-character", message));
        }
        if !seen.insert(variable.name.to_lowercase()) {
            let message = format!("two variables have the name {}", variable.name);
            return Err(records.refused("duplicate-header", message));
        }
    }
    Ok(())
}

/// The bytes of a row, if the variables fill it without gaps.
fn row_length(records: &Records<'_>, variables: &[Variable]) -> Result<usize, IngestError> {
    let mut places: Vec<(usize, usize)> =
        variables.iter().map(|variable| (variable.position, variable.length)).collect();
    places.sort_unstable();
    let mut end = 0;
    for (position, length) in places {
        if position != end {
            return Err(records.refused("record-layout", "the variables overlap or leave gaps in the row"));
        }
        end += length;
    }
    Ok(end)
}
