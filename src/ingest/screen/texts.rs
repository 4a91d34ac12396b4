//! The counts of the cells of a column that are not numbers.

use std::collections::BTreeMap;

use super::super::intern::Interner;
use super::ages::Ages;
use super::numbers::Spread;
use super::text::{SIGNS, Sign, Signs, bare_numbers, sexed_age, span_of_life, stem, years_and_months};

/// The counts of a column's texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    pub(super) cells: usize,
    counts: Counts,
    distinct: Counts,
    reads: Vec<Read>,
    stems: Interner,
    distinct_stems: usize,
    /// What could be ages: the numbers of texts that hold one alone.
    pub(super) ages: Ages,
    /// The years of texts that give years and months, and how often each month comes.
    pub(super) pairs: Ages,
    months: [usize; 12],
    /// The ages of texts that give the sex beside them, and how often each letter comes.
    pub(super) sexed: Ages,
    sexes: BTreeMap<char, usize>,
    /// Days, weeks and months as years.
    pub(super) spans: Ages,
    /// Distinct texts of whole numbers behind each other, by the lengths of these.
    series: BTreeMap<Vec<usize>, usize>,
    pub(super) spread: Spread,
    /// Distinct texts by how many digits they have, those without decimals and ratios.
    lengths: BTreeMap<usize, usize>,
}

/// What is read in a distinct text, once: its signs, and the figures that could be ages.
#[derive(Debug, Clone)]
struct Read {
    signs: Signs,
    bare: Vec<f64>,
    pair: Option<(u32, u32)>,
    sexed: Option<(char, u32)>,
    span: Option<f64>,
}

impl Read {
    fn of(text: &str, known: Option<Signs>) -> Self {
        let signs = known.unwrap_or_else(|| Signs::of(text));
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Self { signs, bare: Vec::new(), pair: None, sexed: None, span: None };
        }
        Self {
            signs,
            bare: bare_numbers(text),
            pair: years_and_months(text),
            sexed: sexed_age(text),
            span: span_of_life(text),
        }
    }
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
    /// The signs of a distinct text, by its number.
    pub(super) fn signs(&self, number: usize) -> Signs {
        self.reads.get(number).map(|read| read.signs).unwrap_or_default()
    }

    /// Counts a text. The signs of a text that comes again are not looked for again.
    pub(super) fn see(&mut self, text: &str) {
        self.see_known(text, None);
    }

    /// The same, where the signs of the text are known already.
    pub(super) fn see_known(&mut self, text: &str, known: Option<Signs>) {
        self.cells += 1;
        let seen = self.spread.see(text);
        let is_new = seen.is_some_and(|(_, is_new)| is_new);
        if is_new {
            self.see_new(text, known);
        }
        let read;
        let read = if let Some(read) = seen.and_then(|(number, _)| self.reads.get(number)) {
            read
        } else {
            read = Read::of(text, known);
            &read
        };
        // What is measured per something is no age.
        for number in read.bare.iter().filter(|_| !text.contains('/')) {
            self.ages.see(*number);
        }
        if let Some((years, months)) = read.pair {
            self.pairs.see(f64::from(years));
            self.months[months as usize] += 1;
        }
        if let Some((sex, age)) = read.sexed {
            self.sexed.see(f64::from(age));
            *self.sexes.entry(sex).or_default() += 1;
        }
        if let Some(years) = read.span {
            self.spans.see(years);
        }
        for place in read.signs.places() {
            self.counts.0[place] += 1;
            self.distinct.0[place] += usize::from(is_new);
        }
    }

    fn see_new(&mut self, text: &str, known: Option<Signs>) {
        self.reads.push(Read::of(text, known));
        self.see_length(text);
        self.see_series(text);
        let number = self.stems.number(&stem(text)) as usize;
        self.distinct_stems = self.distinct_stems.max(number + 1);
    }

    fn see_length(&mut self, text: &str) {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits > 0 && !text.contains(['.', ':', '/', '+', ';', '(', '%']) {
            *self.lengths.entry(digits).or_default() += 1;
        }
    }

    /// `1107/175/402`: the lengths of whole numbers between signs of one kind, none with a nought before it.
    fn see_series(&mut self, text: &str) {
        let Some(sign) = text.chars().find(|c| !c.is_ascii_digit()).filter(|sign| "/;:,|".contains(*sign))
        else {
            return;
        };
        let is_measure = |part: &str| {
            (1..=6).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && (part.len() == 1 || !part.starts_with('0'))
        };
        let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| is_measure(part)) {
            *self.series.entry(parts.iter().map(|part| part.len()).collect()).or_default() += 1;
        }
    }

    /// Whether the texts are measures behind each other: each place has numbers of several lengths, or one has where none
    /// has more than three digits. Numbers of records and of cases have a place, such as the year, of one length.
    pub(super) fn are_series(&self) -> bool {
        if self.distinct_share(Sign::Answers) >= 0.97 {
            return true;
        }
        let all: usize = self.series.values().sum();
        let places = self.series.keys().map(Vec::len).max().unwrap_or(0);
        let varies = |place: &usize| {
            let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
            for (shape, count) in &self.series {
                *lengths.entry(shape.get(*place).copied().unwrap_or(0)).or_default() += count;
            }
            lengths.values().max().is_some_and(|most| *most as f64 <= 0.97 * all as f64)
        };
        let varying = (0..places).filter(varies).count();
        let are_small = self.series.keys().all(|shape| shape.iter().all(|length| *length <= 3));
        all >= 5
            && all as f64 >= 0.97 * self.spread.distinct() as f64
            && (varying == places || are_small && varying > 0)
    }

    /// Whether the texts may be ages in years and months, of whom some are above 90: all months of a year come.
    pub(super) fn may_be_years_and_months(&self) -> bool {
        let months = self.months.iter().filter(|count| **count > 0).count();
        self.pairs.cells() as f64 >= 0.97 * self.cells as f64
            && months >= 8
            && self.pairs.may_be_ages(self.spread.distinct())
    }

    /// Whether the texts may be ages in days, weeks or months, of whom some are above 90.
    pub(super) fn may_be_spans_of_life(&self) -> bool {
        self.spans.cells() as f64 >= 0.97 * self.cells as f64
            && self.spans.may_be_ages(self.spread.distinct())
    }

    /// Whether the texts may be ages with the sex, of whom some are above 90: two sexes come, and no third.
    pub(super) fn may_be_sexed_ages(&self) -> bool {
        self.sexed.cells() as f64 >= 0.97 * self.cells as f64
            && self.sexes.values().filter(|count| **count * 10 >= self.cells).count() == 2
            && self.sexed.may_be_ages(self.spread.distinct())
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

    /// Share of the distinct texts of which something holds.
    pub(super) fn share_of_distinct(&self, holds: impl Fn(&str) -> bool) -> f64 {
        let values = self.spread.values();
        values.iter().filter(|text| holds(text)).count() as f64 / values.len().max(1) as f64
    }

    /// Share of the distinct texts that bear a sign.
    pub(super) fn distinct_share(&self, sign: Sign) -> f64 {
        self.distinct(sign) as f64 / self.spread.distinct().max(1) as f64
    }
}
