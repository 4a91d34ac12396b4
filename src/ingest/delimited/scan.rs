//! The scanner: one pass over the bytes, record by record, cell by cell.

use super::super::error::{IngestError, Note, Problems, Span};
use super::fault::{Fault, Faults, Place, Source};
use super::header::{Header, HeaderCell};
use super::{Cell, DOUBLED, Options, Purpose, RowStart, Take, bytes};

/// What a scan gives if nothing is wrong.
#[derive(Default)]
pub(super) struct Scanned {
    pub(super) header: Vec<String>,
    pub(super) header_cells: Vec<HeaderCell>,
    pub(super) taken: Vec<usize>,
    pub(super) rows: Vec<RowStart>,
    pub(super) cells: Vec<Cell>,
    pub(super) notes: Vec<Note>,
}

/// A cell within the bytes, without its quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawField {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) doubled: bool,
}

/// How a record ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Line,
    File,
}

/// Whether the scan can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Stop,
}

pub(super) fn scan(
    file: &str,
    bytes: &[u8],
    take: Take<'_>,
    options: &Options,
) -> Result<Scanned, IngestError> {
    if let Some(problem) = bytes::foreign_format(file, bytes) {
        return Err(IngestError::Refused { problems: problem.into() });
    }
    let mut notes = Vec::new();
    let body = bytes::body(file, bytes, &mut notes);
    let mut faults = Faults::new(Source { file, bytes, purpose: options.purpose });
    if std::str::from_utf8(&bytes[body.start..body.end]).is_err() {
        bytes::invalid_utf8(bytes, &body, &mut faults);
    }
    let scanner = Scanner {
        file,
        bytes: &bytes[..body.end],
        special: special_bytes(options.delimiter.byte()),
        at: body.start,
        place: Place { line: 1, line_start: body.start },
        options,
        faults,
        crlf: 0,
        lf: 0,
        blank: Vec::new(),
        out: Scanned { notes, ..Scanned::default() },
    };
    let (scanned, problems) = scanner.run(take);
    problems.into_result()?;
    Ok(scanned)
}

/// Bytes at which an unquoted cell ends or is at fault.
fn special_bytes(delimiter: u8) -> [bool; 256] {
    let mut special = [false; 256];
    special[..32].fill(true);
    special[usize::from(b'\t')] = false;
    special[0x7f] = true;
    special[usize::from(b'"')] = true;
    special[usize::from(delimiter)] = true;
    special
}

struct Scanner<'a> {
    file: &'a str,
    bytes: &'a [u8],
    special: [bool; 256],
    at: usize,
    place: Place,
    options: &'a Options,
    faults: Faults<'a>,
    crlf: usize,
    lf: usize,
    /// Blank lines of which it is not known yet whether anything follows.
    blank: Vec<Place>,
    out: Scanned,
}

