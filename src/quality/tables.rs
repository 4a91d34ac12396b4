//! The tables by name, and for each row what stands about its subject elsewhere.

use std::collections::BTreeMap;

use crate::domain::table::Kind;
use crate::domain::{Column, Table};
use crate::ingest::frame::{ColumnData, Frame, MISSING};
use crate::study::quality::{JOINED_TABLES, event_types};
use crate::study::{Study, UnitTable};

/// Days in a year, for the earliest day of birth.
const DAYS_PER_YEAR: f64 = 365.25;

/// The tables of a study.
pub(super) struct Tables<'a> {
    study: &'a Study,
    frames: &'a BTreeMap<String, Frame>,
    units: UnitTable,
    identifiers: Vec<String>,
    sites: Option<(String, Vec<Option<String>>)>,
    /// For each table and row the place of its subject.
    subject_of: BTreeMap<&'a str, Vec<Option<usize>>>,
    /// For each joined table and subject its row.
    joined: BTreeMap<&'static str, Vec<Option<usize>>>,
    /// For each derived column and subject its value.
    derived: BTreeMap<String, Vec<Option<i64>>>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(study: &'a Study, frames: &'a BTreeMap<String, Frame>, units: UnitTable) -> Self {
        let mut tables = Self {
            study,
            frames,
            units,
            identifiers: Vec::new(),
            sites: None,
            subject_of: BTreeMap::new(),
            joined: BTreeMap::new(),
            derived: BTreeMap::new(),
        };
        match frames.get("wide") {
            Some(extract) => tables.of_extract(extract),
            None => tables.of_canonical(),
        }
        tables
    }

    fn of_extract(&mut self, extract: &Frame) {
        let id = |row: usize| {
            let named = extract.column("subject_id").and_then(|ids| ids.label(row));
            named.unwrap_or_else(|| format!("row-{}", row + 1))
        };
        self.identifiers = (0..extract.rows).map(id).collect();
        self.subject_of.insert("wide", (0..extract.rows).map(Some).collect());
        let named = self.study.file.quality.site.as_ref().map_or("region", |site| site.get_ref());
        self.sites = extract
            .column(named)
            .map(|sites| (named.to_owned(), (0..extract.rows).map(|row| sites.label(row)).collect()));
    }

    fn of_canonical(&mut self) {
        let Some(ColumnData::Text { levels, .. }) =
            self.frames.get("patients").and_then(|patients| patients.column("subject_id"))
        else {
            return;
        };
        self.identifiers.clone_from(levels);
        for (name, frame) in self.frames {
            let Some(ColumnData::Text { codes, levels: own }) = frame.column("subject_id") else { continue };
            let places: Vec<Option<usize>> = own.iter().map(|id| levels.binary_search(id).ok()).collect();
            let of_code = |code: &u32| places.get(*code as usize).copied().flatten();
            self.subject_of.insert(name, codes.iter().map(of_code).collect());
        }
        for name in JOINED_TABLES {
            let mut rows = vec![None; levels.len()];
            for row in (0..self.rows(name)).filter(|row| self.is_joined(name, *row)) {
                if let Some(subject) = self.subject_of(name, row) {
                    rows[subject].get_or_insert(row);
                }
            }
            self.joined.insert(name, rows);
        }
        if let Some(regions) = self
            .own("patients", "region")
            .filter(|regions| (0..regions.len()).any(|row| !regions.is_missing(row)))
        {
            let rows = &self.joined["patients"];
            let site = |row: &Option<usize>| row.and_then(|row| regions.label(row));
            self.sites = Some(("region".to_owned(), rows.iter().map(site).collect()));
        }
        self.derive();
    }

    /// Of several transplants the first counts.
    fn is_joined(&self, table: &str, row: usize) -> bool {
        table != "transplants" || self.number("transplants", "hsct_seq", row) == Some(1.0)
    }

    fn derive(&mut self) {
        let subjects = self.identifiers.len();
        if self.has("transplants") {
            let mut first = vec![None; subjects];
            let mut counts: BTreeMap<&str, Vec<Option<i64>>> =
                ["n_transplants", "n_auto", "n_allo"].map(|name| (name, vec![Some(0); subjects])).into();
            for row in 0..self.rows("transplants") {
                let Some(subject) = self.subject_of("transplants", row) else { continue };
                let kind = self.label("transplants", "type", row);
                let also = match kind.as_deref() {
                    Some("AUTO") => Some("n_auto"),
                    Some("ALLO") => {
                        let day = self.whole("transplants", "hsct_day", row);
                        first[subject] = [first[subject], day].into_iter().flatten().min();
                        Some("n_allo")
                    }
                    _ => None,
                };
                for name in std::iter::once("n_transplants").chain(also) {
                    if let Some(count) = counts.get_mut(name).and_then(|counts| counts[subject].as_mut()) {
                        *count += 1;
                    }
                }
            }
            self.derived.insert("subject.first_allo_day".to_owned(), first);
            self.derived.extend(counts.into_iter().map(|(name, values)| (format!("subject.{name}"), values)));
        }
        self.derive_of_patients(subjects);
        if self.has("events") {
            for kind in event_types() {
                self.derived.insert(format!("count.{kind}"), vec![Some(0); subjects]);
            }
            for row in 0..self.rows("events") {
                let (Some(subject), Some(kind)) =
                    (self.subject_of("events", row), self.label("events", "type", row))
                else {
                    continue;
                };
                if let Some(count) =
                    self.derived.get_mut(&format!("count.{kind}")).and_then(|counts| counts[subject].as_mut())
                {
                    *count += 1;
                }
            }
        }
    }

    fn derive_of_patients(&mut self, subjects: usize) {
        let of_joined = |table: &str, value: &dyn Fn(usize) -> Option<i64>| -> Vec<Option<i64>> {
            (0..subjects).map(|subject| self.joined[table][subject].and_then(value)).collect()
        };
        let birth = of_joined("patients", &|row| {
            let age = self.number("patients", "age_years", row)?;
            #[allow(clippy::cast_possible_truncation, reason = "ages are at most 90")]
            let day = libm::floor(-(age + 1.0) * DAYS_PER_YEAR) as i64;
            Some(day)
        });
        let year = i64::from(self.study.file.study.cutoff.date.map_or(9999, |date| date.year));
        let mut derived =
            vec![("subject.earliest_birth_day", birth), ("study.cutoff_year", vec![Some(year); subjects])];
        if self.has("followup") {
            let there = self.joined["followup"].iter().map(|row| Some(i64::from(row.is_some()))).collect();
            let unseen = of_joined("followup", &|row| {
                let cutoff = self.whole("followup", "cutoff_day", row)?;
                Some(cutoff - self.whole("followup", "last_contact_day", row)?)
            });
            derived.extend([("subject.n_followup", there), ("subject.days_unseen", unseen)]);
        }
        self.derived.extend(derived.into_iter().map(|(name, values)| (name.to_owned(), values)));
    }

    /// The units of laboratory values.
    pub(super) fn units(&self) -> &UnitTable {
        &self.units
    }

    /// Number of subjects.
    pub(super) fn subjects(&self) -> usize {
        self.identifiers.len()
    }

    /// The identifier of a subject.
    pub(super) fn identifier(&self, subject: usize) -> String {
        self.identifiers[subject].clone()
    }

    /// The column of the site.
    pub(super) fn site_column(&self) -> Option<String> {
        self.sites.as_ref().map(|(column, _)| column.clone())
    }

    /// The site of a subject; empty where it is not known.
    pub(super) fn site(&self, subject: usize) -> String {
        let site = self.sites.as_ref().and_then(|(_, sites)| sites[subject].clone());
        site.unwrap_or_default()
    }

    /// Subjects by site.
    pub(super) fn site_subjects(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for site in self.sites.iter().flat_map(|(_, sites)| sites) {
            *counts.entry(site.clone().unwrap_or_default()).or_insert(0) += 1;
        }
        counts
    }

    /// Whether a table was delivered.
    pub(super) fn has(&self, table: &str) -> bool {
        self.frames.contains_key(table)
    }

    /// Whether what a name means was delivered.
    pub(super) fn delivers(&self, name: &str) -> bool {
        match name.split_once('.') {
            None => true,
            Some(("subject" | "count" | "study", _)) => self.derived.contains_key(name),
            Some((table, _)) => self.has(table),
        }
    }

    /// Number of rows of a table.
    pub(super) fn rows(&self, table: &str) -> usize {
        self.frames.get(table).map_or(0, |frame| frame.rows)
    }

    /// The table itself.
    pub(super) fn frame(&self, table: &str) -> Option<&'a Frame> {
        self.frames.get(table)
    }

    /// The subject of a row.
    pub(super) fn subject_of(&self, table: &str, row: usize) -> Option<usize> {
        self.subject_of.get(table).and_then(|subjects| subjects.get(row).copied().flatten())
    }

    /// A column of a table itself.
    pub(super) fn own(&self, table: &str, name: &str) -> Option<&'a ColumnData> {
        self.frames.get(table).and_then(|frame| frame.column(name))
    }

    /// A number of a row.
    pub(super) fn number(&self, table: &str, name: &str, row: usize) -> Option<f64> {
        self.own(table, name).and_then(|column| column.number(row))
    }

    /// A text of a row.
    pub(super) fn label(&self, table: &str, name: &str, row: usize) -> Option<String> {
        self.own(table, name).and_then(|column| column.label(row))
    }

    /// A whole number of a row.
    pub(super) fn whole(&self, table: &str, name: &str, row: usize) -> Option<i64> {
        match self.own(table, name)? {
            column if column.is_missing(row) => None,
            ColumnData::Integer { values, .. } => Some(values[row]),
            _ => None,
        }
    }

    /// The row of another table that a name means for a row; the name without the table.
    fn elsewhere<'n>(
        &self,
        table: &str,
        row: usize,
        name: &'n str,
    ) -> Option<(&'n str, Option<usize>, &'n str)> {
        let (prefix, rest) = name.split_once('.')?;
        let joined = self.joined.get(prefix)?;
        Some((prefix, self.subject_of(table, row).and_then(|subject| joined[subject]), rest))
    }

    /// What stands in a row, as text.
    pub(super) fn cell(&self, table: &str, row: usize, name: &str) -> Option<String> {
        if let Some(derived) = self.derived.get(name) {
            return self.subject_of(table, row).and_then(|subject| derived[subject]).map(|n| n.to_string());
        }
        match self.elsewhere(table, row, name) {
            Some((other, there, column)) => there.and_then(|there| self.label(other, column, there)),
            None => self.label(table, name, row),
        }
    }

    /// A column of a table, of the subject's row in another table, or derived; one value a row of `table`.
    pub(super) fn column(&self, table: &str, name: &str) -> Option<ColumnData> {
        let rows = self.rows(table);
        if let Some(derived) = self.derived.get(name) {
            let value = |row| self.subject_of(table, row).and_then(|subject| derived[subject]);
            let (values, valid) = (0..rows).map(value).map(|v| (v.unwrap_or(0), v.is_some())).unzip();
            return Some(ColumnData::Integer { values, valid: Some(valid) });
        }
        let Some((other, rest)) = name.split_once('.') else {
            return match self.own(table, name) {
                Some(column) => Some(column.clone()),
                None => Some(nothing(Table::named(table)?.column(name)?, rows)),
            };
        };
        let there: Vec<Option<usize>> =
            (0..rows).map(|row| self.elsewhere(table, row, name).and_then(|(_, there, _)| there)).collect();
        match self.own(other, rest) {
            Some(column) => Some(pick(column, &there)),
            None => Some(nothing(Table::named(other)?.column(rest)?, rows)),
        }
    }

    /// What tells a row from others of its subject, for its identity.
    pub(super) fn key(&self, table: &str, row: usize) -> String {
        let columns: &[&str] = match table {
            "labs" => &["day", "test"],
            "events" => &["day", "type"],
            "treatments" => &["start_day", "class"],
            "transplants" => &["hsct_seq"],
            "regimen" => &["hsct_seq", "agent"],
            _ => &[],
        };
        let subject = self.subject_of(table, row).map(|subject| self.identifier(subject));
        let cells = columns.iter().map(|column| self.label(table, column, row).unwrap_or_default());
        subject.into_iter().chain(cells).collect::<Vec<_>>().join("\t")
    }

    /// The day of a row: that of the column looked at, or of the row.
    pub(super) fn day(&self, table: &str, field: &str, row: usize) -> Option<i64> {
        let known = Table::named(table)?;
        let is_day = |name: &str| known.column(name).is_some_and(|column| column.kind == Kind::Day);
        let main = ["day", "start_day", "hsct_day"].into_iter().find(|name| is_day(name));
        let of_field = is_day(field).then(|| self.whole(table, field, row)).flatten();
        of_field.or_else(|| main.and_then(|main| self.whole(table, main, row)))
    }
}

