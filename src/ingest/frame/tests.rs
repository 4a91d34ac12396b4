use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::file::properties::WriterProperties;
use arrow::array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float32Array, Float64Array, Int8Array, Int64Array,
    StringArray, UInt64Array,
};
use arrow::record_batch::RecordBatch;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

fn csv_file(text: &str) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("directory");
    let path = directory.path().join("f.csv");
    fs::write(&path, text).expect("written");
    (directory, path)
}

fn read(text: &str, wanted: &[&str]) -> Result<Frame, IngestError> {
    let (_directory, path) = csv_file(text);
    Frame::read(&path, wanted, &ReadOptions::default())
}

fn rules(error: &IngestError) -> Vec<(&'static str, Option<usize>, Option<usize>)> {
    error.problems().into_iter().flatten().map(|p| (p.rule, p.line, p.column)).collect()
}

#[test]
fn types_follow_from_all_cells() {
    let text = "t,x,f,g,id,none\n5,1,true,b,0012,\n7,2.5,FALSE,a,13,NA\nNA,1e3,,b,14,\n";
    let frame = read(text, &["t", "x", "f", "g", "id", "none", "t"]).expect("read");
    assert_eq!(frame.rows, 3);
    let expected = [
        ("t", ColumnData::Integer { values: vec![5, 7, 0], valid: Some(vec![true, true, false]) }),
        ("x", ColumnData::Real { values: vec![1.0, 2.5, 1000.0], valid: None }),
        ("f", ColumnData::Boolean { values: vec![true, false, false], valid: Some(vec![true, true, false]) }),
        ("g", ColumnData::Text { codes: vec![1, 0, 1], levels: vec!["a".into(), "b".into()] }),
        (
            "id",
            ColumnData::Text { codes: vec![0, 1, 2], levels: vec!["0012".into(), "13".into(), "14".into()] },
        ),
        ("none", ColumnData::Integer { values: vec![0; 3], valid: Some(vec![false; 3]) }),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(name, data)| (name.to_owned(), data)).collect();
    assert_eq!(frame.columns, expected);
    let x = frame.column("x").expect("there");
    assert_eq!(x.label(0).as_deref(), Some("1"));
    assert_eq!(x.number(1), Some(2.5));
}

#[test]
fn a_column_of_numbers_does_not_quietly_become_text() {
    for (cell, rule) in [
        ("NaN", "not-finite"),
        ("-Inf", "not-finite"),
        ("1e400", "number-too-large"),
        ("99999999999999999999", "integer-overflow"),
        ("\"1,5\"", "decimal-comma"),
    ] {
        let error = read(&format!("id,t\na,1\nb,{cell}\n"), &["t"]).expect_err("refused");
        let column = if cell.starts_with('"') { 4 } else { 3 };
        assert_eq!(rules(&error), [(rule, Some(3), Some(column))], "{cell}");
        assert_eq!(error.blame(), super::super::error::Blame::Data);
    }
    let frame = read("t\n1\nabc\nNaN\n", &["t"]).expect("text");
    assert_eq!(frame.columns[0].1.type_name(), "text");
}

#[test]
fn columns_that_must_be_numbers_name_every_other_cell() {
    let (_directory, path) = csv_file("t\n1\nabc\n007\n");
    let options = ReadOptions { numbers: vec!["t".to_owned()], ..ReadOptions::default() };
    let error = Frame::read(&path, &["t"], &options).expect_err("refused");
    assert_eq!(rules(&error), [("not-a-number", Some(3), Some(1)), ("leading-zero", Some(4), Some(1))]);
}

#[test]
fn missing_columns_and_rows_are_errors_of_their_own() {
    assert!(matches!(read("a,b\n1,2\n", &["c"]),
        Err(IngestError::NoColumn { name, available, .. }) if name == "c" && available == ["a", "b"]));
    assert!(matches!(read("a,b\n", &["a"]), Err(IngestError::NoRows { .. })));
    let nowhere = Frame::read(Path::new("/nowhere/f.csv"), &["a"], &ReadOptions::default());
    assert!(matches!(nowhere, Err(IngestError::Io { .. })));
    let other = Frame::read(Path::new("f.xlsx"), &["a"], &ReadOptions::default());
    assert!(matches!(other, Err(IngestError::UnknownFormat { .. })));
}

fn columns() -> Vec<(&'static str, ArrayRef)> {
    let text: StringArray = [Some("b"), None, Some("a"), Some("b"), Some("")].into_iter().collect();
    vec![
        ("g", Arc::new(text) as ArrayRef),
        ("i8", Arc::new(Int8Array::from(vec![Some(-1), None, Some(3), Some(4), Some(5)]))),
        ("i64", Arc::new(Int64Array::from(vec![1, 2, 3, 4, i64::MAX]))),
        ("u64", Arc::new(UInt64Array::from(vec![1, 2, 3, 4, 5]))),
        ("f32", Arc::new(Float32Array::from(vec![0.5, 1.5, 2.5, 3.5, 4.5]))),
        ("b", Arc::new(BooleanArray::from(vec![true, false, true, false, true]))),
        ("big", Arc::new(UInt64Array::from(vec![1, 2, 3, u64::MAX, 5]))),
        ("nan", Arc::new(Float64Array::from(vec![1.0, 2.0, 3.0, 4.0, f64::NAN]))),
        ("date", Arc::new(Date32Array::from(vec![1, 2, 3, 4, 5]))),
        (
            "decimal",
            Arc::new(
                Decimal128Array::from(vec![15, 25, 35, 45, 55])
                    .with_precision_and_scale(10, 1)
                    .expect("decimal"),
            ),
        ),
    ]
}

