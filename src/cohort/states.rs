//! Where patients are when: the stays of each in the states of the study.

use std::collections::BTreeSet;

use super::canonical::WINDOW;
use super::table::{frame, gather, text_column};
use super::{Cohort, EndpointData, NoRow};
use crate::ingest::frame::{ColumnData, Frame};
use crate::study::file::ChangesOn;
use crate::study::state::counts_from;
use crate::study::{AnalysisKind, AnalysisSpec, State, Study};

/// The stays of the population.
#[derive(Debug, Clone)]
pub struct StatesData {
    /// The states, in order.
    pub states: Vec<State>,
    /// One row a stay: `subject_id`, `entry` (missing: from the beginning, day 0 included), `time`, `from`, `to`
    /// (missing: no longer observed), the strata. In the order of [`Cohort::subjects`].
    pub rows: Frame,
    /// Subjects of whom one of the endpoints cannot be judged; they have no stays.
    pub not_evaluable: u64,
}

/// What an endpoint says about a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Course {
    /// The event of interest, on this day.
    Event(f64),
    /// Followed to this day without any event.
    Censored(f64),
    /// Something else ended it, and nothing more is to be known from it.
    Over,
    /// It does not exist for the subject.
    NotApplicable,
    /// It cannot be judged.
    NotEvaluable,
}

/// What an endpoint says about each subject. Counts that never fell are recovered from day 0.
pub(super) fn courses(data: &EndpointData, subjects: usize) -> Vec<Course> {
    let column = |name: &str| data.rows.column(name);
    let (time, cause, source) = (column("time"), column("cause"), column("source"));
    let number = |column: Option<&ColumnData>, row: usize| column.and_then(|column| column.number(row));
    let of_row = |row: usize| {
        let by_definition = source.and_then(|source| source.label(row));
        let by_definition = by_definition.is_some_and(|source| source == WINDOW);
        match (number(time, row), number(cause, row)) {
            (Some(day), Some(cause)) if cause < 0.5 && !by_definition => Course::Censored(day),
            (Some(day), Some(cause)) if (0.5..1.5).contains(&cause) => Course::Event(day),
            (Some(_), Some(_)) => Course::Over,
            _ => Course::NotEvaluable,
        }
    };
    let mut courses = vec![None; subjects];
    for (place, reason) in &data.absent {
        if let Some(course) = courses.get_mut(*place) {
            *course = Some(match reason {
                NoRow::NotApplicable => Course::NotApplicable,
                NoRow::NeverBelow => Course::Event(0.0),
                NoRow::NotEvaluable => Course::NotEvaluable,
            });
        }
    }
    let mut rows = 0..data.rows.rows;
    let next =
        |course: Option<Course>| course.or_else(|| rows.next().map(of_row)).unwrap_or(Course::NotEvaluable);
    courses.into_iter().map(next).collect()
}

/// The stays of the population, where the study asks for them.
pub(super) fn derive(study: &Study, cohort: &Cohort) -> Option<StatesData> {
    if !study.asks_for_states() {
        return None;
    }
    let (states, subjects) = (study.states(), cohort.subjects.rows);
    let changes = study.changes_on().unwrap_or(ChangesOn::FirstDay);
    let way_in = |state: &State| way_in(cohort, state.endpoint.as_deref(), (subjects, changes));
    let ways_in: Vec<Vec<Course>> = states.iter().map(way_in).collect();
    let (mut stays, mut not_evaluable) = (Vec::new(), 0);
    for subject in 0..subjects {
        let own: Vec<Course> = ways_in.iter().map(|courses| courses[subject]).collect();
        if own.contains(&Course::NotEvaluable) {
            not_evaluable += 1;
        } else {
            stays.extend(stays_of(&states, &own).into_iter().map(|stay| (subject, stay)));
        }
    }
    let rows = stay_rows(study, cohort, &states, &stays);
    Some(StatesData { states, rows, not_evaluable })
}

/// What leads into a state, in days from transplant; nothing leads into the first. What later values confirm leads there
/// when they do, or on its first day.
fn way_in(cohort: &Cohort, endpoint: Option<&str>, (subjects, changes): (usize, ChangesOn)) -> Vec<Course> {
    let data = |name: &str| cohort.endpoints.iter().find(|data| data.endpoint.name == name);
    let Some(name) = endpoint else { return vec![Course::NotApplicable; subjects] };
    let Some(own) = data(name) else { return vec![Course::NotEvaluable; subjects] };
    let own_courses = courses(own, subjects);
    let known =
        known_days(own, subjects).into_iter().map(|day| day.filter(|_| changes == ChangesOn::Confirmed));
    let from_transplant = match counts_from(&own.endpoint).and_then(data) {
        None => own_courses,
        Some(origin) => {
            let origins = courses(origin, subjects);
            own_courses.into_iter().zip(origins).map(|(course, origin)| later(course, origin)).collect()
        }
    };
    from_transplant.into_iter().zip(known).map(|(course, known)| when_known(course, known)).collect()
}

