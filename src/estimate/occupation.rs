//! State occupation probabilities of a multi-state process.

mod course;
mod greenwood;
mod history;
mod jackknife;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::confidence::normal_quantile;
use super::{Absent, PastFollowup, Quantity};
use course::Course;
pub use course::Move;
pub use history::{History, HistoryError, Stay};

/// Nearer to 0 or 1 than this is 0 or 1: the rounding of a sum.
const ROUNDING: f64 = 1e-12;

/// The variance of a state occupation probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OccupationVariance {
    /// The infinitesimal jackknife: the sum over subjects of the squared influence of each. It needs no
    /// Markov assumption; R: `survival::survfit`.
    #[default]
    Jackknife,
    /// Of Greenwood type, multinomial in each state at each time, for a Markov process; R: `etm::etm`.
    Greenwood,
}

/// How state occupation is estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OccupationOptions {
    /// Variance of the estimate.
    pub variance: OccupationVariance,
    /// Two-sided confidence level; one that is not between 0 and 1 leaves the limits out.
    pub conf_level: f64,
    /// What holds after the last observation.
    pub past_followup: PastFollowup,
}

impl Default for OccupationOptions {
    fn default() -> Self {
        Self {
            variance: OccupationVariance::Jackknife,
            conf_level: 0.95,
            past_followup: PastFollowup::Absent,
        }
    }
}

/// The probability of a state at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StateStep {
    /// The time.
    pub time: f64,
    /// Under observation in the state just before.
    pub n_risk: u64,
    /// Probability of being in the state at the time, transitions of that time included.
    pub estimate: Quantity,
    /// Its standard error.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// The expected time in a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanTime {
    /// The horizon.
    pub tau: f64,
    /// Expected time in the state from the origin to the horizon.
    pub estimate: Quantity,
    /// Its standard error.
    pub std_error: Quantity,
}

/// State occupation probabilities of a group.
#[derive(Debug, Clone)]
pub struct Occupation {
    /// Times with a transition or a censoring, ascending.
    pub times: Vec<f64>,
    /// How it was estimated.
    pub options: OccupationOptions,
    history: History,
    course: Course,
    terminal: Vec<bool>,
}

/// Estimates state occupation probabilities by the method of Aalen and Johansen.
///
/// # Definition
/// `p(t) = p(0) ∏ (I + dA(u))` over the times `u <= t` of transitions, where the cell `(h, j)` of `dA` is the
/// number of transitions `h -> j` at `u` over the number under observation in `h` just before, and the rows
/// of `dA` sum to 0. `p(0)` is the distribution of the states of those who are under observation from the
/// origin: time 0, or the earliest entry where nobody is there from 0. The expected time in a state is the
/// area under its probability. Limits are symmetric for `log(-log p)`: `p^exp(± z se / (p log p))`.
///
/// # Input
/// The stays of each subject `(entry, exit]`, in any order; whoever enters at `u` is not at risk at `u`,
/// whoever is censored at `u` is. `terminal` tells the states that nobody leaves. Transitions of different
/// kinds at one time are exact.
///
/// # Returns
/// The probabilities at any time ([`Occupation::at`]), which sum to 1 always, and expected times
/// ([`Occupation::mean_time`]), which sum to the horizon.
///
/// # Edge cases
/// A state that no one has reached: 0, standard error 0, no limits (`no_events`); a state that no one can
/// have left: 1, likewise. A state that all have left, or into which all have gone: standard error and
/// limits absent (`not_estimable`). Past the last observation: carried on if all are in terminal states, else
/// absent (`beyond_followup`) unless the last value is carried forward. Nobody: `not_estimable`.
///
/// # References
/// Aalen and Johansen, Scand J Stat 1978;5:141-50. Datta and Satten, Stat Probab Lett 2001;55:403-11: valid
/// without the Markov assumption where censoring is independent. Variance: Andersen, Borgan, Gill and
/// Keiding, Statistical Models Based on Counting Processes, 1993, IV.4; Efron, The Jackknife, the Bootstrap
/// and Other Resampling Plans, 1982, chapter 6. R: `survfit(Surv(entry, exit, to) ~ 1, id, istate)`, whose
/// `p(0)` is of those at risk at the first transition; `etm::etm` for the Greenwood type.
///
/// # Examples
/// ```
/// use engraft::estimate::{History, OccupationOptions, Stay, occupation};
/// // States 0 ill, 1 well, 2 dead. A: well at 1, ill again at 3; B: dead at 2.
/// let stays = [
///     Stay::new(0, (0.0, 1.0), 0, Some(1)),
///     Stay::new(0, (1.0, 3.0), 1, Some(0)),
///     Stay::new(1, (0.0, 2.0), 0, Some(2)),
/// ];
/// let history = History::new(&stays, 3)?;
/// let well = occupation(history, &[false, false, true], &OccupationOptions::default()).at(2.5)[1];
/// assert_eq!(well.estimate, Ok(0.5));
/// # Ok::<(), engraft::estimate::HistoryError>(())
/// ```
pub fn occupation(history: History, terminal: &[bool], options: &OccupationOptions) -> Occupation {
    let course = Course::new(&history);
    let mut times: Vec<f64> = course.times().to_vec();
    times.extend(history.ends());
    times.sort_by(f64::total_cmp);
    times.dedup();
    Occupation { times, options: *options, history, course, terminal: terminal.to_vec() }
}

/// What is asked of the path of the probabilities.
#[derive(Debug, Clone, Copy)]
enum Target {
    /// The probabilities at a time.
    At(f64),
    /// The areas under them to a horizon.
    AreaTo(f64),
}

