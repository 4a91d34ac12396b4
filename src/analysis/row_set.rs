//! Collects the rows of one analysis: what they share is said once.

use std::sync::Arc;

use super::ard::{Reason, Row};
use crate::domain::Group;
use crate::estimate::{Absent, Quantity, cox};

/// What all rows of an analysis share.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// Which analysis of the study, or of the command.
    pub id: String,
    /// Named population.
    pub population: Option<String>,
    /// The by-columns, comma-separated.
    pub comparison: Option<String>,
    /// The study's endpoint.
    pub endpoint: Option<String>,
    /// `d` in the pipeline.
    pub time_unit: Option<String>,
}

/// The rows of one analysis, of one method.
#[derive(Debug)]
pub struct RowSet {
    template: Row,
    rows: Vec<Row>,
}

/// Where a value stands: of which group, cause, term and time.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The group.
    pub group: Arc<Group>,
    /// The cause.
    pub cause: Option<Arc<str>>,
    /// Model term or contrast.
    pub term: Option<Arc<str>>,
    /// The time.
    pub time: Option<f64>,
}

impl Place {
    /// A summary of a group.
    pub fn of(group: &Arc<Group>) -> Self {
        Self { group: Arc::clone(group), ..Self::default() }
    }

    /// The same at a time.
    #[must_use]
    pub fn at(self, time: f64) -> Self {
        Self { time: Some(time), ..self }
    }

    /// The same for a cause.
    #[must_use]
    pub fn cause(self, cause: &Arc<str>) -> Self {
        Self { cause: Some(Arc::clone(cause)), ..self }
    }

    /// The same for a term.
    #[must_use]
    pub fn term(self, term: &str) -> Self {
        Self { term: Some(Arc::from(term)), ..self }
    }
}

impl RowSet {
    /// No rows yet, of this analysis by this method.
    pub fn new(frame: &Frame, analysis: &str, method: &str) -> Self {
        let text = |value: &Option<String>| value.as_deref().map(Arc::from);
        let template = Row {
            analysis_id: Arc::from(frame.id.as_str()),
            analysis: Arc::from(analysis),
            population: text(&frame.population),
            comparison: text(&frame.comparison),
            endpoint: text(&frame.endpoint),
            group: Arc::default(),
            cause: None,
            term: None,
            time: None,
            time_unit: text(&frame.time_unit),
            stat: Arc::from(""),
            value: None,
            reason: None,
            method: Arc::from(method),
        };
        Self { template, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, place: &Place, stat: &Arc<str>, value: Quantity) {
        self.push_value(place, stat, value.map_err(Reason::from));
    }

    /// Adds a row with a value or the reason why there is none.
    pub fn push_value(&mut self, place: &Place, stat: &Arc<str>, value: Result<f64, Reason>) {
        let (value, reason) = match value {
            Ok(value) => (Some(value + 0.0), None),
            Err(reason) => (None, Some(reason)),
        };
        self.rows.push(Row {
            group: Arc::clone(&place.group),
            cause: place.cause.clone(),
            term: place.term.clone(),
            time: place.time,
            time_unit: if place.time.is_some() { self.template.time_unit.clone() } else { None },
            stat: Arc::clone(stat),
            value,
            reason,
            ..self.template.clone()
        });
    }

    /// Adds a whole number.
    pub fn count(&mut self, place: &Place, stat: &Arc<str>, value: u64) {
        self.push(place, stat, Ok(value as f64));
    }

    /// The rows.
    pub fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}

impl From<Absent> for Reason {
    fn from(absent: Absent) -> Self {
        match absent {
            Absent::NotReached => Self::NotReached,
            Absent::NoEvents => Self::NoEvents,
            Absent::NotEstimable => Self::NotEstimable,
            Absent::BeyondFollowup => Self::BeyondFollowup,
            Absent::Singular => Self::Singular,
            Absent::NotConverged => Self::NotConverged,
        }
    }
}

impl From<cox::Absent> for Reason {
    fn from(absent: cox::Absent) -> Self {
        match absent {
            cox::Absent::Singular => Self::Singular,
            cox::Absent::Monotone => Self::MonotoneLikelihood,
            cox::Absent::NotConverged => Self::NotConverged,
            cox::Absent::NoEvents => Self::NoEvents,
            cox::Absent::NotEstimable => Self::NotEstimable,
        }
    }
}

macro_rules! stats {
    ($($kind:ident { $($constant:ident = $name:literal),* $(,)? })*) => {
        $($(#[doc = concat!("`", $name, "`")]
        pub static $constant: std::sync::LazyLock<Arc<str>> = std::sync::LazyLock::new(|| Arc::from($name));)*)*

        /// What a statistic tells; none for a name that is not in the vocabulary.
        pub fn tells(name: &str) -> Option<Tells> {
            match name {
                $($($name => Some(Tells::$kind),)*)*
                _ => None,
            }
        }
    };
}

/// What a statistic tells: how disclosure control has to treat it. Every name of the vocabulary stands under one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tells {
    /// Patients.
    Patients,
    /// Events, of a cause where the row has one.
    Events,
    /// Events that a test observed.
    Observed,
    /// Deaths that end what recurs.
    Terminal,
    /// Patients at risk.
    AtRisk,
    /// Patients censored.
    Censored,
    /// Patients with a status.
    Status,
    /// Patients without a value.
    Missing,
    /// Patients who are left out, for the reason that its name says.
    LeftOut,
    /// Files, rows and findings: bookkeeping that stays inside.
    Books,
    /// A value that single patients, or exact sums over them, can be worked out from.
    Single,
    /// A property of a design, of no patients.
    Design,
    /// An estimate, a limit, a test or a model: made of counts.
    Estimate,
}

