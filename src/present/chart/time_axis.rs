//! The time axis: its unit, its ticks and their labels.

/// The unit of time and what it counts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeAxis {
    /// Times are days; shown in days, months or years, whichever suits the horizon.
    Days {
        /// What follows the unit in the title of the axis, e.g. `after transplant`.
        since: String,
    },
    /// Times are in a unit that nobody named; shown as they are.
    Plain {
        /// Title of the axis.
        label: String,
    },
}

/// A unit in which an axis of days can be labelled.
struct Unit {
    name: &'static str,
    days: f64,
    /// Steps between ticks, and what speaks against each.
    steps: &'static [(f64, f64)],
}

const DAYS: Unit = Unit {
    name: "Days",
    days: 1.0,
    steps: &[(1.0, 0.0), (2.0, 0.0), (5.0, 0.0), (7.0, 0.1), (10.0, 0.0), (20.0, 0.0)],
};
const MONTHS: Unit =
    Unit { name: "Months", days: 365.25 / 12.0, steps: &[(1.0, 0.1), (2.0, 0.4), (3.0, 0.0), (6.0, 0.0)] };
const YEARS: Unit = Unit {
    name: "Years",
    days: 365.25,
    steps: &[(0.5, 0.2), (1.0, 0.0), (2.0, 0.1), (5.0, 0.0), (10.0, 0.0), (20.0, 0.0)],
};

/// How many ticks an axis should have.
const WANTED: f64 = 8.0;
/// A last tick may lie so much beyond the horizon, as a share of it (365 days are a year).
const SLACK: f64 = 0.01;

impl TimeAxis {
    /// The times of the ticks from zero to the horizon, about eight; whole days on an axis of days.
    ///
    /// The columns of a table of counts belong at these times.
    pub fn breaks(&self, horizon: f64) -> Vec<f64> {
        if !(horizon > 0.0 && horizon.is_finite()) {
            return vec![0.0];
        }
        match self.unit(horizon) {
            Some(unit) => {
                let step = best_step(horizon / unit.days, unit.steps.iter().copied());
                multiples(step * unit.days, horizon).into_iter().map(f64::round).collect()
            }
            None => multiples(best_step(horizon, round_steps(horizon)), horizon),
        }
    }

    /// The title of the axis.
    pub(super) fn title(&self, horizon: f64) -> String {
        match (self, self.unit(horizon)) {
            (Self::Days { since }, Some(unit)) => format!("{} {since}", unit.name).trim_end().to_owned(),
            (Self::Days { since }, None) => since.clone(),
            (Self::Plain { label }, _) => label.clone(),
        }
    }

    /// The label of a tick at a time; a landmark at which an axis begins is called by its day where that is no round
    /// time.
    pub(super) fn tick_label(&self, time: f64, horizon: f64, begin: f64) -> String {
        let Some(unit) = self.unit(horizon) else { return shortest(time, 1e4) };
        let count = time / unit.days;
        let quarter = (count * 4.0).round() / 4.0;
        if (quarter - count).abs() * unit.days <= 0.75 {
            shortest(quarter, 100.0)
        } else if time == begin {
            format!("day {}", shortest(time, 10.0))
        } else {
            shortest(count, 10.0)
        }
    }

    fn unit(&self, horizon: f64) -> Option<&'static Unit> {
        match self {
            Self::Plain { .. } => None,
            Self::Days { .. } if horizon <= 125.0 => Some(&DAYS),
            Self::Days { .. } if horizon <= 1100.0 => Some(&MONTHS),
            Self::Days { .. } => Some(&YEARS),
        }
    }
}

fn best_step(range: f64, steps: impl Iterator<Item = (f64, f64)>) -> f64 {
    let mut best = (range, f64::INFINITY);
    for (step, penalty) in steps {
        let ticks = (range * (1.0 + SLACK) / step).floor() + 1.0;
        let cost = libm::fabs(libm::log(ticks / WANTED)) + penalty;
        if cost <= best.1 {
            best = (step, cost);
        }
    }
    best.0
}

/// One, two and five times the powers of ten below a range.
fn round_steps(range: f64) -> impl Iterator<Item = (f64, f64)> {
    let top = libm::pow(10.0, libm::floor(libm::log10(range)));
    [top / 100.0, top / 10.0, top].into_iter().flat_map(|power| [1.0, 2.0, 5.0].map(|m| (m * power, 0.0)))
}

fn multiples(step: f64, horizon: f64) -> Vec<f64> {
    let mut times = Vec::new();
    let mut count = 0_u32;
    loop {
        let time = f64::from(count) * step;
        if time > horizon * (1.0 + SLACK) || count > 1000 {
            return times;
        }
        times.push(time);
        count += 1;
    }
}

/// A number rounded to a fraction, without idle zeros.
fn shortest(value: f64, parts: f64) -> String {
    let rounded = (value * parts).round() / parts;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis() -> TimeAxis {
        TimeAxis::Days { since: "after transplant".to_owned() }
    }

    fn labels(horizon: f64) -> Vec<String> {
        axis().breaks(horizon).iter().map(|time| axis().tick_label(*time, horizon, 0.0)).collect()
    }

    #[test]
    fn ticks_are_clinical_times() {
        assert_eq!(labels(30.0), ["0", "5", "10", "15", "20", "25", "30"]);
        assert_eq!(labels(365.0), ["0", "3", "6", "9", "12"]);
        assert_eq!(axis().breaks(365.0), [0.0, 91.0, 183.0, 274.0, 365.0]);
        assert_eq!(labels(731.0), ["0", "3", "6", "9", "12", "15", "18", "21", "24"]);
        assert_eq!(labels(1825.0), ["0", "1", "2", "3", "4", "5"]);
        assert_eq!(labels(3653.0).len(), 11);
        assert_eq!(axis().title(3653.0), "Years after transplant");
        assert_eq!(axis().title(100.0), "Days after transplant");
    }

    #[test]
    fn an_axis_may_begin_at_a_landmark() {
        assert_eq!(axis().tick_label(100.0, 1826.0, 100.0), "day 100");
        assert_eq!(axis().tick_label(365.0, 1826.0, 365.0), "1");
        assert_eq!(axis().tick_label(20.0, 100.0, 20.0), "20");
    }

    #[test]
    fn every_horizon_has_a_readable_number_of_ticks() {
        for axis in [axis(), TimeAxis::Plain { label: "Time".to_owned() }] {
            for days in 6..9000 {
                let count = axis.breaks(f64::from(days)).len();
                assert!((5..=14).contains(&count), "{count} ticks over {days} in {axis:?}");
            }
        }
    }

    #[test]
    fn nothing_to_show_has_one_tick() {
        assert_eq!(axis().breaks(0.0), [0.0]);
        assert_eq!(axis().breaks(f64::NAN), [0.0]);
    }

    #[test]
    fn plain_times_are_shown_as_they_are() {
        let axis = TimeAxis::Plain { label: "Weeks".to_owned() };
        let labels: Vec<_> = axis.breaks(0.35).iter().map(|time| axis.tick_label(*time, 0.35, 0.0)).collect();
        assert_eq!(labels, ["0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3", "0.35"]);
    }
}
