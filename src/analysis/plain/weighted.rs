//! Estimates on any file under probability weights.

use std::sync::Arc;

use super::{Everybody, Loaded, Outcome, PlainError, PlainFile, column, excluded_row};
use crate::analysis::factor::Factor;
use crate::analysis::incidence::IncidenceRequest;
use crate::analysis::probability_weight::{
    Weighting, weighted_incidence_rows, weighted_survival_rows, weighted_test_rows,
};
use crate::analysis::reduce::weighted::{WeightedGroup, probability_weights};
use crate::analysis::reduce::{ReduceError, Rows};
use crate::analysis::survival::SurvivalRequest;
use crate::analysis::test::{Test, TestRequest};
use crate::domain::Group;
use crate::estimate::{Weight, WeightedInterval};

impl PlainFile {
    fn weighting(&self) -> Weighting<'_> {
        Weighting { weight: self.pweight.as_deref().unwrap_or_default(), subject: self.id.as_deref() }
    }

    fn probability_weights(&self, loaded: &Loaded, rows: &Rows<'_>) -> Result<Vec<f64>, ReduceError> {
        let name = self.pweight.as_deref().unwrap_or_default();
        probability_weights((name, column(&loaded.frame, name)), rows.keep())
    }

    fn weighted_groups(&self, loaded: &Loaded, rows: &Rows<'_>) -> Result<Vec<WeightedGroup>, ReduceError> {
        let weights = self.probability_weights(loaded, rows)?;
        let mut groups = rows.weighted(&loaded.by, &weights)?;
        if self.everybody == Everybody::Included && !self.by.is_empty() {
            groups.extend(rows.weighted(&[], &weights)?);
        }
        Ok(groups)
    }

    /// Kaplan-Meier under probability weights.
    pub(super) fn weighted_survival(&self, request: &SurvivalRequest) -> Result<Outcome, PlainError> {
        let (groups, excluded, mut warnings) =
            self.with_rows(|loaded, rows| self.weighted_groups(loaded, rows))?;
        let frame = self.frame("km");
        let (mut rows, more) = weighted_survival_rows(&frame, &groups, self.weighting(), request);
        warnings.extend(more);
        rows.extend(excluded_row(&frame, "km", excluded, &rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }

    /// Cumulative incidence under probability weights.
    pub(super) fn weighted_incidence(&self, request: &IncidenceRequest) -> Result<Outcome, PlainError> {
        let (groups, excluded, warnings) =
            self.with_rows(|loaded, rows| self.weighted_groups(loaded, rows))?;
        let frame = self.frame("cif");
        let causes = &self.codes.causes;
        let mut rows = weighted_incidence_rows(&frame, &groups, self.weighting(), (causes, request));
        rows.extend(excluded_row(&frame, "cif", excluded, &rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }

    /// The log-rank test under probability weights.
    pub(super) fn weighted_compare(&self, request: &TestRequest) -> Result<Outcome, PlainError> {
        if request.test != Test::Weighted(Weight::LogRank) {
            let message = "--pweight is for the log-rank test: --test logrank";
            return Err(PlainError::Usage(message.to_owned()));
        }
        let ((groups, strata), excluded, warnings) = self.with_rows(|loaded, rows| {
            let weights = self.probability_weights(loaded, rows)?;
            let groups: Vec<Arc<Group>> =
                rows.weighted(&loaded.by, &weights)?.into_iter().map(|one| one.group).collect();
            let strata = arrange(&groups, rows, (&loaded.by, &loaded.strata), &weights)?;
            Ok((groups, strata))
        })?;
        let frame = self.frame(request.name());
        let by = self.strata.join(",");
        let mut rows = weighted_test_rows(&frame, (&groups, &strata), self.weighting(), (&by, request));
        rows.extend(excluded_row(&frame, request.name(), excluded, &rows));
        Ok(Outcome { rows, warnings, ..Outcome::default() })
    }
}

/// The rows by stratum, each with every group in the same order.
pub(in crate::analysis) fn arrange(
    groups: &[Arc<Group>],
    rows: &Rows<'_>,
    (by, strata): (&[Factor], &[Factor]),
    weights: &[f64],
) -> Result<Vec<Vec<Vec<WeightedInterval>>>, ReduceError> {
    let crossed: Vec<Factor> = strata.iter().chain(by).cloned().collect();
    let mut arranged: Vec<(Group, Vec<Vec<WeightedInterval>>)> = Vec::new();
    for WeightedGroup { group, rows } in rows.weighted(&crossed, weights)? {
        let (stratum, level) = group.levels().split_at(strata.len());
        let stratum = Group::new(stratum.to_vec());
        if arranged.last().is_none_or(|(last, _)| *last != stratum) {
            arranged.push((stratum, vec![Vec::new(); groups.len()]));
        }
        let position = groups.iter().position(|group| group.levels() == level);
        if let (Some(position), Some((_, of_groups))) = (position, arranged.last_mut()) {
            of_groups[position] = rows;
        }
    }
    Ok(arranged.into_iter().map(|(_, rows)| rows).collect())
}
