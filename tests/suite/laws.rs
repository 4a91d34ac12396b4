//! The laws by which a release is audited hold for what is true: where nothing is hidden nothing contradicts.
//!
//! A law that is false of some study would hide more than need be there, or all of it.

#![allow(clippy::expect_used, reason = "a file that is not there ends the test")]

use std::path::Path;

use engraft::analysis::ard::Row;
use engraft::analysis::disclosure::audit::audit;
use engraft::analysis::disclosure::{Known, Policy};
use engraft::analysis::parquet::from_parquet;
use engraft::study::Study;

use crate::workspace::{Workspace, copy_tree, repository};

/// Grouping variables that endpoints make, one of each kind: at once or confirmed later, from day 0 or from response.
const STRATA: &str = r#"
severe = { endpoint = "agvhd_3_4", known_at = 100, labels = { no = "No", yes = "Yes" } }
responded = { endpoint = "response", known_at = 180 }
complete = { endpoint = "complete_response", known_at = 180 }
relapsed = { endpoint = "relapse", known_at = 365 }
dead = { endpoint = "nrm", known_at = 100 }
"#;

/// Their landmarks, and a second landmark of the same groups.
const ANALYSES: &str = r#"
[[analysis]]
endpoint = ["os", "efs", "nrm", "relapse"]
by = ["agvhd", "severe", "dead", ["type", "agvhd"], ["type", "severe"]]
landmark = "d100"
times = ["1y", "2y"]
horizon = "2y"
[[analysis]]
endpoint = ["os", "nrm"]
by = ["agvhd", "severe", "responded", "complete", ["type", "responded"], ["type", "agvhd"]]
landmark = "d180"
times = ["1y", "2y"]
horizon = "2y"
[[analysis]]
endpoint = ["os", "cgvhd"]
by = ["relapsed", "responded", "type"]
landmark = "d365"
times = ["2y"]
horizon = "2y"
"#;

/// A shipped study, for everybody.
fn copy_of(name: &str) -> Workspace {
    let (here, from) = (Workspace::empty(), repository().join("data").join(name));
    copy_tree(&from.join("incoming"), &here.path("incoming"));
    let study = std::fs::read(from.join("study.toml")).expect("a study");
    here.write("study.toml", &study);
    here.replace("study.toml", "[study]", "[study]\nrelease = \"release\"");
    here.replace("study.toml", "../../reports", "reports");
    here
}

fn endpoints(names: &[&str]) -> String {
    names.iter().map(|name| format!("[[endpoint]]\nname = \"{name}\"\n")).collect()
}

/// What an audit says of all that a release would be made of.
fn contradictions(study: &Path) -> Vec<String> {
    let study = Study::load(&study.join("study.toml")).expect("a study");
    let bytes = std::fs::read(study.store_directory().join("analysis/ard.parquet")).expect("rows");
    let rows: Vec<Row> = from_parquet(bytes).expect("rows").into_iter().filter(may_be_told).collect();
    assert!(rows.len() > 200, "{} rows", rows.len());
    let known = Known {
        earlier: &[],
        nested: &study.nested(),
        groupings: &study.groupings(),
        windows: &study.windows(),
        confined: &study.confined(),
        exclusive: &study.exclusive(),
    };
    let findings = audit(&rows, &Policy::default(), known).findings();
    assert!(findings.iter().any(|one| one.cell.contains("is small")), "nothing was audited");
    let contradict = findings.into_iter().filter(|one| one.cell.contains("contradicts"));
    contradict.map(|one| one.cell).collect()
}

/// Rows that a release may hold.
fn may_be_told(row: &Row) -> bool {
    let inside = [
        "states",
        "ingest",
        "population",
        "conditioning",
        "quality",
        "evaluable",
        "status_ground",
        "k_anonymity",
    ];
    let of_population = row.analysis_id.split([':', '#']).next().is_some_and(|subject| subject.contains('/'));
    let by_reason = matches!(&*row.analysis, "flow") && row.cause.is_some();
    let of_status = &*row.analysis == "endpoint" && row.term.is_some();
    !(inside.contains(&&*row.analysis) || of_population || by_reason || of_status)
}

#[test]
fn no_law_is_false_of_the_published_studies() {
    for name in ["children", "bmt137", "anaemia"] {
        let here = copy_of(name);
        here.engraft(&["analyze"]).expect(0);
        assert_eq!(contradictions(&here.path("")), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_law_is_false_of_a_drawn_cohort_with_every_endpoint() {
    let here = copy_of("sample");
    std::fs::remove_dir_all(here.path("incoming")).expect("removed");
    here.engraft(&["synth", "--subjects", "180", "--seed", "3"]).expect(0);
    here.replace("study.toml", "[response]", &format!("{STRATA}[response]"));
    let more = endpoints(&["cgvhd_moderate_severe", "sos", "ebv"]);
    here.replace("study.toml", "[[design]]", &format!("{more}{ANALYSES}[[design]]"));
    here.engraft(&["analyze"]).expect(0);
    assert_eq!(contradictions(&here.path("")), Vec::<String>::new());
}
