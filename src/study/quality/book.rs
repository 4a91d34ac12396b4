//! The rules that ship, and what a study makes of them.

use serde::Deserialize;

use super::{Check, DoseRange, LaboratoryRange, RULES, Rule, RuleTest, Severity};
use crate::study::StudyFile;
use crate::study::file::{QualitySpec, RangeChange, RuleChange};

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
    pub(in crate::study) fn of(file: &StudyFile) -> Result<Self, String> {
        let mut book = Self::shipped()?;
        let is_wide = file.inputs.wide.is_some();
        book.rules.retain(|rule| rule.table == "*" || (rule.table == "wide") == is_wide);
        book.change(&file.quality);
        Ok(book)
    }

    /// The ranges of laboratory values that a study gives for a test (in a unit, if it names one).
    pub(in crate::study) fn ranges_of<'a>(
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
