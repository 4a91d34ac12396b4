//! The two variances of a cumulative incidence, each as sums that are carried from time to time.

use super::{Jump, RunningVariance};

/// Aalen's variance.
///
/// # Definition
/// `var F(t) = sum over s <= t, over events of this cause and of the others, of w² v`, where
/// `v = S(s-)² (1 - (d - 1)/(n - 1)) d / n²` with `d` the events of the kind, and `w` is what one such event
/// at `s` does to `F(t)`: `1 + (F(s) - F(t)) / S(s)` for this cause, `(F(s) - F(t)) / S(s)` for the others
/// (that fraction is 0 where `S(s)` is).
///
/// When `F` grows by `x`, every `w` falls by `x / S(s)`; so the sums of `w² v`, `w v / S` and `v / S²`
/// suffice, and each is a sum of small terms.
#[derive(Default)]
pub(super) struct AalenSums {
    ww: f64,
    wu: f64,
    uu: f64,
}

impl AalenSums {
    fn add(&mut self, weight: f64, inverse_free: f64, noise: f64) {
        self.ww += weight * weight * noise;
        self.wu += weight * inverse_free * noise;
        self.uu += inverse_free * inverse_free * noise;
    }
}

impl RunningVariance for AalenSums {
    fn jump(&mut self, jump: &Jump) {
        let growth = jump.before * jump.d / jump.n;
        self.ww += growth * (growth * self.uu - 2.0 * self.wu);
        self.wu -= growth * self.uu;
        let after = jump.after();
        let inverse_free = if after > 0.0 { 1.0 / after } else { 0.0 };
        let noise = |d: f64| {
            let ties = if d > 1.0 { 1.0 - (d - 1.0) / (jump.n - 1.0) } else { 1.0 };
            jump.before * jump.before * ties * d / (jump.n * jump.n)
        };
        self.add(1.0, inverse_free, noise(jump.d));
        self.add(0.0, inverse_free, noise(jump.others));
    }

    fn variance(&self) -> f64 {
        self.ww
    }
}

/// The variance of Greenwood type.
///
/// # Definition
/// With `p = d_k / n`, `q = 1 - d / n`: the events at a time are multinomial, and the covariance of `(S, F)`
/// is carried over the step `S -> S q`, `F -> F + S p` by the delta method.
#[derive(Default)]
pub(super) struct DeltaSums {
    free: f64,
    both: f64,
    incidence: f64,
}

impl RunningVariance for DeltaSums {
    fn jump(&mut self, jump: &Jump) {
        let p = jump.d / jump.n;
        let q = (jump.n - jump.d - jump.others) / jump.n;
        let noise = jump.before * jump.before / jump.n;
        self.incidence += 2.0 * p * self.both + p * p * self.free + noise * p * (1.0 - p);
        self.both = q * (self.both + p * self.free) - noise * p * q;
        self.free = q * q * self.free + noise * q * (1.0 - q);
    }

    fn variance(&self) -> f64 {
        self.incidence
    }
}
