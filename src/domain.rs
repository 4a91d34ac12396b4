//! What every stage may know: the canonical tables and the groups that patients fall into.

pub mod group;
pub mod table;

pub use group::Group;
pub use table::{Column, Kind, Table};
