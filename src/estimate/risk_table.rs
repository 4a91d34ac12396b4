//! The one kernel: who is at risk, and what happens, at each distinct time of a stratum.

use super::{EstimateError, Interval};

/// What happens at one distinct time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RiskRow<'a> {
    /// The time.
    pub time: f64,
    /// At risk: `entry < time <= exit`.
    pub at_risk: u64,
    /// Events by cause; cause `c` is at `c - 1`.
    pub events: &'a [u64],
    /// Censored here; events come first.
    pub censored: u64,
    /// At risk from just after here.
    pub entered: u64,
    /// Inner intervals that end here, neither event nor censoring.
    pub left: u64,
}

impl RiskRow<'_> {
    /// Events of any cause.
    pub fn any_event(&self) -> u64 {
        self.events.iter().sum()
    }

    /// Whether an interval ends here: with an event, censored, or to go on later.
    pub fn is_step(&self) -> bool {
        self.censored > 0 || self.left > 0 || self.any_event() > 0
    }
}

/// Counts at each distinct time of one stratum, from which everything nonparametric is estimated.
///
/// # Definition
/// At time `t`: at risk are those with `entry < t <= exit` (entry absent: also at 0), events by cause,
/// censored, entered, and inner intervals that end. Between two rows nothing changes.
///
/// # Edge cases
/// Nobody: a table without rows. A cause that no one had: its events are 0 everywhere.
/// Intervals with count 0 leave no row.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, RiskTable};
/// let intervals = [Interval::from_start(5.0, 1), Interval::from_start(5.0, 0), Interval::delayed(5.0, 8.0, 0)];
/// let table = RiskTable::new(&intervals, 1, 3)?;
/// let first = table.row(0).unwrap();
/// assert_eq!((first.at_risk, first.events, first.censored, first.entered), (2, &[1][..], 1, 1));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RiskTable {
    /// Subjects (not intervals) in the stratum.
    pub subjects: u64,
    /// Causes of the study, also those that no one here had.
    pub causes: usize,
    /// Whether anybody enters after time 0 without having left then.
    pub delayed_entry: bool,
    times: Vec<f64>,
    at_risk: Vec<u64>,
    events: Vec<u64>,
    censored: Vec<u64>,
    entered: Vec<u64>,
    left: Vec<u64>,
}

impl RiskTable {
    /// Counts the intervals of a stratum; `subjects` is the number of its subjects.
    ///
    /// Whole days are counted straight into place; other times are sorted first. Both give the same.
    ///
    /// # Errors
    /// [`EstimateError`] for a time that is not finite or negative, an entry not before its exit, a cause
    /// above `causes`, an inner interval with an event, and counts whose sum does not fit.
    pub fn new(intervals: &[Interval], causes: usize, subjects: u64) -> Result<Self, EstimateError> {
        check(intervals, causes)?;
        let axis = Axis::of(intervals);
        let mut table = Self::empty(&axis, causes, subjects);
        let mut from_start = 0;
        for interval in intervals.iter().filter(|interval| interval.count > 0) {
            match interval.entry {
                None => from_start += interval.count,
                Some(entry) => table.entered[axis.position(entry)] += interval.count,
            }
            let exit = axis.position(interval.exit);
            match interval.cause {
                0 if interval.inner => table.left[exit] += interval.count,
                0 => table.censored[exit] += interval.count,
                cause => table.events[exit * causes + cause as usize - 1] += interval.count,
            }
        }
        table.compact();
        table.fill_at_risk(from_start);
        Ok(table)
    }

    fn empty(axis: &Axis, causes: usize, subjects: u64) -> Self {
        let times = match axis {
            Axis::Days(days) => (0..*days).map(f64::from).collect(),
            Axis::Times(times) => times.clone(),
        };
        let rows = times.len();
        Self {
            subjects,
            causes,
            delayed_entry: false,
            times,
            at_risk: Vec::new(),
            events: vec![0; rows * causes],
            censored: vec![0; rows],
            entered: vec![0; rows],
            left: vec![0; rows],
        }
    }

    /// Drops the rows at which nothing happens.
    fn compact(&mut self) {
        let causes = self.causes;
        let mut kept = 0;
        for row in 0..self.times.len() {
            let events = row * causes..(row + 1) * causes;
            let others = self.censored[row] + self.entered[row] + self.left[row];
            if others == 0 && self.events[events.clone()].iter().all(|count| *count == 0) {
                continue;
            }
            self.times[kept] = self.times[row];
            self.censored[kept] = self.censored[row];
            self.entered[kept] = self.entered[row];
            self.left[kept] = self.left[row];
            self.events.copy_within(events, kept * causes);
            kept += 1;
        }
        self.times.truncate(kept);
        self.censored.truncate(kept);
        self.entered.truncate(kept);
        self.left.truncate(kept);
        self.events.truncate(kept * causes);
    }

