//! The consistency rules, and what they found, for people.

use super::failure::{Code, Failure};
use crate::quality::{Quality, Tally};
use crate::study::RuleBook;
use crate::study::quality::{LaboratoryRange, Rule, RuleTest, Severity};

/// What was found, by rule, the worst first; a first line with the numbers by severity.
pub(super) fn summary(quality: &Quality) -> String {
    let number = |severity: Severity| {
        let (findings, _) = quality.count(Some(severity), None);
        format!("{findings} {}{}", severity.name(), if findings == 1 { "" } else { "s" })
    };
    let numbers: Vec<String> = Severity::ALL.into_iter().map(number).collect();
    let mut text = format!(
        "data quality of {} patients (rules {}): {}\n",
        quality.subjects,
        quality.version,
        numbers.join(", ")
    );
    for severity in Severity::ALL {
        let of_severity =
            quality.rules.iter().zip(&quality.tallies).filter(|(rule, _)| rule.severity == Some(severity));
        for (rule, tally) in of_severity {
            if let Tally::Checked { findings: findings @ 1.., subjects } = tally {
                let name = severity.name();
                text.push_str(&format!("  {name:<8} {:<34} {findings:>7} in {subjects} patients\n", rule.id));
            }
        }
    }
    for crossing in quality.crossings() {
        text.push_str(&format!("  a run would cross the quality gate: {crossing}\n"));
    }
    text
}

/// The page of the rules that ship, as Markdown.
pub(super) fn page() -> Result<String, Failure> {
    let book = RuleBook::shipped().map_err(|message| Failure::new(Code::Usage, message))?;
    let mut text = format!(
        "# Consistency rules, version {}\n\nMade by `engraft schema quality` from `src/study/quality/rules.toml`. A study changes a rule with\n`[quality.rules]`, adds its own with `[[quality.check]]` and limits findings with `[quality] gate`.\n\nAn *error* cannot be true; a *warning* is hardly true, or changes a result; a *note* is worth a look.\n",
        book.version
    );
    let mut heading = "";
    for rule in &book.rules {
        if rule.table != heading {
            heading = &rule.table;
            let title = match heading {
                "wide" => "Registry extracts",
                "*" => "At the door",
                table => table,
            };
            text.push_str(&format!(
                "\n## {title}\n\n| rule | severity | says | finds |\n|---|---|---|---|\n"
            ));
        }
        text.push_str(&row(rule));
    }
    text.push_str(
        "\n## What laboratory values can be\n\n| test | unit | from | to | leap |\n|---|---|---|---|---|\n",
    );
    for LaboratoryRange { test, unit, low, high, jump, .. } in &book.laboratory {
        let jump = jump.map_or_else(|| "–".to_owned(), |jump| format!("x {jump}"));
        text.push_str(&format!("| {test} | {unit} | {low} | {high} | {jump} |\n"));
    }
    text.push_str("\n## What doses can be\n\n| agent | unit | from | to |\n|---|---|---|---|\n");
    for dose in &book.doses {
        text.push_str(&format!("| {} | {} | {} | {} |\n", dose.agent, dose.unit, dose.low, dose.high));
    }
    Ok(text)
}

fn row(rule: &Rule) -> String {
    let finds = match &rule.test {
        RuleTest::Where(condition) => format!("`{condition}`"),
        RuleTest::Check(_) => format!("“{}”", rule.found),
    };
    let (id, severity, text) = (&rule.id, rule.shipped.name(), &rule.text);
    format!("| `{id}` | {severity} | {text} | {finds} |\n")
}
