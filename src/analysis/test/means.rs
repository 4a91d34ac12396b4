//! Restricted means of groups compared: differences and ratios, all groups with the first, or every pair.

use std::sync::Arc;

use super::pairs::{self, Pair, against_first, every_pair};
use super::{Compared, TestRequest, everybody};
use crate::analysis::ard::Row;
use crate::analysis::row_set::{Frame, Place, RowSet, stat};
use crate::domain::Group;
use crate::estimate::{
    AalenJohansenOptions, CumulativeIncidence, GroupEstimate, KaplanMeierOptions, MeanContrast, Quantity,
    RestrictedMean, aalen_johansen, equality, kaplan_meier, mean_contrast, restricted_mean,
    restricted_time_lost,
};

/// Rows of restricted mean survival times.
pub(super) fn survival_time_rows(
    frame: &Frame,
    compared: &Compared<'_>,
    (request, tau): (&TestRequest, f64),
) -> Vec<Row> {
    let options = KaplanMeierOptions { conf_level: request.conf_level, ..KaplanMeierOptions::default() };
    let means: Vec<RestrictedMean> = compared
        .unstratified()
        .iter()
        .map(|table| restricted_mean(&kaplan_meier(table, &options), tau))
        .collect();
    let mut set = Comparison::new(frame, compared, request);
    let stats = [&stat::RMST, &stat::RMST_SE, &stat::RMST_LOW, &stat::RMST_HIGH];
    set.push(&means, (&compared.groups, None), (tau, stats.map(|stat| &**stat)));
    set.into_rows()
}

/// Rows of restricted mean times lost to each cause.
pub(super) fn time_lost_rows(
    frame: &Frame,
    compared: &Compared<'_>,
    (request, tau): (&TestRequest, f64),
) -> Vec<Row> {
    let options = AalenJohansenOptions { conf_level: request.conf_level, ..AalenJohansenOptions::default() };
    let curves: Vec<CumulativeIncidence> =
        compared.unstratified().iter().map(|table| aalen_johansen(table, &options)).collect();
    let mut set = Comparison::new(frame, compared, request);
    let stats = [&stat::RMTL, &stat::RMTL_SE, &stat::RMTL_LOW, &stat::RMTL_HIGH];
    for (number, cause) in compared.numbered_causes() {
        let means: Vec<RestrictedMean> =
            curves.iter().map(|curve| restricted_time_lost(curve, number, tau)).collect();
        set.push(&means, (&compared.groups, Some(cause)), (tau, stats.map(|stat| &**stat)));
    }
    set.into_rows()
}

/// The rows of all groups, and those of pairs.
struct Comparison<'a> {
    overall: RowSet,
    contrasts: RowSet,
    pairs: Vec<Pair>,
    request: &'a TestRequest,
}

impl<'a> Comparison<'a> {
    fn new(frame: &Frame, compared: &Compared<'_>, request: &'a TestRequest) -> Self {
        let (pairs, remark) = match request.pairwise {
            Some(adjustment) => (every_pair(&compared.groups), pairs::remark(adjustment)),
            None => (against_first(&compared.groups), "; contrasts with the first group".to_owned()),
        };
        let set = |method: &str| RowSet::new(frame, request.name(), method);
        Self {
            overall: set(&request.method(compared.strata)),
            contrasts: set(&request.method_with(&remark, compared.strata)),
            pairs,
            request,
        }
    }

    /// Adds the means, the test that all are the same, and the contrasts.
    fn push(
        &mut self,
        means: &[RestrictedMean],
        (groups, cause): (&[Arc<Group>], Option<&Arc<str>>),
        (tau, stats): (f64, [&Arc<str>; 4]),
    ) {
        for (group, mean) in groups.iter().zip(means) {
            let place = Place { cause: cause.cloned(), ..Place::of(group).at(tau) };
            let values = [mean.estimate, mean.std_error, mean.conf_low, mean.conf_high];
            stats.into_iter().zip(values).for_each(|(stat, value)| self.overall.push(&place, stat, value));
        }
        let estimates: Vec<GroupEstimate> = means
            .iter()
            .map(|mean| GroupEstimate { estimate: mean.estimate, std_error: mean.std_error })
            .collect();
        let test = equality(&estimates);
        let place = everybody(cause).at(tau);
        self.overall.push(&place, &stat::CHISQ, test.chisq);
        self.overall.count(&place, &stat::DF, u64::from(test.df));
        self.overall.push(&place, &stat::P_VALUE, test.p_value);
        let contrast = |pair: &Pair| {
            let [first, second] = pair.groups;
            mean_contrast(&means[second], &means[first], self.request.conf_level)
        };
        let contrasts: Vec<MeanContrast> = self.pairs.iter().map(contrast).collect();
        for (pair, contrast) in self.pairs.iter().zip(&contrasts) {
            push_contrast(&mut self.contrasts, &place.clone().term(&pair.term), contrast);
        }
        self.push_adjusted(&contrasts, &place);
    }

    /// Adds the p-values adjusted for the number of pairs, where every pair is asked for.
    fn push_adjusted(&mut self, contrasts: &[MeanContrast], place: &Place) {
        if let Some(adjustment) = self.request.pairwise {
            let adjust = |p: fn(&MeanContrast) -> Quantity| {
                pairs::adjusted(&contrasts.iter().map(p).collect::<Vec<_>>(), adjustment)
            };
            let (differences, ratios) = (adjust(|one| one.difference_p), adjust(|one| one.ratio_p));
            for (pair, (difference, ratio)) in self.pairs.iter().zip(differences.into_iter().zip(ratios)) {
                let place = place.clone().term(&pair.term);
                self.contrasts.push(&place, &stat::P_ADJUSTED, difference);
                self.contrasts.push(&place, &stat::RATIO_P_ADJUSTED, ratio);
            }
        }
    }

    fn into_rows(self) -> Vec<Row> {
        let mut rows = self.overall.into_rows();
        rows.extend(self.contrasts.into_rows());
        rows
    }
}

fn push_contrast(set: &mut RowSet, place: &Place, contrast: &MeanContrast) {
    let MeanContrast { difference, difference_p, ratio, ratio_p } = contrast;
    set.push(place, &stat::DIFFERENCE, difference.estimate);
    set.push(place, &stat::DIFFERENCE_SE, difference.std_error);
    set.push(place, &stat::DIFFERENCE_LOW, difference.conf_low);
    set.push(place, &stat::DIFFERENCE_HIGH, difference.conf_high);
    set.push(place, &stat::DIFFERENCE_P, *difference_p);
    set.push(place, &stat::RATIO, ratio.estimate);
    set.push(place, &stat::RATIO_LOW, ratio.conf_low);
    set.push(place, &stat::RATIO_HIGH, ratio.conf_high);
    set.push(place, &stat::RATIO_P, *ratio_p);
}
