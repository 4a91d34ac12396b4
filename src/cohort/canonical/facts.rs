//! What the tables say about each subject, gathered once for all endpoints.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;

use super::super::engraftment::{Recovery, loss, recovery};
use super::super::error::CohortError;
use super::super::first_event::{Confirmed, Source};
use super::super::labs::{Series, Test, visit_series};
use super::super::population::Population;
use super::super::response::{Chart, Course, Indications, assess, going_on, rescue_of};
use super::super::table::scan_canonical;
use super::super::{CohortInput, RuleUse};
use super::days::{Roster, Span, Spans, first_days, spans};
use super::events::{repeated, row_conditions, row_events, row_key, untold};
use super::remission::Taken;
use super::standing::Standing;
use super::subjects::{self, Subject};
use super::treatments::Treatments;
use crate::domain::{Disorder, Ground, Indication, TreatmentClass};
use crate::study::engraftment::LossRule;
use crate::study::file::Bleeding;
use crate::study::response_rule::RescueBy;
use crate::study::{Endpoint, ResponseRules, Rule, UnitTable};

/// Where the day of a second transplant comes from.
pub(super) const SECOND_TRANSPLANT: Source = "transplants.hsct_day";

/// Something that happened: on which day, known from where and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) day: i32,
    pub(super) source: Source,
    /// The day from which it is known.
    pub(super) known: i32,
}

impl Dated {
    /// Known on its day.
    pub(super) fn at_once(day: i32, source: Source) -> Self {
        Self { day, source, known: day }
    }

    /// Known from laboratory values.
    pub(super) fn by_values(found: Confirmed) -> Self {
        Self { day: found.day, source: "labs.day", known: found.confirmed }
    }
}

/// What the tables say about each subject.
#[derive(Default)]
pub(super) struct Facts {
    /// Patients, first transplant, follow-up.
    pub(super) subjects: Vec<Subject>,
    first: BTreeMap<String, Vec<Option<i32>>>,
    every: BTreeMap<String, Spans>,
    /// The keys of the events of which no row can tell.
    untold: BTreeSet<String>,
    /// The days by which a graft has taken: of all, of cord blood.
    graft_due: (i32, i32),
    /// The endpoints of which it counts since when they are known.
    pub(super) with_known_days: BTreeSet<String>,
    relapses: Spans,
    graft_failures: Spans,
    bleeds: Spans,
    /// GVHD and EBV, by the number of the indication.
    indications: [Spans; Indication::ALL.len()],
    platelets: Spans,
    treatments: Treatments,
    /// The first rescue treatment; the first rescue treatment or second transplant.
    rescues: Vec<(Option<Dated>, Option<Dated>)>,
    /// The response rules.
    pub(super) book: ResponseRules,
    landmarks: Vec<i32>,
    /// The status of each subject at each landmark.
    at: Vec<Taken>,
    /// Neutrophil recovery.
    pub(super) neutrophils: Vec<Recovery>,
    /// Platelet recovery.
    pub(super) thrombocytes: Vec<Recovery>,
    /// Loss of the graft by counts, where the rules know one.
    losses: BTreeMap<usize, Confirmed>,
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
        let mut facts = Self {
            subjects: subjects::read(&population.columns)?,
            book: input.study.response_rules.clone(),
            landmarks: endpoints.iter().filter_map(|endpoint| endpoint.landmark).collect(),
            ..Self::default()
        };
        facts.at = vec![Taken::Unknown(Ground::NoValue); roster.len() * facts.landmarks.len()];
        facts.neutrophils = vec![Recovery::NotMeasured; roster.len()];
        facts.thrombocytes = facts.neutrophils.clone();
        facts.courses = vec![Course::default(); roster.len()];
        facts.graft_due = input.study.graft_due();
        facts.with_known_days = input.study.endpoints_with_known_days();
        facts.collect_deaths(population, endpoints)?;
        facts.collect_events(input, &roster, endpoints)?;
        facts.collect_treatments(input, &roster, endpoints)?;
        facts.rescues = (0..roster.len()).map(|row| facts.first_rescues(row)).collect();
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
        self.untold = untold("events", &events, endpoints)?;
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
        for indication in Indication::ALL {
            self.indications[indication as usize] = of_type(indication.code())?;
        }
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
        let conditions = row_events("treatments", &mut treatments, endpoints)?;
        let joined = roster.join("treatments", treatments, 0..roster.len())?;
        let mut first = first_days("treatments", joined.clone(), "start_day", &conditions, roster.len())?;
        self.first.append(&mut first);
        self.collect_every(("treatments", "start_day"), &joined, &conditions, endpoints)?;
        let platelets = col("class").eq(lit(TreatmentClass::Platelets.code()));
        self.platelets = spans("treatments", joined.clone(), "start_day", platelets, roster.len())?;
        self.treatments = Treatments::collect(joined, roster.len())?;
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

