//! Poisson and binomial tails to full relative precision, and the parameters that give a tail.
//!
//! A probability is computed by Loader's saddle point expansion, and a tail as a sum of such, outwards from
//! its largest term. statrs' incomplete beta stops after 140 terms of its fraction, too early for
//! millions of events.
//!
//! Loader, Fast and accurate computation of binomial probabilities, 2000.

use std::f64::consts::PI;

/// Terms below this share of the sum do not change it.
const NEGLIGIBLE: f64 = 1e-18;
/// Probabilities that differ by no more than this are the same, in a two-sided p-value; R: `binom.test`.
const SAME: f64 = 1.0 + 1e-7;

/// The mean under which `x` or more events have the probability `tail`.
pub(super) fn poisson_low(x: u64, tail: f64) -> f64 {
    if x == 0 {
        return 0.0;
    }
    // P(X >= x) rises with the mean, and is about a half where the mean is x.
    bisect(0.0, x as f64 + 1.0, |mean| poisson_from(x, mean) < tail)
}

/// The mean under which `x` or fewer events have the probability `tail`.
pub(super) fn poisson_high(x: u64, tail: f64) -> f64 {
    if x == 0 {
        return -libm::log(tail);
    }
    let mut high = x as f64 * 2.0 + 4.0;
    while poisson_to(x, high) > tail {
        high *= 2.0;
    }
    bisect(0.0, high, |mean| poisson_to(x, mean) > tail)
}

/// The odds under which `x` or more of `n` have the probability `tail`.
pub(super) fn odds_low(x: u64, n: u64, tail: f64) -> f64 {
    if x == 0 {
        return 0.0;
    }
    if x == n {
        // p^n = tail, and odds 1 / (1/p - 1).
        return 1.0 / libm::expm1(-libm::log(tail) / n as f64);
    }
    let seen = x as f64 / (n - x) as f64;
    bisect(0.0, 2.0 * seen + 1.0, |odds| binomial_from(x, n, odds) < tail)
}

/// The probability of all outcomes that are no more probable than `x` of `n` under these odds.
pub(super) fn binomial_p_value(x: u64, n: u64, odds: f64) -> f64 {
    let share = odds / (1.0 + odds);
    let mean = n as f64 * share;
    let seen = libm::exp(log_binomial(x, n, odds)) * SAME;
    let rare = |k: u64| libm::exp(log_binomial(k, n, odds)) <= seen;
    if x as f64 > mean {
        // Mirrored: failures in place of successes.
        return binomial_p_value(n - x, n, 1.0 / odds);
    }
    let from = first(ceiling(mean).max(x + 1), n + 1, rare);
    let above = if from > n { 0.0 } else { binomial_from(from, n, odds) };
    (binomial_to(x, n, odds) + above).min(1.0)
}

fn ceiling(value: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mean of counts")]
    let whole = libm::ceil(value) as u64;
    whole
}

/// The first number from `low` on, before `end`, that fulfils a condition which then holds for all; else `end`.
fn first(mut low: u64, mut end: u64, holds: impl Fn(u64) -> bool) -> u64 {
    while low < end {
        let middle = u64::midpoint(low, end);
        if holds(middle) { end = middle } else { low = middle + 1 }
    }
    low
}

/// Where `below` turns from true to false, between two numbers from 0.
fn bisect(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return middle;
        }
        if below(middle) { low = middle } else { high = middle }
    }
}

/// `P(X >= x)`, X Poisson.
fn poisson_from(x: u64, mean: f64) -> f64 {
    let mut k = x as f64;
    libm::exp(log_poisson(x, mean))
        * sum(|| {
            k += 1.0;
            mean / k
        })
}

/// `P(X <= x)`, X Poisson.
fn poisson_to(x: u64, mean: f64) -> f64 {
    let mut k = x as f64 + 1.0;
    libm::exp(log_poisson(x, mean))
        * sum(|| {
            k -= 1.0;
            k / mean
        })
}

/// `P(X >= x)`, X binomial.
fn binomial_from(x: u64, n: u64, odds: f64) -> f64 {
    let (mut k, n_all) = (x as f64, n as f64);
    libm::exp(log_binomial(x, n, odds))
        * sum(|| {
            let ratio = (n_all - k) / (k + 1.0) * odds;
            k += 1.0;
            ratio
        })
}

