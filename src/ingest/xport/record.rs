//! Records of 80 bytes, one after the other.

use std::io::BufRead;

use super::super::error::{IngestError, Problem};
use super::super::packing::Input;
use super::layout::{Part, RECORD, Version};
use crate::study::TextEncoding;

/// The records of a file.
pub(super) struct Records<'a> {
    input: &'a Input<'a>,
    reader: Box<dyn BufRead + 'a>,
    encoding: TextEncoding,
    /// Records read so far.
    read: usize,
}

impl<'a> Records<'a> {
    pub(super) fn open(input: &'a Input<'a>, encoding: TextEncoding) -> Result<Self, IngestError> {
        Ok(Self { input, reader: input.open()?, encoding, read: 0 })
    }

    /// How the bytes of texts stand for characters.
    pub(super) fn encoding(&self) -> TextEncoding {
        self.encoding
    }

    pub(super) fn file(&self) -> &str {
        self.input.file()
    }

    /// The next record; none at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<[u8; RECORD]>, IngestError> {
        let mut record = [0; RECORD];
        let mut filled = 0;
        while filled < RECORD {
            match self.reader.read(&mut record[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.input.error(error)),
            }
        }
        match filled {
            0 => Ok(None),
            RECORD => {
                self.read += 1;
                Ok(Some(record))
            }
            _ => {
                self.read += 1;
                Err(self.refused("cut-file", "the file ends within a record of 80 bytes"))
            }
        }
    }

    /// The next record, which must be there.
    pub(super) fn needed(&mut self) -> Result<[u8; RECORD], IngestError> {
        let next = self.next()?;
        next.ok_or_else(|| self.refused("cut-file", "the file ends within its headers"))
    }

    /// The next record, which must be this header.
    pub(super) fn expect(&mut self, version: Version, part: Part) -> Result<[u8; RECORD], IngestError> {
        let record = self.needed()?;
        self.require(version, part, &record)?;
        Ok(record)
    }

    /// Refuses a record that is not this header.
    pub(super) fn require(
        &self,
        version: Version,
        part: Part,
        record: &[u8; RECORD],
    ) -> Result<(), IngestError> {
        if part.is(version, record) {
            return Ok(());
        }
        let message = format!("here the header record {} belongs", part.tag(version).trim_end());
        Err(self.refused("wrong-record", message))
    }

    /// So many bytes from the beginning of the next record; the rest of the last record is passed over.
    pub(super) fn bytes(&mut self, count: usize) -> Result<Vec<u8>, IngestError> {
        let mut bytes = Vec::new();
        while bytes.len() < count {
            bytes.extend_from_slice(&self.needed()?);
        }
        bytes.truncate(count);
        Ok(bytes)
    }

    /// The whole number in some bytes of a record that was just read; blanks around it do not count.
    pub(super) fn number(&self, digits: &[u8], what: &str) -> Result<usize, IngestError> {
        let text = std::str::from_utf8(digits).unwrap_or("?").trim_matches(' ');
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if is_number { text.parse().ok() } else { None };
        number.ok_or_else(|| self.refused("wrong-record", format!("{what} is not a whole number")))
    }

    /// The refusal of the record that was just read.
    pub(super) fn refused(&self, rule: &'static str, message: impl AsRef<str>) -> IngestError {
        let message = format!("record {}: {}", self.read, message.as_ref());
        IngestError::Refused { problems: Problem::of_file(self.file(), rule, message).into() }
    }
}
