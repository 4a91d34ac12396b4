//! Extracts by hand, and the published one.

use crate::cohort::fixture::wide;
use crate::cohort::{Cohort, CohortError};

const COLUMNS: &str = "[inputs.wide]\nfiles = 'extract.csv'\nmissing = ['?']\n[inputs.wide.columns]\n";

/// The cohort of an extract whose rows are identified as `r1`, `r2`, ...
fn numbered(extract: &str, study: &str) -> Result<Cohort, CohortError> {
    let mut lines = extract.lines();
    let mut text = format!("subject_id,{}\n", lines.next().unwrap());
    for (row, line) in lines.enumerate() {
        text.push_str(&format!("r{},{line}\n", row + 1));
    }
    let columns = "[inputs.wide.columns]\nsubject_id = { kind = 'text' }";
    wide(&text, &study.replace("[inputs.wide.columns]", columns))
}

/// A study on columns of whole numbers.
fn study(columns: &[&str], rest: &str) -> String {
    let columns: String = columns.iter().map(|name| format!("{name} = {{ kind = 'integer' }}\n")).collect();
    format!("{COLUMNS}{columns}{rest}")
}

const SURVIVAL: &str =
    "[[endpoint]]\nname = 'os'\ntime = 't'\nevent = { column = 'd', codes = { 1 = 'death' } }\n";

#[test]
fn a_coded_event_and_missing_values() {
    let cohort = numbered("t,d\n10,1\n20,0\n?,1\n5,?\n", &study(&["t", "d"], SURVIVAL)).unwrap();
    let os = cohort.endpoint("os");
    assert_eq!(os.shown(), ["r1: 10 death", "r2: 20 censored"]);
    assert_eq!(os.not_evaluable, 2);
    assert_eq!(os.source(0), "t");
}

#[test]
fn a_code_without_a_name_is_refused() {
    let error = numbered("t,d\n10,1\n20,2\n30,2\n", &study(&["t", "d"], SURVIVAL)).unwrap_err();
    assert!(matches!(error, CohortError::UnnamedCode { code, rows: 2, .. } if code == "2"));
}

#[test]
fn a_negative_time_is_refused() {
    let error = numbered("t,d\n-1,1\n20,0\n", &study(&["t", "d"], SURVIVAL)).unwrap_err();
    assert!(matches!(error, CohortError::NegativeTime { rows: 1, .. }));
}

#[test]
fn never_is_not_an_event_and_follow_up_comes_from_what_competes() {
    let rest = format!(
        "{SURVIVAL}[[endpoint]]\nname = 'anc'\ntime = 'a'\nnever = 1000000\ncompeting = {{ death = 'os' }}\n"
    );
    let extract = "t,d,a\n100,1,20\n15,1,1000000\n80,0,1000000\n10,1,30\n40,0,40\n12,1,12\n9,1,?\n";
    let anc = numbered(extract, &study(&["t", "d", "a"], &rest)).unwrap().endpoint("anc").clone();
    assert_eq!(
        anc.shown(),
        ["r1: 20 anc", "r2: 15 death", "r3: 80 censored", "r4: 10 death", "r5: 40 anc", "r6: 12 anc"]
    );
    assert_eq!((anc.contradictions, anc.not_evaluable), (1, 1));
    assert_eq!(anc.source(1), "os: t");
}

#[test]
fn an_event_counts_only_where_its_condition_holds() {
    let rest = format!(
        "{SURVIVAL}[[endpoint]]\nname = 'gvhd'\ntime = 'g'\nnever = 999\nwhen = 'yes == 1'\ncompeting = {{ death = 'os' }}\n"
    );
    let extract = "t,d,g,yes\n100,1,20,1\n100,1,20,0\n100,0,20,?\n";
    let cohort = numbered(extract, &study(&["t", "d", "g", "yes"], &rest)).unwrap();
    assert_eq!(cohort.endpoint("gvhd").shown(), ["r1: 20 gvhd", "r2: 100 death", "r3: 100 censored"]);
}

#[test]
fn causes_from_several_columns_and_their_ties() {
    let rest = "[[endpoint]]\nname = 'relapse'\ntime = 't1'\ncauses = [\
        { cause = 'relapse', time = 't2', when = 'd2 == 1' },\
        { cause = 'death', time = 't1', when = 'd1 == 1' }]\n";
    let extract = "t1,t2,d1,d2\n50,20,1,1\n50,50,1,1\n50,50,1,0\n60,60,0,0\n60,60,0,?\n";
    let cohort = numbered(extract, &study(&["t1", "t2", "d1", "d2"], rest)).unwrap();
    let relapse = cohort.endpoint("relapse");
    assert_eq!(relapse.shown(), ["r1: 20 relapse", "r2: 50 relapse", "r3: 50 death", "r4: 60 censored"]);
    assert_eq!(relapse.not_evaluable, 1);
}

