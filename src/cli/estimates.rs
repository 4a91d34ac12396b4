//! Estimates on any file.

use super::arguments::{
    CifArguments, CompareArguments, EventArguments, KmArguments, OutcomeArguments, OutputArguments,
    WeightingArguments,
};
use super::contrasts::{Choice, choose};
use super::failure::{Code, Failure};
use super::plot::{self, PlotFile};
use super::{emit_r, output};
use crate::analysis::ard::Row;
use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::incidence::{IncidenceExtras, IncidenceRequest};
use crate::analysis::plain::{self, Drawing, Everybody, Outcome, PlainFile};
use crate::analysis::survival::{SurvivalExtras, SurvivalRequest, Times};
use crate::estimate::{AalenJohansenOptions, KaplanMeierOptions, PastFollowup};
use crate::present::plot::{incidence_plot, survival_plot};

pub(super) fn km(arguments: &KmArguments) -> Result<(), Failure> {
    arguments.landmark.check(&arguments.times).map_err(usage)?;
    let more = arguments.extras.extras().map_err(usage)?;
    let other = [
        ("--rmst", arguments.rmst.is_some()),
        ("--plot", arguments.plot.is_some()),
        ("--landmark", arguments.landmark.landmark.is_some()),
        ("--cumulative-hazard, --band and --conditional-on", more != SurvivalExtras::default()),
    ];
    not_weighted(&arguments.weighting, &other)?;
    let codes = single_event(&arguments.input.outcome, Unnamed::Refuse)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::km(arguments, &codes));
    }
    let plot = arguments.plot.as_deref().map(PlotFile::check).transpose()?;
    let file = PlainFile {
        id: arguments.id.clone(),
        landmark: arguments.landmark.landmark(),
        pweight: arguments.weighting.pweight.clone(),
        everybody: everybody(arguments.overall),
        drawing: drawing(plot.as_ref()),
        help: "name it with --event-codes, or use `engraft cif` if it competes".to_owned(),
        ..plain_file(&arguments.input, codes)
    };
    let profile = arguments.output.convention();
    let request = SurvivalRequest {
        options: KaplanMeierOptions {
            conf_type: arguments.conf_type.map_or_else(|| profile.conf_type(), Into::into),
            conf_level: arguments.output.conf_level,
            past_followup: PastFollowup::Absent,
        },
        times: times(&arguments.times),
        probs: distinct(&arguments.probs),
        tau: arguments.rmst,
        summary: true,
        extras: more,
        profile,
    };
    let outcome = file.landmark.named(file.survival(&request)?);
    if let Some(plot) = plot {
        plot.draw(survival_plot(&chart_rows(&outcome), &plot::words(&file.path, &file.time, &file.by)))?;
    }
    show(&outcome, &arguments.output)
}

pub(super) fn cif(arguments: &CifArguments) -> Result<(), Failure> {
    let codes = EventCodes::causes(&arguments.causes, &arguments.input.outcome.event_codes).map_err(usage)?;
    if arguments.input.outcome.cnsr.is_some() {
        return Err(usage("CNSR tells one event only; name the causes in an event column with --event"));
    }
    arguments.landmark.check(&arguments.times).map_err(usage)?;
    let other = [
        ("--plot", arguments.plot.is_some()),
        ("--landmark", arguments.landmark.landmark.is_some()),
        ("--probs and --rmtl", arguments.extras.extras() != IncidenceExtras::default()),
        ("--variance", arguments.variance.is_some()),
    ];
    not_weighted(&arguments.weighting, &other)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::cif(arguments, &codes));
    }
    let plot = arguments.plot.as_deref().map(PlotFile::check).transpose()?;
    let file = PlainFile {
        id: arguments.id.clone(),
        landmark: arguments.landmark.landmark(),
        pweight: arguments.weighting.pweight.clone(),
        everybody: everybody(arguments.overall),
        drawing: drawing(plot.as_ref()),
        help: "name every cause with --causes".to_owned(),
        ..plain_file(&arguments.input, codes)
    };
    let options = AalenJohansenOptions {
        variance: arguments.variance().into(),
        conf_level: arguments.output.conf_level,
        past_followup: PastFollowup::Absent,
    };
    let request = IncidenceRequest {
        options,
        times: times(&arguments.times),
        summary: true,
        extras: arguments.extras.extras(),
        profile: arguments.output.convention(),
    };
    let outcome = file.landmark.named(file.incidence(&request)?);
    if let Some(plot) = plot {
        let causes: Vec<String> = file.codes.causes.iter().map(ToString::to_string).collect();
        let words = plot::words(&file.path, &file.time, &file.by);
        plot.draw(incidence_plot(&chart_rows(&outcome), &causes, &words))?;
        if let ([first, _, ..], Some(_)) = (causes.as_slice(), &words.by) {
            output::warning(&format!("the picture shows {first} by group; the cause named first is drawn"));
        }
    }
    show(&outcome, &arguments.output)
}

