//! The exact test of independence of an outcome and groups.

use super::Counts;
use crate::estimate::unimodal::{AS_LIKELY, Unimodal};
use crate::estimate::{Absent, EstimateError, Quantity};

/// With more than two groups, tables are counted one by one up to this number.
pub const MOST_TABLES: f64 = 5e6;

/// Fisher's exact test, two-sided.
///
/// # Definition
/// The probability, the margins given, of all tables no likelier than the observed one: with a
/// probability of at most `1 + 1e-7` times its own. Two groups: the hypergeometric distribution. More groups:
/// every table with these margins, one by one.
///
/// # Input
/// One group an element; those without patients are passed over.
///
/// # Returns
/// The p-value, above 0. One too small for a float is the smallest float.
///
/// # Edge cases
/// Fewer than two groups: `not_estimable`. An outcome that all have or nobody: 1, as there is one
/// table only. More than two groups with more than [`MOST_TABLES`] tables: `not_estimable`.
///
/// # Errors
/// [`EstimateError::TooManySuccesses`] if a group has more with the outcome than it has patients.
///
/// # References
/// Fisher, J R Stat Soc 1935;98:39-54; Freeman and Halton, Biometrika 1951;38:141-9. R: `fisher.test`.
///
/// # Examples
/// ```
/// use engraft::estimate::association::{Counts, fisher_exact};
/// // The lady tasting tea, 3 of 4 and 1 of 4: (1 + 16 + 16 + 1) / 70
/// let p = fisher_exact(&[Counts { x: 3, n: 4 }, Counts { x: 1, n: 4 }])?.unwrap();
/// assert!((p - 34.0 / 70.0).abs() < 1e-15);
/// # Ok::<(), engraft::estimate::EstimateError>(())
/// ```
pub fn fisher_exact(groups: &[Counts]) -> Result<Quantity, EstimateError> {
    let all = Counts::sum(groups)?;
    let occupied: Vec<Counts> = groups.iter().copied().filter(|group| group.n > 0).collect();
    Ok(match occupied.as_slice() {
        [] | [_] => Err(Absent::NotEstimable),
        [first, second] => Ok(hypergeometric(*first, *second)),
        many => freeman_halton(many, all),
    })
}

fn hypergeometric(first: Counts, second: Counts) -> f64 {
    let yes = first.x + second.x;
    let (n, m, k) = (first.n as f64, second.n as f64, yes as f64);
    let (low, high) = (yes.saturating_sub(second.n), yes.min(first.n));
    let ratio = |i: u64| {
        let i = i as f64;
        (n - i) * (k - i) / ((i + 1.0) * (m - k + i + 1.0))
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between low and high; near the mode is enough"
    )]
    let mode = (libm::floor((n + 1.0) * (k + 1.0) / (n + m + 2.0)) as u64).clamp(low, high);
    let as_likely = |_: u64, term: f64, observed: f64| term <= observed * AS_LIKELY;
    Unimodal { low, high, mode, ratio }.probability(first.x, as_likely)
}

fn freeman_halton(groups: &[Counts], all: Counts) -> Quantity {
    // The rarer of outcome and absence makes fewer tables of the same probability.
    let rarer = all.x.min(all.without());
    let turn = |group: &Counts| if all.x <= all.without() { group.x } else { group.without() };
    let tables: f64 = groups[1..].iter().map(|group| (group.n.min(rarer) + 1) as f64).product();
    if tables > MOST_TABLES {
        return Err(Absent::NotEstimable);
    }
    let ways: Vec<Vec<f64>> = groups.iter().map(|group| log_choose(group.n, group.n.min(rarer))).collect();
    let at = |counts: &[f64], x: u64| usize::try_from(x).ok().and_then(|x| counts.get(x).copied());
    let observed: f64 = groups.iter().zip(&ways).filter_map(|(group, ways)| at(ways, turn(group))).sum();
    let mut room: Vec<u64> = groups.iter().map(|group| group.n).collect();
    for index in (0..room.len() - 1).rev() {
        room[index] = room[index].saturating_add(room[index + 1]);
    }
    let mut tally = Tally { observed, limit: libm::log(AS_LIKELY), total: 0.0, part: 0.0 };
    tally.fill(&ways, &room, rarer, 0.0);
    Ok((tally.part / tally.total).clamp(f64::MIN_POSITIVE, 1.0))
}

