//! The score statistic of two shares under a difference or ratio that is held fixed.

use super::Counts;

/// Both shares, of the reference and of the other group, as likely as can be under a restriction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Restricted {
    pub(super) reference: f64,
    pub(super) other: f64,
}

/// The shares that are likeliest when the other's exceeds the reference's by `difference`.
///
/// The derivative of the log-likelihood falls in the reference's share, so its root is found by halving.
pub(super) fn under_difference(reference: Counts, other: Counts, difference: f64) -> Restricted {
    let (mut low, mut high) = ((-difference).max(0.0), (1.0 - difference).min(1.0));
    let slope = |share: f64| {
        let moved = share + difference;
        let term = |count: u64, share: f64| if count == 0 { 0.0 } else { count as f64 / share.max(0.0) };
        term(reference.x, share) + term(other.x, moved)
            - term(reference.without(), 1.0 - share)
            - term(other.without(), 1.0 - moved)
    };
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return Restricted { reference: middle, other: (middle + difference).clamp(0.0, 1.0) };
        }
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
}

/// The shares that are likeliest when the other's is `ratio` times the reference's.
///
/// The root of a quadratic equation: Miettinen and Nurminen 1985, equation 12.
pub(super) fn under_ratio(reference: Counts, other: Counts, ratio: f64) -> Restricted {
    let all = (reference.n + other.n) as f64;
    let a = all * ratio;
    let b = other.n as f64 * ratio + other.x as f64 + reference.n as f64 + reference.x as f64 * ratio;
    let c = (reference.x + other.x) as f64;
    let root = libm::sqrt((b * b - 4.0 * a * c).max(0.0));
    let share = (2.0 * c / (b + root)).clamp(0.0, 1.0);
    Restricted { reference: share, other: (share * ratio).clamp(0.0, 1.0) }
}

/// The variance of `other - factor * reference` under the restriction, with `N / (N - 1)`.
pub(super) fn variance(reference: Counts, other: Counts, shares: Restricted, factor: f64) -> f64 {
    let all = (reference.n + other.n) as f64;
    let of = |share: f64, n: u64| share * (1.0 - share) / n as f64;
    let sum = of(shares.other, other.n) + factor * factor * of(shares.reference, reference.n);
    sum * all / (all - 1.0)
}

/// The last point on the way from `inside` to `outside` at which `holds` is true, which it is at `inside`.
pub(super) fn boundary(inside: f64, outside: f64, holds: impl Fn(f64) -> bool) -> f64 {
    if holds(outside) {
        return outside;
    }
    let (mut inside, mut outside) = (inside, outside);
    loop {
        let middle = f64::midpoint(inside, outside);
        let (low, high) = if inside < outside { (inside, outside) } else { (outside, inside) };
        if middle <= low || middle >= high {
            return middle;
        }
        if holds(middle) { inside = middle } else { outside = middle }
    }
}
