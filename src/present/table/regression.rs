//! Regressions by endpoint: effects with intervals, and the tests of the whole model.

use super::{Cell, Column, Table, TableRow};
use crate::analysis::ard::Row;
use crate::domain::Group;
use crate::present::methods::sentences;
use crate::present::number::{decimal, interval, missing_phrase, p_phrase, p_value, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::{EndpointText, ReportText};

/// The models of an endpoint, each the rows of one analysis.
pub(in crate::present) fn models<'a>(sources: Sources<'a>, endpoint: &EndpointText) -> Vec<Block<'a>> {
    let block = sources.results.block(&endpoint.name, None, Part::Model);
    let ids = block.distinct(|row| Some(&*row.analysis_id));
    ids.into_iter().map(|id| block.only(|row| *row.analysis_id == *id)).collect()
}

/// The ratios of a model: of Cox, or of Fine-Gray with the cause-specific ones beside.
pub(in crate::present) fn effects(model: &Block<'_>) -> Vec<(&'static str, &'static str)> {
    let has = |analysis: &str| model.rows().iter().any(|row| *row.analysis == *analysis);
    match (has("finegray"), has("cox")) {
        (true, true) => vec![("finegray", "Subdistribution HR"), ("cox", "Cause-specific HR")],
        (true, false) => vec![("finegray", "Subdistribution HR")],
        (false, _) => vec![("cox", "HR")],
    }
}

/// The terms of a model, in its order; the levels of a stratum in the order of the study.
pub(in crate::present) fn terms<'a>(text: &ReportText, model: &Block<'a>) -> Vec<&'a str> {
    let mut terms = model.only(|row| &*row.stat == "coef").distinct(|row| row.term.as_deref());
    let column = |term: &str| term.split_once(':').map(|(column, _)| column.to_owned());
    for levels in terms.chunk_by_mut(|one, next| column(one).is_some() && column(one) == column(next)) {
        let stratum = text.strata.iter().find(|stratum| Some(&stratum.name) == column(levels[0]).as_ref());
        let Some(stratum) = stratum else { continue };
        levels.sort_by_key(|term| {
            let level = term.split_once(':').map_or("", |(_, level)| level);
            stratum.levels.iter().position(|known| known == level).unwrap_or(usize::MAX)
        });
    }
    terms
}

/// The row of a statistic of a term, or of the whole model.
pub(in crate::present) fn find<'a>(
    model: &Block<'a>,
    stat: &str,
    (analysis, term): (&str, Option<&str>),
) -> Option<&'a Row> {
    let own = |row: &&&Row| {
        *row.stat == *stat && *row.analysis == *analysis && row.term.as_deref() == term && row.time.is_none()
    };
    model.rows().iter().find(own).copied()
}

/// A term in the words of the study: `Conditioning: MAC (against RIC)`.
pub(in crate::present) fn term_label(text: &ReportText, model: &Block<'_>, term: &str) -> String {
    let method = model.rows().first().map_or("", |row| &*row.method);
    let references = method.split(';').find_map(|part| part.trim().strip_prefix("references "));
    let reference = |column: &str| {
        let mut pairs = references.into_iter().flat_map(|list| list.split(", "));
        pairs.find_map(|pair| pair.strip_prefix(column)?.strip_prefix('='))
    };
    let changing = method.split(';').find_map(|part| part.trim().strip_prefix("time-dependent "));
    if changing.is_some_and(|names| names.split(',').any(|name| name == term)) {
        let is_when_known = method.contains("changes when confirmed");
        let from = if is_when_known { "once known" } else { "from its day on" };
        return format!("{} ({from})", EndpointText::default().cause(term));
    }
    let main = term.split_once(':').and_then(|(column, level)| Some((column, level, reference(column)?)));
    match main {
        Some((column, level, reference)) => {
            format!("{}: {level} (against {reference})", text.variable(column))
        }
        None if term.chars().all(|letter| letter.is_alphanumeric() || letter == '_') => text.variable(term),
        None => term.to_owned(),
    }
}

/// One table a model: a row a term, the tests of the model at the foot.
pub(in crate::present) fn regression_tables(sources: Sources<'_>, endpoint: &EndpointText) -> Vec<Table> {
    let models = models(sources, endpoint);
    let several = models.len() > 1;
    models
        .iter()
        .enumerate()
        .map(|(index, model)| {
            let number = if several { format!(" {}", index + 1) } else { String::new() };
            table(sources, endpoint, (model, &number))
        })
        .filter(Table::has_rows)
        .map(Table::explained)
        .collect()
}

fn table(sources: Sources<'_>, endpoint: &EndpointText, (model, number): (&Block<'_>, &str)) -> Table {
    let effects = effects(model);
    let heading = super::groups::interval_heading(model);
    let mut columns = vec![Column::words("Term")];
    for (_, name) in &effects {
        columns.push(Column::numbers(format!("{name} ({heading})")));
        columns.push(Column::numbers("p"));
    }
    let zph = model.rows().iter().any(|row| &*row.stat == "zph_p");
    if zph {
        columns.push(Column::numbers("p, proportional hazards"));
    }
    let row = |term: &&str| {
        let mut cells = vec![Cell::Text(term_label(sources.text, model, term))];
        for (analysis, _) in &effects {
            let stat = |stat: &str| find(model, stat, (analysis, Some(term)));
            cells.push(ratio(stat("hr"), stat("conf_low"), stat("conf_high")));
            cells.push(Cell::number(shown(stat("p_value"), p_value)));
        }
        if zph {
            cells.push(Cell::number(shown(find(model, "zph_p", ("cox", Some(term))), p_value)));
        }
        TableRow::top(cells)
    };
    Table {
        id: format!("{}-model{}", slug(&endpoint.name), number.trim()),
        title: format!("{}: regression{number}", endpoint.label),
        columns,
        rows: terms(sources.text, model).iter().map(row).collect(),
        footnotes: effects.iter().flat_map(|(analysis, name)| foot(model, analysis, name)).collect(),
        ..Table::default()
    }
}

