//! Landmark analyses: of those who are event-free and under observation after a time.

use std::sync::Arc;

use super::ard::Row;
use super::plain::Outcome;
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::Group;

/// From when on is analysed. The clock stays: times count from the same origin.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Landmark {
    /// The time; none is from the beginning.
    pub time: Option<f64>,
}

/// How many rows were left out, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Excluded {
    /// For a missing value.
    pub missing: usize,
    /// Subjects with an event or censoring up to the landmark, where there is one.
    pub before_landmark: Option<u64>,
}

impl From<usize> for Excluded {
    fn from(missing: usize) -> Self {
        Self { missing, before_landmark: None }
    }
}

impl Landmark {
    /// The same rows, their method naming the landmark.
    #[must_use]
    pub fn named(self, outcome: Outcome) -> Outcome {
        Outcome { rows: self.name_rows(outcome.rows), drawn: self.name_rows(outcome.drawn), ..outcome }
    }

    /// The same rows, their method naming the landmark.
    #[must_use]
    pub fn name_rows(self, mut rows: Vec<Row>) -> Vec<Row> {
        let Some(time) = self.time else { return rows };
        let mut last: Option<(Arc<str>, Arc<str>)> = None;
        for row in &mut rows {
            let known = last.take().filter(|(plain, _)| *plain == row.method);
            let (plain, named) = known
                .unwrap_or_else(|| (Arc::clone(&row.method), Arc::from(with_landmark(&row.method, time))));
            row.method = Arc::clone(&named);
            last = Some((plain, named));
        }
        rows
    }

    /// A sentence on who was left out.
    pub fn warning(self, excluded: Excluded) -> Option<String> {
        let (time, count) = (self.time?, excluded.before_landmark.filter(|count| *count > 0)?);
        Some(format!("{count} subjects with an event or censoring up to the landmark {time} were left out"))
    }
}

/// A method text with the landmark before the profile.
fn with_landmark(method: &str, time: f64) -> String {
    match method.rsplit_once("; profile ") {
        Some((what, profile)) => format!("{what}; landmark {time}; profile {profile}"),
        None => format!("{method}; landmark {time}"),
    }
}

impl Excluded {
    /// The rows that tell it.
    pub fn rows(self, frame: &Frame, analysis: &str, method: &str) -> Vec<Row> {
        let mut set = RowSet::new(frame, analysis, method);
        let place = Place::of(&Arc::new(Group::everybody()));
        set.count(&place, &stat::N_EXCLUDED, self.missing as u64);
        if let Some(count) = self.before_landmark {
            set.count(&place, &stat::N_EXCLUDED_LANDMARK, count);
        }
        set.into_rows()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_names_the_landmark_once() {
        assert_eq!(
            with_landmark("Kaplan-Meier; level 0.95; profile engraft", 100.0),
            "Kaplan-Meier; level 0.95; landmark 100; profile engraft"
        );
        assert_eq!(with_landmark("log-rank", 0.5), "log-rank; landmark 0.5");
    }
}
