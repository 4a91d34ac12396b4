//! The sum over subjects of their squared influence, kept up to date as subjects come, go and have events.
//!
//! All at risk lose the same at each time (the compensator), so that only those with an event, an entry or an
//! exit are touched: the work is one step a row, not one a subject and time.

/// What the influence of a subject is a linear form of: the sums of `S/Y dM`, `1/Y dM^D` and `mu/Y dM^D`.
type Parts = [f64; 3];

/// Sums over some subjects.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    first: Parts,
    second: [Parts; 3],
}

impl Sums {
    fn add(&mut self, parts: Parts, sign: f64) {
        for (row, part) in parts.iter().enumerate() {
            self.first[row] += sign * part;
            for (column, other) in parts.iter().enumerate() {
                self.second[row][column] += sign * part * other;
            }
        }
    }

    fn of_squares(&self, form: Parts) -> f64 {
        form.iter().zip(&self.second).map(|(weight, row)| weight * product(form, *row)).sum()
    }
}

fn product(left: Parts, right: Parts) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

/// The parts of every subject.
#[derive(Debug)]
pub(super) struct Influence {
    /// Of one at risk: less the compensator so far; of another: as it stands.
    parts: Vec<Parts>,
    compensator: Parts,
    at_risk: u64,
    sums_at_risk: Sums,
    sums_away: Sums,
}

impl Influence {
    pub(super) fn new(subjects: usize) -> Self {
        Self {
            parts: vec![Parts::default(); subjects],
            compensator: Parts::default(),
            at_risk: 0,
            sums_at_risk: Sums::default(),
            sums_away: Sums::default(),
        }
    }

    pub(super) fn at_risk(&self) -> u64 {
        self.at_risk
    }

    /// A subject comes to be at risk.
    pub(super) fn enter(&mut self, subject: usize) {
        let parts = &mut self.parts[subject];
        self.sums_away.add(*parts, -1.0);
        parts.iter_mut().zip(self.compensator).for_each(|(part, lost)| *part += lost);
        self.sums_at_risk.add(*parts, 1.0);
        self.at_risk += 1;
    }

    /// A subject is no longer at risk.
    pub(super) fn leave(&mut self, subject: usize) {
        let parts = &mut self.parts[subject];
        self.sums_at_risk.add(*parts, -1.0);
        parts.iter_mut().zip(self.compensator).for_each(|(part, lost)| *part -= lost);
        self.sums_away.add(*parts, 1.0);
        self.at_risk -= 1;
    }

    /// Everybody at risk loses this much.
    pub(super) fn compensate(&mut self, lost: Parts) {
        self.compensator.iter_mut().zip(lost).for_each(|(sum, lost)| *sum += lost);
    }

    /// A subject at risk gains this much.
    pub(super) fn jump(&mut self, subject: usize, gained: Parts) {
        let parts = &mut self.parts[subject];
        self.sums_at_risk.add(*parts, -1.0);
        parts.iter_mut().zip(gained).for_each(|(part, gained)| *part += gained);
        self.sums_at_risk.add(*parts, 1.0);
    }

    /// The sum over all subjects of the square of this form of their parts.
    pub(super) fn sum_of_squares(&self, form: Parts) -> f64 {
        let lost = product(form, self.compensator);
        let at_risk = self.sums_at_risk.of_squares(form)
            - 2.0 * lost * product(form, self.sums_at_risk.first)
            + self.at_risk as f64 * lost * lost;
        (at_risk + self.sums_away.of_squares(form)).max(0.0)
    }
}
