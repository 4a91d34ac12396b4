//! Survival of a whole cohort as if everybody had the same treatment: predictions averaged.

use super::baseline::{Baseline, StratumHazard};
use super::residuals::{EventTime, Hazard, integrals, risks, weighted_scores};
use super::risk_sweep::RiskSweep;
use super::{CoxFit, CoxModel, normal_quantile};
use crate::estimate::linear_algebra::Symmetric;

/// Survival averaged over the rows of a fit, at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdjustedSurvival {
    /// The time.
    pub time: f64,
    /// The mean of the predicted survival.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// Its limits on the log-log scale; absent before the first event.
    pub interval: Option<(f64, f64)>,
}

/// So many times are taken in one walk over the rows.
const TIMES_AT_ONCE: usize = 32;

/// What the times of one walk have in common.
struct Walk<'a> {
    model: &'a CoxModel,
    baseline: &'a Baseline,
    times: &'a [f64],
    /// The influence of each row on the coefficients.
    on_beta: &'a [f64],
    /// The influence of each row on the hazard of its stratum, one value a time.
    on_hazard: Vec<f64>,
}

/// A cohort at one time: the sums that its rows' influences need.
struct Average {
    survival: f64,
    /// Survival of each row.
    rows: Vec<f64>,
    /// How the average moves with the hazard of each stratum.
    by_hazard: Vec<f64>,
    /// How it moves with the coefficients.
    by_beta: Vec<f64>,
}

impl CoxModel {
    /// Survival averaged over the rows of the fit, their covariates replaced by those of a scenario: one
    /// answer a scenario, one value a time.
    ///
    /// # Definition
    /// ```text
    /// S(t) = sum of w_i S_i(t) / W,  S_i(t) = exp(-H_s(t) exp(b'x_i)),  W the sum of weights
    /// ```
    /// with `x_i` the scenario's covariates of row i and s its stratum. The variance is the sum over
    /// clusters (else subjects, else rows) of their squared influence
    /// ```text
    /// w_i (S_i - S) / W + sum over s of A_s h_si(t) + B' b_i
    /// A_s = -sum over s of w_j S_j exp(b'x_j) / W,   B = -sum of w_j S_j exp(b'x_j) (x_j H - G) / W
    /// ```
    /// where `h_si` is the influence of row i on the hazard of stratum s, `b_i` that on the coefficients
    /// (dfbeta), G(t) the sum of m dH with m the mean of x at risk. The limits are those of log(-log S).
    ///
    /// # Input
    /// Each scenario as in [`CoxData::covariates`](super::CoxData): columns of all rows of the data, in
    /// the units given.
    ///
    /// # Edge cases
    /// 1 with standard error 0 and no interval before the first event. After the last event time the value
    /// is carried on; it is for the caller to say how far. A scenario of a wrong length gives nothing.
    ///
    /// # References
    /// Makuch, J Chronic Dis 1982;35:437 (direct adjustment). Zhang, Loberiza, Klein & Zhang, Comput
    /// Methods Programs Biomed 2007;88:95. R: the mean of `survfit(fit, newdata)`; the standard error is
    /// that of `riskRegression::ate(se = TRUE)`, which as here counts the sampling of the cohort.
    pub fn adjusted_survival(
        &self,
        fit: &CoxFit,
        scenarios: &[Vec<f64>],
        times: &[f64],
    ) -> Vec<Vec<AdjustedSurvival>> {
        let baseline = self.baseline(fit);
        let Some(z) = normal_quantile(0.5 + fit.conf_level / 2.0) else { return Vec::new() };
        let on_beta = self.influence_on_beta(fit);
        let standardised: Vec<Vec<f64>> =
            scenarios.iter().filter_map(|scenario| self.scenario(scenario)).collect();
        let mut curves = vec![Vec::with_capacity(times.len()); standardised.len()];
        for times in times.chunks(TIMES_AT_ONCE) {
            let on_hazard = self.influence_on_hazard(fit, times);
            let walk = Walk { model: self, baseline: &baseline, times, on_beta: &on_beta, on_hazard };
            for (curve, scenario) in curves.iter_mut().zip(&standardised) {
                curve.extend((0..times.len()).map(|k| walk.adjusted(scenario, k, z)));
            }
        }
        curves
    }

    /// A scenario in the order and the units of the sorted rows.
    fn scenario(&self, columns: &[f64]) -> Option<Vec<f64>> {
        let x = &self.design.x;
        let n = columns.len().checked_div(x.width).unwrap_or(0);
        let known = columns.len() == n * x.width && self.design.source.iter().all(|row| (*row as usize) < n);
        let row = |i: &u32| {
            let given: Vec<f64> = (0..x.width).map(|j| columns[j * n + *i as usize]).collect();
            x.standardise_one(&given)
        };
        (known || x.width == 0).then(|| self.design.source.iter().flat_map(row).collect())
    }

