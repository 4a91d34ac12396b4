//! Rows and rejects as bytes that depend on nothing but themselves.

use arrow::record_batch::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use super::StoreError;
use crate::domain::table::SCHEMA_VERSION;
use crate::ingest::{Reject, SourceFile};

/// Rows of a row group: enough for the pages to be worth it, few enough for two threads to share.
const ROW_GROUP: usize = 1 << 18;

/// A derived table as Parquet.
///
/// # Errors
/// [`StoreError::Encode`].
pub fn encode_table(table: &str, batch: &RecordBatch) -> Result<Vec<u8>, StoreError> {
    parquet(table, batch, &[])
}

/// A table as Parquet.
pub(super) fn parquet(
    table: &str,
    batch: &RecordBatch,
    sources: &[SourceFile],
) -> Result<Vec<u8>, StoreError> {
    let failed = |error: parquet::errors::ParquetError| StoreError::Encode {
        table: table.to_owned(),
        detail: error.to_string(),
    };
    let mut hashes: Vec<&str> = sources.iter().map(|source| &*source.sha256).collect();
    hashes.sort_unstable();
    let pair = |key: &str, value: String| KeyValue { key: key.to_owned(), value: Some(value) };
    let properties = WriterProperties::builder()
        .set_created_by("engraft".to_owned())
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3).map_err(failed)?))
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .set_key_value_metadata(Some(vec![
            pair("engraft.schema_version", SCHEMA_VERSION.to_string()),
            pair("engraft.table", table.to_owned()),
            pair("engraft.sources", hashes.join(" ")),
        ]))
        .build();
    let options = ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
    let mut writer =
        ArrowWriter::try_new_with_options(Vec::new(), batch.schema(), options).map_err(failed)?;
    writer.write(batch).map_err(failed)?;
    writer.into_inner().map_err(failed)
}

/// The rejected rows of a table as CSV: file, line, rules, and the row as it was delivered.
///
/// A row that a spreadsheet would take for a formula gets an apostrophe before it.
pub(super) fn rejects(table: &str, rejects: &[Reject]) -> Result<Vec<u8>, StoreError> {
    let failed =
        |detail: String| StoreError::Encode { table: table.to_owned(), detail: format!("rejects: {detail}") };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["file", "line", "rules", "row"]).map_err(|error| failed(error.to_string()))?;
    for reject in rejects {
        let rules: Vec<String> =
            reject.rules.iter().map(|(rule, field)| format!("{rule}({field})")).collect();
        let row = harmless(reject.raw());
        let record = [harmless(&reject.file), reject.line.to_string(), harmless(&rules.join("; ")), row];
        writer.write_record(&record).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
