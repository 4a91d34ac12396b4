//! Puts the sections of the report together, figure by figure and table by table.

use super::words::{bookkeeping, file_name, notes};
use super::{Piece, Section, Visibility};
use crate::present::PresentError;
use crate::present::chart::model::IntervalChart;
use crate::present::chart::{Drawing, curve_chart, flow_chart, grid_chart, interval_chart};
use crate::present::complication_grid::{grid_by, grid_over_two};
use crate::present::curves::{
    MOST_CURVES, group_count, incidence_by_cause, incidence_by_group, mean_count_model, survival_model,
};
use crate::present::figure::Figure;
use crate::present::flow::flow_model;
use crate::present::rates::rate_models;
use crate::present::results::{Part as RowsFor, Sources};
use crate::present::slug::Slugs;
use crate::present::table::Table;
use crate::present::table::alike::alike_table;
use crate::present::table::association::association_tables;
use crate::present::table::baseline::baseline_table;
use crate::present::table::complications::{comparisons, complications_by, complications_table};
use crate::present::table::conditioning::conditioning_tables;
use crate::present::table::delivered::delivered_table;
use crate::present::table::engraftment::engraftment_table;
use crate::present::table::evaluable::evaluable_table;
use crate::present::table::extras::extra_tables;
use crate::present::table::flow::flow_table;
use crate::present::table::group_tests::{expected_table, tests_table};
use crate::present::table::incidence::{competing_table, incidence_table};
use crate::present::table::mean_count::mean_count_table;
use crate::present::table::pairwise::{means_table, pairs_table};
use crate::present::table::populations::populations_table;
use crate::present::table::proportion::proportion_table;
use crate::present::table::rate::rate_table;
use crate::present::table::response_rules::response_rules_table;
use crate::present::table::survival::survival_table;
use crate::present::text::{EndpointKind, EndpointText, ReportText, of_treated};
use crate::present::topic::Topic;
use crate::present::withheld::{told_grid, told_rows};

/// Builds sections, with names of files and anchors that are distinct.
pub(super) struct Builder<'a> {
    pub(super) sources: Sources<'a>,
    figures: Slugs,
    tables: Slugs,
    anchors: Slugs,
}

impl<'a> Builder<'a> {
    pub(super) fn new(sources: Sources<'a>) -> Self {
        Self { sources, figures: Slugs::default(), tables: Slugs::default(), anchors: Slugs::default() }
    }

    pub(super) fn section(&mut self, title: &str) -> Section {
        Section {
            id: format!("s-{}", self.anchors.distinct(title)),
            title: title.to_owned(),
            ..Section::default()
        }
    }

    pub(super) fn figure(&mut self, name: &str, caption: String, drawing: Drawing) -> Piece {
        Piece::Figure(Box::new(Figure { id: self.figures.distinct(name), number: 0, caption, drawing }))
    }

    pub(super) fn table(&mut self, table: Table, visibility: Visibility) -> Piece {
        Piece::Table(Table { id: self.tables.distinct(&table.id), ..table }, visibility)
    }

    pub(super) fn cohort(&mut self) -> Result<Section, PresentError> {
        let mut section = self.section("Cohort and data");
        if let Some(chart) = flow_model(self.sources) {
            let caption = "How the analysed cohort came about.".to_owned();
            section.pieces.push(self.figure("cohort-flow", caption, flow_chart(&chart)?));
        }
        let tables = [
            (flow_table(self.sources), Visibility::Folded),
            (evaluable_table(self.sources), Visibility::Folded),
            (populations_table(self.sources), Visibility::Open),
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
        section.parts.extend(self.protection());
        Ok(section)
    }

    /// What was let in, and how far the subjects can be told apart.
    fn protection(&mut self) -> Option<Section> {
        let said = self.sources.text.protection.clone();
        let table = alike_table(self.sources);
        if said.is_empty() && table.is_none() {
            return None;
        }
        let mut part = self.section("Protection of persons");
        part.pieces.extend((!said.is_empty()).then_some(Piece::List(said)));
        part.pieces.extend(table.map(|table| self.table(table, Visibility::Open)));
        Some(part)
    }

    pub(super) fn baseline(&mut self) -> Section {
        let mut section = self.section("Patients");
        section.pieces.extend(baseline_table(self.sources).map(|table| self.table(table, Visibility::Open)));
        for (warning, table) in conditioning_tables(self.sources) {
            section.pieces.extend(warning.map(Piece::Paragraph));
            section.pieces.push(self.table(table, Visibility::Open));
        }
        section
    }

    pub(super) fn topic(&mut self, topic: Topic) -> Result<Section, PresentError> {
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
            Topic::Remission if !endpoints.is_empty() => {
                let table = response_rules_table(self.sources);
                section.pieces.extend(table.map(|table| self.table(table, Visibility::Open)));
            }
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
            let mut visibility = Visibility::Open;
            if let Some(chart) = grid_by(self.sources, endpoints, by).and_then(told_grid) {
                let what = of_treated(&format!("Cumulative incidence of complications by {label}"));
                let caption = format!("{what}; the darker, the more frequent.");
                pieces.push(self.figure(&format!("complications-by-{by}"), caption, grid_chart(&chart)?));
                visibility = Visibility::Folded;
            }
            let table = complications_by(self.sources, endpoints, by);
            pieces.extend(table.map(|table| self.table(table, visibility)));
        }
        Ok(pieces)
    }

