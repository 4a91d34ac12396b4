//! Covariates that are 0 until a day and 1 after it: rows are split there.

use super::sample::Sample;
use crate::analysis::plain::PlainError;
use crate::analysis::reduce::{ReduceError, numbers};
use crate::estimate::{TieMap, tie_times};
use crate::ingest::frame::ColumnData;
use crate::study::ModelTerm;
use crate::study::term::{Crossing, Shape, TermVariable};

/// A covariate that changes once: graft-versus-host disease, engraftment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeDependent {
    /// What it is called in terms.
    pub name: String,
    /// Column of the day of its change; empty where it never changes.
    pub column: String,
}

/// The values of a covariate in the split rows.
pub(super) type Change = Vec<f64>;

/// Where a row begins that is under observation from the origin: an event at the origin counts.
const BEFORE_ORIGIN: f64 = -1.0;

impl TimeDependent {
    /// Reads `gvhd=gvhd_day`.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        let parts = text.split_once('=').map(|(name, column)| (name.trim(), column.trim()));
        match parts {
            Some((name, column)) if !name.is_empty() && !column.is_empty() => {
                Ok(Self { name: name.to_owned(), column: column.to_owned() })
            }
            _ => Err(format!(
                "'{text}' is not understood; write gvhd=gvhd_day: a name and the column of its day"
            )),
        }
    }

    /// The term of the covariate alone.
    pub(super) fn term(&self) -> ModelTerm {
        let variable = TermVariable { column: self.name.clone(), shape: Shape::AsIs };
        ModelTerm { variables: vec![variable], crossing: Crossing::Alone }
    }

    /// Refuses a term that takes the covariate for something else than 0 and 1.
    pub(super) fn check(&self, variable: &TermVariable) -> Result<(), PlainError> {
        if variable.shape == Shape::AsIs {
            return Ok(());
        }
        Err(PlainError::Usage(format!(
            "the covariate {} changes with time: it is 0 or 1, and has neither reference nor spline",
            self.name
        )))
    }

    /// The day of the change of every row of the file; infinite where there is none.
    pub(super) fn days(&self, column: &ColumnData) -> Result<Change, ReduceError> {
        let values = if (0..column.len()).all(|row| column.is_missing(row)) {
            vec![0.0; column.len()]
        } else {
            numbers((&self.column, column))?
        };
        let day = |(row, value): (usize, f64)| if column.is_missing(row) { f64::INFINITY } else { value };
        Ok(values.into_iter().enumerate().map(day).collect())
    }
}

/// The rows of a sample, cut into pieces.
#[derive(Default)]
struct Pieces {
    /// The row that each is a piece of.
    of: Vec<usize>,
    entry: Vec<f64>,
    exit: Vec<f64>,
    values: Vec<Change>,
}

/// Splits each row where a covariate changes within it; `days` are those of the rows of the file. Gives
/// the covariates in the new rows.
///
/// # Definition
/// Intervals are (entry, exit]: on the day of the change itself the covariate has its old value, so that an
/// event on that day counts before the change, as `survival::tmerge` has it. A change at entry or before it
/// holds from the start; one at exit or later never.
pub(super) fn split(sample: &mut Sample, days: &[Change]) -> Vec<Change> {
    if days.is_empty() {
        return Vec::new();
    }
    let ties = ties(sample, days);
    let mut pieces = Pieces { values: vec![Vec::new(); days.len()], ..Pieces::default() };
    for (i, row) in sample.source.iter().enumerate() {
        let entry = sample.entry.as_ref().map_or(BEFORE_ORIGIN, |entry| ties.resolve(entry[i]));
        let exit = ties.resolve(sample.exit[i]);
        let changes: Vec<f64> = days.iter().map(|days| change(days[*row], &ties)).collect();
        pieces.add(i, (entry, exit), &changes);
    }
    let last = |k: usize| pieces.of.get(k + 1) != pieces.of.get(k);
    let event = |k: usize| if last(k) { sample.event[pieces.of[k]] } else { 0 };
    sample.event = (0..pieces.of.len()).map(event).collect();
    if sample.id.is_none() {
        sample.id = Some((0..).take(sample.exit.len()).collect());
    }
    sample.strata = picked(&sample.strata, &pieces.of);
    sample.id = sample.id.as_deref().map(|id| picked(id, &pieces.of));
    sample.cluster = sample.cluster.as_deref().map(|cluster| picked(cluster, &pieces.of));
    if !sample.weights.is_empty() {
        sample.weights = pieces.of.iter().map(|i| sample.weights[*i]).collect();
    }
    sample.source = pieces.of.iter().map(|i| sample.source[*i]).collect();
    sample.entry = Some(pieces.entry);
    sample.exit = pieces.exit;
    pieces.values
}

