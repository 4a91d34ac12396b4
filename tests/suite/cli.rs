//! The command line: exit codes, where output goes, the form of results, what is refused.

#![allow(clippy::expect_used, clippy::panic, reason = "broken output ends the test")]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Write};
use std::process::Stdio;
use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Array, Int64Array, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use arrow::record_batch::RecordBatch;
use parquet::arrow::ArrowWriter;
use serde_json::Value;

use crate::workspace::{Ran, Workspace, repository};

/// The fields of a row, as the contract names them.
const FIELDS: [&str; 14] = [
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
];

/// Six subjects: codes 0, 1 and 2, a text, a missing time.
const FILE: &str = "\
id,time,code,dead,arm,vital,weight
S1,5,1,1,a,dead,1
S2,8,0,0,a,alive,2
S3,9.5,2,1,b,dead,1
S4,12,1,1,b,dead,1
S5,,1,1,b,dead,1
S6,20,0,0,b,alive,3
";

fn files() -> Workspace {
    Workspace::empty().with("f.csv", FILE)
}

/// Typical calls on the patients of the reference tables, each with what it prints.
fn typical() -> Vec<(&'static str, Ran)> {
    const DATA: &str = "tests/reference/data/";
    let calls = [
        "km bmt137_cif.csv --time time --event status --event-codes 1=1,2=1 --times 100,365,1000",
        "km bmt137_cif.csv --time time --event status --event-codes 1=1,2=1 --by group --overall --rmst 700",
        "km bmt137_cif.csv --time time --event status --event-codes 1=1,2=1 --probs 0.25,0.75 --conf-type plain",
        "cif bmt137_cif.csv --time time --event status --causes 1=relapse,2=nrm --by group --times 100,365",
        "cif bmt137_cif.csv --time time --event status --causes 1,2 --variance delta --times 365",
        "compare bmt137_cif.csv --time time --event status --event-codes 1=1,2=1 --by group",
        "compare bmt137_cif.csv --time time --event status --causes 1,2 --by group --test gray",
        "compare bmt137_cif.csv --time time --event status --event-codes 1 --by group,male --strata fab",
        "proportion responses.csv --outcome responded --by arm --overall",
        "proportion responses.csv --outcome outcome --success NR --method jeffreys --conf-level 0.9",
    ];
    let ran = |call: &'static str, format: &str| {
        let (command, rest) = call.split_once(' ').expect("a command");
        let args = format!("{command} {DATA}{rest} --format {format}");
        let args: Vec<&str> = args.split(' ').collect();
        Ran::of(crate::workspace::engraft().args(args).current_dir(repository())).expect(0)
    };
    calls
        .into_iter()
        .flat_map(|call| ["json", "csv", "table"].map(|format| (format, ran(call, format))))
        .collect()
}

fn rows(ran: &Ran) -> Vec<Value> {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stdout))
}

fn count(rows: &[Value], stat: &str) -> Option<f64> {
    rows.iter().find(|row| row["stat"] == stat).and_then(|row| row["value"].as_f64())
}

#[test]
fn help_is_a_result_and_usage_an_error() {
    let here = Workspace::empty();
    let help = here.engraft(&["--help"]).expect(0);
    for command in ["run", "init", "check", "ingest", "analyze", "report", "verify", "synth", "schema"] {
        assert!(help.stdout.contains(&format!("\n  {command} ")), "{command}\n{}", help.stdout);
        let own = here.engraft(&[command, "--help"]).expect(0);
        assert!(own.stdout.contains("Usage: engraft"), "{}", own.stdout);
    }
    for command in ["km", "cif", "compare", "proportion"] {
        let own = here.engraft(&[command, "--help"]).expect(0);
        assert!(own.stdout.contains("--format") && own.stdout.contains("--conf-level"), "{}", own.stdout);
        assert_eq!(own.stderr, "");
    }
    assert!(here.engraft(&["--version"]).expect(0).stdout.starts_with("engraft "));
    for args in [&[][..], &["no-such-command"], &["km"], &["km", "f.csv", "--time", "t"], &["run", "--fast"]]
    {
        let ran = here.engraft(args).expect(2);
        assert_eq!(ran.stdout, "", "{args:?}");
        assert!(!ran.stderr.is_empty(), "{args:?}");
    }
    assert!(here.tree().is_empty());
}

