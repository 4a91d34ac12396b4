//! `--where` in the script: the rows that are taken.

use super::script::{column, quoted};
use super::study::script;
use crate::analysis::plain::{RowComparison, RowCondition};
use crate::cli::arguments::Command;

/// Has the script of a command take the rows that the command takes.
pub(in crate::cli) fn rows(command: &mut Command) {
    let only = conditions(command).to_vec();
    let line = |condition: &RowCondition| {
        let sign = if condition.comparison == RowComparison::Is { "==" } else { "!=" };
        let (column, value) = (column(&condition.column), quoted(&condition.value));
        format!("d <- d[which(as.character({column}) {sign} {value}), , drop = FALSE]\n")
    };
    let lines: String = only.iter().map(line).collect();
    if let Some(script) = script(command) {
        script.preamble.insert_str(0, &lines);
    }
}

fn conditions(command: &Command) -> &[RowCondition] {
    let outcome = match command {
        Command::Km(arguments) => &arguments.input.outcome,
        Command::Cif(arguments) => &arguments.input.outcome,
        Command::Compare(arguments) => &arguments.input.outcome,
        Command::Rate(arguments) => &arguments.input.outcome,
        Command::Recurrent(arguments) => &arguments.outcome,
        Command::Cox(arguments) => &arguments.outcome,
        Command::Finegray(arguments) => &arguments.outcome,
        Command::States(arguments) => return &arguments.rows.only,
        Command::Proportion(arguments) => return &arguments.rows.only,
        Command::Association(arguments) => return &arguments.rows.only,
        _ => return &[],
    };
    &outcome.rows.only
}
