//! Studies in temporary directories, and the program run on them.

#![allow(clippy::expect_used, clippy::panic, reason = "a test without its directory or its binary ends")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A study of the seven canonical tables, with few endpoints: drawing takes most of a run.
pub(crate) const SMALL: &str = r#"
[study]
id = "SMALL"
title = "A small study"
cutoff = 2024-12-31

[inputs]
patients = "incoming/patients*.csv"
transplants = "incoming/transplants*.csv"
regimen = "incoming/regimen*.csv"
labs = "incoming/labs*.csv"
treatments = "incoming/treatments*.csv"
events = "incoming/events*.csv"
followup = "incoming/followup*.csv"

[strata]
type = { column = "type", label = "Transplant" }

[[endpoint]]
name = "os"
[[endpoint]]
name = "best_response"

[[analysis]]
endpoint = "os"
by = ["type"]
times = ["d100", "1y"]
horizon = "1y"
test = "logrank"
[[analysis]]
endpoint = "best_response"
"#;

/// A study of one wide file in which nothing but the flow of patients is drawn.
pub(crate) const BARE: &str = r#"
[study]
id = "BARE"
title = "A few patients"
cutoff = 2024-12-31

[inputs.wide]
files = "incoming/extract.csv"

[inputs.wide.columns]
subject_id = { kind = "text" }
arm = { kind = "text" }
days = { kind = "integer", min = 0 }
dead = { kind = "integer" }

[population]
"Followed" = "days >= 1"
"#;

/// The wide file of [`BARE`].
pub(crate) const EXTRACT: &str =
    "subject_id,arm,days,dead\nP1,a,10,1\nP2,a,20,0\nP3,b,30,1\nP4,b,40,0\nP5,a,50,1\n";

/// A directory that goes when the test ends.
pub(crate) struct Workspace {
    directory: TempDir,
}

impl Workspace {
    pub(crate) fn empty() -> Self {
        Self { directory: tempfile::tempdir().expect("a temporary directory") }
    }

    /// The study [`SMALL`] with a synthetic cohort.
    pub(crate) fn small() -> Self {
        let workspace = Self::empty();
        for (name, bytes) in example_tables() {
            workspace.write(&format!("incoming/{name}"), bytes);
        }
        workspace.write("study.toml", SMALL.as_bytes());
        workspace
    }

    /// The study [`BARE`].
    pub(crate) fn bare() -> Self {
        Self::empty().with("study.toml", BARE).with("incoming/extract.csv", EXTRACT)
    }

    pub(crate) fn with(self, path: &str, text: &str) -> Self {
        self.write(path, text.as_bytes());
        self
    }

    pub(crate) fn root(&self) -> &Path {
        self.directory.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    pub(crate) fn read(&self, path: &str) -> Vec<u8> {
        let path = self.path(path);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).expect("UTF-8")
    }

    /// Puts one text in the place of another, which must be there.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} does not hold {from}");
        self.write(path, text.replacen(from, to, 1).as_bytes());
    }

    /// The program, to be run in this directory.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = engraft();
        command.args(args).current_dir(self.root());
        command
    }

    pub(crate) fn engraft(&self, args: &[&str]) -> Ran {
        Ran::of(&mut self.command(args))
    }

    /// Runs the study, which must succeed, and gives what it printed.
    pub(crate) fn run(&self) -> Ran {
        self.engraft(&["run"]).expect(0)
    }

    /// The published checksums, after each was found to be right and no other file to be there.
    pub(crate) fn sums(&self) -> String {
        checked_sums(&self.path("reports/latest"))
    }

    /// Every file below this directory with its bytes; links with where they point.
    pub(crate) fn tree(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        walk(self.root(), self.root(), &mut files);
        files
    }
}

/// What a call of the program left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(command: &mut Command) -> Self {
        Self::from(command.output().expect("engraft starts"))
    }

    /// Checks the exit code, and that nothing panicked.
    pub(crate) fn expect(self, code: i32) -> Self {
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        assert_eq!(self.code, Some(code), "\nstdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// Checks that the messages say this, however they are broken into lines.
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(words(&self.stderr).contains(&words(text)), "no \"{text}\" in:\n{}", self.stderr);
        self
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
        }
    }
}

/// The program, with nothing of the environment that could change what it does.
pub(crate) fn engraft() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_engraft"));
    command.env_remove("ENGRAFT_FAULT");
    command
}

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of `SHA256SUMS` in a published report, after a check that every file is as it says and
/// that no other is there.
pub(crate) fn checked_sums(latest: &Path) -> String {
    let sums = fs::read_to_string(latest.join("SHA256SUMS"))
        .unwrap_or_else(|error| panic!("{}: {error}", latest.display()));
    let mut files = BTreeMap::new();
    walk(latest, latest, &mut files);
    files.remove(Path::new("SHA256SUMS"));
    for line in sums.lines() {
        let (expected, path) = line.split_once("  ").expect("a checksum line");
        let bytes = files.remove(Path::new(path)).unwrap_or_else(|| panic!("{path} is not there"));
        assert_eq!(sha256(&bytes), expected, "{path}");
    }
    assert!(files.is_empty(), "not in SHA256SUMS: {:?}", files.keys());
    sums
}

/// Copies a directory with all that is in it.
pub(crate) fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        let kind = entry.file_type().expect("a type");
        if kind.is_dir() {
            copy_tree(&entry.path(), &target);
        } else if kind.is_symlink() {
            let points_to = fs::read_link(entry.path()).expect("a link");
            std::os::unix::fs::symlink(points_to, target).expect("a link");
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Words joined by single blanks, without the bars and crosses that draw a message.
pub(crate) fn words(text: &str) -> String {
    let drawn = |word: &&str| !matches!(*word, "│" | "×" | "·" | "╭─" | "╰────");
    text.split_whitespace().filter(drawn).collect::<Vec<_>>().join(" ")
}

fn walk(root: &Path, directory: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        let kind = fs::symlink_metadata(&path).expect("metadata");
        let name = path.strip_prefix(root).expect("below the root").to_owned();
        if kind.is_dir() {
            walk(root, &path, files);
        } else if kind.is_symlink() {
            let target = fs::read_link(&path).expect("a link");
            files.insert(name, target.to_string_lossy().into_owned().into_bytes());
        } else {
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

/// The tables of `engraft init --example`, made once.
fn example_tables() -> &'static BTreeMap<String, Vec<u8>> {
    static TABLES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let workspace = Workspace::empty();
        workspace.engraft(&["synth", "--out", "made", "--subjects", "60"]).expect(0);
        let name = |path: PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
        workspace
            .tree()
            .into_iter()
            .filter(|(path, _)| path.starts_with("made"))
            .map(|(path, bytes)| (name(path), bytes))
            .collect()
    })
}
