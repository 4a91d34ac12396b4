//! A generation of the store -> the analysis data set and the ARD.

use std::path::{Path, PathBuf};

use super::explain::store_tables;
use super::frame_table::record_batch;
use super::state::{State, key};
use super::{PipelineError, Run, Stage, quality};
use crate::analysis::ard::Row;
use crate::analysis::bookkeeping::{Delivered, delivery_rows};
use crate::analysis::quality::quality_rows;
use crate::analysis::{parquet, plan};
use crate::cohort::{self, Cohort, CohortInput};
use crate::ingest::frame::Frame;
use crate::quality::{Quality, queries_csv};
use crate::store::{FileHash, MANIFEST, Manifest, Store, encode_table, hash_bytes};

/// The results of a study, as they are kept.
pub(super) struct Analysis {
    /// The directory that holds them.
    pub(super) directory: PathBuf,
    /// Hash of the ARD.
    pub(super) ard: String,
}

/// The directory of the analysis within the store.
pub(super) const DIRECTORY: &str = "analysis";
/// The ARD within the analysis.
pub(super) const ARD: &str = "ard.parquet";
/// The list of queries within the analysis and the report.
pub(super) const QUERIES: &str = "queries.csv";

impl Run<'_> {
    pub(super) fn analyze(&mut self, store: &Store) -> Result<Analysis, PipelineError> {
        let directory = self.study.store_directory().join(DIRECTORY);
        let (text, rules) = (self.study.text.as_str(), self.study.rule_text.as_str());
        let key = key([store.name(), text, rules, self.study.response_rules.own_text()]);
        let state = self.state();
        if state.analysis.as_ref() == Some(&key)
            && let Some(ard) = hash_of_ard(&directory, state.analysis_manifest.as_deref())
        {
            self.summary.crossed.clone_from(&state.crossed);
            return Ok(Analysis { directory, ard });
        }
        self.begin(Stage::Analyze);
        let tables = store_tables(store)?;
        let mut cohort = cohort::derive(&CohortInput { study: self.study, tables: tables.clone() })?;
        let quality = quality::of_store(self.study, store, &tables, &cohort)?;
        let door = quality::through_the_door(store, &mut cohort)?;
        let results = plan::results(self.study, &cohort)?;
        for warning in results.warnings {
            self.journal.note(&warning);
            self.summary.warnings.push(warning);
        }
        let mut rows = delivery_rows(&delivered(store));
        rows.extend(results.rows);
        rows.extend(door);
        rows.extend(quality_rows(&quality));
        let crossed = quality::sentences(&quality.crossings());
        self.summary.crossed.clone_from(&crossed);
        let (ard, manifest) = self.keep(store, &cohort, (&rows, &quality))?;
        let analysis_manifest = Some(manifest);
        self.remember(&State { analysis: Some(key), analysis_manifest, report: None, crossed, ..state })?;
        Ok(Analysis { directory, ard })
    }

    /// Writes the analysis data set and the ARD and publishes them in one step; the hashes of the ARD and
    /// of the manifest.
    fn keep(
        &self,
        store: &Store,
        cohort: &Cohort,
        (rows, quality): (&[Row], &Quality),
    ) -> Result<(String, String), PipelineError> {
        let target = self.study.store_directory().join(DIRECTORY);
        let failed = |error| PipelineError::io(&target, error);
        let staged = self.files.stage(&self.study.store_directory().join("staged")).map_err(failed)?;
        let mut manifest = Manifest {
            schema_version: store.manifest().schema_version,
            engine_version: env!("CARGO_PKG_VERSION").to_owned(),
            inputs: store.manifest().outputs.clone(),
            ..Manifest::default()
        };
        let mut put = |path: String, bytes: Vec<u8>, rows: usize| -> Result<String, PipelineError> {
            let sha256 = hash_bytes(&bytes);
            self.files.write(&staged.join(&path), &bytes).map_err(failed)?;
            let size = bytes.len() as u64;
            manifest.outputs.push(FileHash {
                path,
                sha256: sha256.clone(),
                bytes: size,
                rows: Some(rows as u64),
            });
            Ok(sha256)
        };
        let encode = |name: &str, frame: &Frame| -> Result<Vec<u8>, PipelineError> {
            Ok(encode_table(name, &record_batch(frame)?)?)
        };
        put("subjects.parquet".to_owned(), encode("subjects", &cohort.subjects)?, cohort.subjects.rows)?;
        for data in &cohort.endpoints {
            let name = &data.endpoint.name;
            put(
                format!("endpoint-{name}.parquet"),
                encode(name, &plan::dataset(self.study, cohort, data))?,
                data.rows.rows,
            )?;
        }
        if let Some(states) = &cohort.states {
            put("states.parquet".to_owned(), encode("states", &states.rows)?, states.rows.rows)?;
        }
        let queries = queries_csv(quality).map_err(|error| PipelineError::Encode(error.to_string()))?;
        put(QUERIES.to_owned(), queries, quality.findings.len())?;
        let ard = put(ARD.to_owned(), parquet::to_parquet(rows)?, rows.len())?;
        manifest.outputs.sort();
        let bytes = manifest.to_bytes().map_err(|error| PipelineError::Encode(error.to_string()))?;
        self.files.write(&staged.join(MANIFEST), &bytes).map_err(failed)?;
        self.files.replace_directory(&staged, &target).map_err(failed)?;
        Ok((ard, hash_bytes(&bytes)))
    }
}

/// The hash of the ARD, where the manifest is the one that was written.
fn hash_of_ard(directory: &Path, written: Option<&str>) -> Option<String> {
    let bytes = std::fs::read(directory.join(MANIFEST)).ok()?;
    if written != Some(&*hash_bytes(&bytes)) {
        return None;
    }
    let manifest = Manifest::from_bytes(&bytes).ok()?;
    let ard = manifest.output(ARD)?;
    let there = std::fs::metadata(directory.join(ARD)).is_ok_and(|file| file.len() == ard.bytes);
    there.then(|| ard.sha256.clone())
}

fn delivered(store: &Store) -> Vec<Delivered> {
    store
        .manifest()
        .counts
        .iter()
        .map(|(table, counts)| Delivered {
            table: table.clone(),
            files: counts.files,
            rows: counts.rows_in,
            rejected: counts.rejected,
            left_out: counts.left_out,
        })
        .collect()
}
