//! Where each stored row came from: source file and line, in the order of the rows.

use std::sync::Arc;

use arrow::array::{ArrayRef, DictionaryArray, Int32Array, StringArray};
use arrow::datatypes::{DataType, Field, Int32Type, Schema};
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;

use crate::ingest::TableRows;

/// Two columns, `file` and `line`, one row for each row of the table.
pub(super) fn lineage(rows: &TableRows) -> Result<RecordBatch, ArrowError> {
    let files = rows.origins.iter().map(|origin| i32::try_from(origin.source).ok());
    let lines: Int32Array = rows.origins.iter().map(|origin| i32::try_from(origin.line).ok()).collect();
    let names = StringArray::from_iter_values(rows.sources.iter().map(|source| &source.path));
    let files: DictionaryArray<Int32Type> = DictionaryArray::try_new(files.collect(), Arc::new(names))?;
    let file_type = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let schema =
        Schema::new(vec![Field::new("file", file_type, true), Field::new("line", DataType::Int32, true)]);
    let columns: Vec<ArrayRef> = vec![Arc::new(files), Arc::new(lines)];
    RecordBatch::try_new(Arc::new(schema), columns)
}
