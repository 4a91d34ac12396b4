//! When a subject was transplanted and how long the data could follow.

use super::SynthOptions;
use super::draw::{Draw, whole};

/// A subject's place in the calendar; only the year and lengths are kept, no date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Calendar year of the first transplant.
    pub(super) year: i32,
    /// Day of the data cut, from the first infusion.
    pub(super) cutoff_day: i32,
    /// Last day on which the subject would be seen if alive.
    pub(super) sight_day: i32,
    /// Whether sight ends before the data cut, by loss.
    pub(super) sight: Sight,
}

/// How the sight of a living subject ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// With the data cut.
    Administrative,
    /// The subject was lost.
    Lost,
}

fn days_of(year: i32) -> i32 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if leap { 366 } else { 365 }
}

impl Entry {
    /// Entry uniform over the days of the years of transplantation.
    pub(super) fn draw(draw: &mut Draw, options: &SynthOptions) -> Self {
        let (first, last) = (options.first_year, options.last_year.max(options.first_year));
        let open: i32 = (first..=last).map(days_of).sum();
        let all: i32 = (first..=options.cutoff_year.max(last)).map(days_of).sum();
        let day = draw.whole(0, open - 1);
        let (mut year, mut left) = (first, day);
        while left >= days_of(year) {
            left -= days_of(year);
            year += 1;
        }
        let cutoff_day = all - day - 1;
        let seen = cutoff_day - draw.whole(0, (cutoff_day / 12).min(60));
        let rate = -libm::log(1.0 - options.lost_per_year.clamp(0.0, 0.99)) / 365.25;
        let waiting = draw.exponential();
        let lost = if rate > 0.0 { 100 + whole(waiting / rate) } else { i32::MAX };
        let sight = if lost < seen { Sight::Lost } else { Sight::Administrative };
        Self { year, cutoff_day, sight_day: seen.min(lost), sight }
    }
}
