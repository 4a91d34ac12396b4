//! What can be wrong with a delivered file, with the place and the rule.

use std::fmt;

use thiserror::Error;

/// So many problems of one reading are kept; the rest is counted.
pub const MAX_PROBLEMS: usize = 1000;

/// A stretch of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte, from the beginning of the file as delivered.
    pub offset: usize,
    /// Number of bytes.
    pub len: usize,
}

/// A piece of the line at fault, to be shown with the fault underlined.
///
/// It is there for estimates on plain files only: a study's data are never shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// At most some two hundred bytes of the line.
    pub text: String,
    /// The fault within `text`, in bytes.
    pub span: Span,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named to the reader.
    pub file: String,
    /// Line, from 1, or the row (from 1) of a file without lines; none for the file as a whole.
    pub line: Option<usize>,
    /// Column within the line, from 1, in characters.
    pub column: Option<usize>,
    /// Name of the column of the data.
    pub field: Option<String>,
    /// Stable code of the rule that was broken, such as `ragged-short`.
    pub rule: &'static str,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What can be done about it.
    pub help: Option<String>,
    /// Where it stands in the file.
    pub span: Option<Span>,
    /// The text at fault; never in a study.
    pub excerpt: Option<Excerpt>,
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn of_file(file: &str, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            column: None,
            field: None,
            rule,
            message: message.into(),
            help: None,
            span: None,
            excerpt: None,
        }
    }

    /// The same with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same for a column of the data.
    #[must_use]
    pub fn with_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}", self.rule)?;
        if let Some(field) = &self.field {
            write!(f, " ({field})")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// All that is wrong with one reading: at most [`MAX_PROBLEMS`] are kept, the rest is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Adds the problem that `describe` gives, which is not called once the list is full.
    pub fn add(&mut self, describe: impl FnOnce() -> Problem) {
        if self.kept.len() < MAX_PROBLEMS {
            self.kept.push(describe());
        } else {
            self.more += 1;
        }
    }

    /// Adds all problems of another list.
    pub fn append(&mut self, other: Problems) {
        for problem in other.kept {
            self.add(|| problem);
        }
        self.more += other.more;
    }

    /// The problems that were kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.kept.iter()
    }

    /// How many more there are than were kept.
    pub fn more(&self) -> usize {
        self.more
    }

    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.kept.len() + self.more
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// In the order of file, line and column.
    pub(crate) fn sort(&mut self) {
        self.kept.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    }

    /// The problems as the error that refuses the data.
    ///
    /// # Errors
    /// [`IngestError::Refused`] unless the list is empty.
    pub fn into_result(self) -> Result<(), IngestError> {
        if self.is_empty() { Ok(()) } else { Err(IngestError::Refused { problems: self }) }
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { kept: vec![problem], more: 0 }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.kept.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
            if let Some(help) = &problem.help {
                write!(f, " ({help})")?;
            }
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

/// Something that was accepted and that the reader of the log should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Stable code, such as `byte-order-mark`.
    pub rule: &'static str,
    /// One sentence.
    pub message: String,
}

/// Whose fault an error is; it decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// The data break a rule.
    Data,
    /// The command, the configuration or the machine.
    Use,
}

/// Why a file was not read.
#[derive(Debug, Error)]
pub enum IngestError {
    /// The file cannot be opened or read.
    #[error("{file}: {source}")]
    Io {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The data break rules; every breach is listed.
    #[error("{problems}")]
    Refused {
        /// What is wrong.
        problems: Problems,
    },
    /// A column that was asked for is not there.
    #[error("{file}: there is no column {name:?}; the columns are: {}", available.join(", "))]
    NoColumn {
        /// The file.
        file: String,
        /// The column that was asked for.
        name: String,
        /// The columns there are.
        available: Vec<String>,
    },
    /// There is a header and nothing below it.
    #[error("{file}: there are no rows below the header")]
    NoRows {
        /// The file.
        file: String,
    },
    /// A column is of a type that is not taken.
    #[error("{file}: column {name:?} holds {what}; give whole days, numbers, text or true/false")]
    UnsupportedType {
        /// The file.
        file: String,
        /// The column.
        name: String,
        /// Its type.
        what: String,
    },
    /// The file is not what it says it is, or it is damaged.
    #[error("{file}: cannot be read as {format}: {detail}")]
    Damaged {
        /// The file.
        file: String,
        /// The format it claims to be.
        format: &'static str,
        /// What the decoder said.
        detail: String,
    },
    /// More than a limit allows.
    #[error("{file}: {what} is above the limit of {limit}")]
    TooLarge {
        /// The file.
        file: String,
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// No reader for files of this name.
    #[error(
        "{file}: the name ends in none of .csv, .xpt, .json, .ndjson (with .gz or .zst after it if packed) \
         and .parquet"
    )]
    UnknownFormat {
        /// The file.
        file: String,
    },
    /// The options contradict the table or each other.
    #[error("{message}")]
    Options {
        /// What is wrong with them.
        message: String,
    },
}

impl IngestError {
    /// Whose fault it is.
    pub fn blame(&self) -> Blame {
        match self {
            Self::Refused { .. } | Self::NoRows { .. } | Self::Damaged { .. } | Self::TooLarge { .. } => {
                Blame::Data
            }
            Self::Io { .. }
            | Self::NoColumn { .. }
            | Self::UnsupportedType { .. }
            | Self::UnknownFormat { .. }
            | Self::Options { .. } => Blame::Use,
        }
    }

    /// The broken rules, if that is what it is about.
    pub fn problems(&self) -> Option<&Problems> {
        match self {
            Self::Refused { problems } => Some(problems),
            _ => None,
        }
    }

    pub(crate) fn io(file: &str, source: std::io::Error) -> Self {
        Self::Io { file: file.to_owned(), source }
    }
}
