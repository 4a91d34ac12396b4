//! The test of proportional hazards.

use super::design::Design;
use super::newton::DEPENDENT;
use super::residuals::risks;
use super::risk_sums::Moments;
use super::risk_sweep::{RiskSweep, Stop};
use super::{Absent, ChiSquare, CoxFit, CoxModel, Standing, chi_square, finite_columns, monotone_first};
use crate::estimate::linear_algebra::{Cholesky, Symmetric};

/// The test of each coefficient, and of all at once.
#[derive(Debug, Clone, PartialEq)]
pub struct ProportionalityTest {
    /// One a covariate, in the order given.
    pub terms: Vec<Result<ChiSquare, Absent>>,
    /// All coefficients.
    pub global: Result<ChiSquare, Absent>,
}

/// Derivatives of the likelihood in which coefficients change with time as b + c g(t), at c = 0.
struct TimeVarying {
    /// Along c.
    score: Vec<f64>,
    /// b with b, b with c, c with c.
    blocks: [Symmetric; 3],
}

impl CoxModel {
    /// Tests whether the coefficients change with time.
    ///
    /// # Definition
    /// In the model with coefficients b + c g(t), g(t) = 1 - KM(t-) of all rows (unweighted, without
    /// strata) less its mean over the events, the score test of c = 0: for one coefficient with its own
    /// c alone, for the global test with all of them.
    ///
    /// # Edge cases
    /// A covariate without a finite coefficient is absent for the fit's reason and left out of the
    /// global test. All events at one time: nothing changes, [`Absent::Singular`].
    ///
    /// # References
    /// Grambsch & Therneau, Biometrika 1994;81:515. R (survival 3.0 or later):
    /// `cox.zph(fit, transform = "km", terms = FALSE)`.
    pub fn proportionality_test(&self, fit: &CoxFit) -> ProportionalityTest {
        let finite = finite_columns(&fit.standing);
        let monotone: Vec<bool> =
            fit.standing.iter().map(|s| *s == Standing::Absent(Absent::Monotone)).collect();
        let estimated: Vec<usize> =
            (0..monotone.len()).filter(|j| monotone[*j] || finite.contains(j)).collect();
        let base = monotone_first(&estimated, &monotone);
        let derivatives = time_varying(&self.design, fit);
        let reason = |j: usize| match fit.standing[j] {
            Standing::Absent(absent) => Err(absent),
            Standing::Finite => Ok(()),
        };
        let one = |j: usize| reason(j).and_then(|()| derivatives.test(&base, &[j]));
        let terms: Vec<_> = (0..fit.beta.len()).map(one).collect();
        let none = terms.iter().find_map(|term| term.err()).unwrap_or(Absent::NotEstimable);
        let global = if finite.is_empty() { Err(none) } else { derivatives.test(&base, &finite) };
        ProportionalityTest { terms, global }
    }
}

impl TimeVarying {
    /// The score test of the columns tested, in the model of the columns of `base`.
    fn test(&self, base: &[usize], tested: &[usize]) -> Result<ChiSquare, Absent> {
        let kept = base.len();
        let mut information = Symmetric::zero(kept + tested.len());
        for i in 0..kept + tested.len() {
            for j in 0..=i {
                let cell = match (i < kept, j < kept) {
                    (true, _) => self.blocks[0].get(base[i], base[j]),
                    (false, true) => self.blocks[1].get(tested[i - kept], base[j]),
                    (false, false) => self.blocks[2].get(tested[i - kept], tested[j - kept]),
                };
                information.set(i, j, cell);
            }
        }
        let mut score = vec![0.0; kept];
        score.extend(tested.iter().map(|j| self.score[*j]));
        let factor = Cholesky::factor(&information, DEPENDENT);
        if (kept..information.order()).any(|j| factor.is_dependent(j)) {
            return Err(Absent::Singular);
        }
        let statistic = factor.solve(&score).iter().zip(&score).map(|(a, b)| a * b).sum();
        chi_square(statistic, tested.len())
    }
}

fn time_varying(design: &Design, fit: &CoxFit) -> TimeVarying {
    let width = design.x.width;
    let scale = TimeScale::new(design);
    let risk = risks(design, &fit.beta);
    let mut sweep = RiskSweep::new(design, &risk, fit.ties, Moments::Second);
    let mut score = vec![0.0; width];
    let mut blocks = [Symmetric::zero(width), Symmetric::zero(width), Symmetric::zero(width)];
    while let Some(stop) = sweep.advance() {
        if stop != Stop::Event {
            continue;
        }
        let g = scale.at(design.exit[sweep.block.start]);
        for i in sweep.block.clone().filter(|i| design.event[*i]) {
            score.iter_mut().zip(design.x.row(i)).for_each(|(u, x)| *u += g * design.weight[i] * x);
        }
        let tied = sweep.tied();
        let [all, dead] = tied.inverse.map(|sum| -g * tied.weight * sum);
        sweep.add_first(all, dead, &mut score);
        let mut variance = Symmetric::zero(width);
        sweep.add_variance(&tied, &mut variance);
        for (block, factor) in blocks.iter_mut().zip([1.0, g, g * g]) {
            block.add_scaled(factor, &variance);
        }
    }
    TimeVarying { score, blocks }
}

/// 1 - KM(t-) of all rows, centred at its mean over the events.
struct TimeScale {
    times: Vec<f64>,
    values: Vec<f64>,
}

impl TimeScale {
    fn new(design: &Design) -> Self {
        let mut exits: Vec<(f64, bool)> =
            design.exit.iter().copied().zip(design.event.iter().copied()).rev().collect();
        // Each stratum is a sorted run, which the stable sort merges.
        exits.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut entries = design.entry.clone().unwrap_or_default();
        entries.sort_unstable_by(f64::total_cmp);
        let delayed = !entries.is_empty();
        let (mut times, mut values) = (Vec::new(), Vec::new());
        let (mut survival, mut left, mut sum, mut events) = (1.0, 0, 0.0, 0);
        for block in exits.chunk_by(|a, b| a.0 >= b.0) {
            let dead = block.iter().filter(|row| row.1).count();
            let time = block[0].0;
            if dead > 0 {
                let entered =
                    if delayed { entries.partition_point(|entry| *entry < time) } else { exits.len() };
                times.push(time);
                values.push(1.0 - survival);
                sum += dead as f64 * (1.0 - survival);
                events += dead;
                survival *= 1.0 - dead as f64 / (entered - left) as f64;
            }
            left += block.len();
        }
        let mean = sum / events.max(1) as f64;
        for value in &mut values {
            *value -= mean;
        }
        Self { times, values }
    }

    fn at(&self, time: f64) -> f64 {
        let place = self.times.partition_point(|t| *t < time);
        self.values.get(place).copied().unwrap_or(0.0)
    }
}
