//! Nothing identifying gets in: the screen of studies, seen from outside. Every person here is made up.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::path::Path;

use engraft::ingest::frame::{Frame, ReadOptions};

use crate::workspace::{Ran, Workspace, repository, words};

const ROWS: usize = 24;

/// A study of one extract with a column `more` beside what the study takes.
fn extract(name: &str, cells: &[String]) -> Workspace {
    let mut text = format!("subject_id,arm,days,dead,{name}\n");
    for (row, cell) in cells.iter().enumerate() {
        text.push_str(&format!("Q{}x,a,{},1,\"{cell}\"\n", row * 7 % 101, 10 + row));
    }
    Workspace::bare().with("incoming/extract.csv", &text)
}

/// Cells of a kind, each of them made up, all of them distinct.
fn cells(make: impl Fn(usize) -> String) -> Vec<String> {
    (0..ROWS).map(make).collect()
}

/// What was refused names the column, the count and the kind, and repeats no cell anywhere.
fn refused(here: &Workspace, column: &str, rule: &str, cells: &[String]) {
    for command in ["check", "run"] {
        let ran = here.engraft(&[command]).expect(1).says(rule).says(&format!("({column})"));
        silent(&ran, cells);
    }
    for (path, bytes) in here.tree() {
        assert!(!path.starts_with("store/generations"), "{} was kept", path.display());
        if !path.starts_with("incoming") {
            holds_none(&path, &bytes, cells);
        }
    }
}

fn silent(ran: &Ran, cells: &[String]) {
    let told = format!("{}{}", ran.stdout, ran.stderr);
    for cell in cells.iter().filter(|cell| cell.len() > 3) {
        assert!(!told.contains(cell.as_str()), "{cell} is repeated in:\n{told}");
    }
}

fn holds_none(path: &Path, bytes: &[u8], cells: &[String]) {
    for cell in cells.iter().filter(|cell| cell.len() > 3) {
        let found = bytes.windows(cell.len()).any(|piece| piece == cell.as_bytes());
        assert!(!found, "{} holds {cell}", path.display());
    }
}

#[test]
fn every_kind_is_refused_by_column_and_count_and_never_repeated() {
    let syllables = ["ba", "lo", "mi", "ren", "tu", "sa"];
    let word = |n: usize| format!("X{}{}", syllables[n % 6], syllables[n / 6 % 6]);
    let cases = [
        ("identifying-name", cells(|n| format!("{} {}son", word(n), word(n + 7)))),
        ("contact-detail", cells(|n| format!("q{n}@clinic.example"))),
        ("contact-detail", cells(|n| format!("+49 30 55501{n:02}"))),
        ("national-number", cells(|n| format!("{:03}-{:02}-{:04}", 900 + n, 10 + n, 1000 + 37 * n))),
        ("record-number", cells(|n| (4_810_007 + 7919 * n).to_string())),
        ("full-date", cells(|n| format!("{:02}.{:02}.2019", n + 1, n % 12 + 1))),
        ("full-date", cells(|n| (20_111 + 97 * n).to_string())),
        ("age-above-89", cells(|n| (50 + 2 * n).to_string())),
        ("postcode", cells(|n| (60_001 + 1297 * n).to_string())),
        ("ip-address", cells(|n| format!("192.0.2.{}", n + 100))),
        ("url", cells(|n| format!("https://portal.example.org/p/{n}"))),
        ("free-text", cells(|n| format!("{} was seen on the ward and {} came along", word(n), word(n + 3)))),
    ];
    for (rule, cells) in cases {
        refused(&extract("v17", &cells), "v17", rule, &cells);
    }
}

#[test]
fn unknown_columns_are_refused_unless_a_reason_lets_them_in() {
    let harmless = cells(|n| (n % 3).to_string());
    let here = extract("cohort_no", &harmless);
    here.engraft(&["check"]).expect(1).says("unknown-column").says("(cohort_no)");
    here.replace("study.toml", "[inputs.wide]", "[screen]\nmode = \"lenient\"\n[inputs.wide]");
    here.engraft(&["check"]).expect(0).says("columns not taken: cohort_no");
    here.replace(
        "study.toml",
        "mode = \"lenient\"",
        "allow = [{ table = \"wide\", column = \"cohort_no\", reason = \" \" }]",
    );
    here.engraft(&["check"]).expect(2).says("let in without a reason");
    here.replace("study.toml", "reason = \" \"", "reason = \"Numbers of the cohorts.\"");
    let ran = here.engraft(&["check"]).expect(0);
    assert!(!ran.stderr.contains("no delivered file"), "{}", ran.stderr);
    here.run();
    assert!(here.text("reports/latest/index.html").contains("Reason: Numbers of the cohorts."));
}

