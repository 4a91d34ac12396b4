//! Which files a study means.

use std::path::{Path, PathBuf};

use super::PipelineError;
use crate::ingest::kind::split_member;
use crate::study::Study;

/// The files of a pattern, sorted by name; `*` stands for any text in the file name, and `#NAME` after it for that
/// data set of each XPORT file.
pub(super) fn files(study: &Study, table: &str, pattern: &str) -> Result<Vec<PathBuf>, PipelineError> {
    let (path, member) = split_member(&study.resolve(pattern));
    let mut found = in_directory(&path)
        .ok_or_else(|| PipelineError::NoFiles { table: table.to_owned(), pattern: pattern.to_owned() })?;
    if let Some(member) = member {
        for path in &mut found {
            path.as_mut_os_string().push(format!("#{member}"));
        }
    }
    Ok(found)
}

/// The files whose names fit the last part of a path; none if there are none.
fn in_directory(path: &Path) -> Option<Vec<PathBuf>> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    if !name.contains('*') {
        return path.is_file().then(|| vec![path.to_owned()]);
    }
    let directory = path.parent().map(PathBuf::from).unwrap_or_default();
    let entries = std::fs::read_dir(&directory).ok()?;
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| matches(&name, &entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    (!found.is_empty()).then_some(found)
}

/// Whether a file name fits a pattern with `*`. Hidden files fit only if the pattern says so.
fn matches(pattern: &str, name: &str) -> bool {
    if name.starts_with('.') && !pattern.starts_with('.') {
        return false;
    }
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_stand_for_any_text() {
        assert!(matches("labs*.csv", "labs.csv"));
        assert!(matches("labs*.csv", "labs-2.csv"));
        assert!(matches("a*b*c", "a1b2c"));
        assert!(!matches("a*b*c", "a1c"));
        assert!(!matches("labs*.csv", "labs.csv.tmp"));
        assert!(!matches("*.csv", ".hidden.csv"));
        assert!(!matches("ab*ba", "aba"));
    }
}
