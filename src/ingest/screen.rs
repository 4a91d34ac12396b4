//! The screen at the door: does a delivered column tell who somebody is?
//!
//! A [`Column`] sees every cell of a column once and keeps counts, never the cells themselves beyond the reading;
//! [`Column::verdict`] says what the column gives away, with counts alone. No message holds a value.
//!
//! | file | what it knows |
//! |---|---|
//! | `hint` | what a column's name says, token by token, in several languages |
//! | `normal` | one spelling of a cell: digits, dashes, decimal commas |
//! | `ages` | whether numbers are spread as ages are |
//! | `date` | full dates: ISO, day and month first, month names, dotted, compact, with time |
//! | `national` | national numbers and bank accounts with their check digits |
//! | `contact` | e-mail and IP addresses, links, telephone numbers, streets |
//! | `text` | words, names, codes: what kind of thing a text is |
//! | `vocabulary` | words of medicine, places and questionnaires that are no names |
//! | `inner` | the columns that stand in a column: in brackets, behind labels, among answers |
//! | `shape`, `told` | what may be shown of a cell, of the name of a column |
//! | `numbers`, `texts` | the counts of a column |
//! | `verdict` | from counts to findings: every threshold stands there |
//! | `table` | every column of a delivered file, what a study allows, what the messages say |
//!
//! Nothing is sampled: patterns are looked for in every cell. Only distinct values are counted no further than
//! [`DISTINCT_COUNTED`]; how often values repeat is then judged on the rows up to there.

mod ages;
mod column;
mod contact;
mod date;
mod hint;
mod inner;
mod kind;
mod national;
mod normal;
mod numbers;
mod shape;
mod table;
mod text;
mod texts;
mod told;
mod verdict;
mod vocabulary;

pub use column::{Column, Role};
pub use kind::{Finding, Kind};
pub(crate) use shape::{code_or_shape, shape};
pub use table::{Allowed, Mode, Screen};
pub(crate) use table::{Cells, Described, Screening};
pub(crate) use told::{SHARED_BY, Sharers, shown};

/// Distinct values of a column are counted up to here.
pub const DISTINCT_COUNTED: usize = 4096;

#[cfg(test)]
mod tests;
