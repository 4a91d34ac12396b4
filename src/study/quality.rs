//! The consistency rules of a study: those that ship, what the study changes about them, and its own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::StudyFile;
use super::file::{QualitySpec, RangeChange, RuleChange};
use crate::domain::table::Kind;
use crate::domain::{Column, Table};

/// The rules that ship.
pub const RULES: &str = include_str!("quality/rules.toml");

/// What is derived for each subject and can stand in a condition as `subject.X`.
pub const SUBJECT_COLUMNS: [&str; 7] = [
    "n_transplants",
    "n_auto",
    "n_allo",
    "n_followup",
    "first_allo_day",
    "earliest_birth_day",
    "days_unseen",
];

/// Tables with one row a subject (of transplants the first), whose columns can stand in a condition of any table.
pub const JOINED_TABLES: [&str; 3] = ["patients", "transplants", "followup"];

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Cannot be true.
    Error,
    /// Hardly true, or changes a result.
    Warning,
    /// Worth a look.
    Note,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// Its name in results and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A check that needs more than one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Transplants numbered without a gap.
    Numbering,
    /// Days that rise with the number of the transplant.
    Order,
    /// An agent without its transplant.
    Orphan,
    /// Dose of an agent.
    Dose,
    /// An agent that the rules on conditioning do not know.
    AgentUnknown,
    /// Laboratory value that cannot be.
    LaboratoryRange,
    /// Laboratory value off by the factor of a unit.
    LaboratoryJump,
    /// Several values of a test on one day.
    LaboratoryContradiction,
    /// A test in several units.
    LaboratoryUnits,
    /// A marker without its limit of normal.
    LaboratoryLimit,
    /// The same row again.
    Duplicate,
    /// The same event with two grades.
    EventContradiction,
    /// Relapse of who never responded.
    RelapseWithoutResponse,
    /// Graft failure and good counts.
    GraftFailureAgainstNeutrophils,
    /// Extract: time below zero.
    TimeNegative,
    /// Extract: time beyond a lifetime.
    TimeImplausible,
    /// Extract: event after the end of follow-up.
    EventAfterFollowUp,
    /// Extract: two causes at one time.
    CausesOverlap,
    /// Extract: a time although there was no event.
    TimeWithoutEvent,
    /// Extract: an event without a time.
    EventWithoutTime,
    /// Extract: a time without a code.
    CodeMissing,
    /// A row that was set aside at the door.
    SetAside,
}

/// How a rule finds rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleTest {
    /// Rows for which this holds.
    Where(String),
    /// What a check finds.
    Check(Check),
}

/// A consistency rule as a study has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// How bad a finding is; none: the study has turned the rule off.
    pub severity: Option<Severity>,
    /// The severity that it ships with.
    pub shipped: Severity,
    /// Why the study judges it otherwise.
    pub reason: Option<String>,
    /// So many findings are allowed.
    pub max: Option<u64>,
    /// The table whose rows are judged.
    pub table: String,
    /// The column to look at.
    pub field: String,
    /// How it finds rows.
    pub test: RuleTest,
    /// What it says.
    pub text: String,
    /// What is written about a finding; `{X}` is a value.
    pub found: String,
}

/// What a laboratory value can be.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaboratoryRange {
    /// The test.
    pub test: String,
    /// The unit of the limits, for people.
    pub unit: String,
    /// Units taken as they stand, in small letters; none: values are converted first.
    #[serde(default)]
    pub spelled: Vec<String>,
    /// Least value.
    pub low: f64,
    /// Greatest value.
    pub high: f64,
    /// A value so many times its neighbours has the wrong unit.
    pub jump: Option<f64>,
    /// Values below are not compared with their neighbours.
    #[serde(default)]
    pub floor: f64,
}

/// What the total dose of an agent can be.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoseRange {
    /// The agent.
    pub agent: String,
    /// The unit.
    pub unit: String,
    /// Least dose.
    pub low: f64,
    /// Greatest dose.
    pub high: f64,
}

