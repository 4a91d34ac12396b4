//! Natural cubic splines: the columns by which a regression bends a covariate.

/// The basis of a natural cubic spline, ready to be evaluated anywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct NaturalSpline {
    /// All knots, those at the ends four times.
    knots: Vec<f64>,
    /// The two reflections that turn the curvature at the ends into the first two coordinates.
    reflections: [Vec<f64>; 2],
}

/// Why there is no spline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SplineError {
    /// No degree of freedom was asked for.
    #[error("a spline needs one degree of freedom or more")]
    NoFreedom,
    /// Two knots fall together.
    #[error("there are too few different values for a spline of {df} degrees of freedom")]
    TooFewValues {
        /// Degrees of freedom asked for.
        df: usize,
    },
}

/// The order of the pieces: cubic.
const ORDER: usize = 4;

impl NaturalSpline {
    /// Lays the knots of a spline through the values of a covariate.
    ///
    /// # Definition
    /// Cubic pieces that meet with two continuous derivatives at `df - 1` inner knots, the quantiles
    /// (type 7) of the values at i/df, and are linear beyond the least and the largest value. Of the cubic
    /// B-splines on these knots the first is left out (a constant is no covariate); of the others those
    /// combinations are taken whose second derivative is 0 at both ends: with C the two rows of second
    /// derivatives there and C' = QR by Householder reflections, the columns of B Q after the first two.
    ///
    /// # Input
    /// Finite values in any order, the degrees of freedom (columns).
    ///
    /// # Edge cases
    /// `df` 1 is a straight line. Outside of the values the basis goes on in straight lines.
    ///
    /// # Errors
    /// [`SplineError::TooFewValues`] where knots fall together, or with nothing to lay them through.
    ///
    /// # References
    /// de Boor, A Practical Guide to Splines, IX-X. R: `splines::ns(x, df)`, equal column by column; R
    /// does not refuse knots that fall together.
    ///
    /// # Examples
    /// One degree of freedom is a line through the least value:
    /// ```
    /// use engraft::estimate::natural_spline::NaturalSpline;
    /// let spline = NaturalSpline::new(&[1.0, 2.0, 4.0], 1)?;
    /// let [at_two, at_four] = [2.0, 4.0].map(|x| spline.row(x)[0]);
    /// assert!(spline.row(1.0)[0].abs() < 1e-12 && (at_four / at_two - 3.0).abs() < 1e-12);
    /// # Ok::<(), engraft::estimate::natural_spline::SplineError>(())
    /// ```
    pub fn new(values: &[f64], df: usize) -> Result<Self, SplineError> {
        if df == 0 {
            return Err(SplineError::NoFreedom);
        }
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else {
            return Err(SplineError::TooFewValues { df });
        };
        let mut rising = vec![first];
        rising.extend((1..df).map(|i| quantile(&sorted, i as f64 / df as f64)));
        rising.push(last);
        if rising.windows(2).any(|pair| pair[0] >= pair[1]) {
            return Err(SplineError::TooFewValues { df });
        }
        let ends = |value: f64| [value; ORDER - 1];
        let knots: Vec<f64> = ends(first).into_iter().chain(rising).chain(ends(last)).collect();
        let mut spline = Self { knots, reflections: [Vec::new(), Vec::new()] };
        let curvature = [first, last].map(|end| spline.derivative(ORDER, 2, end)[1..].to_vec());
        spline.reflections = reflections(curvature);
        Ok(spline)
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.knots.len() - ORDER - 3
    }

    /// The columns at a value.
    pub fn row(&self, x: f64) -> Vec<f64> {
        let (first, last) = (self.knots[0], self.knots[self.knots.len() - 1]);
        let inside = x.clamp(first, last);
        let mut basis = self.derivative(ORDER, 0, inside);
        if x < first || x > last {
            let slopes = self.derivative(ORDER, 1, inside);
            basis.iter_mut().zip(&slopes).for_each(|(value, slope)| *value += (x - inside) * slope);
        }
        let mut row = basis.split_off(1);
        for (start, reflection) in self.reflections.iter().enumerate() {
            reflect(reflection, &mut row[start..]);
        }
        row.split_off(2)
    }

