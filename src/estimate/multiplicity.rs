//! p-values of several comparisons, adjusted for their number.

/// Adjusts p-values by Holm's method, which bounds the chance of any false claim.
///
/// # Definition
/// With the `m` p-values in ascending order, the `i`-th (from 0) becomes the largest of `(m - k) p_k` over
/// `k <= i`, at most 1.
///
/// # Returns
/// The adjusted values, in the order given.
///
/// # References
/// Holm, Scand J Stat 1979;6:65-70. R: `p.adjust(p, "holm")`.
///
/// # Examples
/// ```
/// assert_eq!(engraft::estimate::holm(&[0.5, 0.125, 0.25]), [0.5, 0.375, 0.5]);
/// ```
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p_values.len()];
    let mut largest: f64 = 0.0;
    for (rank, index) in ascending(p_values).into_iter().enumerate() {
        let others = p_values.len() - rank;
        largest = largest.max(others as f64 * p_values[index]).min(1.0);
        adjusted[index] = largest;
    }
    adjusted
}

/// Adjusts p-values by the method of Benjamini and Hochberg, which bounds the share of false claims.
///
/// # Definition
/// With the `m` p-values in ascending order, the `i`-th (from 1) becomes the smallest of `m p_k / k` over
/// `k >= i`, at most 1.
///
/// # Returns
/// The adjusted values, in the order given.
///
/// # References
/// Benjamini and Hochberg, J R Stat Soc B 1995;57:289-300. R: `p.adjust(p, "BH")`.
///
/// # Examples
/// ```
/// assert_eq!(engraft::estimate::benjamini_hochberg(&[0.5, 0.125, 0.25]), [0.5, 0.375, 0.375]);
/// ```
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p_values.len()];
    let mut smallest: f64 = 1.0;
    for (rank, index) in ascending(p_values).into_iter().enumerate().rev() {
        smallest = smallest.min(p_values.len() as f64 / (rank + 1) as f64 * p_values[index]);
        adjusted[index] = smallest;
    }
    adjusted
}

fn ascending(p_values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Ascending 1/64, 1/32, 1/16, 3/4. Holm: 4/64, 3/32, 2/16, 3/4. BH: 4/64, 4/64, 4/48, 3/4.
        let p = [0.75, 0.015_625, 0.0625, 0.031_25];
        assert_eq!(holm(&p), [0.75, 0.0625, 0.125, 0.093_75]);
        let adjusted = benjamini_hochberg(&p);
        assert_eq!(adjusted.len(), 4);
        for (one, expected) in adjusted.iter().zip([0.75, 0.0625, 1.0 / 12.0, 0.0625]) {
            assert!((one - expected).abs() < 1e-15);
        }
        assert_eq!(holm(&[0.75, 0.875]), [1.0, 1.0]);
        assert!(holm(&[]).is_empty() && benjamini_hochberg(&[]).is_empty());
    }
}
