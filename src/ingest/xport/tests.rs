use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::frame::{ColumnData, MISSING, Temporal};
use super::super::kind::Packing;
use super::super::outgoing::{CalendarDay, Heading, WriteError};
use super::*;

const LIMIT: u64 = 1 << 30;

fn read_bytes(bytes: &[u8]) -> Result<Frame, IngestError> {
    let input = Input::of_bytes("f.xpt".to_owned(), bytes, Packing::None, LIMIT);
    read(&input, None, &ReadOptions::default())
}

fn rules(bytes: &[u8]) -> Vec<(&'static str, Option<usize>)> {
    match read_bytes(bytes) {
        Ok(_) => Vec::new(),
        Err(IngestError::Refused { problems }) => {
            problems.iter().map(|problem| (problem.rule, problem.line)).collect()
        }
        Err(other) => panic!("{other}"),
    }
}

fn text(values: &[Option<&str>]) -> ColumnData {
    let mut column = Growing::text();
    for value in values {
        match value {
            Some(value) => column.push_text(value),
            None => column.push_missing(),
        }
    }
    column.finish().unwrap()
}

fn numbers(values: &[Option<f64>]) -> ColumnData {
    let mut column = Growing::Real(Vec::new(), Vec::new());
    for value in values {
        match value {
            Some(value) => column.push_real(*value),
            None => column.push_missing(),
        }
    }
    column.finish().unwrap()
}

fn frame(columns: Vec<(&str, ColumnData)>) -> Frame {
    let rows = columns[0].1.len();
    let columns = columns.into_iter().map(|(name, values)| (name.to_owned(), values)).collect();
    Frame { rows, columns, details: BTreeMap::new(), first_line: 1, notes: Vec::new() }
}

fn heading() -> Heading {
    Heading {
        study: "STUDY".to_owned(),
        name: "ADTTE".to_owned(),
        label: "Time to event".to_owned(),
        day: CalendarDay { year: 2024, month: 12, day: 31 },
        keys: Vec::new(),
    }
}

fn small() -> Frame {
    let mut small = frame(vec![
        ("USUBJID", text(&[Some("S-001"), Some("S-002"), Some("Größe")])),
        ("AVAL", numbers(&[Some(1.0), Some(2.5), None])),
        ("CNSR", numbers(&[Some(0.0), Some(1.0), Some(2.0)])),
        ("STARTDT", numbers(&[Some(19_725.0), None, Some(-1.0)])),
    ]);
    let label = |label: &str, temporal| Detail { label: Some(label.to_owned()), temporal };
    for (name, _) in &small.columns {
        small.details.insert(name.clone(), Detail::default());
    }
    small.details.insert("AVAL".to_owned(), label("Analysis value", None));
    small.details.insert("STARTDT".to_owned(), label("Start", Some(Temporal::Date)));
    small
}

#[test]
fn what_is_written_reads_back() {
    let bytes = write(&heading(), &small()).unwrap();
    assert!(bytes.starts_with(Part::Library.name(layout::Version::V5).as_bytes()));
    assert_eq!(bytes.len() % layout::RECORD, 0);
    assert_eq!(read_bytes(&bytes).unwrap(), small());
}

#[test]
fn long_names_labels_and_texts_make_version_8() {
    let mut long = small();
    let text = text(&[Some(&"x".repeat(300)), None, Some("y")]);
    long.columns.push(("a_name_of_more_than_8".to_owned(), text));
    let label = Some("a label of more than forty bytes ".repeat(3).trim().to_owned());
    long.details.insert("a_name_of_more_than_8".to_owned(), Detail { label, temporal: None });
    let bytes = write(&heading(), &long).unwrap();
    assert!(bytes.starts_with(Part::Library.name(layout::Version::V8).as_bytes()));
    assert_eq!(read_bytes(&bytes).unwrap(), long);
}

/// Version 9 has long formats beside the long labels: the label record of version 8 made into one of version 9.
#[test]
fn long_formats_are_read() {
    let mut long = small();
    let label = "a label of more than forty bytes ".repeat(2).trim().to_owned();
    long.details.insert("CNSR".to_owned(), Detail { label: Some(label.clone()), temporal: None });
    let bytes = write(&heading(), &long).unwrap();
    let name = Part::Labels.name(layout::Version::V8);
    let at = bytes.windows(layout::NAME).position(|window| window == name.as_bytes()).unwrap();
    let next = at + 2 * layout::RECORD;
    let mut version_9 = bytes[..at].to_vec();
    version_9.extend_from_slice(
        format!("{:<80}", Part::LabelsAndFormats.name(layout::Version::V8) + "1").as_bytes(),
    );
    let (format, informat) = ("DATETIME", "");
    let start = version_9.len();
    for short in [3, 4, label.len(), format.len(), informat.len()] {
        version_9.extend_from_slice(&u16::try_from(short).unwrap().to_be_bytes());
    }
    version_9.extend_from_slice(format!("CNSR{label}{format}{informat}").as_bytes());
    version_9.resize(start + (version_9.len() - start).next_multiple_of(layout::RECORD), b' ');
    version_9.extend_from_slice(&bytes[next..]);
    let read = read_bytes(&version_9).unwrap();
    assert_eq!(read.columns, long.columns);
    assert_eq!(read.detail("CNSR"), Detail { label: Some(label), temporal: Some(Temporal::DateTime) });
}

