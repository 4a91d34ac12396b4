//! Delivered files in every format: the same table whatever its form, and the same results.

#![allow(clippy::expect_used, clippy::panic, reason = "a file that cannot be made or read ends the test")]

use std::io::Write;
use std::path::{Path, PathBuf};

use engraft::ingest::outgoing::{CalendarDay, Heading};
use engraft::ingest::{ColumnData, Frame, IngestError, ReadOptions, Temporal};
use engraft::ingest::{dataset_json, xport};
use serde_json::Value;

use crate::tolerance::near;
use crate::workspace::{BARE, EXTRACT, Workspace, repository};

fn file(name: &str) -> PathBuf {
    repository().join("tests/formats").join(name)
}

fn read(path: &Path) -> Result<Frame, IngestError> {
    Frame::read_all(path, &ReadOptions::default())
}

fn table(path: &Path) -> Frame {
    read(path).unwrap_or_else(|error| panic!("{error}"))
}

fn heading(name: &str) -> Heading {
    Heading {
        study: "STUDY".to_owned(),
        name: name.to_owned(),
        label: String::new(),
        day: CalendarDay { year: 2024, month: 12, day: 31 },
        keys: Vec::new(),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("gzip");
    encoder.finish().expect("gzip")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::stream::encode_all(bytes, 3).expect("zstd")
}

/// The pilot's ADTTE as its publisher writes it, and as transport and Dataset-JSON files of our own.
fn pilot(here: &Workspace) -> Vec<PathBuf> {
    let json = std::fs::read(file("cdisc-pilot/adtte.json")).expect("the pilot");
    let ndjson = std::fs::read(file("cdisc-pilot/adtte.ndjson")).expect("the pilot");
    let transport =
        xport::write(&heading("ADTTE"), &table(&file("cdisc-pilot/adtte.json"))).expect("written");
    let own =
        dataset_json::write(&heading("ADTTE"), &table(&file("cdisc-pilot/adtte.json"))).expect("written");
    for (name, bytes) in [
        ("adtte.own.json", own),
        ("adtte.json.zst", zstd(&json)),
        ("adtte.json", json),
        ("adtte.ndjson.gz", gzip(&ndjson)),
        ("adtte.ndjson", ndjson),
        ("adtte.xpt.gz", gzip(&transport)),
        ("adtte.xpt.zst", zstd(&transport)),
        ("adtte.xpt", transport),
    ] {
        here.write(name, &bytes);
    }
    let mut paths: Vec<PathBuf> =
        ["json", "own.json", "json.zst", "ndjson", "ndjson.gz", "xpt", "xpt.gz", "xpt.zst"]
            .iter()
            .map(|ending| here.path(&format!("adtte.{ending}")))
            .collect();
    let published = repository().join("../shared/data/cdisc-pilot/adtte.xpt");
    if published.exists() {
        paths.push(published);
    }
    paths
}

#[test]
fn the_forms_of_the_pilot_are_one_table() {
    let here = Workspace::empty();
    let paths = pilot(&here);
    let expected = table(&paths[0]);
    assert_eq!((expected.rows, expected.columns.len()), (254, 26));
    for path in &paths {
        let read = table(path);
        assert_eq!(read.columns, expected.columns, "{}", path.display());
        for (name, detail) in &expected.details {
            // The publisher gave PARAM another label later.
            let found = read.detail(name);
            assert_eq!(found.temporal, detail.temporal, "{} {name}", path.display());
            assert!(found.label == detail.label || name == "PARAM", "{} {name}", path.display());
        }
    }
    for name in ["TRTSDT", "TRTEDT", "STARTDT", "ADT"] {
        assert_eq!(expected.detail(name).temporal, Some(Temporal::Date), "{name}");
    }
    assert_eq!(expected.detail("AVAL").temporal, None);
    assert_eq!(expected.detail("CNSR").label.as_deref(), Some("Censor"));
}

#[test]
fn survival_of_the_pilot_is_the_published_one_in_every_form() {
    let here = Workspace::empty();
    for path in pilot(&here) {
        let path = path.display().to_string();
        let ran = here
            .engraft(&[
                "km", &path, "--time", "AVAL", "--cnsr", "CNSR", "--by", "TRTP", "--times", "30", "--format",
                "json",
            ])
            .expect(0);
        let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
        let value = |arm: &str, stat: &str| {
            let is_it =
                |row: &&Value| row["group"]["TRTP"] == arm && row["stat"] == stat && row["time"] == 30.0;
            rows.iter().find(is_it).and_then(|row| row["value"].as_f64()).expect("a row")
        };
        for (arm, estimate, at_risk) in [
            ("Placebo", 0.844, 69.0),
            ("Xanomeline High Dose", 0.530, 38.0),
            ("Xanomeline Low Dose", 0.534, 42.0),
        ] {
            assert!(near(value(arm, "estimate"), estimate, 5e-4), "{path} {arm}");
            assert_eq!(value(arm, "n_risk"), at_risk, "{path} {arm}");
        }
    }
}

/// The made-up table of `tests/formats/xport/make.R` and `make.py`.
const SUBJECTS: [&str; 5] = ["T-001", "T-002", "T-003", "T-004", "T-005"];
const AVAL: [Option<f64>; 5] = [Some(1.0), Some(2.5), None, Some(-0.1), Some(12_345_678.9)];
const TINY: [Option<f64>; 5] =
    [Some(1e-20), Some(123_456_789_012_345.0), Some(1.0 / 3.0), Some(0.0), Some(1e60)];
const CNSR: [Option<f64>; 5] = [Some(0.0), Some(1.0), Some(2.0), Some(0.0), Some(1.0)];

fn texts(frame: &Frame, name: &str) -> Vec<Option<String>> {
    let column = frame.column(name).unwrap_or_else(|| panic!("no {name}"));
    (0..frame.rows).map(|row| column.label(row)).collect()
}

fn numbers(frame: &Frame, name: &str) -> Vec<Option<f64>> {
    let column = frame.column(name).unwrap_or_else(|| panic!("no {name}"));
    (0..frame.rows).map(|row| column.number(row)).collect()
}

fn subjects() -> Vec<Option<String>> {
    SUBJECTS.iter().map(|id| Some((*id).to_owned())).collect()
}

#[test]
fn transport_files_of_other_programs_read_exactly() {
    for name in ["haven-v5", "haven-v8", "pyreadstat-v5", "pyreadstat-v8"] {
        let read = table(&file(&format!("xport/{name}.xpt")));
        assert_eq!(read.rows, 5, "{name}");
        assert_eq!(texts(&read, "USUBJID"), subjects(), "{name}");
        assert_eq!(
            texts(&read, "ARM"),
            [Some("Placebo"), Some("Größe α"), None, Some("Low"), Some("Low")]
                .map(|text| text.map(str::to_owned)),
            "{name}"
        );
        let aval = if name == "haven-v8" { "analysis_value_in_days" } else { "AVAL" };
        assert_eq!(numbers(&read, aval), AVAL, "{name}");
        assert_eq!(numbers(&read, "TINY"), TINY, "{name}");
        assert_eq!(numbers(&read, "CNSR"), CNSR, "{name}");
        assert!(matches!(read.column("CNSR"), Some(ColumnData::Integer { .. })), "{name}");
        assert_eq!(read.detail("ARM").label.as_deref(), Some("Arm, a label of exactly forty characters"));
    }
}

#[test]
fn dates_times_and_long_texts_of_other_programs_are_told() {
    for name in ["haven-v5", "haven-v8"] {
        let read = table(&file(&format!("xport/{name}.xpt")));
        let days = [Some(19_725.0), None, Some(-1.0), Some(14_669.0), Some(23_741.0)];
        assert_eq!(numbers(&read, "STARTDT"), days, "{name}");
        assert_eq!(read.detail("STARTDT").temporal, Some(Temporal::Date), "{name}");
        let seconds = [Some(1_704_251_045.0), None, Some(-1.0), Some(0.0), Some(2_051_265_600.0)];
        assert_eq!(numbers(&read, "STARTDTM"), seconds, "{name}");
        assert_eq!(read.detail("STARTDTM").temporal, Some(Temporal::DateTime), "{name}");
        assert_eq!(read.detail("CNSR").temporal, None, "{name}");
    }
    let long = table(&file("xport/haven-v8.xpt"));
    assert_eq!(texts(&long, "NOTE")[0].as_ref().map(String::len), Some(300));
    assert_eq!(long.detail("analysis_value_in_days").label.map(|label| label.len()), Some(155));
    let text = table(&file("xport/haven-v5-text.xpt"));
    assert_eq!(
        texts(&text, "A"),
        [Some("a"), Some("bb"), None, Some("d")].map(|text| text.map(str::to_owned))
    );
    assert_eq!(table(&file("xport/haven-v5-empty.xpt")).rows, 0);
    let none = Frame::read(&file("xport/haven-v5-empty.xpt"), &["AVAL"], &ReadOptions::default());
    assert!(matches!(none, Err(IngestError::NoRows { .. })));
}

#[test]
fn transport_files_of_a_program_that_shares_no_code_read_too() {
    let read = table(&file("xport/xport-v5.xpt"));
    assert_eq!(texts(&read, "USUBJID"), subjects());
    assert_eq!(numbers(&read, "CNSR"), CNSR);
    assert_eq!(read.detail("CNSR").temporal, Some(Temporal::Date));
    // That program rounds.
    for (name, expected) in [("AVAL", AVAL), ("TINY", TINY)] {
        for (found, expected) in numbers(&read, name).into_iter().zip(expected) {
            assert_eq!(found.is_some(), expected.is_some());
            let (found, expected) = (found.unwrap_or(0.0), expected.unwrap_or(0.0));
            assert!((found - expected).abs() <= 1e-14 * expected.abs(), "{name}: {found} {expected}");
        }
    }
    let Err(error) = read_error("xport/xport-v5-two.xpt") else { panic!("two data sets were read as one") };
    assert!(error.to_string().contains("several-members"), "{error}");
}

/// Of a file with two data sets the one that is named is read.
#[test]
fn a_data_set_is_taken_by_its_name() {
    let of = |member: &str| {
        let path = file("xport/xport-v5-two.xpt").display().to_string();
        Frame::read_all(Path::new(&format!("{path}#{member}")), &ReadOptions::default())
    };
    let small = of("SMALL").expect("read");
    assert_eq!(small.columns, read(&file("xport/xport-v5.xpt")).expect("read").columns);
    let other = of("other").expect("read");
    assert_eq!(numbers(&other, "A"), [Some(1.0), Some(2.0)]);
    let Err(error) = of("NONE") else { panic!("a data set that is not there was read") };
    assert!(
        error.to_string().contains("no-member: the file holds no data set NONE, but SMALL, OTHER"),
        "{error}"
    );
}

fn read_error(name: &str) -> Result<Frame, IngestError> {
    read(&file(name))
}

/// Every table of a study as version 8 transport files, Dataset-JSON and packed CSV gives the results of the CSV.
#[test]
fn a_study_gives_the_same_results_from_any_format() {
    let results = |here: &Workspace| {
        here.engraft(&["analyze"]).expect(0);
        here.read("store/analysis/endpoint-os.parquet")
    };
    let csv = Workspace::small();
    let expected = results(&csv);
    let names = ["patients", "transplants", "regimen", "labs", "treatments", "events", "followup"];
    for (ending, packing) in [
        ("xpt", None),
        ("json", None),
        ("xpt.zst", Some(zstd as fn(&[u8]) -> Vec<u8>)),
        ("csv.gz", Some(gzip)),
    ] {
        let here = Workspace::small();
        for name in names {
            let from = here.path(&format!("incoming/{name}.csv"));
            let bytes = match ending {
                "csv.gz" => std::fs::read(&from).expect("a table"),
                "json" => dataset_json::write(&heading(name), &table(&from)).expect("written"),
                _ => xport::write(&heading(&name.to_uppercase()), &table(&from)).expect("written"),
            };
            std::fs::remove_file(&from).expect("removed");
            here.write(
                &format!("incoming/{name}.{ending}"),
                &packing.map_or(bytes.clone(), |pack| pack(&bytes)),
            );
            here.replace(
                "study.toml",
                &format!("incoming/{name}*.csv"),
                &format!("incoming/{name}*.{ending}"),
            );
        }
        assert!(results(&here) == expected, "{ending}");
    }
}

/// One transport file with every table of a study, each named by its data set, gives the results of the CSV.
#[test]
fn a_study_takes_its_tables_from_one_transport_file() {
    const LIBRARY: usize = 3 * 80;
    let results = |here: &Workspace| {
        here.engraft(&["analyze"]).expect(0);
        here.read("store/analysis/endpoint-os.parquet")
    };
    let expected = results(&Workspace::small());
    let here = Workspace::small();
    let mut all: Vec<u8> = Vec::new();
    for name in ["patients", "transplants", "regimen", "labs", "treatments", "events", "followup"] {
        let from = here.path(&format!("incoming/{name}.csv"));
        let written = xport::write(&heading(&name.to_uppercase()), &table(&from)).expect("written");
        all.extend_from_slice(if all.is_empty() { &written } else { &written[LIBRARY..] });
        std::fs::remove_file(&from).expect("removed");
        here.replace(
            "study.toml",
            &format!("incoming/{name}*.csv"),
            &format!("incoming/all*.xpt#{}", name.to_uppercase()),
        );
    }
    here.write("incoming/all.xpt", &all);
    assert!(results(&here) == expected);
    here.engraft(&["verify"]).expect(0);
    here.engraft(&["run"]).expect(0);
    // Another delivery of that file is seen.
    let again = here.engraft(&["run"]).expect(0);
    assert!(!again.stderr.contains("ingest: done"), "{}", again.stderr);
    here.replace("study.toml", "#LABS", "#NONE");
    here.engraft(&["check"]).expect(1).says("all.xpt: no-member: the file holds no data set NONE");
}

/// Text in another encoding than UTF-8 is read where the study names it, and is refused where not.
#[test]
fn an_encoding_is_named() {
    let levels = |here: &Workspace| {
        here.engraft(&["analyze"]).expect(0);
        table(&here.path("store/analysis/subjects.parquet")).columns
    };
    let extract = EXTRACT.replace(",a,", ",fr\u{fc}h,");
    assert_ne!(extract, EXTRACT);
    let expected =
        levels(&Workspace::empty().with("study.toml", BARE).with("incoming/extract.csv", &extract));
    let latin: Vec<u8> =
        extract.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect();
    let here = Workspace::empty().with("study.toml", BARE);
    here.write("incoming/extract.csv", &latin);
    here.engraft(&["check"]).expect(1).says("extract.csv:2:").says("invalid-utf8");
    here.replace("study.toml", "[inputs.wide]", "[inputs]\nencoding = \"windows-1252\"\n\n[inputs.wide]");
    assert_eq!(levels(&here), expected);

    here.write("incoming/plain.csv", EXTRACT.replace(",a,", ",frqh,").as_bytes());
    let plain = table(&here.path("incoming/plain.csv"));
    let mut bytes = xport::write(&heading("EXTRACT"), &plain).expect("written");
    for at in 0..bytes.len() - 4 {
        if &bytes[at..at + 4] == b"frqh" {
            bytes[at + 2] = 0xFC;
        }
    }
    std::fs::remove_file(here.path("incoming/extract.csv")).expect("removed");
    here.write("incoming/extract.xpt", &bytes);
    here.replace("study.toml", "extract.csv", "extract.xpt");
    assert_eq!(levels(&here), expected);
    here.replace("study.toml", "windows-1252", "utf-8");
    here.engraft(&["check"]).expect(1).says("invalid-utf8");
    here.replace("study.toml", "utf-8", "wlatin1");
    here.engraft(&["check"]).expect(2).says("unknown encoding `wlatin1`");
}

/// Version 5 of XPORT has names of eight letters.
#[test]
fn a_name_that_was_cut_is_told() {
    let here = Workspace::small();
    here.replace("incoming/patients.csv", "subject_id", "SUBJECT_");
    let ran = here.engraft(&["check"]).expect(1).says("missing-column (subject_id)");
    let ran = ran.says("its name may have been cut: columns = { subject_id = \"SUBJECT_\" }");
    assert!(!ran.stderr.contains("telling-code"), "{}", ran.stderr);
}

/// The way in which Excel writes CSV in much of Europe is read where the study says so, to the same bytes.
#[test]
fn a_separator_and_a_decimal_mark_are_named() {
    let subjects = |here: &Workspace| {
        here.engraft(&["analyze"]).expect(0);
        table(&here.path("store/analysis/subjects.parquet")).columns
    };
    let study = BARE.replace("days = { kind = \"integer\"", "days = { kind = \"number\"");
    assert_ne!(study, BARE);
    let extract = EXTRACT.replace(",1\n", ".5,1\n");
    let expected =
        subjects(&Workspace::empty().with("study.toml", &study).with("incoming/extract.csv", &extract));
    for (separator, name) in [(";", ";"), ("\t", "\\t")] {
        let here = Workspace::empty().with("study.toml", &study);
        here.write("incoming/extract.csv", extract.replace(',', separator).replace('.', ",").as_bytes());
        let told = format!("[inputs] delimiter = \"{name}\"");
        here.engraft(&["check"]).expect(1).says("extract.csv:1:").says("wrong-delimiter").says(&told);
        let told = told.replace("] ", "]\n");
        here.replace("study.toml", "[inputs.wide]", &format!("{told}\n\n[inputs.wide]"));
        here.engraft(&["check"]).expect(1).says("decimal-comma").says("decimal = \",\"");
        here.replace("study.toml", "[inputs.wide]", "decimal = \",\"\n\n[inputs.wide]");
        assert_eq!(subjects(&here), expected);
        here.replace("incoming/extract.csv", ",5", ".5");
        here.engraft(&["check"]).expect(1).says("extract.csv:2:").says("decimal-point");
    }
}

const EXTRACT_COLUMNS: &str = r#"{"datasetJSONCreationDateTime":"2024-12-31T00:00:00","datasetJSONVersion":"1.1.0","itemGroupOID":"IG.X","records":5,"name":"X","label":"Extract","columns":[{"itemOID":"IT.1","name":"subject_id","label":"","dataType":"string"},{"itemOID":"IT.2","name":"arm","label":"","dataType":"string"},{"itemOID":"IT.3","name":"days","label":"","dataType":"integer"},{"itemOID":"IT.4","name":"dead","label":"","dataType":"integer"}]}"#;

fn extract_ndjson() -> String {
    let rows: String = EXTRACT
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            format!("[\"{}\",\"{}\",{},{}]\n", cells[0], cells[1], cells[2], cells[3])
        })
        .collect();
    format!("{EXTRACT_COLUMNS}\n{rows}")
}

