//! A release tells nobody's numbers, in none of its files.

#![allow(clippy::expect_used, reason = "a file that is not there ends the test")]

use std::collections::BTreeSet;

use crate::workspace::Workspace;

/// The small study with more groups, for everybody.
fn release() -> Workspace {
    let here = Workspace::small();
    here.replace("study.toml", "cutoff = 2024-12-31", "cutoff = 2024-12-31\nrelease = \"release\"");
    here.replace(
        "study.toml",
        "[strata]",
        "[strata]\ndisorder = { column = \"disorder\", label = \"Disorder\" }",
    );
    here.replace("study.toml", "by = [\"type\"]", "by = [\"type\", \"disorder\", [\"type\", \"disorder\"]]");
    here
}

fn rows(here: &Workspace) -> Vec<serde_json::Value> {
    serde_json::from_str(&here.text("reports/latest/ard.json")).expect("rows")
}

#[test]
fn no_file_of_a_release_tells_small_numbers_or_patients() {
    let here = release();
    here.run();
    here.sums();
    let hidden = rows(&here).iter().filter(|row| row["reason"] == "suppressed").count();
    assert!(hidden > 20, "{hidden} rows are hidden");
    for row in rows(&here) {
        let stat = row["stat"].as_str().expect("a name");
        let count = matches!(stat, "n" | "x" | "events" | "observed") || stat.starts_with("n_");
        let value = row["value"].as_f64();
        assert!(!count || value.is_none_or(|value| value == 0.0 || value > 10.0), "{row}");
        assert!(!matches!(stat, "std_error" | "n_censor" | "min" | "max") || value.is_none(), "{row}");
    }
    let patients = here.text("incoming/patients.csv");
    let subjects: BTreeSet<&str> =
        patients.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert!(subjects.len() > 50);
    for (path, bytes) in here.tree().iter().filter(|(path, _)| path.starts_with("reports/latest")) {
        let name = path.display().to_string();
        let text = String::from_utf8_lossy(bytes);
        assert!(!name.contains("adtte") && !name.contains("queries"), "{name}");
        for subject in &subjects {
            assert!(!text.contains(subject), "{name} names a patient");
        }
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&here.text("reports/latest/manifest.json")).expect("a manifest");
    assert_eq!(manifest["inputs"], serde_json::json!([]));
    assert_eq!(manifest["counts"], serde_json::json!({}));
    let page = here.text("reports/latest/index.html");
    assert!(page.contains("What is hidden") && page.contains("Numbers of 1 to 10 patients are hidden"));
}

#[test]
fn a_release_has_the_same_bytes_again() {
    let (one, other) = (release(), release());
    one.run();
    other.run();
    assert_eq!(one.sums(), other.sums());
    // Made again from the start, and compared with itself.
    let before = one.sums();
    std::fs::remove_dir_all(one.path("reports")).expect("removed");
    std::fs::remove_dir_all(one.path("store")).expect("removed");
    one.run();
    assert_eq!(one.sums(), before);
    let ledger: serde_json::Value = serde_json::from_str(&one.text("release/ledger.json")).expect("a ledger");
    assert_eq!(ledger["releases"].as_array().map(Vec::len), Some(1));
    one.engraft(&["verify"]).expect(0);
}

#[test]
fn a_release_that_differs_by_few_patients_is_refused() {
    let here = release();
    here.run();
    let before = here.sums();
    // Three patients fewer: whoever holds both releases could tell what became of them.
    let text = here.text("incoming/patients.csv");
    let few: Vec<&str> = text.lines().skip(1).take(3).filter_map(|line| line.split(',').nth(1)).collect();
    for table in ["patients", "transplants", "regimen", "labs", "treatments", "events", "followup"] {
        let path = format!("incoming/{table}.csv");
        let text = here.text(&path);
        let kept = text.lines().filter(|line| !line.split(',').any(|field| few.contains(&field)));
        here.write(&path, (kept.collect::<Vec<_>>().join("\n") + "\n").as_bytes());
    }
    here.engraft(&["run"]).expect(1).says("differs by 1 to 10 from that of an earlier release");
    assert_eq!(here.sums(), before, "the release of before stays");
    // A ledger that was tampered with is not believed.
    here.write("release/0001.parquet", b"other");
    here.engraft(&["run"]).expect(1).says("is not the release that ledger.json names");
}
