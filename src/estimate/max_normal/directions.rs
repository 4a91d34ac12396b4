//! A correlation matrix as directions in space.

/// A residual variance below this is rounding.
const RANK_TOLERANCE: f64 = 1e-12;
/// Two directions this near to each other, by the cosine less from 1, are one.
const SAME: f64 = 1e-14;

/// A direction of length 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Direction(pub(super) [f64; 3]);

/// The inner product.
pub(super) fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

impl Direction {
    fn along(vector: [f64; 3]) -> Self {
        let length = libm::sqrt(dot(vector, vector));
        Self(vector.map(|component| component / length))
    }

    /// Two directions at right angles to it and to each other.
    pub(super) fn tangents(self) -> ([f64; 3], [f64; 3]) {
        let [x, y, z] = self.0;
        // The axis that is least along the direction gives the best conditioned pair.
        let smallest = if x.abs() <= y.abs() && x.abs() <= z.abs() {
            [0.0, -z, y]
        } else if y.abs() <= z.abs() {
            [z, 0.0, -x]
        } else {
            [-y, x, 0.0]
        };
        let across = Self::along(smallest).0;
        let up =
            [y * across[2] - z * across[1], z * across[0] - x * across[2], x * across[1] - y * across[0]];
        (across, up)
    }
}

/// Directions whose cosines are the correlations, those that are the same but for the sign once.
///
/// By Cholesky's method, the variable with the most left unexplained first; none where three do not suffice,
/// or where the matrix is not square.
pub(super) fn directions(correlation: &[f64]) -> Option<Vec<Direction>> {
    let size = (0..=correlation.len()).find(|size| size * size >= correlation.len())?;
    if size * size != correlation.len() {
        return None;
    }
    let mut left = correlation.to_vec();
    let mut loadings = vec![[0.0; 3]; size];
    for column in 0..=3 {
        let diagonal = |i: usize| left[i * size + i];
        let Some(pivot) = (0..size).reduce(|best, i| if diagonal(i) > diagonal(best) { i } else { best })
        else {
            break;
        };
        let variance = diagonal(pivot);
        if variance <= RANK_TOLERANCE {
            break;
        }
        if column == 3 {
            return None;
        }
        let root = libm::sqrt(variance);
        for (i, loading) in loadings.iter_mut().enumerate() {
            loading[column] = left[i * size + pivot] / root;
        }
        for i in 0..size {
            for j in 0..size {
                left[i * size + j] -= loadings[i][column] * loadings[j][column];
            }
        }
    }
    let mut distinct: Vec<Direction> = Vec::new();
    for direction in loadings.into_iter().map(Direction::along) {
        if distinct.iter().all(|other| 1.0 - dot(direction.0, other.0).abs() > SAME) {
            distinct.push(direction);
        }
    }
    Some(distinct)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_are_the_correlations() {
        // The third is the sum of the others over its length.
        let r = libm::sqrt(0.5);
        let found = directions(&[1.0, 0.0, r, 0.0, 1.0, r, r, r, 1.0]).unwrap();
        assert_eq!(found.len(), 3);
        assert!((dot(found[0].0, found[2].0) - r).abs() < 1e-15 && dot(found[0].0, found[1].0).abs() < 1e-15);
        for direction in found {
            let (across, up) = direction.tangents();
            for (a, b) in [(across, up), (across, direction.0), (up, direction.0)] {
                assert!(dot(a, b).abs() < 1e-15);
            }
            assert!((dot(across, across) - 1.0).abs() < 1e-15 && (dot(up, up) - 1.0).abs() < 1e-15);
        }
    }

    #[test]
    fn not_a_square() {
        assert_eq!(directions(&[1.0, 0.0]), None);
        assert_eq!(directions(&[]), Some(Vec::new()));
    }
}
