mod mapping;

use std::fs;

use tempfile::TempDir;

use arrow::array::Array;

use super::super::error::Problems;
use crate::study::Rows;

use super::super::rows::{Counts, only_known_subjects, unknown_subjects};
use super::*;

const PATIENTS: &str = "study_id,subject_id,age_years,sex,disorder\n";

struct Delivery {
    directory: TempDir,
}

impl Delivery {
    fn new(files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().expect("directory");
        for (name, text) in files {
            fs::write(directory.path().join(name), text).expect("written");
        }
        Self { directory }
    }

    fn read(&self, table: &str, names: &[&str], options: &TableOptions) -> Result<TableRows, IngestError> {
        self.read_mapped(table, &[(names, Mapping::default())], options)
    }

    fn read_mapped(
        &self,
        table: &str,
        sources: &[(&[&str], Mapping)],
        options: &TableOptions,
    ) -> Result<TableRows, IngestError> {
        let path = |name: &&str| self.directory.path().join(name);
        let source = |(names, mapping): &(&[&str], Mapping)| TableSource {
            files: names.iter().map(path).collect(),
            mapping: mapping.clone(),
        };
        let sources: Vec<TableSource> = sources.iter().map(source).collect();
        let options = TableOptions { root: self.directory.path().to_owned(), ..options.clone() };
        read_table(Table::named(table).expect("a table"), &sources, &options)
    }
}

fn patients(rows: &str) -> Result<TableRows, IngestError> {
    let text = format!("{PATIENTS}{rows}");
    Delivery::new(&[("p.csv", &text)]).read("patients", &["p.csv"], &TableOptions::default())
}

type Found<'a> = (&'static str, Option<usize>, Option<usize>, Option<&'a str>);

fn rules(error: &IngestError) -> Vec<Found<'_>> {
    error.problems().into_iter().flatten().map(|p| (p.rule, p.line, p.column, p.field.as_deref())).collect()
}

fn shown(rows: &TableRows) -> String {
    format!("{:?}", rows.batch)
}

