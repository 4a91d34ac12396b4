//! Delivered files in, typed rows out, or a list of everything that is wrong with them.
//!
//! | module | takes -> gives |
//! |---|---|
//! | [`delimited`] | the bytes of a CSV file -> a [`delimited::Sheet`] of cells, strictly |
//! | [`xport`], [`dataset_json`] | the bytes of a SAS XPORT or Dataset-JSON file -> a [`Frame`], strictly |
//! | [`outgoing`] | what is said of a data set that `xport` and `dataset_json` write |
//! | [`frame`] | any file, packed or not -> typed columns, for estimates on a plain file |
//! | [`table`] | files of a canonical table -> checked, sorted rows and rejects |
//! | `adtte` | CDISC ADTTE -> times to event in days |
//! | `units` | laboratory values -> a list of units that are not known |
//! | [`wide`] | a registry extract, one row a subject -> the same |
//! | [`screen`] | the cells of a column -> what it gives away about persons, with counts alone |
//! | [`relabel`] | a subject's identifier -> a label that only a key leads back from |
//! | [`rows`] | what `table` and `wide` share: typing, rejects, threshold, duplicates, order |
//!
//! Everything that is wrong with a file is reported in one go ([`error::Problems`]).

mod adtte;
pub mod cell;
pub mod dataset_json;
pub mod delimited;
pub mod error;
pub mod frame;
pub(crate) mod hash;
mod intern;
pub(crate) mod kind;
pub mod number;
pub mod outgoing;
pub(crate) mod packing;
pub mod relabel;
mod row_problem;
pub mod rows;
pub mod screen;
pub mod table;
mod units;
pub mod wide;
pub mod xport;

pub use adtte::{AdtteDays, read_adtte, time_unit_of};
pub use error::{Blame, Excerpt, IngestError, Note, Problem, Problems, Span};
pub use frame::{ColumnData, Detail, Frame, ReadOptions, Temporal};
pub use row_problem::row_problem;
pub(crate) use rows::in_parentheses;
pub use rows::{Counts, Origin, Reject, SourceFile, TableRows, only_known_subjects, unknown_subjects};
pub use table::{TableOptions, TableSource, read_table};
pub use units::known_units;
pub use wide::{WideColumn, WideKind, WideOptions, read_wide};
