//! Survival of those who have come so far.

use super::kaplan_meier::{Counts, product_limit};
use super::{Absent, RiskRow, Survival};

/// Estimates survival after `given`, of those who are free of the event then.
///
/// # Definition
/// `S(t | T) = S(t) / S(T) = prod over times s with T < s <= t of (1 - d/n)`;
/// `std_error = S(t | T) sqrt(sum over T < s <= t of d / (n (n - d)))`, Greenwood's sum after `T`. Limits are
/// those of a survival curve, of the type of the curve given.
///
/// # Input
/// A Kaplan-Meier curve, and a time of 0 or more. Who has the event or is censored at `given` itself does
/// not count; who enters later does, from then on.
///
/// # Returns
/// A survival curve whose steps are the later ones, and whose subjects are those at risk just after
/// `given`. Before the first later event it is 1, standard error 0, without limits (`no_events`).
///
/// # Edge cases
/// A curve that delayed entry brought to 0 early may be asked again from a later time: the product starts
/// anew there.
///
/// # Errors
/// `beyond_followup` where the last observation is not after `given`; `not_estimable` where it is an event
/// (nobody came so far), where there is nobody, and for a time that is none.
///
/// # References
/// Zabor, Gonen, Chapman and Panageas, JCO Clin Cancer Inform 2020;4:59-66 (review). R: `survfit` of those with an
/// exit after `given`; `survfit(start.time = given)` keeps the events at `given` itself.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, KaplanMeierOptions, RiskTable, conditional_survival, kaplan_meier};
/// // Deaths at 1, 2, 3, 4: of the two alive after 2, one is alive after 3.
/// let intervals = [1.0, 2.0, 3.0, 4.0].map(|t| Interval::from_start(t, 1));
/// let survival = kaplan_meier(&RiskTable::new(&intervals, 1, 4)?, &KaplanMeierOptions::default());
/// assert_eq!(conditional_survival(&survival, 2.0).map(|later| later.at(3.0).estimate), Ok(Ok(0.5)));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn conditional_survival(survival: &Survival, given: f64) -> Result<Survival, Absent> {
    let last = survival.last_time().ok_or(Absent::NotEstimable)?;
    if !given.is_finite() || given < 0.0 {
        return Err(Absent::NotEstimable);
    }
    if given >= last {
        return Err(if survival.last_is_event { Absent::NotEstimable } else { Absent::BeyondFollowup });
    }
    let later = || survival.table.rows().filter(|row| row.time > given);
    let counts = later().filter(RiskRow::is_step).map(|row| Counts {
        time: row.time,
        at_risk: row.at_risk,
        events: row.any_event(),
        censored: row.censored,
    });
    Ok(Survival {
        steps: product_limit(counts, &survival.options),
        subjects: later().next().map_or(0, |row| row.at_risk),
        options: survival.options,
        last_is_event: survival.last_is_event,
        table: survival.table.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::table;
    use crate::estimate::{Interval, KaplanMeierOptions, kaplan_meier};

    fn curve(intervals: &[Interval]) -> Survival {
        kaplan_meier(&table(intervals, 1), &KaplanMeierOptions::default())
    }

    #[test]
    fn by_hand() {
        // Dead at 1, dead and censored at 3, censored at 4, dead at 5 and 6.
        let data = [(1.0, 1), (3.0, 1), (3.0, 0), (4.0, 0), (5.0, 1), (6.0, 1)];
        let survival = curve(&data.map(|(t, c)| Interval::from_start(t, c)));
        // After 1: 4/5 at 3, 4/5 * 1/2 at 5; Greenwood 1/(5*4) + 1/(2*1) = 0.55.
        let later = conditional_survival(&survival, 1.0).unwrap();
        assert_eq!((later.subjects, later.events()), (5, 3));
        assert_eq!(later.at(5.0).estimate, Ok(0.4));
        assert!((later.at(5.0).std_error.unwrap() - 0.4 * libm::sqrt(0.55)).abs() < 1e-15);
        assert_eq!((later.at(2.0).estimate, later.at(2.0).conf_low), (Ok(1.0), Err(Absent::NoEvents)));
        assert_eq!(later.at(7.0).estimate, Ok(0.0));
    }

    #[test]
    fn from_the_start_it_is_survival_but_for_events_at_zero() {
        let survival = curve(&[Interval::from_start(1.0, 1), Interval::from_start(2.0, 0)]);
        assert_eq!(conditional_survival(&survival, 0.0).unwrap().steps, survival.steps);
    }

    #[test]
    fn who_asks_too_late_is_told() {
        let censored = curve(&[Interval::from_start(1.0, 1), Interval::from_start(2.0, 0)]);
        assert_eq!(conditional_survival(&censored, 2.0).err(), Some(Absent::BeyondFollowup));
        let dead = curve(&[Interval::from_start(1.0, 1), Interval::from_start(2.0, 1)]);
        assert_eq!(conditional_survival(&dead, 2.0).err(), Some(Absent::NotEstimable));
        assert_eq!(conditional_survival(&dead, f64::NAN).err(), Some(Absent::NotEstimable));
        assert_eq!(conditional_survival(&curve(&[]), 0.0).err(), Some(Absent::NotEstimable));
    }

    #[test]
    fn a_risk_set_emptied_early_can_be_left_behind() {
        let late =
            [Interval::from_start(1.0, 1), Interval::delayed(2.0, 4.0, 0), Interval::delayed(2.0, 5.0, 1)];
        let survival = curve(&late);
        assert_eq!(survival.at(4.0).estimate, Ok(0.0));
        assert_eq!(conditional_survival(&survival, 2.0).unwrap().at(4.5).estimate, Ok(1.0));
    }
}
