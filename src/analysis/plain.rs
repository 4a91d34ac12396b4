//! Estimates on any file: the named columns of a file in any format -> ARD rows.

mod drawing;
mod only;
mod rate;
mod recurrent;
mod share;
mod weighted;

pub use drawing::Drawing;
pub use only::{RowComparison, RowCondition, several_parameters};
pub(super) use only::{notes, place_in_file, read_only};
pub use share::{SharedOutcome, association, proportion};
pub(super) use weighted::arrange;

pub(super) use super::column::column;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::ard::{Reason, Row};
use super::events::{CodedEvents, EventCodes, EventError};
use super::factor::{Crossing, Factor};
use super::incidence::{IncidenceRequest, incidence_rows};
use super::landmark::{Excluded, Landmark};
use super::reduce::{GroupTable, ReduceError, Roles, Rows};
use super::row_set::Frame as RowFrame;
use super::survival::{SurvivalRequest, survival_rows};
use super::test::{Test, TestRequest, test_rows};
use crate::ingest::frame::{ColumnData, Frame};
use crate::ingest::{IngestError, row_problem};

/// Which columns of which file say what.
#[derive(Debug, Clone, Default)]
pub struct PlainFile {
    /// The file.
    pub path: PathBuf,
    /// Which of its rows.
    pub only: Vec<RowCondition>,
    /// Column of the time.
    pub time: String,
    /// Column of the event.
    pub event: String,
    /// What its codes mean.
    pub codes: EventCodes,
    /// What to do about a code that nothing names.
    pub help: String,
    /// Column of the time of entry.
    pub entry: Option<String>,
    /// Column of the frequency.
    pub weight: Option<String>,
    /// Column of the probability weight.
    pub pweight: Option<String>,
    /// Column of the subject.
    pub id: Option<String>,
    /// Columns that group.
    pub by: Vec<String>,
    /// Columns that stratify a test.
    pub strata: Vec<String>,
    /// From when on is analysed.
    pub landmark: Landmark,
    /// Whether everybody together is estimated as well.
    pub everybody: Everybody,
    /// Whether the rows of a chart are made as well.
    pub drawing: Drawing,
}

/// Whether everybody together is estimated besides the groups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Everybody {
    /// The groups alone.
    #[default]
    GroupsOnly,
    /// Everybody too.
    Included,
}

/// Rows, and what should be warned of.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The ARD rows.
    pub rows: Vec<Row>,
    /// The rows of a chart, where one is wanted.
    pub drawn: Vec<Row>,
    /// Warnings, a sentence each.
    pub warnings: Vec<String>,
}

impl Outcome {
    /// What could not be estimated, a sentence a reason.
    pub fn absences(&self) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &self.rows {
            if let Some(reason) =
                row.reason.filter(|reason| !matches!(reason, Reason::NotReached | Reason::NoEvents))
            {
                *counts.entry(reason.name()).or_default() += 1;
            }
        }
        counts
            .iter()
            .map(|(reason, count)| format!("{count} values could not be estimated: {reason}"))
            .collect()
    }
}

