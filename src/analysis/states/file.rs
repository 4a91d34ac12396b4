//! State occupation of any file: one row a stay of a subject in a state.

use std::path::PathBuf;
use std::sync::Arc;

use super::landmark::StatesLandmark;
use super::{GroupHistory, States, StatesRequest, state_rows};
use crate::analysis::factor::{Crossing, Factor, MISSING};
use crate::analysis::landmark::Excluded;
use crate::analysis::plain::{
    Everybody, Outcome, PlainError, RowCondition, column, excluded_row, notes, place_in_file, read_only,
    refusal,
};
use crate::analysis::reduce::{ReduceError, frequencies, numbers};
use crate::analysis::row_set::Frame as RowFrame;
use crate::estimate::{EstimateError, History, HistoryError, Stay, TieMap, tie_times};
use crate::ingest::frame::ColumnData;

/// What stands in the column of the state entered where a stay ends without a transition, besides an empty
/// cell.
const CENSORED: [&str; 3] = ["0", "censored", "cens"];

/// Which columns of which file say who was where.
#[derive(Debug, Clone, Default)]
pub struct StatesFile {
    /// The file.
    pub path: PathBuf,
    /// Which of its rows.
    pub only: Vec<RowCondition>,
    /// Column of the subject.
    pub id: String,
    /// Column of the start of a stay.
    pub entry: String,
    /// Column of its end.
    pub time: String,
    /// Column of the state.
    pub from: String,
    /// Column of the state entered at the end.
    pub to: String,
    /// Column of the frequency.
    pub weight: Option<String>,
    /// Columns that group.
    pub by: Vec<String>,
    /// Whether everybody together is estimated as well.
    pub everybody: Everybody,
}

/// The rows of a file that take part.
struct Loaded {
    notes: Vec<String>,
    subject: Factor,
    by: Vec<Factor>,
    states: States,
    /// Row by row the state and the one entered.
    moves: Vec<(usize, Option<usize>)>,
    keep: Vec<bool>,
    entry: Vec<f64>,
    exit: Vec<f64>,
    weight: Option<Vec<u64>>,
    ties: TieMap,
}

impl StatesFile {
    /// State occupation probabilities.
    ///
    /// # Errors
    /// [`PlainError`] where the file or its rows are refused.
    pub fn states(&self, request: &StatesRequest) -> Result<Outcome, PlainError> {
        let file = self.path.display().to_string();
        let refuse = |error: ReduceError| {
            refusal(&self.path, &file, error.at(|row| place_in_file(&self.path, &self.only, row)))
        };
        let loaded = self.load(request.landmark.time).map_err(|error| match error {
            Refused::File(error) => error,
            Refused::Rows(error) => refuse(error),
        })?;
        let missing = loaded.keep.iter().filter(|kept| !**kept).count();
        let from = StatesLandmark {
            time: request.landmark.time.map(|time| loaded.ties.resolve(time)),
            ..request.landmark.clone()
        };
        let histories = |by: &[Factor]| from.apply(loaded.histories(self, by)?, &loaded.states);
        let (mut histories_of, before_landmark) = histories(&loaded.by).map_err(refuse)?;
        if self.everybody == Everybody::Included && !self.by.is_empty() {
            histories_of.extend(histories(&[]).map_err(refuse)?.0);
        }
        let comparison = (!self.by.is_empty()).then(|| self.by.join(","));
        let frame = RowFrame { id: "states".to_owned(), comparison, ..RowFrame::default() };
        let (mut rows, doubts) = state_rows(&frame, &histories_of, &loaded.states, request);
        let excluded = Excluded { missing, before_landmark };
        rows.extend(excluded_row(&frame, "states", excluded, &rows));
        let mut warnings = loaded.notes.clone();
        if missing > 0 {
            warnings.push(format!("{missing} rows with a missing value in a named column were left out"));
        }
        warnings.extend(request.landmark.warning(before_landmark));
        warnings.extend(doubts);
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }

