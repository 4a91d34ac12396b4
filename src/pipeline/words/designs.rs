//! The words of the designs of a study: what is assumed.

use crate::present::DesignText;
use crate::study::Study;
use crate::study::design::DesignKey;
use crate::study::file::{DesignKind, DesignSpec};

/// The designs, in the order of the study.
pub(super) fn designs(study: &Study) -> Vec<DesignText> {
    let text = |spec: &DesignSpec| {
        let about = spec.endpoint.as_ref().and_then(|name| study.endpoint(name.get_ref()));
        let named = match spec.kind() {
            DesignKind::Logrank => "Log-rank test",
            DesignKind::Proportion => "Exact test of a proportion",
            DesignKind::Gray => "Gray’s test",
            DesignKind::Events => "Expected events",
        };
        let own = about.map_or_else(|| named.to_owned(), |endpoint| format!("{named}: {}", endpoint.label));
        DesignText {
            id: spec.id(),
            label: spec.label.clone().unwrap_or(own),
            unit: spec.time_unit.name().to_owned(),
            assumptions: spec.keys().iter().map(|key| assumption(key, spec.time_unit.name())).collect(),
        }
    };
    study.file.design.iter().map(text).collect()
}

/// What is assumed, and its value with its unit.
fn assumption(key: &DesignKey, unit: &str) -> (String, String) {
    let one = unit.strip_suffix('s').unwrap_or(unit);
    let (name, value) = match key.name {
        "hr" => ("Hazard ratio, experimental over control", key.value.clone()),
        "shr" => ("Subdistribution hazard ratio, experimental over control", key.value.clone()),
        "null" => ("Share under the null hypothesis", key.value.clone()),
        "alternative" => ("Share under the alternative", key.value.clone()),
        "hazard_control" => ("Hazard of the event, control arm", format!("{} a {one}", key.value)),
        "median_control" => ("Median survival, control arm", format!("{} {unit}", key.value)),
        "survival_control" => ("Survival, control arm", key.value.clone()),
        "at" => ("Time of that probability", format!("{} {unit}", key.value)),
        "dropout" => ("Hazard of loss to follow-up", format!("{} a {one}", key.value)),
        "cif_control" => ("Cumulative incidence, control arm", key.value.clone()),
        "cif_experimental" => ("Cumulative incidence, experimental arm", key.value.clone()),
        "competing_control" => ("Cumulative incidence of what competes, control arm", key.value.clone()),
        "accrual" => ("Patients enter over", format!("{} {unit}", key.value)),
        "followup" => ("Follow-up after the last entry", format!("{} {unit}", key.value)),
        "rates" => ("Patients enter, until and so many", key.value.replace(',', ", ")),
        "allocation" => ("Patients in the experimental arm for one in the control arm", key.value.clone()),
        "alpha" => ("Level of the test", key.value.clone()),
        "sides" => ("Sides of the test", key.value.clone()),
        "power" => ("Power", key.value.clone()),
        "n" => ("Patients", key.value.clone()),
        "events" => ("Events", key.value.clone()),
        "max_n" => ("Patients at most", key.value.clone()),
        "until" => ("Shown until", format!("{} {unit}", key.value)),
        "every" => ("Step between the times", format!("{} {unit}", key.value)),
        "target" => ("Numbers of events whose time is wanted", key.value.replace(',', ", ")),
        "formula" => ("Events by", key.value.clone()),
        other => (other, key.value.clone()),
    };
    (name.to_owned(), value)
}