#[test]
fn a_column_that_is_let_in_and_never_delivered_is_warned_of() {
    let here = extract("cohort_no", &cells(|n| (n % 3).to_string()));
    let allow = "allow = [{ column = [\"cohort_no\", \"cohort_nr\"], reason = \"Numbers of the cohorts.\" }]";
    here.replace("study.toml", "[inputs.wide]", &format!("[screen]\n{allow}\n[inputs.wide]"));
    let told = "no delivered file has a column cohort_nr";
    for command in ["check", "ingest"] {
        let ran = here.engraft(&[command]).expect(0).says(told);
        assert!(!words(&ran.stderr).contains("a column cohort_no"), "{}", ran.stderr);
    }
    here.replace("study.toml", "{ column = [", "{ table = \"wide\", column = [");
    here.engraft(&["check"]).expect(0).says("no delivered file of wide has a column cohort_nr");
}

#[test]
fn lenient_studies_are_screened_too() {
    let dates = cells(|n| format!("2020-03-{:02}", n + 1));
    let here = extract("seen", &dates);
    here.replace("study.toml", "[inputs.wide]", "[screen]\nmode = \"lenient\"\n[inputs.wide]");
    refused(&here, "seen", "full-date", &dates);
}

#[test]
fn canonical_tables_are_screened_whatever_the_column() {
    let here = Workspace::small();
    let table = here.text("incoming/patients.csv");
    let mut lines = table.lines();
    let mut text = format!("{}\n", lines.next().expect("a header"));
    let mut places = Vec::new();
    for (row, line) in lines.enumerate() {
        let (rest, _) = line.rsplit_once(',').expect("a region");
        places.push(format!("{} Beispielstraße {}", 10_115 + row, row + 1));
        text.push_str(&format!("{rest},{}\n", places[row]));
    }
    here.write("incoming/patients.csv", text.as_bytes());
    refused(&here, "region", "contact-detail", &places);
}

#[test]
fn a_delivery_in_pieces_is_judged_as_a_whole() {
    let here = Workspace::bare();
    here.replace("study.toml", "incoming/extract.csv", "incoming/part*.csv");
    here.replace(
        "study.toml",
        "arm = { kind = \"text\" }",
        "arm = { kind = \"text\" }\nv17 = { kind = \"text\" }",
    );
    for part in 0..12 {
        let row = |n: usize| {
            format!("Q{}x,a,{},1,M{}\n", part * 7 + n * 100, 10 + n, 48_100_071 + 7919 * (part * 2 + n))
        };
        let text = format!("subject_id,arm,days,dead,v17\n{}{}", row(1), row(2));
        here.write(&format!("incoming/part{part:02}.csv"), text.as_bytes());
    }
    here.engraft(&["check"]).expect(1).says("record-number").says("24 of 24 filled cells");
}

/// The features of a trial's delivery in CDISC's names: dates as numbers of days since 1960 and as text.
#[test]
fn dates_of_a_trial_delivery_are_refused() {
    let mut text = "STUDYID,USUBJID,AGE,TRTSDT,RFSTDTC\n".to_owned();
    for row in 0..ROWS {
        text.push_str(&format!(
            "PILOT,07-{:03},{},{},2014-01-{:02}\n",
            row * 31 % 997,
            30 + row,
            19_700 + row * 3,
            row + 1
        ));
    }
    let here = Workspace::bare().with("incoming/extract.csv", &text);
    here.replace(
        "study.toml",
        "subject_id = { kind = \"text\" }\narm = { kind = \"text\" }",
        "USUBJID = { kind = \"text\" }",
    );
    here.replace(
        "study.toml",
        "days = { kind = \"integer\", min = 0 }\ndead = { kind = \"integer\" }",
        "AGE = { kind = \"integer\" }",
    );
    here.replace("study.toml", "days >= 1", "AGE >= 1");
    here.engraft(&["check"])
        .expect(1)
        .says("(TRTSDT): 24 of 24 filled cells look like full dates")
        .says("(RFSTDTC)");
}

