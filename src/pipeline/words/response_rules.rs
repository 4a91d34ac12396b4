//! The response rules in words.

use crate::present::ResponseRuleText;
use crate::study::response_rule::{Judged, Lineage, all_of};
use crate::study::{Rule, Study};

/// Every response rule of a study.
pub(super) fn response_rules(study: &Study) -> Vec<ResponseRuleText> {
    let text = |disorder: &str, rule: &Rule| ResponseRuleText {
        disorder: disorder.to_owned(),
        name: format!("{} {}", rule.name, rule.version),
        title: rule.title.clone(),
        clauses: clauses(rule),
        sources: rule.notes.iter().chain(&rule.sources).cloned().collect(),
    };
    study.response_rules.all().map(|(disorder, rule)| text(disorder.name(), rule)).collect()
}

/// What decides by a rule, a sentence each.
fn clauses(rule: &Rule) -> Vec<String> {
    let mut sentences = match &rule.judged {
        Judged::ByLineages(lineages) => {
            let names: Vec<&str> = lineages.iter().map(|lineage| lineage.name()).collect();
            vec![format!("The worse of {}; the loss of either.", names.join(" and "))]
        }
        Judged::ByClauses(lineage) => of_lineage(lineage),
    };
    let rescue: Vec<String> = rule.rescue.iter().map(ToString::to_string).collect();
    if !rescue.is_empty() {
        let relapse = if rule.rescue_is_relapse { "; of a responder it is a relapse" } else { "" };
        sentences.push(format!("Rescue treatment: {}{relapse}.", rescue.join("; ")));
    }
    let off: Vec<&str> = rule.sustained.off.iter().map(|class| class.code()).collect();
    sentences.push(format!(
        "At a landmark: the nearest value within {} of its day, at least {} days; sustained: {} days in response without {}.",
        percent(rule.landmark.share),
        rule.landmark.days,
        rule.sustained.days,
        off.join(", ")
    ));
    sentences
}

/// A share in percent, without the noise of binary fractions.
fn percent(share: f64) -> String {
    format!("{}%", (share * 1e8).round() / 1e6)
}

fn of_lineage(lineage: &Lineage) -> Vec<String> {
    let clauses = lineage.clauses.iter();
    let mut sentences: Vec<String> =
        clauses.map(|clause| format!("{}: {}.", clause.status.name(), all_of(&clause.all))).collect();
    let losses = lineage.losses.iter();
    sentences.extend(losses.map(|loss| format!("Loss of {}: {}.", loss.of.name(), all_of(&loss.all))));
    for mask in &lineage.masks {
        sentences.push(format!(
            "{} is not used on the days of {} and for {} days after.",
            mask.test.code(),
            mask.after.code(),
            mask.days
        ));
    }
    sentences.push(format!(
        "A response is confirmed by a second value at least {} days later, a loss by one at least {} later.",
        lineage.confirmed_after, lineage.lost_after
    ));
    sentences
}
