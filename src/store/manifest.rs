//! The manifest: every file that went in and came out, with its hash.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::hash::hash_file;
use crate::ingest::Counts;

/// Name of the manifest within a generation.
pub const MANIFEST: &str = "manifest.json";

/// A file as it was when the manifest was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileHash {
    /// Its path with `/`: inputs below the study, outputs below the manifest's directory.
    pub path: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Its rows, where it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// What became of the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableCounts {
    /// Files that were read.
    pub files: u64,
    /// Files passed over as copies of others.
    pub duplicate_files: u64,
    /// Rows delivered.
    pub rows_in: u64,
    /// Rows stored.
    pub accepted: u64,
    /// Rows left out for a broken rule.
    pub rejected: u64,
    /// Rows left out as copies of others.
    pub duplicates: u64,
    /// Rows left out as the study says.
    #[serde(default, skip_serializing_if = "is_none")]
    pub left_out: u64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the encoder passes a reference")]
fn is_none(count: &u64) -> bool {
    *count == 0
}

impl From<Counts> for TableCounts {
    fn from(counts: Counts) -> Self {
        Self {
            files: counts.files as u64,
            duplicate_files: counts.duplicate_files as u64,
            rows_in: counts.rows_in as u64,
            accepted: counts.accepted as u64,
            rejected: counts.rejected as u64,
            duplicates: counts.duplicates as u64,
            left_out: counts.left_out as u64,
        }
    }
}

/// Every file in and out. Lists are sorted by path; there is no time and no host in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the canonical schema.
    pub schema_version: u32,
    /// Version of `engraft`.
    pub engine_version: String,
    /// Files that went in.
    pub inputs: Vec<FileHash>,
    /// Files that came out, all but the manifest itself.
    pub outputs: Vec<FileHash>,
    /// What became of the rows, by table.
    pub counts: BTreeMap<String, TableCounts>,
}

impl Manifest {
    /// The bytes of `manifest.json`.
    ///
    /// # Errors
    /// None that a manifest can cause; the encoder's type says otherwise.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads the bytes of `manifest.json`.
    ///
    /// # Errors
    /// If they are not a manifest.
    pub fn from_bytes(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }

    /// The output of this path.
    pub fn output(&self, path: &str) -> Option<&FileHash> {
        self.outputs.iter().find(|file| file.path == path)
    }
}

/// A file that is not what the manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Its path, as in the manifest.
    pub path: String,
    /// How it differs.
    pub difference: Difference,
}

/// How a file differs from the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It is not there, or cannot be read: what the system said.
    Unreadable(String),
    /// Its size is another.
    Size {
        /// As in the manifest.
        expected: u64,
        /// As found.
        found: u64,
    },
    /// Its content is another.
    Content,
    /// Its path leads out of the directory.
    Path,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.difference {
            Difference::Unreadable(reason) => write!(f, "{}: {reason}", self.path),
            Difference::Size { expected, found } => {
                write!(f, "{}: {found} bytes where the manifest says {expected}", self.path)
            }
            Difference::Content => write!(f, "{}: the content is not what the manifest says", self.path),
            Difference::Path => write!(f, "{}: the path leads out of the directory", self.path),
        }
    }
}

/// Hashes each of the files again and names those that differ.
pub fn verify(root: &Path, files: &[FileHash]) -> Vec<Mismatch> {
    files.iter().filter_map(|file| check(root, file).err()).collect()
}

/// Hashes a file again.
pub(super) fn check(root: &Path, file: &FileHash) -> Result<(), Mismatch> {
    let differs = |difference| Err(Mismatch { path: file.path.clone(), difference });
    let is_inside = !file.path.is_empty()
        && Path::new(&file.path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if !is_inside {
        return differs(Difference::Path);
    }
    match hash_file(&root.join(&file.path)) {
        Err(error) => differs(Difference::Unreadable(error.to_string())),
        Ok((_, found)) if found != file.bytes => differs(Difference::Size { expected: file.bytes, found }),
        Ok((sha256, _)) if sha256 != file.sha256 => differs(Difference::Content),
        Ok(_) => Ok(()),
    }
}
