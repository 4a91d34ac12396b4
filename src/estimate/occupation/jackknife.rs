//! The infinitesimal jackknife: what one subject more, ever so little, would change.

use super::Target;
use super::course::Course;
use super::history::{History, Stay};

/// The variance of the target in each state: the sum over subjects of the squared influence.
///
/// # Definition
/// The influence of a subject is the derivative of the target by its weight. At a step from `h`, whoever is
/// in `h` adds `p_h / n_h ((goes to) - H_h) G`, where `H_h` is the row of the transition matrix and `G` what the
/// rest of the course makes of each state: the matrix of all later steps, or the expected times in each
/// state from there to the horizon. Whoever is there from the origin adds what its first state is worth
/// above the mean.
///
/// `G` is found backwards, once a target; the part of those who stay is summed up along the course, so that
/// a stay costs one difference however long it is.
pub(super) fn variance(history: &History, course: &Course, target: Target) -> Vec<f64> {
    let worth = Worth::new(history, course, target);
    let mut variance = vec![0.0; history.states()];
    let mut place = 0;
    for stays in history.each_subject() {
        let mut influence = vec![0.0; history.states()];
        if history.from_origin(stays) {
            worth.add_start(&mut influence, stays[0].from);
        }
        for stay in stays {
            worth.add_stay(&mut influence, course, (place, stay));
            place += 1;
        }
        let weight = stays[0].count as f64;
        for (sum, value) in variance.iter_mut().zip(influence) {
            *sum += weight * value * value;
        }
    }
    variance
}

/// What states are worth to the target along the course.
struct Worth {
    states: usize,
    reach: usize,
    /// After each step, and before the first: `[step][state][target]`.
    after: Vec<f64>,
    /// Of those who stay, summed up before each step: `[step][state][target]`.
    staying: Vec<f64>,
    /// Mean at the origin.
    mean: Vec<f64>,
    from_origin: f64,
}

impl Worth {
    fn new(history: &History, course: &Course, target: Target) -> Self {
        let (states, reach) = (history.states(), course.steps_to(target.time()));
        let block = states * states;
        let from_origin = history.each_subject().filter(|stays| history.from_origin(stays));
        let mut worth = Self {
            states,
            reach,
            after: vec![0.0; (reach + 1) * block],
            staying: vec![0.0; (reach + 1) * block],
            mean: vec![0.0; states],
            from_origin: from_origin.map(|stays| stays[0].count as f64).sum(),
        };
        let here = |steps| match target {
            Target::At(_) => 0.0,
            Target::AreaTo(tau) => course.lasting(steps, tau),
        };
        let last = if let Target::At(_) = target { 1.0 } else { here(reach) };
        for state in 0..states {
            worth.after[reach * block + state * states + state] = last;
        }
        for place in (0..reach).rev() {
            worth.go_back(course, place, here(place));
        }
        for place in 0..reach {
            worth.sum_staying(course, place);
        }
        for (state, p) in course.probabilities(0).iter().enumerate() {
            let row = worth.row(0, state).to_vec();
            worth.mean.iter_mut().zip(row).for_each(|(mean, value)| *mean += p * value);
        }
        worth
    }

    /// What each state is worth after so many steps.
    fn row(&self, steps: usize, state: usize) -> &[f64] {
        let begin = (steps * self.states + state) * self.states;
        &self.after[begin..begin + self.states]
    }

    fn staying(&self, steps: usize, state: usize) -> &[f64] {
        let begin = (steps * self.states + state) * self.states;
        &self.staying[begin..begin + self.states]
    }

    /// The worth before a step from that after it.
    fn go_back(&mut self, course: &Course, place: usize, lasting: f64) {
        let block = self.states * self.states;
        let (before, after) = self.after.split_at_mut((place + 1) * block);
        let (before, after) = (&mut before[place * block..], &after[..block]);
        before.copy_from_slice(after);
        for state in course.step(place).left() {
            let row = &mut before[state * self.states..][..self.states];
            row.fill(0.0);
            for (to, share) in course.step(place).row(state).into_iter().enumerate() {
                let worth = &after[to * self.states..][..self.states];
                row.iter_mut().zip(worth).for_each(|(cell, value)| *cell += share * value);
            }
        }
        for state in 0..self.states {
            before[state * self.states + state] += lasting;
        }
    }

    /// Who is in a state at a step and stays there gains what the mover loses, shared by all.
    fn sum_staying(&mut self, course: &Course, place: usize) {
        let block = self.states * self.states;
        self.staying.copy_within(place * block..(place + 1) * block, (place + 1) * block);
        let (step, p) = (course.step(place), course.probabilities(place));
        for one in step.moves.iter().filter(|one| p[one.from] > 0.0) {
            let weight = p[one.from] / step.at_risk[one.from] as f64 * step.share(one);
            for target in 0..self.states {
                let gained = self.row(place + 1, one.to)[target] - self.row(place + 1, one.from)[target];
                self.staying[(place + 1) * block + one.from * self.states + target] -= weight * gained;
            }
        }
    }

    fn add_start(&self, influence: &mut [f64], state: usize) {
        for ((sum, value), mean) in influence.iter_mut().zip(self.row(0, state)).zip(&self.mean) {
            *sum += (value - mean) / self.from_origin;
        }
    }

    fn add_stay(&self, influence: &mut [f64], course: &Course, (place, stay): (usize, &Stay)) {
        let (first, end) = course.span(place);
        let until = end.min(self.reach);
        if first >= until {
            return;
        }
        let (to_there, to_here) = (self.staying(until, stay.from), self.staying(first, stay.from));
        for ((sum, end), begin) in influence.iter_mut().zip(to_there).zip(to_here) {
            *sum += end - begin;
        }
        let Some(to) = stay.to.filter(|_| end <= self.reach) else { return };
        let weight =
            course.probabilities(end - 1)[stay.from] / course.step(end - 1).at_risk[stay.from] as f64;
        for ((sum, there), here) in influence.iter_mut().zip(self.row(end, to)).zip(self.row(end, stay.from))
        {
            *sum += weight * (there - here);
        }
    }
}