    /// dfbeta of each row, of standardised coefficients.
    fn influence_on_beta(&self, fit: &CoxFit) -> Vec<f64> {
        let x = &self.design.x;
        let mut inverse = Symmetric::zero(x.width);
        for i in 0..x.width {
            for j in 0..=i {
                inverse.set(i, j, fit.naive_covariance.get(i, j) * x.scale[i] * x.scale[j]);
            }
        }
        let scores = weighted_scores(&self.design, &fit.beta, fit.ties);
        scores.chunks_exact(x.width.max(1)).flat_map(|score| inverse.multiply(score)).collect()
    }

    /// The influence of each row on the hazard of its stratum up to each time, at the same coefficients:
    /// the integral of 1/S0 dM, as a score of rows without covariates whose mean is -1/S0.
    fn influence_on_hazard(&self, fit: &CoxFit, times: &[f64]) -> Vec<f64> {
        let count = times.len();
        let mut blank = self.design.clone();
        blank.x.width = count;
        blank.x.rows = vec![0.0; count * blank.len()];
        let risk = risks(&self.design, &fit.beta);
        integrals(&blank, &risk, fit.ties, |sweep| hazard_step(sweep, blank.exit[sweep.block.start], times))
    }
}

fn hazard_step(sweep: &RiskSweep<'_>, time: f64, times: &[f64]) -> EventTime {
    let tied = sweep.tied();
    let upto = |value: f64| times.iter().map(|end| if time <= *end { -value } else { 0.0 }).collect();
    // The rows are blank, so that the hazard alone tells nothing.
    let hazard = |inverse: f64| Hazard { plain: 0.0, by_mean: upto(tied.weight * inverse) };
    EventTime {
        step: hazard(tied.squared[0]),
        unmet: hazard(tied.squared[1]),
        mean: upto(tied.inverse[0] / sweep.pieces() as f64),
    }
}

impl Walk<'_> {
    fn adjusted(&self, scenario: &[f64], k: usize, z: f64) -> AdjustedSurvival {
        let average = self.average(scenario, self.times[k]);
        let std_error = libm::sqrt(self.variance(&average, k));
        AdjustedSurvival {
            time: self.times[k],
            estimate: average.survival,
            std_error,
            interval: limits(average.survival, std_error, z),
        }
    }

    fn average(&self, scenario: &[f64], time: f64) -> Average {
        let design = &self.model.design;
        let width = design.x.width;
        let total: f64 = design.weight.iter().sum();
        let mut average = Average {
            survival: 0.0,
            rows: vec![1.0; design.len()],
            by_hazard: vec![0.0; design.strata.len()],
            by_beta: vec![0.0; width],
        };
        let mut started = false;
        for (s, (_, range)) in design.strata.iter().enumerate() {
            let (hazard, by_mean) = hazard_at(&self.baseline.strata[s], time, width);
            started |= hazard > 0.0;
            for i in range.clone() {
                let x = &scenario[i * width..(i + 1) * width];
                let ratio = libm::exp(x.iter().zip(&self.baseline.beta).map(|(x, b)| x * b).sum());
                let survival = libm::exp(-hazard * ratio);
                let share = design.weight[i] / total;
                let slope = -share * survival * ratio;
                average.rows[i] = survival;
                average.survival += share * survival;
                average.by_hazard[s] += slope;
                let moved = average.by_beta.iter_mut().zip(x).zip(by_mean);
                moved.for_each(|((sum, x), mean)| *sum += slope * (x * hazard - mean));
            }
        }
        if !started {
            // The shares add up to 1 but for rounding.
            average.survival = 1.0;
        }
        average
    }

    /// The sum over clusters of the squared influence.
    fn variance(&self, average: &Average, k: usize) -> f64 {
        let design = &self.model.design;
        let (width, count) = (design.x.width, self.times.len());
        let total: f64 = design.weight.iter().sum();
        let mut influences = vec![0.0; design.len()];
        for (s, (_, range)) in design.strata.iter().enumerate() {
            for i in range.clone() {
                let on_beta = &self.on_beta[i * width..(i + 1) * width];
                let through_beta: f64 = average.by_beta.iter().zip(on_beta).map(|(a, b)| a * b).sum();
                influences[i] = design.weight[i] / total * (average.rows[i] - average.survival)
                    + average.by_hazard[s] * self.on_hazard[i * count + k]
                    + through_beta;
            }
        }
        sum_of_squares(&influences, self.model.group_of_row.as_deref())
    }
}

/// The hazard at a time, and the sum of m dH.
fn hazard_at(hazard: &StratumHazard, time: f64, width: usize) -> (f64, &[f64]) {
    static NOTHING: [f64; 0] = [];
    match hazard.times.partition_point(|t| *t <= time) {
        0 => (0.0, &NOTHING),
        k => (hazard.cumulative[k - 1], &hazard.by_mean[(k - 1) * width..k * width]),
    }
}

