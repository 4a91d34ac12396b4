//! Critical values of simultaneous bands.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2, TAU};

use crate::estimate::confidence::normal_quantile;
use crate::estimate::{Absent, Quantity};

/// No critical value lies above this.
const LARGEST: f64 = 40.0;

/// The value that a Brownian bridge does not leave between `low` and `high`, with probability `level`.
///
/// # Definition
/// `k` with `P(|B(u)| <= k for low <= u <= high) = level`. With one point alone, `z sqrt(low (1 - low))`.
///
/// # References
/// Hall and Wellner, Biometrika 1980;67:133-43, whose series is [`stays`] from `low = 0` on.
/// Klein and Moeschberger, table C.4.
pub(super) fn hall_wellner(low: f64, high: f64, level: f64) -> Quantity {
    let z = normal_quantile(level).ok_or(Absent::NotEstimable)?;
    if !(low >= 0.0 && low <= high && high < 1.0 && high > 0.0) {
        return Err(Absent::NotEstimable);
    }
    // Not less than what one point alone needs.
    let least = [low, high].map(|u| z * libm::sqrt(u * (1.0 - u))).into_iter().fold(0.0, f64::max);
    Ok(rising_root(|k| coverage(k, low, high) - level, [least, LARGEST]))
}

/// The value that a standardised Brownian bridge does not leave over a stretch, with probability `level`;
/// `ratio` is that of the odds of its ends.
///
/// # Definition
/// The larger solution `c` of `4 f(c)/c + f(c) (c - 1/c) log(ratio) = 1 - level`, `f` being the normal density.
///
/// # References
/// Miller and Siegmund, Biometrics 1982;38:1011-6; Nair, Technometrics 1984;26:265-75.
pub(super) fn equal_precision(ratio: f64, level: f64) -> Quantity {
    // From here on the left side falls.
    let turn = libm::sqrt(1.0 + std::f64::consts::SQRT_2);
    let log = libm::log(ratio);
    let left = |c: f64| density(c) * (4.0 / c + (c - 1.0 / c) * log);
    let wanted = 1.0 - level;
    if !(level < 1.0 && left(turn) >= wanted && log >= 0.0) {
        return Err(Absent::NotEstimable);
    }
    Ok(rising_root(|c| wanted - left(c), [turn, LARGEST]))
}

fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / libm::sqrt(TAU)
}