    /// Reads the laboratory values.
    pub(super) fn collect_series(
        &mut self,
        input: &CohortInput<'_>,
        roster: &Roster,
    ) -> Result<(), CohortError> {
        let Some(path) = input.tables.get("labs") else { return Ok(()) };
        let treated = input.tables.contains_key("treatments");
        let bleeding = input.study.file.response.bleeding;
        let (units, rules) = (units(input)?, &input.study.engraftment);
        let mut measured = vec![false; self.subjects.len()];
        visit_series(path, &units, roster, |row, series| {
            measured[row] = true;
            let series: &Series = &series.up_to(self.seen_to(row));
            let cond_start = self.subjects[row].cond_start;
            let neutrophils = (&rules.neutrophils, rules);
            self.neutrophils[row] = recovery(series.of(Test::Anc), neutrophils, &[], cond_start);
            if let Some(lost) = rules.loss.as_ref().and_then(|rule| self.loss_by_counts(row, series, rule)) {
                self.losses.insert(row, lost);
            }
            if treated {
                let (counts, platelets) = (series.of(Test::Plt), (&rules.platelets, rules));
                self.thrombocytes[row] = recovery(counts, platelets, self.platelets.of(row), cond_start);
                self.rate(row, series, bleeding);
            }
        })?;
        // Who was never measured is judged as well: by death, treatment and bleeding.
        let never = (0..measured.len()).filter(|row| treated && !measured[*row]);
        never.for_each(|row| self.rate(row, &Series::default(), bleeding));
        Ok(())
    }

    /// Loss of the first graft by its own counts.
    fn loss_by_counts(&self, row: usize, series: &Series, rule: &LossRule) -> Option<Confirmed> {
        let counts = series.of(Test::Anc);
        let second = self.subjects[row].second_hsct.unwrap_or(i32::MAX);
        let own = counts.partition_point(|count| count.day < second);
        // Growth factor without a last day goes on: the counts that it hides are not known.
        let given = going_on(self.treatments.of(row), &[TreatmentClass::Gcsf]);
        let given = given.iter().filter(|one| one.class == TreatmentClass::Gcsf);
        let given: Vec<Span> = given.map(|one| Span { start: one.start, end: one.last() }).collect();
        loss(&counts[..own], rule, &given, self.neutrophils[row])
    }

    /// Rates a subject.
    fn rate(&mut self, row: usize, series: &Series, bleeding: Bleeding) {
        let chart = self.chart(row, series, bleeding);
        let (course, at) = assess(&chart, &self.book, &self.landmarks);
        self.courses[row] = course;
        let taken = self.at.iter_mut().skip(row * self.landmarks.len());
        taken.zip(at).for_each(|(taken, at)| *taken = Taken::of(at));
    }

    /// What the response of a subject is read from.
    pub(super) fn chart<'a>(&'a self, row: usize, series: &'a Series, bleeding: Bleeding) -> Chart<'a> {
        let subject = &self.subjects[row];
        Chart {
            subject,
            series,
            treatments: self.treatments.of(row),
            bleeds: self.bleeds.of(row),
            bleeding_known: bleeding == Bleeding::None,
            neutrophils: self.neutrophils[row],
            relapses: self.relapses.of(row),
            indications: self.indications_of(row),
            end: self.seen_to(row),
        }
    }

