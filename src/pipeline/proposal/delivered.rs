//! A delivered file, and what its columns say it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Component, Path};

use super::{PipelineError, near, screened};
use crate::domain::Table;
use crate::domain::table::TABLES;
use crate::ingest::IngestError;
use crate::ingest::delimited::Purpose;
use crate::ingest::frame::{ColumnData, Detail, Frame, ReadOptions};
use crate::ingest::kind::{FileKind, Format};
use crate::ingest::screen::{Sharers, shown};
use crate::study::profile::{DatasetMapping, Profile};
use crate::study::{DecimalMark, Delimiter, TextFormat};

/// How programs write a missing value: R, SAS, Weka, databases.
const MISSING: [&str; 5] = ["NA", ".", "?", "N/A", "NULL"];
/// So many levels may stand in one row each.
const FEW_LEVELS: usize = 5;
/// So many times a level has to occur on average.
const ROWS_A_LEVEL: usize = 3;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// A canonical table.
    Canonical(&'static str),
    /// A data set of ADaM.
    Adam(String),
    /// A canonical table under other names of columns, and which is which.
    Near(&'static str, DatasetMapping),
    /// Anything else: one row a patient.
    Wide,
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Canonical(table) => write!(f, "the canonical table {table}"),
            Self::Near(table, _) => write!(f, "nearly the canonical table {table}"),
            Self::Adam(dataset) => write!(f, "ADaM, {dataset}"),
            Self::Wide => f.write_str("an extract, one row a patient"),
        }
    }
}

/// A delivered file.
pub(super) struct Delivered {
    /// Its path from the directory of the study.
    pub(super) path: String,
    pub(super) form: Form,
    /// What missing values are written as, besides an empty cell.
    pub(super) missing: Vec<&'static str>,
    /// How it is written, if it is CSV.
    pub(super) text: Option<TextFormat>,
    frame: Frame,
    /// What a study takes a column for: delivered column -> names and meanings of canonical ones.
    taken_as: BTreeMap<String, Vec<&'static str>>,
}

impl Delivered {
    /// Reads a file and says what it is.
    pub(super) fn read(directory: &Path, file: &Path, profile: &Profile) -> Result<Self, PipelineError> {
        let path = from_directory(directory, file)?;
        let read = |missing: &[&'static str], text: TextFormat| {
            let missing = missing.iter().map(ToString::to_string).chain([String::new()]).collect();
            let (purpose, name) = (Purpose::Study, Some(path.clone()));
            Frame::read_all(file, &ReadOptions { missing, purpose, name, text, ..ReadOptions::default() })
        };
        let is_csv = FileKind::of(file).is_ok_and(|kind| kind.format == Format::Csv);
        let text = is_csv.then(|| written(|text| read(&[], text)));
        let read = |missing: &[&'static str]| {
            read(missing, text.unwrap_or_default()).map_err(|error| PipelineError::Refused(vec![error]))
        };
        let missing = missing(&read(&[])?);
        let frame = read(&missing)?;
        let columns: BTreeSet<&str> = frame.columns.iter().map(|(name, _)| name.as_str()).collect();
        let ordered: Vec<&str> = frame.columns.iter().map(|(name, _)| name.as_str()).collect();
        let form = match (canonical(&columns), profile.recognise(&columns)) {
            (Some(table), _) => Form::Canonical(table.name),
            (None, Some(dataset)) => Form::Adam(dataset.name.clone()),
            _ => near::recognise(&ordered)
                .map_or(Form::Wide, |(table, mapping)| Form::Near(table.name, mapping)),
        };
        let taken_as = taken_as(&form, profile);
        Ok(Self { path, form, missing, text, frame, taken_as })
    }

