//! Hashes everything that the manifests name again.

use std::path::Path;

use super::PipelineError;
use super::analyze::DIRECTORY;
use super::report::{CHECKSUMS, LATEST, checksums};
use super::state::State;
use crate::store::{self, Difference, MANIFEST, Manifest, Mismatch, Store, hash_bytes};
use crate::study::Study;

/// What was hashed again.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many files are as their manifest says.
    pub intact: usize,
    /// Those that are not: the manifest's directory, and the file.
    pub mismatches: Vec<(String, Mismatch)>,
}

/// Hashes the store, the analysis, the report and the delivered files of a study.
///
/// # Errors
/// [`PipelineError`] where there is no store or a manifest cannot be read.
pub fn verify(study: &Study) -> Result<Verified, PipelineError> {
    let mut verified = Verified::default();
    let store = Store::open(&study.store_directory())?;
    verified.add(store.directory(), store.manifest().outputs.len(), store.verify());
    let inputs = &store.manifest().inputs;
    verified.add(&study.directory, inputs.len(), store::verify(&study.directory, inputs));
    for directory in [study.store_directory().join(DIRECTORY), study.reports_directory().join(LATEST)] {
        let path = directory.join(MANIFEST);
        if !path.exists() {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))?;
        let manifest = Manifest::from_bytes(&bytes)
            .map_err(|error| PipelineError::Damaged { path, detail: error.to_string() })?;
        verified.add(&directory, manifest.outputs.len(), store::verify(&directory, &manifest.outputs));
        if directory.ends_with(DIRECTORY)
            && State::of(study).analysis_manifest.as_deref() != Some(&*hash_bytes(&bytes))
        {
            let changed = Difference::Unreadable("is not the manifest that was written".to_owned());
            verified.add(&directory, 1, vec![Mismatch { path: MANIFEST.to_owned(), difference: changed }]);
        }
        if directory.ends_with(LATEST) {
            let sums = std::fs::read(directory.join(CHECKSUMS)).unwrap_or_default();
            let wrong = (sums != checksums(&manifest, &bytes).as_bytes()).then(|| Mismatch {
                path: CHECKSUMS.to_owned(),
                difference: Difference::Unreadable(format!("does not agree with {MANIFEST}")),
            });
            verified.add(&directory, 1, wrong.into_iter().collect());
        }
    }
    Ok(verified)
}

impl Verified {
    fn add(&mut self, directory: &Path, files: usize, mismatches: Vec<Mismatch>) {
        self.intact += files - mismatches.len();
        self.mismatches
            .extend(mismatches.into_iter().map(|mismatch| (directory.display().to_string(), mismatch)));
    }
}
