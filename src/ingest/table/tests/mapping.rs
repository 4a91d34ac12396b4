//! Column maps, code maps, constants, conditions, days without a day 0: labs as ADaM delivers them.

use arrow::array::AsArray;
use arrow::datatypes::{Float64Type, Int32Type};

use super::*;
use crate::study::{DayCount, Expression};

/// `inputs.labs` of a study, as ADLB.
fn adlb() -> Mapping {
    let mut mapping =
        named(&[("subject_id", "USUBJID"), ("day", "ADY"), ("test", "PARAMCD"), ("value", "AVAL")]);
    mapping.key = "inputs.labs".to_owned();
    mapping.others = OtherColumns::NotTaken;
    mapping.expect = [("DTYPE".to_owned(), vec![String::new()])].into();
    mapping.columns.entry("unit".to_owned()).or_default().in_parentheses = Some("PARAM".to_owned());
    let column = |mapping: &mut Mapping, name: &str| mapping.columns.get(name).cloned().unwrap_or_default();
    let day = MappedColumn { days: DayCount::NoDayZero, ..column(&mut mapping, "day") };
    mapping.columns.insert("day".to_owned(), day);
    let codes = [("PLAT", "PLT"), ("HGB", "HGB"), ("ALT", "drop")];
    let codes = codes.map(|(code, test)| (code.to_owned(), test.to_owned())).into();
    let test = MappedColumn { codes, ..column(&mut mapping, "test") };
    mapping.columns.insert("test".to_owned(), test);
    mapping
}

fn labs(rows: &str, mapping: Mapping) -> Result<TableRows, IngestError> {
    let text = format!("USUBJID,PARAMCD,PARAM,AVAL,ADY,DTYPE,SITE\n{rows}");
    let delivery = Delivery::new(&[("adlb.csv", &text)]);
    delivery.read_mapped("labs", &[(&["adlb.csv"], mapping)], &TableOptions::default())
}

fn days(rows: &TableRows) -> Vec<i32> {
    rows.batch.column_by_name("day").unwrap().as_primitive::<Int32Type>().values().to_vec()
}

#[test]
fn days_lose_their_gap_and_units_come_from_the_parameter() {
    let text = "S1,PLAT,Platelets (10^3/uL),30,-1,,X\nS1,PLAT,Platelets (10^3/uL),40,1,,X\n\
        S1,ALT,Alanine Aminotransferase (U/L),31,1,,X\nS1,HGB,Hemoglobin (g/dL),9.5,15,,X\n";
    let rows = labs(text, adlb()).expect("read");
    assert_eq!(days(&rows), [-1, 0, 14]);
    assert_eq!((rows.counts.rows_in, rows.counts.accepted, rows.counts.left_out), (4, 3, 1));
    assert_eq!(rows.not_taken, ["SITE"]);
    let shown = shown(&rows);
    assert!(shown.contains("10^3/uL") && shown.contains("g/dL"), "{shown}");
    let values = rows.batch.column_by_name("value").unwrap().as_primitive::<Float64Type>();
    assert_eq!(values.values().to_vec(), [30.0, 40.0, 9.5]);
}

#[test]
fn a_day_0_where_there_is_none_is_refused() {
    let text = "S1,PLAT,Platelets (10^3/uL),30,0,,X\n";
    let error = labs(text, adlb()).expect_err("refused");
    assert_eq!(rules(&error), [("study-day-0", Some(2), Some(32), Some("ADY"))]);
    let mut from_zero = adlb();
    from_zero.columns.get_mut("day").unwrap().days = DayCount::FromZero;
    assert_eq!(days(&labs(text, from_zero).expect("read")), [0]);
}

