//! What the report says besides numbers: names, labels and definitions from the study.

use std::collections::BTreeMap;

use super::time::DAYS_PER_YEAR;
use crate::analysis::{EVALUABLE, TREATED, evaluable_of};

/// The words of a report, filled in from the study.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReportText {
    /// Short identifier of the study.
    pub id: String,
    /// Title of the report.
    pub title: String,
    /// Date of the data cut, as shown.
    pub cutoff: String,
    /// Where the data come from.
    pub source: Option<String>,
    /// Licence of the data.
    pub licence: Option<String>,
    /// What was decided about the data.
    pub decisions: Vec<String>,
    /// How persons are protected: what was screened, what was let in and why; a sentence each.
    pub protection: Vec<String>,
    /// The named set of conventions, e.g. `engraft`.
    pub convention: String,
    /// Version of the program.
    pub version: String,
    /// The endpoints, in the order in which they are reported.
    pub endpoints: Vec<EndpointText>,
    /// The grouping variables.
    pub strata: Vec<StratumText>,
    /// Baseline variable -> its name for people.
    pub variables: BTreeMap<String, String>,
    /// The populations of the study, all treated first.
    pub populations: Vec<PopulationText>,
    /// The sets of definitions and rules that were used, each with its version.
    pub rule_sets: Vec<String>,
    /// How the times of the study are written.
    pub times: Vec<TimeText>,
    /// The states that patients go through, where the study asks for them.
    pub states: Vec<StateText>,
    /// The analyses of them.
    pub courses: Vec<CourseText>,
    /// The sizes of studies to come, and the events to expect.
    pub designs: Vec<DesignText>,
    /// The response rules of the study.
    pub response_rules: Vec<ResponseRuleText>,
    /// The consistency rules.
    pub quality: QualityText,
    /// What is hidden, where the report is for everybody.
    pub release: Option<ReleaseText>,
}

/// The words of a response rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResponseRuleText {
    /// The disorder, as in the results.
    pub disorder: String,
    /// Its name and version.
    pub name: String,
    /// What it is.
    pub title: String,
    /// Its statuses, the best first.
    pub statuses: Vec<RuleStatusText>,
    /// What confirms a status.
    pub confirmation: String,
    /// Values that are not used.
    pub masks: String,
    /// Treatments that are failure.
    pub rescue: String,
    /// Window of a landmark, sustained response.
    pub landmark: String,
    /// Lower limits of normal; empty where it has none.
    pub limits: String,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// A status of a response rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleStatusText {
    /// The status.
    pub status: String,
    /// What has to hold.
    pub criterion: String,
    /// What ends it; empty where nothing does.
    pub loss: String,
}

/// The words of the section on data quality.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QualityText {
    /// The rules.
    pub rules: Vec<RuleText>,
    /// What the study changes about them and why, a sentence each.
    pub changes: Vec<String>,
    /// Path of the list of queries; none where it is no part of the report.
    pub queries: Option<String>,
    /// Whether a limit was crossed, where the report may tell nothing else of the findings.
    pub gate: Option<Gate>,
}

/// What became of the limits that a study sets for findings on its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// All were kept.
    Kept,
    /// One at least was crossed.
    Crossed,
}

/// A consistency rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleText {
    /// Its name in the results.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// What a report for everybody hides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReleaseText {
    /// Numbers of 1 to this many patients are hidden.
    pub threshold: u64,
    /// A curve ends where fewer are at risk.
    pub min_at_risk: u64,
}

/// How an endpoint is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EndpointKind {
    /// One event, nothing competes.
    #[default]
    Survival,
    /// Events that compete.
    Competing,
    /// Events that recur until a terminal one.
    Recurrent,
    /// A status without a time.
    Proportion,
}

/// The words of an endpoint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EndpointText {
    /// Its name in the study and in the results.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// How it is analysed.
    pub kind: EndpointKind,
    /// Its events, that of interest first; the levels of a proportion.
    pub causes: Vec<String>,
    /// Its definition, for footnotes.
    pub definition: String,
    /// The same, part by part.
    pub details: DefinitionText,
    /// Whom it is estimated in.
    pub population: PopulationText,
    /// The last day on its charts, where the study says so.
    pub horizon: Option<f64>,
}

/// The definition of an endpoint, part by part. What is not said is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DefinitionText {
    /// What counts.
    pub event: String,
    /// What time counts from, where that is not transplant.
    pub origin: String,
    /// What competes.
    pub competing: String,
    /// The last day that counts.
    pub window: String,
    /// What a second transplant is.
    pub second_transplant: String,
    /// Who it exists for.
    pub applies_to: String,
}

