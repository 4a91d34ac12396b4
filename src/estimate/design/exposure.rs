//! The chance of an event under constant hazards, for those who enter at a constant rate.

use super::DesignError;
use super::error::{not_negative, positive};

/// Over how long subjects enter, and how long they are followed after the last has entered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FollowUp {
    /// Length of the accrual; 0 if all enter at once.
    pub accrual: f64,
    /// Time from the end of the accrual to the analysis.
    pub followup: f64,
}

impl FollowUp {
    pub(super) fn check(self) -> Result<Self, DesignError> {
        not_negative("the time of accrual", self.accrual)?;
        not_negative("the time of follow-up", self.followup)?;
        if self.accrual + self.followup > 0.0 { Ok(self) } else { Err(DesignError::NobodyFollowed) }
    }
}

/// The chance that a subject has had the event by the analysis.
///
/// # Definition
/// With hazard `h` of the event, hazard `c` of what ends the observation first, `v = h + c`, entry uniform over
/// `(0, A)` and the analysis at `A + F`: `h / v (1 - (exp(-v F) - exp(-v (A + F))) / (v A))`, and
/// `h / v (1 - exp(-v F))` for `A = 0`.
///
/// # Input
/// Hazards per unit of time: that of the event above 0, the other 0 or more; times in the same unit.
///
/// # Returns
/// A probability, to all digits also where it is small.
///
/// # Errors
/// [`DesignError`] for hazards or times out of range, and where nobody is followed.
///
/// # References
/// Lachin and Foulkes, Biometrics 1986;42:507-19, equation 2.2; Collett, Modelling Survival Data in Medical
/// Research, the chapter on sample size.
///
/// # Examples
/// ```
/// use engraft::estimate::design::{FollowUp, event_probability};
/// // All enter at once and are followed for the median: one in two.
/// let chance = event_probability(core::f64::consts::LN_2, 0.0, FollowUp { accrual: 0.0, followup: 1.0 })?;
/// assert!((chance - 0.5).abs() < 1e-15);
/// # Ok::<(), engraft::estimate::design::DesignError>(())
/// ```
pub fn event_probability(hazard: f64, other: f64, course: FollowUp) -> Result<f64, DesignError> {
    positive("the hazard of the event", hazard)?;
    not_negative("the hazard of loss to follow-up", other)?;
    course.check()?;
    Ok(hazard / (hazard + other) * left_by(hazard + other, course))
}

/// The chance that a subject who left at a total hazard has left by the analysis.
pub(super) fn left_by(total: f64, course: FollowUp) -> f64 {
    let decayed = total * course.followup;
    -libm::expm1(-decayed) + libm::exp(-decayed) * mean_left(total * course.accrual)
}

/// `1 - (1 - exp(-x)) / x`: the mean of `1 - exp(-u)` over `u` from 0 to `x`.
fn mean_left(x: f64) -> f64 {
    if x >= 0.5 {
        return 1.0 + libm::expm1(-x) / x;
    }
    // x/2! - x²/3! + x³/4! - ...
    let (mut sum, mut term, mut k) = (0.0, x / 2.0, 3.0);
    while sum + term != sum {
        sum += term;
        term *= -x / k;
        k += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Hazard ln 2 and as much loss: half of those who left had the event; after one unit 3/4 have left.
        let half_life = core::f64::consts::LN_2;
        let at_once = FollowUp { accrual: 0.0, followup: 1.0 };
        assert!((event_probability(half_life, half_life, at_once).unwrap() - 0.375).abs() < 1e-15);
        // Entry over one unit without follow-up, hazard 1: 1 - (1 - 1/e) = 1/e.
        let entering = FollowUp { accrual: 1.0, followup: 0.0 };
        assert!((event_probability(1.0, 0.0, entering).unwrap() - libm::exp(-1.0)).abs() < 1e-15);
    }

    #[test]
    fn small_hazards_keep_their_digits() {
        // To first order the mean exposure, F + A / 2, times the hazard.
        let course = FollowUp { accrual: 4.0, followup: 1.0 };
        let chance = event_probability(1e-12, 0.0, course).unwrap();
        assert!((chance - 3e-12).abs() < 1e-22, "{chance:e}");
        // Both forms agree where they meet.
        let (below, above) = (mean_left(0.5 - 1e-12), mean_left(0.5));
        assert!((below - above).abs() < 1e-12 && (above - (1.0 + libm::expm1(-0.5) / 0.5)).abs() < 1e-16);
    }

    #[test]
    fn nobody_followed_is_refused() {
        let nobody = FollowUp { accrual: 0.0, followup: 0.0 };
        assert_eq!(event_probability(1.0, 0.0, nobody), Err(DesignError::NobodyFollowed));
        let course = FollowUp { accrual: 1.0, followup: 1.0 };
        assert!(event_probability(0.0, 0.0, course).is_err());
        assert!(event_probability(1.0, -1.0, course).is_err());
        assert!(event_probability(1.0, 0.0, FollowUp { accrual: -1.0, ..course }).is_err());
    }
}
