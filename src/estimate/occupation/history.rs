//! Stays of subjects in states, checked and in order.

use crate::estimate::EstimateError;

/// A stay `(entry, exit]` of a subject in a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stay {
    /// The subject; the stays of one subject bear the same number.
    pub subject: u32,
    /// Start, exclusive; none is there from the beginning, time 0 included.
    pub entry: Option<f64>,
    /// End, inclusive.
    pub exit: f64,
    /// The state, from 0.
    pub from: usize,
    /// The state entered at the end; none: no longer observed, or the stay goes on in the next interval.
    pub to: Option<usize>,
    /// How many subjects have this history. 0 leaves no trace.
    pub count: u64,
}

impl Stay {
    /// A stay of one subject.
    pub fn new(subject: u32, (entry, exit): (f64, f64), from: usize, to: Option<usize>) -> Self {
        Self { subject, entry: Some(entry), exit, from, to, count: 1 }
    }

    fn start(&self) -> f64 {
        self.entry.unwrap_or(f64::NEG_INFINITY)
    }
}

/// Why histories were refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum HistoryError {
    /// A time that no estimator can use.
    #[error(transparent)]
    Time(#[from] EstimateError),
    /// A state that there is not.
    #[error("stay {index}: there is no state {state}")]
    UnknownState {
        /// Position of the stay, from 0.
        index: usize,
        /// The state.
        state: usize,
    },
    /// A transition into the state that is left.
    #[error("stay {index}: a transition into the same state")]
    SameState {
        /// Position of the stay, from 0.
        index: usize,
    },
    /// Two stays of a subject at one time.
    #[error("stay {index}: the subject is in two states at once")]
    Overlap {
        /// Position of the later stay, from 0.
        index: usize,
    },
    /// A stay in another state than the one that was entered just then.
    #[error("stay {index}: the stay before ended at the same time in another state")]
    Jump {
        /// Position of the later stay, from 0.
        index: usize,
    },
    /// The stays of a subject count differently.
    #[error("stay {index}: the weight of the subject changes")]
    ChangingCount {
        /// Position of the later stay, from 0.
        index: usize,
    },
}

/// The stays of a group of subjects, and how many are under observation when.
#[derive(Debug, Clone)]
pub struct History {
    stays: Vec<Stay>,
    states: usize,
    presence: Vec<Presence>,
    origin: Option<f64>,
}

/// Who comes under observation in a state, and who leaves: times with running totals.
#[derive(Debug, Clone, Default)]
struct Presence {
    entered: Vec<(f64, u64)>,
    left: Vec<(f64, u64)>,
}

