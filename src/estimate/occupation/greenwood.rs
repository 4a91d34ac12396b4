//! The variance of Greenwood type.

use super::Target;
use super::course::Course;
use super::history::History;

/// A small dense matrix, by rows.
type Matrix = Vec<Vec<f64>>;

/// The variance of the target in each state.
///
/// # Definition
/// Where those in state `h` go at a time is multinomial with shares `q` (to stay included) of `n`, the
/// covariance of the shares `(diag q - q q') / n`. The covariance `C` of the probabilities is carried over
/// the step `p -> p H` by the delta method: `H' C H + sum over h of p_h² (diag q - q q') / n`. It begins with
/// that of the initial distribution, multinomial too. Beside it the covariance of the areas with the
/// probabilities and of the areas themselves is carried from step to step.
///
/// # References
/// Andersen, Borgan, Gill and Keiding, 1993, (4.4.19); R: `etm::etm`, for those who all begin in one state.
pub(super) fn variance(history: &History, course: &Course, target: Target) -> Vec<f64> {
    let reach = course.steps_to(target.time());
    let mut sums = Sums::start(history, course.probabilities(0));
    for place in 0..reach {
        sums.wait(course.lasting(place, target.time()));
        sums.step(course, place);
    }
    let chosen = match target {
        Target::At(_) => &sums.state,
        Target::AreaTo(tau) => {
            sums.wait(course.lasting(reach, tau));
            &sums.area
        }
    };
    chosen.iter().enumerate().map(|(state, row)| row[state]).collect()
}

struct Sums {
    /// Of the probabilities.
    state: Matrix,
    /// Of the areas (rows) with the probabilities (columns).
    both: Matrix,
    /// Of the areas.
    area: Matrix,
}

impl Sums {
    fn start(history: &History, p: &[f64]) -> Self {
        let from_origin = history.each_subject().filter(|stays| history.from_origin(stays));
        let n: u64 = from_origin.map(|stays| stays[0].count).sum();
        let zero = vec![vec![0.0; p.len()]; p.len()];
        let mut sums = Self { state: zero.clone(), both: zero.clone(), area: zero };
        if n > 0 {
            add_multinomial(&mut sums.state, p, 1.0 / n as f64);
        }
        sums
    }

    /// The probabilities hold for a while.
    fn wait(&mut self, lasting: f64) {
        let order = self.state.len();
        for i in 0..order {
            for j in 0..order {
                let cross = self.both[i][j] + self.both[j][i];
                self.area[i][j] += lasting * (cross + lasting * self.state[i][j]);
            }
        }
        for (row, state) in self.both.iter_mut().zip(&self.state) {
            for (cell, value) in row.iter_mut().zip(state) {
                *cell += lasting * value;
            }
        }
    }

    fn step(&mut self, course: &Course, place: usize) {
        let (step, p) = (course.step(place), course.probabilities(place));
        let matrix: Matrix = (0..p.len()).map(|state| step.row(state)).collect();
        self.both = product(&self.both, &matrix);
        let half = product(&self.state, &matrix);
        self.state = product(&transposed(&matrix), &half);
        for state in step.left() {
            add_multinomial(
                &mut self.state,
                &matrix[state],
                p[state] * p[state] / step.at_risk[state] as f64,
            );
        }
    }
}

/// Adds `weight (diag q - q q')`.
fn add_multinomial(matrix: &mut Matrix, q: &[f64], weight: f64) {
    for (i, row) in matrix.iter_mut().enumerate() {
        for (j, cell) in row.iter_mut().enumerate() {
            let spread = if i == j { q[i] * (1.0 - q[i]) } else { -q[i] * q[j] };
            *cell += weight * spread;
        }
    }
}

fn product(left: &Matrix, right: &Matrix) -> Matrix {
    let columns = transposed(right);
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum();
    left.iter().map(|row| columns.iter().map(|column| dot(row, column)).collect()).collect()
}

fn transposed(matrix: &Matrix) -> Matrix {
    (0..matrix.len()).map(|j| matrix.iter().map(|row| row[j]).collect()).collect()
}
