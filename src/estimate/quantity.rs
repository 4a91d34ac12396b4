//! Numbers that may be absent, with the reason.

use std::fmt;

/// Why a value is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absent {
    /// The curve never came down (or up) to the level that was asked for.
    NotReached,
    /// Nothing has happened yet, so there is no interval.
    NoEvents,
    /// Not defined here: a limit after the last death, a test of one group, a share of nobody.
    NotEstimable,
    /// Asked for at a time when nobody is followed any more.
    BeyondFollowup,
    /// The variance matrix has rank 0.
    Singular,
    /// The iteration did not converge.
    NotConverged,
}

impl Absent {
    /// The `reason` of the analysis-results data set.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotReached => "not_reached",
            Self::NoEvents => "no_events",
            Self::NotEstimable => "not_estimable",
            Self::BeyondFollowup => "beyond_followup",
            Self::Singular => "singular",
            Self::NotConverged => "not_converged",
        }
    }
}

impl fmt::Display for Absent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A number, or why there is none.
pub type Quantity = Result<f64, Absent>;
