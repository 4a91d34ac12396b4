//! The consistency rules: made-up patients for each, the list of queries, the gate.

#![allow(clippy::expect_used, clippy::panic, reason = "a case that cannot be read ends the test")]

mod study;

use std::collections::{BTreeMap, BTreeSet};

use engraft::domain::table::TABLES;
use engraft::study::RuleBook;

use crate::workspace::Workspace;

const PATIENTS: &str = include_str!("quality/patients.txt");
const CASES: &str = include_str!("quality/cases.csv");
const EXTRACT: &str = include_str!("quality/extract.csv");

/// Rules whose rows cannot stand among others: they have tests of their own below.
const APART: [&str; 2] = ["row-set-aside", "extract-time-negative"];

const STUDY: &str = r#"
[study]
id = "RULES"
title = "Made-up patients"
cutoff = 2024-12-31
[inputs]
patients = "incoming/patients.csv"
transplants = "incoming/transplants.csv"
regimen = "incoming/regimen.csv"
labs = "incoming/labs.csv"
treatments = "incoming/treatments.csv"
events = "incoming/events.csv"
followup = "incoming/followup.csv"
[[endpoint]]
name = "os"
[[endpoint]]
name = "response"
"#;

const EXTRACT_STUDY: &str = r#"
[study]
id = "EXTRACT"
title = "Made-up extract"
cutoff = 2024-12-31
[inputs.wide]
files = "incoming/extract.csv"
[inputs.wide.columns]
subject_id = { kind = "text" }
os_days = { kind = "number" }
dead = { kind = "integer" }
relapse_days = { kind = "number" }
relapsed = { kind = "integer" }
anc_days = { kind = "number" }
recovered = { kind = "text" }
[[endpoint]]
name = "os"
time = "os_days"
event = { column = "dead", codes = { 1 = "death" } }
[[endpoint]]
name = "relapse"
time = "relapse_days"
event = { column = "relapsed", codes = { 1 = "relapse" } }
competing = { death = "os" }
[[endpoint]]
name = "efs"
time = "os_days"
causes = [{ cause = "relapse", time = "relapse_days", when = "relapsed == 1" }, { cause = "death", time = "os_days", when = "dead == 1" }]
[[endpoint]]
name = "anc_recovery"
time = "anc_days"
never = 9999
when = "recovered == 'yes'"
competing = { death = "os" }
"#;

type Row = BTreeMap<String, String>;
type Patient = Vec<(String, Row)>;
/// Subject -> the rules that must find it.
type Expected = BTreeMap<String, BTreeSet<String>>;

fn cells(text: &str) -> Row {
    text.split_whitespace()
        .map(|cell| cell.split_once('=').unwrap_or_else(|| panic!("not column=value: {cell}")))
        .map(|(column, value)| (column.to_owned(), value.to_owned()))
        .collect()
}

/// The patients about whom there is nothing to ask, by name.
fn patients() -> BTreeMap<String, Patient> {
    let mut patients: BTreeMap<String, Patient> = BTreeMap::new();
    let mut name = String::new();
    for line in PATIENTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            head.trim_end_matches(']').clone_into(&mut name);
        } else {
            let (table, rest) = line.split_once(' ').expect("a table and its cells");
            patients.entry(name.clone()).or_default().push((table.to_owned(), cells(rest)));
        }
    }
    patients
}

/// One change of a patient: `-table`, `+table column=value ...`, `table.column=value`.
fn change(patient: &mut Patient, edit: &str) {
    if let Some(table) = edit.strip_prefix('-') {
        patient.retain(|(name, _)| name != table);
    } else if let Some(added) = edit.strip_prefix('+') {
        let (table, rest) = added.split_once(' ').expect("a table and its cells");
        patient.push((table.to_owned(), cells(rest)));
    } else {
        let (place, value) = edit.split_once('=').expect("table.column=value");
        let (table, column) = place.split_once('.').expect("table.column");
        let row = patient.iter_mut().find(|(name, _)| name == table).expect("a row of the table");
        row.1.insert(column.to_owned(), value.to_owned());
    }
}

/// The cases: for each subject the rules that must find it.
fn cases() -> (Vec<(String, Patient)>, Expected) {
    let base = patients();
    let (mut subjects, mut expected) = (Vec::new(), BTreeMap::new());
    for (number, line) in CASES.lines().skip(1).enumerate() {
        let fields: Vec<&str> = line.split(',').collect();
        let [rule, patient, edits, also] = fields[..] else { panic!("not four fields: {line}") };
        let mut patient = base[patient].clone();
        edits
            .split(';')
            .map(str::trim)
            .filter(|edit| !edit.is_empty())
            .for_each(|edit| change(&mut patient, edit));
        let id = format!("T-{number:03}");
        let rules = std::iter::once(rule).chain(also.split(' ')).filter(|rule| !rule.is_empty());
        expected.insert(id.clone(), rules.map(str::to_owned).collect());
        subjects.push((id, patient));
    }
    (subjects, expected)
}

/// The subjects as CSV files of the canonical tables.
fn workspace(subjects: &[(String, Patient)]) -> Workspace {
    let workspace = Workspace::empty().with("study.toml", STUDY);
    for table in TABLES {
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        let mut text = format!("{}\n", names.join(","));
        for (id, patient) in subjects {
            for (_, row) in patient.iter().filter(|(name, _)| name == table.name) {
                let unknown = row.keys().find(|column| table.column(column).is_none());
                assert!(unknown.is_none(), "{} has no column {unknown:?}", table.name);
                let cell = |name: &&str| match *name {
                    "subject_id" => id.clone(),
                    name => row.get(name).cloned().unwrap_or_default(),
                };
                text.push_str(&names.iter().map(cell).collect::<Vec<_>>().join(","));
                text.push('\n');
            }
        }
        workspace.write(&format!("incoming/{}.csv", table.name), text.as_bytes());
    }
    workspace
}

