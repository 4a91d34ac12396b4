//! The whole report of the made-up study.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fixture::{self, FORMULA_LEVEL, HOSTILE_LEVEL};
use super::*;

static FILES: LazyLock<Vec<OutputFile>> = LazyLock::new(made);

/// The files, with bitmaps so small that they are quick.
fn made() -> Vec<OutputFile> {
    present_at(&fixture::rows(), &fixture::text(), (0.1, &[])).unwrap()
}

fn page() -> &'static str {
    std::str::from_utf8(&FILES[0].bytes).unwrap()
}

fn texts(ending: &str) -> impl Iterator<Item = (&str, &str)> {
    let files = FILES.iter().filter(move |file| file.path.ends_with(ending));
    files.map(|file| (file.path.as_str(), std::str::from_utf8(&file.bytes).unwrap()))
}

#[test]
fn the_files_are_those_of_a_report() {
    assert_eq!(FILES[0].path, "index.html");
    let paths: BTreeSet<&str> = FILES.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), FILES.len());
    for path in [
        "figures/os.svg",
        "figures/os.png",
        "figures/os-by-disorder.svg",
        "figures/nrm-by-conditioning.svg",
        "figures/best_response-cr-or-r.svg",
        "figures/complications-by-conditioning.svg",
        "figures/cmv-by-disorder-conditioning.svg",
        "figures/cohort-flow.svg",
        "tables/os.csv",
        "tables/nrm-competing.csv",
        "tables/baseline.csv",
        "tables/engraftment.csv",
        "tables/complications-by-disorder.csv",
        "tables/tests.csv",
    ] {
        assert!(paths.contains(path), "{path} is not in {paths:?}");
    }
    for path in paths {
        assert!(
            path.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-./".contains(&byte))
        );
        assert!(!path.contains(".."));
    }
    // More groups than can be told apart have a table only.
    assert!(!FILES.iter().any(|file| file.path == "figures/os-by-disorder-conditioning.svg"));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    assert!(made() == *FILES);
}

#[test]
fn nothing_from_the_data_is_markup() {
    assert!(!page().contains("<script") && !page().contains("<img") && !page().contains("onerror=alert(1)>"));
    assert!(page().contains("&#60;script&#62;") || page().contains("&lt;script&gt;"));
    for (path, svg) in texts(".svg") {
        assert!(!svg.contains("<script") && !svg.contains("<img"), "{path}");
    }
}

#[test]
fn no_cell_is_a_formula() {
    let mut met = false;
    for (path, text) in texts(".csv") {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for record in reader.records() {
            for cell in &record.unwrap() {
                met |= cell.ends_with(FORMULA_LEVEL);
                let safe = !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || cell.parse::<f64>().is_ok();
                assert!(safe, "{cell:?} in {path}");
            }
        }
    }
    assert!(met);
}

#[test]
fn the_policy_names_the_hash_of_the_style_and_nothing_needs_more() {
    let (_, rest) = page().split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let policy = policy::content_policy(style);
    assert_eq!(page().matches("<style").count(), 1);
    assert!(page().contains(&policy.replace('\'', "&#39;")), "{policy}");
    assert!(!page().contains(" style=") && !page().contains("<link") && !page().contains("javascript:"));
    assert!(!page().contains(" onload=") && !page().contains("@import"));
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for (path, text) in texts(".svg").chain(texts(".html")) {
        let rest = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").replace("http-equiv", "");
        assert!(!rest.contains("http"), "{path}");
        assert!(!rest.contains("url(//") && !rest.contains("src=\"//"), "{path}");
    }
}

#[test]
fn anchors_are_there_and_distinct() {
    let ids: Vec<&str> = page().split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len());
    for target in page().split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(distinct.contains(target), "{target}");
    }
    for target in page().split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let exists = target.starts_with('#') || FILES.iter().any(|file| file.path == target);
        assert!(exists, "{target}");
    }
}

#[test]
fn the_page_says_what_was_used() {
    for words in [
        "DEMO-001",
        "2026-09-30",
        "engraft 0.1.0",
        "Convention engraft",
        "95% confidence interval, log-log",
        "Log-rank p",
        "Gray’s test p",
        "NR: not reached",
        "graft-versus-host disease",
        "Definition: death; made up for this page.",
    ] {
        assert!(page().contains(words), "{words}");
    }
}

#[test]
fn figures_stand_alone_with_their_study() {
    for (path, svg) in texts(".svg") {
        assert!(svg.contains("DEMO-001") && svg.contains("2026-09-30"), "{path}");
    }
}

#[test]
fn nothing_to_show_is_a_page_that_says_so() {
    let files = present(&[], &ReportText::default()).unwrap();
    assert_eq!(files.len(), 1);
    assert!(String::from_utf8_lossy(&files[0].bytes).contains("There are no results."));
}

#[test]
fn long_and_hostile_levels_reach_the_tables() {
    let baseline = texts("tables/baseline.csv").next().unwrap().1;
    assert!(baseline.contains(HOSTILE_LEVEL));
    assert!(baseline.contains("'=1+1"));
    assert!(baseline.contains("\"29.5 (17.0, 44.0)\""));
    assert!(baseline.contains("96 (60.0%)"));
}

#[test]
fn survival_is_one_table() {
    let table = texts("tables/os.csv").next().unwrap().1;
    let header = table.lines().next().unwrap();
    assert_eq!(
        header,
        "Section,Group,N,Events,\"Median, years (95% CI)\",Day 100: At risk,Day 100: % (95% CI),\
         1 year: At risk,1 year: % (95% CI),2 years: At risk,2 years: % (95% CI),\
         5 years: At risk,5 years: % (95% CI),\"Median follow-up, years\""
    );
    assert!(table.lines().nth(1).unwrap().starts_with(",Overall,160,"));
    assert!(table.contains("By disorder: Log-rank p = 0.002,"));
    assert!(table.contains("By conditioning: Log-rank p = 0.01,"));
}
