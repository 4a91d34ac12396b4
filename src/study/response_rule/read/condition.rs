//! A condition of a clause.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{RuleFault, Text, classes, known, status, test};
use crate::domain::LabTest;
use crate::study::response_rule::{Bound, Condition, FromBaseline, Limited, Unknown};

/// A condition as it is written: a test and what is asked of it, or something else alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCondition {
    test: Option<Text>,
    at_least: Option<Spanned<f64>>,
    above: Option<Spanned<f64>>,
    below: Option<Spanned<f64>>,
    times_baseline: Option<Spanned<f64>>,
    rise: Option<Spanned<f64>>,
    fall: Option<Spanned<f64>>,
    peak: Option<Text>,
    within: Option<Text>,
    outside: Option<Text>,
    without: Option<Spanned<Vec<Text>>>,
    given: Option<Spanned<Vec<Text>>>,
    days: Option<i32>,
    no_event: Option<Text>,
    event: Option<Text>,
    unknown: Option<Text>,
    worse_than: Option<Text>,
    any: Option<Spanned<Vec<RawCondition>>>,
}

impl RawCondition {
    /// The bytes of its first word.
    pub(super) fn span(&self) -> Range<usize> {
        let texts = [&self.test, &self.no_event, &self.event, &self.worse_than];
        let lists = [&self.without, &self.given];
        let first = texts.into_iter().flatten().map(Spanned::span).next();
        let first = first.or_else(|| lists.into_iter().flatten().map(Spanned::span).next());
        first.or_else(|| self.any.as_ref().map(Spanned::span)).unwrap_or_default()
    }

    /// The condition.
    pub(super) fn read(&self) -> Result<Condition, RuleFault> {
        let mut found = match &self.test {
            Some(name) => self.of_test(test(name)?)?,
            None => Vec::new(),
        };
        let given = [(&self.without, Condition::Without as fn(_, _) -> _), (&self.given, Condition::Given)];
        for (list, condition) in given {
            if let Some(list) = list {
                let days = self.days.ok_or_else(|| self.fault("add days = ..."))?;
                found.push(condition(classes(list.get_ref())?, days));
            }
        }
        if let Some(event) = &self.no_event {
            bleed(event)?;
            found.push(Condition::NoBleed(self.unknown()?));
        }
        if let Some(event) = &self.event {
            bleed(event)?;
            found.push(Condition::Bleed);
        }
        if let Some(than) = &self.worse_than {
            found.push(Condition::WorseThan(status(than)?));
        }
        if let Some(any) = &self.any {
            if any.get_ref().is_empty() {
                return Err(self.fault("any needs a condition"));
            }
            found.push(Condition::Any(any.get_ref().iter().map(Self::read).collect::<Result<_, _>>()?));
        }
        match found.pop() {
            Some(condition) if found.is_empty() => Ok(condition),
            Some(_) => Err(self.fault("a condition says one thing; write two")),
            None => Err(self.fault("a condition says something: test = ... with at_least, above, below, times_baseline, rise, fall, peak, within or outside; without or given; event or no_event; worse_than; any")),
        }
    }

    fn of_test(&self, test: LabTest) -> Result<Vec<Condition>, RuleFault> {
        let numbers =
            [&self.at_least, &self.above, &self.below, &self.times_baseline, &self.rise, &self.fall];
        if let Some(bad) = numbers.into_iter().flatten().find(|number| !number.get_ref().is_finite()) {
            return Err(RuleFault::at(bad.span(), "a limit is a finite number".to_owned()));
        }
        let number = |value: &Spanned<f64>| *value.get_ref();
        let mut found = Vec::new();
        let bounds =
            [(&self.at_least, Bound::AtLeast), (&self.above, Bound::Above), (&self.below, Bound::Below)];
        for (value, bound) in bounds {
            found.extend(value.as_ref().map(|value| Condition::Count(test, bound, number(value))));
        }
        for (value, how) in [(&self.times_baseline, FromBaseline::Times), (&self.rise, FromBaseline::Rise)] {
            found.extend(value.as_ref().map(|value| Condition::Baseline(test, how, number(value))));
        }
        found.extend(self.fall.as_ref().map(|fall| Condition::Fall(test, number(fall))));
        if let Some(peak) = &self.peak {
            known(peak, "peak", |text| (text == "normal").then_some(()), &["normal"])?;
            found.push(Condition::PeakNormal(test));
        }
        if let Some(side) = &self.within {
            found.push(Condition::Within(test, limited(side)?));
        }
        if let Some(side) = &self.outside {
            found.push(Condition::Outside(test, limited(side)?));
        }
        Ok(found)
    }

    fn unknown(&self) -> Result<Unknown, RuleFault> {
        let parse = |text: &str| match text {
            "met" => Some(Unknown::Met),
            "undecided" => Some(Unknown::Undecided),
            _ => None,
        };
        let names = ["met", "undecided"];
        self.unknown.as_ref().map_or(Ok(Unknown::Undecided), |text| known(text, "unknown", parse, &names))
    }

    fn fault(&self, message: &str) -> RuleFault {
        RuleFault::at(self.span(), message.to_owned())
    }
}

fn bleed(event: &Text) -> Result<(), RuleFault> {
    known(event, "event", |text| (text == "BLEED").then_some(()), &["BLEED"])
}

fn limited(text: &Text) -> Result<Limited, RuleFault> {
    let parse = |text: &str| match text {
        "lower" => Some(Limited::Lower),
        "upper" => Some(Limited::Upper),
        _ => None,
    };
    known(text, "limit", parse, &["lower", "upper"])
}
