//! The delivered files: profiles, columns and codes that must exist, units that are numbers.

use super::Check;
use crate::domain::Table;
use crate::domain::table::ADTTE;
use crate::study::StudyError;
use crate::study::file::{AdtteEvent, CENSORED, EndpointSpec};

impl Check<'_> {
    /// Every source of every canonical table can be read as its table.
    pub(super) fn canonical_sources(&self) -> Result<(), StudyError> {
        for (table, spec) in self.study.file.inputs.canonical() {
            if spec.sources.is_empty() {
                return Err(self.fail(None, format!("inputs.{} names no files", table.name), ""));
            }
            for source in &spec.sources {
                self.study.mapping(table, source)?;
            }
        }
        Ok(())
    }

    pub(super) fn wide_condition(&self) -> Result<(), StudyError> {
        let wide = self.study.file.inputs.wide.iter();
        let mut conditions = wide.filter_map(|wide| wide.condition.as_ref());
        conditions.try_for_each(|text| self.study.delivered_condition(text).map(|_| ()))
    }

    pub(super) fn units(&self) -> Result<(), StudyError> {
        let tests = Table::named("labs").and_then(|labs| labs.column("test"));
        let Some(crate::domain::Kind::Category(known)) = tests.map(|column| column.kind) else {
            return Ok(());
        };
        for (test, units) in &self.study.file.inputs.units {
            if !known.contains(&test.as_str()) {
                let help = format!("the tests are {}", known.join(", "));
                return Err(self.fail(None, format!("inputs.units names {test}, which is no test"), &help));
            }
            for (unit, factor) in units {
                if !factor.is_finite() || *factor <= 0.0 {
                    let message = format!("inputs.units.{test}.\"{unit}\" is a factor above 0");
                    return Err(self.fail(None, message, ""));
                }
            }
        }
        Ok(())
    }

    pub(super) fn adtte(&self) -> Result<(), StudyError> {
        let Some(spec) = &self.study.file.inputs.adtte else { return Ok(()) };
        self.study.mapping(&ADTTE, &spec.source())?;
        let wide = self.study.file.inputs.wide.as_ref();
        if wide.is_some_and(|wide| !wide.columns.contains_key("subject_id")) {
            return Err(self.fail(
                Some(spec.files.span()),
                "subjects of ADTTE are found in the extract by subject_id, which it does not name".to_owned(),
                "write inputs.wide.columns.subject_id = { kind = \"text\", column = \"USUBJID\" }",
            ));
        }
        Ok(())
    }

    /// An endpoint from ADTTE: the codes say all of it, and the event of interest is that of CNSR 0.
    pub(super) fn adtte_event(&self, spec: &EndpointSpec, event: &AdtteEvent) -> Result<(), StudyError> {
        let place = Some(event.paramcd.span());
        if self.study.file.inputs.adtte.is_none() {
            let message = format!("{} reads ADTTE, which the study does not have", spec.name.get_ref());
            return Err(self.fail(place, message, "write inputs.adtte = { files = \"...\" }"));
        }
        let other_words = spec.time.is_some()
            || spec.entry.is_some()
            || spec.never.is_some()
            || spec.when.is_some()
            || spec.outcome.is_some()
            || spec.competing.is_some()
            || spec.kind.is_some()
            || spec.window.is_some()
            || spec.cause.is_some()
            || spec.origin.is_some()
            || spec.applies_to.is_some()
            || spec.second_transplant.is_some()
            || spec.never_below.is_some()
            || spec.status.is_some()
            || !spec.levels.is_empty()
            || !spec.causes.is_empty();
        if other_words {
            return Err(self.fail(
                place,
                format!("{}: time and causes are those of ADTTE", spec.name.get_ref()),
                "beside event give label and among alone; what competes is a code of CNSR",
            ));
        }
        if let Some(code) = event.codes.keys().find(|code| code.parse::<u16>().is_err()) {
            return Err(self.fail(place, format!("CNSR is a whole number of 0 or more, not {code}"), ""));
        }
        match event.codes.get("0") {
            Some(cause) if cause != CENSORED && event.causes().next() == Some(cause) => Ok(()),
            _ => Err(self.fail(
                place,
                format!("{}: CNSR 0 is the event of interest", spec.name.get_ref()),
                "write codes = { 0 = \"death\", 1 = \"censored\" }, and any competing event after 0",
            )),
        }
    }
}
