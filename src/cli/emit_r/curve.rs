//! What may be asked of a survival curve besides its values: hazard, band, conditional survival.

use super::script::{Script, numbers};
use crate::cli::arguments::{BandName, KmArguments};
use crate::estimate::ConfType;

/// The critical value of a band.
pub(super) fn critical_value(script: &mut Script, arguments: &KmArguments) {
    let piece = match arguments.extras.band {
        None => return,
        Some(BandName::HallWellner) => include_str!("pieces/hall_wellner.R"),
        Some(BandName::EqualPrecision) => include_str!("pieces/equal_precision.R"),
    };
    script.piece(piece, &[("level", &arguments.output.conf_level.to_string())]);
}

/// The rows of the extras, appended to `out`; `words` are the number of subjects and how `survfit` is called.
pub(super) fn extras(script: &mut Script, arguments: &KmArguments, words: &[(&str, &str)]) {
    let extras = &arguments.extras;
    if extras.cumulative_hazard {
        script.piece(include_str!("pieces/hazard.R"), &[]);
    }
    if let Some(band) = extras.band {
        let from = extras.band_from.map_or_else(
            || "min(fit$time[fit$n.event > 0], Inf)".to_owned(),
            |from| format!("max({from}, min(fit$time[fit$n.event > 0], Inf))"),
        );
        let to = extras
            .band_to
            .map_or_else(|| "max(fit$time)".to_owned(), |to| format!("min({to}, max(fit$time))"));
        let width = match band {
            BandName::HallWellner => "critical * (1 + n * error^2) / sqrt(n)",
            BandName::EqualPrecision => "critical * error",
        };
        let (low, high) =
            limits(arguments.conf_type.map_or_else(|| arguments.output.convention().conf_type(), Into::into));
        let band = [("from", &*from), ("to", &*to), ("width", width), ("low", low), ("high", high)];
        script.piece(include_str!("pieces/band.R"), &[words, &band[..]].concat());
    }
    if !extras.conditional_on.is_empty() {
        let given = numbers(&extras.conditional_on);
        let later: Vec<String> = words.iter().map(|(_, word)| word.replace("[rows]", "[later]")).collect();
        let words: Vec<(&str, &str)> =
            words.iter().map(|(name, _)| *name).zip(later.iter().map(String::as_str)).collect();
        let words = [&words[..], &[("given", given.as_str())]].concat();
        script.piece(include_str!("pieces/conditional.R"), &words);
    }
}

/// The limits around `s`; `width` stands for z times the standard error of log S.
fn limits(conf_type: ConfType) -> (&'static str, &'static str) {
    match conf_type {
        ConfType::Plain => ("pmax(0, s - s * width)", "pmin(1, s + s * width)"),
        ConfType::Log => ("s * exp(-width)", "pmin(1, s * exp(width))"),
        ConfType::LogLog => ("s^exp(-width / log(s))", "s^exp(width / log(s))"),
        ConfType::Logit => ("plogis(qlogis(s) - width / (1 - s))", "plogis(qlogis(s) + width / (1 - s))"),
        ConfType::ArcSin => (
            "sin(pmax(0, asin(sqrt(s)) - width * sqrt(s / (1 - s)) / 2))^2",
            "sin(pmin(pi / 2, asin(sqrt(s)) + width * sqrt(s / (1 - s)) / 2))^2",
        ),
    }
}
