//! Rows from a landmark on.

use std::collections::BTreeMap;

use super::{Exit, ReduceError, Rows};
use crate::analysis::landmark::Landmark;
use crate::estimate::tie_times;

impl Rows<'_> {
    /// The rows of those who are event-free and under observation after the landmark, and how many subjects
    /// are not.
    ///
    /// A row is kept if its time is later: an event at the landmark has happened by then, and who is censored
    /// at it is not seen after. Times that differ from the landmark by rounding only are at it. A row that
    /// began before begins at the landmark; who comes under observation later does so. The clock stays.
    ///
    /// # Errors
    /// [`ReduceError::BeforeLandmark`] where nobody is left.
    pub fn after(mut self, landmark: Landmark) -> Result<(Self, Option<u64>), ReduceError> {
        let Some(landmark) = landmark.time else { return Ok((self, None)) };
        self.tie_with(landmark);
        let from = self.ties.resolve(landmark);
        let before = self.keep.clone();
        for row in 0..self.keep.len() {
            self.keep[row] = before[row] && self.exit(row) > from;
            if let Some(entry) = &mut self.entry
                && self.keep[row]
            {
                entry[row] = entry[row].max(landmark);
            }
        }
        if !self.keep.contains(&true) {
            return Err(ReduceError::BeforeLandmark { time: landmark });
        }
        let left_out = self.subjects_lost(&before);
        Ok((self, Some(left_out)))
    }

    /// Ties the landmark with the times of the rows.
    fn tie_with(&mut self, landmark: f64) {
        if let (Exit::Whole(_), None, true) = (&self.exit, &self.entry, libm::trunc(landmark) >= landmark) {
            return;
        }
        let kept: Vec<usize> = (0..self.keep.len()).filter(|row| self.keep[*row]).collect();
        let entries = self.entry.iter().flat_map(|entry| kept.iter().map(|row| entry[*row]));
        let mut times: Vec<f64> = kept.iter().map(|row| self.exit.at(*row)).chain(entries).collect();
        times.push(landmark);
        self.ties = tie_times(&mut times);
    }

    /// How many subjects had rows before and have none now.
    fn subjects_lost(&self, before: &[bool]) -> u64 {
        let count = |row: usize| self.weight.as_ref().map_or(1, |weight| weight[row]);
        let rows = (0..before.len()).filter(|row| before[*row]);
        let Some(subject) = self.roles.subject else {
            return rows.filter(|row| !self.keep[*row]).fold(0, |sum, row| sum.saturating_add(count(row)));
        };
        let mut stays: BTreeMap<u32, (bool, u64)> = BTreeMap::new();
        for row in rows {
            let kept = stays.entry(subject.codes[row]).or_insert((false, count(row)));
            kept.0 |= self.keep[row];
        }
        stays.values().filter(|(kept, _)| !kept).fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}