/// An event on the day from which it is known.
fn when_known(course: Course, known: Option<f64>) -> Course {
    match (course, known) {
        (Course::Event(_), Some(day)) => Course::Event(day),
        (course, _) => course,
    }
}

/// For each subject the day, from transplant, from which it is known how an endpoint ended, where that counts.
pub(super) fn known_days(data: &EndpointData, subjects: usize) -> Vec<Option<f64>> {
    rows_of(data, subjects).map(|row| data.rows.column("known")?.number(row?)).collect()
}

/// For each subject the row of an endpoint with a time; none for who has none.
pub(super) fn rows_of(data: &EndpointData, subjects: usize) -> impl Iterator<Item = Option<usize>> {
    let absent: BTreeSet<usize> = data.absent.iter().map(|(place, _)| *place).collect();
    let mut rows = 0..data.rows.rows;
    (0..subjects).map(move |subject| if absent.contains(&subject) { None } else { rows.next() })
}

/// A course that counts from the event of another.
fn later(course: Course, origin: Course) -> Course {
    match (course, origin) {
        (Course::Event(day), Course::Event(start)) => Course::Event(start + day),
        (Course::Censored(day), Course::Event(start)) => Course::Censored(start + day),
        // Without the event that it counts from it leads nowhere.
        (Course::Event(_) | Course::Censored(_), _) => Course::Over,
        (course, _) => course,
    }
}

/// A stay of a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
struct StayRow {
    entry: Option<f64>,
    time: f64,
    from: usize,
    to: Option<usize>,
}

/// The stays of a subject.
///
/// Observation ends with the first endpoint that was followed no longer and whose event had not come: from
/// then on it is not known which state the subject is in. An event on that day counts. An event that leads
/// where the graph does not is passed over; of several on one day each is taken in the order of the states.
fn stays_of(states: &[State], courses: &[Course]) -> Vec<StayRow> {
    let censored = courses.iter().filter_map(|course| match course {
        Course::Censored(day) => Some(day.max(0.0)),
        _ => None,
    });
    let end = censored.min_by(f64::total_cmp);
    let mut events: Vec<(f64, usize)> = courses
        .iter()
        .enumerate()
        .filter_map(|(state, course)| match course {
            Course::Event(day) => Some((day.max(0.0), state)),
            _ => None,
        })
        .filter(|(day, _)| end.is_none_or(|end| *day <= end))
        .collect();
    events.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut stays, mut current, mut entry): (Vec<StayRow>, usize, Option<f64>) = (Vec::new(), 0, None);
    for on_day in events.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let (day, before) = (on_day[0].0, current);
        for (_, state) in on_day {
            if states[current].to.contains(state) {
                current = *state;
            }
        }
        // Who changes on day 0 begins there, unless nothing follows.
        let begins_there = day <= 0.0 && !states[current].to.is_empty();
        if current != before && !begins_there {
            stays.push(StayRow { entry, time: day, from: before, to: Some(current) });
            entry = Some(day);
        }
        if states[current].to.is_empty() {
            return stays;
        }
    }
    let last = end.or_else(|| events.last().map(|(day, _)| *day)).unwrap_or(0.0);
    if entry.is_none_or(|entry| entry < last) {
        stays.push(StayRow { entry, time: last, from: current, to: None });
    }
    stays
}