#[test]
fn a_wide_extract_may_come_in_any_format() {
    let subjects = |here: &Workspace| {
        here.engraft(&["analyze"]).expect(0);
        here.read("store/analysis/subjects.parquet")
    };
    let expected = subjects(&Workspace::bare());
    for (ending, bytes) in
        [("ndjson", extract_ndjson().into_bytes()), ("ndjson.gz", gzip(extract_ndjson().as_bytes()))]
    {
        let here =
            Workspace::empty().with("study.toml", &BARE.replace("extract.csv", &format!("extract.{ending}")));
        here.write(&format!("incoming/extract.{ending}"), &bytes);
        assert!(subjects(&here) == expected, "{ending}");
    }
}

#[test]
fn a_study_names_the_line_and_never_the_value() {
    let here = Workspace::empty().with("study.toml", &BARE.replace("extract.csv", "extract.ndjson"));
    here.write(
        "incoming/extract.ndjson",
        extract_ndjson().replacen("\"P3\"", "\"P3 Zuckmayer\"", 1).as_bytes(),
    );
    let ran = here.engraft(&["check"]).expect(1).says("extract.ndjson:4: white-space (subject_id)");
    assert!(!ran.stderr.contains("Zuckmayer"), "{}", ran.stderr);
    here.write("incoming/extract.ndjson", extract_ndjson().replacen("30", "\"Zuckmayer\"", 1).as_bytes());
    let ran = here.engraft(&["check"]).expect(1).says("extract.ndjson:4: wrong-type (days)");
    assert!(!ran.stderr.contains("Zuckmayer"), "{}", ran.stderr);
}

