//! Whether numbers are spread as ages are.
//!
//! Ages, weights, heart rates and pressures lie in the same range. What tells them apart is where most of them lie, how
//! far they reach and how they are rounded; what does not is refused. Weights of adults between 40 and 104, and scores
//! from 0 to 99, cannot be told from ages.

/// Values from 0 on are counted a year each, up to here.
const YEARS: usize = 131;
/// Nobody is older, for all that trials know.
const OLDEST: f64 = 105.0;

/// The numbers of a column by whole years.
#[derive(Debug, Clone)]
pub(super) struct Ages {
    years: [u32; YEARS],
    cells: u32,
    low: f64,
    high: f64,
    /// Above 90, and within the range that is counted.
    over_ninety: usize,
    /// Exactly 100.
    hundred: usize,
    /// Multiples of five.
    fives: usize,
    whole: usize,
}

impl Default for Ages {
    fn default() -> Self {
        Self {
            years: [0; YEARS],
            cells: 0,
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
            over_ninety: 0,
            hundred: 0,
            fives: 0,
            whole: 0,
        }
    }
}

impl Ages {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range of the counts; the fraction is dropped"
    )]
    pub(super) fn see(&mut self, value: f64) {
        self.cells += 1;
        self.low = self.low.min(value);
        self.high = self.high.max(value);
        if (0.0..YEARS as f64).contains(&value) {
            self.years[value as usize] += 1;
        }
        self.over_ninety += usize::from(value > 90.0 && value < YEARS as f64);
        self.hundred += usize::from((value - 100.0).abs() < 1e-9);
        self.whole += usize::from(value.fract().abs() < 1e-9);
        self.fives += usize::from((value / 5.0).fract().abs() < 1e-9);
    }

    /// Numbers that were seen.
    pub(super) fn cells(&self) -> usize {
        self.cells as usize
    }

    /// Values above 90 that could be ages.
    pub(super) fn over_ninety(&self) -> usize {
        self.over_ninety
    }

    /// The value below which a share of the cells lies, in whole years.
    fn quantile(&self, share: f64) -> f64 {
        let mut below = 0.0;
        let wanted = share * f64::from(self.cells);
        for (year, count) in self.years.iter().enumerate() {
            below += f64::from(*count);
            if below > wanted {
                return year as f64;
            }
        }
        YEARS as f64
    }

    fn share_from(&self, from: usize, to: usize) -> f64 {
        let within: u32 = self.years[from..to].iter().sum();
        f64::from(within) / f64::from(self.cells.max(1))
    }

    /// Whether the numbers, of which so many are distinct, may be ages of whom some are above 90.
    pub(super) fn may_be_ages(&self, distinct: usize) -> bool {
        let over = self.over_ninety as f64 / f64::from(self.cells.max(1));
        let in_range = self.low >= 0.0 && self.over_ninety > 0 && self.high < OLDEST;
        let is_percent = self.high <= 100.0 && self.hundred > 0 && (self.hundred > 1 || self.low < 18.0);
        let is_rounded = f64::from(self.cells) * 0.6 <= self.fives as f64;
        self.cells >= 10
            && distinct >= 8
            && in_range
            && !is_percent
            && !is_rounded
            && (self.is_of_all_ages(over) || self.is_of_the_old())
    }

    /// From the tenth to the ninetieth of a hundred.
    fn spread(&self) -> f64 {
        self.quantile(0.9) - self.quantile(0.1)
    }

    /// Most are adults, and those above 90 are few. Shares in percent have decimals and begin at nought.
    fn is_of_all_ages(&self, over: f64) -> bool {
        let has_decimals = self.whole * 2 < self.cells as usize;
        let is_share = has_decimals && self.share_from(0, 18) > 0.1;
        over <= 0.4 && self.share_from(18, 91) > 0.5 && !self.is_measured(over) && !is_share
    }

    /// Weights, pressures and heart rates of adults have no tail of the young. Where they reach a hundred, ages do not;
    /// where they lie close about the pressures that are common, more are above 90 than there are people so old.
    fn is_measured(&self, over: f64) -> bool {
        let (tenth, median) = (self.quantile(0.1), self.quantile(0.5));
        let reaches = tenth >= 50.0 && (64.0..83.0).contains(&median) && self.high >= 100.0;
        let is_close = (22.0..=32.0).contains(&self.spread());
        let is_pressure =
            tenth >= 58.0 && (71.0..80.0).contains(&median) && is_close && (0.05..0.13).contains(&over);
        reaches || is_pressure
    }

    /// Nobody is young, and hardly anybody as old as a hundred; saturations and volumes of cells lie higher.
    fn is_of_the_old(&self) -> bool {
        self.low >= 60.0
            && self.spread() < 34.0
            && (72.0..88.0).contains(&self.quantile(0.5))
            && self.share_from(100, YEARS) < 0.05
    }
}
