//! The nightly run: the same bytes everywhere, only what has changed, one at a time.

#![allow(clippy::expect_used, clippy::panic, reason = "a run that cannot be made ends the test")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::workspace::{EXTRACT, Ran, Workspace, checked_sums, words};

/// The checksums of the undisturbed run of the small study.
fn small_sums() -> &'static str {
    static SUMS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    SUMS.get_or_init(|| {
        let here = Workspace::small();
        here.run();
        here.sums()
    })
}

/// Time of the last change and inode of every file but the log.
fn stamps(root: &Path) -> BTreeMap<PathBuf, (i64, i64, u64)> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            let data = fs::symlink_metadata(&path).expect("metadata");
            if data.is_dir() {
                open.push(path);
            } else if !path.ends_with("run.log") {
                found.insert(path, (data.mtime(), data.mtime_nsec(), data.ino()));
            }
        }
    }
    found
}

#[test]
fn an_example_runs_at_once_and_gives_the_same_report_everywhere() {
    let (one, other) = (Workspace::empty(), Workspace::empty());
    for here in [&one, &other] {
        here.engraft(&["init", "study one", "--example"]).expect(0);
    }
    let inputs = |here: &Workspace| here.tree();
    assert!(inputs(&one) == inputs(&other), "two examples differ");
    let cut = |here: &Workspace| {
        let text = here.text("study one/study.toml");
        let head = text.split("\n[[endpoint]]\n").next().expect("a head").to_owned();
        let few = "[[endpoint]]\nname = \"nrm\"\n[[analysis]]\nendpoint = \"nrm\"\ntimes = [\"d100\"]\nhorizon = \"1y\"\n";
        here.write("study one/study.toml", format!("{head}\n{few}").as_bytes());
        here.engraft(&["run", "--study", "study one/study.toml"]).expect(0);
        checked_sums(&here.path("study one/reports/latest"))
    };
    assert_eq!(cut(&one), cut(&other));
    one.engraft(&["init", "study one"]).expect(2).says("is there already");
}

