//! The levels of the strata of a study in its order, as lines of a script.

use super::super::script::{column, quoted, vector};
use super::Analysis;
use crate::cohort::band;
use crate::study::StratumSpec;

/// Puts the levels that a column has in an order: those named first, then the others sorted.
const IN_ORDER: &str =
    "in_order <- function(v, first) factor(v, c(intersect(first, v), sort(setdiff(v, c(first, NA)))))\n";

impl Analysis<'_> {
    /// The strata that are read have the order of the study.
    pub(super) fn ordered(&self, names: &[&str]) -> String {
        let mut lines = String::new();
        for name in names {
            let Some(stratum) = self.study.file.strata.get(*name) else { continue };
            let levels = levels(stratum);
            if levels.is_empty() {
                continue;
            }
            if lines.is_empty() {
                lines.push_str(IN_ORDER);
            }
            let column = column(name);
            lines.push_str(&format!("{column} <- in_order({column}, {})\n", vector(&levels)));
        }
        lines
    }
}

/// Statuses that count together as one.
pub(super) fn together(status: &str, levels: &[String]) -> String {
    if levels.len() == 1 {
        return String::new();
    }
    format!("d$outcome[d$outcome %in% {}] <- {}\n", vector(levels), quoted(status))
}

/// The levels whose order the study tells.
fn levels(stratum: &StratumSpec) -> Vec<String> {
    let bands = (0..=stratum.breaks.len()).filter(|_| !stratum.breaks.is_empty());
    let bands = bands.map(|place| band(&stratum.breaks, place));
    let mut levels: Vec<String> = Vec::new();
    for level in stratum.order.iter().cloned().chain(bands) {
        let level = stratum.labels.get(&level).cloned().unwrap_or(level);
        if !levels.contains(&level) {
            levels.push(level);
        }
    }
    levels
}
