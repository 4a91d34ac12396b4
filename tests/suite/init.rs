//! `init --from`: from delivered files to a study that runs, or that names what is open.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be made ends the test")]

use crate::workspace::{Workspace, copy_tree, repository};

/// Delivered files in a directory of their own, and their names from above it.
fn delivered(here: &Workspace, from: &str, names: &[&str]) -> Vec<String> {
    copy_tree(&repository().join(from), &here.path("raw"));
    names.iter().map(|name| format!("raw/{name}")).collect()
}

fn init(here: &Workspace, files: &[String]) -> String {
    let mut arguments = vec!["init", "study", "--from"];
    arguments.extend(files.iter().map(String::as_str));
    here.engraft(&arguments).expect(0).stdout
}

const TABLES: [&str; 7] = ["patients", "transplants", "regimen", "labs", "treatments", "events", "followup"];

#[test]
fn canonical_tables_give_a_study_that_runs() {
    let here = Workspace::empty();
    let names: Vec<String> = TABLES.iter().map(|table| format!("{table}.csv")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = init(&here, &delivered(&here, "data/sample/incoming", &names));
    assert!(told.contains("../raw/labs.csv: the canonical table labs"), "{told}");
    here.engraft(&["check", "--study", "study/study.toml"]).expect(0);
    here.engraft(&["analyze", "--study", "study/study.toml"]).expect(0);
    let text = here.text("study/study.toml");
    assert!(text.contains("cutoff = 2024-12-31") && !text.contains("SYN-"), "{text}");
    assert!(!here.path("study/incoming").exists());
}

/// Without laboratory values nothing is asked that needs them.
#[test]
fn only_what_the_tables_tell_is_asked() {
    let here = Workspace::empty();
    let names = ["patients.csv", "transplants.csv", "followup.csv"];
    init(&here, &delivered(&here, "data/sample/incoming", &names));
    here.engraft(&["analyze", "--study", "study/study.toml"]).expect(0);
    let text = here.text("study/study.toml");
    assert!(text.contains("name = \"os\"") && !text.contains("name = \"anc_recovery\""), "{text}");
}

/// Semicolons and decimal commas are seen; the numbers are the same.
#[test]
fn files_as_excel_writes_them_in_europe() {
    let names: Vec<String> = TABLES.iter().map(|table| format!("{table}.csv")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let subjects = |change: &dyn Fn(&str) -> String| {
        let here = Workspace::empty();
        let files = delivered(&here, "data/sample/incoming", &names);
        for file in &files {
            here.write(file, change(&here.text(file)).as_bytes());
        }
        init(&here, &files);
        here.engraft(&["analyze", "--study", "study/study.toml"]).expect(0);
        (here.text("study/study.toml"), here.read("study/store/analysis/subjects.parquet"))
    };
    let (text, expected) = subjects(&str::to_owned);
    assert!(!text.contains("\ndelimiter = "), "{text}");
    let (text, found) = subjects(&|text| text.replace(',', ";").replace('.', ","));
    assert!(text.contains("[inputs]\ndelimiter = \";\"\ndecimal = \",\""), "{text}");
    assert!(found == expected, "other numbers");
    let here = Workspace::empty();
    let files = delivered(&here, "data/sample/incoming", &names);
    here.write(&files[0], here.text(&files[0]).replace(',', ";").as_bytes());
    let mut arguments = vec!["init", "study", "--from"];
    arguments.extend(files.iter().map(String::as_str));
    here.engraft(&arguments).expect(2).says("are separated alike");
}

/// Terms of events are the study's to map; once they are, the proposal runs.
#[test]
fn adam_names_the_codes_that_are_open() {
    let here = Workspace::empty();
    let names =
        ["adsl", "adpr", "adex", "adlb", "adae", "adce", "adcm", "adtte"].map(|name| format!("{name}.csv"));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = init(&here, &delivered(&here, "tests/data/adam/incoming", &names));
    assert!(told.contains("../raw/adae.csv: ADaM, ADAE"), "{told}");
    let ran = here.engraft(&["check", "--study", "study/study.toml"]).expect(2);
    let ran = ran.says("inputs.labs.codes.test.CHIMDON").says("inputs.treatments.codes.class.PLATELETS");
    let ran =
        ran.says("inputs.events[1].codes.type.\"Viral infection\"").says("endpoint adtte_os.event.codes.1");
    ran.says("inputs.transplants.where");
    let text = here.text("study/study.toml");
    assert!(!text.contains("SYN-"), "{text}");
    // Days of second transplants are taken for what they are.
    assert!(!text.contains("ASTDY: not taken"), "{text}");
    let decided: String = text.lines().map(|line| format!("{}\n", decide(line))).collect();
    here.write("study/study.toml", decided.as_bytes());
    here.engraft(&["check", "--study", "study/study.toml"]).expect(0);
    here.engraft(&["analyze", "--study", "study/study.toml"]).expect(0);
}

/// What a statistician would write in place of the mark.
fn decide(line: &str) -> String {
    let meanings = [
        ("where = ", "STEM CELL TRANSPLANTATION"),
        ("CHIMDON", "CHIM"),
        ("ALT", "drop"),
        ("Cytomegalo", "CMV"),
        ("Acute graft", "AGVHD"),
        ("Chronic graft", "CGVHD"),
        ("Relapse", "RELAPSE"),
        ("nfection", "INFECTION"),
        ("RED BLOOD", "RBC_TX"),
        ("PLATELETS", "PLT_TX"),
        ("1 = ", "censored"),
        ("2 = ", "censored"),
    ];
    let meaning =
        meanings.iter().find(|(start, _)| line.contains(start)).map_or("OTHER", |(_, meaning)| meaning);
    line.replace("UNDECIDED", meaning)
}

#[test]
fn an_extract_is_proposed_column_by_column() {
    let here = Workspace::empty();
    init(&here, &delivered(&here, "data/bmt137/incoming", &["bmt137.csv"]));
    let text = here.text("study/study.toml");
    assert!(text.contains("t1 = { kind = \"integer\" }") && text.contains("candidates: t1"), "{text}");
    let ran = here.engraft(&["check", "--study", "study/study.toml"]).expect(2);
    ran.says("study.cutoff")
        .says("inputs.wide.time_unit")
        .says("endpoint os.time")
        .says("endpoint os.event.column");
}

/// Names, dates and identifiers of an extract do not reach the proposal.
#[test]
fn a_proposal_repeats_nothing_that_identifies() {
    let here = Workspace::empty();
    let rows: String = (1..=40)
        .map(|n| format!("P-{n:04},Anna Artificial{n},2001-02-{:02},{},{}\n", n % 28 + 1, n * 7, n % 2))
        .collect();
    here.write("raw/x.csv", format!("patient_id,name,born,days,dead\n{rows}").as_bytes());
    init(&here, &["raw/x.csv".to_owned()]);
    let text = here.text("study/study.toml");
    for word in ["Artificial", "2001", "P-00"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert!(text.contains("# name = ") && text.contains("dead = { kind = \"integer\" }  # 0, 1"), "{text}");
}

/// `?` is how Weka writes a missing value: the columns are numbers all the same.
#[test]
fn missing_values_are_seen() {
    let here = Workspace::empty();
    init(&here, &delivered(&here, "data/children/incoming", &["children.csv"]));
    let text = here.text("study/study.toml");
    assert!(
        text.contains("missing = [\"?\"]") && text.contains("CD3_to_CD34_ratio = { kind = \"number\" }"),
        "{text}"
    );
}

/// What gives persons away is not proposed, and named by its kind; no value is shown.
#[test]
fn columns_that_give_persons_away_are_named_and_not_proposed() {
    let here = Workspace::empty();
    let people =
        ["Mustermann", "Beispiel", "Probst", "Nirgendwo", "Vorlage", "Dummermann", "Testa", "Fiktiva"];
    let rows: String = (0..40)
        .map(|row| {
            let person = people[row % people.len()];
            let (day, phone, arm) = (row % 28 + 1, row * 7919 % 99991, if row % 2 == 0 { "A" } else { "B" });
            format!(
                "P{row:03},Erika {person},20{:02}-03-{day:02},+49 30 {phone:07},{arm},{},{}\n",
                row % 20,
                row * 9 + 3,
                row % 2
            )
        })
        .collect();
    here.write("raw/extract.csv", format!("id,v1,v2,v3,arm,time,status\n{rows}").as_bytes());
    init(&here, &["raw/extract.csv".to_owned()]);
    let text = here.text("study/study.toml");
    assert!(text.contains("# v1: not taken: 40 of 40 filled cells look like names of persons"), "{text}");
    assert!(text.contains("# v2: not taken: 40 of 40 filled cells look like full dates"), "{text}");
    assert!(text.contains("# v3: not taken: 40 of 40 filled cells look like contact details"), "{text}");
    assert!(text.contains("[screen] allow") && text.contains("arm = { kind = \"text\" }"), "{text}");
    assert!(!text.contains("Erika") && !text.contains("-03-") && !text.contains("+49"), "{text}");
}

/// Tables that are canonical but for the names of their columns: the proposal says which is which, and marks the codes.
#[test]
fn canonical_tables_under_other_names() {
    let here = Workspace::empty();
    let files =
        delivered(&here, "data/sample/incoming", &["patients.csv", "transplants.csv", "followup.csv"]);
    for (name, from, to) in [
        ("patients", "subject_id,age_years,sex,disorder", "PATID,AGE,GENDER,DIAG"),
        ("transplants", "subject_id", "PATID"),
        ("followup", "subject_id", "PNR_X"),
    ] {
        let text = here.text(&format!("raw/{name}.csv"));
        assert!(text.contains(from));
        here.write(&format!("raw/{name}.csv"), text.replacen(from, to, 1).as_bytes());
    }
    let told = init(&here, &files);
    assert!(told.contains("../raw/patients.csv: nearly the canonical table patients"), "{told}");
    let text = here.text("study/study.toml");
    for line in ["columns.subject_id = \"PATID\"", "columns.disorder = \"DIAG\"", "one of PNR_X"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    here.engraft(&["check", "--study", "study/study.toml"])
        .expect(2)
        .says("inputs.followup.columns.subject_id");
    let decided = text
        .replace("columns.subject_id = \"UNDECIDED\"", "columns.subject_id = \"PNR_X\"")
        .replace("\"UNDECIDED\"", "2024-12-31");
    here.write("study/study.toml", decided.as_bytes());
    here.engraft(&["analyze", "--study", "study/study.toml"]).expect(0);
}

/// A code that one subject has and that is no code by its looks does not reach the proposal, nor a message.
#[test]
fn what_one_subject_has_is_not_repeated() {
    let here = Workspace::empty();
    let names: Vec<String> = ["adsl", "adae"].iter().map(|name| format!("{name}.csv")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let files = delivered(&here, "tests/data/adam/incoming", &names);
    let text = here.text("raw/adae.csv");
    let term = "Bacterial infection";
    let with = if text.contains(term) { text.replacen(term, "Petra Beispielfrau", 1) } else { String::new() };
    assert!(!with.is_empty(), "{text}");
    here.write("raw/adae.csv", with.as_bytes());
    let told = init(&here, &files);
    let proposed = here.text("study/study.toml");
    assert!(!told.contains("Beispielfrau") && !proposed.contains("Beispielfrau"), "{proposed}");
    assert!(proposed.contains("# 1 more, which few subjects have, are not repeated here"), "{proposed}");
}