    fn fill_at_risk(&mut self, from_start: u64) {
        let mut at_risk = from_start;
        self.at_risk.reserve(self.times.len());
        for row in 0..self.times.len() {
            self.at_risk.push(at_risk);
            let events = &self.events[row * self.causes..(row + 1) * self.causes];
            let exits = self.censored[row] + self.left[row] + events.iter().sum::<u64>();
            at_risk = at_risk + self.entered[row] - exits;
            self.delayed_entry |= self.times[row] > 0.0 && self.entered[row] > self.left[row];
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Whether nobody was ever at risk.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// One row.
    pub fn row(&self, index: usize) -> Option<RiskRow<'_>> {
        Some(RiskRow {
            time: *self.times.get(index)?,
            at_risk: self.at_risk[index],
            events: &self.events[index * self.causes..(index + 1) * self.causes],
            censored: self.censored[index],
            entered: self.entered[index],
            left: self.left[index],
        })
    }

    /// All rows, by time.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = RiskRow<'_>> + '_ {
        (0..self.len()).filter_map(|index| self.row(index))
    }

    /// How many are at risk just before `time`, which may lie between two rows.
    pub fn at_risk_just_before(&self, time: f64) -> u64 {
        let next = self.times.partition_point(|row| *row < time);
        self.at_risk.get(next).copied().unwrap_or(0)
    }

    /// How many have an event of `cause` from 0 up to and including `time`.
    pub fn events_to(&self, cause: u32, time: f64) -> u64 {
        self.rows_to(time).map(|row| row.events.get(index_of(cause)).copied().unwrap_or(0)).sum()
    }

    /// How many have an event of any cause from 0 up to and including `time`.
    pub fn any_events_to(&self, time: f64) -> u64 {
        self.rows_to(time).map(|row| row.any_event()).sum()
    }

    /// How many are censored from 0 up to and including `time`.
    pub fn censored_to(&self, time: f64) -> u64 {
        self.rows_to(time).map(|row| row.censored).sum()
    }

    fn rows_to(&self, time: f64) -> impl Iterator<Item = RiskRow<'_>> + '_ {
        let end = self.times.partition_point(|row| *row <= time);
        (0..end).filter_map(|index| self.row(index))
    }

    /// All events of any cause.
    pub fn total_events(&self) -> u64 {
        self.events.iter().sum()
    }

    /// All events of one cause.
    pub fn total_events_of(&self, cause: u32) -> u64 {
        self.events_to(cause, f64::INFINITY)
    }

    /// The last time at which anybody has an event or is censored; none for nobody.
    pub fn last_time(&self) -> Option<f64> {
        self.rows().rev().find(RiskRow::is_step).map(|row| row.time)
    }

    /// Whether the last observation is an event: nobody is censored at the last time.
    pub fn last_is_event(&self) -> bool {
        self.rows().rev().find(RiskRow::is_step).is_some_and(|row| row.censored == 0)
    }
}

/// Where cause `cause` stands among the events of a row; out of range for 0.
pub(crate) fn index_of(cause: u32) -> usize {
    (cause as usize).wrapping_sub(1)
}

/// The times at which counts are kept.
enum Axis {
    /// The whole days below this number.
    Days(u32),
    /// These times.
    Times(Vec<f64>),
}

impl Axis {
    /// Days when all times are whole and there are not far more days than intervals.
    fn of(intervals: &[Interval]) -> Self {
        let used = || intervals.iter().filter(|interval| interval.count > 0);
        let all = || used().flat_map(|interval| interval.entry.into_iter().chain([interval.exit]));
        let limit = 1024 + 16 * intervals.len().min(1 << 22);
        let last = all().fold(0.0, f64::max);
        if last < limit as f64 && all().all(|time| libm::trunc(time).total_cmp(&time).is_eq()) {
            let days = if used().next().is_none() { 0 } else { whole(last) + 1 };
            return Self::Days(days);
        }
        let mut times: Vec<f64> = all().map(|time| time + 0.0).collect();
        times.sort_unstable_by(f64::total_cmp);
        times.dedup();
        Self::Times(times)
    }

