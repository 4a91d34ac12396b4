//! Rates: `poisson.test`. Recurrent events: the mean cumulative count by its definition.

use super::contrasts;
use super::km::sorted;
use super::script::{Columns, Script, column};
use crate::analysis::events::EventCodes;
use crate::cli::arguments::{RateArguments, RecurrentArguments};

/// The script of `engraft rate`.
pub(in crate::cli) fn rate(arguments: &RateArguments, codes: &EventCodes) -> String {
    let input = &arguments.input;
    let event = input.outcome.event_column();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        id: arguments.id.as_deref(),
        ..Columns::of_events(input, &event)
    };
    let mut script =
        Script::of_events("Incidence rate", &["survival"], &input.outcome.file, (&columns, codes));
    let time = column(columns.time);
    let length = match (columns.entry, columns.id) {
        (Some(entry), _) => format!("{time} - {}", column(entry)),
        (None, Some(_)) => {
            script.piece(include_str!("pieces/follow_on.R"), &[("start", "0")]);
            format!("{time} - begin")
        }
        (None, None) => time,
    };
    let words = [
        ("per", arguments.per.to_string()),
        ("level", arguments.output.conf_level.to_string()),
        ("length", length),
    ];
    script.fill(include_str!("pieces/rate.R"), &words);
    script.results_by_group(&columns, arguments.overall);
    if !columns.by.is_empty() {
        contrasts::groups(&mut script, columns.by, None);
        contrasts::pairs_with_first(&mut script);
        script.piece(include_str!("pieces/rate_ratios.R"), &[]);
    }
    script.line("print(results)");
    script.finish()
}

/// The script of `engraft recurrent`.
pub(in crate::cli) fn recurrent(arguments: &RecurrentArguments, codes: &EventCodes) -> String {
    let event = arguments.outcome.event_column();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        time: &arguments.outcome.time,
        event: &event,
        entry: arguments.entry.as_deref(),
        id: Some(&arguments.id),
        by: &arguments.by,
        ..Columns::default()
    };
    let title = "Mean cumulative count of recurrent events (Ghosh and Lin 2000)";
    let mut script = Script::of_events(title, &["survival"], &arguments.outcome.file, (&columns, codes));
    if columns.entry.is_some() {
        script.line("begin <- entry");
    } else {
        script.piece(include_str!("pieces/follow_on.R"), &[("start", "-Inf")]);
    }
    let every = arguments.times.is_empty();
    let words = [
        ("level", arguments.output.conf_level.to_string()),
        ("times", if every { "fit$time".to_owned() } else { sorted(&arguments.times) }),
        ("counted", if every { "==" } else { "<=" }.to_owned()),
    ];
    script.fill(include_str!("pieces/recurrent.R"), &words);
    script.by_group(&columns, arguments.overall);
    script.finish()
}
