//! Random draws that are the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The random stream of one subject.
#[derive(Debug)]
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of this number under this seed.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut key = *b"engraft synthetic cohort v1     ";
        key[24..].copy_from_slice(&seed.to_le_bytes());
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(stream);
        Self(generator)
    }

    /// Uniform on [0, 1).
    pub(super) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// Whether something of this probability happens.
    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number between these two, both included; the first if they are out of order.
    pub(super) fn whole(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::from(high.saturating_sub(low).max(0).unsigned_abs()) + 1;
        let offset = ((self.0.next_u64() >> 32) * span) >> 32;
        low.saturating_add(i32::try_from(offset).unwrap_or(0))
    }

    /// Uniform between these two.
    pub(super) fn real(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Exponential with mean 1.
    pub(super) fn exponential(&mut self) -> f64 {
        -libm::log(1.0 - self.unit())
    }

    /// Standard normal (Box and Muller).
    pub(super) fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(2.0 * self.exponential());
        radius * libm::cos(2.0 * std::f64::consts::PI * self.unit())
    }

    /// Log-normal with this median and this standard deviation of the logarithm.
    pub(super) fn lognormal(&mut self, median: f64, sigma: f64) -> f64 {
        median * libm::exp(sigma * self.normal())
    }

    /// Days, log-normal, within limits.
    pub(super) fn days(&mut self, median: f64, sigma: f64, limits: (i32, i32)) -> i32 {
        whole(self.lognormal(median, sigma)).clamp(limits.0, limits.1)
    }

    /// Bell-shaped noise that never leaves (-`spread`, `spread`): the sum of three uniforms.
    pub(super) fn noise(&mut self, spread: f64) -> f64 {
        let bits = self.0.next_u64();
        let third = |shift: u32| (bits >> shift) & 0x1F_FFFF;
        let sum = third(0) + third(21) + third(42);
        spread * (sum as f64 / 3_145_728.0 - 1.0)
    }

    /// One of these by weight; the first if all weigh nothing.
    pub(super) fn weighted<'a, T>(&mut self, choices: &'a [(u32, T)], first: &'a T) -> &'a T {
        let total: u32 = choices.iter().map(|(weight, _)| weight).sum();
        let mut left = self.whole(0, i32::try_from(total).unwrap_or(i32::MAX) - 1).unsigned_abs();
        for (weight, choice) in choices {
            if left < *weight {
                return choice;
            }
            left -= weight;
        }
        first
    }

    /// One of these codes by weight.
    pub(super) fn code(&mut self, choices: &[(u32, &'static str)]) -> &'static str {
        self.weighted::<&'static str>(choices, &"OTHER")
    }

    /// The value, or nothing with this probability.
    pub(super) fn unless<T>(&mut self, missing: f64, value: T) -> Option<T> {
        (!self.chance(missing)).then_some(value)
    }
}

/// The nearest whole number of days.
#[allow(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds")]
pub(super) fn whole(days: f64) -> i32 {
    days.clamp(-1.0e8, 1.0e8).round() as i32
}

/// Rounded to this many decimals.
pub(super) fn rounded(value: f64, decimals: u8) -> f64 {
    let scale = match decimals {
        0 => 1.0,
        1 => 10.0,
        _ => 100.0,
    };
    (value * scale).round() / scale
}