/// The pilot of CDISC, whose subjects were made anonymous and whose dates look real: the file says what are dates.
#[test]
fn the_pilot_is_refused_as_a_study() {
    let pilot = std::fs::read(repository().join("tests/formats/cdisc-pilot/adtte.json")).expect("the pilot");
    let here = Workspace::bare();
    here.write("incoming/adtte.json", &pilot);
    here.replace("study.toml", "extract.csv", "adtte.json");
    here.replace(
        "study.toml",
        "subject_id = { kind = \"text\" }\narm = { kind = \"text\" }",
        "TRTP = { kind = \"text\" }",
    );
    here.replace("study.toml", "days = { kind = \"integer\", min = 0 }", "AVAL = { kind = \"number\" }");
    here.replace("study.toml", "dead = { kind = \"integer\" }", "CNSR = { kind = \"integer\" }");
    here.replace("study.toml", "days >= 1", "AVAL >= 1");
    here.replace("study.toml", "[inputs.wide]", "[screen]\nmode = \"lenient\"\n[inputs.wide]");
    let ran = here.engraft(&["check"]).expect(1);
    for column in ["TRTSDT", "TRTEDT", "STARTDT", "ADT"] {
        assert!(words(&ran.stderr).contains(&format!("full-date ({column})")), "{column}: {}", ran.stderr);
    }
    let columns = "[\"TRTSDT\", \"TRTEDT\", \"STARTDT\", \"ADT\"]";
    let allow = format!("allow = [{{ column = {columns}, reason = \"Dates of the pilot were shifted.\" }}]");
    here.replace("study.toml", "mode = \"lenient\"", &format!("mode = \"lenient\"\n{allow}"));
    here.engraft(&["check"]).expect(0);
}

#[test]
fn ages_up_to_the_top_code_pass() {
    let here = extract("age", &cells(|n| (67 + n).min(90).to_string()));
    here.replace("study.toml", "arm = {", "age = { kind = \"integer\" }\narm = {");
    here.engraft(&["check"]).expect(0);
    let here = extract("age", &cells(|n| (68 + n).to_string()));
    here.replace("study.toml", "arm = {", "age = { kind = \"integer\" }\narm = {");
    here.engraft(&["check"]).expect(1).says("1 of 24 filled cells look like ages above 89");
}

#[test]
fn cells_that_broke_a_rule_are_kept_by_their_shape_alone() {
    let here = Workspace::small();
    let bad = "Xarolind";
    let labs = here.text("incoming/labs.csv");
    let subject = labs.lines().nth(1).expect("a row").split(',').next().expect("a subject").to_owned();
    here.write("incoming/labs.csv", format!("{labs}{subject},{bad},PLT,5,10^9/L,,,\n").as_bytes());
    here.replace("study.toml", "[inputs]", "[inputs]\nquarantine = 0.1");
    let ran = here.engraft(&["ingest"]).expect(0);
    silent(&ran, &[bad.to_owned()]);
    let mut shown = false;
    for (path, bytes) in here.tree().into_iter().filter(|(path, _)| !path.starts_with("incoming")) {
        holds_none(&path, &bytes, &[bad.to_owned()]);
        shown |= path.ends_with("rejects/labs.csv") && String::from_utf8_lossy(&bytes).contains("Aaaaaaaa");
    }
    assert!(shown, "the shape of the cell is not among the rejects");
}

const KEY: &str = "4fcb0d1e97a2386fb5c1d0e29a7b6c83 artificial";

fn relabelled() -> (Workspace, Vec<String>) {
    let here = Workspace::small().with("secret.key", KEY);
    private(&here.path("secret.key"), 0o600);
    here.replace("study.toml", "[strata]", "[screen]\nrelabel = { key_file = \"secret.key\" }\n[strata]");
    let patients = here.text("incoming/patients.csv");
    let ids = patients.lines().skip(1).filter_map(|line| line.split(',').nth(1)).map(str::to_owned).collect();
    (here, ids)
}

fn private(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("permissions");
}

/// The subjects of every stored table, decoded.
fn stored(here: &Workspace) -> Vec<(String, Vec<String>)> {
    let mut tables = Vec::new();
    for (path, _) in here.tree() {
        if path.starts_with("store") && path.extension().is_some_and(|extension| extension == "parquet") {
            let frame = Frame::read_all(&here.path(&path.to_string_lossy()), &ReadOptions::default())
                .expect("a table");
            let text = |(_, column): &(String, engraft::ingest::ColumnData)| {
                (0..frame.rows).filter_map(|row| column.label(row)).collect::<Vec<_>>()
            };
            tables.push((path.to_string_lossy().into_owned(), frame.columns.iter().flat_map(text).collect()));
        }
    }
    tables
}

