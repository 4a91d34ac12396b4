//! Which codes of a column are which event. Codes are never guessed.

mod named;
mod recurrent;

use std::sync::Arc;

use super::factor::{Factor, MISSING};
use crate::ingest::frame::ColumnData;

/// More distinct codes than this, and the column is no event.
const MOST_CODES: usize = 1000;

/// What the user says about the codes of an event column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventCodes {
    /// Code as text -> index in `causes` plus one; 0 is censored.
    pub named: Vec<(String, u32)>,
    /// Names of the causes.
    pub causes: Vec<Arc<str>>,
    /// What becomes of a code that is neither 0 nor named.
    pub unnamed: Unnamed,
}

/// What becomes of a code that is neither 0 nor named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unnamed {
    /// It is an error.
    #[default]
    Refuse,
    /// It is cause-specific censoring, and is said to be.
    Censor,
    /// It is censoring by definition (CNSR).
    Silent,
    /// It is the last of the causes.
    Compete,
}

/// Why an event column was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EventError {
    /// The column holds text and no codes were named.
    #[error(
        "the event column {column} holds text ({levels}); say which is which with --event-codes, such as --event-codes {example}=1"
    )]
    Text {
        /// The column.
        column: String,
        /// Its first levels.
        levels: String,
        /// One of them.
        example: String,
    },
    /// A code that is neither 0 nor named.
    #[error(
        "the event column {column} holds the code {code} in {count} rows, and nothing says what it is; {help}"
    )]
    Unnamed {
        /// The column.
        column: String,
        /// The code.
        code: String,
        /// In how many rows.
        count: usize,
        /// What to do.
        help: String,
    },
    /// Text of which nothing says what is censored.
    #[error(
        "the event column {column} holds text ({levels}), and nothing says which is censored; name it with --event-codes, such as --event-codes {example}=0"
    )]
    NoCensoring {
        /// The column.
        column: String,
        /// Its first levels.
        levels: String,
        /// One of them.
        example: String,
    },
    /// Too many codes.
    #[error("the column {column} holds {count} different values: it does not look like an event code")]
    TooMany {
        /// The column.
        column: String,
        /// How many.
        count: usize,
    },
}

/// Codes of an event column, row by row.
#[derive(Debug, Clone)]
pub struct CodedEvents {
    /// 0 censored, i = cause i, [`MISSING`].
    pub codes: Vec<u32>,
    /// Codes that were taken as cause-specific censoring.
    pub censored_codes: Vec<String>,
}

impl EventCodes {
    /// One event, told by 1 (or true).
    pub fn single() -> Self {
        let event: Arc<str> = Arc::from("1");
        Self { named: vec![("1".to_owned(), 1)], causes: vec![event], unnamed: Unnamed::Refuse }
    }

    /// CDISC's CNSR: 0 is the event, every other code is censoring.
    pub fn cnsr() -> Self {
        Self { named: vec![("0".to_owned(), 1)], causes: vec![Arc::from("0")], unnamed: Unnamed::Silent }
    }

    /// Codes a column.
    ///
    /// # Errors
    /// [`EventError`] where a code cannot be told.
    pub fn apply(&self, name: &str, column: &ColumnData, help: &str) -> Result<CodedEvents, EventError> {
        let factor = Factor::of(name, column);
        let levels = &factor.levels;
        if levels.len() > MOST_CODES {
            return Err(EventError::TooMany { column: name.to_owned(), count: levels.len() });
        }
        let is_text = matches!(column, ColumnData::Text { .. });
        if is_text && !levels.is_empty() {
            self.check_text(name, levels)?;
        }
        let mut censored_codes = Vec::new();
        let mut cause_of_level = Vec::with_capacity(levels.len());
        for (index, level) in levels.iter().enumerate() {
            cause_of_level.push(match self.cause(level) {
                Some(cause) => cause,
                None if is_zero(level) && self.unnamed != Unnamed::Silent => 0,
                None if self.unnamed == Unnamed::Refuse => {
                    let count = factor.codes.iter().filter(|code| **code as usize == index).count();
                    let (column, code) = (name.to_owned(), level.clone());
                    return Err(EventError::Unnamed { column, code, count, help: help.to_owned() });
                }
                None if self.unnamed == Unnamed::Compete => u32::try_from(self.causes.len()).unwrap_or(0),
                None => {
                    if self.unnamed == Unnamed::Censor {
                        censored_codes.push(level.clone());
                    }
                    0
                }
            });
        }
        let codes = factor
            .codes
            .iter()
            .map(|code| if *code == MISSING { MISSING } else { cause_of_level[*code as usize] })
            .collect();
        Ok(CodedEvents { codes, censored_codes })
    }

    /// Refuses text of which too little is said.
    fn check_text(&self, name: &str, levels: &[String]) -> Result<(), EventError> {
        let shown: Vec<&str> = levels.iter().take(4).map(String::as_str).collect();
        let (column, shown) = (name.to_owned(), shown.join(", "));
        let cause_of = |level: &String| self.cause(level);
        if !levels.iter().any(|level| cause_of(level).is_some()) {
            return Err(EventError::Text { column, levels: shown, example: levels[0].clone() });
        }
        let censored = self.named.iter().any(|(_, cause)| *cause == 0) || levels.iter().any(|l| is_zero(l));
        match levels.iter().find(|level| cause_of(level).is_none()) {
            Some(example) if self.unnamed == Unnamed::Compete && !censored => {
                Err(EventError::NoCensoring { column, levels: shown, example: example.clone() })
            }
            _ => Ok(()),
        }
    }

    fn cause(&self, level: &str) -> Option<u32> {
        let same = |code: &str| code == level || truth(code).is_some_and(|c| truth(level) == Some(c));
        self.named.iter().find(|(code, _)| same(code)).map(|(_, cause)| *cause)
    }
}

fn is_zero(level: &str) -> bool {
    level == "0" || level == "false"
}

/// 1 and true are one code, like 0 and false.
fn truth(code: &str) -> Option<bool> {
    match code {
        "1" | "true" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}