/// The codes of some rows; none where there are none.
fn picked(codes: &[u32], rows: &[usize]) -> Vec<u32> {
    if codes.is_empty() { Vec::new() } else { rows.iter().map(|row| codes[*row]).collect() }
}

/// Days before the origin are all one.
fn change(day: f64, ties: &TieMap) -> f64 {
    if day < 0.0 {
        BEFORE_ORIGIN
    } else if day.is_finite() {
        ties.resolve(day)
    } else {
        day
    }
}

/// Days that differ from a time by rounding only are that time.
fn ties(sample: &Sample, days: &[Change]) -> TieMap {
    let mut times = sample.exit.clone();
    times.extend(sample.entry.iter().flatten());
    times.extend(days.iter().flat_map(|days| sample.source.iter().map(|row| days[*row])));
    tie_times(&mut times)
}

impl Pieces {
    fn add(&mut self, row: usize, (entry, exit): (f64, f64), changes: &[f64]) {
        let mut cuts: Vec<f64> = changes.iter().copied().filter(|day| entry < *day && *day < exit).collect();
        cuts.sort_unstable_by(f64::total_cmp);
        cuts.dedup();
        let starts = std::iter::once(entry).chain(cuts.iter().copied());
        for (start, end) in starts.zip(cuts.iter().copied().chain([exit])) {
            self.of.push(row);
            self.entry.push(start);
            self.exit.push(end);
            for (values, day) in self.values.iter_mut().zip(changes) {
                values.push(f64::from(u8::from(*day <= start)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four patients to day 5, 5, 5 and 0: change on day 2, on the day of death, never, before the origin.
    #[test]
    fn an_event_on_the_day_of_the_change_counts_before_it() {
        let mut sample = Sample {
            source: vec![0, 1, 2, 3],
            exit: vec![5.0, 5.0, 5.0, 0.0],
            event: vec![1, 1, 0, 1],
            ..Sample::default()
        };
        let changed = split(&mut sample, &[vec![2.0, 5.0, f64::INFINITY, -3.0]]);
        assert_eq!(sample.source, [0, 0, 1, 2, 3]);
        assert_eq!(sample.entry, Some(vec![-1.0, 2.0, -1.0, -1.0, -1.0]));
        assert_eq!(sample.exit, [2.0, 5.0, 5.0, 5.0, 0.0]);
        assert_eq!(sample.event, [0, 1, 1, 0, 1]);
        assert_eq!(sample.id, Some(vec![0, 0, 1, 2, 3]));
        assert_eq!(changed, [vec![0.0, 1.0, 0.0, 0.0, 1.0]]);
    }

    #[test]
    fn two_covariates_cut_one_row_into_three() {
        let mut sample = Sample {
            source: vec![0],
            entry: Some(vec![1.0]),
            exit: vec![9.0],
            event: vec![2],
            strata: vec![3],
            weights: vec![0.5],
            ..Sample::default()
        };
        let changed = split(&mut sample, &[vec![6.0], vec![4.0], vec![1.0]]);
        assert_eq!(sample.exit, [4.0, 6.0, 9.0]);
        assert_eq!((sample.event, sample.strata), (vec![0, 0, 2], vec![3, 3, 3]));
        assert_eq!(changed, [vec![0.0, 0.0, 1.0], vec![0.0, 1.0, 1.0], vec![1.0, 1.0, 1.0]]);
    }

    #[test]
    fn a_change_is_named_with_its_column() {
        assert_eq!(TimeDependent::parse("gvhd = day").unwrap().column, "day");
        for bad in ["gvhd", "=day", "gvhd="] {
            assert!(TimeDependent::parse(bad).is_err());
        }
    }
}