pub(super) fn compare(arguments: &CompareArguments) -> Result<(), Failure> {
    let Choice { request, codes, help } = choose(arguments)?;
    let other = [
        ("--landmark", arguments.landmark.landmark.is_some()),
        ("--pairwise", arguments.contrasts.pairwise.is_some()),
        ("--trend", arguments.contrasts.trend),
    ];
    not_weighted(&arguments.weighting, &other)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::compare(arguments, (&request, &codes)));
    }
    let file = PlainFile {
        strata: arguments.strata.clone(),
        landmark: arguments.landmark.landmark(),
        pweight: arguments.weighting.pweight.clone(),
        help,
        ..plain_file(&arguments.input, codes)
    };
    let outcome = file.landmark.named(file.compare(&request)?);
    show(&outcome, &arguments.output)
}

/// Refuses options that have no answer under probability weights.
fn not_weighted(weighting: &WeightingArguments, others: &[(&str, bool)]) -> Result<(), Failure> {
    match others.iter().find(|(_, given)| *given && weighting.pweight.is_some()) {
        Some((name, _)) => Err(usage(format!("{name} cannot be had with --pweight"))),
        None => Ok(()),
    }
}

pub(super) fn drawing(plot: Option<&PlotFile>) -> Drawing {
    if plot.is_some() { Drawing::Curves } else { Drawing::None }
}

/// What a chart is drawn from: the rows shown, and those of its curves.
pub(super) fn chart_rows(outcome: &Outcome) -> Vec<Row> {
    outcome.rows.iter().chain(&outcome.drawn).cloned().collect()
}

pub(super) fn show(outcome: &Outcome, output: &OutputArguments) -> Result<(), Failure> {
    for warning in &outcome.warnings {
        output::warning(warning);
    }
    for reason in outcome.absences() {
        output::warning(&reason);
    }
    output::results(&outcome.rows, output.format)
}

/// Warns where the parameters of an ADTTE are taken together.
pub(super) fn one_parameter(outcome: &OutcomeArguments, by: &[String]) {
    let only = outcome.rows.only.iter().map(|condition| condition.column.as_str());
    let named: Vec<&str> = by.iter().map(String::as_str).chain(only).collect();
    if outcome.cnsr.is_some()
        && let Some(warning) = plain::several_parameters(&outcome.file, &named)
    {
        output::warning(&warning);
    }
}

pub(super) fn plain_file(input: &EventArguments, codes: EventCodes) -> PlainFile {
    one_parameter(&input.outcome, &input.by);
    PlainFile {
        path: input.outcome.file.clone(),
        only: input.outcome.rows.only.clone(),
        time: input.outcome.time.clone(),
        event: input.outcome.event_column(),
        codes,
        entry: input.entry.clone(),
        weight: input.weight.clone(),
        by: input.by.clone(),
        ..PlainFile::default()
    }
}

pub(super) fn single_event(input: &OutcomeArguments, unnamed: Unnamed) -> Result<EventCodes, Failure> {
    if input.cnsr.is_some() {
        return if input.event_codes.is_empty() {
            Ok(EventCodes::cnsr())
        } else {
            Err(usage("--cnsr has its own codes: 0 is the event, all else is censored"))
        };
    }
    EventCodes::event(&input.event_codes, unnamed).map_err(usage)
}

pub(super) fn times(times: &[f64]) -> Times {
    if times.is_empty() { Times::Every } else { Times::at(times.to_vec()) }
}

fn distinct(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

pub(super) fn everybody(overall: bool) -> Everybody {
    if overall { Everybody::Included } else { Everybody::GroupsOnly }
}

pub(super) fn usage(message: impl Into<String>) -> Failure {
    Failure::new(Code::Usage, message)
}