/// Sums over tables, each relative to the observed one.
struct Tally {
    observed: f64,
    limit: f64,
    total: f64,
    part: f64,
}

impl Tally {
    /// Places what is `left` in the groups that remain; `room` is how much these hold together.
    fn fill(&mut self, ways: &[Vec<f64>], room: &[u64], left: u64, log: f64) {
        let Some((first, rest)) = ways.split_first() else {
            let excess = log - self.observed;
            let weight = libm::exp(excess);
            self.total += weight;
            if excess <= self.limit {
                self.part += weight;
            }
            return;
        };
        let after = room.get(1).copied().unwrap_or(0);
        for (x, ways) in (0u64..).zip(first) {
            if x > left {
                break;
            }
            if left - x <= after {
                self.fill(rest, &room[1..], left - x, log + ways);
            }
        }
    }
}

/// Logarithms of the binomial coefficients of `n` over 0 to `most`.
fn log_choose(n: u64, most: u64) -> Vec<f64> {
    let mut logs = vec![0.0];
    let mut product = 1.0;
    let mut log = 0.0;
    for i in 0..most {
        product *= (n - i) as f64 / (i + 1) as f64;
        // A logarithm is taken before the product grows too large, so that errors do not add up.
        if product > 1e280 {
            log += libm::log(product);
            product = 1.0;
        }
        logs.push(log + libm::log(product));
    }
    logs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(pairs: &[(u64, u64)]) -> Quantity {
        let groups: Vec<Counts> = pairs.iter().map(|(x, n)| Counts { x: *x, n: *n }).collect();
        fisher_exact(&groups).unwrap()
    }

    #[test]
    fn by_hand() {
        // 1 of 1 and 0 of 2: 1/3. 1 of 2, 0 of 1, 0 of 1: tables 2/4, 1/4, 1/4; all are no likelier.
        assert!((p(&[(1, 1), (0, 2)]).unwrap() - 1.0 / 3.0).abs() < 1e-15);
        assert!((p(&[(0, 2), (1, 1), (0, 1)]).unwrap() - 0.5).abs() < 1e-15);
        assert_eq!(p(&[(1, 2), (0, 1), (0, 1)]), Ok(1.0));
    }

    #[test]
    fn one_table_only() {
        assert_eq!(p(&[(0, 3), (0, 4)]), Ok(1.0));
        assert_eq!(p(&[(3, 3), (4, 4), (2, 2)]), Ok(1.0));
        assert_eq!(p(&[(1, 3)]), Err(Absent::NotEstimable));
        assert_eq!(p(&[(1, 3), (0, 0)]), Err(Absent::NotEstimable));
        assert_eq!(p(&[]), Err(Absent::NotEstimable));
    }

    #[test]
    fn binomial_coefficients_too_large_for_a_float() {
        // R: lchoose(3000, 1500), lchoose(2000, 700)
        for (n, k, expected) in [(3000, 1500, 2_075.212_483_210_034), (2000, 700, 1_290.914_049_343_077)] {
            assert!((log_choose(n, k).last().unwrap() - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn a_table_too_large_to_count_has_its_reason() {
        assert_eq!(p(&[(500, 1000), (400, 1000), (450, 1000), (460, 1000)]), Err(Absent::NotEstimable));
        // 2236 * 2237 tables are too many, though 2235 * 2236 were not.
        assert_eq!(p(&[(0, 2236), (2235, 2235), (2236, 2236)]), Err(Absent::NotEstimable));
        assert!(p(&[(1000, 2000), (1, 2000)]).unwrap() >= f64::MIN_POSITIVE);
        // All of one group, nobody of the others: about 1e-825.
        assert_eq!(p(&[(1000, 1000), (0, 1000), (0, 1000)]), Ok(f64::MIN_POSITIVE));
    }
}
