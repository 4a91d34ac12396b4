//! Times to event of ADTTE -> endpoints, subject by subject, as the sponsor derived them.

use std::collections::BTreeMap;

use super::error::CohortError;
use super::population::Population;
use super::table::{Columns, scan, text_column};
use super::wide::time_column;
use super::{CohortInput, EndpointData, NoRow};
use crate::domain::table::ADTTE;
use crate::ingest::frame::ColumnData;
use crate::study::Endpoint;
use crate::study::file::{AdtteEvent, EventSpec};

/// How a subject ended.
struct End {
    days: f64,
    /// 0 censored, `i` the `i`-th cause.
    cause: i64,
}

/// The event of an endpoint that reads ADTTE.
pub(super) fn event_of(endpoint: &Endpoint) -> Option<&AdtteEvent> {
    match &endpoint.spec.event {
        Some(EventSpec::Adtte(event)) => Some(event),
        _ => None,
    }
}

/// The rows of an endpoint: subjects without the parameter, or without a time, are not evaluable.
pub(super) fn timed(
    input: &CohortInput<'_>,
    population: &Population,
    endpoint: &Endpoint,
    event: &AdtteEvent,
) -> Result<EndpointData, CohortError> {
    let ends = ends(input, endpoint, event)?;
    let among = population.among(&endpoint.name)?;
    let identifiers = population.columns.get("subject_id")?;
    let (mut subjects, mut kept, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    for (row, applies) in among.iter().enumerate() {
        let end = identifiers.label(row).and_then(|subject| ends.get(&subject));
        match (applies, end) {
            (false, _) => absent.push((row, NoRow::NotApplicable)),
            (true, None) => absent.push((row, NoRow::NotEvaluable)),
            (true, Some(end)) => {
                subjects.push(row);
                kept.push(end);
            }
        }
    }
    let times: Vec<f64> = kept.iter().map(|end| end.days).collect();
    let causes = kept.iter().map(|end| end.cause).collect();
    let source = format!("adtte.{}", event.paramcd.get_ref());
    let columns = vec![
        ("time".to_owned(), time_column(&times)),
        ("cause".to_owned(), ColumnData::Integer { values: causes, valid: None }),
        ("source".to_owned(), text_column(kept.iter().map(|_| Some(source.as_str())))),
    ];
    let count = |reason| absent.iter().filter(|(_, why)| *why == reason).count() as u64;
    Ok(EndpointData {
        endpoint: endpoint.clone(),
        rows: population.rows_of(&subjects, columns)?,
        not_applicable: count(NoRow::NotApplicable),
        never_below: 0,
        not_evaluable: count(NoRow::NotEvaluable),
        absent,
        contradictions: 0,
    })
}

/// How each subject ended in the parameter.
fn ends(
    input: &CohortInput<'_>,
    endpoint: &Endpoint,
    event: &AdtteEvent,
) -> Result<BTreeMap<String, End>, CohortError> {
    let table = Columns::collect(ADTTE.name, scan(ADTTE.name, input.table(ADTTE.name)?)?)?;
    let (parameters, subjects) = (table.get("paramcd")?, table.get("subject_id")?);
    let (times, codes) = (table.get("time")?, table.get("cnsr")?);
    let mut ends = BTreeMap::new();
    for row in 0..table.rows {
        if parameters.label(row).as_ref() != Some(event.paramcd.get_ref()) {
            continue;
        }
        let (Some(subject), Some(days), Some(code)) =
            (subjects.label(row), times.number(row), codes.label(row))
        else {
            continue;
        };
        let Some(meaning) = event.codes.get(&code) else {
            return Err(CohortError::UnnamedCode {
                endpoint: endpoint.name.clone(),
                column: "CNSR".to_owned(),
                code,
                rows: 1,
            });
        };
        let place = endpoint.causes.iter().position(|cause| cause == meaning);
        let cause = place.map_or(0, |place| i64::try_from(place + 1).unwrap_or(0));
        ends.insert(subject, End { days, cause });
    }
    Ok(ends)
}

#[cfg(test)]
mod tests {
    use crate::cohort::fixture::wide_with_adtte;

    const STUDY: &str = "[inputs.wide]\nfiles = 'extract.csv'\n[inputs.wide.columns]\n\
        subject_id = { kind = 'text' }\narm = { kind = 'text' }\n[inputs.adtte]\nfiles = 'adtte.csv'\n\
        [strata]\narm = { column = 'arm' }\n[[endpoint]]\nname = 'relapse'\n\
        event = { paramcd = 'TTR', codes = { 0 = 'relapse', 1 = 'censored', 2 = 'death' } }\n";

    #[test]
    fn a_code_above_zero_may_be_a_competing_event() {
        let extract = "subject_id,arm\nS1,a\nS2,b\nS3,a\nS4,b\nS5,a\n";
        let adtte = "USUBJID,PARAMCD,PARAM,AVAL,CNSR\nS1,TTR,Time to relapse (DAYS),30,0\n\
            S1,OS,Overall survival (DAYS),90,0\nS2,TTR,Time to relapse (DAYS),20,1\n\
            S3,TTR,Time to relapse (DAYS),10,2\nS4,TTR,Time to relapse (DAYS),,\n";
        let cohort = wide_with_adtte(extract, adtte, STUDY).unwrap();
        let relapse = cohort.endpoint("relapse");
        assert_eq!(relapse.endpoint.causes, ["relapse", "death"]);
        assert_eq!(relapse.shown(), ["S1: 30 relapse", "S2: 20 censored", "S3: 10 death"]);
        assert_eq!(relapse.not_evaluable, 2);
        assert_eq!(relapse.source(0), "adtte.TTR");
    }
}
