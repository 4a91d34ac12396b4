//! Canonical tables: the paths, and everything that can be asked of them.

use super::adam::filled;
use super::analyses::{Holdings, sections};
use super::delivered::{Delivered, Form, counts, missing_key, paths};
use super::toml_text::quoted;
use super::{Draft, PipelineError, near};
use crate::domain::Table;
use crate::domain::table::TABLES;
use crate::study::profile::DatasetMapping;

/// Columns of these tables that strata and the baseline table read.
pub(super) const DESCRIBING: [&str; 2] = ["patients", "transplants"];

pub(super) fn draft(delivered: &[Delivered]) -> Result<Draft, PipelineError> {
    let of = |table: &str| -> Vec<&Delivered> {
        delivered.iter().filter(|file| matches!(file.form, Form::Canonical(name) if name == table)).collect()
    };
    let mut inputs = String::from("[inputs]\n");
    let mut renamed_inputs = String::new();
    let (mut tables, mut columns) = (Vec::new(), Vec::new());
    for table in TABLES {
        let files = of(table.name);
        let renamed = renamed(delivered, table.name);
        if !renamed.is_empty() {
            renamed_inputs.push_str(&mapped(table, &files, &renamed));
            let describing = renamed.iter().filter(|_| DESCRIBING.contains(&table.name));
            columns.extend(describing.flat_map(|(file, mapping)| filled(table, (file, mapping))));
            tables.push(table.name);
            continue;
        }
        if files.is_empty() {
            inputs
                .push_str(&format!("# {} = \"...\"{:<20}# not delivered: {}\n", table.name, "", table.about));
            continue;
        }
        inputs.push_str(&match missing_key(&files) {
            None => format!("{} = {}\n", table.name, paths(&files)),
            Some(missing) => {
                let sources =
                    files.iter().map(|file| format!("{{ files = {}, {missing} }}", quoted(&file.path)));
                format!("{} = [{}]\n", table.name, sources.collect::<Vec<_>>().join(", "))
            }
        });
        tables.push(table.name);
        if DESCRIBING.contains(&table.name) {
            columns.extend(table.columns.iter().map(|column| {
                let levels = files
                    .iter()
                    .filter_map(|file| file.column(column.name))
                    .map(|values| counts(values).len());
                (column.name, levels.max().unwrap_or(0))
            }));
        }
    }
    all_needed(&tables)?;
    for file in delivered.iter().filter(|file| matches!(file.form, Form::Adam(_) | Form::Wide)) {
        inputs.push_str(&format!("# not used: {}, {}\n", file.path, file.form));
    }
    if !renamed_inputs.is_empty() {
        inputs.push('\n');
        inputs.push_str(&renamed_inputs);
    }
    let types =
        |file: &&Delivered| file.column("type").is_some_and(|types| counts(types).contains_key("ALLO"));
    // Under other names their codes may be others too: nothing is asked then that autologous transplants do not have.
    let allogeneic = of("transplants").iter().any(types);
    let patients = of("patients");
    let id =
        patients.iter().find_map(|file| file.only_value("study_id")).unwrap_or_else(|| "STUDY".to_owned());
    let cutoff = data_cut((&patients, "tx_year"), (&of("followup"), "cutoff_day"), "subject_id");
    let rest = sections(&Holdings { tables, columns, allogeneic, own: Vec::new() });
    Ok(Draft { id, cutoff, inputs, rest })
}

fn all_needed(tables: &[&str]) -> Result<(), PipelineError> {
    for needed in ["patients", "transplants", "followup"] {
        if !tables.contains(&needed) {
            return Err(PipelineError::Proposal(format!(
                "no file is the canonical table {needed}, which every study of canonical tables needs"
            )));
        }
    }
    Ok(())
}

/// The sources of a table of which some come under other names.
fn mapped(table: &Table, files: &[&Delivered], renamed: &[(&Delivered, &DatasetMapping)]) -> String {
    let several = renamed.len() + files.len() > 1;
    let as_they_are =
        files.iter().map(|file| format!("[[inputs.{}]]\nfiles = {}\n\n", table.name, quoted(&file.path)));
    as_they_are.chain(renamed.iter().map(|source| near::section(table, *source, several))).collect()
}

/// The files that are nearly a table.
fn renamed<'a>(delivered: &'a [Delivered], table: &str) -> Vec<(&'a Delivered, &'a DatasetMapping)> {
    let of_table = |file: &'a Delivered| match &file.form {
        Form::Near(name, mapping) if *name == table => Some((file, mapping)),
        _ => None,
    };
    delivered.iter().filter_map(of_table).collect()
}

/// The year into which the days of the data cut fall, by the year of transplant of the same subjects.
pub(super) fn data_cut(
    (patients, year): (&[&Delivered], &str),
    (followup, day): (&[&Delivered], &str),
    subject: &str,
) -> Option<String> {
    let mut cuts = std::collections::BTreeMap::new();
    for file in followup {
        let (subjects, days) = (file.column(subject)?, file.column(day)?);
        cuts.extend((0..file.rows()).filter_map(|row| Some((subjects.label(row)?, days.number(row)?))));
    }
    let mut last: Option<f64> = None;
    for file in patients {
        let (subjects, years) = (file.column(subject)?, file.column(year)?);
        for row in 0..file.rows() {
            let (Some(year), Some(subject)) = (years.number(row), subjects.label(row)) else { continue };
            if let Some(days) = cuts.get(&subject) {
                // A day less: the days of ADaM count from 1, and years are not all of one length.
                let cut = (year + (days - 1.0) / crate::study::horizon::DAYS_PER_YEAR).floor();
                last = Some(last.map_or(cut, |last: f64| last.max(cut)));
            }
        }
    }
    last.map(|year| {
        format!(
            "{:<25}# the days of the data cut fall into this year; write the date",
            format!("{year}-12-31")
        )
    })
}
