//! The rule of each endpoint: facts of a subject -> how it ended.
//!
//! Follow-up for all but overall survival ends where complications are known to. Days count from
//! the first infusion, but for `relapse` (from response) and `secondary_graft_failure` (from
//! neutrophil recovery).

use super::super::CohortInput;
use super::super::engraftment::Recovery;
use super::super::error::CohortError;
use super::super::first_event::{Candidate, End, Source, first_event};
use super::Verdict;
use super::events::own_key;
use super::facts::{Facts, candidate};
use super::remission;
use super::subjects::{FollowUp, Subject};
use crate::cohort::adtte::event_of;
use crate::study::Endpoint;
use crate::study::file::EventSpec;

/// Acute GVHD counts to this day.
const ACUTE_LAST_DAY: i32 = 100;
/// Who has not responded by this day has failed, in event-free survival.
const RESPONSE_DUE: i32 = 180;
/// Neutrophils recover by this day, or the graft has failed.
const GRAFT_LIMIT: i32 = 30;
/// The same, cord blood.
const GRAFT_LIMIT_CORD: i32 = 42;

/// The rule of an endpoint for one subject.
pub(super) type Judge = fn(&Facts, &Endpoint, usize) -> Verdict;

/// A built-in endpoint: its name, its rule, the tables without which it would be wrong.
struct Rule {
    name: &'static str,
    judge: Judge,
    needs: &'static [&'static str],
    /// Whether it reads laboratory series, if there are any.
    series: bool,
}

const EVENTS: &[&str] = &["events"];
const RESPONSE: &[&str] = &["labs", "treatments"];

const fn rule(name: &'static str, judge: Judge, needs: &'static [&'static str]) -> Rule {
    Rule { name, judge, needs, series: true }
}

const fn complication_rule(name: &'static str) -> Rule {
    Rule { name, judge: complication, needs: EVENTS, series: false }
}

const RULES: &[Rule] = &[
    Rule { name: "os", judge: survival, needs: &[], series: false },
    rule("efs", event_free, &["labs", "treatments", "events"]),
    rule("grfs", gvhd_free, EVENTS),
    rule("nrm", non_relapse_mortality, EVENTS),
    rule("relapse", relapse, RESPONSE),
    rule("anc_recovery", neutrophils, &["labs"]),
    rule("plt_recovery", platelets, RESPONSE),
    rule("primary_graft_failure", primary_graft_failure, &["labs"]),
    rule("secondary_graft_failure", secondary_graft_failure, &["labs", "events"]),
    rule("agvhd_2_4", acute_gvhd, EVENTS),
    rule("agvhd_3_4", acute_gvhd, EVENTS),
    rule("cgvhd", complication, EVENTS),
    rule("cgvhd_moderate_severe", complication, EVENTS),
    complication_rule("infection_bacterial"),
    complication_rule("infection_viral"),
    complication_rule("infection_fungal"),
    complication_rule("cmv"),
    complication_rule("ebv"),
    complication_rule("sos"),
    complication_rule("second_malignancy"),
    complication_rule("second_autoimmune"),
    rule("response", response, RESPONSE),
    rule("complete_response", response, RESPONSE),
    rule("loss_of_response", remission::loss_of_response, RESPONSE),
    rule("duration_of_response", remission::duration_of_response, RESPONSE),
    rule("loss_of_complete_response", remission::loss_of_complete_response, RESPONSE),
    rule("sustained_response", remission::sustained_response, RESPONSE),
    // Statuses have no time; `remission::status` tells them.
    rule("best_response", |_, _, _| Verdict::NotApplicable, RESPONSE),
    rule("landmark_status", |_, _, _| Verdict::NotApplicable, RESPONSE),
];

fn rule_of(endpoint: &Endpoint) -> Option<&'static Rule> {
    match endpoint.spec.event {
        Some(_) => None,
        None => RULES.iter().find(|rule| rule.name == endpoint.spec.name.get_ref()),
    }
}

/// The tables without which a built-in endpoint would be wrong, besides patients, transplants and followup.
pub fn tables_needed(endpoint: &str) -> &'static [&'static str] {
    RULES.iter().find(|rule| rule.name == endpoint).map_or(&[], |rule| rule.needs)
}

/// The rule of an endpoint.
pub(super) fn judge(endpoint: &Endpoint) -> Result<Judge, CohortError> {
    match (&endpoint.spec.event, rule_of(endpoint)) {
        (Some(_), _) => Ok(own),
        (None, Some(rule)) => Ok(rule.judge),
        (None, None) => Err(CohortError::UnknownEndpoint { endpoint: endpoint.name.clone() }),
    }
}