/// The rules of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleBook {
    /// Version of the rules that ship.
    pub version: String,
    /// The rules, in the order of the file; those of the study's own come last.
    pub rules: Vec<Rule>,
    /// What laboratory values can be.
    pub laboratory: Vec<LaboratoryRange>,
    /// What doses can be.
    pub doses: Vec<DoseRange>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shipped {
    version: String,
    rule: Vec<ShippedRule>,
    laboratory: Vec<LaboratoryRange>,
    dose: Vec<DoseRange>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShippedRule {
    id: String,
    severity: Severity,
    table: String,
    #[serde(default)]
    field: String,
    #[serde(rename = "where")]
    condition: Option<String>,
    check: Option<Check>,
    text: String,
    found: String,
}

impl RuleBook {
    /// The rules that ship.
    ///
    /// # Errors
    /// What is wrong with the file that ships; a test keeps it right.
    pub fn shipped() -> Result<Self, String> {
        let shipped: Shipped = toml::from_str(RULES).map_err(|error| error.to_string())?;
        let rules: Result<Vec<Rule>, String> = shipped.rule.into_iter().map(ShippedRule::resolve).collect();
        Ok(Self {
            version: shipped.version,
            rules: rules?,
            laboratory: shipped.laboratory,
            doses: shipped.dose,
        })
    }

    /// The rules with what a study says about them.
    pub(super) fn of(file: &StudyFile) -> Result<Self, String> {
        let mut book = Self::shipped()?;
        let is_wide = file.inputs.wide.is_some();
        book.rules.retain(|rule| rule.table == "*" || (rule.table == "wide") == is_wide);
        book.change(&file.quality);
        Ok(book)
    }

    /// The ranges of laboratory values that a study gives for a test (in a unit, if it names one).
    pub(super) fn ranges_of<'a>(
        &'a mut self,
        test: &'a str,
        unit: Option<&'a str>,
    ) -> impl Iterator<Item = &'a mut LaboratoryRange> {
        self.laboratory
            .iter_mut()
            .filter(move |range| range.test == test && unit.is_none_or(|unit| range.unit == unit))
    }

    fn change(&mut self, spec: &QualitySpec) {
        for (test, change) in &spec.ranges {
            let RangeChange { unit, low, high, .. } = change.get_ref();
            for range in self.ranges_of(test, unit.as_deref()) {
                range.low = low.unwrap_or(range.low);
                range.high = high.unwrap_or(range.high);
            }
        }
        for check in &spec.check {
            self.rules.push(Rule {
                id: check.id.get_ref().clone(),
                severity: Some(check.severity),
                shipped: check.severity,
                reason: None,
                max: check.max,
                table: check.table.get_ref().clone(),
                field: check.field.as_ref().map(|field| field.get_ref().clone()).unwrap_or_default(),
                test: RuleTest::Where(check.condition.get_ref().clone()),
                text: check.text.clone(),
                found: check
                    .found
                    .as_ref()
                    .map_or_else(|| check.text.clone(), |found| found.get_ref().clone()),
            });
        }
        for (id, change) in &spec.rules {
            let RuleChange { severity, reason, max } = change.get_ref();
            for rule in self.rules.iter_mut().filter(|rule| rule.id == *id) {
                if let Some(standing) = severity {
                    rule.severity = standing.severity();
                }
                rule.reason.clone_from(reason);
                rule.max = max.or(rule.max);
            }
        }
    }
}

impl ShippedRule {
    fn resolve(self) -> Result<Rule, String> {
        let test = match (self.condition, self.check) {
            (Some(condition), None) => RuleTest::Where(condition),
            (None, Some(check)) => RuleTest::Check(check),
            _ => return Err(format!("the rule {} has not one of where and check", self.id)),
        };
        Ok(Rule {
            id: self.id,
            severity: Some(self.severity),
            shipped: self.severity,
            reason: None,
            max: None,
            table: self.table,
            field: self.field,
            test,
            text: self.text,
            found: self.found,
        })
    }
}

