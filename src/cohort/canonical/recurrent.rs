//! Events that recur until death.

use super::super::error::CohortError;
use super::super::first_event::Outcome;
use super::super::population::Population;
use super::super::{EndpointData, NoRow};
use super::facts::Facts;
use super::{Verdict, count_of, outcome_columns, rules};
use crate::study::Endpoint;

/// One row an event from day 0 on, then one where observation ends. Each begins where the one before it ended.
///
/// An event on the last day of observation, that of death too, counts.
pub(super) fn recurrent(
    population: &Population,
    facts: &Facts,
    endpoint: &Endpoint,
) -> Result<EndpointData, CohortError> {
    let among = population.among(&endpoint.name)?;
    let source = rules::own_source(endpoint);
    let (mut subjects, mut outcomes) = (Vec::new(), Vec::new());
    let mut absent = Vec::new();
    for (row, applies) in among.iter().enumerate() {
        let verdict =
            if *applies { rules::until_death(facts, endpoint, row) } else { Verdict::NotApplicable };
        match verdict {
            Verdict::NotApplicable | Verdict::NeverBelow => absent.push((row, NoRow::NotApplicable)),
            Verdict::NotEvaluable => absent.push((row, NoRow::NotEvaluable)),
            Verdict::Ended(last) => {
                let days = facts.every(&endpoint.name, row).filter(|day| (0..=last.day).contains(day));
                outcomes.extend(days.map(|day| Outcome { day, cause: 1, source }));
                outcomes.push(last);
                subjects.resize(outcomes.len(), row);
            }
        }
    }
    Ok(EndpointData {
        endpoint: endpoint.clone(),
        rows: population.rows_of(&subjects, outcome_columns(&outcomes))?,
        not_applicable: count_of(&absent, NoRow::NotApplicable),
        never_below: 0,
        not_evaluable: count_of(&absent, NoRow::NotEvaluable),
        absent,
        contradictions: 0,
    })
}
