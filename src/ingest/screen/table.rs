//! Every column of a delivered file, before anything of it is kept.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::error::{Note, Problem, Problems};
use super::super::relabel::Relabel;
use super::told::shown;
use super::{Column, Finding, Role};

/// What becomes of a column that neither the table nor the study knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// It is refused, unless it is allowed by name.
    #[default]
    Strict,
    /// It is passed over, if it gives nobody away.
    Lenient,
}

/// Columns that the study lets in whatever they look like, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The table; none: any.
    pub table: Option<String>,
    /// The columns, as they are delivered.
    pub columns: Vec<String>,
    /// Why; the report prints it.
    pub reason: String,
}

/// How a study has its deliveries screened.
#[derive(Debug, Clone, Default)]
pub struct Screen {
    /// What becomes of unknown columns.
    pub mode: Mode,
    /// What is let in.
    pub allowed: Vec<Allowed>,
    /// New labels for the subjects, where the study asks for them.
    pub relabel: Option<std::sync::Arc<Relabel>>,
}

impl Screen {
    /// Whether the study lets a column in by name.
    pub fn allows(&self, table: &str, column: &str) -> bool {
        let holds = |allowed: &Allowed| {
            allowed.table.as_ref().is_none_or(|of| of == table)
                && allowed.columns.iter().any(|name| name == column)
        };
        self.allowed.iter().any(holds)
    }
}

/// What the screen reads: the cells of a delivered file.
pub(crate) trait Cells {
    fn name(&self) -> &str;
    fn columns(&self) -> &[String];
    fn count(&self) -> usize;
    fn text(&self, row: usize, column: usize) -> Cow<'_, str>;
    /// What the file itself calls a column, besides its name.
    fn label(&self, column: usize) -> Option<String>;
    /// Whether the file itself says that a column holds dates.
    fn is_calendar(&self, column: usize) -> bool;
}

/// What the study says about a delivered column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Described {
    pub(crate) role: Role,
    /// Its name in the store and its labels, where it has any.
    pub(crate) words: Vec<String>,
    /// Whether the file itself says that it holds dates.
    pub(crate) is_calendar: bool,
}

/// The screening of the files of one table. Files of a table are judged each by itself and all together, so that a
/// delivery cannot be cut into pieces that are too small to judge.
pub(crate) struct Screening<'a> {
    pub(crate) screen: &'a Screen,
    pub(crate) table: &'a str,
    pub(crate) problems: Problems,
    pub(crate) notes: Vec<Note>,
    pooled: BTreeMap<String, (String, Column)>,
    files: usize,
}

impl<'a> Screening<'a> {
    pub(crate) fn new(screen: &'a Screen, table: &'a str) -> Self {
        Self {
            screen,
            table,
            problems: Problems::default(),
            notes: Vec::new(),
            pooled: BTreeMap::new(),
            files: 0,
        }
    }

    /// Looks through a file. `describe` says what the study takes a column for.
    pub(crate) fn file(&mut self, cells: &dyn Cells, describe: &dyn Fn(&str) -> Described) {
        self.files += 1;
        let described: Vec<Described> = cells
            .columns()
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let mut described = describe(name);
                described.words.extend(cells.label(at));
                described.is_calendar = cells.is_calendar(at);
                described
            })
            .collect();
        let subject = described.iter().position(|described| described.role == Role::Subject);
        let subjects = subject.map(|at| self.filled(cells, at, &described[at]));
        let units = subjects.as_ref().map_or(cells.count(), Column::distinct);
        for (at, name) in cells.columns().iter().enumerate() {
            if self.screen.allows(self.table, name) {
                continue;
            }
            let column = match (&subjects, subject == Some(at)) {
                (Some(subjects), true) => subjects.clone(),
                _ => self.filled(cells, at, &described[at]),
            };
            self.judge(cells.name(), (at, name), &column, units);
        }
    }

    /// The counts of a column of a file; those of all files are kept beside.
    fn filled(&mut self, cells: &dyn Cells, at: usize, described: &Described) -> Column {
        let name = &cells.columns()[at];
        let words: Vec<&str> =
            std::iter::once(name.as_str()).chain(described.words.iter().map(String::as_str)).collect();
        let mut column = Column::new(&words, described.role).calendar(described.is_calendar);
        let (_, pooled) = self
            .pooled
            .entry(name.clone())
            .or_insert_with(|| (cells.name().to_owned(), Column::new(&words, described.role)));
        let is_first = self.files == 1;
        for row in 0..cells.count() {
            let text = cells.text(row, at);
            column.see(&text);
            if !is_first {
                pooled.see(&text);
            }
        }
        if is_first {
            pooled.clone_from(&column);
        }
        column
    }

    fn judge(&mut self, file: &str, (at, name): (usize, &str), column: &Column, units: usize) {
        let relabelled = column.role == Role::Subject && self.screen.relabel.is_some();
        // All tables of a study have the same subjects: it is enough to say it of one.
        let is_first = matches!(self.table, "patients" | "wide");
        if let Some(finding) = column.verdict(units) {
            if relabelled {
                return;
            }
            self.problems.add(|| refusal(self.table, file, &shown(at, name), finding));
        } else if column.role == Role::Subject && !relabelled && is_first && column.counts_up() {
            let message = format!(
                "{}: the identifiers count up one by one, so that they may tell the order of enrolment; [screen] relabel \
                 gives new ones",
                shown(at, name)
            );
            self.notes.push(Note {
                file: file.to_owned(),
                line: None,
                rule: "sequential-identifiers",
                message,
            });
        }
    }

    /// Judges the columns of all files together, those that no file by itself gave away.
    pub(crate) fn finish(mut self) -> (Problems, Vec<Note>) {
        if self.files > 1 {
            let refused: Vec<Option<String>> =
                self.problems.iter().map(|problem| problem.field.clone()).collect();
            let pooled = std::mem::take(&mut self.pooled);
            let subject = pooled.values().find(|(_, column)| column.role == Role::Subject);
            let rows = pooled.values().map(|(_, column)| column.filled()).max().unwrap_or(0);
            let units = subject.map_or(rows, |(_, column)| column.distinct());
            for (name, (file, column)) in &pooled {
                let known = refused.contains(&Some(name.clone())) || self.screen.allows(self.table, name);
                let relabelled = column.role == Role::Subject && self.screen.relabel.is_some();
                if let (false, Some(finding)) = (known || relabelled, column.verdict(units)) {
                    self.problems.add(|| {
                        refusal(self.table, &format!("{file} and the files beside it"), name, finding)
                    });
                }
            }
        }
        (self.problems, self.notes)
    }
}

/// A refusal: the file, the column, how many cells and what they look like. The cells themselves are not shown.
fn refusal(table: &str, file: &str, column: &str, finding: Finding) -> Problem {
    let Finding { kind, cells, filled } = finding;
    let message = format!("{cells} of {filled} filled cells look like {kind}");
    let help = format!(
        "{}; what must come in is named in the study: [screen] allow = [{{ table = \"{table}\", column = \"...\", reason = \
         \"...\" }}]",
        kind.advice()
    );
    Problem::of_file(file, kind.rule(), message).with_field(column).with_help(help)
}
