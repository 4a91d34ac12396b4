//! The ARD -> the published report.

use std::path::Path;

use super::analyze::{ARD, Analysis, QUERIES};
use super::release::Release;
use super::state::{State, key};
use super::words::words;
use super::{PipelineError, Run, Stage};
use crate::analysis::ard::Row;
use crate::analysis::{json, parquet};
use crate::present::{Gate, OutputFile, ReportText, present};
use crate::store::{FileHash, MANIFEST, Manifest, Store, hash_bytes};
use crate::study::file::GateSpec;

/// The published report within the directory of reports.
pub(super) const LATEST: &str = "latest";
/// Checksums that `sha256sum --check` reads.
pub(super) const CHECKSUMS: &str = "SHA256SUMS";

impl Run<'_> {
    pub(super) fn report(&mut self, store: &Store, analysis: &Analysis) -> Result<(), PipelineError> {
        let reports = self.study.reports_directory();
        let latest = reports.join(LATEST);
        self.summary.report = Some(latest.join("index.html"));
        let (study, rules) = (self.study.text.as_str(), self.study.response_rules.own_text());
        let key = key([analysis.ard.as_str(), store.name(), study, rules]);
        let state = self.state();
        if state.report.as_ref() == Some(&key) && complete(&latest) {
            return Ok(());
        }
        self.begin(Stage::Report);
        let ard = analysis.directory.join(ARD);
        let bytes = std::fs::read(&ard).map_err(|error| PipelineError::io(&ard, error))?;
        if hash_bytes(&bytes) != analysis.ard {
            let detail = "the hash is not that of the manifest; run `engraft analyze` again".to_owned();
            return Err(PipelineError::Damaged { path: ard, detail });
        }
        let all = parquet::from_parquet(bytes.clone())?;
        let release = self.release(&all)?;
        let (rows, bytes) = match &release {
            None => (&all, bytes),
            Some(release) => (&release.rows, parquet::to_parquet(&release.rows)?),
        };
        let mut outputs = present(rows, &self.words())?;
        outputs.push(OutputFile { path: ARD.to_owned(), bytes });
        outputs.push(OutputFile { path: "ard.json".to_owned(), bytes: ard_json(rows)? });
        outputs.extend(self.of_subjects(analysis)?);
        self.publish(store, outputs, release.as_ref())?;
        self.remember(&State { report: Some(key), ..state })
    }

    /// The words of the report. A release tells of the findings on the data only whether the study's limits were kept.
    pub(super) fn words(&self) -> ReportText {
        let mut text = words(self.study);
        let gate = self.study.file.quality.gate;
        let is_set =
            gate != GateSpec::default() || self.study.rules.rules.iter().any(|rule| rule.max.is_some());
        if self.study.is_release() && is_set {
            text.quality.gate =
                Some(if self.summary.crossed.is_empty() { Gate::Kept } else { Gate::Crossed });
        }
        text
    }

    /// Files that name subjects: the list of queries. They are for the trial team alone and no part of a release.
    fn of_subjects(&self, analysis: &Analysis) -> Result<Vec<OutputFile>, PipelineError> {
        if words(self.study).quality.queries.is_none() {
            return Ok(Vec::new());
        }
        let path = analysis.directory.join(QUERIES);
        let bytes = std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))?;
        Ok(vec![OutputFile { path: QUERIES.to_owned(), bytes }])
    }

    fn publish(
        &self,
        store: &Store,
        mut outputs: Vec<OutputFile>,
        release: Option<&Release>,
    ) -> Result<(), PipelineError> {
        let reports = self.study.reports_directory();
        let failed = |error| PipelineError::io(&reports, error);
        outputs.sort_by(|a, b| a.path.cmp(&b.path));
        let staged = self.files.stage(&reports.join("staged")).map_err(failed)?;
        let mut manifest = Manifest {
            schema_version: store.manifest().schema_version,
            engine_version: env!("CARGO_PKG_VERSION").to_owned(),
            ..Manifest::default()
        };
        if release.is_none() {
            // Sizes of files and numbers of rows count patients.
            manifest.inputs.clone_from(&store.manifest().inputs);
            manifest.counts.clone_from(&store.manifest().counts);
        }
        for file in &outputs {
            let path = staged.join(&file.path);
            if let Some(above) = path.parent()
                && !above.is_dir()
            {
                self.files.create_dir_all(above).map_err(failed)?;
            }
            self.files.write(&path, &file.bytes).map_err(failed)?;
            manifest.outputs.push(FileHash {
                path: file.path.clone(),
                sha256: hash_bytes(&file.bytes),
                bytes: file.bytes.len() as u64,
                rows: None,
            });
        }
        if let Some(release) = release {
            self.audit(release, &staged, &outputs)?;
            let ard = outputs.iter().find(|file| file.path == ARD);
            self.note_release(release, ard.map_or(&[], |file| &file.bytes))?;
        }
        let bytes = manifest.to_bytes().map_err(|error| PipelineError::Encode(error.to_string()))?;
        self.files.write(&staged.join(MANIFEST), &bytes).map_err(failed)?;
        let sums = checksums(&manifest, &bytes);
        self.files.write(&staged.join(CHECKSUMS), sums.as_bytes()).map_err(failed)?;
        self.files.replace_directory(&staged, &reports.join(LATEST)).map_err(failed)?;
        self.files.remove_dir_all(&reports.join("staged")).map_err(failed)
    }
}

/// The checksums of the files that a manifest names, and of the manifest itself.
pub(super) fn checksums(manifest: &Manifest, bytes: &[u8]) -> String {
    let mut sums: String =
        manifest.outputs.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
    sums.push_str(&format!("{}  {MANIFEST}\n", hash_bytes(bytes)));
    sums
}

pub(super) fn ard_json(rows: &[Row]) -> Result<Vec<u8>, PipelineError> {
    let mut bytes = Vec::new();
    json::write_json(rows, &mut bytes).map_err(|error| PipelineError::Encode(error.to_string()))?;
    Ok(bytes)
}

/// Whether every file that the manifest names is there with its size.
fn complete(latest: &Path) -> bool {
    let manifest =
        std::fs::read(latest.join(MANIFEST)).ok().and_then(|bytes| Manifest::from_bytes(&bytes).ok());
    manifest.is_some_and(|manifest| {
        manifest.outputs.iter().all(|file| {
            std::fs::metadata(latest.join(&file.path)).is_ok_and(|found| found.len() == file.bytes)
        })
    })
}