/// The words of a population.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PopulationText {
    /// Its name in the results; empty for all treated.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// Who belongs to it.
    pub definition: String,
}

/// A denominator of shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Denominator {
    /// The population of its rows.
    pub(super) name: String,
    /// Its name for people.
    pub(super) label: String,
}

/// The words of a grouping variable.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StratumText {
    /// Its name in the study and in the results.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// Its levels, in order.
    pub levels: Vec<String>,
}

/// An analysis of states.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CourseText {
    /// Its name in the results: `states`, `states@100`.
    pub name: String,
    /// The day from which on, and the state of everybody then.
    pub landmark: Option<(f64, Option<String>)>,
    /// The name for people of the frequency with which each patient counts.
    pub frequency: Option<String>,
}

impl CourseText {
    /// ` from day 100 on, of those engrafted then`; nothing without a landmark.
    pub(super) fn when_begun(&self) -> String {
        let begun = match &self.landmark {
            None => String::new(),
            Some((day, None)) => format!(" from day {day} on"),
            Some((day, Some(state))) => {
                format!(" from day {day} on, of those {} then", lowered(&spelled(state)))
            }
        };
        let counted = self.frequency.as_ref().map(|frequency| format!(", counted by {frequency}"));
        begun + &counted.unwrap_or_default()
    }
}

/// The words of a design of a study to come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DesignText {
    /// Its name in the results: `design:primary`.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// The unit of its times.
    pub unit: String,
    /// What is assumed, and its value.
    pub assumptions: Vec<(String, String)>,
}

/// The words of a state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StateText {
    /// Its name in the study and in the results.
    pub name: String,
    /// What leads into it, for footnotes; empty for the first.
    pub way_in: String,
    /// Whether its probability is drawn by group.
    pub charted: bool,
}

/// How a time is written in the study.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimeText {
    /// Days after transplant.
    pub days: f64,
    /// As written, e.g. `d100` or `1 y`.
    pub label: String,
}

/// Causes whose names in the results do not read well.
const CAUSES: &[(&str, &str)] = &[
    ("agvhd", "Acute GVHD"),
    ("cgvhd", "Chronic GVHD"),
    ("no_engraftment", "No neutrophil recovery"),
    ("rescue", "New treatment"),
    ("cmv", "CMV reactivation"),
    ("ebv", "EBV reactivation"),
    ("nrm", "Non-relapse mortality"),
    ("second_hsct", "Second transplant"),
    ("sos", "Sinusoidal obstruction syndrome"),
    ("CR", "Complete response (CR)"),
    ("CR unconfirmed", "CR unconfirmed"),
    ("R", "Response (R)"),
    ("CR or R", "CR or R"),
    ("NR", "No response"),
    ("yes", "Yes"),
];

impl ReportText {
    /// The name for people of a variable: that of a stratum, of a baseline variable, or its own.
    pub fn variable(&self, name: &str) -> String {
        let stratum = self.strata.iter().find(|stratum| stratum.name == name).map(|stratum| &stratum.label);
        let label = stratum.or_else(|| self.variables.get(name)).filter(|label| !label.is_empty());
        label.cloned().unwrap_or_else(|| spelled(name))
    }

    /// The name for people of a comparison, e.g. `disorder and conditioning`.
    pub fn comparison(&self, by: &str) -> String {
        let names: Vec<String> = by.split(',').map(|name| lowered(&self.variable(name.trim()))).collect();
        names.join(" and ")
    }

    /// Which study this is and until when, for the foot of whatever stands alone.
    pub fn stamp(&self) -> String {
        format!("Study {}. Data cut-off {}. engraft {}.", self.id, self.cutoff, self.version)
    }

    /// How a time stands in a heading: `Day 100`, `1 year`.
    pub fn time_heading(&self, days: f64) -> String {
        let written = self.times.iter().find(|time| (time.days - days).abs() < 0.5);
        written.and_then(|time| heading_of(&time.label)).unwrap_or_else(|| heading_of_days(days))
    }
}

impl EndpointText {
    /// The name for people of one of the causes: that of interest is called as the endpoint is.
    pub fn cause(&self, cause: &str) -> String {
        if self.kind == EndpointKind::Competing && self.causes.first().is_some_and(|first| first == cause) {
            return self.label.clone();
        }
        cause_label(cause)
    }

