//! What is known of a subject's time at risk.

/// A time at risk `(entry, exit]` and how it ended, for `count` like subjects.
///
/// At risk at `t` means `entry < t <= exit`: whoever enters at `t` is not at risk at `t`, whoever is
/// censored at `t` is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Start, exclusive; none is at risk from the beginning, time 0 included.
    pub entry: Option<f64>,
    /// End, inclusive.
    pub exit: f64,
    /// 0 censored, else `1..=causes`.
    pub cause: u32,
    /// Frequency: how many subjects have this interval. 0 leaves no trace.
    pub count: u64,
    /// The subject continues later in the same stratum: the end is neither event nor censoring.
    pub inner: bool,
}

impl Interval {
    /// One subject at risk from the beginning.
    pub fn from_start(exit: f64, cause: u32) -> Self {
        Self { entry: None, exit, cause, count: 1, inner: false }
    }

    /// One subject that enters late.
    pub fn delayed(entry: f64, exit: f64, cause: u32) -> Self {
        Self { entry: Some(entry), ..Self::from_start(exit, cause) }
    }
}
