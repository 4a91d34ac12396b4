//! Deliveries in the form of CDISC ADaM: the results are those of the canonical tables.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::fs;
use std::path::Path;

use engraft::analysis::{json, parquet};
use serde_json::Value;

use crate::workspace::{Workspace, copy_tree, repository};

/// The committed delivery, in a directory of its own.
fn delivery() -> Workspace {
    let here = Workspace::empty();
    let from = repository().join("tests/data/adam");
    copy_tree(&from.join("incoming"), &here.path("adam/incoming"));
    here.write("adam/study.toml", &fs::read(from.join("study.toml")).expect("a study"));
    here
}

/// The results of a study as JSON rows.
fn results(here: &Workspace, study: &str) -> Vec<Value> {
    here.engraft(&["analyze", "--study", &format!("{study}/study.toml")]).expect(0);
    ard(&here.path(&format!("{study}/store/analysis/ard.parquet")))
}

fn ard(path: &Path) -> Vec<Value> {
    let rows = parquet::from_parquet(fs::read(path).expect("results")).expect("an ARD");
    let mut text = Vec::new();
    json::write_json(&rows, &mut text).expect("JSON");
    serde_json::from_slice(&text).expect("JSON")
}

/// The same patients in the canonical tables, and the study with its inputs replaced.
fn canonical_twin(here: &Workspace) {
    here.engraft(&["synth", "--subjects", "60", "--seed", "1", "--out", "canonical/incoming"]).expect(0);
    let text = here.text("adam/study.toml");
    let head = text.split("[inputs]").next().expect("a head");
    let rest = &text[text.find("[strata]").expect("strata")..];
    let tables = ["patients", "transplants", "regimen", "labs", "treatments", "events", "followup"];
    let inputs: String = tables.iter().map(|name| format!("{name} = \"incoming/{name}.csv\"\n")).collect();
    let own = rest.find("[[endpoint]]\nname = \"os_sponsor\"").expect("the sponsor\u{2019}s endpoint");
    let after = own + rest[own..].find("[[analysis]]").expect("analyses");
    let rest = format!("{}{}", &rest[..own], rest[after..].replace("\"os_sponsor\", ", ""));
    here.write("canonical/study.toml", format!("{head}[inputs]\n{inputs}{rest}").as_bytes());
}

#[test]
fn adam_and_canonical_tables_give_the_same_results() {
    let here = delivery();
    canonical_twin(&here);
    let of_sponsor = |row: &Value| row["endpoint"] == "os_sponsor";
    // ADSL does not tell who was lost to follow-up, so that three patients without recent contact are noted there.
    let delivered = |row: &Value| row["analysis"] == "ingest" || row["analysis"] == "quality";
    let kept = |rows: Vec<Value>| -> Vec<Value> {
        rows.into_iter().filter(|row| !of_sponsor(row) && !delivered(row)).collect()
    };
    let (adam, canonical) = (kept(results(&here, "adam")), kept(results(&here, "canonical")));
    assert!(adam.len() > 500, "{} rows", adam.len());
    assert_eq!(adam.len(), canonical.len());
    for (adam, canonical) in adam.iter().zip(&canonical) {
        assert_eq!(adam, canonical);
    }
}

/// ADTTE, which the sponsor derived from the same follow-up, gives the survival that the program derives.
#[test]
fn adtte_goes_straight_to_endpoints() {
    let here = delivery();
    let rows = results(&here, "adam");
    let estimates = |endpoint: &str| -> Vec<(Value, Value, Value)> {
        let wanted = |row: &&Value| {
            row["endpoint"] == endpoint && row["analysis"] == "km" && row["stat"] == "estimate"
        };
        rows.iter()
            .filter(wanted)
            .map(|row| (row["group"].clone(), row["time"].clone(), row["value"].clone()))
            .collect()
    };
    assert!(estimates("os").len() > 8);
    assert_eq!(estimates("os"), estimates("os_sponsor"));
}

#[test]
fn a_code_that_is_not_mapped_is_refused_with_its_count_and_the_key() {
    let here = delivery();
    let study = here.text("adam/study.toml");
    let refused = |from: &str, to: &str, words: &[&str]| {
        assert!(study.contains(from), "{from}");
        here.write("adam/study.toml", study.replace(from, to).as_bytes());
        let ran = here.engraft(&["check", "--study", "adam/study.toml"]).expect(1);
        let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(said.contains(word), "{word}: {said}");
        }
    };
    refused(
        "\"Relapse\" = \"RELAPSE\"",
        "",
        &["Relapse", "inputs.events.codes.type.\"Relapse\"", "rows have"],
    );
    refused("2 = \"censored\"", "", &["CNSR 2", "os_sponsor"]);
    refused(" and DTYPE is null", "", &["LOCF", "DTYPE"]);
    refused("PARAMCD != 'ALT' and ", "", &["ALT", "inputs.labs.codes.test.\"ALT\""]);
}

