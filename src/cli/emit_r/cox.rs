//! Cox regression: `survival::coxph`, `cox.zph`.

use super::script::{Columns, Script, column, design, labels, quoted};
use crate::analysis::events::EventCodes;
use crate::cli::arguments::CoxArguments;
use crate::estimate::cox::Ties;

/// The coefficients of a model `b` with standard errors `se`, and their intervals.
pub(super) const TERMS: &str = "
z <- qnorm(1 - (1 - {level}) / 2)
terms <- data.frame(group = \"\"{cause}, term = colnames(x), coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
";

/// The tests of the model, and those of proportional hazards.
const MODEL: &str = "
tests <- c(lrt = 2 * diff(fit$loglik), wald = fit$wald.test[[1]], score = fit$score[[1]])
p <- pchisq(tests, length(b), lower.tail = FALSE)
model <- data.frame(group = \"\", n = length(unique(id)), events = sum(event), loglik_null = fit$loglik[1],
                    loglik = fit$loglik[2], lrt = tests[[1]], lrt_p = p[[1]], wald = tests[[2]], wald_p = p[[2]],
                    score = tests[[3]], score_p = p[[3]], concordance = fit$concordance[[\"concordance\"]])
zph <- cox.zph(fit, terms = FALSE, transform = \"km\")$table
zph <- data.frame(group = \"\", term = c(colnames(x), \"GLOBAL\")[seq_len(nrow(zph))], zph_chisq = zph[, \"chisq\"],
                  zph_df = zph[, \"df\"], zph_p = zph[, \"p\"])
if (nrow(zph) == 1) zph <- rbind(zph, transform(zph, term = \"GLOBAL\"))
results <- list(terms, model, zph)
print(results)
";

/// The script of `engraft cox`.
pub(in crate::cli) fn cox(arguments: &CoxArguments, codes: &EventCodes) -> Result<String, String> {
    let event = arguments.outcome.event_column();
    let columns = Columns {
        time: &arguments.outcome.time,
        event: &event,
        entry: arguments.entry.as_deref(),
        weight: arguments.weight.as_deref(),
        pweight: arguments.weighting.pweight.as_deref(),
        id: arguments.id.as_deref(),
        cluster: arguments.cluster.as_deref(),
        strata: &arguments.strata,
        covariates: &arguments.covariates,
        ..Columns::default()
    };
    let mut script =
        Script::of_events("Cox regression", &["survival"], &arguments.outcome.file, (&columns, codes));
    design(&mut script, &arguments.covariates)?;
    let mut formula = "y ~ x".to_owned();
    if !arguments.strata.is_empty() {
        script.line(&format!("stratum <- {}", labels(&arguments.strata)));
        formula.push_str(" + strata(stratum)");
    }
    let ties = match arguments.ties.map_or_else(|| arguments.output.convention().ties(), Into::into) {
        Ties::Efron => "efron",
        Ties::Breslow => "breslow",
    };
    let options = options(&columns, ties);
    let y = if columns.entry.is_some() { "Surv(entry, exit, event)" } else { "Surv(exit, event)" };
    script.piece(
        "
y <- {y}
fit <- coxph({formula}, {options},
             control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50))
b <- unname(coef(fit))
se <- sqrt(diag(vcov(fit)))
",
        &[("y", y), ("formula", &formula), ("options", &options.join(", "))],
    );
    script.piece(TERMS, &[("level", &arguments.output.conf_level.to_string()), ("cause", "")]);
    script.piece(MODEL, &[]);
    Ok(script.finish())
}

/// The arguments of `coxph` besides the formula.
fn options(columns: &Columns<'_>, ties: &str) -> Vec<String> {
    let mut options = vec!["weights = w".to_owned(), format!("ties = {}", quoted(ties))];
    match (columns.cluster, columns.id) {
        (Some(cluster), _) => options.push(format!("cluster = {}", column(cluster))),
        (None, Some(_)) => options.push("id = id".to_owned()),
        (None, None) if columns.pweight.is_some() => options.push("id = id".to_owned()),
        (None, None) => {}
    }
    if columns.pweight.is_some() {
        options.push("robust = TRUE".to_owned());
    }
    options
}
