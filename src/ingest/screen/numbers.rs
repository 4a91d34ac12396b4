//! The counts of the cells of a column that are numbers.

use super::super::intern::Interner;
use super::DISTINCT_COUNTED;
use super::ages::Ages;
use super::date::{is_compact_year_first, is_compact_year_last, is_year_and_month};
use super::national::{LENGTHS, SCHEMES, satisfied};
use super::text::is_snomed;

/// Longest run of digits whose length is counted by itself.
pub(super) const LONGEST: usize = 20;

/// How often values repeat, counted no further than [`DISTINCT_COUNTED`] distinct ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Spread {
    seen: Interner,
    distinct: usize,
    /// Runs of the same value, until the counting ended: as many as there are subjects where rows are sorted.
    runs: usize,
    last: u32,
    /// Cells and runs of each distinct value.
    times: Vec<(u32, u32)>,
}

impl Spread {
    /// Counts a value; its number if it is counted still, and whether it is new.
    pub(super) fn see(&mut self, text: &str) -> Option<(usize, bool)> {
        if self.distinct >= DISTINCT_COUNTED {
            return None;
        }
        let number = self.seen.number(text);
        let is_new = number as usize == self.distinct;
        self.distinct += usize::from(is_new);
        let begins = self.runs == 0 || number != self.last;
        self.runs += usize::from(begins);
        self.last = number;
        if is_new {
            self.times.push((0, 0));
        }
        if let Some((cells, runs)) = self.times.get_mut(number as usize) {
            *cells += 1;
            *runs += u32::from(begins);
        }
        Some((number as usize, is_new))
    }

    pub(super) fn distinct(&self) -> usize {
        self.distinct
    }

    pub(super) fn runs(&self) -> usize {
        self.runs
    }

    /// Distinct values among the subjects: `units` of them, or the runs where these are fewer.
    pub(super) fn share(&self, units: usize) -> f64 {
        let units = if self.distinct >= DISTINCT_COUNTED {
            self.runs
        } else {
            self.runs.min(units.max(self.distinct))
        };
        self.distinct as f64 / units.max(1) as f64
    }

    /// The distinct values as they came, in how many cells each, and in how many runs of cells.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, u32, u32)> {
        self.seen.texts().zip(&self.times).map(|(text, (cells, runs))| (text, *cells, *runs))
    }

    /// The distinct values, sorted.
    pub(super) fn values(&self) -> Vec<String> {
        self.seen.clone().into_sorted().0
    }
}

/// The counts of a column's numbers.
#[derive(Debug, Clone)]
pub(super) struct Numbers {
    pub(super) cells: usize,
    /// Digits alone.
    pub(super) plain: usize,
    pub(super) lengths: [usize; LONGEST + 1],
    pub(super) leading_zero: usize,
    /// Four digits or more that end in zero, and in two zeros.
    pub(super) tens: usize,
    pub(super) round: usize,
    /// Ten digits or more of which ten or more are figures.
    pub(super) exact_long: usize,
    /// Six figures or more.
    pub(super) exact: usize,
    /// Four to eight decimals.
    pub(super) fine: usize,
    /// Five and more from zero.
    pub(super) off_zero: usize,
    /// Calendar years, and those before 1970.
    pub(super) years: usize,
    pub(super) early_years: usize,
    /// Digits from 0 to 5 alone, five or more: answers of a questionnaire one behind the other.
    answers: usize,
    /// A month and a year: `05.2020`.
    pub(super) month_and_year: usize,
    /// A month and a day, in either order: `0512`.
    pub(super) month_days: usize,
    /// Hours and minutes: `0830`.
    clocks: usize,
    /// Four digits of which the last two are at most 30, as alleles have.
    alleles: usize,
    pub(super) low: f64,
    pub(super) high: f64,
    /// What could be ages.
    pub(super) ages: Ages,
    /// Within 1000 of zero.
    pub(super) near_zero: usize,
    /// With decimals.
    pub(super) decimal: usize,
    /// Five digits before decimals, or as many as a Julian day or an epoch has.
    pub(super) serial_with_time: usize,
    /// A year and a month: `202005`.
    pub(super) year_and_month: usize,
    pub(super) year_first: usize,
    pub(super) year_last: usize,
    /// Digits that may be seconds or milliseconds since 1960 or 1970.
    pub(super) epoch: usize,
    pub(super) julian_day: usize,
    /// First six digits of ten are a birth date.
    pub(super) birth_prefix: usize,
    pub(super) meddra: usize,
    pub(super) snomed: usize,
    /// Cells that satisfy each scheme of national numbers.
    pub(super) schemes: [usize; SCHEMES.len()],
    pub(super) spread: Spread,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            cells: 0,
            plain: 0,
            lengths: [0; LONGEST + 1],
            leading_zero: 0,
            tens: 0,
            round: 0,
            exact_long: 0,
            exact: 0,
            fine: 0,
            off_zero: 0,
            years: 0,
            early_years: 0,
            answers: 0,
            month_and_year: 0,
            month_days: 0,
            clocks: 0,
            alleles: 0,
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            ages: Ages::default(),
            near_zero: 0,
            decimal: 0,
            serial_with_time: 0,
            year_and_month: 0,
            year_first: 0,
            year_last: 0,
            epoch: 0,
            julian_day: 0,
            birth_prefix: 0,
            meddra: 0,
            snomed: 0,
            schemes: [0; SCHEMES.len()],
            spread: Spread::default(),
        }
    }
}

