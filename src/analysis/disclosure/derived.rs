//! What becomes of a row: counts by themselves, estimates by the counts that they are made of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cells::{ALL, Cell, Cells, EPISODES, Line, Quantity, line, part, stays_inside, subject};
use super::rounding::{SHARE_ERROR, day, decimals, share};
use super::{DisclosureError, Policy};
use crate::analysis::ard::Row;
use crate::analysis::bookkeeping::RULES;
use crate::analysis::row_set::{Tells, stat};
use crate::domain::Group;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fate {
    /// It is not part of a release.
    Left,
    /// Its value is hidden.
    Hidden,
    /// It is told, rounded.
    Shown(Option<f64>),
}

/// Endpoint, comparison, group and the bits of a time.
type At<'a> = (&'a str, &'a str, &'a Group, u64);

/// The counts that are told, and what hangs on them.
pub(super) struct View<'a> {
    pub(super) cells: &'a Cells,
    pub(super) policy: &'a Policy,
    pub(super) facts: &'a Facts<'a>,
}

/// What the rows say whatever of them is told.
#[derive(Default)]
pub(super) struct Facts<'a> {
    /// Numbers at risk as they are.
    at_risk: BTreeMap<At<'a>, f64>,
    /// Estimates as they will be told, by cause.
    estimates: BTreeMap<(At<'a>, &'a str), f64>,
    /// Baseline variables that are 0 or 1, so that their mean is a share.
    flags: BTreeSet<&'a str>,
    /// The variables that group.
    grouping: BTreeSet<&'a str>,
    /// The terms of each model.
    terms: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

const TESTS: [&str; 16] = [
    "logrank",
    "gehan",
    "tarone-ware",
    "peto",
    "fleming-harrington",
    "gray",
    "logrank-trend",
    "gehan-trend",
    "tarone-ware-trend",
    "peto-trend",
    "fleming-harrington-trend",
    "gray-trend",
    "max-combo",
    "rmst",
    "rmtl",
    "fixed-time",
];

/// How a value is rounded.
type Rounding = fn(f64) -> f64;

fn tenth(value: f64) -> f64 {
    decimals(value, 1)
}

fn hundredth(value: f64) -> f64 {
    decimals(value, 2)
}

fn thousandth(value: f64) -> f64 {
    decimals(value, 3)
}

impl<'a> Facts<'a> {
    pub(super) fn of(rows: &'a [Row]) -> Self {
        let mut facts = Self::default();
        for row in rows {
            let comparison = row.comparison.as_deref().unwrap_or_default();
            facts.grouping.extend(comparison.split(',').filter(|name| !name.is_empty()));
            match (&*row.analysis, &*row.stat, row.time, row.value) {
                ("km" | "cif" | "recurrent", "n_risk", Some(time), Some(value)) => {
                    facts.at_risk.insert((subject(row), comparison, &*row.group, time.to_bits()), value);
                }
                ("km" | "cif" | "recurrent", "estimate", Some(time), Some(value)) => {
                    let at = (subject(row), comparison, &*row.group, time.to_bits());
                    facts.estimates.insert((at, row.cause.as_deref().unwrap_or_default()), share(value));
                }
                ("cox" | "finegray", "coef", ..) => {
                    facts.terms.entry(&*row.analysis_id).or_default().extend(row.term.as_deref());
                }
                ("baseline", "max", _, Some(value)) if value <= 1.0 => {
                    facts.flags.extend(row.term.as_deref());
                }
                _ => {}
            }
        }
        facts
    }
}

