//! Fine-Gray regression: `cmprsk::crr`, and the cause-specific one beside it.

use super::cox::{FIT, MODEL, TERMS};
use super::model::terms;
use super::script::{Columns, Script, column, numbers, quoted};
use crate::analysis::events::EventCodes;
use crate::cli::arguments::FineGrayArguments;

/// The script of `engraft finegray`.
pub(in crate::cli) fn fine_gray(arguments: &FineGrayArguments, codes: &EventCodes) -> String {
    let event = arguments.outcome.event_column();
    let strata: Vec<String> = arguments.strata.iter().cloned().collect();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        time: &arguments.outcome.time,
        event: &event,
        strata: &strata,
        covariates: &arguments.covariates,
        landmark: arguments.landmark.landmark,
        ..Columns::default()
    };
    let packages = ["survival", "cmprsk"];
    let mut script =
        Script::of_events("Fine-Gray regression", &packages, &arguments.outcome.file, (&columns, codes));
    let formula = terms(&mut script, &columns);
    script.piece(include_str!("pieces/term_names.R"), &[]);
    script.line(&format!(
        "x <- model.matrix(~ {formula}, m)[, -1, drop = FALSE]\nnames <- term_names(colnames(x))"
    ));
    let censoring = match arguments.strata.as_deref() {
        Some(name) => format!(", cengroup = as_text({})", column(name)),
        None => String::new(),
    };
    script.piece(
        "
# crr takes the censorings at time 0 for some before it; only the order of the times matters
time <- exit + (min(exit) == 0)
crr_at <- function(from, steps) {
  crr(time, event, x{censoring}, failcode = 1, cencode = 0, init = from, maxiter = steps)
}
fit <- crr_at(rep(0, ncol(x)), 50)
# its search stops some 1e-5 from the maximum: Newton steps from its own score and information
for (step in 1:4) fit <- crr_at(fit$coef + solve(fit$inf, fit$score), 0)
b <- unname(fit$coef)
se <- sqrt(diag(fit$var))
",
        &[("censoring", &censoring)],
    );
    let cause = codes
        .causes
        .first()
        .map(|cause| format!("analysis = \"finegray\", cause = {}, ", quoted(cause)))
        .unwrap_or_default();
    let level = arguments.output.conf_level.to_string();
    script.piece(TERMS, &[("level", &level), ("cause", &cause)]);
    script.piece(
        "
model <- data.frame({cause}group = \"\", n = nrow(d), events = sum(event == 1), loglik_null = fit$loglik.null,
                    loglik = fit$loglik)
results <- list(terms, model)
",
        &[("cause", &cause)],
    );
    profiles(&mut script, arguments, (&cause, &formula));
    cause_specific(&mut script, arguments, (&cause, &formula));
    script.line("print(results)");
    script.finish()
}

/// The cause-specific hazard beside it.
fn cause_specific(script: &mut Script, arguments: &FineGrayArguments, (cause, formula): (&str, &str)) {
    if !arguments.model.cause_specific {
        return;
    }
    let level = arguments.output.conf_level.to_string();
    let cause = cause.replace("finegray", "cox");
    let formula = format!("Surv(exit, event == 1) ~ {formula}");
    script.line("# the cause-specific hazard\nmore <- results\ncontrol <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50)");
    script.piece(FIT, &[("formula", &formula), ("options", "ties = \"efron\"")]);
    script.piece(TERMS, &[("level", &level), ("cause", &cause)]);
    script.piece(MODEL, &[("cause", &cause), ("before", "more, ")]);
}

/// Predicted incidence; cmprsk has no error of it.
fn profiles(script: &mut Script, arguments: &FineGrayArguments, (cause, formula): (&str, &str)) {
    let model = &arguments.model;
    if model.at.is_empty() {
        return;
    }
    let times = if model.times.is_empty() {
        "sort(unique(exit[event == 1]))".to_owned()
    } else {
        numbers(&model.times)
    };
    script.piece(
        "
# predicted incidence for values of the covariates; cmprsk has no error of it
profile <- function(text, values) {
  new <- m[1, , drop = FALSE]
  for (name in names(values)) {
    new[[name]] <- if (is.factor(m[[name]])) factor(values[[name]], levels(m[[name]])) else as.numeric(values[[name]])
  }
  like <- model.frame(~ {formula}, m)
  row <- model.matrix(terms(like), model.frame(terms(like), new, xlev = .getXlevels(terms(like), like)))
  curve <- predict(fit, row[, -1, drop = FALSE])
  times <- {times}
  data.frame({cause}group = \"\", term = text, time = times,
             estimate = c(0, curve[, 2])[findInterval(times + (min(exit) == 0), curve[, 1]) + 1])
}
",
        &[("formula", formula), ("times", &times), ("cause", cause)],
    );
    for profile in &model.at {
        let pair = |(name, value): &(String, String)| format!("{} = {}", quoted(name), quoted(value));
        let values: Vec<String> = profile.values.iter().map(pair).collect();
        let text = quoted(&profile.text);
        script.line(&format!("results <- c(results, list(profile({text}, c({}))))", values.join(", ")));
    }
}