/// The probability that a standard normal value is below `x`.
fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// Where a function that rises crosses 0, by halving.
fn rising_root(f: impl Fn(f64) -> f64, [mut low, mut high]: [f64; 2]) -> f64 {
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return middle;
        }
        if f(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// The probability that a Brownian bridge stays within `-k` and `k` from `low` to `high`.
fn coverage(k: f64, low: f64, high: f64) -> f64 {
    let spread = libm::sqrt(low * (1.0 - low));
    if high <= low {
        return 2.0 * below(k / spread) - 1.0;
    }
    if spread <= 0.0 {
        return stays(0.0, k, low, high);
    }
    // Beyond nine standard deviations there is nothing.
    let end = (k / spread).min(9.0);
    2.0 * integral(|u| density(u) * stays(u * spread, k, low, high), end)
}

/// The probability that a Brownian bridge that is at `x` at `low` stays within `-k` and `k` until `high`.
///
/// # Definition
/// With `r = (1 - high) / (1 - low)`, `v = (high - low) r` and the images `x_j = 2 k j + (-1)^j x` of the start,
/// `sum over j of (-1)^j exp(-(x_j² - x²) / (2 (1 - low))) [F((k - r x_j)/sqrt v) - F((-k - r x_j)/sqrt v)]`,
/// `F` being the normal distribution function.
fn stays(x: f64, k: f64, low: f64, high: f64) -> f64 {
    let rest = (1.0 - high) / (1.0 - low);
    let spread = libm::sqrt((high - low) * rest);
    let between = |centre: f64| below((k - centre) / spread) - below((-k - centre) / spread);
    let mut sum = between(rest * x);
    let mut shift = 2.0 * k;
    let mut mirrored = true;
    loop {
        let start = if mirrored { -x } else { x };
        // The nearer image decides whether there is anything left to add.
        let nearest = shift - x.abs();
        if nearest * nearest - x * x > 80.0 * (1.0 - low) || rest * nearest - k > 9.0 * spread {
            return sum;
        }
        for image in [start + shift, start - shift] {
            let weight = libm::exp(-(image * image - x * x) / (2.0 * (1.0 - low)));
            let term = weight * between(rest * image);
            sum += if mirrored { -term } else { term };
        }
        shift += 2.0 * k;
        mirrored = !mirrored;
    }
}

/// The integral of a smooth function from 0 to `end`, which may change steeply at both ends.
///
/// Takahasi and Mori's rule (Publ RIMS 1974;9:721-41): with `u = tanh(pi/2 sinh s)` equal steps in `s` do.
fn integral(f: impl Fn(f64) -> f64, end: f64) -> f64 {
    const STEP: f64 = 1.0 / 32.0;
    const STEPS: i32 = 104; // weights are below 1e-15 from there on
    let half = 0.5 * end;
    let at = |index: i32| {
        let s = f64::from(index) * STEP;
        let (inner, cosh) = (FRAC_PI_2 * libm::sinh(s), libm::cosh(s));
        let weight = FRAC_PI_2 * cosh / (libm::cosh(inner) * libm::cosh(inner));
        weight * f(half * (1.0 + libm::tanh(inner)))
    };
    (-STEPS..=STEPS).map(at).sum::<f64>() * STEP * half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_tabulated() {
        // Klein and Moeschberger, tables C.3 and C.4 (rounded there to four decimals).
        let odds = |low: f64, high: f64| high * (1.0 - low) / (low * (1.0 - high));
        assert!((equal_precision(odds(0.1, 0.6), 0.95).unwrap() - 2.8826).abs() < 5e-5);
        assert!((hall_wellner(0.1, 0.6, 0.95).unwrap() - 1.3211).abs() < 5e-5);
    }

    #[test]
    fn the_whole_bridge_has_the_distribution_of_kolmogorov() {
        let kolmogorov = |k: f64| {
            1.0 - 2.0
                * (1..9)
                    .map(|j: i32| {
                        let sign = if j % 2 == 1 { 1.0 } else { -1.0 };
                        sign * libm::exp(-2.0 * f64::from(j * j) * k * k)
                    })
                    .sum::<f64>()
        };
        for k in [0.6, 1.0, 1.358_098_6, 2.0] {
            assert!((coverage(k, 0.0, 1.0 - 1e-15) - kolmogorov(k)).abs() < 1e-6);
        }
        assert!((hall_wellner(0.0, 1.0 - 1e-12, 0.95).unwrap() - 1.358_098_6).abs() < 1e-5);
    }

    /// By steps: the density of the bridge within the limits, carried over a fine grid of places.
    fn coverage_by_images(k: f64, low: f64, high: f64) -> f64 {
        const CELLS: i32 = 150;
        let width = 2.0 * k / f64::from(CELLS);
        let places: Vec<f64> = (0..CELLS).map(|cell| -k + (f64::from(cell) + 0.5) * width).collect();
        let normal = |x: f64, variance: f64| density(x / libm::sqrt(variance)) / libm::sqrt(variance);
        let duration = high - low;
        let mut sum = 0.0;
        for x in &places {
            let here = normal(*x, low * (1.0 - low));
            for y in &places {
                // Free motion from x to y, the bridge's pull to 0 at 1, and what was reflected.
                let within: f64 = (-4..=4)
                    .map(|j: i32| {
                        let sign = if j % 2 == 0 { 1.0 } else { -1.0 };
                        sign * normal(y - (2.0 * k * f64::from(j) + sign * x), duration)
                    })
                    .sum();
                sum += here * within * normal(*y, 1.0 - high) / normal(*x, 1.0 - low);
            }
        }
        sum * width * width
    }

    #[test]
    fn agrees_with_the_slow_way() {
        for (k, low, high) in [(1.3, 0.1, 0.6), (0.9, 0.05, 0.9), (0.7, 0.3, 0.45), (2.0, 0.2, 0.99)] {
            let (ours, slow) = (coverage(k, low, high), coverage_by_images(k, low, high));
            assert!((ours - slow).abs() < 1e-4, "{k} {low} {high}: {ours} is not {slow}");
        }
    }

    #[test]
    fn limits_of_short_stretches_are_the_normal_ones() {
        let z = 1.959_963_984_540_054 * libm::sqrt(0.3 * 0.7);
        assert!((hall_wellner(0.3, 0.3, 0.95).unwrap() - z).abs() < 1e-12);
        let near = hall_wellner(0.3, 0.3 + 1e-9, 0.95).unwrap();
        assert!(near > z && near - z < 1e-4);
        // A few events among very many: the bridge is a free motion there, whose scale is that of its end.
        let few =
            [1e-6, 1e-4].map(|scale| hall_wellner(scale, 4.0 * scale, 0.95).unwrap() / libm::sqrt(scale));
        assert!((few[0] - few[1]).abs() < 1e-3 && few[0] > 2.0 * 1.96);
    }

    #[test]
    fn at_one_time_it_is_a_normal_value() {
        // R: 2 * pnorm(0.5 / sqrt(0.21)) - 1, 2 * pnorm(0.2 / sqrt(0.09)) - 1
        assert!((coverage(0.5, 0.3, 0.3) - 0.724_766_475_925_165).abs() < 1e-12);
        assert!((coverage(0.2, 0.1, 0.1) - 0.495_014_924_906_154).abs() < 1e-12);
    }

    #[test]
    fn longer_stretches_and_higher_levels_are_wider() {
        let wider = [(0.2, 0.5, 0.9), (0.2, 0.7, 0.9), (0.1, 0.7, 0.9), (0.1, 0.7, 0.99)];
        let ks = wider.map(|(low, high, level)| hall_wellner(low, high, level).unwrap());
        assert!(ks.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn what_has_no_solution_is_refused() {
        assert!(equal_precision(1.0, 0.5).is_err());
        assert!(equal_precision(0.5, 0.95).is_err());
        assert!(hall_wellner(0.1, 1.0, 0.95).is_err());
        assert!(hall_wellner(0.4, 0.3, 0.95).is_err() && hall_wellner(0.2, 0.3, 1.0).is_err());
        // A low level still has its value.
        assert!(hall_wellner(0.1, 0.6, 0.05).unwrap() < 0.5);
    }
}
