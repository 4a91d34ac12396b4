//! The scanner: one pass over the bytes, record by record, cell by cell.

mod field;

use std::cmp::Ordering;

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
        special: field::special_bytes(options.text.delimiter.byte()),
        at: body.start,
        place: Place { line: 1, line_start: body.start },
        record_start: Place { line: 1, line_start: body.start },
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

struct Scanner<'a> {
    file: &'a str,
    bytes: &'a [u8],
    special: [bool; 256],
    at: usize,
    place: Place,
    record_start: Place,
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
        let Some(end) = self.record(fields) else { return Flow::Stop };
        match fields.len().cmp(&self.out.header.len()) {
            Ordering::Less => self.short(fields, end),
            Ordering::Greater => self.long(fields),
            Ordering::Equal if self.out.rows.len() == self.options.limits.rows => {
                let message = format!("more than {} rows", self.options.limits.rows);
                let span = Span { offset: self.record_start.line_start, len: 0 };
                self.faults.add(self.record_start, span, Fault::new("too-many-rows", message));
                return Flow::Stop;
            }
            Ordering::Equal => {
                self.keep(fields);
                if end == End::File {
                    self.missing_line_end();
                }
            }
        }
        Flow::On
    }

    fn keep(&mut self, fields: &[RawField]) {
        let start = self.record_start;
        self.out.rows.push(RowStart { offset: narrow(start.line_start), line: narrow(start.line) });
        for &slot in &self.out.taken {
            let field = fields[slot];
            let flag = if field.doubled { DOUBLED } else { 0 };
            let packed = narrow(field.end - field.start) | flag;
            self.out.cells.push(Cell { offset: narrow(field.start), packed });
        }
    }

    /// Reads one record and its line end; none if the scan cannot go on.
    fn record(&mut self, fields: &mut Vec<RawField>) -> Option<End> {
        fields.clear();
        self.record_start = self.place;
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

    fn long(&mut self, fields: &[RawField]) {
        let extra = fields[self.out.header.len()];
        let message = format!("{} cells where the header has {}", fields.len(), self.out.header.len());
        let fault = Fault::new("ragged-long", message)
            .help("quote text that holds the separator; write decimal points, not commas");
        let place = self.place_of(extra.start);
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

    fn next_line(&mut self, len: usize) {
        if len == 2 {
            self.crlf += 1;
        } else {
            self.lf += 1;
        }
        self.at += len;
        self.place = Place { line: self.place.line + 1, line_start: self.at };
    }

    /// The line of an offset within this record.
    fn place_of(&self, offset: usize) -> Place {
        self.record_start.of(self.bytes, offset)
    }
}

/// Offsets fit: longer files are refused before.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
