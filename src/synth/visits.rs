//! On which days a subject's blood is drawn.

use super::course::{Course, Rescue};
use super::draw::Draw;

/// How closely a test is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Interest {
    /// The disorder does not touch the lineage.
    Low,
    /// A marker of the disorder.
    Marker,
    /// A lineage that the disorder touches.
    High,
}

/// Days after day 100 on which outpatients come, and how much interest a test needs to be drawn.
const CLINIC: &[(i32, Interest)] = &[
    (130, Interest::High),
    (180, Interest::Low),
    (270, Interest::Marker),
    (365, Interest::Low),
    (456, Interest::High),
    (548, Interest::Marker),
    (639, Interest::High),
    (730, Interest::Low),
    (912, Interest::High),
    (1095, Interest::Marker),
    (1278, Interest::High),
    (1460, Interest::Low),
    (1825, Interest::Marker),
];

/// The calendar of one subject.
#[derive(Debug, Clone)]
pub(super) struct Visits {
    before: i32,
    clinic: Vec<(i32, Interest)>,
    relapse_day: Option<i32>,
    failure_days: Option<(i32, i32)>,
    last: i32,
}

impl Visits {
    /// Draws the calendar, shared by all tests of the subject.
    pub(super) fn draw(draw: &mut Draw, cond_start: i32, course: &Course) -> Self {
        let last = course.last_contact;
        let mut clinic = Vec::with_capacity(24);
        for &(day, interest) in CLINIC {
            clinic.push((day + draw.whole(-8, 8), interest));
        }
        for year in 6..=(last / 365) {
            clinic.push((year * 365 + draw.whole(-20, 20), Interest::Marker));
        }
        let failure_days = course.failure.map(|failure| match failure.rescue {
            Rescue::Second { day, recovery } => (failure.day, day + recovery + 3),
            Rescue::Own { day } => (failure.day, day + 7),
            Rescue::None => (failure.day, failure.day + 60),
        });
        let before = cond_start - draw.whole(1, 4);
        Self { before, clinic, relapse_day: course.relapse_day, failure_days, last }
    }

    /// Days of a test: daily (or every `step` days) to `dense_until`, then by interest.
    pub(super) fn days(&self, interest: Interest, step: i32, dense_until: i32) -> Vec<i32> {
        let mut days = vec![self.before];
        if interest > Interest::Low {
            days.push(self.before - 21);
        }
        let mut day = 0;
        while interest != Interest::Marker && day <= dense_until {
            days.push(day);
            day += step;
        }
        let weekly = if interest == Interest::High { 7 } else { 14 };
        let mut day = 28;
        while day <= 98 {
            days.push(day);
            day += weekly;
        }
        days.push(100);
        days.extend(self.clinic.iter().filter(|(_, needed)| *needed <= interest).map(|(day, _)| *day));
        if let Some(day) = self.relapse_day.filter(|_| interest > Interest::Low) {
            days.extend([0, 2, 7, 14, 30, 60, 90].map(|after| day + after));
        }
        if let Some((from, to)) = self.failure_days.filter(|_| interest != Interest::Marker) {
            let mut day = from - 8;
            while day <= to {
                days.push(day);
                day += step.max(if day < from { 2 } else { 1 });
            }
        }
        days.retain(|day| *day <= self.last);
        days.sort_unstable();
        days.dedup();
        days
    }
}
