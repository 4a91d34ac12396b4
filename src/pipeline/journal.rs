//! Whom a run tells what it does: people while it goes on, and the run log.

use std::time::SystemTime;

use super::PipelineError;
use crate::store::FileLayer;
use crate::study::Study;

/// Whom a run tells what it does.
pub trait Journal {
    /// A stage begins.
    fn stage(&self, name: &str);
    /// Something that should be known.
    fn note(&self, text: &str);
}

/// Tells nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Journal for Silent {
    fn stage(&self, _name: &str) {}
    fn note(&self, _text: &str) {}
}

/// The time at which a run began.
pub(super) struct Started(SystemTime);

/// Notes the beginning of a run. The time stands in this log and in no result.
pub(super) fn started(study: &Study, files: &FileLayer) -> Result<Started, PipelineError> {
    let now = SystemTime::now();
    line(study, files, now, &format!("start engraft {} {}", env!("CARGO_PKG_VERSION"), study.file.study.id))?;
    Ok(Started(now))
}

/// Notes the end of a run.
pub(super) fn ended(
    study: &Study,
    files: &FileLayer,
    started: &Started,
    error: Option<&PipelineError>,
) -> Result<(), PipelineError> {
    let now = SystemTime::now();
    let seconds = now.duration_since(started.0).map_or(0.0, |duration| duration.as_secs_f64());
    let outcome = match error {
        None => "done".to_owned(),
        Some(error) => format!("failed: {}", error.to_string().replace('\n', " ")),
    };
    line(study, files, now, &format!("end {outcome} after {seconds:.1} s"))
}

fn line(study: &Study, files: &FileLayer, now: SystemTime, text: &str) -> Result<(), PipelineError> {
    let directory = study.logs_directory();
    if !directory.is_dir() {
        files.create_dir_all(&directory).map_err(|error| PipelineError::io(&directory, error))?;
    }
    let path = directory.join("run.log");
    let line = format!("{} {text}\n", humantime::format_rfc3339_seconds(now));
    files.append(&path, line.as_bytes()).map_err(|error| PipelineError::io(&path, error))
}
