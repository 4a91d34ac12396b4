//! What the tables say about each subject, gathered once for all endpoints.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::super::CohortInput;
use super::super::engraftment::{Recovery, neutrophil_recovery, platelet_recovery};
use super::super::error::CohortError;
use super::super::first_event::Source;
use super::super::labs::{Series, Test, visit_series};
use super::super::population::Population;
use super::super::response::{Chart, Course, assess};
use super::super::table::scan_canonical;
use super::days::{Roster, Span, Spans, first_days, spans};
use super::events::{repeated, rescue_treatment, row_conditions, row_events, row_key};
use super::standing::Standing;
use super::subjects::{self, Subject};
use crate::study::Endpoint;
use crate::study::file::Bleeding;

/// A day and where it came from.
pub(super) type Dated = Option<(i32, Source)>;

/// What the tables say about each subject.
#[derive(Default)]
pub(super) struct Facts {
    /// Patients, first transplant, follow-up.
    pub(super) subjects: Vec<Subject>,
    first: BTreeMap<String, Vec<Option<i32>>>,
    every: BTreeMap<String, Spans>,
    /// The days by which a graft has taken: of all, of cord blood.
    graft_due: (i32, i32),
    relapses: Spans,
    graft_failures: Spans,
    bleeds: Spans,
    red_cells: Spans,
    platelets: Spans,
    growth_factor: Spans,
    /// Neutrophil recovery.
    pub(super) neutrophils: Vec<Recovery>,
    /// Platelet recovery.
    pub(super) thrombocytes: Vec<Recovery>,
    /// Response and its loss.
    pub(super) courses: Vec<Course>,
}

impl Facts {
    /// Gathers what the endpoints of a study need.
    pub(super) fn collect(
        input: &CohortInput<'_>,
        population: &Population,
        endpoints: &[Endpoint],
    ) -> Result<Self, CohortError> {
        let roster = Roster::new(&population.columns)?;
        let mut facts = Self { subjects: subjects::read(&population.columns)?, ..Self::default() };
        facts.neutrophils = vec![Recovery::NotMeasured; roster.len()];
        facts.thrombocytes = facts.neutrophils.clone();
        facts.courses = vec![Course::default(); roster.len()];
        facts.graft_due = input.study.graft_due();
        facts.collect_deaths(population, endpoints)?;
        facts.collect_events(input, &roster, endpoints)?;
        facts.collect_treatments(input, &roster, endpoints)?;
        if endpoints.iter().any(super::rules::reads_series) {
            facts.collect_series(input, &roster)?;
        }
        Ok(facts)
    }

    /// Deaths that fulfil a condition on `followup`.
    fn collect_deaths(&mut self, population: &Population, endpoints: &[Endpoint]) -> Result<(), CohortError> {
        for condition in row_conditions("followup", endpoints).into_keys() {
            let key = row_key("followup", condition);
            let truths = population.columns.truths(&key)?;
            let death = |row: usize| self.subjects[row].follow_up.and_then(|seen| seen.death);
            let days = truths
                .iter()
                .enumerate()
                .map(|(row, truth)| truth.filter(|truth| *truth).and_then(|_| death(row)));
            let days: Vec<Option<i32>> = days.collect();
            self.first.insert(key, days);
        }
        Ok(())
    }

    fn collect_events(
        &mut self,
        input: &CohortInput<'_>,
        roster: &Roster,
        endpoints: &[Endpoint],
    ) -> Result<(), CohortError> {
        let Some(path) = input.tables.get("events") else { return Ok(()) };
        let mut events = scan_canonical("events", path)?;
        let conditions = row_events("events", &mut events, endpoints)?;
        let joined = roster.join("events", events, 0..roster.len())?;
        self.first.append(&mut first_days("events", joined.clone(), "day", &conditions, roster.len())?);
        self.collect_every(("events", "day"), &joined, &conditions, endpoints)?;
        let of_type = |code: &str| {
            let rows = col("type").eq(lit(code)).and(col("grade").is_null().or(col("grade").neq(lit("0"))));
            spans("events", joined.clone(), "day", rows, roster.len())
        };
        self.relapses = of_type("RELAPSE")?;
        self.graft_failures = of_type("GRAFT_FAILURE")?;
        self.bleeds = of_type("BLEED")?;
        Ok(())
    }

    fn collect_treatments(
        &mut self,
        input: &CohortInput<'_>,
        roster: &Roster,
        endpoints: &[Endpoint],
    ) -> Result<(), CohortError> {
        let Some(path) = input.tables.get("treatments") else { return Ok(()) };
        let mut treatments = scan_canonical("treatments", path)?;
        let mut conditions = row_events("treatments", &mut treatments, endpoints)?;
        conditions.insert("rescue".to_owned(), rescue_treatment());
        let joined = roster.join("treatments", treatments, 0..roster.len())?;
        let mut first = first_days("treatments", joined.clone(), "start_day", &conditions, roster.len())?;
        self.first.append(&mut first);
        self.collect_every(("treatments", "start_day"), &joined, &conditions, endpoints)?;
        let of_class = |code: &str| {
            spans("treatments", joined.clone(), "start_day", col("class").eq(lit(code)), roster.len())
        };
        self.red_cells = of_class("RBC_TX")?;
        self.platelets = of_class("PLT_TX")?;
        self.growth_factor = of_class("GCSF")?;
        Ok(())
    }

