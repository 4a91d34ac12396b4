//! Which files a study means.

use std::path::PathBuf;

use super::PipelineError;
use crate::study::Study;

/// The files of a pattern, sorted by name; `*` stands for any text in the file name.
pub(super) fn files(study: &Study, table: &str, pattern: &str) -> Result<Vec<PathBuf>, PipelineError> {
    let path = study.resolve(pattern);
    let none = || PipelineError::NoFiles { table: table.to_owned(), pattern: pattern.to_owned() };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).ok_or_else(none)?;
    if !name.contains('*') {
        return if path.is_file() { Ok(vec![path]) } else { Err(none()) };
    }
    let directory = path.parent().map(PathBuf::from).unwrap_or_default();
    let entries = std::fs::read_dir(&directory).map_err(|_| none())?;
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| matches(&name, &entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    if found.is_empty() { Err(none()) } else { Ok(found) }
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
