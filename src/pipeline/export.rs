//! The analysis data set for other programs: ADTTE as SAS transport file and as Dataset-JSON.

use std::path::{Path, PathBuf};

use super::analyze::DIRECTORY;
use super::{Journal, PipelineError, Stage, run};
use crate::cohort::export::{self as adtte, Adtte, Parameter};
use crate::ingest::frame::{Frame, ReadOptions};
use crate::ingest::outgoing::{CalendarDay, Heading, WriteError};
use crate::ingest::{dataset_json, xport};
use crate::store::{FileLayer, MANIFEST, Manifest, hash_bytes};
use crate::study::{Endpoint, Study};

/// What was written.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Rows of each.
    pub rows: usize,
    /// What the rows are about.
    pub parameters: Vec<Parameter>,
    /// Endpoints that have no one time for each subject, and so no place in the files.
    pub left_out: Vec<String>,
}

/// Brings the analysis data set of a study up to date and writes it as `adtte.xpt` and `adtte.json`.
///
/// # Errors
/// [`PipelineError`]; the files of before are then still there. A study in release mode is refused before anything is
/// read: the rows are those of single subjects.
pub fn export(study: &Study, directory: &Path, journal: &dyn Journal) -> Result<Exported, PipelineError> {
    if study.is_release() {
        return Err(PipelineError::Export(
            "the study is in release mode (release = \"release\"), and ADTTE has a row for every subject; export it from \
             a study in internal mode"
                .to_owned(),
        ));
    }
    let (endpoints, left_out): (Vec<Endpoint>, Vec<Endpoint>) =
        study.endpoints().into_iter().partition(adtte::is_parameter);
    if endpoints.is_empty() {
        return Err(PipelineError::Export("the study has no endpoint with a time".to_owned()));
    }
    run(study, Stage::Analyze, journal)?;
    let kept = Kept::open(&study.store_directory().join(DIRECTORY))?;
    let mut rows = Vec::with_capacity(endpoints.len());
    for endpoint in endpoints {
        let frame = kept.read(&format!("endpoint-{}.parquet", endpoint.name))?;
        rows.push((endpoint, frame));
    }
    let Adtte { frame, parameters } = adtte::adtte(study, &rows);
    let heading = heading(study);
    let failed = |error: WriteError| PipelineError::Export(error.to_string());
    let files = FileLayer::process();
    files.create_dir_all(directory).map_err(|error| PipelineError::io(directory, error))?;
    let mut written = Vec::new();
    for (name, bytes) in [
        ("adtte.xpt", xport::write(&heading, &frame).map_err(failed)?),
        ("adtte.json", dataset_json::write(&heading, &frame).map_err(failed)?),
    ] {
        let path = directory.join(name);
        files.replace(&path, &bytes).map_err(|error| PipelineError::io(&path, error))?;
        written.push(path);
    }
    let left_out = left_out.into_iter().map(|endpoint| endpoint.name).collect();
    Ok(Exported { files: written, rows: frame.rows, parameters, left_out })
}

fn heading(study: &Study) -> Heading {
    let cutoff = study.file.study.cutoff.date;
    Heading {
        study: study.file.study.id.clone(),
        name: "ADTTE".to_owned(),
        label: "Time-to-Event Analysis Dataset".to_owned(),
        day: cutoff.map_or(CalendarDay { year: 1960, month: 1, day: 1 }, |date| CalendarDay {
            year: date.year,
            month: date.month,
            day: date.day,
        }),
        keys: adtte::KEYS.map(str::to_owned).to_vec(),
    }
}

/// The analysis data set as its manifest describes it.
struct Kept {
    directory: PathBuf,
    manifest: Manifest,
}

impl Kept {
    fn open(directory: &Path) -> Result<Self, PipelineError> {
        let path = directory.join(MANIFEST);
        let bytes = std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))?;
        let manifest = Manifest::from_bytes(&bytes)
            .map_err(|error| PipelineError::Damaged { path, detail: error.to_string() })?;
        Ok(Self { directory: directory.to_owned(), manifest })
    }

    /// The columns of a file whose hash is that of the manifest.
    fn read(&self, name: &str) -> Result<Frame, PipelineError> {
        let path = self.directory.join(name);
        let damaged = |detail: String| PipelineError::Damaged { path: path.clone(), detail };
        let bytes = std::fs::read(&path).map_err(|error| PipelineError::io(&path, error))?;
        if self.manifest.output(name).is_none_or(|output| output.sha256 != hash_bytes(&bytes)) {
            return Err(damaged(
                "the hash is not that of the manifest; run `engraft analyze` again".to_owned(),
            ));
        }
        Frame::read_all(&path, &ReadOptions::default()).map_err(|error| damaged(error.to_string()))
    }
}
