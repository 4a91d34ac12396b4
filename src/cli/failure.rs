//! What went wrong, as an exit code and a message with the place underlined.

use std::io;
use std::ops::Range;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError, MietteSpanContents,
    Report, Severity, SourceCode, SourceSpan, SpanContents,
};

use crate::analysis::plain::PlainError;
use crate::ingest::{Blame, Excerpt, IngestError, Problem};
use crate::study::StudyError;

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The data were refused by a rule, or a check found something.
    Refused = 1,
    /// Usage, configuration, input or output.
    Usage = 2,
    /// Another run holds the lock.
    Locked = 3,
    /// Done and published, and a quality gate or a boundary was crossed.
    Crossed = 4,
}

/// Why a command ended without success.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub code: Code,
    /// What to print, each with its place.
    pub reports: Vec<Notice>,
}

/// One message.
#[derive(Debug, Clone, Default)]
pub struct Notice {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The place: name of the source, its text, the bytes to underline, and the line at which the text begins.
    pub place: Option<Place>,
}

/// A piece of text with a stretch to underline.
#[derive(Debug, Clone)]
pub struct Place {
    /// Name of the source.
    pub name: String,
    /// The text that is shown.
    pub text: String,
    /// The bytes to underline.
    pub span: Range<usize>,
    /// The line at which the text begins, and the column of its first character, from 0.
    pub begins: (usize, usize),
}

impl SourceCode for Place {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let shown = self.text.read_span(span, lines_before, lines_after)?;
        let (line, column) = self.begins;
        let column = if shown.line() == 0 { column + shown.column() } else { shown.column() };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            shown.data(),
            *shown.span(),
            line + shown.line(),
            column,
            shown.line_count(),
        )))
    }
}

impl Failure {
    /// A failure with one message.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, reports: vec![Notice { message: message.into(), ..Notice::default() }] }
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        if let Some(report) = self.reports.last_mut() {
            report.help = Some(help.into());
        }
        self
    }

    /// The messages as text for a terminal of this width.
    pub fn render(&self, style: Style) -> String {
        let theme = match style {
            Style::Colour => GraphicalTheme::unicode(),
            Style::Plain => GraphicalTheme::unicode_nocolor(),
        };
        let handler = GraphicalReportHandler::new_themed(theme).with_width(80).with_links(false);
        let mut text = String::new();
        let mut told = std::collections::BTreeSet::new();
        for notice in &self.reports {
            // A file that gives several tables is refused once.
            if !told.insert((&notice.message, notice.place.is_some())) && notice.place.is_none() {
                continue;
            }
            // Writing into a string does not fail.
            let _ = handler.render_report(&mut text, notice.report().as_ref());
        }
        text
    }
}

/// Whether messages are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// On a terminal.
    Colour,
    /// Elsewhere, or where `NO_COLOR` is set.
    Plain,
}

impl Notice {
    fn report(&self) -> Report {
        let mut diagnostic = MietteDiagnostic::new(self.message.clone()).with_severity(Severity::Error);
        diagnostic.help.clone_from(&self.help);
        match &self.place {
            None => Report::new(diagnostic),
            Some(place) => {
                let label = LabeledSpan::underline(place.span.clone());
                Report::new(diagnostic.with_label(label)).with_source_code(place.clone())
            }
        }
    }
}

impl From<StudyError> for Failure {
    fn from(error: StudyError) -> Self {
        match error {
            StudyError::Unreadable { path, source } => {
                Self::new(Code::Usage, format!("{}: {source}", path.display()))
                    .help("name the study file with --study FILE, or make one with `engraft init DIR`")
            }
            StudyError::Invalid { path, text, span, message, help } => {
                let place =
                    span.map(|span| Place { name: path.display().to_string(), text, span, begins: (0, 0) });
                let message =
                    if place.is_none() { format!("{}: {message}", path.display()) } else { message };
                Self { code: Code::Usage, reports: vec![Notice { message, help, place }] }
            }
        }
    }
}

impl From<&Problem> for Notice {
    fn from(problem: &Problem) -> Self {
        let place = problem.excerpt.as_ref().map(|excerpt| Place {
            name: problem.file.clone(),
            text: excerpt.text.clone(),
            span: excerpt.span.offset..excerpt.span.offset + excerpt.span.len,
            begins: begins(problem, excerpt),
        });
        Self { message: problem.to_string(), help: problem.help.clone(), place }
    }
}

/// Where in the file an excerpt begins, from 0: so many characters before the fault.
fn begins(problem: &Problem, excerpt: &Excerpt) -> (usize, usize) {
    let before = excerpt.text.get(..excerpt.span.offset).map_or(0, |text| text.chars().count());
    let column = problem.column.unwrap_or(1).saturating_sub(1);
    (problem.line.unwrap_or(1).saturating_sub(1), column.saturating_sub(before))
}

impl From<IngestError> for Failure {
    fn from(error: IngestError) -> Self {
        let code = match error.blame() {
            Blame::Data => Code::Refused,
            Blame::Use => Code::Usage,
        };
        let Some(problems) = error.problems() else { return Self::new(code, error.to_string()) };
        let mut reports: Vec<Notice> = problems.iter().map(Notice::from).collect();
        if problems.more() > 0 {
            let message = format!("and {} more", problems.more());
            reports.push(Notice { message, ..Notice::default() });
        }
        Self { code, reports }
    }
}

impl From<PlainError> for Failure {
    fn from(error: PlainError) -> Self {
        match error {
            PlainError::Ingest(error) => error.into(),
            PlainError::Usage(message) => Self::new(Code::Usage, message),
            PlainError::Events { .. } | PlainError::Rows { .. } => {
                Self::new(Code::Refused, error.to_string())
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(Code::Usage, error.to_string())
    }
}
