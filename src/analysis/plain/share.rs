//! Shares of an outcome in a file, and how groups differ in it.

use std::path::PathBuf;

use super::{
    Outcome, PlainError, RowCondition, column, excluded_row, notes, place_in_file, read_only, refusal,
};
use crate::analysis::ard::Row;
use crate::analysis::association::{AssociationRequest, association_rows, count_rows};
use crate::analysis::counts::{CountedRows, ShareColumns, Unknown};
use crate::analysis::factor::Factor;
use crate::analysis::reduce::ReduceError;
use crate::analysis::row_set::{Frame as RowFrame, stat};
use crate::analysis::share::{ShareRequest, share_rows};
use crate::estimate::association::Correction;
use crate::ingest::frame::Frame;
use crate::study::share::MeasureName;

/// Which columns of which file hold an outcome.
#[derive(Debug, Clone, Default)]
pub struct SharedOutcome {
    /// The file.
    pub path: PathBuf,
    /// Which of its rows.
    pub only: Vec<RowCondition>,
    /// Column of the outcome.
    pub outcome: String,
    /// The level that counts.
    pub success: Option<String>,
    /// Column of the frequency.
    pub weight: Option<String>,
    /// Columns that group.
    pub by: Vec<String>,
    /// Columns that stratify.
    pub strata: Vec<String>,
}

struct Loaded {
    frame: Frame,
    outcome: Factor,
    success: Vec<String>,
    by: Vec<Factor>,
    strata: Vec<Factor>,
}

impl SharedOutcome {
    fn load(&self) -> Result<Loaded, PlainError> {
        let mut wanted: Vec<&str> = vec![&self.outcome];
        wanted.extend(self.by.iter().chain(&self.strata).chain(&self.weight).map(String::as_str));
        let frame = read_only(&self.path, &wanted, self.weight.iter().cloned().collect(), &self.only)?;
        let factor = |name: &String| Factor::of(name, column(&frame, name));
        let outcome = factor(&self.outcome);
        let success = success_level(&outcome, self.success.as_deref())?;
        let (by, strata) = (self.by.iter().map(factor).collect(), self.strata.iter().map(factor).collect());
        Ok(Loaded { frame, outcome, success, by, strata })
    }

    fn columns<'a>(&'a self, loaded: &'a Loaded) -> ShareColumns<'a> {
        ShareColumns {
            outcome: &loaded.outcome,
            success: &loaded.success,
            by: &loaded.by,
            strata: &loaded.strata,
            weight: self.weight.as_deref().map(|name| (name, column(&loaded.frame, name))),
        }
    }

    fn row_frame(&self, analysis: &str) -> RowFrame {
        let comparison = (!self.by.is_empty()).then(|| self.by.join(","));
        RowFrame { id: analysis.to_owned(), comparison, ..RowFrame::default() }
    }

    fn refused(&self, source: ReduceError) -> PlainError {
        let source = source.at(|row| place_in_file(&self.path, &self.only, row));
        refusal(&self.path, &self.path.display().to_string(), source)
    }

    fn outcome(frame: &RowFrame, analysis: &str, (mut rows, excluded): (Vec<Row>, usize)) -> Outcome {
        let mut warnings = Vec::new();
        if excluded > 0 {
            warnings.push(format!("{excluded} rows with a missing value in a named column were left out"));
        }
        rows.extend(excluded_row(frame, analysis, excluded, &rows));
        Outcome { rows, warnings, ..Outcome::default() }
    }
}

/// Proportions of an outcome in a file.
///
/// # Errors
/// [`PlainError`] where the file or its rows are refused.
pub fn proportion(file: &SharedOutcome, request: &ShareRequest) -> Result<Outcome, PlainError> {
    let loaded = file.load()?;
    let frame = file.row_frame("proportion");
    let shares = share_rows(&frame, &file.columns(&loaded), request).map_err(|error| file.refused(error))?;
    let mut outcome = SharedOutcome::outcome(&frame, "proportion", shares);
    outcome.warnings.extend(notes(&loaded.frame).chain(crude_shares_left_out(&outcome.rows)));
    Ok(outcome)
}

/// Contrasts of the groups of a file, and tests between them.
///
/// # Errors
/// [`PlainError`] where the file or its rows are refused, or a correction is asked for that has no meaning.
pub fn association(file: &SharedOutcome, request: &AssociationRequest) -> Result<Outcome, PlainError> {
    let loaded = file.load()?;
    let columns = file.columns(&loaded);
    let frame = file.row_frame("association");
    let counted = CountedRows::of(&columns, Unknown::LeftOut)
        .and_then(CountedRows::not_empty)
        .map_err(|error| file.refused(error))?
        .without_empty();
    let groups = counted.groups(&columns, columns.by).map_err(|error| file.refused(error))?.len();
    if request.correction == Correction::Continuity && groups > 2 {
        let message = format!("a continuity correction is for two groups, and there are {groups}");
        return Err(PlainError::Usage(message));
    }
    let rows = || -> Result<Vec<Row>, ReduceError> {
        let mut rows = count_rows(&frame, (&counted, &columns), request.profile)?;
        rows.extend(association_rows(&frame, (&counted, &columns), request, None)?);
        Ok(rows)
    };
    let rows = rows().map_err(|error| file.refused(error))?;
    let uncounted = request.measures.contains(&MeasureName::Fisher)
        && groups > 2
        && rows.iter().any(|row| {
            row.term.as_deref() == Some("fisher") && *row.stat == **stat::P_VALUE && row.value.is_none()
        });
    let mut outcome = SharedOutcome::outcome(&frame, "association", (rows, counted.excluded));
    outcome.warnings.extend(notes(&loaded.frame));
    if uncounted {
        let message =
            "too many tables to count for Fisher's exact test of these groups; see the chi-square test";
        outcome.warnings.push(message.to_owned());
    }
    Ok(outcome)
}

/// Groups whose interval, which is about the share weighted over strata, leaves out their crude share.
fn crude_shares_left_out(rows: &[Row]) -> Vec<String> {
    let value =
        |rows: &[Row], stat: &str| rows.iter().find(|row| *row.stat == *stat).and_then(|row| row.value);
    rows.chunk_by(|a, b| a.group == b.group)
        .filter_map(|group| {
            let crude = value(group, "estimate")?;
            value(group, "estimate_weighted")?;
            let (low, high) = (value(group, "conf_low")?, value(group, "conf_high")?);
            let name = &group.first()?.group;
            (crude < low || crude > high).then(|| {
                format!(
                    "{name}: the interval is of the share weighted over strata and leaves out the crude one"
                )
            })
        })
        .collect()
}

fn success_level(outcome: &Factor, asked: Option<&str>) -> Result<Vec<String>, PlainError> {
    if let Some(level) = asked {
        return if outcome.levels.iter().any(|known| known == level) || outcome.levels.is_empty() {
            Ok(vec![level.to_owned()])
        } else {
            Err(PlainError::Usage(format!(
                "the column {} has no level {level}; its levels are {}",
                outcome.name,
                outcome.levels.join(", ")
            )))
        };
    }
    let coded = outcome.levels.iter().all(|level| matches!(level.as_str(), "0" | "1" | "true" | "false"));
    if coded {
        let truth = outcome.levels.iter().any(|level| level == "true" || level == "false");
        return Ok(vec![if truth { "true" } else { "1" }.to_owned()]);
    }
    Err(PlainError::Usage(format!(
        "the column {} is not coded 0 and 1; name the level that counts with --success, one of {}",
        outcome.name,
        outcome.levels.iter().take(12).cloned().collect::<Vec<_>>().join(", ")
    )))
}
