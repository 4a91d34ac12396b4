//! The chart of how the cohort came about, after the flow diagram of CONSORT 2010 (Schulz, Altman, Moher).

use super::chart::model::{FlowBox, FlowChart, FlowStep};
use super::results::{Block, Key, Part, Sources, count};
use super::text::lowered;
use crate::analysis::bookkeeping::ACCEPTED;

/// Name of the analysis that counts who is evaluable.
const EVALUABLE: &str = "evaluable";

/// One box a step, with those left out and why at the side; at the end one box a group, with how many of it are
/// evaluable for each main endpoint.
pub(super) fn flow_model(sources: Sources<'_>) -> Option<FlowChart> {
    let block = sources.results.block("flow", None, Part::Asked);
    let names = block.distinct(|row| row.term.as_deref());
    let number = |name: &str, stat: &str| {
        let rows = block.only(|row| row.term.as_deref() == Some(name));
        rows.value(stat, Key::default()).map(count)
    };
    let steps = names.iter().enumerate().map(|(index, name)| {
        let next = names.get(index + 1);
        let excluded =
            next.map(|next| (next, number(next, "n_excluded"))).filter(|(_, left)| *left != Some(0));
        FlowStep {
            content: FlowBox { label: (*name).to_owned(), count: number(name, "n"), parts: Vec::new() },
            excluded: excluded.map(|(next, left)| left_out(&block, next, left)),
        }
    });
    let arms = arms(sources);
    let mut footnotes = Vec::new();
    if !arms.is_empty() {
        let by = sources.results.comparisons(EVALUABLE).first();
        let by =
            by.map(|by| format!("Analysed by {}. ", lowered(&sources.text.variable(by)))).unwrap_or_default();
        footnotes.push(format!("{by}In each box at the foot: patients evaluable for the main endpoints."));
    }
    if block.rows().iter().any(|row| row.cause.is_some()) {
        footnotes.push(
            "Delivered: rows of the table with one row a patient; who stands there twice counts twice."
                .to_owned(),
        );
    }
    footnotes.push(sources.text.stamp());
    let chart = FlowChart {
        title: "From delivered to analysed patients".to_owned(),
        subtitle: None,
        steps: steps.collect(),
        arms,
        footnotes,
    };
    (!chart.steps.is_empty()).then_some(chart)
}

/// Who is left out before a step: the reasons where they are told, else that the step does not hold.
fn left_out(block: &Block<'_>, step: &str, left: Option<u64>) -> FlowBox {
    let reasons = block.only(|row| row.term.as_deref() == Some(step) && row.cause.is_some());
    let parts: Vec<(String, u64)> = reasons
        .rows()
        .iter()
        .filter_map(|row| Some((row.cause.as_deref()?.replace('-', " "), count(row.value?))))
        .collect();
    let label = if step == ACCEPTED {
        "Set aside at the door".to_owned()
    } else {
        format!("Left out: not “{step}”")
    };
    FlowBox { label, count: left, parts }
}

/// The groups that the analysed patients divide into; everybody where there are no groups.
fn arms(sources: Sources<'_>) -> Vec<FlowBox> {
    let by = sources.results.comparisons(EVALUABLE).first().copied();
    let block = sources.results.block(EVALUABLE, by, Part::Asked);
    if block.is_empty() {
        return Vec::new();
    }
    let all = Key { analysis: EVALUABLE, ..Key::default() };
    let endpoint = |name: &str| {
        let text = sources.text.endpoints.iter().find(|endpoint| endpoint.name == name);
        text.map_or_else(|| name.to_owned(), |endpoint| endpoint.label.clone())
    };
    let boxed = |label: String, rows: &Block<'_>| {
        let evaluable = rows.only(|row| *row.stat == *"n_evaluable");
        let part =
            |row: &&crate::analysis::ard::Row| Some((endpoint(row.term.as_deref()?), count(row.value?)));
        let counted = rows.only(|row| row.term.is_none()).value("n", all).map(count);
        FlowBox { label, count: counted, parts: evaluable.rows().iter().filter_map(part).collect() }
    };
    let mut arms: Vec<FlowBox> =
        block.groups().into_iter().map(|group| boxed(group.to_string(), &block.group(group))).collect();
    let unknown = block.value("n_missing", all).map_or(0, count);
    if unknown > 0 {
        arms.push(FlowBox { label: "Not known".to_owned(), count: Some(unknown), parts: Vec::new() });
    }
    if by.is_none() {
        arms.push(boxed("Analysed".to_owned(), &block));
    }
    arms
}
