use proptest::prelude::*;

use super::super::error::Problems;
use super::*;

const HEADER: &str = "id,day,value\n";

fn read(bytes: &[u8], purpose: Purpose) -> Result<Sheet, Problems> {
    let options = Options { purpose, ..Options::default() };
    match Sheet::from_bytes("f.csv", bytes.to_vec(), Take::All, &options) {
        Ok(sheet) => Ok(sheet),
        Err(IngestError::Refused { problems }) => Err(problems),
        Err(other) => panic!("{other}"),
    }
}

fn with_header(rest: &[u8]) -> Vec<u8> {
    [HEADER.as_bytes(), rest].concat()
}

/// Rule, line and column of every problem in a study.
fn found(bytes: &[u8]) -> Vec<(&'static str, Option<usize>, Option<usize>)> {
    match read(bytes, Purpose::Study) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|p| (p.rule, p.line, p.column)).collect(),
    }
}

fn one(rule: &'static str, line: usize, column: usize) -> Vec<(&'static str, Option<usize>, Option<usize>)> {
    vec![(rule, Some(line), Some(column))]
}

#[test]
fn every_malformation_has_its_rule_line_and_column() {
    let huge = format!("S1,1,{}\n", "x".repeat(10 << 20));
    let cases: Vec<(&str, Vec<u8>, Vec<_>)> = vec![
        ("CR only", b"id,day,value\rS1,1,2\r".to_vec(), one("cr-only", 1, 13)),
        ("CR within a line", with_header(b"S1,1,2\nS2,\r1,2\n"), one("stray-cr", 3, 4)),
        ("UTF-16 LE", b"\xff\xfei\0d\0\n\0".to_vec(), vec![("utf-16", None, None)]),
        ("UTF-16 BE without mark", b"\0i\0d\0,\0d\0\n".to_vec(), vec![("utf-16", None, None)]),
        ("invalid UTF-8", with_header(b"S\xc3\xa91,1,2\nM\xfcller,1,2\n"), one("invalid-utf8", 3, 2)),
        ("NUL", with_header(b"S1,1,2\nS2,\0\0\0,2\n"), one("nul", 3, 4)),
        ("control character", with_header(b"S1,1\x07,2\n"), one("control-character", 2, 5)),
        ("short", with_header(b"S1,1,2\nS2,1\nS3,1,2\n"), one("ragged-short", 3, 5)),
        ("long", with_header(b"S1,1,2\nS2,1,2,3\n"), one("ragged-long", 3, 8)),
        ("decimal comma", with_header(b"S1,1,2,5\n"), one("ragged-long", 2, 8)),
        ("duplicate header", b"id,day,id\nS1,1,2\n".to_vec(), one("duplicate-header", 1, 8)),
        ("empty header", b"id,,value\nS1,1,2\n".to_vec(), one("empty-header", 1, 4)),
        ("unterminated quote", with_header(b"S1,1,\"2\nS2,1,2\n"), one("unterminated-quote", 2, 6)),
        ("stray quote", with_header(b"S1,1,a\"b\n"), one("stray-quote", 2, 7)),
        ("text after a quote", with_header(b"S1,1,\"a\"b\n"), one("text-after-quote", 2, 9)),
        ("huge field", with_header(huge.as_bytes()), one("huge-field", 2, 6)),
        ("blank line", with_header(b"S1,1,2\n\nS2,1,2\n"), one("blank-line", 3, 1)),
        ("blank first line", b"\nid,day\nS1,1\n".to_vec(), one("blank-line", 1, 1)),
        ("^Z within", with_header(b"S1,1,2\x1a\nS2,1,2\n"), one("control-character", 2, 7)),
        ("cut within a record", with_header(b"S1,1,2\nS2,1"), one("cut-file", 3, 5)),
        ("cut within a number", with_header(b"S1,1,2\nS2,1,2"), one("cut-file", 3, 7)),
        ("gzip", b"\x1f\x8b\x08\0".to_vec(), vec![("gzip", None, None)]),
        ("zstd", b"\x28\xb5\x2f\xfd".to_vec(), vec![("compressed", None, None)]),
        ("a workbook", b"PK\x03\x04".to_vec(), vec![("spreadsheet", None, None)]),
        ("Parquet", b"PAR1....PAR1".to_vec(), vec![("parquet", None, None)]),
        ("semicolons", b"id;day;value\nS1;1;2,5\n".to_vec(), one("wrong-delimiter", 1, 1)),
        ("tabs", b"id\tday\nS1\t1\n".to_vec(), one("wrong-delimiter", 1, 1)),
        ("nothing", Vec::new(), one("empty-file", 1, 1)),
        ("blank lines only", b"\n\r\n".to_vec(), one("empty-file", 1, 1)),
        ("half of the header", b"id,da".to_vec(), one("cut-file", 1, 6)),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(found(&bytes), expected, "{name}");
    }
}

