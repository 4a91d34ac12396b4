//! Events that recur until death.

use super::super::error::CohortError;
use super::super::first_event::Outcome;
use super::super::population::Population;
use super::super::{EndpointData, NoRow};
use super::events::row_key;
use super::facts::Facts;
use super::{Verdict, count_of, outcome_columns, rules};
use crate::study::{Endpoint, PartEvent};

/// One row an event from day 0 on, then one where observation ends. Each begins where the one before it ended.
///
/// An event on the last day of observation, that of death too, counts.
pub(super) fn recurrent(
    population: &Population,
    facts: &Facts,
    endpoint: &Endpoint,
) -> Result<EndpointData, CohortError> {
    let among = population.among(&endpoint.name)?;
    let Some(part) = endpoint.plan.interest().next() else {
        return Err(CohortError::UnknownEndpoint { endpoint: endpoint.name.clone() });
    };
    let (key, source) = match &part.event {
        PartEvent::Rows { table, condition } if table == "treatments" => {
            (row_key(table, condition), "treatments.start_day")
        }
        PartEvent::Rows { table, condition } => (row_key(table, condition), "events.day"),
        PartEvent::Milestone { milestone, .. } => (milestone.name().to_owned(), ""),
    };
    let (mut subjects, mut outcomes) = (Vec::new(), Vec::new());
    let mut absent = Vec::new();
    for (row, applies) in among.iter().enumerate() {
        let exists = *applies && rules::applies(endpoint.applies_to, &facts.subjects[row]);
        let verdict = match exists {
            false => Verdict::NotApplicable,
            true if facts.is_untold(&key) => Verdict::NotEvaluable,
            true => rules::until_death(facts, endpoint, row),
        };
        match verdict {
            Verdict::NotApplicable | Verdict::NeverBelow => absent.push((row, NoRow::NotApplicable)),
            Verdict::NotEvaluable => absent.push((row, NoRow::NotEvaluable)),
            Verdict::Ended(last) => {
                let days = facts.every(&key, row).filter(|day| (0..=last.day).contains(day));
                let known = |day| Outcome { day, cause: 1, source, part: Some(0), known: day, ..last };
                outcomes.extend(days.map(known));
                outcomes.push(last);
                subjects.resize(outcomes.len(), row);
            }
        }
    }
    Ok(EndpointData {
        endpoint: endpoint.clone(),
        rows: population.rows_of(&subjects, outcome_columns(endpoint, &outcomes))?,
        not_applicable: count_of(&absent, NoRow::NotApplicable),
        never_below: 0,
        not_evaluable: count_of(&absent, NoRow::NotEvaluable),
        absent,
        contradictions: 0,
    })
}