impl Scanner<'_> {
    fn run(mut self, take: Take<'_>) -> (Scanned, Problems) {
        let mut fields = Vec::new();
        if self.header(&mut fields, take) == Flow::On {
            while self.skip_blank_lines() {
                if self.data_record(&mut fields) == Flow::Stop {
                    break;
                }
            }
            self.closing_notes();
        }
        (self.out, self.faults.into_problems())
    }

    fn header(&mut self, fields: &mut Vec<RawField>, take: Take<'_>) -> Flow {
        if !self.skip_blank_lines() {
            let fault = Fault::new("empty-file", "the file is empty").help("deliver it again");
            let start = Place { line: 1, line_start: self.at };
            self.faults.add(start, Span { offset: self.at, len: 0 }, fault);
            return Flow::Stop;
        }
        let place = self.place;
        let Some(end) = self.record(fields) else { return Flow::Stop };
        let header = Header { bytes: self.bytes, place, fields, options: self.options };
        if let Some(fault) = header.other_delimiter() {
            let span = Span { offset: fields[0].start, len: fields[0].end - fields[0].start };
            self.faults.add(place, span, fault);
            return Flow::Stop;
        }
        self.out.header_cells = header.cells();
        let names = header.names(&mut self.faults, &mut self.out.notes, self.file);
        self.out.taken = match take {
            Take::All => (0..names.len()).collect(),
            Take::Named(wanted) => {
                wanted.iter().filter_map(|wanted| names.iter().position(|name| name == wanted)).collect()
            }
        };
        self.out.header = names;
        if end == End::File {
            self.missing_line_end();
        }
        Flow::On
    }

    /// Passes over blank lines; says whether a record follows.
    fn skip_blank_lines(&mut self) -> bool {
        while let Some(len) = self.line_end() {
            self.blank.push(self.place);
            self.next_line(len);
        }
        if self.at >= self.bytes.len() {
            return false;
        }
        for place in std::mem::take(&mut self.blank) {
            let fault = Fault::new("blank-line", "a blank line stands between the lines");
            self.faults.add(place, Span { offset: place.line_start, len: 0 }, fault.help("remove it"));
        }
        true
    }

    fn data_record(&mut self, fields: &mut Vec<RawField>) -> Flow {
        let (start, offset) = (self.place, self.at);
        let Some(end) = self.record(fields) else { return Flow::Stop };
        let expected = self.out.header.len();
        if fields.len() < expected {
            self.short(fields, end);
        } else if fields.len() > expected {
            self.long(fields, start);
        } else {
            if self.out.rows.len() == self.options.limits.rows {
                let message = format!("more than {} rows", self.options.limits.rows);
                self.faults.add(start, Span { offset, len: 0 }, Fault::new("too-many-rows", message));
                return Flow::Stop;
            }
            self.out.rows.push(RowStart { offset: narrow(offset), line: narrow(start.line) });
            for &slot in &self.out.taken {
                let field = fields[slot];
                let flag = if field.doubled { DOUBLED } else { 0 };
                let packed = narrow(field.end - field.start) | flag;
                self.out.cells.push(Cell { offset: narrow(field.start), packed });
            }
            if end == End::File {
                self.missing_line_end();
            }
        }
        Flow::On
    }

    /// Reads one record and its line end; none if the scan cannot go on.
    fn record(&mut self, fields: &mut Vec<RawField>) -> Option<End> {
        fields.clear();
        loop {
            let field = if self.peek() == Some(b'"') { self.quoted()? } else { self.unquoted() };
            if field.end - field.start > self.options.limits.field.min(DOUBLED as usize - 1) {
                let message = format!("a cell of {} bytes", field.end - field.start);
                let fault = Fault::new("huge-field", message).help("a quote may be missing");
                let place = self.place_of(field.start);
                self.faults.add(place, Span { offset: field.start, len: field.end - field.start }, fault);
            }
            fields.push(field);
            if fields.len() > self.options.limits.columns {
                let message = format!("more than {} columns", self.options.limits.columns);
                let span = Span { offset: field.start, len: 0 };
                self.faults.add(self.place, span, Fault::new("too-many-columns", message));
                return None;
            }
            match self.line_end() {
                Some(len) => {
                    self.next_line(len);
                    return Some(End::Line);
                }
                None if self.at >= self.bytes.len() => return Some(End::File),
                None => self.at += 1,
            }
        }
    }

    fn unquoted(&mut self) -> RawField {
        let start = self.at;
        self.plain_text();
        RawField { start, end: self.at, doubled: false }
    }

    /// Goes on to the next delimiter or line end and names what should not stand before it.
    fn plain_text(&mut self) {
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
                Some(byte) if byte == self.options.delimiter.byte() => return,
                Some(byte) if self.line_end().is_none() => self.bad_byte(byte),
                _ => return,
            }
        }
    }

    /// Reads a quoted cell; none if the quote is never closed.
    fn quoted(&mut self) -> Option<RawField> {
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
            || self.peek() == Some(self.options.delimiter.byte())
            || self.line_end().is_some();
        if !is_closed {
            let fault = Fault::new("text-after-quote", "text follows the closing quote");
            self.fault_here(1, fault.help("double the quotes within a quoted cell"));
            self.plain_text();
        }
        Some(field)
    }

    /// Names a byte that should not be there and passes it (and its like that follow).
    fn bad_byte(&mut self, byte: u8) {
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

    fn short(&mut self, fields: &[RawField], end: End) {
        let expected = self.out.header.len();
        let fault = match end {
            End::Line => {
                let message = format!("{} cells where the header has {expected}", fields.len());
                Fault::new("ragged-short", message)
            }
            End::File => {
                Fault::new("cut-file", "the file ends in the middle of a record").help("deliver it again")
            }
        };
        let offset = fields.last().map_or(self.at, |field| field.end);
        // In a study a header may turn out to be data, so its names are not repeated here.
        let fault = match self.options.purpose {
            Purpose::Study => fault,
            Purpose::Plain => fault.in_field(&self.out.header[fields.len()]),
        };
        let place = self.place_of(offset);
        self.faults.add(place, Span { offset, len: 0 }, fault);
    }

    fn long(&mut self, fields: &[RawField], start: Place) {
        let extra = fields[self.out.header.len()];
        let message = format!("{} cells where the header has {}", fields.len(), self.out.header.len());
        let fault = Fault::new("ragged-long", message)
            .help("quote text that holds the separator; write decimal points, not commas");
        let place = if start.line + 1 == self.place.line { start } else { self.place_of(extra.start) };
        self.faults.add(place, Span { offset: extra.start, len: extra.end - extra.start }, fault);
    }

    fn missing_line_end(&mut self) {
        match self.options.purpose {
            Purpose::Study => {
                let fault = Fault::new("cut-file", "the last line does not end")
                    .help("the file may be cut; if it is whole, end it with a line end");
                self.fault_here(0, fault);
            }
            Purpose::Plain => {
                let line = Some(self.place.line);
                self.note(
                    "no-final-line-end",
                    line,
                    "the last line does not end; a cut file looks like this",
                );
            }
        }
    }

    fn closing_notes(&mut self) {
        if self.crlf > 0 && self.lf > 0 {
            self.note("mixed-line-ends", None, "some lines end in LF and some in CRLF");
        }
        if let Some(place) = self.blank.first() {
            let line = Some(place.line);
            self.note("trailing-blank-lines", line, "blank lines at the end were left out");
        }
    }

    fn note(&mut self, rule: &'static str, line: Option<usize>, message: &str) {
        self.out.notes.push(Note { file: self.file.to_owned(), line, rule, message: message.to_owned() });
    }

    fn fault_here(&mut self, len: usize, fault: Fault) {
        self.faults.add(self.place, Span { offset: self.at, len }, fault);
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The length of the line end here, if there is one.
    fn line_end(&self) -> Option<usize> {
        match self.bytes.get(self.at..)? {
            [b'\n', ..] => Some(1),
            [b'\r', b'\n', ..] => Some(2),
            [b'\r'] => Some(1),
            _ => None,
        }
    }

    fn next_line(&mut self, len: usize) {
        if len == 2 {
            self.crlf += 1;
        } else {
            self.lf += 1;
        }
        self.at += len;
        self.place = Place { line: self.place.line + 1, line_start: self.at };
    }

    /// The line of an offset at or before this point; looked for backwards, for faults only.
    fn place_of(&self, offset: usize) -> Place {
        if offset >= self.place.line_start {
            return self.place;
        }
        let between = &self.bytes[offset..self.place.line_start];
        let breaks = between.iter().filter(|&&byte| byte == b'\n').count();
        let line_start = self.bytes[..offset].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let line_start = if self.bytes.starts_with(b"\xef\xbb\xbf") { line_start.max(3) } else { line_start };
        Place { line: self.place.line - breaks, line_start }
    }
}

/// Offsets fit: longer files are refused before.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