impl Tells {
    /// Whether it counts patients or events.
    pub fn is_count(self) -> bool {
        !matches!(self, Self::Books | Self::Single | Self::Design | Self::Estimate)
    }
}

/// The vocabulary of the `stat` field.
pub mod stat {
    use std::sync::Arc;

    use super::Tells;

    stats! {
        Patients {
            N = "n",
        }
        Events {
            EVENTS = "events", N_EVENT = "n_event",
        }
        Observed {
            OBSERVED = "observed",
        }
        Terminal {
            N_TERMINAL = "n_terminal",
        }
        AtRisk {
            N_RISK = "n_risk",
        }
        Censored {
            N_CENSOR = "n_censor",
        }
        Status {
            X = "x",
        }
        Missing {
            N_MISSING = "n_missing",
        }
        LeftOut {
            N_EXCLUDED = "n_excluded", N_EXCLUDED_LANDMARK = "n_excluded_landmark",
            N_NOT_APPLICABLE = "n_not_applicable", N_NEVER_BELOW = "n_never_below",
            N_NOT_EVALUABLE = "n_not_evaluable",
        }
        Books {
            N_FILES = "n_files", N_ROWS = "n_rows", N_REJECTED = "n_rejected", N_LEFT_OUT = "n_left_out",
            N_CLASSES = "n_classes", K = "k", N_BELOW = "n_below", SUBJECTS = "subjects", N_SUBJECTS = "n_subjects",
            LIMIT = "limit", CROSSED = "crossed", N_EVALUABLE = "n_evaluable",
        }
        Single {
            N_EFFECTIVE = "n_effective", STD_ERROR = "std_error", RMST_SE = "rmst_se", RMTL_SE = "rmtl_se",
            CUMHAZ = "cumhaz", CUMHAZ_SE = "cumhaz_se", CUMHAZ_LOW = "cumhaz_low", CUMHAZ_HIGH = "cumhaz_high",
            BAND_CRITICAL = "band_critical", BAND_LOW = "band_low", BAND_HIGH = "band_high", EXPECTED = "expected",
            LOGLIK = "loglik", LOGLIK_NULL = "loglik_null", MIN = "min", MAX = "max", PERSON_TIME = "person_time",
            MEAN_TIME = "mean_time", MEAN_TIME_SE = "mean_time_se", DIFFERENCE_SE = "difference_se",
        }
        Design {
            ALPHA = "alpha", POWER = "power", CRITICAL_VALUE = "critical_value",
            EVENT_PROBABILITY = "event_probability", ENROLLED = "enrolled", DROPOUTS = "dropouts",
            AT_RISK = "at_risk", TIME_OF_EVENTS = "time_of_events",
        }
        Estimate {
            ESTIMATE = "estimate", CONF_LOW = "conf_low", CONF_HIGH = "conf_high", MEDIAN = "median",
            MEDIAN_LOW = "median_low", MEDIAN_HIGH = "median_high", QUANTILE = "quantile",
            QUANTILE_LOW = "quantile_low", QUANTILE_HIGH = "quantile_high", RMST = "rmst", RMST_LOW = "rmst_low",
            RMST_HIGH = "rmst_high", RMTL = "rmtl", RMTL_LOW = "rmtl_low", RMTL_HIGH = "rmtl_high",
            FOLLOWUP_MEDIAN = "followup_median", CHISQ = "chisq", DF = "df", P_VALUE = "p_value", COEF = "coef",
            HR = "hr", Z = "z", CONCORDANCE = "concordance", LRT = "lrt", LRT_DF = "lrt_df", LRT_P = "lrt_p",
            WALD = "wald", WALD_DF = "wald_df", WALD_P = "wald_p", SCORE = "score", SCORE_DF = "score_df",
            SCORE_P = "score_p", ZPH_CHISQ = "zph_chisq", ZPH_DF = "zph_df", ZPH_P = "zph_p", MEAN = "mean",
            SD = "sd", Q1 = "q1", Q3 = "q3", PROPORTION = "proportion", RATE = "rate", RATIO = "ratio",
            RATIO_LOW = "ratio_low", RATIO_HIGH = "ratio_high", NULL = "null",
            ESTIMATE_WEIGHTED = "estimate_weighted", DIFFERENCE = "difference", DIFFERENCE_LOW = "difference_low",
            DIFFERENCE_HIGH = "difference_high", RISK_RATIO = "risk_ratio", RISK_RATIO_LOW = "risk_ratio_low",
            RISK_RATIO_HIGH = "risk_ratio_high", ODDS_RATIO = "odds_ratio", ODDS_RATIO_LOW = "odds_ratio_low",
            ODDS_RATIO_HIGH = "odds_ratio_high", ODDS_RATIO_MH = "odds_ratio_mh",
            ODDS_RATIO_MH_LOW = "odds_ratio_mh_low", ODDS_RATIO_MH_HIGH = "odds_ratio_mh_high",
            P_ADJUSTED = "p_adjusted", RATIO_P_ADJUSTED = "ratio_p_adjusted", DIFFERENCE_P = "difference_p",
            RATIO_P = "ratio_p", SHARE = "share",
        }
    }
}