/// A column that was not delivered.
fn nothing(column: &Column, rows: usize) -> ColumnData {
    let valid = Some(vec![false; rows]);
    match column.kind {
        Kind::Id | Kind::Code | Kind::Category(_) => {
            ColumnData::Text { codes: vec![MISSING; rows], levels: Vec::new() }
        }
        Kind::Day | Kind::Integer(..) => ColumnData::Integer { values: vec![0; rows], valid },
        Kind::Real(..) => ColumnData::Real { values: vec![0.0; rows], valid },
        Kind::Flag => ColumnData::Boolean { values: vec![false; rows], valid },
    }
}

/// These rows of a column, missing where there is none.
fn pick(column: &ColumnData, rows: &[Option<usize>]) -> ColumnData {
    fn values<T: Copy + Default>(values: &[T], rows: &[Option<usize>]) -> Vec<T> {
        rows.iter().map(|row| row.map(|row| values[row]).unwrap_or_default()).collect()
    }
    let valid = || Some(rows.iter().map(|row| row.is_some_and(|row| !column.is_missing(row))).collect());
    match column {
        ColumnData::Text { codes, levels } => ColumnData::Text {
            codes: rows.iter().map(|row| row.map_or(MISSING, |row| codes[row])).collect(),
            levels: levels.clone(),
        },
        ColumnData::Integer { values: from, .. } => {
            ColumnData::Integer { values: values(from, rows), valid: valid() }
        }
        ColumnData::Real { values: from, .. } => {
            ColumnData::Real { values: values(from, rows), valid: valid() }
        }
        ColumnData::Boolean { values: from, .. } => {
            ColumnData::Boolean { values: values(from, rows), valid: valid() }
        }
    }
}
