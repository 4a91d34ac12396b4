//! The commands of a study.

use super::arguments::{AnalyzeArguments, SchemaArguments, StudyArguments, SynthArguments};
use super::emit_r;
use super::failure::{Code, Failure};
use super::output;
use super::progress::Progress;
use super::quality;
use crate::domain::table::{Kind, TABLES, Table};
use crate::pipeline::{self, PipelineError, Stage, Summary};
use crate::study::SHIPPED;
use crate::study::Study;
use crate::study::conditioning::RULES;
use crate::study::endpoint::DEFINITIONS;
use crate::study::engraftment::RECOVERY_RULES;
use crate::study::profile::ADAM;
use crate::study::schema::study_schema;
use crate::study::unit::UNITS;
use crate::synth::{SynthOptions, write_cohort};

pub(super) fn run(arguments: &StudyArguments, last: Stage) -> Result<(), Failure> {
    let study = Study::load(&arguments.study)?;
    let progress = Progress::new();
    let outcome = pipeline::run(&study, last, &progress);
    progress.finish();
    let summary = outcome?;
    output::text(&told(&study, &summary, last))?;
    match summary.crossed.split_first() {
        None => Ok(()),
        Some((first, rest)) => {
            let failure = Failure::new(Code::Crossed, first.clone());
            Err(rest.iter().fold(failure, |mut all, next| {
                all.reports.extend(Failure::new(Code::Crossed, next.clone()).reports);
                all
            }))
        }
    }
}

pub(super) fn analyze(arguments: &AnalyzeArguments) -> Result<(), Failure> {
    let Some(id) = &arguments.emit_r else { return run(&arguments.study, Stage::Analyze) };
    let study = Study::load(&arguments.study.study)?;
    for command in emit_r::study_commands(&study, id)? {
        super::run(command)?;
    }
    Ok(())
}

fn told(study: &Study, summary: &Summary, last: Stage) -> String {
    let id = &study.file.study.id;
    if summary.ran.is_empty() {
        return match &summary.report {
            Some(report) => format!("{id}: nothing has changed; the report is {}\n", report.display()),
            None => format!("{id}: nothing has changed\n"),
        };
    }
    let ran: Vec<&str> = summary.ran.iter().map(|stage| stage.name()).collect();
    let told =
        summary.released.map(|tally| format!("{id}: the release tells {tally}; the others are hidden\n"));
    match &summary.report {
        Some(report) => {
            let done = format!("{id}: {} done; the report is {}\n", ran.join(", "), report.display());
            done + &told.unwrap_or_default()
        }
        None => format!("{id}: {} done (to {})\n", ran.join(", "), last.name()),
    }
}

pub(super) fn check(arguments: &StudyArguments) -> Result<(), Failure> {
    let study = Study::load(&arguments.study)?;
    let checked = pipeline::check(&study)?;
    for note in &checked.notes {
        output::warning(note);
    }
    let found = quality::summary(&checked.quality);
    output::text(&format!("{}: configuration and inputs are in order\n{found}", study.file.study.id))?;
    match checked.quality.crossings().len() {
        0 => Ok(()),
        crossed => {
            let limits = if crossed == 1 { "a limit".to_owned() } else { format!("{crossed} limits") };
            Err(Failure::new(Code::Refused, format!("the data cross {limits} of the quality gate")))
        }
    }
}

pub(super) fn verify(arguments: &StudyArguments) -> Result<(), Failure> {
    let study = Study::load(&arguments.study)?;
    let verified = pipeline::verify(&study)?;
    if verified.mismatches.is_empty() {
        return output::text(&format!("{}: {} files are intact\n", study.file.study.id, verified.intact));
    }
    let lines: Vec<String> =
        verified.mismatches.iter().map(|(directory, mismatch)| format!("{directory}: {mismatch}")).collect();
    Err(Failure::new(
        Code::Refused,
        format!("{} files differ from their manifest:\n{}", lines.len(), lines.join("\n")),
    ))
}

