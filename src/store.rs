//! Canonical rows as Parquet, in generations, with a manifest of hashes.
//!
//! ```text
//! store/current     -> generations/0f3c1a2b4d5e     moved in one step, after everything is on disk
//! store/previous    -> generations/9a8b7c6d5e4f
//! store/generations/0f3c1a2b4d5e/patients.parquet ... lineage/patients.parquet ...
//!                                rejects/labs.csv ... manifest.json
//! ```
//!
//! A generation bears the first twelve digits of the SHA-256 of its manifest, and the manifest
//! holds the SHA-256 of every other file, so that no bit can change unseen. A crash leaves the old
//! generation or the new one. Only the current and the previous generation are kept.
//!
//! The bytes depend on the rows, the schema and the version of `engraft` alone. The Parquet files
//! carry no Arrow schema: text is plain text to whoever reads them, dictionary-coded in the pages.

mod encode;
mod fault;
pub mod file_layer;
mod generation;
mod hash;
mod lineage;
mod manifest;

use std::path::PathBuf;

use thiserror::Error;

pub use encode::encode_table;
pub(crate) use encode::harmless;
pub use fault::{Fault, FaultKind};
pub use file_layer::FileLayer;
pub use generation::{Store, write_generation};
pub use hash::{hash_bytes, hash_file};
pub use manifest::{Difference, FileHash, MANIFEST, Manifest, Mismatch, TableCounts, verify};

/// Why a store could not be written or used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Rows could not be encoded.
    #[error("table {table}: {detail}")]
    Encode {
        /// The table.
        table: String,
        /// What the encoder said.
        detail: String,
    },
    /// Nothing has been stored yet.
    #[error("{}: there is no store here yet; run `engraft ingest`", .0.display())]
    Empty(PathBuf),
    /// The manifest cannot be trusted or understood.
    #[error("{}: {detail}", path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// A file is not what the manifest says.
    #[error("{}: {mismatch}", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// How it differs.
        mismatch: Mismatch,
    },
    /// The store holds no such table.
    #[error("the store holds no table {0}")]
    NoTable(String),
}

impl StoreError {
    pub(crate) fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }
}

#[cfg(test)]
mod tests;
