//! Rows -> (group, entry, exit, cause) -> count: all that a nonparametric estimate needs to know.

mod landmark;
pub mod weighted;

use std::sync::Arc;

use super::factor::{Crossing, Factor, MISSING};
use crate::domain::Group;
use crate::estimate::cox::CoxDataError;
use crate::estimate::{EstimateError, Interval, RiskTable, TieMap, tie_times};
use crate::ingest::frame::ColumnData;

/// Whole times below this are counted in a table, not sorted.
const DENSE_TIMES: i64 = 60_000;
/// Largest table of counts, in cells.
const DENSE_CELLS: usize = 1 << 26;

/// The columns that a reduction reads, already coded where they need it.
#[derive(Debug, Clone)]
pub struct Roles<'a> {
    /// Time of the event or of censoring.
    pub time: (&'a str, &'a ColumnData),
    /// 0 censored, i = cause i, [`MISSING`].
    pub events: &'a [u32],
    /// How many causes there are.
    pub causes: usize,
    /// Time of entry.
    pub entry: Option<(&'a str, &'a ColumnData)>,
    /// Frequency.
    pub weight: Option<(&'a str, &'a ColumnData)>,
    /// Subject, where a subject may have several rows.
    pub subject: Option<&'a Factor>,
    /// Rows with a level of each of these are kept.
    pub factors: &'a [Factor],
}

/// Why rows were refused.
#[derive(Debug, thiserror::Error)]
pub enum ReduceError {
    /// A column that must be a number is not.
    #[error("the column {column} does not hold numbers")]
    NotNumeric {
        /// The column.
        column: String,
    },
    /// A bad value.
    #[error("row {row}: {message}")]
    Row {
        /// Row of the data, from 1, without the header.
        row: usize,
        /// The column.
        column: String,
        /// What is wrong.
        message: String,
    },
    /// Nothing is left.
    #[error("no row is left: all {excluded} have a missing value in a named column")]
    Empty {
        /// How many rows were left out.
        excluded: usize,
    },
    /// Nobody is in a state after a landmark.
    #[error("nobody is under observation after the landmark {time}{of}")]
    NobodyFollowed {
        /// The landmark.
        time: f64,
        /// Who was asked for, as a clause.
        of: String,
    },
    /// A state that the file does not have.
    #[error("there is no state {state}; there are {states}")]
    NoSuchState {
        /// The state.
        state: String,
        /// Those that there are.
        states: String,
    },
    /// Nobody is left after a landmark.
    #[error("nobody is event-free and under observation after the landmark {time}")]
    BeforeLandmark {
        /// The landmark.
        time: f64,
    },
    /// The estimator refused the rows.
    #[error(transparent)]
    Estimate(#[from] EstimateError),
    /// The model does not fit the data.
    #[error("{0}")]
    Model(String),
    /// The regression refused the rows.
    #[error(transparent)]
    Regression(#[from] CoxDataError),
}

impl ReduceError {
    /// The same with its row at another place, where the rows that were judged are some of those of a file.
    pub(super) fn at(self, place: impl FnOnce(usize) -> usize) -> Self {
        match self {
            Self::Row { row, column, message } => Self::Row { row: place(row), column, message },
            other => other,
        }
    }
}

/// A group and its risk table.
#[derive(Debug, Clone)]
pub struct GroupTable {
    /// The group.
    pub group: Arc<Group>,
    /// Its risk table.
    pub table: RiskTable,
}

/// Checked rows, ready to be counted by any crossing of their factors.
#[derive(Debug)]
pub struct Rows<'a> {
    roles: Roles<'a>,
    keep: Vec<bool>,
    entry: Option<Vec<f64>>,
    exit: Exit<'a>,
    weight: Option<Vec<u64>>,
    ties: TieMap,
    /// Rows left out for a missing value.
    pub excluded: usize,
}

#[derive(Debug)]
enum Exit<'a> {
    Whole(&'a [i64]),
    Real(Vec<f64>),
}

impl Exit<'_> {
    fn at(&self, row: usize) -> f64 {
        match self {
            Self::Whole(values) => values[row] as f64,
            Self::Real(values) => values[row],
        }
    }
}

impl<'a> Rows<'a> {
    /// Checks the rows: numbers are numbers, times are not negative, entry is before exit, weights are whole.
    ///
    /// # Errors
    /// [`ReduceError`] naming the first row that is refused.
    pub fn check(roles: Roles<'a>) -> Result<Self, ReduceError> {
        Self::check_complete(roles, &[])
    }