pub(super) fn synth(arguments: &SynthArguments) -> Result<(), Failure> {
    let options =
        SynthOptions { subjects: arguments.subjects, seed: arguments.seed, ..SynthOptions::default() };
    options.check().map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
    let counts = write_cohort(&arguments.out, &options)
        .map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
    let mut text = format!("synthetic cohort in {}:\n", arguments.out.display());
    for (table, rows) in counts.tables() {
        text.push_str(&format!("  {table:<12} {rows:>12} rows\n"));
    }
    output::text(&text)
}

pub(super) fn schema(arguments: &SchemaArguments) -> Result<(), Failure> {
    match arguments.name.as_deref() {
        None => output::text(&TABLES.iter().map(describe).collect::<Vec<_>>().join("\n")),
        Some("adam") => output::text(ADAM),
        Some("units") => output::text(UNITS),
        Some("study") => {
            let text = serde_json::to_string_pretty(&study_schema())
                .map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
            output::text(&format!("{text}\n"))
        }
        Some("endpoints") => output::text(DEFINITIONS),
        Some("conditioning") => output::text(RULES),
        Some("engraftment") => output::text(RECOVERY_RULES),
        Some("quality") => output::text(&quality::page()?),
        Some(name) => {
            if let Some(table) = Table::named(name) {
                return output::text(&describe(table));
            }
            if let Some((_, rule)) = SHIPPED.iter().find(|(rule, _)| *rule == name) {
                return output::text(rule);
            }
            let rules: Vec<&str> = SHIPPED.iter().map(|(rule, _)| *rule).collect();
            let known: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
            Err(Failure::new(Code::Usage, format!("there is no table {name}")).help(format!(
                "tables are {}; `study` gives the JSON Schema of study.toml, `adam` the mapping file of ADaM, `units` the \
                 table of laboratory units, `quality` the consistency rules, `endpoints`, `conditioning` \
                 and `engraftment` the definitions that ship; response rules are {}",
                known.join(", "),
                rules.join(", ")
            )))
        }
    }
}

fn describe(table: &Table) -> String {
    let mut text = format!("{} ({})\n", table.name, table.about);
    for column in table.columns {
        let required = if column.required { "required" } else { "" };
        text.push_str(&format!("  {:<24} {:<9} {}\n", column.name, required, column.about));
        text.push_str(&format!("  {:<24} {:<9} {}\n", "", "", allowed(column.kind)));
    }
    text
}

fn allowed(kind: Kind) -> String {
    match kind {
        Kind::Id => "opaque identifier".to_owned(),
        Kind::Day => "whole days from the first infusion".to_owned(),
        Kind::Integer(low, high) => format!("whole number from {low} to {high}"),
        Kind::Real(low, high) => format!("number from {low} to {high}"),
        Kind::Category(levels) => levels.join(" | "),
        Kind::Code => "short code".to_owned(),
        Kind::Flag => "0 or 1".to_owned(),
    }
}

impl From<PipelineError> for Failure {
    fn from(error: PipelineError) -> Self {
        match error {
            PipelineError::Refused(errors) => {
                let mut failures = errors.into_iter().map(Failure::from);
                let first = failures.next().unwrap_or_else(|| Failure::new(Code::Refused, "refused"));
                failures.fold(first, |mut all, next| {
                    all.code = if next.code == Code::Refused { Code::Refused } else { all.code };
                    all.reports.extend(next.reports);
                    all
                })
            }
            PipelineError::Study(study) => study.into(),
            PipelineError::Locked(_) => Failure::new(Code::Locked, error.to_string()),
            PipelineError::Cohort(_)
            | PipelineError::Plan(_)
            | PipelineError::Disclosure(_)
            | PipelineError::Disclosive(_)
            | PipelineError::Damaged { .. } => Failure::new(Code::Refused, error.to_string()),
            PipelineError::Store(ref store) => Failure::new(store_code(store), error.to_string()),
            PipelineError::NoFiles { .. } => Failure::new(Code::Usage, error.to_string())
                .help("paths are relative to the study file; * stands for any text in a file name"),
            _ => Failure::new(Code::Usage, error.to_string()),
        }
    }
}

fn store_code(error: &crate::store::StoreError) -> Code {
    match error {
        crate::store::StoreError::Corrupt { .. } | crate::store::StoreError::Manifest { .. } => Code::Refused,
        _ => Code::Usage,
    }
}
