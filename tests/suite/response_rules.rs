//! The page of the response rules says what the rule files say; rules of a study's own are used.

#![allow(clippy::expect_used, clippy::panic, reason = "a rule that cannot be read ends the test")]

use std::fmt::Write as _;
use std::fs;

use engraft::study::response_rule::{Judged, Limited, Lineage, all_of};
use engraft::study::{Rule, SHIPPED};

use crate::workspace::{SMALL, Workspace, repository};

const HEAD: &str = "\
# The response rules

Made from the files in `src/study/response_rule/rules/`; a test holds this page to them, and writes it again when it runs
with `ENGRAFT_WRITE_DOCS=1`. A study names another rule, or a file of its own, in `[response] rules`. Units are canonical:
platelets and neutrophils 10^9/L, haemoglobin and haptoglobin g/L, bilirubin umol/L.

How a rule is read:

- A day is rated from neutrophil recovery on, and not before the first of late counts that may have begun one: the first clause that holds, from top to bottom, gives its status. Where a
  better status is neither met nor ruled out, a day with a response is *CR unconfirmed*, and any other has no status.
- Values of other tests belong to a day if they are at most *same visit* days away; of two as near, the earlier. What was
  measured after the day to which complications are known (`ascertained_through_day`) is not read, for a day before either.
- A value below the limit of detection (`below_lod`) is any number below it: low where the limit of normal is no lower, not
  known where it is; a baseline of this kind is lower than the value.
- Numbers are decimal: 0.35 and its double 0.7 are that in whatever units they came.
- Bleeding that is not known (`bleeding` is `unknown`) is so on every day without an event, of who has bled as well.
- A masked value is unknown, never failure. The baseline is the last value before conditioning that nothing masks.
- A response begins on the first qualifying day that a second one confirms, with nothing between that contradicts. It ends
  on the first of two lost days in a row. A lost response may be reached again.
- No response needs two days as well, as far apart as those of a loss, as the papers ask for platelets. What else says it:
  a value that contradicts a better one before it, rescue treatment, a reported relapse; of the days before a response,
  that it began.
- One value is not enough, either way: a good one that nothing confirms and nothing contradicts is no response and no
  failure; nor is a single poor one, without a response before it or in one. The status is then *not evaluable*, with
  the reason *unconfirmed*. Unknown is no failure.
- In a complete response a single value below it, but of response, leaves one thing certain: the status is R, as it is
  where a single complete value stands in a response. Only values tell that it was a slip: the next one, not a report.
- A reported relapse ends a response, whatever was measured, and a new one has to be confirmed after it.
- A reported relapse is one, for every endpoint that relapse is part of, unless what was there on the day before says that
  there had been no response: the neutrophils were not back, or values of a lineage had shown none as above. Where they
  leave that open (nothing measured, one value, the last one good) the report decides. What comes later does not matter:
  a response that begins after it does not undo it, and a report that was none does not become one. Of who is known not to
  have responded it is none: relapse is of responders; the rule `relapse-without-response` asks about it.
- No response begins, or is confirmed, from rescue treatment on, and the status at a later landmark is NR.
- What a treatment was given for decides where it is delivered (`purpose` of the treatments): for the disorder it is
  rescue from day 1 on, for anything else never. Where it is not, rituximab and TPO receptor agonists that begin by day 14
  (`after_day` of the rule) were planned with the transplant: before the counts are back no failure can be seen that they
  would be rescue from. Steroids that begin with GVHD, and rituximab that begins with chronic GVHD or EBV, or within the
  days after that the rule names, are taken to be given for that; what was given for anything else counts as rescue. A dose
  of rituximab within 14 days of the last, unless it is higher, belongs to its course, as steroids within 7 days do.
- The status at a landmark is that of the nearest day with a status in the window; who died by then, or has not engrafted,
  is NR; who has none, or one that is unconfirmed, is not evaluable; whose data were cut before is left out, dead or alive.
  `treated` counts who is not evaluable as NR, `evaluable` leaves them out. The tables say under NR how many of them are
  that by values, were dead, rescued or not engrafted, are unconfirmed or have no value.
- A treatment without a last day lasts a day. Steroids, TPO receptor agonists, immunosuppressants and, where the rule reads
  neutrophils, growth factor are courses: without a last day they go on until the next of their class begins, the last one
  for good, for masks, for rescue and for sustained response alike. A course that goes on is neither restarted nor over:
  what is not known is no failure, no response and no freedom from treatment.
- Of several values of a day the worst counts: of LDH, bilirubin, reticulocytes and haptoglobin that furthest from its own
  limit.
- Groups at a landmark (a stratum made from an endpoint) count what is known on that day: a response whose second value
  comes later is none yet, and no response is known only once a value that waited that day has been contradicted. A day is
  known with the last value of its visit that the rule reads.
- Time to response counts to its first day. What is compared from then on would use the future: covariates that change with
  time, and states, change on the day of the value that confirms (`changes_on` of `[response]`: `confirmed`, or `first_day`).
- Sustained response: the first rated day with a response such that the days before it lie in the same response and are
  free of treatment. Of several lineages, each was in response when it was last rated.
";

fn page() -> String {
    let mut text = HEAD.to_owned();
    for (name, file) in SHIPPED {
        let rule = Rule::read(file).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        describe(&mut text, &rule).expect("a string takes text");
    }
    text
}