fn parquet_bytes() -> Vec<u8> {
    let batch = RecordBatch::try_from_iter(columns()).expect("batch");
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(2)).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties)).expect("writer");
    writer.write(&batch).expect("written");
    writer.into_inner().expect("closed")
}

fn parquet_file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("directory");
    let path = directory.path().join("f.parquet");
    fs::write(&path, bytes).expect("written");
    (directory, path)
}

#[test]
fn parquet_columns_are_read_the_same_at_any_number_of_threads() {
    let (_directory, path) = parquet_file(&parquet_bytes());
    let wanted = ["b", "g", "i8", "i64", "u64", "f32", "decimal"];
    let options = |threads| ReadOptions { threads, ..ReadOptions::default() };
    let frame = Frame::read(&path, &wanted, &options(1)).expect("read");
    for threads in [2, 3, 8, 64] {
        assert_eq!(Frame::read(&path, &wanted, &options(threads)).expect("read"), frame);
    }
    assert_eq!(frame.rows, 5);
    assert_eq!(frame.columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), wanted);
    let levels = vec![String::new(), "a".to_owned(), "b".to_owned()];
    let expected = ColumnData::Text { codes: vec![2, MISSING, 1, 2, 0], levels };
    assert_eq!(frame.column("g"), Some(&expected));
    let expected = ColumnData::Integer {
        values: vec![-1, 0, 3, 4, 5],
        valid: Some(vec![true, false, true, true, true]),
    };
    assert_eq!(frame.column("i8"), Some(&expected));
    let expected = ColumnData::Real { values: vec![1.5, 2.5, 3.5, 4.5, 5.5], valid: None };
    assert_eq!(frame.column("decimal"), Some(&expected));
}

#[test]
fn parquet_values_that_are_no_numbers_are_named_with_their_row() {
    let (_directory, path) = parquet_file(&parquet_bytes());
    let read = |name| Frame::read(&path, &[name], &ReadOptions::default()).expect_err("refused");
    assert_eq!(rules(&read("nan")), [("not-finite", Some(5), None)]);
    assert_eq!(rules(&read("big")), [("integer-overflow", Some(4), None)]);
    assert!(matches!(read("date"), IngestError::UnsupportedType { .. }));
    assert!(matches!(read("nothing"), IngestError::NoColumn { .. }));
}

/// pandas, arrow for R and pyarrow write a column of type Null where nothing in it has a value.
#[test]
fn a_parquet_column_of_no_type_is_missing_throughout() {
    let columns: [(&str, ArrayRef); 2] =
        [("a", Arc::new(Int64Array::from(vec![1, 2]))), ("none", Arc::new(arrow::array::NullArray::new(2)))];
    let batch = RecordBatch::try_from_iter_with_nullable(columns.map(|(name, array)| (name, array, true)));
    let batch = batch.expect("batch");
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("writer");
    writer.write(&batch).expect("written");
    let (_directory, path) = parquet_file(&writer.into_inner().expect("closed"));
    let frame = Frame::read_all(&path, &ReadOptions::default()).expect("read");
    let none = frame.column("none").expect("there");
    assert_eq!((frame.rows, none.len()), (2, 2));
    assert!((0..2).all(|row| none.is_missing(row) && none.label(row).is_none()));
}

#[test]
fn parquet_limits_are_kept() {
    let (_directory, path) = parquet_file(&parquet_bytes());
    for limits in [
        Limits { rows: 4, ..Limits::default() },
        Limits { columns: 3, ..Limits::default() },
        Limits { bytes: 10, ..Limits::default() },
    ] {
        let options = ReadOptions { limits, ..ReadOptions::default() };
        assert!(matches!(Frame::read(&path, &["g"], &options), Err(IngestError::TooLarge { .. })));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn a_damaged_parquet_file_never_panics(at in 0_usize..100_000, bit in 0_u8..8, cut in 0_usize..100_000) {
        let mut bytes = parquet_bytes();
        let length = bytes.len();
        bytes[at % length] ^= 1 << bit;
        let (_directory, path) = parquet_file(&bytes);
        let _ = Frame::read_all(&path, &ReadOptions::default());
        let _ = Frame::read(&path, &["g", "i64", "f32"], &ReadOptions::default());
        bytes.truncate(cut % length);
        let (_directory, path) = parquet_file(&bytes);
        prop_assert!(Frame::read(&path, &["g"], &ReadOptions::default()).is_err());
    }
}
