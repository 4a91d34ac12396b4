//! Agreement between predicted risk and the order of events.

use super::design::Design;
use crate::estimate::parallel;
use std::ops::Range;

/// The weights of the pairs that can be ordered, and their agreement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concordance {
    /// (concordant + `tied_risk` / 2) / all pairs.
    pub estimate: f64,
    /// Pairs in which the higher risk had the event first.
    pub concordant: f64,
    /// Pairs in which the lower risk had the event first.
    pub discordant: f64,
    /// Pairs of equal risk.
    pub tied_risk: f64,
}

/// Weights by rank of risk, with prefix sums in logarithmic time (Fenwick 1994).
struct Ranks {
    here: Vec<f64>,
    tree: Vec<f64>,
    total: f64,
}

impl Ranks {
    fn new(count: usize) -> Self {
        Self { here: vec![0.0; count], tree: vec![0.0; count + 1], total: 0.0 }
    }

    fn add(&mut self, rank: usize, weight: f64) {
        self.total += weight;
        self.here[rank] += weight;
        let mut node = rank + 1;
        while node < self.tree.len() {
            self.tree[node] += weight;
            node += node & node.wrapping_neg();
        }
    }

    /// The weight below a rank.
    fn below(&self, rank: usize) -> f64 {
        let (mut node, mut sum) = (rank, 0.0);
        while node > 0 {
            sum += self.tree[node];
            node &= node - 1;
        }
        sum
    }
}

/// The rank of each risk from 0, equal risks sharing one; and how many there are.
fn ranked(risks: &[f64]) -> (Vec<u32>, usize) {
    let mut order: Vec<(f64, u32)> = risks.iter().copied().zip(0..).collect();
    parallel::sort(&mut order, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut ranks = vec![0; risks.len()];
    let mut rank = 0_u32;
    for (k, (risk, i)) in order.iter().enumerate() {
        if k > 0 && *risk > order[k - 1].0 {
            rank += 1;
        }
        ranks[*i as usize] = rank;
    }
    (ranks, rank as usize + 1)
}

/// Counts the pairs of a design by the risks that coefficients predict.
///
/// # Definition
/// At each event time t the dead are paired with the rows of their stratum that are at risk at t and
/// outlive it (censored at t outlive it); a pair weighs the product of its weights. Two dead at t are
/// not a pair.
///
/// # Edge cases
/// No pair at all: `None`.
///
/// # References
/// Harrell et al., Stat Med 1996;15:361. R: `concordance(fit)` of `coxph`, `timewt = "n"`.
pub(crate) fn concordance(design: &Design, beta: &[f64]) -> Option<Concordance> {
    let mut counts = [0.0; 3];
    for (_, range) in &design.strata {
        let risks: Vec<f64> = range.clone().map(|i| design.x.predictor(i, beta)).collect();
        count_stratum(design, range, &risks, &mut counts);
    }
    let [concordant, discordant, tied_risk] = counts;
    let pairs = concordant + discordant + tied_risk;
    (pairs > 0.0).then(|| Concordance {
        estimate: (concordant + tied_risk / 2.0) / pairs,
        concordant,
        discordant,
        tied_risk,
    })
}

fn count_stratum(design: &Design, range: &Range<usize>, risks: &[f64], counts: &mut [f64; 3]) {
    let (places, count) = ranked(risks);
    let mut ranks = Ranks::new(count);
    let place = |i: usize| places[i - range.start] as usize;
    let (mut next, mut next_out) = (range.start, range.start);
    while next < range.end {
        let time = design.exit[next];
        let block = next..next + design.exit[next..range.end].iter().take_while(|t| **t >= time).count();
        next = block.end;
        for i in block.clone().filter(|i| !design.event[*i]) {
            ranks.add(place(i), design.weight[i]);
        }
        if let Some(entry) = &design.entry {
            // Rows that enter at this time or later were all added before: their exit is later still.
            while next_out < range.end && entry[design.by_entry[next_out] as usize] >= time {
                let i = design.by_entry[next_out] as usize;
                ranks.add(place(i), -design.weight[i]);
                next_out += 1;
            }
        }
        for i in block.clone().filter(|i| design.event[*i]) {
            let below = ranks.below(place(i));
            let tied = ranks.here[place(i)];
            counts[0] += design.weight[i] * below;
            counts[1] += design.weight[i] * (ranks.total - below - tied);
            counts[2] += design.weight[i] * tied;
        }
        for i in block.filter(|i| design.event[*i]) {
            ranks.add(place(i), design.weight[i]);
        }
    }
}