/// A sponsor whose variables are called differently writes a mapping file of its own.
#[test]
fn a_mapping_file_of_ones_own() {
    let here = delivery();
    let (study, shipped) = (here.text("adam/study.toml"), here.engraft(&["schema", "adam"]).expect(0).stdout);
    let adlb = here.text("adam/incoming/adlb.csv");
    here.write("adam/incoming/adlb.csv", adlb.replace("PARAMCD,PARAM", "LBTESTCD,LBTEST").as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(1).says("inputs.labs.columns.test");
    let own = shipped
        .replace("test = \"PARAMCD\"", "test = \"LBTESTCD\"")
        .replace("unit = \"PARAM\"", "unit = \"LBTEST\"");
    here.write("adam/sponsor.toml", own.as_bytes());
    let labs = "files = \"incoming/adlb.csv\"\nprofile = \"adam\"\nwhere = \"PARAMCD";
    assert!(study.contains(labs));
    let with_own =
        study.replace(labs, "files = \"incoming/adlb.csv\"\nprofile = \"sponsor.toml\"\nwhere = \"LBTESTCD");
    here.write("adam/study.toml", with_own.as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(0);
    here.write("adam/study.toml", study.replace(labs, &labs.replace("adam", "sdtm")).as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(2).says("there is no profile sdtm");
}

#[test]
fn traps_of_units_and_times() {
    let here = delivery();
    let adtte = here.text("adam/incoming/adtte.csv");
    here.write("adam/incoming/adtte.csv", adtte.replace(" (DAYS)", "").as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(1).says("inputs.adtte.time_unit");
    let study = here.text("adam/study.toml");
    let with_unit = study.replace("adtte.csv\" }", "adtte.csv\", time_unit = \"days\" }");
    here.write("adam/study.toml", with_unit.as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(0);
    let adlb = here.text("adam/incoming/adlb.csv");
    here.write("adam/incoming/adlb.csv", adlb.replace("(g/dL)", "(g%)").as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(1).says("inputs.units.HGB.\"g%\"");
    let with_units = with_unit.replace("[strata]", "[inputs.units]\nHGB = { \"g%\" = 10 }\n\n[strata]");
    here.write("adam/study.toml", with_units.as_bytes());
    here.engraft(&["check", "--study", "adam/study.toml"]).expect(0);
}

/// ADTTE of the CDISC pilot as a study: survival by treatment at day 30. AVAL is ADT - STARTDT + 1 and
/// is used as delivered; PARAM names no unit; the treatment stands in ADTTE itself.
#[test]
fn the_pilot_is_a_study_of_times_to_event() {
    let here = Workspace::empty();
    copy_tree(&repository().join("tests/formats/cdisc-pilot"), &here.path("incoming"));
    let study = |file: &str| {
        format!(
            "[study]\nid = \"PILOT\"\ntitle = \"CDISC pilot\"\ncutoff = 2014-12-31\n\
             [screen]\nmode = \"lenient\"\nallow = [{{ column = [\"TRTSDT\", \"TRTEDT\", \"STARTDT\", \"ADT\"], \
             reason = \"The publisher moved the dates.\" }}]\n\
             [inputs.wide]\nfiles = \"incoming/{file}\"\n[inputs.wide.columns]\n\
             subject_id = {{ kind = \"text\", column = \"USUBJID\" }}\ntreatment = {{ kind = \"text\", column = \"TRTA\" }}\n\
             [inputs.adtte]\nfiles = \"incoming/{file}\"\ntime_unit = \"days\"\n\
             [strata]\ntreatment = {{ column = \"treatment\" }}\n\
             [[endpoint]]\nname = \"derm\"\nevent = {{ paramcd = \"TTDE\", codes = {{ 0 = \"event\", 1 = \"censored\" }} }}\n\
             [[analysis]]\nendpoint = \"derm\"\nby = [\"treatment\"]\ntimes = [\"d30\"]\nhorizon = \"d180\"\n"
        )
    };
    for file in ["adtte.json", "adtte.ndjson"] {
        here.write("study.toml", study(file).as_bytes());
        here.engraft(&["analyze"]).expect(0);
        let rows = ard(&here.path("store/analysis/ard.parquet"));
        for (treatment, estimate, at_risk) in [
            ("Placebo", 0.844, 69.0),
            ("Xanomeline High Dose", 0.530, 38.0),
            ("Xanomeline Low Dose", 0.534, 42.0),
        ] {
            let value = |stat: &str| {
                let is_it = |row: &&Value| {
                    row["group"] == serde_json::json!({ "treatment": treatment })
                        && row["time"] == 30.0
                        && row["stat"] == stat
                };
                rows.iter().find(is_it).and_then(|row| row["value"].as_f64()).expect("a value")
            };
            assert!((value("estimate") - estimate).abs() < 5e-4, "{file} {treatment}: {}", value("estimate"));
            assert_eq!(value("n_risk"), at_risk, "{file} {treatment}");
        }
    }
}

/// ADSL gives patients and followup: what one of them takes is not told as left by the other.
#[test]
fn a_column_that_another_table_takes_is_not_told_as_left() {
    let here = delivery();
    let said = here.engraft(&["ingest", "--study", "adam/study.toml"]).expect(0).stderr;
    for taken in ["AGE", "DTHDY", "LSTALVDY"] {
        let told = said.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| word == taken);
        assert!(!told, "{taken} in {said}");
    }
}
