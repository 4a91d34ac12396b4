use proptest::prelude::*;

use super::super::frame::{ColumnData, Frame, MISSING, ReadOptions, Temporal};
use super::super::kind::Packing;
use super::*;

const LIMIT: u64 = 1 << 30;

const COLUMNS: &str = r#"[
{"itemOID":"IT.A.USUBJID","name":"USUBJID","label":"Subject","dataType":"string","length":5,"keySequence":1},
{"itemOID":"IT.A.AVAL","name":"AVAL","label":"Value","dataType":"float"},
{"itemOID":"IT.A.CNSR","name":"CNSR","label":"","dataType":"integer"},
{"itemOID":"IT.A.STARTDT","name":"STARTDT","label":"Start","dataType":"date","targetDataType":"integer","displayFormat":"DATE9."},
{"itemOID":"IT.A.DTC","name":"DTC","label":"Start","dataType":"datetime"},
{"itemOID":"IT.A.BMI","name":"BMI","label":"Body mass","dataType":"decimal","targetDataType":"decimal"},
{"itemOID":"IT.A.FLAG","name":"FLAG","label":"Flag","dataType":"boolean"}]"#;

const ROWS: [&str; 3] = [
    r#"["S-001",1,0,"2014-01-02","2014-01","22.50",true]"#,
    r#"["S-002 ",2.5,1.0,null,"","-1e3",false]"#,
    r#"["",-0.0,null,"1959-12-31",null,null,null]"#,
];

fn head(records: usize) -> String {
    let columns = COLUMNS.replace('\n', "");
    format!(
        r#""datasetJSONCreationDateTime":"2024-01-01T00:00:00","datasetJSONVersion":"1.1.0","itemGroupOID":"IG.A","records":{records},"name":"A","label":"","columns":{columns}"#
    )
}

fn document(rows: &[&str]) -> String {
    format!("{{{},\"rows\":[{}]}}", head(rows.len()), rows.join(","))
}

fn lines(rows: &[&str]) -> String {
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    format!("{{{}}}\n{rows}", head(3))
}

fn read_json(text: &[u8]) -> Result<Frame, IngestError> {
    let input = Input::of_bytes("f.json".to_owned(), text, Packing::None, LIMIT);
    read_document(&input, None, &ReadOptions::default())
}

fn read_ndjson(text: &[u8]) -> Result<Frame, IngestError> {
    let input = Input::of_bytes("f.ndjson".to_owned(), text, Packing::None, LIMIT);
    read_lines(&input, None, &ReadOptions::default())
}

