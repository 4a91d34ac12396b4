//! The description of a variable (`NAMESTR`).

use super::layout::Version;
use super::{header_text, no_text};
use crate::study::TextEncoding;

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Numeric,
    Character,
}

/// A variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variable {
    pub(crate) kind: Kind,
    /// Its number in the data set, from 1.
    pub(crate) number: u16,
    pub(crate) name: String,
    pub(crate) label: String,
    /// The name of its format, without width.
    pub(crate) format: String,
    /// Offset in the row.
    pub(crate) position: usize,
    /// Bytes in the row.
    pub(crate) length: usize,
}

/// What is wrong with a description.
pub(super) struct Fault {
    pub(super) rule: &'static str,
    pub(super) message: String,
}

/// Bytes of the longest text of version 8.
const LONGEST: usize = 32_767;

/// Reads a description.
pub(super) fn read(bytes: &[u8], version: Version, encoding: TextEncoding) -> Result<Variable, Fault> {
    let short = |at: usize| u16::from_be_bytes([bytes[at], bytes[at + 1]]);
    let number = short(6);
    let layout =
        |message: &str| Fault { rule: "record-layout", message: format!("variable {number}: {message}") };
    let text = |from: usize, to: usize| {
        header_text(&bytes[from..to], encoding).ok_or_else(|| Fault {
            rule: no_text(encoding),
            message: format!("variable {number}: name, label or format is no text in {}", encoding.name()),
        })
    };
    let kind = match short(0) {
        1 => Kind::Numeric,
        2 => Kind::Character,
        _ => return Err(layout("its type is neither number nor text")),
    };
    let length = usize::from(short(4));
    let is_possible = match kind {
        Kind::Numeric => (2..=8).contains(&length),
        Kind::Character => (1..=LONGEST).contains(&length),
    };
    if !is_possible {
        return Err(layout("its length is not possible for its type"));
    }
    let position = u32::from_be_bytes([bytes[84], bytes[85], bytes[86], bytes[87]]);
    let long_name = match version {
        Version::V8 if bytes.len() >= 120 => text(88, 120)?,
        _ => String::new(),
    };
    Ok(Variable {
        kind,
        number,
        name: if long_name.is_empty() { text(8, 16)? } else { long_name },
        label: text(16, 56)?,
        format: text(56, 64)?,
        position: usize::try_from(position).unwrap_or(usize::MAX),
        length,
    })
}

impl Variable {
    /// Takes the long name and label, and the long format if there is one.
    pub(super) fn lengthen(&mut self, texts: Vec<String>) {
        let places = [&mut self.name, &mut self.label, &mut self.format];
        for (place, text) in places.into_iter().zip(texts) {
            if !text.is_empty() {
                *place = text;
            }
        }
    }
}
