//! Disclosure control: the rows that may leave the house, and the proof that they may.
//!
//! [`release`] takes all rows of a study and gives those of a release: small counts are hidden, and with them
//! every count and every estimate from which they could be worked out. [`audit`] is its opponent. It is given the
//! released rows alone, knows nothing of how they were made, and works out what a reader could.
//! docs/disclosure.md has the rules.

pub mod audit;
mod cells;
mod chain;
mod derived;
mod relations;
mod rounding;
mod suppress;

use std::collections::BTreeSet;

use super::ard::{Reason, Row};
use super::survival::Times;
use crate::study::{Horizon, Study};
use cells::Cells;
use derived::{Fate, View};

/// What is small, and how coarse times become.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// Counts from 1 to this are hidden.
    pub threshold: u64,
    /// A curve ends where fewer are at risk.
    pub min_at_risk: u64,
    /// Days between the points of a curve; none: so that there are at most 24.
    pub time_grid: Option<f64>,
}

impl Default for Policy {
    fn default() -> Self {
        Self { threshold: 10, min_at_risk: 11, time_grid: None }
    }
}

/// Lengths of a step of the grid that people read, in days.
const STEPS: [f64; 8] = [1.0, 7.0, 14.0, 30.0, 91.0, 182.0, 365.0, 730.0];
/// Most points of a curve.
const MOST_POINTS: f64 = 24.0;

impl Policy {
    /// What a study says; none where its report is internal.
    pub fn of(study: &Study) -> Option<Self> {
        let spec = &study.file.disclosure;
        let days = |grid: &crate::study::file::Placed| Horizon::parse(grid.get_ref()).map(|grid| grid.days);
        study.is_release().then(|| Self {
            threshold: spec.threshold,
            min_at_risk: spec.min_at_risk,
            time_grid: spec.time_grid.as_ref().and_then(days),
        })
    }

    /// The times of a curve up to the horizon, after 0.
    pub fn grid(&self, horizon: f64) -> Vec<f64> {
        let fitting = STEPS.into_iter().find(|step| horizon / step <= MOST_POINTS);
        let step = self.time_grid.or(fitting).unwrap_or(3650.0);
        // A day apart to a hundred years, if need be.
        (1..=36_525_u32).map(|count| f64::from(count) * step).take_while(|time| *time <= horizon).collect()
    }

    /// The times at which a curve is told: those of the grid in place of every event.
    pub fn coarse(&self, times: Times) -> Times {
        match times {
            Times::Curve(horizon) => Times::at(self.grid(horizon)),
            other => other,
        }
    }

    /// Whether a count may be shown where nothing else is.
    fn allows(&self, count: u64) -> bool {
        count == 0 || count > self.threshold
    }
}

/// What is left out of a release as a whole: an endpoint's comparison, or the endpoint with all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withdrawn {
    /// The endpoint, as the rows' `analysis_id` begins; empty: the table of baseline characteristics.
    pub subject: String,
    /// The comparison; none: all.
    pub comparison: Option<String>,
}

/// Why there is no release.
#[derive(Debug, thiserror::Error)]
pub enum DisclosureError {
    /// An analysis that has no rule.
    #[error(
        "{analysis_id}: disclosure control has no rule for the statistic {stat} of {analysis}, so it is not released"
    )]
    Unknown {
        /// Of which analysis of the study.
        analysis_id: String,
        /// The kind of analysis.
        analysis: String,
        /// The statistic.
        stat: String,
    },
    /// So few patients have come since an earlier release that everything told of them would single them out.
    #[error(
        "the number of treated patients differs by 1 to {threshold} from that of an earlier release, so that every \
         difference would be about few patients; the release of before stays until more have come"
    )]
    TooSoon {
        /// How many are few.
        threshold: u64,
    },
    /// Counts of patients that are none.
    #[error("{analysis_id}: {stat} is no count")]
    NoCount {
        /// Of which analysis of the study.
        analysis_id: String,
        /// The statistic.
        stat: String,
    },
}

/// The rows of a release.
///
/// # Definition
/// Counts of 1 to `threshold` are hidden. So is a count that differs from another one of the same curve, from the
/// total of its table or from the last release by 1 to `threshold`, and as many more as it takes that the hidden
/// parts of a sum leave each of them open from 1 to `threshold`. An estimate stands only where the counts that it
/// is made of do; what remains is rounded.
///
/// # Input
/// All rows of a study whose curves are told on the grid of the policy; the rows of earlier releases; what to
/// leave out besides.
///
/// # Returns
/// The rows in their order. A hidden one has the reason `suppressed`; standard errors, single events and
/// censorings, and what is made of them, are gone.
///
/// # Errors
/// [`DisclosureError`] naming an analysis that has no rule.
pub fn release(
    rows: &[Row],
    policy: &Policy,
    earlier: &[Vec<Row>],
    withdrawn: &BTreeSet<Withdrawn>,
) -> Result<Vec<Row>, DisclosureError> {
    let mut cells = Cells::of(rows)?;
    cells.withdraw(withdrawn);
    for before in earlier {
        if cells.hide_small_changes(&Cells::of(before)?, policy) {
            return Err(DisclosureError::TooSoon { threshold: policy.threshold });
        }
    }
    suppress::suppress(&mut cells, policy);
    let view = View::new(rows, &cells, policy);
    let mut released = Vec::new();
    for row in rows {
        match view.fate(row)? {
            Fate::Left => {}
            Fate::Hidden => {
                released.push(Row { value: None, reason: Some(Reason::Suppressed), ..row.clone() });
            }
            Fate::Shown(value) => released.push(Row { value, ..row.clone() }),
        }
    }
    Ok(released)
}
