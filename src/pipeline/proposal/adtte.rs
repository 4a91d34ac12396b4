//! ADTTE: each parameter is an endpoint, and what its codes mean is to be decided where there are several.

use std::collections::{BTreeMap, BTreeSet};

use super::PipelineError;
use super::delivered::{Delivered, missing_key};
use super::toml_text::quoted;
use crate::ingest::{in_parentheses, time_unit_of};
use crate::study::UNDECIDED;
use crate::study::file::CENSORED;

/// What a code of CNSR is said to be: how many rows, and the descriptions that stand beside it.
#[derive(Default)]
struct Code {
    rows: usize,
    described: BTreeSet<String>,
}

/// `[inputs.adtte]`.
pub(super) fn input(file: &Delivered) -> String {
    let units = file.column("PARAM").is_some_and(|params| {
        (0..file.rows()).all(|row| {
            params
                .label(row)
                .and_then(|text| in_parentheses(&text))
                .is_some_and(|unit| time_unit_of(&unit).is_some())
        })
    });
    let unit = if units {
        String::new()
    } else {
        format!(
            "time_unit = \"{UNDECIDED}\"            # days | weeks | months | years: PARAM does not say\n"
        )
    };
    let missing = missing_key(&[file]).map(|line| format!("{line}\n")).unwrap_or_default();
    format!(
        "[inputs.adtte]\nfiles = {}\n{missing}{unit}# aval_origin = \"day1\"             # if AVAL is 1 on the day from which it counts\n\n",
        quoted(&file.path)
    )
}

/// A block of the study for each parameter, with its name.
pub(super) fn endpoints(file: &Delivered) -> Result<Vec<(String, String)>, PipelineError> {
    let label = |column: &str, row: usize| file.column(column).and_then(|values| values.label(row));
    let described = file.levels("EVNTDESC", 50).is_some();
    let mut parameters: BTreeMap<String, (Option<String>, BTreeMap<u32, Code>)> = BTreeMap::new();
    for row in 0..file.rows() {
        let (Some(paramcd), Some(cnsr)) = (label("PARAMCD", row), label("CNSR", row)) else { continue };
        let Ok(cnsr) = cnsr.parse() else {
            return Err(PipelineError::Proposal(format!(
                "{}: CNSR holds something else than whole numbers",
                file.path
            )));
        };
        let (name, codes) =
            parameters.entry(paramcd).or_insert_with(|| (label("PARAM", row), BTreeMap::new()));
        if *name != label("PARAM", row) {
            *name = None;
        }
        let code = codes.entry(cnsr).or_default();
        code.rows += 1;
        code.described.extend(label("EVNTDESC", row).filter(|_| described));
    }
    Ok(parameters
        .into_iter()
        .map(|(paramcd, (param, codes))| block(&paramcd, param.as_deref(), &codes))
        .collect())
}

fn block(paramcd: &str, param: Option<&str>, codes: &BTreeMap<u32, Code>) -> (String, String) {
    let name: String =
        paramcd.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let name = format!("adtte_{name}");
    let label = param.map(|text| format!("label = {}\n", quoted(text))).unwrap_or_default();
    let mut lines = String::new();
    let reasons = codes.keys().filter(|code| **code > 0).count();
    for code in [0].iter().chain(codes.keys().filter(|code| **code > 0)) {
        let meaning = match (code, reasons) {
            (0, _) => "event",
            (_, 1) => CENSORED,
            _ => UNDECIDED,
        };
        let told = codes.get(code);
        let words: Vec<&str> = told.iter().flat_map(|code| &code.described).map(String::as_str).collect();
        let rows = told.map_or(0, |code| code.rows);
        let line = format!("{code} = {}", quoted(meaning));
        lines.push_str(&format!("{line:<34} # {rows} rows: {}\n", words.join(", ")));
    }
    let hint =
        if reasons > 1 { "  # \"censored\", or the competing event that hides behind a code" } else { "" };
    let text = format!(
        "[[endpoint]]\nname = {}\n{label}[endpoint.event]\nparamcd = {}\n[endpoint.event.codes]{hint}\n{lines}",
        quoted(&name),
        quoted(paramcd)
    );
    (name, text)
}
