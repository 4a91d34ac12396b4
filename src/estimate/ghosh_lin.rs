//! The mean number of recurrent events when a terminal event ends them.

mod courses;
mod moments;

use super::confidence::normal_quantile;
use super::{Absent, Quantity};
pub use courses::{CourseEnd, CourseError, CourseFault, CourseRow};
use courses::{Courses, Moment};
use moments::Influence;

/// A variance below this share of the square of the mean is rounding.
const ROUNDING: f64 = 1e-14;

/// The mean number of events at a time, with the counts that belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountStep {
    /// The time.
    pub time: f64,
    /// At risk just before.
    pub n_risk: u64,
    /// Recurrent events: in `steps` at this time alone, in [`MeanCount::at`] from 0 up to and including it.
    pub n_event: u64,
    /// Terminal events, counted like them.
    pub n_terminal: u64,
    /// Subjects whose observation ends without a terminal event, counted like them.
    pub n_censor: u64,
    /// Mean number of events up to and including the time.
    pub estimate: Quantity,
    /// Its standard error.
    pub std_error: Quantity,
    /// Lower confidence limit.
    pub conf_low: Quantity,
    /// Upper confidence limit.
    pub conf_high: Quantity,
}

/// The mean cumulative count of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanCount {
    /// One step a time at which a row ends.
    pub steps: Vec<CountStep>,
    /// Subjects.
    pub subjects: u64,
    courses: Courses,
    /// Probability of no terminal event, at the times of the steps.
    survival: Vec<f64>,
}

/// Estimates the mean cumulative count of recurrent events with a terminal event.
///
/// # Definition
/// `mu(t) = sum over u <= t of S(u-) dN(u) / Y(u)`: `dN` recurrent events at `u`, `Y` subjects at risk, `S` the
/// Kaplan-Meier estimate of the terminal event, `S(u)` falling by `dD / Y`. Subjects count on after a recurrent
/// event, and never after a terminal one, so that who has died has no more events. The variance is the sum
/// over subjects of `psi_i(t)²`, where
/// `psi_i(t) = sum of S(u-) / Y dM_i(u) - sum of (mu(t) - mu(u)) / Y dM_i^D(u)`, `dM_i = dN_i - Y_i dN / Y` and
/// `dM_i^D = dD_i - Y_i dD / Y`. Limits are symmetric for `log mu`: `mu exp(± z se / mu)`.
///
/// # Input
/// One row a stretch `(entry, exit]` of a subject and how it ends; entry absent: from the beginning, an event at
/// 0 included. A row with `entry = exit` after one that ends there is one more event at that time. A two-sided
/// confidence level.
///
/// # Returns
/// One step a distinct end of a row. Before the first recurrent event: 0, standard error 0 and no limits
/// (`no_events`).
///
/// # Edge cases
/// Nobody: no steps. Recurrent and terminal events of the same time: both have the risk set of just before, and
/// the recurrent one counts. All subjects with the same course: their variance is 0 but for rounding, so
/// standard error and limits are `not_estimable`. Past the last observation: carried on if nobody survived,
/// else `beyond_followup`. Everybody at risk died although others enter later: see
/// [`MeanCount::risk_set_emptied_early`]. A level that is none leaves the limits out.
///
/// # Errors
/// [`CourseError`], with the row: times that are not numbers or negative, rows of a subject that overlap,
/// go on after its terminal event, or hold no time at risk.
///
/// # References
/// Ghosh and Lin, Biometrics 2000;56:554-62, section 2. R: `mets::recurrentMarginal`, where ties do not
/// occur (with ties it has the tied events one after the other). Without censoring it is the number of events
/// up to `t` over the number of subjects; if nobody has two, that is the cumulative incidence of the first.
///
/// # Examples
/// ```
/// use engraft::estimate::{CourseEnd, CourseRow, ghosh_lin};
/// // Of two, one has events at 1 and 3 and is followed to 4; the other dies at 2.
/// let row = |subject, entry, exit, end| CourseRow { subject, entry, exit, end };
/// let rows = [
///     row(0, None, 1.0, CourseEnd::Recurrent),
///     row(0, Some(1.0), 3.0, CourseEnd::Recurrent),
///     row(0, Some(3.0), 4.0, CourseEnd::Open),
///     row(1, None, 2.0, CourseEnd::Terminal),
/// ];
/// // 1/2, and at 3 half are alive: 1/2 + 1/2 * 1/1.
/// let count = ghosh_lin(&rows, 0.95)?;
/// assert_eq!((count.at(1.0).estimate, count.at(4.0).estimate), (Ok(0.5), Ok(1.0)));
/// # Ok::<(), engraft::estimate::ghosh_lin::CourseError>(())
/// ```
pub fn ghosh_lin(rows: &[CourseRow], conf_level: f64) -> Result<MeanCount, CourseError> {
    let courses = Courses::new(rows)?;
    let z = normal_quantile(conf_level);
    let (mut mean, mut alive) = (0.0, 1.0);
    let mut influence = Influence::new(courses.subjects());
    let mut steps = Vec::new();
    let mut survival = Vec::new();
    for moment in courses.moments() {
        moment.entering.iter().for_each(|subject| influence.enter(*subject));
        let at_risk = influence.at_risk() as f64;
        let (n_event, n_terminal) = (moment.recurrent.len() as u64, moment.terminal.len() as u64);
        let n_risk = influence.at_risk();
        if n_event + n_terminal > 0 {
            let weight = alive / at_risk;
            mean += weight * n_event as f64;
            let hazard = n_terminal as f64 / at_risk;
            influence.compensate([weight * n_event as f64, hazard, mean * hazard].map(|jump| jump / at_risk));
            moment.recurrent.iter().for_each(|subject| influence.jump(*subject, [weight, 0.0, 0.0]));
            let jump = [0.0, 1.0 / at_risk, mean / at_risk];
            moment.terminal.iter().for_each(|subject| influence.jump(*subject, jump));
            alive = if n_terminal == n_risk { 0.0 } else { alive * (1.0 - hazard) };
        }
        let variance = influence.sum_of_squares([1.0, -mean, 1.0]);
        steps.push(step(&moment, n_risk, (mean, variance), z));
        survival.push(alive);
        moment.leaving.iter().for_each(|subject| influence.leave(*subject));
    }
    Ok(MeanCount { steps, subjects: courses.subjects() as u64, courses, survival })
}