    /// The same, with rows left out as well where one of the `others` has no value.
    ///
    /// # Errors
    /// [`ReduceError`] naming the first row that is refused.
    pub fn check_complete(roles: Roles<'a>, others: &[&ColumnData]) -> Result<Self, ReduceError> {
        let rows = roles.events.len();
        let mut keep: Vec<bool> = roles.events.iter().map(|event| *event != MISSING).collect();
        let numeric = [Some(roles.time.1), roles.entry.map(|e| e.1), roles.weight.map(|w| w.1)];
        for column in numeric.into_iter().flatten().chain(others.iter().copied()) {
            drop_missing(&mut keep, |row| column.is_missing(row));
        }
        for factor in roles.factors.iter().chain(roles.subject) {
            drop_missing(&mut keep, |row| factor.codes[row] == MISSING);
        }
        let excluded = keep.iter().filter(|kept| !**kept).count();
        if excluded == rows {
            return Err(ReduceError::Empty { excluded });
        }
        let exit = match roles.time.1 {
            ColumnData::Integer { values, .. } => Exit::Whole(values),
            _ => Exit::Real(numbers(roles.time)?),
        };
        let entry = roles.entry.map(numbers).transpose()?;
        let weight = roles.weight.map(|weight| frequencies(weight, &keep)).transpose()?;
        let ties = tie_all(&keep, &exit, entry.as_deref());
        let checked = Self { roles, keep, entry, exit, weight, ties, excluded };
        checked.check_times()?;
        Ok(checked)
    }

    fn check_times(&self) -> Result<(), ReduceError> {
        let bad = |row: usize, column: &str, message: String| {
            Err(ReduceError::Row { row: row + 1, column: column.to_owned(), message })
        };
        for row in (0..self.keep.len()).filter(|row| self.keep[*row]) {
            let exit = self.exit.at(row);
            if !exit.is_finite() || exit < 0.0 {
                return bad(
                    row,
                    self.roles.time.0,
                    format!("the time {exit} in {} is negative", self.roles.time.0),
                );
            }
            let (Some(entry), Some((name, _))) = (&self.entry, self.roles.entry) else { continue };
            if entry[row] < 0.0 {
                return bad(row, name, format!("the entry {} in {name} is negative", entry[row]));
            }
            if entry[row] >= exit {
                return bad(row, name, format!("the entry {} is not before the time {exit}", entry[row]));
            }
            if self.ties.resolve(entry[row]) >= self.ties.resolve(exit) {
                let message =
                    format!("the interval from {} to {exit} is no longer than rounding", entry[row]);
                return bad(row, name, message);
            }
        }
        Ok(())
    }

    /// When a row leaves observation, tied.
    pub fn exit(&self, row: usize) -> f64 {
        self.ties.resolve(self.exit.at(row))
    }

    /// When a row comes under observation, tied.
    pub fn entry(&self, row: usize) -> Option<f64> {
        self.entry.as_ref().map(|entry| self.ties.resolve(entry[row]))
    }

