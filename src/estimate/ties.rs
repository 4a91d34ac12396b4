//! Times that differ by rounding only are one time.

use super::{EstimateError, Interval};

/// Whole numbers below this cannot be tied: their gap of 1 exceeds the tolerance times any mean.
const WHOLE_SAFE: f64 = 67_108_864.0;

/// Which time stands for which.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TieMap {
    /// The times that stand for themselves, ascending; empty when no two are tied.
    cuts: Vec<f64>,
}

/// Finds the times that are one time but for rounding.
///
/// # Definition
/// Of the sorted distinct times, neighbours are tied when their gap, or their gap divided by the mean
/// of the absolute distinct times, is at most the square root of the machine epsilon. The first of a
/// run of tied times stands for all of it.
///
/// # Input
/// All entry and exit times of the file together, before grouping. They are sorted and made distinct in
/// place; times that are not finite are dropped.
///
/// # Returns
/// The map; it does nothing when no times are tied (whole days never are).
///
/// # References
/// R: `survival::aeqSurv`.
///
/// # Examples
/// ```
/// use engraft::estimate::tie_times;
/// let map = tie_times(&mut vec![0.3, 0.1 + 0.2, 1.0]);
/// assert_eq!(map.resolve(0.1 + 0.2), 0.3);
/// ```
pub fn tie_times(times: &mut Vec<f64>) -> TieMap {
    times.retain(|time| time.is_finite());
    if times.iter().all(|time| time.abs() < WHOLE_SAFE && libm::trunc(*time).total_cmp(time).is_eq()) {
        return TieMap::default();
    }
    for time in times.iter_mut() {
        *time += 0.0; // -0 is 0
    }
    times.sort_unstable_by(f64::total_cmp);
    times.dedup();
    let tolerance = libm::sqrt(f64::EPSILON);
    let mean = times.iter().map(|time| time.abs()).sum::<f64>() / times.len() as f64;
    let tied = |pair: &[f64]| {
        let gap = pair[1] - pair[0];
        gap <= tolerance || gap / mean <= tolerance
    };
    if !times.windows(2).any(tied) {
        return TieMap::default();
    }
    let later = times.windows(2).filter(|pair| !tied(pair)).map(|pair| pair[1]);
    TieMap { cuts: times.first().copied().into_iter().chain(later).collect() }
}

impl TieMap {
    /// The time that stands for `time`, which is one of those the map was made from.
    pub fn resolve(&self, time: f64) -> f64 {
        let after = self.cuts.partition_point(|cut| *cut <= time);
        if after == 0 { time } else { self.cuts[after - 1] }
    }

    /// Whether no two times are tied.
    pub fn is_identity(&self) -> bool {
        self.cuts.is_empty()
    }

    /// Ties the ends of an interval.
    ///
    /// # Errors
    /// [`EstimateError::CollapsedInterval`], naming `index`, when entry and exit become one time.
    pub fn tie(&self, interval: &Interval, index: usize) -> Result<Interval, EstimateError> {
        let entry = interval.entry.map(|entry| self.resolve(entry));
        let exit = self.resolve(interval.exit);
        match (interval.entry, entry) {
            (Some(before), Some(after)) if before < interval.exit && after >= exit => {
                Err(EstimateError::CollapsedInterval { index, entry: before, exit: interval.exit })
            }
            _ => Ok(Interval { entry, exit, ..*interval }),
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "one time stands for another exactly")]
mod tests {
    use super::*;

    #[test]
    fn days_in_years_are_the_same_times() {
        let days = [30.0, 100.0, 365.0, 1461.0];
        // The same day by two ways of computing it.
        let mut years: Vec<f64> = days.iter().flat_map(|day| [day / 365.25, day * (1.0 / 365.25)]).collect();
        let map = tie_times(&mut years);
        for day in days {
            assert_eq!(map.resolve(day / 365.25), map.resolve(day * (1.0 / 365.25)));
        }
    }

    #[test]
    fn relative_to_the_mean_of_all_times() {
        // gap 1e-5, mean 667: 1.4993e-8 > 1.4901e-8, so these stay three times
        assert!(tie_times(&mut vec![1.0, 1000.0, 1000.00001]).is_identity());
        // without the 1 the mean is 1000 and they are tied
        let map = tie_times(&mut vec![1000.0, 1000.00001]);
        assert_eq!(map.resolve(1000.00001), 1000.0);
    }

    #[test]
    fn the_first_of_a_run_stands_for_it() {
        let map = tie_times(&mut vec![5.0, 1.0, 1.0 + 1.2e-8, 1.0 + 2.4e-8, 1.5]);
        assert_eq!(map.resolve(1.0 + 2.4e-8), 1.0);
        assert_eq!(map.resolve(1.5), 1.5);
        assert_eq!(map.resolve(5.0), 5.0);
    }

    #[test]
    fn a_collapsed_interval_is_an_error_that_names_the_row() {
        let map = tie_times(&mut vec![1.0, 1.0 + 1e-9, 2.5]);
        let error = map.tie(&Interval::delayed(1.0, 1.0 + 1e-9, 1), 7).unwrap_err();
        assert!(matches!(error, EstimateError::CollapsedInterval { index: 7, .. }));
        assert_eq!(map.tie(&Interval::delayed(1.0 + 1e-9, 2.5, 0), 0).unwrap().entry, Some(1.0));
        // One that was empty before is not of this making.
        assert!(map.tie(&Interval::delayed(2.5, 2.5, 0), 0).is_ok());
    }

    #[test]
    fn nothing_and_whole_days_pass() {
        assert!(tie_times(&mut vec![]).is_identity());
        assert!(tie_times(&mut vec![3.0, 4.0]).is_identity());
        // R: aeqSurv(Surv(c(1e8, 1e8 + 1))) makes them one; a day apart below 2^26 they are two.
        assert_eq!(tie_times(&mut vec![1e8, 1e8 + 1.0]).resolve(1e8 + 1.0), 1e8);
        assert!(tie_times(&mut vec![67_108_862.0, 67_108_863.0]).is_identity());
        assert!(tie_times(&mut vec![-0.0, 0.3, 0.1 + 0.2]).resolve(0.0).is_sign_positive());
        assert_eq!(TieMap::default().resolve(4.25), 4.25);
    }
}