#[test]
fn an_unknown_code_is_named_once_with_its_count_and_the_key() {
    let text = "S1,GLUC,Glucose (mmol/L),5,1,,X\nS1,GLUC,Glucose (mmol/L),6,2,,X\nS1,AST,AST (U/L),6,2,,X\n";
    let error = labs(text, adlb()).expect_err("refused");
    let found: Vec<String> = error.problems().into_iter().flatten().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2);
    assert!(
        found[0].contains("adlb.csv:2: unknown-code (PARAMCD): 2 rows have the code \"GLUC\""),
        "{found:?}"
    );
    let help = error.problems().unwrap().iter().next().unwrap().help.clone().unwrap();
    assert!(help.contains("inputs.labs.codes.test.\"GLUC\" = PLT | HGB"), "{help}");
}

#[test]
fn a_column_of_many_texts_is_not_repeated() {
    let names = |count: u32| (0..count).map(|n| format!("S1,Anna {n},x (U/L),5,1,,X\n")).collect::<String>();
    let few = labs(&names(10), adlb()).expect_err("refused").to_string();
    assert!(!few.contains("Anna"), "{few}");
    let error = labs(&names(60), adlb()).expect_err("refused").to_string();
    assert!(!error.contains("Anna") && error.contains("60 rows hold texts"), "{error}");
}

#[test]
fn a_value_without_a_unit_is_refused() {
    let error = labs("S1,PLAT,Platelets,30,1,,X\n", adlb()).expect_err("refused");
    assert_eq!(error.problems().unwrap().iter().next().unwrap().rule, "missing-value");
}

#[test]
fn imputed_values_are_refused_unless_a_condition_leaves_them_out() {
    let text = "S1,PLAT,Platelets (G/L),30,1,,X\nS1,PLAT,Platelets (G/L),30,2,LOCF,X\n";
    let error = labs(text, adlb()).expect_err("refused").to_string();
    assert!(error.contains("unexpected-value (DTYPE): 1 row has \"LOCF\""), "{error}");
    let condition = Some(Expression::parse("DTYPE is null").unwrap());
    let rows = labs(text, Mapping { condition, ..adlb() }).expect("read");
    assert_eq!((rows.counts.accepted, rows.counts.left_out), (1, 1));
}

#[test]
fn a_condition_needs_its_columns() {
    let condition = Some(Expression::parse("ANL01FL == 'Y'").unwrap());
    let error = labs("S1,PLAT,P (G/L),30,1,,X\n", Mapping { condition, ..adlb() }).expect_err("refused");
    assert_eq!(rules(&error), [("missing-column", None, None, Some("ANL01FL"))]);
}

/// Two sources of one table, each with words of its own; a constant in place of a column; an empty cell with a code.
#[test]
fn sources_are_put_together() {
    let delivery = Delivery::new(&[
        ("a.csv", "USUBJID,LSTALVDY,DTHFL,DTHDY\nS1,100,,\nS2,50,Y,50\n"),
        ("b.csv", "subject_id,last_contact_day\nS3,7\n"),
    ]);
    let mut adsl = named(&[
        ("subject_id", "USUBJID"),
        ("last_contact_day", "LSTALVDY"),
        ("vital", "DTHFL"),
        ("death_day", "DTHDY"),
    ]);
    adsl.columns.get_mut("vital").unwrap().codes =
        [("Y", "DEAD"), ("", "ALIVE")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
    let mut other = Mapping { key: "inputs.followup".to_owned(), ..Mapping::default() };
    other.columns.entry("vital".to_owned()).or_default().constant = Some("LTFU".to_owned());
    let sources: [(&[&str], Mapping); 2] = [(&["a.csv"], adsl), (&["b.csv"], other)];
    let rows = delivery.read_mapped("followup", &sources, &TableOptions::default()).expect("read");
    assert_eq!(rows.subjects(), [Some("S1"), Some("S2"), Some("S3")]);
    let shown = shown(&rows);
    assert!(shown.contains("ALIVE") && shown.contains("DEAD") && shown.contains("LTFU"), "{shown}");
    assert_eq!(rows.counts.files, 2);
}
