//! Columns as a Dataset-JSON document: the reader's mirror.
//!
//! Metadata on the first line, one row a line after it, so that a diff shows rows.

use serde_json::{Map, Value, json};

use super::super::frame::{ColumnData, Detail, Frame, Temporal};
use super::super::outgoing::{Heading, WriteError};
use super::iso;

/// The bytes of a document.
///
/// # Errors
/// [`WriteError::Number`] for a date or time beyond the years 1 to 9999.
pub fn write(heading: &Heading, frame: &Frame) -> Result<Vec<u8>, WriteError> {
    let mut metadata = metadata(heading, frame).to_string();
    // The rows stand within the same object.
    metadata.truncate(metadata.len() - 1);
    let mut out = metadata.into_bytes();
    out.extend_from_slice(b",\"rows\":[\n");
    let temporal: Vec<Option<Temporal>> =
        frame.columns.iter().map(|(name, _)| frame.detail(name).temporal).collect();
    for row in 0..frame.rows {
        let mut cells = Vec::with_capacity(frame.columns.len());
        for ((name, values), temporal) in frame.columns.iter().zip(&temporal) {
            let wrong = || WriteError::Number { name: name.clone(), row: row + 1 };
            cells.push(cell(values, *temporal, row).ok_or_else(wrong)?);
        }
        out.extend_from_slice(Value::Array(cells).to_string().as_bytes());
        out.extend_from_slice(if row + 1 < frame.rows { b",\n" } else { b"\n" });
    }
    out.extend_from_slice(b"]}\n");
    Ok(out)
}

fn metadata(heading: &Heading, frame: &Frame) -> Value {
    let (name, day) = (&heading.name, heading.day);
    let columns: Vec<Value> = frame
        .columns
        .iter()
        .map(|(column, values)| description(heading, column, values, &frame.detail(column)))
        .collect();
    json!({
        "datasetJSONCreationDateTime": format!("{:04}-{:02}-{:02}T00:00:00", day.year, day.month, day.day),
        "datasetJSONVersion": "1.1.0",
        "fileOID": format!("{}.{name}", heading.study),
        "sourceSystem": { "name": "engraft", "version": env!("CARGO_PKG_VERSION") },
        "studyOID": heading.study,
        "itemGroupOID": format!("IG.{name}"),
        "records": frame.rows,
        "name": name,
        "label": heading.label,
        "columns": columns,
    })
}

fn description(heading: &Heading, name: &str, values: &ColumnData, detail: &Detail) -> Value {
    let mut column = Map::new();
    let mut put = |key: &str, value: Value| column.insert(key.to_owned(), value);
    put("itemOID", json!(format!("IT.{}.{name}", heading.name)));
    put("name", json!(name));
    put("label", json!(detail.label.as_deref().unwrap_or_default()));
    let (data_type, format) = match (values, detail.temporal) {
        (ColumnData::Text { .. }, None) => ("string", None),
        (ColumnData::Boolean { .. }, _) => ("boolean", None),
        (_, Some(Temporal::Date)) => ("date", Some("E8601DA.")),
        (_, Some(Temporal::DateTime)) => ("datetime", Some("E8601DT.")),
        (_, Some(Temporal::Time)) => ("time", Some("E8601TM.")),
        (ColumnData::Integer { .. }, None) => ("integer", None),
        (ColumnData::Real { .. }, None) => ("float", None),
    };
    put("dataType", json!(data_type));
    match values {
        ColumnData::Text { levels, .. } => {
            let length = levels.iter().map(|level| level.chars().count()).max().unwrap_or(1).max(1);
            put("length", json!(length));
        }
        _ => {
            if let Some(format) = format {
                put("targetDataType", json!("integer"));
                put("displayFormat", json!(format));
            }
        }
    }
    if let Some(place) = heading.keys.iter().position(|key| key == name) {
        put("keySequence", json!(place + 1));
    }
    Value::Object(column)
}

/// A cell; none if a moment cannot be written.
fn cell(values: &ColumnData, temporal: Option<Temporal>, row: usize) -> Option<Value> {
    if values.is_missing(row) {
        return Some(Value::Null);
    }
    Some(match (values, temporal) {
        (ColumnData::Text { codes, levels }, _) => json!(levels.get(codes[row] as usize)?),
        (ColumnData::Boolean { values, .. }, _) => json!(values[row]),
        (_, Some(temporal)) => json!(iso::text(values.number(row)?, temporal)?),
        (ColumnData::Integer { values, .. }, None) => json!(values[row]),
        (ColumnData::Real { values, .. }, None) => json!(values[row]),
    })
}
