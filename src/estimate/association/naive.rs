//! Slow, obvious twins.

use proptest::prelude::*;

use super::score::{under_difference, variance};
use super::*;
use crate::estimate::sample::fixed_cases;

fn choose(n: u64, k: u64) -> f64 {
    (0..k).map(|i| (n - i) as f64 / (i + 1) as f64).product()
}

/// Every table of two or three groups with the same margins.
fn fisher_plainly(groups: &[Counts]) -> f64 {
    let yes: u64 = groups.iter().map(|group| group.x).sum();
    let third = groups.get(2).map_or(0, |group| group.n);
    let ways = |a: u64, b: u64, c: u64| choose(groups[0].n, a) * choose(groups[1].n, b) * choose(third, c);
    let observed = ways(groups[0].x, groups[1].x, groups.get(2).map_or(0, |group| group.x));
    let (mut part, mut total) = (0.0, 0.0);
    for a in 0..=groups[0].n {
        for b in 0..=groups[1].n {
            if a + b <= yes && yes - a - b <= third {
                let term = ways(a, b, yes - a - b);
                total += term;
                if term <= observed * (1.0 + 1e-7) {
                    part += term;
                }
            }
        }
    }
    part / total
}

/// The likeliest share of the reference by the formula of Miettinen and Nurminen 1985, appendix I: the middle
/// root of a cubic equation, by the cosine.
fn by_cosine(reference: Counts, other: Counts, delta: f64) -> f64 {
    let (n0, n1) = (reference.n as f64, other.n as f64);
    let (x0, x1) = (reference.x as f64, other.x as f64);
    let l3 = n0 + n1;
    let l2 = (n1 + 2.0 * n0) * delta - l3 - (x0 + x1);
    let l1 = (n0 * delta - l3 - 2.0 * x0) * delta + x0 + x1;
    let l0 = x0 * delta * (1.0 - delta);
    let third = l2 / (3.0 * l3);
    let q = third.powi(3) - l1 * l2 / (6.0 * l3 * l3) + l0 / (2.0 * l3);
    let p = q.signum() * (third * third - l1 / (3.0 * l3)).max(0.0).sqrt();
    let cosine = (q / p.powi(3)).clamp(-1.0, 1.0);
    2.0 * p * ((std::f64::consts::PI + cosine.acos()) / 3.0).cos() - third
}

fn group(most: u64) -> impl Strategy<Value = Counts> {
    (1..=most).prop_flat_map(|n| (0..=n, Just(n))).prop_map(|(x, n)| Counts { x, n })
}

proptest! {
    #![proptest_config(fixed_cases(300))]

    #[test]
    fn fisher_is_the_sum_over_tables(groups in prop::collection::vec(group(12), 2..=3)) {
        let (ours, twin) = (fisher_exact(&groups).unwrap().unwrap(), fisher_plainly(&groups));
        prop_assert!((ours - twin).abs() <= 1e-10 * twin, "{} is not {}", ours, twin);
    }

    #[test]
    fn the_likeliest_shares_solve_the_cubic(a in group(30), b in group(30), delta in -0.95f64..0.95) {
        let ours = under_difference(a, b, delta).reference;
        let cosine = by_cosine(a, b, delta);
        prop_assert!(cosine.is_nan() || (ours - cosine).abs() < 1e-6, "{} is not {}", ours, cosine);
    }

    #[test]
    fn score_limits_lie_where_the_statistic_is_the_quantile(a in group(30), b in group(30)) {
        let contrast = risk_difference(a, b, DifferenceMethod::MiettinenNurminen, 0.95).unwrap();
        let d = contrast.estimate.unwrap();
        for delta in [contrast.low.unwrap(), contrast.high.unwrap()] {
            if delta.abs() < 1.0 {
                let z = (d - delta) / variance(a, b, under_difference(a, b, delta), 1.0).sqrt();
                prop_assert!((z.abs() - 1.959_963_984_540_054).abs() < 1e-8, "{}", z);
            }
        }
    }
}
