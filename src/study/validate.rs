//! What the shape of the file cannot tell: names that must exist, kinds that must fit.

mod comparison;
mod design;
mod endpoint;
mod inputs;
mod landmark;
mod options;
mod population;
mod protocol;
mod quality;
mod screen;
mod share;
mod sort;
mod states;
mod weights;

use std::collections::BTreeSet;
use std::ops::Range;

use super::endpoint::EndpointKind;
use super::file::{CompetingSpec, EndpointSpec, EventPart, EventSpec, Placed, WideKind};
use super::population::DEVIATION_DAY;
use super::{Endpoint, Expression, Horizon, PersonTime, Study, StudyError};
use crate::domain::{Kind, Table};

/// Columns that the cohort adds to those of patients, first transplant and follow-up.
pub(crate) const DERIVED_COLUMNS: [&str; 3] = ["potential_followup", "n_transplants", "hct_ci_band"];
/// Those that it adds where there are doses of the conditioning.
pub(crate) const DOSE_COLUMNS: [&str; 2] = ["cond_intensity_derived", "adwp_class"];

pub(super) fn validate(study: &Study) -> Result<(), StudyError> {
    let check = Check { study };
    check.inputs()?;
    check.disclosure()?;
    let columns = check.columns();
    check.screen(&columns)?;
    check.population(&columns)?;
    check.populations(&columns)?;
    check.protocol(&columns)?;
    check.changes_on()?;
    check.strata(&columns)?;
    check.endpoints(&columns)?;
    check.analyses()?;
    check.quality(&columns)?;
    study.file.analysis.iter().try_for_each(|spec| check.model(spec, &columns))?;
    study.file.analysis.iter().try_for_each(|spec| {
        check.options(spec, &columns)?;
        check.pweight(spec, &columns)
    })?;
    check.options_agree()?;
    check.designs()
}

/// The tables whose columns conditions on subjects read.
const SUBJECT_TABLES: [&str; 3] = ["patients", "transplants", "followup"];

pub(super) struct Check<'a> {
    pub(super) study: &'a Study,
}

