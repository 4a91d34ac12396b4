//! The endpoints of a subject.

use super::EndpointLine;
use crate::cohort::{EndpointData, NoRow};
use crate::domain::Ground;
use crate::ingest::frame::ColumnData;
use crate::study::EndpointKind;
use crate::study::state::counts_from;

/// Each endpoint of the study: of what recurs, one line an event.
pub(super) fn lines(endpoints: &[EndpointData]) -> Vec<EndpointLine> {
    endpoints.iter().flat_map(of_endpoint).collect()
}

fn of_endpoint(data: &EndpointData) -> Vec<EndpointLine> {
    let line = |outcome: String| EndpointLine {
        endpoint: data.endpoint.name.clone(),
        from: counts_from(&data.endpoint),
        entry: None,
        exit: None,
        outcome,
        source: None,
    };
    if let Some((_, why)) = data.absent.first() {
        let why = match why {
            NoRow::NotApplicable => "not applicable",
            NoRow::NeverBelow => "counts never fell",
            NoRow::NotEvaluable => "not evaluable",
        };
        return vec![line(why.to_owned())];
    }
    let text = |name: &str, row: usize| data.rows.column(name).and_then(|column| column.label(row));
    if data.endpoint.kind == EndpointKind::Proportion {
        let outcome = match data.rows.rows {
            0 => "not applicable".to_owned(),
            _ => text("outcome", 0).unwrap_or_else(|| match text("ground", 0) {
                Some(ground) if ground == Ground::Unconfirmed.name() => {
                    "not evaluable: unconfirmed".to_owned()
                }
                _ => "not evaluable".to_owned(),
            }),
        };
        return vec![line(outcome)];
    }
    let whole = |name: &str, row: usize| match data.rows.column(name) {
        Some(ColumnData::Integer { values, .. }) => values.get(row).copied(),
        _ => None,
    };
    let mut entry = 0;
    let mut lines = Vec::new();
    for row in 0..data.rows.rows {
        let cause = whole("cause", row).and_then(|cause| usize::try_from(cause).ok()).unwrap_or_default();
        let name = cause.checked_sub(1).and_then(|place| data.endpoint.causes.get(place));
        let exit = whole("time", row);
        lines.push(EndpointLine {
            entry: Some(entry),
            exit,
            source: text("source", row),
            ..line(name.map_or_else(|| "censored".to_owned(), Clone::clone))
        });
        entry = exit.unwrap_or(entry);
    }
    lines
}
