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

/// The digits of every fraction in a text, cut to so many that no two different ones are the same by chance.
fn fractions(text: &str) -> BTreeSet<&str> {
    const DIGITS: usize = 9;
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    numbers.filter(|number| number.starts_with("0.")).filter_map(|number| number.get(..DIGITS)).collect()
}

/// A row without its value.
fn place(row: &serde_json::Value) -> String {
    let mut place = row.clone();
    for field in ["value", "reason", "method"] {
        place[field] = serde_json::Value::Null;
    }
    place.to_string()
}

#[test]
fn no_file_of_a_release_holds_what_the_internal_report_says_besides() {
    let (here, inside) = (release(), release());
    inside.replace("study.toml", "release = \"release\"", "release = \"internal\"");
    here.run();
    inside.run();
    let told: BTreeSet<String> =
        rows(&here).iter().filter(|row| row["value"].is_number()).map(place).collect();
    let inside = rows(&inside);
    let of_house: Vec<String> = inside
        .iter()
        .filter(|row| !told.contains(&place(row)))
        .filter_map(|row| row["value"].as_f64())
        .filter(|value| *value > 0.0 && *value < 1.0)
        .map(|value| value.to_string())
        .collect();
    let secret: BTreeSet<&str> = of_house.iter().flat_map(|text| fractions(text)).collect();
    assert!(secret.len() > 100, "{} fractions are told inside only", secret.len());
    let mut kinds = BTreeSet::new();
    for (path, bytes) in here.tree().iter().filter(|(path, _)| path.starts_with("reports/latest")) {
        let kind = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(bytes);
        let found: Vec<&str> = fractions(&text).intersection(&secret).copied().collect();
        assert!(found.is_empty(), "{} holds {found:?}", path.display());
        kinds.insert(kind);
    }
    for kind in ["html", "svg", "png", "csv", "json", "parquet"] {
        assert!(kinds.contains(kind), "no {kind} among {kinds:?}");
    }
    // What is looked for is found where it stands.
    let planted = of_house.iter().map(|value| format!("<path d='M0 {value}'/>")).collect::<String>();
    assert_eq!(fractions(&planted), secret);
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
