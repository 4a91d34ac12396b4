//! Why a day has its status: each condition, whether it holds, and the values that say so.

use super::condition::{Moment, Truth, holds};
use super::view::View;
use crate::domain::LabTest;
use crate::study::response_rule::{Condition, Limited};

/// The conditions with what is known of them on a day: `PLT >= 30 x 10^9/L: yes (45)`.
pub(in crate::cohort) fn evidence_of(view: &View<'_>, day: i32, conditions: &[Condition]) -> Vec<String> {
    conditions.iter().map(|condition| one(view, day, condition)).collect()
}

fn one(view: &View<'_>, day: i32, condition: &Condition) -> String {
    let known = match holds(view, &Moment::on(day), condition) {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "not known",
    };
    let values = values(view, day, condition);
    let values = if values.is_empty() { String::new() } else { format!(" ({})", values.join(", ")) };
    format!("{condition}: {known}{values}")
}

/// The values that a condition reads.
fn values(view: &View<'_>, day: i32, condition: &Condition) -> Vec<String> {
    let value = |test: LabTest| {
        let Some(value) = view.value(test, day) else { return format!("no {}", test.code()) };
        let below = if value.below_lod { "below " } else { "" };
        let number = format!("{below}{}", shown(value.value));
        if value.day == day { number } else { format!("{number} on day {}", value.day) }
    };
    match condition {
        Condition::Count(test, ..) | Condition::Fall(test, _) | Condition::PeakNormal(test) => {
            vec![value(*test)]
        }
        Condition::Baseline(test, ..) => {
            let baseline = view.baseline(*test).map_or_else(
                || "no baseline".to_owned(),
                |baseline| format!("baseline {} on day {}", shown(baseline.value), baseline.day),
            );
            vec![value(*test), baseline]
        }
        Condition::Within(test, side) | Condition::Outside(test, side) => {
            let limit = view.value(*test, day).and_then(|value| match side {
                Limited::Upper => value.uln.map(|uln| (uln, uln)),
                Limited::Lower => view.lower_limit(*test, value),
            });
            let limit = match limit {
                None => "no limit".to_owned(),
                Some((low, high)) if low < high => format!("limit {} or {}", shown(low), shown(high)),
                Some((low, _)) => format!("limit {}", shown(low)),
            };
            vec![value(*test), limit]
        }
        Condition::Any(any) => {
            let mut all: Vec<String> = any.iter().flat_map(|one| values(view, day, one)).collect();
            let mut seen = std::collections::BTreeSet::new();
            all.retain(|text| seen.insert(text.clone()));
            all
        }
        Condition::Without(..)
        | Condition::Given(..)
        | Condition::NoBleed(_)
        | Condition::Bleed
        | Condition::WorseThan(_) => Vec::new(),
    }
}

/// A value as it was delivered, but for the dust of a change of unit.
fn shown(value: f64) -> String {
    let rounded = libm::round(value * 1e6) / 1e6;
    format!("{rounded}")
}
