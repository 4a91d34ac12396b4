//! The statuses of days, and what followed from them.

use super::{DayLine, Decision};
use crate::cohort::engraftment::Recovery;
use crate::cohort::response::{At, Chart, Judgement, Period, Rated, View, evidence_of};
use crate::domain::Status;

/// The first day that is rated, and why.
pub(super) fn rated_from(judged: Option<&Judgement<'_>>, chart: &Chart<'_>) -> String {
    let Some(judged) = judged else { return "the disorder has no response rule".to_owned() };
    match (judged.from, chart.neutrophils) {
        (None, _) => "no day: the neutrophils have not recovered".to_owned(),
        (Some(day), Recovery::NotMeasured) => {
            format!("day {day}: it is not known when the neutrophils recovered")
        }
        (Some(day), Recovery::Begun(first)) => {
            format!("day {day}: the neutrophils may have recovered on day {first}, not before")
        }
        (Some(day), Recovery::NeverBelow) => format!("day {day}: neutrophils never fell"),
        (Some(day), _) => format!("day {day}: neutrophil recovery"),
    }
}

/// The status of each day, by lineage.
pub(super) fn days(judged: &Judgement<'_>) -> Vec<DayLine> {
    let lineages = judged.lineages.iter();
    let lines = lineages.flat_map(|lineage| {
        lineage.ratings.iter().map(|rated| DayLine {
            lineage: lineage.disorder.name(),
            day: rated.day,
            status: rated.status.map(Status::name),
            clause: lineage.view.rule.clauses[rated.clause].id.clone(),
            because: because(&lineage.view, rated),
        })
    });
    lines.collect()
}

/// The conditions of the clause that decided a day; of the better clauses before it, those that do not hold.
fn because(view: &View<'_>, rated: &Rated) -> Vec<String> {
    let clause = &view.rule.clauses[rated.clause];
    let own = evidence_of(view, rated.day, &clause.all);
    let before = view.rule.clauses[..rated.clause].iter();
    let better = before.filter(|other| other.status > clause.status);
    let failed = better.flat_map(|other| {
        let evidence = evidence_of(view, rated.day, &other.all).into_iter();
        evidence.filter(|line| !line.contains(": yes")).map(|line| format!("{}: {line}", other.id))
    });
    own.into_iter().chain(failed).collect()
}

/// What was decided, by day.
pub(super) fn decisions(judged: &Judgement<'_>, landmarks: &[i32]) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for (level, name) in [
        (Status::Response, "response"),
        (Status::Unconfirmed, "counts of a complete response"),
        (Status::Complete, "complete response"),
    ] {
        // Counts of a complete response are told only where there is no complete response.
        if level == Status::Unconfirmed && !judged.periods(Status::Complete).is_empty() {
            continue;
        }
        for period in judged.periods(level) {
            decisions.push(begin(judged, period, name));
            decisions.extend(end(judged, period, name));
        }
    }
    if let Some((day, place)) = judged.rescue {
        let rule = &judged.rule.rescue[place];
        decisions.push(Decision {
            what: "rescue treatment".to_owned(),
            day: Some(day),
            confirmed: None,
            clause: Some(rule.id.clone()),
            because: vec![rule.to_string()],
        });
    }
    if let Some((day, since)) = judged.sustained() {
        decisions.push(Decision {
            what: "sustained response off treatment".to_owned(),
            day: Some(day),
            confirmed: None,
            clause: None,
            because: vec![format!("in response and without treatment from day {since} to day {day}")],
        });
    }
    decisions.sort_by_key(|decision| decision.day);
    decisions.extend(landmarks.iter().map(|day| at(judged, *day)));
    decisions
}

fn begin(judged: &Judgement<'_>, period: &Period, name: &str) -> Decision {
    let mut because_of = Vec::new();
    let mut clauses: Vec<&str> = Vec::new();
    for lineage in &judged.lineages {
        for day in [period.start, period.confirmed] {
            let Some(rated) = lineage.ratings.iter().find(|rated| rated.day == day) else { continue };
            let clause = &lineage.view.rule.clauses[rated.clause];
            because_of.push(format!(
                "day {day}: {} by {}: {}",
                rated.status.map_or("not rated", Status::name),
                clause.id,
                because(&lineage.view, rated).join("; ")
            ));
            if day == period.start && !clauses.contains(&clause.id.as_str()) {
                clauses.push(&clause.id);
            }
        }
    }
    if period.known > period.confirmed {
        because_of.push(format!("known on day {}, with the last value of that visit", period.known));
    }
    Decision {
        what: name.to_owned(),
        day: Some(period.start),
        confirmed: Some(period.confirmed),
        clause: (!clauses.is_empty()).then(|| clauses.join(", ")),
        because: because_of,
    }
}

fn end(judged: &Judgement<'_>, period: &Period, name: &str) -> Option<Decision> {
    let end = period.end?;
    let lineage = judged.lineages.get(end.lineage)?;
    let Some(place) = end.loss else {
        return Some(Decision {
            what: format!("loss of {name}"),
            day: Some(end.day),
            confirmed: None,
            clause: None,
            because: vec![format!("relapse reported on day {}", end.day)],
        });
    };
    let loss = lineage.view.rule.losses.get(place)?;
    let days = [end.day, end.confirmed];
    let because_of = days.iter().filter_map(|day| {
        let rated = lineage.ratings.iter().find(|rated| rated.day == *day)?;
        let status = rated.status.map_or("not rated", Status::name);
        Some(format!("day {day}: {status}: {}", because(&lineage.view, rated).join("; ")))
    });
    let conditions = crate::study::response_rule::all_of(&loss.all);
    Some(Decision {
        what: format!("loss of {name}"),
        day: Some(end.day),
        confirmed: Some(end.confirmed),
        clause: Some(loss.id.clone()),
        because: std::iter::once(conditions).chain(because_of).collect(),
    })
}

/// The status of the nearest day, and what is in question of it.
fn rated_at(judged: &Judgement<'_>, (status, day): (Status, i32), around: i32) -> String {
    let text = format!("{}: nearest day with a status is {day}, within {around} days", status.name());
    match judged.in_question(day).filter(|_| status >= Status::Response) {
        None => text,
        Some(since) => {
            format!(
                "{text}; nothing confirms or contradicts the loss of the complete response on day {since}"
            )
        }
    }
}

fn at(judged: &Judgement<'_>, landmark: i32) -> Decision {
    let around = judged.rule.landmark.around(landmark);
    let (day, clause, text) = match judged.at(landmark) {
        At::Dead(day) => (Some(day), None, format!("NR: dead on day {day}")),
        At::Rescued(day, place) => (
            Some(day),
            Some(judged.rule.rescue[place].id.clone()),
            format!("NR: rescue treatment on day {day}"),
        ),
        At::Rated(status, day) => (Some(day), None, rated_at(judged, (status, day), around)),
        At::NotEngrafted => (None, None, "NR: the neutrophils have not recovered".to_owned()),
        At::NotDue => (None, None, "left out: the data were cut before".to_owned()),
        At::Unconfirmed(day) => (
            Some(day),
            None,
            format!("unconfirmed: nothing confirms or contradicts the value of day {day}; not evaluable"),
        ),
        At::NotEvaluable => (None, None, format!("not evaluable: no status within {around} days")),
    };
    Decision { what: format!("status on day {landmark}"), day, confirmed: None, clause, because: vec![text] }
}
