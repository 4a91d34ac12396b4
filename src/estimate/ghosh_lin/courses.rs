//! Rows of subjects -> what happens to whom at each time.

/// How a stretch of observation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CourseEnd {
    /// With a recurrent event; the subject may go on.
    Recurrent,
    /// Without an event.
    Open,
    /// With the terminal event.
    Terminal,
}

/// A stretch `(entry, exit]` of a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CourseRow {
    /// The subject, by any number.
    pub subject: u32,
    /// Start, exclusive; none is from the beginning, time 0 included.
    pub entry: Option<f64>,
    /// End, inclusive.
    pub exit: f64,
    /// How it ends.
    pub end: CourseEnd,
}

/// A row that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct CourseError {
    /// Position of the row, from 0.
    pub row: usize,
    /// What is wrong with it.
    pub fault: CourseFault,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CourseFault {
    /// A time that is not a finite number from 0 on.
    #[error("a time is not a number of 0 or more")]
    NoTime,
    /// It begins before the row before it ends.
    #[error("the intervals of the subject overlap")]
    Overlap,
    /// Its subject had the terminal event before.
    #[error("the subject had the terminal event before")]
    AfterTerminal,
    /// Its entry is not before its exit.
    #[error("the entry is not before the time")]
    NotAtRisk,
}

/// What happens at a time, subjects by their place from 0 in rising order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Moment {
    pub(super) time: f64,
    /// At risk from the time before on.
    pub(super) entering: Vec<usize>,
    /// With a recurrent event; one who has two stands there twice.
    pub(super) recurrent: Vec<usize>,
    /// With the terminal event.
    pub(super) terminal: Vec<usize>,
    /// At risk up to here.
    pub(super) leaving: Vec<usize>,
    /// Whose observation ends without a terminal event.
    pub(super) censored: u64,
}

/// A time at risk of a subject without a break.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stay {
    subject: usize,
    entry: Option<f64>,
    exit: f64,
}

/// The subjects of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Courses {
    subjects: usize,
    stays: Vec<Stay>,
    recurrent: Vec<(f64, usize)>,
    terminal: Vec<(f64, usize)>,
    /// Every end of a row, in order, each once.
    times: Vec<f64>,
    censored: Vec<f64>,
}

impl Courses {
    pub(super) fn new(rows: &[CourseRow]) -> Result<Self, CourseError> {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let start = |row: &CourseRow| row.entry.unwrap_or(f64::NEG_INFINITY);
        order.sort_by(|a, b| {
            let (a, b) = (&rows[*a], &rows[*b]);
            let times = start(a).total_cmp(&start(b)).then(a.exit.total_cmp(&b.exit));
            a.subject.cmp(&b.subject).then(times).then(a.end.cmp(&b.end))
        });
        let mut courses = Self::default();
        let mut before: Option<&CourseRow> = None;
        for (position, row) in order.iter().map(|at| (*at, &rows[*at])) {
            let same = before.filter(|before| before.subject == row.subject);
            check(row, same).map_err(|fault| CourseError { row: position, fault })?;
            if same.is_none() {
                courses.end_of(before);
            }
            courses.add(row, same);
            before = Some(row);
        }
        courses.end_of(before);
        let by_time = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        courses.recurrent.sort_by(by_time);
        courses.terminal.sort_by(by_time);
        courses.times.sort_by(f64::total_cmp);
        courses.times.dedup();
        Ok(courses)
    }

    fn add(&mut self, row: &CourseRow, before: Option<&CourseRow>) {
        let subject = match before {
            Some(_) => self.subjects - 1,
            None => {
                self.subjects += 1;
                self.subjects - 1
            }
        };
        self.times.push(row.exit);
        match self.stays.last_mut() {
            Some(stay) if before.is_some() && row.entry == Some(stay.exit) => stay.exit = row.exit,
            _ => self.stays.push(Stay { subject, entry: row.entry, exit: row.exit }),
        }
        match row.end {
            CourseEnd::Recurrent => self.recurrent.push((row.exit, subject)),
            CourseEnd::Terminal => self.terminal.push((row.exit, subject)),
            CourseEnd::Open => {}
        }
    }

    /// The last row of a subject tells whether its observation ended with the terminal event.
    fn end_of(&mut self, last: Option<&CourseRow>) {
        self.censored.extend(last.filter(|row| row.end != CourseEnd::Terminal).map(|row| row.exit));
    }

    pub(super) fn subjects(&self) -> usize {
        self.subjects
    }

    /// How many have entered before a time and not left before it.
    pub(super) fn at_risk_just_before(&self, time: f64) -> u64 {
        let at_risk = |stay: &&Stay| stay.entry.is_none_or(|entry| entry < time) && stay.exit >= time;
        self.stays.iter().filter(at_risk).count() as u64
    }

    /// What happens at each time, in order.
    pub(super) fn moments(&self) -> Vec<Moment> {
        let mut moments: Vec<Moment> =
            self.times.iter().map(|time| Moment { time: *time, ..Moment::default() }).collect();
        let at = |time: f64| self.times.partition_point(|known| *known < time);
        for stay in &self.stays {
            // The first time after the entry is at most that of the exit.
            let from = stay.entry.map_or(0, |entry| self.times.partition_point(|known| *known <= entry));
            moments[from].entering.push(stay.subject);
            moments[at(stay.exit)].leaving.push(stay.subject);
        }
        self.recurrent.iter().for_each(|(time, subject)| moments[at(*time)].recurrent.push(*subject));
        self.terminal.iter().for_each(|(time, subject)| moments[at(*time)].terminal.push(*subject));
        self.censored.iter().for_each(|time| moments[at(*time)].censored += 1);
        moments
    }
}

fn check(row: &CourseRow, before: Option<&CourseRow>) -> Result<(), CourseFault> {
    let is_time = |time: f64| time.is_finite() && time >= 0.0;
    if !is_time(row.exit) || !row.entry.is_none_or(is_time) {
        return Err(CourseFault::NoTime);
    }
    let again = before.is_some_and(|before| before.exit.total_cmp(&row.exit).is_eq());
    let late = row.entry.is_some_and(|entry| entry > row.exit || (entry >= row.exit && !again));
    match before {
        Some(before) if before.end == CourseEnd::Terminal => Err(CourseFault::AfterTerminal),
        Some(before) if row.entry.is_none_or(|entry| entry < before.exit) => Err(CourseFault::Overlap),
        _ if late => Err(CourseFault::NotAtRisk),
        _ => Ok(()),
    }
}
