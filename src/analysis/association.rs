//! An outcome compared between groups -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::counts::{CountedRows, GroupCounts, ShareColumns};
use super::reduce::ReduceError;
use super::row_set::{Frame, Place, RowSet, stat};
use super::share::strata_text;
use crate::domain::{Convention, Group};
use crate::estimate::association::{
    ChiSquare, Contrast, Correction, Counts, DifferenceMethod, RatioMethod, breslow_day, chi_square,
    cochran_mantel_haenszel, common_odds_ratio, fisher_exact, odds_ratio, risk_difference, risk_ratio,
};
use crate::estimate::{Absent, EstimateError};
use crate::study::share::MeasureName;

/// What is asked of an association.
#[derive(Debug, Clone)]
pub struct AssociationRequest {
    /// Contrasts and tests, in the order of the rows.
    pub measures: Vec<MeasureName>,
    /// The interval of the difference.
    pub difference: DifferenceMethod,
    /// The interval of the ratio.
    pub ratio: RatioMethod,
    /// Whether tests of two groups are corrected for continuity.
    pub correction: Correction,
    /// Level of the intervals.
    pub conf_level: f64,
    /// The conventions.
    pub profile: Convention,
}

impl Default for AssociationRequest {
    fn default() -> Self {
        Self {
            measures: MeasureName::CRUDE.to_vec(),
            difference: DifferenceMethod::default(),
            ratio: RatioMethod::default(),
            correction: Correction::None,
            conf_level: 0.95,
            profile: Convention::default(),
        }
    }
}