#[test]
fn only_the_wanted_columns_come_in_their_order() {
    let bytes = write(&heading(), &small()).unwrap();
    let input = Input::of_bytes("f.xpt".to_owned(), &bytes, Packing::None, LIMIT);
    let read = read(&input, Some(&["CNSR", "AVAL", "CNSR"]), &ReadOptions::default()).unwrap();
    let names: Vec<&str> = read.columns.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["CNSR", "AVAL"]);
    let missing = super::read(&input, Some(&["cnsr"]), &ReadOptions::default());
    assert!(matches!(missing, Err(IngestError::NoColumn { .. })));
}

/// Every length of row, so that the padding has every length: text alone, and text with a number.
#[test]
fn every_length_of_row_comes_back() {
    for length in 1..200 {
        for rows in [1, 2, 3, 81] {
            let value = "x".repeat(length);
            let values: Vec<Option<&str>> = (0..rows).map(|_| Some(value.as_str())).collect();
            let alone = frame(vec![("A", text(&values))]);
            let bytes = write(&heading(), &alone).unwrap();
            assert_eq!(read_bytes(&bytes).unwrap().columns, alone.columns, "{length} {rows}");
            let days: Vec<Option<f64>> =
                (0..rows).map(|row| (row % 2 == 0).then_some(f64::from(row))).collect();
            let both = frame(vec![("A", text(&values)), ("B", numbers(&days))]);
            let bytes = write(&heading(), &both).unwrap();
            assert_eq!(read_bytes(&bytes).unwrap().columns, both.columns, "{length} {rows}");
        }
    }
}

#[test]
fn every_beginning_of_a_file_is_refused_or_the_same() {
    for table in [small(), {
        let mut long = small();
        long.columns[0].0 = "a_long_name_here".to_owned();
        long
    }] {
        let bytes = write(&heading(), &table).unwrap();
        let whole = read_bytes(&bytes).unwrap();
        for end in 0..bytes.len() {
            let read = read_bytes(&bytes[..end]);
            // Version 5 without rows is a whole file too.
            assert!(read.as_ref().map_or(true, |read| *read == whole || read.rows == 0), "cut at {end}");
            // Nothing but whole records can be whole.
            assert!(end % layout::RECORD == 0 || read.is_err(), "cut at {end}");
        }
    }
}

