//! The response rules in words.

use std::collections::BTreeMap;

use crate::domain::{Status, TreatmentClass};
use crate::present::{ResponseRuleText, RuleStatusText};
use crate::study::response_rule::{Judged, Lineage, Rescue, RescueBy, all_of};
use crate::study::{Rule, Study};

/// Every response rule of a study.
pub(super) fn response_rules(study: &Study) -> Vec<ResponseRuleText> {
    study.response_rules.all().map(|(disorder, rule)| text(disorder.name(), rule)).collect()
}

fn text(disorder: &str, rule: &Rule) -> ResponseRuleText {
    let lineage = match &rule.judged {
        Judged::ByClauses(lineage) => Some(lineage),
        Judged::ByLineages(_) => None,
    };
    ResponseRuleText {
        disorder: disorder.to_owned(),
        name: format!("{} {}", rule.name, rule.version),
        title: rule.title.clone(),
        statuses: match &rule.judged {
            Judged::ByClauses(lineage) => statuses(lineage),
            Judged::ByLineages(_) => vec![by_lineage(rule)],
        },
        confirmation: lineage.map(confirmation).unwrap_or_default(),
        masks: lineage.map(masks).unwrap_or_default(),
        rescue: rescue(rule),
        landmark: landmark(rule),
        limits: lineage.map(limits).unwrap_or_default(),
        sources: rule.sources.clone(),
    }
}

fn by_lineage(rule: &Rule) -> RuleStatusText {
    let names: Vec<&str> = rule.lineage_names().iter().map(|lineage| lineage.name()).collect();
    RuleStatusText {
        status: "each".to_owned(),
        criterion: format!("the worse of {}", names.join(" and ")),
        loss: "the loss of either".to_owned(),
    }
}

/// The statuses from the best on; of one with several clauses, any of them.
fn statuses(lineage: &Lineage) -> Vec<RuleStatusText> {
    let mut criteria: BTreeMap<Status, Vec<String>> = BTreeMap::new();
    for clause in &lineage.clauses {
        criteria.entry(clause.status).or_default().push(all_of(&clause.all));
    }
    let loss = |of: Status| {
        let losses = lineage.losses.iter().filter(|loss| loss.of == of);
        losses.map(|loss| all_of(&loss.all)).collect::<Vec<_>>().join(" – or – ")
    };
    let one = |(status, any): (Status, Vec<String>)| RuleStatusText {
        status: status.name().to_owned(),
        criterion: any.join(" – or – "),
        loss: loss(status),
    };
    criteria.into_iter().rev().map(one).collect()
}

fn confirmation(lineage: &Lineage) -> String {
    format!(
        "a second value: a response at least {} days later, a loss or no response at least {}",
        lineage.confirmed_after, lineage.lost_after
    )
}

fn masks(lineage: &Lineage) -> String {
    let mask = |mask: &crate::study::response_rule::Mask| {
        format!("{} to {} days after {}", mask.test.code(), mask.days, mask.after.code())
    };
    lineage.masks.iter().map(mask).collect::<Vec<_>>().join("; ")
}

/// Rescue treatments; those that count from the same day on stand together.
fn rescue(rule: &Rule) -> String {
    let mut by_day: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for Rescue { by, after_day, not_for, .. } in &rule.rescue {
        let unless = not_for.as_ref().map_or_else(String::new, |other| format!(" ({other})"));
        let what = match by {
            RescueBy::Any(class) => class.code().to_owned(),
            RescueBy::RestartedOrRaised(class, days) => {
                format!("{} restarted (more than {days} days after the last) or raised", class.code())
            }
            RescueBy::SecondTransplant => "second transplant".to_owned(),
        };
        by_day.entry(*after_day).or_default().push(what + &unless);
    }
    let groups = by_day.into_iter().map(|(day, what)| format!("after day {day}: {}", what.join(", ")));
    let relapse = rule.rescue_is_relapse.then(|| "of a responder it is a relapse".to_owned());
    groups.chain(relapse).collect::<Vec<_>>().join("; ")
}

fn landmark(rule: &Rule) -> String {
    format!(
        "At a landmark the nearest value within {} of its day, at least {} days. Sustained: {} days in response without \
         {}. Without a last day going on until the next of their class begins: {}. Neutrophils not measured: rated from \
         day {}, cord blood {}.",
        percent(rule.landmark.share),
        rule.landmark.days,
        rule.sustained.days,
        codes(&rule.sustained.off),
        codes(&rule.goes_on),
        rule.rated_from.day,
        rule.rated_from.cord_blood
    )
}

fn limits(lineage: &Lineage) -> String {
    let limits = lineage.limits.iter().map(ToString::to_string).collect::<Vec<_>>();
    if limits.is_empty() {
        return String::new();
    }
    format!("Lower limits of values that come without their own: {}.", limits.join("; "))
}

fn codes(classes: &[TreatmentClass]) -> String {
    classes.iter().map(|class| class.code()).collect::<Vec<_>>().join(", ")
}

/// A share in percent, without the noise of binary fractions.
fn percent(share: f64) -> String {
    format!("{}%", (share * 1e8).round() / 1e6)
}
