//! Charts of the mean number of recurrent events.

use super::{CurveRows, MOST_CURVES, title};
use crate::present::chart::model::{CurveChart, Direction};
use crate::present::results::{Key, Sources};
use crate::present::text::EndpointText;

/// Mean cumulative counts: of everybody, or of the groups of a comparison.
pub(in crate::present) fn mean_count_model(
    sources: Sources<'_>,
    endpoint: &EndpointText,
    by: Option<&str>,
) -> Option<CurveChart> {
    let rows = CurveRows::new(sources, endpoint, by);
    let lines = rows.lines(by, Key { analysis: "recurrent", ..Key::default() });
    if lines.is_empty() || lines.len() > MOST_CURVES {
        return None;
    }
    let title = title(sources, &endpoint.label, by);
    let risk_table = rows.risk_table(&lines, &["n_risk", "n_event", "n_terminal"]);
    Some(CurveChart { risk_table, ..rows.chart(sources, endpoint, (title, Direction::Count), &lines) })
}