    fn endpoint(&mut self, endpoint: &EndpointText) -> Result<Section, PresentError> {
        let mut section = self.section(&endpoint.heading());
        let block = self.sources.results.block(&endpoint.name, None, RowsFor::Asked);
        let figures = match endpoint.kind {
            EndpointKind::Survival => self.survival_figures(endpoint)?,
            EndpointKind::Competing => self.incidence_figures(endpoint)?,
            EndpointKind::Recurrent => self.mean_count_figures(endpoint)?,
            EndpointKind::Proportion => self.rate_figures(endpoint)?,
        };
        let (table, second) = match endpoint.kind {
            EndpointKind::Survival => (survival_table(self.sources, endpoint), None),
            EndpointKind::Competing => {
                (incidence_table(self.sources, endpoint), competing_table(self.sources, endpoint))
            }
            EndpointKind::Recurrent => (mean_count_table(self.sources, endpoint), None),
            EndpointKind::Proportion => (proportion_table(self.sources, endpoint), None),
        };
        if figures.is_empty() && table.is_none() {
            section.pieces = self.models(endpoint)?;
            return Ok(section);
        }
        section.pieces.extend(bookkeeping(&block, endpoint.kind).map(Piece::Paragraph));
        section.pieces.extend(figures.into_iter().map(|piece| of_population(piece, endpoint)));
        let notes = notes(&block, endpoint, self.sources.text);
        let rates = rate_table(self.sources, endpoint);
        let tables = [(table, Visibility::Open), (rates, Visibility::Open), (second, Visibility::Folded)];
        for (table, visibility) in tables {
            let noted = table.map(|mut table| {
                table.footnotes.extend(notes.iter().cloned());
                table.title = endpoint.of_population(&table.title);
                table
            });
            section.pieces.extend(noted.map(|table| self.table(table, visibility)));
        }
        let mut more = extra_tables(self.sources, endpoint);
        if endpoint.kind == EndpointKind::Proportion {
            more.extend(association_tables(self.sources, endpoint));
        }
        let mut pieces: Vec<Piece> =
            more.into_iter().map(|table| self.table(table, Visibility::Open)).collect();
        pieces.extend(self.models(endpoint)?);
        section.pieces.extend(pieces.into_iter().map(|piece| of_population(piece, endpoint)));
        Ok(section)
    }

    fn survival_figures(&mut self, endpoint: &EndpointText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        let comparisons = self.sources.results.comparisons(&endpoint.name);
        for by in std::iter::once(None).chain(comparisons.iter().map(|by| Some(*by))) {
            match survival_model(self.sources, endpoint, by) {
                Some(chart) => {
                    let counts = if self.sources.text.release.is_some() {
                        "with the number at risk"
                    } else {
                        "with the number at risk, censored and with the event"
                    };
                    let caption = format!("{}, {counts}.", chart.title);
                    pieces.push(self.figure(&file_name(endpoint, by), caption, curve_chart(&chart)?));
                }
                None => pieces.extend(by.and_then(|by| self.too_many(endpoint, by))),
            }
        }
        Ok(pieces)
    }

    fn mean_count_figures(&mut self, endpoint: &EndpointText) -> Result<Vec<Piece>, PresentError> {
        let mut pieces = Vec::new();
        let comparisons = self.sources.results.comparisons(&endpoint.name);
        for by in std::iter::once(None).chain(comparisons.iter().map(|by| Some(*by))) {
            match mean_count_model(self.sources, endpoint, by) {
                Some(chart) => {
                    let caption = format!("{}: mean number of events per patient.", chart.title);
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
            if let Some(chart) =
                complication.then(|| grid_over_two(self.sources, endpoint, by)).flatten().and_then(told_grid)
            {
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
            pieces.push(self.intervals(&name, "", chart)?);
        }
        Ok(pieces)
    }

    /// A chart of intervals; of a release, of those that are told.
    pub(super) fn intervals(
        &mut self,
        name: &str,
        what: &str,
        chart: IntervalChart,
    ) -> Result<Piece, PresentError> {
        let title = chart.title.clone();
        let told = if self.sources.text.release.is_some() { told_rows(chart) } else { Some(chart) };
        Ok(match told {
            Some(chart) => self.figure(name, format!("{title}{what}."), interval_chart(&chart)?),
            None => Piece::Paragraph(format!("{title}: no interval is told, so there is no chart.")),
        })
    }

    /// Says that a comparison has more groups than a chart can tell apart, or that nothing of its curves is told.
    fn too_many(&self, endpoint: &EndpointText, by: &str) -> Option<Piece> {
        let groups = group_count(self.sources, endpoint, by);
        let by = self.sources.text.comparison(by);
        let why = if groups > MOST_CURVES {
            format!("By {by} there are {groups} groups, more than curves can show: see the table.")
        } else if groups > 0 && self.sources.text.release.is_some() {
            format!("By {by} no point of a curve is told: the numbers behind them are hidden.")
        } else {
            return None;
        };
        Some(Piece::Paragraph(why))
    }

    pub(super) fn tests(&mut self) -> Section {
        let mut section = self.section("Tests between groups");
        for (table, visibility) in [
            (tests_table(self.sources), Visibility::Open),
            (pairs_table(self.sources), Visibility::Open),
            (means_table(self.sources), Visibility::Open),
            (expected_table(self.sources), Visibility::Folded),
        ] {
            section.pieces.extend(table.map(|table| self.table(table, visibility)));
        }
        section
    }
}

/// A piece of an endpoint whose heading names the population.
fn of_population(piece: Piece, endpoint: &EndpointText) -> Piece {
    match piece {
        Piece::Figure(mut figure) => {
            let caption = endpoint.of_population(figure.caption.trim_end_matches('.'));
            figure.caption = format!("{caption}.");
            Piece::Figure(figure)
        }
        Piece::Table(table, visibility) => {
            let title = endpoint.of_population(&table.title);
            Piece::Table(Table { title, ..table }, visibility)
        }
        other => other,
    }
}
