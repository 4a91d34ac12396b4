//! Kaplan-Meier: `survival::survfit`.

use super::curve::{critical_value, extras};
use super::script::{Columns, Script, numbers, quoted};
use crate::analysis::events::EventCodes;
use crate::analysis::survival::conf_type_name;
use crate::cli::arguments::KmArguments;
use crate::domain::Convention;

/// The median with its limits, as the convention reads it.
fn median(convention: Convention) -> &'static str {
    match convention {
        Convention::Engraft => {
            "median_of <- function(fit, p = 0.5) unlist(quantile(fit, p)[c(\"quantile\", \"lower\", \"upper\")])\n"
        }
        Convention::R => {
            "median_of <- function(fit) summary(fit)$table[c(\"median\", paste0(fit$conf.int, c(\"LCL\", \"UCL\")))]\n"
        }
        Convention::Sas => {
            "# LIFETEST: the first time below, or the middle of it and the time from which the curve is level
median_of <- function(fit, p = 0.5) {
  vapply(list(fit$surv, fit$lower, fit$upper), function(level) {
    below <- which(level < 1 - p - 1e-8)[1]
    equal <- which(abs(level - 1 + p) <= 1e-8)[1]
    if (is.na(equal) || is.na(below) || below < equal) fit$time[below] else (fit$time[equal] + fit$time[below]) / 2
  }, 0)
}
"
        }
    }
}

/// The script of `engraft km`.
pub(in crate::cli) fn km(arguments: &KmArguments, codes: &EventCodes) -> String {
    let input = &arguments.input;
    let event = input.outcome.event_column();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        id: arguments.id.as_deref(),
        landmark: arguments.landmark.landmark,
        ..Columns::of(input, &arguments.weighting, &event)
    };
    let mut script = Script::of_events("Kaplan-Meier", &["survival"], &input.outcome.file, (&columns, codes));
    let convention = arguments.output.convention();
    script.piece(median(convention), &[]);
    let conf_type = arguments.conf_type.map_or_else(|| convention.conf_type(), Into::into);
    script.line(&format!("z <- qnorm(1 - (1 - {}) / 2)", arguments.output.conf_level));
    critical_value(&mut script, arguments);
    let surv = if columns.entry.is_some() { "Surv(entry, exit, event)" } else { "Surv(exit, event)" };
    let id = if columns.id.is_some() || columns.pweight.is_some() { "id = id[rows], " } else { "" };
    let robust = if columns.pweight.is_some() { "TRUE" } else { "FALSE" };
    let (level, conf_type) = (arguments.output.conf_level.to_string(), quoted(conf_type_name(conf_type)));
    script.piece(
        "
y <- {surv}
estimate <- function(rows, group) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], {id}robust = {robust}, conf.type = {type}, conf.int = {level},
                 timefix = FALSE)
  reverse <- fit # of the censorings, after the events of the same time
  left <- fit$n.risk - fit$n.event
  reverse$surv <- cumprod(ifelse(left > 0, 1 - fit$n.censor / left, 1))
",
        &[("surv", surv), ("id", id), ("robust", robust), ("type", &conf_type), ("level", &level)],
    );
    curve(&mut script, &arguments.times);
    let n = if columns.pweight.is_some() {
        "length(unique(id[rows]))"
    } else {
        "sum(w[rows][!duplicated(id[rows])])"
    };
    script.piece(
        "
  m <- unname(median_of(fit))
  once <- data.frame(group, n = {n}, events = sum(fit$n.event), median = m[1], median_low = m[2], median_high = m[3],
                     followup_median = unname(median_of(reverse)[1]))
  out <- list(curve, once)
",
        &[("n", n)],
    );
    more(&mut script, arguments);
    extras(&mut script, arguments, &[("n", n), ("id", id), ("type", &conf_type), ("level", &level)]);
    script.line("  out\n}");
    script.by_group(&columns, arguments.overall);
    script.finish()
}

/// Quantiles and the restricted mean, where they are asked for.
fn more(script: &mut Script, arguments: &KmArguments) {
    let convention = arguments.output.convention();
    if !arguments.probs.is_empty() {
        let read = if convention == Convention::Sas {
            "as.data.frame(t(vapply(p, function(p) median_of(fit, p), numeric(3))))"
        } else {
            "lapply(quantile(fit, p), as.vector)"
        };
        script.piece(
            "
  p <- {probs}
  q <- {read}
  out <- c(out, list(data.frame(group, term = p, quantile = q[[1]], quantile_low = q[[2]], quantile_high = q[[3]])))
",
            &[("probs", &numbers(&arguments.probs)), ("read", read)],
        );
    }
    if let Some(tau) = arguments.rmst {
        script.piece(
            "
  m <- summary(fit, rmean = {tau})$table[c(\"rmean\", \"se(rmean)\")]
  out <- c(out, list(data.frame(group, time = {tau}, rmst = m[[1]], rmst_se = m[[2]], rmst_low = m[[1]] - z * m[[2]],
                                rmst_high = m[[1]] + z * m[[2]])))
",
            &[("tau", &tau.to_string())],
        );
    }
}

fn curve(script: &mut Script, times: &[f64]) {
    if times.is_empty() {
        script.piece(
            "
  s <- summary(fit, censored = TRUE)
  curve <- data.frame(group, time = s$time, n_risk = s$n.risk, n_event = s$n.event, n_censor = s$n.censor,
                      estimate = s$surv, std_error = s$std.err, conf_low = s$lower, conf_high = s$upper)
",
            &[],
        );
        return;
    }
    script.piece(
        "
  s <- summary(fit, times = {times}, extend = TRUE)
  at_risk <- vapply(s$time, function(t) sum(w[rows][exit[rows] >= t & entry[rows] < t]), 0)
  curve <- data.frame(group, time = s$time, n_risk = at_risk, n_event = cumsum(s$n.event),
                      n_censor = cumsum(s$n.censor), estimate = s$surv, std_error = s$std.err, conf_low = s$lower,
                      conf_high = s$upper)
",
        &[("times", &sorted(times))],
    );
}

/// Times in order, each once.
pub(super) fn sorted(times: &[f64]) -> String {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.dedup();
    numbers(&times)
}