#[test]
fn exit_codes_tell_data_from_usage() {
    let here = files();
    let km = |file: &str, event: &str| here.engraft(&["km", file, "--time", "time", "--event", event]);
    km("f.csv", "dead").expect(0);
    km("f.csv", "code").expect(1);
    km("absent.csv", "dead").expect(2).says("absent.csv");
    km("f.csv", "nobody").expect(2).says("no column \"nobody\"").says("time, code, dead");
    here.engraft(&["km", "f.csv", "--time", "time", "--event", "dead", "--conf-level", "95"]).expect(2);
    here.engraft(&["km", "f.csv", "--time", "time", "--event", "dead", "--times", "1,x"]).expect(2);
    here.engraft(&["compare", "f.csv", "--time", "time", "--event", "dead"]).expect(2).says("--by");
    here.engraft(&["compare", "f.csv", "--time", "time", "--event", "dead", "--by", "arm", "--test", "t"])
        .expect(2);
    here.engraft(&["proportion", "f.csv", "--outcome", "vital", "--success", "gone"]).expect(2);
    here.engraft(&["run"]).expect(2).says("study.toml");
    here.engraft(&["schema", "nothing"]).expect(2);
    for (name, version) in [("endpoints", "engraft endpoints"), ("conditioning", "engraft conditioning")] {
        let text = here.engraft(&["schema", name]).expect(0).stdout;
        assert!(text.contains(&format!("version = \"{version} ")), "{name}");
    }
}