#[test]
fn months_become_days_and_entries_are_kept() {
    let rest = "[[endpoint]]\nname = 'os'\ntime = 't'\nentry = 'e'\nevent = { column = 'd', codes = { 1 = 'death' } }\n";
    let study = study(&["t", "d", "e"], rest).replace("missing", "time_unit = 'months'\nmissing");
    let cohort = numbered("t,d,e\n2,1,1\n4,0,?\n", &study).unwrap();
    let os = cohort.endpoint("os");
    assert_eq!(os.rows.column("time").unwrap().number(0), Some(60.875));
    assert_eq!(os.rows.column("entry").unwrap().number(0), Some(30.4375));
    assert_eq!(os.not_evaluable, 1);
}

#[test]
fn outcomes_among_and_population() {
    let rest = "[population]\n'Known' = 'z is not null'\n[[endpoint]]\nname = 'gvhd'\noutcome = 'g == 1'\namong = 'z == 1'\n";
    let cohort = numbered("g,z\n1,1\n0,1\n?,1\n1,2\n1,?\n", &study(&["g", "z"], rest)).unwrap();
    let flow: Vec<(u64, u64)> = cohort.flow.iter().map(|step| (step.excluded, step.remaining)).collect();
    assert_eq!(flow, [(0, 5), (1, 4)]);
    let gvhd = cohort.endpoint("gvhd");
    let outcome = gvhd.rows.column("outcome").unwrap();
    let shown: Vec<Option<String>> = (0..gvhd.rows.rows).map(|row| outcome.label(row)).collect();
    assert_eq!(shown, [Some("yes".to_owned()), Some("no".to_owned()), None]);
    assert_eq!((gvhd.not_applicable, gvhd.not_evaluable), (1, 1));
}

#[test]
fn endpoints_that_compete_in_a_circle_are_refused() {
    let rest = "[[endpoint]]\nname = 'a'\ntime = 't'\nnever = 9\ncompeting = { b = 'b' }\n\
        [[endpoint]]\nname = 'b'\ntime = 't'\nnever = 9\ncompeting = { a = 'a' }\n";
    let error = numbered("t\n1\n", &study(&["t"], rest)).unwrap_err();
    assert!(matches!(error, CohortError::Cycle { endpoints } if endpoints == ["a", "b", "a"]));
}

#[test]
fn subjects_come_in_the_order_of_their_identifiers() {
    let columns = "[inputs.wide.columns]\nsubject_id = { kind = 'text' }";
    let study = study(&["t", "d"], SURVIVAL).replace("[inputs.wide.columns]", columns);
    let cohort = wide("subject_id,t,d\nB,1,1\nA,2,0\n", &study).unwrap();
    assert_eq!(cohort.endpoint("os").shown(), ["A: 2 censored", "B: 1 death"]);
    let error = wide("subject_id,t,d\nB,1,1\nB,2,0\n", &study).unwrap_err();
    assert!(matches!(error, CohortError::DuplicateSubjects { subjects: 1, .. }));
}

/// Klein and Moeschberger, section 1.3: 81 deaths, 42 relapses, 41 deaths without relapse, 54 free
/// of both.
#[test]
fn the_published_leukaemia_cohort() {
    let extract = include_str!("../../../data/bmt137/incoming/bmt137.csv");
    let rest = "[strata]\ndisease = { column = 'group', labels = { 1 = 'ALL', 2 = 'AML low risk', 3 = 'AML high risk' } }\n\
        [[endpoint]]\nname = 'os'\ntime = 't1'\nevent = { column = 'd1', codes = { 1 = 'death' } }\n\
        [[endpoint]]\nname = 'relapse'\ntime = 't2'\ncauses = [\
        { cause = 'relapse', time = 't2', when = 'd2 == 1' },\
        { cause = 'death', time = 't2', when = 'd1 == 1 and d2 == 0' }]\n\
        [[endpoint]]\nname = 'platelets'\ntime = 'tp'\nevent = { column = 'dp', codes = { 1 = 'recovery' } }\n\
        competing = { death = 'os' }\n";
    let columns = ["group", "t1", "t2", "d1", "d2", "tp", "dp"];
    let cohort = wide(extract, &study(&columns, rest)).unwrap();
    assert_eq!(cohort.endpoint("os").counts(), [56, 81]);
    assert_eq!(cohort.endpoint("relapse").counts(), [54, 42, 41]);
    assert_eq!(cohort.endpoint("platelets").counts(), [1, 120, 16]);
    assert_eq!(cohort.strata[0].levels, ["ALL", "AML low risk", "AML high risk"]);
    assert_eq!(cohort.endpoint("os").rows.column("disease").unwrap().label(0).as_deref(), Some("ALL"));
}
