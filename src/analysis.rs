//! The plan of a study, and estimates on any file, turned into rows of the analysis-results data set (ARD).

pub mod ard;
pub mod association;
pub mod axis;
pub mod bookkeeping;
mod column;
pub mod convention;
pub mod counts;
pub mod csv;
pub mod design;
pub mod disclosure;
pub mod evaluable;
pub mod events;
pub mod factor;
pub mod incidence;
pub mod json;
pub mod k_anonymity;
pub mod landmark;
pub mod parquet;
pub mod plain;
pub mod plan;

pub mod probability_weight;
pub mod quality;
pub mod rate;
pub mod recurrent;
pub mod reduce;
pub mod regression;
pub mod row_set;
pub mod share;
pub mod states;
pub mod survival;
pub mod test;

pub use crate::study::population::{EVALUABLE, TREATED};

/// The part of a population whose status is known, as a denominator: `evaluable` of all treated.
pub fn evaluable_of(population: &str) -> String {
    match population {
        TREATED | EVALUABLE => EVALUABLE.to_owned(),
        other => format!("{other}:{EVALUABLE}"),
    }
}
