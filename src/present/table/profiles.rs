//! What regressions predict at values of their covariates, at the times of the study.

use super::groups::{interval_heading, share};
use super::{Cell, Column, Table, TableRow};
use crate::present::methods::sentences;
use crate::present::profiles::{Predicted, PredictedLine};
use crate::present::results::{Key, Sources};
use crate::present::slug::slug;
use crate::present::text::EndpointText;

/// A row a profile, and a stratum where these have their own.
pub(in crate::present) fn predicted_table(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    model: &Predicted<'_>,
) -> Table {
    let times = model.asked.times("estimate");
    let heading = interval_heading(&model.asked);
    let mut columns = vec![Column::words("Covariates")];
    let of_time = |time: &f64| format!("{}, % ({heading})", sources.text.time_heading(*time));
    columns.extend(times.iter().map(|time| Column::numbers(of_time(time))));
    let cause = model.asked.rows().first().and_then(|row| row.cause.as_deref());
    let row = |line: &PredictedLine<'_>| {
        let own = line.of(&model.asked);
        let at = |time: &f64| share(&own, Key { cause, time: Some(*time), ..Key::default() });
        TableRow::top(std::iter::once(Cell::Text(line.label.clone())).chain(times.iter().map(at)).collect())
    };
    let mut footnotes: Vec<String> =
        (!model.common.is_empty()).then(|| model.common.clone()).into_iter().collect();
    footnotes.extend(sentences(&model.asked).into_iter().map(|method| format!("Method: {method}.")));
    Table {
        id: format!("{}-predicted{}", slug(&endpoint.name), model.number.trim()),
        title: format!("{}: predicted by regression{}", endpoint.label, model.number),
        columns,
        rows: model.lines.iter().map(row).collect(),
        footnotes,
        ..Table::default()
    }
    .explained()
}
