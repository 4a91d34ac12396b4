use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::domain::Table;
use crate::ingest::{Frame, ReadOptions, TableOptions, TableRows, TableSource, read_table};

struct Study {
    directory: TempDir,
}

impl Study {
    fn new() -> Self {
        Self { directory: tempfile::tempdir().expect("directory") }
    }

    fn store(&self) -> PathBuf {
        self.directory.path().join("store")
    }

    /// Patients of these ages; an age above 90 is a reject.
    fn patients(&self, ages: &[u32]) -> TableRows {
        let mut text = "study_id,subject_id,age_years,disorder\n".to_owned();
        for (number, age) in ages.iter().enumerate() {
            text.extend(["ST1,S", &number.to_string(), ",", &age.to_string(), ",ITP\n"]);
        }
        let path = self.directory.path().join("patients.csv");
        fs::write(&path, text).expect("written");
        let options = TableOptions {
            threshold: 0.5,
            root: self.directory.path().to_owned(),
            ..TableOptions::default()
        };
        let source = TableSource { files: vec![path], ..TableSource::default() };
        read_table(Table::named("patients").expect("table"), &[source], &options).expect("read")
    }

    fn write(&self, ages: &[u32], files: &FileLayer) -> Result<Store, StoreError> {
        write_generation(&self.store(), &[self.patients(ages)], files)
    }
}

/// Every file below a directory, with its bytes.
fn tree(directory: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    let mut entries: Vec<_> =
        fs::read_dir(directory).expect("read").map(|entry| entry.expect("entry").path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            all.extend(tree(&entry));
        } else {
            all.push((entry.clone(), fs::read(&entry).expect("read")));
        }
    }
    all
}

fn generations(store: &Path) -> Vec<String> {
    let entries = fs::read_dir(store.join("generations")).expect("read");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_generation_is_written_and_read_back() {
    let study = Study::new();
    let written = study.write(&[30, 40, 99], &FileLayer::default()).expect("written");
    let store = Store::open(&study.store()).expect("opened");
    assert_eq!(store.name(), written.name());
    assert_eq!(
        store.manifest(),
        &Manifest::from_bytes(&written.manifest().to_bytes().expect("bytes")).expect("read")
    );
    assert_eq!(store.verify(), []);
    let outputs: Vec<&str> = store.manifest().outputs.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(outputs, ["lineage/patients.parquet", "patients.parquet", "rejects/patients.csv"]);
    assert_eq!(store.manifest().inputs[0].path, "patients.csv");
    let path = store.table_path_verified("patients").expect("verified");
    let frame = Frame::read(&path, &["subject_id", "age_years"], &ReadOptions::default()).expect("read");
    assert_eq!(frame.rows, 2);
    assert_eq!(frame.columns[0].1.label(1).as_deref(), Some("S1"));
    let lineage = store.lineage_path_verified("patients").expect("verified");
    let frame = Frame::read(&lineage, &["file", "line"], &ReadOptions::default()).expect("read");
    assert_eq!(frame.columns[0].1.label(0).as_deref(), Some("patients.csv"));
    assert_eq!(frame.columns[1].1.label(1).as_deref(), Some("3"));
    let rejects = fs::read_to_string(store.directory().join("rejects/patients.csv")).expect("read");
    assert_eq!(rejects, "file,line,rules,row\npatients.csv,4,out-of-range(age_years),\"ST1,S2,99,ITP\"\n");
    assert!(matches!(store.table_path_verified("labs"), Err(StoreError::NoTable(_))));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let (one, two) = (Study::new(), Study::new());
    let first = one.write(&[30, 40], &FileLayer::default()).expect("written");
    let second = two.write(&[30, 40], &FileLayer::default()).expect("written");
    assert_eq!(first.name(), second.name());
    let bytes =
        |store: &Store| tree(store.directory()).into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>();
    assert_eq!(bytes(&first), bytes(&second));
    let again = one.write(&[30, 40], &FileLayer::default()).expect("written");
    assert_eq!(again.name(), first.name());
    assert_eq!(generations(&one.store()), [first.name()]);
}

#[test]
fn the_current_and_the_previous_generation_are_kept() {
    let study = Study::new();
    let names: Vec<String> = [[30, 1], [30, 2], [30, 3]]
        .iter()
        .map(|ages| study.write(ages, &FileLayer::default()).expect("written").name().to_owned())
        .collect();
    assert_eq!(Store::open(&study.store()).expect("opened").name(), names[2]);
    let previous = Store::open_previous(&study.store()).expect("opened").expect("there");
    assert_eq!(previous.name(), names[1]);
    assert_eq!(generations(&study.store()).len(), 2);
    assert!(matches!(Store::open(study.directory.path()), Err(StoreError::Empty(_))));
}

#[test]
fn every_bit_flip_and_truncation_is_detected() {
    let study = Study::new();
    let store = study.write(&[30, 40, 99], &FileLayer::default()).expect("written");
    for (path, bytes) in tree(store.directory()) {
        let is_manifest = path.ends_with(MANIFEST);
        let is_detected = || {
            if is_manifest { Store::open(&study.store()).is_err() } else { !store.verify().is_empty() }
        };
        for at in (0..bytes.len()).step_by(bytes.len() / 60 + 1) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            fs::write(&path, &flipped).expect("written");
            assert!(is_detected(), "{} bit flip at {at}", path.display());
            fs::write(&path, &bytes[..at]).expect("written");
            assert!(is_detected(), "{} cut at {at}", path.display());
        }
        fs::write(&path, &bytes).expect("written");
    }
    assert_eq!(store.verify(), []);
    let table = store.directory().join("patients.parquet");
    fs::remove_file(&table).expect("removed");
    assert!(matches!(store.table_path_verified("patients"), Err(StoreError::Corrupt { .. })));
    // Writing the same rows again repairs it.
    let repaired = study.write(&[30, 40, 99], &FileLayer::default()).expect("written");
    assert_eq!(repaired.verify(), []);
}

