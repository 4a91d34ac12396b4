//! Which of the events that may have happened is the one that counts.

/// Where a time came from.
pub(super) type Source = &'static str;

/// A day, and the day of what confirms it, with all that belongs to that: from then on it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Confirmed {
    /// The day.
    pub(super) day: i32,
    /// The day of what confirms it.
    pub(super) confirmed: i32,
}

impl Confirmed {
    /// What is known on its day.
    pub(super) fn at_once(day: i32) -> Self {
        Self { day, confirmed: day }
    }
}

/// How an endpoint ended for a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Day of the event, or of censoring.
    pub(super) day: i32,
    /// 0 censored, `i` the `i`-th cause.
    pub(super) cause: u32,
    /// Where the day came from.
    pub(super) source: Source,
    /// What it was, by its place among the parts of the endpoint; none where censored.
    pub(super) part: Option<usize>,
    /// The day from which the days count, from transplant.
    pub(super) origin: Confirmed,
    /// The day, from transplant, from which it is known that it ended so.
    pub(super) known: i32,
}

/// An event that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its day.
    pub(super) day: i32,
    /// `i` for the `i`-th cause of the endpoint.
    pub(super) cause: u32,
    /// Where the day came from.
    pub(super) source: Source,
    /// Its place among the parts of the endpoint.
    pub(super) part: usize,
    /// The day, from transplant, from which it is known.
    pub(super) known: i32,
}

/// The last day on which an event could have been seen, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// The day.
    pub(super) day: i32,
    /// Where it came from.
    pub(super) source: Source,
}

impl End {
    /// The earlier of this end and that day; this one if they are the same.
    pub(super) fn at_most(self, day: Option<i32>, source: Source) -> Self {
        match day {
            Some(day) if day < self.day => Self { day, source },
            _ => self,
        }
    }
}

/// The earliest candidate up to the end of follow-up, or censoring at the end. On the same day the
/// candidate that is named first wins, and every event wins over censoring. No time is below 0. That it ended so is
/// known with the first candidate of its cause that is.
pub(super) fn first_event(candidates: &[Candidate], end: End) -> Outcome {
    let last = end.day.max(0);
    let mut outcome = Outcome {
        day: last,
        cause: 0,
        source: end.source,
        part: None,
        origin: Confirmed::default(),
        known: end.day,
    };
    let counted = || candidates.iter().filter(|candidate| candidate.day <= last);
    for candidate in counted() {
        let day = candidate.day.max(0);
        if outcome.cause == 0 || day < outcome.day {
            let Candidate { cause, source, part, .. } = *candidate;
            outcome = Outcome { day, cause, source, part: Some(part), ..outcome };
        }
    }
    let of_cause = counted().filter(|candidate| candidate.cause == outcome.cause);
    outcome.known = of_cause.map(|candidate| candidate.known).min().unwrap_or(outcome.known);
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: End = End { day: 100, source: "end" };

    fn candidate(day: i32, cause: u32) -> Candidate {
        Candidate { day, cause, source: "event", part: 0, known: day }
    }

    #[test]
    fn the_earliest_wins_and_a_tie_goes_to_the_first_named() {
        assert_eq!(first_event(&[candidate(50, 1), candidate(20, 2)], END).cause, 2);
        assert_eq!(first_event(&[candidate(20, 2), candidate(20, 1)], END).cause, 2);
    }

    #[test]
    fn an_event_is_known_with_the_first_of_its_cause_that_is() {
        let late = Candidate { known: 60, ..candidate(50, 1) };
        assert_eq!(first_event(&[late], END).known, 60);
        assert_eq!(first_event(&[late, candidate(55, 1)], END).known, 55);
        assert_eq!(first_event(&[late, candidate(52, 2)], END).known, 60);
        assert_eq!(first_event(&[late, Candidate { known: 20, ..candidate(101, 1) }], END).known, 60);
    }

    #[test]
    fn an_event_on_the_last_day_counts_and_later_ones_do_not() {
        assert_eq!(first_event(&[candidate(100, 1)], END).cause, 1);
        let origin = Confirmed::default();
        let censored = Outcome { day: 100, cause: 0, source: "end", part: None, origin, known: 100 };
        assert_eq!(first_event(&[candidate(101, 1)], END), censored);
        assert_eq!(first_event(&[], END), censored);
    }

    #[test]
    fn no_time_is_below_zero() {
        let end = End { day: -3, source: "end" };
        assert_eq!(first_event(&[], end).day, 0);
        let origin = Confirmed::default();
        let event = Outcome { day: 0, cause: 1, source: "event", part: Some(0), origin, known: -3 };
        assert_eq!(first_event(&[candidate(-3, 1)], end), event);
    }
}