    /// The last day to which complications are known: later laboratory values are not read.
    pub(super) fn seen_to(&self, row: usize) -> i32 {
        self.subjects[row].follow_up.map_or(i32::MAX, |seen| seen.ascertained.day)
    }

    /// Whether there is something to judge by: the status of a day, or death, rescue treatment or want of engraftment.
    pub(super) fn is_judged(&self, row: usize) -> bool {
        self.has_rule(row) && (self.ended(row).is_some() || self.courses[row].rated.is_some())
    }

    /// The day from which it is known that a subject had not responded by a day: two values say so, or death, rescue
    /// treatment or want of engraftment came by then without a response.
    pub(super) fn failed_by(&self, row: usize, day: i32) -> Option<i32> {
        let course = &self.courses[row];
        let responded = course.response.is_some_and(|response| response.day <= day);
        let ended = self.ended(row).filter(|ended| !responded && *ended <= day);
        ended.into_iter().chain(course.none_by(day)).min().filter(|_| self.has_rule(row))
    }

    pub(super) fn has_rule(&self, row: usize) -> bool {
        self.book.of(self.subjects[row].disorder).is_some()
    }

    /// The day on which death, rescue treatment or want of engraftment ended the time in which a response can be
    /// reached.
    fn ended(&self, row: usize) -> Option<i32> {
        let death = self.subjects[row].follow_up.and_then(|seen| seen.death);
        let rescue = self.rescue(row).map(|rescue| rescue.day);
        let failed = self.neutrophils[row] == Recovery::NotRecovered;
        [death, rescue, failed.then(|| self.recovery_due(row))].into_iter().flatten().min()
    }

    /// The status of a subject at a landmark of the study.
    pub(super) fn at(&self, row: usize, landmark: i32) -> Taken {
        let place = self.landmarks.iter().position(|day| *day == landmark);
        place.map_or(Taken::Unknown(Ground::NoValue), |place| self.at[row * self.landmarks.len() + place])
    }

    /// The response rules, and how many were judged by each; none where nobody was.
    pub(super) fn rule_uses(&self) -> Vec<RuleUse> {
        if !(0..self.courses.len()).any(|row| self.is_judged(row)) {
            return Vec::new();
        }
        let of = |(disorder, rule): (Disorder, &Rule)| {
            let rows = (0..self.subjects.len()).filter(|row| self.subjects[*row].disorder == disorder);
            let judged: Vec<bool> = rows.map(|row| self.is_judged(row)).collect();
            (!judged.is_empty()).then(|| RuleUse {
                disorder: disorder.name(),
                rule: rule.name.clone(),
                version: rule.version.clone(),
                subjects: judged.len() as u64,
                not_evaluable: judged.iter().filter(|judged| !**judged).count() as u64,
            })
        };
        self.book.all().filter_map(of).collect()
    }

    /// Whether no row can tell of an event, by its key.
    pub(super) fn is_untold(&self, key: &str) -> bool {
        self.untold.contains(key)
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

    /// The first rescue treatment or second transplant. Without a response rule, the second transplant alone.
    pub(super) fn rescue(&self, row: usize) -> Option<Dated> {
        self.rescues.get(row).and_then(|(_, any)| *any)
    }

    /// The first rescue treatment.
    pub(super) fn new_treatment(&self, row: usize) -> Option<Dated> {
        self.rescues.get(row).and_then(|(treatment, _)| *treatment)
    }

    fn indications_of(&self, row: usize) -> Indications<'_> {
        Indication::ALL.map(|indication| self.indications[indication as usize].of(row))
    }

