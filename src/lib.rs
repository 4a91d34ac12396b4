//! Outcomes of stem cell transplantation in autoimmune blood disorders.
//!
//! The modules are the stages of the data's way, in order; see `ARCHITECTURE.md`.

pub mod domain;
pub mod estimate;

#[cfg(feature = "engine")]
pub mod analysis;
#[cfg(feature = "engine")]
pub mod present;
#[cfg(feature = "engine")]
pub mod study;