/// `P(X <= x)`, X binomial.
fn binomial_to(x: u64, n: u64, odds: f64) -> f64 {
    binomial_from(n - x, n, 1.0 / odds)
}

/// 1, and terms of which each is the one before times the next ratio, until they no longer count.
fn sum(mut ratio: impl FnMut() -> f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    loop {
        let next = ratio();
        term *= next;
        sum += term;
        if next.is_nan() || (next < 1.0 && term <= NEGLIGIBLE * sum) {
            return sum;
        }
    }
}

/// The logarithm of the probability of `x` events, at least one.
fn log_poisson(x: u64, mean: f64) -> f64 {
    let count = x as f64;
    -stirling_error(x) - deviance(count, mean) - 0.5 * libm::log(2.0 * PI * count)
}

fn log_binomial(x: u64, n: u64, odds: f64) -> f64 {
    let (hits, misses, all) = (x as f64, (n - x) as f64, n as f64);
    if x == 0 {
        return -all * libm::log1p(odds);
    }
    if x == n {
        return -all * libm::log1p(1.0 / odds);
    }
    let (hit, miss) = (odds / (1.0 + odds), 1.0 / (1.0 + odds));
    stirling_error(n)
        - stirling_error(x)
        - stirling_error(n - x)
        - deviance(hits, all * hit)
        - deviance(misses, all * miss)
        + 0.5 * libm::log(all / (2.0 * PI * hits * misses))
}

/// `ln n! - ln(sqrt(2 pi n) (n / e)^n)`.
fn stirling_error(n: u64) -> f64 {
    let x = n as f64;
    if n < 16 {
        return libm::lgamma(x + 1.0) - (x + 0.5) * libm::log(x) + x - 0.5 * libm::log(2.0 * PI);
    }
    let square = x * x;
    let series = 1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square;
    (1.0 / 12.0 - (1.0 / 360.0 - series / square) / square) / x
}

/// `x ln(x / m) + m - x`, also where x is near m.
fn deviance(x: f64, mean: f64) -> f64 {
    let difference = x - mean;
    if difference.abs() >= 0.1 * (x + mean) {
        return x * libm::log(x / mean) - difference;
    }
    // ln(x / m) = 2 artanh v.
    let v = difference / (x + mean);
    let (mut sum, mut power) = (difference * v, 2.0 * x * v);
    let mut odd = 1.0;
    loop {
        power *= v * v;
        odd += 2.0;
        let next = sum + power / odd;
        if next == sum || next.is_nan() {
            return sum;
        }
        sum = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(ours: f64, reference: f64) {
        assert!((ours - reference).abs() <= 1e-12 * reference, "{ours} is not {reference}");
    }

    #[test]
    fn by_hand() {
        near(poisson_to(1, 2.0), 3.0 * libm::exp(-2.0));
        near(poisson_from(2, 2.0), 1.0 - 3.0 * libm::exp(-2.0));
        near(binomial_from(2, 3, 1.0), 0.5);
        near(binomial_to(0, 3, 2.0), 1.0 / 27.0);
        near(odds_low(1, 2, 0.75), 1.0);
    }

    #[test]
    fn the_error_of_stirling_is_that_of_the_factorial() {
        // From the definition, where the logarithm of the factorial still has the digits.
        for n in 16..=30_u32 {
            let x = f64::from(n);
            let factorial: f64 = (2..=n).map(|k| libm::log(f64::from(k))).sum();
            let expected = factorial - (0.5 * libm::log(2.0 * PI * x) + x * libm::log(x) - x);
            assert!((stirling_error(u64::from(n)) - expected).abs() < 3e-13, "{n}");
        }
    }

    #[test]
    fn large_counts() {
        // The limits of many events are those of a normal distribution of the cube root (Wilson and Hilferty).
        let cube = |x: f64, z: f64| {
            let inner = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * libm::sqrt(x));
            x * inner * inner * inner
        };
        let z = 1.959_963_984_540_054;
        for x in [1_000_000_u64, 100_000_000] {
            let count = x as f64;
            assert!((poisson_low(x, 0.025) / cube(count, -z) - 1.0).abs() < 1e-9);
            assert!((poisson_high(x, 0.025) / cube(count + 1.0, z) - 1.0).abs() < 1e-9);
        }
    }
}
