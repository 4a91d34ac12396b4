//! Data sets of ADaM: the profile reads them, and the codes that it does not know are to be decided.

use std::collections::{BTreeMap, BTreeSet};

use super::analyses::{Holdings, sections};
use super::canonical::{DESCRIBING, data_cut};
use super::delivered::{Delivered, Form, counts, missing_key};
use super::toml_text::{key, quoted};
use super::{Draft, PipelineError, adtte, wide};
use crate::domain::table::TABLES;
use crate::domain::{Column, Kind, Table};
use crate::ingest::frame::ColumnData;
use crate::ingest::in_parentheses;
use crate::study::profile::{DatasetMapping, Profile};
use crate::study::{UNDECIDED, UnitTable};

/// A column of codes may hold so many; terms of adverse events are many.
const MOST_CODES: usize = 200;

/// A file, and how it becomes a table.
type Source<'a> = (&'a Delivered, &'a DatasetMapping);

pub(super) fn draft(delivered: &[Delivered], profile: &Profile) -> Result<Draft, PipelineError> {
    let sources = |table: &str| sources_of(delivered, profile, table);
    let complete = ["patients", "transplants", "followup"].into_iter().all(|name| {
        let Some(table) = Table::named(name) else { return false };
        let sources = sources(name);
        !sources.is_empty() && sources.iter().all(|source| is_complete(table, *source))
    });
    if complete { canonical(delivered, profile) } else { extract(delivered) }
}

/// The files that give a table. Transplants stand in the procedures, if those tell them all, else the first ones stand in
/// ADSL.
fn sources_of<'a>(delivered: &'a [Delivered], profile: &'a Profile, table: &str) -> Vec<Source<'a>> {
    let mappings = || profile.mappings.iter().filter(|mapping| mapping.table == table);
    let all = mappings().flat_map(|mapping| {
        delivered
            .iter()
            .filter(|file| matches!(&file.form, Form::Adam(name) if *name == mapping.dataset))
            .map(move |file| (file, mapping))
    });
    let all: Vec<Source<'_>> = all.collect();
    if table != "transplants" {
        return all;
    }
    let told = |(file, mapping): &&Source<'_>| mapping.dataset != "ADSL" && file.has("HSCTSEQ");
    let is_first = |values: &ColumnData| {
        (0..values.len()).any(|row| values.number(row).is_some_and(|number| number < 1.5))
    };
    let procedures: Vec<Source<'_>> = all.iter().filter(told).copied().collect();
    let tell_the_first = procedures.iter().any(|(file, _)| file.column("HSCTSEQ").is_some_and(is_first));
    let of_subjects = all.into_iter().filter(|(file, mapping)| {
        mapping.dataset == "ADSL" && !tell_the_first && (procedures.is_empty() || file.has("HSCTTYPE"))
    });
    of_subjects.chain(procedures.iter().copied()).collect()
}

/// Whether the file has every column that the table must have.
fn is_complete(table: &Table, (file, mapping): Source<'_>) -> bool {
    table.columns.iter().filter(|column| column.required).all(|column| {
        mapping.constants.contains_key(column.name)
            || mapping.columns.get(column.name).is_some_and(|name| file.has(name))
            || mapping.in_parentheses.get(column.name).is_some_and(|name| file.has(name))
    })
}

fn canonical(delivered: &[Delivered], profile: &Profile) -> Result<Draft, PipelineError> {
    let mut inputs = String::new();
    let (mut tables, mut columns, mut used) = (Vec::new(), Vec::new(), BTreeSet::new());
    for table in TABLES {
        let sources = sources_of(delivered, profile, table.name);
        if sources.is_empty() {
            continue;
        }
        tables.push(table.name);
        for source in &sources {
            used.insert(source.0.path.as_str());
            inputs.push_str(&section(table, *source, sources.len() > 1, profile));
            if DESCRIBING.contains(&table.name) {
                columns.extend(filled(table, *source));
            }
        }
    }
    let (mut own, mut units) = (Vec::new(), String::new());
    for file in delivered.iter().filter(|file| matches!(&file.form, Form::Adam(name) if name == "ADTTE")) {
        used.insert(file.path.as_str());
        inputs.push_str(&adtte::input(file));
        own.extend(adtte::endpoints(file)?);
    }
    for source in sources_of(delivered, profile, "labs") {
        units.push_str(&unknown_units(source)?);
    }
    if !units.is_empty() {
        inputs.push_str(&format!(
            "[inputs.units]                     # factor to the canonical unit\n{units}\n"
        ));
    }
    for file in delivered.iter().filter(|file| !used.contains(file.path.as_str())) {
        inputs.push_str(&format!("# not used: {}, {}\n", file.path, file.form));
    }
    let transplants = sources_of(delivered, profile, "transplants");
    let has_allo = |(file, _): &Source<'_>| {
        file.column("HSCTTYPE").is_some_and(|types| counts(types).contains_key("ALLO"))
    };
    let allogeneic = transplants.iter().any(has_allo);
    let adsl: Vec<&Delivered> =
        sources_of(delivered, profile, "patients").into_iter().map(|(file, _)| file).collect();
    let id = adsl.iter().find_map(|file| file.only_value("STUDYID")).unwrap_or_else(|| "STUDY".to_owned());
    let cutoff = data_cut((&adsl, "TXYEAR"), (&adsl, "DCUTDY"), "USUBJID");
    let rest = sections(&Holdings { tables, columns, allogeneic, own });
    Ok(Draft { id, cutoff, inputs, rest })
}

