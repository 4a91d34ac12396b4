//! Tests of groups: `survdiff`, `coxph`, `cmprsk::cuminc`, or from the definition.

use super::script::{Columns, Script, labels, vector};
use crate::analysis::events::EventCodes;
use crate::analysis::test::{Test, TestRequest};
use crate::cli::arguments::CompareArguments;
use crate::estimate::Weight;

/// The script of `engraft compare`.
pub(in crate::cli) fn compare(
    arguments: &CompareArguments,
    (request, codes): (&TestRequest, &EventCodes),
) -> Result<String, String> {
    let input = &arguments.input;
    let event = input.outcome.event_column();
    let columns = Columns { strata: &arguments.strata, ..Columns::of(input, &arguments.weighting, &event) };
    let packages: &[&str] = match request.test {
        Test::Gray => &["survival", "cmprsk"],
        Test::Weighted(_) => &["survival"],
        _ => return Err(format!("--emit-r does not know --test {}", request.name())),
    };
    let mut script =
        Script::of_events("Test between groups", packages, &input.outcome.file, (&columns, codes));
    script.line(&format!("stratum <- {}", labels(&arguments.strata)));
    match request.test {
        Test::Gray => gray(&mut script, &columns, codes),
        Test::Weighted(_) if columns.pweight.is_some() => robust(&mut script, &columns),
        Test::Weighted(weight) => match (survdiff_rho(weight), columns.entry) {
            (Some(rho), None) => survdiff(&mut script, &columns, rho),
            _ => by_hand(&mut script, weight),
        },
        _ => {}
    }
    script.line("print(results)");
    Ok(script.finish())
}

/// The `rho` of `survdiff` that gives this test.
fn survdiff_rho(weight: Weight) -> Option<f64> {
    match weight {
        Weight::LogRank => Some(0.0),
        Weight::FlemingHarrington { rho, gamma: 0.0 } => Some(rho),
        _ => None,
    }
}

fn gray(script: &mut Script, columns: &Columns<'_>, codes: &EventCodes) {
    if columns.is_weighted() {
        script.line("stratum <- rep(stratum, w)");
        script.expand();
    }
    let causes: Vec<String> = codes.causes.iter().map(ToString::to_string).collect();
    script.piece(
        "
causes <- {causes}
test <- cuminc(exit, event, group, strata = stratum)$Tests
test <- test[as.character(seq_along(causes)), , drop = FALSE]
results <- list(data.frame(group = \"\", cause = causes, chisq = test[, \"stat\"], df = test[, \"df\"],
                           p_value = test[, \"pv\"]))
",
        &[("causes", &vector(&causes))],
    );
}

fn robust(script: &mut Script, columns: &Columns<'_>) {
    let y = if columns.entry.is_some() { "Surv(entry, exit, event)" } else { "Surv(exit, event)" };
    script.piece(
        "
# the robust score test of proportional hazards
fit <- coxph({y} ~ factor(group) + strata(stratum), weights = w, robust = TRUE, cluster = id, ties = \"breslow\")
df <- length(unique(group)) - 1
results <- list(data.frame(group = \"\", chisq = fit$rscore, df, p_value = pchisq(fit$rscore, df, lower.tail = FALSE)))
",
        &[("y", y)],
    );
}

fn survdiff(script: &mut Script, columns: &Columns<'_>, rho: f64) {
    if columns.weight.is_some() {
        script.line("stratum <- rep(stratum, w)");
        script.expand();
    }
    script.piece(
        "
fit <- survdiff(Surv(exit, event) ~ group + strata(stratum), rho = {rho})
df <- sum(rowSums(as.matrix(fit$exp)) > 0) - 1
results <- list(
  data.frame(group = \"\", chisq = fit$chisq, df, p_value = pchisq(fit$chisq, df, lower.tail = FALSE)),
  data.frame(group = sort(unique(group)), observed = rowSums(as.matrix(fit$obs)),
             expected = rowSums(as.matrix(fit$exp))))
",
        &[("rho", &rho.to_string())],
    );
}

fn by_hand(script: &mut Script, weight: Weight) {
    let weight = match weight {
        Weight::LogRank => "1".to_owned(),
        Weight::Gehan => "n".to_owned(),
        Weight::TaroneWare => "sqrt(n)".to_owned(),
        Weight::Peto => "peto # after this time".to_owned(),
        Weight::FlemingHarrington { rho, gamma } => format!("free^{rho} * (1 - free)^{gamma}"),
    };
    script.piece(
        "
groups <- sort(unique(group))
k <- length(groups)
observed <- expected <- numeric(k)
v <- matrix(0, k, k)
for (s in unique(stratum)) {
  free <- peto <- 1 # Kaplan-Meier just before, and Peto's prod(1 - d / (n + 1))
  for (t in sort(unique(exit[event == 1 & stratum == s & w > 0]))) {
    at <- which(stratum == s & exit >= t & entry < t)
    total <- function(rows) vapply(groups, function(g) sum(w[rows][group[rows] == g]), 0)
    risk <- total(at)
    dead <- total(at[exit[at] == t & event[at] == 1])
    n <- sum(risk)
    d <- sum(dead)
    peto <- peto * (1 - d / (n + 1))
    k_t <- {weight}
    observed <- observed + k_t * dead
    expected <- expected + k_t * d * risk / n
    if (n > 1) v <- v + k_t^2 * d * (n - d) / (n - 1) * (diag(risk / n, k) - outer(risk, risk) / n^2)
    free <- free * (n - d) / n
  }
}
# a generalised inverse, of the scaled matrix
scale <- sqrt(pmax(diag(v), 1e-300))
e <- eigen(v / outer(scale, scale), symmetric = TRUE)
keep <- e$values > 1e-10 * max(e$values)
chisq <- sum(crossprod(e$vectors[, keep, drop = FALSE], (observed - expected) / scale)^2 / e$values[keep])
df <- sum(keep)
results <- list(data.frame(group = \"\", chisq, df, p_value = pchisq(chisq, df, lower.tail = FALSE)),
                data.frame(group = groups, observed, expected))
",
        &[("weight", &weight)],
    );
}
