//! Recovery of neutrophils and platelets after transplant.

use super::canonical::Span;
use super::first_event::Confirmed;
use super::labs::{Measurement, at_least};
use crate::study::EngraftmentRules;
use crate::study::engraftment::{LossRule, RecoveryRule};

/// What the counts say about recovery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recovery {
    /// The counts do not say: none in the time of the nadir, too few, or not for long enough.
    NotMeasured,
    /// The counts never fell below the threshold.
    NeverBelow,
    /// The counts fell and recovered on this day; known with the last count that it takes.
    Recovered(Confirmed),
    /// The counts fell, had not recovered before this day, and from then on are too few to say.
    Begun(i32),
    /// The counts fell and did not recover.
    NotRecovered,
}

impl Recovery {
    /// The day from which the graft is known to work: day 0 for counts that never fell.
    pub(super) fn day(self) -> Option<i32> {
        match self {
            Self::NeverBelow => Some(0),
            Self::Recovered(recovered) => Some(recovered.day),
            Self::NotMeasured | Self::Begun(_) | Self::NotRecovered => None,
        }
    }
}

/// Recovery of a count of one patient.
///
/// # Definition
/// The nadir is the first lowest count from the start of conditioning to `nadir_to`. From there and from day 0 on,
/// recovery is the first of `rule.successive` measured days in a row with a count at or above `rule.at_least`, none of
/// them within `rule.transfusion_free` days after a transfusion. A nadir that is not below the limit is no fall,
/// unless there was a transfusion in its time.
///
/// That counts never fell is known from as many days as a recovery takes; that they did not recover, from counts that
/// reach to `measured_to_within` days before `nadir_to` and whose last do not begin a recovery. Where the last ones do, the
/// counts that reach so far before them say that there was none until then.
///
/// # Input
/// Counts in the order of their days, 10^9/L; transfusions of platelets, none for neutrophils; the day on which
/// conditioning began.
///
/// # Returns
/// What the counts say.
pub(super) fn recovery(
    counts: &[Measurement],
    (rule, rules): (&RecoveryRule, &EngraftmentRules),
    transfusions: &[Span],
    cond_start: Option<i32>,
) -> Recovery {
    let window = cond_start.unwrap_or(0).min(0)..=rules.nadir_to;
    let lowest = counts.iter().filter(|count| window.contains(&count.day));
    let Some(nadir) = lowest.min_by(|left, right| left.value.total_cmp(&right.value)) else {
        return Recovery::NotMeasured;
    };
    let early = counts.iter().filter(|count| (0..=rules.nadir_to).contains(&count.day)).count();
    if at_least(nadir.value, rule.at_least) && !transfusions.iter().any(|span| window.contains(&span.start)) {
        return if early < rule.successive { Recovery::NotMeasured } else { Recovery::NeverBelow };
    }
    if early == 0 {
        return Recovery::NotMeasured;
    }
    let supported =
        |count: &Measurement| transfusions.iter().any(|span| span.reaches(count.day, rule.transfusion_free));
    let from = nadir.day.max(0);
    let after: Vec<&Measurement> = counts.iter().filter(|count| count.day >= from).collect();
    let mut run = 0;
    for (place, count) in after.iter().enumerate() {
        run = if at_least(count.value, rule.at_least) && !supported(count) { run + 1 } else { 0 };
        if run == rule.successive {
            return Recovery::Recovered(Confirmed { day: after[place + 1 - run].day, confirmed: count.day });
        }
    }
    let (low, begun) = after.split_at(after.len() - run);
    let reaches = low.last().is_some_and(|last| last.day >= rules.nadir_to - rules.measured_to_within);
    match begun.first() {
        _ if !reaches => Recovery::NotMeasured,
        Some(first) => Recovery::Begun(first.day),
        None => Recovery::NotRecovered,
    }
}