/// The canonical columns of a source with the number of their levels.
pub(super) fn filled(table: &Table, (file, mapping): Source<'_>) -> Vec<(&'static str, usize)> {
    let Some(table) = Table::named(table.name) else { return Vec::new() };
    let levels = |column: &Column| {
        let name = mapping.columns.get(column.name)?;
        file.column(name).map(|values| counts(values).len())
    };
    table.columns.iter().map(|column| (column.name, levels(column).unwrap_or(0))).collect()
}

/// `[inputs.labs]` and the code maps below it.
fn section(table: &Table, (file, mapping): Source<'_>, several: bool, profile: &Profile) -> String {
    let (open, close) = if several { ("[[", "]]") } else { ("[", "]") };
    let mut text = format!(
        "{open}inputs.{}{close}\nfiles = {}\nprofile = {}\n",
        table.name,
        quoted(&file.path),
        quoted(&profile.name)
    );
    let first = profile.mappings.iter().find(|other| other.table == table.name);
    if first.is_some_and(|first| first.dataset != mapping.dataset) {
        text.push_str(&format!("dataset = {}\n", quoted(&mapping.dataset)));
    }
    if let Some(missing) = missing_key(&[file]) {
        text.push_str(&format!("{missing}\n"));
    }
    text.push_str(&condition(file, mapping));
    for column in table.columns {
        text.push_str(&codes(table, column, (file, mapping)));
    }
    text.push('\n');
    text
}

/// Which rows are taken: measured values, and of the procedures those that are transplants.
fn condition(file: &Delivered, mapping: &DatasetMapping) -> String {
    if mapping.dataset == "ADPR" {
        let procedures = file.levels("PRDECOD", MOST_CODES).unwrap_or_default();
        if file.only_value("PRDECOD").is_some() {
            return String::new();
        }
        let known: Vec<&str> = procedures.keys().map(String::as_str).collect();
        return format!(
            "where = \"PRDECOD == '{UNDECIDED}'\"    # the transplants, of {}\n",
            known.join(", ")
        );
    }
    let imputed = file.column("DTYPE").is_some_and(|values| !counts(values).is_empty());
    if mapping.expect.contains_key("DTYPE") && imputed {
        return "where = \"DTYPE is null\"            # imputed and averaged values are not measurements\n"
            .to_owned();
    }
    String::new()
}

/// The codes of a column that neither the profile nor the table knows, each to be decided.
pub(super) fn codes(table: &Table, column: &Column, (file, mapping): Source<'_>) -> String {
    let Some(name) = mapping.columns.get(column.name).filter(|name| file.has(name)) else {
        return String::new();
    };
    let of_profile = mapping.codes.get(column.name);
    let of_table: &[&str] = match column.kind {
        Kind::Category(codes) => codes,
        _ => &[],
    };
    if of_profile.is_none() && of_table.is_empty() {
        return String::new();
    }
    let known = |level: &String| match of_profile {
        Some(codes) => codes.contains_key(level),
        None => of_table.contains(&level.as_str()),
    };
    let meanings = if of_table.is_empty() { "1 | 0".to_owned() } else { of_table.join(" | ") };
    let head = format!(
        "[inputs.{}.codes.{}]  # {name}: {meanings}, or \"\" for no value, or \"drop\"\n",
        table.name, column.name
    );
    let Some(levels) = file.levels(name, MOST_CODES) else {
        return format!("{head}\"...\" = \"{UNDECIDED}\"               # too many to be listed here\n");
    };
    let untold = file.column(name).map_or(0, |values| counts(values).len()) - levels.len();
    let untold = if untold == 0 {
        String::new()
    } else {
        format!("# {untold} more, which few subjects have, are not repeated here\n")
    };
    if levels.keys().all(known) && untold.is_empty() {
        return String::new();
    }
    let listed = levels.iter().filter(|(level, _)| of_profile.is_none() || !known(level));
    let lines = listed.map(|(level, rows)| {
        let meaning = if known(level) { level.as_str() } else { UNDECIDED };
        let line = format!("{} = {}", key(level), quoted(meaning));
        format!("{line:<50} # {rows} row{}\n", if *rows == 1 { "" } else { "s" })
    });
    format!("{head}{}{untold}", lines.collect::<String>())
}