impl History {
    /// Checks the stays of a group and puts them in order.
    ///
    /// # Errors
    /// [`HistoryError`] naming the first stay that is refused. Gaps between stays are allowed; without a gap
    /// the next stay must be in the state that was entered, or, after a stay that ended in none, in the same.
    pub fn new(stays: &[Stay], states: usize) -> Result<Self, HistoryError> {
        for (index, stay) in stays.iter().enumerate() {
            check(index, stay, states)?;
        }
        let mut order: Vec<usize> = (0..stays.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&stays[*a], &stays[*b]);
            a.subject.cmp(&b.subject).then(a.start().total_cmp(&b.start()))
        });
        for pair in order.windows(2) {
            check_pair(&stays[pair[0]], &stays[pair[1]], pair[1])?;
        }
        let kept: Vec<Stay> = order.iter().map(|index| stays[*index]).filter(|stay| stay.count > 0).collect();
        if kept.iter().try_fold(0u64, |sum, stay| sum.checked_add(stay.count)).is_none() {
            return Err(EstimateError::Overflow.into());
        }
        Ok(Self::of_ordered(kept, states))
    }

    fn of_ordered(stays: Vec<Stay>, states: usize) -> Self {
        let presence = (0..states).map(|state| Presence::of(&stays, state)).collect();
        let begin = |stay: &Stay| stay.entry.unwrap_or(0.0);
        let origin = stays.iter().map(begin).min_by(f64::total_cmp);
        Self { stays, states, presence, origin }
    }

    /// The histories from a landmark on, of those who are in a state then where one is named.
    ///
    /// # Definition
    /// Stays that end at the landmark or before are left out, and one that began before begins at it; the clock stays.
    /// With a state, only subjects that are under observation in it just after the landmark. State occupation of what
    /// is left, with its `p(0)` at the landmark, is the landmark Aalen-Johansen estimator; of those in one state it is
    /// that of the transition probabilities from there, without the Markov assumption.
    ///
    /// # Edge cases
    /// Who comes under observation later does so, unless a state is named. Nobody left: a history of nobody.
    ///
    /// # References
    /// Putter and Spitoni, Stat Methods Med Res 2018;27:2081-92. R: the rows cut and chosen likewise, then
    /// `survival::survfit`; `mstate::LMAJ`.
    #[must_use]
    pub fn from_landmark(&self, time: f64, state: Option<usize>) -> Self {
        let at = |stay: &Stay| stay.start() <= time && stay.exit > time;
        let kept = self
            .each_subject()
            .filter(|stays| state.is_none_or(|state| stays.iter().any(|stay| at(stay) && stay.from == state)))
            .flatten()
            .filter(|stay| stay.exit > time)
            .map(|stay| Stay { entry: Some(stay.start().max(time)), ..*stay });
        Self::of_ordered(kept.collect(), self.states)
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.states
    }

    /// Subjects.
    pub fn subjects(&self) -> u64 {
        self.each_subject().map(|stays| stays[0].count).sum()
    }

    /// Where the clock starts: time 0, or the earliest entry where nobody is there from 0.
    pub fn origin(&self) -> Option<f64> {
        self.origin
    }

    /// The last time at which anybody is under observation.
    pub fn last_time(&self) -> Option<f64> {
        self.stays.iter().map(|stay| stay.exit).max_by(f64::total_cmp)
    }

    /// Under observation in a state just before a time.
    pub fn at_risk_just_before(&self, state: usize, time: f64) -> u64 {
        self.presence.get(state).map_or(0, |presence| {
            before(&presence.entered, time).saturating_sub(before(&presence.left, time))
        })
    }

    /// The stays, by subject and in the order of time.
    pub(super) fn stays(&self) -> &[Stay] {
        &self.stays
    }

    /// The stays of each subject.
    pub(super) fn each_subject(&self) -> impl Iterator<Item = &[Stay]> {
        self.stays.chunk_by(|a, b| a.subject == b.subject)
    }

    /// Whether these stays of a subject begin at the origin.
    pub(super) fn is_from_origin(&self, stays: &[Stay]) -> bool {
        stays.first().is_some_and(|first| Some(first.entry.unwrap_or(0.0)) <= self.origin)
    }

    /// The times at which somebody is censored.
    pub(super) fn ends(&self) -> impl Iterator<Item = f64> {
        let continued = |place: usize, stay: &Stay| {
            self.stays
                .get(place + 1)
                .is_some_and(|next| next.subject == stay.subject && next.start() <= stay.exit)
        };
        self.stays
            .iter()
            .enumerate()
            .filter(move |(place, stay)| stay.to.is_none() && !continued(*place, stay))
            .map(|(_, stay)| stay.exit)
    }
}

impl Presence {
    fn of(stays: &[Stay], state: usize) -> Self {
        let here = || stays.iter().filter(|stay| stay.from == state);
        Self {
            entered: running(here().map(|stay| (stay.start(), stay.count)).collect()),
            left: running(here().map(|stay| (stay.exit, stay.count)).collect()),
        }
    }
}

/// Times in order, each with the total up to and including it.
fn running(mut counts: Vec<(f64, u64)>) -> Vec<(f64, u64)> {
    counts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut total = 0;
    for (_, count) in &mut counts {
        total += *count;
        *count = total;
    }
    counts
}

/// The total before a time.
fn before(totals: &[(f64, u64)], time: f64) -> u64 {
    let end = totals.partition_point(|(at, _)| *at < time);
    end.checked_sub(1).map_or(0, |last| totals[last].1)
}

fn check(index: usize, stay: &Stay, states: usize) -> Result<(), HistoryError> {
    let Stay { exit, from, to, .. } = *stay;
    if !exit.is_finite() || stay.entry.is_some_and(|entry| !entry.is_finite()) {
        return Err(EstimateError::NotFinite { index }.into());
    }
    let earliest = stay.entry.map_or(exit, |entry| entry.min(exit));
    if earliest < 0.0 {
        return Err(EstimateError::NegativeTime { index, time: earliest }.into());
    }
    if let Some(entry) = stay.entry.filter(|entry| *entry >= exit) {
        return Err(EstimateError::EmptyInterval { index, entry, exit }.into());
    }
    if let Some(state) = [Some(from), to].into_iter().flatten().find(|state| *state >= states) {
        return Err(HistoryError::UnknownState { index, state });
    }
    if to == Some(from) { Err(HistoryError::SameState { index }) } else { Ok(()) }
}

