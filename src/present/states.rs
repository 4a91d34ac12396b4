//! Where patients are when, as curves.

use super::chart::model::{
    Course, Curve, CurveChart, Direction, RiskRow, RiskSection, RiskTable, TimeAxis, ValueRange,
};
use super::curves::{MOST_CURVES, points};
use super::methods::{landmark, sentences};
use super::results::{Block, Key, Part, Sources, count};
use super::text::{CourseText, EndpointText, StateText, spelled};
use crate::domain::Group;

/// The analysis.
pub(super) const STATES: &str = "states";

/// The probability of every state, for everybody.
pub(super) fn occupation_model(sources: Sources<'_>, course: &CourseText) -> Option<CurveChart> {
    let rows = StateRows::new(sources, course, None);
    let states = &sources.text.states;
    let line = |state: &StateText| rows.curve(&state.name, &Group::everybody(), spelled(&state.name));
    let curves: Vec<Curve> = states.iter().take(MOST_CURVES).map(line).collect();
    let counts = |state: &StateText| rows.counts(&state.name, &Group::everybody(), spelled(&state.name));
    let risk_table = RiskTable {
        times: rows.ticks(),
        sections: vec![RiskSection {
            title: "Under observation".to_owned(),
            rows: observed(states.iter().take(MOST_CURVES).map(counts).collect()),
        }],
    };
    let title = format!("Where patients are{}", course.when_begun());
    rows.chart(sources, title, curves, (!risk_table.times.is_empty()).then_some(risk_table))
}

/// The probability of one state, by the groups of a comparison.
pub(super) fn occupation_by_group(
    sources: Sources<'_>,
    course: &CourseText,
    (state, by): (&str, &str),
) -> Option<CurveChart> {
    let rows = StateRows::new(sources, course, Some(by));
    let groups = rows.asked.groups();
    if groups.len() > MOST_CURVES {
        return None;
    }
    let curves = groups.iter().map(|group| rows.curve(state, group, group.to_string())).collect();
    let counts = |group: &&Group| rows.counts(state, group, group.to_string());
    let risk_table = RiskTable {
        times: rows.ticks(),
        sections: vec![RiskSection {
            title: format!("{}, under observation", spelled(state)),
            rows: groups.iter().map(counts).collect(),
        }],
    };
    let title = format!("Alive and {state} by {}{}", sources.text.comparison(by), course.when_begun());
    rows.chart(sources, title, curves, (!risk_table.times.is_empty()).then_some(risk_table))
}

/// Without the states at the end that nobody is under observation in, such as death.
fn observed(mut rows: Vec<RiskRow>) -> Vec<RiskRow> {
    let seen = |row: &RiskRow| row.counts.iter().flatten().any(|count| *count > 0);
    rows.truncate(rows.iter().rposition(seen).map_or(1, |last| last + 1));
    rows
}

/// The rows of a chart.
struct StateRows<'a> {
    asked: Block<'a>,
    curve: Block<'a>,
    risk: Block<'a>,
}

impl<'a> StateRows<'a> {
    fn new(sources: Sources<'a>, course: &CourseText, by: Option<&str>) -> Self {
        let block = |part| sources.results.block(&course.name, by, part);
        Self { asked: block(Part::Asked), curve: block(Part::Curve), risk: block(Part::Risk) }
    }

    fn ticks(&self) -> Vec<f64> {
        self.risk.times("n_risk")
    }

    fn chart(
        &self,
        sources: Sources<'_>,
        title: String,
        curves: Vec<Curve>,
        risk_table: Option<RiskTable>,
    ) -> Option<CurveChart> {
        let mut footnotes = vec![sources.text.stamp()];
        footnotes.extend(sentences(&self.curve).into_iter().map(|method| format!("{method}.")));
        let horizon = self.ticks().last().copied().unwrap_or(0.0);
        let drawn = curves.iter().any(|curve| !curve.points.is_empty());
        drawn.then_some(CurveChart {
            title,
            subtitle: Some(EndpointText::default().population_label()),
            y_label: "Probability".to_owned(),
            direction: Direction::States,
            y_range: ValueRange::Full,
            course: Course::Steps,
            x_axis: TimeAxis::Days { since: "after transplant".to_owned() },
            begin: landmark(&self.curve).unwrap_or(0.0),
            horizon,
            curves,
            annotations: Vec::new(),
            risk_table,
            footnotes,
        })
    }

    fn curve(&self, state: &str, group: &Group, label: String) -> Curve {
        let own = self.curve.group(group);
        let points = points(&own, Key { analysis: STATES, cause: Some(state), ..Key::default() });
        let followed = self.risk.group(group).only(|row| row.value.is_some_and(|value| value > 0.0));
        let last = |times: Vec<f64>| times.last().copied().unwrap_or(0.0);
        let end = last(own.times("estimate")).max(last(followed.times("n_risk")));
        Curve { label, points, censor_ticks: Vec::new(), end, fade_from: None }
    }

    fn counts(&self, state: &str, group: &Group, label: String) -> RiskRow {
        let own = self.risk.group(group);
        let at = |time: f64| {
            let key = Key { analysis: STATES, cause: Some(state), time: Some(time), ..Key::default() };
            own.value("n_risk", key).map(count)
        };
        RiskRow { label, counts: self.ticks().into_iter().map(at).collect() }
    }
}
