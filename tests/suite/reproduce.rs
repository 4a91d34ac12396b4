//! The committed report of the sample study is what the program makes, byte for byte.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be run ends the test")]

use std::collections::BTreeMap;
use std::fs;

use crate::workspace::{Workspace, checked_sums, copy_tree, repository};

/// Path -> hash, from `SHA256SUMS`.
fn entries(sums: &str) -> BTreeMap<&str, &str> {
    sums.lines().filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path, hash)).collect()
}

#[test]
fn the_sample_report_is_reproduced() {
    let committed = repository().join("reports/sample/latest");
    assert!(
        committed.join("SHA256SUMS").is_file(),
        "{} is not there; make it with `make report`",
        committed.display()
    );
    let committed = checked_sums(&committed);
    let here = Workspace::empty();
    copy_tree(&repository().join("data/sample/incoming"), &here.path("data/sample/incoming"));
    let study = fs::read(repository().join("data/sample/study.toml")).expect("the sample study");
    here.write("data/sample/study.toml", &study);
    // The reports of the sample go two directories up, which is inside the copy.
    here.engraft(&["run", "--study", "data/sample/study.toml"]).expect(0);
    let made = checked_sums(&here.path("reports/sample/latest"));
    let (committed, made) = (entries(&committed), entries(&made));
    let mut paths: Vec<&str> = committed.keys().chain(made.keys()).copied().collect();
    paths.sort_unstable();
    paths.dedup();
    let differ: Vec<&str> = paths.into_iter().filter(|path| committed.get(path) != made.get(path)).collect();
    assert!(
        differ.is_empty(),
        "{} of {} files differ from reports/sample/latest; if that is meant, run `make report`:\n{}",
        differ.len(),
        made.len(),
        differ.join("\n")
    );
}
