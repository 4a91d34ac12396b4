//! Events to expect over calendar time.

use super::error::{not_negative, positive};
use super::exposure::left_by;
use super::{DesignError, FollowUp};
use crate::estimate::{Absent, Quantity};

/// Subjects enter at a constant rate until `until`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AccrualPiece {
    /// End, from the start of the study; the start is the end of the piece before, or 0.
    pub until: f64,
    /// Subjects per unit of time.
    pub rate: f64,
}

/// How subjects enter, piece after piece.
#[derive(Debug, Clone, PartialEq)]
pub struct Accrual {
    pieces: Vec<AccrualPiece>,
}

impl Accrual {
    /// Accrual at one rate after another.
    ///
    /// # Errors
    /// [`DesignError`] for ends that do not rise, rates below 0, and where nobody enters.
    pub fn new(pieces: Vec<AccrualPiece>) -> Result<Self, DesignError> {
        let mut end = 0.0;
        for piece in &pieces {
            not_negative("the rate of accrual", piece.rate)?;
            if !(piece.until > end && piece.until.is_finite()) {
                return Err(DesignError::AccrualOrder { end: piece.until });
            }
            end = piece.until;
        }
        if pieces.iter().any(|piece| piece.rate > 0.0) {
            Ok(Self { pieces })
        } else {
            Err(DesignError::NotPositive { name: "the number of subjects", value: 0.0 })
        }
    }

    /// The pieces, in order.
    pub fn pieces(&self) -> &[AccrualPiece] {
        &self.pieces
    }

    /// The end of the accrual.
    pub fn end(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.until)
    }

    /// The stretches `(from, to, rate)` up to a time.
    fn before(&self, time: f64) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        let starts = std::iter::once(0.0).chain(self.pieces.iter().map(|piece| piece.until));
        let stretches = starts.zip(&self.pieces).map(|(from, piece)| (from, piece.until, piece.rate));
        stretches
            .take_while(move |(from, ..)| *from < time)
            .map(move |(from, to, rate)| (from, to.min(time), rate))
    }
}

/// What ends the observation, per unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hazards {
    /// Of the event.
    pub event: f64,
    /// Of loss to follow-up, or of a competing event.
    pub dropout: f64,
}

impl Hazards {
    fn check(self) -> Result<Self, DesignError> {
        positive("the hazard of the event", self.event)?;
        not_negative("the hazard of loss to follow-up", self.dropout)?;
        Ok(self)
    }
}

/// Subjects to expect at a time.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ExpectedCounts {
    /// Who has entered.
    pub enrolled: f64,
    /// Who has had the event.
    pub events: f64,
    /// Who was lost before it.
    pub dropouts: f64,
    /// Who is followed.
    pub at_risk: f64,
}

/// The subjects to expect at a time of the calendar of the study.
///
/// # Definition
/// Who enters at `u` has had the event by `t` with chance `h / v (1 - exp(-v (t - u)))`, where `h` is the hazard of
/// the event and `v` the sum of the hazards; the integral over the rates of accrual up to `t` is in closed form.
///
/// # Input
/// Rates of accrual, hazards, and the time from the start of the study, all in one unit.
///
/// # Returns
/// Expected numbers; entered = events + lost + followed.
///
/// # Edge cases
/// Time 0: nobody.
///
/// # Errors
/// [`DesignError`] for hazards or a time out of range.
///
/// # References
/// Lachin and Foulkes, Biometrics 1986;42:507-19.
///
/// # Examples
/// ```
/// use engraft::estimate::design::{Accrual, AccrualPiece, Hazards, expected_counts};
/// // Two a month for a month, hazard 1: after two months 2 (1 - (exp(-1) - exp(-2))).
/// let accrual = Accrual::new(vec![AccrualPiece { until: 1.0, rate: 2.0 }])?;
/// let counts = expected_counts(&accrual, Hazards { event: 1.0, dropout: 0.0 }, 2.0)?;
/// assert!((counts.events - 2.0 * (1.0 - (-1.0_f64).exp() + (-2.0_f64).exp())).abs() < 1e-14);
/// # Ok::<(), engraft::estimate::design::DesignError>(())
/// ```
pub fn expected_counts(
    accrual: &Accrual,
    hazards: Hazards,
    time: f64,
) -> Result<ExpectedCounts, DesignError> {
    let hazards = hazards.check()?;
    not_negative("the time", time)?;
    let total = hazards.event + hazards.dropout;
    let mut counts = ExpectedCounts::default();
    let mut left = 0.0;
    for (from, to, rate) in accrual.before(time) {
        let entered = rate * (to - from);
        counts.enrolled += entered;
        left += entered * left_by(total, FollowUp { accrual: to - from, followup: time - to });
    }
    counts.events = left * (hazards.event / total);
    counts.dropouts = left * (hazards.dropout / total);
    counts.at_risk = (counts.enrolled - left).max(0.0);
    Ok(counts)
}

