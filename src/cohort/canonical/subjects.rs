//! Patients, first transplant and follow-up joined: one row a subject.

use std::path::PathBuf;

use polars::prelude::*;

use super::super::CohortInput;
use super::super::conditioning::with_classes;
use super::super::error::CohortError;
use super::super::first_event::{End, Source};
use super::super::population;
use super::super::table::{Columns, scan_canonical};
use crate::domain::Disorder;
use crate::study::population::DEVIATION_DAY;
use crate::study::response_rule::Sex;

/// Every subject delivered, in the order of `subject_id`, with the conditions of the study.
///
/// `second_hsct` is the day of the second transplant, `n_transplants` how many there were,
/// `potential_followup` the day of the data cut; where there are events, `deviation_day` is the day of the first major
/// deviation from the protocol.
pub(super) fn collect(input: &CohortInput<'_>) -> Result<Columns, CohortError> {
    let table = |name: &str| scan_canonical(name, input.table(name)?);
    let transplants = table("transplants")?;
    let first = transplants.clone().filter(col("hsct_seq").eq(lit(1)));
    let all = transplants.group_by([col("subject_id")]).agg([
        col("hsct_day").filter(col("hsct_seq").eq(lit(2))).min().alias("second_hsct"),
        len().cast(DataType::Int64).alias("n_transplants"),
    ]);
    let key = || col("subject_id");
    let joined = table("patients")?
        .left_join(first, key(), key())
        .left_join(all, key(), key())
        .left_join(table("followup")?, key(), key())
        .with_columns([col("n_transplants").fill_null(lit(0)), col("cutoff_day").alias("potential_followup")])
        .sort(["subject_id"], SortMultipleOptions::default());
    let regimen = input.tables.get("regimen").map(PathBuf::as_path);
    let joined = with_classes(input.study, regimen, joined)?;
    let joined = with_deviations(input, joined)?;
    let query = population::with_conditions(input.study, "patients", joined)?;
    let columns = Columns::collect("patients", query)?;
    columns.refuse_duplicates("subject_id")?;
    Ok(columns)
}

fn with_deviations(input: &CohortInput<'_>, subjects: LazyFrame) -> Result<LazyFrame, CohortError> {
    let Some(path) = input.tables.get("events") else { return Ok(subjects) };
    let counts = col("grade").is_null().or(col("grade").neq(lit("0")));
    let first = scan_canonical("events", path)?
        .filter(col("type").eq(lit("DEVIATION")).and(counts))
        .group_by([col("subject_id")])
        .agg([col("day").min().alias(DEVIATION_DAY)]);
    Ok(subjects.left_join(first, col("subject_id"), col("subject_id")))
}

/// What is known of a subject from patients, transplants and follow-up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::cohort) struct Subject {
    pub(in crate::cohort) disorder: Disorder,
    pub(in crate::cohort) sex: Option<Sex>,
    /// Age at first transplant, years.
    pub(in crate::cohort) age: Option<f64>,
    pub(in crate::cohort) allogeneic: bool,
    pub(in crate::cohort) autologous: bool,
    pub(in crate::cohort) cord_blood: bool,
    pub(in crate::cohort) cond_start: Option<i32>,
    pub(in crate::cohort) second_hsct: Option<i32>,
    /// Day of the data cut.
    pub(in crate::cohort) cutoff: Option<i32>,
    pub(in crate::cohort) follow_up: Option<FollowUp>,
}

/// How long a subject was seen, and whether to death.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cohort) struct FollowUp {
    /// Day of death.
    pub(in crate::cohort) death: Option<i32>,
    /// Where the day of death came from.
    pub(in crate::cohort) death_source: Source,
    /// Whether the subject died from the disease.
    pub(in crate::cohort) from_disease: bool,
    /// Death or last contact.
    pub(in crate::cohort) end: End,
    /// The last day to which complications are known.
    pub(in crate::cohort) ascertained: End,
}

/// The subjects of the population, row by row.
pub(super) fn read(columns: &Columns) -> Result<Vec<Subject>, CohortError> {
    let disorder = columns.parsed("disorder", Disorder::of_code)?;
    let sex = columns.parsed("sex", |code| match code {
        "F" => Some(Sex::Female),
        "M" => Some(Sex::Male),
        _ => None,
    })?;
    let age = columns.get("age_years")?;
    let cutoff = columns.days("cutoff_day")?;
    let allogeneic = columns.parsed("type", |code| code == "ALLO")?;
    let autologous = columns.parsed("type", |code| code == "AUTO")?;
    let cord_blood = columns.parsed("source", |code| code == "UCB")?;
    let cond_start = columns.days("cond_start_day")?;
    let second_hsct = columns.days("second_hsct")?;
    let follow_up = follow_up(columns)?;
    Ok((0..columns.rows)
        .map(|row| Subject {
            disorder: disorder[row].unwrap_or(Disorder::Other),
            sex: sex[row].flatten(),
            age: age.number(row),
            cutoff: cutoff[row],
            allogeneic: allogeneic[row] == Some(true),
            autologous: autologous[row] == Some(true),
            cord_blood: cord_blood[row] == Some(true),
            cond_start: cond_start[row],
            second_hsct: second_hsct[row].filter(|day| *day >= 0),
            follow_up: follow_up[row],
        })
        .collect())
}

fn follow_up(columns: &Columns) -> Result<Vec<Option<FollowUp>>, CohortError> {
    let last = columns.days("last_contact_day")?;
    let dead = columns.parsed("vital", |code| code == "DEAD")?;
    let death_day = columns.days("death_day")?;
    let disease = columns.parsed("cause_of_death", |code| code == "RELAPSE")?;
    let ascertained = columns.days("ascertained_through_day")?;
    let one = |row: usize| {
        let (last, dead) = (last[row]?, dead[row]?);
        let (death_source, day) = match (dead, death_day[row]) {
            (true, Some(day)) => ("followup.death_day", day),
            _ => ("followup.last_contact_day", last),
        };
        let end = End { day, source: death_source };
        Some(FollowUp {
            death: dead.then_some(day),
            death_source,
            from_disease: disease[row] == Some(true),
            end,
            ascertained: end.at_most(ascertained[row], "followup.ascertained_through_day"),
        })
    };
    Ok((0..columns.rows).map(one).collect())
}
