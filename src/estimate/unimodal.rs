//! Sums over a discrete distribution that rises to its mode and then falls.

/// Terms that are larger than the observed one by no more than this are as likely. R: `binom.test`,
/// `fisher.test`.
pub(super) const AS_LIKELY: f64 = 1.0 + 1e-7;

/// A distribution over `low..=high`, known by the ratios of neighbouring terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unimodal<R> {
    /// Least value.
    pub(super) low: u64,
    /// Greatest value.
    pub(super) high: u64,
    /// Where the terms are largest, or near it.
    pub(super) mode: u64,
    /// The term of `i + 1` divided by that of `i`.
    pub(super) ratio: R,
}

impl<R: Fn(u64) -> f64> Unimodal<R> {
    /// The probability of the values for which `counts(value, term, observed term)` holds.
    ///
    /// Terms are relative to that of the mode, so that nothing overflows; those that are too small for a
    /// float are none. A probability too small for a float is the smallest float, never 0.
    pub(super) fn probability(&self, observed: u64, counts: impl Fn(u64, f64, f64) -> bool) -> f64 {
        let mut at_observed = 0.0;
        self.walk(|value, term| {
            if value == observed {
                at_observed = term;
            }
        });
        let (mut total, mut part) = (0.0, 0.0);
        self.walk(|value, term| {
            total += term;
            if counts(value, term, at_observed) {
                part += term;
            }
        });
        if part > 0.0 { (part / total).min(1.0) } else { f64::MIN_POSITIVE }
    }

    /// Hands on every term that is not too small for a float: below the smallest one of full precision a
    /// product may be rounded to itself for ever.
    fn walk(&self, mut each: impl FnMut(u64, f64)) {
        let mut term = 1.0;
        for value in self.mode..=self.high {
            if value > self.mode {
                term *= (self.ratio)(value - 1);
            }
            if term < f64::MIN_POSITIVE {
                break;
            }
            each(value, term);
        }
        term = 1.0;
        for value in (self.low..self.mode).rev() {
            term /= (self.ratio)(value);
            if term < f64::MIN_POSITIVE {
                break;
            }
            each(value, term);
        }
    }
}
