//! The largest of several correlated standard normal variables.

mod directions;
mod quadrature;

use std::f64::consts::{FRAC_1_SQRT_2, PI, TAU};

use super::{Absent, Quantity};
use directions::{Direction, directions, dot};
use quadrature::integrate;

/// The probability that the largest of some standard normal variables, in absolute value, exceeds a bound.
///
/// # Definition
/// `P(max |Z_i| > c)` for normal `Z` with mean 0, variances 1 and this correlation matrix. With `Z_i = l_i' Y`,
/// `Y` of three independent normal variables and `l_i` of length 1, the rays from the origin are sorted by the
/// variable that is the largest along them; those of `Z_i` fill a cone around `l_i`, bounded in the direction `φ`
/// around it by an angle `α(φ)`, and there the integral over the length and the angle is known. What is left is
/// `2 sum over i of 1/(2π) integral over φ of [Q(c) - cos α Q(c / cos α)]`, `Q` the upper normal tail: one
/// dimension, by Gauss's rule between the points where another variable takes over. No random numbers; every term
/// is positive, so that small probabilities keep their digits.
///
/// # Input
/// The bound, and the correlation matrix by rows, of rank at most three: three variables, or more of which the
/// others are sums, like the log-rank statistics of the maximum test.
///
/// # Returns
/// The two-sided probability, to about 1e-12 relative.
///
/// # Edge cases
/// A bound of 0 or less: 1. Variables that are the same but for the sign count once.
///
/// # Errors
/// [`Absent::NotEstimable`]: no variable, rank above three, or a bound that is not finite.
///
/// # References
/// The rectangle probability of Genz and Bretz, Computation of Multivariate Normal and t Probabilities, 2009, in
/// polar coordinates. R: `1 - mvtnorm::pmvnorm(rep(-c, k), rep(c, k), corr = )`, which is random in the 7th digit.
///
/// # Examples
/// ```
/// use engraft::estimate::largest_exceeds;
/// // Independent: 1 - (1 - p)².
/// let p = largest_exceeds(1.959_963_984_540_054, &[1.0, 0.0, 0.0, 1.0])?;
/// assert!((p - 0.0975).abs() < 1e-12);
/// # Ok::<(), engraft::estimate::Absent>(())
/// ```
pub fn largest_exceeds(bound: f64, correlation: &[f64]) -> Quantity {
    let directions = directions(correlation).ok_or(Absent::NotEstimable)?;
    if directions.is_empty() || !bound.is_finite() {
        return Err(Absent::NotEstimable);
    }
    if bound <= 0.0 {
        return Ok(1.0);
    }
    let cones = (0..directions.len()).map(|index| Cone::new(index, &directions).probability(bound));
    Ok((2.0 * cones.sum::<f64>()).min(1.0))
}

/// The upper tail of the standard normal distribution.
fn upper_normal_tail(x: f64) -> f64 {
    0.5 * libm::erfc(x * FRAC_1_SQRT_2)
}

/// `amplitude cos(φ - phase)`.
#[derive(Debug, Clone, Copy)]
struct Wave {
    cosine: f64,
    sine: f64,
}

impl Wave {
    fn at(self, angle: f64) -> f64 {
        self.cosine * libm::cos(angle) + self.sine * libm::sin(angle)
    }

    fn minus(self, other: Self) -> Self {
        Self { cosine: self.cosine - other.cosine, sine: self.sine - other.sine }
    }

    /// Where it is 0, from 0 to a full turn.
    fn zeros(self) -> [f64; 2] {
        let one = libm::atan2(self.sine, self.cosine) + PI / 2.0;
        [one, one + PI].map(|angle| angle - TAU * libm::floor(angle / TAU))
    }
}

/// The rays along which one variable is the largest, around its own direction.
///
/// The cotangent of its half angle in the direction `φ` is the largest of the waves, at least 0.
struct Cone {
    waves: Vec<Wave>,
}

