//! The words of the section on data quality.

use crate::analysis::disclosure::Policy;
use crate::pipeline::analyze::QUERIES;
use crate::present::{QualityText, RuleText};
use crate::study::Study;
use crate::study::quality::Rule;

/// What the rules of a study say, and what the study changes about them.
pub(super) fn quality(study: &Study) -> QualityText {
    let rules = &study.rules.rules;
    QualityText {
        rules: rules.iter().map(|rule| RuleText { id: rule.id.clone(), text: rule.text.clone() }).collect(),
        changes: rules.iter().filter_map(change).chain(ranges(study)).collect(),
        // The list names subjects: in a release there is none.
        queries: Policy::of(study).is_none().then(|| QUERIES.to_owned()),
        gate: None,
    }
}

/// The ranges of laboratory values that the study gives.
fn ranges(study: &Study) -> impl Iterator<Item = String> {
    study.file.quality.ranges.iter().filter_map(|(test, change)| {
        let change = change.get_ref();
        let range = study.rules.laboratory.iter().find(|range| {
            range.test == *test && change.unit.as_ref().is_none_or(|unit| *unit == range.unit)
        })?;
        let reason = change.reason.trim().trim_end_matches('.');
        Some(format!("{test} can be {} to {} {}: {reason}.", range.low, range.high, range.unit))
    })
}

fn change(rule: &Rule) -> Option<String> {
    let reason = rule.reason.as_deref().unwrap_or_default();
    let reason = reason.trim().trim_end_matches('.');
    let (id, shipped) = (&rule.id, rule.shipped.name());
    match rule.severity {
        None => Some(format!("{id} ({shipped}) is not checked: {reason}.")),
        Some(severity) if severity != rule.shipped => {
            Some(format!("{id} is of severity {} in place of {shipped}: {reason}.", severity.name()))
        }
        Some(_) => None,
    }
}
