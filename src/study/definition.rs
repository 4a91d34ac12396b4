//! The definition of an endpoint in words, made from the definition that it is derived by.

use super::endpoint::LANDMARK_STATUS;
use super::engraftment::EngraftmentRules;
use super::file::{AppliesTo, EndpointSpec, EventSpec, NeverBelow, OwnKind, SecondTransplant};
use super::milestone::Milestone;
use super::plan::{Part, PartEvent, Plan};

/// What an endpoint is, in words, part by part. What is not said is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Definition {
    /// What counts.
    pub event: String,
    /// From when time counts.
    pub origin: String,
    /// What competes.
    pub competing: String,
    /// The last day that counts.
    pub window: String,
    /// What a second transplant is.
    pub second_transplant: String,
    /// Who it exists for.
    pub applies_to: String,
    /// What is left out, and why.
    pub apart: String,
}

impl Definition {
    /// One sentence, without a full stop.
    pub fn sentence(&self) -> String {
        let prefixed = |prefix: &str, text: &str| {
            if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
        };
        let parts = [
            self.event.clone(),
            prefixed("time from ", &self.origin),
            prefixed("competing: ", &self.competing),
            prefixed("events to ", &self.window),
            prefixed("second transplant: ", &self.second_transplant),
            self.apart.clone(),
            self.applies_to.clone(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// The definition of an endpoint of canonical tables.
pub(super) fn of_plan(
    spec: &EndpointSpec,
    plan: &Plan,
    causes: &[String],
    recovery: &EngraftmentRules,
) -> Definition {
    if let Some(status) = &plan.status {
        let event = match status.as_str() {
            "best_response" => {
                "best confirmed response before rescue treatment, death or last contact".to_owned()
            }
            LANDMARK_STATUS => {
                "response by the value nearest to the day, in the window of its rule; none after death or rescue treatment"
                    .to_owned()
            }
            other => other.replace('_', " "),
        };
        return Definition { event, applies_to: applies_to(spec), ..Definition::default() };
    }
    let recurrent = spec.kind == Some(OwnKind::Recurrent);
    let competing = if recurrent { "until death".to_owned() } else { competing(plan, causes) };
    Definition {
        event: event(plan, recurrent, recovery),
        origin: plan
            .origin
            .map(|origin| format!("{}, among who reached it", origin.short()))
            .unwrap_or_default(),
        competing: if recurrent { String::new() } else { competing.clone() },
        window: plan.window.map(|day| format!("day {day}")).unwrap_or_default(),
        second_transplant: if recurrent { String::new() } else { second_transplant(plan).to_owned() },
        applies_to: applies_to(spec),
        apart: if recurrent { competing } else { apart(plan).to_owned() },
    }
}

fn event(plan: &Plan, recurrent: bool, recovery: &EngraftmentRules) -> String {
    let parts: Vec<&Part> = plan.interest().collect();
    match parts.as_slice() {
        [] => String::new(),
        [part] if recurrent => format!("every {}", row_words(part)),
        [part] => only(part, recovery),
        several => {
            let words: Vec<String> = several.iter().map(|part| one_of(part)).collect();
            format!("{}, whichever is first", joined(&words, "or"))
        }
    }
}

/// The event of an endpoint that has no other.
fn only(part: &Part, recovery: &EngraftmentRules) -> String {
    match &part.event {
        PartEvent::Milestone { milestone, by, cord_blood_by } => {
            let words = recovery.words(*milestone).unwrap_or_else(|| milestone.words().to_owned());
            words + &due(*milestone, *by, *cord_blood_by)
        }
        PartEvent::Rows { table, .. } if table == "followup" => row_words(part),
        PartEvent::Rows { .. } => format!("first {}", row_words(part)),
    }
}

/// One of several events.
fn one_of(part: &Part) -> String {
    let words = match &part.event {
        PartEvent::Milestone { milestone, by, cord_blood_by } => {
            format!("{}{}", milestone.short(), due(*milestone, *by, *cord_blood_by))
        }
        PartEvent::Rows { .. } => row_words(part),
    };
    match part.applies_to {
        AppliesTo::All => words,
        AppliesTo::Allogeneic => format!("{words} (allogeneic transplants)"),
        AppliesTo::Autologous => format!("{words} (autologous transplants)"),
    }
}

fn row_words(part: &Part) -> String {
    match &part.event {
        PartEvent::Rows { table, condition } if part.name == format!("{table}: {condition}") => {
            if table == "followup" {
                format!("death where {condition}")
            } else {
                format!("row of {table} where {condition}")
            }
        }
        _ => part.name.clone(),
    }
}

fn due(milestone: Milestone, by: i32, cord_blood_by: i32) -> String {
    match (milestone.is_due(), by == cord_blood_by) {
        (false, _) => String::new(),
        (true, true) => format!(" by day {by}"),
        (true, false) => format!(" by day {by} (cord blood: day {cord_blood_by})"),
    }
}

/// The competing events; a second transplant stands apart, and two events of one cause stand together.
fn competing(plan: &Plan, causes: &[String]) -> String {
    let mut words: Vec<String> = Vec::new();
    for cause in 2..=causes.len() {
        let of_cause = plan.parts.iter().filter(|part| usize::try_from(part.cause) == Ok(cause));
        let parts: Vec<String> = of_cause
            .filter(|part| part.milestone() != Some(Milestone::SecondTransplant))
            .map(one_of)
            .collect();
        if !parts.is_empty() {
            words.push(joined(&parts, "or"));
        }
    }
    words.join(", ")
}

fn second_transplant(plan: &Plan) -> &'static str {
    match plan.second_transplant {
        SecondTransplant::Event => "event",
        SecondTransplant::Compete => "competing",
        SecondTransplant::Censor => "censored",
        SecondTransplant::Ignore => "followed on",
    }
}

fn apart(plan: &Plan) -> &'static str {
    let recovery = plan.interest().any(|part| {
        matches!(part.milestone(), Some(Milestone::NeutrophilRecovery | Milestone::PlateletRecovery))
    });
    match (recovery, plan.never_below) {
        (false, _) => "",
        (true, NeverBelow::Apart) => "patients whose counts never fell are counted apart",
        (true, NeverBelow::Recovered) => "patients whose counts never fell have recovered on day 0",
    }
}

fn applies_to(spec: &EndpointSpec) -> String {
    let transplants = match spec.applies_to.unwrap_or_default() {
        AppliesTo::All => None,
        AppliesTo::Allogeneic => Some("allogeneic transplants only".to_owned()),
        AppliesTo::Autologous => Some("autologous transplants only".to_owned()),
    };
    let among = spec.among.as_ref().map(|among| format!("among patients with {}", among.get_ref()));
    transplants.into_iter().chain(among).collect::<Vec<_>>().join(", ")
}

/// `a, b or c`.
fn joined(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// The definition of an endpoint of a wide extract.
pub(super) fn of_extract(spec: &EndpointSpec, causes: &[String]) -> Definition {
    let mut parts = Vec::new();
    if let Some(outcome) = &spec.outcome {
        parts.push(format!("{} (not evaluable where unknown)", outcome.get_ref()));
    }
    if let Some(EventSpec::Codes(coded)) = &spec.event {
        let codes: Vec<String> =
            coded.codes.iter().map(|(code, cause)| format!("{code} = {cause}")).collect();
        parts.push(format!("event from {}: {}", coded.column.get_ref(), codes.join(", ")));
    }
    if let Some(EventSpec::Adtte(adtte)) = &spec.event {
        let codes: Vec<String> =
            adtte.codes.iter().map(|(code, cause)| format!("{code} = {cause}")).collect();
        parts.push(format!("{} of ADTTE, CNSR {}", adtte.paramcd.get_ref(), codes.join(", ")));
    }
    for cause in &spec.causes {
        parts.push(format!("{} at {} where {}", cause.cause, cause.time.get_ref(), cause.when.get_ref()));
    }
    if let Some(time) = &spec.time {
        parts.push(format!("time from {}", time.get_ref()));
    }
    if let Some(when) = &spec.when {
        parts.push(format!("counted where {}", when.get_ref()));
    }
    if let Some(never) = spec.never {
        parts.push(format!("{never} means never"));
    }
    Definition {
        event: parts.join("; "),
        competing: causes.get(1..).unwrap_or_default().join(", "),
        applies_to: applies_to(spec),
        ..Definition::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::endpoint;

    fn sentence(name: &str) -> String {
        let spec = endpoint::named(name).unwrap();
        let (plan, causes) = Plan::of(spec);
        of_plan(spec, &plan, &causes, &EngraftmentRules::built_in()).sentence()
    }

    #[test]
    fn definitions_read_well() {
        assert_eq!(sentence("os"), "death from any cause; second transplant: followed on");
        assert_eq!(
            sentence("efs"),
            "relapse, no response by day 180, graft failure (allogeneic transplants), new treatment of the disorder, \
             second transplant or death, whichever is first; second transplant: event"
        );
        assert_eq!(
            sentence("nrm"),
            "death not from the disease, without relapse before; competing: relapse or death from the disease; \
             second transplant: followed on"
        );
        assert_eq!(
            sentence("agvhd_2_4"),
            "first acute GVHD of grade II-IV; competing: death, relapse, graft failure; events to day 100; \
             second transplant: competing; allogeneic transplants only"
        );
        assert_eq!(
            sentence("primary_graft_failure"),
            "no neutrophil recovery by day 30 (cord blood: day 42) or second transplant, whichever is first; \
             competing: death; second transplant: event"
        );
    }
}