    /// The denominators of its shares: the population, and whoever of it can be judged.
    pub(super) fn denominators(&self) -> Vec<Denominator> {
        let denominator = |name: &str, label: String| Denominator { name: name.to_owned(), label };
        let (name, label) = (self.population.name.as_str(), self.population_label());
        match name {
            "" | TREATED => {
                vec![denominator(TREATED, label), denominator(&evaluable_of(TREATED), "Evaluable".to_owned())]
            }
            EVALUABLE => vec![denominator(EVALUABLE, label)],
            other => vec![
                denominator(other, label.clone()),
                denominator(&evaluable_of(other), format!("{label}, evaluable")),
            ],
        }
    }

    /// The name for people of the population.
    pub(super) fn population_label(&self) -> String {
        let label = &self.population.label;
        if label.is_empty() { "All treated".to_owned() } else { label.clone() }
    }

    /// A heading with the population that it is about: `Overall survival by group (all treated)`.
    pub(super) fn of_population(&self, title: &str) -> String {
        format!("{title} ({})", lowered(&self.population_label()))
    }

    /// Its name where it stands beside others: with the population, where that is not all treated.
    pub(super) fn heading(&self) -> String {
        match self.population.name.as_str() {
            "" | TREATED => self.label.clone(),
            _ => self.of_population(&self.label),
        }
    }

    /// What time counts from, for an axis: `after transplant`.
    pub(super) fn since(&self) -> String {
        let origin = self.details.origin.split(',').next().unwrap_or_default();
        format!("after {}", if origin.is_empty() { "transplant" } else { origin })
    }

    /// The cause of interest.
    pub fn interest(&self) -> Option<&str> {
        self.causes.first().map(String::as_str)
    }
}

/// A heading of what is about all treated, or says itself where it is not.
pub(super) fn of_treated(title: &str) -> String {
    EndpointText::default().of_population(title)
}

/// The name for people of something that happens to patients.
pub(super) fn cause_label(cause: &str) -> String {
    let known = CAUSES.iter().find(|(name, _)| *name == cause);
    known.map_or_else(|| spelled(cause), |(_, label)| (*label).to_owned())
}

/// A name from a file as words: `graft_failure` is `Graft failure`.
pub(super) fn spelled(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A label inside a sentence: its first letter is small unless it begins an abbreviation.
pub(super) fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    let Some(first) = letters.next() else { return String::new() };
    let second = letters.clone().next();
    if second.is_none_or(|letter| letter.is_lowercase() || letter == ' ') {
        return first.to_lowercase().chain(letters).collect();
    }
    label.to_owned()
}

fn heading_of(label: &str) -> Option<String> {
    let label = label.trim();
    if let Some(days) = label.strip_prefix('d') {
        return Some(format!("Day {}", days.trim()));
    }
    let (count, unit) = match (label.strip_suffix("mo"), label.strip_suffix('y')) {
        (Some(count), _) => (count.trim(), "month"),
        (None, Some(count)) => (count.trim(), "year"),
        (None, None) => return (!label.is_empty()).then(|| label.to_owned()),
    };
    Some(format!("{count} {unit}{}", if count == "1" { "" } else { "s" }))
}

fn heading_of_days(days: f64) -> String {
    let years = (days / DAYS_PER_YEAR).round();
    if years >= 1.0 && ((years * DAYS_PER_YEAR).floor() - days).abs() < 0.5 {
        return format!("{years} year{}", if years > 1.0 { "s" } else { "" });
    }
    format!("Day {days}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_out() {
        let text = ReportText {
            times: vec![TimeText { days: 182.0, label: "6 mo".to_owned() }],
            ..ReportText::default()
        };
        assert_eq!(text.time_heading(182.0), "6 months");
        assert_eq!(text.time_heading(100.0), "Day 100");
        assert_eq!(text.time_heading(365.0), "1 year");
        assert_eq!(text.time_heading(1826.0), "5 years");
    }

    #[test]
    fn names_become_words() {
        assert_eq!(spelled("graft_failure"), "Graft failure");
        assert_eq!(lowered("Disorder"), "disorder");
        assert_eq!(lowered("HCT-CI"), "HCT-CI");
        assert_eq!(spelled(""), "");
    }

    #[test]
    fn the_cause_of_interest_is_called_as_its_endpoint() {
        let endpoint = EndpointText {
            label: "Viral infection".to_owned(),
            kind: EndpointKind::Competing,
            causes: vec!["infection".to_owned(), "second_hsct".to_owned()],
            ..EndpointText::default()
        };
        assert_eq!(endpoint.cause("infection"), "Viral infection");
        assert_eq!(endpoint.cause("second_hsct"), "Second transplant");
    }
}
