//! Which response rule judged whom, and what it says.

use super::groups::count;
use super::{Cell, Column, Key, Table, TableRow};
use crate::analysis::bookkeeping::RULES;
use crate::present::results::{Part, Sources};
use crate::present::text::ResponseRuleText;

/// The rules that were used, and how many patients each judged.
pub(in crate::present) fn response_rules_table(sources: Sources<'_>) -> Option<Table> {
    let block = sources.results.block(RULES, None, Part::Asked);
    let inside = sources.text.release.is_none();
    let mut rows = Vec::new();
    for disorder in block.distinct(|row| row.term.as_deref()) {
        let text = sources.text.response_rules.iter().find(|rule| rule.disorder == disorder);
        let own = block.only(|row| row.term.as_deref() == Some(disorder));
        let of = |stat: &str| count(&own, stat, Key::default());
        let mut cells = vec![
            Cell::Text(disorder.to_owned()),
            Cell::Text(text.map(|rule| rule.name.clone()).unwrap_or_default()),
        ];
        // A release tells which rule judged, not whom.
        if inside {
            cells.extend([of("n"), of("n_not_evaluable")]);
        }
        rows.push(TableRow::top(cells));
    }
    let mut columns = vec![Column::words("Disorder"), Column::words("Rule and version")];
    if inside {
        columns.extend(["Patients", "Not evaluable"].map(Column::numbers));
    }
    let table = Table {
        id: "response-rules".to_owned(),
        title: "Response rules".to_owned(),
        columns,
        rows,
        footnotes: vec!["What each rule asks for, and where it comes from, stands under Methods.".to_owned()],
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// The rules by which patients were judged.
pub(in crate::present) fn used_rules(sources: Sources<'_>) -> impl Iterator<Item = &ResponseRuleText> {
    let block = sources.results.block(RULES, None, Part::Asked);
    let used: Vec<&str> = block.distinct(|row| row.term.as_deref());
    sources.text.response_rules.iter().filter(move |rule| used.contains(&rule.disorder.as_str()))
}

/// What the rules that were used ask for, a row for each status.
pub(in crate::present) fn criteria_table(sources: Sources<'_>) -> Option<Table> {
    let headings = ["Status", "Criterion", "Confirmed by", "Not used", "Rescue treatment", "Lost with"];
    let mut rows = Vec::new();
    for rule in used_rules(sources) {
        rows.push(TableRow::section(format!("{}: {}", rule.disorder, rule.name), Some(rule.title.clone())));
        for (place, status) in rule.statuses.iter().enumerate() {
            // What holds of all statuses stands in the first row.
            let once = |text: &String| if place == 0 { Cell::Text(text.clone()) } else { Cell::Empty };
            rows.push(TableRow::top(vec![
                Cell::Text(status.status.clone()),
                Cell::Text(status.criterion.clone()),
                once(&rule.confirmation),
                once(&rule.masks),
                once(&rule.rescue),
                Cell::Text(status.loss.clone()),
            ]));
        }
    }
    let table = Table {
        id: "response-criteria".to_owned(),
        title: "Criteria of the response rules".to_owned(),
        columns: headings.map(Column::words).into(),
        rows,
        footnotes: criteria_footnotes(sources),
        ..Table::default()
    };
    table.has_rows().then_some(table)
}

/// What rules have in common is said once, with the disorders that it is said of where it is not all.
fn criteria_footnotes(sources: Sources<'_>) -> Vec<String> {
    let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
    for rule in used_rules(sources) {
        for text in [rule.landmark.as_str(), rule.limits.as_str()].into_iter().filter(|text| !text.is_empty())
        {
            match said.iter_mut().find(|(known, _)| *known == text) {
                Some((_, of)) => of.push(&rule.disorder),
                None => said.push((text, vec![&rule.disorder])),
            }
        }
    }
    let all = used_rules(sources).count();
    let one = |(text, of): (&str, Vec<&str>)| {
        if of.len() == all { text.to_owned() } else { format!("{}: {text}", of.join(", ")) }
    };
    let mut footnotes: Vec<String> = said.into_iter().map(one).collect();
    footnotes.push(
        "The first criterion that holds, from bleeding or transfusion on, gives the status; values that are not used are \
         unknown, not failure; one value that nothing confirms or contradicts is not evaluable. The files of the rules, with \
         every clause and what was decided where the sources leave room, are printed by \"engraft schema\" and the name of the \
         rule."
            .to_owned(),
    );
    footnotes
}
