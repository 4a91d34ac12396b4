//! What is said of a data set that is written, and why it may not be written.

use thiserror::Error;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDay {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// What a data set is called, and when it is said to have been made: no clock enters an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The study.
    pub study: String,
    /// Its name, such as `ADTTE`.
    pub name: String,
    /// Its label.
    pub label: String,
    /// The day on which it stands, which is that of the data cut.
    pub day: CalendarDay,
    /// The columns that make a row unique, in order.
    pub keys: Vec<String>,
}

/// Why a data set cannot be written.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// A name or text is longer than the format holds.
    #[error("{what} {name:?} is longer than {limit} bytes")]
    TooLong {
        /// What is too long.
        what: &'static str,
        /// Name of the column or the data set.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// A number beyond the range of the format.
    #[error("row {row} of {name:?} holds a number that the format cannot hold")]
    Number {
        /// The column.
        name: String,
        /// The row, from 1.
        row: usize,
    },
    /// More columns than the format counts.
    #[error("{count} columns where 9999 fit")]
    Columns {
        /// How many there are.
        count: usize,
    },
}
