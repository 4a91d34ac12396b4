//! How long subjects were followed.

use super::kaplan_meier::{Counts, product_limit};
use super::{KaplanMeierOptions, RiskRow, RiskTable, Survival};

/// Estimates the distribution of follow-up time: Kaplan-Meier with events and censorings exchanged.
///
/// # Definition
/// `prod over s <= t of (1 - c / (n - d))`: the `d` who have an event at `s` leave before the `c`
/// censorings at `s`, since they would have been followed longer.
///
/// # Input
/// The risk table of one stratum; an event of any cause ends the chance of seeing the censoring.
///
/// # Returns
/// A curve whose "events" are censorings (`n_event`), and whose `n_censor` are the events; its median by
/// [`quantile`](super::quantile()) is the median follow-up.
///
/// # Edge cases
/// Nobody: no steps. Nobody censored: 1 throughout, the median is `not_reached`.
///
/// # References
/// Schemper and Smith, Control Clin Trials 1996;17:343-6. R: `prodlim(..., reverse = TRUE)`;
/// `survfit(Surv(t, 1 - d) ~ 1)` differs where events and censorings are tied.
///
/// # Examples
/// ```
/// use engraft::estimate::{Interval, KaplanMeierOptions, RiskTable, reverse_kaplan_meier};
/// // At 2 one dies and one is censored, at 3 one is censored: 1 - 1/2 at 2, then 0.
/// let intervals = [(2.0, 1), (2.0, 0), (3.0, 0)].map(|(t, c)| Interval::from_start(t, c));
/// let followup = reverse_kaplan_meier(&RiskTable::new(&intervals, 1, 3)?, &KaplanMeierOptions::default());
/// assert_eq!(followup.at(2.0).estimate, Ok(0.5));
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn reverse_kaplan_meier(table: &RiskTable, options: &KaplanMeierOptions) -> Survival {
    let counts = table.rows().filter(RiskRow::is_step).map(|row| Counts {
        time: row.time,
        at_risk: row.at_risk - row.any_event(),
        events: row.censored,
        censored: row.any_event(),
    });
    let steps = product_limit(counts, options);
    let last_is_event = steps.last().is_some_and(|step| step.n_event > 0);
    Survival { steps, subjects: table.subjects, options: *options, last_is_event, table: table.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Interval, quantile};

    #[test]
    fn deaths_leave_first() {
        // At 1: dead; 2: one dead, one censored; 4: censored; 6: dead; 7: censored.
        let data = [(1.0, 1), (2.0, 1), (2.0, 0), (4.0, 0), (6.0, 1), (7.0, 0)];
        let table = RiskTable::new(&data.map(|(t, c)| Interval::from_start(t, c)), 1, 6).unwrap();
        let followup = reverse_kaplan_meier(&table, &KaplanMeierOptions::default());
        // At 2: 5 at risk, 1 dies, 1 of 4 is censored: 3/4. At 4: 1 of 3: 1/2. At 7: 0.
        let estimates: Vec<_> = followup.steps.iter().map(|step| step.estimate.unwrap()).collect();
        assert_eq!(estimates, [1.0, 0.75, 0.5, 0.5, 0.0]);
        // 1/2 from 4 to 7
        assert_eq!(quantile(&followup, 0.5).estimate, Ok(5.5));
        assert_eq!(followup.at(9.0).estimate, Ok(0.0));
        // One is censored at 1, the other dies at 2: how long others would have been followed is not known.
        let table =
            RiskTable::new(&[(1.0, 0), (2.0, 1)].map(|(t, c)| Interval::from_start(t, c)), 1, 2).unwrap();
        let followup = reverse_kaplan_meier(&table, &KaplanMeierOptions::default());
        assert_eq!(followup.at(2.0).estimate, Ok(0.5));
        assert_eq!(followup.at(3.0).estimate, Err(crate::estimate::Absent::BeyondFollowup));
    }
}