    fn load(&self, landmark: Option<f64>) -> Result<Loaded, Refused> {
        let mut wanted: Vec<&str> = vec![&self.id, &self.entry, &self.time, &self.from, &self.to];
        wanted.extend(self.weight.iter().chain(&self.by).map(String::as_str));
        let numeric = [Some(&self.entry), Some(&self.time), self.weight.as_ref()];
        let typed = numeric.into_iter().flatten().cloned().collect();
        let frame = read_only(&self.path, &wanted, typed, &self.only)?;
        let factor = |name: &String| Factor::of(name, column(&frame, name));
        let (subject, from, to) = (factor(&self.id), factor(&self.from), factor(&self.to));
        let by: Vec<Factor> = self.by.iter().map(factor).collect();
        let mut keep = vec![true; frame.rows];
        let timed = [Some(&self.entry), Some(&self.time), self.weight.as_ref()];
        let timed: Vec<&ColumnData> = timed.into_iter().flatten().map(|name| column(&frame, name)).collect();
        for (row, kept) in keep.iter_mut().enumerate() {
            let named = [&subject, &from].into_iter().chain(&by).all(|factor| factor.codes[row] != MISSING);
            *kept = named && timed.iter().all(|column| !column.is_missing(row));
        }
        if !keep.contains(&true) {
            return Err(ReduceError::Empty { excluded: frame.rows }.into());
        }
        let (states, moves) = self.moves(&from, &to, &keep)?;
        let number = |name: &String| numbers((name, column(&frame, name)));
        let (entry, exit) = (number(&self.entry)?, number(&self.time)?);
        let weight = self.weight.as_ref().map(|name| frequencies((name, column(&frame, name)), &keep));
        let kept = || (0..keep.len()).filter(|row| keep[*row]);
        let mut times: Vec<f64> = kept().flat_map(|row| [entry[row], exit[row]]).collect();
        times.extend(landmark);
        let (ties, weight) = (tie_times(&mut times), weight.transpose()?);
        let notes = notes(&frame).collect();
        Ok(Loaded { notes, subject, by, states, moves, keep, entry, exit, weight, ties })
    }

    /// The states of both columns, and row by row the transition.
    #[allow(clippy::type_complexity, reason = "a state and perhaps another, row by row")]
    fn moves(
        &self,
        from: &Factor,
        to: &Factor,
        keep: &[bool],
    ) -> Result<(States, Vec<(usize, Option<usize>)>), ReduceError> {
        let is_censored = |level: &String| CENSORED.contains(&level.to_lowercase().as_str());
        if let Some(level) = from.levels.iter().find(|level| is_censored(level)) {
            let row = from.codes.iter().position(|code| from.levels.get(*code as usize) == Some(level));
            return Err(ReduceError::Row {
                row: row.map_or(0, |row| row + 1),
                column: self.from.clone(),
                message: format!(
                    "{level} is no name for a state: in {} it says that a stay ends without a transition",
                    self.to
                ),
            });
        }
        let entered = to.levels.iter().filter(|level| !is_censored(level));
        let mut names: Vec<&String> = from.levels.iter().chain(entered).collect();
        let number = |name: &str| name.trim().parse::<f64>().ok();
        if names.iter().all(|name| number(name).is_some()) {
            names.sort_by(|a, b| {
                number(a).unwrap_or(0.0).total_cmp(&number(b).unwrap_or(0.0)).then_with(|| a.cmp(b))
            });
        } else {
            names.sort();
        }
        names.dedup();
        let place = |factor: &Factor, row: usize| {
            let level = factor.levels.get(factor.codes[row] as usize)?;
            names.iter().position(|name| *name == level)
        };
        let moves: Vec<(usize, Option<usize>)> =
            (0..keep.len()).map(|row| (place(from, row).unwrap_or(0), place(to, row))).collect();
        let is_left = |state| (0..keep.len()).any(|row| keep[row] && moves[row].0 == state);
        let states = States {
            names: names.iter().map(|name| Arc::from(name.as_str())).collect(),
            terminal: (0..names.len()).map(|state| !is_left(state)).collect(),
        };
        Ok((states, moves))
    }

