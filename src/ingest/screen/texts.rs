//! The counts of the cells of a column that are not numbers.

use std::collections::BTreeMap;

use super::super::intern::Interner;
use super::ages::Ages;
use super::numbers::Spread;
use super::text::{SIGNS, Sign, Signs, bare_numbers, stem};

/// The counts of a column's texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    pub(super) cells: usize,
    counts: Counts,
    distinct: Counts,
    signs: Vec<Signs>,
    stems: Interner,
    distinct_stems: usize,
    /// What could be ages: the numbers of texts that hold one alone.
    pub(super) ages: Ages,
    pub(super) spread: Spread,
    /// Distinct texts by how many digits they have, those without decimals and ratios.
    lengths: BTreeMap<usize, usize>,
}

/// A count for every sign.
#[derive(Debug, Clone)]
struct Counts([usize; SIGNS]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; SIGNS])
    }
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
                self.see_length(text);
                let number = self.stems.number(&stem(text)) as usize;
                self.distinct_stems = self.distinct_stems.max(number + 1);
                (signs, true)
            }
            None => (Signs::of(text), false),
        };
        for number in bare_numbers(text) {
            self.ages.see(number);
        }
        for place in signs.places() {
            self.counts.0[place] += 1;
            self.distinct.0[place] += usize::from(is_new);
        }
    }

    fn see_length(&mut self, text: &str) {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits > 0 && !text.contains(['.', ':', '/', '+', ';', '(', '%']) {
            *self.lengths.entry(digits).or_default() += 1;
        }
    }

    /// The commonest number of digits, and its share of the distinct texts.
    pub(super) fn commonest_length(&self) -> (usize, f64) {
        let most = self.lengths.iter().max_by_key(|(_, count)| **count);
        most.map_or((0, 0.0), |(length, count)| {
            (*length, *count as f64 / self.spread.distinct().max(1) as f64)
        })
    }

    /// Cells that bear a sign.
    pub(super) fn count(&self, sign: Sign) -> usize {
        self.counts.0[sign as usize]
    }

    /// Distinct texts that bear a sign.
    pub(super) fn distinct(&self, sign: Sign) -> usize {
        self.distinct.0[sign as usize]
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
