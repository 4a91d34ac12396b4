//! Delivered files -> a generation of the store.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::inputs::files;
use super::screen::screen;
use super::state::{State, key};
use super::{PipelineError, Run, Stage};
use crate::ingest::screen::Screen;
use crate::ingest::{
    IngestError, TableOptions, TableRows, WideColumn, WideKind, WideOptions, only_known_subjects, read_table,
    read_wide,
};
use crate::store::{Store, hash_file, write_generation};
use crate::study::Study;
use crate::study::file::{self, WideSpec};

impl Run<'_> {
    pub(super) fn ingest(&mut self) -> Result<Store, PipelineError> {
        let directory = self.study.store_directory();
        let key = ingest_key(self.study)?;
        let state = self.state();
        if state.ingest.as_ref() == Some(&key)
            && let Ok(store) = Store::open(&directory)
        {
            return Ok(store);
        }
        self.begin(Stage::Ingest);
        let tables = read(self.study)?;
        for note in notes(&tables) {
            self.journal.note(&note);
            self.summary.warnings.push(note);
        }
        let store = write_generation(&directory, &tables, self.files)?;
        self.remember(&State { ingest: Some(key), ..State::default() })?;
        Ok(store)
    }
}

fn ingest_key(study: &Study) -> Result<String, PipelineError> {
    let text = toml::from_str::<toml::Value>(&study.text).ok();
    let section = |name: &str| text.as_ref().and_then(|text| text.get(name)).map(ToString::to_string);
    let mut parts: Vec<String> = ["inputs", "screen"].map(|name| section(name).unwrap_or_default()).into();
    parts.extend(screen(study)?.relabel.as_ref().map(|relabel| relabel.fingerprint()));
    for (table, pattern) in patterns(study) {
        for path in files(study, table, &pattern)? {
            let (hash, _) = hash_file(&path).map_err(|error| PipelineError::io(&path, error))?;
            let name = path.strip_prefix(&study.directory).unwrap_or(&path);
            parts.push(format!("{table}\t{}\t{hash}", name.display()));
        }
    }
    Ok(key(parts.iter().map(String::as_str)))
}

fn patterns(study: &Study) -> Vec<(&'static str, String)> {
    match &study.file.inputs.wide {
        Some(wide) => vec![("wide", wide.files.get_ref().clone())],
        None => study
            .file
            .inputs
            .canonical()
            .into_iter()
            .map(|(table, spec)| (table.name, spec.files().get_ref().clone()))
            .collect(),
    }
}

/// Reads every table of a study; all that is wrong with all of them comes back in one go.
pub(super) fn read(study: &Study) -> Result<Vec<TableRows>, PipelineError> {
    if let Some(wide) = &study.file.inputs.wide {
        let files = files(study, "wide", wide.files.get_ref())?;
        let table = read_wide(&files, &wide_options(study, wide, screen(study)?))
            .map_err(|error| PipelineError::Refused(vec![error]))?;
        return Ok(vec![table]);
    }
    let mut tables = Vec::new();
    let mut refused = Vec::new();
    let screen = screen(study)?;
    for (table, spec) in study.file.inputs.canonical() {
        let files = files(study, table.name, spec.files().get_ref())?;
        match read_table(table, &files, &table_options(study, spec, &screen)) {
            Ok(rows) => tables.push(rows),
            Err(error) => refused.push(error),
        }
    }
    if refused.is_empty() {
        tables = known_subjects(study, tables, &mut refused);
    }
    if refused.is_empty() { Ok(tables) } else { Err(PipelineError::Refused(refused)) }
}

/// Rows of subjects that are not among the patients are rejected.
fn known_subjects(study: &Study, tables: Vec<TableRows>, refused: &mut Vec<IngestError>) -> Vec<TableRows> {
    let mut tables = tables.into_iter();
    let Some(patients) = tables.next() else { return Vec::new() };
    let mut known = Vec::new();
    for table in tables {
        match only_known_subjects(&patients, table, study.file.inputs.quarantine) {
            Ok(table) => known.push(table),
            Err(error) => refused.push(error),
        }
    }
    known.insert(0, patients);
    known
}

fn table_options(study: &Study, spec: &file::InputSpec, screen: &Arc<Screen>) -> TableOptions {
    let mapped = spec.mapped();
    let rename: BTreeMap<String, String> = mapped
        .map(|mapped| {
            mapped.columns.iter().map(|(name, delivered)| (name.clone(), delivered.clone())).collect()
        })
        .unwrap_or_default();
    TableOptions {
        rename,
        missing: mapped.map(|mapped| mapped.missing.clone()).unwrap_or_default(),
        threshold: study.file.inputs.quarantine,
        root: study.directory.clone(),
        screen: Some(Arc::clone(screen)),
        ..TableOptions::default()
    }
}

fn wide_options(study: &Study, wide: &WideSpec, screen: Arc<Screen>) -> WideOptions {
    let columns = wide
        .columns
        .iter()
        .map(|(name, column)| WideColumn {
            name: name.clone(),
            stored: name.clone(),
            label: column.label.clone(),
            kind: match column.kind {
                _ if name == "subject_id" => WideKind::Id,
                file::WideKind::Integer => WideKind::Integer,
                file::WideKind::Number => WideKind::Number,
                file::WideKind::Text => WideKind::Text,
            },
            recode: column.recode.iter().map(|(code, label)| (code.clone(), label.clone())).collect(),
            required: column.required,
            min: column.min,
            max: column.max,
        })
        .collect();
    WideOptions {
        columns,
        missing: wide.missing.clone(),
        delimiter: None,
        threshold: study.file.inputs.quarantine,
        root: study.directory.clone(),
        screen: Some(screen),
    }
}

/// What was accepted and should be known.
pub(super) fn notes(tables: &[TableRows]) -> Vec<String> {
    let mut notes = Vec::new();
    for table in tables {
        notes.extend(table.notes.iter().map(|note| match note.line {
            Some(line) => format!("{}:{line}: {}", note.file, note.message),
            None => format!("{}: {}", note.file, note.message),
        }));
        if !table.rejects.is_empty() {
            notes.push(format!(
                "{}: {} rows were set aside (rejects/{}.csv)",
                table.name,
                table.rejects.len(),
                table.name
            ));
        }
        if !table.not_taken.is_empty() {
            notes.push(format!("{}: columns not taken: {}", table.name, table.not_taken.join(", ")));
        }
    }
    notes
}
