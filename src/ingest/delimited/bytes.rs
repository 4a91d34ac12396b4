//! What can be said of a file from its bytes alone, before any line is read.

use super::super::error::{Note, Problem, Span};
use super::fault::{Fault, Faults, Place};

/// The part of a file that holds lines.
pub(super) struct Body {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A file that is something else altogether.
pub(super) fn foreign_format(file: &str, bytes: &[u8]) -> Option<Problem> {
    const COMPRESSED: [&[u8]; 4] = [b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf"];
    let problem = |rule, message: &str, help: &str| {
        Some(Problem::of_file(file, rule, message.to_owned()).with_help(help))
    };
    if bytes.starts_with(b"\x1f\x8b") {
        return problem(
            "gzip",
            "the file is compressed with gzip",
            "let its name end in .gz, or unpack it: gunzip FILE",
        );
    }
    if COMPRESSED.iter().any(|magic| bytes.starts_with(magic)) {
        return problem("compressed", "the file is compressed", "unpack it first");
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return problem("spreadsheet", "the file is a spreadsheet or an archive", "save it as CSV, UTF-8");
    }
    if bytes.starts_with(b"PAR1") {
        return problem("parquet", "the file is Parquet", "name it .parquet");
    }
    if is_utf16(bytes) {
        return problem("utf-16", "the file is UTF-16", "save it as UTF-8");
    }
    if bytes.contains(&b'\r') && !bytes.contains(&b'\n') && inner_cr(bytes) {
        return problem("cr-only", "the lines end in CR alone", "save it with LF or CRLF line ends")
            .map(|found| at_first_cr(found, bytes));
    }
    None
}

fn inner_cr(bytes: &[u8]) -> bool {
    bytes.iter().position(|&byte| byte == b'\r').is_some_and(|at| at + 1 < bytes.len())
}

fn at_first_cr(mut problem: Problem, bytes: &[u8]) -> Problem {
    let offset = bytes.iter().position(|&byte| byte == b'\r').unwrap_or(0);
    problem.line = Some(1);
    problem.column = Some(1 + super::fault::characters(&bytes[..offset]));
    problem.span = Some(Span { offset, len: 1 });
    problem
}

/// By its mark, or by every second byte of the first hundred being NUL.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\0\0\xfe\xff")
    {
        return true;
    }
    let head = &bytes[..bytes.len().min(100) & !1];
    let is_nul_at = |parity: usize| head.iter().skip(parity).step_by(2).all(|&byte| byte == 0);
    head.len() >= 8 && is_nul_at(0) != is_nul_at(1)
}

/// Leaves out a byte-order mark and a `^Z` at the end.
pub(super) fn body(file: &str, bytes: &[u8], notes: &mut Vec<Note>) -> Body {
    let mut note = |rule, message: &str| {
        notes.push(Note { file: file.to_owned(), line: None, rule, message: message.to_owned() });
    };
    let start = if bytes.starts_with(b"\xef\xbb\xbf") {
        note("byte-order-mark", "a byte-order mark was left out");
        3
    } else {
        0
    };
    let content = bytes.len() - bytes.iter().rev().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
    let end = if content > start && bytes[content - 1] == 0x1a {
        note("control-z", "a ^Z at the end was left out");
        content - 1
    } else {
        bytes.len()
    };
    Body { start, end }
}

/// Every stretch that is not UTF-8.
pub(super) fn invalid_utf8(bytes: &[u8], body: &Body, faults: &mut Faults<'_>) {
    let mut place = Place { line: 1, line_start: body.start };
    let mut offset = body.start;
    for chunk in bytes[body.start..body.end].utf8_chunks() {
        for (at, byte) in chunk.valid().bytes().enumerate() {
            if byte == b'\n' {
                place = Place { line: place.line + 1, line_start: offset + at + 1 };
            }
        }
        offset += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            let fault = Fault::new("invalid-utf8", "these bytes are not UTF-8")
                .help("save the file as UTF-8, or name its encoding: in a study [inputs] encoding = \"windows-1252\"");
            faults.add(place, Span { offset, len: chunk.invalid().len() }, fault);
            offset += chunk.invalid().len();
        }
    }
}