fn step(moment: &Moment, n_risk: u64, (mean, variance): (f64, f64), z: Option<f64>) -> CountStep {
    let std_error = match variance {
        _ if mean <= 0.0 => Ok(0.0),
        variance if variance <= ROUNDING * mean * mean => Err(Absent::NotEstimable),
        variance => Ok(libm::sqrt(variance)),
    };
    let limit = |sign: f64| match (z, std_error) {
        _ if mean <= 0.0 => Err(Absent::NoEvents),
        (Some(z), Ok(error)) => Ok(mean * libm::exp(sign * z * error / mean)),
        (None, _) | (_, Err(_)) => Err(Absent::NotEstimable),
    };
    CountStep {
        time: moment.time,
        n_risk,
        n_event: moment.recurrent.len() as u64,
        n_terminal: moment.terminal.len() as u64,
        n_censor: moment.censored,
        estimate: Ok(mean),
        std_error,
        conf_low: limit(-1.0),
        conf_high: limit(1.0),
    }
}

impl MeanCount {
    /// The mean count at a time, with counts from 0 up to and including it.
    pub fn at(&self, time: f64) -> CountStep {
        let end = self.steps.partition_point(|step| step.time <= time);
        let done = &self.steps[..end];
        let mut step = done.last().copied().unwrap_or(CountStep {
            time,
            n_risk: 0,
            n_event: 0,
            n_terminal: 0,
            n_censor: 0,
            estimate: Ok(0.0),
            std_error: Ok(0.0),
            conf_low: Err(Absent::NoEvents),
            conf_high: Err(Absent::NoEvents),
        });
        step.time = time;
        step.n_risk = self.courses.at_risk_just_before(time);
        step.n_event = done.iter().map(|step| step.n_event).sum();
        step.n_terminal = done.iter().map(|step| step.n_terminal).sum();
        step.n_censor = done.iter().map(|step| step.n_censor).sum();
        match self.steps.last() {
            None => step.absent(Absent::NotEstimable),
            Some(last) if time > last.time && !self.complete() => step.absent(Absent::BeyondFollowup),
            Some(_) => step,
        }
    }

    /// The number of recurrent events.
    pub fn events(&self) -> u64 {
        self.steps.iter().map(|step| step.n_event).sum()
    }

    /// The number of terminal events.
    pub fn terminal_events(&self) -> u64 {
        self.steps.iter().map(|step| step.n_terminal).sum()
    }

    /// The last time at which a row ends; none for nobody.
    pub fn last_time(&self) -> Option<f64> {
        self.steps.last().map(|step| step.time)
    }

    /// Whether nobody remained free of the terminal event.
    fn complete(&self) -> bool {
        self.survival.last().is_some_and(|alive| *alive <= 0.0)
    }

    /// The time at which all who were at risk had the terminal event although others came to be at risk later.
    pub fn risk_set_emptied_early(&self) -> Option<f64> {
        let emptied = self.survival.iter().position(|alive| *alive <= 0.0)?;
        (emptied + 1 < self.steps.len()).then(|| self.steps[emptied].time)
    }
}

impl CountStep {
    fn absent(self, reason: Absent) -> Self {
        let none = Err(reason);
        Self { estimate: none, std_error: none, conf_low: none, conf_high: none, ..self }
    }
}

#[cfg(test)]
mod tests;