/// Whether an endpoint depends on laboratory series.
pub(super) fn reads_series(endpoint: &Endpoint) -> bool {
    match rule_of(endpoint) {
        Some(rule) => rule.series,
        None if event_of(endpoint).is_some() => false,
        None => endpoint.causes.iter().any(|cause| cause == "relapse" || cause == "graft_failure"),
    }
}

/// Refuses an endpoint that would be wrong without a table that the study does not have.
///
/// Without laboratory values or treatments, relapse is known from reported relapses alone; that
/// is enough where it competes.
pub(super) fn refuse_without_tables(endpoint: &Endpoint, input: &CohortInput<'_>) -> Result<(), CohortError> {
    let absent = |table: &str| !input.tables.contains_key(table);
    let mut needs: Vec<&'static str> = rule_of(endpoint).map_or(Vec::new(), |rule| rule.needs.to_vec());
    if let Some(EventSpec::Rows(rows)) = &endpoint.spec.event {
        needs.push(if rows.table.get_ref() == "treatments" { "treatments" } else { "events" });
        if endpoint.causes[1..].iter().any(|cause| cause == "relapse" || cause == "graft_failure") {
            needs.push("events");
        }
    }
    match needs.into_iter().find(|table| absent(table)) {
        None => Ok(()),
        Some(table) => Err(CohortError::EndpointNeeds { endpoint: endpoint.name.clone(), table }),
    }
}

/// The last day on which the graft of a subject may recover.
pub(super) fn graft_limit(subject: &Subject) -> i32 {
    if subject.cord_blood { GRAFT_LIMIT_CORD } else { GRAFT_LIMIT }
}

/// Ends an endpoint with the earliest candidate, at most at the window of the study.
fn end(endpoint: &Endpoint, candidates: &[Candidate], end: End) -> Verdict {
    #[allow(clippy::cast_possible_truncation, reason = "cut to whole days; beyond 32 bits it saturates")]
    let window = endpoint.spec.window.map(|days| days.floor() as i32);
    Verdict::Ended(first_event(candidates, end.at_most(window, "window")))
}

/// Everybody with a follow-up, judged by it.
pub(super) fn followed(facts: &Facts, row: usize, judge: impl FnOnce(FollowUp) -> Verdict) -> Verdict {
    facts.subjects[row].follow_up.map_or(Verdict::NotEvaluable, judge)
}

/// The causes of an endpoint after the first as candidates, by their names.
fn competitors(facts: &Facts, endpoint: &Endpoint, row: usize) -> impl Iterator<Item = Candidate> {
    (1_u32..).zip(&endpoint.causes).skip(1).map(move |(cause, name)| facts.competitor(name, cause, row))
}

/// Follow-up to death, the second cause.
pub(super) fn until_death(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    followed(facts, row, |seen| end(endpoint, &[facts.competitor("death", 2, row)], seen.ascertained))
}

fn survival(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    followed(facts, row, |seen| end(endpoint, &[facts.competitor("death", 1, row)], seen.end))
}

/// A first event, its competitors by the names of the causes.
pub(super) fn first_of(
    facts: &Facts,
    endpoint: &Endpoint,
    row: usize,
    event: Candidate,
    last: End,
) -> Verdict {
    let candidates: Vec<Candidate> =
        std::iter::once(event).chain(competitors(facts, endpoint, row)).collect();
    end(endpoint, &candidates, last)
}

fn complication(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let event = facts.first(&endpoint.name, row).map(|day| (day, "events.day"));
    followed(facts, row, |seen| first_of(facts, endpoint, row, candidate(event, 1), seen.ascertained))
}

fn acute_gvhd(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let event = facts.first(&endpoint.name, row).map(|day| (day, "events.day"));
    followed(facts, row, |seen| {
        let last = seen.ascertained.at_most(Some(ACUTE_LAST_DAY), "day 100");
        first_of(facts, endpoint, row, candidate(event, 1), last)
    })
}

/// Where the days of the events of an endpoint of the study's own come from.
pub(super) fn own_source(endpoint: &Endpoint) -> Source {
    match &endpoint.spec.event {
        Some(EventSpec::Rows(rows)) if rows.table.get_ref() == "treatments" => "treatments.start_day",
        _ => "events.day",
    }
}

fn own(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let event = facts.first(&own_key(&endpoint.name), row).map(|day| (day, own_source(endpoint)));
    followed(facts, row, |seen| first_of(facts, endpoint, row, candidate(event, 1), seen.ascertained))
}

/// Death, relapse, no response when due, graft failure (allogeneic), rescue treatment.
fn event_free(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let course = facts.courses[row];
    if !course.evaluable {
        return Verdict::NotEvaluable;
    }
    let responded = course.response.is_some_and(|day| day <= RESPONSE_DUE);
    let overdue = (!responded).then_some((RESPONSE_DUE, "no response by day 180"));
    let failure = facts.graft_failure(row).filter(|_| facts.subjects[row].allogeneic);
    let candidates = [
        facts.competitor("death", 1, row),
        candidate(facts.relapse(row), 1),
        candidate(failure, 1),
        candidate(facts.rescue(row), 1),
        candidate(overdue, 1),
    ];
    followed(facts, row, |seen| end(endpoint, &candidates, seen.ascertained))
}

