//! Generations: written whole, published in one step, checked before use.

use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::check;
use super::{
    FileHash, FileLayer, MANIFEST, Manifest, Mismatch, StoreError, encode, hash_bytes, lineage, verify,
};
use crate::domain::table::SCHEMA_VERSION;
use crate::ingest::TableRows;

const GENERATIONS: &str = "generations";
const CURRENT: &str = "current";
/// Digits of the manifest's hash that name a generation.
const NAME_DIGITS: usize = 12;

/// A published generation.
#[derive(Debug, Clone)]
pub struct Store {
    directory: PathBuf,
    name: String,
    manifest: Manifest,
}

/// Writes the tables as a new generation below `directory` and publishes it.
///
/// The same rows from the same files give the same bytes and the same name, so that writing them
/// again changes nothing (and repairs a generation that was damaged).
///
/// # Errors
/// [`StoreError::Encode`], [`StoreError::Io`]; the generation published before is then untouched.
pub fn write_generation(
    directory: &Path,
    tables: &[TableRows],
    files: &FileLayer,
) -> Result<Store, StoreError> {
    let generations = directory.join(GENERATIONS);
    let staged = files.stage(&generations).map_err(|error| StoreError::io(&generations, error))?;
    let mut staging = Staging { root: staged, files, outputs: Vec::new() };
    let mut manifest = Manifest {
        schema_version: SCHEMA_VERSION,
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        ..Manifest::default()
    };
    for table in tables {
        staging.table(table)?;
        manifest.counts.insert(table.name.clone(), table.counts.into());
        manifest.inputs.extend(table.sources.iter().map(|source| FileHash {
            path: source.path.clone(),
            sha256: source.sha256.clone(),
            bytes: source.bytes,
            rows: Some(source.rows as u64),
        }));
    }
    manifest.inputs.sort();
    manifest.inputs.dedup();
    manifest.outputs = std::mem::take(&mut staging.outputs);
    manifest.outputs.sort();
    let bytes = manifest.to_bytes().map_err(|error| StoreError::Manifest {
        path: staging.root.join(MANIFEST),
        detail: error.to_string(),
    })?;
    let name = generation_name(&bytes);
    let path = staging.root.join(MANIFEST);
    files.write(&path, &bytes).map_err(|error| StoreError::io(&path, error))?;
    let published = files
        .publish_directory(&staging.root, &generations, &name, &directory.join(CURRENT))
        .map_err(|error| StoreError::io(directory, error))?;
    Ok(Store { directory: published, name, manifest })
}

/// The first digits of the manifest's hash.
fn generation_name(manifest: &[u8]) -> String {
    let mut name = hash_bytes(manifest);
    name.truncate(NAME_DIGITS);
    name
}

struct Staging<'a> {
    root: PathBuf,
    files: &'a FileLayer,
    outputs: Vec<FileHash>,
}

impl Staging<'_> {
    fn table(&mut self, table: &TableRows) -> Result<(), StoreError> {
        let rows = table.batch.num_rows() as u64;
        let bytes = encode::parquet(&table.name, &table.batch, &table.sources)?;
        self.write(&format!("{}.parquet", table.name), &bytes, rows)?;
        let lineage = lineage::lineage(table)
            .map_err(|error| StoreError::Encode { table: table.name.clone(), detail: error.to_string() })?;
        let bytes = encode::parquet(&table.name, &lineage, &table.sources)?;
        self.write(&format!("lineage/{}.parquet", table.name), &bytes, rows)?;
        if table.rejects.is_empty() {
            return Ok(());
        }
        let bytes = encode::rejects(&table.name, &table.rejects)?;
        self.write(&format!("rejects/{}.csv", table.name), &bytes, table.rejects.len() as u64)
    }

    fn write(&mut self, path: &str, bytes: &[u8], rows: u64) -> Result<(), StoreError> {
        let full = self.root.join(path);
        let failed = |error| StoreError::io(&full, error);
        if let Some(above) = full.parent()
            && !above.exists()
        {
            self.files.create_dir_all(above).map_err(failed)?;
        }
        self.files.write(&full, bytes).map_err(failed)?;
        self.outputs.push(FileHash {
            path: path.to_owned(),
            sha256: hash_bytes(bytes),
            bytes: bytes.len() as u64,
            rows: Some(rows),
        });
        Ok(())
    }
}

impl Store {
    /// Opens the generation that is published below `directory`.
    ///
    /// # Errors
    /// [`StoreError::Empty`] if nothing is; [`StoreError::Manifest`] if the manifest is not the one
    /// that gave the generation its name.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let pointer = directory.join(CURRENT);
        let Ok(target) = fs::read_link(&pointer) else {
            return Err(StoreError::Empty(directory.to_owned()));
        };
        Self::open_generation(&directory.join(target))
    }

    /// Opens the generation before the published one; none if there is none.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_previous(directory: &Path) -> Result<Option<Self>, StoreError> {
        match fs::read_link(directory.join("previous")) {
            Ok(target) => Self::open_generation(&directory.join(target)).map(Some),
            Err(_) => Ok(None),
        }
    }

    fn open_generation(directory: &Path) -> Result<Self, StoreError> {
        let path = directory.join(MANIFEST);
        let bytes = fs::read(&path).map_err(|error| StoreError::io(&path, error))?;
        let name = generation_name(&bytes);
        if directory.file_name().is_none_or(|directory| *directory != *name) {
            let detail = "the manifest is not the one that named this generation".to_owned();
            return Err(StoreError::Manifest { path, detail });
        }
        let manifest = Manifest::from_bytes(&bytes)
            .map_err(|error| StoreError::Manifest { path, detail: error.to_string() })?;
        Ok(Self { directory: directory.to_owned(), name, manifest })
    }

    /// The directory of this generation.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The name of this generation: twelve hexadecimal digits that stand for its content.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Names of the tables, sorted.
    pub fn tables(&self) -> Vec<&str> {
        self.manifest.counts.keys().map(String::as_str).collect()
    }

    /// The Parquet file of a table, hashed again just now.
    ///
    /// # Errors
    /// [`StoreError::NoTable`], [`StoreError::Corrupt`].
    pub fn table_path_verified(&self, table: &str) -> Result<PathBuf, StoreError> {
        self.verified(&format!("{table}.parquet"), table)
    }

    /// The Parquet file with source file and line of each row of a table, hashed again just now.
    ///
    /// # Errors
    /// [`StoreError::NoTable`], [`StoreError::Corrupt`].
    pub fn lineage_path_verified(&self, table: &str) -> Result<PathBuf, StoreError> {
        self.verified(&format!("lineage/{table}.parquet"), table)
    }

    /// The CSV of the rows of a table that were set aside, hashed again just now; none if there were none.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn rejects_path_verified(&self, table: &str) -> Result<Option<PathBuf>, StoreError> {
        let path = format!("rejects/{table}.csv");
        self.manifest.output(&path).map(|_| self.verified(&path, table)).transpose()
    }

    /// Hashes every file of this generation again and names those that differ.
    pub fn verify(&self) -> Vec<Mismatch> {
        verify(&self.directory, &self.manifest.outputs)
    }

    fn verified(&self, path: &str, table: &str) -> Result<PathBuf, StoreError> {
        let file = self.manifest.output(path).ok_or_else(|| StoreError::NoTable(table.to_owned()))?;
        let full = self.directory.join(path);
        match check(&self.directory, file) {
            Ok(()) => Ok(full),
            Err(mismatch) => Err(StoreError::Corrupt { path: full, mismatch }),
        }
    }
}