    /// A derivative of all B-splines of an order at a value between the ends.
    fn derivative(&self, order: usize, times: usize, x: f64) -> Vec<f64> {
        if times == 0 {
            return self.basis(order, x);
        }
        let lower = self.derivative(order - 1, times - 1, x);
        let degree = (order - 1) as f64;
        let share = |i: usize| ratio(lower[i], self.knots[i + order - 1] - self.knots[i]);
        (0..self.knots.len() - order).map(|i| degree * (share(i) - share(i + 1))).collect()
    }

    /// All B-splines of an order at a value between the ends, by the recurrence of Cox and de Boor.
    fn basis(&self, order: usize, x: f64) -> Vec<f64> {
        let knots = &self.knots;
        // The last piece is closed on the right.
        let last = knots.len() - ORDER - 1;
        let piece = knots.partition_point(|knot| *knot <= x).saturating_sub(1).min(last);
        let mut values: Vec<f64> = (0..knots.len() - 1).map(|i| f64::from(u8::from(i == piece))).collect();
        for k in 2..=order {
            for i in 0..knots.len() - k {
                let rising = ratio((x - knots[i]) * values[i], knots[i + k - 1] - knots[i]);
                let falling = ratio((knots[i + k] - x) * values[i + 1], knots[i + k] - knots[i + 1]);
                values[i] = rising + falling;
            }
            values.truncate(knots.len() - k);
        }
        values
    }
}

/// A share of an empty piece is nothing.
fn ratio(part: f64, width: f64) -> f64 {
    if width > 0.0 { part / width } else { 0.0 }
}