impl Cone {
    fn new(index: usize, directions: &[Direction]) -> Self {
        let axis = directions[index];
        let (across, up) = axis.tangents();
        let mut waves = Vec::new();
        for other in directions.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, one)| one) {
            let correlation = dot(axis.0, other.0);
            let (cosine, sine) = (dot(across, other.0), dot(up, other.0));
            waves.push(Wave { cosine: cosine / (1.0 - correlation), sine: sine / (1.0 - correlation) });
            waves.push(Wave { cosine: -cosine / (1.0 + correlation), sine: -sine / (1.0 + correlation) });
        }
        Self { waves }
    }

    /// The share of a standard normal variable above `bound` that falls into the cone.
    fn probability(&self, bound: f64) -> f64 {
        let tail = upper_normal_tail(bound);
        let along = |angle: f64| {
            let cotangent = self.waves.iter().map(|wave| wave.at(angle)).fold(0.0, f64::max);
            if cotangent <= 0.0 {
                return tail;
            }
            let cosine = cotangent / libm::sqrt(1.0 + cotangent * cotangent);
            tail - cosine * upper_normal_tail(bound / cosine)
        };
        let turns = self.turns();
        let pieces = turns.windows(2).map(|ends| integrate(&along, [ends[0], ends[1]], tail));
        pieces.sum::<f64>() / TAU
    }

    /// The angles between which one wave is the largest throughout.
    fn turns(&self) -> Vec<f64> {
        let mut turns = vec![0.0, TAU];
        for (index, wave) in self.waves.iter().enumerate() {
            turns.extend(wave.zeros());
            turns.extend(self.waves[..index].iter().flat_map(|other| wave.minus(*other).zeros()));
        }
        turns.sort_by(f64::total_cmp);
        turns.dedup();
        turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::sample::fixed_cases;
    use crate::estimate::test_result::upper_tail;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        let tail = |c: f64| libm::erfc(c * FRAC_1_SQRT_2);
        for c in [0.01, 0.5, 1.0, 2.0, 5.0, 12.0] {
            let near = |ours: Quantity, p: f64| {
                assert!((ours.unwrap() / p - 1.0).abs() < 1e-11, "{c}: {ours:?} {p}");
            };
            near(largest_exceeds(c, &[1.0]), tail(c));
            // The same variable twice, and its negative.
            near(largest_exceeds(c, &[1.0, -1.0, -1.0, 1.0]), tail(c));
            // Independent: 1 - (1 - p)^k, without the loss of digits.
            near(largest_exceeds(c, &[1.0, 0.0, 0.0, 1.0]), tail(c) * (2.0 - tail(c)));
            let three = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0];
            near(largest_exceeds(c, &three), tail(c) * (3.0 - tail(c) * (3.0 - tail(c))));
        }
    }

    /// R: the first variable by `integrate`, the other two given it by `mvtnorm::TVPACK`.
    #[test]
    fn three_that_are_correlated_unequally() {
        let correlation = [1.0, 0.6, 0.1, 0.6, 1.0, -0.3, 0.1, -0.3, 1.0];
        let reference =
            [(0.5, 0.926_548_515_602_732_7), (1.0, 0.635_482_947_298_123), (2.0, 0.119_454_978_106_035_2)];
        for (bound, p) in reference {
            let ours = largest_exceeds(bound, &correlation).unwrap();
            assert!((ours - p).abs() < 1e-11, "{bound}: {ours} {p}");
        }
    }

    #[test]
    fn what_is_refused() {
        assert_eq!(largest_exceeds(2.0, &[]), Err(Absent::NotEstimable));
        assert_eq!(largest_exceeds(f64::NAN, &[1.0]), Err(Absent::NotEstimable));
        assert_eq!((largest_exceeds(0.0, &[1.0]), largest_exceeds(-1.0, &[1.0])), (Ok(1.0), Ok(1.0)));
        let mut four = [0.0; 16];
        (0..4).for_each(|i| four[5 * i] = 1.0);
        assert_eq!(largest_exceeds(2.0, &four), Err(Absent::NotEstimable));
    }

    /// Twice what the bound cuts off of a bivariate normal distribution, by Simpson's rule.
    fn bivariate(bound: f64, correlation: f64) -> f64 {
        let spread = libm::sqrt(1.0 - correlation * correlation);
        let outside = |x: f64| {
            let density = libm::exp(-x * x / 2.0) / libm::sqrt(TAU);
            let above = upper_normal_tail((bound - correlation * x) / spread);
            density * (above + upper_normal_tail((bound + correlation * x) / spread))
        };
        let steps = 4000;
        let width = 2.0 * bound / f64::from(steps);
        let weight = |i: i32| if i == 0 || i == steps { 1.0 } else { f64::from(2 + 2 * (i % 2)) };
        let inner: f64 = (0..=steps).map(|i| weight(i) * outside(f64::from(i) * width - bound)).sum();
        2.0 * upper_normal_tail(bound) + inner * width / 3.0
    }

    /// The average over many rays of the probability that the length along them is enough.
    fn over_rays(bound: f64, loadings: &[[f64; 3]]) -> f64 {
        let (heights, turns) = (120, 240);
        let mut sum = 0.0;
        for height in (0..heights).map(|i| (f64::from(i) + 0.5) / f64::from(heights)) {
            for angle in (0..turns).map(|i| (f64::from(i) + 0.5) / f64::from(turns) * TAU) {
                let across = libm::sqrt(1.0 - height * height);
                let ray = [across * libm::cos(angle), across * libm::sin(angle), height];
                let reach = loadings.iter().map(|one| dot(*one, ray).abs()).fold(0.0, f64::max);
                sum += upper_tail(bound * bound / (reach * reach), 3).unwrap();
            }
        }
        sum / f64::from(heights) / f64::from(turns)
    }

    proptest! {
        #![proptest_config(fixed_cases(24))]

        #[test]
        fn two_agree_with_simpsons_rule(bound in 0.1..5.0_f64, correlation in -0.98..0.98_f64) {
            let ours = largest_exceeds(bound, &[1.0, correlation, correlation, 1.0]).unwrap();
            prop_assert!((ours / bivariate(bound, correlation) - 1.0).abs() < 1e-8);
        }

        #[test]
        fn four_of_rank_three_agree_with_many_rays(
            bound in 0.5..4.0_f64,
            numbers in prop::collection::vec(-1.0..1.0_f64, 12),
        ) {
            let unit = |l: &[f64]| {
                let length = libm::sqrt(l.iter().map(|x| x * x).sum::<f64>()).max(1e-3);
                [l[0] / length, l[1] / length, l[2] / length]
            };
            let loadings: Vec<[f64; 3]> = numbers.chunks(3).map(unit).collect();
            let correlation: Vec<f64> =
                loadings.iter().flat_map(|a| loadings.iter().map(|b| dot(*a, *b))).collect();
            let ours = largest_exceeds(bound, &correlation).unwrap();
            prop_assert!((ours / over_rays(bound, &loadings) - 1.0).abs() < 1e-3);
        }
    }
}