#[test]
fn a_study_takes_no_dates_for_days() {
    let dated = extract_ndjson()
        .replacen(
            r#""name":"days","label":"","dataType":"integer""#,
            r#""name":"days","label":"","dataType":"date","targetDataType":"integer""#,
            1,
        )
        .replace(",10,", ",\"2024-01-10\",")
        .replace(",20,", ",\"2024-01-20\",")
        .replace(",30,", ",\"2024-01-30\",")
        .replace(",40,", ",\"2024-02-10\",")
        .replace(",50,", ",\"2024-02-20\",");
    let here = Workspace::empty().with("study.toml", &BARE.replace("extract.csv", "extract.ndjson"));
    here.write("incoming/extract.ndjson", dated.as_bytes());
    here.engraft(&["check"]).expect(1).says("full-date (days): 5 of 5 filled cells look like");
    // An estimate on the file itself may read them as numbers.
    here.engraft(&["km", "incoming/extract.ndjson", "--time", "days", "--event", "dead"]).expect(0);
}

#[test]
fn wrong_endings_and_packings_are_named() {
    let here = Workspace::bare();
    let text = EXTRACT.as_bytes();
    for (name, bytes, code, says) in [
        ("a.csv.gz", text.to_vec(), 1, "not-gzip"),
        ("a.csv", gzip(text), 1, "gzip: the file is compressed with gzip"),
        ("a.csv.zst", gzip(text), 1, "not-zstd"),
        ("a.csv.gz", gzip(text)[..40].to_vec(), 1, "cannot be read as gzip"),
        ("a.xpt", text.to_vec(), 1, "cut-file"),
        ("a.json", text.to_vec(), 1, "not-json"),
        ("a.ndjson", b"{}\n".to_vec(), 1, "not-dataset-json"),
        ("a.parquet.gz", text.to_vec(), 2, "the name ends in none of"),
        ("a.sas7bdat", text.to_vec(), 2, "the name ends in none of"),
    ] {
        here.write(name, &bytes);
        here.engraft(&["km", name, "--time", "days", "--event", "dead"]).expect(code).says(says);
    }
    here.write("a.csv.gz", &gzip(text));
    here.engraft(&["km", "a.csv.gz", "--time", "days", "--event", "dead"]).expect(0);
}
