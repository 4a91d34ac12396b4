//! The chart of how the cohort came about.

use super::chart::model::{FlowBox, FlowChart, FlowStep};
use super::results::{Key, Part, Sources, count};

/// One box a step, with those left out at the side.
pub(super) fn flow_model(sources: Sources<'_>) -> Option<FlowChart> {
    let block = sources.results.block("flow", None, Part::Asked);
    let names = block.distinct(|row| row.term.as_deref());
    let number = |name: &str, stat: &str| {
        let rows = block.only(|row| row.term.as_deref() == Some(name));
        rows.value(stat, Key::default()).map(count)
    };
    let boxed = |label: String, count| FlowBox { label, count, parts: Vec::new() };
    let steps = names.iter().enumerate().map(|(index, name)| {
        let next = names.get(index + 1);
        let excluded =
            next.map(|next| (next, number(next, "n_excluded"))).filter(|(_, left)| *left != Some(0));
        FlowStep {
            content: boxed((*name).to_owned(), number(name, "n")),
            excluded: excluded.map(|(next, left)| boxed(format!("Left out: not “{next}”"), left)),
        }
    });
    let chart = FlowChart {
        title: "From delivered to analysed patients".to_owned(),
        subtitle: None,
        steps: steps.collect(),
        arms: Vec::new(),
        footnotes: vec![sources.text.stamp()],
    };
    (!chart.steps.is_empty()).then_some(chart)
}