fn stay_rows(study: &Study, cohort: &Cohort, states: &[State], stays: &[(usize, StayRow)]) -> Frame {
    let subjects: Vec<usize> = stays.iter().map(|(subject, _)| *subject).collect();
    let all = || stays.iter().map(|(_, stay)| stay);
    let name = |state: usize| states[state].name.as_str();
    let entry = ColumnData::Real {
        values: all().map(|stay| stay.entry.unwrap_or(0.0)).collect(),
        valid: Some(all().map(|stay| stay.entry.is_some()).collect()),
    };
    let mut columns = vec![
        ("entry".to_owned(), entry),
        ("time".to_owned(), ColumnData::Real { values: all().map(|stay| stay.time).collect(), valid: None }),
        ("from".to_owned(), text_column(all().map(|stay| Some(name(stay.from))))),
        ("to".to_owned(), text_column(all().map(|stay| stay.to.map(name)))),
    ];
    let strata = study.file.strata.keys().map(String::as_str);
    let of_states = study.file.analysis.iter().filter(|spec| spec.kind() == AnalysisKind::States);
    let weights: BTreeSet<&str> = of_states.filter_map(AnalysisSpec::weight).collect();
    for (place, of_subject) in std::iter::once("subject_id").chain(strata).chain(weights).enumerate() {
        if let Some(column) = cohort.subjects.column(of_subject) {
            let at = if place == 0 { 0 } else { columns.len() };
            columns.insert(at, (of_subject.to_owned(), gather(column, &subjects)));
        }
    }
    frame(stays.len(), columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states() -> Vec<State> {
        let state = |name: &str, to: &[usize]| State {
            name: name.to_owned(),
            endpoint: None,
            to: to.to_vec(),
            chart: false,
        };
        vec![
            state("transplanted", &[1, 2, 4]),
            state("engrafted", &[2, 4]),
            state("in remission", &[3, 4]),
            state("relapsed", &[4]),
            state("dead", &[]),
        ]
    }

    fn shown(courses: [Course; 4]) -> Vec<(Option<f64>, f64, usize, Option<usize>)> {
        let all: Vec<Course> = std::iter::once(Course::NotApplicable).chain(courses).collect();
        stays_of(&states(), &all).iter().map(|stay| (stay.entry, stay.time, stay.from, stay.to)).collect()
    }

    use Course::{Censored, Event, NotApplicable, Over};

    #[test]
    fn from_transplant_to_death() {
        assert_eq!(
            shown([Event(12.0), Event(40.0), Event(200.0), Event(300.0)]),
            [
                (None, 12.0, 0, Some(1)),
                (Some(12.0), 40.0, 1, Some(2)),
                (Some(40.0), 200.0, 2, Some(3)),
                (Some(200.0), 300.0, 3, Some(4)),
            ]
        );
        // Follow-up of relapse ends before death does: where the patient was in between is not known.
        assert_eq!(
            shown([Event(12.0), Event(40.0), Censored(100.0), Event(300.0)]),
            [(None, 12.0, 0, Some(1)), (Some(12.0), 40.0, 1, Some(2)), (Some(40.0), 100.0, 2, None)]
        );
    }

    #[test]
    fn several_events_on_one_day() {
        // Engrafted and in remission on day 30; a recovery after the remission is passed over.
        assert_eq!(
            shown([Event(30.0), Event(30.0), Over, Censored(90.0)]),
            [(None, 30.0, 0, Some(2)), (Some(30.0), 90.0, 2, None)]
        );
        assert_eq!(shown([Event(35.0), Event(30.0), Over, Event(35.0)]).len(), 2);
        // On day 0: the graft works from the beginning; dead on day 0.
        assert_eq!(shown([Event(0.0), Over, NotApplicable, Censored(9.0)]), [(None, 9.0, 1, None)]);
        assert_eq!(shown([Over, Over, NotApplicable, Event(0.0)]), [(None, 0.0, 0, Some(4))]);
        // Followed to the day of the last event and no longer.
        assert_eq!(shown([Event(30.0), Over, NotApplicable, Censored(30.0)]), [(None, 30.0, 0, Some(1))]);
        assert_eq!(shown([Censored(-1.0), Over, NotApplicable, Censored(0.0)]), [(None, 0.0, 0, None)]);
    }

    #[test]
    fn a_state_is_entered_when_that_is_known() {
        // A response of day 40 that a value of day 60 confirms; dead between, it would have been none.
        assert_eq!(when_known(Event(40.0), Some(60.0)), Event(60.0));
        assert_eq!(when_known(later(Event(60.0), Event(40.0)), Some(111.0)), Event(111.0));
        assert_eq!(when_known(Censored(90.0), Some(90.0)), Censored(90.0));
        assert_eq!(when_known(Event(40.0), None), Event(40.0));
    }

    #[test]
    fn relapse_counts_from_response() {
        assert_eq!(later(Event(60.0), Event(40.0)), Event(100.0));
        assert_eq!(later(Event(60.0), Over), Over);
        assert_eq!(later(NotApplicable, Event(40.0)), NotApplicable);
    }
}