/// Units of tests that the table of units does not know.
fn unknown_units((file, mapping): Source<'_>) -> Result<String, PipelineError> {
    let units = UnitTable::load([]).map_err(PipelineError::Proposal)?;
    let label = |column: &str, row: usize| file.column(column).and_then(|values| values.label(row));
    let delivered = |name: &str| mapping.columns.get(name).map_or("", String::as_str);
    let tests = mapping.codes.get("test");
    let mut unknown = BTreeMap::new();
    for row in 0..file.rows() {
        let unit = label(delivered("unit"), row).or_else(|| {
            label(mapping.in_parentheses.get("unit")?, row).and_then(|text| in_parentheses(&text))
        });
        let test = label(delivered("test"), row).and_then(|code| tests?.get(&code));
        if let (Some(test), Some(unit)) = (test, unit)
            && units.factor(test, &unit).is_none()
        {
            unknown.insert(row, (test.clone(), unit));
        }
    }
    let told = file.shared(unknown.iter().map(|(row, (_, unit))| (*row, Some(unit.clone()))));
    let unknown: BTreeSet<(String, String)> = unknown.into_values().collect();
    let line = |(test, unit): &(String, String)| format!("{test}.{} = \"{UNDECIDED}\"\n", key(unit));
    Ok(unknown.iter().filter(|(_, unit)| told.contains(unit)).map(line).collect())
}

/// ADSL that lacks what a transplant study needs, with ADTTE beside it: an extract with times to event.
fn extract(delivered: &[Delivered]) -> Result<Draft, PipelineError> {
    let of =
        |wanted: &str| delivered.iter().find(|file| matches!(&file.form, Form::Adam(name) if name == wanted));
    let Some(times) = of("ADTTE") else {
        return Err(PipelineError::Proposal(
            "the ADaM files lack what the canonical tables must have (DISORDER, HSCTTYPE, LSTALVDY of ADSL, or a \
             mapping of one's own to them), and there is no ADTTE"
                .to_owned(),
        ));
    };
    let subjects = of("ADSL").unwrap_or(times);
    let parameters = times.levels("PARAMCD", MOST_CODES).unwrap_or_default();
    let only = match (of("ADSL"), parameters.keys().next()) {
        (None, Some(first)) if parameters.len() > 1 => Some(format!("PARAMCD == '{first}'")),
        _ => None,
    };
    let mut inputs = wide::input(subjects, "USUBJID", only.as_deref());
    inputs.push('\n');
    inputs.push_str(&adtte::input(times));
    let arm = ["TRT01A", "TRT01P", "TRTA", "TRTP"]
        .into_iter()
        .find(|name| subjects.levels(name, MOST_CODES).is_some_and(|levels| levels.len() > 1));
    let mut rest = String::new();
    if let Some(arm) = arm {
        rest.push_str(&format!("[strata]\ntreatment = {{ column = \"{arm}\", label = \"Treatment\" }}\n\n"));
    }
    let endpoints = adtte::endpoints(times)?;
    for (_, block) in &endpoints {
        rest.push_str(block);
    }
    let by = if arm.is_some() { "by = [\"treatment\"]\n" } else { "" };
    for (name, _) in &endpoints {
        rest.push_str(&format!(
            "\n[[analysis]]\nendpoint = \"{name}\"\n{by}times = [\"d30\", \"d100\", \"1y\"]\n"
        ));
    }
    let id = subjects.only_value("STUDYID").unwrap_or_else(|| "STUDY".to_owned());
    Ok(Draft { id, cutoff: None, inputs, rest })
}
