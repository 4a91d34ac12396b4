//! Faults: at any call of the file layer, the published report is the old one or the new one, and a
//! rerun gives the bytes of an undisturbed run. Damage of the store is found before it is used.

#![allow(clippy::expect_used, clippy::panic, reason = "a study that cannot be made ends the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::workspace::{EXTRACT, Ran, Workspace, copy_tree, sha256};

/// As many studies at work at a time: most of the time is spent waiting for the disk.
const WORKERS: usize = 4;
/// More calls than any run of the study makes.
const TOO_MANY: usize = 1000;
const KINDS: [&str; 4] = ["kill", "eio", "enospc", "short"];

/// A study before a run: never run, or run on the delivery of the day before.
struct Scene {
    before: Workspace,
    old: Option<String>,
    new: String,
}

impl Scene {
    fn first_run() -> Self {
        Self::of(Workspace::bare(), None)
    }

    fn next_run() -> Self {
        let before = Workspace::bare();
        before.run();
        let old = before.sums();
        before.write("incoming/extract.csv", format!("{EXTRACT}P6,b,60,0\nP7,b,0,0\n").as_bytes());
        Self::of(before, Some(old))
    }

    fn of(before: Workspace, old: Option<String>) -> Self {
        let undisturbed = copy_of(&before);
        undisturbed.run();
        let new = undisturbed.sums();
        assert_ne!(Some(&new), old.as_ref());
        Self { before, old, new }
    }

    /// How many calls a run makes: the first fault that comes too late.
    fn calls(&self) -> usize {
        let comes_too_late = |call: usize| {
            let here = copy_of(&self.before);
            faulted(&here, "kill", call).code == Some(0)
        };
        let (mut low, mut high) = (0, TOO_MANY);
        assert!(comes_too_late(high), "more than {TOO_MANY} calls");
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if comes_too_late(middle) { high = middle } else { low = middle }
        }
        low
    }

    /// Lets one call fail, and checks the report and the next run. `proven` holds what was left by
    /// faults before, since a run from the same bytes gives the same bytes.
    fn check(&self, kind: &str, call: usize, proven: &Mutex<Vec<String>>) -> Result<(), String> {
        let here = copy_of(&self.before);
        let ran = faulted(&here, kind, call);
        let as_told = if kind == "kill" { ran.code.is_none() } else { ran.code == Some(2) };
        if !as_told || ran.stderr.contains("panicked") {
            return Err(format!("exit {:?}: {}", ran.code, ran.stderr));
        }
        let state = published(&here)?;
        if state != self.old && state.as_ref() != Some(&self.new) {
            return Err("the report is neither the old one nor the new one".to_owned());
        }
        let left = fingerprint(&here);
        if proven.lock().expect("a list").contains(&left) {
            return Ok(());
        }
        let again = here.engraft(&["run"]);
        if again.code != Some(0) {
            return Err(format!("the next run: exit {:?}: {}", again.code, again.stderr));
        }
        if published(&here)?.as_ref() != Some(&self.new) {
            return Err("the next run gives other bytes".to_owned());
        }
        let verified = here.engraft(&["verify"]);
        if verified.code != Some(0) {
            return Err(format!("verify after the next run: {}", verified.stderr));
        }
        let forgotten = forgotten(&here);
        if !forgotten.is_empty() {
            return Err(format!("left behind: {forgotten:?}"));
        }
        proven.lock().expect("a list").push(left);
        Ok(())
    }

    /// Every kind at every call, or with a step: kind by kind in turn.
    fn sweep(&self, name: &str) {
        let calls = self.calls();
        let all = std::env::var_os("ENGRAFT_ALL_FAULTS").is_some();
        let wanted =
            |call: usize, kind: usize| all || kind == call % KINDS.len() || (kind == 0 && call % 2 == 1);
        let faults: Vec<(usize, &str)> = (1..=calls)
            .flat_map(|call| KINDS.into_iter().enumerate().map(move |(index, kind)| (call, index, kind)))
            .filter(|(call, index, _)| wanted(*call, *index))
            .map(|(call, _, kind)| (call, kind))
            .collect();
        let (next, proven, failures) = (AtomicUsize::new(0), Mutex::default(), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..WORKERS {
                scope.spawn(|| {
                    while let Some((call, kind)) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if let Err(message) = self.check(kind, *call, &proven) {
                            failures.lock().expect("a list").push(format!("{kind}:{call}: {message}"));
                        }
                    }
                });
            }
        });
        println!("{name}: {} faults at {calls} calls", faults.len());
        let failures = failures.into_inner().expect("a list");
        assert!(calls > 20 && failures.is_empty(), "of {calls} calls:\n{}", failures.join("\n"));
    }
}

fn copy_of(workspace: &Workspace) -> Workspace {
    let copy = Workspace::empty();
    copy_tree(workspace.root(), copy.root());
    copy
}

fn faulted(here: &Workspace, kind: &str, call: usize) -> Ran {
    Ran::of(here.command(&["run"]).env("ENGRAFT_FAULT", format!("{kind}:{call}")))
}