/// A flipped bit of a header is refused or changes no value; in a name or label it may change that.
#[test]
fn every_flipped_bit_of_the_headers_is_refused_or_harmless() {
    for table in [small(), {
        let mut long = small();
        long.columns[0].0 = "a_long_name_here".to_owned();
        long
    }] {
        let bytes = write(&heading(), &table).unwrap();
        let whole = read_bytes(&bytes).unwrap();
        let values =
            |frame: &Frame| frame.columns.iter().map(|(_, values)| values.clone()).collect::<Vec<_>>();
        let observations = Part::Observations.tag(layout::Version::V8).trim().as_bytes();
        let data = bytes.windows(3).rposition(|window| window == &observations[..3]).unwrap() + 60;
        for at in 0..data {
            for bit in 0..8 {
                let mut mutant = bytes.clone();
                mutant[at] ^= 1 << bit;
                let read = read_bytes(&mutant);
                assert!(read.map_or(true, |read| values(&read) == values(&whole)), "byte {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn what_is_no_transport_file_is_named() {
    assert_eq!(rules(b""), [("not-xport", None)]);
    assert_eq!(rules(b"a,b\n1,2\n"), [("cut-file", None)]);
    assert_eq!(rules(&[b' '; 800]), [("not-xport", None)]);
    let bytes = write(&heading(), &small()).unwrap();
    assert_eq!(
        rules(&[&bytes[..], &[b' '; 80]].concat()),
        [("blank-row", Some(4)), ("blank-row", Some(5)), ("blank-row", Some(6))]
    );
    assert_eq!(rules(&[&bytes[..], &[b'x'; 80]].concat())[0].0, "blank-row");
    assert_eq!(rules(&[&bytes[..], b"x"].concat()), [("cut-file", None)]);
}

#[test]
fn two_data_sets_in_one_file_are_refused_by_name() {
    let bytes = write(&heading(), &small()).unwrap();
    let second = write(&Heading { name: "ADSL".to_owned(), ..heading() }, &small()).unwrap();
    let both = [&bytes[..], &second[240..]].concat();
    let Err(error) = read_bytes(&both) else { panic!("read") };
    assert!(
        error.to_string().contains("several-members: the file holds more than one data set: ADTTE, ADSL"),
        "{error}"
    );
}

/// Damage a field of the file and see it named.
#[test]
fn damage_has_a_name_and_a_place() {
    let bytes = write(&heading(), &small()).unwrap();
    let namestr = 640;
    let data = 640 + 560 + 80;
    let damaged = |at: usize, with: &[u8]| {
        let mut bytes = bytes.clone();
        bytes[at..at + with.len()].copy_from_slice(with);
        rules(&bytes)
    };
    assert_eq!(damaged(namestr + 148, b"USUBJID "), [("duplicate-header", None)]);
    assert_eq!(damaged(namestr + 148, b"usubjid "), [("duplicate-header", None)]);
    assert_eq!(damaged(namestr + 8, b"        "), [("empty-header", None)]);
    assert_eq!(damaged(namestr + 4, &[0, 6]), [("record-layout", None)]);
    assert_eq!(damaged(namestr + 140 + 4, &[0, 9]), [("record-layout", None)]);
    assert_eq!(damaged(namestr + 140 + 84, &[0, 0, 0, 0]), [("record-layout", None)]);
    assert_eq!(damaged(614, b"0003"), [("wrong-record", None)]);
    assert_eq!(damaged(614, b"0000"), [("record-layout", None)]);
    assert_eq!(damaged(614, b"00x4"), [("wrong-record", None)]);
    assert_eq!(damaged(data, b"\xff"), [("invalid-utf8", Some(1))]);
    assert_eq!(damaged(data + 31, b"\0"), [("control-character", Some(2))]);
    assert_eq!(damaged(data + 7, b"a\0\0\0\0\0\0\0"), [("not-a-number", Some(1))]);
}

#[test]
fn special_missing_values_are_missing_and_counted() {
    let mut bytes = write(&heading(), &small()).unwrap();
    let data = 640 + 560 + 80;
    bytes[data + 7..data + 15].copy_from_slice(b"A\0\0\0\0\0\0\0");
    bytes[data + 38..data + 46].copy_from_slice(b"_\0\0\0\0\0\0\0");
    let read = read_bytes(&bytes).unwrap();
    assert_eq!(read.columns[1].1, numbers(&[None, None, None]));
    assert_eq!(read.notes[0].rule, "special-missing");
    assert_eq!(read.notes[0].message, "special missing values of AVAL are read as missing: 1 .A, 1 ._");
}

#[test]
fn rows_of_blanks_are_rows_where_all_is_text() {
    let values = [Some("a"), None, None, Some("b"), None];
    let table = frame(vec![("A", text(&values))]);
    let bytes = write(&heading(), &table).unwrap();
    // A last row of blanks cannot be told from the padding: SAS does not see it either.
    let ColumnData::Text { codes, .. } = &read_bytes(&bytes).unwrap().columns[0].1 else { panic!("text") };
    assert_eq!(codes, &[0, MISSING, MISSING, 1]);
}

#[test]
fn what_the_format_cannot_hold_is_not_written() {
    let huge = frame(vec![("A", numbers(&[Some(1.0), Some(1e100)]))]);
    assert_eq!(write(&heading(), &huge), Err(WriteError::Number { name: "A".to_owned(), row: 2 }));
    let long = frame(vec![("a_name_of_more_than_32_characters_here", numbers(&[Some(1.0)]))]);
    assert!(matches!(write(&heading(), &long), Err(WriteError::TooLong { limit: 32, .. })));
}

proptest! {
    #[test]
    fn any_table_comes_back(rows in proptest::collection::vec(
        (proptest::option::of("[ -~é€]{0,12}[!-~]"), proptest::option::of(-1e70..1e70_f64), proptest::option::of(-1e-70..1e-70_f64)), 1..40)
    ) {
        let texts: Vec<Option<&str>> = rows.iter().map(|row| row.0.as_deref()).collect();
        let table = frame(vec![
            ("A", text(&texts)),
            ("B", numbers(&rows.iter().map(|row| row.1).collect::<Vec<_>>())),
            ("C", numbers(&rows.iter().map(|row| row.2).collect::<Vec<_>>())),
        ]);
        let bytes = write(&heading(), &table).unwrap();
        prop_assert_eq!(read_bytes(&bytes).unwrap().columns, table.columns);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0..1280_usize) {
        let mut file = write(&heading(), &small()).unwrap();
        let end = (at + bytes.len()).min(file.len());
        file[at..end].copy_from_slice(&bytes[..end - at]);
        let _ = read_bytes(&file);
        let _ = read_bytes(&bytes);
    }
}