fn rules(result: Result<Frame, IngestError>) -> Vec<(&'static str, Option<usize>, Option<String>)> {
    match result {
        Ok(_) => Vec::new(),
        Err(IngestError::Refused { problems }) => {
            problems.iter().map(|problem| (problem.rule, problem.line, problem.field.clone())).collect()
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn cells_become_what_their_columns_say() {
    let frame = read_json(document(&ROWS).as_bytes()).unwrap();
    assert_eq!(frame.rows, 3);
    let column = |name: &str| frame.column(name).unwrap().clone();
    let levels = vec!["S-001".to_owned(), "S-002".to_owned()];
    assert_eq!(column("USUBJID"), ColumnData::Text { codes: vec![0, 1, MISSING], levels });
    assert_eq!(column("AVAL"), ColumnData::Real { values: vec![1.0, 2.5, 0.0], valid: None });
    let valid = Some(vec![true, true, false]);
    assert_eq!(column("CNSR"), ColumnData::Integer { values: vec![0, 1, 0], valid: valid.clone() });
    let there = Some(vec![true, false, true]);
    assert_eq!(column("STARTDT"), ColumnData::Integer { values: vec![19_725, 0, -1], valid: there });
    assert_eq!(
        column("DTC"),
        ColumnData::Text { codes: vec![0, MISSING, MISSING], levels: vec!["2014-01".to_owned()] }
    );
    assert_eq!(column("BMI"), ColumnData::Real { values: vec![22.5, -1000.0, 0.0], valid: valid.clone() });
    assert_eq!(column("FLAG"), ColumnData::Boolean { values: vec![true, false, false], valid });
    assert_eq!(frame.detail("STARTDT").temporal, Some(Temporal::Date));
    assert_eq!(frame.detail("DTC").temporal, Some(Temporal::DateTime));
    assert_eq!(frame.detail("AVAL").label.as_deref(), Some("Value"));
    assert_eq!(frame.detail("CNSR").label, None);
}

#[test]
fn lines_and_order_of_attributes_make_no_difference() {
    let expected = read_json(document(&ROWS).as_bytes()).unwrap();
    let by_lines = read_ndjson(lines(&ROWS).as_bytes()).unwrap();
    assert_eq!(by_lines.columns, expected.columns);
    assert_eq!((by_lines.first_line, expected.first_line), (2, 1));
    let crlf = lines(&ROWS).replace('\n', "\r\n");
    assert_eq!(read_ndjson(crlf.as_bytes()).unwrap().columns, expected.columns);
    let unended = lines(&ROWS);
    assert_eq!(read_ndjson(unended.trim_end().as_bytes()).unwrap().columns, expected.columns);
    let first = format!("{{\"rows\":[{}],{}}}", ROWS.join(","), head(3));
    assert_eq!(read_json(first.as_bytes()).unwrap(), expected);
}

#[test]
fn only_the_wanted_columns_come_in_their_order() {
    let text = document(&ROWS);
    let input = Input::of_bytes("f.json".to_owned(), text.as_bytes(), Packing::None, LIMIT);
    let frame = read_document(&input, Some(&["CNSR", "AVAL"]), &ReadOptions::default()).unwrap();
    let names: Vec<&str> = frame.columns.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["CNSR", "AVAL"]);
    let missing = read_document(&input, Some(&["DAY"]), &ReadOptions::default());
    assert!(matches!(missing, Err(IngestError::NoColumn { .. })));
    let options = ReadOptions { numbers: vec!["USUBJID".to_owned()], ..ReadOptions::default() };
    let refused = read_document(&input, Some(&["USUBJID"]), &options);
    assert_eq!(rules(refused), [("not-a-number", None, Some("USUBJID".to_owned()))]);
}

#[test]
fn cells_of_another_type_are_named_with_row_and_column() {
    for (cell, of, with, rule) in [
        ("USUBJID", "\"S-001\"", "7", "wrong-type"),
        ("USUBJID", "\"S-001\"", "\"a\\u0000\"", "control-character"),
        ("USUBJID", "\"S-001\"", "[\"S\"]", "wrong-type"),
        ("USUBJID", "\"S-001\"", "{\"S\":1}", "wrong-type"),
        ("AVAL", ",1,", ",\"1\",", "wrong-type"),
        ("CNSR", ",0,", ",0.5,", "wrong-type"),
        ("CNSR", ",0,", ",true,", "wrong-type"),
        ("CNSR", ",0,", ",9223372036854775808,", "integer-overflow"),
        ("STARTDT", "\"2014-01-02\"", "\"2014-01\"", "not-a-date"),
        ("STARTDT", "\"2014-01-02\"", "19725", "wrong-type"),
        ("BMI", "\"22.50\"", "22.5", "wrong-type"),
        ("BMI", "\"22.50\"", "\"22,5\"", "decimal-comma"),
        ("FLAG", "true", "\"Y\"", "wrong-type"),
    ] {
        let row = ROWS[0].replacen(of, with, 1);
        let rows = [ROWS[1], &row, ROWS[2]];
        let found = rules(read_json(document(&rows).as_bytes()));
        assert_eq!(found, [(rule, Some(2), Some(cell.to_owned()))], "{with}");
        let found = rules(read_ndjson(lines(&rows).as_bytes()));
        assert_eq!(found, [(rule, Some(3), Some(cell.to_owned()))], "{with}");
    }
}

#[test]
fn rows_must_have_a_cell_for_each_column_and_be_as_many_as_announced() {
    let short = [ROWS[0], r#"["S",1]"#, r#"["S",1,2,null,null,null,true,1,2]"#];
    let found = rules(read_json(document(&short).as_bytes()));
    assert_eq!(found, [("row-length", Some(2), None), ("row-length", Some(3), None)]);
    let found = rules(read_ndjson(lines(&ROWS[..2]).as_bytes()));
    assert_eq!(found, [("record-count", None, None)]);
    let found = rules(read_json(document(&ROWS).replace("\"records\":3", "\"records\":4").as_bytes()));
    assert_eq!(found, [("record-count", None, None)]);
    let found = rules(read_json(format!("{{{}}}", head(3)).as_bytes()));
    assert_eq!(found, [("record-count", None, None)]);
    assert_eq!(read_json(format!("{{{}}}", head(0)).as_bytes()).unwrap().rows, 0);
    let found = rules(read_json(document(&[ROWS[0], "7"]).as_bytes()));
    assert_eq!((found[0].0, found[0].1), ("wrong-row", Some(1)));
}

#[test]
fn what_is_no_dataset_json_is_named() {
    let whole = document(&ROWS);
    for (text, rule) in [
        (String::new(), "cut-file"),
        ("day,event\n".to_owned(), "not-json"),
        ("[1,2]".to_owned(), "wrong-row"),
        ("{}".to_owned(), "not-dataset-json"),
        (whole.replace("1.1.0", "1.0.0"), "not-dataset-json"),
        (whole.replace("1.1.0", "1.10"), "not-dataset-json"),
        (format!("{whole}x"), "not-json"),
        (whole.replace("\"name\":\"A\",", ""), "wrong-metadata"),
        (whole.replace("\"dataType\":\"float\"", "\"dataType\":\"real\""), "wrong-metadata"),
        (whole.replace("IT.A.AVAL", "IT.A.CNSR"), "wrong-metadata"),
        (whole.replace("\"keySequence\":1", "\"keySequence\":0"), "wrong-metadata"),
        (whole.replace("\"name\":\"AVAL\"", "\"name\":\"CNSR\""), "duplicate-header"),
        (whole.replace("\"name\":\"AVAL\"", "\"name\":\" \""), "wrong-metadata"),
        (whole.replacen("\"records\":3", "\"records\":3,\"records\":3", 1), "wrong-row"),
        (whole.replace("2.5", "1e400"), "not-json"),
        (whole.replace("true]", "true,]"), "not-json"),
        (whole.replace("2.5", "NaN"), "not-json"),
    ] {
        assert_eq!(rules(read_json(text.as_bytes())).first().map(|rule| rule.0), Some(rule), "{text}");
    }
    let latin = [whole.as_bytes()[..whole.len() - 30].to_vec(), b"\xe9".to_vec()].concat();
    assert_eq!(rules(read_json(&latin))[0].0, "not-json");
    assert_eq!(rules(read_ndjson(b""))[0].0, "empty-file");
    assert_eq!(rules(read_ndjson(whole.as_bytes()))[0].0, "wrong-metadata");
    let blank = lines(&ROWS).replacen("\n[", "\n\n[", 1);
    assert_eq!(rules(read_ndjson(blank.as_bytes())), [("blank-line", Some(2), None)]);
    assert!(read_ndjson(format!("{}\n\n", lines(&ROWS)).as_bytes()).is_ok());
    let two = lines(&ROWS).replacen("]\n[", "],[", 1);
    assert_eq!(rules(read_ndjson(two.as_bytes())), [("not-json", Some(2), None)]);
}

#[test]
fn no_message_repeats_a_value() {
    let text = document(&[r#"["S",1,0,null,null,"Zuckmayer",true]"#, r#""Zuckmayer""#]);
    let Err(error) = read_json(text.as_bytes()) else { panic!("read") };
    assert!(!error.to_string().contains("Zuckmayer"), "{error}");
}

#[test]
fn every_beginning_of_a_file_is_refused_or_the_same() {
    let (json, ndjson) = (document(&ROWS), lines(&ROWS));
    for end in 0..json.len() {
        assert!(read_json(&json.as_bytes()[..end]).is_err(), "cut at {end}");
    }
    let whole = read_ndjson(ndjson.as_bytes()).unwrap();
    for end in 0..ndjson.len() {
        let read = read_ndjson(&ndjson.as_bytes()[..end]);
        assert!(read.map_or(true, |read| read == whole), "cut at {end}");
    }
}

/// A flipped bit of the metadata is refused, or changes no value; names and labels it may change. A
/// `targetDataType` of another name is an attribute that the standard does not know, and such are allowed.
#[test]
fn a_flipped_bit_of_the_metadata_is_refused_or_harmless() {
    let values = |frame: Frame| frame.columns.into_iter().map(|(_, values)| values).collect::<Vec<_>>();
    let whole = values(read_ndjson(lines(&ROWS).as_bytes()).unwrap());
    let text = lines(&ROWS);
    let target = text.find("targetDataType").unwrap();
    for at in (0..text.find('\n').unwrap()).filter(|at| !(target..target + 14).contains(at)) {
        for bit in 0..8 {
            let mut mutant = text.clone().into_bytes();
            mutant[at] ^= 1 << bit;
            let read = read_ndjson(&mutant);
            assert!(read.map_or(true, |read| values(read) == whole), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_flipped_bit_of_a_document_does_not_panic() {
    let json = document(&ROWS);
    for at in 0..json.len() {
        for bit in 0..8 {
            let mut mutant = json.clone().into_bytes();
            mutant[at] ^= 1 << bit;
            let _ = read_json(&mutant);
        }
    }
}

proptest! {
    #[test]
    fn numbers_read_as_they_were_written(values in proptest::collection::vec(any::<f64>().prop_filter("finite", |v| v.is_finite()), 1..30)) {
        let rows: Vec<String> = values.iter().map(|value| format!(r#"["S",{value:e},0,null,null,null,true]"#)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let frame = read_json(document(&rows).as_bytes()).unwrap();
        let column = frame.column("AVAL").unwrap();
        for (row, value) in values.iter().enumerate() {
            prop_assert_eq!(column.number(row), Some(*value));
        }
    }

    #[test]
    fn any_table_comes_back(rows in proptest::collection::vec(
        (proptest::option::of("[ -~é€\\t]{0,12}[!-~]"), proptest::option::of(any::<i64>()),
         proptest::option::of(any::<f64>().prop_filter("finite", |v| v.is_finite() && v.fract() != 0.0)), -700_000..2_900_000_i32), 1..40)
    ) {
        use super::super::frame::growing::Growing;
        let (mut text, mut whole, mut real, mut date) = (
            Growing::text(), Growing::Integer(Vec::new(), Vec::new()), Growing::Real(Vec::new(), Vec::new()), Growing::Real(Vec::new(), Vec::new()),
        );
        for (a, b, c, d) in &rows {
            match a { Some(a) => text.push_text(a), None => text.push_missing() }
            match b { Some(b) => whole.push_integer(*b), None => whole.push_missing() }
            match c { Some(c) => real.push_real(*c), None => real.push_missing() }
            date.push_real(f64::from(*d));
        }
        let columns: Vec<(String, ColumnData)> = [("A", text), ("B", whole), ("C", real), ("D", date)]
            .into_iter()
            .map(|(name, column)| (name.to_owned(), column.finish().unwrap()))
            .collect();
        let detail = |label: Option<&str>, temporal| super::super::frame::Detail { label: label.map(str::to_owned), temporal };
        let details = [("A", detail(Some("a label"), None)), ("B", detail(None, None)), ("C", detail(None, None)), ("D", detail(None, Some(Temporal::Date)))]
            .into_iter()
            .map(|(name, detail)| (name.to_owned(), detail))
            .collect();
        let frame = Frame { rows: rows.len(), columns, details, first_line: 1, notes: Vec::new() };
        let heading = super::super::outgoing::Heading {
            study: "S".to_owned(),
            name: "T".to_owned(),
            label: String::new(),
            day: super::super::outgoing::CalendarDay { year: 2024, month: 2, day: 29 },
            keys: vec!["A".to_owned()],
        };
        let bytes = write(&heading, &frame).unwrap();
        prop_assert_eq!(read_json(&bytes).unwrap(), frame);
    }
}
