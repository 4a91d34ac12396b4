//! Rates and recurrent events of any file.

use super::arguments::{RateArguments, RecurrentArguments};
use super::estimates::{chart_rows, drawing, everybody, plain_file, show, single_event, times, usage};
use super::failure::Failure;
use super::plot::{self, PlotFile};
use super::{emit_r, output};
use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::plain::{Everybody, PlainFile};
use crate::analysis::rate::RateRequest;
use crate::analysis::recurrent::RecurrentRequest;
use crate::present::plot::mean_count_plot;

pub(super) fn rate(arguments: &RateArguments) -> Result<(), Failure> {
    let codes = single_event(&arguments.input.outcome, Unnamed::Censor)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::rate(arguments, &codes));
    }
    let file = PlainFile {
        id: arguments.id.clone(),
        everybody: everybody(arguments.overall),
        help: "name the event with --event-codes; other codes then end the time at risk".to_owned(),
        ..plain_file(&arguments.input, codes)
    };
    let request = RateRequest {
        per: arguments.per,
        unit: format!("{} units of time", arguments.per),
        conf_level: arguments.output.conf_level,
        everybody: Everybody::GroupsOnly,
        profile: arguments.output.convention(),
    };
    show(&file.rate(&request)?, &arguments.output)
}

pub(super) fn recurrent(arguments: &RecurrentArguments) -> Result<(), Failure> {
    let outcome = &arguments.outcome;
    if outcome.cnsr.is_some() {
        return Err(usage("CNSR tells one event only; name an event column with --event"));
    }
    let codes = EventCodes::recurrent(&arguments.recurrent, &arguments.terminal, &outcome.event_codes)
        .map_err(usage)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::recurrent(arguments, &codes));
    }
    let plot = arguments.plot.as_deref().map(PlotFile::check).transpose()?;
    let file = PlainFile {
        path: outcome.file.clone(),
        only: outcome.rows.only.clone(),
        time: outcome.time.clone(),
        event: outcome.event_column(),
        codes,
        help: "name it with --recurrent or --terminal".to_owned(),
        entry: arguments.entry.clone(),
        id: Some(arguments.id.clone()),
        by: arguments.by.clone(),
        everybody: everybody(arguments.overall),
        drawing: drawing(plot.as_ref()),
        ..PlainFile::default()
    };
    let request = RecurrentRequest {
        times: times(&arguments.times),
        conf_level: arguments.output.conf_level,
        summary: true,
        profile: arguments.output.convention(),
    };
    let outcome = file.recurrent(&request)?;
    if let Some(plot) = plot {
        plot.draw(mean_count_plot(&chart_rows(&outcome), &plot::words(&file.path, &file.time, &file.by)))?;
    }
    show(&outcome, &arguments.output)
}
