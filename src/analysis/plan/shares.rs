//! Statuses of a study: shares, their tests against a rate, and contrasts of groups.

use std::sync::Arc;

use super::{RowFrame, Task, column, options};
use crate::analysis::ard::Row;
use crate::analysis::association::{AssociationRequest, association_rows};
use crate::analysis::column::factor;
use crate::analysis::counts::{CountedRows, ShareColumns, Unknown};
use crate::analysis::factor::Factor;
use crate::analysis::reduce::ReduceError;
use crate::analysis::share::{
    ShareInterval, ShareRequest, StatusRequest, ground_rows, status_rows, statuses,
};
use crate::analysis::{EVALUABLE, evaluable_of};
use crate::cohort::EndpointData;
use crate::domain::{Convention, Ground};
use crate::estimate::ProportionMethod;
use crate::study::file::AnalysisSpec;
use crate::study::share::{AgainstSpec, MeasureName, ShareMethod, compared_statuses};

impl Task<'_> {
    /// Adds the rows of an endpoint without a time.
    pub(super) fn statuses(
        &mut self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        factors: &[Factor],
    ) -> Result<(), ReduceError> {
        let evaluable = evaluable_of(self.population);
        let all = (self.population, Unknown::Failure, self.data);
        let judged = (evaluable.as_str(), Unknown::LeftOut, self.evaluable);
        let denominators = if self.population == EVALUABLE { vec![judged] } else { vec![all, judged] };
        for (population, unknown, data) in denominators {
            let frame = RowFrame { population: Some(population.to_owned()), ..frame.clone() };
            let by: Vec<Factor> =
                factors.iter().map(|by| factor(self.cohort, &data.rows, &by.name)).collect();
            let rows = self.denominator(spec, &frame, (data, &by, unknown))?;
            self.results.rows.extend(rows);
        }
        Ok(())
    }

    /// Rows with one denominator.
    fn denominator(
        &self,
        spec: &AnalysisSpec,
        frame: &RowFrame,
        (data, factors, unknown): (&EndpointData, &[Factor], Unknown),
    ) -> Result<Vec<Row>, ReduceError> {
        let outcome = Factor::of("outcome", column(&data.rows, "outcome"));
        let levels = &data.endpoint.causes;
        let strata: Vec<Factor> =
            spec.strata.iter().map(|name| factor(self.cohort, &data.rows, name.get_ref())).collect();
        let interval = interval(spec.method);
        let over = if interval == ShareInterval::StratifiedWilson { strata.as_slice() } else { &[] };
        let weight = spec.weight().map(|name| (name, column(&data.rows, name)));
        let columns = ShareColumns { outcome: &outcome, success: &[], by: factors, strata: over, weight };
        let share = ShareRequest {
            interval,
            conf_level: spec.conf_level(),
            profile: self.profile,
            ..ShareRequest::default()
        };
        let request = StatusRequest { share, against: against(spec.against.as_ref(), levels) };
        let mut rows = status_rows(frame, &columns, (levels, &request, unknown))?;
        if let Some(ground) = data.rows.column("ground") {
            let grounds = (&Factor::of("ground", ground), &grounds(data, unknown)[..], unknown);
            rows.extend(ground_rows(frame, &columns, grounds)?);
        }
        if !factors.is_empty() {
            let compared = compared_statuses(levels);
            for (name, levels) in statuses(levels).iter().filter(|(name, _)| compared.contains(name)) {
                let columns = ShareColumns { success: levels, strata: &strata, ..columns };
                let status: Arc<str> = name.as_str().into();
                rows.extend(contrasts(spec, frame, &columns, (&status, unknown, self.profile))?);
            }
        }
        Ok(rows)
    }
}

/// What is told apart of no response: at a landmark all that it rests on, else who is not evaluable alone, where that
/// counts as no response.
fn grounds(data: &EndpointData, unknown: Unknown) -> Vec<Ground> {
    let (judged, at_landmark) = (unknown == Unknown::LeftOut, data.endpoint.landmark.is_some());
    let is_told = |ground: &Ground| if ground.is_unknown() { !judged } else { at_landmark };
    Ground::ALL.into_iter().filter(is_told).collect()
}

/// Rows of the contrasts of one status. What is not taken over strata keeps the patients whose stratum is not known.
fn contrasts(
    spec: &AnalysisSpec,
    frame: &RowFrame,
    columns: &ShareColumns<'_>,
    (status, unknown, profile): (&Arc<str>, Unknown, Convention),
) -> Result<Vec<Row>, ReduceError> {
    let (stratified, crude): (Vec<MeasureName>, Vec<MeasureName>) =
        spec.association.iter().partition(|measure| measure.is_stratified());
    let grouping = |stratum: &&Factor| columns.by.iter().all(|factor| factor.name != stratum.name);
    let strata: Vec<Factor> = columns.strata.iter().filter(grouping).cloned().collect();
    let mut rows = Vec::new();
    for (measures, strata) in [(&crude, &[][..]), (&stratified, strata.as_slice())] {
        let tells = measures.iter().all(|measure| !measure.is_stratified() || !strata.is_empty());
        if measures.is_empty() || !tells {
            continue;
        }
        let columns = ShareColumns { strata, ..*columns };
        let counted = CountedRows::of(&columns, unknown)?;
        let request = AssociationRequest {
            measures: measures.clone(),
            difference: options::difference(spec),
            ratio: options::ratio(spec),
            correction: options::correction(spec),
            conf_level: spec.conf_level(),
            profile,
        };
        rows.extend(association_rows(frame, (&counted, &columns), &request, Some(status))?);
    }
    Ok(rows)
}

fn interval(method: Option<ShareMethod>) -> ShareInterval {
    ShareInterval::Plain(match method {
        None | Some(ShareMethod::Wilson) => ProportionMethod::Wilson,
        Some(ShareMethod::ClopperPearson) => ProportionMethod::ClopperPearson,
        Some(ShareMethod::Jeffreys) => ProportionMethod::Jeffreys,
        Some(ShareMethod::AgrestiCoull) => ProportionMethod::AgrestiCoull,
        Some(ShareMethod::Wald) => ProportionMethod::Wald,
        Some(ShareMethod::StratifiedWilson) => return ShareInterval::StratifiedWilson,
    })
}

/// The statuses that are tested, each with its rate.
fn against(spec: Option<&AgainstSpec>, levels: &[String]) -> Vec<(String, f64)> {
    match spec {
        None => Vec::new(),
        Some(AgainstSpec::Rate(rate)) => {
            compared_statuses(levels).into_iter().take(1).map(|status| (status, *rate)).collect()
        }
        Some(AgainstSpec::Rates(rates)) => {
            rates.iter().map(|(status, rate)| (status.clone(), *rate)).collect()
        }
    }
}
