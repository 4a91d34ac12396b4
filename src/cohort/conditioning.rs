//! Doses of the conditioning -> classes of intensity, beside those that were declared.

use std::collections::BTreeMap;
use std::path::Path;

use polars::prelude::*;

use super::error::{CohortError, engine};
use super::population::Population;
use super::table::{Columns, scan_canonical};
use crate::study::Study;
use crate::study::conditioning::Dose;

/// A declared class, and the class that it is compared with.
const COMPARED: [(&str, &str); 2] = [("cond_intensity", INTENSITY), ("adwp_intensity", WORKING_PARTY)];
/// The column of the class of intensity that follows from the doses.
const INTENSITY: &str = "cond_intensity_derived";
/// The column of the class of the autoimmune diseases working party that follows from the doses.
const WORKING_PARTY: &str = "adwp_class";
/// The column of bands of the comorbidity index.
const COMORBIDITY: &str = "hct_ci_band";
/// A declared class that says nothing.
const UNKNOWN: &str = "UNK";

/// How many patients of the analysed cohort have which class, declared and by their doses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPair {
    /// The column of the declared class.
    pub declared: &'static str,
    /// The column of the derived class.
    pub derived: &'static str,
    /// Declared and derived class, where there is one -> how many patients.
    pub counts: BTreeMap<(Option<String>, Option<String>), u64>,
}

/// Adds the classes that follow from the doses of the first transplant, and the bands of the comorbidity index: 0, 1-2,
/// >=3.
pub(super) fn with_classes(
    study: &Study,
    regimen: Option<&Path>,
    subjects: LazyFrame,
) -> Result<LazyFrame, CohortError> {
    let index = || col("hct_ci");
    let band = when(index().is_null())
        .then(lit(NULL).cast(DataType::String))
        .when(index().eq(lit(0)))
        .then(lit("0"))
        .when(index().lt(lit(3)))
        .then(lit("1-2"))
        .otherwise(lit(">=3"));
    let subjects = subjects.with_columns([band.alias(COMORBIDITY)]);
    let Some(path) = regimen else { return Ok(subjects) };
    let classes = classes(study, path)?;
    let autologous = when(col("type").eq(lit("AUTO"))).then(col(WORKING_PARTY)).otherwise(lit(NULL));
    Ok(subjects
        .left_join(classes, col("subject_id"), col("subject_id"))
        .with_columns([autologous.alias(WORKING_PARTY)]))
}

/// One row a subject with doses.
fn classes(study: &Study, path: &Path) -> Result<LazyFrame, CohortError> {
    let query = scan_canonical("regimen", path)?
        .filter(col("hsct_seq").eq(lit(1)))
        .sort(["subject_id", "agent"], SortMultipleOptions::default());
    let rows = Columns::collect("regimen", query)?;
    let mut regimens: BTreeMap<String, Vec<Dose>> = BTreeMap::new();
    let column = |name: &str| rows.get(name);
    let (subject, agent, unit) = (column("subject_id")?, column("agent")?, column("unit")?);
    let (dose, route, fractions) = (column("dose")?, column("route")?, column("fractions")?);
    for row in 0..rows.rows {
        let (Some(subject), Some(agent), Some(dose)) =
            (subject.label(row), agent.label(row), dose.number(row))
        else {
            continue;
        };
        #[allow(clippy::cast_possible_truncation, reason = "at most 50, by the schema")]
        let fractions = fractions.number(row).map(|number| number as i32);
        let (unit, route) = (unit.label(row).unwrap_or_default(), route.label(row));
        regimens.entry(subject).or_default().push(Dose { agent, dose, unit, route, fractions });
    }
    let rules = &study.conditioning;
    let ids: Vec<&str> = regimens.keys().map(String::as_str).collect();
    let intensity: Vec<Option<&str>> = regimens.values().map(|doses| rules.intensity_of(doses)).collect();
    let working_party: Vec<Option<&str>> = regimens.values().map(|doses| rules.adwp_of(doses)).collect();
    let columns = vec![
        Column::new("subject_id".into(), ids),
        Column::new(INTENSITY.into(), intensity),
        Column::new(WORKING_PARTY.into(), working_party),
    ];
    Ok(DataFrame::new(regimens.len(), columns).map_err(engine("regimen"))?.lazy())
}

/// Declared against derived classes in the analysed cohort; nothing where no doses were delivered.
pub(super) fn compared(population: &Population) -> Vec<ClassPair> {
    let mut pairs = Vec::new();
    for (declared, derived) in COMPARED {
        let columns = (population.columns.get(declared), population.columns.get(derived));
        let (Ok(of_declared), Ok(of_derived)) = columns else { continue };
        let mut counts = BTreeMap::new();
        for row in 0..population.len() {
            let pair = (of_declared.label(row).filter(|class| class != UNKNOWN), of_derived.label(row));
            if pair.0.is_some() || pair.1.is_some() {
                *counts.entry(pair).or_insert(0) += 1;
            }
        }
        if !counts.is_empty() {
            pairs.push(ClassPair { declared, derived, counts });
        }
    }
    pairs
}

impl ClassPair {
    /// The pairs that differ, and how many patients have them.
    pub fn mismatches(&self) -> impl Iterator<Item = (&str, &str, u64)> {
        self.counts.iter().filter_map(|((declared, derived), count)| {
            let (declared, derived) = (declared.as_deref()?, derived.as_deref()?);
            (declared != derived).then_some((declared, derived, *count))
        })
    }
}
