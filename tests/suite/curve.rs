//! What is asked of a curve besides its values: on the command line, and in a study.

use serde_json::Value;

use crate::workspace::{BARE, Ran, Workspace};

/// Eight patients; 1 is relapse, 2 death without it.
const EXTRACT: &str = "\
subject_id,arm,days,dead
P1,a,10,1
P2,a,20,0
P3,a,25,2
P4,a,50,1
P5,b,15,2
P6,b,30,1
P7,b,40,0
P8,b,60,0
";

const ENDPOINTS: &str = r#"
[strata]
arm = { column = "arm", label = "Arm" }

[[endpoint]]
name = "dfs"
label = "Disease-free survival"
time = "days"
event = { column = "dead", codes = { 1 = "event", 2 = "event" } }
[[endpoint]]
name = "relapse"
label = "Relapse"
time = "days"
event = { column = "dead", codes = { 1 = "relapse", 2 = "death" } }
"#;

const DFS: &str =
    "\n[[analysis]]\nendpoint = \"dfs\"\nby = [\"arm\"]\ntimes = [\"d30\"]\nhorizon = \"d50\"\n";
const RELAPSE: &str =
    "\n[[analysis]]\nendpoint = \"relapse\"\nby = [\"arm\"]\ntimes = [\"d30\"]\nhorizon = \"d50\"\n";

fn study(analyses: &str) -> Workspace {
    let text = format!("{BARE}{ENDPOINTS}{analyses}");
    Workspace::empty().with("study.toml", &text).with("incoming/extract.csv", EXTRACT)
}

fn rows(workspace: &Workspace) -> Vec<Value> {
    serde_json::from_str(&workspace.text("reports/latest/ard.json")).unwrap_or_default()
}

fn km(more: &[&str]) -> Ran {
    let here = Workspace::empty().with("f.csv", EXTRACT);
    let mut args = vec!["km", "f.csv", "--time", "days", "--event", "dead", "--event-codes", "1=1,2=1"];
    args.extend(more);
    here.engraft(&args)
}

#[test]
fn wrong_use_is_told() {
    km(&["--band", "wide"]).expect(2).says("hall-wellner, equal-precision");
    km(&["--band-from", "10"]).expect(2).says("--band");
    km(&["--band", "hall-wellner", "--band-from", "30", "--band-to", "20"])
        .expect(2)
        .says("before it begins");
    km(&["--conditional-on=-1"]).expect(2).says("0 or more");
    km(&["--rmtl", "30"]).expect(2);
    km(&["--times", "20", "--conditional-on", "20"]).expect(0).says("no time after 20");
    let here = Workspace::empty().with("f.csv", EXTRACT);
    let cif = |more: &[&str]| {
        let mut args = vec!["cif", "f.csv", "--time", "days", "--event", "dead", "--causes", "1,2"];
        args.extend(more);
        here.engraft(&args)
    };
    cif(&["--probs", "1.5"]).expect(2).says("between 0 and 1");
    cif(&["--rmtl", "x"]).expect(2);
    cif(&["--rmtl", "61"]).expect(0).says("beyond_followup");
    cif(&["--rmtl", "0"]).expect(0).says("not_estimable");
}

#[test]
fn a_study_has_what_it_asks_for_and_all_else_unchanged() {
    let plain = study(&format!("{DFS}{RELAPSE}"));
    plain.run();
    let asked = study(&format!(
        "{DFS}cumulative_hazard = true\nband = \"equal-precision\"\nconditional_on = [\"d10\"]\nprobs = [0.25]\n\
         {RELAPSE}probs = [0.2]\nrmtl = \"d40\"\n"
    ));
    asked.run();
    let (own, others): (Vec<Value>, Vec<Value>) = rows(&asked)
        .into_iter()
        .partition(|row| row["analysis_id"].as_str().is_some_and(|id| id.ends_with("#extras")));
    // The band is drawn, so it stands at every step of the curves as well.
    let of_band = |row: &Value| {
        let on_curve = row["analysis_id"].as_str().is_some_and(|id| id.ends_with("#curve"));
        on_curve && row["stat"].as_str().is_some_and(|stat| stat.starts_with("band_"))
    };
    let (bands, others): (Vec<Value>, Vec<Value>) = others.into_iter().partition(of_band);
    assert!(!bands.is_empty());
    assert_eq!(others, rows(&plain));
    let known = |stat: &str, cause: Option<&str>| {
        let is = |row: &&Value| row["stat"] == stat && row["cause"].as_str() == cause;
        own.iter().filter(is).count()
    };
    // Everybody and two arms.
    for stat in ["cumhaz", "cumhaz_se", "band_low", "band_critical", "quantile"] {
        assert_eq!(known(stat, None), 3, "{stat}");
    }
    assert_eq!((known("quantile", Some("relapse")), known("rmtl_se", Some("death"))), (3, 3));
    let given = own.iter().filter(|row| row["term"] == "given 10" && row["stat"] == "estimate").count();
    assert_eq!(given, 3);
    for table in
        ["dfs-band", "dfs-conditional", "dfs-cumulative-hazard", "dfs-quantiles", "relapse-time-lost"]
    {
        let text = asked.text(&format!("reports/latest/tables/{table}.csv"));
        assert!(text.lines().count() >= 4, "{text}");
    }
    assert!(asked.text("reports/latest/index.html").contains("Given survival to day 10"));
}

#[test]
fn a_study_is_told_what_does_not_fit() {
    for (analysis, key, says) in [
        (RELAPSE, "band = \"hall-wellner\"", "band does not fit relapse"),
        (RELAPSE, "cumulative_hazard = true", "cumulative_hazard does not fit relapse"),
        (RELAPSE, "conditional_on = [\"d10\"]", "conditional_on does not fit relapse"),
        (RELAPSE, "rmtl = \"soon\"", "'soon' is not a time"),
        (RELAPSE, "probs = [2]", "2 is not a share"),
        (DFS, "rmtl = \"d40\"", "rmtl does not fit dfs"),
        (DFS, "band_to = \"d40\"", "no band"),
        (DFS, "band = \"hall-wellner\"\nband_from = \"d40\"\nband_to = \"d30\"", "ends before it begins"),
        (DFS, "band = \"wide\"", "hall-wellner"),
    ] {
        study(&format!("{analysis}{key}\n")).engraft(&["run"]).expect(2).says(says);
    }
}