    /// The columns that were checked.
    pub(super) fn roles(&self) -> &Roles<'a> {
        &self.roles
    }

    /// How many subjects a row stands for.
    pub(super) fn frequency(&self, row: usize) -> u64 {
        self.weight.as_ref().map_or(1, |weight| weight[row])
    }

    /// Whether a row takes part.
    pub fn keep(&self) -> &[bool] {
        &self.keep
    }

    /// The risk tables of the non-empty crossings of `factors`; without factors, of everybody.
    ///
    /// # Errors
    /// [`ReduceError`] where intervals of one subject overlap or a sum overflows.
    pub fn tables(&self, factors: &[Factor]) -> Result<Vec<GroupTable>, ReduceError> {
        let crossing = Crossing::new(factors, &self.keep);
        let cells = match self.dense_cells(crossing.groups.len()) {
            Some(width) => self.count_densely(&crossing, width),
            None => self.collect(&crossing)?,
        };
        crossing
            .groups
            .into_iter()
            .zip(cells)
            .map(|(group, (intervals, subjects))| {
                Ok(GroupTable { group, table: RiskTable::new(&intervals, self.roles.causes, subjects)? })
            })
            .collect()
    }

    /// Number of distinct whole times to count, where a table of counts is the cheaper way.
    fn dense_cells(&self, groups: usize) -> Option<usize> {
        if self.entry.is_some() || self.roles.subject.is_some() {
            return None;
        }
        let Exit::Whole(values) = &self.exit else { return None };
        let last = (0..values.len()).filter(|row| self.keep[*row]).map(|row| values[row]).max()?;
        let width = usize::try_from(last).ok().filter(|_| last < DENSE_TIMES)? + 1;
        (groups.checked_mul(width)?.checked_mul(self.roles.causes + 1)? <= DENSE_CELLS).then_some(width)
    }

    fn count_densely(&self, crossing: &Crossing, width: usize) -> Vec<(Vec<Interval>, u64)> {
        let Exit::Whole(times) = &self.exit else { return Vec::new() };
        let codes = self.roles.causes + 1;
        let mut counts = vec![0u64; crossing.groups.len() * width * codes];
        for (row, group) in crossing.index.iter().enumerate() {
            if *group == MISSING {
                continue;
            }
            let time = usize::try_from(times[row]).unwrap_or(0);
            let cell = (*group as usize * width + time) * codes + self.roles.events[row] as usize;
            counts[cell] = counts[cell].saturating_add(self.weight.as_ref().map_or(1, |weight| weight[row]));
        }
        counts
            .chunks(width * codes)
            .map(|group| {
                let intervals: Vec<Interval> = group
                    .iter()
                    .enumerate()
                    .filter(|(_, count)| **count > 0)
                    .map(|(cell, count)| Interval {
                        count: *count,
                        ..Interval::from_start(
                            (cell / codes) as f64,
                            u32::try_from(cell % codes).unwrap_or(0),
                        )
                    })
                    .collect();
                let subjects =
                    intervals.iter().fold(0u64, |sum, interval| sum.saturating_add(interval.count));
                (intervals, subjects)
            })
            .collect()
    }

    fn collect(&self, crossing: &Crossing) -> Result<Vec<(Vec<Interval>, u64)>, ReduceError> {
        let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); crossing.groups.len()];
        for (row, group) in crossing.index.iter().enumerate() {
            if *group != MISSING {
                rows_of[*group as usize].push(row);
            }
        }
        rows_of.iter().map(|rows| self.intervals(rows)).collect()
    }

    fn interval(&self, row: usize) -> Interval {
        Interval {
            entry: self.entry(row),
            exit: self.exit(row),
            cause: self.roles.events[row],
            count: self.weight.as_ref().map_or(1, |weight| weight[row]),
            inner: false,
        }
    }

    /// The intervals of one group, and how many subjects they are of.
    fn intervals(&self, rows: &[usize]) -> Result<(Vec<Interval>, u64), ReduceError> {
        let Some(subject) = self.roles.subject else {
            let intervals: Vec<Interval> = rows.iter().map(|row| self.interval(*row)).collect();
            let subjects = intervals.iter().fold(0u64, |sum, interval| sum.saturating_add(interval.count));
            return Ok((intervals, subjects));
        };
        let mut order: Vec<(u32, Interval, usize)> =
            rows.iter().map(|row| (subject.codes[*row], self.interval(*row), *row)).collect();
        let start = |interval: &Interval| interval.entry.unwrap_or(f64::NEG_INFINITY);
        order.sort_by(|a, b| a.0.cmp(&b.0).then(start(&a.1).total_cmp(&start(&b.1))));
        let mut subjects = 0u64;
        let mut intervals = Vec::with_capacity(order.len());
        for (position, (id, interval, row)) in order.iter().enumerate() {
            let next = order.get(position + 1).filter(|next| next.0 == *id);
            if next.is_some_and(|next| start(&next.1) < interval.exit) {
                let level = &subject.levels[*id as usize];
                return Err(ReduceError::Row {
                    row: row + 1,
                    column: subject.name.clone(),
                    message: format!("the intervals of {level} overlap"),
                });
            }
            if position == 0 || order[position - 1].0 != *id {
                subjects = subjects.saturating_add(interval.count);
            }
            intervals.push(Interval { inner: interval.cause == 0 && next.is_some(), ..*interval });
        }
        Ok((intervals, subjects))
    }
}

fn drop_missing(keep: &mut [bool], is_missing: impl Fn(usize) -> bool) {
    for (row, kept) in keep.iter_mut().enumerate() {
        *kept = *kept && !is_missing(row);
    }
}

/// A column as numbers; missing rows hold 0 and are never read.
pub(crate) fn numbers((name, column): (&str, &ColumnData)) -> Result<Vec<f64>, ReduceError> {
    match column {
        ColumnData::Integer { values, .. } => Ok(values.iter().map(|value| *value as f64).collect()),
        ColumnData::Real { values, .. } => Ok(values.clone()),
        ColumnData::Text { .. } | ColumnData::Boolean { .. } => {
            Err(ReduceError::NotNumeric { column: name.to_owned() })
        }
    }
}

/// Largest whole number that a float holds exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

pub(crate) fn frequencies(
    (name, column): (&str, &ColumnData),
    keep: &[bool],
) -> Result<Vec<u64>, ReduceError> {
    let values = numbers((name, column))?;
    let mut weights = Vec::with_capacity(values.len());
    for (row, value) in values.iter().enumerate() {
        if !keep[row] {
            weights.push(0);
        } else if *value >= 0.0 && *value <= EXACT && libm::trunc(*value).total_cmp(value).is_eq() {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to be whole and in range"
            )]
            weights.push(*value as u64);
        } else {
            return Err(ReduceError::Row {
                row: row + 1,
                column: name.to_owned(),
                message: format!("the weight {value} in {name} is not a whole number of 0 or more"),
            });
        }
    }
    Ok(weights)
}

fn tie_all(keep: &[bool], exit: &Exit<'_>, entry: Option<&[f64]>) -> TieMap {
    if let (Exit::Whole(_), None) = (exit, entry) {
        return TieMap::default();
    }
    let rows = || (0..keep.len()).filter(|row| keep[*row]);
    let mut times: Vec<f64> = rows().map(|row| exit.at(row)).collect();
    times.extend(entry.into_iter().flat_map(|entry| rows().map(|row| entry[row])));
    tie_times(&mut times)
}
