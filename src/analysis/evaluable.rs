//! How the analysed patients divide, and how many of them each main endpoint can be judged in -> ARD rows.

use std::sync::Arc;

use super::TREATED;
use super::ard::Row;
use super::row_set::{Frame, Place, RowSet, stat};
use crate::cohort::{Cohort, EndpointData};
use crate::domain::Group;
use crate::ingest::frame::{ColumnData, Frame as Columns};
use crate::study::{EndpointKind, Study};

/// Name of the analysis.
pub const EVALUABLE_BY: &str = "evaluable";
/// The endpoints that a reader looks for first.
const MAIN: [&str; 5] = ["os", "efs", "relapse", "nrm", "best_response"];
/// So many endpoints are counted where the study has none of those.
const FIRST: usize = 3;
/// The stratum that patients divide into where the study does not say.
const ARM: &str = "type";

/// Rows that tell how many patients are analysed, in all and by arm (`n`), and how many of them are evaluable for
/// each main endpoint (`n_evaluable`, `term` = endpoint). `n_missing`: patients without an arm.
pub(super) fn evaluable_rows(study: &Study, cohort: &Cohort) -> Vec<Row> {
    let main = main_endpoints(study, cohort);
    let mut rows = counted(cohort, &main, None);
    if let Some(by) = arm(study, cohort) {
        rows.extend(counted(cohort, &main, Some(&by)));
    }
    rows
}

fn arm(study: &Study, cohort: &Cohort) -> Option<String> {
    let known = |name: &str| {
        let spec = study.file.strata.get(name)?;
        let baseline = spec.endpoint.is_none() && spec.known_at.is_none_or(|day| day <= 0.0);
        (baseline && cohort.strata.iter().any(|stratum| stratum.name == name)).then(|| name.to_owned())
    };
    match &study.file.flow.by {
        Some(by) => known(by.get_ref()),
        None => known(ARM).or_else(|| study.file.strata.keys().find_map(|name| known(name))),
    }
}

fn main_endpoints<'a>(study: &Study, cohort: &'a Cohort) -> Vec<&'a EndpointData> {
    let named = |name: &str| cohort.endpoints.iter().find(|data| data.endpoint.name == name);
    let asked: Vec<&EndpointData> =
        study.file.flow.endpoints.iter().filter_map(|name| named(name.get_ref())).collect();
    if !asked.is_empty() {
        return asked;
    }
    let main: Vec<&EndpointData> = MAIN.into_iter().filter_map(named).collect();
    if main.is_empty() { cohort.endpoints.iter().take(FIRST).collect() } else { main }
}

fn counted(cohort: &Cohort, endpoints: &[&EndpointData], by: Option<&str>) -> Vec<Row> {
    let frame = Frame {
        id: by.map_or_else(|| EVALUABLE_BY.to_owned(), |by| format!("{EVALUABLE_BY}:{by}")),
        population: Some(TREATED.to_owned()),
        comparison: by.map(str::to_owned),
        ..Frame::default()
    };
    let mut set = RowSet::new(&frame, EVALUABLE_BY, "count");
    let levels: Vec<Option<&String>> = match by.and_then(|by| stratum(cohort, by)) {
        Some(stratum) => {
            if stratum.missing > 0 {
                set.count(&Place::of(&Arc::new(Group::everybody())), &stat::N_MISSING, stratum.missing);
            }
            stratum.levels.iter().map(Some).collect()
        }
        None => vec![None],
    };
    for level in levels {
        let group = match (by, level) {
            (Some(by), Some(level)) => Group::new(vec![(by.to_owned(), level.clone())]),
            _ => Group::everybody(),
        };
        let place = Place::of(&Arc::new(group));
        let within = |columns: &Columns, row: usize| match (by, level) {
            (Some(by), Some(level)) => {
                columns.column(by).is_some_and(|column| column.label(row).as_deref() == Some(level.as_str()))
            }
            _ => true,
        };
        let analysed = (0..cohort.subjects.rows).filter(|row| within(&cohort.subjects, *row)).count();
        set.count(&place, &stat::N, analysed as u64);
        for data in endpoints {
            let judged = |row: &usize| within(&data.rows, *row) && is_judged(data, *row);
            let count = (0..data.rows.rows).filter(judged).count();
            set.count(&place.clone().term(&data.endpoint.name), &stat::N_EVALUABLE, count as u64);
        }
    }
    set.into_rows()
}

fn stratum<'a>(cohort: &'a Cohort, by: &str) -> Option<&'a crate::cohort::StratumLevels> {
    cohort.strata.iter().find(|stratum| stratum.name == by)
}

/// Whether a row is that of a subject who can be judged: of recurrent events the last, of a status a known one.
fn is_judged(data: &EndpointData, row: usize) -> bool {
    match data.endpoint.kind {
        EndpointKind::Proportion => {
            data.rows.column("outcome").is_some_and(|outcome| !outcome.is_missing(row))
        }
        EndpointKind::Recurrent => match data.rows.column("cause") {
            Some(ColumnData::Integer { values, .. }) => values[row] != 1,
            _ => true,
        },
        EndpointKind::Survival | EndpointKind::Competing => true,
    }
}
