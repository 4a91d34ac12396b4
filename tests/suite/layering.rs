//! Which stage may import which: read from the sources, so that a breach fails here.

#![allow(clippy::expect_used, reason = "sources that cannot be read end the test")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::repository;

/// The stages in the order of the data's way. Each may use those before it, and `domain`.
const STAGES: [&str; 10] =
    ["study", "ingest", "store", "cohort", "quality", "estimate", "analysis", "present", "pipeline", "cli"];

/// What only some stages may use: crate or path -> the stages.
const RESERVED: [(&str, &[&str]); 6] = [
    ("polars", &["cohort"]),
    ("plotters", &["present"]),
    ("resvg", &["present"]),
    ("krilla", &["present"]),
    ("clap", &["cli"]),
    ("miette", &["cli"]),
];

/// What `estimate` may not use, so that it stays plain arithmetic.
const NOT_IN_ESTIMATE: [&str; 9] =
    ["polars", "arrow", "parquet", "plotters", "std::fs", "std::io", "std::env", "std::time", "serde"];

#[test]
fn stages_import_only_what_lies_before_them() {
    let mut breaches = Vec::new();
    for source in sources() {
        let Some(stage) = source.stage() else { continue };
        for (number, line) in source.code() {
            let others = stages_named(&line).chain(source.reached_by_super(&line));
            for other in others.filter(|other| *other != stage && !may_use(&stage, other)) {
                breaches.push(source.breach(number, &format!("{stage} uses {other}")));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn crates_stay_in_their_stage() {
    let mut breaches = Vec::new();
    for source in sources() {
        let stage = source.stage().unwrap_or_default();
        for (number, line) in source.code() {
            for (name, stages) in RESERVED {
                if names(&line, name) && !stages.contains(&stage.as_str()) {
                    breaches.push(source.breach(number, &format!("{name} outside {stages:?}")));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn estimate_knows_nobody() {
    let mut breaches = Vec::new();
    for source in sources().into_iter().filter(|source| source.stage().as_deref() == Some("estimate")) {
        for (number, line) in source.code() {
            let foreign = stages_named(&line).filter(|other| other != "estimate");
            let forbidden = NOT_IN_ESTIMATE.into_iter().filter(|name| names(&line, name));
            for name in foreign.chain(forbidden.map(str::to_owned)) {
                breaches.push(source.breach(number, &format!("estimate uses {name}")));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_folder_of_the_sources_has_its_place_in_the_order() {
    let known = |stage: &str| STAGES.contains(&stage) || matches!(stage, "domain" | "synth" | "lib" | "main");
    let unknown: Vec<String> =
        sources().iter().filter_map(Source::stage).filter(|stage| !known(stage)).collect();
    assert!(unknown.is_empty(), "{unknown:?} are not in the order of stages");
    let all = sources();
    for stage in STAGES.iter().chain(&["domain", "synth"]) {
        assert!(all.iter().any(|source| source.stage().as_deref() == Some(stage)), "{stage} has no source");
    }
}

#[test]
fn the_reader_of_sources_finds_breaches() {
    let found =
        |text: &str| code_lines(text).iter().flat_map(|(_, line)| stages_named(line)).collect::<Vec<_>>();
    assert_eq!(found("use crate::present::table;"), ["present"]);
    assert_eq!(found("    let x = crate::store::hash_bytes(b);"), ["store"]);
    assert_eq!(
        found("use crate::{\n    domain::Group,\n    store::{Store, Manifest},\n};"),
        ["domain", "store"]
    );
    assert_eq!(found("use engraft::cli;"), ["cli"]);
    assert_eq!(found("// use crate::present::table;"), Vec::<String>::new());
    assert_eq!(found("let url = \"crate::present\";"), Vec::<String>::new());
    let source = Source { path: PathBuf::from("src/cohort.rs"), text: String::new() };
    assert_eq!(source.reached_by_super("use super::present::table;").as_deref(), Some("present"));
    let source = Source { path: PathBuf::from("src/pipeline/analyze.rs"), text: String::new() };
    assert_eq!(source.reached_by_super("use super::ingest::read;"), None);
    assert!(names("use polars::prelude::*;", "polars"));
    assert!(!names("let polars_like = 1;", "polars"));
    assert!(names("let f = std::fs::read(p);", "std::fs"));
}

/// Whether a stage may use another.
fn may_use(stage: &str, other: &str) -> bool {
    let place = |name: &str| STAGES.iter().position(|stage| *stage == name);
    match (stage, other) {
        ("main", other) => other == "cli",
        ("lib", _) => true,
        ("domain" | "estimate", _) => false,
        (_, "domain") => true,
        ("synth", _) => false,
        (stage, "synth") => stage == "cli",
        (stage, other) => matches!((place(stage), place(other)), (Some(this), Some(that)) if that < this),
    }
}

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The stage that a file belongs to: the first part of its path below `src`.
    fn stage(&self) -> Option<String> {
        let first = self.path.strip_prefix("src").ok()?.components().next()?;
        Path::new(first.as_os_str()).file_stem().map(|stem| stem.to_string_lossy().into_owned())
    }

    fn code(&self) -> Vec<(usize, String)> {
        code_lines(&self.text)
    }

    /// The stages named by as many `super::` as lead to the root.
    fn reached_by_super(&self, line: &str) -> Option<String> {
        let depth = self.path.components().count() - 1;
        let rest = &line[line.find("super::")?..];
        let above = rest.split("super::").take_while(|piece| piece.is_empty()).count();
        let name = rest.trim_start_matches("super::");
        let name: String = name.chars().take_while(|letter| letter.is_alphanumeric()).collect();
        (above >= depth && is_stage(&name)).then_some(name)
    }

    fn breach(&self, number: usize, what: &str) -> String {
        format!("{}:{number}: {what}", self.path.display())
    }
}

/// The statements of a source that name paths, by line: comments and texts blanked, `use` with
/// braces spelled out.
fn code_lines(text: &str) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (index, line) in text.lines().enumerate() {
        let line = without_comment(&without_texts(line));
        let (number, statement) = match open.take() {
            Some((number, before)) => (number, format!("{before} {}", line.trim())),
            None => (index + 1, line),
        };
        let trimmed = statement.trim_start();
        let is_use = trimmed.starts_with("use ") || trimmed.starts_with("pub use ");
        if is_use && !statement.contains(';') {
            open = Some((number, statement));
        } else if is_use {
            lines.extend(spelled_out(&statement).into_iter().map(|path| (number, path)));
        } else {
            lines.push((number, statement));
        }
    }
    lines
}

/// `use crate::{a::B, c};` -> `crate::a::B`, `crate::c`.
fn spelled_out(statement: &str) -> Vec<String> {
    let body = statement.trim().trim_start_matches("pub ").trim_start_matches("use ").trim_end_matches(';');
    let Some((head, rest)) = body.split_once('{') else { return vec![body.to_owned()] };
    let mut paths = Vec::new();
    let (mut depth, mut item) = (0, String::new());
    for letter in rest.trim().trim_end_matches('}').chars().chain([',']) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 {
            paths.push(format!("{head}{}", item.trim()));
            item.clear();
        } else {
            item.push(letter);
        }
    }
    paths
}

fn without_texts(line: &str) -> String {
    let mut pieces = line.split('"');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (index, piece) in pieces.enumerate() {
        out.push('"');
        if index % 2 == 1 {
            out.push_str(piece);
        }
    }
    out
}

fn without_comment(line: &str) -> String {
    line.split("//").next().unwrap_or_default().to_owned()
}

/// The stages that a line names by `crate::` or `engraft::`.
fn stages_named(line: &str) -> impl Iterator<Item = String> {
    let starts = ["crate::", "engraft::"];
    let found: Vec<String> = starts
        .iter()
        .flat_map(|start| line.split(start).skip(1))
        .map(|rest| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect())
        .filter(|name: &String| is_stage(name))
        .collect();
    found.into_iter()
}

fn is_stage(name: &str) -> bool {
    STAGES.contains(&name) || matches!(name, "domain" | "synth")
}

/// Whether a line names a crate or a path, as a path's beginning.
fn names(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + path.len()..];
        let starts = before.is_none_or(|letter| !(letter.is_alphanumeric() || matches!(letter, '_' | ':')));
        starts && (after.starts_with("::") || after.starts_with(';') || line.trim() == path)
    })
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&repository().join("src"), &mut found);
    found.sort_by(|left, right| left.path.cmp(&right.path));
    assert!(found.len() > 50, "the sources were not found");
    found
}

fn collect(directory: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(directory).expect("the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            let path = path.strip_prefix(repository()).expect("below the repository").to_owned();
            found.push(Source { path, text });
        }
    }
}