fn ratio(hr: Option<&Row>, low: Option<&Row>, high: Option<&Row>) -> Cell {
    let show = |value| decimal(value, 2);
    let main = shown(hr, show).into_owned();
    let valued = hr.is_some_and(|row| row.value.is_some());
    Cell::Number { main, interval: valued.then(|| interval(low, high, show)).flatten() }
}

/// The tests of the whole model, and its method.
fn foot(model: &Block<'_>, analysis: &str, name: &str) -> Vec<String> {
    let row = |stat: &str| find(model, stat, (analysis, None));
    let number = |stat: &str| row(stat).and_then(|row| row.value);
    let mut parts = Vec::new();
    match (row("n"), row("events")) {
        (Some(Row { value: Some(n), .. }), Some(Row { value: Some(events), .. })) => {
            parts.push(format!("{n} patients, {events} events"));
        }
        (Some(n), Some(events)) => {
            let absent = if n.value.is_none() { n } else { events };
            parts.push(format!("numbers of patients and events {}", missing_phrase(absent)));
        }
        _ => {}
    }
    for (stat, test) in [("lrt", "likelihood ratio"), ("wald", "Wald"), ("score", "score")] {
        let value = |end: &str| number(&format!("{stat}{end}"));
        if let (Some(chisq), Some(df), Some(p)) = (value(""), value("_df"), value("_p")) {
            parts.push(format!("{test} χ² {} ({df} df, {})", decimal(chisq, 2), p_phrase(p)));
        } else if let Some(p) = row(&format!("{stat}_p")) {
            parts.push(format!("{test} test {}", missing_phrase(p)));
        }
    }
    let others = [
        ("concordance", row("concordance")),
        ("proportional hazards, all terms:", find(model, "zph_p", (analysis, Some("GLOBAL")))),
    ];
    for (index, (name, row)) in others.into_iter().enumerate() {
        let Some(row) = row else { continue };
        let shown = |value: f64| if index == 0 { decimal(value, 3) } else { p_phrase(value) };
        parts.push(format!("{name} {}", row.value.map_or_else(|| missing_phrase(row).to_owned(), shown)));
    }
    let own = model.only(|row| *row.analysis == *analysis && row.time.is_none());
    let methods = sentences(&own).into_iter().map(|method| format!("Method: {method}."));
    let tests = format!("{name}: {}.", parts.join("; "));
    std::iter::once(tests).chain(methods).collect()
}

/// Whether a row belongs to the adjusted curves of a model.
pub(in crate::present) fn adjusted(row: &Row) -> bool {
    row.time.is_some() && row.cause.is_none() && row.term.is_none()
}

/// The groups of adjusted survival, in the order of the study.
pub(in crate::present) fn adjusted_groups<'a>(text: &ReportText, block: &Block<'a>) -> Vec<&'a Group> {
    let mut groups = block.groups();
    groups.sort_by_key(|group| {
        let place = |(name, level): &(String, String)| {
            let stratum = text.strata.iter().find(|stratum| stratum.name == *name)?;
            stratum.levels.iter().position(|known| known == level)
        };
        group.levels().first().and_then(place).unwrap_or(usize::MAX)
    });
    groups
}

/// Adjusted survival of an endpoint at the times of the study, a row a level.
pub(in crate::present) fn adjusted_table(sources: Sources<'_>, endpoint: &EndpointText) -> Option<Table> {
    let block = sources.results.block(&endpoint.name, None, Part::Model).only(adjusted);
    let times = block.times("estimate");
    let heading = super::groups::interval_heading(&block);
    let mut columns = vec![Column::words("Group")];
    columns.extend(
        times
            .iter()
            .map(|time| Column::numbers(format!("{}, % ({heading})", sources.text.time_heading(*time)))),
    );
    let row = |group: &&Group| {
        let own = block.group(group);
        let key = |time: &f64| Key { analysis: "cox", time: Some(*time), ..Key::default() };
        let shares = times.iter().map(|time| super::groups::share(&own, key(time)));
        TableRow::top(std::iter::once(Cell::Text(group.to_string())).chain(shares).collect())
    };
    let mut footnotes =
        vec!["As if all patients were in the group: predictions averaged over the cohort.".to_owned()];
    footnotes.extend(sentences(&block).into_iter().map(|method| format!("Method: {method}.")));
    let table = Table {
        id: format!("{}-adjusted", slug(&endpoint.name)),
        title: format!("{}: adjusted by regression", endpoint.label),
        columns,
        rows: adjusted_groups(sources.text, &block).iter().map(row).collect(),
        footnotes,
        ..Table::default()
    };
    table.has_rows().then(|| table.explained())
}
