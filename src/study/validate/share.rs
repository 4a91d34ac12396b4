//! Shares of an analysis: what fits its endpoints.

use super::{Check, StudyError};
use crate::study::Endpoint;
use crate::study::endpoint::EndpointKind;
use crate::study::file::{AnalysisSpec, Placed};
use crate::study::share::{AgainstSpec, MeasureName, ShareMethod, compared_statuses};

impl Check<'_> {
    /// Refuses what is asked of a share where there is none, and what cannot be had of it.
    pub(super) fn shares(
        &self,
        analysis: &AnalysisSpec,
        (name, endpoint): (&Placed, &Endpoint),
    ) -> Result<(), StudyError> {
        let fail = |message: &str, help: &str| Err(self.fail(Some(name.span()), message.to_owned(), help));
        let asked = analysis.method.is_some()
            || analysis.against.is_some()
            || analysis.difference.is_some()
            || !analysis.association.is_empty();
        if endpoint.kind != EndpointKind::Proportion {
            return if asked {
                fail(
                    &format!("{} is no status: it has no share to be compared", name.get_ref()),
                    "method, against, association and difference are for endpoints without a time",
                )
            } else {
                Ok(())
            };
        }
        let stratified = analysis.method == Some(ShareMethod::StratifiedWilson)
            || analysis.association.iter().any(|measure| measure.is_stratified());
        if stratified && analysis.strata.is_empty() {
            return fail(
                "stratified-wilson, cochran-mantel-haenszel and breslow-day need strata",
                "add strata = [\"...\"]",
            );
        }
        if !stratified && !analysis.strata.is_empty() {
            return fail(
                "nothing here is taken over the strata",
                "strata are for stratified-wilson, cochran-mantel-haenszel and breslow-day",
            );
        }
        if !analysis.association.is_empty() && analysis.by.is_empty() {
            return fail("an association needs groups", "add by = [\"...\"]");
        }
        if analysis.difference.is_some() && !analysis.association.contains(&MeasureName::RiskDifference) {
            return fail("difference names the interval of a risk-difference, and none is asked for", "");
        }
        self.rates(analysis, (name, endpoint))
    }

    fn rates(
        &self,
        analysis: &AnalysisSpec,
        (name, endpoint): (&Placed, &Endpoint),
    ) -> Result<(), StudyError> {
        let rates: Vec<(&str, f64)> = match &analysis.against {
            None => return Ok(()),
            Some(AgainstSpec::Rate(rate)) => vec![("", *rate)],
            Some(AgainstSpec::Rates(rates)) => {
                rates.iter().map(|(name, rate)| (name.as_str(), *rate)).collect()
            }
        };
        let mut known: Vec<String> = compared_statuses(&endpoint.causes);
        known.extend(endpoint.causes.iter().filter(|cause| *cause != "CR").cloned());
        for (status, rate) in rates {
            if !(rate > 0.0 && rate < 1.0) {
                return Err(self.fail(
                    Some(name.span()),
                    format!("against {rate} is no rate between 0 and 1"),
                    "write a share, such as 0.3",
                ));
            }
            if !status.is_empty() && !known.iter().any(|known| known == status) {
                known.dedup();
                return Err(self.fail(
                    Some(name.span()),
                    format!("{} has no status {status}", name.get_ref()),
                    &format!("its statuses are {}", known.join(", ")),
                ));
            }
        }
        Ok(())
    }
}
