//! Typed columns -> an Arrow table, to be kept beside the results.

use std::sync::Arc;

use arrow::array::{ArrayRef, BooleanArray, Float64Array, Int64Array, StringArray};
use arrow::datatypes::{Field, Schema};
use arrow::record_batch::RecordBatch;

use super::PipelineError;
use crate::ingest::frame::{ColumnData, Frame};

/// The columns of a frame as an Arrow table.
pub(super) fn record_batch(frame: &Frame) -> Result<RecordBatch, PipelineError> {
    let columns: Vec<(String, ArrayRef)> =
        frame.columns.iter().map(|(name, column)| (name.clone(), array(column))).collect();
    let fields: Vec<Field> =
        columns.iter().map(|(name, array)| Field::new(name, array.data_type().clone(), true)).collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
        .map_err(|error| PipelineError::Encode(error.to_string()))
}

fn array(column: &ColumnData) -> ArrayRef {
    let there = |row: usize| !column.is_missing(row);
    match column {
        ColumnData::Text { codes, levels } => {
            let text = |row: usize| there(row).then(|| levels[codes[row] as usize].as_str());
            Arc::new((0..codes.len()).map(text).collect::<StringArray>())
        }
        ColumnData::Integer { values, .. } => {
            Arc::new((0..values.len()).map(|row| there(row).then_some(values[row])).collect::<Int64Array>())
        }
        ColumnData::Real { values, .. } => {
            Arc::new((0..values.len()).map(|row| there(row).then_some(values[row])).collect::<Float64Array>())
        }
        ColumnData::Boolean { values, .. } => {
            Arc::new((0..values.len()).map(|row| there(row).then_some(values[row])).collect::<BooleanArray>())
        }
    }
}
