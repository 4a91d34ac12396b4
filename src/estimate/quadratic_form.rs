//! A quadratic form with a covariance matrix that may be singular.

/// Pivots below this share of their variance count as 0.
const TOLERANCE: f64 = 1e-10;

/// `z' V⁻ z` and the rank of `V`.
///
/// # Definition
/// `V⁻` is a generalised inverse. Variables are taken one by one, that with the largest share of its own
/// variance still unexplained first, by Cholesky's method, until none has more than 1e-10 left; the number
/// taken is the rank. The value does not depend on the choice when `z` lies in the span of `V`, as
/// scores do.
///
/// # Input
/// `z`, and `V` by rows: symmetric, positive semidefinite.
///
/// # Edge cases
/// A variable with no variance is left out. Rank 0 gives 0.
///
/// # Examples
/// ```
/// use engraft::estimate::quadratic_form::quadratic_form;
/// // Two groups whose scores sum to 0: 2² / 5 with one degree of freedom.
/// assert_eq!(quadratic_form(&[2.0, -2.0], &[5.0, -5.0, -5.0, 5.0]), (0.8, 1));
/// ```
pub fn quadratic_form(z: &[f64], covariance: &[f64]) -> (f64, u32) {
    let size = z.len();
    let mut v = covariance.to_vec();
    let mut z = z.to_vec();
    let original: Vec<f64> = (0..size).map(|i| v[i * size + i]).collect();
    let mut open: Vec<usize> = (0..size).filter(|i| original[*i] > 0.0).collect();
    let (mut form, mut rank) = (0.0, 0);
    loop {
        let share = |i: &usize| v[i * size + i] / original[*i];
        let Some(place) = (0..open.len())
            .reduce(|best, other| if share(&open[other]) > share(&open[best]) { other } else { best })
        else {
            break;
        };
        if share(&open[place]) <= TOLERANCE {
            break;
        }
        let pivot = open.remove(place);
        let variance = v[pivot * size + pivot];
        form += z[pivot] * z[pivot] / variance;
        rank += 1;
        for &i in &open {
            let slope = v[i * size + pivot] / variance;
            z[i] -= slope * z[pivot];
            for &j in &open {
                v[i * size + j] -= slope * v[pivot * size + j];
            }
        }
    }
    (form, rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_rank_is_the_usual_form() {
        // V = [[2,1],[1,2]], inverse [[2,-1],[-1,2]]/3; z = (1,2): (2 - 4 + 8)/3 = 2
        let (form, rank) = quadratic_form(&[1.0, 2.0], &[2.0, 1.0, 1.0, 2.0]);
        assert!((form - 2.0).abs() < 1e-14 && rank == 2);
    }

    #[test]
    fn blocks_and_empty_groups() {
        // Two pairs that never meet: 1/2 + 9/4, two degrees of freedom; a fifth group expects nothing.
        let mut v = [0.0; 25];
        for (i, j, value) in [(0, 0, 2.0), (0, 1, -2.0), (1, 1, 2.0), (2, 2, 4.0), (2, 3, -4.0), (3, 3, 4.0)]
        {
            v[i * 5 + j] = value;
            v[j * 5 + i] = value;
        }
        assert_eq!(quadratic_form(&[1.0, -1.0, 3.0, -3.0, 0.0], &v), (2.75, 2));
        assert_eq!(quadratic_form(&[0.0, 0.0], &[0.0; 4]), (0.0, 0));
    }
}
