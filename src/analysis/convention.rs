//! What a convention means to the estimators.

use crate::domain::Convention;
use crate::estimate::cox::Ties;
use crate::estimate::{ConfType, KaplanMeierOptions, QuantileRule};

impl Convention {
    /// The scale on which limits of a survival curve are symmetric: R's `survfit` takes the logarithm,
    /// LIFETEST log(-log).
    ///
    /// Limits of a cumulative incidence are on log(-log F) by all three: cmprsk gives none, tidycmprsk and
    /// LIFETEST these.
    pub fn conf_type(self) -> ConfType {
        match self {
            Self::Engraft | Self::Sas => ConfType::LogLog,
            Self::R => ConfType::Log,
        }
    }

    /// How the median is read off a curve.
    pub fn median_rule(self) -> QuantileRule {
        match self {
            Self::Engraft => QuantileRule::FlatPiece,
            Self::R => QuantileRule::FirstTime,
            Self::Sas => QuantileRule::NextEvent,
        }
    }

    /// How other quantiles are read off a curve; in R they come from `quantile` and not from `print`.
    pub fn quantile_rule(self) -> QuantileRule {
        match self {
            Self::Engraft | Self::R => QuantileRule::FlatPiece,
            Self::Sas => QuantileRule::NextEvent,
        }
    }

    /// How tied events enter a proportional hazards model: `coxph` and `phreg` differ.
    pub fn ties(self) -> Ties {
        match self {
            Self::Engraft | Self::R => Ties::Efron,
            Self::Sas => Ties::Breslow,
        }
    }

    /// The options of a survival curve.
    pub fn kaplan_meier_options(self) -> KaplanMeierOptions {
        KaplanMeierOptions { conf_type: self.conf_type(), ..KaplanMeierOptions::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::convention::Rounding;

    #[test]
    fn a_convention_is_one_switch() {
        let all = |convention: Convention| {
            (convention.conf_type(), convention.median_rule(), convention.ties(), convention.rounding())
        };
        use {ConfType as C, QuantileRule as Q, Rounding as R};
        assert_eq!(all(Convention::Engraft), (C::LogLog, Q::FlatPiece, Ties::Efron, R::HalfAway));
        assert_eq!(all(Convention::R), (C::Log, Q::FirstTime, Ties::Efron, R::HalfEven));
        assert_eq!(all(Convention::Sas), (C::LogLog, Q::NextEvent, Ties::Breslow, R::HalfAway));
        for convention in [Convention::Engraft, Convention::R, Convention::Sas] {
            assert_eq!(Convention::named(convention.name()), Some(convention));
        }
        assert_eq!(Convention::named("stata"), None);
    }
}
