//! Who an analysis is about, by name.

use super::Study;
use super::file::AnalysisSpec;

/// Everybody in the analysed cohort.
pub const TREATED: &str = "treated";
/// Whose endpoint can be judged.
pub const EVALUABLE: &str = "evaluable";
/// Everybody who received any of the treatment.
pub const SAFETY: &str = "safety";
/// Who was treated as the protocol asks.
pub const PER_PROTOCOL: &str = "per_protocol";
/// The column of the day of the first major deviation from the protocol.
pub const DEVIATION_DAY: &str = "deviation_day";
/// A second name of [`TREATED`].
const ALL_TREATED: &str = "all_treated";

/// A named part of the analysed cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// Its name, as in the results.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// Who belongs to it, in words.
    pub definition: String,
    /// Who belongs to it, of all treated; none for all.
    pub condition: Option<String>,
    /// The day on which it is known who belongs to it, where that is after day 0.
    pub known_at: Option<f64>,
}

impl Population {
    fn built_in(name: &str) -> Option<Self> {
        let (label, definition) = match name {
            TREATED => ("All treated", "everybody in the analysed cohort"),
            SAFETY => ("Safety", "everybody in the analysed cohort: all of them were treated"),
            EVALUABLE => ("Evaluable", "whose endpoint can be judged"),
            _ => return None,
        };
        Some(Self {
            name: name.to_owned(),
            label: label.to_owned(),
            definition: definition.to_owned(),
            condition: None,
            known_at: None,
        })
    }
}

impl Study {
    /// The population of this name: as the study defines it, or the built-in one.
    pub fn population(&self, name: &str) -> Option<Population> {
        let name = if name == ALL_TREATED { TREATED } else { name };
        let Some(spec) = self.file.populations.get(name) else {
            return if name == PER_PROTOCOL { self.per_protocol() } else { Population::built_in(name) };
        };
        let condition = spec.condition.get_ref();
        let known_at = spec.known_at.filter(|day| *day > 0.0);
        let known = known_at.map(|day| format!(", known on day {day}")).unwrap_or_default();
        let judged = if name == EVALUABLE { ", and whose endpoint can be judged" } else { "" };
        Some(Population {
            label: spec.label.clone().unwrap_or_else(|| spelled(name)),
            definition: format!("of all treated those with {condition}{known}{judged}"),
            condition: Some(condition.clone()),
            name: name.to_owned(),
            known_at,
        })
    }

    /// Who was treated as the protocol asks, where the study says what that is.
    fn per_protocol(&self) -> Option<Population> {
        let spec = self.file.protocol.as_ref()?;
        let received = spec.received.as_ref().map(|received| received.get_ref().as_str());
        let to = spec.deviations_to.as_ref().map(|day| *day.get_ref());
        let no_deviation = to.map(|to| format!("{DEVIATION_DAY} is null or {DEVIATION_DAY} > {to}"));
        let conditions = received.map(str::to_owned).into_iter().chain(no_deviation);
        let conditions: Vec<String> = conditions.map(|condition| format!("({condition})")).collect();
        let words = received.map(|received| format!("treatment as planned ({received})"));
        let words = words.into_iter().chain(to.map(|to| format!("no major deviation up to day {to}")));
        Some(Population {
            name: PER_PROTOCOL.to_owned(),
            label: spelled(PER_PROTOCOL),
            definition: format!("of all treated those with {}", words.collect::<Vec<_>>().join(" and ")),
            condition: Some(conditions.join(" and ")),
            known_at: to.filter(|to| *to > 0).map(|to| to as f64),
        })
    }

    /// All treated, the evaluable, and the other populations that the study defines or analyses.
    pub fn populations(&self) -> Vec<Population> {
        let mut names = vec![TREATED.to_owned(), EVALUABLE.to_owned()];
        let asked = self.file.analysis.iter().map(AnalysisSpec::population);
        let per_protocol = self.file.protocol.is_some().then(|| PER_PROTOCOL.to_owned());
        for name in asked.chain(self.file.populations.keys().cloned()).chain(per_protocol) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.iter().filter_map(|name| self.population(name)).collect()
    }
}

impl AnalysisSpec {
    /// The name of the population that it is about.
    pub fn population(&self) -> String {
        match self.population.as_ref().map(|name| name.get_ref().as_str()) {
            None | Some(ALL_TREATED) => TREATED.to_owned(),
            Some(name) => name.to_owned(),
        }
    }

    /// How the analysis of an endpoint is called: `os`; `os@100` from a landmark on; `os~weight` under weights;
    /// `os/safety` in a population other than all treated.
    pub fn name_of(&self, endpoint: &str) -> String {
        let from = self.landmark().map(|landmark| format!("@{}", landmark.days)).unwrap_or_default();
        let weight = self.any_weight();
        let under = weight.map(|weight| format!("~{weight}")).unwrap_or_default();
        let population = self.population();
        let of = if population == TREATED { String::new() } else { format!("/{population}") };
        format!("{endpoint}{from}{under}{of}")
    }

    /// How an analysis of states is called: `states`; `states@100` from a landmark on; `states@100=relapsed` of those in
    /// that state then.
    pub fn name_of_states(&self) -> String {
        let state = self.landmark_state.as_ref().map(|state| format!("={}", state.get_ref()));
        format!("{}{}", self.name_of("states"), state.unwrap_or_default())
    }
}

/// `per_protocol` as words.
fn spelled(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), letters.as_str().replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn analyses_are_named_by_landmark_and_population() {
        let name = |text: &str| toml::from_str::<AnalysisSpec>(text).unwrap().name_of("os");
        assert_eq!(name("endpoint = 'os'"), "os");
        assert_eq!(name("endpoint = 'os'\npopulation = 'all_treated'"), "os");
        assert_eq!(
            name("endpoint = 'os'\nlandmark = 'd100'\npopulation = 'per_protocol'"),
            "os@100/per_protocol"
        );
        assert_eq!(name("endpoint = 'os'\nlandmark = 'd100'\nweight = 'n'"), "os@100~n");
        assert_eq!(spelled("per_protocol"), "Per protocol");
    }
}
