//! Small dense symmetric matrices: packed storage, a Cholesky factor that survives rank deficiency.

/// A symmetric matrix of small order; the lower triangle is stored by rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Symmetric {
    order: usize,
    lower: Vec<f64>,
}

/// Where the cell (i, j) with j <= i stands in the packed lower triangle.
pub(crate) fn packed(i: usize, j: usize) -> usize {
    i * (i + 1) / 2 + j
}

impl Symmetric {
    /// The zero matrix of this order.
    pub fn zero(order: usize) -> Self {
        Self { order, lower: vec![0.0; packed(order, 0)] }
    }

    /// The number of rows.
    pub fn order(&self) -> usize {
        self.order
    }

    /// The cell (i, j), in either order.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        self.lower[if j <= i { packed(i, j) } else { packed(j, i) }]
    }

    /// Sets the cells (i, j) and (j, i).
    pub fn set(&mut self, i: usize, j: usize, value: f64) {
        self.lower[if j <= i { packed(i, j) } else { packed(j, i) }] = value;
    }

    /// The packed lower triangle, for accumulation in place.
    pub(crate) fn lower_mut(&mut self) -> &mut [f64] {
        &mut self.lower
    }

    /// Adds `weight * v v'`.
    pub fn add_outer(&mut self, weight: f64, v: &[f64]) {
        let mut cells = self.lower.iter_mut();
        for (i, a) in v.iter().enumerate() {
            for (b, cell) in v[..=i].iter().zip(&mut cells) {
                *cell += weight * a * b;
            }
        }
    }

    /// Adds `factor` times another matrix of the same order.
    pub fn add_scaled(&mut self, factor: f64, other: &Self) {
        for (cell, value) in self.lower.iter_mut().zip(&other.lower) {
            *cell += factor * value;
        }
    }

    /// The product with a vector.
    pub fn multiply(&self, v: &[f64]) -> Vec<f64> {
        (0..self.order).map(|i| v.iter().enumerate().map(|(j, x)| self.get(i, j) * x).sum()).collect()
    }

    /// The quadratic form v'Mv.
    pub fn quadratic(&self, v: &[f64]) -> f64 {
        self.multiply(v).iter().zip(v).map(|(a, b)| a * b).sum()
    }

    /// The rows and columns named, in that order.
    #[must_use]
    pub fn subset(&self, kept: &[usize]) -> Self {
        let mut part = Self::zero(kept.len());
        for (i, &a) in kept.iter().enumerate() {
            for (j, &b) in kept[..=i].iter().enumerate() {
                part.set(i, j, self.get(a, b));
            }
        }
        part
    }

    /// The inverse of [`subset`](Self::subset): cells go to the rows and columns named, the rest is 0.
    #[must_use]
    pub fn spread(&self, kept: &[usize], order: usize) -> Self {
        let mut whole = Self::zero(order);
        for (i, &a) in kept.iter().enumerate() {
            for (j, &b) in kept[..=i].iter().enumerate() {
                whole.set(a, b, self.get(i, j));
            }
        }
        whole
    }

    /// `M B M`, the sandwich of `self` around `meat`.
    #[must_use]
    pub fn sandwich(&self, meat: &Self) -> Self {
        let row = |i: usize| -> Vec<f64> { (0..self.order).map(|j| self.get(i, j)).collect() };
        let mut product = Self::zero(self.order);
        for i in 0..self.order {
            let inner = meat.multiply(&row(i));
            for j in 0..=i {
                product.set(i, j, inner.iter().zip(&row(j)).map(|(a, b)| a * b).sum());
            }
        }
        product
    }
}

/// The factor M = L D L' of a positive semidefinite matrix, L unit lower triangular.
///
/// # Definition
/// Pivots are taken in the order of the columns. A column whose pivot is at most
/// `tolerance * max(diagonal)` depends on the columns before it: its pivot is set to 0 and it is
/// left out of everything that follows, so that of two collinear columns the **later** is dropped.
///
/// # Edge cases
/// Order 0 has rank 0 and log-determinant 0. A pivot that is not a number counts as dependent.
///
/// # References
/// Golub & Van Loan, Matrix Computations, 4th ed., 4.1.2. The convention for dependent columns is
/// that of R's `survival::coxph` (`toler.chol`).
#[derive(Debug, Clone)]
pub struct Cholesky {
    unit: Symmetric,
    pivots: Vec<f64>,
}

impl Cholesky {
    /// Factors `matrix`; see the type for `tolerance`.
    pub fn factor(matrix: &Symmetric, tolerance: f64) -> Self {
        let order = matrix.order();
        let largest = (0..order).map(|i| matrix.get(i, i)).fold(0.0, f64::max);
        let mut unit = matrix.clone();
        let mut pivots = Vec::with_capacity(order);
        for j in 0..order {
            let pivot = unit.get(j, j);
            let dependent = pivot.is_nan() || pivot <= tolerance * largest;
            for i in j + 1..order {
                let below = if dependent { 0.0 } else { unit.get(i, j) / pivot };
                unit.set(i, j, below);
            }
            pivots.push(if dependent { 0.0 } else { pivot });
            if dependent {
                continue;
            }
            for i in j + 1..order {
                let scaled = unit.get(i, j) * pivot;
                for k in j + 1..=i {
                    let reduced = unit.get(i, k) - scaled * unit.get(k, j);
                    unit.set(i, k, reduced);
                }
            }
        }
        Self { unit, pivots }
    }

