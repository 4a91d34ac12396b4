//! Parquet files into columns.
//!
//! Every (row group, column) is decoded by itself, on a few threads; the pieces are put together in
//! the order of the file, so that the result does not depend on the threads. Decoders may panic on
//! a damaged or crafted file: that is caught and becomes an error.

mod piece;

use std::collections::BTreeMap;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use arrow::datatypes::{DataType, Field, Schema};
use arrow::record_batch::RecordBatch;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use parquet::file::metadata::ParquetMetaData;

use super::super::error::{IngestError, Problem};
use super::super::number::NotANumber;
use super::{Frame, ReadOptions, check_numbers, select};
use piece::Piece;

/// Rows decoded at a time.
const BATCH: usize = 65_536;

/// Where decoding stopped, and why.
enum Stop {
    Damaged(String),
    /// A value that is no finite number, with its row.
    Value(usize, NotANumber),
}

struct Source<'a> {
    path: &'a Path,
    file: String,
    metadata: ArrowReaderMetadata,
    columns: Vec<usize>,
}

/// Reads the wanted columns, or all.
pub(super) fn read(
    path: &Path,
    wanted: Option<&[&str]>,
    options: &ReadOptions,
) -> Result<Frame, IngestError> {
    let file = shown(path, options);
    let source =
        guarded(|| open(path, wanted, options)).unwrap_or_else(|detail| Err(damaged(&file, detail)))?;
    let pieces = decode(&source, options.threads)?;
    let fields = source.columns.iter().map(|&index| source.metadata.schema().field(index));
    let rows = row_count(source.metadata.metadata());
    let mut columns = Vec::with_capacity(fields.len());
    for (field, pieces) in fields.zip(pieces) {
        let name = field.name().clone();
        let column = piece::concatenate(pieces, field.data_type());
        if column.len() != rows {
            return Err(damaged(&source.file, format!("{} rows where {rows} are announced", column.len())));
        }
        columns.push((name, column));
    }
    check_numbers(&source.file, &columns, options)?;
    Ok(Frame { rows, columns, details: BTreeMap::new(), first_line: 1, notes: Vec::new() })
}

/// The columns of rows that are in memory.
pub(super) fn of_batch(name: &str, batch: &RecordBatch) -> Result<Frame, IngestError> {
    let schema = batch.schema();
    let mut columns = Vec::with_capacity(batch.num_columns());
    for (field, array) in schema.fields().iter().zip(batch.columns()) {
        let mut piece = Piece::default();
        piece.push(array.as_ref(), batch.num_rows()).map_err(|stop| match stop {
            Stop::Damaged(detail) => damaged(name, detail),
            Stop::Value(_, what) => damaged(name, what.message().to_owned()),
        })?;
        columns.push((field.name().clone(), piece::concatenate(vec![piece], field.data_type())));
    }
    Ok(Frame { rows: batch.num_rows(), columns, details: BTreeMap::new(), first_line: 1, notes: Vec::new() })
}

fn shown(path: &Path, options: &ReadOptions) -> String {
    options.name.clone().unwrap_or_else(|| path.display().to_string())
}

fn open<'a>(
    path: &'a Path,
    wanted: Option<&[&str]>,
    options: &ReadOptions,
) -> Result<Source<'a>, IngestError> {
    let file = shown(path, options);
    let handle = File::open(path).map_err(|error| IngestError::io(&file, error))?;
    if handle.metadata().map_err(|error| IngestError::io(&file, error))?.is_dir() {
        return Err(IngestError::io(&file, std::io::ErrorKind::IsADirectory.into()));
    }
    let plain = ArrowReaderMetadata::load(&handle, ArrowReaderOptions::new())
        .map_err(|error| damaged(&file, error.to_string()))?;
    check_limits(&file, plain.metadata(), options)?;
    let names: Vec<String> = plain.schema().fields().iter().map(|field| field.name().clone()).collect();
    let columns = select::places(&file, &names, wanted)?;
    for &index in &columns {
        piece::check_type(&file, plain.schema().field(index))?;
    }
    let schema = with_dictionaries(plain.schema(), &columns);
    let metadata = ArrowReaderMetadata::try_new(
        Arc::clone(plain.metadata()),
        ArrowReaderOptions::new().with_schema(Arc::new(schema)),
    )
    .map_err(|error| damaged(&file, error.to_string()))?;
    Ok(Source { path, file, metadata, columns })
}

fn check_limits(file: &str, metadata: &ParquetMetaData, options: &ReadOptions) -> Result<(), IngestError> {
    let too_large = |what, limit| IngestError::TooLarge { file: file.to_owned(), what, limit };
    let limits = options.limits;
    let mut rows = 0_u64;
    let mut bytes = 0_u64;
    for group in metadata.row_groups() {
        let (Ok(group_rows), Ok(group_bytes)) =
            (u64::try_from(group.num_rows()), u64::try_from(group.total_byte_size()))
        else {
            return Err(damaged(file, "a negative size".to_owned()));
        };
        rows = rows.saturating_add(group_rows);
        bytes = bytes.saturating_add(group_bytes);
        if group.columns().iter().any(|column| column.uncompressed_size() < 0 || column.compressed_size() < 0)
        {
            return Err(damaged(file, "a negative size".to_owned()));
        }
    }
    if metadata.file_metadata().schema_descr().num_columns() > limits.columns {
        return Err(too_large("the number of columns", limits.columns as u64));
    }
    if rows > limits.rows as u64 {
        return Err(too_large("the number of rows", limits.rows as u64));
    }
    if bytes > limits.bytes {
        return Err(too_large("the decompressed size in bytes", limits.bytes));
    }
    if u64::try_from(metadata.file_metadata().num_rows()) != Ok(rows) {
        return Err(damaged(file, "the row groups do not add up to the rows of the file".to_owned()));
    }
    Ok(())
}

