//! Consistency checks across the tables of a study: what a data manager would ask about.
//!
//! | module | takes -> gives |
//! |---|---|
//! | `tables` | the stored tables -> columns by name, also of the subject's rows in other tables |
//! | `structure` | rows that repeat, contradict each other or lack their counterpart |
//! | `laboratory` | values that cannot be, or are off by the factor of a unit |
//! | `course` | relapse and graft failure against the laboratory values |
//! | `extract` | times and codes of a registry extract |
//! | `listing` | findings -> the list of queries |
//!
//! The rules themselves are data (`study/quality/rules.toml`); most are a condition on a row. A finding names
//! subject, rule, table, field and day, and says what was found in numbers, days and listed codes: no
//! identifier and no free text of the data stands in it.

mod course;
mod extract;
mod laboratory;
mod listing;
mod structure;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use listing::queries_csv;

use crate::cohort::{Cohort, CohortError, rows_where};
use crate::ingest::frame::Frame;
use crate::study::quality::{Check, Rule, RuleTest, Severity, placeholders};
use crate::study::{Expression, Study};

use tables::Tables;

/// What is examined.
#[derive(Debug)]
pub struct Material<'a> {
    /// The study.
    pub study: &'a Study,
    /// The tables by name, each sorted as it is stored; `wide` for an extract.
    pub tables: BTreeMap<String, Frame>,
    /// The cohort derived from them, where it is known.
    pub cohort: Option<&'a Cohort>,
    /// Rows that were set aside at the door.
    pub set_aside: Vec<SetAside>,
}

/// A row that was set aside at the door.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SetAside {
    /// The table.
    pub table: String,
    /// The file.
    pub file: String,
    /// The line in it.
    pub line: usize,
    /// The rules that it broke, each with its column.
    pub rules: String,
}

/// What was found about one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Place of the rule in [`Quality::rules`].
    pub rule: usize,
    /// Identifier of the query, the same as long as the row keeps its identity.
    pub id: String,
    /// The site, where it is known.
    pub site: String,
    /// The subject; empty for a row that was set aside.
    pub subject: String,
    /// The table.
    pub table: String,
    /// The column to look at.
    pub field: String,
    /// The day of the row.
    pub day: Option<i64>,
    /// What was found.
    pub found: String,
    /// Place of the row in its table.
    pub row: Option<usize>,
    /// File and line, where they are known.
    pub origin: Option<(String, usize)>,
}

/// What became of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// It was checked.
    Checked {
        /// Findings.
        findings: u64,
        /// Subjects with a finding.
        subjects: u64,
    },
    /// What it reads was not delivered or not derived.
    NotApplicable,
    /// The study has turned it off.
    Off,
}

/// What was found in the data of a study.
#[derive(Debug, Clone)]
pub struct Quality {
    /// Version of the rules.
    pub version: String,
    /// The rules.
    pub rules: Vec<Rule>,
    /// What became of each.
    pub tallies: Vec<Tally>,
    /// The findings, by site, subject, severity and rule.
    pub findings: Vec<Finding>,
    /// Subjects examined.
    pub subjects: u64,
    /// The column of the site, where there is one.
    pub site: Option<String>,
    /// The subjects of each site; empty without sites.
    pub site_subjects: BTreeMap<String, u64>,
    /// The findings that are allowed, by severity.
    pub gate: BTreeMap<Severity, u64>,
}

/// A limit that was crossed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// `error`, `warning`, `note`, or a rule.
    pub of: String,
    /// Findings.
    pub findings: u64,
    /// Findings that are allowed.
    pub limit: u64,
}

impl fmt::Display for Crossing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} findings, at most {} allowed", self.of, self.findings, self.limit)
    }
}

/// A row that a rule finds: its place, the column if not that of the rule, and values for its words.
#[derive(Debug, Clone, Default, PartialEq)]
struct Hit {
    row: usize,
    field: Option<String>,
    said: Vec<(&'static str, String)>,
}

/// What checks find; those that could not be made are absent.
type Hits = BTreeMap<Check, Vec<Hit>>;

impl Hit {
    fn at(row: usize) -> Self {
        Self { row, ..Self::default() }
    }

    fn say(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.said.push((name, value.into()));
        self
    }