/// Acute GVHD III-IV, severe chronic GVHD, graft failure, relapse, death.
fn gvhd_free(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let gvhd = |name: &str| candidate(facts.first(name, row).map(|day| (day, "events.day")), 1);
    let candidates = [
        facts.competitor("death", 1, row),
        gvhd("agvhd_3_4"),
        gvhd("cgvhd_severe"),
        candidate(facts.graft_failure(row), 1),
        candidate(facts.relapse(row), 1),
    ];
    followed(facts, row, |seen| end(endpoint, &candidates, seen.ascertained))
}

/// A relapse up to the day of death is a relapse; death from the disease is one too.
fn non_relapse_mortality(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    followed(facts, row, |seen| {
        let death_cause = if seen.from_disease { 2 } else { 1 };
        let candidates = [candidate(facts.relapse(row), 2), facts.competitor("death", death_cause, row)];
        end(endpoint, &candidates, seen.ascertained)
    })
}

/// Among responders, from the day of response.
fn relapse(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let course = facts.courses[row];
    match course.response {
        _ if !course.evaluable => Verdict::NotEvaluable,
        None => Verdict::NotApplicable,
        Some(response) => since(facts, endpoint, row, response, candidate(facts.relapse(row), 1)),
    }
}

/// A first event with its competitors, counted from another day than that of infusion.
pub(super) fn since(facts: &Facts, endpoint: &Endpoint, row: usize, start: i32, event: Candidate) -> Verdict {
    let shift = |candidate: Candidate| Candidate { day: candidate.day.map(|day| day - start), ..candidate };
    let candidates: Vec<Candidate> =
        std::iter::once(event).chain(competitors(facts, endpoint, row)).map(shift).collect();
    followed(facts, row, |seen| {
        let last = seen.ascertained;
        end(endpoint, &candidates, End { day: last.day - start, ..last })
    })
}

fn recovery(facts: &Facts, endpoint: &Endpoint, row: usize, recovery: Recovery) -> Verdict {
    let event = match recovery {
        Recovery::NotMeasured => return Verdict::NotEvaluable,
        Recovery::NeverBelow => return Verdict::NeverBelow,
        Recovery::Recovered(day) => Some((day, "labs.day")),
        Recovery::NotRecovered => None,
    };
    followed(facts, row, |seen| first_of(facts, endpoint, row, candidate(event, 1), seen.ascertained))
}

fn neutrophils(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    recovery(facts, endpoint, row, facts.neutrophils[row])
}

fn platelets(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    recovery(facts, endpoint, row, facts.thrombocytes[row])
}

/// The event is on the limit, day 30 or 42, of who has not recovered and lives; who recovered is
/// known to be free of it and stands until the limit; death before competes.
fn primary_graft_failure(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let limit = graft_limit(&facts.subjects[row]);
    let took = match facts.neutrophils[row] {
        Recovery::NotMeasured => return Verdict::NotEvaluable,
        recovery => recovery.day().is_some_and(|day| day <= limit),
    };
    followed(facts, row, |seen| {
        let last = End { day: limit, source: "graft limit" };
        let last = if took { last } else { seen.ascertained.at_most(Some(limit), "graft limit") };
        let failure = facts.primary_graft_failure(row).map(|day| (day, "labs.day"));
        first_of(facts, endpoint, row, candidate(failure, 1), last)
    })
}

/// A reported graft failure after neutrophil recovery, among who recovered, from that day.
fn secondary_graft_failure(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    match facts.neutrophils[row] {
        Recovery::NotMeasured => Verdict::NotEvaluable,
        Recovery::NotRecovered => Verdict::NotApplicable,
        Recovery::NeverBelow => lost_after(facts, endpoint, row, 0),
        Recovery::Recovered(day) => lost_after(facts, endpoint, row, day),
    }
}

fn lost_after(facts: &Facts, endpoint: &Endpoint, row: usize, recovered: i32) -> Verdict {
    let failure = facts.graft_failure_after(row, recovered).map(|day| (day, "events.day"));
    since(facts, endpoint, row, recovered, candidate(failure, 1))
}

fn response(facts: &Facts, endpoint: &Endpoint, row: usize) -> Verdict {
    let course = facts.courses[row];
    if !course.evaluable {
        return Verdict::NotEvaluable;
    }
    let day = if endpoint.name == "complete_response" { course.complete } else { course.response };
    let event = candidate(day.map(|day| (day, "labs.day")), 1);
    followed(facts, row, |seen| first_of(facts, endpoint, row, event, seen.ascertained))
}
