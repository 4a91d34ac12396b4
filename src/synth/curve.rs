//! A blood count over time: straight lines, on the logarithm, between knots that the course sets.

use super::course::{Course, Failure, FailureKind, Rescue};
use super::lineage::{AtRelapse, Fate, Lineage};

/// The levels of one test in one subject.
#[derive(Debug, Clone, Copy)]
pub(super) struct Levels {
    /// Before conditioning.
    pub(super) before: f64,
    /// While there is no graft.
    pub(super) aplastic: f64,
    /// On the day on which the lineage recovers.
    pub(super) recovered: f64,
    /// In a subject without the disorder.
    pub(super) healthy: f64,
    /// In partial response.
    pub(super) partial: f64,
    /// With the disorder active.
    pub(super) sick: f64,
    /// Days that the rise from the nadir takes.
    pub(super) rise: i32,
}

/// The expected value of a test by day.
#[derive(Debug, Clone)]
pub(super) struct Curve(Vec<(i32, f64)>);

impl Curve {
    /// The curve of a lineage that recovers on `recovery`.
    pub(super) fn new(levels: &Levels, lineage: Lineage, course: &Course, span: (i32, i32)) -> Self {
        let (cond_start, recovery) = span;
        let mut curve = Self(Vec::with_capacity(14));
        curve.knot(cond_start, levels.before);
        curve.knot(5, levels.aplastic);
        let settled = match lineage.fate {
            Fate::Spared | Fate::Complete => levels.healthy,
            Fate::Partial => levels.partial,
            Fate::Refractory => levels.sick,
        };
        if let Some(failure) = course.failure.filter(|failure| failure.kind == FailureKind::Primary) {
            curve.after_failure(levels, lineage, &failure);
            return curve;
        }
        let refractory = lineage.fate == Fate::Refractory && levels.sick < levels.recovered;
        let reached = if refractory { levels.sick } else { levels.recovered };
        curve.knot(recovery - levels.rise, levels.aplastic);
        curve.knot(recovery, reached);
        let responding = course.response.filter(|_| lineage.involved()).map(|(day, _)| day);
        if let Some(day) = responding {
            curve.knot(day - 12, reached);
        }
        curve.knot(responding.unwrap_or(recovery + 25).max(recovery + 3), settled);
        if let Some(day) = course.relapse_day.filter(|_| lineage.at_relapse == AtRelapse::Falls) {
            curve.knot(day - 8, settled);
            curve.knot(day, levels.sick);
            if let Some(regained) = course.regained_day {
                curve.knot(day + 14, levels.sick);
                curve.knot(regained, levels.partial);
            }
        }
        if let Some(failure) = course.failure {
            let until = failure.day - 12;
            let value = curve.at(until);
            curve.0.retain(|(day, _)| *day < until);
            curve.knot(until, value);
            curve.knot(failure.day, levels.aplastic);
            curve.after_failure(levels, lineage, &failure);
        }
        curve
    }

    /// The value expected on this day.
    pub(super) fn at(&self, day: i32) -> f64 {
        let after = self.0.partition_point(|(knot, _)| *knot <= day);
        let level = match (after.checked_sub(1).map(|index| self.0[index]), self.0.get(after)) {
            (Some((left, from)), Some(&(right, to))) => {
                from + (to - from) * f64::from(day - left) / f64::from(right - left)
            }
            (Some((_, level)), None) | (None, Some(&(_, level))) => level,
            (None, None) => 0.0,
        };
        libm::exp(level)
    }

    /// Adds a knot; one that is not after the last is left out.
    fn knot(&mut self, day: i32, value: f64) {
        if self.0.last().is_none_or(|(last, _)| *last < day) {
            self.0.push((day, libm::log(value)));
        }
    }

    fn after_failure(&mut self, levels: &Levels, lineage: Lineage, failure: &Failure) {
        let (day, settled) = match failure.rescue {
            Rescue::None => return,
            Rescue::Second { day, recovery } => (day + recovery, levels.healthy),
            Rescue::Own { day } if lineage.involved() => (day, levels.sick),
            Rescue::Own { day } => (day, levels.healthy),
        };
        self.knot(day - levels.rise, levels.aplastic);
        self.knot(day, levels.recovered);
        self.knot(day + 30, settled);
    }
}

impl Curve {
    /// The same curve with a bump: rising from the first day to `level` on the second, back on the
    /// third.
    pub(super) fn lifted(mut self, days: (i32, i32, i32), level: f64) -> Self {
        let (start, end) = (self.at(days.0), self.at(days.2));
        self.0.retain(|(day, _)| *day < days.0 || *day > days.2);
        self.0.extend([(days.0, libm::log(start)), (days.1, libm::log(level)), (days.2, libm::log(end))]);
        self.0.sort_by_key(|(day, _)| *day);
        self
    }
}
