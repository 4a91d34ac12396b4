//! The rows of the analysis-results data set: every number that is shown anywhere is one of them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::Group;

/// Why a row has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The curve never came down (or up) to the level that was asked for.
    NotReached,
    /// Nothing has happened yet, so there is no interval.
    NoEvents,
    /// Not defined here (a limit after the last death, a test of one group, ...).
    NotEstimable,
    /// Asked for at a time when nobody is followed any more.
    BeyondFollowup,
    /// The variance matrix is singular.
    Singular,
    /// The iteration did not converge.
    NotConverged,
    /// The likelihood rises for ever along the coefficient.
    MonotoneLikelihood,
    /// Hidden by disclosure control.
    Suppressed,
    /// The endpoint does not exist for anybody in the group.
    NotApplicable,
}

impl Reason {
    /// As it stands in the ARD.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotReached => "not_reached",
            Self::NoEvents => "no_events",
            Self::NotEstimable => "not_estimable",
            Self::BeyondFollowup => "beyond_followup",
            Self::Singular => "singular",
            Self::NotConverged => "not_converged",
            Self::MonotoneLikelihood => "monotone_likelihood",
            Self::Suppressed => "suppressed",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// One row of the ARD. All fields but `value` and `reason` together are unique.
///
/// Texts are shared, since one curve is thousands of rows that differ in little.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which analysis of the study, or of the command.
    pub analysis_id: Arc<str>,
    /// `km`, `cif`, `logrank`, `gray`, `proportion`, ...
    pub analysis: Arc<str>,
    /// Named population, such as `treated`.
    pub population: Option<Arc<str>>,
    /// The by-columns, in order, comma-separated.
    pub comparison: Option<Arc<str>>,
    /// The study's endpoint; none for estimates on a plain file.
    pub endpoint: Option<Arc<str>>,
    /// Grouping variable -> level; empty is everybody.
    pub group: Arc<Group>,
    /// Cause of the event, as named by the user.
    pub cause: Option<Arc<str>>,
    /// Model term or contrast.
    pub term: Option<Arc<str>>,
    /// Time, or tau, in `time_unit`.
    pub time: Option<f64>,
    /// `d` in the pipeline.
    pub time_unit: Option<Arc<str>>,
    /// Name of the statistic.
    pub stat: Arc<str>,
    /// Unrounded; 0 to 1 for probabilities.
    pub value: Option<f64>,
    /// Why there is no value.
    pub reason: Option<Reason>,
    /// Canonical text of the method, from which footnotes are written.
    pub method: Arc<str>,
}

impl Row {
    /// Whether its number is kept back from a release.
    pub fn is_suppressed(&self) -> bool {
        self.reason == Some(Reason::Suppressed)
    }
}