    /// How many columns are independent.
    pub fn rank(&self) -> usize {
        self.pivots.iter().filter(|pivot| **pivot > 0.0).count()
    }

    /// Whether this column depends on the columns before it.
    pub fn is_dependent(&self, column: usize) -> bool {
        self.pivots[column] <= 0.0
    }

    /// The logarithm of the determinant over the independent columns.
    pub fn log_determinant(&self) -> f64 {
        self.pivots.iter().filter(|pivot| **pivot > 0.0).map(|pivot| libm::log(*pivot)).sum()
    }

    /// The solution of M x = b; 0 in dependent columns.
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        let order = self.pivots.len();
        let mut x = b.to_vec();
        for i in 0..order {
            let above: f64 = (0..i).map(|j| self.unit.get(i, j) * x[j]).sum();
            x[i] = if self.is_dependent(i) { 0.0 } else { x[i] - above };
        }
        for i in (0..order).rev() {
            if self.is_dependent(i) {
                continue;
            }
            let below: f64 = (i + 1..order).map(|j| self.unit.get(j, i) * x[j]).sum();
            x[i] = x[i] / self.pivots[i] - below;
        }
        x
    }

    /// The inverse; 0 in the rows and columns of dependent columns.
    pub fn inverse(&self) -> Symmetric {
        let order = self.pivots.len();
        let mut inverse = Symmetric::zero(order);
        for j in (0..order).filter(|j| !self.is_dependent(*j)) {
            let mut axis = vec![0.0; order];
            axis[j] = 1.0;
            let column = self.solve(&axis);
            for (i, value) in column.iter().enumerate().skip(j) {
                inverse.set(i, j, *value);
            }
        }
        inverse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[f64]]) -> Symmetric {
        let mut m = Symmetric::zero(rows.len());
        for (i, row) in rows.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                m.set(i, j, *value);
            }
        }
        m
    }

    #[test]
    fn solves_by_hand() {
        // 4a + 2b = 10, 2a + 3b = 9: a = 1.5, b = 2; determinant 8.
        let factor = Cholesky::factor(&matrix(&[&[4.0], &[2.0, 3.0]]), 1e-12);
        let x = factor.solve(&[10.0, 9.0]);
        assert!((x[0] - 1.5).abs() < 1e-15 && (x[1] - 2.0).abs() < 1e-15);
        assert!((factor.log_determinant() - 8_f64.ln()).abs() < 1e-15);
        let inverse = factor.inverse();
        assert!((inverse.get(0, 0) - 0.375).abs() < 1e-15);
        assert!((inverse.get(0, 1) + 0.25).abs() < 1e-15);
        assert!((inverse.get(1, 1) - 0.5).abs() < 1e-15);
    }

    #[test]
    fn a_pivot_is_small_beside_the_largest() {
        for scale in [1e-8, 1.0, 1e8] {
            for (small, dependent) in [(1e-9, false), (1e-11, true)] {
                let factor = Cholesky::factor(&matrix(&[&[scale], &[0.0, small * scale]]), 1e-10);
                assert_eq!((factor.is_dependent(0), factor.is_dependent(1)), (false, dependent));
                let over = if dependent { scale.ln() } else { scale.ln() + (small * scale).ln() };
                assert!((factor.log_determinant() - over).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn drops_the_later_of_two_collinear_columns() {
        let factor = Cholesky::factor(&matrix(&[&[4.0], &[8.0, 16.0], &[1.0, 2.0, 3.0]]), 1e-12);
        assert_eq!(factor.rank(), 2);
        assert!(factor.is_dependent(1) && !factor.is_dependent(2));
        let x = factor.solve(&[5.0, 10.0, 4.0]);
        assert!((x[0] - 1.0).abs() < 1e-15 && x[1] == 0.0 && (x[2] - 1.0).abs() < 1e-15);
        let inverse = factor.inverse();
        assert!(inverse.get(1, 1) == 0.0 && inverse.get(1, 2) == 0.0);
    }

    #[test]
    fn sandwich_and_subset() {
        let bread = matrix(&[&[2.0], &[1.0, 3.0]]);
        let meat = matrix(&[&[1.0], &[0.0, 1.0]]);
        // [2 1; 1 3] squared is [5 5; 5 10].
        assert_eq!(bread.sandwich(&meat), matrix(&[&[5.0], &[5.0, 10.0]]));
        assert_eq!(bread.subset(&[1]), matrix(&[&[3.0]]));
        assert_eq!(bread.subset(&[1]).spread(&[1], 2), matrix(&[&[0.0], &[0.0, 3.0]]));
    }
}
