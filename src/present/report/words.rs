//! What is said about an endpoint around its figures and tables.

use crate::analysis::ard::Row;
use crate::present::methods::sentences;
use crate::present::results::{Block, Key, count};
use crate::present::slug::slug;
use crate::present::text::{EndpointKind, EndpointText, ReportText, cause_label, lowered};

/// `os`, or `os-by-disorder`.
pub(super) fn file_name(endpoint: &EndpointText, by: Option<&str>) -> String {
    by.map_or_else(|| slug(&endpoint.name), |by| format!("{}-by-{}", slug(&endpoint.name), slug(by)))
}

/// Who the endpoint is about: analysed, not applicable, never below, not evaluable.
///
/// A status counts those who cannot be evaluated among its patients; an endpoint with a time has no time for them.
pub(super) fn bookkeeping(block: &Block<'_>, kind: EndpointKind) -> Option<String> {
    let key = Key { analysis: "endpoint", ..Key::default() };
    let number = |stat| block.value(stat, key).map_or(0, count);
    let patients = block.value("n", key).map(count)?;
    let mut parts = vec![format!("{patients} patient{}", if patients == 1 { "" } else { "s" })];
    let mut of_these = String::new();
    for (stat, words) in [
        ("n_not_applicable", "to whom it does not apply"),
        ("n_never_below", "who never fell below the threshold"),
        ("n_not_evaluable", "who could not be evaluated"),
        ("n_excluded", "who have no weight"),
        ("n_excluded_landmark", "who had the event, or were followed no longer, by the landmark"),
    ] {
        let hidden = block.row(stat, key).is_some_and(Row::is_suppressed);
        let how_many = match number(stat) {
            _ if hidden => "a hidden number".to_owned(),
            0 => continue,
            number => number.to_string(),
        };
        if kind == EndpointKind::Proportion && stat == "n_not_evaluable" {
            of_these = format!(", {how_many} of whom could not be evaluated");
        } else {
            parts.push(format!("{how_many} {words}"));
        }
    }
    let (first, rest) = parts.split_first()?;
    let first = format!("{first}{of_these}");
    let who =
        if rest.is_empty() { format!("{first}.") } else { format!("{first}; besides, {}.", rest.join(", ")) };
    let events = block.only(|row| &*row.analysis == "endpoint" && &*row.stat == "events");
    let told = events.rows().iter().filter_map(|row| {
        let (value, name) = (row.value?, row.term.as_deref()?);
        (value > 0.0).then(|| format!("{} {}", lowered(&cause_label(name)), count(value)))
    });
    let told: Vec<String> = told.collect();
    Some(if told.is_empty() { who } else { format!("{who} What came first: {}.", told.join(", ")) })
}

/// What stands under the tables of an endpoint: definition, method, convention.
pub(super) fn notes(block: &Block<'_>, endpoint: &EndpointText, text: &ReportText) -> Vec<String> {
    let mut notes = Vec::new();
    if !endpoint.definition.is_empty() {
        notes.push(format!("Definition: {}.", endpoint.definition.trim_end_matches('.')));
    }
    let population = endpoint.population_label();
    let who = Some(&endpoint.population.definition).filter(|text| !text.is_empty());
    notes.push(match who {
        Some(who) => format!("Population: {}, {who}.", lowered(&population)),
        None => format!("Population: {}.", lowered(&population)),
    });
    let methods = sentences(&block.only(|row| &*row.analysis != "endpoint"));
    notes.extend(methods.iter().map(|method| format!("Method: {method}.")));
    if !methods.iter().any(|method| method.contains("convention")) {
        notes.push(format!("Convention: {}.", text.convention));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::fixture::bare_row;
    use crate::present::results::{Part, Results};

    #[test]
    fn who_cannot_be_evaluated_is_among_the_patients_of_a_status_alone() {
        let row = |stat: &str, value: f64| Row {
            endpoint: Some("e".into()),
            ..bare_row(("e", "endpoint"), stat, Some(value))
        };
        let rows = [row("n", 590.0), row("n_not_applicable", 11.0), row("n_not_evaluable", 2.0)];
        let results = Results::new(&rows);
        let said = |kind| bookkeeping(&results.block("e", None, Part::Asked), kind).unwrap_or_default();
        assert_eq!(
            said(EndpointKind::Proportion),
            "590 patients, 2 of whom could not be evaluated; besides, 11 to whom it does not apply."
        );
        assert_eq!(
            said(EndpointKind::Survival),
            "590 patients; besides, 11 to whom it does not apply, 2 who could not be evaluated."
        );
    }
}