fn describe(text: &mut String, rule: &Rule) -> std::fmt::Result {
    writeln!(text, "\n## `{}`\n\n{}. Version {}.\n", rule.name, rule.title, rule.version)?;
    for source in &rule.sources {
        writeln!(text, "- {source}")?;
    }
    for note in &rule.notes {
        writeln!(text, "- {note}")?;
    }
    match &rule.judged {
        Judged::ByLineages(lineages) => {
            let names: Vec<&str> = lineages.iter().map(|lineage| lineage.name()).collect();
            writeln!(text, "- lineages: {}", names.join(", "))?;
        }
        Judged::ByClauses(lineage) => of_lineage(text, lineage)?,
    }
    writeln!(text, "\n| rescue treatment | what |\n|---|---|")?;
    for rescue in &rule.rescue {
        writeln!(text, "| `{}` | {rescue} |", rescue.id)?;
    }
    let is = if rule.rescue_is_relapse { "is" } else { "is not" };
    let off: Vec<&str> = rule.sustained.off.iter().map(|class| class.code()).collect();
    let goes_on: Vec<&str> = rule.goes_on.iter().map(|class| class.code()).collect();
    writeln!(
        text,
        "\nRescue treatment of a responder {is} a relapse. Neutrophils not measured: rated from day {}, cord blood {}. \
         Window of a landmark: {} of its day, at least {} days. Sustained: {} days without {}. Without a last day \
         going on until the next of their class begins: {}.",
        rule.rated_from.day,
        rule.rated_from.cord_blood,
        rule.landmark.share,
        rule.landmark.days,
        rule.sustained.days,
        off.join(", "),
        goes_on.join(", ")
    )
}

fn of_lineage(text: &mut String, lineage: &Lineage) -> std::fmt::Result {
    let occasions: Vec<String> = lineage.rated_on.iter().map(ToString::to_string).collect();
    writeln!(
        text,
        "\nRated on the days of {}; same visit {} days; confirmed after {} days, lost after {}.",
        occasions.join(", "),
        lineage.same_visit,
        lineage.confirmed_after,
        lineage.lost_after
    )?;
    writeln!(text, "\n| clause | status | when |\n|---|---|---|")?;
    for clause in &lineage.clauses {
        writeln!(text, "| `{}` | {} | {} |", clause.id, clause.status.name(), all_of(&clause.all))?;
    }
    writeln!(text, "\n| loss | of | when |\n|---|---|---|")?;
    for loss in &lineage.losses {
        writeln!(text, "| `{}` | {} | {} |", loss.id, loss.of.name(), all_of(&loss.all))?;
    }
    writeln!(text, "\n| mask | values of | on the days of | and after, days |\n|---|---|---|---|")?;
    for mask in &lineage.masks {
        writeln!(text, "| `{}` | {} | {} | {} |", mask.id, mask.test.code(), mask.after.code(), mask.days)?;
    }
    if !lineage.limits.is_empty() {
        writeln!(
            text,
            "\n| {} limit of | sex | age, years | value |\n|---|---|---|---|",
            side(Limited::Lower)
        )?;
    }
    for limit in &lineage.limits {
        let sex = limit.sex.map_or("all", |sex| match sex {
            engraft::study::response_rule::Sex::Female => "F",
            engraft::study::response_rule::Sex::Male => "M",
        });
        let age = if limit.to_age.is_finite() {
            format!("{} to below {}", limit.from_age, limit.to_age)
        } else {
            format!("from {}", limit.from_age)
        };
        writeln!(text, "| {} | {sex} | {age} | {} |", limit.test.code(), limit.value)?;
    }
    Ok(())
}

fn side(side: Limited) -> &'static str {
    match side {
        Limited::Lower => "lower",
        Limited::Upper => "upper",
    }
}

#[test]
fn the_page_of_the_rules_is_what_the_files_say() {
    let path = repository().join("docs/response-rules.md");
    let page = page();
    if std::env::var_os("ENGRAFT_WRITE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page is written");
    }
    let written = fs::read_to_string(&path).expect("docs/response-rules.md");
    assert!(
        written == page,
        "docs/response-rules.md is not what the rules say; run with ENGRAFT_WRITE_DOCS=1"
    );
}

#[test]
fn a_rule_of_the_study_is_used_and_a_change_of_it_is_seen() {
    let (_, itp) = SHIPPED[0];
    let study = Workspace::small();
    let own = itp
        .replace("name = \"itp-iwg2009\"", "name = \"itp-own\"")
        .replace("version = \"1.3.0\"", "version = \"7\"");
    study.write("rules/itp.toml", own.as_bytes());
    study.replace("study.toml", "[strata]", "[response]\nrules = { ITP = \"rules/itp.toml\" }\n[strata]");
    let told = || study.engraft(&["analyze"]).expect(0).stdout;
    assert!(told().contains("analyze done"));
    assert!(told().contains("nothing has changed"));
    // Nobody reaches a million: no ITP responds any more, and the results are made again.
    let harder =
        own.replace("at_least = 100.0", "at_least = 1e6").replace("at_least = 30.0", "at_least = 1e6");
    study.write("rules/itp.toml", harder.as_bytes());
    assert!(told().contains("analyze done"));
}

#[test]
fn what_is_wrong_with_a_rule_is_told_at_its_place() {
    for (rules, file, says) in [
        ("{ ITP = \"itp-2009\" }", "", "there is no rule itp-2009"),
        ("{ ITB = \"itp-iwg2009\" }", "", "there is no disorder ITB"),
        ("{ ITP = \"own.toml\" }", "", "cannot be read"),
        ("{ ITP = \"own.toml\" }", "name = \"x\"\n", "missing field"),
        (
            "{ TTP = \"by-lineage\", ITP = \"by-lineage\" }",
            "",
            "judges by the rules of disorders that have none",
        ),
    ] {
        let study = Workspace::empty().with(
            "study.toml",
            &SMALL.replace("[strata]", &format!("[response]\nrules = {rules}\n[strata]")),
        );
        let study = if file.is_empty() { study } else { study.with("own.toml", file) };
        study.engraft(&["check"]).expect(2).says(says);
    }
}
