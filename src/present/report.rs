//! The report as a sequence of headings, words, figures and tables.

use super::PresentError;
use super::chart::{Drawing, curve_chart, flow_chart, grid_chart, interval_chart};
use super::complication_grid::{grid_by, grid_over_two};
use super::curves::{MOST_CURVES, group_count, incidence_by_cause, incidence_by_group, survival_model};
use super::figure::Figure;
use super::flow::flow_model;
use super::headline::{Headline, headlines};
use super::methods::{sentence, sentences};
use super::rates::rate_models;
use super::results::{Block, Key, Part as RowsFor, Sources, count};
use super::slug::{Slugs, slug};
use super::table::Table;
use super::table::baseline::baseline_table;
use super::table::complications::{comparisons, complications_by, complications_table};
use super::table::delivered::delivered_table;
use super::table::engraftment::engraftment_table;
use super::table::flow::flow_table;
use super::table::group_tests::{expected_table, tests_table};
use super::table::incidence::{competing_table, incidence_table};
use super::table::proportion::proportion_table;
use super::table::survival::survival_table;
use super::text::{EndpointKind, EndpointText, ReportText};
use super::topic::{TOPICS, Topic};

mod closing;

/// A report.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Report {
    pub(super) headlines: Vec<Headline>,
    pub(super) sections: Vec<Section>,
}

/// A part of the report under a heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    /// Its anchor.
    pub(super) id: String,
    /// Its heading.
    pub(super) title: String,
    /// What stands under it.
    pub(super) pieces: Vec<Piece>,
    /// Its parts, each with a heading.
    pub(super) parts: Vec<Section>,
}

/// What stands under a heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Paragraph(String),
    List(Vec<String>),
    Terms(Vec<(String, String)>),
    Figure(Box<Figure>),
    Table(Table, Visibility),
}

/// Whether a table is seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Visibility {
    Open,
    Folded,
}

impl Section {
    fn all_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().chain(self.parts.iter().flat_map(|part| &part.pieces))
    }

    fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.parts.is_empty()
    }
}

impl Report {
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.sections.iter().flat_map(Section::all_pieces)
    }

    /// Every figure, in the order of the report.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.pieces().filter_map(|piece| match piece {
            Piece::Figure(figure) => Some(&**figure),
            _ => None,
        })
    }

    /// Every table, in the order of the report.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.pieces().filter_map(|piece| match piece {
            Piece::Table(table, _) => Some(table),
            _ => None,
        })
    }
}

/// The whole report.
pub(super) fn report(sources: Sources<'_>) -> Result<Report, PresentError> {
    let mut builder =
        Builder { sources, figures: Slugs::default(), tables: Slugs::default(), anchors: Slugs::default() };
    let mut sections = vec![builder.cohort()?, builder.baseline()];
    for topic in TOPICS {
        sections.push(builder.topic(topic)?);
    }
    sections.push(builder.tests());
    sections.push(closing::methods(sources));
    sections.retain(|section| !section.is_empty());
    let mut report = Report { headlines: headlines(sources), sections };
    let abbreviations = closing::abbreviations(&report);
    report.sections.extend((!abbreviations.is_empty()).then_some(abbreviations));
    Ok(report)
}

/// Builds sections, with names of files and anchors that are distinct.
struct Builder<'a> {
    sources: Sources<'a>,
    figures: Slugs,
    tables: Slugs,
    anchors: Slugs,
}

