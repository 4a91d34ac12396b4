//! What a study makes of the consistency rules: its gate, its ranges, its own rules, what a release tells of them.

#![allow(clippy::expect_used, clippy::panic, reason = "a case that cannot be read ends the test")]

use engraft::study::RuleBook;
use engraft::study::quality::Severity;

use super::{cases, queries, workspace};
use crate::workspace::{Ran, Workspace, engraft, repository};

/// The study of the cases with what is added to it, on the first subjects.
fn study(added: &str) -> Workspace {
    let (mut subjects, _) = cases();
    subjects.truncate(24);
    let here = workspace(&subjects);
    let text = here.text("study.toml");
    here.write("study.toml", format!("{text}{added}").as_bytes());
    here
}

#[test]
fn a_crossed_gate_publishes_the_report_says_so_and_ends_with_4() {
    let here = study(
        "[quality]\ngate = { error = 2, warning = 1000 }\n[quality.rules]\nage-implausible = { max = 0 }\n\
         performance-score-steps = { severity = 'off', reason = 'Scores are interpolated here' }\n\
         transplant-type-against-donor = { severity = 'note', reason = 'Donors are coded <by hand>' }\n",
    );
    let ran = here.engraft(&["run"]).expect(4).says("quality gate crossed").says("age-implausible");
    assert!(ran.stdout.contains("the report is"), "{}", ran.stdout);
    here.sums();
    let page = here.text("reports/latest/index.html");
    assert!(page.contains("Quality gate crossed: ") && page.contains("href=\"queries.csv\""));
    assert!(
        page.contains("Scores are interpolated here") && page.contains("Donors are coded &#60;by hand&#62;")
    );
    let queries = queries(&here);
    assert!(queries.iter().all(|query| query["rule"] != "performance-score-steps"));
    let note =
        queries.iter().find(|query| query["rule"] == "transplant-type-against-donor").expect("a finding");
    assert_eq!(note["severity"], "note");
    let again = here.engraft(&["run"]).expect(4).says("quality gate crossed");
    assert!(again.stdout.contains("nothing has changed"), "{}", again.stdout);
    here.engraft(&["ingest"]).expect(0);
    here.engraft(&["check"]).expect(1).says("the data cross 2 limits of the quality gate");
    here.replace("study.toml", "error = 2", "error = 500");
    here.replace("study.toml", "max = 0", "max = 7");
    here.engraft(&["check"]).expect(0);
    let passed = here.engraft(&["run"]).expect(0);
    assert!(!passed.stderr.contains("gate"), "{}", passed.stderr);
    assert!(!here.text("reports/latest/index.html").contains("Quality gate crossed"));
}

/// A release says that a limit was crossed, and not by how much.
#[test]
fn a_release_tells_of_the_gate_without_numbers() {
    let here = study("[quality]\ngate = { error = 0 }\n");
    here.replace("study.toml", "cutoff = 2024-12-31", "cutoff = 2024-12-31\nrelease = \"release\"");
    here.engraft(&["run"]).expect(4);
    let page = here.text("reports/latest/index.html");
    assert!(page.contains("Quality gate crossed: there are more findings on the data than the study allows"));
    assert!(page.contains("How many there are is not released") && !page.contains("at most 0 allowed"));
    here.replace("study.toml", "error = 0", "error = 5000");
    here.engraft(&["run"]).expect(0);
    let page = here.text("reports/latest/index.html");
    assert!(page.contains("stay within the limits that the study sets") && !page.contains("gate crossed"));
}

/// A range of a laboratory test is the study's to set, with a reason.
#[test]
fn ranges_of_laboratory_values_are_changed_by_the_study() {
    let found = |here: &Workspace| {
        here.engraft(&["analyze"]).expect(0);
        here.text("store/analysis/queries.csv").matches("laboratory-out-of-range").count()
    };
    let before = found(&study(""));
    let narrow = "[quality.ranges]\nPLT = { low = 0, high = 1.5, reason = 'A test of narrow limits.' }\n";
    let here = study(narrow);
    assert!(found(&here) > before + 10, "{before}");
    for (range, message) in [
        ("XYZ = { high = 3, reason = 'x' }", "of XYZ there is no such range"),
        ("LDH = { high = 3, reason = 'x' }", "of LDH there are several"),
        ("PLT = { low = 9000, reason = 'x' }", "nothing lies between 9000 and 3000"),
        ("PLT = { high = 9000, reason = ' ' }", "without a reason"),
    ] {
        study(&format!("[quality.ranges]\n{range}\n")).engraft(&["check"]).expect(2).says(message);
    }
}

#[test]
fn a_study_adds_rules_of_its_own_and_is_told_what_does_not_fit() {
    let own = |condition: &str, found: &str| {
        format!(
            "[[quality.check]]\nid = 'young-with-frailty'\nseverity = 'warning'\ntable = 'followup'\nfield = 'vital'\n\
             where = \"{condition}\"\ntext = 'Nothing'\nfound = '{found}'\n"
        )
    };
    let here =
        study(&own("patients.age_years < 30 and patients.kps <= 80", "{patients.age_years} years, {vital}"));
    here.run();
    let queries = queries(&here);
    let mine = queries.iter().find(|query| query["rule"] == "young-with-frailty").expect("a finding");
    assert_eq!(mine["finding"], "20 years, ALIVE");
    for (added, message) in [
        (own("patients.weight < 30", "x"), "there is no column patients.weight"),
        (own("vital == 'DEAD'", "{subject_id}"), "the value of subject_id is not written into a query"),
        ("[quality.rules]\nno-such-rule = { max = 3 }\n".to_owned(), "there is no rule no-such-rule"),
        (
            "[quality.rules]\nage-implausible = { severity = 'note' }\n".to_owned(),
            "the severity of age-implausible is changed without a reason",
        ),
        ("[quality]\nsite = 'region'\n".to_owned(), "site is for an extract"),
        ("[flow]\nendpoints = ['efs']\n".to_owned(), "there is no endpoint efs"),
    ] {
        study(&added).engraft(&["check"]).expect(2).says(message);
    }
}

#[test]
fn the_sample_study_has_no_error() {
    let study = repository().join("data/sample/study.toml");
    let checked = Ran::of(engraft().args(["check", "--study"]).arg(study)).expect(0);
    assert!(checked.stdout.contains("0 errors"), "{}", checked.stdout);
}

#[test]
fn the_page_of_the_rules_is_that_of_the_rule_file() {
    let printed = Ran::of(engraft().args(["schema", "quality"])).expect(0).stdout;
    let page =
        std::fs::read_to_string(repository().join("docs/quality-rules.md")).expect("docs/quality-rules.md");
    assert!(printed == page, "write it again: engraft schema quality > docs/quality-rules.md");
    let book = RuleBook::shipped().expect("the rules that ship");
    assert!(Severity::ALL.iter().all(|severity| book.rules.iter().any(|rule| rule.shipped == *severity)));
}

#[test]
fn a_release_names_no_subject_and_has_no_list_of_queries() {
    let (subjects, _) = cases();
    let here = workspace(&subjects);
    here.replace("study.toml", "id = \"RULES\"\n", "id = \"RULES\"\nrelease = \"release\"\n");
    here.run();
    assert!(!here.path("reports/latest/queries.csv").exists());
    for (path, bytes) in here.tree() {
        if path.starts_with("reports") {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("queries.csv") && !text.contains("T-0"), "{}", path.display());
        }
    }
}
