//! The transitions in the order of time, and the probabilities that follow from them.

use std::collections::BTreeMap;

use super::ROUNDING;
use super::history::{History, Stay};

/// Transitions of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The state that is left.
    pub from: usize,
    /// The state that is entered.
    pub to: usize,
    /// How often.
    pub count: u64,
}

/// A time at which somebody changes state.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// Under observation in each state just before.
    pub(super) at_risk: Vec<u64>,
    /// What happens.
    pub(super) moves: Vec<Move>,
}

/// The times of transitions with what happens at each, and the probabilities between them.
#[derive(Debug, Clone)]
pub(super) struct Course {
    times: Vec<f64>,
    steps: Vec<Step>,
    /// Before the first step, and after each.
    probabilities: Vec<Vec<f64>>,
    origin: f64,
    /// For each stay the steps that it lasts through: from the first after its entry to the last at its exit.
    spans: Vec<(usize, usize)>,
    /// For each state the step at which it was first left or entered with any probability.
    first_touch: Vec<Option<usize>>,
}

impl Step {
    /// The share of those in the state left that make a move.
    pub(super) fn share(&self, one: &Move) -> f64 {
        one.count as f64 / self.at_risk[one.from] as f64
    }

    /// The row of the transition matrix of a state: where those in it are just after.
    pub(super) fn row(&self, state: usize) -> Vec<f64> {
        let mut row = vec![0.0; self.at_risk.len()];
        let mut left = 0;
        for one in self.moves.iter().filter(|one| one.from == state) {
            row[one.to] = self.share(one);
            left += one.count;
        }
        // A quotient of counts, so that a state that all leave is left with nothing.
        row[state] = if left == 0 {
            1.0
        } else {
            self.at_risk[state].saturating_sub(left) as f64 / self.at_risk[state] as f64
        };
        row
    }

    /// The states that somebody leaves, each once.
    pub(super) fn left(&self) -> Vec<usize> {
        let mut states: Vec<usize> = self.moves.iter().map(|one| one.from).collect();
        states.dedup();
        states
    }
}

impl Course {
    /// The course of a group.
    pub(super) fn new(history: &History) -> Self {
        let mut happening: BTreeMap<u64, BTreeMap<(usize, usize), u64>> = BTreeMap::new();
        for stay in history.stays() {
            if let Some(to) = stay.to {
                // The bits of numbers that are not negative sort like the numbers.
                let moves = happening.entry((stay.exit + 0.0).to_bits()).or_default();
                *moves.entry((stay.from, to)).or_default() += stay.count;
            }
        }
        let times: Vec<f64> = happening.keys().map(|bits| f64::from_bits(*bits)).collect();
        let step = |(time, moves): (&f64, &BTreeMap<(usize, usize), u64>)| Step {
            at_risk: (0..history.states()).map(|state| history.at_risk_just_before(state, *time)).collect(),
            moves: moves
                .iter()
                .map(|((from, to), count)| Move { from: *from, to: *to, count: *count })
                .collect(),
        };
        let steps: Vec<Step> = times.iter().zip(happening.values()).map(step).collect();
        let span = |stay: &Stay| {
            let first = stay.entry.map_or(0, |entry| times.partition_point(|time| *time <= entry));
            (first, times.partition_point(|time| *time <= stay.exit))
        };
        let spans = history.stays().iter().map(span).collect();
        let mut course = Self {
            spans,
            probabilities: vec![start(history)],
            origin: history.origin().unwrap_or(0.0),
            first_touch: vec![None; history.states()],
            times,
            steps,
        };
        course.follow();
        course
    }

    /// Multiplies the matrices of the steps.
    fn follow(&mut self) {
        for (place, step) in self.steps.iter().enumerate() {
            let before = &self.probabilities[place];
            let mut after = before.clone();
            for state in step.left() {
                let p = before[state];
                if p > 0.0 {
                    for (to, share) in step.row(state).into_iter().enumerate() {
                        after[to] += p * share;
                        if share > 0.0 {
                            self.first_touch[to].get_or_insert(place);
                        }
                    }
                    after[state] -= p;
                    self.first_touch[state].get_or_insert(place);
                }
            }
            self.probabilities.push(after);
        }
    }

    pub(super) fn times(&self) -> &[f64] {
        &self.times
    }

    pub(super) fn step(&self, place: usize) -> &Step {
        &self.steps[place]
    }

    pub(super) fn span(&self, stay: usize) -> (usize, usize) {
        self.spans[stay]
    }

    pub(super) fn moves(&self) -> impl Iterator<Item = &[Move]> {
        self.steps.iter().map(|step| step.moves.as_slice())
    }

    /// How many steps there are up to and including a time.
    pub(super) fn steps_to(&self, time: f64) -> usize {
        self.times.partition_point(|at| *at <= time)
    }

    /// The probabilities after so many steps.
    pub(super) fn probabilities(&self, steps: usize) -> &[f64] {
        &self.probabilities[steps]
    }

    /// Whether a state was left or entered within so many steps.
    pub(super) fn touched(&self, state: usize, steps: usize) -> bool {
        self.first_touch[state].is_some_and(|place| place < steps)
    }

    /// How long the probabilities after so many steps hold, at most to a horizon.
    pub(super) fn lasting(&self, steps: usize, tau: f64) -> f64 {
        let from = steps.checked_sub(1).map_or(self.origin, |last| self.times[last]);
        self.times.get(steps).map_or(tau, |next| next.min(tau)) - from
    }

    /// The areas under the probabilities to a horizon.
    pub(super) fn areas(&self, tau: f64) -> Vec<f64> {
        let mut areas = vec![0.0; self.first_touch.len()];
        for steps in 0..=self.steps_to(tau) {
            let lasting = self.lasting(steps, tau);
            for (area, p) in areas.iter_mut().zip(self.probabilities(steps)) {
                *area += lasting * p;
            }
        }
        areas
    }

    /// The states with the first time at which somebody left them although their probability was 0.
    pub(super) fn left_without_weight(&self) -> Vec<(usize, f64)> {
        let mut found: BTreeMap<usize, f64> = BTreeMap::new();
        for ((step, time), before) in self.steps.iter().zip(&self.times).zip(&self.probabilities) {
            for state in step.left() {
                if before[state] <= ROUNDING {
                    found.entry(state).or_insert(*time);
                }
            }
        }
        found.into_iter().collect()
    }
}

/// The distribution over the states of those who are there from the origin.
fn start(history: &History) -> Vec<f64> {
    let mut counts = vec![0u64; history.states()];
    for stays in history.each_subject().filter(|stays| history.from_origin(stays)) {
        counts[stays[0].from] += stays[0].count;
    }
    let total: u64 = counts.iter().sum();
    counts.into_iter().map(|count| if total == 0 { 0.0 } else { count as f64 / total as f64 }).collect()
}
