//! ARD rows as Parquet, and back.

use std::sync::Arc;

use arrow::array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use serde_json::Value;

use super::ard::{Reason, Row};
use super::json::group_object;
use crate::domain::Group;
use crate::domain::table::SCHEMA_VERSION;

/// Why ARD rows could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum ArdError {
    /// The columns do not fit together.
    #[error("the results do not fit their schema")]
    Arrow(#[from] arrow::error::ArrowError),
    /// The file is damaged or is no Parquet.
    #[error("the results file cannot be read or written")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// The file is Parquet, but not of results.
    #[error("the results file has no column {0} of the expected type")]
    Column(&'static str),
    /// A group or reason is not what is written there.
    #[error("the results file holds a {0} that is not understood")]
    Value(&'static str),
}

const TEXTS: [&str; 11] = [
    "analysis_id",
    "analysis",
    "population",
    "comparison",
    "endpoint",
    "group",
    "cause",
    "term",
    "time_unit",
    "stat",
    "method",
];

/// The rows as the bytes of a Parquet file; the same rows give the same bytes.
///
/// # Errors
/// [`ArdError`] where a column cannot be written.
pub fn to_parquet(rows: &[Row]) -> Result<Vec<u8>, ArdError> {
    let schema = Arc::new(schema());
    let groups: Vec<String> = rows.iter().map(|row| group_object(&row.group).to_string()).collect();
    let text = |value: &dyn Fn(&Row) -> Option<&str>| -> ArrayRef {
        Arc::new(rows.iter().map(|row| value(row).map(str::to_owned)).collect::<StringArray>())
    };
    let columns: Vec<ArrayRef> = vec![
        text(&|row| Some(&row.analysis_id)),
        text(&|row| Some(&row.analysis)),
        text(&|row| row.population.as_deref()),
        text(&|row| row.comparison.as_deref()),
        text(&|row| row.endpoint.as_deref()),
        Arc::new(StringArray::from(groups)),
        text(&|row| row.cause.as_deref()),
        text(&|row| row.term.as_deref()),
        Arc::new(rows.iter().map(|row| row.time).collect::<Float64Array>()),
        text(&|row| row.time_unit.as_deref()),
        text(&|row| Some(&row.stat)),
        Arc::new(rows.iter().map(|row| row.value).collect::<Float64Array>()),
        Arc::new(rows.iter().map(|row| row.reason.map(Reason::name)).collect::<StringArray>()),
        text(&|row| Some(&row.method)),
    ];
    let batch = RecordBatch::try_new(Arc::clone(&schema), columns)?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_created_by("engraft".to_owned())
        .set_key_value_metadata(Some(vec![KeyValue::new(
            "engraft.schema_version".to_owned(),
            SCHEMA_VERSION.to_string(),
        )]))
        .build();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, schema, Some(properties))?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(bytes)
}

fn schema() -> Schema {
    let text = |name: &str, nullable| Field::new(name, DataType::Utf8, nullable);
    Schema::new(vec![
        text("analysis_id", false),
        text("analysis", false),
        text("population", true),
        text("comparison", true),
        text("endpoint", true),
        text("group", false),
        text("cause", true),
        text("term", true),
        Field::new("time", DataType::Float64, true),
        text("time_unit", true),
        text("stat", false),
        Field::new("value", DataType::Float64, true),
        text("reason", true),
        text("method", false),
    ])
}

/// Reads rows back from the bytes of a Parquet file.
///
/// # Errors
/// [`ArdError`] where the file is not what [`to_parquet`] writes.
pub fn from_parquet(bytes: Vec<u8>) -> Result<Vec<Row>, ArdError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(bytes))?.build()?;
    let mut rows = Vec::new();
    for batch in reader {
        let batch = batch?;
        let texts: Vec<StringArray> =
            TEXTS.iter().map(|name| column(&batch, name)).collect::<Result<_, _>>()?;
        let reasons: StringArray = column(&batch, "reason")?;
        let times: Float64Array = column(&batch, "time")?;
        let values: Float64Array = column(&batch, "value")?;
        for index in 0..batch.num_rows() {
            let text =
                |column: usize| texts[column].is_valid(index).then(|| Arc::from(texts[column].value(index)));
            let must = |column: usize| text(column).ok_or(ArdError::Value(TEXTS[column]));
            let reason = reasons
                .is_valid(index)
                .then(|| serde_json::from_value(Value::from(reasons.value(index))))
                .transpose()
                .map_err(|_| ArdError::Value("reason"))?;
            rows.push(Row {
                analysis_id: must(0)?,
                analysis: must(1)?,
                population: text(2),
                comparison: text(3),
                endpoint: text(4),
                group: Arc::new(group(&must(5)?)?),
                cause: text(6),
                term: text(7),
                time: times.is_valid(index).then(|| times.value(index)),
                time_unit: text(8),
                stat: must(9)?,
                value: values.is_valid(index).then(|| values.value(index)),
                reason,
                method: must(10)?,
            });
        }
    }
    Ok(rows)
}

fn column<T: Array + Clone + 'static>(batch: &RecordBatch, name: &'static str) -> Result<T, ArdError> {
    batch
        .column_by_name(name)
        .and_then(|column| column.as_any().downcast_ref::<T>().cloned())
        .ok_or(ArdError::Column(name))
}

fn group(text: &str) -> Result<Group, ArdError> {
    let Ok(Value::Object(levels)) = serde_json::from_str(text) else { return Err(ArdError::Value("group")) };
    levels
        .into_iter()
        .map(|(name, level)| match level {
            Value::String(level) => Ok((name, level)),
            _ => Err(ArdError::Value("group")),
        })
        .collect::<Result<_, _>>()
        .map(Group::new)
}