/// Rows of the contrasts of each group against the first, and of the tests between all.
///
/// # Errors
/// [`ReduceError`] where a sum of frequencies does not fit.
pub fn association_rows(
    frame: &Frame,
    (counted, columns): (&CountedRows, &ShareColumns<'_>),
    request: &AssociationRequest,
    cause: Option<&Arc<str>>,
) -> Result<Vec<Row>, ReduceError> {
    let groups = counted.groups(columns, columns.by)?;
    let task = Task { frame, request, groups: &groups, strata: strata_text(columns.strata), cause };
    let mut rows = Vec::new();
    for measure in &request.measures {
        rows.extend(task.measure(*measure)?);
    }
    Ok(rows)
}

/// Rows of how many of each group had the outcome.
///
/// # Errors
/// [`ReduceError`] where a sum of frequencies does not fit.
pub fn count_rows(
    frame: &Frame,
    (counted, columns): (&CountedRows, &ShareColumns<'_>),
    profile: Convention,
) -> Result<Vec<Row>, ReduceError> {
    let mut set = RowSet::new(frame, "association", &format!("Counts; profile {profile}"));
    for group in counted.groups(columns, columns.by)? {
        let place = Place::of(&group.group);
        set.count(&place, &stat::N, group.all.n);
        set.count(&place, &stat::X, group.all.x);
        let share = (group.all.n > 0).then(|| group.all.x as f64 / group.all.n as f64);
        set.push(&place, &stat::ESTIMATE, share.ok_or(Absent::NotEstimable));
    }
    Ok(set.into_rows())
}

struct Task<'a> {
    frame: &'a Frame,
    request: &'a AssociationRequest,
    groups: &'a [GroupCounts],
    strata: String,
    cause: Option<&'a Arc<str>>,
}

/// The names of a contrast and its limits.
type ContrastStats = [&'static std::sync::LazyLock<Arc<str>>; 3];

impl Task<'_> {
    fn measure(&self, measure: MeasureName) -> Result<Vec<Row>, EstimateError> {
        match measure {
            MeasureName::RiskDifference | MeasureName::RiskRatio | MeasureName::OddsRatio => {
                self.contrasts(measure)
            }
            MeasureName::ChiSquare => {
                let test = chi_square(&self.crude(), self.request.correction)?;
                Ok(self.test("chi-square", &format!("Pearson chi-square test{}", self.corrected()), &test))
            }
            MeasureName::Fisher => self.fisher(),
            MeasureName::CochranMantelHaenszel => self.mantel_haenszel(),
            MeasureName::BreslowDay => self.breslow_day(),
        }
    }

    fn crude(&self) -> Vec<Counts> {
        self.groups.iter().map(|group| group.all).collect()
    }

    fn set(&self, method: &str) -> RowSet {
        RowSet::new(self.frame, "association", &format!("{method}; profile {}", self.request.profile))
    }

    fn place(&self, term: &str) -> Place {
        let place = Place::of(&Arc::new(Group::everybody())).term(term);
        Place { cause: self.cause.cloned(), ..place }
    }

    /// `; continuity correction`, where there is one.
    fn corrected(&self) -> &'static str {
        match self.request.correction {
            Correction::Continuity if self.groups.len() == 2 => "; continuity correction",
            _ => "",
        }
    }

    /// Every group but the first beside the first, with the name of their contrast.
    fn pairs(&self) -> impl Iterator<Item = (String, &GroupCounts, &GroupCounts)> {
        self.groups.split_first().into_iter().flat_map(|(first, others)| {
            others.iter().map(move |other| (format!("{} vs {}", other.group, first.group), first, other))
        })
    }

    fn contrasts(&self, measure: MeasureName) -> Result<Vec<Row>, EstimateError> {
        let level = self.request.conf_level;
        let (title, stats): (&str, ContrastStats) = match measure {
            MeasureName::RiskDifference => (
                match self.request.difference {
                    DifferenceMethod::Newcombe => "Risk difference; Newcombe interval",
                    DifferenceMethod::MiettinenNurminen => "Risk difference; Miettinen-Nurminen interval",
                    DifferenceMethod::Wald => "Risk difference; Wald interval",
                },
                [&stat::DIFFERENCE, &stat::DIFFERENCE_LOW, &stat::DIFFERENCE_HIGH],
            ),
            MeasureName::RiskRatio => (
                match self.request.ratio {
                    RatioMethod::Wald => "Risk ratio; Wald interval of the logarithm",
                    RatioMethod::MiettinenNurminen => "Risk ratio; Miettinen-Nurminen interval",
                },
                [&stat::RISK_RATIO, &stat::RISK_RATIO_LOW, &stat::RISK_RATIO_HIGH],
            ),
            _ => (
                "Odds ratio; Woolf interval",
                [&stat::ODDS_RATIO, &stat::ODDS_RATIO_LOW, &stat::ODDS_RATIO_HIGH],
            ),
        };
        let mut set = self.set(&format!("{title}; level {level}"));
        for (term, first, other) in self.pairs() {
            let (first, other) = (first.all, other.all);
            let contrast = match measure {
                MeasureName::RiskDifference => risk_difference(first, other, self.request.difference, level)?,
                MeasureName::RiskRatio => risk_ratio(first, other, self.request.ratio, level)?,
                _ => odds_ratio(first, other, level)?,
            };
            push_contrast(&mut set, &self.place(&term), stats, &contrast);
        }
        Ok(set.into_rows())
    }

    fn test(&self, term: &str, method: &str, test: &ChiSquare) -> Vec<Row> {
        let mut set = self.set(method);
        let place = self.place(term);
        set.push(&place, &stat::CHISQ, test.chisq);
        set.count(&place, &stat::DF, u64::from(test.df));
        set.push(&place, &stat::P_VALUE, test.p_value);
        set.into_rows()
    }

    fn fisher(&self) -> Result<Vec<Row>, EstimateError> {
        let mut set = self.set("Fisher exact test, two-sided");
        set.push(&self.place("fisher"), &stat::P_VALUE, fisher_exact(&self.crude())?);
        Ok(set.into_rows())
    }

    fn mantel_haenszel(&self) -> Result<Vec<Row>, EstimateError> {
        let strata = self.groups.first().map_or(0, |group| group.strata.len());
        let tables: Vec<Vec<Counts>> = (0..strata)
            .map(|stratum| self.groups.iter().map(|group| group.strata[stratum]).collect())
            .collect();
        let test = cochran_mantel_haenszel(&tables, self.request.correction)?;
        let method = format!("Cochran-Mantel-Haenszel test{}{}", self.corrected(), self.strata);
        let mut rows = self.test("cochran-mantel-haenszel", &method, &test);
        let level = self.request.conf_level;
        let title = "Mantel-Haenszel common odds ratio; Robins-Breslow-Greenland interval";
        let mut set = self.set(&format!("{title}; level {level}{}", self.strata));
        let stats: ContrastStats =
            [&stat::ODDS_RATIO_MH, &stat::ODDS_RATIO_MH_LOW, &stat::ODDS_RATIO_MH_HIGH];
        for (term, first, other) in self.pairs() {
            let ratio = common_odds_ratio(&by_stratum(first, other), level)?;
            push_contrast(&mut set, &self.place(&term), stats, &ratio);
        }
        rows.extend(set.into_rows());
        Ok(rows)
    }

    /// One test for two groups; for more, one for each contrast, named with it.
    fn breslow_day(&self) -> Result<Vec<Row>, EstimateError> {
        let mut rows = Vec::new();
        for (contrast, first, other) in self.pairs() {
            let test = breslow_day(&by_stratum(first, other))?;
            let suffix = if self.groups.len() == 2 { String::new() } else { format!(" {contrast}") };
            let (plain, tarone) = ("Breslow-Day test", "Breslow-Day test with Tarone correction");
            for (name, title, test) in
                [("breslow-day", plain, test.breslow_day), ("breslow-day-tarone", tarone, test.tarone)]
            {
                let method = format!("{title}{}", self.strata);
                rows.extend(self.test(&format!("{name}{suffix}"), &method, &test));
            }
        }
        Ok(rows)
    }
}

fn by_stratum(first: &GroupCounts, other: &GroupCounts) -> Vec<(Counts, Counts)> {
    first.strata.iter().copied().zip(other.strata.iter().copied()).collect()
}

fn push_contrast(set: &mut RowSet, place: &Place, stats: ContrastStats, contrast: &Contrast) {
    for (stat, value) in stats.into_iter().zip([contrast.estimate, contrast.low, contrast.high]) {
        set.push(place, stat, value);
    }
}
