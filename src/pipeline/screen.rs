//! What the study says about the screen -> the screen that `ingest` applies.

use std::sync::Arc;

use super::PipelineError;
use crate::ingest::relabel::Relabel;
use crate::ingest::screen::{Allowed, Mode, Screen};
use crate::study::Study;
use crate::study::file::{RelabelSpec, ScreenMode};

/// The screen of a study, with its key if it has one.
pub(super) fn screen(study: &Study) -> Result<Arc<Screen>, PipelineError> {
    let spec = &study.file.screen;
    let allowed = spec.allow.iter().map(|allow| Allowed {
        table: allow.table.as_ref().map(|table| table.get_ref().clone()),
        columns: allow.column.all().iter().map(|column| column.get_ref().clone()).collect(),
        reason: allow.reason.get_ref().clone(),
    });
    let mode = match spec.mode {
        ScreenMode::Strict => Mode::Strict,
        ScreenMode::Lenient => Mode::Lenient,
    };
    let relabel = spec.relabel.as_ref().map(|spec| relabel(study, spec)).transpose()?.map(Arc::new);
    Ok(Arc::new(Screen { mode, allowed: allowed.collect(), relabel }))
}

fn relabel(study: &Study, spec: &RelabelSpec) -> Result<Relabel, PipelineError> {
    let relabel = match (&spec.key_file, &spec.key_env) {
        (Some(file), _) => Relabel::from_file(&study.resolve(file.get_ref())),
        (None, Some(variable)) => Relabel::from_environment(variable.get_ref()),
        (None, None) => Relabel::with_key(&[]),
    };
    relabel.map_err(PipelineError::Key)
}
