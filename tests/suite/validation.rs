//! `docs/validation.md` and `docs/methods-matrix.md`, made from the reference tables and the program.
//!
//! `make validation` writes both. The tests here say when they are out of date without running the tables again:
//! `reference.rs` runs them.

#![allow(clippy::expect_used, clippy::panic, reason = "a page that cannot be made ends the test")]

mod description;
mod matrix;
mod measure;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace::repository;

const PAGE: &str = "docs/validation.md";
const MATRIX: &str = "docs/methods-matrix.md";

#[test]
#[ignore = "writes the pages: make validation"]
fn write() {
    fs::write(repository().join(PAGE), page::page()).expect("the page is written");
    fs::write(repository().join(MATRIX), matrix::page()).expect("the matrix is written");
}

#[test]
fn the_validation_page_is_of_these_tables() {
    let page = read(PAGE);
    assert!(page.ends_with(&page::sources()), "{PAGE} is out of date: run `make validation`");
}

#[test]
fn the_matrix_is_up_to_date() {
    assert!(read(MATRIX) == matrix::page(), "{MATRIX} is out of date: run `make validation`");
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a directory with this ending, in order, relative to the root of the repository.
fn files(directory: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join(directory)).expect("a directory");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Path::new(directory).join(entry.expect("an entry").file_name()))
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .collect();
    paths.sort();
    paths
}
