//! `--where` in the script: the rows that are taken.

use super::script::{column, quoted};
use super::study::script;
use crate::analysis::plain::RowComparison;
use crate::cli::arguments::{Command, OutcomeArguments};

/// Has the script of a command take the rows that the command takes.
pub(in crate::cli) fn rows(command: &mut Command) {
    let Some(outcome) = outcome(command) else { return };
    let line = |condition: &crate::analysis::plain::RowCondition| {
        let sign = if condition.comparison == RowComparison::Is { "==" } else { "!=" };
        let (column, value) = (column(&condition.column), quoted(&condition.value));
        format!("d <- d[which(as.character({column}) {sign} {value}), , drop = FALSE]\n")
    };
    let lines: String = outcome.only.iter().map(line).collect();
    if let Some(script) = script(command) {
        script.preamble.insert_str(0, &lines);
    }
}

fn outcome(command: &Command) -> Option<&OutcomeArguments> {
    Some(match command {
        Command::Km(arguments) => &arguments.input.outcome,
        Command::Cif(arguments) => &arguments.input.outcome,
        Command::Compare(arguments) => &arguments.input.outcome,
        Command::Rate(arguments) => &arguments.input.outcome,
        Command::Recurrent(arguments) => &arguments.outcome,
        Command::Cox(arguments) => &arguments.outcome,
        Command::Finegray(arguments) => &arguments.outcome,
        _ => return None,
    })
}