impl Check<'_> {
    pub(super) fn fail(&self, span: Option<Range<usize>>, message: String, help: &str) -> StudyError {
        let help = (!help.is_empty()).then(|| help.to_owned());
        StudyError::at(&self.study.path, &self.study.text, span, message, help)
    }

    fn disclosure(&self) -> Result<(), StudyError> {
        let spec = &self.study.file.disclosure;
        if !(1..=1000).contains(&spec.threshold) || !(1..=1000).contains(&spec.min_at_risk) {
            let message = "disclosure.threshold and disclosure.min_at_risk are numbers from 1 to 1000";
            return Err(self.fail(None, message.to_owned(), ""));
        }
        if let Some(grid) = &spec.time_grid
            && Horizon::parse(grid.get_ref()).is_none_or(|grid| grid.days < 1.0)
        {
            let message =
                format!("disclosure.time_grid = \"{}\" is no time of a day or more", grid.get_ref());
            return Err(self.fail(Some(grid.span()), message, "write d30, 3m or 1y"));
        }
        Ok(())
    }

    fn inputs(&self) -> Result<(), StudyError> {
        let inputs = &self.study.file.inputs;
        let canonical = inputs.canonical();
        if !(0.0..1.0).contains(&inputs.quarantine) {
            return Err(self.fail(None, "inputs.quarantine is a share from 0 to below 1".to_owned(), ""));
        }
        self.units()?;
        self.adtte()?;
        if let Some(wide) = &inputs.wide {
            for (name, column) in &wide.columns {
                if !column.recode.is_empty() && column.kind != WideKind::Text {
                    return Err(self.fail(
                        Some(wide.files.span()),
                        format!("the column {name} is recoded, so its levels are text"),
                        "write kind = \"text\"",
                    ));
                }
            }
            return if canonical.is_empty() {
                self.wide_condition()
            } else {
                Err(self.fail(
                    canonical[0].1.span(),
                    "a study reads canonical tables or one wide extract, not both".to_owned(),
                    "remove inputs.wide, or the canonical tables",
                ))
            };
        }
        for needed in ["patients", "transplants", "followup"] {
            if !canonical.iter().any(|(table, _)| table.name == needed) {
                return Err(self.fail(
                    None,
                    format!("[inputs] names no {needed}"),
                    "a study needs patients, transplants and followup, or one wide extract",
                ));
            }
        }
        self.canonical_sources()
    }

    /// The columns that conditions and strata may read.
    fn columns(&self) -> BTreeSet<String> {
        if let Some(wide) = &self.study.file.inputs.wide {
            return wide.columns.keys().cloned().collect();
        }
        let with_doses = self.study.file.inputs.regimen.is_some();
        let with_events = self.study.file.inputs.events.is_some();
        SUBJECT_TABLES
            .iter()
            .filter_map(|name| Table::named(name))
            .flat_map(|table| table.columns.iter().map(|column| column.name.to_owned()))
            .chain(DERIVED_COLUMNS.iter().map(ToString::to_string))
            .chain(DOSE_COLUMNS.iter().filter(|_| with_doses).map(ToString::to_string))
            .chain(with_events.then(|| DEVIATION_DAY.to_owned()))
            .collect()
    }

    fn known_column(&self, name: &Placed, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        if columns.contains(name.get_ref()) {
            return Ok(());
        }
        let list: Vec<&str> = columns.iter().map(String::as_str).collect();
        Err(self.fail(
            Some(name.span()),
            format!("there is no column {}", name.get_ref()),
            &format!("columns are {}", list.join(", ")),
        ))
    }

    fn condition(&self, text: &Placed, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let tables: &[&str] = if self.study.is_wide() { &[] } else { &SUBJECT_TABLES };
        self.condition_on(text, (columns, tables))
    }

    /// A condition on columns that are known; `tables` are those that they are of.
    fn condition_on(
        &self,
        text: &Placed,
        (columns, tables): (&BTreeSet<String>, &[&str]),
    ) -> Result<(), StudyError> {
        let expression = Expression::parse(text.get_ref()).map_err(|error| {
            let start = text.span().start + 1 + error.offset;
            self.fail(
                Some(start..start + 1),
                error.message,
                "see `engraft schema` for the language of conditions",
            )
        })?;
        for column in expression.columns() {
            if !columns.contains(&column) {
                let list: Vec<&str> = columns.iter().map(String::as_str).collect();
                return Err(self.fail(
                    Some(text.span()),
                    format!("there is no column {column}"),
                    &format!("columns are {}", list.join(", ")),
                ));
            }
        }
        self.sorts(text, &expression, tables)?;
        self.levels(text, &expression, tables)
    }

    /// A condition on canonical tables compares a category with its codes only: anything else no row can be.
    fn levels(&self, text: &Placed, expression: &Expression, tables: &[&str]) -> Result<(), StudyError> {
        for (column, level) in expression.levels() {
            let kinds = tables.iter().filter_map(|name| Table::named(name)?.column(&column));
            let codes = kinds.filter_map(|column| match column.kind {
                Kind::Category(codes) => Some(codes),
                _ => None,
            });
            if let Some(codes) = codes.into_iter().next().filter(|codes| !codes.contains(&level.as_str())) {
                return Err(self.fail(
                    Some(text.span()),
                    format!("no {column} is '{level}'"),
                    &format!("its codes are {}", codes.join(", ")),
                ));
            }
        }
        Ok(())
    }

    fn population(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        self.study.file.population.values().try_for_each(|text| {
            self.condition(text, columns)?;
            self.step(text)
        })
    }

    fn strata(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        for (name, stratum) in &self.study.file.strata {
            let place = self.stratum_source(name, stratum, columns)?;
            if stratum.breaks.windows(2).any(|pair| pair[0] >= pair[1]) {
                return Err(self.fail(
                    Some(place),
                    format!("the breaks of {name} do not rise"),
                    "write them in rising order, such as [18, 40, 60]",
                ));
            }
            if let Some(column) = stratum.column.as_ref().filter(|_| !stratum.breaks.is_empty()) {
                self.holds_numbers(column)?;
            }
            if !stratum.breaks.is_empty() && !stratum.merge.is_empty() {
                return Err(self.fail(
                    Some(place),
                    format!("{name} has both breaks and merge"),
                    "breaks are for numbers, merge is for levels",
                ));
            }
        }
        let Some(baseline) = &self.study.file.baseline else { return Ok(()) };
        if let Some(by) = &baseline.by {
            self.known_stratum(by)?;
            self.known_at_baseline(by)?;
        }
        for column in &baseline.columns {
            self.known_at_baseline(column)?;
            if !self.study.file.strata.contains_key(column.get_ref()) {
                self.known_column(column, columns)?;
                self.says_when_known("the table of baseline characteristics", (column, None))?;
            }
        }
        Ok(())
    }

    fn known_stratum(&self, name: &Placed) -> Result<(), StudyError> {
        if self.study.file.strata.contains_key(name.get_ref()) {
            return Ok(());
        }
        Err(self.fail(
            Some(name.span()),
            format!("there is no stratum {}", name.get_ref()),
            &format!("add [strata] {} = {{ column = \"...\" }}", name.get_ref()),
        ))
    }

    fn known_endpoint(&self, name: &Placed) -> Result<Endpoint, StudyError> {
        self.study.endpoint(name.get_ref()).ok_or_else(|| {
            self.fail(
                Some(name.span()),
                format!("there is no endpoint {}", name.get_ref()),
                "add it as [[endpoint]] name = \"...\"",
            )
        })
    }

    /// An endpoint of the study that has a time.
    fn known_timed_endpoint(&self, name: &Placed) -> Result<Endpoint, StudyError> {
        let known = self.study.endpoint(name.get_ref());
        known.filter(|known| known.kind != EndpointKind::Proportion).ok_or_else(|| {
            self.fail(
                Some(name.span()),
                format!("there is no endpoint {} with a time", name.get_ref()),
                "add it as [[endpoint]] name = \"...\"",
            )
        })
    }

    fn endpoints(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        let mut names = BTreeSet::new();
        for spec in &self.study.file.endpoint {
            let name = spec.name.get_ref();
            if !names.insert(name.clone()) {
                return Err(self.fail(
                    Some(spec.name.span()),
                    format!("the endpoint {name} is there twice"),
                    "",
                ));
            }
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                return Err(self.fail(
                    Some(spec.name.span()),
                    format!("'{name}' cannot be the name of an endpoint"),
                    "names are letters, digits and _; the label is free text",
                ));
            }
            if self.study.is_wide() {
                self.wide_endpoint(spec, columns)?;
            } else {
                self.canonical_endpoint(spec, columns)?;
            }
        }
        if self.study.is_wide() { Ok(()) } else { self.tables_of_endpoints() }
    }

    /// Every table that an endpoint cannot do without is there; all that are not are told at once.
    fn tables_of_endpoints(&self) -> Result<(), StudyError> {
        let delivered = self.study.file.inputs.canonical();
        let has = |name: &str| delivered.iter().any(|(table, _)| table.name == name);
        let endpoints = self.study.endpoints();
        let lacking: Vec<_> =
            endpoints.iter().filter_map(|endpoint| Some((endpoint, endpoint.lacking(has)?))).collect();
        let Some((first, _)) = lacking.first() else { return Ok(()) };
        let said: Vec<String> =
            lacking.iter().map(|(endpoint, table)| format!("{} needs {table}", endpoint.name)).collect();
        let tables: BTreeSet<&str> = lacking.iter().map(|(_, table)| *table).collect();
        let tables: Vec<&str> = tables.into_iter().collect();
        Err(self.fail(
            Some(first.spec.name.span()),
            format!("tables that the study does not have: {}", said.join(", ")),
            &format!("add {} to [inputs], or remove the endpoints", tables.join(" and ")),
        ))
    }

    /// Rates are of events with a time.
    fn rate(&self, rate: &Placed, kind: EndpointKind) -> Result<(), StudyError> {
        if PersonTime::parse(rate.get_ref()).is_none() {
            return Err(self.fail(
                Some(rate.span()),
                format!("'{}' is not a number of patient-years", rate.get_ref()),
                "write 100py",
            ));
        }
        if kind == EndpointKind::Proportion {
            return Err(self.fail(Some(rate.span()), "a status without a time has no rate".to_owned(), ""));
        }
        Ok(())
    }

    fn wide_endpoint(&self, spec: &EndpointSpec, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        self.canonical_only(spec)?;
        for column in [&spec.time, &spec.entry].into_iter().flatten() {
            self.time_column(column, columns)?;
        }
        for condition in [&spec.when, &spec.outcome, &spec.among].into_iter().flatten() {
            self.condition(condition, columns)?;
        }
        for cause in &spec.causes {
            self.time_column(&cause.time, columns)?;
            self.condition(&cause.when, columns)?;
        }
        match &spec.event {
            Some(EventSpec::Adtte(adtte)) => return self.adtte_event(spec, adtte),
            Some(EventSpec::Codes(coded)) => self.known_column(&coded.column, columns)?,
            Some(EventSpec::First(parts)) => {
                return Err(self.fail(
                    parts.first().map(EventPart::span).or(Some(spec.name.span())),
                    "a wide extract has no tables of events and no milestones".to_owned(),
                    "write event = { column = \"...\", codes = { 1 = \"...\" } }",
                ));
            }
            None => {}
        }
        match &spec.competing {
            Some(CompetingSpec::Endpoints(map)) => {
                for name in map.values() {
                    let found = self.study.file.endpoint.iter().any(|other| {
                        other.name.get_ref() == name && other.name.get_ref() != spec.name.get_ref()
                    });
                    if !found {
                        return Err(self.fail(
                            Some(spec.name.span()),
                            format!("the competing endpoint {name} is not in the study"),
                            "competing = { cause = \"endpoint\" }",
                        ));
                    }
                }
            }
            Some(CompetingSpec::Events(_)) => {
                return Err(self.fail(
                    Some(spec.name.span()),
                    "in a wide extract, competing events are other endpoints".to_owned(),
                    "competing = { cause = \"endpoint\" }",
                ));
            }
            None => {}
        }
        let told = spec.outcome.is_some()
            || (spec.time.is_some()
                && (spec.event.is_some() || spec.never.is_some() || !spec.causes.is_empty()));
        if told {
            Ok(())
        } else {
            Err(self.fail(
                Some(spec.name.span()),
                format!("{} does not say when its event happened", spec.name.get_ref()),
                "give time and event, time and never, time and causes, or an outcome",
            ))
        }
    }

    fn analyses(&self) -> Result<(), StudyError> {
        for analysis in &self.study.file.analysis {
            self.analysis_kind(analysis)?;
            self.analysed_population(analysis)?;
            for name in analysis.endpoint.all() {
                let endpoint = self.known_endpoint(name)?;
                self.shares(analysis, (name, &endpoint))?;
                if let Some(rate) = &analysis.rate {
                    self.rate(rate, endpoint.kind)?;
                }
                if let Some((span, message, help)) =
                    super::extras::misfit(analysis, name.get_ref(), endpoint.kind)
                {
                    return Err(self.fail(span.or(Some(name.span())), message, help));
                }
            }
            self.comparison(analysis)?;
            for by in analysis.by.iter().flat_map(super::file::OneOrMany::all) {
                self.known_stratum(by)?;
            }
            if let Some((span, message, help)) = super::extras::fault(analysis) {
                return Err(self.fail(span, message, help));
            }
            let extra = analysis.conditional_on.iter().chain(&analysis.rmtl);
            let extra = extra.chain(&analysis.band_from).chain(&analysis.band_to);
            for time in analysis
                .times
                .iter()
                .chain(&analysis.rmst)
                .chain(&analysis.horizon)
                .chain(extra)
                .chain(&analysis.landmark)
            {
                if Horizon::days_of(time).is_none() {
                    return Err(self.fail(
                        Some(time.span()),
                        format!("'{}' is not a time", time.get_ref()),
                        "write d100, 6m or 1y",
                    ));
                }
            }
            self.landmark(analysis)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