impl Builder<'_> {
    fn section(&mut self, title: &str) -> Section {
        Section {
            id: format!("s-{}", self.anchors.distinct(title)),
            title: title.to_owned(),
            ..Section::default()
        }
    }

    fn figure(&mut self, name: &str, caption: String, drawing: Drawing) -> Piece {
        Piece::Figure(Box::new(Figure { id: self.figures.distinct(name), caption, drawing }))
    }

    fn table(&mut self, table: Table, visibility: Visibility) -> Piece {
        Piece::Table(Table { id: self.tables.distinct(&table.id), ..table }, visibility)
    }

    fn cohort(&mut self) -> Result<Section, PresentError> {
        let mut section = self.section("Cohort and data");
        if let Some(chart) = flow_model(self.sources) {
            let caption = "How the analysed cohort came about.".to_owned();
            section.pieces.push(self.figure("cohort-flow", caption, flow_chart(&chart)?));
        }
        let tables = [
            (flow_table(self.sources), Visibility::Folded),
            (delivered_table(self.sources), Visibility::Open),
        ];
        for (table, visibility) in tables {
            section.pieces.extend(table.map(|table| self.table(table, visibility)));
        }
        let decisions = &self.sources.text.decisions;
        if !decisions.is_empty() {
            let mut part = self.section("Decisions about the data");
            part.pieces.push(Piece::List(decisions.clone()));
            section.parts.push(part);
        }
        Ok(section)
    }

    fn baseline(&mut self) -> Section {
        let mut section = self.section("Patients");
        section.pieces.extend(baseline_table(self.sources).map(|table| self.table(table, Visibility::Open)));
        section
    }

    fn topic(&mut self, topic: Topic) -> Result<Section, PresentError> {
        let text: &ReportText = self.sources.text;
        let endpoints: Vec<&EndpointText> =
            text.endpoints.iter().filter(|endpoint| Topic::of(endpoint) == topic).collect();
        let mut section = self.section(topic.title());
        match topic {
            Topic::Engraftment if endpoints.len() > 1 => {
                let table = engraftment_table(self.sources, &endpoints);
                section.pieces.extend(table.map(|table| self.table(table, Visibility::Open)));
            }
            Topic::Complications => section.pieces.extend(self.complications(&endpoints)?),
            _ => {}
        }
        for endpoint in endpoints {
            let part = self.endpoint(endpoint)?;
            section.parts.extend((!part.pieces.is_empty()).then_some(part));
        }
        Ok(section)
    }

    fn complications(&mut self, endpoints: &[&EndpointText]) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        let table = complications_table(self.sources, endpoints);
        pieces.extend(table.map(|table| self.table(table, Visibility::Open)));
        for by in comparisons(self.sources, endpoints) {
            let label = self.sources.text.comparison(by);
            if let Some(chart) = grid_by(self.sources, endpoints, by) {
                let caption = format!(
                    "Cumulative incidence of complications by {label}; the darker, the more frequent."
                );
                pieces.push(self.figure(&format!("complications-by-{by}"), caption, grid_chart(&chart)?));
            }
            let table = complications_by(self.sources, endpoints, by);
            pieces.extend(table.map(|table| self.table(table, Visibility::Folded)));
        }
        Ok(pieces)
    }

    fn endpoint(&mut self, endpoint: &EndpointText) -> Result<Section, PresentError> {
        let mut section = self.section(&endpoint.label);
        let block = self.sources.results.block(&endpoint.name, None, RowsFor::Asked);
        let figures = match endpoint.kind {
            EndpointKind::Survival => self.survival_figures(endpoint)?,
            EndpointKind::Competing => self.incidence_figures(endpoint)?,
            EndpointKind::Proportion => self.rate_figures(endpoint)?,
        };
        let (table, second) = match endpoint.kind {
            EndpointKind::Survival => (survival_table(self.sources, endpoint), None),
            EndpointKind::Competing => {
                (incidence_table(self.sources, endpoint), competing_table(self.sources, endpoint))
            }
            EndpointKind::Proportion => (proportion_table(self.sources, endpoint), None),
        };
        if figures.is_empty() && table.is_none() {
            return Ok(section);
        }
        section.pieces.extend(bookkeeping(&block).map(Piece::Paragraph));
        section.pieces.extend(figures);
        let notes = notes(&block, endpoint, self.sources.text);
        for (table, visibility) in [(table, Visibility::Open), (second, Visibility::Folded)] {
            let noted = table.map(|mut table| {
                table.footnotes.extend(notes.iter().cloned());
                table
            });
            section.pieces.extend(noted.map(|table| self.table(table, visibility)));
        }
        Ok(section)
    }

    fn survival_figures(&mut self, endpoint: &EndpointText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        let comparisons = self.sources.results.comparisons(&endpoint.name);
        for by in std::iter::once(None).chain(comparisons.iter().map(|by| Some(*by))) {
            match survival_model(self.sources, endpoint, by) {
                Some(chart) => {
                    let caption =
                        format!("{}, with the number at risk, censored and with the event.", chart.title);
                    pieces.push(self.figure(&file_name(endpoint, by), caption, curve_chart(&chart)?));
                }
                None => pieces.extend(by.and_then(|by| self.too_many(endpoint, by))),
            }
        }
        Ok(pieces)
    }

    fn incidence_figures(&mut self, endpoint: &EndpointText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        if let Some(chart) = incidence_by_cause(self.sources, endpoint) {
            let caption = format!("Cumulative incidence: {}.", chart.title);
            pieces.push(self.figure(&file_name(endpoint, None), caption, curve_chart(&chart)?));
        }
        for by in self.sources.results.comparisons(&endpoint.name) {
            let name = file_name(endpoint, Some(by));
            let complication = Topic::of(endpoint) == Topic::Complications && by.contains(',');
            if let Some(chart) = complication.then(|| grid_over_two(self.sources, endpoint, by)).flatten() {
                let caption = format!("Cumulative incidence: {}.", chart.title);
                pieces.push(self.figure(&name, caption, grid_chart(&chart)?));
            } else if let Some(chart) = incidence_by_group(self.sources, endpoint, by) {
                let caption = format!("Cumulative incidence: {}.", chart.title);
                pieces.push(self.figure(&name, caption, curve_chart(&chart)?));
            } else {
                pieces.extend(self.too_many(endpoint, by));
            }
        }
        Ok(pieces)
    }

    fn rate_figures(&mut self, endpoint: &EndpointText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        for (cause, chart) in rate_models(self.sources, endpoint) {
            let name =
                if cause == "yes" { endpoint.name.clone() } else { format!("{}-{cause}", endpoint.name) };
            let caption = format!("{}, of all treated and of all evaluable patients.", chart.title);
            pieces.push(self.figure(&name, caption, interval_chart(&chart)?));
        }
        Ok(pieces)
    }

    /// Says that a comparison has more groups than a chart can tell apart.
    fn too_many(&self, endpoint: &EndpointText, by: &str) -> Option<Piece> {
        let groups = group_count(self.sources, endpoint, by);
        (groups > MOST_CURVES).then(|| {
            let by = self.sources.text.comparison(by);
            Piece::Paragraph(format!(
                "By {by} there are {groups} groups, more than curves can show: see the table."
            ))
        })
    }

    fn tests(&mut self) -> Section {
        let mut section = self.section("Tests between groups");
        for (table, visibility) in [
            (tests_table(self.sources), Visibility::Open),
            (expected_table(self.sources), Visibility::Folded),
        ] {
            section.pieces.extend(table.map(|table| self.table(table, visibility)));
        }
        section
    }
}

