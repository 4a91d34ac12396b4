//! Limits and residuals from their formulas, and what is refused.

use super::sample::{close, names, random};
use super::{CoxData, CoxModel, CoxOptions};

/// R: `qnorm(0.975)`.
const Z: f64 = 1.959_963_984_540_054;

/// Deaths at 1 (x = 0) and 2 (x = 1), censored at 3 (x = 0): the hazard ratio is the root of 2.
fn three() -> CoxData {
    CoxData {
        exit: vec![1.0, 2.0, 3.0],
        event: vec![true, true, false],
        covariates: vec![0.0, 1.0, 0.0],
        names: names(&["x"]),
        ..CoxData::default()
    }
}

#[test]
fn residuals_of_three() {
    let model = CoxModel::new(&three()).unwrap();
    let fit = model.fit(&CoxOptions::default());
    let root = libm::sqrt(2.0);
    let schoenfeld = model.schoenfeld(&fit);
    close(schoenfeld[0].residual[0], -root / (2.0 + root), 1e-9);
    close(schoenfeld[1].residual[0], 1.0 / (1.0 + root), 1e-9);
    // R: residuals(coxph(Surv(t, e) ~ x), "dfbeta")
    let expected = [-0.603_553_390_593_273_7, -0.146_446_609_406_726_2, 0.75];
    for (row, influence) in model.dfbeta(&fit) {
        close(influence[0], expected[row], 1e-9);
    }
}

#[test]
fn limits_of_averaged_survival() {
    let data = random(3, 40);
    let model = CoxModel::new(&data).unwrap();
    let fit = model.fit(&CoxOptions { max_iterations: 200, ..CoxOptions::default() });
    let curve = &model.adjusted_survival(&fit, std::slice::from_ref(&data.covariates), &[4.0, 7.0])[0];
    for at in curve {
        let (low, high) = at.interval.unwrap();
        let wide = libm::exp(Z * at.std_error / (at.estimate * -libm::log(at.estimate)));
        close(low, libm::pow(at.estimate, wide), 1e-9);
        close(high, libm::pow(at.estimate, 1.0 / wide), 1e-9);
        assert!(low < at.estimate && at.estimate < high);
    }
}

#[test]
fn error_of_predicted_survival() {
    let model = CoxModel::new(&three()).unwrap();
    let fit = model.fit(&CoxOptions::default());
    for at in model.baseline(&fit).predict(&[1.0], 0).unwrap() {
        close(at.std_error, libm::exp(-at.cumulative_hazard) * at.hazard_std_error, 1e-12);
        let wide = libm::exp(Z * at.hazard_std_error / at.cumulative_hazard);
        close(at.interval.unwrap().0, libm::exp(-at.cumulative_hazard * wide), 1e-9);
        close(at.interval.unwrap().1, libm::exp(-at.cumulative_hazard / wide), 1e-9);
    }
}
