//! The laboratory values of a subject, and whether each counts.

use std::collections::BTreeSet;

use super::{BaselineUsed, ValueLine};
use crate::cohort::canonical::one::One;
use crate::cohort::labs::Delivered;
use crate::cohort::response::{Judgement, View};
use crate::domain::LabTest;
use crate::study::response_rule::{Condition, Lineage, Occasion};

/// The values of the tests that the rules read, and of neutrophils, by test and day. Without a rule: all.
pub(super) fn lines(one: &One, judged: Option<&Judgement<'_>>) -> Vec<ValueLine> {
    let read: BTreeSet<LabTest> = match judged {
        None => LabTest::ALL.into_iter().collect(),
        Some(judged) => {
            let rules = judged.lineages.iter().flat_map(|lineage| tests_of(lineage.view.rule));
            rules.chain([LabTest::Anc]).collect()
        }
    };
    let delivered = one.delivered.iter().filter(|value| read.contains(&value.test));
    delivered
        .map(|value| ValueLine {
            test: value.test.code(),
            day: value.day,
            value: value.value,
            below_lod: value.below_lod,
            unit: value.unit.clone(),
            canonical: value.canonical,
            used: used(one, judged, value),
        })
        .collect()
}

/// Whether a value counts, else why not.
fn used(one: &One, judged: Option<&Judgement<'_>>, value: &Delivered) -> String {
    let Delivered { test, day, .. } = *value;
    let kept = one.series.of(test).iter().find(|kept| kept.day == day);
    if kept
        .is_some_and(|kept| (kept.value - value.canonical).abs() > 1e-9 || kept.below_lod != value.below_lod)
    {
        return "no: a worse value of the day counts".to_owned();
    }
    let Some(judged) = judged else { return "no rule".to_owned() };
    if day > one.seen_to {
        return "after follow-up".to_owned();
    }
    let views: Vec<&View<'_>> = judged.lineages.iter().map(|lineage| &lineage.view).collect();
    let reading: Vec<&View<'_>> =
        views.into_iter().filter(|view| tests_of(view.rule).contains(&test)).collect();
    if reading.is_empty() {
        return "for engraftment".to_owned();
    }
    let masks = reading.iter().filter_map(|view| view.mask(test, day));
    let masks: Vec<&str> = masks.map(|mask| mask.id.as_str()).collect();
    if !masks.is_empty() {
        return format!("no: {}", masks.join(", "));
    }
    if baselines(judged).iter().any(|baseline| baseline.test == test.code() && baseline.day == day) {
        return "baseline".to_owned();
    }
    match judged.from {
        _ if day < 0 => "before transplant".to_owned(),
        Some(from) if day < from => "before engraftment".to_owned(),
        None => "not engrafted".to_owned(),
        _ => "yes".to_owned(),
    }
}

/// The tests that a rule reads.
fn tests_of(rule: &Lineage) -> BTreeSet<LabTest> {
    let rated = rule.rated_on.iter().filter_map(|occasion| match occasion {
        Occasion::Value(test) => Some(*test),
        Occasion::Treatment(_) | Occasion::Bleed => None,
    });
    let clauses = rule.clauses.iter().flat_map(|clause| &clause.all);
    let losses = rule.losses.iter().flat_map(|loss| &loss.all);
    let read = clauses.chain(losses).flat_map(Condition::tests);
    rated.chain(read).collect()
}

/// The baselines that conditions are held against.
pub(super) fn baselines(judged: &Judgement<'_>) -> Vec<BaselineUsed> {
    let of_view = |view: &View<'_>| {
        let conditions = view.rule.clauses.iter().flat_map(|clause| &clause.all);
        let tests: BTreeSet<LabTest> = conditions.flat_map(Condition::baselines).collect();
        let used = tests.into_iter().filter_map(|test| {
            let value = view.baseline(test)?;
            Some(BaselineUsed { test: test.code(), day: value.day, value: value.value })
        });
        used.collect::<Vec<_>>()
    };
    judged.lineages.iter().flat_map(|lineage| of_view(&lineage.view)).collect()
}
