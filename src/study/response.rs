//! The response rules and landmarks of a study.

use std::collections::BTreeSet;
use std::path::Path;

use super::file::ChangesOn;
use super::response_rule::{ResponseRules, RuleFault, shipped_text};
use super::{Placed, Rule, SHIPPED, Study, StudyError};
use crate::domain::Disorder;

/// The longest time that a window or a landmark may be, in days.
const LONGEST: i64 = 36_525;

impl Study {
    /// The day on which covariates and states change; none in an extract, which has them ready.
    pub fn changes_on(&self) -> Option<ChangesOn> {
        (!self.is_wide()).then_some(self.file.response.changes_on)
    }

    /// The endpoints of which it counts since when they are known: patients are grouped by them, or they change a
    /// covariate or a state.
    pub fn endpoints_with_known_days(&self) -> BTreeSet<String> {
        let named = |name: &Placed| name.get_ref().clone();
        let strata = self.file.strata.values().filter_map(|spec| spec.endpoint.as_ref().map(named));
        let changing = self.file.analysis.iter().flat_map(|spec| spec.time_dependent.values().map(named));
        let states = if self.asks_for_states() { self.states() } else { Vec::new() };
        let entered = states.into_iter().filter_map(|state| state.endpoint);
        strata.chain(changing).chain(entered).collect()
    }

    /// The landmarks at which the status is taken, in days, in order and each once.
    pub fn landmarks(&self) -> Vec<i32> {
        let days = self.file.response.landmarks.iter();
        let mut days: Vec<i32> = days.filter_map(|day| i32::try_from(*day.get_ref()).ok()).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Reads the rules that the study names, beside those that ship.
    pub(super) fn read_rules(&self) -> Result<ResponseRules, StudyError> {
        let spec = &self.file.response;
        let mut book = ResponseRules::shipped().map_err(|fault| self.refuse(None, fault.message, None))?;
        for (name, rule) in &spec.rules {
            let disorder = Disorder::named(name).ok_or_else(|| {
                let names = Disorder::ALL.map(Disorder::name).join(", ");
                self.refuse(
                    Some(rule),
                    format!("there is no disorder {name}"),
                    Some(format!("disorders are {names}")),
                )
            })?;
            let (read, own) = self.read_rule(rule)?;
            book.set(disorder, read, own.as_deref());
        }
        if let Some(days) = &spec.ivig_window {
            book.mask_immunoglobulin(self.days(days)?);
        }
        for day in &spec.landmarks {
            self.days(day)?;
        }
        for (disorder, rule) in book.all() {
            let lineages = book.lineages(disorder);
            if lineages.is_empty()
                || rule.lineage_names().iter().any(|one| lineages.iter().all(|(known, _)| known != one))
            {
                let place = spec.rules.get(disorder.name());
                let message = format!(
                    "the rule {} judges by the rules of disorders that have none with clauses",
                    rule.name
                );
                return Err(self.refuse(
                    place,
                    message,
                    Some("give each of its lineages a rule with [[clause]]".to_owned()),
                ));
            }
        }
        Ok(book)
    }

    fn read_rule(&self, name: &Placed) -> Result<(Rule, Option<String>), StudyError> {
        if let Some(text) = shipped_text(name.get_ref()) {
            return Rule::read(text)
                .map(|rule| (rule, None))
                .map_err(|fault| self.refuse(Some(name), fault.message, None));
        }
        let own = Path::new(name.get_ref()).extension().is_some_and(|extension| extension == "toml");
        if !own {
            let names: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
            let help =
                format!("rules that ship are {}; a file of your own ends with .toml", names.join(", "));
            return Err(self.refuse(Some(name), format!("there is no rule {}", name.get_ref()), Some(help)));
        }
        let (path, text) = self.own_rules(name)?;
        match Rule::read(&text) {
            Ok(rule) if shipped_text(&rule.name).is_some_and(|shipped| shipped != text) => {
                let message = format!("{} is the name of a rule that ships, and this is another", rule.name);
                let help = format!("give the rule in {} a name of its own", name.get_ref());
                Err(self.refuse(Some(name), message, Some(help)))
            }
            Ok(rule) => Ok((rule, Some(text))),
            Err(RuleFault { message, span }) => Err(StudyError::at(&path, &text, span, message, None)),
        }
    }

    fn days(&self, days: &toml::Spanned<i64>) -> Result<i32, StudyError> {
        let value = *days.get_ref();
        i32::try_from(value).ok().filter(|_| (0..=LONGEST).contains(&value)).ok_or_else(|| {
            let message = format!("{value} is no number of days from 0 to {LONGEST}");
            StudyError::at(&self.path, &self.text, Some(days.span()), message, None)
        })
    }

    fn refuse(&self, place: Option<&Placed>, message: String, help: Option<String>) -> StudyError {
        StudyError::at(&self.path, &self.text, place.map(toml::Spanned::span), message, help)
    }
}
