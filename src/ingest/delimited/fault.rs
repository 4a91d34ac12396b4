//! From a fault and its offset to a problem with line, column and, in plain files, the text.

use std::borrow::Cow;

use super::super::error::{Excerpt, Problem, Problems, Span};
use super::Purpose;

/// Bytes of the line shown on each side of a fault, and of the fault itself.
const SHOWN: usize = 80;

/// A broken rule, without its place.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) rule: &'static str,
    pub(crate) message: Cow<'static, str>,
    pub(crate) help: Option<Cow<'static, str>>,
    pub(crate) field: Option<String>,
}

impl Fault {
    pub(crate) fn new(rule: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { rule, message: message.into(), help: None, field: None }
    }

    pub(crate) fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn in_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

/// A line: its number from 1 and the offset of its first byte.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) line_start: usize,
}

impl Place {
    /// The line of an offset at or after this line's start.
    pub(super) fn of(self, bytes: &[u8], offset: usize) -> Self {
        let between = &bytes[self.line_start..offset];
        let breaks = between.split(|&byte| byte == b'\n').count() - 1;
        let last = between.iter().rposition(|&byte| byte == b'\n');
        Self {
            line: self.line + breaks,
            line_start: last.map_or(self.line_start, |at| self.line_start + at + 1),
        }
    }
}

/// The file in which a fault lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) purpose: Purpose,
}

impl Source<'_> {
    pub(super) fn problem(&self, place: Place, span: Span, fault: Fault) -> Problem {
        let column = 1 + characters(&self.bytes[place.line_start..span.offset]);
        self.problem_at(place, column, span, fault)
    }

    fn problem_at(&self, place: Place, column: usize, span: Span, fault: Fault) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line: Some(place.line),
            column: Some(column),
            field: fault.field,
            rule: fault.rule,
            message: fault.message.into_owned(),
            help: fault.help.map(Cow::into_owned),
            span: Some(span),
            excerpt: match self.purpose {
                Purpose::Study => None,
                Purpose::Plain => Some(self.excerpt(place.line_start, span)),
            },
        }
    }

    fn excerpt(&self, line_start: usize, span: Span) -> Excerpt {
        let from = line_start.max(span.offset.saturating_sub(SHOWN));
        let end = (span.offset + span.len.min(SHOWN)).min(self.bytes.len());
        let rest = &self.bytes[end..(end + SHOWN).min(self.bytes.len())];
        let rest = rest.split(|&byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let mut text = shown(&self.bytes[from..span.offset]);
        let offset = text.len();
        text.push_str(&shown(&self.bytes[span.offset..end]));
        let len = text.len() - offset;
        text.push_str(&shown(rest));
        Excerpt { text, span: Span { offset, len } }
    }
}

/// Text for a terminal: what is not UTF-8 and what controls a terminal is replaced.
fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes)
        .chars()
        .map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c })
        .collect()
}

/// Number of UTF-8 characters.
pub(super) fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// The faults found so far; remembers where it counted columns, so that a long line with many
/// faults is walked once.
pub(super) struct Faults<'a> {
    source: Source<'a>,
    problems: Problems,
    counted: (usize, usize, usize),
}

impl<'a> Faults<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self { source, problems: Problems::default(), counted: (0, 0, 0) }
    }

    pub(super) fn add(&mut self, place: Place, span: Span, fault: Fault) {
        let (source, counted) = (self.source, &mut self.counted);
        self.problems.add(|| {
            let (line_start, offset, before) = *counted;
            let column = if line_start == place.line_start && offset <= span.offset && offset > line_start {
                before + characters(&source.bytes[offset..span.offset])
            } else {
                characters(&source.bytes[place.line_start..span.offset])
            };
            *counted = (place.line_start, span.offset, column);
            source.problem_at(place, column + 1, span, fault)
        });
    }

    pub(super) fn into_problems(self) -> Problems {
        let mut problems = self.problems;
        problems.sort();
        problems
    }
}