#[test]
fn init_without_example_checks_once_it_is_filled() {
    let here = Workspace::empty();
    here.engraft(&["init", "new"]).expect(0);
    let header = here.text("new/incoming/patients.csv");
    assert!(header.starts_with("study_id,subject_id") && header.lines().count() == 1, "{header}");
    let before = here.tree();
    let ran = here.engraft(&["run", "--study", "new/study.toml"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(!here.path("new/reports/latest").exists());
    here.engraft(&["check", "--study", "new/study.toml"]).expect(1);
    assert!(before.keys().all(|path| here.root().join(path).exists()));
}

#[test]
fn a_second_run_does_nothing() {
    let here = Workspace::small();
    here.run();
    let before = stamps(here.root());
    let ran = here.run();
    assert!(ran.stdout.contains("nothing has changed"), "{}", ran.stdout);
    assert_eq!(stamps(here.root()), before);
    let study = here.path("study.toml");
    let ran = Ran::of(
        here.command(&["run", "--study", &study.display().to_string()]).current_dir(std::env::temp_dir()),
    )
    .expect(0);
    assert!(ran.stdout.contains("nothing has changed"), "from another directory: {}", ran.stdout);
    assert_eq!(stamps(here.root()), before);
}

#[test]
fn what_has_changed_runs_again_and_nothing_else() {
    let here = Workspace::bare();
    assert_eq!(stages(&here.run()), ["ingest", "analyze", "report"]);
    here.write("incoming/extract.csv", format!("{EXTRACT}P6,b,60,0\n").as_bytes());
    assert_eq!(stages(&here.run()), ["ingest", "analyze", "report"]);
    let six = here.sums();
    here.replace("study.toml", "A few patients", "Some patients");
    assert_eq!(stages(&here.run()), ["analyze", "report"]);
    assert_ne!(here.sums(), six);
    here.replace("study.toml", "Some patients", "A few patients");
    here.run();
    assert_eq!(here.sums(), six);
    fs::remove_file(here.path("reports/latest/index.html")).expect("removed");
    assert_eq!(stages(&here.run()), ["report"]);
    assert_eq!(here.sums(), six);
    fs::remove_dir_all(here.path("store")).expect("removed");
    here.run();
    assert_eq!(here.sums(), six);
    assert_eq!(stages(&here.engraft(&["ingest"]).expect(0)), Vec::<String>::new());
}

fn stages(ran: &Ran) -> Vec<String> {
    ran.stderr.lines().filter_map(|line| line.strip_prefix("engraft: ")).map(str::to_owned).collect()
}

#[test]
fn stages_may_be_called_one_by_one() {
    let here = Workspace::bare();
    here.engraft(&["ingest"]).expect(0);
    assert!(!here.path("store/analysis").exists() && !here.path("reports").exists());
    here.engraft(&["analyze"]).expect(0);
    assert!(!here.path("reports/latest").exists());
    here.engraft(&["report"]).expect(0);
    let whole = Workspace::bare();
    whole.run();
    assert_eq!(here.sums(), whole.sums());
}

#[test]
fn check_writes_nothing() {
    let here = Workspace::small();
    let before = here.tree();
    here.engraft(&["check"]).expect(0);
    here.replace("study.toml", "name = \"os\"", "name = \"so\"");
    here.engraft(&["check"]).expect(2).says("study.toml").says("so");
    here.replace("study.toml", "name = \"so\"", "name = \"os\"");
    assert!(here.tree() == before);
}

#[test]
fn refused_data_leave_the_report_of_before() {
    let here = Workspace::bare();
    here.run();
    let sums = here.sums();
    here.write("incoming/extract.csv", format!("{EXTRACT}P6,b,-60,0\n").as_bytes());
    here.engraft(&["run"]).expect(1).says("extract.csv:7:6");
    assert_eq!(here.sums(), sums);
    here.engraft(&["run"]).expect(1);
    here.write("incoming/extract.csv", EXTRACT.as_bytes());
    here.run();
    assert_eq!(here.sums(), sums);
}

#[test]
fn verify_finds_a_flipped_byte() {
    let here = Workspace::bare();
    here.run();
    here.engraft(&["verify"]).expect(0);
    let is_hashed = |path: &Path| {
        let text = path.to_string_lossy();
        !(text.ends_with("run.lock") || text.ends_with("run.log") || text.ends_with("state.json"))
            && (path.starts_with("store") || path.starts_with("reports") || path.starts_with("incoming"))
            && !fs::symlink_metadata(here.root().join(path)).expect("metadata").is_symlink()
    };
    let mut missed = Vec::new();
    for (path, bytes) in here.tree().into_iter().filter(|(path, _)| is_hashed(path)) {
        for place in [bytes.len() / 7, bytes.len() / 2, bytes.len() * 6 / 7] {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1;
            fs::write(here.root().join(&path), &flipped).expect("written");
            let ran = here.engraft(&["verify"]);
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if ran.code != Some(1) || !ran.stderr.replace(['\n', ' ', '│'], "").contains(&name) {
                missed.push(format!("{} {place}: {:?} {}", path.display(), ran.code, words(&ran.stderr)));
            }
        }
        fs::write(here.root().join(&path), &bytes).expect("written");
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    here.engraft(&["verify"]).expect(0);
    let nothing = Workspace::bare();
    let ran = nothing.engraft(&["verify"]);
    assert!(matches!(ran.code, Some(1 | 2)), "{}", ran.stderr);
}

/// Splits a table in two files, each with the header.
fn split(here: &Workspace, first: &str, second: &str) {
    let text = here.text("incoming/labs.csv");
    let (header, rows) = text.split_once('\n').expect("a header");
    let rows: Vec<&str> = rows.lines().collect();
    let (one, other) = rows.split_at(rows.len() / 3);
    fs::remove_file(here.path("incoming/labs.csv")).expect("removed");
    for (name, rows) in [(first, one), (second, other)] {
        here.write(&format!("incoming/{name}"), format!("{header}\n{}\n", rows.join("\n")).as_bytes());
    }
}

/// The results without what tells of the delivery itself: its files and their rows.
fn results(here: &Workspace) -> Vec<String> {
    let rows: Vec<serde_json::Value> =
        serde_json::from_slice(&here.read("reports/latest/ard.json")).expect("JSON");
    rows.iter().filter(|row| row["analysis"] != "ingest").map(ToString::to_string).collect()
}

#[test]
fn the_order_of_arrival_does_not_matter() {
    let whole = Workspace::small();
    whole.run();
    let tables = |here: &Workspace| -> Vec<(String, Vec<u8>)> {
        ["patients", "labs", "events"]
            .map(|table| (table.to_owned(), here.read(&format!("store/current/{table}.parquet"))))
            .to_vec()
    };
    let mut stored = Vec::new();
    for (first, second) in [("labs-1.csv", "labs-2.csv"), ("labs-2.csv", "labs-1.csv")] {
        let here = Workspace::small();
        split(&here, first, second);
        here.run();
        assert_eq!(results(&here), results(&whole), "{first} before {second}");
        stored.push(tables(&here));
    }
    let late = Workspace::small();
    split(&late, "labs-1.csv", "labs-2.csv");
    let held = late.read("incoming/labs-2.csv");
    fs::remove_file(late.path("incoming/labs-2.csv")).expect("removed");
    late.run();
    late.write("incoming/labs-2.csv", &held);
    late.run();
    assert_eq!(results(&late), results(&whole), "late");
    assert!(tables(&late) == stored[0], "the store depends on the order of arrival");
}

#[test]
fn a_file_delivered_twice_counts_once() {
    let here = Workspace::small();
    let labs = here.read("incoming/labs.csv");
    here.write("incoming/labs-again.csv", &labs);
    here.run();
    let whole = Workspace::small();
    whole.run();
    assert_eq!(results(&here), results(&whole));
}

#[test]
fn the_surroundings_leave_no_trace() {
    let expected = small_sums();
    let surroundings: [(&str, &[(&str, &str)]); 4] = [
        (
            "one thread, Tokyo",
            &[("POLARS_MAX_THREADS", "1"), ("RAYON_NUM_THREADS", "1"), ("TZ", "Asia/Tokyo")],
        ),
        ("two threads", &[("POLARS_MAX_THREADS", "2"), ("TZ", "America/St_Johns"), ("NO_COLOR", "1")]),
        ("Turkish", &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("COLUMNS", "40")]),
        ("bare", &[("LC_ALL", "C"), ("HOME", "/nonexistent"), ("SOURCE_DATE_EPOCH", "1")]),
    ];
    for (name, variables) in surroundings {
        let here = Workspace::small();
        let mut command = here.command(&["run"]);
        if name == "bare" {
            command.env_clear();
        }
        Ran::of(command.envs(variables.iter().copied())).expect(0);
        assert_eq!(here.sums(), expected, "{name}");
    }
    let here = Workspace::small();
    let study = here.path("study.toml").display().to_string();
    Ran::of(here.command(&["run", "--study", &study]).current_dir("/")).expect(0);
    assert_eq!(here.sums(), expected, "from the root directory");
    let here = Workspace::small();
    let binary = env!("CARGO_BIN_EXE_engraft");
    let strict = Command::new("sh")
        .args(["-c", "umask 077; exec \"$0\" run", binary])
        .current_dir(here.root())
        .status()
        .expect("a shell");
    assert!(strict.success());
    assert_eq!(here.sums(), expected, "umask 077");
}

/// Starts a run that ends when its input ends: it reads its wide file from a named pipe.
fn held(here: &Workspace) -> Child {
    here.command(&["run"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("engraft starts")
}

#[test]
fn of_concurrent_runs_one_works() {
    let here = Workspace::small();
    let mut runs: Vec<Child> = (0..4).map(|_| held(&here)).collect();
    let codes: Vec<Option<i32>> =
        runs.iter_mut().map(|run| run.wait().expect("engraft ends").code()).collect();
    assert!(codes.contains(&Some(0)), "{codes:?}");
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 3))), "{codes:?}");
    assert_eq!(here.sums(), small_sums());
}

#[test]
fn a_held_lock_refuses_and_a_killed_run_leaves_none() {
    let here = Workspace::bare();
    here.run();
    let sums = here.sums();
    let lock = File::options().write(true).open(here.path("store/run.lock")).expect("the lock");
    lock.lock().expect("taken");
    for command in ["run", "ingest", "analyze", "report"] {
        here.engraft(&[command]).expect(3).says("another run");
    }
    here.engraft(&["verify"]).expect(0);
    here.engraft(&["check"]).expect(0);
    drop(lock);
    here.replace("incoming/extract.csv", "P1,a,10", "P1,a,11");
    let killed = Ran::of(here.command(&["run"]).env("ENGRAFT_FAULT", "kill:30"));
    assert_eq!(killed.code, None, "{}", killed.stderr);
    assert_eq!(here.sums(), sums);
    here.run();
    assert_ne!(here.sums(), sums);
}
