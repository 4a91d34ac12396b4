//! How often an outcome was had in a group, and what a contrast of two groups is.

use crate::estimate::{Absent, EstimateError, Quantity};

/// Patients of a group, and those of them with the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// With the outcome.
    pub x: u64,
    /// All.
    pub n: u64,
}

impl Counts {
    /// The share; of at least one patient.
    pub(in crate::estimate) fn share(self) -> f64 {
        self.x as f64 / self.n as f64
    }

    /// Those without the outcome.
    pub(in crate::estimate) fn without(self) -> u64 {
        self.n.saturating_sub(self.x)
    }

    /// All groups together.
    ///
    /// # Errors
    /// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients;
    /// [`EstimateError::Overflow`] if a sum does not fit.
    pub fn sum(groups: &[Self]) -> Result<Self, EstimateError> {
        let mut sum = Self::default();
        for group in groups {
            if group.x > group.n {
                return Err(EstimateError::TooManySuccesses { successes: group.x, trials: group.n });
            }
            sum.x += group.x;
            sum.n = sum.n.checked_add(group.n).ok_or(EstimateError::Overflow)?;
        }
        Ok(sum)
    }
}

/// A difference or ratio of two groups with its confidence limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// The difference or ratio.
    pub estimate: Quantity,
    /// Lower confidence limit.
    pub low: Quantity,
    /// Upper confidence limit.
    pub high: Quantity,
}

impl Contrast {
    /// Nothing is known.
    pub(super) fn absent(reason: Absent) -> Self {
        Self { estimate: Err(reason), low: Err(reason), high: Err(reason) }
    }

    /// An estimate without an interval.
    pub(super) fn without_limits(estimate: f64) -> Self {
        let none = Err(Absent::NotEstimable);
        Self { estimate: Ok(estimate), low: none, high: none }
    }

    /// An estimate with limits that are symmetric in its logarithm.
    pub(super) fn on_log_scale(log: f64, half: f64) -> Self {
        let limit = |log: f64| Some(libm::exp(log)).filter(|x| x.is_finite()).ok_or(Absent::NotEstimable);
        Self { estimate: limit(log), low: limit(log - half), high: limit(log + half) }
    }
}