/// A quantile of sorted values, type 7.
fn quantile(sorted: &[f64], probability: f64) -> f64 {
    let place = (sorted.len() - 1) as f64 * probability;
    let below = libm::floor(place + 4.0 * f64::EPSILON * place);
    let share = (place - below).max(0.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the length")]
    let low = below as usize;
    let high = (low + 1).min(sorted.len() - 1);
    (1.0 - share) * sorted[low] + share * sorted[high]
}

/// The Householder reflections that make two vectors upper triangular, each from its own coordinate on.
fn reflections([first, mut second]: [Vec<f64>; 2]) -> [Vec<f64>; 2] {
    let one = reflection(first);
    reflect(&one, &mut second);
    let two = reflection(second.split_off(1));
    [one, two]
}

/// The direction of the reflection that turns a vector onto its first axis, scaled as LINPACK does, so
/// that the first coordinate is half its squared length.
fn reflection(mut vector: Vec<f64>) -> Vec<f64> {
    let length = libm::sqrt(vector.iter().map(|v| v * v).sum::<f64>());
    let length = if vector[0] < 0.0 { -length } else { length };
    if length != 0.0 {
        for v in &mut vector {
            *v /= length;
        }
        vector[0] += 1.0;
    }
    vector
}

fn reflect(direction: &[f64], vector: &mut [f64]) {
    if direction[0] == 0.0 {
        return;
    }
    let along: f64 = direction.iter().zip(&*vector).map(|(d, v)| d * v).sum::<f64>() / direction[0];
    vector.iter_mut().zip(direction).for_each(|(v, d)| *v -= along * d);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-13, "{found} is not {expected}");
        }
    }

    const VALUES: [f64; 6] = [1.0, 2.0, 4.0, 7.0, 11.0, 3.0];

    /// R 4.2.2: `ns(c(1, 2, 4, 7, 11, 3), df = 3)` and `predict` of it.
    #[test]
    fn columns_are_those_of_r() {
        let spline = NaturalSpline::new(&VALUES, 3).unwrap();
        assert_eq!(spline.width(), 3);
        for (x, row) in [
            (1.0, [0.0, 0.0, 0.0]),
            (2.0, [-0.146_031_247_835_001_57, 0.384_685_758_716_948_2, -0.223_654_510_881_946_66]),
            (7.0, [0.465_792_553_157_597_6, 0.368_162_234_123_516_5, 0.038_045_212_718_885_814]),
            (11.0, [-0.160_829_163_688_348_82, 0.384_203_002_144_388_8, 0.776_626_161_543_959_8]),
            (-1.0, [0.345_665_734_973_961_97, -0.825_757_033_548_909, 0.480_091_298_574_947_15]),
            (20.0, [-2.129_378_127_233_738, 0.586_847_748_391_707_4, 2.542_530_378_842_029_5]),
        ] {
            close(&spline.row(x), &row);
        }
    }

    /// By hand: between 1 and 4 a line is (x - 1) / 3 times its value at 4, wherever that is.
    #[test]
    fn one_degree_of_freedom_is_a_line() {
        let spline = NaturalSpline::new(&[1.0, 2.0, 4.0], 1).unwrap();
        let end = spline.row(4.0)[0];
        for x in [-3.0, 1.0, 2.5, 4.0, 9.0] {
            close(&spline.row(x), &[end * (x - 1.0) / 3.0]);
        }
    }

    /// The slow and obvious way: the natural splines on knots k1 < .. < km are the span of 1, x and
    /// d(k1) - d(k of the last but one), .. with truncated cubes (Hastie, Tibshirani & Friedman, 5.2.1).
    #[test]
    fn it_spans_what_truncated_cubes_span() {
        let spline = NaturalSpline::new(&VALUES, 3).unwrap();
        let knots = &spline.knots[3..7];
        let cube = |x: f64, knot: f64| (x - knot).max(0.0).powi(3);
        let d = |x: f64, k: usize| (cube(x, knots[k]) - cube(x, knots[3])) / (knots[3] - knots[k]);
        let truncated = |x: f64| [1.0, x, d(x, 0) - d(x, 2), d(x, 1) - d(x, 2)];
        // Four points give each column in terms of the truncated cubes; it then holds everywhere.
        let places = [1.0, 3.0, 6.0, 11.0];
        for column in 0..3 {
            let weights = solved(places.map(truncated), places.map(|x| spline.row(x)[column]));
            for x in [-4.0, 0.5, 1.7, 2.9, 4.4, 8.0, 10.5, 15.0] {
                let sum: f64 = truncated(x).iter().zip(&weights).map(|(t, w)| t * w).sum();
                assert!((spline.row(x)[column] - sum).abs() < 1e-10);
            }
        }
    }

    /// Gaussian elimination with the largest pivot.
    fn solved(mut rows: [[f64; 4]; 4], mut right: [f64; 4]) -> [f64; 4] {
        for k in 0..4 {
            let pivot = (k..4).max_by(|a, b| rows[*a][k].abs().total_cmp(&rows[*b][k].abs())).unwrap();
            rows.swap(k, pivot);
            right.swap(k, pivot);
            for i in (0..4).filter(|i| *i != k) {
                let factor = rows[i][k] / rows[k][k];
                let from = rows[k];
                rows[i].iter_mut().zip(from).for_each(|(cell, value)| *cell -= factor * value);
                right[i] -= factor * right[k];
            }
        }
        [0, 1, 2, 3].map(|k| right[k] / rows[k][k])
    }

    #[test]
    fn the_order_of_the_values_does_not_matter() {
        let mut turned = VALUES;
        turned.reverse();
        assert_eq!(NaturalSpline::new(&turned, 4), NaturalSpline::new(&VALUES, 4));
    }

    #[test]
    fn knots_that_fall_together_are_refused() {
        assert_eq!(NaturalSpline::new(&VALUES, 0), Err(SplineError::NoFreedom));
        let refused = Err(SplineError::TooFewValues { df: 3 });
        assert_eq!(NaturalSpline::new(&[1.0, 1.0, 1.0, 1.0, 2.0], 3), refused);
        assert_eq!(NaturalSpline::new(&[], 3), refused);
        assert!(NaturalSpline::new(&[5.0, 5.0], 1).is_err() && NaturalSpline::new(&[5.0], 2).is_err());
    }
}
