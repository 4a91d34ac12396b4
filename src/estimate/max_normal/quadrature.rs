//! Integrals of smooth functions over an interval, to rounding.

/// Points of Gauss's rule.
const POINTS: usize = 16;
/// Halves are halved at most so often.
const DEPTH: u32 = 40;
/// Share of the scale of the function that counts as rounding.
const TOLERANCE: f64 = 1e-14;

/// The integral of `function` over the interval, halved until halves agree with the whole.
///
/// `scale` is the size of the function, to which rounding is compared.
pub(super) fn integrate(function: &impl Fn(f64) -> f64, ends: [f64; 2], scale: f64) -> f64 {
    let rule = Rule::new();
    rule.refine(function, ends, (rule.apply(function, ends), scale), DEPTH)
}

/// Gauss's rule for the interval from -1 to 1.
struct Rule {
    points: Vec<(f64, f64)>,
}

impl Rule {
    /// Points at the zeros of Legendre's polynomial, by Newton's method.
    fn new() -> Self {
        let degree = POINTS as f64;
        let point = |index: usize| {
            let mut x = libm::cos(std::f64::consts::PI * (index as f64 + 0.75) / (degree + 0.5));
            let mut slope = 1.0;
            for _ in 0..8 {
                let (value, before) = legendre(x);
                slope = degree * (before - x * value) / (1.0 - x * x);
                x -= value / slope;
            }
            (x, 2.0 / ((1.0 - x * x) * slope * slope))
        };
        Self { points: (0..POINTS).map(point).collect() }
    }

    fn apply(&self, function: &impl Fn(f64) -> f64, [low, high]: [f64; 2]) -> f64 {
        let (centre, half) = (f64::midpoint(low, high), 0.5 * (high - low));
        self.points.iter().map(|(x, weight)| weight * function(centre + half * x)).sum::<f64>() * half
    }

    fn refine(
        &self,
        function: &impl Fn(f64) -> f64,
        [low, high]: [f64; 2],
        (whole, scale): (f64, f64),
        depth: u32,
    ) -> f64 {
        let middle = f64::midpoint(low, high);
        let halves = [[low, middle], [middle, high]].map(|ends| (ends, self.apply(function, ends)));
        let sum = halves[0].1 + halves[1].1;
        if depth == 0 || (sum - whole).abs() <= TOLERANCE * scale * (high - low).max(1e-3) {
            return sum;
        }
        halves.iter().map(|(ends, part)| self.refine(function, *ends, (*part, scale), depth - 1)).sum()
    }
}

/// Legendre's polynomials of the degree of the rule and the one before it.
fn legendre(x: f64) -> (f64, f64) {
    let (mut before, mut value) = (1.0, x);
    for degree in 2..=POINTS {
        let k = degree as f64;
        (before, value) = (value, ((2.0 * k - 1.0) * x * value - (k - 1.0) * before) / k);
    }
    (value, before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polynomials_are_exact_and_steep_functions_refined() {
        assert!((integrate(&|x: f64| 31.0 * libm::pow(x, 30.0), [0.0, 1.0], 31.0) - 1.0).abs() < 1e-13);
        assert!((integrate(&libm::exp, [-1.0, 2.0], 1.0) - (libm::exp(2.0) - libm::exp(-1.0))).abs() < 1e-13);
        // 1 / (1 + (1000 x)²): atan(1000) / 1000
        let steep = |x: f64| 1.0 / (1.0 + 1e6 * x * x);
        assert!((integrate(&steep, [0.0, 1.0], 1.0) - libm::atan(1000.0) / 1000.0).abs() < 1e-14);
    }
}