fn sum_of_squares(influences: &[f64], cluster: Option<&[u32]>) -> f64 {
    let Some(cluster) = cluster else { return influences.iter().map(|value| value * value).sum() };
    let mut order: Vec<(u32, usize)> = cluster.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let of_cluster = |members: &[(u32, usize)]| members.iter().map(|(_, i)| influences[*i]).sum::<f64>();
    order.chunk_by(|a, b| a.0 == b.0).map(of_cluster).map(|sum| sum * sum).sum()
}

fn limits(survival: f64, std_error: f64, z: f64) -> Option<(f64, f64)> {
    if !(survival > 0.0 && survival < 1.0 && std_error > 0.0) {
        return None;
    }
    let log = libm::log(survival);
    let power = libm::exp(-z * std_error / (survival * log));
    Some((libm::exp(log * power), libm::exp(log / power)))
}

#[cfg(test)]
mod tests {
    use crate::estimate::cox::sample::{close, names, random};
    use crate::estimate::cox::{CoxData, CoxModel, CoxOptions, Ties};

    /// Four rows without effect of x (by symmetry b = 0): deaths at 1 and 2, one of x = 0 and one of x = 1
    /// each time; nobody is left.
    #[test]
    fn without_effect_it_is_the_breslow_survival() {
        let data = CoxData {
            exit: vec![1.0, 1.0, 2.0, 2.0],
            event: vec![true; 4],
            covariates: vec![0.0, 1.0, 0.0, 1.0],
            names: names(&["x"]),
            ..CoxData::default()
        };
        let model = CoxModel::new(&data).unwrap();
        let fit = model.fit(&CoxOptions { ties: Ties::Breslow, ..CoxOptions::default() });
        let curves = model.adjusted_survival(&fit, &[vec![0.0; 4], vec![1.0; 4]], &[0.5, 1.0, 2.0]);
        for curve in &curves {
            assert_eq!((curve[0].estimate, curve[0].std_error, curve[0].interval), (1.0, 0.0, None));
            close(curve[1].estimate, (-0.5_f64).exp(), 1e-12);
            close(curve[2].estimate, (-1.5_f64).exp(), 1e-12);
        }
    }

    /// The obvious way: each row's influence is the change of the average with its weight.
    #[test]
    fn the_standard_error_is_that_of_the_slopes_in_the_weights() {
        for (seed, ties) in [(3, Ties::Efron), (5, Ties::Breslow), (8, Ties::Efron)] {
            let data = random(seed, 40);
            let options = CoxOptions { ties, max_iterations: 200, ..CoxOptions::default() };
            let at = |data: &CoxData| {
                let model = CoxModel::new(data).unwrap();
                let fit = model.fit(&options);
                let mut scenario = data.covariates.clone();
                scenario[..40].fill(1.5);
                model.adjusted_survival(&fit, &[scenario], &[4.0, 7.0])[0].clone()
            };
            let found = at(&data);
            for (k, found) in found.iter().enumerate() {
                let mut sum = 0.0;
                for i in 0..40 {
                    let moved = |step: f64| {
                        let mut other = data.clone();
                        other.weights[i] *= 1.0 + step;
                        at(&other)[k].estimate
                    };
                    let slope = (moved(1e-4) - moved(-1e-4)) / 2e-4;
                    sum += slope * slope;
                }
                close(found.std_error, sum.sqrt(), 1e-5);
            }
        }
    }

    #[test]
    fn clusters_of_one_row_change_nothing_and_doubled_rows_halve_the_variance() {
        let mut data = random(11, 30);
        let options = CoxOptions { ties: Ties::Breslow, ..CoxOptions::default() };
        let curve = |data: &CoxData| {
            let model = CoxModel::new(data).unwrap();
            let fit = model.fit(&options);
            model.adjusted_survival(&fit, std::slice::from_ref(&data.covariates), &[5.0])[0][0]
        };
        let plain = curve(&data);
        data.cluster = Some((0..30).rev().collect());
        close(curve(&data).std_error, plain.std_error, 1e-12);
        let twice = |values: &[f64]| values.iter().chain(values).copied().collect::<Vec<f64>>();
        let both = CoxData {
            entry: data.entry.as_deref().map(twice),
            exit: twice(&data.exit),
            event: data.event.iter().chain(&data.event).copied().collect(),
            covariates: data.covariates.chunks(30).flat_map(twice).collect(),
            names: data.names.clone(),
            strata: data.strata.iter().chain(&data.strata).copied().collect(),
            weights: twice(&data.weights),
            ..CoxData::default()
        };
        close(curve(&both).estimate, plain.estimate, 1e-9);
        close(curve(&both).std_error * 2_f64.sqrt(), plain.std_error, 1e-6);
    }
}
