//! Fine-Gray regression: `cmprsk::crr`.

use super::cox::TERMS;
use super::script::{Columns, Script, column, design, quoted};
use crate::analysis::events::EventCodes;
use crate::cli::arguments::FineGrayArguments;

/// The script of `engraft finegray`.
pub(in crate::cli) fn fine_gray(arguments: &FineGrayArguments, codes: &EventCodes) -> Result<String, String> {
    let event = arguments.outcome.event_column();
    let strata: Vec<String> = arguments.strata.iter().cloned().collect();
    let columns = Columns {
        time: &arguments.outcome.time,
        event: &event,
        strata: &strata,
        covariates: &arguments.covariates,
        ..Columns::default()
    };
    let packages = ["survival", "cmprsk"];
    let mut script =
        Script::of_events("Fine-Gray regression", &packages, &arguments.outcome.file, (&columns, codes));
    design(&mut script, &arguments.covariates)?;
    let censoring = match arguments.strata.as_deref() {
        Some(name) => format!(", cengroup = as_text({})", column(name)),
        None => String::new(),
    };
    script.piece(
        "
# crr takes the censorings at time 0 for some before it; only the order of the times matters
time <- exit + (min(exit) == 0)
at <- function(from, steps) {
  crr(time, event, x{censoring}, failcode = 1, cencode = 0, init = from, maxiter = steps)
}
fit <- at(rep(0, ncol(x)), 50)
# its search stops some 1e-5 from the maximum: Newton steps from its own score and information
for (step in 1:4) fit <- at(fit$coef + solve(fit$inf, fit$score), 0)
b <- unname(fit$coef)
se <- sqrt(diag(fit$var))
",
        &[("censoring", &censoring)],
    );
    let cause = codes.causes.first().map(|cause| format!(", cause = {}", quoted(cause))).unwrap_or_default();
    let level = arguments.output.conf_level.to_string();
    script.piece(TERMS, &[("level", &level), ("cause", &cause)]);
    script.piece(
        "
model <- data.frame(group = \"\"{cause}, n = nrow(d), events = sum(event == 1), loglik_null = fit$loglik.null,
                    loglik = fit$loglik)
results <- list(terms, model)
print(results)
",
        &[("cause", &cause)],
    );
    Ok(script.finish())
}
