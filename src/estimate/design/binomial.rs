//! Exact tails of the binomial distribution.

/// `P(X >= r)` for `r` from 0 to `n + 1`, for `n` trials with chance `p` strictly between 0 and 1.
///
/// # Definition
/// The terms are built outwards from the largest by `P(k + 1) / P(k) = (n - k) / (k + 1) * p / (1 - p)` and divided by
/// their sum: no factorial, no cancellation; terms below `1e-300` of the largest count as 0.
pub(super) fn upper_tails(n: u64, p: f64) -> Vec<f64> {
    let size = usize::try_from(n).unwrap_or(usize::MAX - 2);
    let odds = p / (1.0 - p);
    let ratio = |k: usize| (size - k) as f64 / (k + 1) as f64 * odds;
    let mode = (0..size).take_while(|k| ratio(*k) > 1.0).count();
    let mut terms = vec![0.0; size + 1];
    terms[mode] = 1.0;
    for k in mode..size {
        terms[k + 1] = terms[k] * ratio(k);
    }
    for k in (0..mode).rev() {
        terms[k] = terms[k + 1] / ratio(k);
    }
    let mut tails = vec![0.0; size + 2];
    for k in (0..=size).rev() {
        tails[k] = tails[k + 1] + terms[k];
    }
    let total = tails[0];
    for tail in &mut tails {
        *tail /= total;
    }
    tails
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Three throws of a coin: 1, 7/8, 4/8, 1/8, 0.
        for (tail, expected) in upper_tails(3, 0.5).into_iter().zip([1.0, 0.875, 0.5, 0.125, 0.0]) {
            assert!((tail - expected).abs() < 1e-15, "{tail} {expected}");
        }
        assert_eq!(upper_tails(0, 0.5), [1.0, 0.0]);
    }

    #[test]
    fn as_r() {
        // R: pbinom(r - 1, n, p, lower = FALSE), 17 digits
        for (n, r, p, expected) in [
            (25, 6, 0.1, 3.339_994_461_149_525e-2),
            (25, 6, 0.3, 8.065_115_579_119_352e-1),
            (1000, 600, 0.5, 1.364_232_078_033_014e-10),
            (4000, 2001, 0.5, 0.493_692_562_922_082),
            (5000, 3000, 0.6, 0.506_141_730_365_194),
        ] {
            let ours = upper_tails(n, p)[r];
            assert!((ours - expected).abs() < 1e-12 * expected, "{n} {r} {p}: {ours:e}");
        }
    }
}
