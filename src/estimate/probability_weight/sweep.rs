//! Weighted rows gone through in time: the curves, and the influence of every subject on them.

use super::{WeightedInterval, begin};

/// One time at which anybody has an event or is censored.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moment {
    pub(super) time: f64,
    /// Weight at risk.
    pub(super) at_risk: f64,
    /// Weight of the events, by cause.
    pub(super) events: Vec<f64>,
    /// Weight of the censored.
    pub(super) censored: f64,
    /// Probability of no event, and its variance.
    pub(super) free: (f64, f64),
    /// Probability of each cause, and its variance.
    pub(super) causes: Vec<(f64, f64)>,
    /// Whether everybody at risk has had an event here or before.
    pub(super) emptied: bool,
}

/// Goes through rows in the order of [`super::ordered`].
///
/// # Definition
/// With weights `n` at risk and `d` of events, and a row `i` of weight `w`, the derivative of `log S(t)` by
/// the weight of `i` is `-z_i`, where `z_i = [event of i up to t] / (n - d) - sum of d / (n (n - d))` over the
/// times up to `t` at which `i` is at risk; that of `F_j(t)` is the sum over times `s` of
/// `S(s-) (-z_i(s-) d_j / n + (dN_ij - Y_i d_j / n) / n)`. The variance is the sum over subjects of the square
/// of their rows' sum of weight times derivative.
///
/// With `A` the sum of `d / (n (n - d))`, `P_j = F_j` and `Q_j` the sum of `S(s-) d_j / n (A(s-) - 1 / n)`, a
/// subject's `z` is `K - W A` and its share of `F_j` is `L_j - K P_j + W Q_j` as long as nothing happens to it,
/// so that sums of products of `K`, `W` and `L` are enough, and a step costs as much as the rows that change.
pub(super) fn sweep(rows: &[WeightedInterval], causes: usize) -> Vec<Moment> {
    let mut state = Sweep::new(rows, causes);
    let mut moments = Vec::new();
    let mut entering: Vec<usize> = (0..rows.len()).collect();
    entering.sort_by(|a, b| begin(&rows[*a]).total_cmp(&begin(&rows[*b])));
    let at_risk = weights_at_risk(rows, &entering);
    let (mut next, mut entered, mut left) = (0, 0, 0_usize);
    while next < rows.len() {
        let time = rows[next].exit;
        while entered < rows.len() && begin(&rows[entering[entered]]) < time {
            state.enter(&rows[entering[entered]]);
            entered += 1;
        }
        let end = next + rows[next..].iter().take_while(|row| row.exit <= time).count();
        let leaving = &rows[next..end];
        let stays = entered - left > leaving.iter().filter(|row| row.cause > 0).count();
        state.step(leaving, at_risk[next], stays);
        if leaving.iter().any(|row| row.cause > 0 || !row.inner) {
            moments.push(state.moment(leaving, time, at_risk[next]));
        }
        left += leaving.len();
        next = end;
    }
    moments
}

/// The weight at risk at the exit of each row: those who leave later, less those who enter later. Added from the
/// last time on, so that few at risk are not the difference of large sums.
fn weights_at_risk(rows: &[WeightedInterval], entering: &[usize]) -> Vec<f64> {
    let mut at_risk = vec![0.0; rows.len()];
    let (mut to_leave, mut to_enter) = (0.0, 0.0);
    let mut waiting = entering.len();
    for (index, row) in rows.iter().enumerate().rev() {
        to_leave += row.weight;
        while waiting > 0 && begin(&rows[entering[waiting - 1]]) >= row.exit {
            waiting -= 1;
            to_enter += rows[entering[waiting]].weight;
        }
        at_risk[index] = to_leave - to_enter;
    }
    at_risk
}

/// What is known of a subject: see [`sweep`].
#[derive(Debug, Clone, Default)]
struct Known {
    k: f64,
    w: f64,
    l: Vec<f64>,
}

/// Sums over subjects of products.
#[derive(Debug, Clone, Default)]
struct Products {
    kk: f64,
    kw: f64,
    ww: f64,
    ll: Vec<f64>,
    lk: Vec<f64>,
    lw: Vec<f64>,
}

