//! Recovery of neutrophils and platelets after transplant.

use super::canonical::Span;
use super::labs::Measurement;

/// Neutrophils, 10^9/L: recovery from here on.
const NEUTROPHILS: f64 = 0.5;
/// Platelets, 10^9/L: recovery from here on.
const PLATELETS: f64 = 20.0;
/// So many successive values have to be there.
const SUCCESSIVE: usize = 3;
/// Platelets within so many days after a transfusion do not count.
const TRANSFUSION_FREE: i32 = 7;
/// The nadir is looked for to this day.
const NADIR_LAST_DAY: i32 = 30;

/// What the counts say about recovery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recovery {
    /// No value from day 0 to day 30.
    NotMeasured,
    /// The counts never fell below the threshold.
    NeverBelow,
    /// The counts fell and recovered on this day.
    Recovered(i32),
    /// The counts fell and did not recover.
    NotRecovered,
}

impl Recovery {
    /// The day from which the graft is known to work: day 0 for counts that never fell.
    pub(super) fn day(self) -> Option<i32> {
        match self {
            Self::NeverBelow => Some(0),
            Self::Recovered(day) => Some(day),
            Self::NotMeasured | Self::NotRecovered => None,
        }
    }
}

/// Neutrophils: the first of three successive measured days at or above 0.5 x 10^9/L after the
/// nadir, from day 0 on.
///
/// The nadir is the first lowest value from the start of conditioning to day 30.
pub(super) fn neutrophil_recovery(counts: &[Measurement], cond_start: Option<i32>) -> Recovery {
    let Some(nadir) = nadir(counts, cond_start) else { return Recovery::NotMeasured };
    if nadir.value >= NEUTROPHILS {
        return Recovery::NeverBelow;
    }
    first_run(counts, nadir, |count| count.value >= NEUTROPHILS)
}

/// Platelets: the first of three consecutive measurements on different days at or above
/// 20 x 10^9/L after the nadir, none within 7 days after a transfusion.
///
/// Who was transfused between the start of conditioning and day 30 is taken to have fallen below.
pub(super) fn platelet_recovery(
    counts: &[Measurement],
    transfusions: &[Span],
    cond_start: Option<i32>,
) -> Recovery {
    let Some(nadir) = nadir(counts, cond_start) else { return Recovery::NotMeasured };
    let window = first_day(cond_start)..=NADIR_LAST_DAY;
    if nadir.value >= PLATELETS && !transfusions.iter().any(|span| window.contains(&span.start)) {
        return Recovery::NeverBelow;
    }
    first_run(counts, nadir, |count| {
        count.value >= PLATELETS && !transfusions.iter().any(|span| span.reaches(count.day, TRANSFUSION_FREE))
    })
}

fn first_day(cond_start: Option<i32>) -> i32 {
    cond_start.unwrap_or(0).min(0)
}

fn nadir(counts: &[Measurement], cond_start: Option<i32>) -> Option<Measurement> {
    let window = first_day(cond_start)..=NADIR_LAST_DAY;
    if !counts.iter().any(|count| (0..=NADIR_LAST_DAY).contains(&count.day)) {
        return None;
    }
    counts
        .iter()
        .filter(|count| window.contains(&count.day))
        .copied()
        .min_by(|left, right| left.value.total_cmp(&right.value))
}

fn first_run(
    counts: &[Measurement],
    nadir: Measurement,
    recovered: impl Fn(&Measurement) -> bool,
) -> Recovery {
    let mut run = 0;
    let after: Vec<&Measurement> =
        counts.iter().filter(|count| count.day >= 0 && count.day >= nadir.day).collect();
    for (place, count) in after.iter().enumerate() {
        run = if recovered(count) { run + 1 } else { 0 };
        if run == SUCCESSIVE {
            return Recovery::Recovered(after[place + 1 - SUCCESSIVE].day);
        }
    }
    Recovery::NotRecovered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(values: &[(i32, f64)]) -> Vec<Measurement> {
        values.iter().map(|&(day, value)| Measurement { day, value, lln: None, uln: None }).collect()
    }

    #[test]
    fn three_successive_days_after_the_nadir() {
        let series = counts(&[
            (-8, 3.0),
            (0, 0.9),
            (1, 0.8),
            (2, 0.6),
            (5, 0.0),
            (10, 0.5),
            (11, 0.4),
            (12, 0.5),
            (13, 0.7),
            (14, 0.9),
        ]);
        assert_eq!(neutrophil_recovery(&series, Some(-7)), Recovery::Recovered(12));
        assert_eq!(neutrophil_recovery(&series[..9], Some(-7)), Recovery::NotRecovered);
    }

    #[test]
    fn counts_that_never_fell_are_told_apart() {
        let series = counts(&[(-20, 0.1), (0, 2.0), (7, 0.5), (14, 3.0)]);
        assert_eq!(neutrophil_recovery(&series, Some(-7)), Recovery::NeverBelow);
        assert_eq!(neutrophil_recovery(&[], None), Recovery::NotMeasured);
        assert_eq!(neutrophil_recovery(&counts(&[(-3, 0.1), (50, 4.0)]), None), Recovery::NotMeasured);
    }

    #[test]
    fn platelets_within_seven_days_after_a_transfusion_do_not_count() {
        let series =
            counts(&[(0, 60.0), (5, 9.0), (12, 30.0), (14, 25.0), (16, 22.0), (18, 40.0), (20, 50.0)]);
        assert_eq!(platelet_recovery(&series, &[], None), Recovery::Recovered(12));
        let transfused = [Span { start: 8, end: 8 }];
        assert_eq!(platelet_recovery(&series, &transfused, None), Recovery::Recovered(16));
        let held_up = counts(&[(0, 60.0), (5, 25.0), (14, 60.0), (15, 60.0), (16, 60.0)]);
        assert_eq!(platelet_recovery(&held_up, &[], None), Recovery::NeverBelow);
        assert_eq!(platelet_recovery(&held_up, &[Span { start: 4, end: 4 }], None), Recovery::Recovered(14));
    }
}