    fn number(self, name: &'static str, value: f64) -> Self {
        self.say(name, shown(value))
    }

    fn field(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }
}

/// Examines the data of a study by its rules.
///
/// # Returns
/// The findings in the order of the listing, and what became of each rule. A rule whose tables were not
/// delivered is not applicable.
///
/// # Errors
/// [`CohortError`] where a condition does not fit the columns as they are stored.
pub fn examine(material: &Material<'_>) -> Result<Quality, CohortError> {
    let units = material
        .study
        .units()
        .map_err(|message| CohortError::Condition { place: "units".to_owned(), message })?;
    let tables = Tables::new(material.study, &material.tables, units);
    let hits = check_hits(material, &tables)?;
    let rules = material.study.rules.rules.clone();
    let (mut findings, mut tallies) = (Vec::new(), Vec::with_capacity(rules.len()));
    for (place, rule) in rules.iter().enumerate() {
        let before = findings.len();
        let applied = match (&rule.severity, &rule.test) {
            (None, _) => {
                tallies.push(Tally::Off);
                continue;
            }
            (Some(_), RuleTest::Check(Check::SetAside)) => {
                findings.extend(material.set_aside.iter().map(|row| set_aside(place, row)));
                true
            }
            (Some(_), RuleTest::Check(check)) => {
                let found = if *check == Check::Duplicate {
                    structure::duplicates(&tables, &rule.table)
                } else {
                    hits.get(check).cloned()
                };
                found.map(|hits| findings.extend(of_hits(&tables, (place, rule), hits))).is_some()
            }
            (Some(_), RuleTest::Where(condition)) => {
                let found = where_hits(&tables, rule, condition)?;
                found.map(|hits| findings.extend(of_hits(&tables, (place, rule), hits))).is_some()
            }
        };
        tallies.push(if applied { tally(&findings[before..]) } else { Tally::NotApplicable });
    }
    listing::arrange(&mut findings, &rules);
    let gate = material.study.file.quality.gate;
    let gate =
        [(Severity::Error, gate.error), (Severity::Warning, gate.warning), (Severity::Note, gate.note)];
    Ok(Quality {
        version: material.study.rules.version.clone(),
        rules,
        tallies,
        findings,
        subjects: tables.subjects() as u64,
        site: tables.site_column(),
        site_subjects: tables.site_subjects(),
        gate: gate.into_iter().filter_map(|(severity, limit)| Some((severity, limit?))).collect(),
    })
}

/// What the checks that need more than one row find, each group in one pass and only if it is asked for.
fn check_hits(material: &Material<'_>, tables: &Tables<'_>) -> Result<Hits, CohortError> {
    let book = &material.study.rules;
    let mut hits = Hits::new();
    structure::examine(tables, book, &mut hits);
    if tables.has("regimen") {
        hits.insert(Check::AgentUnknown, structure::unknown_agents(tables, &material.study.conditioning));
        let units = structure::unknown_dose_units(tables, &material.study.conditioning);
        hits.insert(Check::DoseUnitUnknown, units);
    }
    laboratory::examine(tables, book, &mut hits);
    course::examine(tables, material.cohort, &mut hits);
    extract::examine(tables, material.study, &mut hits)?;
    Ok(hits)
}

/// The rows of a table for which a condition holds; none if something that it reads was not delivered.
fn where_hits(tables: &Tables<'_>, rule: &Rule, condition: &str) -> Result<Option<Vec<Hit>>, CohortError> {
    let place = format!("rule {}", rule.id);
    let expression = Expression::parse(condition)
        .map_err(|error| CohortError::Condition { place: place.clone(), message: error.to_string() })?;
    let names = expression.columns();
    if !tables.has(&rule.table) || !names.iter().all(|name| tables.delivers(name)) {
        return Ok(None);
    }
    if tables.rows(&rule.table) == 0 {
        return Ok(Some(Vec::new()));
    }
    let columns =
        names.iter().filter_map(|name| Some((name.clone(), tables.column(&rule.table, name)?))).collect();
    Ok(Some(rows_where(&place, columns, condition)?.into_iter().map(Hit::at).collect()))
}

fn of_hits<'a>(
    tables: &'a Tables<'_>,
    (place, rule): (usize, &'a Rule),
    hits: Vec<Hit>,
) -> impl Iterator<Item = Finding> + use<'a> {
    hits.into_iter().map(move |hit| {
        let field = hit.field.clone().unwrap_or_else(|| rule.field.clone());
        let subject = tables.subject_of(&rule.table, hit.row);
        Finding {
            rule: place,
            id: listing::identity(&rule.id, &rule.table, &field, &tables.key(&rule.table, hit.row)),
            site: subject.map(|subject| tables.site(subject)).unwrap_or_default(),
            subject: subject.map(|subject| tables.identifier(subject)).unwrap_or_default(),
            table: rule.table.clone(),
            day: tables.day(&rule.table, &field, hit.row),
            found: words(tables, rule, &hit),
            row: Some(hit.row),
            origin: None,
            field,
        }
    })
}

