//! How near is equal: the one place where the tests say so.

/// Closed-form estimates against R.
pub(crate) const CLOSED: f64 = 1e-9;

/// Estimates that are iterated to convergence, against R.
pub(crate) const ITERATED: f64 = 1e-6;

/// Two readings of one time in a file.
pub(crate) const SAME_TIME: f64 = 1e-12;

/// Below this an expected value counts as zero, and the difference is taken as it is.
pub(crate) const ZERO: f64 = 1e-12;

/// Whether `got` is `expected` within a relative `tolerance`.
pub(crate) fn near(got: f64, expected: f64, tolerance: f64) -> bool {
    let scale = if expected.abs() < ZERO { 1.0 } else { expected.abs() };
    (got - expected).abs() <= tolerance * scale
}

#[test]
fn near_is_relative_but_absolute_at_zero() {
    assert!(near(1e6 + 1e-4, 1e6, CLOSED));
    assert!(!near(1e-6 + 1e-12, 1e-6, CLOSED));
    assert!(near(1e-10, 0.0, CLOSED));
    assert!(!near(f64::NAN, 0.0, CLOSED));
}