#[test]
fn cells_are_typed_and_rows_sorted() {
    let rows = patients("ST1,0012,34.5,F,ITP\nST1,0003,,M,AA\n").expect("read");
    assert_eq!(rows.subjects(), [Some("0003"), Some("0012")]);
    let schema = rows.batch.schema();
    let types: Vec<String> = schema.fields().iter().map(|field| field.data_type().to_string()).collect();
    assert_eq!(types[1], "Dictionary(Int32, Utf8)");
    assert_eq!(types[2], "Float64");
    assert_eq!(types[5], "Boolean");
    assert_eq!(types[6], "Int32");
    assert_eq!(rows.batch.num_columns(), 13);
    assert_eq!(rows.origins.iter().map(|origin| origin.line).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(rows.counts, Counts { files: 1, rows_in: 2, accepted: 2, ..Counts::default() });
    assert_eq!(rows.sources[0].path, "p.csv");
}

#[test]
fn every_bad_cell_is_a_problem_and_no_value_is_shown() {
    let error =
        patients("ST1,S 1,91,F,ITP\nST1,S2,\"1,5\",X,Secretitis\nST1,,30,F,ITP\n").expect_err("refused");
    let expected = [
        ("white-space", Some(2), Some(5), Some("subject_id")),
        ("out-of-range", Some(2), Some(9), Some("age_years")),
        ("decimal-comma", Some(3), Some(9), Some("age_years")),
        ("unknown-category", Some(3), Some(14), Some("sex")),
        ("unknown-category", Some(3), Some(16), Some("disorder")),
        ("missing-value", Some(4), Some(5), Some("subject_id")),
    ];
    assert_eq!(rules(&error), expected);
    let text = format!("{error} {error:?}");
    assert!(!text.contains("Secretitis") && !text.contains("S 1") && !text.contains("1,5"), "{text}");
}

#[test]
fn the_header_is_strict() {
    let read = |text: &str| {
        Delivery::new(&[("p.csv", text)])
            .read("patients", &["p.csv"], &TableOptions::default())
            .expect_err("refused")
    };
    let error = read("study_id,subject_id,disoder,extra\nST1,S1,ITP,1\n");
    let expected = [
        ("missing-column", None, None, Some("disorder")),
        ("unknown-column", Some(1), Some(21), Some("disoder")),
        ("unknown-column", Some(1), Some(29), Some("extra")),
    ];
    assert_eq!(rules(&error), expected);
    assert!(error.to_string().contains("is it disorder?"), "{error}");
    let error = read("Anna Artificial,ITP,3\nBert Beispiel,AA,4\n");
    assert_eq!(rules(&error), [("no-header", Some(1), Some(1), None)]);
    assert!(!error.to_string().contains("Anna"));
}

#[test]
fn renamed_columns_and_missing_codes() {
    let delivery = Delivery::new(&[("p.csv", "TRIAL,USUBJID,AGE,disorder\nST1,S1,.,ITP\n")]);
    let renamed = [("study_id", "TRIAL"), ("subject_id", "USUBJID"), ("age_years", "AGE")];
    let mapping = Mapping { missing: vec![".".to_owned()], ..named(&renamed) };
    let rows =
        delivery.read_mapped("patients", &[(&["p.csv"], mapping)], &TableOptions::default()).expect("read");
    assert_eq!(rows.subjects(), [Some("S1")]);
    assert_eq!(rows.batch.column(2).null_count(), 1);
    let share = TableOptions { threshold: f64::NAN, ..TableOptions::default() };
    assert!(matches!(delivery.read("patients", &["p.csv"], &share), Err(IngestError::Options { .. })));
    let wrong = [(&["p.csv"][..], named(&[("nothing", "x")]))];
    let wrong = delivery.read_mapped("patients", &wrong, &TableOptions::default());
    assert!(matches!(wrong, Err(IngestError::Options { .. })));
}

/// Columns that the study calls by other names.
fn named(columns: &[(&str, &str)]) -> Mapping {
    let column = |(name, delivered): &(&str, &str)| {
        let delivered = Some(Named::ByStudy((*delivered).to_owned()));
        ((*name).to_owned(), MappedColumn { delivered, ..MappedColumn::default() })
    };
    Mapping { columns: columns.iter().map(column).collect(), ..Mapping::default() }
}

#[test]
fn bad_rows_are_kept_apart_up_to_the_threshold() {
    let rows = (0..9).map(|n| format!("ST1,S{n},30,F,ITP\n")).collect::<Vec<_>>().concat();
    let text = format!("{PATIENTS}{rows}ST1,S9,300,F,ITP\n");
    let delivery = Delivery::new(&[("p.csv", &text)]);
    let options = |threshold| TableOptions { threshold, ..TableOptions::default() };
    assert!(delivery.read("patients", &["p.csv"], &options(0.09)).is_err());
    let read = delivery.read("patients", &["p.csv"], &options(0.1)).expect("read");
    assert_eq!((read.counts.accepted, read.counts.rejected), (9, 1));
    let reject = &read.rejects[0];
    assert_eq!((reject.file.as_str(), reject.line), ("p.csv", 11));
    assert_eq!(reject.rules, [("out-of-range", "age_years".to_owned())]);
    assert_eq!(reject.raw(), "ST1,S9,999,F,ITP");
    assert!(!format!("{read:?}").contains("300"));
}

#[test]
fn the_rows_do_not_depend_on_the_order_of_arrival() {
    let one = format!("{PATIENTS}ST1,S2,30,F,ITP\nST1,S1,40,M,AA\n");
    let two = format!("{PATIENTS}ST1,S4,30,F,ITP\nST1,S3,40,M,AA\nST1,S1,40,M,AA\n");
    let delivery = Delivery::new(&[("a.csv", &one), ("b.csv", &two), ("again.csv", &one)]);
    let read = |names: &[&str]| delivery.read("patients", names, &TableOptions::default()).expect("read");
    let first = read(&["a.csv", "b.csv", "again.csv"]);
    let second = read(&["again.csv", "b.csv", "a.csv", "a.csv"]);
    assert_eq!(shown(&first), shown(&second));
    let counts =
        Counts { files: 2, duplicate_files: 1, rows_in: 5, accepted: 4, duplicates: 1, ..Counts::default() };
    assert_eq!(first.counts, counts);
    assert_eq!(second.counts, counts);
    assert_eq!(first.notes[0].rule, "same-file");
    // Names that sort the other way round: the same rows.
    let renamed = Delivery::new(&[("z.csv", &one), ("b.csv", &two)]);
    let third = renamed.read("patients", &["z.csv", "b.csv"], &TableOptions::default()).expect("read");
    assert_eq!(shown(&first), shown(&third));
}

#[test]
fn rows_that_share_a_key_are_all_at_fault() {
    let one = format!("{PATIENTS}ST1,S1,30,F,ITP\nST1,S2,30,F,ITP\n");
    let two = format!("{PATIENTS}ST1,S1,31,F,ITP\n");
    let delivery = Delivery::new(&[("a.csv", &one), ("b.csv", &two)]);
    let error =
        delivery.read("patients", &["a.csv", "b.csv"], &TableOptions::default()).expect_err("refused");
    let found: Vec<_> = error.problems().into_iter().flatten().map(|p| (p.rule, &*p.file, p.line)).collect();
    assert_eq!(found, [("duplicate-key", "a.csv", Some(2)), ("duplicate-key", "b.csv", Some(2))]);
    let error = patients("ST1,S1,30,F,ITP\nST1,S1,30,F,ITP\n").expect_err("refused");
    assert_eq!(error.problems().map(Problems::count), Some(2));
}

#[test]
fn subjects_must_be_among_the_patients() {
    let text = format!("{PATIENTS}ST1,S1,30,F,ITP\n");
    let events = "subject_id,day,type\nS1,5,CMV\nS9,7,CMV\nS1,5,CMV\n";
    let delivery = Delivery::new(&[("p.csv", &text), ("e.csv", events)]);
    let patients = delivery.read("patients", &["p.csv"], &TableOptions::default()).expect("read");
    let events = delivery.read("events", &["e.csv"], &TableOptions::default()).expect("read");
    assert_eq!(events.counts.accepted, 3);
    let problems = unknown_subjects(&patients, &events);
    let found: Vec<_> = problems.iter().map(|p| (p.rule, &*p.file, p.line)).collect();
    assert_eq!(found, [("unknown-subject", "e.csv", Some(3))]);
    assert!(!problems.to_string().contains("S9"));
    assert!(only_known_subjects(&patients, events.clone(), 0.3).is_err());
    let kept = only_known_subjects(&patients, events, 0.4).expect("below the threshold");
    assert_eq!(kept.subjects(), [Some("S1"), Some("S1")]);
    assert_eq!(kept.origins.iter().map(|origin| origin.line).collect::<Vec<_>>(), [2, 4]);
    assert_eq!((kept.counts.accepted, kept.counts.rejected), (2, 1));
    assert_eq!(kept.rejects[0].raw(), "S9,7,CMV,,,,");
}

/// A header and nothing below it is a delivery that was cut, unless the study says that there may be nothing.
#[test]
fn a_table_without_rows_is_refused() {
    let refused = patients("").expect_err("no patients");
    assert_eq!(rules(&refused), [("no-rows", None, None, None)]);
    let header = "subject_id,day,type\n";
    let delivery = Delivery::new(&[("e.csv", header), ("f.csv", "subject_id,day,type\nS1,5,CMV\n")]);
    let read =
        |sources: &[(&[&str], Mapping)]| delivery.read_mapped("events", sources, &TableOptions::default());
    let expected = Mapping::default;
    let refused = read(&[(&["e.csv"], expected())]).expect_err("no events");
    assert!(refused.to_string().contains("may_be_empty = true"), "{refused}");
    // One of several files, and none where none are expected.
    let some = read(&[(&["e.csv", "f.csv"], expected())]).expect("one event");
    let notes: Vec<_> = some.notes.iter().map(|note| (note.rule, &*note.file)).collect();
    assert_eq!((some.batch.num_rows(), notes), (1, vec![("no-rows", "e.csv")]));
    assert!(read(&[(&["f.csv"], expected()), (&["e.csv"], expected())]).is_err());
    let none = read(&[(&["e.csv"], Mapping { rows: Rows::MayBeNone, ..expected() })]).expect("none expected");
    assert_eq!((none.batch.num_rows(), none.notes.len()), (0, 1));
}

#[test]
fn a_parquet_delivery_gives_the_same_rows() {
    use arrow::array::{ArrayRef, Float64Array, Int64Array, StringArray};
    use parquet::arrow::ArrowWriter;
    use std::sync::Arc;

    let csv = "subject_id,day,type,end_day\n7,5,CMV,9\n12,-3,SOS,\n";
    let columns: [(&str, ArrayRef); 4] = [
        ("subject_id", Arc::new(Int64Array::from(vec![7, 12]))),
        ("day", Arc::new(Float64Array::from(vec![5.0, -3.0]))),
        ("type", Arc::new(StringArray::from(vec!["CMV", "SOS"]))),
        ("end_day", Arc::new(Float64Array::from(vec![Some(9.0), None]))),
    ];
    let batch = arrow::record_batch::RecordBatch::try_from_iter(columns).expect("batch");
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("writer");
    writer.write(&batch).expect("written");
    let bytes = writer.into_inner().expect("closed");
    let delivery = Delivery::new(&[("e.csv", csv)]);
    fs::write(delivery.directory.path().join("e.parquet"), bytes).expect("written");
    let read = |name| delivery.read("events", &[name], &TableOptions::default()).expect("read");
    assert_eq!(shown(&read("e.csv")), shown(&read("e.parquet")));
}