/// When so many events of all arms together are to be expected.
///
/// # Definition
/// The time at which the expected events of the arms add up to the number; by bisection to the last digit.
///
/// # Input
/// The accrual of everybody, and of each arm its hazards and its share of those who enter.
///
/// # Edge cases
/// More events than would ever come: `not_reached`. No events: time 0.
///
/// # Errors
/// As [`expected_counts`].
pub fn time_of_expected_events(
    accrual: &Accrual,
    arms: &[(Hazards, f64)],
    events: f64,
) -> Result<Quantity, DesignError> {
    not_negative("the number of events", events)?;
    let expected = |time: f64| -> Result<f64, DesignError> {
        arms.iter().try_fold(0.0, |sum, (hazards, share)| {
            Ok(sum + share * expected_counts(accrual, *hazards, time)?.events)
        })
    };
    let entered = accrual.before(f64::INFINITY).map(|(from, to, rate)| rate * (to - from)).sum::<f64>();
    let ever: f64 = arms
        .iter()
        .map(|(hazards, share)| share * entered * hazards.event / (hazards.event + hazards.dropout))
        .sum();
    if events >= ever {
        return Ok(Err(Absent::NotReached));
    }
    let (mut low, mut high) = (0.0, accrual.end());
    while expected(high)? < events {
        low = high;
        high *= 2.0;
    }
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return Ok(Ok(high));
        }
        if expected(middle)? < events { low = middle } else { high = middle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accrual(pieces: &[(f64, f64)]) -> Accrual {
        Accrual::new(pieces.iter().map(|&(until, rate)| AccrualPiece { until, rate }).collect()).unwrap()
    }

    const HAZARDS: Hazards = Hazards { event: 0.08, dropout: 0.02 };

    #[test]
    fn by_hand() {
        // Ten enter in the first unit, none in the second, with hazards ln 2 and none. At 3 the first half... the
        // mean chance of being free over entry times 0 to 1 is (2^-2 - 2^-3) / ln 2.
        let hazards = Hazards { event: core::f64::consts::LN_2, dropout: 0.0 };
        let counts = expected_counts(&accrual(&[(1.0, 10.0), (2.0, 0.0)]), hazards, 3.0).unwrap();
        assert_eq!((counts.enrolled, counts.dropouts), (10.0, 0.0));
        assert!((counts.at_risk - 10.0 * 0.125 / core::f64::consts::LN_2).abs() < 1e-13);
        assert!((counts.events + counts.at_risk - 10.0).abs() < 1e-14);
    }

    #[test]
    fn pieces_of_one_rate_are_one_piece() {
        let whole = accrual(&[(12.0, 5.0)]);
        let cut = accrual(&[(1.0, 5.0), (7.5, 5.0), (12.0, 5.0)]);
        for time in [0.0, 0.5, 7.5, 9.0, 12.0, 40.0] {
            let (one, other) = (
                expected_counts(&whole, HAZARDS, time).unwrap(),
                expected_counts(&cut, HAZARDS, time).unwrap(),
            );
            assert!((one.events - other.events).abs() < 1e-12, "{time}: {one:?} {other:?}");
            assert!((one.enrolled - one.events - one.dropouts - one.at_risk).abs() < 1e-12);
        }
        assert_eq!(expected_counts(&whole, HAZARDS, 0.0).unwrap(), ExpectedCounts::default());
        let given: Vec<_> = cut.pieces().iter().map(|piece| (piece.until, piece.rate)).collect();
        assert_eq!((given, cut.end()), (vec![(1.0, 5.0), (7.5, 5.0), (12.0, 5.0)], 12.0));
    }

    #[test]
    fn the_time_of_events_is_the_inverse() {
        let accrual = accrual(&[(6.0, 3.0), (12.0, 8.0)]);
        let arms = [(HAZARDS, 0.5), (Hazards { event: 0.04, ..HAZARDS }, 0.5)];
        let sum = |time| -> f64 {
            arms.iter().map(|(h, share)| share * expected_counts(&accrual, *h, time).unwrap().events).sum()
        };
        for events in [0.5, 10.0, 30.0, 45.0] {
            let time = time_of_expected_events(&accrual, &arms, events).unwrap().unwrap();
            assert!((sum(time) - events).abs() < 1e-10, "{events} at {time}");
        }
        // 66 enter; 4/5 and 2/3 of them ever have the event.
        let ever = 33.0 * (0.8 + 2.0 / 3.0);
        let [before, after] = [ever - 0.01, ever + 0.01]
            .map(|events| time_of_expected_events(&accrual, &arms, events).unwrap());
        assert!(before.is_ok() && after == Err(Absent::NotReached));
        assert_eq!(time_of_expected_events(&accrual, &arms, 0.0).unwrap().map(|time| time < 1e-9), Ok(true));
    }

    #[test]
    fn accrual_out_of_order_is_refused() {
        let piece = |until, rate| AccrualPiece { until, rate };
        assert_eq!(
            Accrual::new(vec![piece(6.0, 1.0), piece(6.0, 1.0)]),
            Err(DesignError::AccrualOrder { end: 6.0 })
        );
        assert!(Accrual::new(vec![piece(6.0, 0.0)]).is_err() && Accrual::new(vec![]).is_err());
        assert!(Accrual::new(vec![piece(6.0, -1.0)]).is_err());
        let accrual = accrual(&[(1.0, 1.0)]);
        assert!(expected_counts(&accrual, Hazards { event: 0.0, dropout: 0.0 }, 1.0).is_err());
        assert!(expected_counts(&accrual, HAZARDS, -1.0).is_err());
    }
}