    /// What the study will take a column for, in words.
    pub(super) fn taken_as(&self, column: &str) -> &[&'static str] {
        self.taken_as.get(column).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rows(&self) -> usize {
        self.frame.rows
    }

    pub(super) fn has(&self, column: &str) -> bool {
        self.frame.column(column).is_some()
    }

    pub(super) fn column(&self, name: &str) -> Option<&ColumnData> {
        self.frame.column(name)
    }

    /// Whether the file says that a column holds dates or times of day.
    pub(super) fn is_temporal(&self, column: &str) -> bool {
        self.frame.detail(column).temporal.is_some()
    }

    /// What the file says of a column besides its values.
    pub(super) fn detail(&self, column: &str) -> Detail {
        self.frame.detail(column)
    }

    /// The columns by their names, and what may be shown of these.
    pub(super) fn shown_columns(&self) -> impl Iterator<Item = (&str, String)> {
        self.columns().iter().enumerate().map(|(at, (name, _))| (name.as_str(), shown(at, name)))
    }

    pub(super) fn columns(&self) -> &[(String, ColumnData)] {
        &self.frame.columns
    }

    /// The one value of a column that has no other.
    pub(super) fn only_value(&self, column: &str) -> Option<String> {
        let counts = counts(self.column(column)?);
        (counts.len() == 1).then(|| counts.into_keys().next()).flatten()
    }

    /// The levels of a column with their counts, if they are few enough to be codes; empty if it is not there.
    ///
    /// What may be somebody's is not among them.
    pub(super) fn levels(&self, column: &str, most: usize) -> Option<BTreeMap<String, usize>> {
        let Some(values) = self.column(column) else { return Some(BTreeMap::new()) };
        let counts = counts(values);
        let rows: usize = counts.values().sum();
        let few = counts.len() <= most && (counts.len() <= FEW_LEVELS || counts.len() * ROWS_A_LEVEL <= rows);
        if !few {
            return None;
        }
        let shared = self.shared((0..values.len()).map(|row| (row, values.label(row))));
        Some(counts.into_iter().filter(|(level, _)| shared.contains(level)).collect())
    }

    /// Of the texts of some rows those that the proposal may repeat.
    pub(super) fn shared(&self, texts: impl Iterator<Item = (usize, Option<String>)>) -> BTreeSet<String> {
        let is_subject =
            |name: &str| screened::SUBJECTS.iter().any(|subject| name.eq_ignore_ascii_case(subject));
        let subjects = self.columns().iter().find(|(name, _)| is_subject(name)).map(|(_, values)| values);
        let mut found: BTreeMap<String, Sharers<String>> = BTreeMap::new();
        for (row, text) in texts {
            let Some(text) = text else { continue };
            let subject =
                || subjects.and_then(|subjects| subjects.label(row)).or_else(|| Some(row.to_string()));
            found.entry(text).or_default().add(subject);
        }
        let told = found.into_iter().filter(|(text, who)| who.may_read(text));
        told.map(|(text, _)| text).collect()
    }
}

/// What the canonical columns that a file gives are called and mean, by delivered column.
fn taken_as(form: &Form, profile: &Profile) -> BTreeMap<String, Vec<&'static str>> {
    let mappings: Vec<&DatasetMapping> = match form {
        Form::Adam(dataset) => {
            profile.mappings.iter().filter(|mapping| mapping.dataset == *dataset).collect()
        }
        Form::Near(_, mapping) => vec![mapping],
        Form::Canonical(_) | Form::Wide => Vec::new(),
    };
    let mut taken: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for mapping in mappings {
        let table = TABLES.iter().find(|table| table.name == mapping.table);
        for (canonical, delivered) in &mapping.columns {
            let column = table.and_then(|table| table.column(canonical));
            let words = column.into_iter().flat_map(|column| [column.name, column.about]);
            taken.entry(delivered.clone()).or_default().extend(words);
        }
    }
    taken
}

