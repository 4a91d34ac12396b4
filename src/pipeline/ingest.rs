//! Delivered files -> a generation of the store.

use std::sync::Arc;

use super::inputs::files;
use super::screen::screen;
use super::state::{State, key};
use super::{PipelineError, Run, Stage};
use crate::domain::Table;
use crate::domain::table::ADTTE;
use crate::ingest::kind::split_member;
use crate::ingest::screen::Screen;
use crate::ingest::{
    AdtteDays, IngestError, TableOptions, TableRows, TableSource, WideColumn, WideKind, WideOptions,
    known_units, only_known_subjects, read_adtte, read_table, read_wide,
};
use crate::store::{Store, hash_file, write_generation};
use crate::study::Study;
use crate::study::file::{self, AdtteEvent, EventSpec, MappedInput, WideSpec};

impl Run<'_> {
    pub(super) fn ingest(&mut self) -> Result<Store, PipelineError> {
        let directory = self.study.store_directory();
        let key = ingest_key(self.study)?;
        let state = self.state();
        if state.ingest.as_ref() == Some(&key)
            && let Ok(store) = Store::open(&directory)
            && store.verify().is_empty()
        {
            return Ok(store);
        }
        self.begin(Stage::Ingest);
        let tables = read(self.study)?;
        for note in notes(self.study, &tables) {
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
    parts.extend(mapping_files(study)?);
    parts.extend(study.file.endpoint.iter().filter_map(|endpoint| match &endpoint.event {
        Some(EventSpec::Adtte(event)) => Some(format!("{} {:?}", event.paramcd.get_ref(), event.codes)),
        _ => None,
    }));
    for (table, pattern) in patterns(study) {
        for path in files(study, table, &pattern)? {
            let (path, _) = split_member(&path);
            let (hash, _) = hash_file(&path).map_err(|error| PipelineError::io(&path, error))?;
            let name = path.strip_prefix(&study.directory).unwrap_or(&path);
            parts.push(format!("{table}\t{}\t{hash}", name.display()));
        }
    }
    Ok(key(parts.iter().map(String::as_str)))
}

fn patterns(study: &Study) -> Vec<(&'static str, String)> {
    let inputs = &study.file.inputs;
    let wide = inputs.wide.iter().map(|wide| ("wide", wide.files.get_ref().clone()));
    let adtte = inputs.adtte.iter().map(|adtte| (ADTTE.name, adtte.files.get_ref().clone()));
    let canonical = inputs.canonical().into_iter().flat_map(|(table, spec)| {
        spec.sources.iter().map(|source| (table.name, source.files.get_ref().clone()))
    });
    canonical.chain(wide).chain(adtte).collect()
}

/// The texts of the mapping files that the inputs name, and the shipped ones' versions by way of the program's.
fn mapping_files(study: &Study) -> Result<Vec<String>, PipelineError> {
    let sources = study.file.inputs.canonical().into_iter().flat_map(|(_, spec)| &spec.sources);
    let own = sources.filter_map(|source| source.profile.as_deref()).filter(|name| name.contains('.'));
    own.map(|name| {
        let path = study.resolve(name);
        std::fs::read_to_string(&path).map_err(|error| PipelineError::io(&path, error))
    })
    .collect()
}

/// Reads every table of a study; all that is wrong with all of them comes back in one go.
pub(super) fn read(study: &Study) -> Result<Vec<TableRows>, PipelineError> {
    let (mut tables, mut refused) = (Vec::new(), Vec::new());
    let screen = screen(study)?;
    if let Some(wide) = &study.file.inputs.wide {
        let files = files(study, "wide", wide.files.get_ref())?;
        match read_wide(&files, &wide_options(study, wide, &screen)?) {
            Ok(rows) => tables.push(rows),
            Err(error) => refused.push(error),
        }
    }
    for (table, spec) in study.file.inputs.canonical() {
        match read_table(table, &table_sources(study, table, &spec.sources)?, &table_options(study, &screen))
        {
            Ok(rows) => tables.push(rows),
            Err(error) => refused.push(error),
        }
    }
    match times_to_event(study, &screen)? {
        Some(Ok(rows)) => tables.push(rows),
        Some(Err(error)) => refused.push(error),
        None => {}
    }
    if let Some(labs) = tables.iter().find(|table| table.name == "labs") {
        let units = study.units().map_err(|message| IngestError::Options { message });
        refused.extend(units.and_then(|units| known_units(labs, &units)).err());
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

fn table_options(study: &Study, screen: &Arc<Screen>) -> TableOptions {
    TableOptions {
        threshold: study.file.inputs.quarantine,
        root: study.directory.clone(),
        text: study.file.inputs.text(),
        screen: Some(Arc::clone(screen)),
    }
}

/// The files of every source of a table, and how they are read.
fn table_sources(
    study: &Study,
    table: &Table,
    sources: &[MappedInput],
) -> Result<Vec<TableSource>, PipelineError> {
    let source = |source: &MappedInput| -> Result<TableSource, PipelineError> {
        Ok(TableSource {
            files: files(study, table.name, source.files.get_ref())?,
            mapping: study.mapping(table, source)?,
        })
    };
    sources.iter().map(source).collect()
}

/// Times to event, if the study has them.
fn times_to_event(
    study: &Study,
    screen: &Arc<Screen>,
) -> Result<Option<Result<TableRows, IngestError>>, PipelineError> {
    let Some(spec) = &study.file.inputs.adtte else { return Ok(None) };
    let sources = table_sources(study, &ADTTE, &[spec.source()])?;
    let events = study.file.endpoint.iter().filter_map(|endpoint| match &endpoint.event {
        Some(EventSpec::Adtte(event)) => Some((endpoint.name.get_ref().as_str(), event)),
        _ => None,
    });
    let days = AdtteDays { time_unit: spec.time_unit, origin: spec.aval_origin };
    let events: Vec<(&str, &AdtteEvent)> = events.collect();
    Ok(Some(read_adtte(&sources, &table_options(study, screen), days, &events)))
}

fn wide_options(study: &Study, wide: &WideSpec, screen: &Arc<Screen>) -> Result<WideOptions, PipelineError> {
    let columns = wide
        .columns
        .iter()
        .map(|(name, column)| WideColumn {
            name: column.column.as_ref().unwrap_or(name).clone(),
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
    let condition = wide.condition.as_ref().map(|text| study.delivered_condition(text)).transpose()?;
    Ok(WideOptions {
        columns,
        missing: wide.missing.clone(),
        condition,
        text: study.file.inputs.text(),
        threshold: study.file.inputs.quarantine,
        root: study.directory.clone(),
        screen: Some(Arc::clone(screen)),
    })
}

/// Columns that the study lets in by name and no file has: a slip of the pen, or an exception that outlived its column.
fn allowed_in_vain(study: &Study, tables: &[TableRows]) -> impl Iterator<Item = String> {
    study.file.screen.allow.iter().flat_map(move |allow| {
        let table = allow.table.as_ref().map(|table| table.get_ref().as_str());
        let of = tables.iter().filter(move |rows| table.is_none_or(|name| name == rows.name));
        let is_there = move |column: &str| of.clone().any(|rows| rows.allowed.contains(column));
        let missing = allow.column.all().iter().filter(move |column| !is_there(column.get_ref()));
        missing.map(move |column| {
            let table = table.map(|name| format!(" of {name}")).unwrap_or_default();
            format!("[screen] allow: no delivered file{table} has a column {}", column.get_ref())
        })
    })
}

/// The columns of a table's files that it does not take, but for those that another table takes from the same files, or
/// that were told of an earlier one: a file such as ADSL serves several tables.
fn left_by_all<'a>(tables: &[TableRows], table: &'a TableRows) -> Vec<&'a str> {
    let reads = |other: &TableRows| {
        let mut files = table.sources.iter().map(|source| &source.path);
        files.all(|path| other.sources.iter().any(|source| source.path == *path))
    };
    let own = tables.iter().position(|other| other.name == table.name);
    let elsewhere = |name: &String| {
        let mut others =
            tables.iter().enumerate().filter(|(place, other)| own != Some(*place) && reads(other));
        others.any(|(place, other)| own > Some(place) || !other.not_taken.contains(name))
    };
    table.not_taken.iter().filter(|name| !elsewhere(name)).map(String::as_str).collect()
}

/// What was accepted and should be known.
pub(super) fn notes(study: &Study, tables: &[TableRows]) -> Vec<String> {
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
        if table.counts.left_out > 0 {
            notes.push(format!(
                "{}: {} of {} rows were left out, as the study says (where, drop)",
                table.name, table.counts.left_out, table.counts.rows_in
            ));
        }
        let not_taken = left_by_all(tables, table);
        if !not_taken.is_empty() {
            notes.push(format!("{}: columns not taken: {}", table.name, not_taken.join(", ")));
        }
    }
    notes.extend(allowed_in_vain(study, tables));
    notes
}
