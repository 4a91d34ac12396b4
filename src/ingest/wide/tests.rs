use std::fs;

use super::super::error::Problems;
use super::*;
use crate::study::Delimiter;

fn column(name: &str, stored: &str, kind: WideKind) -> WideColumn {
    WideColumn {
        name: name.to_owned(),
        stored: stored.to_owned(),
        label: None,
        kind,
        recode: BTreeMap::new(),
        required: false,
        min: None,
        max: None,
    }
}

fn options() -> WideOptions {
    let mut sex = column("Sex", "sex", WideKind::Text);
    sex.recode = [("1", "F"), ("2", "M")].map(|(code, label)| (code.to_owned(), label.to_owned())).into();
    let mut time = column("survival_time", "os_day", WideKind::Day);
    time.required = true;
    time.min = Some(0.0);
    WideOptions {
        columns: vec![column("pat", "subject_id", WideKind::Id), sex, time],
        missing: vec!["?".to_owned()],
        condition: None,
        text: TextFormat::default(),
        threshold: 0.0,
        root: PathBuf::new(),
        screen: None,
    }
}

fn read(text: &str, options: &WideOptions) -> Result<TableRows, IngestError> {
    let directory = tempfile::tempdir().expect("directory");
    let path = directory.path().join("extract.csv");
    fs::write(&path, text).expect("written");
    let options = WideOptions { root: directory.path().to_owned(), ..options.clone() };
    read_wide(&[path], &options)
}

#[test]
fn only_named_columns_are_taken() {
    let rows = read("pat,Name,Sex,survival_time\nS2,x,1,10\nS1,y,?,20\n", &options()).expect("read");
    assert_eq!(rows.not_taken, ["Name"]);
    let schema = rows.batch.schema();
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    assert_eq!(names, ["subject_id", "sex", "os_day"]);
    assert_eq!(rows.origins.iter().map(|origin| origin.line).collect::<Vec<_>>(), [3, 2]);
}

#[test]
fn codes_limits_and_twins_are_checked() {
    let error = read("pat,Sex,survival_time\nS1,3,10\nS2,1,-1\nS3,1,\nS4,1,1\nS4,2,1\n", &options());
    let error = error.expect_err("refused");
    let found: Vec<_> = error.problems().into_iter().flatten().map(|p| (p.rule, p.line)).collect();
    let expected = [
        ("unknown-code", Some(2)),
        ("out-of-range", Some(3)),
        ("missing-value", Some(4)),
        ("duplicate-key", Some(5)),
        ("duplicate-key", Some(6)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let error = read("pat,survival_time\nS1,10\n", &options()).expect_err("refused");
    assert_eq!(error.problems().map(Problems::count), Some(1));
    assert!(error.to_string().contains("missing-column (Sex)"), "{error}");
}

#[test]
fn semicolons_where_the_study_says_so() {
    let semicolons = WideOptions {
        text: TextFormat { delimiter: Delimiter::Semicolon, ..TextFormat::default() },
        ..options()
    };
    let text = "pat;Sex;survival_time\nS1;1;10\n";
    assert_eq!(read(text, &semicolons).expect("read").counts.accepted, 1);
    assert!(read(text, &options()).expect_err("refused").to_string().contains("wrong-delimiter"));
    let error = read("pat;Sex;survival_time\nS1;1;1,5\n", &semicolons).expect_err("refused");
    assert!(error.to_string().contains("decimal-comma"), "{error}");
}

#[test]
fn options_that_contradict_themselves() {
    let mut twice = options();
    twice.columns.push(column("x", "sex", WideKind::Number));
    assert!(matches!(read("a\n1\n", &twice), Err(IngestError::Options { .. })));
    let mut crossed = options();
    crossed.columns[2].max = Some(-1.0);
    assert!(matches!(read("a\n1\n", &crossed), Err(IngestError::Options { .. })));
}