/// How a file is written: the first way in which its header falls into columns and its numbers are numbers. Where none
/// does, a comma and a point, with which it is refused.
fn written(read: impl Fn(TextFormat) -> Result<Frame, IngestError>) -> TextFormat {
    let ways = Delimiter::ALL.into_iter().flat_map(|delimiter| {
        [DecimalMark::Point, DecimalMark::Comma].map(|decimal| TextFormat {
            delimiter,
            decimal,
            ..TextFormat::default()
        })
    });
    let is_so = |text: &TextFormat| match read(*text) {
        Err(IngestError::Refused { problems }) => {
            !problems.iter().any(|problem| matches!(problem.rule, "wrong-delimiter" | "decimal-comma"))
        }
        _ => true,
    };
    ways.into_iter().find(is_so).unwrap_or_default()
}

/// How many rows have each value; missing ones are not counted.
pub(super) fn counts(values: &ColumnData) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for label in (0..values.len()).filter_map(|row| values.label(row)) {
        *counts.entry(label).or_default() += 1;
    }
    counts
}

/// Which ways of writing a missing value occur.
fn missing(frame: &Frame) -> Vec<&'static str> {
    let texts = |values: &ColumnData| match values {
        ColumnData::Text { levels, .. } => levels.clone(),
        _ => Vec::new(),
    };
    let levels: BTreeSet<String> = frame.columns.iter().flat_map(|(_, values)| texts(values)).collect();
    MISSING.into_iter().filter(|text| levels.contains(*text)).collect()
}

/// `missing = ["NA"]`, if any file writes missing values so.
pub(super) fn missing_key(files: &[&Delivered]) -> Option<String> {
    let found: BTreeSet<&str> = files.iter().flat_map(|file| file.missing.iter().copied()).collect();
    (!found.is_empty()).then(|| format!("missing = {}", super::toml_text::list(found)))
}

/// The canonical table with all of whose required columns, and no other than whose, the file comes.
fn canonical(columns: &BTreeSet<&str>) -> Option<&'static Table> {
    TABLES.iter().find(|table| {
        table.columns.iter().filter(|column| column.required).all(|column| columns.contains(column.name))
            && columns.iter().all(|name| table.column(name).is_some())
    })
}

/// The path of a file from a directory.
fn from_directory(directory: &Path, file: &Path) -> Result<String, PipelineError> {
    let absolute = |path: &Path| -> Result<Vec<String>, PipelineError> {
        let full = std::path::absolute(path).map_err(|error| PipelineError::io(path, error))?;
        let mut parts: Vec<String> = Vec::new();
        for part in full.components() {
            match part {
                Component::ParentDir => drop(parts.pop()),
                Component::CurDir => {}
                other => parts.push(other.as_os_str().to_string_lossy().into_owned()),
            }
        }
        Ok(parts)
    };
    let (from, to) = (absolute(directory)?, absolute(file)?);
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| "..");
    let parts: Vec<&str> = up.chain(to[shared..].iter().map(String::as_str)).collect();
    Ok(parts.join("/"))
}

/// The files as a TOML value: one path, or a list.
pub(super) fn paths(files: &[&Delivered]) -> String {
    match files {
        [one] => super::toml_text::quoted(&one.path),
        many => super::toml_text::list(many.iter().map(|file| file.path.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_study_to_the_file() {
        let from =
            |directory: &str, file: &str| from_directory(Path::new(directory), Path::new(file)).unwrap();
        assert_eq!(from("/a/study", "/a/study/incoming/x.csv"), "incoming/x.csv");
        assert_eq!(from("/a/study", "/a/raw/x.csv"), "../raw/x.csv");
        assert_eq!(from("/a/./b/../study", "/x.csv"), "../../x.csv");
    }

    #[test]
    fn a_table_is_known_by_its_columns() {
        let known = |names: &[&str]| canonical(&names.iter().copied().collect()).map(|table| table.name);
        assert_eq!(known(&["subject_id", "day", "type", "grade"]), Some("events"));
        assert_eq!(known(&["subject_id", "day", "type", "colour"]), None);
        assert_eq!(known(&["subject_id", "last_contact_day", "vital"]), Some("followup"));
    }
}
