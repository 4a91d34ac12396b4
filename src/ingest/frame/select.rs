//! Which columns of a file are wanted, by name.

use std::collections::BTreeSet;

use super::super::error::{IngestError, Problem, Problems};

/// The places of the wanted columns (all of them if none is named), in the order of their first mention.
///
/// # Errors
/// [`IngestError::Refused`] if two columns have one name; [`IngestError::NoColumn`].
pub(crate) fn places(
    file: &str,
    names: &[String],
    wanted: Option<&[&str]>,
) -> Result<Vec<usize>, IngestError> {
    let mut seen = BTreeSet::new();
    let mut problems = Problems::default();
    for name in names.iter().filter(|name| !seen.insert(name.as_str())) {
        let problem = Problem::of_file(file, "duplicate-header", "two columns have the same name");
        problems.add(|| problem.with_field(name));
    }
    problems.into_result()?;
    let Some(wanted) = wanted else { return Ok((0..names.len()).collect()) };
    let place = |name: &&str| {
        names.iter().position(|column| column == name).ok_or_else(|| IngestError::NoColumn {
            file: file.to_owned(),
            name: (*name).to_owned(),
            available: names.to_vec(),
        })
    };
    distinct(wanted).iter().map(place).collect()
}

/// Each name once, in the order of its first mention.
pub(super) fn distinct<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    names.iter().copied().filter(|name| seen.insert(*name)).collect()
}
