//! What the screen at the door would refuse of the delivered files: named in the proposal, never shown.

use std::collections::{BTreeMap, BTreeSet};

use super::delivered::Delivered;
use crate::ingest::frame::{ColumnData, Temporal};
use crate::ingest::screen::{Column, Finding, Role, shown};

/// Names of columns that hold the subject.
pub(super) const SUBJECTS: [&str; 3] = ["subject_id", "usubjid", "subjid"];

/// The columns of a file that give persons away, and how.
#[derive(Debug, Default)]
pub(super) struct Refused(BTreeMap<String, (String, Finding)>);

impl Refused {
    /// Looks at every column as the ingest will. `identifier` is the column that names the rows, if one does.
    pub(super) fn of(file: &Delivered, identifier: Option<&str>) -> Self {
        let is_subject = |name: &str| {
            identifier == Some(name) || SUBJECTS.iter().any(|subject| name.eq_ignore_ascii_case(subject))
        };
        let units = file
            .columns()
            .iter()
            .find(|(name, _)| is_subject(name))
            .map_or(file.rows(), |(_, values)| different(values));
        let finding = |(at, (name, values)): (usize, &(String, ColumnData))| {
            let role = if is_subject(name) { Role::Subject } else { Role::Value };
            let detail = file.detail(name);
            let described: Vec<&str> = std::iter::once(name.as_str())
                .chain(detail.label.as_deref())
                .chain(file.taken_as(name).iter().copied())
                .collect();
            let is_calendar = matches!(detail.temporal, Some(Temporal::Date | Temporal::DateTime));
            let mut column = Column::new(&described, role).calendar(is_calendar);
            for label in (0..values.len()).filter_map(|row| values.label(row)) {
                column.see(&label);
            }
            let finding = column.verdict(units)?;
            Some((name.clone(), (shown(at, name), finding)))
        };
        Self(file.columns().iter().enumerate().filter_map(finding).collect())
    }

    pub(super) fn has(&self, column: &str) -> bool {
        self.0.contains_key(column)
    }

    /// A comment on a column: the kind of pattern and counts, no value.
    pub(super) fn comment(&self, column: &str) -> Option<String> {
        self.0.get(column).map(|(shown, finding)| {
            let Finding { kind, cells, filled } = finding;
            format!("# {shown}: not taken: {cells} of {filled} filled cells look like {kind}\n")
        })
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }
}

fn different(values: &ColumnData) -> usize {
    let labels: BTreeSet<String> = (0..values.len()).filter_map(|row| values.label(row)).collect();
    labels.len()
}

/// What is to be done before the files can be read, for the head of the proposal; empty if they can.
pub(super) fn advice(files: &[Delivered]) -> String {
    let mut lines = String::new();
    for file in files {
        let refused = Refused::of(file, None);
        let comments: Vec<String> = refused.names().filter_map(|name| refused.comment(name)).collect();
        if !comments.is_empty() {
            lines.push_str(&format!("# {}:\n{}", file.path, comments.concat()));
        }
    }
    if lines.is_empty() {
        return lines;
    }
    format!(
        "# These columns give persons away, and the screen refuses the files while they are in them: take them out, or let\n\
         # them in with a reason, [screen] allow = [{{ table = \"...\", column = \"...\", reason = \"...\" }}].\n{lines}\n"
    )
}