    /// Every day of what recurs, and of what counts after an origin.
    fn collect_every(
        &mut self,
        (table, day): (&str, &str),
        joined: &LazyFrame,
        conditions: &BTreeMap<String, Expr>,
        endpoints: &[Endpoint],
    ) -> Result<(), CohortError> {
        for key in repeated(endpoints) {
            let Some(condition) = conditions.get(&key) else { continue };
            let days = spans(table, joined.clone(), day, condition.clone(), self.subjects.len())?;
            self.every.insert(key, days);
        }
        Ok(())
    }

    fn collect_series(&mut self, input: &CohortInput<'_>, roster: &Roster) -> Result<(), CohortError> {
        let Some(path) = input.tables.get("labs") else { return Ok(()) };
        let treated = input.tables.contains_key("treatments");
        let bleeding = input.study.file.response.bleeding;
        let units = input
            .study
            .units()
            .map_err(|message| CohortError::Condition { place: "inputs.units".to_owned(), message })?;
        visit_series(path, &units, roster, |row, series| {
            let subject = self.subjects[row];
            self.neutrophils[row] = neutrophil_recovery(series.of(Test::Anc), subject.cond_start);
            if treated {
                let counts = series.of(Test::Plt);
                self.thrombocytes[row] =
                    platelet_recovery(counts, self.platelets.of(row), subject.cond_start);
                self.courses[row] = self.course(row, series, bleeding);
            }
        })
    }

    fn course(&self, row: usize, series: &Series, bleeding: Bleeding) -> Course {
        let subject = &self.subjects[row];
        let bleeds = self.bleeds.of(row);
        assess(&Chart {
            subject,
            series,
            red_cell_transfusions: self.red_cells.of(row),
            platelet_transfusions: self.platelets.of(row),
            growth_factor: self.growth_factor.of(row),
            bleeds,
            bleeding_known: bleeding == Bleeding::None || !bleeds.is_empty(),
            neutrophils: self.neutrophils[row],
            rescue: self.rescue(row).map(|(day, _)| day),
            end: subject.follow_up.map_or(i32::MAX, |follow_up| follow_up.ascertained.day),
        })
    }

    /// The first day of an event, by its key.
    pub(super) fn first(&self, key: &str, row: usize) -> Option<i32> {
        self.first.get(key).and_then(|days| days[row])
    }

    /// Every day of an event, by its key, in order; a day stands there as often as rows do.
    pub(super) fn every(&self, key: &str, row: usize) -> impl Iterator<Item = i32> {
        let spans = self.every.get(key).map_or(&[][..], |spans| spans.of(row));
        spans.iter().map(|span| span.start)
    }

    /// The first rescue treatment or second transplant.
    pub(super) fn rescue(&self, row: usize) -> Dated {
        let second = self.subjects[row].second_hsct.filter(|day| *day > 0);
        earliest(self.new_treatment(row), second.map(|day| (day, "transplants.hsct_day")))
    }

    /// The first rescue treatment.
    pub(super) fn new_treatment(&self, row: usize) -> Dated {
        self.first("rescue", row).map(|day| (day, "treatments.start_day"))
    }

    /// Relapse: of responders a reported one after response or loss of response, of others a
    /// reported one.
    pub(super) fn relapse(&self, row: usize) -> Dated {
        let course = self.courses[row];
        let after = course.response.unwrap_or(-1);
        let reported = first_after(self.relapses.of(row), after).map(|day| (day, "events.day"));
        earliest(reported, course.lost.map(|day| (day, "labs.day")))
    }

    /// Failure of the graft: reported, or no neutrophil recovery in time.
    pub(super) fn graft_failure(&self, row: usize) -> Dated {
        let reported = first_after(self.graft_failures.of(row), -1).map(|day| (day, "events.day"));
        let primary = match self.no_engraftment(row, self.graft_due) {
            Standing::On(day, source) => Some((day, source)),
            _ => None,
        };
        earliest(reported, primary)
    }

    /// The reported failure of the graft after a day.
    pub(super) fn graft_failure_after(&self, row: usize, day: i32) -> Option<i32> {
        first_after(self.graft_failures.of(row), day)
    }
}

/// The earlier of two days; the first on the same day.
pub(super) fn earliest(one: Dated, other: Dated) -> Dated {
    match (one, other) {
        (Some(left), Some(right)) => Some(if right.0 < left.0 { right } else { left }),
        (left, right) => left.or(right),
    }
}

fn first_after(spans: &[Span], day: i32) -> Option<i32> {
    spans.iter().map(|span| span.start).find(|start| *start > day)
}