/// Whether a text is a number: a sign, digits, decimals, an exponent; nothing else.
pub(super) fn is_number(text: &str) -> bool {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    // `+4930...` is dialled.
    if text.starts_with('+') && body.len() >= 7 && body.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // `012017071.2`: no measure has noughts before so many digits.
    if body.starts_with('0') && body.split('.').next().is_some_and(|whole| whole.len() >= 6) {
        let is_plain = body.bytes().all(|byte| byte.is_ascii_digit());
        if !is_plain {
            return false;
        }
    }
    let bytes = body.as_bytes();
    bytes.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.')
        && bytes.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'))
        && !body.starts_with("..")
        && body.parse::<f64>().is_ok()
}

impl Numbers {
    /// Counts a text that [`is_number`].
    pub(super) fn see(&mut self, text: &str) {
        self.cells += 1;
        self.spread.see(text);
        let value: f64 = text.parse().unwrap_or(0.0);
        self.low = self.low.min(value);
        self.high = self.high.max(value);
        self.ages.see(value);
        self.near_zero += usize::from(value.abs() <= 1000.0);
        self.off_zero += usize::from(value.abs() >= 5.0);
        self.see_figures(text, value);
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        if is_plain {
            self.see_digits(text, value);
        } else if let Some((whole, decimals)) = text.split_once('.') {
            // A whole number that was written as a decimal (`21915.0`) is one.
            if decimals.bytes().all(|byte| byte == b'0') && whole.bytes().all(|byte| byte.is_ascii_digit()) {
                self.see_digits(whole, value);
                return;
            }
            self.decimal += 1;
            if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
                return;
            }
            let is_julian = (2_415_020.0..2_490_000.0).contains(&value);
            let is_epoch = (3e8..2.3e9).contains(&value);
            self.serial_with_time +=
                usize::from(whole.len() == 5 && value > 0.0 && !decimals.is_empty() || is_julian || is_epoch);
        }
    }

    /// How exact a number is, and whether it is a year.
    fn see_figures(&mut self, text: &str, value: f64) {
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let bare = mantissa.trim_start_matches(['-', '+']);
        let decimals = bare.split_once('.').map_or("", |(_, decimals)| decimals);
        let significant: String = bare.chars().filter(char::is_ascii_digit).collect();
        let significant = significant.trim_start_matches('0');
        let figures = if decimals.is_empty() { significant.trim_end_matches('0') } else { significant }.len();
        self.exact += usize::from(figures >= 6);
        self.exact_long += usize::from(value.abs() >= 1e8 && (8..=20).contains(&figures));
        self.fine += usize::from((4..=8).contains(&decimals.len()));
        let is_month = bare.split_once('.').is_some_and(|(month, year)| {
            month.len() == 2 && year.len() == 4 && is_year_and_month(&format!("{year}{month}"))
        });
        self.month_and_year += usize::from(is_month);
        let is_year = value.fract().abs() < 1e-9 && (1900.0..=2040.0).contains(&value);
        self.years += usize::from(is_year);
        self.early_years += usize::from(is_year && value < 1970.0);
    }

    fn see_digits(&mut self, digits: &str, value: f64) {
        self.plain += 1;
        self.lengths[digits.len().min(LONGEST)] += 1;
        self.leading_zero += usize::from(digits.len() > 1 && digits.starts_with('0'));
        if digits.len() < 4 {
            return;
        }
        self.tens += usize::from(digits.ends_with('0'));
        let figures = digits.trim_end_matches('0').len();
        self.round += usize::from(digits.ends_with("00") && figures <= 5);
        self.answers += usize::from(digits.len() >= 5 && digits.bytes().all(|byte| byte <= b'5'));
        let (first, last) = ((value / 100.0).floor(), value % 100.0);
        let is_pair = (1.0..=12.0).contains(&first.min(last)) && (1.0..=31.0).contains(&first.max(last));
        self.month_days += usize::from(digits.len() == 4 && is_pair);
        self.clocks += usize::from(digits.len() == 4 && value < 2400.0 && value % 100.0 < 60.0);
        self.alleles += usize::from(digits.len() == 4 && (1.0..=30.0).contains(&(value % 100.0)));
        self.year_and_month += usize::from(is_year_and_month(digits));
        self.year_first += usize::from(is_compact_year_first(digits));
        self.year_last += usize::from(is_compact_year_last(digits));
        self.epoch += usize::from((3e8..2.3e9).contains(&value) || (3e11..2.3e12).contains(&value));
        self.julian_day += usize::from((2_415_020.0..2_490_000.0).contains(&value));
        self.meddra += usize::from((10_000_000.0..10_100_000.0).contains(&value));
        if digits.len() == 10 || digits.len() == 11 {
            self.birth_prefix +=
                usize::from(is_compact_year_first(&digits[..6]) || is_compact_year_last(&digits[..6]));
        }
        if digits.len() <= 18 {
            let figures: Vec<u32> = digits.bytes().map(|byte| u32::from(byte - b'0')).collect();
            self.snomed += usize::from(is_snomed(&figures));
            if LENGTHS.contains(&figures.len()) {
                let bits = satisfied(&figures);
                for (place, count) in self.schemes.iter_mut().enumerate() {
                    *count += usize::from(bits >> place & 1 == 1);
                }
            }
        }
    }

    /// The commonest number of digits, and how many cells have it.
    pub(super) fn commonest_length(&self) -> (usize, usize) {
        let longest_first = self.lengths.iter().enumerate().rev();
        longest_first
            .map(|(length, count)| (length, *count))
            .max_by_key(|(_, count)| *count)
            .unwrap_or((0, 0))
    }

    /// Whether the numbers may be alleles in the short way: `0201`.
    pub(super) fn are_alleles(&self) -> bool {
        self.alleles as f64 >= 0.9 * self.cells as f64
    }

    /// Whether the numbers may be hours and minutes.
    pub(super) fn are_clocks(&self) -> bool {
        self.clocks as f64 >= 0.97 * self.cells as f64
    }

    /// Whether the numbers may be ages of adults in months, of whom some are above 90: whole, of three or four digits, not
    /// one below fifteen years and not one above 105.
    pub(super) fn may_be_months(&self) -> bool {
        let of_length = self.lengths[3] + self.lengths[4];
        self.cells >= 30
            && of_length == self.cells
            && self.low >= 180.0
            && (1081.0..=1260.0).contains(&self.high)
            && self.tens * 3 < self.lengths[4].max(1) * 2
            && self.spread.distinct() * 5 >= self.cells * 2
    }

    /// Whether the numbers are answers of a questionnaire one behind the other, such as the profiles of the EQ-5D.
    pub(super) fn are_answers(&self) -> bool {
        self.answers as f64 >= 0.97 * self.cells as f64 && self.cells >= 5
    }

    /// Cells of at least so many digits.
    pub(super) fn at_least(&self, length: usize) -> usize {
        self.lengths[length..].iter().sum()
    }
}