/// Why a file gave no estimate.
#[derive(Debug, thiserror::Error)]
pub enum PlainError {
    /// The file was refused or not found.
    #[error(transparent)]
    Ingest(#[from] IngestError),
    /// The codes of the event cannot be told.
    #[error("{file}: {source}")]
    Events {
        /// The file.
        file: String,
        /// Why.
        source: EventError,
    },
    /// The rows were refused.
    #[error("{file}: {source}")]
    Rows {
        /// The file.
        file: String,
        /// Why.
        source: ReduceError,
    },
    /// The command does not fit the data.
    #[error("{0}")]
    Usage(String),
}

struct Loaded {
    file: String,
    frame: Frame,
    events: CodedEvents,
    by: Vec<Factor>,
    strata: Vec<Factor>,
    subject: Option<Factor>,
}

impl PlainFile {
    fn load(&self) -> Result<Loaded, PlainError> {
        let mut wanted: Vec<&str> = vec![&self.time, &self.event];
        wanted.extend(
            self.entry.iter().chain(&self.weight).chain(&self.pweight).chain(&self.id).map(String::as_str),
        );
        wanted.extend(self.by.iter().chain(&self.strata).map(String::as_str));
        let numbers = [Some(&self.time), self.entry.as_ref(), self.weight.as_ref(), self.pweight.as_ref()];
        let numbers = numbers.into_iter().flatten().cloned().collect();
        let frame = read_only(&self.path, &wanted, numbers, &self.only)?;
        let file = self.path.display().to_string();
        let events = self
            .codes
            .apply(&self.event, column(&frame, &self.event), &self.help)
            .map_err(|source| PlainError::Events { file: file.clone(), source })?;
        let factor = |name: &String| Factor::of(name, column(&frame, name));
        Ok(Loaded {
            file,
            events,
            by: self.by.iter().map(factor).collect(),
            strata: self.strata.iter().map(factor).collect(),
            subject: self.id.as_ref().map(factor),
            frame,
        })
    }

    /// Checks the rows and hands them on, with the number that were left out.
    fn with_rows<T>(
        &self,
        estimate: impl FnOnce(&Loaded, &Rows<'_>) -> Result<T, ReduceError>,
    ) -> Result<(T, Excluded, Vec<String>), PlainError> {
        let loaded = self.load()?;
        let factors: Vec<Factor> = loaded.by.iter().chain(&loaded.strata).cloned().collect();
        let named = |name: &Option<String>| {
            name.as_deref().and_then(|name| {
                Some((
                    loaded.frame.columns.iter().find(|c| c.0 == name)?.0.as_str(),
                    column(&loaded.frame, name),
                ))
            })
        };
        let roles = Roles {
            time: (&self.time, column(&loaded.frame, &self.time)),
            events: &loaded.events.codes,
            causes: self.codes.causes.len(),
            entry: named(&self.entry),
            weight: named(&self.weight),
            subject: loaded.subject.as_ref(),
            factors: &factors,
        };
        let estimate = || {
            let others: Vec<&ColumnData> =
                self.pweight.iter().map(|name| column(&loaded.frame, name)).collect();
            let (rows, before_landmark) = Rows::check_complete(roles, &others)?.after(self.landmark)?;
            let result = estimate(&loaded, &rows)?;
            Ok((result, Excluded { missing: rows.excluded, before_landmark }))
        };
        let (result, excluded) = estimate().map_err(|error: ReduceError| {
            refusal(&self.path, &loaded.file, error.at(|row| place_in_file(&self.path, &self.only, row)))
        })?;
        let mut warnings: Vec<String> = notes(&loaded.frame).collect();
        if excluded.missing > 0 {
            let missing = excluded.missing;
            warnings.push(format!("{missing} rows with a missing value in a named column were left out"));
        }
        warnings.extend(self.landmark.warning(excluded));
        if !loaded.events.censored_codes.is_empty() {
            warnings.push(format!(
                "the codes {} of {} were taken as censoring (cause-specific)",
                loaded.events.censored_codes.join(", "),
                self.event
            ));
        }
        Ok((result, excluded, warnings))
    }

    fn groups(&self, loaded: &Loaded, rows: &Rows<'_>) -> Result<Vec<GroupTable>, ReduceError> {
        let mut tables = rows.tables(&loaded.by)?;
        if self.everybody == Everybody::Included && !self.by.is_empty() {
            tables.extend(rows.tables(&[])?);
        }
        Ok(tables)
    }

    fn frame(&self, analysis: &str) -> RowFrame {
        let comparison = (!self.by.is_empty()).then(|| self.by.join(","));
        RowFrame { id: analysis.to_owned(), comparison, ..RowFrame::default() }
    }

    /// Kaplan-Meier.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn survival(&self, request: &SurvivalRequest) -> Result<Outcome, PlainError> {
        if self.pweight.is_some() {
            return self.weighted_survival(request);
        }
        let (tables, excluded, mut warnings) = self.with_rows(|loaded, rows| self.groups(loaded, rows))?;
        let frame = self.frame("km");
        let (mut rows, more) = survival_rows(&frame, &tables, request);
        warnings.extend(more);
        let excluded = excluded_row(&frame, "km", excluded, &rows);
        insert_excluded(&mut rows, excluded);
        let drawn = match self.drawing {
            Drawing::None => Vec::new(),
            Drawing::Curves => drawing::survival_curves((&frame, self.landmark), &tables, request),
        };
        Ok(Outcome { rows, drawn, warnings })
    }

