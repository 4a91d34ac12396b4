//! The consistency rules of a study: those that ship, what the study changes about them, and its own.

mod book;
mod column;

use schemars::JsonSchema;
use serde::Deserialize;

pub use book::RuleBook;
pub use column::{RuleColumn, event_types};

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
    /// A dose in a unit that the rules on conditioning do not know.
    DoseUnitUnknown,
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

/// The names that stand in braces.
pub fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::Table;
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