    /// What is wrong with a stay, at its place in the file.
    fn stay_refusal(&self, loaded: &Loaded, rows: &[usize], error: HistoryError) -> ReduceError {
        let subject = |row: usize| {
            let level = loaded.subject.levels.get(loaded.subject.codes[row] as usize);
            level.cloned().unwrap_or_default()
        };
        let state = |row: usize| &loaded.states.names[loaded.moves[row].0];
        let at = |index: usize, column: &String, message: String| ReduceError::Row {
            row: rows[index] + 1,
            column: column.clone(),
            message,
        };
        match error {
            HistoryError::Time(error) => match error {
                EstimateError::NegativeTime { index, time } if loaded.entry[rows[index]] < 0.0 => {
                    at(index, &self.entry, format!("the entry {time} in {} is negative", self.entry))
                }
                EstimateError::NegativeTime { index, time } => {
                    at(index, &self.time, format!("the time {time} in {} is negative", self.time))
                }
                EstimateError::NotFinite { index } => {
                    at(index, &self.time, "the time is not a finite number".to_owned())
                }
                EstimateError::EmptyInterval { index, .. } => {
                    let (entry, exit) = (loaded.entry[rows[index]], loaded.exit[rows[index]]);
                    let message = if entry < exit {
                        format!("the interval from {entry} to {exit} is no longer than rounding")
                    } else {
                        format!("the entry {entry} is not before the time {exit}")
                    };
                    at(index, &self.entry, message)
                }
                other => other.into(),
            },
            HistoryError::SameState { index } => {
                at(index, &self.to, format!("a transition from {0} to {0}", state(rows[index])))
            }
            HistoryError::UnknownState { index, .. } => {
                at(index, &self.from, "there is no such state".to_owned())
            }
            HistoryError::Overlap { index } => {
                at(index, &self.id, format!("the intervals of {} overlap", subject(rows[index])))
            }
            HistoryError::Jump { index } => {
                let (subject, state) = (subject(rows[index]), state(rows[index]));
                let message = format!(
                    "{subject} goes on in {state}, but the interval before ends at the same time in another state"
                );
                at(index, &self.from, message)
            }
            HistoryError::ChangingCount { index } => {
                let message =
                    format!("the weight of {} is not the same in all intervals", subject(rows[index]));
                at(index, self.weight.as_ref().unwrap_or(&self.id), message)
            }
        }
    }
}

impl Loaded {
    /// The histories of the non-empty crossings of these factors.
    fn histories(&self, file: &StatesFile, by: &[Factor]) -> Result<Vec<GroupHistory>, ReduceError> {
        let crossing = Crossing::new(by, &self.keep);
        let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); crossing.groups.len()];
        for (row, group) in crossing.index.iter().enumerate().filter(|(_, group)| **group != MISSING) {
            rows_of[*group as usize].push(row);
        }
        let history = |(group, rows): (Arc<crate::domain::Group>, Vec<usize>)| {
            let stays: Vec<Stay> = rows.iter().map(|row| self.stay(*row)).collect();
            let history = History::new(&stays, self.states.names.len())
                .map_err(|error| file.stay_refusal(self, &rows, error))?;
            Ok(GroupHistory { group, history })
        };
        crossing.groups.into_iter().zip(rows_of).map(history).collect()
    }

    fn stay(&self, row: usize) -> Stay {
        let (from, to) = self.moves[row];
        Stay {
            subject: self.subject.codes[row],
            entry: Some(self.ties.resolve(self.entry[row])),
            exit: self.ties.resolve(self.exit[row]),
            from,
            to,
            count: self.weight.as_ref().map_or(1, |weight| weight[row]),
        }
    }
}

enum Refused {
    File(PlainError),
    Rows(ReduceError),
}

impl From<PlainError> for Refused {
    fn from(error: PlainError) -> Self {
        Self::File(error)
    }
}

impl From<ReduceError> for Refused {
    fn from(error: ReduceError) -> Self {
        Self::Rows(error)
    }
}
