//! Outcomes of stem cell transplantation in autoimmune blood disorders.
//!
//! The modules are the stages of the data's way, in order; see `ARCHITECTURE.md`.

pub mod domain;
pub mod estimate;

#[cfg(feature = "engine")]
pub mod analysis;
#[cfg(feature = "engine")]
pub mod cli;
#[cfg(feature = "engine")]
pub mod cohort;
#[cfg(feature = "engine")]
pub mod ingest;
#[cfg(feature = "engine")]
pub mod pipeline;
#[cfg(feature = "engine")]
pub mod present;
#[cfg(feature = "engine")]
pub mod quality;
#[cfg(feature = "engine")]
pub mod store;
#[cfg(feature = "engine")]
pub mod study;
#[cfg(feature = "engine")]
pub mod synth;