/// The checksums of the published report, if there is one; it must be whole.
fn published(here: &Workspace) -> Result<Option<String>, String> {
    if !here.path("reports/latest").exists() {
        return Ok(None);
    }
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| Some(here.sums())))
        .map_err(|_| "the published report is torn".to_owned())
}

/// The hash of everything but the log.
fn fingerprint(here: &Workspace) -> String {
    let mut text = String::new();
    for (path, bytes) in here.tree().into_iter().filter(|(path, _)| !path.starts_with("logs")) {
        text.push_str(&format!("{} {}\n", sha256(&bytes), path.display()));
    }
    sha256(text.as_bytes())
}

/// Files that only an unfinished run has.
fn forgotten(here: &Workspace) -> Vec<PathBuf> {
    let unfinished = |path: &Path| {
        path.components().any(|part| {
            let name = part.as_os_str().to_string_lossy();
            name.starts_with(".staged-") || name == "staged" || name.ends_with(".new")
        })
    };
    here.tree().into_keys().filter(|path| unfinished(path)).collect()
}

#[test]
fn no_fault_of_a_first_run_tears_the_report() {
    Scene::first_run().sweep("first run");
}

#[test]
fn no_fault_of_the_next_run_tears_the_report() {
    Scene::next_run().sweep("next run");
}

#[test]
fn the_sweep_sees_a_torn_report() {
    let here = Workspace::bare();
    here.run();
    assert!(published(&here).expect("whole").is_some());
    fs::remove_file(here.path("reports/latest/ard.json")).expect("removed");
    assert!(published(&here).is_err());
}

/// A study whose tables are stored and not analysed yet.
fn stored() -> Workspace {
    let here = Workspace::bare();
    here.engraft(&["ingest"]).expect(0);
    here
}

/// Files of the store that an analysis reads.
fn read_by_analysis(here: &Workspace) -> BTreeMap<PathBuf, Vec<u8>> {
    let is_read = |path: &Path| {
        path.starts_with("store/generations") && !path.components().any(|part| part.as_os_str() == "lineage")
    };
    here.tree().into_iter().filter(|(path, _)| is_read(path)).collect()
}

/// Flipped bits and cuts of a file, spread over all of it.
fn damages(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    const TRIED: usize = 24;
    let mut damages = Vec::new();
    for trial in 0..TRIED {
        let at = trial * (bytes.len() - 1) / (TRIED - 1);
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 1 << (trial % 8);
        damages.push((format!("bit {} of byte {at}", trial % 8), flipped));
        damages.push((format!("cut to {at} bytes"), bytes[..at].to_vec()));
    }
    damages.push(("one byte more".to_owned(), [bytes, b"\0"].concat()));
    damages
}

#[test]
fn a_damaged_store_is_found_and_made_again() {
    let here = stored();
    let files = read_by_analysis(&here);
    assert_eq!(files.len(), 2, "a table and the manifest: {:?}", files.keys());
    let (mut tried, mut missed) = (0, Vec::new());
    for (path, bytes) in &files {
        for (what, damaged) in damages(bytes) {
            fs::write(here.root().join(path), damaged).expect("written");
            let verified = here.engraft(&["verify"]);
            let ran = here.engraft(&["ingest"]);
            tried += 1;
            let is_found = verified.code == Some(1) && !verified.stderr.contains("panicked");
            let is_whole = ran.code == Some(0) && here.read(&path.to_string_lossy()) == *bytes;
            if !is_found || !is_whole {
                missed.push(format!("{}: {what}: {verified:?} {ran:?}", path.display()));
            }
        }
    }
    println!("{tried} damages");
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    here.engraft(&["analyze"]).expect(0);
}

#[test]
fn a_damaged_manifest_is_written_anew_from_the_delivery() {
    let here = stored();
    let whole = here.tree();
    let (path, bytes) = whole.iter().find(|(path, _)| path.ends_with("manifest.json")).expect("a manifest");
    for damaged in [bytes[..bytes.len() / 2].to_vec(), bytes.to_ascii_uppercase(), Vec::new()] {
        fs::write(here.root().join(path), damaged).expect("written");
        here.engraft(&["ingest"]).expect(0);
        assert_eq!(here.read(&path.to_string_lossy()), *bytes);
    }
}

#[test]
fn a_damaged_analysis_is_never_drawn() {
    let here = stored();
    here.engraft(&["analyze"]).expect(0);
    let bytes = here.read("store/analysis/ard.parquet");
    for (what, damaged) in damages(&bytes).into_iter().step_by(5) {
        here.write("store/analysis/ard.parquet", &damaged);
        let ran = here.engraft(&["report"]);
        assert!(!ran.stderr.contains("panicked"), "{what}: {}", ran.stderr);
        match ran.code {
            Some(0) => assert_eq!(here.read("reports/latest/ard.parquet"), bytes, "{what} was drawn"),
            code => assert!(matches!(code, Some(1 | 2)), "{what}: {code:?} {}", ran.stderr),
        }
        here.write("store/analysis/ard.parquet", &bytes);
    }
}