/// The words of a finding: each name in braces becomes its value.
fn words(tables: &Tables<'_>, rule: &Rule, hit: &Hit) -> String {
    let mut text = rule.found.clone();
    for name in placeholders(&rule.found) {
        let said = hit.said.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let value = said.or_else(|| tables.cell(&rule.table, hit.row, name));
        text = text.replacen(&format!("{{{name}}}"), value.as_deref().unwrap_or("missing"), 1);
    }
    text
}

fn set_aside(place: usize, row: &SetAside) -> Finding {
    Finding {
        rule: place,
        id: listing::identity("row-set-aside", &row.table, "", &format!("{}:{}", row.file, row.line)),
        site: String::new(),
        subject: String::new(),
        table: row.table.clone(),
        field: String::new(),
        day: None,
        found: format!("set aside at the door: {}", row.rules),
        row: None,
        origin: Some((row.file.clone(), row.line)),
    }
}

fn tally(findings: &[Finding]) -> Tally {
    Tally::Checked { findings: findings.len() as u64, subjects: distinct_subjects(findings.iter()) }
}

fn distinct_subjects<'a>(findings: impl Iterator<Item = &'a Finding>) -> u64 {
    let subjects: BTreeSet<&str> =
        findings.map(|finding| finding.subject.as_str()).filter(|subject| !subject.is_empty()).collect();
    subjects.len() as u64
}

impl Quality {
    /// How bad a finding is.
    pub fn severity(&self, finding: &Finding) -> Severity {
        let rule = &self.rules[finding.rule];
        rule.severity.unwrap_or(rule.shipped)
    }

    /// Findings and subjects, of a severity and a site where they are named.
    pub fn count(&self, severity: Option<Severity>, site: Option<&str>) -> (u64, u64) {
        let counted = || {
            self.findings.iter().filter(move |finding| {
                severity.is_none_or(|severity| self.severity(finding) == severity)
                    && site.is_none_or(|site| finding.site == site)
            })
        };
        (counted().count() as u64, distinct_subjects(counted()))
    }

    /// The limits that were crossed.
    pub fn crossings(&self) -> Vec<Crossing> {
        let severities = self.gate.iter().map(|(severity, limit)| Crossing {
            of: severity.name().to_owned(),
            findings: self.count(Some(*severity), None).0,
            limit: *limit,
        });
        let rules =
            self.rules.iter().zip(&self.tallies).filter_map(|(rule, tally)| match (rule.max, tally) {
                (Some(limit), Tally::Checked { findings, .. }) => {
                    Some(Crossing { of: rule.id.clone(), findings: *findings, limit })
                }
                _ => None,
            });
        severities.chain(rules).filter(|limit| limit.findings > limit.limit).collect()
    }

    /// The tables that findings are about, by name.
    pub fn tables_with_findings(&self) -> BTreeSet<String> {
        let rows = self.findings.iter().filter(|finding| finding.row.is_some());
        rows.map(|finding| finding.table.clone()).collect()
    }

    /// Notes where the rows of a table came from, by `origin` of their places.
    pub fn locate(&mut self, table: &str, origin: impl Fn(usize) -> Option<(String, usize)>) {
        for finding in self.findings.iter_mut().filter(|finding| finding.table == table) {
            if let Some(row) = finding.row {
                finding.origin = origin(row);
            }
        }
    }
}

/// A number as it is written about: at most four decimals, no zeros at the end.
fn shown(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-0" { "0".to_owned() } else { text.to_owned() }
}
