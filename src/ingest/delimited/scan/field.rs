//! One cell: quoted or not, and what must not stand in it.

use super::super::super::error::Span;
use super::super::fault::{Fault, Place};
use super::{RawField, Scanner};

/// Bytes at which an unquoted cell ends or is at fault.
pub(super) fn special_bytes(delimiter: u8) -> [bool; 256] {
    let mut special = [false; 256];
    special[..32].fill(true);
    special[usize::from(b'\t')] = false;
    special[0x7f] = true;
    special[usize::from(b'"')] = true;
    special[usize::from(delimiter)] = true;
    special
}

impl Scanner<'_> {
    pub(super) fn unquoted(&mut self) -> RawField {
        let start = self.at;
        self.plain_text();
        RawField { start, end: self.at, doubled: false }
    }

    /// Goes on to the next delimiter or line end and names what should not stand before it.
    pub(super) fn plain_text(&mut self) {
        loop {
            let rest = &self.bytes[self.at..];
            self.at += rest.iter().position(|&b| self.special[usize::from(b)]).unwrap_or(rest.len());
            match self.peek() {
                Some(b'"') => {
                    let fault = Fault::new("stray-quote", "a quote stands within an unquoted cell")
                        .help("quote the whole cell and double the quotes within it");
                    self.fault_here(1, fault);
                    self.at += 1;
                }
                Some(byte) if byte == self.options.text.delimiter.byte() => return,
                Some(byte) if self.line_end().is_none() => self.bad_byte(byte),
                _ => return,
            }
        }
    }

    /// Reads a quoted cell; none if the quote is never closed.
    pub(super) fn quoted(&mut self) -> Option<RawField> {
        let (open, place) = (self.at, self.place);
        self.at += 1;
        let start = self.at;
        let mut doubled = false;
        loop {
            match self.peek() {
                None => {
                    let fault = Fault::new("unterminated-quote", "this quote is never closed");
                    self.faults.add(place, Span { offset: open, len: 1 }, fault.help("close it"));
                    return None;
                }
                Some(b'"') if self.bytes.get(self.at + 1) == Some(&b'"') => {
                    doubled = true;
                    self.at += 2;
                }
                Some(b'"') => break,
                Some(b'\n') => {
                    self.place = Place { line: self.place.line + 1, line_start: self.at + 1 };
                    self.at += 1;
                }
                Some(byte) if byte.is_ascii_control() && byte != b'\t' && self.line_end().is_none() => {
                    self.bad_byte(byte);
                }
                Some(_) => self.at += 1,
            }
        }
        let field = RawField { start, end: self.at, doubled };
        self.at += 1;
        let is_closed = self.at >= self.bytes.len()
            || self.peek() == Some(self.options.text.delimiter.byte())
            || self.line_end().is_some();
        if !is_closed {
            let fault = Fault::new("text-after-quote", "text follows the closing quote");
            self.fault_here(1, fault.help("double the quotes within a quoted cell"));
            self.plain_text();
        }
        Some(field)
    }

    /// Names a byte that should not be there and passes it (and its like that follow).
    pub(super) fn bad_byte(&mut self, byte: u8) {
        let run = self.bytes[self.at..].iter().take_while(|&&other| other == byte).count();
        let (run, fault) = match byte {
            0 => (
                run,
                Fault::new("nul", format!("{run} NUL bytes")).help("the file was damaged or half copied"),
            ),
            b'\r' => (1, Fault::new("stray-cr", "a CR stands within a line")),
            _ => (run, Fault::new("control-character", format!("control character 0x{byte:02x}"))),
        };
        self.fault_here(run, fault);
        self.at += run;
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The length of the line end here, if there is one.
    pub(super) fn line_end(&self) -> Option<usize> {
        match self.bytes.get(self.at..)? {
            [b'\n', ..] | [b'\r'] => Some(1),
            [b'\r', b'\n', ..] => Some(2),
            _ => None,
        }
    }
}
