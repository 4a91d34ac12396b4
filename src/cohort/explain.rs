//! Why a subject has this response and these endpoints: values, rule, clause.
//!
//! The same code judges here as in the analysis of everybody, on the tables of one subject.

mod course;
mod endpoints;
mod values;

use serde::Serialize;

use super::canonical::one::One;
use super::error::CohortError;
use super::{CohortInput, canonical};
use crate::study::{ResponseRules, Rule};

/// What is known of a subject.
#[derive(Debug, Clone, PartialEq)]
pub enum Explained {
    /// The subject, explained.
    Known(Box<Explanation>),
    /// There is no such subject; how many have an identifier much like it.
    Unknown {
        /// So many.
        near: usize,
    },
}

/// Why a subject has this response and these endpoints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Who may read it.
    pub notice: &'static str,
    /// The subject.
    pub subject: String,
    /// Code of the disorder.
    pub disorder: String,
    /// Type of the first transplant.
    pub transplant: Option<String>,
    /// The step of the population that leaves the subject out.
    pub excluded_by: Option<String>,
    /// The rule of the disorder, then those of its lineages.
    pub rules: Vec<RuleUsed>,
    /// The first day that is rated, and why.
    pub rated_from: String,
    /// Values before treatment that later ones are held against.
    pub baselines: Vec<BaselineUsed>,
    /// The laboratory values of the tests that the rules read, by test and day.
    pub values: Vec<ValueLine>,
    /// The status of each day, by lineage.
    pub days: Vec<DayLine>,
    /// What was decided, by day, and by which clauses.
    pub decisions: Vec<Decision>,
    /// The endpoints of the study.
    pub endpoints: Vec<EndpointLine>,
}

/// What stands before every explanation.
pub const NOTICE: &str = "INTERNAL: data of one subject, not for release";

/// A rule that was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleUsed {
    /// The disorder whose rule it is.
    pub disorder: &'static str,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is.
    pub title: String,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// A value before treatment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BaselineUsed {
    /// The test.
    pub test: &'static str,
    /// Its day.
    pub day: i32,
    /// The value in the canonical unit.
    pub value: f64,
}

/// A laboratory value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValueLine {
    /// The test.
    pub test: &'static str,
    /// Its day.
    pub day: i32,
    /// As delivered.
    pub value: f64,
    /// Whether that is a limit of detection, and the value lies below it.
    pub below_lod: bool,
    /// Its unit, as delivered.
    pub unit: String,
    /// In the canonical unit.
    pub canonical: f64,
    /// Whether it counts, else why not.
    pub used: String,
}

/// The status of a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayLine {
    /// The disorder of the rule.
    pub lineage: &'static str,
    /// The day.
    pub day: i32,
    /// The status; none where it cannot be told.
    pub status: Option<&'static str>,
    /// The clause that decided, or that could not be decided.
    pub clause: String,
    /// The conditions, whether each holds, and the values that say so.
    pub because: Vec<String>,
}

/// Something that was decided.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    /// What: `response`, `loss of complete response`, `status on day 100`.
    pub what: String,
    /// Since when, or the day of the value; none where nothing could be decided.
    pub day: Option<i32>,
    /// The day of the value that confirms it.
    pub confirmed: Option<i32>,
    /// The clause.
    pub clause: Option<String>,
    /// Why.
    pub because: Vec<String>,
}

/// An endpoint of the subject.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EndpointLine {
    /// The endpoint.
    pub endpoint: String,
    /// The endpoint from whose event it counts, where that is not transplant.
    pub from: Option<&'static str>,
    /// Entry, days.
    pub entry: Option<i64>,
    /// Exit, days.
    pub exit: Option<i64>,
    /// The cause, `censored`, the status, or why there is none.
    pub outcome: String,
    /// Where the day came from.
    pub source: Option<String>,
}

/// Explains a subject from the stored tables.
///
/// # Errors
/// [`CohortError`], as in deriving everybody; a registry extract cannot be explained.
pub fn explain(input: &CohortInput<'_>, subject: &str) -> Result<Explained, CohortError> {
    if input.study.is_wide() {
        return Err(CohortError::NotCanonical);
    }
    match canonical::one::find(input, subject)? {
        Err(near) => Ok(Explained::Unknown { near }),
        Ok(one) => Ok(Explained::Known(Box::new(explanation(input, &one)))),
    }
}

fn explanation(input: &CohortInput<'_>, one: &One) -> Explanation {
    let book: &ResponseRules = &input.study.response_rules;
    let chart = one.chart(input.study.file.response.bleeding);
    let judged = super::response::judge(&chart, book);
    let disorder = chart.subject.disorder;
    let own = book.of(disorder).into_iter().map(|rule| (disorder, rule));
    let lineages = book.of(disorder).map(Rule::lineage_names).unwrap_or_default();
    let lineages = lineages.iter().filter_map(|lineage| Some((*lineage, book.of(*lineage)?)));
    let rules = own.chain(lineages).map(|(disorder, rule)| RuleUsed {
        disorder: disorder.name(),
        name: rule.name.clone(),
        version: rule.version.clone(),
        title: rule.title.clone(),
        sources: rule.sources.clone(),
    });
    Explanation {
        notice: NOTICE,
        subject: one.id.clone(),
        disorder: one.disorder.clone(),
        transplant: one.transplant.clone(),
        excluded_by: one.excluded_by.clone(),
        rules: rules.collect(),
        rated_from: course::rated_from(judged.as_ref(), &chart),
        baselines: judged.as_ref().map(values::baselines).unwrap_or_default(),
        values: values::lines(one, judged.as_ref()),
        days: judged.as_ref().map(course::days).unwrap_or_default(),
        decisions: judged
            .as_ref()
            .map(|judged| course::decisions(judged, &one.landmarks))
            .unwrap_or_default(),
        endpoints: endpoints::lines(&one.endpoints),
    }
}
