//! What makes a design impossible.

/// Assumptions that no design fits.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum DesignError {
    /// A probability that is not between 0 and 1.
    #[error("{name} is {value}; it has to lie between 0 and 1")]
    NotProbability {
        /// What it is.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// A number that has to be above 0.
    #[error("{name} is {value}; it has to be above 0")]
    NotPositive {
        /// What it is.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// A number that has to be 0 or more.
    #[error("{name} is {value}; it has to be 0 or more")]
    Negative {
        /// What it is.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// Null and alternative are the same.
    #[error("the alternative is the null hypothesis: there is no difference to detect")]
    NoDifference,
    /// A power that a test has without any data.
    #[error("a power of {power} is not above the level of the test")]
    PowerBelowLevel {
        /// The power.
        power: f64,
    },
    /// Nobody is followed at all.
    #[error("nobody is followed: the time of accrual or of follow-up has to be above 0")]
    NobodyFollowed,
    /// Numbers of subjects asked of a design that knows events only.
    #[error("the number of subjects needs the chance of an event: its course was not given")]
    NoCourse,
    /// Incidences of causes that together reach 1.
    #[error("the cumulative incidences of all causes add up to {sum}; below 1 is possible")]
    IncidencesExceedOne {
        /// Their sum.
        sum: f64,
    },
    /// Stretches of accrual that do not follow one another.
    #[error("the stretches of accrual have to end later and later; one ends at {end}")]
    AccrualOrder {
        /// Its end.
        end: f64,
    },
}

pub(super) fn probability(name: &'static str, value: f64) -> Result<f64, DesignError> {
    if value > 0.0 && value < 1.0 { Ok(value) } else { Err(DesignError::NotProbability { name, value }) }
}

pub(super) fn positive(name: &'static str, value: f64) -> Result<f64, DesignError> {
    if value > 0.0 && value.is_finite() { Ok(value) } else { Err(DesignError::NotPositive { name, value }) }
}

pub(super) fn not_negative(name: &'static str, value: f64) -> Result<f64, DesignError> {
    if value >= 0.0 && value.is_finite() { Ok(value) } else { Err(DesignError::Negative { name, value }) }
}

/// A ratio of hazards that is not 1.
pub(super) fn ratio(name: &'static str, value: f64) -> Result<f64, DesignError> {
    positive(name, value)?;
    if value == 1.0 { Err(DesignError::NoDifference) } else { Ok(value) }
}
