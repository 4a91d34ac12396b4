//! Does a test fit the endpoint and the groups that it is to compare.

use super::Check;
use crate::study::file::{AnalysisSpec, OneOrMany, Placed};
use crate::study::{EndpointKind, StudyError, Trend};

impl Check<'_> {
    /// Checks the test of an analysis, and what is asked of it.
    pub(super) fn comparison(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        for name in analysis.endpoint.all() {
            self.test_fits(analysis, name)?;
        }
        let place = analysis.endpoint.all().first().map(Placed::span);
        let fail = |message: &str, help: &str| Err(self.fail(place.clone(), message.to_owned(), help));
        let asked =
            analysis.pairwise.is_some() || analysis.trend == Trend::Tested || !analysis.strata.is_empty();
        let Some(test) = analysis.test else {
            return if asked {
                fail(
                    "pairwise, trend and strata say how to test, and there is no test",
                    "add test = \"logrank\"",
                )
            } else {
                Ok(())
            };
        };
        if analysis.trend == Trend::Tested && !test.has_trend() {
            return fail("this test has no trend", "trend is for the log-rank family and gray");
        }
        if !analysis.strata.is_empty() && !test.can_be_stratified() {
            return fail(
                "this test cannot be stratified",
                "strata are for the log-rank family, gray and max-combo",
            );
        }
        let grouping = |name: &Placed| {
            let mut by = analysis.by.iter().flat_map(OneOrMany::all);
            by.any(|by| by.get_ref() == name.get_ref())
        };
        for stratum in &analysis.strata {
            self.known_stratum(stratum)?;
            if grouping(stratum) {
                return Err(self.fail(
                    Some(stratum.span()),
                    format!("{} both groups and stratifies", stratum.get_ref()),
                    "within its strata there is nothing to compare; write a second [[analysis]]",
                ));
            }
        }
        Ok(())
    }

    fn test_fits(&self, analysis: &AnalysisSpec, name: &Placed) -> Result<(), StudyError> {
        let (Some(test), Some(endpoint)) = (analysis.test, self.study.endpoint(name.get_ref())) else {
            return Ok(());
        };
        let fits = match endpoint.kind {
            EndpointKind::Survival => !test.needs_causes(),
            EndpointKind::Competing => test.takes_causes(),
            EndpointKind::Proportion | EndpointKind::Recurrent => false,
        };
        if fits {
            return Ok(());
        }
        Err(self.fail(
            Some(name.span()),
            format!("this test does not fit {}", name.get_ref()),
            "gray, rmtl and fixed-time are for endpoints with competing events; the log-rank family, max-combo, rmst \
             and fixed-time for those without",
        ))
    }
}