    fn first_rescues(&self, row: usize) -> (Option<Dated>, Option<Dated>) {
        let subject = &self.subjects[row];
        let second = subject.second_hsct.filter(|day| *day > 0);
        let Some(rule) = self.book.of(subject.disorder) else {
            return (None, second.map(|day| Dated::at_once(day, SECOND_TRANSPLANT)));
        };
        let first = |second: Option<i32>| {
            let treatments = going_on(self.treatments.of(row), &rule.goes_on);
            let (day, place) = rescue_of(&rule.rescue, &treatments, second, &self.indications_of(row))?;
            let of_transplants = rule.rescue[place].by == RescueBy::SecondTransplant;
            let source = if of_transplants { SECOND_TRANSPLANT } else { "treatments.start_day" };
            Some(Dated::at_once(day, source))
        };
        (first(None), first(second))
    }

    /// Relapse: loss of response; a reported one, of an endpoint that counts from an origin after that, unless it was
    /// known before it that there had been no response; of responders new treatment where the rule takes it for relapse.
    pub(super) fn relapse(&self, row: usize, origin: Option<i32>) -> Option<Dated> {
        let course = &self.courses[row];
        let reported = self.reported_relapse(row, origin.unwrap_or(-1));
        let known = earliest(reported, course.lost.map(Dated::by_values));
        let rule = self.book.of(self.subjects[row].disorder);
        let response = course.response.filter(|_| rule.is_some_and(|rule| rule.rescue_is_relapse));
        let after = |rescue: &Dated| response.is_some_and(|response| rescue.day > response.day);
        earliest(known, self.new_treatment(row).filter(after))
    }

    /// The loss of a complete response: by values, or by a reported relapse.
    pub(super) fn loss_of_complete_response(&self, row: usize) -> Option<Dated> {
        let course = &self.courses[row];
        let reported = course.complete.and_then(|complete| self.reported_relapse(row, complete.day));
        earliest(reported, course.complete_lost.map(Dated::by_values))
    }

    /// The first reported relapse after a day that counts.
    fn reported_relapse(&self, row: usize, after: i32) -> Option<Dated> {
        let unfounded = &self.courses[row].unfounded;
        let counted = self.relapses.of(row).iter().filter(|span| !unfounded.contains(&span.start));
        first_after(counted, after)
    }

    /// Failure of the graft: reported, or no neutrophil recovery in time.
    pub(super) fn graft_failure(&self, row: usize) -> Option<Dated> {
        let lost = self.graft_loss_after(row, -1);
        let primary = match self.no_engraftment(row, self.graft_due) {
            Standing::On(dated) => Some(dated),
            _ => None,
        };
        earliest(lost, primary)
    }

    /// The day by which a graft has taken.
    pub(super) fn recovery_due(&self, row: usize) -> i32 {
        if self.subjects[row].cord_blood { self.graft_due.1 } else { self.graft_due.0 }
    }

    /// The loss of the graft after a day: reported, or by counts.
    pub(super) fn graft_loss_after(&self, row: usize, day: i32) -> Option<Dated> {
        let by_counts = self.losses.get(&row).filter(|lost| lost.day > day);
        earliest(first_after(self.graft_failures.of(row), day), by_counts.copied().map(Dated::by_values))
    }
}

/// The units of the laboratory values.
pub(super) fn units(input: &CohortInput<'_>) -> Result<UnitTable, CohortError> {
    let failed = |message| CohortError::Condition { place: "inputs.units".to_owned(), message };
    input.study.units().map_err(failed)
}

/// The earlier of two; the first on the same day. That it happened is known from the first that is.
pub(super) fn earliest(one: Option<Dated>, other: Option<Dated>) -> Option<Dated> {
    match (one, other) {
        (Some(left), Some(right)) => {
            let first = if right.day < left.day { right } else { left };
            Some(Dated { known: left.known.min(right.known), ..first })
        }
        (left, right) => left.or(right),
    }
}

/// The first event after a day.
fn first_after<'a>(spans: impl IntoIterator<Item = &'a Span>, day: i32) -> Option<Dated> {
    let mut after = spans.into_iter().map(|span| span.start).filter(|start| *start > day);
    after.next().map(|day| Dated::at_once(day, "events.day"))
}
