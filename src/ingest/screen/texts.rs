//! The counts of the cells of a column that are not numbers.

use super::super::intern::Interner;
use super::ages::Ages;
use super::numbers::Spread;
use super::text::{SIGNS, Sign, Signs, only_number, stem};

/// The counts of a column's texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    pub(super) cells: usize,
    counts: [usize; SIGNS],
    distinct: [usize; SIGNS],
    signs: Vec<Signs>,
    stems: Interner,
    distinct_stems: usize,
    /// What could be ages: the numbers of texts that hold one alone.
    pub(super) ages: Ages,
    pub(super) spread: Spread,
}

impl Texts {
    /// Counts a text. The signs of a text that comes again are not looked for again.
    pub(super) fn see(&mut self, text: &str) {
        self.cells += 1;
        let (signs, is_new) = match self.spread.see(text) {
            Some((number, false)) => (self.signs.get(number).copied().unwrap_or_default(), false),
            Some((_, true)) => {
                let signs = Signs::of(text);
                self.signs.push(signs);
                let number = self.stems.number(&stem(text)) as usize;
                self.distinct_stems = self.distinct_stems.max(number + 1);
                (signs, true)
            }
            None => (Signs::of(text), false),
        };
        if let Some(number) = only_number(text) {
            self.ages.see(number);
        }
        for place in signs.places() {
            self.counts[place] += 1;
            self.distinct[place] += usize::from(is_new);
        }
    }

    /// Cells that bear a sign.
    pub(super) fn count(&self, sign: Sign) -> usize {
        self.counts[sign as usize]
    }

    /// Distinct texts that bear a sign.
    pub(super) fn distinct(&self, sign: Sign) -> usize {
        self.distinct[sign as usize]
    }

    /// Distinct texts without their digits and signs: what counts visits or days differs by these alone.
    pub(super) fn distinct_stems(&self) -> usize {
        self.distinct_stems
    }

    /// Distinct stems among the subjects, or the runs where these are fewer.
    pub(super) fn stem_share(&self, units: usize) -> f64 {
        let distinct = self.spread.distinct().max(1);
        self.spread.share(units) * self.distinct_stems as f64 / distinct as f64
    }

    /// Share of the cells that bear a sign.
    pub(super) fn share(&self, sign: Sign) -> f64 {
        self.count(sign) as f64 / self.cells.max(1) as f64
    }

    /// Share of the distinct texts that bear a sign.
    pub(super) fn distinct_share(&self, sign: Sign) -> f64 {
        self.distinct(sign) as f64 / self.spread.distinct().max(1) as f64
    }
}