#[test]
fn what_is_accepted_is_noted() {
    let cases: [(&str, &[u8], &[&str]); 6] = [
        ("LF", b"a,b\n1,2\n", &[]),
        ("CRLF", b"a,b\r\n1,2\r\n", &[]),
        ("mark", b"\xef\xbb\xbfa,b\n1,2\n", &["byte-order-mark"]),
        ("mixed", b"a,b\r\n1,2\n", &["mixed-line-ends"]),
        ("blank lines at the end", b"a,b\n1,2\n\n\n", &["trailing-blank-lines"]),
        ("^Z at the end", b"a,b\n1,2\n\x1a", &["control-z"]),
    ];
    for (name, bytes, notes) in cases {
        let sheet = read(bytes, Purpose::Study).unwrap_or_else(|problems| panic!("{name}: {problems}"));
        assert_eq!(sheet.header(), ["a", "b"], "{name}");
        assert_eq!(sheet.rows(), 1, "{name}");
        assert_eq!((sheet.cell(0, 0), sheet.cell(0, 1)), ("1".into(), "2".into()), "{name}");
        assert_eq!(sheet.notes().iter().map(|note| note.rule).collect::<Vec<_>>(), notes, "{name}");
    }
}

#[test]
fn plain_files_may_lack_the_last_line_end_and_the_name_of_row_names() {
    let sheet = read(b",time\n1,2", Purpose::Plain).expect("accepted");
    let notes: Vec<_> = sheet.notes().iter().map(|note| (note.rule, note.line)).collect();
    assert_eq!(notes, [("row-names", Some(1)), ("no-final-line-end", Some(2))]);
}

#[test]
fn all_problems_are_reported_in_the_order_of_the_file() {
    let bytes = with_header(b"S1,1\nS2,1,a\"b\nS3,1,2,3\n\nS\xff4,1,2\n");
    let rules: Vec<_> = found(&bytes).into_iter().map(|(rule, line, _)| (rule, line)).collect();
    let expected = [
        ("ragged-short", Some(2)),
        ("stray-quote", Some(3)),
        ("ragged-long", Some(4)),
        ("blank-line", Some(5)),
        ("invalid-utf8", Some(6)),
    ];
    assert_eq!(rules, expected);
}

#[test]
fn problems_are_capped_and_counted() {
    let bytes = with_header("S1,1\n".repeat(1500).as_bytes());
    let problems = read(&bytes, Purpose::Study).expect_err("refused");
    assert_eq!((problems.iter().count(), problems.more()), (1000, 500));
    assert!(problems.to_string().ends_with("and 500 more"));
}