/// `os`, or `os-by-disorder`.
fn file_name(endpoint: &EndpointText, by: Option<&str>) -> String {
    by.map_or_else(|| slug(&endpoint.name), |by| format!("{}-by-{}", slug(&endpoint.name), slug(by)))
}

/// Who the endpoint is about: analysed, not applicable, never below, not evaluable.
fn bookkeeping(block: &Block<'_>) -> Option<String> {
    let key = Key { analysis: "endpoint", ..Key::default() };
    let number = |stat| block.value(stat, key).map_or(0, count);
    let mut parts = vec![format!("Patients: {}", block.value("n", key).map(count)?)];
    for (stat, words) in [
        ("n_not_applicable", "to whom it does not apply"),
        ("n_never_below", "who never fell below the threshold"),
        ("n_not_evaluable", "who could not be evaluated"),
    ] {
        if number(stat) > 0 {
            parts.push(format!("{} {words}", number(stat)));
        }
    }
    let (first, rest) = parts.split_first()?;
    Some(if rest.is_empty() {
        format!("{first}.")
    } else {
        format!("{first}; besides, {}.", rest.join(", "))
    })
}

/// What stands under the tables of an endpoint: definition, method, convention.
fn notes(block: &Block<'_>, endpoint: &EndpointText, text: &ReportText) -> Vec<String> {
    let mut notes = Vec::new();
    if !endpoint.definition.is_empty() {
        notes.push(format!("Definition: {}.", endpoint.definition.trim_end_matches('.')));
    }
    let methods = sentences(&block.only(|row| &*row.analysis != "endpoint"));
    notes.extend(methods.iter().map(|method| format!("Method: {method}.")));
    if !methods.iter().any(|method| method.contains("convention")) {
        notes.push(format!("Convention: {}.", text.convention));
    }
    notes
}