    /// Cumulative incidence.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn incidence(&self, request: &IncidenceRequest) -> Result<Outcome, PlainError> {
        if self.pweight.is_some() {
            return self.weighted_incidence(request);
        }
        let (tables, excluded, warnings) = self.with_rows(|loaded, rows| self.groups(loaded, rows))?;
        let frame = self.frame("cif");
        let mut rows = incidence_rows(&frame, &tables, &self.codes.causes, request);
        let excluded = excluded_row(&frame, "cif", excluded, &rows);
        insert_excluded(&mut rows, excluded);
        let drawn = match self.drawing {
            Drawing::None => Vec::new(),
            Drawing::Curves => {
                drawing::incidence_curves((&frame, self.landmark), &tables, &self.codes.causes, request)
            }
        };
        Ok(Outcome { rows, drawn, warnings })
    }

    /// A test between the groups.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn compare(&self, request: &TestRequest) -> Result<Outcome, PlainError> {
        if self.by.is_empty() {
            return Err(PlainError::Usage("a test needs groups: name a column with --by".to_owned()));
        }
        if self.pweight.is_some() {
            return self.weighted_compare(request);
        }
        let frame = self.frame(request.name());
        let ((rows, groups), excluded, warnings) = self.with_rows(|loaded, rows| {
            let groups = Crossing::new(&loaded.by, rows.keep()).groups.len();
            let factors = (loaded.by.as_slice(), loaded.strata.as_slice());
            Ok((test_rows(&frame, rows, factors, (&self.codes.causes, request))?, groups))
        })?;
        if request.test == Test::MaxCombo && request.pairwise.is_none() && groups > 2 {
            return Err(PlainError::Usage(format!(
                "max-combo compares two groups and there are {groups}; add --pairwise holm to compare every pair"
            )));
        }
        let excluded = excluded_row(&frame, request.name(), excluded, &rows);
        Ok(Outcome { rows: rows.into_iter().chain(excluded).collect(), warnings, ..Outcome::default() })
    }
}

/// Names the line of the file where a row was refused.
pub(super) fn refusal(path: &Path, file: &str, error: ReduceError) -> PlainError {
    match error {
        ReduceError::Row { row, column, message } => {
            let problem = row_problem(path, row - 1, &column, &message);
            PlainError::Ingest(IngestError::Refused { problems: problem.into() })
        }
        source => PlainError::Rows { file: file.to_owned(), source },
    }
}

pub(super) fn excluded_row(
    frame: &RowFrame,
    analysis: &str,
    excluded: impl Into<Excluded>,
    rows: &[Row],
) -> Vec<Row> {
    let method = rows.first().map_or("", |row| &*row.method);
    excluded.into().rows(frame, analysis, method)
}

/// Puts the number left out after the last row of the method that it is told with.
fn insert_excluded(rows: &mut Vec<Row>, excluded: Vec<Row>) {
    let end = rows.iter().rposition(|row| Some(&row.method) == excluded.first().map(|row| &row.method));
    let end = end.map_or(rows.len(), |last| last + 1);
    rows.splice(end..end, excluded);
}