/// Loss of a graft that has taken, by counts.
///
/// # Definition
/// After the count that completes recovery, the first of `rule.successive` measured days in a row with a count below
/// `rule.below`. Counts on the days of growth factor and `rule.growth_factor_free` days after are passed over: they
/// neither show nor rule out a loss.
///
/// # Input
/// Neutrophils in the order of their days, 10^9/L, of the first graft alone; the days of growth factor.
///
/// # Returns
/// The first day of the loss, known with the last count that it takes.
pub(super) fn loss(
    counts: &[Measurement],
    rule: &LossRule,
    growth_factor: &[Span],
    recovered: Recovery,
) -> Option<Confirmed> {
    let from = match recovered {
        Recovery::NeverBelow => 0,
        Recovery::Recovered(found) => found.confirmed,
        Recovery::NotMeasured | Recovery::Begun(_) | Recovery::NotRecovered => return None,
    };
    let masked = |count: &&Measurement| {
        growth_factor.iter().any(|span| span.reaches(count.day, rule.growth_factor_free))
    };
    let (mut run, mut first) = (0, None);
    for count in counts.iter().filter(|count| count.day > from && !masked(count)) {
        run = if at_least(count.value, rule.below) { 0 } else { run + 1 };
        first = if run == 1 { Some(count.day) } else { first };
        if run == rule.successive {
            return first.map(|day| Confirmed { day, confirmed: count.day });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graft_is_lost_on_the_first_of_successive_low_counts_after_recovery() {
        let rule = LossRule { below: 0.5, successive: 3, growth_factor_free: 7 };
        let series =
            counts(&[(12, 0.6), (13, 0.9), (14, 1.4), (40, 0.4), (41, 0.6), (60, 0.4), (61, 0.3), (70, 0.1)]);
        let lost = |growth_factor: &[Span]| loss(&series, &rule, growth_factor, recovered(12, 14));
        assert_eq!(lost(&[]), Some(Confirmed { day: 60, confirmed: 70 }));
        // What growth factor hides is not known: the counts of days 60 and 61 are passed over, and one is not enough.
        assert_eq!(lost(&[Span { start: 54, end: 54 }]), None);
        let at = |successive: usize| {
            loss(&series, &LossRule { successive, ..rule }, &[], recovered(12, 14)).map(|lost| lost.day)
        };
        assert_eq!([1, 2, 3, 4].map(at), [Some(40), Some(60), Some(60), None]);
        assert_eq!(loss(&series, &rule, &[], Recovery::NotRecovered), None);
        assert_eq!(loss(&series, &rule, &[], Recovery::NeverBelow).map(|lost| lost.day), Some(60));
    }

    fn neutrophil_recovery(counts: &[Measurement], cond_start: Option<i32>) -> Recovery {
        let rules = EngraftmentRules::built_in();
        recovery(counts, (&rules.neutrophils, &rules), &[], cond_start)
    }

    fn recovered(day: i32, confirmed: i32) -> Recovery {
        Recovery::Recovered(Confirmed { day, confirmed })
    }

    fn platelet_recovery(counts: &[Measurement], transfusions: &[Span], cond_start: Option<i32>) -> Recovery {
        let rules = EngraftmentRules::built_in();
        recovery(counts, (&rules.platelets, &rules), transfusions, cond_start)
    }

    #[test]
    fn a_study_may_ask_for_other_limits() {
        let series = counts(&[(0, 0.9), (5, 0.1), (12, 0.5), (13, 0.7), (14, 1.0), (15, 1.2), (30, 0.4)]);
        let rules = EngraftmentRules::built_in();
        let asked = |at_least: f64, successive: usize, rules: &EngraftmentRules| {
            let rule = RecoveryRule { at_least, successive, transfusion_free: 0 };
            recovery(&series, (&rule, rules), &[], None)
        };
        assert_eq!(asked(1.0, 2, &rules), recovered(14, 15));
        assert_eq!(asked(0.6, 1, &rules), recovered(13, 13));
        assert_eq!(asked(1.0, 3, &rules), Recovery::NotRecovered);
        assert_eq!(asked(0.1, 1, &rules), Recovery::NeverBelow);
        let early = EngraftmentRules { nadir_to: 4, ..rules };
        assert_eq!(asked(0.95, 1, &early), recovered(14, 14));
        assert_eq!(asked(0.9, 1, &early), Recovery::NeverBelow);
        assert_eq!(asked(0.9, 2, &early), Recovery::NotMeasured);
    }

    #[test]
    fn counts_that_stop_or_begin_to_recover_do_not_show_failure() {
        let of = |values: &[(i32, f64)]| neutrophil_recovery(&counts(values), Some(-7));
        assert_eq!(of(&[(0, 0.4), (9, 0.1), (12, 0.6), (13, 0.9)]), Recovery::NotMeasured);
        assert_eq!(of(&[(0, 0.4), (14, 0.6), (28, 2.0)]), Recovery::NotMeasured);
        assert_eq!(of(&[(0, 0.4), (9, 0.1), (22, 0.1)]), Recovery::NotMeasured);
        // Until the counts that begin to recover there was none, if they were measured so far.
        assert_eq!(of(&[(0, 0.4), (9, 0.1), (42, 0.03), (56, 1.88), (66, 0.56)]), Recovery::Begun(56));
        assert_eq!(of(&[(0, 0.4), (9, 0.1), (23, 0.1), (24, 0.6)]), Recovery::Begun(24));
        assert_eq!(of(&[(0, 0.4), (9, 0.1), (56, 1.88), (66, 0.56)]), Recovery::NotMeasured);
        assert_eq!(of(&[(0, 0.4), (9, 0.1), (23, 0.1)]), Recovery::NotRecovered);
        assert_eq!(of(&[(0, 0.4), (14, 0.6), (28, 2.0), (35, 0.3)]), Recovery::NotRecovered);
        assert_eq!(of(&[(0, 1.0), (2, 0.7)]), Recovery::NotMeasured);
        assert_eq!(of(&[(25, 3.0)]), Recovery::NotMeasured);
    }

    fn counts(values: &[(i32, f64)]) -> Vec<Measurement> {
        values
            .iter()
            .map(|&(day, value)| Measurement { day, value, lln: None, uln: None, below_lod: false })
            .collect()
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
        assert_eq!(neutrophil_recovery(&series, Some(-7)), recovered(12, 14));
        assert_eq!(neutrophil_recovery(&series[..9], Some(-7)), Recovery::NotMeasured);
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
        assert_eq!(platelet_recovery(&series, &[], None), recovered(12, 16));
        let transfused = [Span { start: 8, end: 8 }];
        assert_eq!(platelet_recovery(&series, &transfused, None), recovered(16, 20));
        let held_up = counts(&[(0, 60.0), (5, 25.0), (14, 60.0), (15, 60.0), (16, 60.0)]);
        assert_eq!(platelet_recovery(&held_up, &[], None), Recovery::NeverBelow);
        assert_eq!(platelet_recovery(&held_up, &[Span { start: 4, end: 4 }], None), recovered(14, 16));
    }
}