fn row_count(metadata: &ParquetMetaData) -> usize {
    metadata.row_groups().iter().filter_map(|group| usize::try_from(group.num_rows()).ok()).sum()
}

/// The schema in which the text columns that are read come as dictionaries.
fn with_dictionaries(schema: &Schema, columns: &[usize]) -> Schema {
    let fields: Vec<Field> = schema
        .fields()
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let is_text = columns.contains(&index) && piece::is_text(field.data_type());
            if is_text {
                let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
                Field::new(field.name(), dictionary, field.is_nullable())
            } else {
                field.as_ref().clone()
            }
        })
        .collect();
    Schema::new(fields)
}

/// The pieces of each column, in the order of the row groups.
fn decode(source: &Source<'_>, threads: usize) -> Result<Vec<Vec<Piece>>, IngestError> {
    let groups = source.metadata.metadata().num_row_groups();
    let tasks = groups * source.columns.len();
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Option<Result<Piece, Stop>>>> = Mutex::new((0..tasks).map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..threads.clamp(1, tasks.max(1)) {
            scope.spawn(|| {
                loop {
                    let task = next.fetch_add(1, Ordering::Relaxed);
                    if task >= tasks {
                        return;
                    }
                    let (group, column) = (task / source.columns.len(), task % source.columns.len());
                    let result = guarded(|| decode_piece(source, group, source.columns[column]))
                        .unwrap_or_else(|detail| Err(Stop::Damaged(detail)));
                    done.lock().unwrap_or_else(PoisonError::into_inner)[task] = Some(result);
                }
            });
        }
    });
    let mut columns: Vec<Vec<Piece>> = source.columns.iter().map(|_| Vec::new()).collect();
    let results = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    for (task, result) in results.into_iter().enumerate() {
        let column = task % source.columns.len();
        match result {
            Some(Ok(piece)) => columns[column].push(piece),
            Some(Err(stop)) => return Err(stopped(source, task, stop)),
            None => return Err(damaged(&source.file, "a row group was not decoded".to_owned())),
        }
    }
    Ok(columns)
}

fn stopped(source: &Source<'_>, task: usize, stop: Stop) -> IngestError {
    match stop {
        Stop::Damaged(detail) => damaged(&source.file, detail),
        Stop::Value(row, what) => {
            let (group, column) = (task / source.columns.len(), task % source.columns.len());
            let groups = &source.metadata.metadata().row_groups()[..group];
            let before: usize =
                groups.iter().filter_map(|group| usize::try_from(group.num_rows()).ok()).sum();
            let name = source.metadata.schema().field(source.columns[column]).name();
            let message = format!("the value {}", what.message());
            let mut problem = Problem::of_file(&source.file, what.rule(), message).with_field(name);
            problem.line = Some(before + row + 1);
            problem.help = what.help().map(str::to_owned);
            IngestError::Refused { problems: problem.into() }
        }
    }
}

fn decode_piece(source: &Source<'_>, group: usize, column: usize) -> Result<Piece, Stop> {
    let damage = |detail: String| Stop::Damaged(detail);
    let metadata = &source.metadata;
    let announced = usize::try_from(metadata.metadata().row_group(group).num_rows()).unwrap_or(0);
    let mask = ProjectionMask::roots(metadata.metadata().file_metadata().schema_descr(), [column]);
    // Handles that are clones of each other share their position in the file, so each has its own.
    let handle = File::open(source.path).map_err(|error| damage(error.to_string()))?;
    let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(handle, metadata.clone())
        .with_projection(mask)
        .with_row_groups(vec![group])
        .with_batch_size(BATCH)
        .build()
        .map_err(|error| damage(error.to_string()))?;
    let mut piece = Piece::default();
    for batch in reader {
        let batch = batch.map_err(|error| damage(error.to_string()))?;
        if piece.len() + batch.num_rows() > announced {
            return Err(damage("more rows than announced".to_owned()));
        }
        let array = batch.columns().first().ok_or_else(|| damage("no column".to_owned()))?;
        piece.push(array.as_ref(), announced)?;
    }
    Ok(piece)
}

/// Runs a decoder; a panic within becomes its text.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
        format!("the decoder failed: {}", text.unwrap_or("no reason given"))
    })
}

fn damaged(file: &str, detail: String) -> IngestError {
    let detail = match detail.split_once("Disabled feature at compile time: ") {
        Some((_, packing)) => {
            format!("it is packed with {packing}; what is read is snappy, gzip, zstd, lz4 or no packing")
        }
        None => detail,
    };
    IngestError::Damaged { file: file.to_owned(), format: "Parquet", detail }
}

#[cfg(test)]
mod tests {
    use super::damaged;

    #[test]
    fn a_packing_that_is_not_read_is_named_with_those_that_are() {
        let told =
            "Parquet argument error: Parquet error: Disabled feature at compile time: brotli".to_owned();
        let said = damaged("f.parquet", told).to_string();
        assert!(
            said.ends_with("packed with brotli; what is read is snappy, gzip, zstd, lz4 or no packing"),
            "{said}"
        );
        assert!(damaged("f.parquet", "a page is cut".to_owned()).to_string().ends_with("a page is cut"));
    }
}