fn check_pair(one: &Stay, next: &Stay, index: usize) -> Result<(), HistoryError> {
    if one.subject != next.subject {
        return Ok(());
    }
    if next.start() < one.exit {
        return Err(HistoryError::Overlap { index });
    }
    if one.count != next.count {
        return Err(HistoryError::ChangingCount { index });
    }
    let without_gap = next.start() <= one.exit;
    if without_gap && one.to.unwrap_or(one.from) != next.from {
        return Err(HistoryError::Jump { index });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(stays: &[Stay]) -> HistoryError {
        History::new(stays, 3).unwrap_err()
    }

    #[test]
    fn what_is_refused_names_the_stay() {
        let first = Stay::new(7, (0.0, 5.0), 0, Some(1));
        assert_eq!(refused(&[Stay { to: Some(0), ..first }]), HistoryError::SameState { index: 0 });
        for times in [(0.0, f64::NAN), (f64::NAN, 5.0), (0.0, f64::INFINITY), (f64::NEG_INFINITY, 5.0)] {
            let none = EstimateError::NotFinite { index: 0 }.into();
            assert_eq!(refused(&[Stay::new(7, times, 0, Some(1))]), none);
        }
        assert_eq!(refused(&[Stay { from: 3, ..first }]), HistoryError::UnknownState { index: 0, state: 3 });
        assert_eq!(
            refused(&[Stay { entry: Some(5.0), ..first }]),
            EstimateError::EmptyInterval { index: 0, entry: 5.0, exit: 5.0 }.into()
        );
        assert_eq!(
            refused(&[Stay { entry: Some(-1.0), ..first }]),
            EstimateError::NegativeTime { index: 0, time: -1.0 }.into()
        );
        // In any order: the later one is named.
        let overlapping = Stay::new(7, (4.0, 6.0), 1, None);
        assert_eq!(refused(&[overlapping, first]), HistoryError::Overlap { index: 0 });
        let elsewhere = Stay::new(7, (5.0, 6.0), 2, None);
        assert_eq!(refused(&[first, elsewhere]), HistoryError::Jump { index: 1 });
        let silently = Stay::new(7, (5.0, 6.0), 1, None);
        assert_eq!(refused(&[Stay { to: None, ..first }, silently]), HistoryError::Jump { index: 1 });
        assert_eq!(
            refused(&[first, Stay { count: 2, ..silently }]),
            HistoryError::ChangingCount { index: 1 }
        );
    }

    #[test]
    fn from_a_landmark_on() {
        // A: in 0 to 2, in 1 to 6. B: in 0 to 4. C: in 1 from 3 on. D: in 0 to 2, in 2 from 5 on.
        let stays = [
            Stay { entry: None, ..Stay::new(0, (0.0, 2.0), 0, Some(1)) },
            Stay::new(0, (2.0, 6.0), 1, None),
            Stay::new(1, (0.0, 4.0), 0, Some(2)),
            Stay::new(2, (3.0, 7.0), 1, None),
            Stay::new(3, (0.0, 2.0), 0, None),
            Stay::new(3, (5.0, 9.0), 2, None),
        ];
        let history = History::new(&stays, 3).unwrap();
        let seen = |time, state| -> Vec<(u32, f64, usize)> {
            let later = history.from_landmark(time, state);
            later.stays().iter().map(|stay| (stay.subject, stay.entry.unwrap(), stay.from)).collect()
        };
        // At 2 A has moved to 1 and D is not seen until 5; C comes at 3.
        assert_eq!(seen(2.0, None), [(0, 2.0, 1), (1, 2.0, 0), (2, 3.0, 1), (3, 5.0, 2)]);
        assert_eq!(seen(2.0, Some(0)), [(1, 2.0, 0)]);
        assert_eq!(seen(1.0, Some(0)), [(0, 1.0, 0), (0, 2.0, 1), (1, 1.0, 0), (3, 1.0, 0), (3, 5.0, 2)]);
        assert_eq!(history.from_landmark(2.0, None).origin(), Some(2.0));
        assert_eq!(history.from_landmark(3.0, Some(1)).at_risk_just_before(1, 3.5), 2);
        assert_eq!(history.from_landmark(9.0, None).subjects(), 0);
    }

    #[test]
    fn gaps_are_allowed_and_split_stays_are_one() {
        let gap = [Stay::new(0, (0.0, 2.0), 0, None), Stay::new(0, (4.0, 6.0), 1, None)];
        let history = History::new(&gap, 2).unwrap();
        assert_eq!(history.subjects(), 1);
        assert_eq!(history.ends().collect::<Vec<_>>(), [2.0, 6.0]);
        assert_eq!([1.0, 2.0, 3.0].map(|time| history.at_risk_just_before(0, time)), [1, 1, 0]);
        let split = [Stay::new(0, (0.0, 2.0), 0, None), Stay::new(0, (2.0, 6.0), 0, None)];
        let history = History::new(&split, 2).unwrap();
        assert_eq!(history.ends().collect::<Vec<_>>(), [6.0]);
        assert_eq!(history.at_risk_just_before(0, 2.0), 1);
    }
}