/// The list of queries, by column.
fn queries(workspace: &Workspace) -> Vec<Row> {
    let bytes = workspace.read("reports/latest/queries.csv");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().expect("a header").clone();
    let row = |record: csv::StringRecord| {
        header.iter().map(ToOwned::to_owned).zip(record.iter().map(ToOwned::to_owned)).collect()
    };
    reader.records().map(|record| row(record.expect("a record"))).collect()
}

fn found(queries: &[Row]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for query in queries {
        found.entry(query["subject_id"].clone()).or_default().insert(query["rule"].clone());
    }
    found
}

#[test]
fn every_rule_finds_its_patients_and_no_others() {
    let (subjects, expected) = cases();
    let here = workspace(&subjects);
    here.run();
    let queries = queries(&here);
    let found = found(&queries);
    let none = BTreeSet::new();
    let differ =
        |(subject, rules): &(&String, &BTreeSet<String>)| found.get(*subject).unwrap_or(&none) != *rules;
    let wrong: Vec<_> = expected.iter().filter(differ).map(|(s, rules)| (s, rules, found.get(s))).collect();
    assert!(wrong.is_empty(), "subject, expected, found: {wrong:#?}");
    for query in &queries {
        let file = here.text(&query["file"]);
        let line: usize = query["line"].parse().expect("a line");
        let row = file.lines().nth(line - 1).expect("the row");
        assert!(row.contains(&query["subject_id"]), "{query:?} does not point to its row");
        assert!(
            !query["finding"].contains(['{', '}']) && !query["finding"].contains("missing value"),
            "{query:?}"
        );
        assert!(!query["finding"].contains(&query["subject_id"]), "{query:?} repeats who it is");
    }
    let ids: BTreeSet<&str> = queries.iter().map(|query| query["query_id"].as_str()).collect();
    assert_eq!(ids.len(), queries.len(), "two queries share an identifier");
}

#[test]
fn no_rule_is_without_a_patient() {
    let (_, expected) = cases();
    let extract = EXTRACT.lines().skip(1).filter_map(|line| line.split(',').nth(1));
    let mut tried: BTreeSet<&str> = expected.values().flatten().map(String::as_str).collect();
    tried.extend(extract.flat_map(|rules| rules.split(' ')).chain(APART).filter(|rule| !rule.is_empty()));
    let book = RuleBook::shipped().expect("the rules that ship");
    let rules: BTreeSet<&str> = book.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(tried, rules);
}

#[test]
fn a_query_keeps_its_identifier_when_other_rows_come_and_go() {
    let (mut subjects, _) = cases();
    subjects.truncate(40);
    let by_id = |here: &Workspace| -> BTreeMap<String, String> {
        here.run();
        let queries = queries(here);
        queries.into_iter().map(|query| (query["query_id"].clone(), query["subject_id"].clone())).collect()
    };
    let before = by_id(&workspace(&subjects));
    subjects.reverse();
    let gone = subjects.remove(20).0;
    let after = by_id(&workspace(&subjects));
    let remaining: BTreeMap<String, String> =
        before.into_iter().filter(|(_, subject)| *subject != gone).collect();
    assert_eq!(after, remaining);
}

/// The extract as it would be delivered: without the column that says what to expect.
fn delivered_extract() -> String {
    let without = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        format!("{},{}\n", fields[0], fields[2..].join(","))
    };
    EXTRACT.lines().map(without).collect()
}

#[test]
fn an_extract_is_examined_endpoint_by_endpoint() {
    let extract = delivered_extract();
    let here = Workspace::empty().with("study.toml", EXTRACT_STUDY).with("incoming/extract.csv", &extract);
    here.run();
    let found = found(&queries(&here));
    for line in EXTRACT.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let expected: BTreeSet<String> =
            fields[1].split(' ').filter(|rule| !rule.is_empty()).map(str::to_owned).collect();
        assert_eq!(found.get(fields[0]).cloned().unwrap_or_default(), expected, "{line}");
    }
    here.write("incoming/extract.csv", extract.replace("W02,500", "W02,-5").as_bytes());
    let checked = here.engraft(&["check"]).expect(0);
    assert!(checked.stdout.contains("extract-time-negative"), "{}", checked.stdout);
}

#[test]
fn rows_that_were_set_aside_are_queries_and_stand_in_the_flow() {
    let (mut subjects, _) = cases();
    subjects.truncate(6);
    change(&mut subjects[0].1, "patients.sex=X");
    let here = workspace(&subjects);
    here.replace("study.toml", "[inputs]\n", "[inputs]\nquarantine = 0.5\n");
    here.run();
    let queries = queries(&here);
    let aside = |table: &str| -> Vec<&Row> {
        let of_table = |query: &&Row| query["rule"] == "row-set-aside" && query["table"] == table;
        queries.iter().filter(of_table).collect()
    };
    assert_eq!(aside("patients").len(), 1);
    assert_eq!(aside("patients")[0]["finding"], "set aside at the door: unknown-category (sex)");
    assert_eq!(aside("patients")[0]["line"], "2");
    assert_eq!(aside("followup")[0]["finding"], "set aside at the door: unknown-subject (subject_id)");
    assert!(
        queries.iter().all(|query| !query.values().any(|cell| cell.contains("T-000"))),
        "a set-aside row is shown"
    );
    let flow = here.text("reports/latest/tables/cohort-flow.csv");
    assert_eq!(flow, "Step,Left out,Patients\nDelivered,0,6\nAccepted,1,5\n");
    let chart = here.text("reports/latest/figures/cohort-flow.svg");
    assert!(chart.contains("Set aside at the door") && chart.contains("unknown category"));
}
