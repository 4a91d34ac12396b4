//! The rows of a study, found by what they are about.

use std::collections::BTreeMap;

use super::number::Figure;
use super::text::ReportText;
use crate::analysis::ard::Row;
use crate::domain::Group;

/// Everything a part of the report is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) results: &'a Results<'a>,
    pub(super) text: &'a ReportText,
}

/// Which times the rows of an analysis are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The times that were asked for, and summaries.
    Asked,
    /// Every time at which a curve changes.
    Curve,
    /// The ticks of the chart.
    Risk,
    /// What is asked of a curve besides its values.
    Extras,
    /// A regression, and what it predicts at the times that were asked for.
    Model,
    /// Every time at which a predicted curve changes.
    ModelCurve,
}

impl Part {
    fn of(analysis_id: &str) -> Self {
        match analysis_id.rsplit_once('#') {
            Some((_, "curve")) => Self::Curve,
            Some((_, "risk")) => Self::Risk,
            Some((_, "extras")) => Self::Extras,
            Some((_, model)) if model.starts_with("model") && model.ends_with("-curve") => Self::ModelCurve,
            Some((_, model)) if model.starts_with("model") => Self::Model,
            _ => Self::Asked,
        }
    }
}

/// All rows, by endpoint, comparison and part.
#[derive(Debug)]
pub(super) struct Results<'a> {
    blocks: BTreeMap<(&'a str, Option<&'a str>, Part), Block<'a>>,
    comparisons: BTreeMap<&'a str, Vec<&'a str>>,
    every: &'a [Row],
}

impl<'a> Results<'a> {
    pub(super) fn new(rows: &'a [Row]) -> Self {
        let mut blocks: BTreeMap<_, Block<'a>> = BTreeMap::new();
        let mut comparisons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in rows {
            let subject = subject_of(row);
            let comparison = row.comparison.as_deref();
            blocks.entry((subject, comparison, Part::of(&row.analysis_id))).or_default().rows.push(row);
            if let Some(by) = comparison {
                let known = comparisons.entry(subject).or_default();
                if !known.contains(&by) {
                    known.push(by);
                }
            }
        }
        Self { blocks, comparisons, every: rows }
    }

    /// The rows of an endpoint (or of `flow`, `ingest`, `baseline`) for one comparison.
    pub(super) fn block(&self, subject: &str, comparison: Option<&str>, part: Part) -> Block<'a> {
        // The key borrows for as long as the rows live, so a shorter name is looked up by comparing.
        let found = self
            .blocks
            .iter()
            .find(|((name, by, kind), _)| *name == subject && *by == comparison && *kind == part);
        found.map(|(_, block)| block.clone()).unwrap_or_default()
    }

    /// The comparisons of an endpoint, in the order of the rows.
    pub(super) fn comparisons(&self, subject: &str) -> &[&'a str] {
        self.comparisons.get(subject).map_or(&[], Vec::as_slice)
    }

    /// Every row.
    pub(super) fn every(&self) -> &'a [Row] {
        self.every
    }
}

/// What a row is about: an endpoint, an endpoint from a landmark on (`os@100`), under weights (`os~weight`) or in a
/// population other than all treated (`os/safety`), or what is no endpoint.
fn subject_of(row: &Row) -> &str {
    let name = row.analysis_id.split([':', '#']).next().unwrap_or_default();
    if name.contains(['@', '~', '/']) { name } else { row.endpoint.as_deref().unwrap_or(&row.analysis) }
}

/// What a row is looked up by, besides its statistic.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Key<'q> {
    pub(super) analysis: &'q str,
    pub(super) population: Option<&'q str>,
    pub(super) cause: Option<&'q str>,
    pub(super) time: Option<f64>,
}

impl Key<'_> {
    fn matches(&self, row: &Row) -> bool {
        (self.analysis.is_empty() || *row.analysis == *self.analysis)
            && (self.population.is_none() || row.population.as_deref() == self.population)
            && row.cause.as_deref() == self.cause
            && row.time == self.time
    }
}

/// Rows that belong together.
#[derive(Debug, Clone, Default)]
pub(super) struct Block<'a> {
    rows: Vec<&'a Row>,
}

impl<'a> Block<'a> {
    pub(super) fn rows(&self) -> &[&'a Row] {
        &self.rows
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds the rows of another block.
    pub(super) fn extend(&mut self, other: &Self) {
        self.rows.extend(&other.rows);
    }

    /// The rows for which something holds.
    pub(super) fn only(&self, keep: impl Fn(&Row) -> bool) -> Self {
        Self { rows: self.rows.iter().copied().filter(|row| keep(row)).collect() }
    }

    /// The rows of one group.
    pub(super) fn group(&self, group: &Group) -> Self {
        self.only(|row| *row.group == *group)
    }

    /// The row of a statistic.
    pub(super) fn row(&self, stat: &str, key: Key<'_>) -> Option<&'a Row> {
        self.rows.iter().copied().find(|row| *row.stat == *stat && key.matches(row))
    }

    /// The value of a statistic.
    pub(super) fn value(&self, stat: &str, key: Key<'_>) -> Option<f64> {
        self.row(stat, key).and_then(|row| row.value)
    }

    /// The value of a statistic, to be shown.
    pub(super) fn figure(&self, stat: &str, key: Key<'_>) -> Option<Figure> {
        self.row(stat, key).and_then(Figure::of)
    }

    /// The groups, without everybody, in the order of the rows.
    pub(super) fn groups(&self) -> Vec<&'a Group> {
        let mut groups: Vec<&Group> = Vec::new();
        for row in &self.rows {
            let group: &Group = &row.group;
            if !group.is_everybody() && groups.last() != Some(&group) && !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups
    }

    /// The times at which a statistic stands, ascending.
    pub(super) fn times(&self, stat: &str) -> Vec<f64> {
        let mut times: Vec<f64> =
            self.rows.iter().filter(|row| *row.stat == *stat).filter_map(|row| row.time).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        times
    }

    /// The texts of one field, in the order of the rows, each once.
    pub(super) fn distinct(&self, field: impl Fn(&'a Row) -> Option<&'a str>) -> Vec<&'a str> {
        let mut texts: Vec<&str> = Vec::new();
        for text in self.rows.iter().filter_map(|row| field(row)) {
            if texts.last() != Some(&text) && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }
}

/// A count as a whole number.
pub(super) fn count(value: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts; the cast saturates")]
    let count = value.round() as u64;
    count
}