impl View<'_> {
    /// What becomes of a row that is not the same whatever is told beside it, and tells a count or none.
    ///
    /// # Errors
    /// [`DisclosureError::Unknown`] where no rule says what the row is made of.
    pub(super) fn fate(&self, row: &Row, count: Option<&Cell>) -> Result<Fate, DisclosureError> {
        let hidden = self.fate_of_hidden(row);
        if let Some(cell) = count {
            let shown = self.cells.shown(cell).is_some();
            return Ok(if shown { Fate::Shown(row.value) } else { hidden });
        }
        let ruled = match &*row.analysis {
            "baseline" => self.baseline(row),
            "km" | "cif" | "recurrent" => self.curve(row),
            "proportion" => self.proportion(row),
            "association" => self.association(row),
            "rate" => self.rate(row),
            "cox" | "finegray" => self.model(row),
            test if TESTS.contains(&test) => self.test(row),
            _ => None,
        };
        let unknown = || DisclosureError::Unknown {
            analysis_id: row.analysis_id.to_string(),
            analysis: row.analysis.to_string(),
            stat: row.stat.to_string(),
        };
        let (told, rounding) = ruled.ok_or_else(unknown)?;
        Ok(if told { Fate::Shown(row.value.map(rounding)) } else { hidden })
    }

    /// What becomes of a row that is not told: a point of a curve is not there.
    #[allow(clippy::unused_self, reason = "a question to the view like the others")]
    pub(super) fn fate_of_hidden(&self, row: &Row) -> Fate {
        if part(row) == "curve" { Fate::Left } else { Fate::Hidden }
    }

    fn has(&self, line: &Line, quantity: Quantity) -> bool {
        self.cells.shown(&Cell { line: line.clone(), quantity }).is_some()
    }

    /// Whether the patients of a row's group are told, and how many of them had an event.
    fn followed(&self, line: &Line, cause: &Arc<str>) -> bool {
        let events = Quantity::Events { cause: Arc::clone(cause), until: ALL };
        self.has(line, Quantity::Patients) && self.has(line, events)
    }

    /// Whether patients and events of every group of a row's comparison are told.
    fn all_groups(&self, row: &Row) -> bool {
        let of = line(row);
        let mut own = self.cells.of_comparison(&of).filter(|(cell, _)| match &cell.quantity {
            Quantity::Patients => true,
            Quantity::Events { until, .. } => *until == ALL,
            Quantity::Status(level) => row.cause.is_none() || row.cause.as_ref() == Some(level),
            _ => false,
        });
        let mut any = false;
        let told = own.all(|(_, count)| {
            any = true;
            !count.hidden
        });
        any && told
    }

    fn curve(&self, row: &Row) -> Option<(bool, Rounding)> {
        let line = line(row);
        let cause = match &*row.analysis {
            "recurrent" => Arc::from(EPISODES),
            _ => row.cause.clone().unwrap_or_default(),
        };
        match (&*row.stat, row.time) {
            ("estimate" | "conf_low" | "conf_high", Some(time)) => {
                Some((self.at_time(row, &line, (&cause, time)), share))
            }
            (
                "median" | "median_low" | "median_high" | "followup_median" | "quantile" | "quantile_low"
                | "quantile_high",
                None,
            ) => Some((self.followed(&line, &cause), day)),
            ("rmst" | "rmst_low" | "rmst_high", Some(_)) => Some((self.followed(&line, &cause), libm::round)),
            _ => None,
        }
    }

    fn at_time(&self, row: &Row, line: &Line, (cause, time): (&Arc<str>, f64)) -> bool {
        let events = Quantity::Events { cause: Arc::clone(cause), until: time.to_bits() };
        let key = (subject(row), &*line.comparison, &*row.group, time.to_bits());
        let followed =
            self.facts.at_risk.get(&key).is_some_and(|number| *number >= self.policy.min_at_risk as f64);
        let cell = |quantity| self.cells.shown(&Cell { line: line.clone(), quantity });
        let (Some(patients), Some(events)) = (cell(Quantity::Patients), cell(events)) else { return false };
        let estimate = self.facts.estimates.get(&(key, row.cause.as_deref().unwrap_or_default())).copied();
        followed && !estimate.is_some_and(|estimate| self.tells_censored(row, estimate, (patients, events)))
    }

    /// Whether an estimate, with the counts beside it, is so large that few patients must have been censored.
    ///
    /// Of n patients d of whom had the event and c were censored, the estimate is at most d / (n - c).
    fn tells_censored(&self, row: &Row, estimate: f64, (patients, events): (u64, u64)) -> bool {
        let risk = if &*row.analysis == "km" { 1.0 - estimate } else { estimate };
        let least = patients as f64 - events as f64 / (risk - SHARE_ERROR);
        risk > SHARE_ERROR && least > 1.0 && least <= self.policy.threshold as f64
    }

    fn proportion(&self, row: &Row) -> Option<(bool, Rounding)> {
        let line = line(row);
        let level = Quantity::Status(row.cause.clone().unwrap_or_default());
        let told = self.has(&line, Quantity::Patients) && self.has(&line, level);
        match &*row.stat {
            "estimate" | "conf_low" | "conf_high" | "estimate_weighted" | "null" => Some((told, share)),
            "p_value" => Some((told, thousandth)),
            _ => None,
        }
    }

    fn association(&self, row: &Row) -> Option<(bool, Rounding)> {
        match &*row.stat {
            "estimate" => self.proportion(row),
            "difference" | "difference_low" | "difference_high" => Some((self.all_groups(row), share)),
            "p_value" => Some((self.all_groups(row), thousandth)),
            "chisq" | "df" => Some((self.all_groups(row), hundredth)),
            ratio if ratio.starts_with("risk_ratio") || ratio.starts_with("odds_ratio") => {
                Some((self.all_groups(row), hundredth))
            }
            _ => None,
        }
    }

    fn rate(&self, row: &Row) -> Option<(bool, Rounding)> {
        let cause = if self.cells.recurs(row) { EPISODES.into() } else { self.cells.interest(row) };
        match &*row.stat {
            "rate" | "conf_low" | "conf_high" => Some((self.followed(&line(row), &cause), tenth)),
            "ratio" | "ratio_low" | "ratio_high" => Some((self.all_groups(row), hundredth)),
            "p_value" | "p_adjusted" => Some((self.all_groups(row), thousandth)),
            _ => None,
        }
    }

    fn test(&self, row: &Row) -> Option<(bool, Rounding)> {
        let told = self.all_groups(row);
        match &*row.stat {
            "chisq" | "df" | "z" | "ratio" | "ratio_low" | "ratio_high" => Some((told, hundredth)),
            "p_value" | "p_adjusted" | "difference_p" | "ratio_p" | "ratio_p_adjusted" => {
                Some((told, thousandth))
            }
            "rmst" | "rmst_low" | "rmst_high" | "rmtl" | "rmtl_low" | "rmtl_high" | "difference"
            | "difference_low" | "difference_high" => Some((told, libm::round)),
            "estimate" => Some((told, share)),
            _ => None,
        }
    }

    fn model(&self, row: &Row) -> Option<(bool, Rounding)> {
        let mut of_model = line(row);
        of_model.group = Arc::default();
        let fitted = self.events_told(&of_model) && self.has(&of_model, Quantity::Patients);
        let of_terms = match row.term.as_deref() {
            None => true,
            // Two profiles tell the effect of whatever they differ in.
            Some(_) if row.time.is_some() => self
                .facts
                .terms
                .get(&*row.analysis_id)
                .is_some_and(|terms| terms.iter().all(|term| self.term_told(row, term))),
            Some(term) => self.term_told(row, term),
        };
        let told = fitted && of_terms && self.arm_told(row);
        match &*row.stat {
            "hr" | "z" | "zph_chisq" | "zph_df" => Some((told, hundredth)),
            "conf_low" | "conf_high" if row.time.is_none() => Some((told, hundredth)),
            "estimate" | "conf_low" | "conf_high" => Some((told, share)),
            "coef" | "p_value" | "zph_p" | "lrt_p" | "wald_p" | "score_p" => Some((told, thousandth)),
            "lrt" | "lrt_df" | "wald" | "wald_df" | "score" | "score_df" | "concordance" => {
                Some((fitted, hundredth))
            }
            _ => None,
        }
    }

    /// Whether the groups that a term of a model compares are told: a level that groups nothing is not known.
    fn term_told(&self, row: &Row, term: &str) -> bool {
        let groups = term.split(':').next().is_some_and(|name| self.facts.grouping.contains(name));
        if !term.contains(':') && !groups {
            return true;
        }
        let Some((variable, level)) = term.split_once(':') else { return false };
        let of = Line {
            subject: subject(row).into(),
            comparison: variable.into(),
            group: Arc::new(Group::new(vec![(variable.to_owned(), level.to_owned())])),
            ..line(row)
        };
        let levels = self.cells.of_comparison(&of).filter(|(cell, _)| cell.quantity == Quantity::Patients);
        let all = levels.map(|(_, count)| !count.hidden).reduce(|all, told| all && told);
        all == Some(true) && self.events_told(&of)
    }

    /// Whether the group of an adjusted estimate is told.
    fn arm_told(&self, row: &Row) -> bool {
        let names: Vec<&str> = row.group.levels().iter().map(|(name, _)| name.as_str()).collect();
        let of = Line { subject: subject(row).into(), comparison: names.join(",").into(), ..line(row) };
        row.group.is_everybody() || self.events_told(&of)
    }

    /// Whether all that is counted over the follow-up of a group is told, and something is.
    fn events_told(&self, of: &Line) -> bool {
        let own = self
            .cells
            .of_line(of)
            .filter(|(cell, _)| matches!(&cell.quantity, Quantity::Events { until: ALL, .. }));
        own.map(|(_, count)| !count.hidden).reduce(|all, told| all && told) == Some(true)
    }

    fn baseline(&self, row: &Row) -> Option<(bool, Rounding)> {
        let line = line(row);
        let term = row.term.clone().unwrap_or_default();
        let variable: Arc<str> = term.split('=').next().unwrap_or_default().into();
        let told = self.has(&line, Quantity::Patients)
            && self.has(&line, Quantity::Level(Arc::clone(&variable)))
            && self.has(&line, Quantity::Level(term));
        match &*row.stat {
            "proportion" => Some((told, share)),
            "mean" | "sd" | "median" | "q1" | "q3" => {
                Some((told && !self.facts.flags.contains(&*variable), tenth))
            }
            _ => None,
        }
    }
}

/// What becomes of a row whatever is told beside it.
pub(super) fn whatever_it_holds(row: &Row) -> Option<Fate> {
    // Assumed, not counted: nothing of it is about the patients.
    if row.analysis.starts_with("design-") {
        return Some(Fate::Shown(row.value));
    }
    let part = part(row);
    let drawn = matches!(part, "curve" | "risk");
    let left = stays_inside(row)
        || part == "extras"
        || part.ends_with("-curve")
        || (&*row.analysis == "recurrent" && drawn)
        || (part == "risk" && &*row.stat != "n_risk")
        || (part == "curve" && matches!(&*row.stat, "n_risk" | "n_censor" | "std_error"));
    if left {
        return Some(Fate::Left);
    }
    // Which rule judged is told, not how many: they are no cells of any margin.
    if &*row.analysis == RULES {
        return Some(Fate::Hidden);
    }
    let hidden = matches!(stat::tells(&row.stat), Some(Tells::Single | Tells::Censored));
    hidden.then_some(Fate::Hidden)
}
