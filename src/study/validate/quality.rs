//! Do the rules that a study changes or adds exist, and read columns that exist.

use std::collections::BTreeSet;

use super::Check;
use crate::study::file::{OwnCheck, Placed, RangeChange, WideKind};
use crate::study::quality::{RuleBook, RuleColumn, placeholders};
use crate::study::{Expression, StudyError};

impl Check<'_> {
    /// Checks `[quality]` and `[flow]`.
    pub(super) fn quality(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let spec = &self.study.file.quality;
        let own: BTreeSet<&str> = spec.check.iter().map(|check| check.id.get_ref().as_str()).collect();
        let shipped: BTreeSet<String> = RuleBook::shipped()
            .map(|book| book.rules.into_iter().map(|rule| rule.id).collect())
            .unwrap_or_default();
        for (id, change) in &spec.rules {
            if !shipped.contains(id) && !own.contains(id.as_str()) {
                return Err(self.fail(
                    Some(change.span()),
                    format!("there is no rule {id}"),
                    "`engraft schema quality` lists the rules",
                ));
            }
            let reason = change.get_ref().reason.as_deref().unwrap_or_default().trim();
            if change.get_ref().severity.is_some() && reason.is_empty() {
                return Err(self.fail(
                    Some(change.span()),
                    format!("the severity of {id} is changed without a reason"),
                    "add reason = \"...\"; the report prints it",
                ));
            }
        }
        for (place, check) in spec.check.iter().enumerate() {
            let again = spec.check[..place].iter().any(|other| other.id.get_ref() == check.id.get_ref());
            if again || shipped.contains(check.id.get_ref()) {
                return Err(self.fail(
                    Some(check.id.span()),
                    format!("there is a rule {} already", check.id.get_ref()),
                    "give it another id",
                ));
            }
            self.own_check(check, columns)?;
        }
        self.ranges()?;
        self.site(columns)?;
        self.flow()
    }

    fn ranges(&self) -> Result<(), StudyError> {
        let Ok(mut book) = RuleBook::shipped() else { return Ok(()) };
        for (test, change) in &self.study.file.quality.ranges {
            let RangeChange { unit, low, high, reason } = change.get_ref();
            let fail = |message: String, help: &str| Err(self.fail(Some(change.span()), message, help));
            let shipped: Vec<_> = book.ranges_of(test, unit.as_deref()).map(|range| range.clone()).collect();
            let [range] = shipped.as_slice() else {
                let what = if shipped.is_empty() { "is no such range" } else { "are several" };
                let help =
                    "`engraft schema quality` lists tests and units; name the unit where a test has several";
                return fail(format!("of {test} there {what}"), help);
            };
            if self.study.is_wide() {
                return fail("an extract has no laboratory values".to_owned(), "remove it");
            }
            let (low, high) = (low.unwrap_or(range.low), high.unwrap_or(range.high));
            if !(low.is_finite() && high.is_finite() && low < high) {
                return fail(
                    format!("of {test} nothing lies between {low} and {high}"),
                    "low is less than high",
                );
            }
            if reason.trim().is_empty() {
                return fail(
                    format!("the range of {test} is changed without a reason"),
                    "the report prints it",
                );
            }
        }
        Ok(())
    }

    fn site(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        match &self.study.file.quality.site {
            Some(site) if !self.study.is_wide() => Err(self.fail(
                Some(site.span()),
                "site is for an extract; canonical tables have patients.region".to_owned(),
                "remove it",
            )),
            Some(site) => self.known_column(site, columns),
            None => Ok(()),
        }
    }

    fn flow(&self) -> Result<(), StudyError> {
        let flow = &self.study.file.flow;
        if let Some(by) = &flow.by {
            self.known_stratum(by)?;
            self.known_at_baseline(by)?;
        }
        for name in &flow.endpoints {
            self.known_endpoint(name)?;
        }
        Ok(())
    }

    fn own_check(&self, check: &OwnCheck, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let id = check.id.get_ref();
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            return Err(self.fail(
                Some(check.id.span()),
                "the id of a rule has small letters, digits and hyphens".to_owned(),
                "such as \"ferritin-missing\"",
            ));
        }
        let delivered = self.study.file.inputs.canonical();
        let table =
            delivered.iter().map(|(table, _)| *table).find(|table| table.name == check.table.get_ref());
        let is_wide = self.study.is_wide() && check.table.get_ref() == "wide";
        if table.is_none() && !is_wide {
            return Err(self.fail(
                Some(check.table.span()),
                format!("the study has no table {}", check.table.get_ref()),
                "name a table of [inputs]",
            ));
        }
        let known = |name: &str| match table {
            Some(table) => RuleColumn::named(table, name).is_some(),
            None => columns.contains(name),
        };
        let shown = |name: &str| match table {
            Some(table) => RuleColumn::named(table, name).is_some_and(RuleColumn::can_be_shown),
            None => self.extract_column_can_be_shown(name),
        };
        let expression = Expression::parse(check.condition.get_ref())
            .map_err(|error| self.fail(Some(check.condition.span()), error.message, "see [population]"))?;
        let missing = |place: &Placed, name: &str| {
            self.fail(Some(place.span()), format!("there is no column {name}"), "`engraft schema` lists them")
        };
        if let Some(name) = expression.columns().iter().find(|name| !known(name)) {
            return Err(missing(&check.condition, name));
        }
        if let Some(field) = check.field.as_ref().filter(|field| !known(field.get_ref())) {
            return Err(missing(field, field.get_ref()));
        }
        let found = check.found.as_ref();
        let hidden =
            found.and_then(|found| placeholders(found.get_ref()).into_iter().find(|name| !shown(name)));
        match (found, hidden) {
            (Some(found), Some(name)) => Err(self.fail(
                Some(found.span()),
                format!("the value of {name} is not written into a query"),
                "numbers, days and listed codes are; identifiers and texts are not",
            )),
            _ => Ok(()),
        }
    }

    /// Numbers and recoded levels of an extract.
    fn extract_column_can_be_shown(&self, name: &str) -> bool {
        let column = self.study.file.inputs.wide.as_ref().and_then(|wide| wide.columns.get(name));
        column.is_some_and(|column| {
            name != "subject_id" && (column.kind != WideKind::Text || !column.recode.is_empty())
        })
    }
}
