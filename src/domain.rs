//! What every stage may know: the canonical tables, the groups that patients fall into, the conventions.

pub mod clinical;
pub mod convention;
pub mod ground;
pub mod group;
pub mod table;

pub use clinical::{Disorder, Indication, LabTest, Purpose, Status, TreatmentClass};
pub use convention::Convention;
pub use ground::Ground;
pub use group::Group;
pub use table::{Column, Kind, Table};
