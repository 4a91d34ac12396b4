//! What stops an estimate before it begins.

/// Data that no estimator can use, or estimators asked for what they cannot give.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum EstimateError {
    /// A time that is not a finite number.
    #[error("interval {index}: the time is not a finite number")]
    NotFinite {
        /// Position of the interval, from 0.
        index: usize,
    },
    /// A time below 0.
    #[error("interval {index}: negative time {time}")]
    NegativeTime {
        /// Position of the interval, from 0.
        index: usize,
        /// The time.
        time: f64,
    },
    /// Entry at or after exit.
    #[error("interval {index}: entry {entry} is not before exit {exit}")]
    EmptyInterval {
        /// Position of the interval, from 0.
        index: usize,
        /// Its entry.
        entry: f64,
        /// Its exit.
        exit: f64,
    },
    /// Entry and exit differ by rounding only.
    #[error("interval {index}: entry {entry} and exit {exit} are the same time but for rounding")]
    CollapsedInterval {
        /// Position of the interval, from 0.
        index: usize,
        /// Its entry.
        entry: f64,
        /// Its exit.
        exit: f64,
    },
    /// A cause that the study does not have.
    #[error("interval {index}: cause {cause}, but there are only {causes}")]
    UnknownCause {
        /// Position of the interval, from 0.
        index: usize,
        /// The cause.
        cause: u32,
        /// How many causes there are.
        causes: usize,
    },
    /// An inner interval of a subject that ends with an event.
    #[error("interval {index}: an inner interval cannot end with an event")]
    InnerEvent {
        /// Position of the interval, from 0.
        index: usize,
    },
    /// The sum of the counts does not fit into 64 bits.
    #[error("the sum of the counts is too large")]
    Overflow,
    /// A cause asked for that a table does not have.
    #[error("cause {cause} asked for, but there are only {causes}")]
    NoSuchCause {
        /// The cause.
        cause: u32,
        /// How many causes there are.
        causes: usize,
    },
    /// Strata with different numbers of groups, or tables with different numbers of causes.
    #[error("strata differ in their groups, or tables in their causes")]
    Mismatch,
    /// Gray's test has no definition under delayed entry.
    #[error("Gray's test is not defined for delayed entry; use a cause-specific log-rank test")]
    DelayedEntry,
    /// More successes than trials.
    #[error("{successes} successes in {trials} trials")]
    TooManySuccesses {
        /// Successes.
        successes: u64,
        /// Trials.
        trials: u64,
    },
}