impl Products {
    fn add(&mut self, known: &Known, sign: f64) {
        let Known { k, w, l } = known;
        self.kk += sign * k * k;
        self.kw += sign * k * w;
        self.ww += sign * w * w;
        for (j, l) in l.iter().enumerate() {
            self.ll[j] += sign * l * l;
            self.lk[j] += sign * l * k;
            self.lw[j] += sign * l * w;
        }
    }
}

struct Sweep {
    known: Vec<Known>,
    products: Products,
    free: f64,
    a: f64,
    p: Vec<f64>,
    q: Vec<f64>,
    emptied: bool,
}

impl Sweep {
    fn new(rows: &[WeightedInterval], causes: usize) -> Self {
        let subjects = rows.iter().map(|row| row.subject as usize + 1).max().unwrap_or(0);
        let zeros = || vec![0.0; causes];
        Self {
            known: vec![Known { l: zeros(), ..Known::default() }; subjects],
            products: Products { ll: zeros(), lk: zeros(), lw: zeros(), ..Products::default() },
            free: 1.0,
            a: 0.0,
            p: zeros(),
            q: zeros(),
            emptied: false,
        }
    }

    /// Changes what is known of a subject without changing its shares so far.
    fn change(&mut self, subject: u32, [k, w]: [f64; 2], event: Option<(usize, f64)>) {
        let known = &mut self.known[subject as usize];
        self.products.add(known, -1.0);
        known.k += k;
        known.w += w;
        for (j, l) in known.l.iter_mut().enumerate() {
            *l += k * self.p[j] - w * self.q[j];
            if let Some((_, share)) = event.filter(|(cause, _)| *cause == j) {
                *l += share;
            }
        }
        self.products.add(known, 1.0);
    }

    fn enter(&mut self, row: &WeightedInterval) {
        if !self.emptied {
            self.change(row.subject, [row.weight * self.a, row.weight], None);
        }
    }

    /// The events of a time, then all who leave.
    fn step(&mut self, leaving: &[WeightedInterval], n: f64, stays: bool) {
        if self.emptied {
            return;
        }
        let before = self.free;
        let d: f64 = leaving.iter().filter(|row| row.cause > 0).map(|row| row.weight).sum();
        for j in 0..self.p.len() {
            let of_cause = weight_of(leaving, j);
            self.p[j] += before * of_cause / n;
            self.q[j] += before * of_cause / n * (self.a - 1.0 / n);
        }
        if d > 0.0 && stays {
            self.a += d / (n * (n - d));
            self.free *= (n - d) / n;
        } else if d > 0.0 {
            (self.free, self.emptied) = (0.0, true);
        }
        for row in leaving {
            let mut k = -row.weight * self.a;
            let mut event = None;
            if row.cause > 0 {
                event = Some((row.cause as usize - 1, row.weight * before / n));
                k += if self.emptied { 0.0 } else { row.weight / (n - d) };
            }
            self.change(row.subject, [k, -row.weight], event);
        }
    }

    fn moment(&self, leaving: &[WeightedInterval], time: f64, at_risk: f64) -> Moment {
        let sums = &self.products;
        let of_log = sums.kk - 2.0 * self.a * sums.kw + self.a * self.a * sums.ww;
        let cause = |j: usize| {
            let (p, q) = (self.p[j], self.q[j]);
            let squares = sums.ll[j] + p * p * sums.kk + q * q * sums.ww;
            let products = q * sums.lw[j] - p * sums.lk[j] - p * q * sums.kw;
            (p, (squares + 2.0 * products).max(0.0))
        };
        let censored = leaving.iter().filter(|row| row.cause == 0 && !row.inner);
        Moment {
            time,
            at_risk,
            events: (0..self.p.len()).map(|j| weight_of(leaving, j)).collect(),
            censored: censored.map(|row| row.weight).sum(),
            free: (self.free, self.free * self.free * of_log.max(0.0)),
            causes: (0..self.p.len()).map(cause).collect(),
            emptied: self.emptied,
        }
    }
}

/// The weight of the events of the cause at `index`.
fn weight_of(leaving: &[WeightedInterval], index: usize) -> f64 {
    leaving.iter().filter(|row| row.cause as usize == index + 1).map(|row| row.weight).sum()
}
