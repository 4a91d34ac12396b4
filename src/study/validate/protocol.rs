//! What the protocol asks: what defines the population per protocol is there, and known when it is said to be.

use std::collections::BTreeSet;

use super::Check;
use crate::study::StudyError;
use crate::study::file::ChangesOn;
use crate::study::population::{DEVIATION_DAY, PER_PROTOCOL};

/// The latest day up to which deviations may count.
const LATEST: i64 = 36_525;

impl Check<'_> {
    /// `[protocol]` says something, of columns that are there and of what is known on day 0.
    pub(super) fn protocol(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let Some(spec) = &self.study.file.protocol else { return Ok(()) };
        if let Some(own) = self.study.file.populations.get(PER_PROTOCOL) {
            return Err(self.fail(
                Some(own.condition.span()),
                "per_protocol is defined twice, here and by [protocol]".to_owned(),
                "leave one of them out",
            ));
        }
        if spec.received.is_none() && spec.deviations_to.is_none() {
            return Err(self.fail(
                None,
                "[protocol] does not say what the protocol asks".to_owned(),
                "give received = \"...\", deviations_to = 0, or both",
            ));
        }
        if let Some(received) = &spec.received {
            self.condition(received, columns)?;
            if let Some(column) = self.future_of(received) {
                return Err(self.fail(
                    Some(received.span()),
                    format!("{column} is known only after transplant: it is not what was received on day 0"),
                    "name columns of patients and transplants; later deviations are events, deviations_to = 28",
                ));
            }
        }
        let Some(day) = &spec.deviations_to else { return Ok(()) };
        if !(0..=LATEST).contains(day.get_ref()) {
            let message = format!("deviations_to is a day from 0 to {LATEST}");
            return Err(self.fail(Some(day.span()), message, "write deviations_to = 0"));
        }
        if !columns.contains(DEVIATION_DAY) {
            return Err(self.fail(
                Some(day.span()),
                "deviations are events of type DEVIATION, and the study has no table of events".to_owned(),
                "deliver inputs.events, or say by received who was treated as planned",
            ));
        }
        Ok(())
    }

    /// An extract has its days ready: nothing of it is confirmed by later values.
    pub(super) fn changes_on(&self) -> Result<(), StudyError> {
        if !self.study.is_wide() || self.study.file.response.changes_on == ChangesOn::default() {
            return Ok(());
        }
        let message = "an extract has its days ready: [response] changes_on has nothing to act on".to_owned();
        Err(self.fail(None, message, "leave it out"))
    }

    /// Why there is no population per protocol, and what would make one.
    pub(super) fn no_protocol(&self, place: std::ops::Range<usize>) -> StudyError {
        self.fail(
            Some(place),
            "nothing says who was treated per protocol".to_owned(),
            "write [protocol] with received = \"cond_intensity == 'RIC'\" (what was planned was received), \
             deviations_to = 0 (events of type DEVIATION up to day 0 leave out), or both; \
             or define [populations.per_protocol] with where = \"...\"",
        )
    }
}