impl Target {
    fn time(self) -> f64 {
        match self {
            Self::At(time) | Self::AreaTo(time) => time,
        }
    }
}

impl Occupation {
    /// The probability of each state at a time.
    pub fn at(&self, time: f64) -> Vec<StateStep> {
        let absent = self.absence(time);
        let after = self.course.steps_to(time);
        let known =
            absent.is_none().then(|| (self.course.probabilities(after), self.variance(Target::At(time))));
        let z = normal_quantile(self.options.conf_level);
        let step = |state: usize| {
            let n_risk = self.history.at_risk_just_before(state, time);
            match (&known, absent) {
                (Some((p, variance)), _) => {
                    let touched = self.course.touched(state, after);
                    StateStep { time, n_risk, ..show((p[state], variance[state]), touched, z) }
                }
                (None, reason) => {
                    let none = Err(reason.unwrap_or(Absent::NotEstimable));
                    StateStep {
                        time,
                        n_risk,
                        estimate: none,
                        std_error: none,
                        conf_low: none,
                        conf_high: none,
                    }
                }
            }
        };
        (0..self.history.states()).map(step).collect()
    }

    /// The same without standard errors and limits, which take longer.
    pub fn estimates_at(&self, time: f64) -> Vec<StateStep> {
        let p = self.course.probabilities(self.course.steps_to(time));
        let none = Err(Absent::NotEstimable);
        let estimate = |state: usize| self.absence(time).map_or(Ok(p[state]), Err);
        let step = |state: usize| StateStep {
            time,
            n_risk: self.history.at_risk_just_before(state, time),
            estimate: estimate(state),
            std_error: none,
            conf_low: none,
            conf_high: none,
        };
        (0..p.len()).map(step).collect()
    }

    /// The expected time in each state from the origin to a horizon.
    ///
    /// # Edge cases
    /// A horizon at or before the origin: `not_estimable`. Past the last observation: `beyond_followup`, as
    /// the probabilities.
    pub fn mean_time(&self, tau: f64) -> Vec<MeanTime> {
        let origin = self.history.origin().unwrap_or(0.0);
        let absent = if tau > origin { self.absence(tau) } else { Some(Absent::NotEstimable) };
        let states = 0..self.history.states();
        if let Some(reason) = absent {
            let none = Err(reason);
            return states.map(|_| MeanTime { tau, estimate: none, std_error: none }).collect();
        }
        let (areas, variance) = (self.course.areas(tau), self.variance(Target::AreaTo(tau)));
        let one = |state: usize| MeanTime {
            tau,
            estimate: Ok(areas[state]),
            std_error: Ok(libm::sqrt(variance[state].max(0.0))),
        };
        states.map(one).collect()
    }

    /// Subjects.
    pub fn subjects(&self) -> u64 {
        self.history.subjects()
    }

    /// From when on probabilities are known; none for nobody.
    pub fn origin(&self) -> Option<f64> {
        self.history.origin()
    }

    /// How often each transition was seen, by the states left and entered.
    pub fn transitions(&self) -> Vec<Move> {
        let mut totals: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        for one in self.course.moves().flatten() {
            let total = totals.entry((one.from, one.to)).or_default();
            *total = total.saturating_add(one.count);
        }
        totals.into_iter().map(|((from, to), count)| Move { from, to, count }).collect()
    }

    /// The states with the first time at which somebody left them although nobody can be there by the
    /// estimate: all had left before, and others came under observation later.
    pub fn left_without_weight(&self) -> Vec<(usize, f64)> {
        self.course.left_without_weight()
    }

    fn variance(&self, target: Target) -> Vec<f64> {
        match self.options.variance {
            OccupationVariance::Jackknife => jackknife::variance(&self.history, &self.course, target),
            OccupationVariance::Greenwood => greenwood::variance(&self.history, &self.course, target),
        }
    }

    /// Why there are no probabilities at a time.
    fn absence(&self, time: f64) -> Option<Absent> {
        let (Some(origin), Some(last)) = (self.history.origin(), self.history.last_time()) else {
            return Some(Absent::NotEstimable);
        };
        if time < origin {
            return Some(Absent::NotEstimable);
        }
        let open: f64 = self
            .course
            .probabilities(self.course.steps_to(time))
            .iter()
            .zip(&self.terminal)
            .filter(|(_, terminal)| !**terminal)
            .map(|(p, _)| p)
            .sum();
        let carried = open <= ROUNDING || self.options.past_followup == PastFollowup::CarryForward;
        (time > last && !carried).then_some(Absent::BeyondFollowup)
    }
}

/// The values of a state with this probability and variance.
fn show((p, variance): (f64, f64), touched: bool, z: Option<f64>) -> StateStep {
    let p = p.clamp(0.0, 1.0);
    let none = Err(Absent::NotEstimable);
    let step =
        StateStep { time: 0.0, n_risk: 0, estimate: Ok(p), std_error: none, conf_low: none, conf_high: none };
    if p <= ROUNDING || p >= 1.0 - ROUNDING {
        let untouched = Err(Absent::NoEvents);
        return if touched {
            step
        } else {
            StateStep { std_error: Ok(0.0), conf_low: untouched, conf_high: untouched, ..step }
        };
    }
    let std_error = libm::sqrt(variance.max(0.0));
    let log = libm::log(p);
    let power = z.filter(|_| std_error > 0.0).map(|z| libm::exp(-z * std_error / (p * log)));
    StateStep {
        std_error: Ok(std_error),
        conf_low: power.map_or(none, |power| Ok(libm::exp(log * power))),
        conf_high: power.map_or(none, |power| Ok(libm::exp(log / power))),
        ..step
    }
}