    fn position(&self, time: f64) -> usize {
        match self {
            Self::Days(_) => whole(time) as usize,
            Self::Times(times) => times.partition_point(|other| *other < time),
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, 0 or more, below 2^27")]
fn whole(time: f64) -> u32 {
    time as u32
}

fn check(intervals: &[Interval], causes: usize) -> Result<(), EstimateError> {
    let mut total: u64 = 0;
    for (index, interval) in intervals.iter().enumerate() {
        let exit = interval.exit;
        for time in interval.entry.into_iter().chain([exit]) {
            if !time.is_finite() {
                return Err(EstimateError::NotFinite { index });
            }
            if time < 0.0 {
                return Err(EstimateError::NegativeTime { index, time });
            }
        }
        if let Some(entry) = interval.entry.filter(|entry| *entry >= exit) {
            return Err(EstimateError::EmptyInterval { index, entry, exit });
        }
        if interval.cause as usize > causes {
            return Err(EstimateError::UnknownCause { index, cause: interval.cause, causes });
        }
        if interval.inner && interval.cause != 0 {
            return Err(EstimateError::InnerEvent { index });
        }
        total = total.checked_add(interval.count).ok_or(EstimateError::Overflow)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(table: &RiskTable) -> Vec<(f64, u64, Vec<u64>, u64, u64, u64)> {
        let flat =
            |row: RiskRow| (row.time, row.at_risk, row.events.to_vec(), row.censored, row.entered, row.left);
        table.rows().map(flat).collect()
    }

    #[test]
    fn by_hand() {
        let intervals = [
            Interval::from_start(0.0, 1),   // an event at time 0 counts
            Interval::from_start(4.0, 0),   // censored at 4 is at risk at 4
            Interval::from_start(4.0, 2),   //
            Interval::delayed(4.0, 6.0, 0), // enters at 4: not at risk at 4
            Interval { inner: true, ..Interval::from_start(2.0, 0) },
            Interval::delayed(2.0, 6.0, 1), // the same subject goes on
            Interval { count: 0, ..Interval::from_start(5.0, 1) }, // leaves no trace
        ];
        let table = RiskTable::new(&intervals, 2, 5).unwrap();
        let expected = vec![
            (0.0, 4, vec![1, 0], 0, 0, 0),
            (2.0, 3, vec![0, 0], 0, 1, 1),
            (4.0, 3, vec![0, 1], 1, 1, 0),
            (6.0, 2, vec![1, 0], 1, 0, 0),
        ];
        assert_eq!(counts(&table), expected);
        // R: survfit(Surv(c(0, 1.5, 0), c(1.5, 3, 2), c(0, 1, 1)) ~ 1)$time has 1.5 as well.
        assert_eq!(table.rows().map(|row| row.is_step()).collect::<Vec<_>>(), [true; 4]);
        assert!(table.delayed_entry);
        assert_eq!(
            [0.0, 0.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0].map(|t| table.at_risk_just_before(t)),
            [4, 3, 3, 3, 3, 2, 2, 0]
        );
        assert_eq!((table.events_to(1, 5.9), table.events_to(1, 6.0), table.events_to(3, 9.0)), (1, 2, 0));
        assert_eq!((table.any_events_to(4.0), table.censored_to(4.0), table.total_events()), (2, 1, 3));
        assert_eq!((table.last_time(), table.last_is_event()), (Some(6.0), false));
    }

    #[test]
    fn counting_days_and_sorting_times_agree() {
        let days = [(3.0, 1), (1.0, 0), (3.0, 0), (7.0, 1)].map(|(t, c)| Interval::from_start(t, c));
        let halves = days.map(|interval| Interval { exit: interval.exit / 2.0, ..interval });
        let doubled: Vec<_> = counts(&RiskTable::new(&halves, 1, 4).unwrap())
            .into_iter()
            .map(|(t, a, e, c, n, l)| (t * 2.0, a, e, c, n, l))
            .collect();
        assert_eq!(counts(&RiskTable::new(&days, 1, 4).unwrap()), doubled);
    }

    #[test]
    fn far_days_and_nobody() {
        let far = RiskTable::new(&[Interval::from_start(1e15, 1)], 1, 1).unwrap();
        assert_eq!((far.len(), far.last_is_event()), (1, true));
        // Counted or sorted, -0 is 0.
        for last in [1.0, 1.5] {
            let zero = RiskTable::new(&[-0.0, last].map(|t| Interval::from_start(t, 1)), 1, 2).unwrap();
            assert!(zero.rows().next().unwrap().time.is_sign_positive());
        }
        let nobody = RiskTable::new(&[], 1, 0).unwrap();
        assert!(nobody.is_empty() && nobody.last_time().is_none() && !nobody.last_is_event());
    }

    #[test]
    fn refuses_what_cannot_be_counted() {
        let refused = |interval| RiskTable::new(&[Interval::from_start(1.0, 0), interval], 1, 2).unwrap_err();
        assert_eq!(
            refused(Interval::from_start(-1.0, 0)),
            EstimateError::NegativeTime { index: 1, time: -1.0 }
        );
        assert_eq!(refused(Interval::from_start(f64::NAN, 0)), EstimateError::NotFinite { index: 1 });
        assert!(matches!(refused(Interval::delayed(2.0, 2.0, 0)), EstimateError::EmptyInterval { .. }));
        assert!(matches!(refused(Interval::from_start(1.0, 2)), EstimateError::UnknownCause { .. }));
        let inner = Interval { inner: true, ..Interval::from_start(1.0, 1) };
        assert_eq!(refused(inner), EstimateError::InnerEvent { index: 1 });
        let many = Interval { count: u64::MAX, ..Interval::from_start(1.0, 1) };
        assert_eq!(refused(many), EstimateError::Overflow);
    }
}