#[test]
fn relabelled_subjects_stay_the_same_persons_and_lose_their_names() {
    let (here, ids) = relabelled();
    let ran = here.run();
    silent(&ran, &ids);
    silent(&ran, &[KEY.to_owned()]);
    for (path, bytes) in here.tree() {
        if !path.starts_with("incoming") && !path.ends_with("secret.key") {
            holds_none(&path, &bytes, &ids);
            holds_none(&path, &bytes, &[KEY.to_owned()]);
        }
    }
    let tables = stored(&here);
    assert!(tables.len() > 10, "{} tables", tables.len());
    for (path, texts) in &tables {
        assert!(texts.iter().all(|text| !ids.contains(text)), "{path} holds a delivered identifier");
    }
    let labels = |name: &str| {
        let (_, texts) = tables
            .iter()
            .find(|(path, _)| path.ends_with(name) && !path.contains("lineage"))
            .expect("the table");
        texts.iter().filter(|text| text.starts_with("S-")).cloned().collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(labels("/patients.parquet").len(), ids.len());
    assert!(labels("/labs.parquet").is_subset(&labels("/patients.parquet")));
}

#[test]
fn another_key_gives_other_labels_and_the_same_results() {
    let (here, _) = relabelled();
    here.engraft(&["analyze"]).expect(0);
    let before = (stored(&here), here.read("store/analysis/ard.parquet"));
    here.write("secret.key", b"another artificial key, 0123456789abcdef");
    here.engraft(&["analyze"]).expect(0);
    assert!(before.0 != stored(&here));
    assert!(before.1 == here.read("store/analysis/ard.parquet"));
}

#[test]
fn keys_that_do_not_protect_are_refused() {
    let (here, _) = relabelled();
    private(&here.path("secret.key"), 0o644);
    here.engraft(&["check"]).expect(2).says("can be read by anybody");
    private(&here.path("secret.key"), 0o600);
    here.write("secret.key", b"short\n");
    here.engraft(&["check"]).expect(2).says("5 bytes, and 32 are needed");
    here.replace("study.toml", "key_file = \"secret.key\"", "key_env = \"ENGRAFT_TEST_KEY\"");
    here.engraft(&["check"]).expect(2).says("no variable ENGRAFT_TEST_KEY");
    Ran::of(here.command(&["check"]).env("ENGRAFT_TEST_KEY", KEY)).expect(0);
}

/// Numbers of records under the name of the subject are refused, and come in where new labels take their place.
#[test]
fn relabelling_is_the_way_in_for_delivered_identifiers() {
    let mut text = "subject_id,arm,days,dead\n".to_owned();
    let numbers = cells(|n| (4_810_007 + 7919 * (n * n)).to_string());
    for (row, number) in numbers.iter().enumerate() {
        text.push_str(&format!("{number},a,{},1\n", 10 + row));
    }
    let here = Workspace::bare().with("incoming/extract.csv", &text).with("secret.key", KEY);
    private(&here.path("secret.key"), 0o600);
    refused(&here, "subject_id", "record-number", &numbers);
    here.replace(
        "study.toml",
        "[inputs.wide]",
        "[screen]\nrelabel = { key_file = \"secret.key\" }\n[inputs.wide]",
    );
    silent(&here.run(), &numbers);
    let held = stored(&here);
    assert!(held.iter().all(|(_, texts)| texts.iter().all(|text| !numbers.contains(text))));
}

#[test]
fn subjects_that_few_are_like_are_counted_and_warned_of() {
    let here = Workspace::small();
    here.run()
        .says("subjects have fewer than 11 alike on age_years (bands of ten years)")
        .says("count up one by one");
    let rows: serde_json::Value =
        serde_json::from_slice(&here.read("reports/latest/ard.json")).expect("JSON");
    let value = |stat: &str, term: Option<&str>| {
        let is_it = |row: &&serde_json::Value| {
            row["analysis"] == "k_anonymity" && row["stat"] == stat && row["term"].as_str() == term
        };
        rows.as_array()
            .expect("rows")
            .iter()
            .find(is_it)
            .and_then(|row| row["value"].as_f64())
            .expect("the row")
    };
    let sizes = ["1", "2-4", "5-10", "11 or more"];
    let subjects: f64 = sizes.iter().map(|size| value("n", Some(size))).sum();
    let classes: f64 = sizes.iter().map(|size| value("n_classes", Some(size))).sum();
    assert_eq!((subjects, classes), (value("n", None), value("n_classes", None)));
    assert_eq!(value("n_below", None), subjects - value("n", Some("11 or more")));
    assert!(
        here.text("reports/latest/index.html").contains("Patients alike on what may be known of a person")
    );
}
