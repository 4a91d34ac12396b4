//! The sums over the rows of each exit time, taken by all processors at once.

use std::ops::Range;

use super::Ties;
use super::design::Design;
use super::risk_sums::{Moments, add_moments};
use crate::estimate::linear_algebra::packed;
use crate::estimate::parallel;

/// An exit time has so many rows at least, on average, for its sums to be worth keeping.
const ROWS_A_BLOCK: usize = 8;
/// More numbers than this are not kept (64 MB).
const MOST: usize = 8 << 20;

/// For each exit time the sums of risk, risk x and risk x x' over its dead and over its others.
pub(super) struct BlockSums {
    size: usize,
    values: Vec<f64>,
}

/// The rows of an exit time: the dead, and the others. The dead are apart only where Efron's rule needs it.
pub(super) fn parts(design: &Design, block: Range<usize>, ties: Ties) -> [Range<usize>; 2] {
    let deaths = design.event[block.clone()].partition_point(|event| *event);
    let dead = if deaths > 1 && ties == Ties::Efron { deaths } else { 0 };
    [block.start..block.start + dead, block.start + dead..block.end]
}

/// How many numbers the sums over some rows are.
fn size(width: usize, moments: Moments) -> usize {
    1 + width + if moments == Moments::Second { packed(width, 0) } else { 0 }
}

impl BlockSums {
    /// The sums, where there are rows enough to gain by it.
    pub(super) fn where_worth(design: &Design, risk: &[f64], ties: Ties, moments: Moments) -> Option<Self> {
        let (rows, blocks) = (design.len(), design.blocks.len() - 1);
        let size = size(design.x.width, moments);
        let worth = rows >= parallel::FEW && blocks * ROWS_A_BLOCK <= rows && 2 * size * blocks <= MOST;
        worth.then(|| Self::new(design, risk, ties, moments))
    }

    fn new(design: &Design, risk: &[f64], ties: Ties, moments: Moments) -> Self {
        let width = design.x.width;
        let (size, blocks) = (size(width, moments), design.blocks.len() - 1);
        let mut values = vec![0.0; 2 * size * blocks];
        // The blocks that end in the share of rows that each thread takes.
        let rows = parallel::shares(design.len(), design.len()).into_iter();
        let cuts: Vec<usize> = rows
            .map(|share| design.blocks[1..].partition_point(|end| *end < share))
            .map(|block| 2 * size * block)
            .collect();
        parallel::fill_shares(&mut values, &cuts, |first, share| {
            let numbered = share.chunks_exact_mut(2 * size).zip(first / (2 * size)..);
            for (sums, block) in numbered {
                let rows = design.blocks[block]..design.blocks[block + 1];
                for (rows, sums) in parts(design, rows, ties).into_iter().zip(sums.chunks_exact_mut(size)) {
                    let (zeroth, moments) = sums.split_at_mut(1);
                    let (first, second) = moments.split_at_mut(width);
                    zeroth[0] = risk[rows.clone()].iter().sum();
                    add_moments(&risk[rows.clone()], design.x.rows_of(rows), first, second);
                }
            }
        });
        Self { size, values }
    }

    /// The sums over the dead (where apart) and the others of an exit time.
    pub(super) fn of(&self, block: usize) -> [&[f64]; 2] {
        let sums = &self.values[2 * self.size * block..2 * self.size * (block + 1)];
        let (dead, others) = sums.split_at(self.size);
        [dead, others]
    }
}

#[cfg(test)]
mod tests {
    use super::super::CoxData;
    use super::super::risk_sums::Sums;
    use super::*;

    #[test]
    fn blocks_have_the_sums_of_their_rows() {
        let n = 300_usize;
        let data = CoxData {
            exit: (0..n).map(|i| (i * 37 % 11) as f64).collect(),
            event: (0..n).map(|i| i % 3 == 0).collect(),
            covariates: (0..5 * n).map(|i| (i * 53 % 17) as f64).collect(),
            names: (0..5).map(|j| format!("x{j}")).collect(),
            ..CoxData::default()
        };
        let design = Design::new(&data);
        let risk: Vec<f64> = (0..n).map(|i| 1.0 + (i * 29 % 31) as f64).collect();
        for (moments, ties) in [(Moments::Second, Ties::Efron), (Moments::First, Ties::Breslow)] {
            let sums = BlockSums::new(&design, &risk, ties, moments);
            for block in 0..11 {
                let rows = design.blocks[block]..design.blocks[block + 1];
                for (rows, packed) in parts(&design, rows, ties).into_iter().zip(sums.of(block)) {
                    let (mut one_by_one, mut at_once) = (Sums::new(5, moments), Sums::new(5, moments));
                    rows.for_each(|i| one_by_one.add(risk[i], design.x.row(i)));
                    at_once.add_packed(packed);
                    assert!((one_by_one.zeroth - at_once.zeroth).abs() < 1e-9);
                    assert_eq!(one_by_one.second.len(), at_once.second.len());
                    let pairs = one_by_one.first.iter().zip(&at_once.first);
                    let pairs = pairs.chain(one_by_one.second.iter().zip(&at_once.second));
                    pairs.for_each(|(a, b)| assert!((a - b).abs() < 1e-9, "{a} {b}"));
                }
            }
        }
    }
}
