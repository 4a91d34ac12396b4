//! The designs of a study: what each kind takes, as the command line does.

use std::ops::Range;

use toml::Spanned;

use super::file::{DesignKind, DesignSpec, FormulaName};

/// A key that is set: its name, its place and its value as the command line writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct DesignKey {
    /// The key.
    pub name: &'static str,
    /// Its place.
    pub place: Range<usize>,
    /// Its value.
    pub value: String,
}

impl DesignKind {
    /// As the study and the command line write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Logrank => "logrank",
            Self::Proportion => "proportion",
            Self::Gray => "gray",
            Self::Events => "events",
        }
    }

    /// The keys that it takes.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Logrank => &[
                "hr",
                "formula",
                "power",
                "n",
                "events",
                "alpha",
                "sides",
                "allocation",
                "hazard_control",
                "median_control",
                "survival_control",
                "at",
                "dropout",
                "accrual",
                "followup",
            ],
            Self::Proportion => &["null", "alternative", "power", "n", "max_n", "alpha", "sides"],
            Self::Gray => &[
                "shr",
                "cif_control",
                "cif_experimental",
                "competing_control",
                "at",
                "power",
                "n",
                "events",
                "alpha",
                "sides",
                "allocation",
                "accrual",
                "followup",
            ],
            Self::Events => &[
                "accrual",
                "n",
                "rates",
                "hr",
                "allocation",
                "hazard_control",
                "median_control",
                "survival_control",
                "at",
                "dropout",
                "until",
                "every",
                "target",
            ],
        }
    }
}

impl DesignSpec {
    /// How its results are called: `design:primary`.
    pub fn id(&self) -> String {
        format!("design:{}", self.name.get_ref())
    }

    /// What is planned.
    pub fn kind(&self) -> DesignKind {
        *self.kind.get_ref()
    }

    /// The keys that are set, in the order of the file's description.
    pub fn keys(&self) -> Vec<DesignKey> {
        let numbers = [
            ("hr", &self.hr),
            ("shr", &self.shr),
            ("null", &self.null),
            ("alternative", &self.alternative),
            ("hazard_control", &self.hazard_control),
            ("median_control", &self.median_control),
            ("survival_control", &self.survival_control),
            ("cif_control", &self.cif_control),
            ("cif_experimental", &self.cif_experimental),
            ("competing_control", &self.competing_control),
            ("at", &self.at),
            ("dropout", &self.dropout),
            ("accrual", &self.accrual),
            ("followup", &self.followup),
            ("allocation", &self.allocation),
            ("alpha", &self.alpha),
            ("power", &self.power),
            ("until", &self.until),
            ("every", &self.every),
        ];
        let counts =
            [("n", &self.n), ("events", &self.events), ("max_n", &self.max_n), ("sides", &self.sides)];
        let formula = |name: &FormulaName| match name {
            FormulaName::Schoenfeld => "schoenfeld".to_owned(),
            FormulaName::Freedman => "freedman".to_owned(),
        };
        let rates = |rates: &Vec<[f64; 2]>| {
            rates.iter().map(|[until, rate]| format!("{until}:{rate}")).collect::<Vec<_>>().join(",")
        };
        let targets =
            |targets: &Vec<f64>| targets.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let mut keys: Vec<Option<DesignKey>> = Vec::new();
        keys.extend(numbers.map(|(name, value)| key(name, value.as_ref(), ToString::to_string)));
        keys.push(key("formula", self.formula.as_ref(), formula));
        keys.extend(counts.map(|(name, value)| key(name, value.as_ref(), ToString::to_string)));
        keys.push(key("rates", self.rates.as_ref(), rates));
        keys.push(key("target", self.target.as_ref(), targets));
        keys.into_iter().flatten().collect()
    }
}

fn key<T>(name: &'static str, value: Option<&Spanned<T>>, shown: impl Fn(&T) -> String) -> Option<DesignKey> {
    let value = value?;
    Some(DesignKey { name, place: value.span(), value: shown(value.get_ref()) })
}