#[test]
fn positions_count_characters_and_spans_count_bytes() {
    let bytes = "id,naïve\nå,é\"x\n".as_bytes();
    let problems = read(bytes, Purpose::Plain).expect_err("refused");
    let problem = problems.iter().next().expect("one");
    assert_eq!((problem.line, problem.column), (Some(2), Some(4)));
    assert_eq!(problem.span, Some(Span { offset: 15, len: 1 }));
    let excerpt = problem.excerpt.as_ref().expect("shown in a plain file");
    assert_eq!(excerpt.text, "å,é\"x");
    assert_eq!(excerpt.span, Span { offset: 5, len: 1 });
}

#[test]
fn a_study_never_shows_its_data() {
    let bytes = b"Anna Artificial,1970\nBert\"Beispiel,1\nCarl,2,3\n";
    let problems = read(bytes, Purpose::Study).expect_err("refused");
    let shown = format!("{problems} {problems:?}");
    for secret in ["Anna", "Artificial", "1970", "Bert", "Beispiel", "Carl"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn quoted_cells_keep_commas_quotes_and_line_ends() {
    let sheet = read(b"a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",z\nlast,\"\"\n", Purpose::Study)
        .expect("read");
    assert_eq!(sheet.rows(), 3);
    assert_eq!(sheet.cell(0, 0), "x,y");
    assert_eq!(sheet.cell(0, 1), "say \"hi\"");
    assert_eq!(sheet.cell(1, 0), "two\nlines");
    assert_eq!((sheet.line(1), sheet.line(2)), (3, 5));
    assert_eq!(sheet.record(1), "\"two\nlines\",z");
    assert_eq!(sheet.cell(2, 1), "");
}

#[test]
fn limits_are_kept() {
    let limits = Limits { columns: 2, rows: 1, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    for (bytes, rule) in [(&b"a,b,c\n"[..], "too-many-columns"), (b"a,b\n1,2\n3,4\n", "too-many-rows")] {
        let error = Sheet::from_bytes("f.csv", bytes.to_vec(), Take::All, &options).expect_err("refused");
        assert_eq!(error.problems().and_then(|p| p.iter().next()).map(|p| p.rule), Some(rule));
    }
}

/// Cells of a file as the `csv` crate reads them.
fn by_csv_crate(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let records = reader.records().map(|record| record.expect("read"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn by_us(sheet: &Sheet) -> Vec<Vec<String>> {
    let mut all = vec![sheet.header().to_vec()];
    for row in 0..sheet.rows() {
        all.push((0..sheet.header().len()).map(|slot| sheet.cell(row, slot).into_owned()).collect());
    }
    all
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, Purpose::Plain);
        let _ = read(&bytes, Purpose::Study);
    }

    #[test]
    fn what_is_accepted_is_what_the_csv_crate_reads(
        text in r#"[a-c0-9,"\n\r é]{0,60}"#,
        purpose in prop::sample::select(vec![Purpose::Study, Purpose::Plain]),
    ) {
        if let Ok(sheet) = read(text.as_bytes(), purpose) {
            prop_assert_eq!(by_us(&sheet), by_csv_crate(text.as_bytes()));
        }
    }

    #[test]
    fn what_the_csv_crate_writes_is_accepted(
        cells in prop::collection::vec(prop::collection::vec("[a-z0-9,\"\n ]{0,6}", 3), 1..6),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).expect("written");
        for record in &cells {
            writer.write_record(record).expect("written");
        }
        let bytes = writer.into_inner().expect("written");
        let sheet = read(&bytes, Purpose::Study).expect("accepted");
        prop_assert_eq!(&by_us(&sheet)[1..], &cells[..]);
    }

    #[test]
    fn a_mutated_file_never_panics(at in 0_usize..60, byte in any::<u8>(), cut in 0_usize..60) {
        let mut bytes = b"id,day,value\nS1,1,\"2,5\"\nS2,-3,\"a \"\"b\"\"\"\nS3,0,\r\n".to_vec();
        let length = bytes.len();
        bytes[at % length] = byte;
        let _ = read(&bytes, Purpose::Plain);
        bytes.truncate(cut);
        let _ = read(&bytes, Purpose::Study);
    }
}
