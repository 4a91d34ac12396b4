//! From rated days to confirmed response and confirmed loss.

use super::super::canonical::Span;
use super::rules::CONFIRMATION;

/// The status of a subject on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rating {
    /// No response.
    No,
    /// Response.
    Response,
    /// Counts of a complete response, but something that it needs is not known: a response that
    /// does not contradict a complete one.
    Unconfirmed,
    /// Complete response.
    Complete,
}

/// A rating and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rated {
    pub(super) day: i32,
    pub(super) rating: Rating,
}

/// A response that two values at least 7 days apart confirm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Complete or not.
    Any,
    /// Complete.
    Complete,
}

impl Level {
    fn qualifies(self, rating: Rating) -> bool {
        match self {
            Self::Any => rating >= Rating::Response,
            Self::Complete => rating == Rating::Complete,
        }
    }

    fn contradicts(self, rating: Rating) -> bool {
        match self {
            Self::Any => rating == Rating::No,
            Self::Complete => rating < Rating::Unconfirmed,
        }
    }
}

/// The first qualifying day that a qualifying value at least 7 days later confirms, with nothing
/// between that contradicts: no worse rating, no bleeding.
pub(super) fn confirmed(ratings: &[Rated], level: Level, bleeds: &[Span]) -> Option<i32> {
    let mut first: Option<i32> = None;
    let mut bleeds = bleeds.iter().peekable();
    for rated in ratings {
        while let Some(bleed) = bleeds.next_if(|bleed| bleed.start <= rated.day) {
            first = first.filter(|first| bleed.end < *first);
        }
        if level.contradicts(rated.rating) {
            first = None;
        } else if level.qualifies(rated.rating) {
            match first {
                Some(first) if rated.day - first >= CONFIRMATION => return Some(first),
                Some(_) => {}
                None => first = Some(rated.day),
            }
        }
    }
    None
}

/// The first of two successive ratings of no response after a day.
pub(super) fn lost(ratings: &[Rated], after: i32) -> Option<i32> {
    ratings
        .windows(2)
        .find(|pair| pair[0].day > after && pair.iter().all(|rated| rated.rating == Rating::No))
        .map(|pair| pair[0].day)
}

#[cfg(test)]
mod tests {
    use super::Rating::{Complete, No, Response, Unconfirmed};
    use super::*;

    fn ratings(values: &[(i32, Rating)]) -> Vec<Rated> {
        values.iter().map(|&(day, rating)| Rated { day, rating }).collect()
    }

    #[test]
    fn a_second_value_seven_days_later_confirms() {
        let series = ratings(&[(20, No), (30, Response), (36, Response), (37, Complete)]);
        assert_eq!(confirmed(&series, Level::Any, &[]), Some(30));
        assert_eq!(confirmed(&series[..3], Level::Any, &[]), None);
        assert_eq!(confirmed(&series, Level::Complete, &[]), None);
    }

    #[test]
    fn what_lies_between_can_contradict() {
        let series = ratings(&[(30, Complete), (33, No), (40, Complete), (50, Complete)]);
        assert_eq!(confirmed(&series, Level::Any, &[]), Some(40));
        let bleed = [Span { start: 35, end: 35 }];
        let series = ratings(&[(30, Complete), (40, Complete), (50, Complete)]);
        assert_eq!(confirmed(&series, Level::Any, &bleed), Some(40));
        let earlier = [Span { start: 10, end: 29 }];
        assert_eq!(confirmed(&series, Level::Any, &earlier), Some(30));
    }

    #[test]
    fn an_unconfirmed_value_neither_confirms_nor_contradicts_a_complete_response() {
        let series = ratings(&[(30, Complete), (38, Unconfirmed), (45, Complete)]);
        assert_eq!(confirmed(&series, Level::Complete, &[]), Some(30));
        assert_eq!(confirmed(&series[..2], Level::Complete, &[]), None);
        assert_eq!(confirmed(&series[..2], Level::Any, &[]), Some(30));
        let series = ratings(&[(30, Complete), (38, Response), (45, Complete)]);
        assert_eq!(confirmed(&series, Level::Complete, &[]), None);
    }

    #[test]
    fn two_successive_failures_are_a_loss() {
        let series =
            ratings(&[(5, No), (10, No), (30, Response), (60, No), (61, Response), (90, No), (91, No)]);
        assert_eq!(lost(&series, 30), Some(90));
        assert_eq!(lost(&series[..6], 30), None);
    }
}