#[test]
fn results_go_to_stdout_and_messages_to_stderr() {
    for format in ["table", "csv", "json"] {
        let args = ["km", "f.csv", "--time", "time", "--event", "dead", "--format", format];
        let ran = files().engraft(&args).expect(0).says("1 rows with a missing value");
        assert!(!ran.stdout.contains("missing value"), "{}", ran.stdout);
        assert!(!ran.stderr.contains("n_risk"), "{}", ran.stderr);
    }
    let refused = files().engraft(&["km", "f.csv", "--time", "time", "--event", "code"]).expect(1);
    assert_eq!(refused.stdout, "");
    assert!(!refused.stderr.contains('\u{1b}'), "colour off the terminal: {}", refused.stderr);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let many: String = (1..4000).map(|day| format!("{day},1\n")).collect();
    let here = Workspace::empty().with("many.csv", &format!("time,dead\n{many}"));
    for format in ["json", "csv", "table"] {
        let args = ["km", "many.csv", "--time", "time", "--event", "dead", "--format", format];
        let mut child = here
            .command(&args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("engraft starts");
        let mut first = [0; 10];
        let mut out = child.stdout.take().expect("a pipe");
        out.read_exact(&mut first).expect("some output");
        drop(out);
        let ended = Ran::from(child.wait_with_output().expect("engraft ends")).expect(0);
        let only_warnings = ended.stderr.lines().all(|line| line.starts_with("warning: "));
        assert!(only_warnings, "{format}: {}", ended.stderr);
    }
    let mut gone = here.command(&["schema"]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    assert!(gone.stdout(writer).status().expect("engraft starts").success());
}

#[test]
fn every_row_has_the_fields_of_the_contract_and_is_unique() {
    for (_, ran) in typical().iter().filter(|(format, _)| *format == "json") {
        let rows = rows(ran);
        assert!(!rows.is_empty());
        let mut seen = BTreeSet::new();
        for row in &rows {
            let fields: Vec<&str> = row.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(fields, FIELDS);
            check_types(row);
            let mut key = row.clone();
            for field in ["value", "reason"] {
                key.as_object_mut().expect("an object").remove(field);
            }
            assert!(seen.insert(key.to_string()), "twice: {row}");
        }
    }
}

fn check_types(row: &Value) {
    for field in ["analysis_id", "analysis", "stat", "method"] {
        assert!(row[field].is_string(), "{field}: {row}");
    }
    for field in ["population", "comparison", "endpoint", "cause", "term", "time_unit", "reason"] {
        assert!(row[field].is_string() || row[field].is_null(), "{field}: {row}");
    }
    assert!(row["group"].as_object().is_some_and(|group| group.values().all(Value::is_string)), "{row}");
    assert!(row["time"].is_number() || row["time"].is_null(), "{row}");
    assert!(row["value"].is_number() != row["reason"].is_string(), "a value or a reason: {row}");
}

#[test]
fn no_output_holds_nan_or_inf() {
    for (format, ran) in typical() {
        let word = |word: &str| {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
            matches!(bare.as_str(), "nan" | "inf" | "infinity" | "na")
        };
        let bad = ran.stdout.split([' ', ',', ':', '\n', '(', ')']).find(|text| word(text));
        assert_eq!(bad, None, "{format}: {}", ran.stdout);
    }
}

#[test]
fn csv_holds_what_json_holds() {
    let typical = typical();
    for pair in typical.chunks(3) {
        let [(_, json), (_, csv), _] = pair else { panic!("three formats a call") };
        let json = rows(json);
        let mut reader = csv::Reader::from_reader(csv.stdout.as_bytes());
        assert_eq!(reader.headers().expect("a header").iter().collect::<Vec<_>>(), FIELDS);
        let records: Vec<csv::StringRecord> =
            reader.records().map(|record| record.expect("a record")).collect();
        assert_eq!(records.len(), json.len());
        for (record, row) in records.iter().zip(&json) {
            for (cell, field) in record.iter().zip(FIELDS) {
                check_cell(cell, &row[field]);
            }
        }
    }
}

fn check_cell(cell: &str, field: &Value) {
    match field {
        Value::Null => assert_eq!(cell, ""),
        Value::String(text) => assert_eq!(cell, text),
        // The JSON parser of the test may be off by one in the last digit.
        Value::Number(number) => {
            let (one, other) = (cell.parse::<f64>().unwrap_or(f64::NAN), number.as_f64().unwrap_or(f64::NAN));
            assert!((one - other).abs() <= f64::EPSILON * one.abs(), "{one} is not {other}");
        }
        Value::Object(_) => assert_eq!(serde_json::from_str::<Value>(cell).ok().as_ref(), Some(field)),
        other => panic!("{other} in a row"),
    }
}

#[test]
fn tables_fit_into_eighty_columns() {
    for (_, ran) in typical().iter().filter(|(format, _)| *format == "table") {
        let longest = ran.stdout.lines().max_by_key(|line| line.chars().count()).expect("lines");
        assert!(longest.chars().count() <= 80, "{}: {longest}\n{}", longest.chars().count(), ran.stdout);
    }
}

#[test]
fn codes_that_nothing_names_are_never_guessed() {
    let here = files();
    let base = ["f.csv", "--time", "time", "--event", "code"];
    let call = |command: &str, more: &[&str]| {
        let args: Vec<&str> = [command].into_iter().chain(base).chain(more.iter().copied()).collect();
        here.engraft(&args)
    };
    call("km", &[]).expect(1).says("the code 2").says("cif");
    call("km", &["--event-codes", "1"]).expect(1).says("the code 2");
    call("km", &["--event-codes", "1=1,2=1"]).expect(0);
    call("compare", &["--by", "arm"]).expect(1).says("--event-codes");
    call("compare", &["--by", "arm", "--event-codes", "1"]).expect(0).says("cause-specific");
    call("compare", &["--by", "arm", "--test", "gray", "--causes", "1"]).expect(1).says("the code 2");
    call("compare", &["--by", "arm", "--test", "gray", "--causes", "1,2"]).expect(0);
    call("cif", &["--causes", "1"]).expect(1).says("the code 2");
    call("cif", &["--causes", "1=relapse,2=nrm"]).expect(0);
    call("cif", &[]).expect(2).says("--causes");
}

#[test]
fn text_events_need_codes_and_cnsr_is_chosen_by_name() {
    let here = files();
    let km = |more: &[&str]| {
        here.engraft(&[&["km", "f.csv", "--time", "time", "--format", "json"], more].concat())
    };
    km(&["--event", "vital"]).expect(1).says("--event-codes");
    let dead = km(&["--event", "vital", "--event-codes", "dead=1,alive=0"]).expect(0);
    assert_eq!(count(&rows(&dead), "events"), Some(3.0));
    let cnsr = km(&["--cnsr", "dead"]).expect(0);
    assert_eq!(count(&rows(&cnsr), "events"), Some(2.0));
    km(&["--cnsr", "dead", "--event", "dead"]).expect(2);
}

#[test]
fn rows_with_a_missing_value_are_counted() {
    let here = files();
    for args in [
        &["km", "f.csv", "--time", "time", "--event", "dead"][..],
        &["cif", "f.csv", "--time", "time", "--event", "code", "--causes", "1,2"],
        &["compare", "f.csv", "--time", "time", "--event", "dead", "--by", "arm"],
    ] {
        let ran = here.engraft(&[args, &["--format", "json"]].concat()).expect(0).says("1 rows");
        assert_eq!(count(&rows(&ran), "n_excluded"), Some(1.0), "{args:?}");
    }
    let whole = here.engraft(&["proportion", "f.csv", "--outcome", "dead", "--format", "json"]).expect(0);
    assert_eq!(count(&rows(&whole), "n_excluded"), Some(0.0));
}

#[test]
fn a_bad_cell_is_named_and_underlined() {
    let cases = [
        ("time,dead,w\n1,1,1\n2,0,1\n-3,1,1\n", "4:1", "negative", "-3"),
        ("time,dead,w\n1,1,1\n2,0,1.5\n", "3:5", "not a whole number", "1.5"),
        ("time,dead,w\n1,1,1\n2,0,-1\n", "3:5", "not a whole number", "-1"),
        ("time,dead,w\n1,1,1\nsoon,0,1\n", "3:1", "not a number", "soon"),
    ];
    for (text, place, message, cell) in cases {
        let here = Workspace::empty().with("bad.csv", text);
        let args = ["km", "bad.csv", "--time", "time", "--event", "dead", "--weight", "w"];
        let ran = here.engraft(&args).expect(1).says(&format!("bad.csv:{place}:")).says(message);
        let (line, _) = place.split_once(':').expect("line and column");
        let shown = ran.stderr.lines().position(|shown| shown.trim_start().starts_with(&format!("{line} │")));
        let shown = shown.unwrap_or_else(|| panic!("line {line} is not shown:\n{}", ran.stderr));
        let lines: Vec<&str> = ran.stderr.lines().collect();
        assert!(lines[shown].contains(cell), "{}", ran.stderr);
        assert!(lines[shown + 1].contains(&"─".repeat(cell.len())), "{}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn files_without_rows_are_refused() {
    for (text, message) in [("", "empty"), ("time,dead\n", "no rows")] {
        let here = Workspace::empty().with("e.csv", text);
        here.engraft(&["km", "e.csv", "--time", "time", "--event", "dead"])
            .expect(1)
            .says("e.csv")
            .says(message);
        here.engraft(&["proportion", "e.csv", "--outcome", "dead"]).expect(1).says("e.csv");
    }
    let here = Workspace::empty().with("e.parquet", "time,dead\n1,1\n").with("e.txt", "time,dead\n1,1\n");
    here.engraft(&["km", "e.parquet", "--time", "time", "--event", "dead"]).expect(1).says("e.parquet");
    here.engraft(&["km", "e.txt", "--time", "time", "--event", "dead"]).expect(2).says("e.txt");
}

#[test]
fn csv_and_parquet_give_the_same_rows() {
    let here = files();
    write_parquet(&here);
    for args in [
        &["km", "--time", "time", "--event", "dead", "--by", "arm", "--overall", "--rmst", "10"][..],
        &["cif", "--time", "time", "--event", "code", "--causes", "1,2", "--weight", "weight"],
        &["compare", "--time", "time", "--event", "dead", "--by", "arm"],
        &["proportion", "--outcome", "vital", "--success", "dead", "--by", "arm"],
    ] {
        let from = |file: &str| {
            let args = [&args[..1], &[file], &args[1..], &["--format", "json"]].concat();
            here.engraft(&args).expect(0).stdout
        };
        assert_eq!(from("f.csv"), from("f.parquet"), "{args:?}");
    }
}

fn write_parquet(here: &Workspace) {
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(StringArray::from(vec!["S1", "S2", "S3", "S4", "S5", "S6"]))),
        (
            "time",
            Arc::new(Float64Array::from(vec![Some(5.0), Some(8.0), Some(9.5), Some(12.0), None, Some(20.0)])),
        ),
        ("code", Arc::new(Int64Array::from(vec![1, 0, 2, 1, 1, 0]))),
        ("dead", Arc::new(Int64Array::from(vec![1, 0, 1, 1, 1, 0]))),
        ("arm", Arc::new(StringArray::from(vec!["a", "a", "b", "b", "b", "b"]))),
        ("vital", Arc::new(StringArray::from(vec!["dead", "alive", "dead", "dead", "dead", "alive"]))),
        ("weight", Arc::new(Int64Array::from(vec![1, 2, 1, 1, 1, 3]))),
    ];
    let field = |(name, array): &(&str, ArrayRef)| {
        let kind: DataType = array.data_type().clone();
        Field::new(*name, kind, true)
    };
    let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).expect("a batch");
    let mut file = File::create(here.path("f.parquet")).expect("a file");
    let mut writer = ArrowWriter::try_new(&mut file, schema, None).expect("a writer");
    writer.write(&batch).expect("written");
    writer.close().expect("closed");
    file.flush().expect("flushed");
}

#[test]
fn designs_refuse_what_cannot_be() {
    for (args, says) in [
        ("logrank --hr 1 --power 0.8", "no difference to detect"),
        ("logrank --hr 0.5 --n 100", "needs the chance of an event"),
        ("logrank --hr 0.5 --power 0.8 --n 100", "cannot be used with"),
        ("logrank --hr 0.5", "--power"),
        ("logrank --hr 0.5 --power 0.8 --median-control 12", "nobody is followed"),
        ("logrank --hr 0.5 --power 0.02", "not above the level"),
        ("proportion --null 0.3 --alternative 0.3 --n 10", "no difference to detect"),
        ("gray --shr 0.5 --n 50", "--cif-control"),
        (
            "gray --shr 0.5 --power 0.8 --cif-control 0.6 --competing-control 0.5 --at 1 --followup 1",
            "add up to 1.1",
        ),
        ("events --rates 6:2,3:4 --hazard-control 0.1 --until 5", "one ends at 3"),
        ("events --accrual 6 --n 60 --until 5", "--median-control"),
    ] {
        let words: Vec<&str> = std::iter::once("design").chain(args.split(' ')).collect();
        Workspace::empty().engraft(&words).expect(2).says(says);
    }
}

#[test]
fn a_size_that_is_not_found_is_said() {
    let args =
        ["design", "proportion", "--null", "0.5", "--alternative", "0.52", "--power", "0.9", "--max-n", "50"];
    let ran = Workspace::empty().engraft(&args).expect(0).says("not_reached");
    assert!(ran.stdout.contains("NR"), "{}", ran.stdout);
}
