//! ARD rows, comma-separated.

use std::io::{self, Write};

use super::ard::Row;
use super::json::group_object;

/// Writes rows with a header; the group is a JSON object, a missing value an empty cell.
///
/// # Errors
/// Those of the writer.
pub fn write_csv(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    // Through memory: the error of a closed pipe then stays what it is.
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "analysis_id",
        "analysis",
        "population",
        "comparison",
        "endpoint",
        "group",
        "cause",
        "term",
        "time",
        "time_unit",
        "stat",
        "value",
        "reason",
        "method",
    ])?;
    for row in rows {
        let text = |value: &Option<std::sync::Arc<str>>| value.as_deref().unwrap_or_default().to_owned();
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        writer.write_record([
            row.analysis_id.to_string(),
            row.analysis.to_string(),
            text(&row.population),
            text(&row.comparison),
            text(&row.endpoint),
            group_object(&row.group).to_string(),
            text(&row.cause),
            text(&row.term),
            number(row.time),
            text(&row.time_unit),
            row.stat.to_string(),
            number(row.value),
            row.reason.map(super::ard::Reason::name).unwrap_or_default().to_owned(),
            row.method.to_string(),
        ])?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    out.write_all(&bytes)
}