#[test]
fn whatever_call_fails_the_old_or_the_new_generation_is_published() {
    let counting = FileLayer::default();
    let undisturbed = Study::new();
    undisturbed.write(&[30, 1], &FileLayer::default()).expect("written");
    let new = undisturbed.write(&[30, 99], &counting).expect("written").name().to_owned();
    assert!(counting.calls() > 15);
    for kind in [FaultKind::Eio, FaultKind::Enospc, FaultKind::Short] {
        for call in 1..=counting.calls() {
            let study = Study::new();
            let old = study.write(&[30, 1], &FileLayer::default()).expect("written").name().to_owned();
            let failed = study.write(&[30, 99], &FileLayer::new(Some(Fault { kind, call })));
            assert!(failed.is_err(), "{kind:?} {call}");
            let found = Store::open(&study.store()).expect("opened");
            assert!(found.name() == old || found.name() == new, "{kind:?} {call}");
            assert_eq!(found.verify(), [], "{kind:?} {call}");
            let rerun = study.write(&[30, 99], &FileLayer::default()).expect("written");
            assert_eq!(rerun.name(), new);
            assert_eq!(rerun.verify(), []);
            let expected: Vec<String> = [&old, &new].into_iter().cloned().collect();
            let found = generations(&study.store());
            assert!(expected.iter().all(|name| found.contains(name)) && found.len() == 2, "{kind:?} {call}");
            assert_eq!(Store::open_previous(&study.store()).expect("opened").expect("there").name(), old);
        }
    }
}

#[test]
fn faults_are_read_from_text() {
    assert_eq!(Fault::parse("kill:3"), Some(Fault { kind: FaultKind::Kill, call: 3 }));
    assert_eq!(Fault::parse("short:12"), Some(Fault { kind: FaultKind::Short, call: 12 }));
    for text in ["", "kill", "kill:", "kill:x", "other:1"] {
        assert_eq!(Fault::parse(text), None, "{text}");
    }
}

#[test]
fn files_and_directories_are_replaced_in_one_step() {
    let directory = tempfile::tempdir().expect("directory");
    let (file, files) = (directory.path().join("a.json"), FileLayer::default());
    files.replace(&file, b"old").expect("written");
    let broken = FileLayer::new(Some(Fault { kind: FaultKind::Short, call: 1 }));
    assert!(broken.replace(&file, b"the new bytes").is_err());
    assert_eq!(fs::read(&file).expect("read"), b"old");
    files.replace(&file, b"new").expect("written");
    assert_eq!(fs::read(&file).expect("read"), b"new");
    let (staged, target) = (directory.path().join("staged"), directory.path().join("latest"));
    for text in ["one", "two"] {
        files.create_dir_all(&staged).expect("made");
        files.write(&staged.join("index.html"), text.as_bytes()).expect("written");
        files.replace_directory(&staged, &target).expect("replaced");
        assert_eq!(fs::read_to_string(target.join("index.html")).expect("read"), text);
        assert!(!staged.exists());
    }
}

#[test]
fn a_manifest_cannot_lead_out_of_its_directory() {
    let hash = |path: &str| FileHash { path: path.to_owned(), sha256: String::new(), bytes: 0, rows: None };
    for path in ["../a", "/etc/hostname", "a/../../b", ""] {
        let found = verify(Path::new("."), &[hash(path)]);
        assert_eq!(found[0].difference, Difference::Path, "{path}");
    }
}
