//! Studies of a few lines, for tests: texts in, a cohort out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use arrow::array::RecordBatch;
use parquet::arrow::ArrowWriter;
use tempfile::TempDir;

use super::explain::{Explained, explain};
use super::{Cohort, CohortError, CohortInput, EndpointData, derive};
use crate::domain::Table;
use crate::domain::table::ADTTE;
use crate::ingest::wide::WideKind as StoredKind;
use crate::ingest::{
    AdtteDays, TableOptions, TableSource, WideColumn, WideOptions, read_adtte, read_table, read_wide,
};
use crate::study::Study;
use crate::study::file::WideKind;

/// Tables as CSV texts, by name.
pub(super) type Texts<'a> = [(&'a str, String)];

/// Derives the cohort of a study whose canonical tables are these texts. `study` is what stands
/// in the study file after its head and its inputs.
pub(super) fn canonical(tables: &Texts<'_>, study: &str) -> Result<Cohort, CohortError> {
    with_stored(tables, study, derive)
}

/// Explains a subject of such a study.
pub(super) fn explained(tables: &Texts<'_>, study: &str, subject: &str) -> Result<Explained, CohortError> {
    with_stored(tables, study, |input| explain(input, subject))
}

fn with_stored<T>(tables: &Texts<'_>, study: &str, call: impl FnOnce(&CohortInput<'_>) -> T) -> T {
    let directory = tempfile::tempdir().unwrap();
    let mut head = String::from("[study]\nid = 'T'\ntitle = 'T'\ncutoff = 2026-01-01\n[inputs]\n");
    let mut stored = BTreeMap::new();
    for (name, text) in tables {
        writeln!(head, "{name} = '{name}.csv'").unwrap();
        let csv = directory.path().join(format!("{name}.csv"));
        fs::write(&csv, format!("{text}\n")).unwrap();
        let rows = read_table(Table::named(name).unwrap(), &[source(csv)], &TableOptions::default()).unwrap();
        stored.insert((*name).to_owned(), write(&directory, name, &rows.batch));
    }
    let study = load(&directory, &format!("{head}{study}"));
    call(&CohortInput { study: &study, tables: stored })
}

/// Derives the cohort of a study with a wide extract. `study` is the file after its head; its
/// extract is `extract.csv` unless another file is given.
pub(super) fn wide(extract: &str, study: &str) -> Result<Cohort, CohortError> {
    let directory = tempfile::tempdir().unwrap();
    let csv = directory.path().join("extract.csv");
    fs::write(&csv, extract).unwrap();
    let head = "[study]\nid = 'T'\ntitle = 'T'\ncutoff = 2026-01-01\n";
    let study = load(&directory, &format!("{head}{study}"));
    let stored = store_wide(&directory, &csv, &study);
    derive(&CohortInput { study: &study, tables: BTreeMap::from([("wide".to_owned(), stored)]) })
}

/// The same with ADTTE beside the extract, as `adtte.csv`.
pub(super) fn wide_with_adtte(extract: &str, adtte: &str, study: &str) -> Result<Cohort, CohortError> {
    let directory = tempfile::tempdir().unwrap();
    let csv = |name: &str| directory.path().join(name);
    fs::write(csv("extract.csv"), extract).unwrap();
    fs::write(csv("adtte.csv"), adtte).unwrap();
    let head = "[study]\nid = 'T'\ntitle = 'T'\ncutoff = 2026-01-01\n";
    let study = load(&directory, &format!("{head}{study}"));
    let spec = study.file.inputs.adtte.as_ref().unwrap();
    let mapping = study.mapping(&ADTTE, &spec.source()).unwrap();
    let days = AdtteDays { time_unit: spec.time_unit, origin: spec.aval_origin };
    let sources = [TableSource { files: vec![csv("adtte.csv")], mapping }];
    let times = read_adtte(&sources, &TableOptions::default(), days, &[]).unwrap();
    let stored = BTreeMap::from([
        ("wide".to_owned(), store_wide(&directory, &csv("extract.csv"), &study)),
        ("adtte".to_owned(), write(&directory, "adtte", &times.batch)),
    ]);
    derive(&CohortInput { study: &study, tables: stored })
}

fn source(csv: PathBuf) -> TableSource {
    TableSource { files: vec![csv], ..TableSource::default() }
}

fn load(directory: &TempDir, text: &str) -> Study {
    let path = directory.path().join("study.toml");
    fs::write(&path, text).unwrap();
    Study::load(&path).unwrap()
}

fn store_wide(directory: &TempDir, csv: &Path, study: &Study) -> PathBuf {
    let spec = study.file.inputs.wide.as_ref().unwrap();
    let columns = spec.columns.iter().map(|(name, column)| WideColumn {
        name: name.clone(),
        stored: name.clone(),
        label: None,
        kind: match column.kind {
            WideKind::Integer => StoredKind::Integer,
            WideKind::Number => StoredKind::Number,
            WideKind::Text => StoredKind::Text,
        },
        recode: column.recode.iter().map(|(code, level)| (code.clone(), level.clone())).collect(),
        required: column.required,
        min: column.min,
        max: column.max,
    });
    let options = WideOptions {
        columns: columns.collect(),
        missing: spec.missing.clone(),
        condition: None,
        text: crate::study::TextFormat::default(),
        threshold: 0.0,
        root: directory.path().to_path_buf(),
        screen: None,
    };
    write(directory, "wide", &read_wide(&[csv.to_path_buf()], &options).unwrap().batch)
}

fn write(directory: &TempDir, name: &str, batch: &RecordBatch) -> PathBuf {
    let path = directory.path().join(format!("{name}.parquet"));
    let mut writer = ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    path
}

impl Cohort {
    /// An endpoint by its name.
    pub(super) fn endpoint(&self, name: &str) -> &EndpointData {
        self.endpoints.iter().find(|data| data.endpoint.name == name).unwrap()
    }
}

impl EndpointData {
    /// `subject: time cause` for every row; cause 0 reads `censored`.
    pub(super) fn shown(&self) -> Vec<String> {
        let column = |name: &str| self.rows.column(name).unwrap();
        (0..self.rows.rows)
            .map(|row| {
                let cause = column("cause").number(row).unwrap();
                let cause = self
                    .endpoint
                    .causes
                    .iter()
                    .enumerate()
                    .find(|(place, _)| (*place as f64 + 1.0 - cause).abs() < 0.5)
                    .map_or("censored", |(_, cause)| cause);
                let (subject, time) = (column("subject_id").label(row), column("time").label(row));
                format!("{}: {} {cause}", subject.unwrap(), time.unwrap())
            })
            .collect()
    }

    /// Where the time of a row came from.
    pub(super) fn source(&self, row: usize) -> String {
        self.rows.column("source").unwrap().label(row).unwrap()
    }

    /// How many rows have each cause, censored first.
    pub(super) fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.endpoint.causes.len() + 1];
        let causes = self.rows.column("cause").unwrap();
        for row in 0..self.rows.rows {
            counts[causes.label(row).unwrap().parse::<usize>().unwrap()] += 1;
        }
        counts
    }
}