/// The column that a name in a condition on a canonical table means.
#[derive(Debug, Clone, Copy)]
pub enum RuleColumn {
    /// A column of the row itself.
    Own(&'static Column),
    /// A column of the subject's row in another table.
    Joined(&'static Table, &'static Column),
    /// Something derived, a whole number.
    Derived,
}

impl RuleColumn {
    /// The column of this name, seen from a table; none where there is no such column.
    pub fn named(table: &Table, name: &str) -> Option<Self> {
        let Some((prefix, rest)) = name.split_once('.') else { return table.column(name).map(Self::Own) };
        match prefix {
            "subject" => SUBJECT_COLUMNS.contains(&rest).then_some(Self::Derived),
            "study" => (rest == "cutoff_year").then_some(Self::Derived),
            "count" => event_types().contains(&rest).then_some(Self::Derived),
            _ => {
                let joined = Table::named(prefix).filter(|table| JOINED_TABLES.contains(&table.name))?;
                joined.column(rest).map(|column| Self::Joined(joined, column))
            }
        }
    }

    /// Whether its values may be written into a query: numbers, days and listed codes, no free text.
    pub fn can_be_shown(self) -> bool {
        match self {
            Self::Derived => true,
            Self::Own(column) | Self::Joined(_, column) => !matches!(column.kind, Kind::Id | Kind::Code),
        }
    }
}

/// The types of events.
pub fn event_types() -> &'static [&'static str] {
    let kind = Table::named("events").and_then(|table| table.column("type")).map(|column| column.kind);
    match kind {
        Some(Kind::Category(types)) => types,
        _ => &[],
    }
}

/// The names that stand in braces.
pub fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::study::Expression;

    /// Values that checks supply themselves.
    const SUPPLIED: [&str; 16] = [
        "expected",
        "before",
        "after",
        "before_day",
        "after_day",
        "agent",
        "dose",
        "unit",
        "low",
        "high",
        "units",
        "values",
        "value",
        "test",
        "rules",
        "day",
    ];

    #[test]
    fn the_rules_that_ship_name_columns_that_exist() {
        let book = RuleBook::shipped().unwrap();
        let mut ids = BTreeSet::new();
        for rule in &book.rules {
            assert!(ids.insert(rule.id.clone()), "{} is there twice", rule.id);
            let Some(table) = Table::named(&rule.table) else {
                assert!(["wide", "*"].contains(&rule.table.as_str()), "{}", rule.id);
                continue;
            };
            assert!(table.column(&rule.field).is_some(), "{}: field {}", rule.id, rule.field);
            let known = |name: &str| RuleColumn::named(table, name);
            if let RuleTest::Where(condition) = &rule.test {
                for name in Expression::parse(condition).unwrap().columns() {
                    assert!(known(&name).is_some(), "{}: {name}", rule.id);
                }
            }
            for name in placeholders(&rule.found) {
                let shown = known(name).is_some_and(RuleColumn::can_be_shown);
                let supplied = matches!(rule.test, RuleTest::Check(_)) && SUPPLIED.contains(&name);
                assert!(shown || supplied, "{}: {{{name}}}", rule.id);
            }
        }
        assert!(ids.len() > 70);
    }

    #[test]
    fn identifiers_and_free_codes_are_never_shown() {
        let labs = Table::named("labs").unwrap();
        let shown = |name: &str| RuleColumn::named(labs, name).is_some_and(RuleColumn::can_be_shown);
        assert!(shown("value") && shown("patients.age_years") && shown("followup.vital"));
        assert!(!shown("subject_id") && !shown("unit") && !shown("patients.region"));
        assert!(RuleColumn::named(labs, "count.CMV").is_some());
        assert!(RuleColumn::named(labs, "regimen.dose").is_none());
        assert!(RuleColumn::named(labs, "nonsense").is_none());
    }
}
