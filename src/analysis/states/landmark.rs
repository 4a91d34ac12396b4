//! State occupation from a landmark on.

use super::{GroupHistory, States};
use crate::analysis::reduce::ReduceError;

/// From when on states are followed, and of whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatesLandmark {
    /// The time; none is from the beginning.
    pub time: Option<f64>,
    /// Of those under observation then, only who is in this state.
    pub state: Option<String>,
}

impl StatesLandmark {
    /// The histories from the landmark on, and how many subjects are not in them.
    ///
    /// # Errors
    /// [`ReduceError::NoSuchState`], and [`ReduceError::NobodyFollowed`] where nobody is left.
    pub fn apply(
        &self,
        histories: Vec<GroupHistory>,
        states: &States,
    ) -> Result<(Vec<GroupHistory>, Option<u64>), ReduceError> {
        let Some(time) = self.time else { return Ok((histories, None)) };
        let state = self.state.as_deref().map(|name| {
            let place = states.names.iter().position(|known| **known == *name);
            place.ok_or_else(|| ReduceError::NoSuchState {
                state: name.to_owned(),
                states: states.names.join(", "),
            })
        });
        let state = state.transpose()?;
        let before: u64 = histories.iter().map(|group| group.history.subjects()).sum();
        let later: Vec<GroupHistory> = histories
            .into_iter()
            .map(|group| GroupHistory { history: group.history.from_landmark(time, state), ..group })
            .filter(|group| group.history.subjects() > 0)
            .collect();
        let after: u64 = later.iter().map(|group| group.history.subjects()).sum();
        if after == 0 {
            return Err(ReduceError::NobodyFollowed { time, of: self.of() });
        }
        Ok((later, Some(before - after)))
    }

    /// What a method says of it.
    pub(super) fn method(&self) -> String {
        self.time.map_or_else(String::new, |time| format!("; landmark {time}{}", self.of()))
    }

    fn of(&self) -> String {
        self.state.as_ref().map_or_else(String::new, |state| format!(", of those in state {state} then"))
    }

    /// A sentence on who was left out.
    pub fn warning(&self, left_out: Option<u64>) -> Option<String> {
        let (time, count) = (self.time?, left_out.filter(|count| *count > 0)?);
        let why = match &self.state {
            Some(state) => format!("were not in state {state} at the landmark {time}"),
            None => format!("are not under observation after the landmark {time}"),
        };
        Some(format!("{count} subjects {why} and were left out"))
    }
}
